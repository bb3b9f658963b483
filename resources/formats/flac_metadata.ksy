# Metadata blocks of FLAC, in FLAC files and in Ogg.
# Specification: RFC 9639, "Free Lossless Audio Codec (FLAC)".
meta:
  id: flac_metadata
  title: FLAC metadata block
  license: Apache-2.0
  imports: [vorbis_comment]
  endian: be
doc: A type that the descriptions flac and ogg use; not a file format of its own.
doc-ref: https://www.rfc-editor.org/rfc/rfc9639.html#name-file-level-metadata
-webide-representation: '{block_type} {len_body:dec}'
seq:
  - {id: is_last, type: b1, doc: Sound follows this block.}
  - {id: block_type, type: b7, enum: block_type}
  - {id: len_body, type: b24}
  - id: body
    size: 'len_body < _io.size - _io.pos ? len_body : _io.size - _io.pos'
    type:
      switch-on: block_type
      cases:
        block_type::streaminfo: streaminfo
        block_type::application: application
        block_type::seektable: seektable
        block_type::vorbis_comment: vorbis_comment
        block_type::cuesheet: cuesheet
        block_type::picture: picture
types:
  streaminfo:
    seq:
      - {id: min_block_size, type: u2, doc: Samples.}
      - {id: max_block_size, type: u2}
      - {id: min_frame_size, type: b24, doc: 'Bytes, 0 when unknown.'}
      - {id: max_frame_size, type: b24}
      - {id: sample_rate, type: b20, doc: Hz.}
      - {id: channels_minus_one, type: b3}
      - {id: bits_per_sample_minus_one, type: b5}
      - {id: total_samples, type: b36, doc: 'Per channel, 0 when unknown.'}
      - {id: md5, size: 16, doc: Of the samples before encoding.}
    instances:
      channels: {value: channels_minus_one + 1}
      bits_per_sample: {value: bits_per_sample_minus_one + 1}
  application:
    seq:
      - {id: application_id, type: str, size: 4, encoding: ISO-8859-1}
      - {id: data, size-eos: true}
  seektable:
    seq:
      - {id: points, type: seek_point, repeat: expr, repeat-expr: _io.size / 18}
      - {id: rest, size-eos: true}
  seek_point:
    -webide-representation: '{sample_number:dec} at {offset:dec}'
    seq:
      - {id: sample_number, type: u8, doc: First sample of the frame; 0xffffffffffffffff for a place that is not used.}
      - {id: offset, type: u8, doc: Bytes from the first frame.}
      - {id: num_samples, type: u2}
  cuesheet:
    seq:
      - {id: media_catalog_number, type: strz, size: 128, encoding: ISO-8859-1}
      - {id: num_lead_in_samples, type: u8}
      - {id: is_cd, type: b1}
      - {id: reserved1, type: b7}
      - {id: reserved2, size: 258}
      - {id: num_tracks, type: u1}
      - {id: tracks, type: track, repeat: expr, repeat-expr: num_tracks, doc: The last one is the lead-out.}
  track:
    -webide-representation: '{number:dec} at {offset:dec}'
    seq:
      - {id: offset, type: u8, doc: Samples.}
      - {id: number, type: u1, doc: '170 for the lead-out of a CD, else 255.'}
      - {id: isrc, type: strz, size: 12, encoding: ISO-8859-1}
      - {id: is_not_audio, type: b1}
      - {id: has_pre_emphasis, type: b1}
      - {id: reserved1, type: b6}
      - {id: reserved2, size: 13}
      - {id: num_index_points, type: u1}
      - {id: index_points, type: index_point, repeat: expr, repeat-expr: num_index_points}
  index_point:
    -webide-representation: '{number:dec} at {offset:dec}'
    seq:
      - {id: offset, type: u8, doc: Samples from the start of the track.}
      - {id: number, type: u1}
      - {id: reserved, size: 3}
  picture:
    seq:
      - {id: picture_type, type: u4, enum: picture_type}
      - {id: len_mime_type, type: u4}
      - {id: mime_type, type: str, size: len_mime_type, encoding: ISO-8859-1}
      - {id: len_description, type: u4}
      - {id: description, type: str, size: len_description, encoding: UTF-8}
      - {id: width, type: u4, doc: Pixels.}
      - {id: height, type: u4}
      - {id: color_depth, type: u4, doc: Bits per pixel.}
      - {id: num_colors, type: u4, doc: 'Of an indexed picture, else 0.'}
      - {id: len_data, type: u4}
      - {id: data, size: 'len_data < _io.size - _io.pos ? len_data : _io.size - _io.pos'}
enums:
  block_type: {0: streaminfo, 1: padding, 2: application, 3: seektable, 4: vorbis_comment, 5: cuesheet, 6: picture}
  picture_type: {
    0: other, 1: file_icon, 2: other_file_icon, 3: front_cover, 4: back_cover, 5: liner_notes, 6: media_label,
    7: lead_artist, 8: artist, 9: conductor, 10: band, 11: composer, 12: lyricist, 13: recording_location,
    14: during_recording, 15: during_performance, 16: screen_capture, 17: coloured_fish, 18: illustration,
    19: band_logotype, 20: publisher_logotype}
