# Capture file of Wireshark and newer tools, of blocks in sections of either byte order.
# Specification: draft-ietf-opsawg-pcapng "PCAP Now Generic (pcapng) Capture File Format".
meta:
  id: pcapng
  title: Packet capture (pcapng)
  file-extension: pcapng
  xref:
    mime: application/x-pcapng
  license: Apache-2.0
  imports:
    - ethernet_frame
    - ip_packet
    - ipv4_packet
    - ipv6_packet
    - linux_sll2_frame
    - linux_sll_frame
    - loopback_frame
    - pcap
    - pcapng_option
  -detect:
    - {0: '0a 0d 0d 0a ?? ?? ?? ?? 1a 2b 3c 4d'}
    - {0: '0a 0d 0d 0a ?? ?? ?? ?? 4d 3c 2b 1a'}
doc: |
  Sections of blocks. A section begins with a section header block, which tells its byte order; its interfaces are
  counted from 0 in the order of their description blocks.
doc-ref: https://datatracker.ietf.org/doc/html/draft-ietf-opsawg-pcapng
seq:
  - id: sections
    type: section(_io.pos)
    repeat: eos
types:
  section:
    -webide-representation: "{byte_order}"
    meta:
      endian:
        switch-on: byte_order
        cases:
          'byte_order::le': le
          'byte_order::be': be
    params:
      - id: ofs_section
        type: u8
        doc: Where in the file the section begins.
    seq:
      - id: blocks
        type: 'block(_io.pos, _index == 0 ? "" : blocks[_index - 1].interfaces_behind)'
        repeat: until
        repeat-until: _.is_last or _io.eof
    instances:
      byte_order:
        pos: ofs_section + 8
        type: u4be
        enum: byte_order
        doc: The byte-order magic of the section header block.
      is_le:
        value: byte_order == byte_order::le
    types:
      block:
        -webide-representation: "{block_type} {length:dec} bytes"
        params:
          - id: ofs_block
            type: u8
            doc: Where in the file the block begins.
          - id: interfaces
            type: str
            doc: |
              What is known of the interfaces described before this block, in 19 digits for each: 1, fifteen
              digits of the place of the block in the file, three of the timestamp resolution.
        seq:
          - id: block_type
            type: u4
            enum: block_type
          - id: length
            type: u4
            valid:
              min: 12
            doc: Length of the whole block in bytes, a multiple of 4.
          - id: body
            size: length - 12
            type:
              switch-on: block_type
              cases:
                'block_type::section_header': section_header
                'block_type::interface_description': interface_description
                'block_type::packet': packet
                'block_type::simple_packet': simple_packet
                'block_type::name_resolution': name_resolution
                'block_type::interface_statistics': interface_statistics
                'block_type::enhanced_packet': enhanced_packet
                'block_type::systemd_journal_export': systemd_journal_export
                'block_type::decryption_secrets': decryption_secrets
                'block_type::custom': custom
                'block_type::custom_do_not_copy': custom
          - id: length_again
            type: u4
            doc: The length once more, for reading backwards.
        instances:
          interfaces_behind:
            value: |
              block_type == block_type::interface_description and length >= 20
                ? interfaces + body.as<interface_description>.summary : interfaces
            doc: The same with this block.
          next_block_type:
            pos: ofs_block + length
            type: u4
            enum: block_type
            if: ofs_block + length + 4 <= _io.size
          is_last:
            value: |
              ofs_block + length + 4 > _io.size ? false : next_block_type == block_type::section_header
            doc: Whether another section comes next.
      section_header:
        seq:
          - id: byte_order_magic
            type: u4
            valid: 0x1a2b3c4d
          - id: version_major
            type: u2
            doc: 1.
          - id: version_minor
            type: u2
            doc: 0; 2 means the same.
          - id: section_length
            type: s8
            doc: Length of the blocks after this one in bytes; -1 if unknown.
          - id: options
            type: pcapng_option(_parent._parent.is_le, 0x0a0d0d0a, 6)
            repeat: until
            repeat-until: _.code == 0 or _io.size - _io.pos < 4
            if: _io.size >= 20
      interface_description:
        seq:
          - id: link_type
            type: u2
            enum: pcap::link_type
          - id: reserved
            type: u2
          - id: snapshot_length
            type: u4
            doc: Most bytes that were kept of a packet; 0 means no limit.
          - id: options
            type: 'pcapng_option(_parent._parent.is_le, 1, _index == 0 ? 6 : options[_index - 1].resolution_behind)'
            repeat: until
            repeat-until: _.code == 0 or _io.size - _io.pos < 4
            if: _io.size >= 12
        instances:
          timestamp_resolution:
            value: '_io.size >= 12 ? options.last.resolution_behind : 6'
            doc: |
              Timestamps count in units of 10 to the power of minus this, or, if it is 128 or more, of 2 to the power
              of minus its lower 7 bits, in seconds.
          summary:
            value: (1000000000000000000 + _parent.ofs_block * 1000 + timestamp_resolution).to_s
            doc: 19 digits, as a block's list of interfaces has them.
      enhanced_packet:
        -webide-representation: "interface {interface_id:dec} {timestamp:dec} {original_length:dec} bytes"
        seq:
          - id: interface_id
            type: u4
          - id: timestamp_high
            type: u4
          - id: timestamp_low
            type: u4
          - id: captured_length
            type: u4
            doc: Length of the data that follows in bytes.
          - id: original_length
            type: u4
            doc: Length of the packet on the network in bytes.
          - id: data
            type: packet_data(ofs_interface)
            size: captured_length
          - id: padding
            size: -captured_length % 4
          - id: options
            type: pcapng_option(_parent._parent.is_le, 6, 6)
            repeat: until
            repeat-until: _.code == 0 or _io.size - _io.pos < 4
            if: _io.size - _io.pos >= 4
        instances:
          is_known_interface:
            value: interface_id < _parent.interfaces.length / 19
            doc: Whether the interface was described before this block.
          ofs_interface:
            value: |
              is_known_interface
                ? _parent.interfaces.substring(interface_id * 19 + 1, interface_id * 19 + 16).to_i : -1
            doc: Where in the file the interface is described; -1 if nowhere.
          timestamp_resolution:
            value: |
              is_known_interface
                ? _parent.interfaces.substring(interface_id * 19 + 16, interface_id * 19 + 19).to_i : 6
          timestamp:
            value: timestamp_high * 0x100000000 + timestamp_low
            doc: Since 1970 in the interface's unit, without its if_tsoffset.
          time_in_microseconds:
            value: timestamp
            if: timestamp_resolution == 6
            -time: unix-us
          time_in_nanoseconds:
            value: timestamp
            if: timestamp_resolution == 9
            -time: unix-ns
      packet:
        doc: The obsolete packet block.
        seq:
          - id: interface_id
            type: u2
          - id: drops_count
            type: u2
            doc: Packets lost between this one and the one before on the interface; 65535 if unknown.
          - id: timestamp_high
            type: u4
          - id: timestamp_low
            type: u4
          - id: captured_length
            type: u4
          - id: original_length
            type: u4
          - id: data
            type: packet_data(ofs_interface)
            size: captured_length
          - id: padding
            size: -captured_length % 4
          - id: options
            type: pcapng_option(_parent._parent.is_le, 2, 6)
            repeat: until
            repeat-until: _.code == 0 or _io.size - _io.pos < 4
            if: _io.size - _io.pos >= 4
        instances:
          is_known_interface:
            value: interface_id < _parent.interfaces.length / 19
          ofs_interface:
            value: |
              is_known_interface
                ? _parent.interfaces.substring(interface_id * 19 + 1, interface_id * 19 + 16).to_i : -1
            doc: Where in the file the interface is described; -1 if nowhere.
          timestamp:
            value: timestamp_high * 0x100000000 + timestamp_low
            doc: Since 1970 in the interface's unit, without its if_tsoffset.
      simple_packet:
        seq:
          - id: original_length
            type: u4
            doc: Length of the packet on the network in bytes.
          - id: data
            type: packet_data(ofs_interface)
            size: len_data
          - id: padding
            size-eos: true
        instances:
          ofs_interface:
            value: '_parent.interfaces.length >= 19 ? _parent.interfaces.substring(1, 16).to_i : -1'
            doc: Where in the file the first interface is described; -1 if nowhere.
          snapshot_length:
            io: _root._io
            pos: ofs_interface + 12
            type: u4
            if: ofs_interface >= 0
            doc: Of the first interface.
          len_most:
            value: |
              ofs_interface < 0 or snapshot_length == 0 or snapshot_length > _io.size - 4 ? _io.size - 4
                : snapshot_length
          len_data:
            value: 'original_length < len_most ? original_length : len_most'
            doc: Captured length in bytes.
      name_resolution:
        seq:
          - id: records
            type: name_record
            repeat: until
            repeat-until: _.record_type == name_record_type::end or _io.size - _io.pos < 4
            if: _io.size >= 4
          - id: options
            type: pcapng_option(_parent._parent.is_le, 4, 6)
            repeat: until
            repeat-until: _.code == 0 or _io.size - _io.pos < 4
            if: _io.size - _io.pos >= 4
      name_record:
        -webide-representation: "{record_type}"
        seq:
          - id: record_type
            type: u2
            enum: name_record_type
          - id: length
            type: u2
            doc: Length of the value in bytes.
          - id: value
            size: 'length <= _io.size - _io.pos ? length : _io.size - _io.pos'
            type:
              switch-on: record_type
              cases:
                'name_record_type::ipv4': ipv4_names
                'name_record_type::ipv6': ipv6_names
                'name_record_type::eui_48': eui_48_names
                'name_record_type::eui_64': eui_64_names
          - id: padding
            size: '-length % 4 <= _io.size - _io.pos ? -length % 4 : _io.size - _io.pos'
      ipv4_names:
        seq:
          - id: address
            type: ipv4_packet::address
          - id: names
            type: name
            repeat: eos
      ipv6_names:
        seq:
          - id: address
            size: 16
          - id: names
            type: name
            repeat: eos
      eui_48_names:
        seq:
          - id: address
            size: 6
          - id: names
            type: name
            repeat: eos
      eui_64_names:
        seq:
          - id: address
            size: 8
          - id: names
            type: name
            repeat: eos
      name:
        -webide-representation: "{name}"
        seq:
          - id: name
            type: strz
            encoding: UTF-8
            eos-error: false
      interface_statistics:
        seq:
          - id: interface_id
            type: u4
          - id: timestamp_high
            type: u4
          - id: timestamp_low
            type: u4
          - id: options
            type: pcapng_option(_parent._parent.is_le, 5, 6)
            repeat: until
            repeat-until: _.code == 0 or _io.size - _io.pos < 4
            if: _io.size >= 16
        instances:
          timestamp:
            value: timestamp_high * 0x100000000 + timestamp_low
            doc: Since 1970 in the interface's unit, without its if_tsoffset.
      systemd_journal_export:
        seq:
          - id: entry
            type: str
            size-eos: true
            encoding: UTF-8
            doc: One entry in the journal export format, padded with zeros; single fields of it may be binary.
      decryption_secrets:
        seq:
          - id: secrets_type
            type: u4
            enum: secrets_type
          - id: secrets_length
            type: u4
            doc: Length of the secrets in bytes.
          - id: secrets
            size: secrets_length
          - id: padding
            size: '-secrets_length % 4 <= _io.size - _io.pos ? -secrets_length % 4 : _io.size - _io.pos'
          - id: options
            type: pcapng_option(_parent._parent.is_le, 10, 6)
            repeat: until
            repeat-until: _.code == 0 or _io.size - _io.pos < 4
            if: _io.size - _io.pos >= 4
      custom:
        seq:
          - id: private_enterprise_number
            type: u4
            doc: Number that IANA gave to whoever made the block.
          - id: data
            size-eos: true
            doc: Data, padding and options; where the data ends is only known to its maker.
      packet_data:
        params:
          - id: ofs_interface
            type: s8
            doc: Where in the file the interface is described; -1 if nowhere.
        seq:
          - id: frame
            size-eos: true
            type:
              switch-on: frame_type
              cases:
                'pcap::link_type::bsd_loopback': loopback_frame
                'pcap::link_type::ethernet': ethernet_frame
                'pcap::link_type::raw_bsd': ip_packet
                'pcap::link_type::raw_openbsd': ip_packet
                'pcap::link_type::raw': ip_packet
                'pcap::link_type::openbsd_loopback': loopback_frame
                'pcap::link_type::linux_sll': linux_sll_frame
                'pcap::link_type::ipv4': ipv4_packet
                'pcap::link_type::ipv6': ipv6_packet
                'pcap::link_type::linux_sll2': linux_sll2_frame
        instances:
          link_type:
            io: _root._io
            pos: ofs_interface + 8
            type: u2
            enum: pcap::link_type
            if: ofs_interface >= 0
          frame_type:
            value: |
              ofs_interface < 0 ? pcap::link_type::reserved : _io.size >= (link_type == pcap::link_type::ethernet ? 14
                : link_type == pcap::link_type::linux_sll ? 16
                : link_type == pcap::link_type::linux_sll2 or link_type == pcap::link_type::ipv4 ? 20
                : link_type == pcap::link_type::ipv6 ? 40
                : 4) ? link_type : pcap::link_type::reserved
            doc: What the frame is read as; it stays bytes where it is too short.
enums:
  byte_order:
    0x1a2b3c4d: be
    0x4d3c2b1a: le
  block_type:
    0x00000001: interface_description
    0x00000002: packet
    0x00000003: simple_packet
    0x00000004: name_resolution
    0x00000005: interface_statistics
    0x00000006: enhanced_packet
    0x00000007: irig_timestamp
    0x00000008: arinc_429
    0x00000009: systemd_journal_export
    0x0000000a: decryption_secrets
    0x00000101: hone_project_machine_info
    0x00000102: hone_project_connection_event
    0x00000201: sysdig_machine_info
    0x00000202: sysdig_process_info_1
    0x00000203: sysdig_fd_list
    0x00000204: sysdig_event
    0x00000205: sysdig_interface_list
    0x00000206: sysdig_user_list
    0x00000207: sysdig_process_info_2
    0x00000208: sysdig_event_with_flags
    0x00000209: sysdig_process_info_3
    0x00000210: sysdig_process_info_4
    0x00000bad: custom
    0x0a0d0d0a: section_header
    0x40000bad: custom_do_not_copy
  secrets_type:
    0x5353484b: ssh_key_log
    0x544c534b: tls_key_log
    0x55414b4c: opc_ua_key_log
    0x57474b4c: wireguard_key_log
    0x5a415053: zigbee_aps_key
    0x5a4e574b: zigbee_nwk_key
  name_record_type:
    0: end
    1: ipv4
    2: ipv6
    3: eui_48
    4: eui_64
