# An IPv6 packet, with its extension headers and what it carries.
# Specification: RFC 8200 (packet, extension headers), RFC 4302 (AH), RFC 6275 (mobility), RFC 8754 (segment routing),
# RFC 2675 (jumbo payload), RFC 2711 (router alert), IANA "Internet Protocol Version 6 (IPv6) Parameters".
meta:
  id: ipv6_packet
  title: IPv6 packet
  license: Apache-2.0
  endian: be
  bit-endian: be
  imports:
    - icmp_packet
    - icmpv6_packet
    - ipv4_packet
    - tcp_segment
    - udp_datagram
doc: |
  A packet of the Internet Protocol, version 6. It begins at the start of its stream; bytes behind its payload (padding
  of the link layer) are kept apart.
doc-ref: https://www.rfc-editor.org/rfc/rfc8200
seq:
  - id: version
    type: b4
    doc: 6.
  - id: dscp
    type: b6
    enum: ipv4_packet::dscp
    doc: Differentiated services code point, the upper part of the traffic class.
  - id: ecn
    type: b2
    enum: ipv4_packet::ecn
    doc: Explicit congestion notification, the lower part of the traffic class.
  - id: flow_label
    type: b20
  - id: payload_length
    type: u2
    doc: Length in bytes of all that follows this header; 0 with a jumbo payload option.
  - id: next_header
    type: u1
    enum: ipv4_packet::ip_protocol
  - id: hop_limit
    type: u1
  - id: source
    size: 16
  - id: destination
    size: 16
  - id: payload
    size: len_payload
    type: payload(next_header)
  - id: padding
    size-eos: true
    if: not _io.eof
    doc: Bytes behind the packet.
instances:
  len_payload:
    value: 'payload_length == 0 or payload_length > _io.size - 40 ? _io.size - 40 : payload_length'
    doc: Length of the payload in bytes, as far as it is there.
types:
  payload:
    params:
      - id: first_header
        type: u1
        enum: ipv4_packet::ip_protocol
    seq:
      - id: extension_headers
        type: 'extension_header(_index == 0 ? first_header : extension_headers[_index - 1].next_header)'
        repeat: until
        repeat-until: not _.is_followed or _io.size - _io.pos < 8
        if: has_extension_headers
      - id: body
        size-eos: true
        type:
          switch-on: '_io.size - _io.pos >= len_least ? body_protocol : ipv4_packet::ip_protocol::reserved'
          cases:
            'ipv4_packet::ip_protocol::icmp': icmp_packet
            'ipv4_packet::ip_protocol::ipv4': ipv4_packet
            'ipv4_packet::ip_protocol::tcp': tcp_segment
            'ipv4_packet::ip_protocol::udp': udp_datagram
            'ipv4_packet::ip_protocol::ipv6': ipv6_packet
            'ipv4_packet::ip_protocol::gre': ipv4_packet::gre
            'ipv4_packet::ip_protocol::esp': ipv4_packet::encapsulating_security_payload
            'ipv4_packet::ip_protocol::ipv6_icmp': icmpv6_packet
    instances:
      has_extension_headers:
        value: |
          _io.size >= 8 and (first_header == ipv4_packet::ip_protocol::ipv6_hop_by_hop_options
            or first_header == ipv4_packet::ip_protocol::ipv6_routing
            or first_header == ipv4_packet::ip_protocol::ipv6_fragment
            or first_header == ipv4_packet::ip_protocol::ah
            or first_header == ipv4_packet::ip_protocol::ipv6_destination_options
            or first_header == ipv4_packet::ip_protocol::mobility_header
            or first_header == ipv4_packet::ip_protocol::hip
            or first_header == ipv4_packet::ip_protocol::shim6)
      body_protocol:
        value: |
          not has_extension_headers ? first_header
            : extension_headers.last.is_later_fragment ? ipv4_packet::ip_protocol::reserved
            : extension_headers.last.next_header
        doc: What the body is read as; later fragments and bodies cut off too early stay bytes.
      len_least:
        value: |
          body_protocol == ipv4_packet::ip_protocol::tcp or body_protocol == ipv4_packet::ip_protocol::ipv4 ? 20
            : body_protocol == ipv4_packet::ip_protocol::ipv6 ? 40
            : body_protocol == ipv4_packet::ip_protocol::gre ? 4 : 8
        doc: Length of the fixed header of the body in bytes.
  extension_header:
    -webide-representation: "{header_type} next {next_header}"
    params:
      - id: header_type
        type: u1
        enum: ipv4_packet::ip_protocol
    seq:
      - id: next_header
        type: u1
        enum: ipv4_packet::ip_protocol
      - id: header_length
        type: u1
        doc: |
          Length of this header without its first 8 bytes in units of 8 bytes; of an authentication header: in units of
          4 bytes; reserved in a fragment header.
      - id: content
        size: 'len_content < _io.size - _io.pos ? len_content : _io.size - _io.pos'
        type:
          switch-on: header_type
          cases:
            'ipv4_packet::ip_protocol::ipv6_hop_by_hop_options': option_list
            'ipv4_packet::ip_protocol::ipv6_destination_options': option_list
            'ipv4_packet::ip_protocol::ipv6_routing': routing_header
            'ipv4_packet::ip_protocol::ipv6_fragment': fragment_header
            'ipv4_packet::ip_protocol::ah': authentication_header
            'ipv4_packet::ip_protocol::mobility_header': mobility_header
    instances:
      len_content:
        value: |
          header_type == ipv4_packet::ip_protocol::ipv6_fragment ? 6
            : header_type == ipv4_packet::ip_protocol::ah ? header_length * 4 + 6 : header_length * 8 + 6
      is_later_fragment:
        value: |
          header_type == ipv4_packet::ip_protocol::ipv6_fragment and content.as<fragment_header>.fragment_offset != 0
      is_followed:
        value: |
          not is_later_fragment and (next_header == ipv4_packet::ip_protocol::ipv6_hop_by_hop_options
            or next_header == ipv4_packet::ip_protocol::ipv6_routing
            or next_header == ipv4_packet::ip_protocol::ipv6_fragment
            or next_header == ipv4_packet::ip_protocol::ah
            or next_header == ipv4_packet::ip_protocol::ipv6_destination_options
            or next_header == ipv4_packet::ip_protocol::mobility_header
            or next_header == ipv4_packet::ip_protocol::hip
            or next_header == ipv4_packet::ip_protocol::shim6)
        doc: Whether another extension header comes next.
  option_list:
    seq:
      - id: options
        type: option
        repeat: eos
  option:
    -webide-representation: "{option_type} {length:dec}"
    seq:
      - id: option_type
        type: u1
        enum: option_type
        doc: |
          Bits 7 and 6 say what a node does that does not know the option, bit 5 that the data may change on the way.
      - id: length
        type: u1
        if: option_type != option_type::pad1 and not _io.eof
        doc: Length of the data in bytes.
      - id: data
        size: 'length < _io.size - _io.pos ? length : _io.size - _io.pos'
        if: option_type != option_type::pad1 and not _io.eof
        type:
          switch-on: 'length == 2 and option_type == option_type::router_alert ? 2 :
            length == 4 and option_type == option_type::jumbo_payload ? 4 : 0'
          cases:
            2: router_alert
            4: jumbo_payload
    instances:
      if_unknown:
        value: option_type.to_i >> 6
        enum: unknown_action
      may_change:
        value: (option_type.to_i & 0x20) != 0
        doc: Whether the data may change on the way to the destination.
  router_alert:
    seq:
      - id: value
        type: u2
        enum: router_alert
        if: _io.size >= 2
  jumbo_payload:
    seq:
      - id: jumbo_payload_length
        type: u4
        if: _io.size >= 4
        doc: Length of the packet without the IPv6 header in bytes.
  routing_header:
    seq:
      - id: routing_type
        type: u1
        enum: routing_type
      - id: segments_left
        type: u1
        doc: How many of the nodes listed are still to be visited.
      - id: data
        size-eos: true
        type:
          switch-on: '_io.size >= 6 ? routing_type : routing_type::reserved'
          cases:
            'routing_type::source_route': address_list
            'routing_type::type_2': address_list
            'routing_type::segment_routing': segment_routing
  address_list:
    seq:
      - id: reserved
        type: u4
      - id: addresses
        size: 16
        repeat: expr
        repeat-expr: (_io.size - 4) / 16
  segment_routing:
    seq:
      - id: last_entry
        type: u1
        doc: Index of the last segment in the list, counted from 0.
      - id: flags
        type: u1
      - id: tag
        type: u2
      - id: segments
        size: 16
        repeat: expr
        repeat-expr: '(last_entry + 1) * 16 <= _io.size - 4 ? last_entry + 1 : (_io.size - 4) / 16'
        doc: From the last one of the path to the first.
      - id: tlvs
        type: segment_routing_tlv
        repeat: eos
  segment_routing_tlv:
    seq:
      - id: tlv_type
        type: u1
        doc: 0 is Pad1, 4 PadN, 5 HMAC.
      - id: length
        type: u1
        if: tlv_type != 0 and not _io.eof
      - id: value
        size: 'length < _io.size - _io.pos ? length : _io.size - _io.pos'
        if: tlv_type != 0 and not _io.eof
  fragment_header:
    seq:
      - id: fragment_offset
        type: b13
        doc: Place of the fragment in the unfragmented part, in units of 8 bytes.
      - id: reserved
        type: b2
      - id: more_fragments
        type: b1
      - id: identification
        type: u4
        doc: Common to all fragments of one packet.
  authentication_header:
    seq:
      - id: reserved
        type: u2
      - id: security_parameters_index
        type: u4
        if: _io.size >= 6
      - id: sequence_number
        type: u4
        if: _io.size >= 10
      - id: integrity_check_value
        size-eos: true
  mobility_header:
    seq:
      - id: message_type
        type: u1
        enum: mobility_message
      - id: reserved
        type: u1
      - id: checksum
        type: u2
      - id: message_data
        size-eos: true
enums:
  unknown_action:
    0: skip
    1: discard
    2: discard_and_report
    3: discard_and_report_if_unicast
  option_type:
    0x00: pad1
    0x01: padn
    0x04: tunnel_encapsulation_limit
    0x05: router_alert
    0x07: calipso
    0x08: smf_dpd
    0x0f: pdm
    0x1e: experiment_1e
    0x23: rpl_option
    0x26: quick_start
    0x30: path_mtu_record
    0x31: ioam_destination
    0x32: ioam_hop_by_hop
    0x63: rpl_option_deprecated
    0x6d: mpl
    0x8b: ilnp_nonce
    0x8c: line_identification
    0xc2: jumbo_payload
    0xc9: home_address
  router_alert:
    0: mld
    1: rsvp
    2: active_networks
  routing_type:
    0: source_route
    1: nimrod
    2: type_2
    3: rpl_source_route
    4: segment_routing
    5: crh_16
    6: crh_32
    253: experiment_1
    254: experiment_2
    255: reserved
  mobility_message:
    0: binding_refresh_request
    1: home_test_init
    2: care_of_test_init
    3: home_test
    4: care_of_test
    5: binding_update
    6: binding_acknowledgement
    7: binding_error
    8: fast_binding_update
    9: fast_binding_acknowledgment
    12: home_agent_switch
    13: heartbeat
    16: binding_revocation
