# Ogg files: pages of logical streams, with the headers of Vorbis, Opus, FLAC, Speex, Theora and Skeleton.
# Specifications: RFC 3533 (Ogg), RFC 7845 (Opus), RFC 9639 section 10.1 (FLAC); Xiph.Org, "Vorbis I specification",
# "Theora Specification", "The Speex Codec Manual", "Ogg Skeleton 4".
meta:
  id: ogg
  title: Ogg
  file-extension: [ogg, oga, ogv, ogx, opus, spx]
  xref:
    mime: [application/ogg, audio/ogg, video/ogg]
  license: Apache-2.0
  imports: [vorbis_comment, flac_metadata]
  encoding: ISO-8859-1
  endian: le
  -detect:
    - {0: '4f 67 67 53 00'}
doc: A container that cuts the packets of its streams into segments of up to 255 bytes and puts these into pages.
doc-ref: https://www.rfc-editor.org/rfc/rfc3533.html
seq:
  - {id: elements, type: element(_io.pos), repeat: eos}
types:
  element:
    -webide-representation: '{page.page_sequence_number:dec} {page.granule_position:dec}'
    params: [{id: start, type: s8}]
    seq:
      - {id: page, type: page, if: is_page}
      - {id: other, type: other, if: not is_page}
    instances:
      capture_pattern: {pos: start, type: u4be, if: _io.size - start >= 27}
      is_page: {value: _io.size - start >= 27 and capture_pattern == 0x4f676753}
  other:
    doc: Bytes that belong to no page, up to the next letter O.
    seq:
      - {id: first, type: u1}
      - {id: rest, terminator: 0x4f, consume: false, eos-error: false}
  page:
    -webide-representation: '{bitstream_serial_number:hex} {page_sequence_number:dec} {granule_position:dec}'
    seq:
      - {id: capture_pattern, contents: OggS}
      - {id: stream_structure_version, type: u1}
      - {id: reserved_flags, type: b5}
      - {id: is_end_of_stream, type: b1}
      - {id: is_beginning_of_stream, type: b1}
      - {id: is_continued, type: b1, doc: The first segment continues a packet of the page before.}
      - id: granule_position
        type: s8
        doc: Position after the packets that end on this page, in samples or what else the codec says; -1 for none.
      - {id: bitstream_serial_number, type: u4}
      - {id: page_sequence_number, type: u4}
      - {id: crc_checksum, type: u4, doc: 'CRC-32 with the polynomial 0x04c11db7, of the page with zeros here.'}
      - {id: num_segments, type: u1}
      - id: segment_table
        type: 'lacing(_index == 0 ? 0 : segment_table[_index - 1].carry)'
        repeat: expr
        repeat-expr: num_segments
      - id: segments
        type: segment(_index, _io.pos)
        repeat: expr
        repeat-expr: num_segments
  lacing:
    -webide-representation: '{value:dec}'
    params: [{id: before, type: u4, doc: Bytes of the packet in the segments before.}]
    seq: [{id: value, type: u1, doc: Bytes of the segment; less than 255 in the last one of a packet.}]
    instances:
      carry: {value: 'value == 255 ? before + 255 : 0'}
  segment:
    -webide-representation: '{len_data:dec}'
    params: [{id: index, type: s4}, {id: start, type: s8}]
    seq: [{id: data, size: 'len_data < _io.size - _io.pos ? len_data : _io.size - _io.pos'}]
    instances:
      len_data: {value: '_parent.segment_table[index].value'}
      before: {value: '_parent.segment_table[index].before'}
      is_whole:
        value: len_data < 255 and start + len_data <= _io.size and not (_parent.is_continued and before == index * 255)
        doc: A packet that lies wholly on this page ends here.
      packet:
        pos: start - before
        size: before + len_data
        type: packet
        if: is_whole
  packet:
    -webide-representation: '{kind}'
    seq:
      - id: content
        size-eos: true
        type:
          switch-on: kind
          cases:
            '"vorbis identification"': vorbis_identification
            '"vorbis comment"': framed_comment(7)
            '"vorbis setup"': vorbis_setup
            '"theora identification"': theora_identification
            '"theora comment"': framed_comment(7)
            '"opus identification"': opus_identification
            '"opus comment"': framed_comment(8)
            '"flac identification"': flac_identification
            '"flac metadata"': flac_metadata
            '"speex identification"': speex_identification
            '"skeleton head"': skeleton_head
            '"skeleton bone"': skeleton_bone
    instances:
      may_be_header: {value: _parent._parent.granule_position == 0 and _io.size >= 8}
      first: {pos: 0, type: u1, if: may_be_header}
      name: {pos: 1, size: 6, if: may_be_header}
      word1: {pos: 0, type: u4be, if: may_be_header}
      word2: {pos: 4, type: u4be, if: may_be_header}
      is_vorbis: {value: 'may_be_header and name == [0x76, 0x6f, 0x72, 0x62, 0x69, 0x73]'}
      is_theora: {value: 'may_be_header and name == [0x74, 0x68, 0x65, 0x6f, 0x72, 0x61]'}
      kind:
        value: >-
          not may_be_header ? "data" :
          is_vorbis and first == 1 ? "vorbis identification" : is_vorbis and first == 3 ? "vorbis comment" :
          is_vorbis and first == 5 ? "vorbis setup" : is_theora and first == 0x80 ? "theora identification" :
          is_theora and first == 0x81 ? "theora comment" : is_theora and first == 0x82 ? "theora setup" :
          word1 == 0x4f707573 and word2 == 0x48656164 ? "opus identification" :
          word1 == 0x4f707573 and word2 == 0x54616773 ? "opus comment" :
          word1 == 0x53706565 and word2 == 0x78202020 ? "speex identification" :
          word1 == 0x66697368 and word2 == 0x65616400 ? "skeleton head" :
          word1 == 0x66697362 and word2 == 0x6f6e6500 ? "skeleton bone" :
          word1 == 0x7f464c41 and word2 >> 24 == 0x43 ? "flac identification" :
          (word1 >> 24 & 0x7f) < 7 and (word1 & 0xffffff) == _io.size - 4 ? "flac metadata" : "data"
        doc: Metadata blocks of FLAC are known by their length.
  vorbis_identification:
    seq:
      - {id: packet_type, type: u1}
      - {id: magic, contents: vorbis}
      - {id: vorbis_version, type: u4}
      - {id: audio_channels, type: u1}
      - {id: audio_sample_rate, type: u4, doc: Hz.}
      - {id: bitrate_maximum, type: s4, doc: 'Bits per second, 0 or -1 when not set.'}
      - {id: bitrate_nominal, type: s4}
      - {id: bitrate_minimum, type: s4}
      - {id: blocksize_1, type: b4, doc: Logarithm to the base 2.}
      - {id: blocksize_0, type: b4}
      - {id: reserved, type: b7}
      - {id: framing_flag, type: b1}
  vorbis_setup:
    seq:
      - {id: packet_type, type: u1}
      - {id: magic, contents: vorbis}
      - {id: codebook_count_minus_one, type: u1}
      - {id: data, size-eos: true, doc: 'Codebooks, floors, residues, mappings and modes as a stream of bits.'}
  framed_comment:
    params: [{id: len_magic, type: s4}]
    seq:
      - {id: magic, size: len_magic}
      - {id: comment, type: vorbis_comment}
      - {id: rest, size-eos: true, doc: 'The framing bit of Vorbis, or padding.'}
  theora_identification:
    meta: {endian: be}
    seq:
      - {id: packet_type, type: u1}
      - {id: magic, contents: theora}
      - {id: version_major, type: u1}
      - {id: version_minor, type: u1}
      - {id: version_revision, type: u1}
      - {id: frame_width_macroblocks, type: u2}
      - {id: frame_height_macroblocks, type: u2}
      - {id: picture_width, type: b24}
      - {id: picture_height, type: b24}
      - {id: picture_x, type: u1}
      - {id: picture_y, type: u1, doc: From the bottom.}
      - {id: frame_rate_numerator, type: u4}
      - {id: frame_rate_denominator, type: u4}
      - {id: aspect_numerator, type: b24}
      - {id: aspect_denominator, type: b24}
      - {id: color_space, type: u1, enum: color_space}
      - {id: nominal_bitrate, type: b24}
      - {id: quality, type: b6}
      - {id: keyframe_granule_shift, type: b5}
      - {id: pixel_format, type: b2, enum: pixel_format}
      - {id: reserved, type: b3}
  opus_identification:
    seq:
      - {id: magic, contents: OpusHead}
      - {id: version, type: u1}
      - {id: channel_count, type: u1}
      - {id: pre_skip, type: u2, doc: Samples at 48 kHz to drop at the start.}
      - {id: input_sample_rate, type: u4, doc: Hz.}
      - {id: output_gain, type: s2, doc: In 256ths of a decibel.}
      - {id: mapping_family, type: u1, doc: '0 mono or stereo, 1 Vorbis order, 2 and 3 ambisonics, 255 discrete.'}
      - {id: stream_count, type: u1, if: mapping_family != 0}
      - {id: coupled_count, type: u1, if: mapping_family != 0}
      - {id: channel_mapping, size-eos: true, if: mapping_family != 0}
  flac_identification:
    seq:
      - {id: packet_type, type: u1}
      - {id: magic, contents: FLAC}
      - {id: version_major, type: u1}
      - {id: version_minor, type: u1}
      - {id: num_headers, type: u2be, doc: 'Header packets after this one, 0 when unknown.'}
      - {id: flac_magic, contents: fLaC}
      - {id: streaminfo, type: flac_metadata}
  speex_identification:
    seq:
      - {id: magic, type: str, size: 8}
      - {id: version, type: strz, size: 20}
      - {id: version_id, type: u4}
      - {id: len_header, type: u4}
      - {id: rate, type: u4, doc: Hz.}
      - {id: mode, type: u4, doc: '0 narrowband, 1 wideband, 2 ultra-wideband.'}
      - {id: mode_bitstream_version, type: u4}
      - {id: num_channels, type: u4}
      - {id: bitrate, type: s4}
      - {id: frame_size, type: u4, doc: Samples.}
      - {id: vbr, type: u4}
      - {id: frames_per_packet, type: u4}
      - {id: num_extra_headers, type: u4}
      - {id: reserved1, type: u4}
      - {id: reserved2, type: u4}
  skeleton_head:
    seq:
      - {id: magic, type: strz, size: 8}
      - {id: version_major, type: u2}
      - {id: version_minor, type: u2}
      - {id: presentation_time_numerator, type: s8}
      - {id: presentation_time_denominator, type: s8}
      - {id: base_time_numerator, type: s8}
      - {id: base_time_denominator, type: s8}
      - {id: utc, type: strz, size: 20}
      - {id: segment_length, type: u8, if: version_major >= 4}
      - {id: content_offset, type: u8, if: version_major >= 4}
  skeleton_bone:
    seq:
      - {id: magic, type: strz, size: 8}
      - {id: message_header_offset, type: u4, doc: From this field.}
      - {id: serial_number, type: u4}
      - {id: num_header_packets, type: u4}
      - {id: granule_rate_numerator, type: s8}
      - {id: granule_rate_denominator, type: s8}
      - {id: base_granule, type: s8}
      - {id: preroll, type: u4}
      - {id: granule_shift, type: u1}
      - {id: padding, size: 3}
      - {id: message_headers, type: str, size-eos: true}
enums:
  color_space: {0: undefined, 1: rec_470m, 2: rec_470bg}
  pixel_format: {0: yuv_420, 1: reserved, 2: yuv_422, 3: yuv_444}
