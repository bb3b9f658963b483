# ID3v2 tags of the versions 2.2, 2.3 and 2.4, at the start of MP3 files and in other sound files.
# Specifications: "ID3 tag version 2" (2.2.0), "ID3 tag version 2.3.0", "ID3 tag version 2.4.0 - Main Structure" and
# "- Native Frames", "ID3 v2 Chapter Frame Addendum".
meta:
  id: id3v2
  title: ID3v2 tag
  license: Apache-2.0
  encoding: ISO-8859-1
  endian: be
doc: Information about a piece of sound as a list of frames. The tag is unsynchronised when it holds no byte 0xff that a
  decoder could take for the start of sound; a zero byte follows each such byte then.
doc-ref: https://id3.org/id3v2.4.0-structure
seq:
  - {id: magic, contents: ID3}
  - {id: version_major, type: u1, doc: '2, 3 or 4.'}
  - {id: version_revision, type: u1}
  - {id: unsynchronisation, type: b1}
  - {id: has_extended_header, type: b1, doc: In version 2.2 the tag is compressed.}
  - {id: is_experimental, type: b1}
  - {id: has_footer, type: b1}
  - {id: reserved_flags, type: b4}
  - {id: size, type: synchsafe, doc: 'Bytes of the tag without this header of 10 bytes, and without the footer.'}
  - id: body
    size: 'size.value < _io.size - _io.pos ? size.value : _io.size - _io.pos'
    type: body
    if: is_plain
  - id: opaque_body
    size: 'size.value < _io.size - _io.pos ? size.value : _io.size - _io.pos'
    if: not is_plain
    doc: An unsynchronised or compressed tag or one of a version unknown here.
  - {id: footer, type: footer, if: has_footer and version_major == 4 and not _io.eof}
instances:
  is_plain:
    value: >-
      version_major == 4 or version_major == 3 and not unsynchronisation or
      version_major == 2 and not unsynchronisation and not has_extended_header
types:
  synchsafe:
    -webide-representation: '{value:dec}'
    seq: [{id: raw, type: u4, doc: Seven bits in each byte.}]
    instances:
      value: {value: (raw & 0x7f) | (raw & 0x7f00) >> 1 | (raw & 0x7f0000) >> 2 | (raw & 0x7f000000) >> 3}
  footer:
    seq:
      - {id: magic, contents: 3DI}
      - {id: version_major, type: u1}
      - {id: version_revision, type: u1}
      - {id: flags, type: u1}
      - {id: size, type: synchsafe}
  body:
    seq:
      - {id: extended_header3, type: extended_header3, if: _parent.has_extended_header and version == 3}
      - {id: extended_header4, type: extended_header4, if: _parent.has_extended_header and version == 4}
      - {id: frames, type: 'frame_or_padding(version, _io.pos)', repeat: eos}
    instances:
      version: {value: _parent.version_major}
  extended_header3:
    seq:
      - {id: len_header, type: u4, doc: Bytes after this field.}
      - {id: has_crc, type: b1}
      - {id: reserved_flags, type: b15}
      - {id: len_padding, type: u4}
      - {id: crc, type: u4, if: has_crc}
  extended_header4:
    seq:
      - {id: len_header, type: synchsafe, doc: Bytes of the whole extended header.}
      - {id: num_flag_bytes, type: u1}
      - {id: reserved1, type: b1}
      - {id: is_update, type: b1}
      - {id: has_crc, type: b1}
      - {id: has_restrictions, type: b1}
      - {id: reserved2, type: b4}
      - {id: len_update, type: u1, if: is_update}
      - {id: len_crc, type: u1, if: has_crc}
      - {id: crc, size: len_crc, if: has_crc, doc: Seven bits in each byte.}
      - {id: len_restrictions, type: u1, if: has_restrictions}
      - {id: restrict_tag_size, type: b2, if: has_restrictions}
      - {id: restrict_text_encoding, type: b1, if: has_restrictions}
      - {id: restrict_text_size, type: b2, if: has_restrictions}
      - {id: restrict_image_encoding, type: b1, if: has_restrictions}
      - {id: restrict_image_size, type: b2, if: has_restrictions}
  frame_or_padding:
    -webide-representation: '{frame.frame_id} {frame.len_frame:dec}'
    params:
      - {id: version, type: u1}
      - {id: start, type: s8}
    seq:
      - {id: frame, type: frame(version), if: is_frame}
      - {id: padding, size-eos: true, if: not is_frame}
    instances:
      first: {pos: start, type: u1}
      is_frame: {value: 'first >= 0x30 and _io.size - start >= (version == 2 ? 6 : 10)'}
  frame:
    -webide-representation: '{frame_id} {len_frame:dec}'
    params:
      - {id: version, type: u1}
    seq:
      - {id: frame_id, type: str, size: 'version == 2 ? 3 : 4'}
      - {id: len2, type: b24, if: version == 2}
      - {id: len3, type: u4, if: version == 3}
      - {id: len4, type: synchsafe, if: version == 4}
      - {id: flags3, type: flags3, if: version == 3}
      - {id: flags4, type: flags4, if: version == 4}
      - id: body
        size: 'len_body < 0 ? 0 : len_body < _io.size - _io.pos ? len_body : _io.size - _io.pos'
        type:
          switch-on: kind
          cases:
            '"opaque"': opaque
            '"compressed"': compressed
            '"text"': text_frame
            '"url"': url_frame
            '"TXXX"': user_text
            '"WXXX"': user_url
            '"COMM"': comment
            '"COM"': comment
            '"USLT"': comment
            '"ULT"': comment
            '"USER"': terms_of_use
            '"APIC"': picture
            '"PIC"': picture2
            '"UFID"': owner_data
            '"UFI"': owner_data
            '"PRIV"': owner_data
            '"POPM"': popularimeter
            '"POP"': popularimeter
            '"GEOB"': general_object
            '"GEO"': general_object
            '"SYLT"': synchronised_lyrics
            '"SLT"': synchronised_lyrics
            '"ETCO"': event_timing
            '"ETC"': event_timing
            '"CHAP"': chapter(version)
            '"CTOC"': table_of_contents(version)
            '"RVA2"': relative_volume
            '"ENCR"': registration
            '"GRID"': registration
            '"AENC"': audio_encryption
            '"CRA"': audio_encryption
            '"SEEK"': seek
            '"IPLS"': text_frame
            '"IPL"': text_frame
    instances:
      len_frame:
        value: 'version == 2 ? len2 : version == 3 ? len3 : len4.value'
        doc: Bytes after the header of the frame.
      len_body:
        value: 'len_frame - (version == 3 ? flags3.len_extra : version == 4 ? flags4.len_extra : 0)'
      kind:
        value: >-
          version == 3 and flags3.is_encrypted ? "opaque" : version == 3 and flags3.is_compressed ? "compressed" :
          version == 4 and (flags4.is_encrypted or flags4.unsynchronisation and
          not (flags4.has_data_length and flags4.data_length.value == len_body)) ? "opaque" :
          version == 4 and flags4.is_compressed ? "compressed" :
          frame_id == "TXXX" or frame_id == "TXX" ? "TXXX" : frame_id == "WXXX" or frame_id == "WXX" ? "WXXX" :
          frame_id.substring(0, 1) == "T" ? "text" : frame_id.substring(0, 1) == "W" ? "url" : frame_id
        doc: What decides how the body is read; opaque when it is encrypted or unsynchronised.
  flags3:
    seq:
      - {id: tag_alter_discard, type: b1}
      - {id: file_alter_discard, type: b1}
      - {id: read_only, type: b1}
      - {id: reserved1, type: b5}
      - {id: is_compressed, type: b1}
      - {id: is_encrypted, type: b1}
      - {id: has_group, type: b1}
      - {id: reserved2, type: b5}
      - {id: len_decompressed, type: u4, if: is_compressed}
      - {id: encryption_method, type: u1, if: is_encrypted}
      - {id: group, type: u1, if: has_group}
    instances:
      len_extra: {value: '(is_compressed ? 4 : 0) + (is_encrypted ? 1 : 0) + (has_group ? 1 : 0)'}
  flags4:
    seq:
      - {id: reserved1, type: b1}
      - {id: tag_alter_discard, type: b1}
      - {id: file_alter_discard, type: b1}
      - {id: read_only, type: b1}
      - {id: reserved2, type: b5}
      - {id: has_group, type: b1}
      - {id: reserved3, type: b2}
      - {id: is_compressed, type: b1}
      - {id: is_encrypted, type: b1}
      - {id: unsynchronisation, type: b1}
      - {id: has_data_length, type: b1}
      - {id: group, type: u1, if: has_group}
      - {id: encryption_method, type: u1, if: is_encrypted}
      - {id: data_length, type: synchsafe, if: has_data_length}
    instances:
      len_extra: {value: '(has_group ? 1 : 0) + (is_encrypted ? 1 : 0) + (has_data_length ? 4 : 0)'}
  opaque: {seq: [{id: data, size-eos: true}]}
  compressed: {seq: [{id: content, size-eos: true, process: zlib}]}
  string:
    -webide-representation: '{latin1}{utf8}{utf16be}{utf16.little}{utf16.big}'
    params:
      - {id: encoding, type: u1}
    seq:
      - {id: utf16, type: utf16, if: encoding == 1}
      - {id: utf16be, type: strz, encoding: UTF-16BE, eos-error: false, if: encoding == 2}
      - {id: utf8, type: strz, encoding: UTF-8, eos-error: false, if: encoding == 3}
      - {id: latin1, type: strz, eos-error: false, if: encoding != 1 and encoding != 2 and encoding != 3}
  utf16:
    -webide-representation: '{little}{big}'
    seq:
      - {id: byte_order_mark, type: u2, if: _io.size - _io.pos >= 2, doc: 'Zero, for an empty string, in some files.'}
      - id: little
        type: strz
        encoding: UTF-16LE
        eos-error: false
        if: not _io.eof and byte_order_mark != 0 and byte_order_mark != 0xfeff
      - {id: big, type: strz, encoding: UTF-16BE, eos-error: false, if: not _io.eof and byte_order_mark == 0xfeff}
  text_frame:
    seq:
      - {id: encoding, type: u1, enum: text_encoding}
      - id: strings
        type: string(encoding.to_i)
        repeat: until
        repeat-until: _io.size - _io.pos < 2
        if: _io.size - _io.pos >= 2
        doc: Several strings are allowed in version 2.4, and of people and their roles in 2.3.
      - {id: rest, size-eos: true, if: not _io.eof}
  url_frame:
    seq: [{id: url, type: strz, size-eos: true}]
  user_text:
    seq:
      - {id: encoding, type: u1, enum: text_encoding}
      - {id: description, type: string(encoding.to_i)}
      - {id: value, type: string(encoding.to_i)}
      - {id: rest, size-eos: true}
  user_url:
    seq:
      - {id: encoding, type: u1, enum: text_encoding}
      - {id: description, type: string(encoding.to_i)}
      - {id: url, type: strz, size-eos: true}
  comment:
    doc: A comment, or lyrics that are not synchronised.
    seq:
      - {id: encoding, type: u1, enum: text_encoding}
      - {id: language, type: str, size: 3}
      - {id: description, type: string(encoding.to_i)}
      - {id: text, type: string(encoding.to_i)}
      - {id: rest, size-eos: true}
  terms_of_use:
    seq:
      - {id: encoding, type: u1, enum: text_encoding}
      - {id: language, type: str, size: 3}
      - {id: text, type: string(encoding.to_i)}
  picture:
    seq:
      - {id: encoding, type: u1, enum: text_encoding}
      - {id: mime_type, type: strz}
      - {id: picture_type, type: u1, enum: picture_type}
      - {id: description, type: string(encoding.to_i)}
      - {id: data, size-eos: true}
  picture2:
    seq:
      - {id: encoding, type: u1, enum: text_encoding}
      - {id: image_format, type: str, size: 3, doc: PNG or JPG.}
      - {id: picture_type, type: u1, enum: picture_type}
      - {id: description, type: string(encoding.to_i)}
      - {id: data, size-eos: true}
  owner_data:
    seq: [{id: owner, type: strz}, {id: data, size-eos: true}]
  popularimeter:
    seq:
      - {id: email, type: strz}
      - {id: rating, type: u1, doc: '1 worst, 255 best, 0 unknown.'}
      - {id: counter, size-eos: true, doc: 'Times played, a big-endian number.'}
  general_object:
    seq:
      - {id: encoding, type: u1, enum: text_encoding}
      - {id: mime_type, type: strz}
      - {id: filename, type: string(encoding.to_i)}
      - {id: description, type: string(encoding.to_i)}
      - {id: data, size-eos: true}
  synchronised_lyrics:
    seq:
      - {id: encoding, type: u1, enum: text_encoding}
      - {id: language, type: str, size: 3}
      - {id: timestamp_format, type: u1, enum: timestamp_format}
      - {id: content_type, type: u1, enum: lyrics_type}
      - {id: description, type: string(encoding.to_i)}
      - {id: lines, type: lyrics_line(encoding.to_i), repeat: eos}
  lyrics_line:
    -webide-representation: '{time:dec} {text.latin1}{text.utf8}'
    params: [{id: encoding, type: u1}]
    seq: [{id: text, type: string(encoding)}, {id: time, type: u4}]
  event_timing:
    seq:
      - {id: timestamp_format, type: u1, enum: timestamp_format}
      - {id: events, type: event, repeat: eos}
  event:
    -webide-representation: '{event_type} {time:dec}'
    seq: [{id: event_type, type: u1, enum: event_type}, {id: time, type: u4}]
  chapter:
    params: [{id: version, type: u1}]
    seq:
      - {id: element_id, type: strz}
      - {id: start_time, type: u4, doc: Milliseconds.}
      - {id: end_time, type: u4, doc: Milliseconds.}
      - {id: start_offset, type: u4, doc: 'Of the byte in the file, 0xffffffff for none.'}
      - {id: end_offset, type: u4}
      - {id: frames, type: 'frame_or_padding(version, _io.pos)', repeat: eos}
  table_of_contents:
    params: [{id: version, type: u1}]
    seq:
      - {id: element_id, type: strz}
      - {id: reserved, type: b6}
      - {id: is_top_level, type: b1}
      - {id: is_ordered, type: b1}
      - {id: num_children, type: u1}
      - {id: children, type: strz, repeat: expr, repeat-expr: num_children}
      - {id: frames, type: 'frame_or_padding(version, _io.pos)', repeat: eos}
  relative_volume:
    seq: [{id: identification, type: strz}, {id: channels, type: channel_volume, repeat: eos}]
  channel_volume:
    -webide-representation: '{channel} {adjustment:dec}'
    seq:
      - {id: channel, type: u1, enum: channel}
      - {id: adjustment, type: s2, doc: In 512ths of a decibel.}
      - {id: num_peak_bits, type: u1}
      - {id: peak, size: (num_peak_bits + 7) / 8}
  registration:
    seq: [{id: owner, type: strz}, {id: symbol, type: u1}, {id: data, size-eos: true}]
  audio_encryption:
    seq:
      - {id: owner, type: strz}
      - {id: preview_start, type: u2, doc: Frames.}
      - {id: preview_length, type: u2}
      - {id: data, size-eos: true}
  seek:
    seq: [{id: min_offset_to_next_tag, type: u4}]
enums:
  text_encoding: {0: iso_8859_1, 1: utf16, 2: utf16be, 3: utf8}
  timestamp_format: {1: mpeg_frames, 2: milliseconds}
  lyrics_type: {
    0: other, 1: lyrics, 2: transcription, 3: movement, 4: events, 5: chord, 6: trivia, 7: url_web, 8: url_image}
  channel: {
    0: other, 1: master, 2: front_right, 3: front_left, 4: back_right, 5: back_left, 6: front_centre, 7: back_centre,
    8: subwoofer}
  event_type: {
    0: padding, 1: end_of_initial_silence, 2: intro_start, 3: main_part_start, 4: outro_start, 5: outro_end,
    6: verse_start, 7: refrain_start, 8: interlude_start, 9: theme_start, 10: variation_start, 11: key_change,
    12: time_change, 13: unwanted_noise, 14: sustained_noise, 15: sustained_noise_end, 16: intro_end,
    17: main_part_end, 18: verse_end, 19: refrain_end, 20: theme_end, 21: profanity, 22: profanity_end, 0xfd: audio_end,
    0xfe: audio_file_end, 0xff: more_follows}
  picture_type: {
    0: other, 1: file_icon, 2: other_file_icon, 3: front_cover, 4: back_cover, 5: leaflet_page, 6: media,
    7: lead_artist, 8: artist, 9: conductor, 10: band, 11: composer, 12: lyricist, 13: recording_location,
    14: during_recording, 15: during_performance, 16: screen_capture, 17: coloured_fish, 18: illustration,
    19: band_logotype, 20: publisher_logotype}
