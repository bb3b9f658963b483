# One SCTP packet, the payload of an IP datagram of protocol 132.
# Specification: RFC 9260, with the chunks of RFC 3758, 4895, 5061, 6525, 8260.
meta:
  id: sctp_packet
  title: SCTP packet
  xref:
    rfc: 9260
  license: Apache-2.0
  endian: be
doc: |
  A header and chunks, each padded to a multiple of four bytes.
doc-ref: https://www.rfc-editor.org/rfc/rfc9260
seq:
  - {id: source_port, type: u2}
  - {id: destination_port, type: u2}
  - {id: verification_tag, type: u4, doc: Chosen by the receiver.}
  - {id: checksum, type: u4le, doc: CRC-32C of the packet with this field 0.}
  - {id: chunks, type: chunk, repeat: eos}
types:
  chunk:
    -webide-representation: "{type} {length:dec}"
    seq:
      - {id: type, type: u1, enum: chunk_type}
      - {id: flags, type: u1}
      - {id: length, type: u2, doc: Bytes with this header and without the padding.}
      - id: value
        size: 'length > 4 ? length - 4 : 0'
        if: length > 4
        type:
          switch-on: type
          cases:
            chunk_type::data: data
            chunk_type::init: init
            chunk_type::init_ack: init
            chunk_type::sack: sack
            chunk_type::heartbeat: parameters
            chunk_type::heartbeat_ack: parameters
            chunk_type::abort: causes
            chunk_type::shutdown: shutdown
            chunk_type::error: causes
            chunk_type::ecne: lowest_tsn
            chunk_type::cwr: lowest_tsn
            chunk_type::auth: auth
            chunk_type::i_data: i_data
            chunk_type::asconf_ack: asconf_ack
            chunk_type::re_config: parameters
            chunk_type::forward_tsn: forward_tsn
            chunk_type::asconf: asconf
      - {id: padding, size: (4 - length % 4) % 4, if: _io.size - _io.pos >= (4 - length % 4) % 4}
    instances:
      unordered: {value: (flags & 4) != 0, if: type == chunk_type::data or type == chunk_type::i_data}
      beginning: {value: (flags & 2) != 0, if: type == chunk_type::data or type == chunk_type::i_data}
      ending: {value: (flags & 1) != 0, if: type == chunk_type::data or type == chunk_type::i_data}
  data:
    -webide-representation: "{tsn:dec} {stream_id:dec}"
    seq:
      - {id: tsn, type: u4}
      - {id: stream_id, type: u2}
      - {id: stream_sequence, type: u2}
      - {id: payload_protocol, type: u4}
      - {id: data, size-eos: true}
  i_data:
    seq:
      - {id: tsn, type: u4}
      - {id: stream_id, type: u2}
      - {id: reserved, type: u2}
      - {id: message_id, type: u4}
      - id: payload_protocol_or_fragment
        type: u4
        doc: Payload protocol in the first fragment, number of the fragment in others.
      - {id: data, size-eos: true}
  init:
    seq:
      - {id: initiate_tag, type: u4}
      - {id: receiver_window, type: u4, doc: Bytes.}
      - {id: num_outbound_streams, type: u2}
      - {id: num_inbound_streams, type: u2}
      - {id: initial_tsn, type: u4}
      - {id: parameters, type: parameter, repeat: eos}
  sack:
    seq:
      - {id: cumulative_tsn, type: u4}
      - {id: receiver_window, type: u4, doc: Bytes.}
      - {id: num_gaps, type: u2}
      - {id: num_duplicates, type: u2}
      - {id: gaps, type: gap, repeat: expr, repeat-expr: num_gaps}
      - {id: duplicates, type: u4, repeat: expr, repeat-expr: num_duplicates}
  gap:
    -webide-representation: "{start:dec} {end:dec}"
    seq:
      - {id: start, type: u2, doc: Counted from the cumulative TSN.}
      - {id: end, type: u2}
  shutdown:
    seq:
      - {id: cumulative_tsn, type: u4}
  lowest_tsn:
    seq:
      - {id: tsn, type: u4}
  forward_tsn:
    seq:
      - {id: new_cumulative_tsn, type: u4}
      - {id: streams, type: skipped_stream, repeat: eos}
  skipped_stream:
    seq:
      - {id: stream_id, type: u2}
      - {id: stream_sequence, type: u2}
  auth:
    seq:
      - {id: shared_key_id, type: u2}
      - {id: hmac_id, type: u2, doc: 1 is SHA-1 and 3 SHA-256.}
      - {id: hmac, size-eos: true}
  asconf:
    seq:
      - {id: serial, type: u4}
      - {id: parameters, type: parameter, repeat: eos}
  asconf_ack:
    seq:
      - {id: serial, type: u4}
      - {id: parameters, type: parameter, repeat: eos}
  parameters:
    seq:
      - {id: parameters, type: parameter, repeat: eos}
  parameter:
    -webide-representation: "{type} {length:dec}"
    seq:
      - {id: type, type: u2, enum: parameter_type}
      - {id: length, type: u2, doc: Bytes with this header and without the padding.}
      - {id: value, size: 'length > 4 ? length - 4 : 0'}
      - {id: padding, size: (4 - length % 4) % 4, if: _io.size - _io.pos >= (4 - length % 4) % 4}
  causes:
    seq:
      - {id: causes, type: cause, repeat: eos}
  cause:
    -webide-representation: "{code} {length:dec}"
    seq:
      - {id: code, type: u2, enum: cause_code}
      - {id: length, type: u2}
      - {id: value, size: 'length > 4 ? length - 4 : 0'}
      - {id: padding, size: (4 - length % 4) % 4, if: _io.size - _io.pos >= (4 - length % 4) % 4}
enums:
  chunk_type: {
    0: data, 1: init, 2: init_ack, 3: sack, 4: heartbeat, 5: heartbeat_ack, 6: abort, 7: shutdown, 8: shutdown_ack,
    9: error, 10: cookie_echo, 11: cookie_ack, 12: ecne, 13: cwr, 14: shutdown_complete, 15: auth, 64: i_data,
    128: asconf_ack, 130: re_config, 132: pad, 192: forward_tsn, 193: asconf, 194: i_forward_tsn}
  parameter_type: {
    1: heartbeat_info, 5: ipv4_address, 6: ipv6_address, 7: state_cookie, 8: unrecognized_parameter,
    9: cookie_preservative, 11: host_name_address, 12: supported_address_types, 13: outgoing_ssn_reset_request,
    14: incoming_ssn_reset_request, 15: ssn_tsn_reset_request, 16: re_configuration_response,
    17: add_outgoing_streams_request, 18: add_incoming_streams_request, 0x8000: ecn_capable, 0x8002: random,
    0x8003: chunk_list, 0x8004: requested_hmac_algorithms, 0x8005: padding, 0x8008: supported_extensions,
    0xc000: forward_tsn_supported, 0xc001: add_ip_address, 0xc002: delete_ip_address,
    0xc003: error_cause_indication, 0xc004: set_primary_address, 0xc005: success_indication,
    0xc006: adaptation_layer_indication}
  cause_code: {
    1: invalid_stream_identifier, 2: missing_mandatory_parameter, 3: stale_cookie, 4: out_of_resource,
    5: unresolvable_address, 6: unrecognized_chunk_type, 7: invalid_mandatory_parameter,
    8: unrecognized_parameters, 9: no_user_data, 10: cookie_received_while_shutting_down,
    11: restart_with_new_addresses, 12: user_initiated_abort, 13: protocol_violation}
