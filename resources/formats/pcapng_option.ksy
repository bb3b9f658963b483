# An option of a block of a pcapng file.
# Specification: draft-ietf-opsawg-pcapng "PCAP Now Generic (pcapng) Capture File Format".
meta:
  id: pcapng_option
  title: Option of a pcapng block
  license: Apache-2.0
  endian:
    switch-on: is_le
    cases:
      true: le
      false: be
  imports:
    - ipv4_packet
doc: A piece of information about a block of a pcapng file.
doc-ref: https://datatracker.ietf.org/doc/html/draft-ietf-opsawg-pcapng
-webide-representation: "{option} {value}"
params:
  - id: is_le
    type: bool
    doc: Whether the section is little-endian.
  - id: block_type
    type: u4
    doc: Type of the block, of which the meaning of the code depends.
  - id: resolution
    type: u1
    doc: Timestamp resolution of the interface as far as the options before this one say it.
seq:
  - id: code
    type: u2
  - id: length
    type: u2
    doc: Length of the value in bytes.
  - id: value
    size: 'length <= _io.size - _io.pos ? length : _io.size - _io.pos'
    type:
      switch-on: option
      cases:
        'option::comment': value_text
        'option::shb_hardware': value_text
        'option::shb_os': value_text
        'option::shb_userappl': value_text
        'option::if_name': value_text
        'option::if_description': value_text
        'option::if_ipv4_addr': ipv4_interface_address
        'option::if_ipv6_addr': ipv6_interface_address
        'option::if_speed': value_u8
        'option::if_tsresol': value_u1
        'option::if_tzone': value_u4
        'option::if_filter': filter
        'option::if_os': value_text
        'option::if_fcslen': value_u1
        'option::if_tsoffset': value_s8
        'option::if_hardware': value_text
        'option::if_txspeed': value_u8
        'option::if_rxspeed': value_u8
        'option::if_iana_tzname': value_text
        'option::epb_flags': packet_flags
        'option::pack_flags': packet_flags
        'option::epb_hash': packet_hash
        'option::pack_hash': packet_hash
        'option::epb_dropcount': value_u8
        'option::epb_packetid': value_u8
        'option::epb_queue': value_u4
        'option::epb_verdict': packet_verdict
        'option::epb_processid_threadid': process_and_thread
        'option::ns_dnsname': value_text
        'option::ns_dns_ipv4_addr': value_ipv4_address
        'option::isb_starttime': value_timestamp
        'option::isb_endtime': value_timestamp
        'option::isb_ifrecv': value_u8
        'option::isb_ifdrop': value_u8
        'option::isb_filteraccept': value_u8
        'option::isb_osdrop': value_u8
        'option::isb_usrdeliv': value_u8
        'option::custom_text': custom_text
        'option::custom_binary': custom_binary
        'option::custom_text_do_not_copy': custom_text
        'option::custom_binary_do_not_copy': custom_binary
  - id: padding
    size: '-length % 4 <= _io.size - _io.pos ? -length % 4 : _io.size - _io.pos'
instances:
  option:
    value: 'code < 2 or code >= 2988 ? code : (block_type & 0xffff) * 0x10000 + code'
    enum: option
    doc: The code and, where its meaning depends on it, the lower 16 bits of the type of the block.
  resolution_behind:
    value: 'option == option::if_tsresol and length == 1 ? value.as<value_u1>.value : resolution'
    doc: Timestamp resolution with this option.
types:
  value_text:
    seq:
      - id: value
        type: str
        size-eos: true
        encoding: UTF-8
  value_u1:
    seq:
      - id: value
        type: u1
        if: _io.size >= 1
  value_u4:
    seq:
      - id: value
        type: u4
        if: _io.size >= 4
  value_u8:
    seq:
      - id: value
        type: u8
        if: _io.size >= 8
  value_s8:
    seq:
      - id: value
        type: s8
        if: _io.size >= 8
  value_ipv4_address:
    seq:
      - id: value
        type: ipv4_packet::address
        if: _io.size >= 4
  value_timestamp:
    seq:
      - id: timestamp_high
        type: u4
        if: _io.size >= 8
      - id: timestamp_low
        type: u4
        if: _io.size >= 8
    instances:
      timestamp:
        value: timestamp_high * 0x100000000 + timestamp_low
        if: _io.size >= 8
        doc: Since 1970 in the interface's unit, without its if_tsoffset.
  custom_text:
    seq:
      - id: private_enterprise_number
        type: u4
        if: _io.size >= 4
      - id: text
        type: str
        size-eos: true
        encoding: UTF-8
  custom_binary:
    seq:
      - id: private_enterprise_number
        type: u4
        if: _io.size >= 4
      - id: data
        size-eos: true
  ipv4_interface_address:
    seq:
      - id: address
        type: ipv4_packet::address
        if: _io.size >= 8
      - id: mask
        type: ipv4_packet::address
        if: _io.size >= 8
  ipv6_interface_address:
    seq:
      - id: address
        size: 16
        if: _io.size >= 17
      - id: prefix_length
        type: u1
        if: _io.size >= 17
        doc: In bits.
  filter:
    seq:
      - id: filter_type
        type: u1
        enum: filter_type
        if: _io.size >= 1
      - id: filter
        size-eos: true
  packet_flags:
    seq:
      - id: flags
        type: u4
        if: _io.size >= 4
    instances:
      direction:
        value: flags & 3
        enum: direction
        if: _io.size >= 4
      reception:
        value: (flags >> 2) & 7
        enum: reception
        if: _io.size >= 4
      frame_check_sequence_length:
        value: (flags >> 5) & 0xf
        if: _io.size >= 4
        doc: In bytes; 0 if unknown.
      checksum_not_ready:
        value: (flags & 0x200) != 0
        if: _io.size >= 4
      checksum_valid:
        value: (flags & 0x400) != 0
        if: _io.size >= 4
      segmentation_offloaded:
        value: (flags & 0x800) != 0
        if: _io.size >= 4
      link_layer_errors:
        value: flags >> 16
        if: _io.size >= 4
        doc: |
          Bit 15 symbol, 14 preamble, 13 start frame delimiter, 12 unaligned frame, 11 inter-frame gap, 10 too
          short, 9 too long, 8 wrong check sequence.
  packet_hash:
    seq:
      - id: algorithm
        type: u1
        enum: hash_algorithm
        if: _io.size >= 1
      - id: hash
        size-eos: true
  packet_verdict:
    seq:
      - id: verdict_type
        type: u1
        enum: verdict_type
        if: _io.size >= 1
      - id: verdict
        size-eos: true
  process_and_thread:
    seq:
      - id: process_id
        type: u4
        if: _io.size >= 8
      - id: thread_id
        type: u4
        if: _io.size >= 8
enums:
  option:
    0: end_of_options
    1: comment
    0x0d0a0002: shb_hardware
    0x0d0a0003: shb_os
    0x0d0a0004: shb_userappl
    0x010002: if_name
    0x010003: if_description
    0x010004: if_ipv4_addr
    0x010005: if_ipv6_addr
    0x010006: if_mac_addr
    0x010007: if_eui_addr
    0x010008: if_speed
    0x010009: if_tsresol
    0x01000a: if_tzone
    0x01000b: if_filter
    0x01000c: if_os
    0x01000d: if_fcslen
    0x01000e: if_tsoffset
    0x01000f: if_hardware
    0x010010: if_txspeed
    0x010011: if_rxspeed
    0x010012: if_iana_tzname
    0x060002: epb_flags
    0x060003: epb_hash
    0x060004: epb_dropcount
    0x060005: epb_packetid
    0x060006: epb_queue
    0x060007: epb_verdict
    0x060008: epb_processid_threadid
    0x040002: ns_dnsname
    0x040003: ns_dns_ipv4_addr
    0x040004: ns_dns_ipv6_addr
    0x050002: isb_starttime
    0x050003: isb_endtime
    0x050004: isb_ifrecv
    0x050005: isb_ifdrop
    0x050006: isb_filteraccept
    0x050007: isb_osdrop
    0x050008: isb_usrdeliv
    0x020002: pack_flags
    0x020003: pack_hash
    2988: custom_text
    2989: custom_binary
    19372: custom_text_do_not_copy
    19373: custom_binary_do_not_copy
  filter_type:
    0: libpcap_string
    1: bpf_bytecode
  direction:
    0: unknown
    1: inbound
    2: outbound
  reception:
    0: unspecified
    1: unicast
    2: multicast
    3: broadcast
    4: promiscuous
  hash_algorithm:
    0: twos_complement
    1: xor
    2: crc32
    3: md5
    4: sha1
    5: toeplitz
  verdict_type:
    0: hardware
    1: linux_ebpf_tc
    2: linux_ebpf_xdp
