# ICC colour profiles: header, tag table and the usual tag types.
# Specification: ICC.1:2022 (profile version 4.4), ICC.1:2001-04 (profile version 2).
meta:
  id: icc
  title: ICC color profile
  file-extension: [icc, icm]
  xref:
    mime: application/vnd.iccprofile
  license: Apache-2.0
  endian: be
  bit-endian: be
  -detect:
    - {36: '61 63 73 70', 128: '00 00'}
doc: |
  How the colours of a device or of an image relate to those of a common colour space.
doc-ref: https://www.color.org/icc_specs2.xalter
seq:
  - {id: header, type: header, size: 128}
  - {id: tag_count, type: u4}
  - {id: tags, type: tag, repeat: expr, repeat-expr: tag_count}
types:
  header:
    seq:
      - {id: profile_size, type: u4, doc: In bytes.}
      - {id: preferred_cmm_type, type: str, size: 4, encoding: ASCII}
      - {id: version_major, type: u1}
      - {id: version_minor, type: b4}
      - {id: version_bugfix, type: b4}
      - {id: version_reserved, type: u2}
      - {id: profile_class, type: u4, enum: profile_class}
      - {id: color_space, type: str, size: 4, encoding: ASCII, doc: 'RGB, GRAY, CMYK, Lab, ...'}
      - {id: connection_space, type: str, size: 4, encoding: ASCII, doc: XYZ or Lab.}
      - {id: created, type: date_time}
      - {id: signature, type: str, size: 4, encoding: ASCII, doc: acsp.}
      - {id: primary_platform, type: u4, enum: platform}
      - {id: flags_vendor, type: u2}
      - {id: flags_reserved, type: b14}
      - {id: not_independent, type: b1, doc: Only to be used with the image in which it is embedded.}
      - {id: embedded, type: b1}
      - {id: device_manufacturer, type: str, size: 4, encoding: ASCII}
      - {id: device_model, type: str, size: 4, encoding: ASCII}
      - {id: attributes_vendor, type: u4}
      - {id: attributes_reserved, type: b28}
      - {id: black_and_white, type: b1}
      - {id: negative, type: b1}
      - {id: matte, type: b1}
      - {id: transparency, type: b1}
      - {id: rendering_intent, type: u4, enum: rendering_intent}
      - {id: illuminant, type: xyz}
      - {id: creator, type: str, size: 4, encoding: ASCII}
      - {id: profile_id, size: 16, doc: 'MD5 of the profile, or zeros.'}
      - {id: reserved, size-eos: true}
  date_time:
    seq:
      - {id: year, type: u2}
      - {id: month, type: u2}
      - {id: day, type: u2}
      - {id: hour, type: u2}
      - {id: minute, type: u2}
      - {id: second, type: u2}
  xyz:
    doc: Numbers with 16 bits behind the binary point.
    seq:
      - {id: x, type: s4}
      - {id: y, type: s4}
      - {id: z, type: s4}
  tag:
    -webide-representation: "{signature} {length:dec}"
    seq:
      - {id: signature, type: u4, enum: tag_signature}
      - {id: offset, type: u4, doc: From the start of the profile.}
      - {id: length, type: u4}
    instances:
      data: {pos: offset, size: length, type: tag_data}
  tag_data:
    seq:
      - {id: tag_type, type: str, size: 4, encoding: ASCII}
      - {id: reserved, type: u4}
      - id: body
        size-eos: true
        type:
          switch-on: tag_type
          cases:
            '"text"': text
            '"desc"': text_description
            '"mluc"': localized
            '"XYZ "': xyz_numbers
            '"curv"': curve
            '"para"': parametric_curve
            '"sf32"': s15_fixed16_array
            '"sig "': signature_value
            '"dtim"': date_time
            '"meas"': measurement
            '"view"': viewing_conditions
            '"chrm"': chromaticity
            '"cicp"': cicp
            '"mft1"': lut8
            '"mft2"': lut16
            '"mAB "': lut_a_b
            '"mBA "': lut_a_b
            '"ncl2"': named_colors
  text:
    seq:
      - {id: value, type: strz, encoding: ASCII, eos-error: false}
  text_description:
    seq:
      - {id: ascii_length, type: u4}
      - {id: ascii, type: str, size: ascii_length, terminator: 0, encoding: ASCII}
      - {id: unicode_language, type: u4}
      - {id: unicode_count, type: u4}
      - {id: unicode, type: str, size: 2 * unicode_count, encoding: UTF-16BE}
      - {id: script_code, type: u2, if: not _io.eof}
      - {id: script_length, type: u1, if: not _io.eof}
      - {id: script, size-eos: true}
  localized:
    seq:
      - {id: count, type: u4}
      - {id: record_size, type: u4, doc: 12.}
      - {id: records, type: localized_record, repeat: expr, repeat-expr: count}
  localized_record:
    -webide-representation: "{language} {country}"
    seq:
      - {id: language, type: str, size: 2, encoding: ASCII}
      - {id: country, type: str, size: 2, encoding: ASCII}
      - {id: length, type: u4}
      - {id: offset, type: u4, doc: From the start of the tag's data.}
    instances:
      value: {pos: 'offset >= 8 ? offset - 8 : 0', type: str, size: length, encoding: UTF-16BE}
  xyz_numbers:
    seq:
      - {id: values, type: xyz, repeat: eos}
  curve:
    seq:
      - id: count
        type: u4
        doc: 0 for the identity, 1 for a gamma value with 8 bits behind the binary point, else a table.
      - {id: values, type: u2, repeat: expr, repeat-expr: count}
  parametric_curve:
    seq:
      - {id: function_type, type: u2, enum: function_type}
      - {id: reserved, type: u2}
      - {id: parameters, type: s4, repeat: eos, doc: 'g, a, b, c, d, e, f as far as needed; 16 fraction bits.'}
  s15_fixed16_array:
    seq:
      - {id: values, type: s4, repeat: eos, doc: With 16 bits behind the binary point.}
  signature_value:
    seq:
      - {id: value, type: str, size: 4, encoding: ASCII}
  measurement:
    seq:
      - {id: standard_observer, type: u4, enum: observer}
      - {id: backing, type: xyz}
      - {id: geometry, type: u4}
      - {id: flare, type: u4, doc: With 16 bits behind the binary point.}
      - {id: illuminant, type: u4, enum: illuminant}
  viewing_conditions:
    seq:
      - {id: illuminant, type: xyz}
      - {id: surround, type: xyz}
      - {id: illuminant_type, type: u4, enum: illuminant}
  chromaticity:
    seq:
      - {id: channels, type: u2}
      - {id: phosphor_or_colorant, type: u2}
      - {id: coordinates, type: u4, repeat: eos, doc: 'x and y in turn, with 16 bits behind the binary point.'}
  cicp:
    seq:
      - {id: color_primaries, type: u1}
      - {id: transfer_characteristics, type: u1}
      - {id: matrix_coefficients, type: u1}
      - {id: video_full_range, type: u1}
  lut8:
    seq:
      - {id: input_channels, type: u1}
      - {id: output_channels, type: u1}
      - {id: grid_points, type: u1}
      - {id: padding, type: u1}
      - {id: matrix, type: s4, repeat: expr, repeat-expr: 9, doc: With 16 bits behind the binary point.}
      - {id: input_tables, size: 256, repeat: expr, repeat-expr: input_channels}
      - {id: clut_and_output_tables, size-eos: true}
  lut16:
    seq:
      - {id: input_channels, type: u1}
      - {id: output_channels, type: u1}
      - {id: grid_points, type: u1}
      - {id: padding, type: u1}
      - {id: matrix, type: s4, repeat: expr, repeat-expr: 9, doc: With 16 bits behind the binary point.}
      - {id: input_entries, type: u2}
      - {id: output_entries, type: u2}
      - {id: input_tables, size: 2 * input_entries, repeat: expr, repeat-expr: input_channels}
      - {id: clut_and_output_tables, size-eos: true}
  lut_a_b:
    doc: Offsets from the start of the tag's data, 0 for what is absent.
    seq:
      - {id: input_channels, type: u1}
      - {id: output_channels, type: u1}
      - {id: padding, type: u2}
      - {id: b_curves_offset, type: u4}
      - {id: matrix_offset, type: u4}
      - {id: m_curves_offset, type: u4}
      - {id: clut_offset, type: u4}
      - {id: a_curves_offset, type: u4}
      - {id: data, size-eos: true}
    instances:
      matrix:
        pos: matrix_offset - 8
        type: s4
        repeat: expr
        repeat-expr: 12
        if: matrix_offset >= 32
  named_colors:
    seq:
      - {id: vendor_flags, type: u4}
      - {id: count, type: u4}
      - {id: device_coordinates, type: u4}
      - {id: prefix, type: strz, size: 32, encoding: ASCII}
      - {id: suffix, type: strz, size: 32, encoding: ASCII}
      - {id: colors, type: named_color(device_coordinates), repeat: expr, repeat-expr: count}
  named_color:
    -webide-representation: "{name}"
    params:
      - {id: device_coordinates, type: u4}
    seq:
      - {id: name, type: strz, size: 32, encoding: ASCII}
      - {id: connection_space_values, type: u2, repeat: expr, repeat-expr: 3}
      - {id: device_values, type: u2, repeat: expr, repeat-expr: device_coordinates}
enums:
  profile_class:
    0x73636e72: input
    0x6d6e7472: display
    0x70727472: output
    0x6c696e6b: device_link
    0x73706163: color_space
    0x61627374: abstract
    0x6e6d636c: named_color
  platform: {0: none, 0x4150504c: apple, 0x4d534654: microsoft, 0x53474920: silicon_graphics, 0x53554e57: sun}
  rendering_intent: {0: perceptual, 1: relative_colorimetric, 2: saturation, 3: absolute_colorimetric}
  function_type: {0: g, 1: g_a_b, 2: g_a_b_c, 3: g_a_b_c_d, 4: g_a_b_c_d_e_f}
  observer: {0: unknown, 1: cie1931, 2: cie1964}
  illuminant: {0: unknown, 1: d50, 2: d65, 3: d93, 4: f2, 5: d55, 6: a, 7: e, 8: f8}
  tag_signature:
    {0x41324230: a2b0, 0x41324231: a2b1, 0x41324232: a2b2, 0x42324130: b2a0, 0x42324131: b2a1, 0x42324132: b2a2,
    0x6258595a: blue_colorant, 0x62545243: blue_trc,
    0x63616c74: calibration_date_time, 0x74617267: characterization_target, 0x63686164: chromatic_adaptation,
    0x6368726d: chromaticity, 0x63696370: cicp, 0x636c726f: colorant_order, 0x636c7274: colorant_table,
    0x636c6f74: colorant_table_out, 0x63696973: colorimetric_intent_image_state, 0x63707274: copyright,
    0x646d6e64: device_manufacturer, 0x646d6464: device_model, 0x67616d74: gamut, 0x6b545243: gray_trc,
    0x6758595a: green_colorant, 0x67545243: green_trc, 0x6c756d69: luminance, 0x6d656173: measurement,
    0x6d657461: metadata, 0x626b7074: media_black_point, 0x77747074: media_white_point, 0x6e636c32: named_color,
    0x72657370: output_response, 0x72696730: perceptual_rendering_intent_gamut, 0x70726530: preview0,
    0x70726531: preview1, 0x70726532: preview2, 0x64657363: profile_description,
    0x70736571: profile_sequence_description, 0x70736964: profile_sequence_identifier, 0x7258595a: red_colorant,
    0x72545243: red_trc, 0x72696732: saturation_rendering_intent_gamut, 0x74656368: technology,
    0x76756564: viewing_conditions_description, 0x76696577: viewing_conditions}
