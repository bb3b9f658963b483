# EDID: display identification data with its extension blocks (CTA-861, DisplayID, block map, ...).
# Specification: VESA "Enhanced EDID Standard" Release A, Revision 2 (EDID 1.4) and 1.3; CTA-861-G/H; HDMI 1.4b and 2.1;
# VESA DisplayID 1.3 and 2.0.
meta:
  id: edid
  title: EDID display data
  file-extension: edid
  license: Apache-2.0
  endian: le
  bit-endian: be
  imports: [edid_detailed_timing, cta_861]
  -detect:
    - {0: '00 ff ff ff ff ff ff 00', 18: '01'}
doc: |
  What a display tells about itself: maker, size, colours and timings. A base block of 128 bytes and extension blocks.
doc-ref: https://vesa.org/vesa-standards/
seq:
  - id: base
    type: base_block
    size: 128
  - id: extensions
    type: extension_block
    size: 128
    repeat: expr
    repeat-expr: num_extensions
  - id: remaining
    size-eos: true
    if: not _io.eof
instances:
  blocks_present:
    value: (_io.size - 128) / 128
    doc: Whole extension blocks that the file has room for.
  num_extensions:
    value: 'base.extension_count > blocks_present ? blocks_present : base.extension_count'
types:
  base_block:
    seq:
      - id: header
        contents: [0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00]
      - id: manufacturer
        type: manufacturer_id
      - id: product_code
        type: u2
      - id: serial_number
        type: u4
        doc: 0 when it is not used.
      - id: week_of_manufacture
        type: u1
        doc: 0 when unknown; 255 when the year is the model year.
      - id: year_code
        type: u1
        doc: Years since 1990.
      - id: version
        type: u1
      - id: revision
        type: u1
      - id: video_input
        type: video_input
      - id: horizontal_size
        type: u1
        doc: In centimetres; when the vertical size is 0, the aspect ratio of a landscape screen (this + 99) / 100.
      - id: vertical_size
        type: u1
        doc: In centimetres; when the horizontal size is 0, the aspect ratio of a portrait screen 100 / (this + 99).
      - id: gamma_code
        type: u1
        doc: (Gamma - 1) * 100; 255 when it is told elsewhere.
      - id: features
        type: features
      - id: chromaticity
        type: chromaticity
      - id: established_timings
        type: established_timings
      - id: standard_timings
        type: standard_timing
        repeat: expr
        repeat-expr: 8
      - id: descriptors
        type: descriptor
        repeat: expr
        repeat-expr: 4
      - id: extension_count
        type: u1
      - id: checksum
        type: u1
        doc: The sum of all bytes of the block is 0 modulo 256.
    instances:
      year:
        value: year_code + 1990
      gamma:
        value: (gamma_code + 100) / 100.0
        if: gamma_code != 255
  manufacturer_id:
    doc: Three letters, A is 1.
    seq:
      - id: reserved
        type: b1
      - id: letter1
        type: b5
        enum: letter
      - id: letter2
        type: b5
        enum: letter
      - id: letter3
        type: b5
        enum: letter
  video_input:
    seq:
      - {id: is_digital, type: b1}
      - {id: signal_level, type: b2, enum: signal_level, if: not is_digital}
      - {id: blank_to_black_setup, type: b1, if: not is_digital, doc: A setup (pedestal) is expected.}
      - {id: separate_sync, type: b1, if: not is_digital}
      - {id: composite_sync, type: b1, if: not is_digital, doc: On the horizontal sync line.}
      - {id: sync_on_green, type: b1, if: not is_digital}
      - {id: serrated_vsync, type: b1, if: not is_digital}
      - {id: color_bit_depth, type: b3, enum: color_bit_depth, if: is_digital, doc: From EDID 1.4 on.}
      - id: interface
        type: b4
        enum: video_interface
        if: is_digital
        doc: From EDID 1.4 on; in EDID 1.3 an odd value means DFP 1.x.
  features:
    seq:
      - id: standby
        type: b1
      - id: suspend
        type: b1
      - id: active_off
        type: b1
        doc: Very low power.
      - id: color_type
        type: b2
        doc: >-
          Analogue display - 0 monochrome, 1 RGB, 2 other, 3 undefined. Digital display of EDID 1.4 - bit 1 YCbCr 4:2:2,
          bit 0 YCbCr 4:4:4.
      - id: srgb_default
        type: b1
        doc: sRGB is the default colour space.
      - id: preferred_timing_native
        type: b1
        doc: The first detailed timing is the preferred one; in EDID 1.4 it is the native one, too.
      - id: continuous_frequency
        type: b1
        doc: In EDID 1.3 that the display supports the general timing formula.
  chromaticity:
    doc: Coordinates of 10 bits, in units of 1 / 1024.
    seq:
      - id: red_x_low
        type: b2
      - id: red_y_low
        type: b2
      - id: green_x_low
        type: b2
      - id: green_y_low
        type: b2
      - id: blue_x_low
        type: b2
      - id: blue_y_low
        type: b2
      - id: white_x_low
        type: b2
      - id: white_y_low
        type: b2
      - id: red_x_high
        type: u1
      - id: red_y_high
        type: u1
      - id: green_x_high
        type: u1
      - id: green_y_high
        type: u1
      - id: blue_x_high
        type: u1
      - id: blue_y_high
        type: u1
      - id: white_x_high
        type: u1
      - id: white_y_high
        type: u1
    instances:
      red_x: {value: red_x_high << 2 | red_x_low}
      red_y: {value: red_y_high << 2 | red_y_low}
      green_x: {value: green_x_high << 2 | green_x_low}
      green_y: {value: green_y_high << 2 | green_y_low}
      blue_x: {value: blue_x_high << 2 | blue_x_low}
      blue_y: {value: blue_y_high << 2 | blue_y_low}
      white_x: {value: white_x_high << 2 | white_x_low}
      white_y: {value: white_y_high << 2 | white_y_low}
  established_timings:
    seq:
      - {id: t720x400_70hz, type: b1}
      - {id: t720x400_88hz, type: b1}
      - {id: t640x480_60hz, type: b1}
      - {id: t640x480_67hz, type: b1}
      - {id: t640x480_72hz, type: b1}
      - {id: t640x480_75hz, type: b1}
      - {id: t800x600_56hz, type: b1}
      - {id: t800x600_60hz, type: b1}
      - {id: t800x600_72hz, type: b1}
      - {id: t800x600_75hz, type: b1}
      - {id: t832x624_75hz, type: b1}
      - {id: t1024x768i_87hz, type: b1}
      - {id: t1024x768_60hz, type: b1}
      - {id: t1024x768_70hz, type: b1}
      - {id: t1024x768_75hz, type: b1}
      - {id: t1280x1024_75hz, type: b1}
      - {id: t1152x870_75hz, type: b1}
      - {id: manufacturer_timings, type: b7}
  standard_timing:
    -webide-representation: "{horizontal_code:dec} {aspect_ratio} {refresh_code:dec}"
    seq:
      - id: horizontal_code
        type: u1
        doc: Columns / 8 - 31; 1, with a second byte of 1, for an unused entry.
      - id: aspect_ratio
        type: b2
        enum: aspect_ratio
      - id: refresh_code
        type: b6
        doc: Refresh rate in hertz, less 60.
    instances:
      is_used: {value: horizontal_code > 1 or aspect_ratio.to_i != 0 or refresh_code != 1}
      columns: {value: (horizontal_code + 31) * 8, if: is_used}
      refresh_rate: {value: refresh_code + 60, if: is_used}
  descriptor:
    -webide-representation: "{pixel_clock:dec}"
    seq:
      - id: pixel_clock
        type: u2
        doc: In units of 10 kHz; 0 for a display descriptor, which is not a timing.
      - id: body
        size: 16
        type:
          switch-on: pixel_clock
          cases:
            0: display_descriptor
            _: edid_detailed_timing
  display_descriptor:
    -webide-representation: "{tag}"
    seq:
      - {id: reserved, type: u1}
      - {id: tag, type: u1, enum: descriptor_tag}
      - id: offsets
        type: u1
        doc: 0, but in a range limits descriptor flags for values above 255.
      - id: body
        size: 13
        type:
          switch-on: tag
          cases:
            'descriptor_tag::serial_number': text
            'descriptor_tag::data_string': text
            'descriptor_tag::product_name': text
            'descriptor_tag::range_limits': range_limits(offsets)
            'descriptor_tag::color_points': color_points
            'descriptor_tag::standard_timings': more_standard_timings
            'descriptor_tag::color_management': color_management
            'descriptor_tag::cvt_codes': cvt_codes
            'descriptor_tag::established_timings_3': established_timings_3
  text:
    -webide-representation: "{value}"
    seq:
      - id: value
        type: str
        size: 13
        terminator: 0x0a
        encoding: ISO-8859-1
  range_limits:
    params:
      - {id: offsets, type: u1}
    seq:
      - {id: min_vertical_rate_code, type: u1}
      - {id: max_vertical_rate_code, type: u1}
      - {id: min_horizontal_rate_code, type: u1}
      - {id: max_horizontal_rate_code, type: u1}
      - {id: max_pixel_clock, type: u1, doc: In units of 10 MHz.}
      - {id: timing_support, type: u1, enum: timing_support}
      - id: timing_data
        size: 7
        type:
          switch-on: timing_support
          cases:
            'timing_support::secondary_gtf': gtf_curve
            'timing_support::cvt': cvt_support
    instances:
      min_vertical_rate:
        value: '(offsets & 3) == 3 ? min_vertical_rate_code + 255 : min_vertical_rate_code'
        doc: In Hz.
      max_vertical_rate:
        value: '(offsets & 2) != 0 ? max_vertical_rate_code + 255 : max_vertical_rate_code'
        doc: In Hz.
      min_horizontal_rate:
        value: '(offsets & 12) == 12 ? min_horizontal_rate_code + 255 : min_horizontal_rate_code'
        doc: In kHz.
      max_horizontal_rate:
        value: '(offsets & 8) != 0 ? max_horizontal_rate_code + 255 : max_horizontal_rate_code'
        doc: In kHz.
  gtf_curve:
    seq:
      - {id: reserved, type: u1}
      - {id: start_break_frequency, type: u1, doc: Horizontal frequency in units of 2 kHz.}
      - {id: c_times_2, type: u1}
      - {id: m, type: u2}
      - {id: k, type: u1}
      - {id: j_times_2, type: u1}
  cvt_support:
    seq:
      - {id: version_major, type: b4}
      - {id: version_minor, type: b4}
      - {id: pixel_clock_adjustment, type: b6, doc: 'In units of 0.25 MHz, to be taken from the maximum pixel clock.'}
      - {id: max_active_pixels_high, type: b2}
      - {id: max_active_pixels_low, type: u1, doc: Active pixels per line in units of 8.}
      - {id: supports_4_3, type: b1}
      - {id: supports_16_9, type: b1}
      - {id: supports_16_10, type: b1}
      - {id: supports_5_4, type: b1}
      - {id: supports_15_9, type: b1}
      - {id: reserved1, type: b3}
      - {id: preferred_aspect_ratio, type: b3, enum: cvt_aspect_ratio}
      - {id: reduced_blanking, type: b1}
      - {id: standard_blanking, type: b1}
      - {id: reserved2, type: b3}
      - {id: horizontal_shrink, type: b1}
      - {id: horizontal_stretch, type: b1}
      - {id: vertical_shrink, type: b1}
      - {id: vertical_stretch, type: b1}
      - {id: reserved3, type: b4}
      - {id: preferred_refresh_rate, type: u1, doc: In hertz.}
  color_points:
    seq:
      - id: points
        type: color_point
        repeat: expr
        repeat-expr: 2
      - {id: padding, size: 3}
  color_point:
    seq:
      - {id: index, type: u1, doc: 0 for an unused entry.}
      - {id: reserved, type: b4}
      - {id: white_x_low, type: b2}
      - {id: white_y_low, type: b2}
      - {id: white_x_high, type: u1}
      - {id: white_y_high, type: u1}
      - {id: gamma_code, type: u1, doc: '(Gamma - 1) * 100.'}
  more_standard_timings:
    seq:
      - {id: timings, type: standard_timing, repeat: expr, repeat-expr: 6}
      - {id: padding, size: 1}
  color_management:
    seq:
      - {id: version, type: u1}
      - {id: red_a3, type: u2}
      - {id: red_a2, type: u2}
      - {id: green_a3, type: u2}
      - {id: green_a2, type: u2}
      - {id: blue_a3, type: u2}
      - {id: blue_a2, type: u2}
  cvt_codes:
    seq:
      - {id: version, type: u1}
      - {id: codes, type: cvt_code, repeat: expr, repeat-expr: 4}
  cvt_code:
    seq:
      - {id: lines_low, type: u1, doc: Lines per field / 2 - 1.}
      - {id: lines_high, type: b4}
      - {id: aspect_ratio, type: b2, enum: cvt_code_aspect}
      - {id: reserved1, type: b2}
      - {id: reserved2, type: b1}
      - {id: preferred_rate, type: b2, enum: cvt_rate}
      - {id: supports_50hz, type: b1}
      - {id: supports_60hz, type: b1}
      - {id: supports_75hz, type: b1}
      - {id: supports_85hz, type: b1}
      - {id: supports_60hz_reduced_blanking, type: b1}
  established_timings_3:
    seq:
      - {id: revision, type: u1}
      - {id: timings, size: 6, doc: 'One bit a timing, the first is 640 x 350 at 85 Hz.'}
      - {id: reserved, size: 6}
  extension_block:
    -webide-representation: "{tag} {revision:dec}"
    seq:
      - {id: tag, type: u1, enum: extension_tag}
      - {id: revision, type: u1, if: tag != extension_tag::block_map}
      - id: body
        size: 'tag == extension_tag::block_map ? 126 : 125'
        type:
          switch-on: tag
          cases:
            'extension_tag::cta_861': cta_861
            'extension_tag::displayid': displayid_section
            'extension_tag::block_map': block_map
      - {id: checksum, type: u1, doc: The sum of all bytes of the block is 0 modulo 256.}
  block_map:
    seq:
      - {id: tags, type: u1, enum: extension_tag, repeat: eos}
  displayid_section:
    seq:
      - {id: length, type: u1, doc: Bytes of the data blocks.}
      - {id: primary_use, type: u1, enum: displayid_use}
      - {id: extension_count, type: u1}
      - id: data_blocks
        type: displayid_blocks
        size: 'length <= 120 ? length : 120'
      - {id: section_checksum, type: u1}
      - {id: padding, size-eos: true}
  displayid_blocks:
    seq:
      - {id: blocks, type: displayid_block, repeat: eos}
  displayid_block:
    -webide-representation: "{tag} {length:dec}"
    seq:
      - {id: tag, type: u1, enum: displayid_tag, doc: 'With no data, a first block type of 0 is only a filler.'}
      - {id: flags, type: b5}
      - {id: revision, type: b3}
      - {id: length, type: u1}
      - id: body
        size: length
        if: length != 0
        type:
          switch-on: tag
          cases:
            'displayid_tag::product_identification': displayid_product
            'displayid_tag::product_identification_2': displayid_product
            'displayid_tag::type_1_timing': displayid_timings
            'displayid_tag::type_7_timing': displayid_timings
            'displayid_tag::tiled_display': displayid_tile
            'displayid_tag::tiled_display_2': displayid_tile
            'displayid_tag::serial_number': displayid_text
            'displayid_tag::ascii_string': displayid_text
  displayid_text:
    seq:
      - {id: value, type: str, size-eos: true, encoding: ASCII}
  displayid_product:
    seq:
      - {id: vendor, size: 3, doc: 'Letters in version 1, an IEEE OUI in version 2.'}
      - {id: product_code, type: u2}
      - {id: serial_number, type: u4}
      - {id: week, type: u1}
      - {id: year_code, type: u1, doc: Years since 2000.}
      - {id: name_length, type: u1}
      - {id: name, type: str, size: name_length, encoding: UTF-8}
  displayid_timings:
    seq:
      - {id: timings, type: displayid_timing, repeat: eos}
  displayid_timing:
    -webide-representation: "{horizontal_active_less_1:dec} x {vertical_active_less_1:dec}"
    seq:
      - {id: pixel_clock_low, type: u2, doc: 'Pixel clock less 1 in units of 10 kHz (type I) or 1 kHz (type VII).'}
      - {id: pixel_clock_high, type: u1}
      - {id: preferred, type: b1}
      - {id: stereo, type: b2}
      - {id: interlaced, type: b1}
      - {id: aspect_ratio, type: b4, enum: displayid_aspect}
      - {id: horizontal_active_less_1, type: u2}
      - {id: horizontal_blanking_less_1, type: u2}
      - {id: horizontal_front_porch_less_1, type: u2, doc: The highest bit is set for a positive sync.}
      - {id: horizontal_sync_width_less_1, type: u2}
      - {id: vertical_active_less_1, type: u2}
      - {id: vertical_blanking_less_1, type: u2}
      - {id: vertical_front_porch_less_1, type: u2, doc: The highest bit is set for a positive sync.}
      - {id: vertical_sync_width_less_1, type: u2}
  displayid_tile:
    seq:
      - {id: single_enclosure, type: b1}
      - {id: has_bezel, type: b1}
      - {id: reserved, type: b1}
      - {id: behavior_of_several_tiles, type: b2}
      - {id: behavior_of_one_tile, type: b3}
      - {id: horizontal_tiles_less_1_low, type: b4}
      - {id: vertical_tiles_less_1_low, type: b4}
      - {id: horizontal_location_low, type: b4}
      - {id: vertical_location_low, type: b4}
      - {id: high_bits, type: u1}
      - {id: tile_width_less_1, type: u2}
      - {id: tile_height_less_1, type: u2}
      - {id: bezel, size: 5}
      - {id: topology_id, size-eos: true}
enums:
  letter:
    {1: a, 2: b, 3: c, 4: d, 5: e, 6: f, 7: g, 8: h, 9: i, 10: j, 11: k, 12: l, 13: m, 14: n, 15: o, 16: p, 17: q,
    18: r, 19: s, 20: t, 21: u, 22: v, 23: w, 24: x, 25: y, 26: z}
  signal_level: {0: v0_700_0_300, 1: v0_714_0_286, 2: v1_000_0_400, 3: v0_700_0_000}
  color_bit_depth: {0: undefined, 1: bits6, 2: bits8, 3: bits10, 4: bits12, 5: bits14, 6: bits16}
  video_interface: {0: undefined, 1: dvi, 2: hdmi_a, 3: hdmi_b, 4: mddi, 5: displayport}
  aspect_ratio: {0: ar16_10, 1: ar4_3, 2: ar5_4, 3: ar16_9}
  descriptor_tag:
    {0x10: dummy, 0xf7: established_timings_3, 0xf8: cvt_codes, 0xf9: color_management, 0xfa: standard_timings,
    0xfb: color_points, 0xfc: product_name, 0xfd: range_limits, 0xfe: data_string, 0xff: serial_number}
  timing_support: {0: default_gtf, 1: none, 2: secondary_gtf, 4: cvt}
  cvt_aspect_ratio: {0: ar4_3, 1: ar16_9, 2: ar16_10, 3: ar5_4, 4: ar15_9}
  cvt_code_aspect: {0: ar4_3, 1: ar16_9, 2: ar16_10, 3: ar15_9}
  cvt_rate: {0: hz50, 1: hz60, 2: hz75, 3: hz85}
  extension_tag:
    {0x02: cta_861, 0x10: vtb, 0x40: di, 0x50: ls, 0x60: dpvl, 0x70: displayid, 0xf0: block_map, 0xff: manufacturer}
  displayid_use:
    {0: extension, 1: test_or_generic, 2: panel_or_television, 3: standalone_monitor, 4: television, 5: repeater,
    6: direct_drive, 7: virtual_reality, 8: augmented_reality}
  displayid_aspect:
    {0: ar1_1, 1: ar5_4, 2: ar4_3, 3: ar15_9, 4: ar16_9, 5: ar16_10, 6: ar64_27, 7: ar256_135, 8: undefined}
  displayid_tag:
    {0x00: product_identification, 0x01: display_parameters, 0x02: color_characteristics, 0x03: type_1_timing,
    0x04: type_2_timing, 0x05: type_3_timing, 0x06: type_4_timing, 0x07: vesa_timings, 0x08: cea_timings,
    0x09: video_timing_range, 0x0a: serial_number, 0x0b: ascii_string, 0x0c: display_device, 0x0d: power_sequencing,
    0x0e: transfer_characteristics, 0x0f: display_interface, 0x10: stereo_interface, 0x11: type_5_timing,
    0x12: tiled_display, 0x13: type_6_timing, 0x20: product_identification_2, 0x21: display_parameters_2,
    0x22: type_7_timing, 0x23: type_8_timing, 0x24: type_9_timing, 0x25: dynamic_video_timing_range,
    0x26: display_interface_2, 0x27: stereo_interface_2, 0x28: tiled_display_2, 0x29: container_id,
    0x32: type_10_timing, 0x7e: vendor_specific_2, 0x7f: vendor_specific, 0x81: cta_data_blocks}
