# An Ethernet frame: Ethernet II, 802.3 with LLC and SNAP, VLAN tags, MPLS, PPPoE, LLDP.
# Specification: IEEE 802.3, IEEE 802.1Q (tags, spanning tree), IEEE 802.2 (LLC), IEEE 802.1AB (LLDP),
# RFC 3032 (MPLS), RFC 2516 (PPPoE), IANA registry "IEEE 802 Numbers".
meta:
  id: ethernet_frame
  title: Ethernet frame
  license: Apache-2.0
  endian: be
  bit-endian: be
  imports:
    - arp_packet
    - ipv4_packet
    - ipv6_packet
doc: |
  A frame of Ethernet from the destination address on, without preamble and mostly without frame check sequence. It
  begins at the start of its stream.
doc-ref: https://standards.ieee.org/ieee/802.3/
seq:
  - id: destination
    size: 6
    doc: Bit 0 of the first byte says that it is a group of stations, bit 1 that it is locally administered.
  - id: source
    size: 6
  - id: first_type
    type: u2
    enum: ether_type
    doc: The EtherType, the type of a tag, or below 1536 the length of the 802.3 data in bytes.
  - id: tags
    type: vlan_tag
    repeat: until
    repeat-until: not _.is_followed or _io.size - _io.pos < 4
    if: has_tags
  - id: payload
    size: len_payload
    type:
      switch-on: payload_type
      cases:
        'ether_type::llc': llc_frame
        'ether_type::ipv4': ipv4_packet
        'ether_type::arp': arp_packet
        'ether_type::rarp': arp_packet
        'ether_type::ipv6': ipv6_packet
        'ether_type::mpls_unicast': mpls
        'ether_type::mpls_multicast': mpls
        'ether_type::pppoe_discovery': pppoe
        'ether_type::pppoe_session': pppoe
        'ether_type::lldp': lldp
  - id: trailer
    size-eos: true
    if: not _io.eof
    doc: Padding behind 802.3 data.
instances:
  has_tags:
    value: |
      _io.size >= 18 and (first_type == ether_type::customer_vlan_tag or first_type == ether_type::service_vlan_tag
        or first_type == ether_type::vlan_tag_9100)
  type_or_length:
    value: 'has_tags ? tags.last.type_or_length : first_type'
    doc: What counts behind all tags.
  is_length:
    value: type_or_length.to_i < 1536
    doc: Whether it is the length of 802.3 data instead of an EtherType.
  len_left:
    value: '_io.size - 14 - (has_tags ? tags.size * 4 : 0)'
  len_payload:
    value: 'is_length and type_or_length.to_i <= len_left ? type_or_length.to_i : len_left'
  payload_type:
    value: |
      len_payload < (is_length ? 3 : type_or_length == ether_type::ipv4 ? 20
        : type_or_length == ether_type::ipv6 ? 40 : 8) ? ether_type::cut_off
        : is_length ? ether_type::llc : type_or_length
    doc: What the payload is read as; it stays bytes where it is too short.
types:
  vlan_tag:
    -webide-representation: "VLAN {vlan_id:dec}"
    seq:
      - id: priority
        type: b3
        doc: Priority code point, 0 to 7.
      - id: drop_eligible
        type: b1
        doc: The frame may be dropped before others.
      - id: vlan_id
        type: b12
        doc: 0 means priority only.
      - id: type_or_length
        type: u2
        enum: ether_type
        doc: The EtherType, the type of the next tag, or below 1536 the length of the 802.3 data in bytes.
    instances:
      is_followed:
        value: |
          type_or_length == ether_type::customer_vlan_tag or type_or_length == ether_type::service_vlan_tag
            or type_or_length == ether_type::vlan_tag_9100
        doc: Whether another tag comes next.
  llc_frame:
    doc: Logical link control (IEEE 802.2).
    seq:
      - id: destination_sap
        type: u1
        enum: service_access_point
        doc: Bit 0 says that it is a group.
      - id: source_sap
        type: u1
        enum: service_access_point
        doc: Bit 0 says that the frame is a response.
      - id: control
        type: u1
        doc: 3 is unnumbered information.
      - id: control_high
        type: u1
        if: has_control_high
        doc: Second byte of the control field of numbered frames.
      - id: data
        size-eos: true
        type:
          switch-on: data_kind
          cases:
            'service_access_point::snap': snap
            'service_access_point::spanning_tree': spanning_tree
    instances:
      has_control_high:
        value: (control & 3) != 3 and _io.size >= 4
      data_kind:
        value: |
          control == 3 and _io.size >= (destination_sap == service_access_point::snap ? 8 : 7)
            ? destination_sap : service_access_point::null_sap
  snap:
    seq:
      - id: organization
        size: 3
        doc: Whose protocol it is; 00 00 00 if it is an EtherType.
      - id: protocol
        type: u2
        enum: ether_type
      - id: data
        size-eos: true
        type:
          switch-on: data_type
          cases:
            'ether_type::ipv4': ipv4_packet
            'ether_type::arp': arp_packet
            'ether_type::rarp': arp_packet
            'ether_type::ipv6': ipv6_packet
    instances:
      data_type:
        value: |
          (organization == [0, 0, 0] or organization == [0, 0, 0xf8])
            and _io.size - 5 >= (protocol == ether_type::ipv4 ? 20 : protocol == ether_type::ipv6 ? 40 : 8)
            ? protocol : ether_type::cut_off
  spanning_tree:
    doc: Bridge protocol data unit (IEEE 802.1D, 802.1Q).
    seq:
      - id: protocol_identifier
        type: u2
      - id: protocol_version
        type: u1
        enum: spanning_tree_version
      - id: bpdu_type
        type: u1
        enum: bpdu_type
      - id: configuration
        type: spanning_tree_configuration
        if: bpdu_type != bpdu_type::topology_change_notification and _io.size >= 35
      - id: rest
        size-eos: true
        if: not _io.eof
  spanning_tree_configuration:
    seq:
      - id: topology_change_acknowledgment
        type: b1
      - id: agreement
        type: b1
      - id: forwarding
        type: b1
      - id: learning
        type: b1
      - id: port_role
        type: b2
        enum: port_role
      - id: proposal
        type: b1
      - id: topology_change
        type: b1
      - id: root
        type: bridge_identifier
      - id: root_path_cost
        type: u4
      - id: bridge
        type: bridge_identifier
      - id: port_identifier
        type: u2
      - id: message_age
        type: u2
        doc: This time and the following ones are in units of 1/256 s.
      - id: max_age
        type: u2
      - id: hello_time
        type: u2
      - id: forward_delay
        type: u2
  bridge_identifier:
    seq:
      - id: priority
        type: b4
        doc: In units of 4096; lower wins.
      - id: system_id_extension
        type: b12
        doc: Number of the VLAN or of the spanning tree instance.
      - id: address
        size: 6
  mpls:
    seq:
      - id: labels
        type: mpls_label
        repeat: until
        repeat-until: _.bottom_of_stack or _io.size - _io.pos < 4
      - id: payload
        size-eos: true
        type:
          switch-on: payload_version
          cases:
            4: ipv4_packet
            6: ipv6_packet
    instances:
      first_byte:
        pos: labels.size * 4
        type: u1
        if: _io.size >= labels.size * 4 + 20
      payload_version:
        value: |
          _io.size < labels.size * 4 + 20 ? 0 : (first_byte >> 4) == 6 and _io.size < labels.size * 4 + 40 ? 0
            : first_byte >> 4
        doc: The protocol is not told; the first 4 bits of IP packets are their version.
  mpls_label:
    -webide-representation: "{label:dec}"
    seq:
      - id: label
        type: b20
        doc: Below 16 of special meaning.
      - id: traffic_class
        type: b3
      - id: bottom_of_stack
        type: b1
      - id: time_to_live
        type: b8
  lldp:
    doc: Link Layer Discovery Protocol.
    seq:
      - id: tlvs
        type: lldp_tlv
        repeat: until
        repeat-until: _.tlv_type == lldp_tlv_type::end_of_lldpdu or _io.size - _io.pos < 2
      - id: padding
        size-eos: true
        if: not _io.eof
  lldp_tlv:
    -webide-representation: "{tlv_type} {value}"
    seq:
      - id: tlv_type
        type: b7
        enum: lldp_tlv_type
      - id: length
        type: b9
        doc: Length of the value in bytes.
      - id: value
        size: 'length <= _io.size - _io.pos ? length : _io.size - _io.pos'
        type:
          switch-on: tlv_type
          cases:
            'lldp_tlv_type::chassis_id': lldp_identifier
            'lldp_tlv_type::port_id': lldp_identifier
            'lldp_tlv_type::time_to_live': lldp_time_to_live
            'lldp_tlv_type::port_description': lldp_text
            'lldp_tlv_type::system_name': lldp_text
            'lldp_tlv_type::system_description': lldp_text
            'lldp_tlv_type::organizationally_specific': lldp_organizationally_specific
  lldp_identifier:
    seq:
      - id: subtype
        type: u1
        if: _io.size >= 1
        doc: |
          Of a chassis: 1 component, 2 interface alias, 3 port component, 4 MAC address, 5 network address, 6 interface
          name, 7 local. Of a port: 1 interface alias, 2 port component, 3 MAC address, 4 network address, 5 interface
          name, 6 agent circuit, 7 local.
      - id: identifier
        size-eos: true
  lldp_time_to_live:
    seq:
      - id: seconds
        type: u2
        if: _io.size >= 2
  lldp_text:
    seq:
      - id: text
        type: str
        size-eos: true
        encoding: UTF-8
  lldp_organizationally_specific:
    seq:
      - id: organization
        size: 3
        if: _io.size >= 4
      - id: subtype
        type: u1
        if: _io.size >= 4
      - id: information
        size-eos: true
  pppoe:
    doc: PPP over Ethernet.
    seq:
      - id: version
        type: b4
      - id: pppoe_type
        type: b4
      - id: code
        type: u1
        enum: pppoe_code
      - id: session_id
        type: u2
      - id: length
        type: u2
        doc: Length of what follows in bytes.
      - id: payload
        size: 'length <= _io.size - 6 ? length : _io.size - 6'
        type:
          switch-on: 'code == pppoe_code::session_data and _io.size >= 8 and length >= 2'
          cases:
            true: ppp_frame
            _: pppoe_tag_list
      - id: padding
        size-eos: true
        if: not _io.eof
  pppoe_tag_list:
    seq:
      - id: tags
        type: pppoe_tag
        repeat: until
        repeat-until: _io.size - _io.pos < 4
        if: _io.size >= 4
      - id: rest
        size-eos: true
        if: not _io.eof
  pppoe_tag:
    -webide-representation: "{tag_type} {value}"
    seq:
      - id: tag_type
        type: u2
        enum: pppoe_tag_type
      - id: length
        type: u2
      - id: value
        size: 'length <= _io.size - _io.pos ? length : _io.size - _io.pos'
  ppp_frame:
    seq:
      - id: protocol
        type: u2
        enum: ppp_protocol
      - id: data
        size-eos: true
        type:
          switch-on: '_io.size >= (protocol == ppp_protocol::ipv4 ? 22 : 42) ? protocol : ppp_protocol::padding'
          cases:
            'ppp_protocol::ipv4': ipv4_packet
            'ppp_protocol::ipv6': ipv6_packet
enums:
  ether_type:
    0x0600: xns_idp
    0x0800: ipv4
    0x0805: x25_level_3
    0x0806: arp
    0x0842: wake_on_lan
    0x22ea: stream_reservation
    0x22f0: avtp
    0x22f3: trill
    0x6000: dec
    0x6001: dec_mop_dump_load
    0x6002: dec_mop_remote_console
    0x6003: decnet_phase_iv
    0x6004: dec_lat
    0x6558: transparent_ethernet_bridging
    0x8035: rarp
    0x809b: appletalk
    0x80f3: appletalk_arp
    0x8100: customer_vlan_tag
    0x8137: ipx
    0x8204: qnx_qnet
    0x86dd: ipv6
    0x8808: ethernet_flow_control
    0x8809: slow_protocols
    0x880b: ppp
    0x8819: cobranet
    0x8847: mpls_unicast
    0x8848: mpls_multicast
    0x8863: pppoe_discovery
    0x8864: pppoe_session
    0x886d: intel_ans
    0x8870: jumbo_frames
    0x887b: homeplug_1_0
    0x888e: eapol
    0x8892: profinet
    0x889a: hyperscsi
    0x88a2: ata_over_ethernet
    0x88a4: ethercat
    0x88a8: service_vlan_tag
    0x88ab: powerlink
    0x88b5: local_experimental_1
    0x88b6: local_experimental_2
    0x88b7: oui_extended
    0x88b8: goose
    0x88b9: gse_management
    0x88ba: sampled_values
    0x88c7: ieee_802_11_preauthentication
    0x88cc: lldp
    0x88cd: sercos_iii
    0x88dc: wave_short_message
    0x88e1: homeplug_av
    0x88e3: media_redundancy_protocol
    0x88e5: macsec
    0x88e7: backbone_service_tag
    0x88f5: multiple_vlan_registration
    0x88f7: precision_time_protocol
    0x88f8: nc_si
    0x88fb: parallel_redundancy_protocol
    0x8902: connectivity_fault_management
    0x8906: fibre_channel_over_ethernet
    0x8914: fcoe_initialization
    0x8915: roce
    0x891d: tte_protocol_control
    0x892f: high_availability_seamless_redundancy
    0x893a: ieee_1905_1
    0x894f: network_service_header
    0x9000: configuration_testing
    0x9100: vlan_tag_9100
    0xf1c1: redundancy_tag
    0x10000: llc
    0x10001: cut_off
  service_access_point:
    0x00: null_sap
    0x02: llc_sublayer_management
    0x03: llc_sublayer_management_group
    0x04: sna_path_control
    0x06: ip
    0x0e: proway_management
    0x42: spanning_tree
    0x4e: eia_rs_511
    0x7e: iso_8208
    0x8e: proway_active_station_list
    0x98: arp
    0xaa: snap
    0xab: snap_response
    0xe0: netware
    0xf0: netbios
    0xfe: iso_network_layer
    0xff: global
  spanning_tree_version:
    0: spanning_tree
    2: rapid_spanning_tree
    3: multiple_spanning_tree
    4: shortest_path_tree
  bpdu_type:
    0x00: configuration
    0x02: rapid_spanning_tree
    0x80: topology_change_notification
  port_role:
    0: unknown
    1: alternate_or_backup
    2: root
    3: designated
  lldp_tlv_type:
    0: end_of_lldpdu
    1: chassis_id
    2: port_id
    3: time_to_live
    4: port_description
    5: system_name
    6: system_description
    7: system_capabilities
    8: management_address
    127: organizationally_specific
  pppoe_code:
    0x00: session_data
    0x07: padm_offer
    0x09: padi_initiation
    0x19: padr_request
    0x65: pads_session_confirmation
    0xa7: padt_terminate
  pppoe_tag_type:
    0x0000: end_of_list
    0x0101: service_name
    0x0102: ac_name
    0x0103: host_uniq
    0x0104: ac_cookie
    0x0105: vendor_specific
    0x0110: relay_session_id
    0x0120: ppp_max_payload
    0x0201: service_name_error
    0x0202: ac_system_error
    0x0203: generic_error
  ppp_protocol:
    0x0001: padding
    0x0021: ipv4
    0x002b: ipx
    0x0057: ipv6
    0x00fd: compressed_datagram
    0x8021: ipcp
    0x8057: ipv6cp
    0x80fd: ccp
    0xc021: lcp
    0xc023: pap
    0xc025: link_quality_report
    0xc223: chap
    0xc227: eap
