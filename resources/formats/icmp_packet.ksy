# A message of ICMP for IPv4.
# Specification: RFC 792, RFC 950 (address mask), RFC 1191 (path MTU), RFC 1256 (router discovery), RFC 4884
# (extensions), RFC 4950 (MPLS labels), RFC 8335 (extended echo), IANA registry "ICMP Parameters".
meta:
  id: icmp_packet
  title: ICMP message
  license: Apache-2.0
  endian: be
  bit-endian: be
  imports:
    - ipv4_packet
doc: A message of the Internet Control Message Protocol for IPv4. It begins at the start of its stream.
doc-ref: https://www.rfc-editor.org/rfc/rfc792
seq:
  - id: message_type
    type: u1
    enum: message_type
  - id: code
    type: u1
    doc: Says more about the type.
  - id: checksum
    type: u2
    doc: Complement of the ones' complement sum of the message's 16-bit words.
  - id: body
    size-eos: true
    type:
      switch-on: body_type
      cases:
        'message_type::echo_reply': echo
        'message_type::echo': echo
        'message_type::destination_unreachable': destination_unreachable
        'message_type::source_quench': source_quench
        'message_type::redirect': redirect
        'message_type::time_exceeded': time_exceeded
        'message_type::parameter_problem': parameter_problem
        'message_type::router_advertisement': router_advertisement
        'message_type::timestamp': timestamp
        'message_type::timestamp_reply': timestamp
        'message_type::information_request': echo
        'message_type::information_reply': echo
        'message_type::address_mask_request': address_mask
        'message_type::address_mask_reply': address_mask
        'message_type::extended_echo_request': extended_echo_request
        'message_type::extended_echo_reply': extended_echo_reply
instances:
  destination_unreachable_code:
    value: code
    enum: destination_unreachable_code
    if: message_type == message_type::destination_unreachable
  redirect_code:
    value: code
    enum: redirect_code
    if: message_type == message_type::redirect
  time_exceeded_code:
    value: code
    enum: time_exceeded_code
    if: message_type == message_type::time_exceeded
  parameter_problem_code:
    value: code
    enum: parameter_problem_code
    if: message_type == message_type::parameter_problem
  extended_echo_reply_code:
    value: code
    enum: extended_echo_reply_code
    if: message_type == message_type::extended_echo_reply
  body_type:
    value: |
      _io.size >= (message_type == message_type::timestamp or message_type == message_type::timestamp_reply ? 20
        : message_type == message_type::address_mask_request or message_type == message_type::address_mask_reply ? 12
        : 8) ? message_type : message_type::reserved
    doc: What the body is read as; it stays bytes where it is too short.
types:
  echo:
    seq:
      - id: identifier
        type: u2
      - id: sequence_number
        type: u2
      - id: data
        size-eos: true
        doc: Comes back in the reply.
  destination_unreachable:
    seq:
      - id: unused
        type: u1
      - id: length
        type: u1
        doc: Length of the original datagram in units of 4 bytes; 0 if no extensions follow.
      - id: next_hop_mtu
        type: u2
        doc: With the code "fragmentation needed", most bytes that the next hop takes.
      - id: quote
        type: quote(length)
        size-eos: true
  source_quench:
    seq:
      - id: unused
        type: u4
      - id: quote
        type: quote(0)
        size-eos: true
  redirect:
    seq:
      - id: gateway
        type: ipv4_packet::address
        doc: Where packets for this destination should go.
      - id: quote
        type: quote(0)
        size-eos: true
  time_exceeded:
    seq:
      - id: unused
        type: u1
      - id: length
        type: u1
        doc: Length of the original datagram in units of 4 bytes; 0 if no extensions follow.
      - id: unused2
        type: u2
      - id: quote
        type: quote(length)
        size-eos: true
  parameter_problem:
    seq:
      - id: pointer
        type: u1
        doc: With code 0, offset of the byte in the original datagram that is wrong.
      - id: length
        type: u1
        doc: Length of the original datagram in units of 4 bytes; 0 if no extensions follow.
      - id: unused
        type: u2
      - id: quote
        type: quote(length)
        size-eos: true
  quote:
    doc: The beginning of the packet that the message is about.
    params:
      - id: length
        type: u1
    seq:
      - id: original_datagram
        size: len_original
        type:
          switch-on: len_original >= 20
          cases:
            true: ipv4_packet
      - id: extensions
        size-eos: true
        type: extension_structure
        if: _io.size - len_original >= 4
    instances:
      len_original:
        value: 'length == 0 or length * 4 > _io.size ? _io.size : length * 4'
  extension_structure:
    seq:
      - id: version
        type: b4
        doc: 2.
      - id: reserved
        type: b12
      - id: checksum
        type: u2
      - id: objects
        type: extension_object
        repeat: until
        repeat-until: _io.size - _io.pos < 4
        if: _io.size >= 8
  extension_object:
    -webide-representation: "{class_number} {class_type:dec}"
    seq:
      - id: length
        type: u2
        doc: Length of the object with this header in bytes.
      - id: class_number
        type: u1
        enum: extension_class
      - id: class_type
        type: u1
      - id: payload
        size: 'length < 4 ? 0 : length - 4 < _io.size - _io.pos ? length - 4 : _io.size - _io.pos'
        type:
          switch-on: class_number
          cases:
            'extension_class::mpls_label_stack': mpls_label_stack
  mpls_label_stack:
    seq:
      - id: entries
        type: mpls_label
        repeat: expr
        repeat-expr: _io.size / 4
  mpls_label:
    -webide-representation: "{label:dec}"
    seq:
      - id: label
        type: b20
      - id: traffic_class
        type: b3
      - id: bottom_of_stack
        type: b1
      - id: time_to_live
        type: b8
  timestamp:
    doc: Times are milliseconds since midnight UT; the top bit is set where it is some other time.
    seq:
      - id: identifier
        type: u2
      - id: sequence_number
        type: u2
      - id: originate_timestamp
        type: u4
      - id: receive_timestamp
        type: u4
      - id: transmit_timestamp
        type: u4
  address_mask:
    seq:
      - id: identifier
        type: u2
      - id: sequence_number
        type: u2
      - id: address_mask
        type: ipv4_packet::address
  router_advertisement:
    seq:
      - id: num_addresses
        type: u1
      - id: address_entry_size
        type: u1
        doc: Length of an entry in units of 4 bytes, 2.
      - id: lifetime
        type: u2
        doc: How long the addresses hold, in seconds.
      - id: entries
        type: router_address
        repeat: expr
        repeat-expr: |
          address_entry_size != 2 ? 0 : num_addresses * 8 <= _io.size - 4 ? num_addresses : (_io.size - 4) / 8
  router_address:
    -webide-representation: "{address} {preference_level:dec}"
    seq:
      - id: address
        type: ipv4_packet::address
      - id: preference_level
        type: s4
        doc: Higher is better.
  extended_echo_request:
    seq:
      - id: identifier
        type: u2
      - id: sequence_number
        type: u1
      - id: reserved
        type: b7
      - id: local
        type: b1
        doc: The interface asked about is on the node asked, not beside it.
      - id: extensions
        size-eos: true
        type:
          switch-on: _io.size >= 8
          cases:
            true: extension_structure
  extended_echo_reply:
    seq:
      - id: identifier
        type: u2
      - id: sequence_number
        type: u1
      - id: state
        type: b3
        enum: neighbor_state
      - id: reserved
        type: b2
      - id: active
        type: b1
      - id: runs_ipv4
        type: b1
      - id: runs_ipv6
        type: b1
enums:
  message_type:
    0: echo_reply
    3: destination_unreachable
    4: source_quench
    5: redirect
    6: alternate_host_address
    8: echo
    9: router_advertisement
    10: router_solicitation
    11: time_exceeded
    12: parameter_problem
    13: timestamp
    14: timestamp_reply
    15: information_request
    16: information_reply
    17: address_mask_request
    18: address_mask_reply
    30: traceroute
    31: datagram_conversion_error
    32: mobile_host_redirect
    33: ipv6_where_are_you
    34: ipv6_i_am_here
    35: mobile_registration_request
    36: mobile_registration_reply
    37: domain_name_request
    38: domain_name_reply
    39: skip
    40: photuris
    41: seamoby
    42: extended_echo_request
    43: extended_echo_reply
    253: experiment_1
    254: experiment_2
    255: reserved
  destination_unreachable_code:
    0: net_unreachable
    1: host_unreachable
    2: protocol_unreachable
    3: port_unreachable
    4: fragmentation_needed
    5: source_route_failed
    6: destination_network_unknown
    7: destination_host_unknown
    8: source_host_isolated
    9: network_prohibited
    10: host_prohibited
    11: network_unreachable_for_service
    12: host_unreachable_for_service
    13: communication_prohibited
    14: host_precedence_violation
    15: precedence_cutoff
  redirect_code:
    0: network
    1: host
    2: service_and_network
    3: service_and_host
  time_exceeded_code:
    0: time_to_live_exceeded
    1: fragment_reassembly_time_exceeded
  parameter_problem_code:
    0: pointer_indicates_error
    1: missing_option
    2: bad_length
  extended_echo_reply_code:
    0: no_error
    1: malformed_query
    2: no_such_interface
    3: no_such_table_entry
    4: multiple_interfaces
  neighbor_state:
    0: reserved
    1: incomplete
    2: reachable
    3: stale
    4: delay
    5: probe
    6: failed
  extension_class:
    1: mpls_label_stack
    2: interface_information
    3: interface_identification
    4: extended_information
    5: node_identification
