# TrueType and OpenType fonts and collections: the table directory and the tables, with CFF outlines, too.
# Specification: Microsoft "OpenType specification" 1.9 (ISO/IEC 14496-22); Apple "TrueType Reference Manual".
meta:
  id: ttf
  title: TrueType or OpenType font
  file-extension: [ttf, otf, ttc, otc, tte]
  xref:
    mime: [font/ttf, font/otf, font/collection, font/sfnt]
  license: Apache-2.0
  endian: be
  bit-endian: be
  imports: [cff, ttf_cmap, ttf_glyf, ttf_layout, ttf_os2]
  -detect:
    - {0: '00 01 00 00 00 ?? ?? ?? 00 ?? ?? ??'}
    - {0: '4f 54 54 4f 00 ?? ?? ?? 00 ?? ?? ??'}
    - {0: '74 72 75 65 00 ?? ?? ?? 00 ?? ?? ??'}
    - {0: '74 74 63 66 00 01 00 00'}
    - {0: '74 74 63 66 00 02 00 00'}
doc: |
  A scalable font: a directory of tables with outlines, metrics, names and character mapping. A collection holds
  several fonts that share tables.
doc-ref: https://learn.microsoft.com/typography/opentype/spec/
seq:
  - id: collection
    type: collection
    if: magic == 0x74746366
  - id: font
    type: font(0)
    if: magic != 0x74746366
instances:
  magic:
    pos: 0
    type: u4
types:
  collection:
    seq:
      - {id: ttc_tag, type: str, size: 4, encoding: ASCII}
      - {id: major_version, type: u2}
      - {id: minor_version, type: u2}
      - {id: num_fonts, type: u4}
      - {id: fonts, type: font_pointer, repeat: expr, repeat-expr: num_fonts}
      - {id: dsig_tag, type: str, size: 4, encoding: ASCII, if: major_version == 2, doc: DSIG or zeros.}
      - {id: dsig_length, type: u4, if: major_version == 2}
      - {id: dsig_offset, type: u4, if: major_version == 2}
    instances:
      signature:
        pos: dsig_offset
        size: dsig_length
        type: digital_signature
        if: 'major_version == 2 and dsig_length != 0'
  font_pointer:
    -webide-representation: "{offset:hex}"
    seq:
      - {id: offset, type: u4}
    instances:
      font:
        pos: offset
        type: font(offset)
  font:
    params:
      - {id: ofs, type: u4, doc: Where the table directory begins.}
    seq:
      - {id: sfnt_version, type: u4, enum: sfnt_version}
      - {id: num_tables, type: u2}
      - {id: search_range, type: u2}
      - {id: entry_selector, type: u2}
      - {id: range_shift, type: u2}
      - {id: tables, type: table_record, repeat: expr, repeat-expr: num_tables}
    instances:
      to_head:
        pos: ofs + 12
        type: table_tag
        repeat: until
        repeat-until: _.tag == "head" or _io.pos >= ofs + 12 + 16 * num_tables
        if: num_tables != 0
        doc: The directory up to the table that others need.
      to_hhea:
        pos: ofs + 12
        type: table_tag
        repeat: until
        repeat-until: _.tag == "hhea" or _io.pos >= ofs + 12 + 16 * num_tables
        if: num_tables != 0
      to_vhea:
        pos: ofs + 12
        type: table_tag
        repeat: until
        repeat-until: _.tag == "vhea" or _io.pos >= ofs + 12 + 16 * num_tables
        if: num_tables != 0
      to_loca:
        pos: ofs + 12
        type: table_tag
        repeat: until
        repeat-until: _.tag == "loca" or _io.pos >= ofs + 12 + 16 * num_tables
        if: num_tables != 0
      head: {value: 'tables[to_head.size - 1].table.as<head>'}
      hhea: {value: 'tables[to_hhea.size - 1].table.as<metrics_header>'}
      vhea: {value: 'tables[to_vhea.size - 1].table.as<metrics_header>', if: to_vhea.last.tag == "vhea"}
      loca: {value: 'tables[to_loca.size - 1].table.as<loca>', if: to_loca.last.tag == "loca"}
  table_tag:
    -webide-representation: "{tag}"
    seq:
      - {id: tag, type: str, size: 4, encoding: ISO-8859-1}
      - {id: rest, size: 12}
  table_record:
    -webide-representation: "{tag} {length:dec}"
    seq:
      - {id: tag, type: str, size: 4, encoding: ISO-8859-1}
      - {id: checksum, type: u4, doc: Sum of the table's 32-bit words.}
      - {id: offset, type: u4, doc: From the start of the file.}
      - {id: length, type: u4}
    instances:
      table:
        io: _root._io
        pos: offset
        size: length
        type:
          switch-on: tag
          cases:
            '"head"': head
            '"bhed"': head
            '"hhea"': metrics_header
            '"vhea"': metrics_header
            '"maxp"': maxp
            '"hmtx"': metrics(_parent.hhea.number_of_metrics)
            '"vmtx"': metrics(_parent.vhea.number_of_metrics)
            '"name"': naming
            '"OS/2"': ttf_os2
            '"post"': post
            '"cmap"': ttf_cmap
            '"loca"': loca(_parent.head.index_to_loc_format)
            '"glyf"': glyf(_parent.loca)
            '"CFF "': cff
            '"cvt "': control_values
            '"gasp"': gasp
            '"kern"': kern
            '"LTSH"': ltsh
            '"hdmx"': hdmx
            '"VORG"': vorg
            '"DSIG"': digital_signature
            '"GSUB"': ttf_layout
            '"GPOS"': ttf_layout
            '"GDEF"': gdef
            '"fvar"': fvar
            '"avar"': avar
            '"meta"': metadata
            '"FFTM"': fftm
  head:
    seq:
      - {id: major_version, type: u2}
      - {id: minor_version, type: u2}
      - {id: font_revision, type: s4, doc: With 16 bits behind the binary point.}
      - {id: checksum_adjustment, type: u4, doc: 0xb1b0afba less the sum of all words of the font.}
      - {id: magic_number, type: u4, doc: '0x5f0f3cf5.'}
      - {id: flags, type: head_flags}
      - {id: units_per_em, type: u2}
      - {id: created, type: s8, -time: mac}
      - {id: modified, type: s8, -time: mac}
      - {id: x_min, type: s2}
      - {id: y_min, type: s2}
      - {id: x_max, type: s2}
      - {id: y_max, type: s2}
      - {id: mac_style, type: mac_style}
      - {id: lowest_rec_ppem, type: u2, doc: Smallest readable size in pixels.}
      - {id: font_direction_hint, type: s2}
      - {id: index_to_loc_format, type: s2, doc: '0 for 16-bit, 1 for 32-bit offsets in the loca table.'}
      - {id: glyph_data_format, type: s2}
  head_flags:
    seq:
      - {id: reserved1, type: b1}
      - {id: last_resort, type: b1}
      - {id: optimized_for_cleartype, type: b1}
      - {id: converted, type: b1}
      - {id: lossless, type: b1, doc: Compressed and decompressed again.}
      - {id: reserved2, type: b6}
      - {id: advance_width_altered, type: b1, doc: By instructions.}
      - {id: integer_ppem, type: b1, doc: Scale by whole pixels per em.}
      - {id: size_dependent_instructions, type: b1}
      - {id: left_sidebearing_at_x_0, type: b1}
      - {id: baseline_at_y_0, type: b1}
  mac_style:
    seq:
      - {id: reserved, type: b9}
      - {id: extended, type: b1}
      - {id: condensed, type: b1}
      - {id: shadow, type: b1}
      - {id: outline, type: b1}
      - {id: underline, type: b1}
      - {id: italic, type: b1}
      - {id: bold, type: b1}
  metrics_header:
    doc: The hhea table for horizontal, the vhea table for vertical text, in font units.
    seq:
      - {id: version, type: u4, doc: With 16 bits behind the binary point.}
      - {id: ascender, type: s2}
      - {id: descender, type: s2}
      - {id: line_gap, type: s2}
      - {id: advance_max, type: u2}
      - {id: min_leading_side_bearing, type: s2}
      - {id: min_trailing_side_bearing, type: s2}
      - {id: max_extent, type: s2}
      - {id: caret_slope_rise, type: s2}
      - {id: caret_slope_run, type: s2}
      - {id: caret_offset, type: s2}
      - {id: reserved, size: 8}
      - {id: metric_data_format, type: s2}
      - {id: number_of_metrics, type: u2, doc: Full entries in the hmtx or vmtx table.}
  maxp:
    seq:
      - {id: version, type: u4, doc: '0x5000 for CFF outlines, 0x10000 for TrueType ones.'}
      - {id: num_glyphs, type: u2}
      - {id: limits, type: maxp_limits, if: version >= 0x10000}
  maxp_limits:
    seq:
      - {id: max_points, type: u2}
      - {id: max_contours, type: u2}
      - {id: max_composite_points, type: u2}
      - {id: max_composite_contours, type: u2}
      - {id: max_zones, type: u2}
      - {id: max_twilight_points, type: u2}
      - {id: max_storage, type: u2}
      - {id: max_function_defs, type: u2}
      - {id: max_instruction_defs, type: u2}
      - {id: max_stack_elements, type: u2}
      - {id: max_size_of_instructions, type: u2}
      - {id: max_component_elements, type: u2}
      - {id: max_component_depth, type: u2}
  metrics:
    params:
      - {id: number_of_metrics, type: u2}
    seq:
      - {id: metrics, type: long_metric, repeat: expr, repeat-expr: number_of_metrics}
      - id: side_bearings
        type: s2
        repeat: expr
        repeat-expr: (_io.size - 4 * number_of_metrics) / 2
        doc: Of the further glyphs, which all have the last advance.
  long_metric:
    -webide-representation: "{advance:dec} {side_bearing:dec}"
    seq:
      - {id: advance, type: u2}
      - {id: side_bearing, type: s2}
  naming:
    seq:
      - {id: version, type: u2}
      - {id: count, type: u2}
      - {id: storage_offset, type: u2}
      - {id: names, type: name_record, repeat: expr, repeat-expr: count}
      - {id: lang_tag_count, type: u2, if: version == 1}
      - {id: lang_tags, type: lang_tag, repeat: expr, repeat-expr: lang_tag_count, if: version == 1}
  name_record:
    -webide-representation: "{platform_id} {name_id} {language_id:hex}"
    seq:
      - {id: platform_id, type: u2, enum: platform}
      - {id: encoding_id, type: u2}
      - {id: language_id, type: u2, doc: 'Depends on the platform; 0x8000 and above, an index of the language tags.'}
      - {id: name_id, type: u2, enum: name_id}
      - {id: length, type: u2}
      - {id: string_offset, type: u2}
    instances:
      value:
        pos: _parent.storage_offset + string_offset
        size: length
        type:
          switch-on: platform_id
          cases:
            'platform::unicode': utf16_text
            'platform::windows': utf16_text
            'platform::macintosh': latin_text
  lang_tag:
    seq:
      - {id: length, type: u2}
      - {id: lang_tag_offset, type: u2}
    instances:
      value:
        pos: _parent.storage_offset + lang_tag_offset
        size: length
        type: utf16_text
  utf16_text:
    seq:
      - {id: value, type: str, size-eos: true, encoding: UTF-16BE}
  latin_text:
    seq:
      - {id: value, type: str, size-eos: true, encoding: ISO-8859-1, doc: In a script of the platform's own.}
  post:
    seq:
      - {id: version, type: u4, enum: post_version}
      - {id: italic_angle, type: s4, doc: 'In degrees counter-clockwise, with 16 bits behind the binary point.'}
      - {id: underline_position, type: s2}
      - {id: underline_thickness, type: s2}
      - {id: is_fixed_pitch, type: u4}
      - {id: min_mem_type_42, type: u4}
      - {id: max_mem_type_42, type: u4}
      - {id: min_mem_type_1, type: u4}
      - {id: max_mem_type_1, type: u4}
      - {id: num_glyphs, type: u2, if: version == post_version::v2_0 or version == post_version::v2_5}
      - id: glyph_name_index
        type: u2
        repeat: expr
        repeat-expr: num_glyphs
        if: version == post_version::v2_0
        doc: Below 258 a name of the standard Macintosh order, else 258 and the index of a string below.
      - {id: offsets, type: s1, repeat: expr, repeat-expr: num_glyphs, if: version == post_version::v2_5}
      - {id: string_data, type: pascal_string, repeat: eos, if: version == post_version::v2_0}
  pascal_string:
    -webide-representation: "{value}"
    seq:
      - {id: length, type: u1}
      - {id: value, type: str, size: length, encoding: ISO-8859-1}
  loca:
    params:
      - {id: format, type: s2}
    seq:
      - id: offsets
        type:
          switch-on: format
          cases:
            0: u2
            _: u4
        repeat: expr
        repeat-expr: '_io.size / (format == 0 ? 2 : 4)'
        doc: Where the glyphs lie in the glyf table, halved when they have 16 bits; one more than there are glyphs.
    instances:
      factor: {value: 'format == 0 ? 2 : 1'}
  glyf:
    params:
      - {id: loca, type: loca}
    seq:
      - id: glyphs
        type: glyph_slot(_index)
        repeat: expr
        repeat-expr: 'loca.offsets.size > 1 ? loca.offsets.size - 1 : 0'
  glyph_slot:
    params:
      - {id: index, type: u4}
    instances:
      start: {value: '_parent.loca.offsets[index].as<u4> * _parent.loca.factor'}
      end: {value: '_parent.loca.offsets[index + 1].as<u4> * _parent.loca.factor'}
      glyph:
        pos: start
        size: end - start
        type: ttf_glyf
        if: end > start
  control_values:
    seq:
      - {id: values, type: s2, repeat: expr, repeat-expr: _io.size / 2}
  gasp:
    seq:
      - {id: version, type: u2}
      - {id: num_ranges, type: u2}
      - {id: ranges, type: gasp_range, repeat: expr, repeat-expr: num_ranges}
  gasp_range:
    -webide-representation: "{range_max_ppem:dec}"
    seq:
      - {id: range_max_ppem, type: u2}
      - {id: reserved, type: b12}
      - {id: symmetric_smoothing, type: b1}
      - {id: symmetric_gridfit, type: b1}
      - {id: do_gray, type: b1}
      - {id: gridfit, type: b1}
  kern:
    seq:
      - {id: version, type: u2, doc: '0; Apple''s other form begins with 1.'}
      - {id: num_tables, type: u2, if: version == 0}
      - {id: subtables, type: kern_subtable, repeat: expr, repeat-expr: num_tables, if: version == 0}
      - {id: apple_data, size-eos: true, if: version != 0}
  kern_subtable:
    seq:
      - {id: version, type: u2}
      - {id: length, type: u2, doc: 'With the header; the low 16 bits only, in a large table.'}
      - {id: format, type: u1}
      - {id: reserved, type: b4}
      - {id: override, type: b1}
      - {id: cross_stream, type: b1}
      - {id: minimum, type: b1}
      - {id: horizontal, type: b1}
      - {id: pairs, type: kern_pairs, if: format == 0}
      - {id: data, size: 'length > 6 ? length - 6 : 0', if: format != 0}
  kern_pairs:
    seq:
      - {id: num_pairs, type: u2}
      - {id: search_range, type: u2}
      - {id: entry_selector, type: u2}
      - {id: range_shift, type: u2}
      - {id: pairs, type: kern_pair, repeat: expr, repeat-expr: num_pairs}
  kern_pair:
    -webide-representation: "{left:dec} {right:dec} {value:dec}"
    seq:
      - {id: left, type: u2}
      - {id: right, type: u2}
      - {id: value, type: s2}
  ltsh:
    seq:
      - {id: version, type: u2}
      - {id: num_glyphs, type: u2}
      - {id: y_pels, type: u1, repeat: expr, repeat-expr: num_glyphs, doc: Size from which on a glyph scales linearly.}
  hdmx:
    seq:
      - {id: version, type: u2}
      - {id: num_records, type: u2}
      - {id: size_device_record, type: u4}
      - {id: records, type: device_record, size: size_device_record, repeat: expr, repeat-expr: num_records}
  device_record:
    seq:
      - {id: pixel_size, type: u1}
      - {id: max_width, type: u1}
      - {id: widths, size-eos: true}
  vorg:
    seq:
      - {id: major_version, type: u2}
      - {id: minor_version, type: u2}
      - {id: default_vert_origin_y, type: s2}
      - {id: num_metrics, type: u2}
      - {id: metrics, type: vert_origin, repeat: expr, repeat-expr: num_metrics}
  vert_origin:
    seq:
      - {id: glyph_index, type: u2}
      - {id: vert_origin_y, type: s2}
  digital_signature:
    seq:
      - {id: version, type: u4}
      - {id: num_signatures, type: u2}
      - {id: flags, type: u2}
      - {id: signatures, type: signature_record, repeat: expr, repeat-expr: num_signatures}
  signature_record:
    seq:
      - {id: format, type: u4}
      - {id: length, type: u4}
      - {id: offset, type: u4}
    instances:
      block: {pos: offset, size: length, doc: 'Four reserved bytes, the length, then a PKCS #7 packet.'}
  gdef:
    doc: Glyph definitions; offsets from the table's start, 0 for none.
    seq:
      - {id: major_version, type: u2}
      - {id: minor_version, type: u2}
      - {id: glyph_class_def_offset, type: u2}
      - {id: attach_list_offset, type: u2}
      - {id: lig_caret_list_offset, type: u2}
      - {id: mark_attach_class_def_offset, type: u2}
      - {id: mark_glyph_sets_def_offset, type: u2, if: minor_version >= 2}
      - {id: item_var_store_offset, type: u4, if: minor_version >= 3}
    instances:
      glyph_class_def: {pos: glyph_class_def_offset, type: class_def, if: glyph_class_def_offset != 0}
      mark_attach_class_def:
        pos: mark_attach_class_def_offset
        type: class_def
        if: mark_attach_class_def_offset != 0
  class_def:
    seq:
      - {id: format, type: u2}
      - {id: start_glyph, type: u2, if: format == 1}
      - {id: num_entries, type: u2}
      - {id: classes, type: u2, repeat: expr, repeat-expr: num_entries, if: format == 1}
      - {id: ranges, type: class_range, repeat: expr, repeat-expr: num_entries, if: format == 2}
  class_range:
    -webide-representation: "{start_glyph:dec}-{end_glyph:dec} {glyph_class:dec}"
    seq:
      - {id: start_glyph, type: u2}
      - {id: end_glyph, type: u2}
      - {id: glyph_class, type: u2}
  fvar:
    seq:
      - {id: major_version, type: u2}
      - {id: minor_version, type: u2}
      - {id: axes_array_offset, type: u2}
      - {id: reserved, type: u2}
      - {id: axis_count, type: u2}
      - {id: axis_size, type: u2}
      - {id: instance_count, type: u2}
      - {id: instance_size, type: u2}
    instances:
      axes: {pos: axes_array_offset, type: axis, size: axis_size, repeat: expr, repeat-expr: axis_count}
      instances:
        pos: axes_array_offset + axis_count * axis_size
        type: named_instance(axis_count)
        size: instance_size
        repeat: expr
        repeat-expr: instance_count
  axis:
    -webide-representation: "{axis_tag}"
    seq:
      - {id: axis_tag, type: str, size: 4, encoding: ASCII}
      - {id: min_value, type: s4, doc: With 16 bits behind the binary point.}
      - {id: default_value, type: s4}
      - {id: max_value, type: s4}
      - {id: flags, type: u2, doc: Bit 0 for an axis that is not to be shown.}
      - {id: axis_name_id, type: u2}
  named_instance:
    params:
      - {id: axis_count, type: u2}
    seq:
      - {id: subfamily_name_id, type: u2}
      - {id: flags, type: u2}
      - {id: coordinates, type: s4, repeat: expr, repeat-expr: axis_count}
      - {id: post_script_name_id, type: u2, if: not _io.eof}
  avar:
    seq:
      - {id: major_version, type: u2}
      - {id: minor_version, type: u2}
      - {id: reserved, type: u2}
      - {id: axis_count, type: u2}
      - {id: segment_maps, type: segment_map, repeat: expr, repeat-expr: axis_count}
  segment_map:
    seq:
      - {id: count, type: u2}
      - {id: axis_values, type: axis_value, repeat: expr, repeat-expr: count}
  axis_value:
    doc: Numbers with 14 bits behind the binary point.
    seq:
      - {id: from_coordinate, type: s2}
      - {id: to_coordinate, type: s2}
  metadata:
    seq:
      - {id: version, type: u4}
      - {id: flags, type: u4}
      - {id: reserved, type: u4}
      - {id: num_maps, type: u4}
      - {id: maps, type: data_map, repeat: expr, repeat-expr: num_maps}
  data_map:
    seq:
      - {id: tag, type: str, size: 4, encoding: ASCII}
      - {id: offset, type: u4}
      - {id: length, type: u4}
    instances:
      value: {pos: offset, size: length}
  fftm:
    doc: Times of FontForge.
    seq:
      - {id: version, type: u4}
      - {id: fontforge_time, type: s8, -time: mac}
      - {id: created, type: s8, -time: mac}
      - {id: modified, type: s8, -time: mac}
enums:
  sfnt_version: {0x00010000: truetype, 0x4f54544f: cff, 0x74727565: apple_truetype, 0x74797031: apple_type1}
  platform: {0: unicode, 1: macintosh, 2: iso, 3: windows, 4: custom}
  name_id:
    {0: copyright, 1: family, 2: subfamily, 3: unique_id, 4: full_name, 5: version, 6: postscript_name, 7: trademark,
    8: manufacturer, 9: designer, 10: description, 11: vendor_url, 12: designer_url, 13: license, 14: license_url,
    16: typographic_family, 17: typographic_subfamily, 18: compatible_full, 19: sample_text, 20: postscript_cid,
    21: wws_family, 22: wws_subfamily, 23: light_palette, 24: dark_palette, 25: variations_postscript_prefix}
  post_version: {0x10000: v1_0, 0x20000: v2_0, 0x25000: v2_5, 0x30000: v3_0, 0x40000: v4_0}
