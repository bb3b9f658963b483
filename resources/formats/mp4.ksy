# Files of the ISO base media file format: MP4, QuickTime movies, 3GP, fragmented MP4 segments, HEIF and AVIF.
# Specifications: ISO/IEC 14496-12 (the boxes), 14496-14 (MP4), 14496-15 (NAL unit video), 14496-1 (descriptors),
# 23001-7 (common encryption), 23008-12 (HEIF); Apple, "QuickTime File Format Specification"; RFC 6381, RFC 7845.
meta:
  id: mp4
  title: MP4, QuickTime (ISO base media)
  file-extension: [mp4, m4a, m4v, m4b, m4s, mov, 3gp, 3g2, f4v, heic, heif, avif]
  xref:
    mime: [video/mp4, audio/mp4, video/quicktime, video/3gpp, image/heic, image/avif]
  license: Apache-2.0
  imports: [mp4_boxes, mp4_codec_config]
  encoding: ISO-8859-1
  endian: be
  -detect:
    - {4: '66 74 79 70'}
    - {4: '73 74 79 70'}
    - {4: '6d 6f 6f 76 ?? ?? ?? ?? 6d 76 68 64'}
    - {4: '6d 6f 6f 66 ?? ?? ?? ?? 6d 66 68 64'}
    - {4: '77 69 64 65', 12: '6d 64 61 74'}
doc: A tree of boxes, each with a size and a four-character type.
doc-ref: https://www.iso.org/standard/83102.html
seq:
  - id: boxes
    type: box
    repeat: until
    repeat-until: _io.size - _io.pos < 8
  - id: trailing
    size-eos: true
    if: not _io.eof
types:
  container:
    seq:
      - id: boxes
        type: box
        repeat: until
        repeat-until: _io.size - _io.pos < 8
        if: _io.size - _io.pos >= 8
      - {id: trailing, size-eos: true, if: not _io.eof}
  box:
    -webide-representation: '{box_type} {len_box:dec}'
    seq:
      - id: len_box
        type: u4
        doc: Bytes of the whole box; 1 when large_size follows, 0 when it reaches to the end.
      - {id: box_type, type: str, size: 4}
      - {id: large_size, type: u8, if: len_box == 1}
      - {id: user_type, size: 16, if: box_type == "uuid"}
      - id: body
        size: >-
          len_box == 0 or len_body > _io.size - _io.pos ? _io.size - _io.pos : (len_body < 0 ? 0 : len_body)
        type:
          switch-on: box_type
          cases:
            '"moov"': container
            '"trak"': container
            '"edts"': container
            '"mdia"': container
            '"minf"': container
            '"dinf"': container
            '"stbl"': container
            '"mvex"': container
            '"moof"': container
            '"traf"': container
            '"mfra"': container
            '"iprp"': container
            '"ipco"': container
            '"sinf"': container
            '"rinf"': container
            '"schi"': container
            '"gmhd"': container
            '"wave"': container
            '"meco"': container
            '"tapt"': container
            '"grpl"': container
            '"strk"': container
            '"strd"': container
            '"trgr"': container
            '"hinf"': container
            '"tmcd"': container
            '"udta"': user_data
            '"ilst"': item_list
            '"tref"': track_references
            '"meta"': meta
            '"iref"': iref
            '"mvhd"': mvhd
            '"tkhd"': tkhd
            '"mdhd"': mdhd
            '"hdlr"': hdlr
            '"dref"': dref
            '"stsd"': stsd
            '"iinf"': iinf
            '"vmhd"': mp4_boxes::vmhd
            '"smhd"': mp4_boxes::smhd
            '"hmhd"': mp4_boxes::hmhd
            '"gmin"': mp4_boxes::gmin
            '"stts"': mp4_boxes::stts
            '"ctts"': mp4_boxes::ctts
            '"cslg"': mp4_boxes::cslg
            '"stsc"': mp4_boxes::stsc
            '"stsz"': mp4_boxes::stsz
            '"stz2"': mp4_boxes::stz2
            '"stco"': mp4_boxes::stco
            '"co64"': mp4_boxes::co64
            '"stss"': mp4_boxes::stss
            '"stsh"': mp4_boxes::stsh
            '"sdtp"': mp4_boxes::sdtp
            '"sbgp"': mp4_boxes::sbgp
            '"sgpd"': mp4_boxes::sgpd
            '"saiz"': mp4_boxes::saiz
            '"saio"': mp4_boxes::saio
            '"elst"': mp4_boxes::elst
            '"mehd"': mp4_boxes::mehd
            '"trex"': mp4_boxes::trex
            '"mfhd"': mp4_boxes::mfhd
            '"tfhd"': mp4_boxes::tfhd
            '"tfdt"': mp4_boxes::tfdt
            '"trun"': mp4_boxes::trun
            '"tfra"': mp4_boxes::tfra
            '"mfro"': mp4_boxes::mfro
            '"sidx"': mp4_boxes::sidx
            '"prft"': mp4_boxes::prft
            '"emsg"': mp4_boxes::emsg
            '"pdin"': mp4_boxes::pdin
            '"pssh"': mp4_boxes::pssh
            '"schm"': mp4_boxes::schm
            '"frma"': mp4_boxes::frma
            '"tenc"': mp4_boxes::tenc
            '"senc"': mp4_boxes::senc
            '"kind"': mp4_boxes::kind
            '"keys"': mp4_boxes::keys
            '"pitm"': mp4_boxes::pitm
            '"infe"': mp4_boxes::infe
            '"iloc"': mp4_boxes::iloc
            '"ipma"': mp4_boxes::ipma
            '"ftyp"': mp4_boxes::ftyp
            '"styp"': mp4_boxes::ftyp
            '"stps"': mp4_boxes::stss
            '"nmhd"': mp4_boxes::null_header
            '"sthd"': mp4_boxes::null_header
            '"url "': mp4_boxes::data_entry_url
            '"urn "': mp4_boxes::data_entry_url
            '"alis"': mp4_boxes::data_entry_url
            '"elng"': mp4_boxes::extended_language
            '"cprt"': mp4_boxes::language_text
            '"data"': mp4_boxes::metadata_value
            '"mean"': mp4_boxes::metadata_name
            '"name"': mp4_boxes::metadata_name
            '"avcC"': mp4_codec_config::avc
            '"hvcC"': mp4_codec_config::hevc
            '"av1C"': mp4_codec_config::av1
            '"vpcC"': mp4_codec_config::vp
            '"dOps"': mp4_codec_config::opus
            '"dfLa"': mp4_codec_config::flac
            '"alac"': mp4_codec_config::alac
            '"dac3"': mp4_codec_config::ac3
            '"esds"': mp4_codec_config::esds
            '"iods"': mp4_codec_config::esds
            '"colr"': mp4_codec_config::colr
            '"pasp"': mp4_codec_config::pasp
            '"clap"': mp4_codec_config::clap
            '"btrt"': mp4_codec_config::btrt
            '"mdcv"': mp4_codec_config::mdcv
            '"clli"': mp4_codec_config::clli
            '"fiel"': mp4_codec_config::fiel
            '"ispe"': mp4_codec_config::ispe
            '"pixi"': mp4_codec_config::pixi
            '"irot"': mp4_codec_config::irot
            '"imir"': mp4_codec_config::irot
            '"auxC"': mp4_codec_config::aux
            '"enda"': mp4_codec_config::endianness
            '"chan"': mp4_codec_config::chan
            '"ftab"': mp4_codec_config::font_table
            '"tcmi"': mp4_codec_config::tcmi
    instances:
      len_body: {value: '(len_box == 1 ? large_size - 16 : len_box - 8) - (box_type == "uuid" ? 16 : 0)'}
  user_data:
    seq:
      - id: boxes
        type: user_data_item
        repeat: until
        repeat-until: _io.size - _io.pos < 8
        if: _io.size - _io.pos >= 8
      - {id: trailing, size-eos: true, if: not _io.eof}
  user_data_item:
    -webide-representation: '{box_type} {len_box:dec}'
    seq:
      - {id: len_box, type: u4}
      - {id: box_type, type: str, size: 4}
      - id: body
        size: 'len_box < 8 ? 0 : len_box - 8 < _io.size - _io.pos ? len_box - 8 : _io.size - _io.pos'
        type:
          switch-on: 'box_type.substring(0, 1) == "\u00a9" ? "text" : box_type'
          cases: {
            '"text"': international_text, '"meta"': meta, '"strk"': container, '"hnti"': container,
            '"cprt"': mp4_boxes::language_text, '"titl"': mp4_boxes::language_text, '"dscp"': mp4_boxes::language_text,
            '"auth"': mp4_boxes::language_text, '"perf"': mp4_boxes::language_text, '"gnre"': mp4_boxes::language_text,
            '"kind"': mp4_boxes::kind, '"chpl"': mp4_codec_config::chapters}
  international_text:
    doc: Text of QuickTime user data.
    seq:
      - {id: len_text, type: u2}
      - {id: language, type: mp4_boxes::language}
      - {id: text, type: str, size: len_text, encoding: UTF-8}
      - {id: more, size-eos: true, doc: The text in further languages.}
  item_list:
    seq:
      - id: boxes
        type: metadata_item
        repeat: until
        repeat-until: _io.size - _io.pos < 8
        if: _io.size - _io.pos >= 8
      - {id: trailing, size-eos: true, if: not _io.eof}
  metadata_item:
    -webide-representation: '{box_type} {len_box:dec}'
    doc: A value of the iTunes metadata or, when box_type is a number, of the key with that number in keys.
    seq:
      - {id: len_box, type: u4}
      - {id: box_type, type: str, size: 4}
      - id: body
        size: 'len_box < 8 ? 0 : len_box - 8 < _io.size - _io.pos ? len_box - 8 : _io.size - _io.pos'
        type: container
  track_references:
    seq:
      - id: boxes
        type: track_reference
        repeat: until
        repeat-until: _io.size - _io.pos < 8
        if: _io.size - _io.pos >= 8
      - {id: trailing, size-eos: true, if: not _io.eof}
  track_reference:
    -webide-representation: '{box_type} {len_box:dec}'
    doc: The tracks that this one refers to, in the role that box_type says.
    seq:
      - {id: len_box, type: u4}
      - {id: box_type, type: str, size: 4}
      - id: body
        size: 'len_box < 8 ? 0 : len_box - 8 < _io.size - _io.pos ? len_box - 8 : _io.size - _io.pos'
        type: mp4_boxes::u4_array
  # General

  meta:
    doc: A full box in MP4, a plain one in QuickTime.
    seq:
      - {id: version, type: u1, if: is_full}
      - {id: flags, type: b24, if: is_full}
      - {id: content, type: container, size-eos: true}
    instances:
      is_full: {value: '_io.size < 8 or second_word != "hdlr"'}
      second_word: {pos: 4, type: str, size: 4, if: _io.size >= 8}
  mvhd:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: creation_time, type: {switch-on: version, cases: {1: u8, _: u4}}, -time: mac}
      - {id: modification_time, type: {switch-on: version, cases: {1: u8, _: u4}}, -time: mac}
      - {id: timescale, type: u4, doc: Units in a second.}
      - {id: duration, type: {switch-on: version, cases: {1: u8, _: u4}}}
      - {id: rate, type: mp4_boxes::fixed_16_16}
      - {id: volume, type: mp4_boxes::fixed_8_8}
      - {id: reserved, size: 10}
      - {id: matrix, type: mp4_boxes::matrix}
      - {id: pre_defined, size: 24, doc: 'In QuickTime, times of the preview, poster, selection and the current one.'}
      - {id: next_track_id, type: u4}
  tkhd:
    seq:
      - {id: version, type: u1}
      - {id: reserved_flags, type: b20}
      - {id: track_size_is_aspect_ratio, type: b1}
      - {id: track_in_preview, type: b1}
      - {id: track_in_movie, type: b1}
      - {id: track_enabled, type: b1}
      - {id: creation_time, type: {switch-on: version, cases: {1: u8, _: u4}}, -time: mac}
      - {id: modification_time, type: {switch-on: version, cases: {1: u8, _: u4}}, -time: mac}
      - {id: track_id, type: u4}
      - {id: reserved1, type: u4}
      - {id: duration, type: {switch-on: version, cases: {1: u8, _: u4}}, doc: In the timescale of mvhd.}
      - {id: reserved2, size: 8}
      - {id: layer, type: s2, doc: The lowest is in front.}
      - {id: alternate_group, type: s2}
      - {id: volume, type: mp4_boxes::fixed_8_8}
      - {id: reserved3, type: u2}
      - {id: matrix, type: mp4_boxes::matrix}
      - {id: width, type: mp4_boxes::fixed_16_16}
      - {id: height, type: mp4_boxes::fixed_16_16}
  mdhd:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: creation_time, type: {switch-on: version, cases: {1: u8, _: u4}}, -time: mac}
      - {id: modification_time, type: {switch-on: version, cases: {1: u8, _: u4}}, -time: mac}
      - {id: timescale, type: u4, doc: Units in a second.}
      - {id: duration, type: {switch-on: version, cases: {1: u8, _: u4}}}
      - {id: language, type: mp4_boxes::language}
      - {id: pre_defined, type: u2}
  hdlr:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: component_type, type: str, size: 4, doc: 'Zeros; in QuickTime mhlr for media, dhlr for data.'}
      - {id: handler_type, type: str, size: 4, doc: 'vide, soun, hint, meta, text, subt, pict, mdir ...'}
      - {id: reserved, size: 12}
      - {id: len_name, type: u1, if: is_pascal}
      - {id: name, type: strz, size-eos: true, encoding: UTF-8, if: not _io.eof}
    instances:
      first_of_name: {pos: 24, type: u1, if: _io.size > 24}
      is_pascal: {value: _io.size > 24 and first_of_name == _io.size - 25 and component_type != "\0\0\0\0"}
  dref:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: entry_count, type: u4}
      - {id: entries, type: container, size-eos: true}
  # Sample descriptions

  stsd:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: entry_count, type: u4}
      - {id: entries, type: sample_entries, size-eos: true}
  sample_entries:
    seq:
      - id: boxes
        type: sample_entry
        repeat: until
        repeat-until: _io.size - _io.pos < 8
        if: _io.size - _io.pos >= 8
      - {id: trailing, size-eos: true, if: not _io.eof}
  sample_entry:
    -webide-representation: '{format} {len_box:dec}'
    seq:
      - {id: len_box, type: u4}
      - {id: format, type: str, size: 4}
      - id: body
        size: 'len_box < 8 ? 0 : len_box - 8 < _io.size - _io.pos ? len_box - 8 : _io.size - _io.pos'
        type:
          switch-on: format
          cases: {
            '"avc1"': video_entry, '"avc2"': video_entry, '"avc3"': video_entry, '"avc4"': video_entry,
            '"hvc1"': video_entry, '"hev1"': video_entry, '"vvc1"': video_entry, '"vvi1"': video_entry,
            '"av01"': video_entry, '"vp08"': video_entry, '"vp09"': video_entry, '"mp4v"': video_entry,
            '"encv"': video_entry, '"s263"': video_entry, '"h263"': video_entry, '"jpeg"': video_entry,
            '"mjpa"': video_entry, '"mjpb"': video_entry, '"png "': video_entry, '"mjp2"': video_entry,
            '"apcn"': video_entry, '"apch"': video_entry, '"apcs"': video_entry, '"apco"': video_entry,
            '"ap4h"': video_entry, '"ap4x"': video_entry, '"dvh1"': video_entry, '"dvhe"': video_entry,
            '"dva1"': video_entry, '"dvav"': video_entry, '"SVQ1"': video_entry, '"SVQ3"': video_entry,
            '"cvid"': video_entry, '"rle "': video_entry, '"smc "': video_entry, '"rpza"': video_entry,
            '"2vuy"': video_entry, '"v210"': video_entry, '"raw "': video_entry, '"dvc "': video_entry,
            '"dvcp"': video_entry, '"AVdn"': video_entry, '"mp4a"': audio_entry, '"enca"': audio_entry,
            '"ac-3"': audio_entry, '"ec-3"': audio_entry, '"ac-4"': audio_entry, '"Opus"': audio_entry,
            '"fLaC"': audio_entry, '"alac"': audio_entry, '"samr"': audio_entry, '"sawb"': audio_entry,
            '"sowt"': audio_entry, '"twos"': audio_entry, '"lpcm"': audio_entry, '"in24"': audio_entry,
            '"in32"': audio_entry, '"fl32"': audio_entry, '"fl64"': audio_entry, '"ulaw"': audio_entry,
            '"alaw"': audio_entry, '"ima4"': audio_entry, '".mp3"': audio_entry, '"dtsc"': audio_entry,
            '"dtsh"': audio_entry, '"dtsl"': audio_entry, '"dtse"': audio_entry, '"mha1"': audio_entry,
            '"mhm1"': audio_entry, '"ipcm"': audio_entry, '"fpcm"': audio_entry, '"NONE"': audio_entry,
            '"MAC3"': audio_entry, '"MAC6"': audio_entry, '"QDM2"': audio_entry, '"Qclp"': audio_entry,
            '"agsm"': audio_entry, '"tx3g"': tx3g_entry, '"tmcd"': tmcd_entry,
            _: other_entry}
  video_entry:
    seq:
      - {id: reserved1, size: 6}
      - {id: data_reference_index, type: u2}
      - {id: version, type: u2}
      - {id: revision, type: u2}
      - {id: vendor, type: str, size: 4}
      - {id: temporal_quality, type: u4}
      - {id: spatial_quality, type: u4}
      - {id: width, type: u2}
      - {id: height, type: u2}
      - {id: horizresolution, type: mp4_boxes::fixed_16_16, doc: Pixels per inch.}
      - {id: vertresolution, type: mp4_boxes::fixed_16_16}
      - {id: reserved2, type: u4}
      - {id: frame_count, type: u2}
      - {id: compressorname, type: mp4_boxes::short_string, size: 32}
      - {id: depth, type: u2}
      - {id: color_table_id, type: s2}
      - {id: color_table, type: mp4_boxes::color_table, if: color_table_id == 0 and (depth & 0x1f) <= 8}
      - {id: content, type: container, size-eos: true}
  audio_entry:
    seq:
      - {id: reserved1, size: 6}
      - {id: data_reference_index, type: u2}
      - {id: version, type: u2}
      - {id: revision, type: u2}
      - {id: vendor, type: str, size: 4}
      - {id: channelcount, type: u2}
      - {id: samplesize, type: u2, doc: Bits.}
      - {id: compression_id, type: s2}
      - {id: packet_size, type: u2}
      - {id: samplerate, type: u4, doc: Hz in the high 16 bits.}
      - {id: v1, type: mp4_boxes::audio_entry_v1, if: version == 1 and not is_iso_v1}
      - {id: v2, type: mp4_boxes::audio_entry_v2, if: version == 2}
      - {id: content, type: container, size-eos: true}
    instances:
      next_type: {pos: 32, type: str, size: 4, if: _io.size >= 36}
      is_iso_v1:
        value: version == 1 and _io.size >= 36 and (next_type == "srat" or next_type == "chnl" or next_type == "esds")
        doc: Version 1 of ISO/IEC 14496-12 has no fields of QuickTime.
  tx3g_entry:
    doc: Timed text of 3GPP.
    seq:
      - {id: reserved1, size: 6}
      - {id: data_reference_index, type: u2}
      - {id: display_flags, type: u4}
      - {id: horizontal_justification, type: s1}
      - {id: vertical_justification, type: s1}
      - {id: background_color_rgba, type: u1, repeat: expr, repeat-expr: 4}
      - {id: default_text_box, type: s2, repeat: expr, repeat-expr: 4, doc: 'Top, left, bottom, right.'}
      - {id: start_char, type: u2}
      - {id: end_char, type: u2}
      - {id: font_id, type: u2}
      - {id: face_style_flags, type: u1}
      - {id: font_size, type: u1}
      - {id: text_color_rgba, type: u1, repeat: expr, repeat-expr: 4}
      - {id: content, type: container, size-eos: true}
  tmcd_entry:
    doc: Time code of QuickTime.
    seq:
      - {id: reserved1, size: 6}
      - {id: data_reference_index, type: u2}
      - {id: reserved2, type: u4}
      - {id: flags, type: u4, doc: '1 drop frame, 2 24 hour maximum, 4 negative times allowed, 8 counter.'}
      - {id: timescale, type: u4}
      - {id: frame_duration, type: u4}
      - {id: num_frames, type: u1, doc: In a second.}
      - {id: reserved3, type: u1}
      - {id: content, type: container, size-eos: true}
  other_entry:
    seq: [{id: reserved1, size: 6}, {id: data_reference_index, type: u2}, {id: data, size-eos: true}]

  # Items

  iinf:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: entry_count, type: {switch-on: version, cases: {0: u2, _: u4}}}
      - {id: entries, type: container, size-eos: true}
  iref:
    seq:
      - {id: version, type: u1}
      - {id: flags, type: b24}
      - {id: references, type: item_reference(version), repeat: eos}
  item_reference:
    -webide-representation: '{box_type} from {from_item_id:dec}'
    params: [{id: version, type: u1}]
    seq:
      - {id: len_box, type: u4}
      - {id: box_type, type: str, size: 4}
      - {id: from_item_id, type: {switch-on: version, cases: {0: u2, _: u4}}}
      - {id: reference_count, type: u2}
      - id: to_item_ids
        type: {switch-on: version, cases: {0: u2, _: u4}}
        repeat: expr
        repeat-expr: reference_count
