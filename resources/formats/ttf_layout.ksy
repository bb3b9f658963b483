# The GSUB and GPOS tables of OpenType fonts: scripts, features and lookups; the subtables of lookups as bytes.
# Specification: Microsoft "OpenType specification" 1.9, "OpenType Layout Common Table Formats".
meta:
  id: ttf_layout
  title: OpenType layout table
  license: Apache-2.0
  endian: be
  bit-endian: be
doc: |
  Substitution or positioning of glyphs. All offsets count from the structure in which they stand.
doc-ref: https://learn.microsoft.com/typography/opentype/spec/chapter2
seq:
  - {id: major_version, type: u2}
  - {id: minor_version, type: u2}
  - {id: script_list_offset, type: u2}
  - {id: feature_list_offset, type: u2}
  - {id: lookup_list_offset, type: u2}
  - {id: feature_variations_offset, type: u4, if: minor_version >= 1}
instances:
  scripts: {pos: script_list_offset, type: script_list, if: script_list_offset != 0}
  features: {pos: feature_list_offset, type: feature_list, if: feature_list_offset != 0}
  lookups: {pos: lookup_list_offset, type: lookup_list, if: lookup_list_offset != 0}
types:
  script_list:
    seq:
      - {id: count, type: u2}
      - {id: records, type: script_record, repeat: expr, repeat-expr: count}
  script_record:
    -webide-representation: "{tag}"
    seq:
      - {id: tag, type: str, size: 4, encoding: ISO-8859-1}
      - {id: offset, type: u2}
    instances:
      script: {pos: _root.script_list_offset + offset, type: script(_root.script_list_offset + offset)}
  script:
    params:
      - {id: base, type: u4}
    seq:
      - {id: default_lang_sys_offset, type: u2, doc: 0 for none.}
      - {id: count, type: u2}
      - {id: lang_systems, type: lang_sys_record, repeat: expr, repeat-expr: count}
    instances:
      default_lang_sys: {pos: base + default_lang_sys_offset, type: lang_sys, if: default_lang_sys_offset != 0}
  lang_sys_record:
    -webide-representation: "{tag}"
    seq:
      - {id: tag, type: str, size: 4, encoding: ISO-8859-1}
      - {id: offset, type: u2}
    instances:
      lang_sys: {pos: _parent.base + offset, type: lang_sys}
  lang_sys:
    seq:
      - {id: lookup_order_offset, type: u2, doc: Reserved.}
      - {id: required_feature_index, type: u2, doc: 0xffff for none.}
      - {id: count, type: u2}
      - {id: feature_indices, type: u2, repeat: expr, repeat-expr: count}
  feature_list:
    seq:
      - {id: count, type: u2}
      - {id: records, type: feature_record, repeat: expr, repeat-expr: count}
  feature_record:
    -webide-representation: "{tag}"
    seq:
      - {id: tag, type: str, size: 4, encoding: ISO-8859-1}
      - {id: offset, type: u2}
    instances:
      feature: {pos: _root.feature_list_offset + offset, type: feature}
  feature:
    seq:
      - {id: feature_params_offset, type: u2, doc: 0 for none.}
      - {id: count, type: u2}
      - {id: lookup_list_indices, type: u2, repeat: expr, repeat-expr: count}
  lookup_list:
    seq:
      - {id: count, type: u2}
      - {id: records, type: lookup_pointer, repeat: expr, repeat-expr: count}
  lookup_pointer:
    seq:
      - {id: offset, type: u2}
    instances:
      lookup: {pos: _root.lookup_list_offset + offset, type: lookup(_root.lookup_list_offset + offset)}
  lookup:
    params:
      - {id: base, type: u4}
    seq:
      - {id: lookup_type, type: u2, doc: Its meaning depends on the table.}
      - {id: mark_attachment_type, type: u1}
      - {id: reserved, type: b3}
      - {id: use_mark_filtering_set, type: b1}
      - {id: ignore_marks, type: b1}
      - {id: ignore_ligatures, type: b1}
      - {id: ignore_base_glyphs, type: b1}
      - {id: right_to_left, type: b1}
      - {id: count, type: u2}
      - {id: subtables, type: subtable_pointer, repeat: expr, repeat-expr: count}
      - {id: mark_filtering_set, type: u2, if: use_mark_filtering_set}
  subtable_pointer:
    -webide-representation: "{offset:hex}"
    seq:
      - {id: offset, type: u2}
    instances:
      subtable: {pos: _parent.base + offset, type: subtable}
  subtable:
    doc: What follows the format depends on the lookup's type and the format.
    seq:
      - {id: format, type: u2}
