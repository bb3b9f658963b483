# A packet with the pseudo header of Linux "cooked" captures, version 2.
# Specification: tcpdump.org "LINKTYPE_LINUX_SLL2".
meta:
  id: linux_sll2_frame
  title: Linux cooked capture frame, version 2
  license: Apache-2.0
  endian: be
  imports:
    - arp_packet
    - ethernet_frame
    - ipv4_packet
    - ipv6_packet
    - linux_sll_frame
doc: |
  What a capture on a Linux interface without a link layer of its own, or on all interfaces, puts before each packet. It
  begins at the start of its stream.
doc-ref: https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL2.html
seq:
  - id: protocol
    type: u2
    enum: ethernet_frame::ether_type
    doc: An EtherType; 1 means Novell 802.3 without LLC, 4 LLC.
  - id: reserved
    type: u2
  - id: interface_index
    type: u4
    doc: Number of the interface on the machine that captured.
  - id: hardware_type
    type: u2
    enum: linux_sll_frame::hardware_type
    doc: ARPHRD value of the interface.
  - id: packet_type
    type: u1
    enum: linux_sll_frame::packet_type
  - id: address_length
    type: u1
    doc: How many bytes of the address count.
  - id: address
    size: 8
    doc: Link-layer address of the sender, cut off or padded with zeros.
  - id: payload
    size-eos: true
    type:
      switch-on: payload_type
      cases:
        'ethernet_frame::ether_type::ipv4': ipv4_packet
        'ethernet_frame::ether_type::arp': arp_packet
        'ethernet_frame::ether_type::rarp': arp_packet
        'ethernet_frame::ether_type::ipv6': ipv6_packet
        'ethernet_frame::ether_type::llc': ethernet_frame::llc_frame
instances:
  payload_type:
    value: |
      _io.size - 20 >= (protocol == ethernet_frame::ether_type::ipv4 ? 20
        : protocol == ethernet_frame::ether_type::ipv6 ? 40 : 8)
        ? (protocol.to_i == 4 ? ethernet_frame::ether_type::llc : protocol)
        : ethernet_frame::ether_type::cut_off
    doc: What the payload is read as; it stays bytes where it is too short.
