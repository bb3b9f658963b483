# Boxes of MP4 files that hold no further boxes: headers, edits, sample tables, fragments, protection, metadata, items.
# Specifications: ISO/IEC 14496-12, 23001-7 (common encryption), 23008-12 (HEIF);
# Apple, "QuickTime File Format Specification".
meta:
  id: mp4_boxes
  title: Boxes of MP4
  license: Apache-2.0
  encoding: ISO-8859-1
  endian: be
doc: Types that the description mp4 uses; not a file format of its own.
types:
  fixed_16_16: {seq: [{id: raw, type: s4}], instances: {value: {value: raw / 65536.0}}}
  fixed_8_8: {seq: [{id: raw, type: s2}], instances: {value: {value: raw / 256.0}}}
  language:
    -webide-representation: '{code}'
    seq: [{id: pad, type: b1}, {id: letter1, type: b5}, {id: letter2, type: b5}, {id: letter3, type: b5}]
    instances:
      code:
        value: >-
          "`abcdefghijklmnopqrstuvwxyz{|}~?".substring(letter1, letter1 + 1) +
          "`abcdefghijklmnopqrstuvwxyz{|}~?".substring(letter2, letter2 + 1) +
          "`abcdefghijklmnopqrstuvwxyz{|}~?".substring(letter3, letter3 + 1)
        doc: ISO 639-2 code; without sense in old QuickTime files, where the 16 bits are a number below 0x400.
  vmhd:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: graphicsmode, type: u2}
      - {id: opcolor, type: u2, repeat: expr, repeat-expr: 3, doc: 'Red, green, blue.'}
  smhd:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: balance, type: fixed_8_8, doc: -1 for left to 1 for right.}
      - {id: reserved, type: u2}
  hmhd:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: max_pdu_size, type: u2}
      - {id: avg_pdu_size, type: u2}
      - {id: max_bitrate, type: u4}
      - {id: avg_bitrate, type: u4}
      - {id: reserved, type: u4}
  gmin:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: graphicsmode, type: u2}
      - {id: opcolor, type: u2, repeat: expr, repeat-expr: 3}
      - {id: balance, type: fixed_8_8}
      - {id: reserved, type: u2}
  data_entry_url:
    seq:
      - {id: version, type: u1}
      - {id: reserved_flags, type: b23}
      - {id: is_self_contained, type: b1, doc: The media data are in this file.}
      - {id: location, type: strz, size-eos: true, encoding: UTF-8, if: not _io.eof}
  elst:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: entry_count, type: u4}
      - {id: entries, type: edit(version), repeat: expr, repeat-expr: entry_count}
  edit:
    -webide-representation: '{media_time:dec} for {segment_duration:dec}'
    params: [{id: version, type: u1}]
    seq:
      - {id: segment_duration, type: {switch-on: version, cases: {1: u8, _: u4}}, doc: In the timescale of mvhd.}
      - {id: media_time, type: {switch-on: version, cases: {1: s8, _: s4}}, doc: -1 for an empty edit.}
      - {id: media_rate, type: fixed_16_16}
  extended_language:
    seq: [{id: version, type: u1}, {id: flags, type: b24}, {id: language, type: strz, size-eos: true}]
  kind:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: scheme_uri, type: strz}
      - {id: value, type: strz}

  brand:
    -webide-representation: '{name}'
    seq: [{id: name, type: str, size: 4}]
  ftyp:
    seq:
      - {id: major_brand, type: str, size: 4}
      - {id: minor_version, type: u4}
      - {id: compatible_brands, type: brand, repeat: expr, repeat-expr: (_io.size - 8) / 4}
  color_table:
    seq:
      - {id: seed, type: u4}
      - {id: flags, type: u2}
      - {id: last_index, type: u2}
      - {id: colors, type: color, repeat: expr, repeat-expr: last_index + 1}
  color:
    -webide-representation: '{red:hex} {green:hex} {blue:hex}'
    seq: [{id: index, type: u2}, {id: red, type: u2}, {id: green, type: u2}, {id: blue, type: u2}]
  short_string:
    seq: [{id: len_text, type: u1}, {id: text, type: str, size: 'len_text < 31 ? len_text : 31', encoding: UTF-8}]
  audio_entry_v1:
    seq:
      - {id: samples_per_packet, type: u4}
      - {id: bytes_per_packet, type: u4}
      - {id: bytes_per_frame, type: u4}
      - {id: bytes_per_sample, type: u4}
  audio_entry_v2:
    seq:
      - {id: size_of_struct_only, type: u4}
      - {id: audio_sample_rate, type: f8}
      - {id: num_audio_channels, type: u4}
      - {id: always_7f000000, type: u4}
      - {id: const_bits_per_channel, type: u4}
      - {id: format_specific_flags, type: u4}
      - {id: const_bytes_per_audio_packet, type: u4}
      - {id: const_lpcm_frames_per_audio_packet, type: u4}
  matrix:
    doc: Transformation of the picture; x' = a x + c y + tx, y' = b x + d y + ty. All but u, v, w in 65536ths.
    seq:
      - {id: a, type: s4}
      - {id: b, type: s4}
      - {id: u, type: s4, doc: 'In units of 2 to the power of -30, as are v and w.'}
      - {id: c, type: s4}
      - {id: d, type: s4}
      - {id: v, type: s4}
      - {id: tx, type: s4}
      - {id: ty, type: s4}
      - {id: w, type: s4}
  u4_array:
    seq: [{id: values, type: u4, repeat: eos}]
  null_header:
    seq: [{id: version, type: u1}, {id: flags, type: b24}]

  # Sample tables

  stts:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: entry_count, type: u4}
      - {id: entries, type: stts_entry, repeat: expr, repeat-expr: entry_count}
  stts_entry:
    -webide-representation: '{sample_count:dec} x {sample_delta:dec}'
    seq: [{id: sample_count, type: u4}, {id: sample_delta, type: u4}]
  ctts:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: entry_count, type: u4}
      - {id: entries, type: ctts_entry, repeat: expr, repeat-expr: entry_count}
  ctts_entry:
    -webide-representation: '{sample_count:dec} x {sample_offset:dec}'
    seq:
      - {id: sample_count, type: u4}
      - {id: sample_offset, type: s4, doc: Unsigned in version 0 by the specification.}
  cslg:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: composition_to_dts_shift, type: {switch-on: version, cases: {0: s4, _: s8}}}
      - {id: least_decode_to_display_delta, type: {switch-on: version, cases: {0: s4, _: s8}}}
      - {id: greatest_decode_to_display_delta, type: {switch-on: version, cases: {0: s4, _: s8}}}
      - {id: composition_start_time, type: {switch-on: version, cases: {0: s4, _: s8}}}
      - {id: composition_end_time, type: {switch-on: version, cases: {0: s4, _: s8}}}
  stsc:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: entry_count, type: u4}
      - {id: entries, type: stsc_entry, repeat: expr, repeat-expr: entry_count}
  stsc_entry:
    -webide-representation: 'from {first_chunk:dec} on {samples_per_chunk:dec}'
    seq: [{id: first_chunk, type: u4}, {id: samples_per_chunk, type: u4}, {id: sample_description_index, type: u4}]
  stsz:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: sample_size, type: u4, doc: 0 when the samples differ.}
      - {id: sample_count, type: u4}
      - {id: entry_sizes, type: u4, repeat: expr, repeat-expr: 'sample_size == 0 ? sample_count : 0'}
  stz2:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: reserved, type: b24}
      - {id: field_size, type: u1, doc: Bits.}
      - {id: sample_count, type: u4}
      - {id: entry_sizes4, type: b4, repeat: expr, repeat-expr: sample_count, if: field_size == 4}
      - {id: entry_sizes8, type: u1, repeat: expr, repeat-expr: sample_count, if: field_size == 8}
      - {id: entry_sizes16, type: u2, repeat: expr, repeat-expr: sample_count, if: field_size == 16}
  stco:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: entry_count, type: u4}
      - {id: chunk_offsets, type: u4, repeat: expr, repeat-expr: entry_count}
  co64:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: entry_count, type: u4}
      - {id: chunk_offsets, type: u8, repeat: expr, repeat-expr: entry_count}
  stss:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: entry_count, type: u4}
      - {id: sample_numbers, type: u4, repeat: expr, repeat-expr: entry_count}
  stsh:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: entry_count, type: u4}
      - {id: entries, type: stsh_entry, repeat: expr, repeat-expr: entry_count}
  stsh_entry:
    -webide-representation: '{shadowed_sample_number:dec} {sync_sample_number:dec}'
    seq: [{id: shadowed_sample_number, type: u4}, {id: sync_sample_number, type: u4}]
  sdtp:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: samples, type: sample_dependency, repeat: eos}
  sample_dependency:
    -webide-representation: '{sample_depends_on} {sample_is_depended_on}'
    seq:
      - {id: is_leading, type: b2}
      - {id: sample_depends_on, type: b2, enum: tri}
      - {id: sample_is_depended_on, type: b2, enum: tri}
      - {id: sample_has_redundancy, type: b2, enum: tri}
  sbgp:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: grouping_type, type: str, size: 4}
      - {id: grouping_type_parameter, type: u4, if: version == 1}
      - {id: entry_count, type: u4}
      - {id: entries, type: sbgp_entry, repeat: expr, repeat-expr: entry_count}
  sbgp_entry:
    -webide-representation: '{sample_count:dec} in {group_description_index:dec}'
    seq: [{id: sample_count, type: u4}, {id: group_description_index, type: u4}]
  sgpd:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: grouping_type, type: str, size: 4}
      - {id: default_length, type: u4, if: version == 1}
      - {id: default_sample_description_index, type: u4, if: version >= 2}
      - {id: entry_count, type: u4}
      - {id: entries, type: sgpd_entry, repeat: expr, repeat-expr: entry_count, if: version == 1}
      - {id: rest, size-eos: true}
  sgpd_entry:
    -webide-representation: '{len_description:dec}'
    seq: [{id: len_own, type: u4, if: _parent.default_length == 0}, {id: description, size: len_description}]
    instances:
      len_description: {value: '_parent.default_length == 0 ? len_own : _parent.default_length'}
  saiz:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: aux_info_type, type: str, size: 4, if: flags & 1 != 0}
      - {id: aux_info_type_parameter, type: u4, if: flags & 1 != 0}
      - {id: default_sample_info_size, type: u1}
      - {id: sample_count, type: u4}
      - {id: sample_info_sizes, type: u1, repeat: expr, repeat-expr: 'default_sample_info_size == 0 ? sample_count : 0'}
  saio:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: aux_info_type, type: str, size: 4, if: flags & 1 != 0}
      - {id: aux_info_type_parameter, type: u4, if: flags & 1 != 0}
      - {id: entry_count, type: u4}
      - {id: offsets, type: {switch-on: version, cases: {0: u4, _: u8}}, repeat: expr, repeat-expr: entry_count}

  # Fragments and streaming

  mehd:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: fragment_duration, type: {switch-on: version, cases: {1: u8, _: u4}}}
  trex:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: track_id, type: u4}
      - {id: default_sample_description_index, type: u4}
      - {id: default_sample_duration, type: u4}
      - {id: default_sample_size, type: u4}
      - {id: default_sample_flags, type: sample_flags}
  sample_flags:
    seq:
      - {id: reserved, type: b4}
      - {id: is_leading, type: b2}
      - {id: sample_depends_on, type: b2, enum: tri}
      - {id: sample_is_depended_on, type: b2, enum: tri}
      - {id: sample_has_redundancy, type: b2, enum: tri}
      - {id: sample_padding_value, type: b3}
      - {id: sample_is_non_sync_sample, type: b1}
      - {id: sample_degradation_priority, type: b16}
  mfhd:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: sequence_number, type: u4}
  tfhd:
    seq:
      - {id: version, type: u1}
      - {id: reserved1, type: b6}
      - {id: default_base_is_moof, type: b1}
      - {id: duration_is_empty, type: b1}
      - {id: reserved2, type: b10}
      - {id: has_default_sample_flags, type: b1}
      - {id: has_default_sample_size, type: b1}
      - {id: has_default_sample_duration, type: b1}
      - {id: reserved3, type: b1}
      - {id: has_sample_description_index, type: b1}
      - {id: has_base_data_offset, type: b1}
      - {id: track_id, type: u4}
      - {id: base_data_offset, type: u8, if: has_base_data_offset}
      - {id: sample_description_index, type: u4, if: has_sample_description_index}
      - {id: default_sample_duration, type: u4, if: has_default_sample_duration}
      - {id: default_sample_size, type: u4, if: has_default_sample_size}
      - {id: default_sample_flags, type: sample_flags, if: has_default_sample_flags}
  tfdt:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: base_media_decode_time, type: {switch-on: version, cases: {1: u8, _: u4}}}
  trun:
    seq:
      - {id: version, type: u1}
      - {id: reserved1, type: b12}
      - {id: has_composition_time_offset, type: b1}
      - {id: has_flags, type: b1}
      - {id: has_size, type: b1}
      - {id: has_duration, type: b1}
      - {id: reserved2, type: b5}
      - {id: has_first_sample_flags, type: b1}
      - {id: reserved3, type: b1}
      - {id: has_data_offset, type: b1}
      - {id: sample_count, type: u4}
      - {id: data_offset, type: s4, if: has_data_offset, doc: From the base of tfhd.}
      - {id: first_sample_flags, type: sample_flags, if: has_first_sample_flags}
      - {id: samples, type: trun_sample, repeat: expr, repeat-expr: 'has_any ? sample_count : 0'}
    instances:
      has_any: {value: has_duration or has_size or has_flags or has_composition_time_offset}
  trun_sample:
    -webide-representation: '{sample_size:dec} for {sample_duration:dec}'
    seq:
      - {id: sample_duration, type: u4, if: _parent.has_duration}
      - {id: sample_size, type: u4, if: _parent.has_size}
      - {id: sample_flags, type: sample_flags, if: _parent.has_flags}
      - {id: sample_composition_time_offset, type: s4, if: _parent.has_composition_time_offset}
  tfra:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: track_id, type: u4}
      - {id: reserved, type: b26}
      - {id: length_size_of_traf_num, type: b2}
      - {id: length_size_of_trun_num, type: b2}
      - {id: length_size_of_sample_num, type: b2}
      - {id: number_of_entries, type: u4}
      - {id: entries, type: tfra_entry, repeat: expr, repeat-expr: number_of_entries}
  tfra_entry:
    -webide-representation: '{time:dec} at {moof_offset:hex}'
    seq:
      - {id: time, type: {switch-on: _parent.version, cases: {1: u8, _: u4}}}
      - {id: moof_offset, type: {switch-on: _parent.version, cases: {1: u8, _: u4}}}
      - {id: traf_number, type: {switch-on: _parent.length_size_of_traf_num, cases: {0: u1, 1: u2, 2: b24, _: u4}}}
      - {id: trun_number, type: {switch-on: _parent.length_size_of_trun_num, cases: {0: u1, 1: u2, 2: b24, _: u4}}}
      - {id: sample_number, type: {switch-on: _parent.length_size_of_sample_num, cases: {0: u1, 1: u2, 2: b24, _: u4}}}
  mfro:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: len_mfra, type: u4, doc: 'Bytes of the box mfra, to find it from the end of the file.'}
  sidx:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: reference_id, type: u4}
      - {id: timescale, type: u4}
      - {id: earliest_presentation_time, type: {switch-on: version, cases: {1: u8, _: u4}}}
      - {id: first_offset, type: {switch-on: version, cases: {1: u8, _: u4}}, doc: From the end of this box.}
      - {id: reserved, type: u2}
      - {id: reference_count, type: u2}
      - {id: references, type: sidx_reference, repeat: expr, repeat-expr: reference_count}
  sidx_reference:
    -webide-representation: '{referenced_size:dec} for {subsegment_duration:dec}'
    seq:
      - {id: is_sidx, type: b1, doc: The reference is to a box sidx and not to media.}
      - {id: referenced_size, type: b31}
      - {id: subsegment_duration, type: u4}
      - {id: starts_with_sap, type: b1}
      - {id: sap_type, type: b3}
      - {id: sap_delta_time, type: b28}
  prft:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: reference_track_id, type: u4}
      - {id: ntp_timestamp, type: u8}
      - {id: media_time, type: {switch-on: version, cases: {1: u8, _: u4}}}
  emsg:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: scheme_id_uri, type: strz, if: version == 0}
      - {id: value, type: strz, if: version == 0}
      - {id: timescale, type: u4}
      - {id: presentation_time_delta, type: u4, if: version == 0}
      - {id: presentation_time, type: u8, if: version != 0}
      - {id: event_duration, type: u4}
      - {id: event_id, type: u4}
      - {id: scheme_id_uri_v1, type: strz, if: version != 0}
      - {id: value_v1, type: strz, if: version != 0}
      - {id: message_data, size-eos: true}
  pdin:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: entries, type: pdin_entry, repeat: eos}
  pdin_entry:
    -webide-representation: '{rate:dec} {initial_delay:dec}'
    seq: [{id: rate, type: u4}, {id: initial_delay, type: u4}]

  # Protection

  pssh:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: system_id, size: 16}
      - {id: kid_count, type: u4, if: version > 0}
      - {id: kids, size: 16, repeat: expr, repeat-expr: kid_count, if: version > 0}
      - {id: len_data, type: u4}
      - {id: data, size: len_data}
  schm:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: scheme_type, type: str, size: 4}
      - {id: scheme_version, type: u4}
      - {id: scheme_uri, type: strz, if: flags & 1 != 0}
  frma: {seq: [{id: data_format, type: str, size: 4}]}
  tenc:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: reserved, type: u1}
      - {id: default_crypt_byte_block, type: b4}
      - {id: default_skip_byte_block, type: b4}
      - {id: default_is_protected, type: u1}
      - {id: default_per_sample_iv_size, type: u1}
      - {id: default_kid, size: 16}
      - {id: len_constant_iv, type: u1, if: has_constant_iv}
      - {id: constant_iv, size: len_constant_iv, if: has_constant_iv}
    instances:
      has_constant_iv: {value: default_is_protected == 1 and default_per_sample_iv_size == 0}
  senc:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: sample_count, type: u4}
      - {id: data, size-eos: true, doc: 'Initialization vectors, of the size in tenc, and subsamples.'}

  # Metadata and items

  language_text:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: language, type: language}
      - {id: text, type: strz, size-eos: true, encoding: UTF-8}
  metadata_value:
    seq:
      - {id: type_set, type: u1}
      - {id: type_code, type: b24, enum: metadata_type}
      - {id: country, type: u2}
      - {id: language, type: u2}
      - id: value
        size-eos: true
        type:
          switch-on: type_code
          cases:
            metadata_type::utf8: utf8_text
            metadata_type::signed_int: signed_int
            metadata_type::unsigned_int: unsigned_int
            metadata_type::float32: float32
            metadata_type::float64: float64
  utf8_text: {seq: [{id: text, type: str, size-eos: true, encoding: UTF-8}]}
  signed_int: {seq: [{id: value, type: {switch-on: _io.size, cases: {1: s1, 2: s2, 4: s4, 8: s8}}, size-eos: true}]}
  unsigned_int: {seq: [{id: value, type: {switch-on: _io.size, cases: {1: u1, 2: u2, 4: u4, 8: u8}}, size-eos: true}]}
  float32: {seq: [{id: value, type: f4}]}
  float64: {seq: [{id: value, type: f8}]}
  metadata_name:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: text, type: str, size-eos: true, encoding: UTF-8}
  keys:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: entry_count, type: u4}
      - {id: entries, type: key, repeat: expr, repeat-expr: entry_count}
  key:
    -webide-representation: '{namespace} {name}'
    seq:
      - {id: len_key, type: u4}
      - {id: namespace, type: str, size: 4}
      - {id: name, type: str, size: 'len_key < 8 ? 0 : len_key - 8', encoding: UTF-8}
  pitm:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: item_id, type: {switch-on: version, cases: {0: u2, _: u4}}}
  infe:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: item_id, type: {switch-on: version, cases: {3: u4, _: u2}}}
      - {id: item_protection_index, type: u2}
      - {id: item_type, type: str, size: 4, if: version >= 2}
      - {id: item_name, type: strz, encoding: UTF-8}
      - {id: content_type, type: strz, if: not _io.eof}
      - {id: content_encoding, type: strz, if: not _io.eof}
  iloc:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: offset_size, type: b4}
      - {id: length_size, type: b4}
      - {id: base_offset_size, type: b4}
      - {id: index_size, type: b4}
      - {id: item_count, type: {switch-on: version, cases: {2: u4, _: u2}}}
      - {id: items, type: iloc_item, repeat: expr, repeat-expr: item_count}
  iloc_item:
    -webide-representation: '{item_id:dec}'
    seq:
      - {id: item_id, type: {switch-on: _parent.version, cases: {2: u4, _: u2}}}
      - {id: construction, type: u2, if: _parent.version != 0, doc: '0 offsets in the file, 1 in idat, 2 in an item.'}
      - {id: data_reference_index, type: u2}
      - {id: base_offset, type: sized_int(_parent.base_offset_size)}
      - {id: extent_count, type: u2}
      - {id: extents, type: iloc_extent, repeat: expr, repeat-expr: extent_count}
  iloc_extent:
    -webide-representation: '{offset.value:dec} {length.value:dec}'
    seq:
      - {id: index, type: sized_int(_parent._parent.index_size), if: _parent._parent.version != 0}
      - {id: offset, type: sized_int(_parent._parent.offset_size)}
      - {id: length, type: sized_int(_parent._parent.length_size)}
  sized_int:
    -webide-representation: '{value:dec}'
    params: [{id: size, type: u1}]
    seq: [{id: raw4, type: u4, if: size == 4}, {id: raw8, type: u8, if: size == 8}]
    instances:
      value: {value: 'size == 4 ? raw4 : size == 8 ? raw8 : 0'}
  ipma:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: entry_count, type: u4}
      - {id: entries, type: ipma_entry, repeat: expr, repeat-expr: entry_count}
  ipma_entry:
    -webide-representation: '{item_id:dec}'
    seq:
      - {id: item_id, type: {switch-on: _parent.version, cases: {0: u2, _: u4}}}
      - {id: association_count, type: u1}
      - id: associations
        type: {switch-on: _parent.flags & 1, cases: {0: association, _: large_association}}
        repeat: expr
        repeat-expr: association_count
        doc: Numbers of boxes in ipco, counted from 1.
  association:
    -webide-representation: '{property_index:dec}'
    seq: [{id: essential, type: b1}, {id: property_index, type: b7}]
  large_association:
    -webide-representation: '{property_index:dec}'
    seq: [{id: essential, type: b1}, {id: property_index, type: b15}]
enums:
  tri: {0: unknown, 1: 'yes', 2: 'no'}
  metadata_type: {
    0: reserved, 1: utf8, 2: utf16, 3: shift_jis, 4: utf8_sort, 5: utf16_sort, 13: jpeg, 14: png, 21: signed_int,
    22: unsigned_int, 23: float32, 24: float64, 27: bmp, 28: metadata_box}
