# An IPv4 packet, with its options and what it carries.
# Specification: RFC 791 (packet), RFC 2474 and RFC 3168 (DSCP, ECN), RFC 2113 (router alert), RFC 1108, RFC 4303 (ESP),
# IANA registries "Protocol Numbers" and "IP Option Numbers".
meta:
  id: ipv4_packet
  title: IPv4 packet
  license: Apache-2.0
  endian: be
  bit-endian: be
  imports:
    - icmp_packet
    - icmpv6_packet
    - igmp_packet
    - ipv6_packet
    - tcp_segment
    - udp_datagram
doc: |
  A packet of the Internet Protocol, version 4. It begins at the start of its stream; bytes behind its total length
  (padding of the link layer) are kept apart.
doc-ref: https://www.rfc-editor.org/rfc/rfc791
seq:
  - id: version
    type: b4
    doc: 4.
  - id: header_length
    type: b4
    doc: Length of the header with its options in units of 4 bytes, at least 5.
  - id: dscp
    type: b6
    enum: dscp
    doc: Differentiated services code point.
  - id: ecn
    type: b2
    enum: ecn
    doc: Explicit congestion notification.
  - id: total_length
    type: u2
    doc: Length of header and body in bytes; 0 in captures of packets that the network card has yet to split.
  - id: identification
    type: u2
    doc: Common to all fragments of one packet.
  - id: reserved_flag
    type: b1
  - id: dont_fragment
    type: b1
  - id: more_fragments
    type: b1
  - id: fragment_offset
    type: b13
    doc: Place of the body in the unfragmented one, in units of 8 bytes.
  - id: time_to_live
    type: u1
  - id: protocol
    type: u1
    enum: ip_protocol
    doc: What the body is.
  - id: header_checksum
    type: u2
    doc: Complement of the ones' complement sum of the header's 16-bit words.
  - id: source
    type: address
  - id: destination
    type: address
  - id: options
    size: len_options
    type: option_list
    if: len_options > 0
  - id: body
    size: len_body
    type:
      switch-on: body_protocol
      cases:
        'ip_protocol::icmp': icmp_packet
        'ip_protocol::igmp': igmp_packet
        'ip_protocol::ipv4': ipv4_packet
        'ip_protocol::tcp': tcp_segment
        'ip_protocol::udp': udp_datagram
        'ip_protocol::ipv6': ipv6_packet
        'ip_protocol::gre': gre
        'ip_protocol::esp': encapsulating_security_payload
        'ip_protocol::ipv6_icmp': icmpv6_packet
  - id: padding
    size-eos: true
    if: not _io.eof
    doc: Bytes behind the packet.
instances:
  len_options:
    value: 'header_length <= 5 ? 0 : header_length * 4 <= _io.size ? header_length * 4 - 20 : _io.size - 20'
    doc: Length of the options in bytes, as far as they are there.
  len_left:
    value: _io.size - 20 - len_options
    doc: Number of bytes behind the options.
  len_body:
    value: |
      total_length < 20 + len_options or total_length - 20 - len_options > len_left
        ? len_left : total_length - 20 - len_options
    doc: Length of the body in bytes, as far as it is there.
  body_protocol:
    value: |
      fragment_offset == 0 and len_body >= (protocol == ip_protocol::tcp or protocol == ip_protocol::ipv4 ? 20
        : protocol == ip_protocol::ipv6 ? 40 : protocol == ip_protocol::gre ? 4 : 8)
        ? protocol : ip_protocol::reserved
    doc: What the body is read as; later fragments and bodies cut off too early stay bytes.
types:
  address:
    doc: An IPv4 address.
    to-string: f"{octets[0]}.{octets[1]}.{octets[2]}.{octets[3]}"
    seq:
      - id: octets
        size: 4
  option_list:
    seq:
      - id: items
        type: option
        repeat: until
        repeat-until: _.option_type == option_type::end_of_options or _io.eof
      - id: padding
        size-eos: true
        if: not _io.eof
  option:
    -webide-representation: "{option_type}"
    seq:
      - id: option_type
        type: u1
        enum: option_type
        doc: Bit 7 says that fragments have the option too, bits 6 and 5 are its class, the others its number.
      - id: length
        type: u1
        if: has_length and not _io.eof
        doc: Length of the whole option in bytes.
      - id: data
        size: 'length - 2 < _io.size - _io.pos ? length - 2 : _io.size - _io.pos'
        if: has_length and not _io.eof and length > 2
        type:
          switch-on: option_type
          cases:
            'option_type::record_route': route
            'option_type::loose_source_route': route
            'option_type::strict_source_route': route
            'option_type::timestamp': timestamps
            'option_type::router_alert': router_alert
    instances:
      has_length:
        value: option_type != option_type::end_of_options and option_type != option_type::no_operation
      copied:
        value: (option_type.to_i & 0x80) != 0
        doc: Whether the option is in every fragment.
      option_class:
        value: (option_type.to_i >> 5) & 3
        enum: option_class
      option_number:
        value: option_type.to_i & 0x1f
  route:
    seq:
      - id: pointer
        type: u1
        doc: Where in the option the next address is, counted from 1; the least is 4.
      - id: addresses
        type: address
        repeat: expr
        repeat-expr: (_io.size - 1) / 4
  timestamps:
    seq:
      - id: pointer
        type: u1
        doc: Where in the option the next entry goes, counted from 1; the least is 5.
      - id: flags
        type: timestamp_flags
        if: _io.size >= 2
      - id: timestamps
        type: u4
        repeat: expr
        repeat-expr: (_io.size - 2) / 4
        if: _io.size >= 2 and flags.kind == timestamp_kind::timestamps_only
        doc: Milliseconds since midnight UT; the top bit is set where it is some other time.
      - id: entries
        type: timestamp_entry
        repeat: expr
        repeat-expr: (_io.size - 2) / 8
        if: _io.size >= 2 and flags.kind != timestamp_kind::timestamps_only
  timestamp_flags:
    seq:
      - id: overflow
        type: b4
        doc: How many nodes found no room for their timestamp.
      - id: kind
        type: b4
        enum: timestamp_kind
  timestamp_entry:
    -webide-representation: "{address} {timestamp:dec}"
    seq:
      - id: address
        type: address
      - id: timestamp
        type: u4
        doc: Milliseconds since midnight UT; the top bit is set where it is some other time.
  router_alert:
    seq:
      - id: value
        type: u2
        if: _io.size >= 2
        doc: 0 asks every router to look at the packet.
  encapsulating_security_payload:
    seq:
      - id: security_parameters_index
        type: u4
      - id: sequence_number
        type: u4
      - id: encrypted_data
        size-eos: true
        doc: Payload, padding and trailer, mostly encrypted, and the integrity check value.
  gre:
    doc: Generic Routing Encapsulation (RFC 2784, RFC 2890).
    seq:
      - id: checksum_present
        type: b1
      - id: routing_present
        type: b1
      - id: key_present
        type: b1
      - id: sequence_number_present
        type: b1
      - id: reserved
        type: b9
      - id: version
        type: b3
      - id: protocol_type
        type: u2
        doc: An EtherType.
      - id: checksum
        type: u2
        if: is_standard and checksum_present
      - id: reserved1
        type: u2
        if: is_standard and checksum_present
      - id: key
        type: u4
        if: is_standard and key_present
      - id: sequence_number
        type: u4
        if: is_standard and sequence_number_present
      - id: payload
        size-eos: true
        type:
          switch-on: payload_type
          cases:
            0x0800: ipv4_packet
            0x86dd: ipv6_packet
    instances:
      is_standard:
        value: version == 0 and not routing_present and _io.size >= 16
      len_header:
        value: |
          not is_standard ? 4 : 4 + (checksum_present ? 4 : 0) + (key_present ? 4 : 0)
            + (sequence_number_present ? 4 : 0)
      payload_type:
        value: |
          is_standard and _io.size - len_header >= (protocol_type == 0x0800 ? 20 : 40) ? protocol_type : 0
enums:
  dscp:
    0: cs0
    1: le
    8: cs1
    10: af11
    12: af12
    14: af13
    16: cs2
    18: af21
    20: af22
    22: af23
    24: cs3
    26: af31
    28: af32
    30: af33
    32: cs4
    34: af41
    36: af42
    38: af43
    40: cs5
    44: voice_admit
    45: nqb
    46: ef
    48: cs6
    56: cs7
  ecn:
    0: not_ect
    1: ect_1
    2: ect_0
    3: congestion_experienced
  option_class:
    0: control
    1: reserved_1
    2: debugging_and_measurement
    3: reserved_3
  option_type:
    0: end_of_options
    1: no_operation
    7: record_route
    10: experimental_measurement
    11: mtu_probe
    12: mtu_reply
    15: encode
    25: quick_start
    30: experiment_30
    68: timestamp
    82: traceroute
    94: experiment_94
    130: security
    131: loose_source_route
    133: extended_security
    134: commercial_security
    136: stream_id
    137: strict_source_route
    142: experimental_access_control
    144: imi_traffic_descriptor
    145: extended_internet_protocol
    147: address_extension
    148: router_alert
    149: selective_directed_broadcast
    151: dynamic_packet_state
    152: upstream_multicast
    158: experiment_158
    222: experiment_222
  timestamp_kind:
    0: timestamps_only
    1: addresses_and_timestamps
    3: prespecified_addresses
  ip_protocol:
    0: ipv6_hop_by_hop_options
    1: icmp
    2: igmp
    3: ggp
    4: ipv4
    5: stream
    6: tcp
    7: cbt
    8: egp
    9: igp
    12: pup
    17: udp
    20: hmp
    22: xns_idp
    27: rdp
    29: iso_tp4
    33: dccp
    36: xtp
    37: ddp
    41: ipv6
    43: ipv6_routing
    44: ipv6_fragment
    45: idrp
    46: rsvp
    47: gre
    48: dsr
    50: esp
    51: ah
    54: narp
    55: min_ipv4
    57: skip
    58: ipv6_icmp
    59: ipv6_no_next_header
    60: ipv6_destination_options
    73: cphb
    80: iso_ip
    81: vmtp
    85: nsfnet_igp
    88: eigrp
    89: ospf
    92: mtp
    93: ax25
    94: ipip
    97: etherip
    98: encap
    103: pim
    108: ipcomp
    111: ipx_in_ip
    112: vrrp
    113: pgm
    115: l2tp
    124: isis_over_ipv4
    132: sctp
    133: fibre_channel
    134: rsvp_e2e_ignore
    135: mobility_header
    136: udp_lite
    137: mpls_in_ip
    138: manet
    139: hip
    140: shim6
    141: wesp
    142: rohc
    143: ethernet
    144: aggfrag
    145: nsh
    253: experiment_253
    254: experiment_254
    255: reserved
