# Segments of a JPEG file: frames, tables and scans, JFIF, Exif and the other common application segments.
# Specification: ITU-T T.81 | ISO/IEC 10918-1; JFIF 1.02 (ITU-T T.871); CIPA DC-008 "Exif"; Adobe TN 5116 (APP14);
# ICC.1 Annex B (APP2); Adobe "XMP Specification Part 3"; CIPA DC-007 "Multi-Picture Format"; IPTC IIM 4.2.
meta:
  id: jpeg
  title: JPEG image
  file-extension: [jpg, jpeg, jpe, jfif, jif, thm, mpo]
  xref:
    mime: image/jpeg
  license: Apache-2.0
  endian: be
  bit-endian: be
  imports: [icc, tiff]
  -detect:
    - {0: 'ff d8 ff'}
doc: |
  A photographic image: segments that each begin with a marker (0xff and a code). A scan's entropy-coded data follow
  its header segment; a byte 0xff in them is followed by 0x00 or by a restart marker.
doc-ref: https://www.w3.org/Graphics/JPEG/itu-t81.pdf
seq:
  - id: segments
    type: segment
    repeat: until
    repeat-until: _.is_end or _io.eof
  - id: trailing_data
    size-eos: true
    if: not _io.eof
    doc: Bytes behind the image, for example further images of a multi-picture file.
types:
  segment:
    -webide-representation: "{marker} {length:dec}"
    seq:
      - id: prefix
        contents: [0xff]
      - id: marker
        type: u1
        enum: marker
        if: next_byte != 0xff
        doc: Absent where the prefix is only a fill byte ahead of a marker.
      - id: length
        type: u2
        if: has_length
        doc: Bytes in the segment, with these two.
      - id: body
        size: 'length > 2 ? length - 2 : 0'
        if: has_length
        type:
          switch-on: marker
          cases:
            'marker::sof0': frame_header
            'marker::sof1': frame_header
            'marker::sof2': frame_header
            'marker::sof3': frame_header
            'marker::sof5': frame_header
            'marker::sof6': frame_header
            'marker::sof7': frame_header
            'marker::sof9': frame_header
            'marker::sof10': frame_header
            'marker::sof11': frame_header
            'marker::sof13': frame_header
            'marker::sof14': frame_header
            'marker::sof15': frame_header
            'marker::sof55': frame_header
            'marker::dhp': frame_header
            'marker::dht': huffman_tables
            'marker::dac': arithmetic_conditionings
            'marker::dqt': quantization_tables
            'marker::dri': restart_interval
            'marker::dnl': number_of_lines
            'marker::exp': expand_reference
            'marker::sos': scan_header
            'marker::com': comment
            'marker::app0': app0
            'marker::app1': app1
            'marker::app2': app2
            'marker::app12': app12
            'marker::app13': app13
            'marker::app14': app14
      - id: entropy_coded_data
        type: entropy_coded_piece
        repeat: until
        repeat-until: _.is_last or _io.eof
        if: is_scan
    instances:
      next_byte:
        pos: _io.pos
        type: u1
        doc: The byte behind the prefix.
      code:
        value: marker.to_i
        if: next_byte != 0xff
      has_length:
        value: next_byte != 0xff and code != 0 and code != 1 and (code < 0xd0 or code > 0xd9)
      is_scan:
        value: next_byte != 0xff and code == 0xda
      is_end:
        value: next_byte != 0xff and code == 0xd9
  entropy_coded_piece:
    doc: Coded data up to the next byte 0xff, then what stands there unless it is the marker of a segment.
    seq:
      - id: data
        terminator: 0xff
        consume: false
        eos-error: false
      - id: ending
        size: 2
        if: not is_last
        doc: Either ff 00, which stands for a data byte 0xff, or a restart marker.
    instances:
      is_last:
        value: '_io.size - _io.pos < 2 ? true : next_code != 0 and (next_code < 0xd0 or next_code > 0xd7)'
      next_code:
        pos: _io.pos + 1
        type: u1
        doc: The byte behind the 0xff.
  frame_header:
    seq:
      - id: sample_precision
        type: u1
        doc: In bits.
      - id: number_of_lines
        type: u2
        doc: The image's height; 0 when a DNL segment tells it.
      - id: samples_per_line
        type: u2
        doc: The image's width.
      - id: num_components
        type: u1
      - id: components
        type: frame_component
        repeat: expr
        repeat-expr: num_components
  frame_component:
    seq:
      - id: component_id
        type: u1
        doc: In a JFIF file 1 for Y, 2 for Cb, 3 for Cr.
      - id: horizontal_sampling_factor
        type: b4
      - id: vertical_sampling_factor
        type: b4
      - id: quantization_table
        type: u1
  huffman_tables:
    seq:
      - id: tables
        type: huffman_table
        repeat: eos
  huffman_table:
    seq:
      - id: table_class
        type: b4
        enum: huffman_class
      - id: destination
        type: b4
      - id: code_counts
        type: u1
        repeat: expr
        repeat-expr: 16
        doc: How many codes have a length of 1 to 16 bits.
      - id: values
        size: >-
          code_counts[0] + code_counts[1] + code_counts[2] + code_counts[3] + code_counts[4] + code_counts[5] +
          code_counts[6] + code_counts[7] + code_counts[8] + code_counts[9] + code_counts[10] + code_counts[11] +
          code_counts[12] + code_counts[13] + code_counts[14] + code_counts[15]
        doc: The symbols in order of their codes.
  arithmetic_conditionings:
    seq:
      - id: conditionings
        type: arithmetic_conditioning
        repeat: eos
  arithmetic_conditioning:
    seq:
      - id: table_class
        type: b4
        enum: huffman_class
      - id: destination
        type: b4
      - id: value
        type: u1
  quantization_tables:
    seq:
      - id: tables
        type: quantization_table
        repeat: eos
  quantization_table:
    seq:
      - id: precision
        type: b4
        doc: 0 for 8-bit values, 1 for 16-bit values.
      - id: destination
        type: b4
      - id: values
        type:
          switch-on: precision
          cases:
            0: u1
            _: u2
        repeat: expr
        repeat-expr: 64
        doc: In zigzag order.
  restart_interval:
    seq:
      - id: interval
        type: u2
        doc: Minimum coded units between restart markers; 0 turns them off.
  number_of_lines:
    seq:
      - id: number_of_lines
        type: u2
  expand_reference:
    seq:
      - id: expand_horizontally
        type: b4
      - id: expand_vertically
        type: b4
  scan_header:
    seq:
      - id: num_components
        type: u1
      - id: components
        type: scan_component
        repeat: expr
        repeat-expr: num_components
      - id: spectral_selection_start
        type: u1
      - id: spectral_selection_end
        type: u1
      - id: successive_approximation_high
        type: b4
      - id: successive_approximation_low
        type: b4
  scan_component:
    seq:
      - id: component_id
        type: u1
      - id: dc_table
        type: b4
      - id: ac_table
        type: b4
  comment:
    seq:
      - id: text
        type: str
        size-eos: true
        encoding: ISO-8859-1
  app0:
    seq:
      - id: identifier
        type: strz
        encoding: ASCII
        eos-error: false
      - id: body
        size-eos: true
        type:
          switch-on: identifier
          cases:
            '"JFIF"': jfif
            '"JFXX"': jfxx
  jfif:
    seq:
      - id: version_major
        type: u1
      - id: version_minor
        type: u1
      - id: units
        type: u1
        enum: density_unit
      - id: x_density
        type: u2
      - id: y_density
        type: u2
      - id: x_thumbnail
        type: u1
        doc: Width of the thumbnail.
      - id: y_thumbnail
        type: u1
        doc: Height of the thumbnail.
      - id: thumbnail
        size: 3 * x_thumbnail * y_thumbnail
        doc: Pixels of three bytes, red, green, blue.
  jfxx:
    seq:
      - id: extension_code
        type: u1
        enum: jfxx_extension
      - id: thumbnail
        size-eos: true
        type:
          switch-on: extension_code
          cases:
            'jfxx_extension::palette': palette_thumbnail
            'jfxx_extension::rgb': rgb_thumbnail
  palette_thumbnail:
    seq:
      - id: x_thumbnail
        type: u1
      - id: y_thumbnail
        type: u1
      - id: palette
        type: rgb
        repeat: expr
        repeat-expr: 256
      - id: pixels
        size: x_thumbnail * y_thumbnail
  rgb_thumbnail:
    seq:
      - id: x_thumbnail
        type: u1
      - id: y_thumbnail
        type: u1
      - id: pixels
        size: 3 * x_thumbnail * y_thumbnail
  rgb:
    seq:
      - id: red
        type: u1
      - id: green
        type: u1
      - id: blue
        type: u1
  app1:
    seq:
      - id: identifier
        type: strz
        encoding: ASCII
        eos-error: false
      - id: body
        size-eos: true
        type:
          switch-on: identifier
          cases:
            '"Exif"': exif
            '"http://ns.adobe.com/xap/1.0/"': xmp
            '"http://ns.adobe.com/xmp/extension/"': extended_xmp
  exif:
    seq:
      - id: padding
        size: 1
      - id: data
        type: tiff
        size-eos: true
  xmp:
    seq:
      - id: packet
        type: str
        size-eos: true
        encoding: UTF-8
  extended_xmp:
    seq:
      - id: guid
        type: str
        size: 32
        encoding: ASCII
        doc: MD5 of the whole extended packet in hexadecimal digits.
      - id: full_length
        type: u4
      - id: offset
        type: u4
        doc: Where this portion belongs in the extended packet.
      - id: portion
        size-eos: true
  app2:
    seq:
      - id: identifier
        type: strz
        encoding: ASCII
        eos-error: false
      - id: body
        size-eos: true
        type:
          switch-on: identifier
          cases:
            '"ICC_PROFILE"': icc_chunk
            '"MPF"': tiff
  icc_chunk:
    seq:
      - id: chunk_number
        type: u1
        doc: Counts from 1.
      - id: num_chunks
        type: u1
      - id: data
        size-eos: true
        type:
          switch-on: num_chunks
          cases:
            1: icc
        doc: A part of the ICC profile, or all of it.
  app12:
    seq:
      - id: identifier
        type: str
        size: 5
        encoding: ASCII
        if: _io.size >= 5
      - id: records
        type: ducky_record
        repeat: until
        repeat-until: _.tag == ducky_tag::end or _io.eof
        if: _io.size >= 7 and identifier == "Ducky"
      - id: data
        size-eos: true
  ducky_record:
    seq:
      - id: tag
        type: u2
        enum: ducky_tag
      - id: length
        type: u2
        if: tag != ducky_tag::end
      - id: data
        size: length
        if: tag != ducky_tag::end
  app13:
    seq:
      - id: identifier
        type: strz
        encoding: ASCII
        eos-error: false
      - id: image_resources
        type: image_resource
        repeat: eos
        if: identifier == "Photoshop 3.0"
      - id: data
        size-eos: true
        if: identifier != "Photoshop 3.0"
  image_resource:
    -webide-representation: "{resource_id} {length:dec}"
    seq:
      - id: signature
        type: str
        size: 4
        encoding: ASCII
        doc: Usually 8BIM.
      - id: resource_id
        type: u2
        enum: image_resource_id
      - id: name_length
        type: u1
      - id: name
        type: str
        size: name_length
        encoding: ISO-8859-1
      - id: name_padding
        size: (name_length + 1) % 2
      - id: length
        type: u4
      - id: data
        size: length
        type:
          switch-on: resource_id
          cases:
            'image_resource_id::iptc': iptc
      - id: padding
        size: length % 2
        if: not _io.eof
  iptc:
    seq:
      - id: datasets
        type: iptc_dataset
        repeat: eos
  iptc_dataset:
    -webide-representation: "{record:dec}:{dataset:dec}"
    seq:
      - id: tag_marker
        contents: [0x1c]
      - id: record
        type: u1
      - id: dataset
        type: u1
      - id: length
        type: u2
        doc: From 0x8000 on, the low 15 bits tell how many bytes hold the length proper.
      - id: extended_length
        type: u4
        if: length == 0x8004
      - id: data
        size: 'length == 0x8004 ? extended_length : length'
  app14:
    seq:
      - id: identifier
        type: str
        size: 5
        encoding: ASCII
        if: _io.size >= 5
      - id: adobe
        type: adobe
        if: _io.size >= 12 and identifier == "Adobe"
      - id: data
        size-eos: true
  adobe:
    seq:
      - id: version
        type: u2
      - id: flags0
        type: u2
      - id: flags1
        type: u2
      - id: color_transform
        type: u1
        enum: color_transform
enums:
  marker:
    {0x01: tem, 0xc0: sof0, 0xc1: sof1, 0xc2: sof2, 0xc3: sof3, 0xc4: dht, 0xc5: sof5, 0xc6: sof6, 0xc7: sof7,
    0xc8: jpg, 0xc9: sof9, 0xca: sof10, 0xcb: sof11, 0xcc: dac, 0xcd: sof13, 0xce: sof14, 0xcf: sof15, 0xd0: rst0,
    0xd1: rst1, 0xd2: rst2, 0xd3: rst3, 0xd4: rst4, 0xd5: rst5, 0xd6: rst6, 0xd7: rst7, 0xd8: soi, 0xd9: eoi, 0xda: sos,
    0xdb: dqt, 0xdc: dnl, 0xdd: dri, 0xde: dhp, 0xdf: exp, 0xe0: app0, 0xe1: app1, 0xe2: app2, 0xe3: app3, 0xe4: app4,
    0xe5: app5, 0xe6: app6, 0xe7: app7, 0xe8: app8, 0xe9: app9, 0xea: app10, 0xeb: app11, 0xec: app12, 0xed: app13,
    0xee: app14, 0xef: app15, 0xf7: sof55, 0xf8: lse, 0xfe: com}
  huffman_class: {0: dc, 1: ac}
  density_unit: {0: none, 1: per_inch, 2: per_centimeter}
  jfxx_extension: {0x10: jpeg, 0x11: palette, 0x13: rgb}
  color_transform: {0: unknown, 1: ycbcr, 2: ycck}
  ducky_tag: {0: end, 1: quality, 2: comment, 3: copyright}
  image_resource_id:
    {0x03ed: resolution_info, 0x03f3: print_flags, 0x0404: iptc, 0x0406: jpeg_quality, 0x0408: grid_and_guides,
    0x0409: thumbnail_4, 0x040a: copyright_flag, 0x040b: url, 0x040c: thumbnail_5, 0x040d: global_angle,
    0x040f: icc_profile, 0x0414: document_ids, 0x0419: global_altitude, 0x041a: slices, 0x0421: version_info,
    0x0422: exif_1, 0x0423: exif_3, 0x0424: xmp, 0x0425: caption_digest, 0x0426: print_scale,
    0x0428: pixel_aspect_ratio, 0x043a: print_information, 0x043b: print_style, 0x2710: print_flags_information}
