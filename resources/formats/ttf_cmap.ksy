# The cmap table of TrueType and OpenType fonts: which glyph stands for a character.
# Specification: Microsoft "OpenType specification" 1.9, "cmap - Character to Glyph Index Mapping Table".
meta:
  id: ttf_cmap
  title: Font character map
  license: Apache-2.0
  endian: be
  bit-endian: be
doc: |
  A list of encodings and the map of each, in one of several formats.
doc-ref: https://learn.microsoft.com/typography/opentype/spec/cmap
seq:
  - {id: version, type: u2}
  - {id: num_tables, type: u2}
  - {id: encodings, type: encoding_record, repeat: expr, repeat-expr: num_tables}
types:
  encoding_record:
    -webide-representation: "{platform_id} {encoding_id:dec}"
    seq:
      - {id: platform_id, type: u2, enum: platform}
      - id: encoding_id
        type: u2
        doc: On the Windows platform 0 symbol, 1 Unicode of 16 bits, 10 Unicode of 32 bits; else see the specification.
      - {id: offset, type: u4, doc: From the start of the table.}
    instances:
      subtable: {pos: offset, type: subtable(offset)}
  subtable:
    params:
      - {id: base, type: u4}
    seq:
      - {id: format, type: u2}
      - id: body
        type:
          switch-on: format
          cases:
            0: format0
            2: format2
            4: format4
            6: format6
            8: format8
            10: format10
            12: format12
            13: format12
            14: format14(base)
  format0:
    seq:
      - {id: length, type: u2}
      - {id: language, type: u2}
      - {id: glyph_ids, type: u1, repeat: expr, repeat-expr: 256}
  format2:
    seq:
      - {id: length, type: u2}
      - {id: language, type: u2}
      - {id: sub_header_keys, type: u2, repeat: expr, repeat-expr: 256, doc: Index of a first byte's subheader times 8.}
      - {id: sub_headers_and_glyphs, size: 'length > 518 ? length - 518 : 0'}
  format4:
    doc: Segments of the Basic Multilingual Plane.
    seq:
      - {id: length, type: u2}
      - {id: language, type: u2}
      - {id: seg_count_x2, type: u2}
      - {id: search_range, type: u2}
      - {id: entry_selector, type: u2}
      - {id: range_shift, type: u2}
      - {id: end_codes, type: u2, repeat: expr, repeat-expr: seg_count_x2 / 2}
      - {id: reserved_pad, type: u2}
      - {id: start_codes, type: u2, repeat: expr, repeat-expr: seg_count_x2 / 2}
      - {id: id_deltas, type: s2, repeat: expr, repeat-expr: seg_count_x2 / 2, doc: Glyph less character.}
      - id: id_range_offsets
        type: u2
        repeat: expr
        repeat-expr: seg_count_x2 / 2
        doc: If not 0, how far behind this number the glyphs of the segment lie.
      - {id: glyph_ids, type: u2, repeat: expr, repeat-expr: '(length - 16 - 4 * seg_count_x2) / 2'}
  format6:
    seq:
      - {id: length, type: u2}
      - {id: language, type: u2}
      - {id: first_code, type: u2}
      - {id: entry_count, type: u2}
      - {id: glyph_ids, type: u2, repeat: expr, repeat-expr: entry_count}
  format8:
    seq:
      - {id: reserved, type: u2}
      - {id: length, type: u4}
      - {id: language, type: u4}
      - {id: is32, size: 8192, doc: One bit for each 16-bit value that begins a 32-bit code.}
      - {id: num_groups, type: u4}
      - {id: groups, type: group, repeat: expr, repeat-expr: num_groups}
  format10:
    seq:
      - {id: reserved, type: u2}
      - {id: length, type: u4}
      - {id: language, type: u4}
      - {id: start_char_code, type: u4}
      - {id: num_chars, type: u4}
      - {id: glyph_ids, type: u2, repeat: expr, repeat-expr: num_chars}
  format12:
    doc: Segments of all of Unicode; in format 13 all characters of a segment have the same glyph.
    seq:
      - {id: reserved, type: u2}
      - {id: length, type: u4}
      - {id: language, type: u4}
      - {id: num_groups, type: u4}
      - {id: groups, type: group, repeat: expr, repeat-expr: num_groups}
  group:
    -webide-representation: "{start_char_code:hex}-{end_char_code:hex} {start_glyph_id:dec}"
    seq:
      - {id: start_char_code, type: u4}
      - {id: end_char_code, type: u4}
      - {id: start_glyph_id, type: u4}
  format14:
    doc: Unicode variation sequences.
    params:
      - {id: base, type: u4, doc: Where the subtable begins.}
    seq:
      - {id: length, type: u4}
      - {id: num_selectors, type: u4}
      - id: selectors
        type: variation_selector(base)
        repeat: expr
        repeat-expr: num_selectors
  variation_selector:
    params:
      - {id: base, type: u4}
    seq:
      - {id: selector, type: b24}
      - {id: default_uvs_offset, type: u4}
      - {id: non_default_uvs_offset, type: u4}
    instances:
      default_uvs: {pos: base + default_uvs_offset, type: default_uvs, if: default_uvs_offset != 0}
      non_default_uvs: {pos: base + non_default_uvs_offset, type: non_default_uvs, if: non_default_uvs_offset != 0}
  default_uvs:
    seq:
      - {id: num_ranges, type: u4}
      - {id: ranges, type: unicode_range, repeat: expr, repeat-expr: num_ranges}
  unicode_range:
    seq:
      - {id: start_value, type: b24}
      - {id: additional_count, type: u1}
  non_default_uvs:
    seq:
      - {id: num_mappings, type: u4}
      - {id: mappings, type: uvs_mapping, repeat: expr, repeat-expr: num_mappings}
  uvs_mapping:
    seq:
      - {id: unicode_value, type: b24}
      - {id: glyph_id, type: u2}
enums:
  platform: {0: unicode, 1: macintosh, 2: iso, 3: windows, 4: custom}
