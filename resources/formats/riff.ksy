# RIFF files: WAVE sound (also Broadcast Wave and RF64), AVI video, ANI cursors, RIFF MIDI; others as trees of chunks.
# Specifications: IBM and Microsoft, "Multimedia Programming Interface and Data Specifications 1.0" (1991) and
# "New Multimedia Data Types and Data Techniques" (1994); "OpenDML AVI File Format Extensions" 1.02 (1996);
# EBU Tech 3285 (bext), EBU Tech 3306 and ITU-R BS.2088 (RF64, BW64), AES46 (cart).
meta:
  id: riff
  title: RIFF (WAV, AVI)
  file-extension: [wav, wave, bwf, rf64, avi, ani, rmi]
  xref:
    mime: [audio/vnd.wave, audio/wav, video/avi]
  license: Apache-2.0
  imports: [id3v2, midi]
  endian: le
  -detect:
    - {0: '52 49 46 46 ?? ?? ?? ?? 57 41 56 45'}
    - {0: '52 49 46 46 ?? ?? ?? ?? 41 56 49 20'}
    - {0: '52 49 46 46 ?? ?? ?? ?? 41 43 4f 4e'}
    - {0: '52 49 46 46 ?? ?? ?? ?? 52 4d 49 44'}
    - {0: '52 49 46 58 ?? ?? ?? ?? 57 41 56 45'}
    - {0: '52 46 36 34 ?? ?? ?? ?? 57 41 56 45 64 73 36 34'}
    - {0: '42 57 36 34 ?? ?? ?? ?? 57 41 56 45'}
doc: |
  A container of nested chunks, each with a four-character code and a size. What the chunks hold depends on the form:
  WAVE for sound, "AVI " for video, ACON for animated cursors.
doc-ref: https://www.aelius.com/njh/wavemetatools/doc/riffmci.pdf
seq:
  - id: segments
    type: segment
    repeat: until
    repeat-until: _io.size - _io.pos < 12
    doc: One in most files; an AVI file larger than 1 GB continues in segments of the form AVIX.
  - {id: trailing, size-eos: true, if: not _io.eof}
types:
  segment:
    -webide-representation: '{magic} {form.form_type} {form.len_form:dec}'
    seq:
      - id: magic
        type: str
        size: 4
        encoding: ISO-8859-1
        doc: RIFF, or RIFX when all numbers are big-endian, or RF64 or BW64 when the chunk ds64 holds the sizes.
      - {id: form, type: form, if: is_riff}
      - {id: not_riff, size-eos: true, if: not is_riff}
    instances:
      is_riff:
        value: magic == "RIFF" or magic == "RIFX" or magic == "RF64" or magic == "BW64"
  form:
    meta:
      endian:
        switch-on: _parent.magic
        cases:
          '"RIFX"': be
          _: le
    seq:
      - id: len_form
        type: u4
        doc: Bytes from form_type to the end of the form; 0xffffffff in RF64, and in files written to a pipe.
      - {id: form_type, type: str, size: 4, encoding: ISO-8859-1}
      - id: body
        type: chunk_list(form_type)
        size: 'len_form < 4 ? 0 : (len_form - 4 < _io.size - _io.pos ? len_form - 4 : _io.size - _io.pos)'
      - {id: padding, size: 1, if: len_form % 2 == 1 and not _io.eof}
    types:
      chunk_list:
        params:
          - {id: kind, type: str, doc: The form type or list type.}
        seq:
          - id: chunks
            type: chunk(_index)
            repeat: until
            repeat-until: _io.size - _io.pos < 8
            if: _io.size >= 8
          - {id: trailing, size-eos: true, if: not _io.eof}
        instances:
          ds64:
            value: chunks[0].body.as<ds64>
            if: _io.size >= 8 and chunks[0].chunk_id == "ds64"
          stream_type:
            value: chunks[0].body.as<stream_header>.fcc_type
            if: kind == "strl" and _io.size >= 8 and chunks[0].chunk_id == "strh"
      chunk:
        -webide-representation: '{chunk_id} {len_body:dec}'
        params:
          - {id: index, type: s4}
        seq:
          - {id: chunk_id, type: str, size: 4, encoding: ISO-8859-1}
          - id: len_body
            type: u4
            doc: Bytes of the body, without the padding; 0xffffffff where the chunk ds64 holds the size.
          - id: body
            size: 'len_real < _io.size - _io.pos ? len_real : _io.size - _io.pos'
            type:
              switch-on: key
              cases:
                '"LIST"': list
                '"INFO"': text
                '"fmt "': wave_format
                '"fact"': fact
                '"ds64"': ds64
                '"cue "': cue
                '"plst"': playlist
                '"labl"': label
                '"note"': label
                '"ltxt"': labeled_text
                '"file"': media_file
                '"inst"': instrument
                '"smpl"': sampler
                '"acid"': acid
                '"bext"': bext
                '"cart"': cart
                '"PEAK"': peak
                '"levl"': peak_envelope
                '"id3 "': id3v2
                '"ID3 "': id3v2
                '"iXML"': text
                '"axml"': text
                '"_PMX"': text
                '"slnt"': silence
                '"CSET"': character_set
                '"DISP"': display
                '"avih"': avi_header
                '"strh"': stream_header
                '"strf vids"': bitmap_format
                '"strf auds"': wave_format
                '"strn"': text
                '"IDIT"': text
                '"indx"': avi_index
                '"idx1"': old_index
                '"vprp"': video_properties
                '"dmlh"': extended_avi_header
                '"anih"': ani_header
                '"RMID data"': midi
                '"rate"': u4_array
                '"seq "': u4_array
          - {id: padding, size: 1, if: len_real % 2 == 1 and not _io.eof}
        instances:
          len_real:
            value: 'len_body == 0xffffffff and chunk_id == "data" and has_ds64 ? _parent.ds64.len_data : len_body'
          has_ds64:
            value: 'index > 0 and _parent.chunks[0].chunk_id == "ds64"'
          key:
            value: >-
              _parent.kind == "INFO" ? "INFO" : _parent.kind == "RMID" and chunk_id == "data" ? "RMID data" :
              chunk_id == "strf" and index > 0 ? (_parent.chunks[0].chunk_id == "strh" ?
              "strf " + _parent.stream_type : chunk_id) :
              chunk_id.substring(0, 2) == "ix" ? "indx" : chunk_id
            doc: What decides how the body is read.
      list:
        doc: |
          The chunks of the list INFO are texts - IARL archived at, IART artist, ICMS commissioned by, ICMT comment,
          ICOP copyright, ICRD creation date, ICRP cropped, IDIM dimensions, IDPI dots per inch, IENG engineer,
          IGNR genre, IKEY keywords, ILGT lightness, IMED medium, INAM title, IPLT palette, IPRD product or album,
          ISBJ subject, ISFT software, ISHP sharpness, ISRC source, ISRF source form, ITCH technician, ITRK track.
        seq:
          - {id: list_type, type: str, size: 4, encoding: ISO-8859-1}
          - {id: body, type: chunk_list(list_type), size-eos: true}
      text:
        seq: [{id: text, type: strz, size-eos: true, encoding: UTF-8}]
      u4_array:
        seq: [{id: values, type: u4, repeat: eos}]

      # Sound

      wave_format:
        doc: The structure WAVEFORMATEX, or its shorter ancestors WAVEFORMAT and PCMWAVEFORMAT.
        seq:
          - {id: format_tag, type: u2, enum: format_tag}
          - {id: num_channels, type: u2}
          - {id: samples_per_sec, type: u4}
          - {id: avg_bytes_per_sec, type: u4}
          - id: block_align
            type: u2
            doc: Bytes of the smallest unit that can be decoded; for PCM, of one sample of all channels.
          - {id: bits_per_sample, type: u2, if: not _io.eof}
          - {id: len_extra, type: u2, if: not _io.eof}
          - id: extra
            size: 'len_extra < _io.size - _io.pos ? len_extra : _io.size - _io.pos'
            if: not _io.eof
            type:
              switch-on: format_tag
              cases:
                format_tag::extensible: wave_extensible
                format_tag::adpcm: wave_adpcm
                format_tag::ima_adpcm: wave_samples_per_block
                format_tag::gsm610: wave_samples_per_block
                format_tag::mpeg: wave_mpeg
                format_tag::mpeglayer3: wave_mp3
          - {id: trailing, size-eos: true, if: not _io.eof}
      wave_extensible:
        seq:
          - {id: valid_bits_per_sample, type: u2, doc: Samples per block in formats that have no bits per sample.}
          - {id: channel_mask, type: channel_mask}
          - id: sub_format
            type: guid
            doc: Its first number is a format tag when the rest is 0000-0010-8000-00aa00389b71.
      channel_mask:
        seq: [{id: mask, type: u4}]
        instances:
          front_left: {value: mask & 0x1 != 0}
          front_right: {value: mask & 0x2 != 0}
          front_center: {value: mask & 0x4 != 0}
          low_frequency: {value: mask & 0x8 != 0}
          back_left: {value: mask & 0x10 != 0}
          back_right: {value: mask & 0x20 != 0}
          front_left_of_center: {value: mask & 0x40 != 0}
          front_right_of_center: {value: mask & 0x80 != 0}
          back_center: {value: mask & 0x100 != 0}
          side_left: {value: mask & 0x200 != 0}
          side_right: {value: mask & 0x400 != 0}
          top_center: {value: mask & 0x800 != 0}
          top_front_left: {value: mask & 0x1000 != 0}
          top_front_center: {value: mask & 0x2000 != 0}
          top_front_right: {value: mask & 0x4000 != 0}
          top_back_left: {value: mask & 0x8000 != 0}
          top_back_center: {value: mask & 0x10000 != 0}
          top_back_right: {value: mask & 0x20000 != 0}
      guid:
        seq:
          - {id: data1, type: u4, enum: format_tag}
          - {id: data2, type: u2}
          - {id: data3, type: u2}
          - {id: data4, size: 8}
      wave_adpcm:
        seq:
          - {id: samples_per_block, type: u2}
          - {id: num_coefficients, type: u2}
          - {id: coefficients, type: adpcm_coefficient, repeat: expr, repeat-expr: num_coefficients}
      adpcm_coefficient:
        -webide-representation: '{coef1:dec} {coef2:dec}'
        seq: [{id: coef1, type: s2}, {id: coef2, type: s2}]
      wave_samples_per_block:
        seq: [{id: samples_per_block, type: u2}]
      wave_mpeg:
        seq:
          - {id: layer, type: u2, doc: 'Flags, 1 for layer I, 2 for layer II, 4 for layer III.'}
          - {id: bitrate, type: u4, doc: Bits per second.}
          - {id: mode, type: u2, doc: 'Flags, 1 stereo, 2 joint stereo, 4 dual channel, 8 single channel.'}
          - {id: mode_extension, type: u2}
          - {id: emphasis, type: u2}
          - {id: flags, type: u2}
          - {id: pts_low, type: u4}
          - {id: pts_high, type: u4}
      wave_mp3:
        seq:
          - {id: wave_id, type: u2, doc: 'Which structure follows, 1 for this one.'}
          - {id: padding_mode, type: u4, doc: '0 padding as needed, 1 always, 2 never.'}
          - {id: block_size, type: u2, doc: Bytes of a block of whole frames.}
          - {id: frames_per_block, type: u2}
          - {id: codec_delay, type: u2, doc: Samples of delay that the encoder adds.}
      fact:
        seq: [{id: num_samples, type: u4, doc: Samples per channel.}, {id: rest, size-eos: true}]
      ds64:
        doc: The 64-bit sizes of an RF64 file.
        seq:
          - {id: len_form, type: u8}
          - {id: len_data, type: u8}
          - {id: num_samples, type: u8}
          - {id: num_entries, type: u4}
          - {id: entries, type: ds64_entry, repeat: expr, repeat-expr: num_entries}
          - {id: rest, size-eos: true}
      ds64_entry:
        -webide-representation: '{chunk_id} {len_chunk:dec}'
        seq: [{id: chunk_id, type: str, size: 4, encoding: ISO-8859-1}, {id: len_chunk, type: u8}]
      cue:
        seq: [{id: num_points, type: u4}, {id: points, type: cue_point, repeat: expr, repeat-expr: num_points}]
      cue_point:
        -webide-representation: '{name:dec} at {sample_offset:dec}'
        seq:
          - {id: name, type: u4, doc: Identifies the point; labels and the playlist refer to it.}
          - {id: position, type: u4, doc: Sample position in the play order.}
          - {id: chunk_id, type: str, size: 4, encoding: ISO-8859-1}
          - {id: chunk_start, type: u4, doc: Offset of the chunk in the list wavl; 0 when there is only a chunk data.}
          - {id: block_start, type: u4, doc: Offset of the block that holds the point.}
          - {id: sample_offset, type: u4, doc: Samples from the start of the block.}
      playlist:
        seq:
          - {id: num_segments, type: u4}
          - {id: segments, type: play_segment, repeat: expr, repeat-expr: num_segments}
      play_segment:
        -webide-representation: '{name:dec} {length:dec} x {num_loops:dec}'
        seq: [{id: name, type: u4}, {id: length, type: u4, doc: Samples.}, {id: num_loops, type: u4}]
      label:
        seq: [{id: name, type: u4, doc: The cue point.}, {id: text, type: strz, size-eos: true, encoding: UTF-8}]
      labeled_text:
        seq:
          - {id: name, type: u4, doc: The cue point.}
          - {id: num_samples, type: u4}
          - {id: purpose, type: str, size: 4, encoding: ISO-8859-1}
          - {id: country, type: u2}
          - {id: language, type: u2}
          - {id: dialect, type: u2}
          - {id: code_page, type: u2}
          - {id: text, type: strz, size-eos: true, encoding: UTF-8}
      media_file:
        seq:
          - {id: name, type: u4, doc: The cue point.}
          - {id: media_type, type: str, size: 4, encoding: ISO-8859-1}
          - {id: data, size-eos: true}
      silence:
        seq: [{id: num_samples, type: u4}]
      character_set:
        seq: [{id: code_page, type: u2}, {id: country, type: u2}, {id: language, type: u2}, {id: dialect, type: u2}]
      display:
        seq:
          - {id: clipboard_format, type: u4, doc: 'As of the Windows clipboard, 1 for text, 8 for a bitmap.'}
          - {id: data, size-eos: true}
      instrument:
        seq:
          - {id: unshifted_note, type: u1, doc: MIDI note at which the sample plays at its own pitch.}
          - {id: fine_tune, type: s1, doc: Cents.}
          - {id: gain, type: s1, doc: Decibels.}
          - {id: low_note, type: u1}
          - {id: high_note, type: u1}
          - {id: low_velocity, type: u1}
          - {id: high_velocity, type: u1}
      sampler:
        seq:
          - {id: manufacturer, type: u4, doc: MIDI Manufacturers Association code.}
          - {id: product, type: u4}
          - {id: sample_period, type: u4, doc: Nanoseconds.}
          - {id: midi_unity_note, type: u4}
          - {id: midi_pitch_fraction, type: u4, doc: Above the unity note; 0x80000000 is half a semitone.}
          - {id: smpte_format, type: u4, doc: 'Frames per second, 0 for none.'}
          - {id: smpte_offset, type: u4, doc: 'From the highest byte, hours (signed), minutes, seconds, frames.'}
          - {id: num_loops, type: u4}
          - {id: len_sampler_data, type: u4}
          - {id: loops, type: sample_loop, repeat: expr, repeat-expr: num_loops}
          - {id: sampler_data, size-eos: true}
      sample_loop:
        -webide-representation: '{loop_type} {start:dec}..{end:dec}'
        seq:
          - {id: identifier, type: u4}
          - {id: loop_type, type: u4, enum: loop_type}
          - {id: start, type: u4}
          - {id: end, type: u4}
          - {id: fraction, type: u4}
          - {id: play_count, type: u4, doc: 0 for without end.}
      acid:
        doc: Loop information, as sequencers write it; not part of any specification.
        seq:
          - {id: flags, type: u4, doc: '1 one shot, 2 root note set, 4 stretch, 8 disk based, 16 high octave.'}
          - {id: root_note, type: u2}
          - {id: unknown1, type: u2}
          - {id: unknown2, type: f4}
          - {id: num_beats, type: u4}
          - {id: meter_denominator, type: u2}
          - {id: meter_numerator, type: u2}
          - {id: tempo, type: f4, doc: Beats per minute.}
      bext:
        doc: Broadcast Audio Extension.
        seq:
          - {id: description, type: strz, size: 256, encoding: ISO-8859-1}
          - {id: originator, type: strz, size: 32, encoding: ISO-8859-1}
          - {id: originator_reference, type: strz, size: 32, encoding: ISO-8859-1}
          - {id: origination_date, type: strz, size: 10, encoding: ISO-8859-1, doc: yyyy-mm-dd}
          - {id: origination_time, type: strz, size: 8, encoding: ISO-8859-1, doc: hh-mm-ss}
          - {id: time_reference, type: u8, doc: First sample counted from midnight.}
          - {id: version, type: u2}
          - {id: umid, size: 64, doc: 'SMPTE 330M identifier, since version 1.'}
          - {id: loudness_value, type: s2, doc: 'Hundredths of LUFS, as are the following, since version 2.'}
          - {id: loudness_range, type: s2, doc: Hundredths of LU.}
          - {id: max_true_peak_level, type: s2, doc: Hundredths of dBTP.}
          - {id: max_momentary_loudness, type: s2}
          - {id: max_short_term_loudness, type: s2}
          - {id: reserved, size: 180}
          - {id: coding_history, type: strz, size-eos: true, encoding: ISO-8859-1}
      cart:
        doc: Radio traffic data of AES46.
        seq:
          - {id: version, type: str, size: 4, encoding: ISO-8859-1}
          - {id: title, type: strz, size: 64, encoding: ISO-8859-1}
          - {id: artist, type: strz, size: 64, encoding: ISO-8859-1}
          - {id: cut_id, type: strz, size: 64, encoding: ISO-8859-1}
          - {id: client_id, type: strz, size: 64, encoding: ISO-8859-1}
          - {id: category, type: strz, size: 64, encoding: ISO-8859-1}
          - {id: classification, type: strz, size: 64, encoding: ISO-8859-1}
          - {id: out_cue, type: strz, size: 64, encoding: ISO-8859-1}
          - {id: start_date, type: strz, size: 10, encoding: ISO-8859-1}
          - {id: start_time, type: strz, size: 8, encoding: ISO-8859-1}
          - {id: end_date, type: strz, size: 10, encoding: ISO-8859-1}
          - {id: end_time, type: strz, size: 8, encoding: ISO-8859-1}
          - {id: producer_app_id, type: strz, size: 64, encoding: ISO-8859-1}
          - {id: producer_app_version, type: strz, size: 64, encoding: ISO-8859-1}
          - {id: user_def, type: strz, size: 64, encoding: ISO-8859-1}
          - {id: level_reference, type: s4}
          - {id: post_timers, type: post_timer, repeat: expr, repeat-expr: 8}
          - {id: reserved, size: 276}
          - {id: url, type: strz, size: 1024, encoding: ISO-8859-1}
          - {id: tag_text, type: strz, size-eos: true, encoding: ISO-8859-1}
      post_timer:
        -webide-representation: '{usage} {value:dec}'
        seq: [{id: usage, type: str, size: 4, encoding: ISO-8859-1}, {id: value, type: u4, doc: Samples.}]
      peak:
        seq:
          - {id: version, type: u4}
          - {id: timestamp, type: u4, -time: unix}
          - {id: peaks, type: peak_position, repeat: eos, doc: One for each channel.}
      peak_envelope:
        doc: Peak envelope of EBU Tech 3285 supplement 3.
        seq:
          - {id: version, type: u4}
          - {id: format, type: u4, doc: 'Of a peak point, 1 for a byte, 2 for 16 bits.'}
          - {id: points_per_value, type: u4, doc: '1 positive points only, 2 positive and negative.'}
          - {id: block_size, type: u4, doc: Samples that a value stands for.}
          - {id: num_channels, type: u4}
          - {id: num_peak_frames, type: u4}
          - {id: position_of_peak, type: u4, doc: 'Sample of the highest peak, 0xffffffff when unknown.'}
          - {id: offset_to_peaks, type: u4, doc: From the start of the chunk with its code and size.}
          - {id: timestamp, type: strz, size: 28, encoding: ISO-8859-1, doc: 'yyyy:mm:dd:hh:mm:ss:ms'}
          - {id: reserved, size: 60}
          - {id: data, size-eos: true}
      peak_position:
        -webide-representation: '{value} at {position:dec}'
        seq: [{id: value, type: f4}, {id: position, type: u4, doc: Sample of the peak.}]

      # Video

      avi_header:
        seq:
          - {id: micro_sec_per_frame, type: u4}
          - {id: max_bytes_per_sec, type: u4}
          - {id: padding_granularity, type: u4}
          - {id: flags, type: u4}
          - {id: num_total_frames, type: u4, doc: Frames of the first segment only.}
          - {id: num_initial_frames, type: u4}
          - {id: num_streams, type: u4}
          - {id: suggested_buffer_size, type: u4}
          - {id: width, type: u4}
          - {id: height, type: u4}
          - {id: reserved, type: u4, repeat: expr, repeat-expr: 4}
        instances:
          has_index: {value: flags & 0x10 != 0}
          must_use_index: {value: flags & 0x20 != 0}
          is_interleaved: {value: flags & 0x100 != 0}
          trust_ck_type: {value: flags & 0x800 != 0}
          was_capture_file: {value: flags & 0x10000 != 0}
          is_copyrighted: {value: flags & 0x20000 != 0}
      extended_avi_header:
        seq: [{id: num_total_frames, type: u4, doc: Frames of all segments.}, {id: rest, size-eos: true}]
      stream_header:
        seq:
          - id: fcc_type
            type: str
            size: 4
            encoding: ISO-8859-1
            doc: vids for video, auds for audio, txts for text, mids for MIDI.
          - {id: fcc_handler, type: str, size: 4, encoding: ISO-8859-1, doc: Code of the codec.}
          - {id: flags, type: u4}
          - {id: priority, type: u2}
          - {id: language, type: u2}
          - {id: num_initial_frames, type: u4}
          - {id: scale, type: u4}
          - {id: rate, type: u4, doc: 'Divided by scale, samples or frames per second.'}
          - {id: start, type: u4}
          - {id: length, type: u4, doc: In units of scale / rate seconds.}
          - {id: suggested_buffer_size, type: u4}
          - {id: quality, type: u4, doc: 'Up to 10000, 0xffffffff for the default.'}
          - {id: sample_size, type: u4, doc: 0 when the samples differ in size.}
          - {id: frame, type: rectangle, if: not _io.eof}
        instances:
          is_disabled: {value: flags & 0x1 != 0}
          has_palette_changes: {value: flags & 0x10000 != 0}
      rectangle:
        seq: [{id: left, type: s2}, {id: top, type: s2}, {id: right, type: s2}, {id: bottom, type: s2}]
      bitmap_format:
        doc: The structure BITMAPINFO.
        seq:
          - {id: len_header, type: u4, doc: The header and whatever belongs to the codec but for the palette.}
          - {id: width, type: s4}
          - {id: height, type: s4, doc: Negative when the first row is the topmost.}
          - {id: num_planes, type: u2}
          - {id: bit_count, type: u2}
          - {id: compression, type: str, size: 4, encoding: ISO-8859-1, doc: 'Code of the codec, zeros for RGB.'}
          - {id: size_image, type: u4}
          - {id: x_pels_per_meter, type: s4}
          - {id: y_pels_per_meter, type: s4}
          - {id: num_colors_used, type: u4}
          - {id: num_colors_important, type: u4}
          - id: codec_data
            size: 'len_header - 40 < _io.size - _io.pos ? len_header - 40 : _io.size - _io.pos'
            if: len_header > 40
          - id: palette
            type: rgb_quad
            repeat: expr
            repeat-expr: >-
              bit_count > 8 ? 0 : (num_colors * 4 < len_palette_at_most ? num_colors : len_palette_at_most / 4)
          - {id: rest, size-eos: true}
        instances:
          num_colors:
            value: 'num_colors_used == 0 and bit_count <= 8 ? 1 << bit_count : num_colors_used'
          len_palette_at_most:
            value: '_io.size - (len_header > 40 ? (len_header < _io.size ? len_header : _io.size) : 40)'
      rgb_quad:
        -webide-representation: 'blue {blue:dec} green {green:dec} red {red:dec}'
        seq: [{id: blue, type: u1}, {id: green, type: u1}, {id: red, type: u1}, {id: reserved, type: u1}]
      video_properties:
        seq:
          - {id: format_token, type: u4, doc: '1 PAL square, 2 PAL CCIR 601, 3 NTSC square, 4 NTSC CCIR 601.'}
          - {id: standard, type: u4, doc: '0 unknown, 1 PAL, 2 NTSC, 3 SECAM.'}
          - {id: vertical_refresh_rate, type: u4}
          - {id: horizontal_total, type: u4}
          - {id: vertical_total, type: u4}
          - {id: aspect_ratio_denominator, type: u2}
          - {id: aspect_ratio_numerator, type: u2}
          - {id: frame_width, type: u4}
          - {id: frame_height, type: u4}
          - {id: num_fields, type: u4}
          - {id: fields, type: video_field, repeat: expr, repeat-expr: num_fields}
      video_field:
        seq:
          - {id: compressed_height, type: u4}
          - {id: compressed_width, type: u4}
          - {id: valid_height, type: u4}
          - {id: valid_width, type: u4}
          - {id: valid_x_offset, type: u4}
          - {id: valid_y_offset, type: u4}
          - {id: video_x_offset, type: u4}
          - {id: video_y_start_line, type: u4}
      old_index:
        seq: [{id: entries, type: old_index_entry, repeat: eos}]
      old_index_entry:
        -webide-representation: '{chunk_id} {offset:dec} {len_chunk:dec}'
        seq:
          - {id: chunk_id, type: str, size: 4, encoding: ISO-8859-1}
          - {id: flags, type: u4}
          - {id: offset, type: u4, doc: 'Of the chunk, from the list type movi; in some files from the file start.'}
          - {id: len_chunk, type: u4}
        instances:
          is_list: {value: flags & 0x1 != 0}
          is_keyframe: {value: flags & 0x10 != 0}
          no_time: {value: flags & 0x100 != 0}
      avi_index:
        doc: An OpenDML index, of chunks or of further indexes.
        seq:
          - {id: longs_per_entry, type: u2, doc: 'Words of 4 bytes.'}
          - {id: index_sub_type, type: u1, doc: 1 for the fields of interlaced video.}
          - {id: index_type, type: u1, enum: index_type}
          - {id: num_entries, type: u4}
          - {id: chunk_id, type: str, size: 4, encoding: ISO-8859-1}
          - {id: base_offset, type: u8, doc: Added to the offsets of a chunk index; reserved in a super index.}
          - {id: reserved, type: u4}
          - {id: indexes, type: super_index_entry, repeat: expr, repeat-expr: 'is_super ? num_entries : 0'}
          - {id: chunks, type: chunk_index_entry, repeat: expr, repeat-expr: 'is_chunk ? num_entries : 0'}
          - {id: fields, type: field_index_entry, repeat: expr, repeat-expr: 'is_field ? num_entries : 0'}
          - {id: unused, size-eos: true}
        instances:
          is_super: {value: index_type == index_type::super_index and longs_per_entry == 4}
          is_chunk: {value: index_type == index_type::chunk_index and longs_per_entry == 2}
          is_field: {value: index_type == index_type::chunk_index and longs_per_entry == 3}
      super_index_entry:
        -webide-representation: '{offset:dec} {len_index:dec}'
        seq:
          - {id: offset, type: u8, doc: Of the index chunk in the file.}
          - {id: len_index, type: u4}
          - {id: duration, type: u4, doc: In ticks of the stream.}
      chunk_index_entry:
        -webide-representation: '{offset:dec} {len_and_flag:hex}'
        seq:
          - {id: offset, type: u4, doc: 'Of the data of the chunk, from base_offset.'}
          - {id: len_and_flag, type: u4, doc: The highest bit is set when it is not a key frame.}
        instances:
          len_data: {value: len_and_flag & 0x7fffffff}
          is_keyframe: {value: len_and_flag < 0x80000000}
      field_index_entry:
        -webide-representation: '{first_field.offset:dec} {offset_second_field:dec}'
        seq: [{id: first_field, type: chunk_index_entry}, {id: offset_second_field, type: u4}]
      ani_header:
        seq:
          - {id: len_header, type: u4}
          - {id: num_frames, type: u4}
          - {id: num_steps, type: u4}
          - {id: width, type: u4}
          - {id: height, type: u4}
          - {id: bit_count, type: u4}
          - {id: num_planes, type: u4}
          - {id: display_rate, type: u4, doc: Sixtieths of a second.}
          - {id: flags, type: u4}
        instances:
          has_icons: {value: flags & 0x1 != 0, doc: The frames are icons or cursors and not bitmaps.}
          has_sequence: {value: flags & 0x2 != 0}
    enums:
      index_type: {0: super_index, 1: chunk_index, 0x80: data}
      loop_type: {0: forward, 1: alternating, 2: backward}
      format_tag: {
        0x0000: unknown, 0x0001: pcm, 0x0002: adpcm, 0x0003: ieee_float, 0x0004: vselp, 0x0005: ibm_cvsd,
        0x0006: alaw, 0x0007: mulaw, 0x0008: dts, 0x0009: drm, 0x0010: oki_adpcm, 0x0011: ima_adpcm,
        0x0012: mediaspace_adpcm, 0x0013: sierra_adpcm, 0x0014: g723_adpcm, 0x0015: digistd, 0x0016: digifix,
        0x0017: dialogic_oki_adpcm, 0x0020: yamaha_adpcm, 0x0021: sonarc, 0x0022: truespeech, 0x0024: aptx,
        0x0030: dolby_ac2, 0x0031: gsm610, 0x0032: msnaudio, 0x0040: g721_adpcm, 0x0041: g728_celp, 0x0050: mpeg,
        0x0055: mpeglayer3, 0x0064: g726_adpcm, 0x0065: g722_adpcm, 0x0092: dolby_ac3_spdif, 0x00ff: raw_aac1,
        0x0160: msaudio1, 0x0161: wmaudio2, 0x0162: wmaudio3, 0x0163: wmaudio_lossless, 0x0164: wmaspdif,
        0x0200: creative_adpcm, 0x1600: mpeg_adts_aac, 0x1602: mpeg_loas, 0x1610: mpeg_heaac, 0x2000: ac3,
        0x2001: dts2, 0x674f: vorbis1, 0x6750: vorbis2, 0x6751: vorbis3, 0xf1ac: flac, 0xfffe: extensible,
        0xffff: development}
