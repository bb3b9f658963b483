# A packet behind the address family that BSD's loopback interfaces put before it.
# Specification: tcpdump.org "LINKTYPE_NULL" and "LINKTYPE_LOOP".
meta:
  id: loopback_frame
  title: BSD loopback frame
  license: Apache-2.0
  endian:
    switch-on: first_byte
    cases:
      0: be
      _: le
  imports:
    - ip_packet
doc: |
  A packet behind an address family in the byte order of the machine that captured, or of OpenBSD in network byte order.
  It begins at the start of its stream.
doc-ref: https://www.tcpdump.org/linktypes/LINKTYPE_NULL.html
seq:
  - id: address_family
    type: u4
    enum: address_family
    doc: Number of the protocol family, which depends on the system for IPv6.
  - id: payload
    size-eos: true
    type:
      switch-on: is_ip
      cases:
        true: ip_packet
instances:
  first_byte:
    pos: 0
    type: u1
    doc: Families are below 65536, so 0 means most significant byte first.
  is_ip:
    value: |
      address_family == address_family::ipv4 or address_family == address_family::ipv6_linux
        or address_family == address_family::ipv6_bsd or address_family == address_family::ipv6_freebsd
        or address_family == address_family::ipv6_darwin
enums:
  address_family:
    2: ipv4
    7: osi
    10: ipv6_linux
    23: ipx_or_netware
    24: ipv6_bsd
    28: ipv6_freebsd
    30: ipv6_darwin
