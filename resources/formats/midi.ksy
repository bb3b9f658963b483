# Standard MIDI Files.
# Specification: MIDI Manufacturers Association, "Standard MIDI Files 1.0" (RP-001); "The Complete MIDI 1.0 Detailed
# Specification".
meta:
  id: midi
  title: Standard MIDI File
  file-extension: [mid, midi, smf, kar]
  xref:
    mime: audio/midi
  license: Apache-2.0
  endian: be
  -detect:
    - {0: '4d 54 68 64 00 00 00'}
doc: Music as tracks of timed events.
doc-ref: https://www.midi.org/specifications/file-format-specifications/standard-midi-files
seq:
  - id: chunks
    type: chunk
    repeat: until
    repeat-until: _io.size - _io.pos < 8
  - id: trailing
    size-eos: true
    if: not _io.eof
types:
  chunk:
    -webide-representation: '{chunk_type} {len_body:dec}'
    seq:
      - {id: chunk_type, type: str, size: 4, encoding: ISO-8859-1}
      - {id: len_body, type: u4}
      - id: body
        size: 'len_body < _io.size - _io.pos ? len_body : _io.size - _io.pos'
        type:
          switch-on: chunk_type
          cases:
            '"MThd"': header
            '"MTrk"': track
  header:
    seq:
      - {id: format, type: u2, enum: format}
      - {id: num_tracks, type: u2}
      - id: division
        type: s2
        doc: |
          Ticks of a quarter note; negative when the high byte is minus the frames of a second and the low byte the
          ticks of a frame.
      - {id: rest, size-eos: true}
    instances:
      is_smpte: {value: division < 0}
      frames_per_second: {value: '256 - (division >> 8 & 0xff)', if: is_smpte, doc: 29 stands for 30 drop frame.}
      ticks_per_frame: {value: division & 0xff, if: is_smpte}
  track:
    seq:
      - id: events
        type: 'event(_index == 0 ? 0 : events[_index - 1].running_status)'
        repeat: eos
  variable_length:
    -webide-representation: '{value:dec}'
    seq:
      - {id: byte1, type: u1, doc: 'Seven bits of the number, the highest bit set when more follow.'}
      - {id: byte2, type: u1, if: byte1 >= 0x80}
      - {id: byte3, type: u1, if: byte1 >= 0x80 and byte2 >= 0x80}
      - {id: byte4, type: u1, if: byte1 >= 0x80 and byte2 >= 0x80 and byte3 >= 0x80}
    instances:
      value:
        value: >-
          byte1 < 0x80 ? byte1 : byte2 < 0x80 ? (byte1 & 0x7f) << 7 | byte2 :
          byte3 < 0x80 ? (byte1 & 0x7f) << 14 | (byte2 & 0x7f) << 7 | byte3 :
          (byte1 & 0x7f) << 21 | (byte2 & 0x7f) << 14 | (byte3 & 0x7f) << 7 | byte4 & 0x7f
  event:
    -webide-representation: '{delta_time.value:dec} {event_type} {data1:dec} {data2:dec} {meta.meta_type}'
    params:
      - {id: status_before, type: u1}
    seq:
      - {id: delta_time, type: variable_length, doc: Ticks since the event before.}
      - {id: first, type: u1, doc: 'The status, or a data byte below 0x80 when the status is that before.'}
      - {id: meta, type: meta_event, if: status == 0xff}
      - {id: sysex, type: sysex_event, if: status == 0xf0 or status == 0xf7}
      - {id: data_byte, type: u1, if: is_channel and first >= 0x80}
      - {id: data2, type: u1, if: is_channel and has_data2}
    instances:
      status: {value: 'first >= 0x80 ? first : status_before'}
      running_status: {value: 'is_channel ? status : status_before'}
      is_channel: {value: status >= 0x80 and status < 0xf0}
      event_type: {value: 'status >= 0xf0 ? status : status >> 4', enum: event_type}
      has_data2: {value: status < 0xc0 or status >= 0xe0}
      channel: {value: status & 0xf, if: is_channel, doc: From 0.}
      data1: {value: 'first >= 0x80 ? data_byte : first', if: is_channel, doc: 'Note, controller, program or pressure.'}
      controller: {value: data1, enum: controller, if: event_type == event_type::controller}
      pitch_bend: {value: (data2 << 7 | data1) - 8192, if: event_type == event_type::pitch_bend}
  sysex_event:
    seq:
      - {id: len_data, type: variable_length}
      - {id: data, size: 'len_data.value < _io.size - _io.pos ? len_data.value : _io.size - _io.pos'}
  meta_event:
    -webide-representation: '{meta_type}'
    seq:
      - {id: meta_type, type: u1, enum: meta_type}
      - {id: len_body, type: variable_length}
      - id: body
        size: 'len_body.value < _io.size - _io.pos ? len_body.value : _io.size - _io.pos'
        type:
          switch-on: 'meta_type.to_i > 0 and meta_type.to_i < 0x10 ? meta_type::text : meta_type'
          cases:
            meta_type::text: text
            meta_type::sequence_number: sequence_number
            meta_type::midi_channel_prefix: one_byte
            meta_type::midi_port: one_byte
            meta_type::set_tempo: tempo
            meta_type::smpte_offset: smpte_offset
            meta_type::time_signature: time_signature
            meta_type::key_signature: key_signature
  text:
    -webide-representation: '{text}'
    seq: [{id: text, type: str, size-eos: true, encoding: ISO-8859-1}]
  sequence_number: {seq: [{id: number, type: u2, if: _io.size >= 2}]}
  one_byte: {seq: [{id: value, type: u1}]}
  tempo:
    -webide-representation: '{microseconds_per_quarter:dec}'
    seq: [{id: microseconds_per_quarter, type: b24}]
  smpte_offset:
    seq:
      - {id: reserved, type: b1}
      - {id: frame_rate, type: b2, enum: frame_rate}
      - {id: hours, type: b5}
      - {id: minutes, type: u1}
      - {id: seconds, type: u1}
      - {id: frames, type: u1}
      - {id: fractional_frames, type: u1, doc: Hundredths.}
  time_signature:
    -webide-representation: '{numerator:dec} / {denominator:dec}'
    seq:
      - {id: numerator, type: u1}
      - {id: denominator_power, type: u1}
      - {id: clocks_per_click, type: u1, doc: MIDI clocks between clicks of the metronome.}
      - {id: notated_32nds_per_quarter, type: u1}
    instances:
      denominator: {value: 1 << (denominator_power & 31)}
  key_signature:
    seq:
      - {id: sharps, type: s1, doc: Negative for flats.}
      - {id: is_minor, type: u1}
enums:
  format: {0: single_track, 1: simultaneous_tracks, 2: independent_tracks}
  frame_rate: {0: fps_24, 1: fps_25, 2: fps_30_drop, 3: fps_30}
  event_type: {
    0: none, 8: note_off, 9: note_on, 10: polyphonic_key_pressure, 11: controller, 12: program_change,
    13: channel_pressure, 14: pitch_bend, 0xf0: sysex, 0xf7: sysex_continuation, 0xff: meta}
  meta_type: {
    0x00: sequence_number, 0x01: text, 0x02: copyright, 0x03: track_name, 0x04: instrument_name, 0x05: lyric,
    0x06: marker, 0x07: cue_point, 0x08: program_name, 0x09: device_name, 0x20: midi_channel_prefix, 0x21: midi_port,
    0x2f: end_of_track, 0x51: set_tempo, 0x54: smpte_offset, 0x58: time_signature, 0x59: key_signature,
    0x7f: sequencer_specific}
  controller: {
    0: bank_select, 1: modulation_wheel, 2: breath, 4: foot, 5: portamento_time, 6: data_entry, 7: channel_volume,
    8: balance, 10: pan, 11: expression, 12: effect_1, 13: effect_2, 32: bank_select_lsb, 38: data_entry_lsb,
    64: damper_pedal, 65: portamento, 66: sostenuto, 67: soft_pedal, 68: legato, 69: hold_2, 70: sound_variation,
    71: timbre, 72: release_time, 73: attack_time, 74: brightness, 75: decay_time, 76: vibrato_rate, 77: vibrato_depth,
    78: vibrato_delay, 84: portamento_control, 91: reverb_depth, 92: tremolo_depth, 93: chorus_depth,
    94: celeste_depth, 95: phaser_depth, 96: data_increment, 97: data_decrement, 98: nrpn_lsb, 99: nrpn_msb,
    100: rpn_lsb, 101: rpn_msb, 120: all_sound_off, 121: reset_all_controllers, 122: local_control,
    123: all_notes_off, 124: omni_off, 125: omni_on, 126: mono_on, 127: poly_on}
