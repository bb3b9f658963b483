# DNP3 link frames, one after another.
# Specification: IEEE Std 1815-2012 "Electric Power Systems Communications - Distributed Network Protocol (DNP3)".
meta:
  id: dnp3
  title: DNP3 frames
  license: Apache-2.0
  endian: le
  -detect:
    - {0: '05 64 ?? 44'}
    - {0: '05 64 ?? c4'}
doc: |
  Frames between a master and an outstation. The user data lies in blocks of 16 bytes, each with its CRC; the headers of
  the transport and application layers are read from the first block, the objects after them are left as bytes.
doc-ref: https://standards.ieee.org/ieee/1815/5414/
seq:
  - {id: frames, type: frame, repeat: eos}
types:
  frame:
    -webide-representation: "{source:dec} {destination:dec} {length:dec}"
    seq:
      - {id: start, contents: [0x05, 0x64]}
      - {id: length, type: u1, doc: 'Bytes from control on, without CRCs.'}
      - {id: from_master, type: b1}
      - {id: is_primary, type: b1, doc: The sender begins the exchange.}
      - {id: frame_count_bit, type: b1, doc: 'Primary only; reserved otherwise.'}
      - id: frame_count_valid
        type: b1
        doc: Primary; in a secondary frame the flag of data flow control.
      - {id: primary_function, type: b4, enum: primary_function, if: is_primary}
      - {id: secondary_function, type: b4, enum: secondary_function, if: not is_primary}
      - {id: destination, type: u2}
      - {id: source, type: u2}
      - {id: header_crc, type: u2}
      - id: first_block
        size: 'len_data > 16 ? 16 : len_data'
        type: first_block
        if: len_data > 0
      - {id: first_crc, type: u2, if: len_data > 0}
      - id: blocks
        type: 'block(_index + 1 == num_more_blocks ? len_data - 16 - _index * 16 : 16)'
        repeat: expr
        repeat-expr: num_more_blocks
    instances:
      len_data: {value: 'length > 5 ? length - 5 : 0'}
      num_more_blocks: {value: 'len_data > 16 ? (len_data - 1) / 16 : 0'}
  first_block:
    seq:
      - {id: is_final, type: b1, doc: Last frame of a fragment.}
      - {id: is_first, type: b1, doc: First frame of a fragment.}
      - {id: transport_sequence, type: b6}
      - {id: application, type: application_header, if: is_first and _io.size >= 3}
      - {id: data, size-eos: true}
  application_header:
    -webide-representation: "{function}"
    seq:
      - {id: is_first, type: b1}
      - {id: is_final, type: b1}
      - {id: confirm, type: b1, doc: The receiver shall confirm.}
      - {id: unsolicited, type: b1}
      - {id: sequence, type: b4}
      - {id: function, type: u1, enum: application_function}
      - {id: indications, type: indications, if: is_response and _io.size >= 5}
    instances:
      is_response: {value: function.to_i >= 129}
  indications:
    seq:
      - {id: device_restart, type: b1}
      - {id: device_trouble, type: b1}
      - {id: local_control, type: b1}
      - {id: need_time, type: b1}
      - {id: class_3_events, type: b1}
      - {id: class_2_events, type: b1}
      - {id: class_1_events, type: b1}
      - {id: broadcast, type: b1}
      - {id: reserved, type: b2}
      - {id: configuration_corrupt, type: b1}
      - {id: already_executing, type: b1}
      - {id: event_buffer_overflow, type: b1}
      - {id: parameter_error, type: b1}
      - {id: object_unknown, type: b1}
      - {id: function_not_supported, type: b1}
  block:
    params:
      - {id: len_data, type: u1}
    seq:
      - {id: data, size: len_data}
      - {id: crc, type: u2}
enums:
  primary_function: {
    0: reset_link_states, 1: reset_user_process, 2: test_link_states, 3: confirmed_user_data,
    4: unconfirmed_user_data, 9: request_link_status}
  secondary_function: {0: ack, 1: nack, 11: link_status, 14: link_not_functioning, 15: not_supported}
  application_function: {
    0: confirm, 1: read, 2: write, 3: select, 4: operate, 5: direct_operate, 6: direct_operate_no_response,
    7: immediate_freeze, 8: immediate_freeze_no_response, 9: freeze_clear, 10: freeze_clear_no_response,
    11: freeze_at_time, 12: freeze_at_time_no_response, 13: cold_restart, 14: warm_restart, 15: initialize_data,
    16: initialize_application, 17: start_application, 18: stop_application, 19: save_configuration,
    20: enable_unsolicited, 21: disable_unsolicited, 22: assign_class, 23: delay_measurement,
    24: record_current_time, 25: open_file, 26: close_file, 27: delete_file, 28: get_file_info,
    29: authenticate_file, 30: abort_file, 31: activate_configuration, 32: authentication_request,
    33: authentication_request_no_ack, 129: response, 130: unsolicited_response, 131: authentication_response}
