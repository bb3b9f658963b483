# A packet of the Address Resolution Protocol.
# Specification: RFC 826, RFC 903 (reverse ARP), RFC 2390 (inverse ARP), RFC 5227, IANA registry "ARP Parameters".
meta:
  id: arp_packet
  title: ARP packet
  license: Apache-2.0
  endian: be
  imports:
    - ipv4_packet
doc: A packet of the Address Resolution Protocol or of reverse ARP. It begins at the start of its stream.
doc-ref: https://www.rfc-editor.org/rfc/rfc826
seq:
  - id: hardware_type
    type: u2
    enum: hardware_type
  - id: protocol_type
    type: u2
    doc: The EtherType of the protocol whose addresses are resolved, 0x0800 for IPv4.
  - id: hardware_address_length
    type: u1
    doc: In bytes.
  - id: protocol_address_length
    type: u1
    doc: In bytes.
  - id: operation
    type: u2
    enum: operation
  - id: addresses
    type: addresses
    if: has_addresses
  - id: padding
    size-eos: true
    if: not _io.eof
    doc: Bytes behind the packet.
instances:
  has_addresses:
    value: 8 + 2 * (hardware_address_length + protocol_address_length) <= _io.size
    doc: Whether all four addresses are there.
  is_ipv4:
    value: protocol_type == 0x0800 and protocol_address_length == 4
types:
  addresses:
    seq:
      - id: sender_hardware_address
        size: _parent.hardware_address_length
      - id: sender_protocol_address
        size: _parent.protocol_address_length
        type:
          switch-on: _parent.is_ipv4
          cases:
            true: ipv4_packet::address
      - id: target_hardware_address
        size: _parent.hardware_address_length
        doc: Unknown in a request, mostly zeros.
      - id: target_protocol_address
        size: _parent.protocol_address_length
        type:
          switch-on: _parent.is_ipv4
          cases:
            true: ipv4_packet::address
enums:
  operation:
    1: request
    2: reply
    3: reverse_request
    4: reverse_reply
    5: dynamic_reverse_request
    6: dynamic_reverse_reply
    7: dynamic_reverse_error
    8: inverse_request
    9: inverse_reply
    10: nak
    11: mars_request
    12: mars_multi
    13: mars_server
    14: mars_join
    15: mars_leave
    16: mars_nak
    17: mars_unserv
    18: mars_server_join
    19: mars_server_leave
    20: mars_grouplist_request
    21: mars_grouplist_reply
    22: mars_redirect_map
    23: mapos_unarp
    24: experiment_1
    25: experiment_2
  hardware_type:
    1: ethernet
    2: experimental_ethernet
    3: ax25
    4: proteon_pronet
    5: chaos
    6: ieee_802
    7: arcnet
    8: hyperchannel
    9: lanstar
    10: autonet_short_address
    11: localtalk
    12: localnet
    13: ultra_link
    14: smds
    15: frame_relay
    16: atm
    17: hdlc
    18: fibre_channel
    19: atm_19
    20: serial_line
    21: atm_21
    22: mil_std_188_220
    23: metricom
    24: ieee_1394
    25: mapos
    26: twinaxial
    27: eui_64
    28: hiparp
    29: iso_7816_3
    30: arpsec
    31: ipsec_tunnel
    32: infiniband
    33: tia_102_project_25
    34: wiegand_interface
    35: pure_ip
    36: hw_exp1
    37: hfi
    38: unified_bus
    256: hw_exp2
    257: aethernet
