# Compact Font Format, version 1: the indexes and dictionaries, down to the charstrings as bytes.
# Specification: Adobe Technical Note 5176 "The Compact Font Format Specification".
meta:
  id: cff
  title: CFF font
  file-extension: cff
  license: Apache-2.0
  endian: be
doc: |
  Outlines of PostScript kind, as OpenType fonts hold them in the CFF table.
doc-ref: https://adobe-type-tools.github.io/font-tech-notes/pdfs/5176.CFF.pdf
seq:
  - {id: major, type: u1}
  - {id: minor, type: u1}
  - {id: header_size, type: u1}
  - {id: offset_size, type: u1, doc: Bytes in offsets from the start of the data.}
  - {id: header_rest, size: 'header_size > 4 ? header_size - 4 : 0'}
  - {id: names, type: index(content::text.to_i)}
  - {id: top_dicts, type: index(content::top_dict.to_i)}
  - {id: strings, type: index(content::text.to_i)}
  - {id: global_subrs, type: index(content::charstring.to_i)}
types:
  index:
    params:
      - {id: content, type: u1}
    seq:
      - {id: count, type: u2}
      - {id: offset_size, type: u1, if: count != 0}
      - id: offsets
        type: offset
        size: offset_size
        repeat: expr
        repeat-expr: count + 1
        if: count != 0
        doc: From the byte ahead of the objects, so that the first is 1.
      - id: objects
        size: offsets[_index + 1].value - offsets[_index].value
        type:
          switch-on: content
          cases:
            1: text
            2: dict(0, 0)
            3: dict(0, 1)
        repeat: expr
        repeat-expr: count
        if: count != 0
  offset:
    -webide-representation: "{bytes:hex}"
    seq:
      - {id: bytes, size-eos: true}
    instances:
      value:
        value: >-
          bytes.length == 1 ? bytes[0] :
          bytes.length == 2 ? bytes[0] << 8 | bytes[1] :
          bytes.length == 3 ? bytes[0] << 16 | bytes[1] << 8 | bytes[2] :
          bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3]
  text:
    -webide-representation: "{value}"
    seq:
      - {id: value, type: str, size-eos: true, encoding: ISO-8859-1}
  dict:
    params:
      - {id: base, type: u4, doc: Where a private dictionary lies.}
      - {id: level, type: u4, doc: '0 for a top dictionary, 1 for a font dictionary in one, 2 for a private one.'}
    seq:
      - {id: tokens, type: token(_index), repeat: eos}
  token:
    doc: An operator or one of the operands ahead of it.
    -webide-representation: "{code:dec}"
    params:
      - {id: index, type: u4}
    seq:
      - {id: code, type: u1}
      - {id: escaped_code, type: u1, if: code == 12}
      - {id: int16, type: s2, if: code == 28}
      - {id: int32, type: s4, if: code == 29}
      - id: real_digits
        type: u1
        repeat: until
        repeat-until: (_ & 15) == 15 or _ >> 4 == 15 or _io.eof
        if: code == 30
        doc: Two digits a byte; 10 is the point, 11 E, 12 E-, 14 minus, 15 ends the number.
      - {id: low_byte, type: u1, if: code >= 247 and code <= 254}
    instances:
      operator:
        value: 'code == 12 ? 0xc00 | escaped_code : code'
        enum: operator
        if: code <= 21
      operator_code:
        value: 'code == 12 ? 0xc00 | escaped_code : code <= 21 ? code : 0xffff'
      number:
        value: >-
          code == 28 ? int16 : code == 29 ? int32 : code <= 246 ? code - 139 :
          code <= 250 ? (code - 247) * 256 + low_byte + 108 : -(code - 251) * 256 - low_byte - 108
        if: code == 28 or code == 29 or (code >= 32 and code <= 254)
        doc: The value of an integer operand.
      char_strings:
        io: _root._io
        pos: _parent.as<dict>.tokens[index - 1].number
        type: index(content::charstring.to_i)
        if: operator_code == 17 and index >= 1 and _parent.as<dict>.level == 0
      font_dicts:
        io: _root._io
        pos: _parent.as<dict>.tokens[index - 1].number
        type: index(content::font_dict.to_i)
        if: operator_code == 0xc24 and index >= 1 and _parent.as<dict>.level == 0
      private_dict:
        io: _root._io
        pos: _parent.as<dict>.tokens[index - 1].number
        size: _parent.as<dict>.tokens[index - 2].number
        type: dict(_parent.as<dict>.tokens[index - 1].number, 2)
        if: operator_code == 18 and index >= 2 and _parent.as<dict>.level < 2
      local_subrs:
        io: _root._io
        pos: _parent.as<dict>.base + _parent.as<dict>.tokens[index - 1].number
        type: index(content::charstring.to_i)
        if: operator_code == 19 and index >= 1 and _parent.as<dict>.level == 2
enums:
  content: {0: charstring, 1: text, 2: top_dict, 3: font_dict}
  operator:
    {0: version, 1: notice, 2: full_name, 3: family_name, 4: weight, 5: font_bbox, 6: blue_values, 7: other_blues,
    8: family_blues, 9: family_other_blues, 10: std_hw, 11: std_vw, 13: unique_id, 14: xuid, 15: charset, 16: encoding,
    17: char_strings, 18: private, 19: subrs, 20: default_width_x, 21: nominal_width_x, 0xc00: copyright,
    0xc01: is_fixed_pitch, 0xc02: italic_angle, 0xc03: underline_position, 0xc04: underline_thickness,
    0xc05: paint_type, 0xc06: charstring_type, 0xc07: font_matrix, 0xc08: stroke_width, 0xc09: blue_scale,
    0xc0a: blue_shift, 0xc0b: blue_fuzz, 0xc0c: stem_snap_h, 0xc0d: stem_snap_v, 0xc0e: force_bold,
    0xc11: language_group, 0xc12: expansion_factor, 0xc13: initial_random_seed, 0xc14: synthetic_base,
    0xc15: post_script, 0xc16: base_font_name, 0xc17: base_font_blend, 0xc1e: ros, 0xc1f: cid_font_version,
    0xc20: cid_font_revision, 0xc21: cid_font_type, 0xc22: cid_count, 0xc23: uid_base, 0xc24: fd_array,
    0xc25: fd_select, 0xc26: font_name}
