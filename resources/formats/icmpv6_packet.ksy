# A message of ICMP for IPv6, with neighbor discovery and multicast listener discovery.
# Specification: RFC 4443, RFC 4861 (neighbor discovery), RFC 4191 (route information), RFC 8106 (DNS options),
# RFC 2710 and RFC 3810 (MLD), RFC 8335 (extended echo), RFC 4884, IANA registry "ICMPv6 Parameters".
meta:
  id: icmpv6_packet
  title: ICMPv6 message
  license: Apache-2.0
  endian: be
  bit-endian: be
  imports:
    - icmp_packet
    - ipv6_packet
doc: A message of the Internet Control Message Protocol for IPv6. It begins at the start of its stream.
doc-ref: https://www.rfc-editor.org/rfc/rfc4443
seq:
  - id: message_type
    type: u1
    enum: message_type
  - id: code
    type: u1
    doc: Says more about the type.
  - id: checksum
    type: u2
    doc: Over a pseudo header with the IP addresses and the message.
  - id: body
    size-eos: true
    type:
      switch-on: body_type
      cases:
        'message_type::destination_unreachable': quoting_error
        'message_type::packet_too_big': packet_too_big
        'message_type::time_exceeded': quoting_error
        'message_type::parameter_problem': parameter_problem
        'message_type::echo_request': icmp_packet::echo
        'message_type::echo_reply': icmp_packet::echo
        'message_type::multicast_listener_query': multicast_listener_query
        'message_type::multicast_listener_report': multicast_listener
        'message_type::multicast_listener_done': multicast_listener
        'message_type::router_solicitation': router_solicitation
        'message_type::router_advertisement': router_advertisement
        'message_type::neighbor_solicitation': neighbor_solicitation
        'message_type::neighbor_advertisement': neighbor_advertisement
        'message_type::redirect': redirect
        'message_type::multicast_listener_report_v2': multicast_listener_report_v2
        'message_type::extended_echo_request': icmp_packet::extended_echo_request
        'message_type::extended_echo_reply': icmp_packet::extended_echo_reply
instances:
  destination_unreachable_code:
    value: code
    enum: destination_unreachable_code
    if: message_type == message_type::destination_unreachable
  time_exceeded_code:
    value: code
    enum: time_exceeded_code
    if: message_type == message_type::time_exceeded
  parameter_problem_code:
    value: code
    enum: parameter_problem_code
    if: message_type == message_type::parameter_problem
  len_least:
    value: |
      message_type == message_type::redirect ? 40 :
      message_type == message_type::router_advertisement ? 16 :
      message_type == message_type::multicast_listener_query or
      message_type == message_type::multicast_listener_report or
      message_type == message_type::multicast_listener_done or
      message_type == message_type::neighbor_solicitation or
      message_type == message_type::neighbor_advertisement ? 24 : 8
    doc: Length of the fixed part of such a message in bytes.
  body_type:
    value: '_io.size >= len_least ? message_type : message_type::reserved'
    doc: What the body is read as; it stays bytes where it is too short.
types:
  quoting_error:
    seq:
      - id: length
        type: u1
        doc: Length of the original packet in units of 8 bytes; 0 if no extensions follow.
      - id: unused
        size: 3
      - id: quote
        type: quote(length)
        size-eos: true
  packet_too_big:
    seq:
      - id: mtu
        type: u4
        doc: Most bytes that the next hop takes.
      - id: quote
        type: quote(0)
        size-eos: true
  parameter_problem:
    seq:
      - id: pointer
        type: u4
        doc: Offset in the original packet of the byte that is wrong.
      - id: quote
        type: quote(0)
        size-eos: true
  quote:
    doc: The beginning of the packet that the message is about.
    params:
      - id: length
        type: u1
    seq:
      - id: original_packet
        size: len_original
        type:
          switch-on: len_original >= 40
          cases:
            true: ipv6_packet
      - id: extensions
        size-eos: true
        type: icmp_packet::extension_structure
        if: _io.size - len_original >= 4
    instances:
      len_original:
        value: 'length == 0 or length * 8 > _io.size ? _io.size : length * 8'
  multicast_listener:
    seq:
      - id: maximum_response_delay
        type: u2
        doc: In milliseconds.
      - id: reserved
        type: u2
      - id: multicast_address
        size: 16
  multicast_listener_query:
    seq:
      - id: maximum_response_code
        type: u2
        doc: Longest time until the answer in milliseconds; from 32768 on a floating-point number in version 2.
      - id: reserved
        type: u2
      - id: multicast_address
        size: 16
        doc: All zero in a general query.
      - id: version_2
        type: multicast_listener_query_v2
        if: _io.size >= 24
  multicast_listener_query_v2:
    seq:
      - id: flags
        type: b4
      - id: suppress
        type: b1
        doc: Routers leave their timers alone.
      - id: robustness
        type: b3
        doc: Robustness variable of the querier; 0 if it is above 7.
      - id: query_interval_code
        type: u1
        doc: Query interval of the querier in seconds; from 128 on a floating-point number.
      - id: num_sources
        type: u2
      - id: sources
        size: 16
        repeat: expr
        repeat-expr: 'num_sources * 16 <= _io.size - 24 ? num_sources : (_io.size - 24) / 16'
  multicast_listener_report_v2:
    seq:
      - id: flags
        type: u2
      - id: num_records
        type: u2
      - id: records
        type: multicast_record(_io.pos)
        repeat: until
        repeat-until: records.size >= num_records or _io.size - _io.pos < 20
        if: num_records > 0 and _io.size >= 24
  multicast_record:
    -webide-representation: "{record_type} {multicast_address}"
    params:
      - id: ofs_record
        type: u4
        doc: Where in the message the record begins.
    seq:
      - id: record_type
        type: u1
        enum: record_type
      - id: auxiliary_data_length
        type: u1
        doc: In units of 4 bytes.
      - id: num_sources
        type: u2
      - id: multicast_address
        size: 16
      - id: sources
        size: 16
        repeat: expr
        repeat-expr: |
          num_sources * 16 <= _io.size - ofs_record - 20 ? num_sources : (_io.size - ofs_record - 20) / 16
      - id: auxiliary_data
        size: 'auxiliary_data_length * 4 <= _io.size - _io.pos ? auxiliary_data_length * 4 : _io.size - _io.pos'
        if: auxiliary_data_length > 0
  router_solicitation:
    seq:
      - id: reserved
        type: u4
      - id: options
        type: option_list
        size-eos: true
        if: _io.size > 4
  router_advertisement:
    seq:
      - id: current_hop_limit
        type: u1
        doc: 0 if the router says nothing about it.
      - id: managed_address_configuration
        type: b1
        doc: Addresses come from DHCPv6.
      - id: other_configuration
        type: b1
        doc: Other configuration comes from DHCPv6.
      - id: home_agent
        type: b1
      - id: router_preference
        type: b2
        enum: router_preference
      - id: proxy
        type: b1
      - id: snac_router
        type: b1
      - id: reserved
        type: b1
      - id: router_lifetime
        type: u2
        doc: In seconds; 0 if it is no default router.
      - id: reachable_time
        type: u4
        doc: In milliseconds.
      - id: retransmission_timer
        type: u4
        doc: In milliseconds.
      - id: options
        type: option_list
        size-eos: true
        if: _io.size > 12
  neighbor_solicitation:
    seq:
      - id: reserved
        type: u4
      - id: target_address
        size: 16
      - id: options
        type: option_list
        size-eos: true
        if: _io.size > 20
  neighbor_advertisement:
    seq:
      - id: router
        type: b1
      - id: solicited
        type: b1
      - id: override
        type: b1
      - id: reserved
        type: b29
      - id: target_address
        size: 16
      - id: options
        type: option_list
        size-eos: true
        if: _io.size > 20
  redirect:
    seq:
      - id: reserved
        type: u4
      - id: target_address
        size: 16
        doc: The better first hop.
      - id: destination_address
        size: 16
      - id: options
        type: option_list
        size-eos: true
        if: _io.size > 36
  option_list:
    seq:
      - id: items
        type: option
        repeat: until
        repeat-until: _.length == 0 or _io.size - _io.pos < 2
        if: _io.size >= 2
      - id: rest
        size-eos: true
        if: not _io.eof
  option:
    -webide-representation: "{option_type}"
    seq:
      - id: option_type
        type: u1
        enum: option_type
      - id: length
        type: u1
        doc: Length of the whole option in units of 8 bytes.
      - id: data
        size: 'length * 8 - 2 <= _io.size - _io.pos ? length * 8 - 2 : _io.size - _io.pos'
        if: length > 0
        type:
          switch-on: '_io.size - _io.pos >= len_least ? option_type : option_type::reserved'
          cases:
            'option_type::prefix_information': prefix_information
            'option_type::redirected_header': redirected_header
            'option_type::mtu': mtu
            'option_type::route_information': route_information
            'option_type::recursive_dns_server': recursive_dns_server
            'option_type::dns_search_list': dns_search_list
    instances:
      len_least:
        value: 'option_type == option_type::prefix_information ? 30 : 6'
  prefix_information:
    seq:
      - id: prefix_length
        type: u1
        doc: In bits.
      - id: on_link
        type: b1
      - id: autonomous_address_configuration
        type: b1
        doc: Addresses may be made of this prefix.
      - id: router_address
        type: b1
      - id: reserved1
        type: b5
      - id: valid_lifetime
        type: u4
        doc: In seconds; 0xffffffff is for ever.
        if: _io.size >= 30
      - id: preferred_lifetime
        type: u4
        doc: In seconds; 0xffffffff is for ever.
        if: _io.size >= 30
      - id: reserved2
        type: u4
        if: _io.size >= 30
      - id: prefix
        size: 16
        if: _io.size >= 30
  redirected_header:
    seq:
      - id: reserved
        size: 6
      - id: original_packet
        size-eos: true
        type:
          switch-on: _io.size >= 46
          cases:
            true: ipv6_packet
  mtu:
    seq:
      - id: reserved
        type: u2
      - id: mtu
        type: u4
  route_information:
    seq:
      - id: prefix_length
        type: u1
        doc: In bits.
      - id: reserved1
        type: b3
      - id: route_preference
        type: b2
        enum: router_preference
      - id: reserved2
        type: b3
      - id: route_lifetime
        type: u4
        doc: In seconds; 0xffffffff is for ever.
      - id: prefix
        size-eos: true
        doc: As much of the prefix as counts.
  recursive_dns_server:
    seq:
      - id: reserved
        type: u2
      - id: lifetime
        type: u4
        doc: In seconds.
      - id: addresses
        size: 16
        repeat: expr
        repeat-expr: (_io.size - 6) / 16
  dns_search_list:
    seq:
      - id: reserved
        type: u2
      - id: lifetime
        type: u4
        doc: In seconds.
      - id: domain_names
        size-eos: true
        doc: Names as DNS writes them, padded with zeros.
enums:
  message_type:
    1: destination_unreachable
    2: packet_too_big
    3: time_exceeded
    4: parameter_problem
    100: experiment_100
    101: experiment_101
    128: echo_request
    129: echo_reply
    130: multicast_listener_query
    131: multicast_listener_report
    132: multicast_listener_done
    133: router_solicitation
    134: router_advertisement
    135: neighbor_solicitation
    136: neighbor_advertisement
    137: redirect
    138: router_renumbering
    139: node_information_query
    140: node_information_response
    141: inverse_neighbor_discovery_solicitation
    142: inverse_neighbor_discovery_advertisement
    143: multicast_listener_report_v2
    144: home_agent_address_discovery_request
    145: home_agent_address_discovery_reply
    146: mobile_prefix_solicitation
    147: mobile_prefix_advertisement
    148: certification_path_solicitation
    149: certification_path_advertisement
    151: multicast_router_advertisement
    152: multicast_router_solicitation
    153: multicast_router_termination
    154: fmipv6
    155: rpl_control
    157: duplicate_address_request
    158: duplicate_address_confirmation
    159: mpl_control
    160: extended_echo_request
    161: extended_echo_reply
    200: experiment_200
    201: experiment_201
    255: reserved
  destination_unreachable_code:
    0: no_route
    1: administratively_prohibited
    2: beyond_scope_of_source_address
    3: address_unreachable
    4: port_unreachable
    5: source_address_failed_policy
    6: reject_route
    7: error_in_source_routing_header
    8: headers_too_long
  time_exceeded_code:
    0: hop_limit_exceeded
    1: fragment_reassembly_time_exceeded
  parameter_problem_code:
    0: erroneous_header_field
    1: unrecognized_next_header
    2: unrecognized_ipv6_option
    3: incomplete_header_chain
  router_preference:
    0: medium
    1: high
    2: reserved
    3: low
  record_type:
    1: mode_is_include
    2: mode_is_exclude
    3: change_to_include_mode
    4: change_to_exclude_mode
    5: allow_new_sources
    6: block_old_sources
  option_type:
    0: reserved
    1: source_link_layer_address
    2: target_link_layer_address
    3: prefix_information
    4: redirected_header
    5: mtu
    7: advertisement_interval
    8: home_agent_information
    9: source_address_list
    10: target_address_list
    11: cga
    12: rsa_signature
    13: timestamp
    14: nonce
    17: ip_address_prefix
    23: map
    24: route_information
    25: recursive_dns_server
    26: ra_flags_extension
    31: dns_search_list
    33: address_registration
    34: sixlowpan_context
    37: captive_portal
    38: pref64
