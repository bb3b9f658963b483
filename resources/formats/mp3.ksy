# MPEG audio files (MP3, also layers I and II): ID3v2 tags, frames with their lengths, ID3v1, APEv2 and Lyrics3 tags.
# Specifications: ISO/IEC 11172-3, ISO/IEC 13818-3; "ID3v1.1"; "APEv2 specification"; "Lyrics3 v2.00";
# "Mp3 Info Tag rev 1 specifications" (the Xing and LAME header).
meta:
  id: mp3
  title: MP3 (MPEG audio)
  file-extension: [mp3, mp2, mp1, mpa]
  xref:
    mime: audio/mpeg
  license: Apache-2.0
  imports: [id3v2]
  encoding: ISO-8859-1
  endian: be
  -detect:
    - {0: '49 44 33 02 00'}
    - {0: '49 44 33 03 00'}
    - {0: '49 44 33 04 00'}
    - {0: 'ff fb ?? ??', 36: '49 6e 66 6f'}
    - {0: 'ff fb ?? ??', 36: '58 69 6e 67'}
    - {0: 'ff fb ?? ??', 36: '56 42 52 49'}
    - {0: 'ff fb ?? ??', 21: '49 6e 66 6f'}
    - {0: 'ff fb ?? ??', 21: '58 69 6e 67'}
    - {0: 'ff f3 ?? ??', 21: '49 6e 66 6f'}
    - {0: 'ff f3 ?? ??', 21: '58 69 6e 67'}
    - {0: 'ff f3 ?? ??', 13: '49 6e 66 6f'}
    - {0: 'ff f3 ?? ??', 13: '58 69 6e 67'}
    - {0: 'ff e3 ?? ??', 21: '49 6e 66 6f'}
    - {0: 'ff e3 ?? ??', 13: '49 6e 66 6f'}
    - {0: 'ff fb', -128: '54 41 47'}
    - {0: 'ff fa', -128: '54 41 47'}
    - {0: 'ff f3', -128: '54 41 47'}
    - {0: 'ff fd', -128: '54 41 47'}
doc: A sequence of MPEG audio frames, each with a header that tells its length, and tags at the start and the end.
doc-ref: https://www.iso.org/standard/22412.html
seq:
  - id: audio
    type: audio
    size: end_of_audio
instances:
  len_id3v1:
    value: '_io.size >= 128 and magic_id3v1 == [0x54, 0x41, 0x47] ? 128 : 0'
  magic_id3v1: {pos: _io.size - 128, size: 3, if: _io.size >= 128}
  id3v1: {pos: _io.size - 128, type: id3v1, size: 128, if: len_id3v1 != 0}
  magic_extended: {pos: _io.size - 355, size: 4, if: len_id3v1 != 0 and _io.size >= 355}
  has_extended: {value: 'len_id3v1 != 0 and _io.size >= 355 and magic_extended == [0x54, 0x41, 0x47, 0x2b]'}
  id3v1_extended: {pos: _io.size - 355, type: id3v1_extended, size: 227, if: has_extended}
  end_of_ape: {value: '_io.size - len_id3v1 - (has_extended ? 227 : 0)'}
  magic_ape: {pos: end_of_ape - 32, size: 8, if: end_of_ape >= 32}
  has_ape: {value: 'end_of_ape >= 32 and magic_ape == [0x41, 0x50, 0x45, 0x54, 0x41, 0x47, 0x45, 0x58]'}
  ape_footer: {pos: end_of_ape - 32, type: ape_header, if: has_ape}
  len_ape:
    value: 'not has_ape ? 0 : ape_footer.len_items_and_footer + (ape_footer.has_header ? 32 : 0)'
  ape:
    pos: end_of_ape - len_ape
    size: len_ape
    type: ape
    if: has_ape and len_ape >= 32 and len_ape <= end_of_ape
  end_of_lyrics: {value: 'len_ape <= end_of_ape ? end_of_ape - len_ape : end_of_ape'}
  magic_lyrics: {pos: end_of_lyrics - 9, size: 9, if: end_of_lyrics >= 26}
  has_lyrics: {value: 'end_of_lyrics >= 26 and magic_lyrics == [0x4c, 0x59, 0x52, 0x49, 0x43, 0x53, 0x32, 0x30, 0x30]'}
  len_lyrics: {pos: end_of_lyrics - 15, type: str, size: 6, if: has_lyrics, doc: Without the last 15 bytes.}
  lyrics3:
    pos: end_of_lyrics - 15 - len_lyrics.to_i
    size: len_lyrics.to_i
    type: lyrics3
    if: has_lyrics and len_lyrics.to_i <= end_of_lyrics - 15
  end_of_audio:
    value: >-
      has_lyrics and len_lyrics.to_i <= end_of_lyrics - 15 ? end_of_lyrics - 15 - len_lyrics.to_i : end_of_lyrics
types:
  audio:
    seq:
      - {id: elements, type: element(_io.pos), repeat: eos}
  element:
    -webide-representation: '{frame.bitrate:dec} kbit/s {frame.len_frame:dec} bytes'
    params:
      - {id: start, type: s8}
    seq:
      - {id: frame, type: frame, if: is_frame}
      - {id: tag, type: id3v2, if: is_tag}
      - {id: id3v1, type: id3v1, size: 128, if: is_id3v1}
      - {id: other, type: other, if: not is_frame and not is_tag and not is_id3v1}
    instances:
      word: {pos: start, type: u4, if: _io.size - start >= 4}
      is_frame:
        value: >-
          _io.size - start >= 4 and (word & 0xffe00000) == 0xffe00000 and (word & 0x180000) != 0x080000 and
          (word & 0x60000) != 0 and (word & 0xf000) != 0 and (word & 0xf000) != 0xf000 and (word & 0xc00) != 0xc00
      is_tag: {value: _io.size - start >= 10 and (word & 0xffffff00) == 0x49443300}
      is_id3v1:
        value: _io.size - start == 128 and (word & 0xffffff00) == 0x54414700
        doc: Before an APEv2 tag at the end of the file.
  other:
    doc: Bytes that are neither a tag nor a frame, up to the next byte 0xff.
    seq:
      - {id: first, type: u1}
      - {id: rest, terminator: 0xff, consume: false, eos-error: false}
  frame:
    -webide-representation: '{bitrate:dec} kbit/s {sampling_rate:dec} Hz {len_frame:dec} bytes'
    seq:
      - {id: sync, type: b11}
      - {id: version, type: b2, enum: version}
      - {id: layer, type: b2, enum: layer}
      - {id: no_crc, type: b1}
      - {id: bitrate_index, type: b4}
      - {id: sampling_rate_index, type: b2}
      - {id: padding, type: b1}
      - {id: private, type: b1}
      - {id: channel_mode, type: b2, enum: channel_mode}
      - id: mode_extension
        type: b2
        doc: Of joint stereo; in layer III 1 for intensity stereo and 2 for middle and side, in I and II the first band.
      - {id: copyright, type: b1}
      - {id: original, type: b1}
      - {id: emphasis, type: b2, enum: emphasis}
      - id: body
        type: frame_body
        size: 'len_frame - 4 < _io.size - _io.pos ? len_frame - 4 : _io.size - _io.pos'
    instances:
      is_v1: {value: version == version::mpeg_1}
      bitrate:
        value: >-
          [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448, 0,
          0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 0,
          0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0,
          0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256, 0,
          0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0
          ][(is_v1 ? 3 - layer.to_i : layer == layer::layer_1 ? 3 : 4) * 16 + bitrate_index]
        doc: Thousands of bits per second.
      sampling_rate:
        value: '[44100, 48000, 32000][sampling_rate_index] / (is_v1 ? 1 : version == version::mpeg_2 ? 2 : 4)'
        doc: Hz.
      num_samples:
        value: 'layer == layer::layer_1 ? 384 : layer == layer::layer_3 and not is_v1 ? 576 : 1152'
        doc: Per channel.
      len_frame:
        value: >-
          layer == layer::layer_1 ? (12000 * bitrate / sampling_rate + padding.to_i) * 4 :
          num_samples / 8 * 1000 * bitrate / sampling_rate + padding.to_i
        doc: Bytes with the header.
  frame_body:
    seq:
      - {id: crc, type: u2, if: not _parent.no_crc and not _io.eof}
      - id: side_info
        size: len_side_info
        type: side_info
        if: has_side_info
      - id: data
        size-eos: true
        type:
          switch-on: magic
          cases:
            0x58696e67: xing
            0x496e666f: xing
            0x56425249: vbri
    instances:
      is_mono: {value: _parent.channel_mode == channel_mode::single_channel}
      len_side_info: {value: '_parent.is_v1 ? (is_mono ? 17 : 32) : is_mono ? 9 : 17'}
      len_crc: {value: '_parent.no_crc ? 0 : 2'}
      has_side_info: {value: _parent.layer == layer::layer_3 and _io.size >= len_crc + len_side_info}
      magic:
        pos: len_crc + len_side_info
        type: u4
        if: has_side_info and _io.size >= len_crc + len_side_info + 4
        doc: The first bytes of the data; Xing or Info (and VBRI in stereo) in a frame that describes the file.
  side_info:
    doc: Of layer III.
    seq:
      - id: main_data_begin
        type: u1
        doc: The first eight bits of how many bytes before this frame its main data begin; MPEG-1 has a ninth bit.
      - {id: rest, size-eos: true}
  xing:
    doc: Header of a file with variable bit rate (Xing) or with a constant one (Info), in a frame that holds no sound.
    seq:
      - {id: magic, type: str, size: 4}
      - {id: reserved_flags, type: b28}
      - {id: has_quality, type: b1}
      - {id: has_toc, type: b1}
      - {id: has_num_bytes, type: b1}
      - {id: has_num_frames, type: b1}
      - {id: num_frames, type: u4, if: has_num_frames}
      - {id: num_bytes, type: u4, if: has_num_bytes}
      - {id: toc, size: 100, if: has_toc, doc: Position at each percent of the time in 256ths of the file.}
      - {id: quality, type: u4, if: has_quality}
      - {id: lame, type: lame, if: _io.size - _io.pos >= 36}
      - {id: rest, size-eos: true}
  lame:
    seq:
      - {id: encoder, type: str, size: 9}
      - {id: revision, type: b4}
      - {id: vbr_method, type: b4, enum: vbr_method}
      - {id: lowpass, type: u1, doc: Hundreds of Hz.}
      - {id: peak, type: u4, doc: Of full scale in units of 2 to the power of -23.}
      - {id: track_gain, type: replay_gain}
      - {id: album_gain, type: replay_gain}
      - {id: nogap_before, type: b1}
      - {id: nogap_after, type: b1}
      - {id: nssafejoint, type: b1}
      - {id: nspsytune, type: b1}
      - {id: ath_type, type: b4}
      - {id: bitrate, type: u1, doc: 'Constant or least; 255 for that or more.'}
      - {id: encoder_delay, type: b12, doc: Samples to drop at the start.}
      - {id: encoder_padding, type: b12, doc: Samples to drop at the end.}
      - {id: source_frequency, type: b2, doc: '0 up to 32 kHz, 1 44.1, 2 48, 3 more.'}
      - {id: unwise_settings, type: b1}
      - {id: stereo_mode, type: b3, enum: stereo_mode}
      - {id: noise_shaping, type: b2}
      - {id: mp3_gain, type: s1, doc: Quarters of a power of two.}
      - {id: reserved, type: b2}
      - {id: surround, type: b3}
      - {id: preset, type: b11}
      - {id: len_music, type: u4, doc: Bytes from this frame to the last one.}
      - {id: music_crc, type: u2}
      - {id: tag_crc, type: u2}
  replay_gain:
    -webide-representation: '{value:dec}'
    seq:
      - {id: name, type: b3, doc: '0 not set, 1 radio, 2 audiophile.'}
      - {id: originator, type: b3}
      - {id: is_negative, type: b1}
      - {id: value, type: b9, doc: Tenths of a decibel.}
  vbri:
    doc: Header of the Fraunhofer encoder.
    seq:
      - {id: magic, type: str, size: 4}
      - {id: version, type: u2}
      - {id: delay, type: u2}
      - {id: quality, type: u2}
      - {id: num_bytes, type: u4}
      - {id: num_frames, type: u4}
      - {id: num_toc_entries, type: u2}
      - {id: toc_scale, type: u2}
      - {id: toc_entry_size, type: u2}
      - {id: frames_per_toc_entry, type: u2}
      - {id: toc_entries, size: toc_entry_size, repeat: expr, repeat-expr: num_toc_entries}
      - {id: rest, size-eos: true}
  id3v1:
    seq:
      - {id: magic, contents: TAG}
      - {id: title, type: strz, size: 30}
      - {id: artist, type: strz, size: 30}
      - {id: album, type: strz, size: 30}
      - {id: year, type: strz, size: 4}
      - {id: comment, type: strz, size: 'is_v11 ? 28 : 30'}
      - {id: zero, type: u1, if: is_v11}
      - {id: track, type: u1, if: is_v11}
      - {id: genre, type: u1, enum: genre}
    instances:
      comment_end: {pos: 125, type: u2}
      is_v11: {value: comment_end < 0x100 and comment_end != 0, doc: The comment ends with a zero byte and a track.}
  id3v1_extended:
    seq:
      - {id: magic, contents: TAG+}
      - {id: title, type: strz, size: 60, doc: 'Continues the title, as do the next two.'}
      - {id: artist, type: strz, size: 60}
      - {id: album, type: strz, size: 60}
      - {id: speed, type: u1, doc: '0 unset, 1 slow, 2 medium, 3 fast, 4 hardcore.'}
      - {id: genre, type: strz, size: 30}
      - {id: start_time, type: strz, size: 6, doc: 'mmm:ss'}
      - {id: end_time, type: strz, size: 6}
  ape:
    meta: {endian: le}
    seq:
      - {id: header, type: ape_header, if: _root.ape_footer.has_header}
      - id: items
        type: ape_item
        repeat: expr
        repeat-expr: _root.ape_footer.num_items
      - {id: rest, size: '_io.size - _io.pos - 32', if: _io.size - _io.pos > 32}
      - {id: footer, type: ape_header}
  ape_header:
    meta: {endian: le}
    seq:
      - {id: magic, type: str, size: 8}
      - {id: version, type: u4, doc: 1000 or 2000.}
      - {id: len_items_and_footer, type: u4}
      - {id: num_items, type: u4}
      - {id: flags, type: u4}
      - {id: reserved, size: 8}
    instances:
      has_header: {value: flags & 0x80000000 != 0}
      has_no_footer: {value: flags & 0x40000000 != 0}
      is_header: {value: flags & 0x20000000 != 0}
  ape_item:
    -webide-representation: '{key} {value:str}'
    meta: {endian: le}
    seq:
      - {id: len_value, type: u4}
      - {id: flags, type: u4}
      - {id: key, type: strz}
      - {id: value, size: 'len_value < _io.size - _io.pos ? len_value : _io.size - _io.pos', doc: UTF-8 text or bytes.}
    instances:
      is_read_only: {value: flags & 1 != 0}
      item_type: {value: flags >> 1 & 3, enum: ape_item_type}
  lyrics3:
    seq:
      - {id: magic, type: str, size: 11}
      - {id: fields, type: lyrics3_field, repeat: eos}
  lyrics3_field:
    -webide-representation: '{field_id} {text}'
    seq:
      - {id: field_id, type: str, size: 3}
      - {id: len_text, type: str, size: 5}
      - {id: text, type: str, size: len_text.to_i}
enums:
  version: {0: mpeg_2_5, 1: reserved, 2: mpeg_2, 3: mpeg_1}
  layer: {0: reserved, 1: layer_3, 2: layer_2, 3: layer_1}
  channel_mode: {0: stereo, 1: joint_stereo, 2: dual_channel, 3: single_channel}
  emphasis: {0: none, 1: ms_50_15, 2: reserved, 3: ccit_j17}
  vbr_method: {0: unknown, 1: cbr, 2: abr, 3: vbr_rh, 4: vbr_mtrh, 5: vbr_mt, 8: cbr_2_pass, 9: abr_2_pass}
  stereo_mode: {0: mono, 1: stereo, 2: dual, 3: joint, 4: force, 5: auto, 6: intensity, 7: other}
  ape_item_type: {0: utf8, 1: binary, 2: external, 3: reserved}
  genre: {
    0: blues, 1: classic_rock, 2: country, 3: dance, 4: disco, 5: funk, 6: grunge, 7: hip_hop, 8: jazz, 9: metal,
    10: new_age, 11: oldies, 12: other, 13: pop, 14: rhythm_and_blues, 15: rap, 16: reggae, 17: rock, 18: techno,
    19: industrial, 20: alternative, 21: ska, 22: death_metal, 23: pranks, 24: soundtrack, 25: euro_techno,
    26: ambient, 27: trip_hop, 28: vocal, 29: jazz_and_funk, 30: fusion, 31: trance, 32: classical, 33: instrumental,
    34: acid, 35: house, 36: game, 37: sound_clip, 38: gospel, 39: noise, 40: alternative_rock, 41: bass, 42: soul,
    43: punk, 44: space, 45: meditative, 46: instrumental_pop, 47: instrumental_rock, 48: ethnic, 49: gothic,
    50: darkwave, 51: techno_industrial, 52: electronic, 53: pop_folk, 54: eurodance, 55: dream, 56: southern_rock,
    57: comedy, 58: cult, 59: gangsta, 60: top_40, 61: christian_rap, 62: pop_funk, 63: jungle, 64: native_us,
    65: cabaret, 66: new_wave, 67: psychedelic, 68: rave, 69: showtunes, 70: trailer, 71: lo_fi, 72: tribal,
    73: acid_punk, 74: acid_jazz, 75: polka, 76: retro, 77: musical, 78: rock_and_roll, 79: hard_rock, 80: folk,
    81: folk_rock, 82: national_folk, 83: swing, 84: fast_fusion, 85: bebop, 86: latin, 87: revival, 88: celtic,
    89: bluegrass, 90: avantgarde, 91: gothic_rock, 92: progressive_rock, 93: psychedelic_rock, 94: symphonic_rock,
    95: slow_rock, 96: big_band, 97: chorus, 98: easy_listening, 99: acoustic, 100: humour, 101: speech,
    102: chanson, 103: opera, 104: chamber_music, 105: sonata, 106: symphony, 107: booty_bass, 108: primus,
    109: porn_groove, 110: satire, 111: slow_jam, 112: club, 113: tango, 114: samba, 115: folklore, 116: ballad,
    117: power_ballad, 118: rhythmic_soul, 119: freestyle, 120: duet, 121: punk_rock, 122: drum_solo,
    123: a_cappella, 124: euro_house, 125: dance_hall, 255: unset}
