# Capture file of libpcap and tcpdump, in either byte order, with microseconds or nanoseconds.
# Specification: draft-ietf-opsawg-pcap "PCAP Capture File Format", pcap-savefile(5), tcpdump.org "Link-layer header
# types".
meta:
  id: pcap
  title: Packet capture (pcap)
  file-extension: [pcap, cap]
  xref:
    mime: application/vnd.tcpdump.pcap
  license: Apache-2.0
  imports:
    - ethernet_frame
    - ip_packet
    - ipv4_packet
    - ipv6_packet
    - linux_sll2_frame
    - linux_sll_frame
    - loopback_frame
  -detect:
    - {0: 'd4 c3 b2 a1 02 00'}
    - {0: 'a1 b2 c3 d4 00 02'}
    - {0: '4d 3c b2 a1 02 00'}
    - {0: 'a1 b2 3c 4d 00 02'}
    - {0: '34 cd b2 a1 02 00'}
    - {0: 'a1 b2 cd 34 00 02'}
doc: Packets captured on a network, one after the other, all with the same link-layer header type.
doc-ref: https://datatracker.ietf.org/doc/html/draft-ietf-opsawg-pcap
seq:
  - id: magic_number
    type: u4be
    enum: magic_number
    valid:
      in-enum: true
    doc: Tells the byte order of the file and the unit of the fractions of seconds.
  - id: capture
    type: capture
types:
  capture:
    meta:
      endian:
        switch-on: _root.magic_number
        cases:
          'magic_number::microseconds_le': le
          'magic_number::nanoseconds_le': le
          'magic_number::modified_le': le
          _: be
    seq:
      - id: version_major
        type: u2
        doc: 2.
      - id: version_minor
        type: u2
        doc: 4; before 3, and in some files at 3, the two lengths of a packet are swapped.
      - id: time_zone_offset
        type: s4
        doc: Seconds from local time to UTC; in practice 0.
      - id: timestamp_accuracy
        type: u4
        doc: In practice 0.
      - id: snapshot_length
        type: u4
        doc: Most bytes that were kept of a packet.
      - id: link_type_and_info
        type: u4
        doc: Link-layer header type in the lower 16 bits, information about frame check sequences in the upper ones.
      - id: packets
        type: packet
        repeat: eos
    instances:
      link_type:
        value: link_type_and_info & 0xffff
        enum: link_type
      has_frame_check_sequence_length:
        value: (link_type_and_info & 0x04000000) != 0
      frame_check_sequence_length:
        value: (link_type_and_info >> 28) * 2
        if: has_frame_check_sequence_length
        doc: Bytes of frame check sequence at the end of each packet.
      is_nanoseconds:
        value: |
          _root.magic_number == magic_number::nanoseconds_le or _root.magic_number == magic_number::nanoseconds_be
      is_modified:
        value: |
          _root.magic_number == magic_number::modified_le or _root.magic_number == magic_number::modified_be
        doc: Packets have more fields, as some Linux systems around the year 2000 wrote them.
    types:
      packet:
        -webide-representation: "{timestamp_seconds:dec}.{timestamp_fraction:dec} {original_length:dec} bytes"
        seq:
          - id: timestamp_seconds
            type: u4
            -time: unix
          - id: timestamp_fraction
            type: u4
            doc: Microseconds or, by the magic number, nanoseconds.
          - id: captured_length
            type: u4
            doc: Length of the data that follows in bytes.
          - id: original_length
            type: u4
            doc: Length of the packet on the network in bytes.
          - id: modified_info
            type: modified_info
            if: _parent.is_modified
          - id: data
            size: captured_length
            type:
              switch-on: data_type
              cases:
                'link_type::bsd_loopback': loopback_frame
                'link_type::ethernet': ethernet_frame
                'link_type::raw_bsd': ip_packet
                'link_type::raw_openbsd': ip_packet
                'link_type::raw': ip_packet
                'link_type::openbsd_loopback': loopback_frame
                'link_type::linux_sll': linux_sll_frame
                'link_type::ipv4': ipv4_packet
                'link_type::ipv6': ipv6_packet
                'link_type::linux_sll2': linux_sll2_frame
        instances:
          data_type:
            value: |
              captured_length >= (_parent.link_type == link_type::ethernet ? 14
                : _parent.link_type == link_type::linux_sll ? 16
                : _parent.link_type == link_type::linux_sll2 or _parent.link_type == link_type::ipv4 ? 20
                : _parent.link_type == link_type::ipv6 ? 40
                : 4) ? _parent.link_type : link_type::reserved
            doc: What the data is read as; it stays bytes where it is too short.
      modified_info:
        seq:
          - id: interface_index
            type: u4
          - id: protocol
            type: u2
            enum: ethernet_frame::ether_type
          - id: packet_type
            type: u1
            enum: linux_sll_frame::packet_type
          - id: padding
            type: u1
enums:
  magic_number:
    0xd4c3b2a1: microseconds_le
    0xa1b2c3d4: microseconds_be
    0x4d3cb2a1: nanoseconds_le
    0xa1b23c4d: nanoseconds_be
    0x34cdb2a1: modified_le
    0xa1b2cd34: modified_be
  link_type:
    0: bsd_loopback
    1: ethernet
    2: experimental_ethernet
    3: ax25
    4: pronet
    5: chaos
    6: ieee_802_5
    7: arcnet_bsd
    8: slip
    9: ppp
    10: fddi
    12: raw_bsd
    14: raw_openbsd
    50: ppp_hdlc
    51: ppp_ether
    99: symantec_firewall
    100: atm_rfc1483
    101: raw
    104: c_hdlc
    105: ieee_802_11
    107: frame_relay
    108: openbsd_loopback
    109: openbsd_ipsec
    113: linux_sll
    114: localtalk
    117: pflog
    118: cisco_ios
    119: ieee_802_11_prism
    120: aironet
    122: ip_over_fc
    123: sunatm
    127: ieee_802_11_radiotap
    129: arcnet_linux
    138: apple_ip_over_ieee1394
    139: mtp2_with_phdr
    140: mtp2
    141: mtp3
    142: sccp
    143: docsis
    144: linux_irda
    147: user0
    148: user1
    149: user2
    150: user3
    151: user4
    152: user5
    153: user6
    154: user7
    155: user8
    156: user9
    157: user10
    158: user11
    159: user12
    160: user13
    161: user14
    162: user15
    163: ieee_802_11_avs
    165: bacnet_ms_tp
    166: ppp_pppd
    169: gprs_llc
    170: gpf_t
    171: gpf_f
    177: linux_lapd
    182: mfr
    187: bluetooth_hci_h4
    189: usb_linux
    192: ppi
    195: ieee_802_15_4_with_fcs
    196: sita
    197: erf
    201: bluetooth_hci_h4_with_phdr
    202: ax25_kiss
    203: lapd
    204: ppp_with_dir
    205: c_hdlc_with_dir
    206: frame_relay_with_dir
    207: lapb_with_dir
    209: ipmb_linux
    210: flexray
    212: lin
    215: ieee_802_15_4_nonask_phy
    220: usb_linux_mmapped
    224: fc_2
    225: fc_2_with_frame_delims
    226: ipnet
    227: can_socketcan
    228: ipv4
    229: ipv6
    230: ieee_802_15_4_no_fcs
    231: dbus
    235: dvb_ci
    236: mux27010
    237: stanag_5066_d_pdu
    239: nflog
    240: netanalyzer
    241: netanalyzer_transparent
    242: ipoib
    243: mpeg_2_ts
    244: ng40
    245: nfc_llcp
    247: infiniband
    248: sctp
    249: usbpcap
    250: rtac_serial
    251: bluetooth_le_ll
    252: wireshark_upper_pdu
    253: netlink
    254: bluetooth_linux_monitor
    255: bluetooth_bredr_bb
    256: bluetooth_le_ll_with_phdr
    257: profibus_dl
    258: pktap
    259: epon
    260: ipmi_hpm_2
    261: zwave_r1_r2
    262: zwave_r3
    263: wattstopper_dlm
    264: iso_14443
    265: rds
    266: usb_darwin
    268: sdlc
    270: loratap
    271: vsock
    272: nordic_ble
    273: docsis31_xra31
    274: ethernet_mpacket
    275: displayport_aux
    276: linux_sll2
    278: openvizsla
    279: ebhscr
    280: vpp_dispatch
    281: dsa_tag_brcm
    282: dsa_tag_brcm_prepend
    283: ieee_802_15_4_tap
    284: dsa_tag_dsa
    285: dsa_tag_edsa
    286: elee
    287: z_wave_serial
    288: usb_2_0
    289: atsc_alp
    290: etw
    291: netanalyzer_ng
    292: zboss_ncp
    293: usb_2_0_low_speed
    294: usb_2_0_full_speed
    295: usb_2_0_high_speed
    296: auerswald_log
    297: zwave_tap
    298: silabs_debug_channel
    65535: reserved
