# FLAC sound files.
# Specification: RFC 9639, "Free Lossless Audio Codec (FLAC)".
meta:
  id: flac
  title: FLAC sound
  file-extension: [flac, fla]
  xref:
    mime: audio/flac
  license: Apache-2.0
  imports: [flac_metadata, id3v2]
  endian: be
  -detect:
    - {0: '66 4c 61 43 00 00 00 22'}
    - {0: '66 4c 61 43 80 00 00 22'}
doc: |
  Losslessly compressed sound, metadata blocks and then frames. The frames say nothing of their length; the start of the
  next one has to be searched for.
doc-ref: https://www.rfc-editor.org/rfc/rfc9639.html
seq:
  - {id: id3v2, type: id3v2, if: has_id3v2, doc: Not part of FLAC but found in some files.}
  - {id: magic, contents: fLaC}
  - id: metadata
    type: flac_metadata
    repeat: until
    repeat-until: _.is_last or _io.size - _io.pos < 4
  - {id: frames, type: frames, size-eos: true}
instances:
  first_bytes: {pos: 0, size: 3, if: _io.size >= 3}
  has_id3v2: {value: '_io.size >= 10 and first_bytes == [0x49, 0x44, 0x33]'}
types:
  frames:
    seq: [{id: data, size-eos: true}]
    instances:
      first_frame: {pos: 0, type: frame, if: _io.size >= 8}
  frame:
    doc: How a frame begins.
    seq:
      - {id: sync, type: b15, doc: '0x7ffc'}
      - {id: is_variable_block_size, type: b1}
      - {id: block_size_code, type: b4, enum: block_size}
      - {id: sample_rate_code, type: b4, enum: sample_rate}
      - {id: channel_assignment, type: b4, enum: channel_assignment}
      - {id: sample_size_code, type: b3, enum: sample_size}
      - {id: reserved, type: b1}
      - {id: coded_number1, type: u1, doc: 'Of the frame or, with variable block size, the sample; coded like UTF-8.'}
      - {id: coded_number_rest, size: 'coded_number1 < 0xc0 ? 0 : len_rest'}
      - {id: block_size_minus_one8, type: u1, if: block_size_code == block_size::uncommon_8}
      - {id: block_size_minus_one16, type: u2, if: block_size_code == block_size::uncommon_16}
      - {id: sample_rate_khz, type: u1, if: sample_rate_code == sample_rate::uncommon_khz}
      - {id: sample_rate_hz, type: u2, if: sample_rate_code == sample_rate::uncommon_hz}
      - {id: sample_rate_10_hz, type: u2, if: sample_rate_code == sample_rate::uncommon_10_hz}
      - {id: crc8, type: u1, doc: 'Of the header before it, with the polynomial 0x07.'}
    instances:
      len_rest:
        value: >-
          coded_number1 < 0xe0 ? 1 : coded_number1 < 0xf0 ? 2 : coded_number1 < 0xf8 ? 3 :
          coded_number1 < 0xfc ? 4 : coded_number1 < 0xfe ? 5 : 6
enums:
  block_size: {
    1: s192, 2: s576, 3: s1152, 4: s2304, 5: s4608, 6: uncommon_8, 7: uncommon_16, 8: s256, 9: s512, 10: s1024,
    11: s2048, 12: s4096, 13: s8192, 14: s16384, 15: s32768}
  sample_rate: {
    0: from_streaminfo, 1: hz88200, 2: hz176400, 3: hz192000, 4: hz8000, 5: hz16000, 6: hz22050, 7: hz24000,
    8: hz32000, 9: hz44100, 10: hz48000, 11: hz96000, 12: uncommon_khz, 13: uncommon_hz, 14: uncommon_10_hz}
  channel_assignment: {
    0: mono, 1: stereo, 2: channels_3, 3: channels_4, 4: channels_5, 5: channels_6, 6: channels_7, 7: channels_8,
    8: left_side, 9: side_right, 10: mid_side}
  sample_size: {0: from_streaminfo, 1: bits_8, 2: bits_12, 4: bits_16, 5: bits_20, 6: bits_24, 7: bits_32}
