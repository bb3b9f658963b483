# TIFF 6.0 and BigTIFF: image file directories and their tags, with the Exif, GPS and interoperability directories.
# Specification: Adobe "TIFF Revision 6.0"; AWare Systems "BigTIFF Design"; CIPA DC-008 "Exif" (2.32); Adobe
# "Digital Negative (DNG) Specification"; ISO 12234-2 (TIFF/EP).
meta:
  id: tiff
  title: TIFF image
  file-extension: [tif, tiff, tf8, btf, dng]
  xref:
    mime: [image/tiff, image/tiff-fx]
  license: Apache-2.0
  imports: [icc]
  -detect:
    - {0: '49 49 2a 00'}
    - {0: '4d 4d 00 2a'}
    - {0: '49 49 2b 00 08 00 00 00'}
    - {0: '4d 4d 00 2b 00 08 00 00'}
doc: |
  Raster images, each described by a directory of tagged values (IFD); the values and the image data may lie anywhere
  in the file. Exif metadata in other image files has the same form. All offsets count from the byte order mark.
doc-ref: https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf
seq:
  - id: byte_order
    type: u2be
    enum: byte_order
  - id: body
    type: body
types:
  body:
    meta:
      endian:
        switch-on: _parent.byte_order
        cases:
          'byte_order::little_endian': le
          'byte_order::big_endian': be
    seq:
      - id: version
        type: u2
        enum: version
      - {id: offset_size, type: u2, if: 'version == version::bigtiff', doc: 'Bytes in an offset, 8.'}
      - {id: reserved, type: u2, if: 'version == version::bigtiff'}
      - id: first_ifd_offset
        type:
          switch-on: version
          cases:
            'version::bigtiff': u8
            _: u4
    instances:
      first_ifd:
        pos: first_ifd_offset
        type:
          switch-on: version
          cases:
            'version::bigtiff': big_ifd(first_ifd_offset.as<u8>, 0, 0)
            _: ifd(first_ifd_offset.as<u8>, 0, 0)
        if: first_ifd_offset != 0
    types:
      ifd:
        doc: An image file directory.
        params: [{id: ofs, type: u8}, {id: page, type: u4}, {id: level, type: u4}]
        seq:
          - {id: num_entries, type: u2}
          - {id: entries, type: 'entry(ofs + 2 + _index * 12, _index)', repeat: expr, repeat-expr: num_entries}
          - {id: next_ifd_offset, type: u4, doc: 0 in the last one.}
        instances:
          next_ifd:
            pos: next_ifd_offset
            type: ifd(next_ifd_offset, page + 1, level)
            if: next_ifd_offset != 0 and level == 0 and page < 1000
      gps_ifd:
        doc: An image file directory with GPS tags.
        params: [{id: ofs, type: u8}, {id: level, type: u4}]
        seq:
          - {id: num_entries, type: u2}
          - {id: entries, type: 'gps_entry(ofs + 2 + _index * 12, _index)', repeat: expr, repeat-expr: num_entries}
          - {id: next_ifd_offset, type: u4}
      interop_ifd:
        doc: An image file directory with interoperability tags.
        params: [{id: ofs, type: u8}, {id: level, type: u4}]
        seq:
          - {id: num_entries, type: u2}
          - {id: entries, type: 'interop_entry(ofs + 2 + _index * 12, _index)', repeat: expr, repeat-expr: num_entries}
          - {id: next_ifd_offset, type: u4}
      big_ifd:
        doc: An image file directory of a BigTIFF file.
        params: [{id: ofs, type: u8}, {id: page, type: u4}, {id: level, type: u4}]
        seq:
          - {id: num_entries, type: u8}
          - {id: entries, type: 'big_entry(ofs + 8 + _index * 20, _index)', repeat: expr, repeat-expr: num_entries}
          - {id: next_ifd_offset, type: u8, doc: 0 in the last one.}
        instances:
          next_ifd:
            pos: next_ifd_offset
            type: big_ifd(next_ifd_offset, page + 1, level)
            if: next_ifd_offset != 0 and level == 0 and page < 1000
      big_gps_ifd:
        doc: An image file directory of a BigTIFF file with GPS tags.
        params: [{id: ofs, type: u8}, {id: level, type: u4}]
        seq:
          - {id: num_entries, type: u8}
          - {id: entries, type: 'big_gps_entry(ofs + 8 + _index * 20, _index)', repeat: expr, repeat-expr: num_entries}
          - {id: next_ifd_offset, type: u8}
      entry:
        -webide-representation: "{tag} {field_type} {count:dec}"
        params: [{id: ofs, type: u8}, {id: index, type: u4}]
        seq:
          - {id: tag, type: u2, enum: tag}
          - {id: field_type, type: u2, enum: field_type}
          - {id: count, type: u4, doc: 'Values, not bytes.'}
          - id: value_or_offset
            type: u4
            doc: Where the values lie, if they need more than 4 bytes; else the values, from the first byte.
        instances:
          value_size:
            value: >-
              field_type.to_i > 18 ? 0 :
              count * [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8][field_type.to_i]
          value:
            pos: 'value_size <= 4 ? ofs + 8 : value_or_offset'
            size: value_size
            type: values(tag.to_i, field_type.to_i, byte_counts_index, _parent.as<ifd>.level, false)
            if: value_size > 0
          byte_counts_index:
            value: >-
              tag == tag::tile_offsets or tag == tag::jpeg_interchange_format ? index + 1 :
              tag != tag::strip_offsets ? 0 :
              _parent.as<ifd>.entries[index + 1].tag == tag::strip_byte_counts ? index + 1 :
              _parent.as<ifd>.entries[index + 2].tag == tag::strip_byte_counts ? index + 2 :
              _parent.as<ifd>.entries[index + 3].tag == tag::strip_byte_counts ? index + 3 :
              _parent.as<ifd>.entries[index + 4].tag == tag::strip_byte_counts ? index + 4 :
              _parent.as<ifd>.entries[index + 5].tag == tag::strip_byte_counts ? index + 5 : index + 6
            doc: Which entry holds the byte counts that belong to these offsets; the entries are sorted by tag.
      gps_entry:
        -webide-representation: "{tag} {field_type} {count:dec}"
        params: [{id: ofs, type: u8}, {id: index, type: u4}]
        seq:
          - {id: tag, type: u2, enum: gps_tag}
          - {id: field_type, type: u2, enum: field_type}
          - {id: count, type: u4, doc: 'Values, not bytes.'}
          - id: value_or_offset
            type: u4
            doc: Where the values lie, if they need more than 4 bytes; else the values, from the first byte.
        instances:
          value_size:
            value: >-
              field_type.to_i > 18 ? 0 :
              count * [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8][field_type.to_i]
          value:
            pos: 'value_size <= 4 ? ofs + 8 : value_or_offset'
            size: value_size
            type: values(0x10000 + tag.to_i, field_type.to_i, 0, _parent.as<gps_ifd>.level, false)
            if: value_size > 0
      interop_entry:
        -webide-representation: "{tag} {field_type} {count:dec}"
        params: [{id: ofs, type: u8}, {id: index, type: u4}]
        seq:
          - {id: tag, type: u2, enum: interop_tag}
          - {id: field_type, type: u2, enum: field_type}
          - {id: count, type: u4, doc: 'Values, not bytes.'}
          - id: value_or_offset
            type: u4
            doc: Where the values lie, if they need more than 4 bytes; else the values, from the first byte.
        instances:
          value_size:
            value: >-
              field_type.to_i > 18 ? 0 :
              count * [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8][field_type.to_i]
          value:
            pos: 'value_size <= 4 ? ofs + 8 : value_or_offset'
            size: value_size
            type: values(0x20000 + tag.to_i, field_type.to_i, 0, _parent.as<interop_ifd>.level, false)
            if: value_size > 0
      big_entry:
        -webide-representation: "{tag} {field_type} {count:dec}"
        params: [{id: ofs, type: u8}, {id: index, type: u4}]
        seq:
          - {id: tag, type: u2, enum: tag}
          - {id: field_type, type: u2, enum: field_type}
          - {id: count, type: u8, doc: 'Values, not bytes.'}
          - id: value_or_offset
            type: u8
            doc: Where the values lie, if they need more than 8 bytes; else the values, from the first byte.
        instances:
          value_size:
            value: >-
              field_type.to_i > 18 ? 0 :
              count * [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8][field_type.to_i]
          value:
            pos: 'value_size <= 8 ? ofs + 12 : value_or_offset'
            size: value_size
            type: values(tag.to_i, field_type.to_i, byte_counts_index, _parent.as<big_ifd>.level, true)
            if: value_size > 0
          byte_counts_index:
            value: >-
              tag == tag::tile_offsets or tag == tag::jpeg_interchange_format ? index + 1 :
              tag != tag::strip_offsets ? 0 :
              _parent.as<big_ifd>.entries[index + 1].tag == tag::strip_byte_counts ? index + 1 :
              _parent.as<big_ifd>.entries[index + 2].tag == tag::strip_byte_counts ? index + 2 :
              _parent.as<big_ifd>.entries[index + 3].tag == tag::strip_byte_counts ? index + 3 :
              _parent.as<big_ifd>.entries[index + 4].tag == tag::strip_byte_counts ? index + 4 :
              _parent.as<big_ifd>.entries[index + 5].tag == tag::strip_byte_counts ? index + 5 : index + 6
            doc: Which entry holds the byte counts that belong to these offsets; the entries are sorted by tag.
      big_gps_entry:
        -webide-representation: "{tag} {field_type} {count:dec}"
        params: [{id: ofs, type: u8}, {id: index, type: u4}]
        seq:
          - {id: tag, type: u2, enum: gps_tag}
          - {id: field_type, type: u2, enum: field_type}
          - {id: count, type: u8, doc: 'Values, not bytes.'}
          - id: value_or_offset
            type: u8
            doc: Where the values lie, if they need more than 8 bytes; else the values, from the first byte.
        instances:
          value_size:
            value: >-
              field_type.to_i > 18 ? 0 :
              count * [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8][field_type.to_i]
          value:
            pos: 'value_size <= 8 ? ofs + 12 : value_or_offset'
            size: value_size
            type: values(0x10000 + tag.to_i, field_type.to_i, 0, _parent.as<big_gps_ifd>.level, true)
            if: value_size > 0
      values:
        params:
          - {id: tag, type: u4, doc: 'The tag, plus 0x10000 for GPS tags, 0x20000 for interoperability tags.'}
          - {id: field_type, type: u2}
          - {id: byte_counts_index, type: u4}
          - {id: level, type: u4, doc: How many directories the directory lies in.}
          - {id: is_big, type: bool}
        seq:
          - id: items
            type:
              switch-on: code
              cases:
                37385: flash_value
                0x100111: strip(_index)
                0x100144: strip(_index)
                0x100201: strip(_index)
                0x200111: big_strip(_index)
                0x200144: big_strip(_index)
                0x10014a: pointer(0)
                0x108769: pointer(0)
                0x108825: pointer(1)
                0x10a005: pointer(2)
                0x20014a: big_pointer(0)
                0x208769: big_pointer(0)
                0x208825: big_pointer(1)
                0x3002bc: utf8_text
                0x309000: version_text
                0x30a000: version_text
                0x320002: version_text
                0x308773: icc_profile
                0x309101: component_value
                0x309286: encoded_text
                0x31001b: encoded_text
                0x31001c: encoded_text
                0x309c9b: utf16_text
                0x309c9c: utf16_text
                0x309c9d: utf16_text
                0x309c9e: utf16_text
                0x309c9f: utf16_text
                0x30a300: file_source_value
                0x30a301: scene_type_value
                0x4000fe: subfile_type
                0x500001: u1
                0x500002: ascii_text
                0x500004: u4
                0x500005: rational
                0x500006: s1
                0x500007: blob
                0x500008: s2
                0x500009: s4
                0x50000a: srational
                0x50000b: f4
                0x50000c: f8
                0x50000d: u4
                0x500010: u8
                0x500011: s8
                0x500012: u8
                255: old_subfile_type_value
                259: compression_value
                262: photometric_interpretation_value
                263: threshholding_value
                266: fill_order_value
                274: orientation_value
                284: planar_configuration_value
                290: gray_response_unit_value
                296: resolution_unit_value
                317: predictor_value
                332: ink_set_value
                338: extra_samples_value
                339: sample_format_value
                531: ycbcr_positioning_value
                34850: exposure_program_value
                34864: sensitivity_type_value
                37383: metering_mode_value
                37384: light_source_value
                37392: focal_plane_unit_value
                40961: color_space_value
                41488: focal_plane_unit_value
                41495: sensing_method_value
                41985: custom_rendered_value
                41986: exposure_mode_value
                41987: white_balance_value
                41990: scene_capture_type_value
                41991: gain_control_value
                41992: level_value
                41993: level_value
                41994: level_value
                41996: subject_distance_range_value
                50711: cfa_layout_value
                50778: light_source_value
                50779: light_source_value
                65566: differential_value
                _: u2
            repeat: eos
        instances:
          code:
            value: >-
              field_type == 3 ? tag :
              ((tag == 273 or tag == 324 or tag == 513) and byte_counts_index != 0) or
              tag == 330 or tag == 34665 or tag == 34853 or tag == 40965 ?
              (field_type == 4 or field_type == 13 ? 0x100000 + tag :
              field_type == 16 or field_type == 18 ? 0x200000 + tag : 0x500000 + field_type) :
              (field_type == 1 or field_type == 7) and (tag == 700 or tag == 36864 or tag == 37121 or tag == 37510 or
              (tag >= 40091 and tag <= 40095) or tag == 40960 or tag == 41728 or tag == 41729 or
              tag == 34675 or tag == 0x1001b or tag == 0x1001c or tag == 0x20002) ? 0x300000 + tag :
              tag == 254 and field_type == 4 ? 0x400000 + tag :
              field_type == 1 and _io.size > 64 ? 0x500007 :
              0x500000 + field_type
            doc: What the items are; a plain number for 16-bit ones.
          byte_counts:
            value: >-
              is_big ?
              _parent.as<big_entry>._parent.as<big_ifd>.entries[byte_counts_index].value :
              _parent.as<entry>._parent.as<ifd>.entries[byte_counts_index].value
            if: byte_counts_index != 0
      strip:
        -webide-representation: "{offset:hex}"
        params: [{id: index, type: u4}]
        seq: [{id: offset, type: u4}]
        instances:
          data:
            io: _root._io
            pos: offset
            size: _parent.as<values>.byte_counts.items[index].as<u4>
            doc: A strip, tile or thumbnail.
      big_strip:
        -webide-representation: "{offset:hex}"
        params: [{id: index, type: u4}]
        seq: [{id: offset, type: u8}]
        instances:
          data:
            io: _root._io
            pos: offset
            size: _parent.as<values>.byte_counts.items[index].as<u8>
            doc: A strip or tile.
      pointer:
        -webide-representation: "{offset:hex}"
        params: [{id: kind, type: u1}]
        seq: [{id: offset, type: u4}]
        instances:
          ifd:
            io: _root._io
            pos: offset
            type:
              switch-on: kind
              cases:
                0: ifd(offset, 0, _parent.as<values>.level + 1)
                1: gps_ifd(offset, _parent.as<values>.level + 1)
                2: interop_ifd(offset, _parent.as<values>.level + 1)
            if: offset != 0 and _parent.as<values>.level < 2
      big_pointer:
        -webide-representation: "{offset:hex}"
        params: [{id: kind, type: u1}]
        seq: [{id: offset, type: u8}]
        instances:
          ifd:
            io: _root._io
            pos: offset
            type:
              switch-on: kind
              cases:
                0: big_ifd(offset, 0, _parent.as<values>.level + 1)
                1: big_gps_ifd(offset, _parent.as<values>.level + 1)
            if: offset != 0 and _parent.as<values>.level < 2
      rational:
        -webide-representation: "{numerator:dec}/{denominator:dec}"
        seq: [{id: numerator, type: u4}, {id: denominator, type: u4}]
      srational:
        -webide-representation: "{numerator:dec}/{denominator:dec}"
        seq: [{id: numerator, type: s4}, {id: denominator, type: s4}]
      ascii_text: {seq: [{id: value, type: strz, encoding: ISO-8859-1, eos-error: false}]}
      utf8_text: {seq: [{id: value, type: str, size-eos: true, encoding: UTF-8}]}
      utf16_text: {seq: [{id: value, type: str, size-eos: true, encoding: UTF-16LE}]}
      version_text: {seq: [{id: value, type: str, size: 4, encoding: ASCII}]}
      encoded_text:
        seq:
          - id: character_code
            size: 8
            doc: ASCII, JIS or UNICODE, padded with zeros; all zeros when undefined.
          - {id: text, size-eos: true}
      icc_profile: {seq: [{id: profile, type: icc, size-eos: true}]}
      blob: {seq: [{id: data, size-eos: true}]}
      subfile_type:
        doc: NewSubfileType.
        seq: [{id: value, type: u4}]
        instances:
          reduced_resolution: {value: value & 1 != 0}
          page: {value: value & 2 != 0}
          transparency_mask: {value: value & 4 != 0}
      flash_value:
        seq: [{id: value, type: u2}]
        instances:
          fired: {value: value & 1 != 0}
          strobe_return: {value: value >> 1 & 3, enum: strobe_return}
          mode: {value: value >> 3 & 3, enum: flash_mode}
          no_flash_function: {value: value & 0x20 != 0}
          red_eye_reduction: {value: value & 0x40 != 0}
      component_value: {seq: [{id: value, type: u1, enum: component}]}
      file_source_value: {seq: [{id: value, type: u1, enum: file_source}]}
      scene_type_value: {seq: [{id: value, type: u1, enum: scene_type}]}
      old_subfile_type_value: {seq: [{id: value, type: u2, enum: old_subfile_type}]}
      compression_value: {seq: [{id: value, type: u2, enum: compression}]}
      photometric_interpretation_value: {seq: [{id: value, type: u2, enum: photometric_interpretation}]}
      threshholding_value: {seq: [{id: value, type: u2, enum: threshholding}]}
      fill_order_value: {seq: [{id: value, type: u2, enum: fill_order}]}
      orientation_value: {seq: [{id: value, type: u2, enum: orientation}]}
      planar_configuration_value: {seq: [{id: value, type: u2, enum: planar_configuration}]}
      gray_response_unit_value: {seq: [{id: value, type: u2, enum: gray_response_unit}]}
      resolution_unit_value: {seq: [{id: value, type: u2, enum: resolution_unit}]}
      predictor_value: {seq: [{id: value, type: u2, enum: predictor}]}
      ink_set_value: {seq: [{id: value, type: u2, enum: ink_set}]}
      extra_samples_value: {seq: [{id: value, type: u2, enum: extra_samples}]}
      sample_format_value: {seq: [{id: value, type: u2, enum: sample_format}]}
      ycbcr_positioning_value: {seq: [{id: value, type: u2, enum: ycbcr_positioning}]}
      exposure_program_value: {seq: [{id: value, type: u2, enum: exposure_program}]}
      sensitivity_type_value: {seq: [{id: value, type: u2, enum: sensitivity_type}]}
      metering_mode_value: {seq: [{id: value, type: u2, enum: metering_mode}]}
      light_source_value: {seq: [{id: value, type: u2, enum: light_source}]}
      focal_plane_unit_value: {seq: [{id: value, type: u2, enum: focal_plane_unit}]}
      color_space_value: {seq: [{id: value, type: u2, enum: color_space}]}
      sensing_method_value: {seq: [{id: value, type: u2, enum: sensing_method}]}
      custom_rendered_value: {seq: [{id: value, type: u2, enum: custom_rendered}]}
      exposure_mode_value: {seq: [{id: value, type: u2, enum: exposure_mode}]}
      white_balance_value: {seq: [{id: value, type: u2, enum: white_balance}]}
      scene_capture_type_value: {seq: [{id: value, type: u2, enum: scene_capture_type}]}
      gain_control_value: {seq: [{id: value, type: u2, enum: gain_control}]}
      level_value: {seq: [{id: value, type: u2, enum: level}]}
      subject_distance_range_value: {seq: [{id: value, type: u2, enum: subject_distance_range}]}
      cfa_layout_value: {seq: [{id: value, type: u2, enum: cfa_layout}]}
      differential_value: {seq: [{id: value, type: u2, enum: differential}]}
enums:
  byte_order: {0x4949: little_endian, 0x4d4d: big_endian}
  version: {42: classic, 43: bigtiff}
  field_type:
    {1: byte, 2: ascii, 3: short, 4: long, 5: rational, 6: sbyte, 7: undefined, 8: sshort, 9: slong, 10: srational,
    11: float, 12: double, 13: ifd, 16: long8, 17: slong8, 18: ifd8}
  tag:
    {254: new_subfile_type, 255: subfile_type, 256: image_width, 257: image_length, 258: bits_per_sample,
    259: compression, 262: photometric_interpretation, 263: threshholding, 264: cell_width, 265: cell_length,
    266: fill_order, 269: document_name, 270: image_description, 271: make, 272: model, 273: strip_offsets,
    274: orientation, 277: samples_per_pixel, 278: rows_per_strip, 279: strip_byte_counts, 280: min_sample_value,
    281: max_sample_value, 282: x_resolution, 283: y_resolution, 284: planar_configuration, 285: page_name,
    286: x_position, 287: y_position, 288: free_offsets, 289: free_byte_counts, 290: gray_response_unit,
    291: gray_response_curve, 292: t4_options, 293: t6_options, 296: resolution_unit, 297: page_number,
    301: transfer_function, 305: software, 306: date_time, 315: artist, 316: host_computer, 317: predictor,
    318: white_point, 319: primary_chromaticities, 320: color_map, 321: halftone_hints, 322: tile_width,
    323: tile_length, 324: tile_offsets, 325: tile_byte_counts, 326: bad_fax_lines, 327: clean_fax_data,
    328: consecutive_bad_fax_lines, 330: sub_ifds, 332: ink_set, 333: ink_names, 334: number_of_inks, 336: dot_range,
    337: target_printer, 338: extra_samples, 339: sample_format, 340: smin_sample_value, 341: smax_sample_value,
    342: transfer_range, 343: clip_path, 344: x_clip_path_units, 345: y_clip_path_units, 346: indexed,
    347: jpeg_tables, 351: opi_proxy, 400: global_parameters_ifd, 401: profile_type, 402: fax_profile,
    403: coding_methods, 404: version_year, 405: mode_number, 433: decode, 434: default_image_color, 512: jpeg_proc,
    513: jpeg_interchange_format, 514: jpeg_interchange_format_length, 515: jpeg_restart_interval,
    517: jpeg_lossless_predictors, 518: jpeg_point_transforms, 519: jpeg_q_tables, 520: jpeg_dc_tables,
    521: jpeg_ac_tables, 529: ycbcr_coefficients, 530: ycbcr_sub_sampling, 531: ycbcr_positioning,
    532: reference_black_white, 559: strip_row_counts, 700: xmp, 18246: rating, 18249: rating_percent,
    32781: image_id, 32995: matteing, 32996: data_type, 32997: image_depth, 32998: tile_depth,
    33421: cfa_repeat_pattern_dim, 33422: cfa_pattern, 33423: battery_level, 33432: copyright, 33434: exposure_time,
    33437: f_number, 33550: model_pixel_scale, 33723: iptc, 33922: model_tiepoint, 34264: model_transformation,
    34377: photoshop, 34665: exif_ifd, 34675: icc_profile, 34732: image_layer, 34735: geo_key_directory,
    34736: geo_double_params, 34737: geo_ascii_params, 34850: exposure_program, 34852: spectral_sensitivity,
    34853: gps_ifd, 34855: photographic_sensitivity, 34856: oecf, 34858: time_zone_offset, 34864: sensitivity_type,
    34865: standard_output_sensitivity, 34866: recommended_exposure_index, 34867: iso_speed,
    34868: iso_speed_latitude_yyy, 34869: iso_speed_latitude_zzz, 36864: exif_version, 36867: date_time_original,
    36868: date_time_digitized, 36880: offset_time, 36881: offset_time_original, 36882: offset_time_digitized,
    37121: components_configuration, 37122: compressed_bits_per_pixel, 37377: shutter_speed_value,
    37378: aperture_value, 37379: brightness_value, 37380: exposure_bias_value, 37381: max_aperture_value,
    37382: subject_distance, 37383: metering_mode, 37384: light_source, 37385: flash, 37386: focal_length,
    37387: flash_energy_ep, 37392: focal_plane_resolution_unit_ep, 37393: image_number, 37396: subject_area,
    37500: maker_note, 37510: user_comment, 37520: sub_sec_time, 37521: sub_sec_time_original,
    37522: sub_sec_time_digitized, 37724: image_source_data, 37888: temperature, 37889: humidity, 37890: pressure,
    37891: water_depth, 37892: acceleration, 37893: camera_elevation_angle, 40091: xp_title, 40092: xp_comment,
    40093: xp_author, 40094: xp_keywords, 40095: xp_subject, 40960: flashpix_version, 40961: color_space,
    40962: pixel_x_dimension, 40963: pixel_y_dimension, 40964: related_sound_file, 40965: interoperability_ifd,
    41483: flash_energy, 41484: spatial_frequency_response, 41486: focal_plane_x_resolution,
    41487: focal_plane_y_resolution, 41488: focal_plane_resolution_unit, 41492: subject_location,
    41493: exposure_index, 41495: sensing_method, 41728: file_source, 41729: scene_type, 41730: exif_cfa_pattern,
    41985: custom_rendered, 41986: exposure_mode, 41987: white_balance, 41988: digital_zoom_ratio,
    41989: focal_length_in_35mm_film, 41990: scene_capture_type, 41991: gain_control, 41992: contrast,
    41993: saturation, 41994: sharpness, 41995: device_setting_description, 41996: subject_distance_range,
    42016: image_unique_id, 42032: camera_owner_name, 42033: body_serial_number, 42034: lens_specification,
    42035: lens_make, 42036: lens_model, 42037: lens_serial_number, 42080: composite_image,
    42081: source_image_number_of_composite_image, 42082: source_exposure_times_of_composite_image,
    42112: gdal_metadata, 42113: gdal_nodata, 42240: gamma, 50341: print_image_matching, 50706: dng_version,
    50707: dng_backward_version, 50708: unique_camera_model, 50709: localized_camera_model, 50710: cfa_plane_color,
    50711: cfa_layout, 50712: linearization_table, 50713: black_level_repeat_dim, 50714: black_level,
    50715: black_level_delta_h, 50716: black_level_delta_v, 50717: white_level, 50718: default_scale,
    50719: default_crop_origin, 50720: default_crop_size, 50721: color_matrix_1, 50722: color_matrix_2,
    50723: camera_calibration_1, 50724: camera_calibration_2, 50725: reduction_matrix_1, 50726: reduction_matrix_2,
    50727: analog_balance, 50728: as_shot_neutral, 50729: as_shot_white_xy, 50730: baseline_exposure,
    50731: baseline_noise, 50732: baseline_sharpness, 50733: bayer_green_split, 50734: linear_response_limit,
    50735: camera_serial_number, 50736: lens_info, 50737: chroma_blur_radius, 50738: anti_alias_strength,
    50739: shadow_scale, 50740: dng_private_data, 50741: maker_note_safety, 50778: calibration_illuminant_1,
    50779: calibration_illuminant_2, 50780: best_quality_scale, 50781: raw_data_unique_id,
    50827: original_raw_file_name, 50828: original_raw_file_data, 50829: active_area, 50830: masked_areas,
    50831: as_shot_icc_profile, 50832: as_shot_pre_profile_matrix, 50833: current_icc_profile,
    50834: current_pre_profile_matrix, 50879: colorimetric_reference, 50931: camera_calibration_signature,
    50932: profile_calibration_signature, 50934: as_shot_profile_name, 50935: noise_reduction_applied,
    50936: profile_name, 50937: profile_hue_sat_map_dims, 50938: profile_hue_sat_map_data_1,
    50939: profile_hue_sat_map_data_2, 50940: profile_tone_curve, 50941: profile_embed_policy,
    50942: profile_copyright, 50964: forward_matrix_1, 50965: forward_matrix_2, 50966: preview_application_name,
    50967: preview_application_version, 50968: preview_settings_name, 50969: preview_settings_digest,
    50970: preview_color_space, 50971: preview_date_time, 50972: raw_image_digest, 50973: original_raw_file_digest,
    50974: sub_tile_block_size, 50975: row_interleave_factor, 50981: profile_look_table_dims,
    50982: profile_look_table_data, 51008: opcode_list_1, 51009: opcode_list_2, 51022: opcode_list_3,
    51041: noise_profile}
  gps_tag:
    {0: version_id, 1: latitude_ref, 2: latitude, 3: longitude_ref, 4: longitude, 5: altitude_ref, 6: altitude,
    7: time_stamp, 8: satellites, 9: status, 10: measure_mode, 11: dop, 12: speed_ref, 13: speed, 14: track_ref,
    15: track, 16: img_direction_ref, 17: img_direction, 18: map_datum, 19: dest_latitude_ref, 20: dest_latitude,
    21: dest_longitude_ref, 22: dest_longitude, 23: dest_bearing_ref, 24: dest_bearing, 25: dest_distance_ref,
    26: dest_distance, 27: processing_method, 28: area_information, 29: date_stamp, 30: differential,
    31: h_positioning_error}
  interop_tag:
    {1: interoperability_index, 2: interoperability_version, 4096: related_image_file_format,
    4097: related_image_width, 4098: related_image_length}
  old_subfile_type: {1: full_resolution, 2: reduced_resolution, 3: page_of_several}
  compression:
    {1: none, 2: ccitt_1d, 3: t4_fax, 4: t6_fax, 5: lzw, 6: old_jpeg, 7: jpeg, 8: deflate, 9: t85_jbig, 10: t43_jbig,
    32766: next, 32771: ccitt_word_aligned, 32773: packbits, 32809: thunderscan, 32895: it8_ct_padded,
    32896: it8_linework, 32897: it8_monochrome, 32898: it8_binary_line_art, 32908: pixar_film, 32909: pixar_log,
    32946: old_deflate, 32947: dcs, 34661: jbig, 34676: sgi_log, 34677: sgi_log24, 34712: jpeg2000, 34887: lerc,
    34892: lossy_jpeg, 34925: lzma, 50000: zstd, 50001: webp, 50002: jpeg_xl, 52546: dng_jpeg_xl}
  photometric_interpretation:
    {0: white_is_zero, 1: black_is_zero, 2: rgb, 3: palette_color, 4: transparency_mask, 5: cmyk, 6: ycbcr, 8: cielab,
    9: icclab, 10: itulab, 32803: cfa, 32844: log_l, 32845: log_luv, 34892: linear_raw, 51177: depth_map}
  threshholding: {1: bilevel, 2: halftone, 3: error_diffusion}
  fill_order: {1: msb_first, 2: lsb_first}
  orientation:
    {1: top_left, 2: top_right, 3: bottom_right, 4: bottom_left, 5: left_top, 6: right_top, 7: right_bottom,
    8: left_bottom}
  planar_configuration: {1: chunky, 2: planar}
  gray_response_unit: {1: tenths, 2: hundredths, 3: thousandths, 4: ten_thousandths, 5: hundred_thousandths}
  resolution_unit: {1: none, 2: inch, 3: centimeter}
  predictor:
    {1: none, 2: horizontal, 3: floating_point, 34892: horizontal_x2, 34893: horizontal_x4, 34894: floating_point_x2,
    34895: floating_point_x4}
  ink_set: {1: cmyk, 2: not_cmyk}
  extra_samples: {0: unspecified, 1: associated_alpha, 2: unassociated_alpha}
  sample_format:
    {1: unsigned_integer, 2: signed_integer, 3: ieee_float, 4: undefined, 5: complex_integer, 6: complex_ieee_float}
  ycbcr_positioning: {1: centered, 2: cosited}
  exposure_program:
    {0: undefined, 1: manual, 2: normal, 3: aperture_priority, 4: shutter_priority, 5: creative, 6: action,
    7: portrait, 8: landscape}
  sensitivity_type:
    {0: unknown, 1: sos, 2: rei, 3: iso_speed, 4: sos_rei, 5: sos_iso_speed, 6: rei_iso_speed, 7: sos_rei_iso_speed}
  metering_mode:
    {0: unknown, 1: average, 2: center_weighted_average, 3: spot, 4: multi_spot, 5: pattern, 6: partial, 255: other}
  light_source:
    {0: unknown, 1: daylight, 2: fluorescent, 3: tungsten, 4: flash, 9: fine_weather, 10: cloudy_weather, 11: shade,
    12: daylight_fluorescent, 13: day_white_fluorescent, 14: cool_white_fluorescent, 15: white_fluorescent,
    16: warm_white_fluorescent, 17: standard_light_a, 18: standard_light_b, 19: standard_light_c, 20: d55, 21: d65,
    22: d75, 23: d50, 24: iso_studio_tungsten, 255: other}
  strobe_return: {0: no_detection_function, 2: not_detected, 3: detected}
  flash_mode: {0: unknown, 1: compulsory_firing, 2: compulsory_suppression, 3: auto}
  focal_plane_unit: {1: none, 2: inch, 3: centimeter, 4: millimeter, 5: micrometer}
  color_space: {1: srgb, 0xffff: uncalibrated}
  sensing_method:
    {1: undefined, 2: one_chip_color_area, 3: two_chip_color_area, 4: three_chip_color_area, 5: color_sequential_area,
    7: trilinear, 8: color_sequential_linear}
  custom_rendered: {0: normal, 1: custom}
  exposure_mode: {0: auto, 1: manual, 2: auto_bracket}
  white_balance: {0: auto, 1: manual}
  scene_capture_type: {0: standard, 1: landscape, 2: portrait, 3: night}
  gain_control: {0: none, 1: low_gain_up, 2: high_gain_up, 3: low_gain_down, 4: high_gain_down}
  level: {0: normal, 1: low, 2: high}
  subject_distance_range: {0: unknown, 1: macro, 2: close, 3: distant}
  cfa_layout: {1: rectangular, 2: even_columns_down, 3: even_columns_up, 4: even_rows_right, 5: even_rows_left}
  differential: {0: without_correction, 1: with_correction}
  component: {0: none, 1: y, 2: cb, 3: cr, 4: r, 5: g, 6: b}
  file_source: {0: others, 1: transparent_scanner, 2: reflection_scanner, 3: digital_still_camera}
  scene_type: {1: directly_photographed}
