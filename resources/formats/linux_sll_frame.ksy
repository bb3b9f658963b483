# A packet with the pseudo header of Linux "cooked" captures, version 1.
# Specification: tcpdump.org "LINKTYPE_LINUX_SLL".
meta:
  id: linux_sll_frame
  title: Linux cooked capture frame
  license: Apache-2.0
  endian: be
  imports:
    - arp_packet
    - ethernet_frame
    - ipv4_packet
    - ipv6_packet
doc: |
  What a capture on a Linux interface without a link layer of its own, or on all interfaces, puts before each packet. It
  begins at the start of its stream.
doc-ref: https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL.html
seq:
  - id: packet_type
    type: u2
    enum: packet_type
  - id: hardware_type
    type: u2
    enum: hardware_type
    doc: ARPHRD value of the interface.
  - id: address_length
    type: u2
    doc: How many bytes of the address count.
  - id: address
    size: 8
    doc: Link-layer address of the sender, cut off or padded with zeros.
  - id: protocol
    type: u2
    enum: ethernet_frame::ether_type
    doc: An EtherType; 1 means Novell 802.3 without LLC, 4 LLC.
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
      _io.size - 16 >= (protocol == ethernet_frame::ether_type::ipv4 ? 20
        : protocol == ethernet_frame::ether_type::ipv6 ? 40 : 8)
        ? (protocol.to_i == 4 ? ethernet_frame::ether_type::llc : protocol)
        : ethernet_frame::ether_type::cut_off
    doc: What the payload is read as; it stays bytes where it is too short.
enums:
  packet_type:
    0: to_us
    1: broadcast
    2: multicast
    3: to_someone_else
    4: from_us
  hardware_type:
    0: netrom
    1: ethernet
    2: experimental_ethernet
    3: ax25
    6: ieee_802
    7: arcnet
    24: ieee_1394
    27: eui_64
    32: infiniband
    256: slip
    280: can
    512: ppp
    513: cisco_hdlc
    519: rawip
    768: ip_in_ip_tunnel
    769: ipv6_in_ipv6_tunnel
    770: frame_relay
    772: loopback
    776: sit
    778: gre
    783: irda
    801: ieee_802_11
    802: ieee_802_11_prism
    803: ieee_802_11_radiotap
    804: ieee_802_15_4
    805: ieee_802_15_4_monitor
    820: phonet
    823: ip6_gre
    824: netlink
    825: sixlowpan
    826: vsock_monitor
    0xfffe: none
    0xffff: void
