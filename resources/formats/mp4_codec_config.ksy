# Boxes of sample entries and item properties in MP4 files: how the decoder of the sound, picture or video is set up.
# Specifications: ISO/IEC 14496-1 (descriptors), 14496-12, 14496-15 (AVC, HEVC), 23008-12 (HEIF),
# ETSI TS 102 366 (AC-3),
# AOMedia "AV1 Codec ISO Media File Format Binding", "VP Codec ISO Media File Format Binding",
# Xiph.Org "Encapsulation of Opus in ISO Base Media File Format", "Encapsulation of FLAC in ISO Base Media File Format".
meta:
  id: mp4_codec_config
  title: Codec configuration in MP4
  license: Apache-2.0
  encoding: ISO-8859-1
  endian: be
doc: Types that the description mp4 uses; not a file format of its own.
types:
  avc:
    doc: AVCDecoderConfigurationRecord.
    seq:
      - {id: configuration_version, type: u1}
      - {id: profile_indication, type: u1, enum: avc_profile}
      - {id: profile_compatibility, type: u1}
      - {id: level_indication, type: u1, doc: Ten times the level.}
      - {id: reserved1, type: b6}
      - {id: length_size_minus_one, type: b2, doc: Of the length before each NAL unit in a sample.}
      - {id: reserved2, type: b3}
      - {id: num_sps, type: b5}
      - {id: sps, type: nal_unit, repeat: expr, repeat-expr: num_sps}
      - {id: num_pps, type: u1}
      - {id: pps, type: nal_unit, repeat: expr, repeat-expr: num_pps}
      - {id: extension, size-eos: true, doc: 'In high profiles the chroma format, bit depths and SPS extensions.'}
  nal_unit:
    -webide-representation: '{len_nal:dec}'
    seq: [{id: len_nal, type: u2}, {id: nal, size: len_nal}]
  hevc:
    doc: HEVCDecoderConfigurationRecord.
    seq:
      - {id: configuration_version, type: u1}
      - {id: general_profile_space, type: b2}
      - {id: general_tier_flag, type: b1}
      - {id: general_profile_idc, type: b5, enum: hevc_profile}
      - {id: general_profile_compatibility_flags, type: u4}
      - {id: general_constraint_indicator_flags, type: b48}
      - {id: general_level_idc, type: u1, doc: 30 times the level.}
      - {id: reserved1, type: b4}
      - {id: min_spatial_segmentation_idc, type: b12}
      - {id: reserved2, type: b6}
      - {id: parallelism_type, type: b2}
      - {id: reserved3, type: b6}
      - {id: chroma_format_idc, type: b2, enum: chroma_format}
      - {id: reserved4, type: b5}
      - {id: bit_depth_luma_minus8, type: b3}
      - {id: reserved5, type: b5}
      - {id: bit_depth_chroma_minus8, type: b3}
      - {id: avg_frame_rate, type: u2, doc: Frames in 256 seconds; 0 when not given.}
      - {id: constant_frame_rate, type: b2}
      - {id: num_temporal_layers, type: b3}
      - {id: temporal_id_nested, type: b1}
      - {id: length_size_minus_one, type: b2}
      - {id: num_arrays, type: u1}
      - {id: arrays, type: hevc_array, repeat: expr, repeat-expr: num_arrays}
  hevc_array:
    -webide-representation: '{nal_unit_type} {num_nalus:dec}'
    seq:
      - {id: array_completeness, type: b1}
      - {id: reserved, type: b1}
      - {id: nal_unit_type, type: b6, enum: hevc_nal_type}
      - {id: num_nalus, type: u2}
      - {id: nalus, type: nal_unit, repeat: expr, repeat-expr: num_nalus}
  av1:
    doc: AV1CodecConfigurationRecord.
    seq:
      - {id: marker, type: b1}
      - {id: version, type: b7}
      - {id: seq_profile, type: b3, doc: '0 main, 1 high, 2 professional.'}
      - {id: seq_level_idx_0, type: b5}
      - {id: seq_tier_0, type: b1}
      - {id: high_bitdepth, type: b1}
      - {id: twelve_bit, type: b1}
      - {id: monochrome, type: b1}
      - {id: chroma_subsampling_x, type: b1}
      - {id: chroma_subsampling_y, type: b1}
      - {id: chroma_sample_position, type: b2}
      - {id: reserved, type: b3}
      - {id: initial_presentation_delay_present, type: b1}
      - {id: initial_presentation_delay_minus_one, type: b4}
      - {id: config_obus, size-eos: true}
  vp:
    doc: VPCodecConfigurationBox.
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: profile, type: u1}
      - {id: level, type: u1, doc: Ten times the level.}
      - {id: bit_depth, type: b4}
      - {id: chroma_subsampling, type: b3}
      - {id: video_full_range_flag, type: b1}
      - {id: colour_primaries, type: u1}
      - {id: transfer_characteristics, type: u1}
      - {id: matrix_coefficients, type: u1}
      - {id: len_initialization_data, type: u2}
      - {id: initialization_data, size: len_initialization_data}
  opus:
    seq:
      - {id: version, type: u1}
      - {id: output_channel_count, type: u1}
      - {id: pre_skip, type: u2, doc: Samples at 48 kHz to drop at the start.}
      - {id: input_sample_rate, type: u4, doc: Hz.}
      - {id: output_gain, type: s2, doc: In 256ths of a decibel.}
      - {id: channel_mapping_family, type: u1}
      - {id: stream_count, type: u1, if: channel_mapping_family != 0}
      - {id: coupled_count, type: u1, if: channel_mapping_family != 0}
      - {id: channel_mapping, size-eos: true, if: channel_mapping_family != 0}
  flac:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: blocks, type: flac_block, repeat: eos}
  flac_block:
    -webide-representation: '{block_type:dec} {len_data:dec}'
    seq:
      - {id: is_last, type: b1}
      - {id: block_type, type: b7, doc: 0 for STREAMINFO.}
      - {id: len_data, type: b24}
      - {id: data, size: len_data}
  alac:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: frame_length, type: u4, doc: Samples.}
      - {id: compatible_version, type: u1}
      - {id: bit_depth, type: u1}
      - {id: history_mult, type: u1}
      - {id: initial_history, type: u1}
      - {id: rice_limit, type: u1}
      - {id: num_channels, type: u1}
      - {id: max_run, type: u2}
      - {id: max_frame_bytes, type: u4}
      - {id: avg_bit_rate, type: u4}
      - {id: sample_rate, type: u4}
      - {id: channel_layout, size-eos: true}
  ac3:
    seq:
      - {id: fscod, type: b2, doc: '0 48 kHz, 1 44.1 kHz, 2 32 kHz.'}
      - {id: bsid, type: b5}
      - {id: bsmod, type: b3}
      - {id: acmod, type: b3, doc: Channel arrangement.}
      - {id: lfeon, type: b1}
      - {id: bit_rate_code, type: b5}
      - {id: reserved, type: b5}
  esds:
    doc: MPEG-4 descriptors.
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: descriptors, type: descriptors, size-eos: true}
  descriptors:
    seq:
      - {id: descriptors, type: descriptor, repeat: eos}
  descriptor:
    -webide-representation: '{tag} {len_body:dec}'
    seq:
      - {id: tag, type: u1, enum: descriptor_tag}
      - {id: len1, type: u1, doc: 'Seven bits of the length, the highest bit set when more follow.'}
      - {id: len2, type: u1, if: len1 >= 0x80}
      - {id: len3, type: u1, if: len1 >= 0x80 and len2 >= 0x80}
      - {id: len4, type: u1, if: len1 >= 0x80 and len2 >= 0x80 and len3 >= 0x80}
      - id: body
        size: 'len_body < _io.size - _io.pos ? len_body : _io.size - _io.pos'
        type:
          switch-on: tag
          cases:
            descriptor_tag::es: es_descriptor
            descriptor_tag::decoder_config: decoder_config
            descriptor_tag::mp4_iod: initial_object
            descriptor_tag::es_id_inc: es_id_inc
    instances:
      len_body:
        value: >-
          len1 < 0x80 ? len1 : len2 < 0x80 ? (len1 & 0x7f) << 7 | len2 :
          len3 < 0x80 ? (len1 & 0x7f) << 14 | (len2 & 0x7f) << 7 | len3 :
          (len1 & 0x7f) << 21 | (len2 & 0x7f) << 14 | (len3 & 0x7f) << 7 | len4 & 0x7f
  es_descriptor:
    seq:
      - {id: es_id, type: u2}
      - {id: has_dependence, type: b1}
      - {id: has_url, type: b1}
      - {id: has_ocr_stream, type: b1}
      - {id: stream_priority, type: b5}
      - {id: depends_on_es_id, type: u2, if: has_dependence}
      - {id: len_url, type: u1, if: has_url}
      - {id: url, type: str, size: len_url, if: has_url}
      - {id: ocr_es_id, type: u2, if: has_ocr_stream}
      - {id: descriptors, type: descriptors, size-eos: true}
  decoder_config:
    seq:
      - {id: object_type_indication, type: u1, enum: object_type}
      - {id: stream_type, type: b6, enum: stream_type}
      - {id: up_stream, type: b1}
      - {id: reserved, type: b1}
      - {id: buffer_size_db, type: b24, doc: Bytes.}
      - {id: max_bitrate, type: u4}
      - {id: avg_bitrate, type: u4}
      - {id: descriptors, type: descriptors, size-eos: true}
  initial_object:
    seq:
      - {id: object_descriptor_id, type: b10}
      - {id: has_url, type: b1}
      - {id: include_inline_profile_level, type: b1}
      - {id: reserved, type: b4}
      - {id: profile_levels, type: u1, repeat: expr, repeat-expr: 5, if: not has_url}
      - {id: rest, type: descriptors, size-eos: true, if: not has_url}
      - {id: len_url, type: u1, if: has_url}
      - {id: url, type: str, size: len_url, if: has_url}
  es_id_inc:
    seq: [{id: track_id, type: u4}]
  colr:
    doc: Colour information.
    seq:
      - {id: colour_type, type: str, size: 4}
      - {id: nclx, type: nclx, if: is_nclx}
      - {id: icc_profile, size-eos: true, if: not is_nclx}
    instances:
      is_nclx: {value: colour_type == "nclx" or colour_type == "nclc"}
  nclx:
    seq:
      - {id: colour_primaries, type: u2, doc: Coded as in ITU-T H.273.}
      - {id: transfer_characteristics, type: u2}
      - {id: matrix_coefficients, type: u2}
      - {id: full_range, type: b1, if: full_range_present}
      - {id: reserved, type: b7, if: full_range_present}
    instances:
      full_range_present: {value: _io.size == 11}
  pasp:
    doc: Pixel aspect ratio.
    seq: [{id: h_spacing, type: u4}, {id: v_spacing, type: u4}]
  clap:
    doc: Clean aperture.
    seq:
      - {id: clean_aperture_width_n, type: u4}
      - {id: clean_aperture_width_d, type: u4}
      - {id: clean_aperture_height_n, type: u4}
      - {id: clean_aperture_height_d, type: u4}
      - {id: horiz_off_n, type: s4}
      - {id: horiz_off_d, type: u4}
      - {id: vert_off_n, type: s4}
      - {id: vert_off_d, type: u4}
  btrt:
    seq: [{id: buffer_size_db, type: u4}, {id: max_bitrate, type: u4}, {id: avg_bitrate, type: u4}]
  mdcv:
    doc: Mastering display; chromaticities in units of 0.00002, luminances of 0.0001 candela per square metre.
    seq:
      - {id: display_primaries, type: chromaticity, repeat: expr, repeat-expr: 3, doc: 'Green, blue, red.'}
      - {id: white_point, type: chromaticity}
      - {id: max_display_mastering_luminance, type: u4}
      - {id: min_display_mastering_luminance, type: u4}
  chromaticity:
    -webide-representation: '{x:dec} {y:dec}'
    seq: [{id: x, type: u2}, {id: y, type: u2}]
  clli:
    seq: [{id: max_content_light_level, type: u2}, {id: max_pic_average_light_level, type: u2}]
  fiel:
    seq:
      - {id: num_fields, type: u1}
      - {id: ordering, type: u1, doc: '1 top field first, 6 bottom field first, 9 and 14 interleaved.'}
  ispe:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: image_width, type: u4}
      - {id: image_height, type: u4}
  pixi:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: num_channels, type: u1}
      - {id: bits_per_channel, type: u1, repeat: expr, repeat-expr: num_channels}
  irot:
    seq:
      - {id: reserved, type: b6}
      - {id: value, type: b2, doc: 'In irot, quarter turns anticlockwise; in imir the lowest bit is the axis.'}
  aux:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: aux_type, type: strz, encoding: UTF-8}
      - {id: aux_subtype, size-eos: true}
  endianness: {seq: [{id: is_little_endian, type: u2}]}
  chan:
    doc: Audio channel layout of QuickTime.
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: channel_layout_tag, type: u4}
      - {id: channel_bitmap, type: u4}
      - {id: num_channel_descriptions, type: u4}
      - {id: descriptions, type: channel_description, repeat: expr, repeat-expr: num_channel_descriptions}
  channel_description:
    -webide-representation: '{channel_label:dec}'
    seq:
      - {id: channel_label, type: u4}
      - {id: channel_flags, type: u4}
      - {id: coordinates, type: f4, repeat: expr, repeat-expr: 3}
  font_table:
    seq: [{id: num_fonts, type: u2}, {id: fonts, type: font, repeat: expr, repeat-expr: num_fonts}]
  font:
    -webide-representation: '{font_id:dec} {name}'
    seq:
      - {id: font_id, type: u2}
      - {id: len_name, type: u1}
      - {id: name, type: str, size: len_name, encoding: UTF-8}
  tcmi:
    doc: How a time code of QuickTime is shown.
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: text_font, type: u2}
      - {id: text_face, type: u2}
      - {id: text_size, type: u2}
      - {id: reserved, type: u2}
      - {id: text_color, type: u2, repeat: expr, repeat-expr: 3, doc: 'Red, green, blue.'}
      - {id: background_color, type: u2, repeat: expr, repeat-expr: 3}
      - {id: len_font_name, type: u1}
      - {id: font_name, type: str, size: len_font_name}
  chapters:
    doc: Nero chapters.
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: reserved, type: u4, if: version != 0}
      - {id: num_chapters, type: u1}
      - {id: chapters, type: chapter, repeat: expr, repeat-expr: num_chapters}
  chapter:
    -webide-representation: '{start:dec} {title}'
    seq:
      - {id: start, type: u8, doc: Units of 100 ns.}
      - {id: len_title, type: u1}
      - {id: title, type: str, size: len_title, encoding: UTF-8}
enums:
  avc_profile: {
    44: cavlc_444, 66: baseline, 77: main, 88: extended, 100: high, 110: high_10, 122: high_422, 244: high_444}
  hevc_profile: {1: main, 2: main_10, 3: main_still_picture, 4: range_extensions, 9: screen_content}
  hevc_nal_type: {32: vps, 33: sps, 34: pps, 35: aud, 39: prefix_sei, 40: suffix_sei}
  chroma_format: {0: monochrome, 1: yuv_420, 2: yuv_422, 3: yuv_444}
  descriptor_tag: {
    1: object, 2: initial_object, 3: es, 4: decoder_config, 5: decoder_specific_info, 6: sl_config, 14: es_id_inc,
    15: es_id_ref, 16: mp4_iod, 17: mp4_od}
  stream_type: {
    1: object_descriptor, 2: clock_reference, 3: scene_description, 4: visual, 5: audio, 6: mpeg7, 7: ipmp, 8: oci,
    9: mpegj}
  object_type: {
    0x01: systems_1, 0x02: systems_2, 0x20: mpeg4_visual, 0x21: avc, 0x23: hevc, 0x40: mpeg4_audio,
    0x60: mpeg2_visual_simple, 0x61: mpeg2_visual_main, 0x62: mpeg2_visual_snr, 0x63: mpeg2_visual_spatial,
    0x64: mpeg2_visual_high, 0x65: mpeg2_visual_422, 0x66: mpeg2_aac_main, 0x67: mpeg2_aac_lc, 0x68: mpeg2_aac_ssr,
    0x69: mpeg2_audio, 0x6a: mpeg1_visual, 0x6b: mpeg1_audio, 0x6c: jpeg, 0x6d: png, 0xa5: ac3, 0xa6: eac3, 0xa9: dts,
    0xac: dts_hd, 0xad: opus, 0xdd: vorbis, 0xe1: qcelp}
