# An IP packet of either version.
# Specification: RFC 791, RFC 8200; tcpdump.org "LINKTYPE_RAW".
meta:
  id: ip_packet
  title: IP packet
  license: Apache-2.0
  endian: be
  imports:
    - ipv4_packet
    - ipv6_packet
doc: An IPv4 or IPv6 packet; its first 4 bits say which. It begins at the start of its stream.
doc-ref: https://www.tcpdump.org/linktypes/LINKTYPE_RAW.html
seq:
  - id: packet
    size-eos: true
    type:
      switch-on: 'version == 6 and _io.size < 40 ? 0 : version'
      cases:
        4: ipv4_packet
        6: ipv6_packet
instances:
  first_byte:
    pos: 0
    type: u1
    if: _io.size >= 20
  version:
    value: '_io.size >= 20 ? first_byte >> 4 : 0'
    doc: 4 or 6; 0 if there is no whole header.
