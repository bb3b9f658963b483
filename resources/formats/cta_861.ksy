# The body of a CTA-861 extension block of EDID: data blocks and detailed timings.
# Specification: CTA-861-G and CTA-861-H; HDMI 1.4b section 8.3.2; HDMI 2.1 section 10.3.2.
meta:
  id: cta_861
  title: CTA-861 extension block
  license: Apache-2.0
  endian: le
  bit-endian: be
  imports: [edid_detailed_timing]
doc: |
  What lies between the revision and the checksum of an EDID extension block with the tag 2.
doc-ref: https://shop.cta.tech/products/a-dtv-profile-for-uncompressed-high-speed-digital-interfaces-cta-861-h
seq:
  - id: timings_offset
    type: u1
    doc: Where the detailed timings begin in the block; 0 for neither those nor data blocks.
  - {id: underscan, type: b1, doc: IT formats are underscanned by default.}
  - {id: basic_audio, type: b1}
  - {id: ycbcr_444, type: b1}
  - {id: ycbcr_422, type: b1}
  - {id: native_timings, type: b4, doc: How many of the detailed timings are native.}
  - id: data_blocks
    type: data_blocks
    size: 'timings_offset > 4 and timings_offset <= 127 ? timings_offset - 4 : 0'
    doc: From revision 3 on.
  - id: detailed_timings
    type: timing
    size: 18
    repeat: expr
    repeat-expr: '(_io.size - 2 - (timings_offset > 4 and timings_offset <= 127 ? timings_offset - 4 : 0)) / 18'
    if: timings_offset >= 4
  - {id: padding, size-eos: true}
types:
  timing:
    -webide-representation: "{pixel_clock:dec}"
    seq:
      - {id: pixel_clock, type: u2, doc: In units of 10 kHz; 0 where there is no further timing.}
      - id: body
        size: 16
        type:
          switch-on: pixel_clock != 0
          cases:
            true: edid_detailed_timing
  data_blocks:
    seq:
      - {id: blocks, type: data_block, repeat: eos}
  data_block:
    -webide-representation: "{tag} {length:dec}"
    seq:
      - {id: tag, type: b3, enum: data_block_tag}
      - {id: length, type: b5}
      - id: body
        size: length
        type:
          switch-on: tag
          cases:
            'data_block_tag::audio': audio_block
            'data_block_tag::video': video_block
            'data_block_tag::vendor_specific': vendor_block
            'data_block_tag::speaker_allocation': speaker_allocation
            'data_block_tag::extended': extended_block
  audio_block:
    seq:
      - {id: descriptors, type: short_audio_descriptor, repeat: eos}
  short_audio_descriptor:
    -webide-representation: "{format} {max_channels_less_1:dec}"
    seq:
      - {id: reserved1, type: b1}
      - {id: format, type: b4, enum: audio_format}
      - {id: max_channels_less_1, type: b3}
      - {id: reserved2, type: b1}
      - {id: rate_192_khz, type: b1}
      - {id: rate_176_4_khz, type: b1}
      - {id: rate_96_khz, type: b1}
      - {id: rate_88_2_khz, type: b1}
      - {id: rate_48_khz, type: b1}
      - {id: rate_44_1_khz, type: b1}
      - {id: rate_32_khz, type: b1}
      - id: details
        type: u1
        doc: >-
          PCM - bits 0 to 2 for samples of 16, 20 and 24 bits. Formats 2 to 8 - the highest bit rate, in units of
          8 kbit/s. Others depend on the format; of an extended format the top five bits tell which one.
  video_block:
    seq:
      - {id: codes, type: video_code, repeat: eos}
  video_code:
    -webide-representation: "{code:dec}"
    seq:
      - id: code
        type: u1
        doc: A video identification code; 129 to 192 stand for 1 to 64 as native formats.
    instances:
      is_native: {value: code >= 129 and code <= 192}
      vic: {value: 'is_native ? code & 127 : code'}
  vendor_block:
    seq:
      - {id: oui_low, type: u1}
      - {id: oui_middle, type: u1}
      - {id: oui_high, type: u1}
      - id: body
        size-eos: true
        type:
          switch-on: oui
          cases:
            0x000c03: hdmi
            0xc45dd8: hdmi_forum
    instances:
      oui:
        value: oui_high << 16 | oui_middle << 8 | oui_low
        doc: The vendor's IEEE identifier.
  hdmi:
    seq:
      - {id: physical_address_a, type: b4}
      - {id: physical_address_b, type: b4}
      - {id: physical_address_c, type: b4}
      - {id: physical_address_d, type: b4}
      - {id: flags, type: hdmi_flags, if: not _io.eof}
      - {id: max_tmds_clock, type: u1, if: not _io.eof, doc: In units of 5 MHz.}
      - {id: present, type: hdmi_present, if: not _io.eof}
      - {id: video_latency, type: u1, if: has_latency, doc: Milliseconds / 2 + 1; 0 when unknown.}
      - {id: audio_latency, type: u1, if: has_latency}
      - {id: interlaced_video_latency, type: u1, if: has_interlaced_latency}
      - {id: interlaced_audio_latency, type: u1, if: has_interlaced_latency}
      - {id: video, type: hdmi_video, if: has_video and not _io.eof}
      - {id: remaining, size-eos: true, if: not _io.eof}
    instances:
      has_latency: {value: '_io.size >= 7 ? present.latency and _io.size >= 7 : false'}
      has_interlaced_latency: {value: 'has_latency ? present.interlaced_latency : false'}
      has_video: {value: '_io.size >= 7 ? present.video : false'}
  hdmi_flags:
    seq:
      - {id: supports_ai, type: b1, doc: ACP and ISRC packets.}
      - {id: deep_color_48_bit, type: b1}
      - {id: deep_color_36_bit, type: b1}
      - {id: deep_color_30_bit, type: b1}
      - {id: deep_color_ycbcr_444, type: b1}
      - {id: reserved, type: b2}
      - {id: dvi_dual_link, type: b1}
  hdmi_present:
    seq:
      - {id: latency, type: b1}
      - {id: interlaced_latency, type: b1}
      - {id: video, type: b1}
      - {id: reserved, type: b1}
      - {id: content_type_game, type: b1}
      - {id: content_type_cinema, type: b1}
      - {id: content_type_photo, type: b1}
      - {id: content_type_graphics, type: b1}
  hdmi_video:
    seq:
      - {id: present_3d, type: b1}
      - {id: multi_present_3d, type: b2}
      - {id: image_size, type: b2}
      - {id: reserved, type: b3}
      - {id: vic_length, type: b3}
      - {id: length_3d, type: b5}
      - {id: vics, type: u1, repeat: expr, repeat-expr: vic_length, doc: 'HDMI VICs, 1 to 4 for 2160 lines.'}
      - {id: data_3d, size: length_3d}
  hdmi_forum:
    seq:
      - {id: version, type: u1}
      - {id: max_tmds_character_rate, type: u1, doc: In units of 5 MHz.}
      - {id: scdc_present, type: b1}
      - {id: read_request_capable, type: b1}
      - {id: cable_status, type: b1}
      - {id: ccbpci, type: b1, doc: Color content bits per component indication.}
      - {id: lte_340mcsc_scramble, type: b1, doc: Scrambling at rates up to 340 Mcsc.}
      - {id: independent_view_3d, type: b1}
      - {id: dual_view_3d, type: b1}
      - {id: osd_disparity_3d, type: b1}
      - {id: max_frl_rate, type: b4, enum: frl_rate}
      - {id: uhd_vic, type: b1}
      - {id: deep_color_420_48_bit, type: b1}
      - {id: deep_color_420_36_bit, type: b1}
      - {id: deep_color_420_30_bit, type: b1}
      - {id: features, size-eos: true, doc: 'Variable refresh rate, ALLM and compression of HDMI 2.1.'}
  speaker_allocation:
    seq:
      - {id: flw_frw, type: b1}
      - {id: rlc_rrc, type: b1}
      - {id: flc_frc, type: b1}
      - {id: back_center, type: b1}
      - {id: back_left_right, type: b1}
      - {id: front_center, type: b1}
      - {id: lfe1, type: b1}
      - {id: front_left_right, type: b1}
      - {id: further_speakers, size-eos: true}
  extended_block:
    -webide-representation: "{tag}"
    seq:
      - {id: tag, type: u1, enum: extended_tag}
      - id: body
        size-eos: true
        type:
          switch-on: tag
          cases:
            'extended_tag::vendor_specific_video': vendor_block
            'extended_tag::vendor_specific_audio': vendor_block
            'extended_tag::video_capability': video_capability
            'extended_tag::colorimetry': colorimetry
            'extended_tag::hdr_static_metadata': hdr_static_metadata
            'extended_tag::video_format_preference': video_block
            'extended_tag::ycbcr_420_video': video_block
            'extended_tag::hdmi_forum_scds': hdmi_forum_scds
  hdmi_forum_scds:
    seq:
      - {id: reserved, type: u2}
      - {id: body, type: hdmi_forum}
  video_capability:
    seq:
      - {id: quantization_ycc_selectable, type: b1}
      - {id: quantization_rgb_selectable, type: b1}
      - {id: preferred_timing_scan, type: b2, enum: scan_behavior}
      - {id: it_scan, type: b2, enum: scan_behavior}
      - {id: ce_scan, type: b2, enum: scan_behavior}
  colorimetry:
    seq:
      - {id: bt2020_rgb, type: b1}
      - {id: bt2020_ycc, type: b1}
      - {id: bt2020_cycc, type: b1}
      - {id: oprgb, type: b1}
      - {id: opycc_601, type: b1}
      - {id: sycc_601, type: b1}
      - {id: xvycc_709, type: b1}
      - {id: xvycc_601, type: b1}
      - {id: dci_p3, type: b1}
      - {id: reserved, type: b3}
      - {id: metadata_profiles, type: b4}
  hdr_static_metadata:
    seq:
      - {id: reserved, type: b4}
      - {id: hybrid_log_gamma, type: b1}
      - {id: smpte_st_2084, type: b1}
      - {id: traditional_hdr, type: b1}
      - {id: traditional_sdr, type: b1}
      - {id: static_metadata_types, type: u1, doc: Bit 0 for type 1.}
      - {id: max_luminance_code, type: u1, if: not _io.eof, doc: '50 * 2^(this / 32) cd/m2.'}
      - {id: max_average_luminance_code, type: u1, if: not _io.eof, doc: '50 * 2^(this / 32) cd/m2.'}
      - {id: min_luminance_code, type: u1, if: not _io.eof, doc: 'Maximum luminance * (this / 255)^2 / 100.'}
enums:
  data_block_tag:
    {1: audio, 2: video, 3: vendor_specific, 4: speaker_allocation, 5: vesa_dtc, 6: video_format, 7: extended}
  extended_tag:
    {0: video_capability, 1: vendor_specific_video, 2: vesa_display_device, 3: vesa_video_timing, 5: colorimetry,
    6: hdr_static_metadata, 7: hdr_dynamic_metadata, 8: native_video_resolution, 13: video_format_preference,
    14: ycbcr_420_video, 15: ycbcr_420_capability_map, 17: vendor_specific_audio, 18: hdmi_audio,
    19: room_configuration, 20: speaker_location, 32: infoframe, 34: type_7_timing, 35: type_8_timing,
    42: type_10_timing, 0x78: hdmi_forum_eeodb, 0x79: hdmi_forum_scds}
  audio_format:
    {1: lpcm, 2: ac3, 3: mpeg1, 4: mp3, 5: mpeg2, 6: aac_lc, 7: dts, 8: atrac, 9: dsd, 10: enhanced_ac3, 11: dts_hd,
    12: mat, 13: dst, 14: wma_pro, 15: extended}
  scan_behavior: {0: not_supported, 1: always_overscanned, 2: always_underscanned, 3: both}
  frl_rate:
    {0: none, 1: lanes3_gbps3, 2: lanes3_gbps6, 3: lanes4_gbps6, 4: lanes4_gbps8, 5: lanes4_gbps10, 6: lanes4_gbps12}
