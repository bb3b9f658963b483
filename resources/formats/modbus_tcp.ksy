# Modbus/TCP messages, one after another as in a TCP connection.
# Specification: "MODBUS Application Protocol Specification V1.1b3", "MODBUS Messaging on TCP/IP Implementation Guide".
meta:
  id: modbus_tcp
  title: Modbus/TCP messages
  license: Apache-2.0
  endian: be
doc: |
  Each message is a header (MBAP), a function code and its data. No field tells a request from a response; it is told
  from the length of the data and the counts in it. The functions 5, 6, 8, 21 and 22 have equal requests and responses.
  A response of 3 bytes to the functions 1 and 2 looks like a request of an address from 768 to 1023 and is taken as one
  if its last two bytes could be a quantity (1 to 2000).
doc-ref: https://modbus.org/specs.php
seq:
  - {id: messages, type: message, repeat: eos}
types:
  message:
    -webide-representation: "{transaction_id:dec} {function}"
    seq:
      - {id: transaction_id, type: u2, doc: Repeated in the response.}
      - {id: protocol_id, type: u2, doc: Always 0.}
      - {id: length, type: u2, doc: Bytes that follow.}
      - {id: unit_id, type: u1, doc: Device behind a gateway.}
      - {id: is_exception, type: b1}
      - {id: function, type: b7, enum: function}
      - id: data
        size: 'length > 2 ? length - 2 : 0'
        if: length > 2
        type:
          switch-on: 'is_exception ? function::exception : function'
          cases:
            function::exception: exception
            function::read_coils: read(false)
            function::read_discrete_inputs: read(false)
            function::read_holding_registers: read(true)
            function::read_input_registers: read(true)
            function::write_single_coil: write_single
            function::write_single_register: write_single
            function::read_exception_status: exception_status
            function::diagnostics: diagnostics
            function::get_comm_event_counter: comm_event_counter
            function::get_comm_event_log: comm_event_log
            function::write_multiple_coils: write_multiple(false)
            function::write_multiple_registers: write_multiple(true)
            function::report_server_id: server_id
            function::read_file_record: read_file_record
            function::write_file_record: write_file_record
            function::mask_write_register: mask_write
            function::read_write_multiple_registers: read_write
            function::read_fifo_queue: fifo_queue
            function::encapsulated_interface: encapsulated_interface
  exception:
    -webide-representation: "{code}"
    seq:
      - {id: code, type: u1, enum: exception_code}
      - {id: rest, size-eos: true, if: not _io.eof}
  read:
    params:
      - {id: has_registers, type: bool}
    seq:
      - {id: address, type: u2, if: is_request}
      - {id: quantity, type: u2, if: is_request}
      - {id: len_values, type: u1, if: not is_request, doc: Bytes.}
      - {id: registers, type: u2, repeat: expr, repeat-expr: len_values / 2, if: not is_request and has_registers}
      - {id: bits, size: len_values, if: not is_request and not has_registers, doc: First coil in the lowest bit.}
      - {id: rest, size-eos: true, if: not _io.eof}
    instances:
      first: {pos: 0, type: u1}
      second: {pos: 2, type: u2, if: _io.size == 4}
      is_request:
        value: '_io.size != 4 ? false : first != 3 or has_registers or (second >= 1 and second <= 2000)'
  write_single:
    -webide-representation: "{address:dec} {value:hex}"
    seq:
      - {id: address, type: u2}
      - {id: value, type: u2, doc: 0xff00 switches a coil on and 0 off.}
      - {id: rest, size-eos: true, if: not _io.eof}
  exception_status:
    doc: The request has no data.
    seq:
      - {id: outputs, type: u1}
  diagnostics:
    seq:
      - {id: sub_function, type: u2, enum: diagnostics}
      - {id: data, size-eos: true}
  comm_event_counter:
    doc: The request has no data.
    seq:
      - {id: status, type: u2, doc: 0xffff while a command is in work.}
      - {id: event_count, type: u2}
  comm_event_log:
    doc: The request has no data.
    seq:
      - {id: len_log, type: u1}
      - {id: status, type: u2}
      - {id: event_count, type: u2}
      - {id: message_count, type: u2}
      - {id: events, type: u1, repeat: eos}
  write_multiple:
    params:
      - {id: has_registers, type: bool}
    seq:
      - {id: address, type: u2}
      - {id: quantity, type: u2}
      - {id: len_values, type: u1, if: is_request, doc: Bytes.}
      - {id: registers, type: u2, repeat: expr, repeat-expr: len_values / 2, if: is_request and has_registers}
      - {id: bits, size: len_values, if: is_request and not has_registers, doc: First coil in the lowest bit.}
      - {id: rest, size-eos: true, if: not _io.eof}
    instances:
      is_request: {value: _io.size > 4}
  server_id:
    doc: The request has no data.
    seq:
      - {id: len_data, type: u1}
      - {id: data, size-eos: true, doc: 'Identification of the server, then 0xff if it runs; what follows is its own.'}
  read_file_record:
    seq:
      - {id: len_groups, type: u1, doc: Bytes.}
      - {id: requests, type: file_request, repeat: eos, if: is_request}
      - {id: responses, type: file_response, repeat: eos, if: not is_request}
    instances:
      first: {pos: 1, type: u1}
      is_request: {value: first == 6 and (_io.size - 1) % 7 == 0}
  file_request:
    seq:
      - {id: reference_type, type: u1, doc: Always 6.}
      - {id: file_number, type: u2}
      - {id: record_number, type: u2}
      - {id: record_length, type: u2, doc: Registers.}
  file_response:
    seq:
      - {id: len_response, type: u1}
      - {id: reference_type, type: u1}
      - {id: registers, type: u2, repeat: expr, repeat-expr: 'len_response < 1 ? 0 : (len_response - 1) / 2'}
  write_file_record:
    doc: Request and response are equal.
    seq:
      - {id: len_groups, type: u1, doc: Bytes.}
      - {id: groups, type: file_write, repeat: eos}
  file_write:
    seq:
      - {id: reference_type, type: u1}
      - {id: file_number, type: u2}
      - {id: record_number, type: u2}
      - {id: record_length, type: u2, doc: Registers.}
      - {id: registers, type: u2, repeat: expr, repeat-expr: record_length}
  mask_write:
    seq:
      - {id: address, type: u2}
      - {id: and_mask, type: u2}
      - {id: or_mask, type: u2}
  read_write:
    seq:
      - {id: read_address, type: u2, if: is_request}
      - {id: read_quantity, type: u2, if: is_request}
      - {id: write_address, type: u2, if: is_request}
      - {id: write_quantity, type: u2, if: is_request}
      - {id: len_values, type: u1, doc: Bytes.}
      - {id: registers, type: u2, repeat: eos}
    instances:
      len_request_values: {pos: 8, type: u1, if: _io.size >= 11}
      is_request: {value: '_io.size < 11 ? false : len_request_values + 9 == _io.size'}
  fifo_queue:
    seq:
      - {id: pointer_address, type: u2, if: is_request}
      - {id: len_data, type: u2, if: not is_request}
      - {id: num_registers, type: u2, if: not is_request}
      - {id: registers, type: u2, repeat: eos, if: not is_request}
    instances:
      is_request: {value: _io.size == 2}
  encapsulated_interface:
    seq:
      - {id: mei_type, type: u1, enum: mei_type}
      - id: data
        size-eos: true
        type:
          switch-on: mei_type
          cases:
            mei_type::read_device_identification: device_identification
  device_identification:
    seq:
      - {id: read_code, type: u1, enum: read_device_id_code}
      - {id: object_id, type: u1, enum: object_id, if: is_request}
      - {id: conformity_level, type: u1, if: not is_request}
      - {id: more_follows, type: u1, if: not is_request, doc: 0xff if there is more.}
      - {id: next_object_id, type: u1, enum: object_id, if: not is_request}
      - {id: num_objects, type: u1, if: not is_request}
      - {id: objects, type: device_object, repeat: expr, repeat-expr: num_objects, if: not is_request}
    instances:
      is_request: {value: _io.size == 2}
  device_object:
    -webide-representation: "{id} {value:str}"
    seq:
      - {id: id, type: u1, enum: object_id}
      - {id: len_value, type: u1}
      - {id: value, type: str, size: len_value, encoding: ASCII}
enums:
  function:
    1: read_coils
    2: read_discrete_inputs
    3: read_holding_registers
    4: read_input_registers
    5: write_single_coil
    6: write_single_register
    7: read_exception_status
    8: diagnostics
    11: get_comm_event_counter
    12: get_comm_event_log
    15: write_multiple_coils
    16: write_multiple_registers
    17: report_server_id
    20: read_file_record
    21: write_file_record
    22: mask_write_register
    23: read_write_multiple_registers
    24: read_fifo_queue
    43: encapsulated_interface
    128:
      id: exception
      doc: Stands for any function with its top bit set.
  exception_code:
    1: illegal_function
    2: illegal_data_address
    3: illegal_data_value
    4: server_device_failure
    5: acknowledge
    6: server_device_busy
    7: negative_acknowledge
    8: memory_parity_error
    10: gateway_path_unavailable
    11: gateway_target_failed_to_respond
  diagnostics: {
    0: return_query_data, 1: restart_communications, 2: return_diagnostic_register, 3: change_ascii_input_delimiter,
    4: force_listen_only_mode, 10: clear_counters, 11: bus_message_count, 12: bus_communication_error_count,
    13: bus_exception_error_count, 14: server_message_count, 15: server_no_response_count, 16: server_nak_count,
    17: server_busy_count, 18: bus_character_overrun_count, 20: clear_overrun_counter}
  mei_type: {13: canopen_general_reference, 14: read_device_identification}
  read_device_id_code: {1: basic, 2: regular, 3: extended, 4: specific}
  object_id: {
    0: vendor_name, 1: product_code, 2: major_minor_revision, 3: vendor_url, 4: product_name, 5: model_name,
    6: user_application_name}
