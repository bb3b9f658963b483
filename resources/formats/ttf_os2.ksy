# The OS/2 table of TrueType and OpenType fonts, versions 0 to 5.
# Specification: Microsoft "OpenType specification" 1.9, "OS/2 - OS/2 and Windows Metrics Table".
meta:
  id: ttf_os2
  title: OS/2 font table
  license: Apache-2.0
  endian: be
  bit-endian: be
doc: |
  Weight, width, style and metrics of a font, in font units.
doc-ref: https://learn.microsoft.com/typography/opentype/spec/os2
seq:
  - {id: version, type: u2}
  - {id: x_avg_char_width, type: s2}
  - {id: us_weight_class, type: u2, doc: '400 is regular, 700 bold.'}
  - {id: us_width_class, type: u2, enum: width_class}
  - {id: fs_type, type: fs_type}
  - {id: y_subscript_x_size, type: s2}
  - {id: y_subscript_y_size, type: s2}
  - {id: y_subscript_x_offset, type: s2}
  - {id: y_subscript_y_offset, type: s2}
  - {id: y_superscript_x_size, type: s2}
  - {id: y_superscript_y_size, type: s2}
  - {id: y_superscript_x_offset, type: s2}
  - {id: y_superscript_y_offset, type: s2}
  - {id: y_strikeout_size, type: s2}
  - {id: y_strikeout_position, type: s2}
  - {id: s_family_class, type: s2, doc: IBM font class and subclass.}
  - {id: panose, type: panose}
  - {id: ul_unicode_range_1, type: u4, doc: Bits 0 to 31 of the blocks of Unicode that the font covers.}
  - {id: ul_unicode_range_2, type: u4}
  - {id: ul_unicode_range_3, type: u4}
  - {id: ul_unicode_range_4, type: u4}
  - {id: ach_vend_id, type: str, size: 4, encoding: ISO-8859-1}
  - {id: fs_selection, type: fs_selection}
  - {id: us_first_char_index, type: u2}
  - {id: us_last_char_index, type: u2}
  - {id: s_typo_ascender, type: s2, if: not _io.eof}
  - {id: s_typo_descender, type: s2, if: not _io.eof}
  - {id: s_typo_line_gap, type: s2, if: not _io.eof}
  - {id: us_win_ascent, type: u2, if: not _io.eof}
  - {id: us_win_descent, type: u2, if: not _io.eof}
  - {id: ul_code_page_range_1, type: u4, if: version >= 1}
  - {id: ul_code_page_range_2, type: u4, if: version >= 1}
  - {id: sx_height, type: s2, if: version >= 2}
  - {id: s_cap_height, type: s2, if: version >= 2}
  - {id: us_default_char, type: u2, if: version >= 2}
  - {id: us_break_char, type: u2, if: version >= 2}
  - {id: us_max_context, type: u2, if: version >= 2}
  - {id: us_lower_optical_point_size, type: u2, if: version >= 5, doc: In twentieths of a point.}
  - {id: us_upper_optical_point_size, type: u2, if: version >= 5, doc: In twentieths of a point.}
types:
  fs_type:
    seq:
      - {id: reserved1, type: b6}
      - {id: bitmap_embedding_only, type: b1}
      - {id: no_subsetting, type: b1}
      - {id: reserved2, type: b4}
      - {id: usage_permissions, type: b4, enum: usage_permissions}
  fs_selection:
    seq:
      - {id: reserved, type: b6}
      - {id: oblique, type: b1}
      - {id: wws, type: b1}
      - {id: use_typo_metrics, type: b1}
      - {id: regular, type: b1}
      - {id: bold, type: b1}
      - {id: strikeout, type: b1}
      - {id: outlined, type: b1}
      - {id: negative, type: b1}
      - {id: underscore, type: b1}
      - {id: italic, type: b1}
  panose:
    doc: For a Latin text family (2) the fields have these names.
    seq:
      - {id: family_type, type: u1, enum: panose_family}
      - {id: serif_style, type: u1}
      - {id: weight, type: u1}
      - {id: proportion, type: u1}
      - {id: contrast, type: u1}
      - {id: stroke_variation, type: u1}
      - {id: arm_style, type: u1}
      - {id: letterform, type: u1}
      - {id: midline, type: u1}
      - {id: x_height, type: u1}
enums:
  width_class:
    {1: ultra_condensed, 2: extra_condensed, 3: condensed, 4: semi_condensed, 5: medium, 6: semi_expanded, 7: expanded,
    8: extra_expanded, 9: ultra_expanded}
  usage_permissions: {0: installable, 2: restricted_license, 4: preview_and_print, 8: editable}
  panose_family: {0: any, 1: no_fit, 2: latin_text, 3: latin_hand_written, 4: latin_decorative, 5: latin_symbol}
