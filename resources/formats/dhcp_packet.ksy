# One DHCP or BOOTP message, the payload of a UDP datagram of port 67 or 68.
# Specification: RFC 951, RFC 2131, options of RFC 2132, 2241, 2563, 3004, 3011, 3046, 3118, 3396, 3442, 3925, 4578,
# 4702, 5859, 6926, 7710, 8910, 8925.
meta:
  id: dhcp_packet
  title: DHCP message
  xref:
    rfc: 2131
  license: Apache-2.0
  endian: be
  -detect:
    - {0: '01', 236: '63 82 53 63'}
    - {0: '02', 236: '63 82 53 63'}
doc: |
  A host asks for its address and other settings, or a server answers. BOOTP messages are read, too.
doc-ref: https://www.rfc-editor.org/rfc/rfc2131
seq:
  - {id: op, type: u1, enum: op}
  - {id: htype, type: u1, enum: hardware_type}
  - id: hlen
    type: u1
    doc: Length of the hardware address in bytes.
  - id: hops
    type: u1
    doc: Number of relay agents passed.
  - id: xid
    type: u4
    doc: Transaction, chosen by the client and repeated in the answer.
  - id: secs
    type: u2
    doc: Seconds since the client began.
  - {id: broadcast, type: b1, doc: The client takes the answer by broadcast only.}
  - {id: reserved, type: b15}
  - {id: ciaddr, type: ipv4_address, doc: Address that the client has already.}
  - {id: yiaddr, type: ipv4_address, doc: Address that the client is given.}
  - {id: siaddr, type: ipv4_address, doc: Server to boot from next.}
  - {id: giaddr, type: ipv4_address, doc: First relay agent.}
  - id: chaddr
    size: 'hlen > 16 ? 16 : hlen'
    doc: Hardware address of the client.
  - id: chaddr_padding
    size: 'hlen > 16 ? 0 : 16 - hlen'
  - id: sname
    type: strz
    size: 64
    encoding: UTF-8
    doc: Name of the server, or more options where the option overload says so.
  - id: file
    type: strz
    size: 128
    encoding: UTF-8
    doc: Path of the boot file, or more options where the option overload says so.
  - id: magic
    size: 4
    if: _io.size >= 240
    doc: 63 82 53 63 when options follow.
  - id: options
    type: option_list
    if: has_options and not _io.eof
  - id: vendor
    size-eos: true
    if: not _io.eof
    doc: BOOTP area without options.
instances:
  has_options:
    value: '_io.size >= 240 ? magic == [0x63, 0x82, 0x53, 0x63] : false'
types:
  option_list:
    seq:
      - id: options
        type: option
        repeat: until
        repeat-until: _.code == option_code::end or _io.eof
      - id: padding
        size-eos: true
        if: not _io.eof
  option:
    -webide-representation: "{code} {data}"
    seq:
      - {id: code, type: u1, enum: option_code}
      - {id: len_data, type: u1, if: code != option_code::pad and code != option_code::end}
      - id: data
        size: len_data
        if: code != option_code::pad and code != option_code::end and len_data > 0
        type:
          switch-on: code
          cases:
            option_code::subnet_mask: ipv4_list
            option_code::time_offset: data_s4
            option_code::router: ipv4_list
            option_code::time_server: ipv4_list
            option_code::name_server: ipv4_list
            option_code::domain_name_server: ipv4_list
            option_code::log_server: ipv4_list
            option_code::cookie_server: ipv4_list
            option_code::lpr_server: ipv4_list
            option_code::impress_server: ipv4_list
            option_code::resource_location_server: ipv4_list
            option_code::host_name: data_str
            option_code::boot_file_size: data_u2
            option_code::merit_dump_file: data_str
            option_code::domain_name: data_str
            option_code::swap_server: ipv4_list
            option_code::root_path: data_str
            option_code::extensions_path: data_str
            option_code::ip_forwarding: data_u1
            option_code::non_local_source_routing: data_u1
            option_code::policy_filter: ipv4_pairs
            option_code::maximum_datagram_reassembly_size: data_u2
            option_code::default_ip_ttl: data_u1
            option_code::path_mtu_aging_timeout: data_u4
            option_code::path_mtu_plateau_table: u2_list
            option_code::interface_mtu: data_u2
            option_code::all_subnets_are_local: data_u1
            option_code::broadcast_address: ipv4_list
            option_code::perform_mask_discovery: data_u1
            option_code::mask_supplier: data_u1
            option_code::perform_router_discovery: data_u1
            option_code::router_solicitation_address: ipv4_list
            option_code::static_route: ipv4_pairs
            option_code::trailer_encapsulation: data_u1
            option_code::arp_cache_timeout: data_u4
            option_code::ethernet_encapsulation: data_u1
            option_code::tcp_default_ttl: data_u1
            option_code::tcp_keepalive_interval: data_u4
            option_code::tcp_keepalive_garbage: data_u1
            option_code::nis_domain: data_str
            option_code::nis_server: ipv4_list
            option_code::ntp_server: ipv4_list
            option_code::netbios_name_server: ipv4_list
            option_code::netbios_datagram_distribution_server: ipv4_list
            option_code::netbios_node_type: data_netbios_node_type
            option_code::netbios_scope: data_str
            option_code::x_font_server: ipv4_list
            option_code::x_display_manager: ipv4_list
            option_code::requested_ip_address: ipv4_list
            option_code::ip_address_lease_time: data_u4
            option_code::overload: data_overload
            option_code::message_type: data_message_type
            option_code::server_identifier: ipv4_list
            option_code::parameter_request_list: data_parameter_request_list
            option_code::message: data_str
            option_code::maximum_message_size: data_u2
            option_code::renewal_time: data_u4
            option_code::rebinding_time: data_u4
            option_code::vendor_class_identifier: data_str
            option_code::client_identifier: data_client_identifier
            option_code::netware_domain: data_str
            option_code::nis_plus_domain: data_str
            option_code::nis_plus_server: ipv4_list
            option_code::tftp_server_name: data_str
            option_code::bootfile_name: data_str
            option_code::mobile_ip_home_agent: ipv4_list
            option_code::smtp_server: ipv4_list
            option_code::pop3_server: ipv4_list
            option_code::nntp_server: ipv4_list
            option_code::www_server: ipv4_list
            option_code::finger_server: ipv4_list
            option_code::irc_server: ipv4_list
            option_code::streettalk_server: ipv4_list
            option_code::stda_server: ipv4_list
            option_code::client_fqdn: data_client_fqdn
            option_code::relay_agent_information: data_relay_agent_information
            option_code::nds_server: ipv4_list
            option_code::nds_tree_name: data_str
            option_code::nds_context: data_str
            option_code::bcmcs_address: ipv4_list
            option_code::authentication: data_authentication
            option_code::client_last_transaction_time: data_u4
            option_code::associated_ip: ipv4_list
            option_code::client_system: data_client_system
            option_code::client_ndi: data_client_ndi
            option_code::ldap: data_str
            option_code::client_machine_identifier: data_client_machine_identifier
            option_code::uap: data_str
            option_code::posix_timezone: data_str
            option_code::tz_database_timezone: data_str
            option_code::ipv6_only_preferred: data_u4
            option_code::netinfo_address: ipv4_list
            option_code::netinfo_tag: data_str
            option_code::captive_portal: data_str
            option_code::auto_configure: data_u1
            option_code::name_service_search: u2_list
            option_code::subnet_selection: ipv4_list
            option_code::classless_static_route: data_classless_routes
            option_code::vendor_class: data_enterprise
            option_code::vendor_information: data_enterprise
            option_code::capwap_controller: ipv4_list
            option_code::tftp_server_address: ipv4_list
            option_code::status_code: data_status_code
            option_code::base_time: data_unix_time
            option_code::start_time_of_state: data_u4
            option_code::query_start_time: data_unix_time
            option_code::query_end_time: data_unix_time
            option_code::dhcp_state: data_u1
            option_code::mud_url: data_str
            option_code::pxelinux_config_file: data_str
            option_code::pxelinux_path_prefix: data_str
            option_code::pxelinux_reboot_time: data_u4
            option_code::microsoft_classless_static_route: data_classless_routes
            option_code::wpad: data_str
  ipv4_address:
    -webide-representation: "{text:str}"
    seq:
      - {id: octets, type: u1, repeat: expr, repeat-expr: 4}
    instances:
      text:
        value: 'f"{octets[0]}.{octets[1]}.{octets[2]}.{octets[3]}"'
  ipv4_list:
    -webide-representation: "{addresses}"
    seq:
      - {id: addresses, type: ipv4_address, repeat: eos}
  ipv4_pairs:
    seq:
      - {id: pairs, type: ipv4_pair, repeat: eos}
  ipv4_pair:
    doc: Destination and mask of a filter, or destination and router of a route.
    -webide-representation: "{destination.text:str} {second.text:str}"
    seq:
      - {id: destination, type: ipv4_address}
      - {id: second, type: ipv4_address}
  data_u1:
    -webide-representation: "{value:dec}"
    seq:
      - {id: value, type: u1}
  data_u2:
    -webide-representation: "{value:dec}"
    seq:
      - {id: value, type: u2}
  data_u4:
    doc: A time in seconds.
    -webide-representation: "{value:dec}"
    seq:
      - {id: value, type: u4}
  data_s4:
    doc: Seconds east of UTC.
    -webide-representation: "{value:dec}"
    seq:
      - {id: value, type: s4}
  data_unix_time:
    seq:
      - {id: value, type: u4, -time: unix}
  u2_list:
    seq:
      - {id: values, type: u2, repeat: eos}
  data_str:
    -webide-representation: "{text:str}"
    seq:
      - {id: text, type: str, size-eos: true, encoding: UTF-8}
  data_netbios_node_type:
    seq:
      - {id: node_type, type: u1, enum: netbios_node_type}
  data_overload:
    doc: The fields sname and file of the header hold options, too. Ignored in options that lie there themselves.
    seq:
      - {id: reserved, type: b6}
      - {id: in_sname, type: b1}
      - {id: in_file, type: b1}
    instances:
      file_options:
        io: _root._io
        pos: 108
        size: 128
        type: option_list
        if: in_file and _parent._io.size >= 240
      sname_options:
        io: _root._io
        pos: 44
        size: 64
        type: option_list
        if: in_sname and _parent._io.size >= 240
  data_message_type:
    -webide-representation: "{message_type}"
    seq:
      - {id: message_type, type: u1, enum: message_type}
  data_parameter_request_list:
    seq:
      - {id: codes, type: u1, enum: option_code, repeat: eos}
  data_client_identifier:
    seq:
      - id: type
        type: u1
        enum: hardware_type
        doc: 0 for what is no hardware address, 255 for an IAID and a DUID.
      - {id: iaid, type: u4, if: type.to_i == 255 and _io.size >= 7}
      - {id: duid_type, type: u2, enum: duid_type, if: type.to_i == 255 and _io.size >= 7}
      - {id: identifier, size-eos: true}
  data_client_fqdn:
    seq:
      - {id: reserved, type: b4}
      - {id: no_update, type: b1, doc: The server shall not update the DNS.}
      - {id: canonical_encoding, type: b1, doc: The name is in DNS encoding.}
      - {id: override, type: b1, doc: The server did not follow the wish of the client.}
      - {id: server_update, type: b1, doc: The server updates the A record.}
      - {id: rcode1, type: u1}
      - {id: rcode2, type: u1}
      - {id: labels, type: fqdn_label, repeat: eos, if: canonical_encoding}
      - {id: name, type: str, size-eos: true, encoding: ASCII, if: not canonical_encoding}
  fqdn_label:
    -webide-representation: "{text:str}"
    seq:
      - {id: len_text, type: u1}
      - {id: text, type: str, size: len_text, encoding: ASCII}
  data_relay_agent_information:
    seq:
      - {id: suboptions, type: relay_suboption, repeat: eos}
  relay_suboption:
    -webide-representation: "{code}"
    seq:
      - {id: code, type: u1, enum: relay_suboption}
      - {id: len_data, type: u1}
      - {id: data, size: len_data}
  data_authentication:
    seq:
      - {id: protocol, type: u1}
      - {id: algorithm, type: u1}
      - {id: replay_detection_method, type: u1}
      - {id: replay_detection, type: u8}
      - {id: information, size-eos: true}
  data_client_system:
    seq:
      - {id: architectures, type: u2, enum: architecture, repeat: eos}
  data_client_ndi:
    doc: Version of the Universal Network Device Interface.
    seq:
      - {id: type, type: u1}
      - {id: major, type: u1}
      - {id: minor, type: u1}
  data_client_machine_identifier:
    seq:
      - {id: type, type: u1}
      - {id: guid, size-eos: true}
  data_classless_routes:
    seq:
      - {id: routes, type: classless_route, repeat: eos}
  classless_route:
    -webide-representation: "{destination} /{prefix_length:dec} {router.text:str}"
    seq:
      - {id: prefix_length, type: u1}
      - id: destination
        size: (prefix_length + 7) / 8
        doc: Only the bytes that the prefix reaches into.
      - {id: router, type: ipv4_address}
  data_enterprise:
    seq:
      - {id: entries, type: enterprise_entry, repeat: eos}
  enterprise_entry:
    -webide-representation: "{enterprise:dec}"
    seq:
      - {id: enterprise, type: u4, doc: Private enterprise number of IANA.}
      - {id: len_data, type: u1}
      - {id: data, size: len_data}
  data_status_code:
    seq:
      - {id: status, type: u1}
      - {id: message, type: str, size-eos: true, encoding: UTF-8}
enums:
  op: {1: boot_request, 2: boot_reply}
  hardware_type: {
    1: ethernet, 2: experimental_ethernet, 3: ax_25, 4: pronet, 5: chaos, 6: ieee_802, 7: arcnet, 8: hyperchannel,
    11: localtalk, 15: frame_relay, 16: atm, 17: hdlc, 18: fibre_channel, 20: serial_line, 24: ieee_1394,
    27: eui_64, 32: infiniband, 255: node_specific}
  message_type: {
    1: discover, 2: offer, 3: request, 4: decline, 5: ack, 6: nak, 7: release, 8: inform, 9: force_renew,
    10: lease_query, 11: lease_unassigned, 12: lease_unknown, 13: lease_active, 14: bulk_lease_query,
    15: lease_query_done, 16: active_lease_query, 17: lease_query_status, 18: tls}
  netbios_node_type: {1: b_node, 2: p_node, 4: m_node, 8: h_node}
  duid_type: {1: link_layer_time, 2: enterprise, 3: link_layer, 4: uuid}
  architecture: {
    0: x86_bios, 1: nec_pc98, 2: itanium, 3: dec_alpha, 4: arc_x86, 5: intel_lean_client, 6: x86_uefi, 7: x64_uefi,
    8: xscale_uefi, 9: ebc, 10: arm32_uefi, 11: arm64_uefi, 15: x86_uefi_http, 16: x64_uefi_http, 17: ebc_http,
    18: arm32_uefi_http, 19: arm64_uefi_http, 25: riscv32_uefi, 27: riscv64_uefi}
  relay_suboption: {
    1: circuit_id, 2: remote_id, 4: docsis_device_class, 5: link_selection, 6: subscriber_id, 7: radius_attributes,
    8: authentication, 9: vendor_specific, 10: relay_agent_flags, 11: server_identifier_override,
    12: relay_agent_identifier, 19: source_port, 151: vss, 152: vss_control}
  option_code:
    0: pad
    1: subnet_mask
    2: time_offset
    3: router
    4: time_server
    5: name_server
    6: domain_name_server
    7: log_server
    8: cookie_server
    9: lpr_server
    10: impress_server
    11: resource_location_server
    12: host_name
    13: boot_file_size
    14: merit_dump_file
    15: domain_name
    16: swap_server
    17: root_path
    18: extensions_path
    19: ip_forwarding
    20: non_local_source_routing
    21: policy_filter
    22: maximum_datagram_reassembly_size
    23: default_ip_ttl
    24: path_mtu_aging_timeout
    25: path_mtu_plateau_table
    26: interface_mtu
    27: all_subnets_are_local
    28: broadcast_address
    29: perform_mask_discovery
    30: mask_supplier
    31: perform_router_discovery
    32: router_solicitation_address
    33: static_route
    34: trailer_encapsulation
    35: arp_cache_timeout
    36: ethernet_encapsulation
    37: tcp_default_ttl
    38: tcp_keepalive_interval
    39: tcp_keepalive_garbage
    40: nis_domain
    41: nis_server
    42: ntp_server
    43: vendor_specific
    44: netbios_name_server
    45: netbios_datagram_distribution_server
    46: netbios_node_type
    47: netbios_scope
    48: x_font_server
    49: x_display_manager
    50: requested_ip_address
    51: ip_address_lease_time
    52: overload
    53: message_type
    54: server_identifier
    55: parameter_request_list
    56: message
    57: maximum_message_size
    58: renewal_time
    59: rebinding_time
    60: vendor_class_identifier
    61: client_identifier
    62: netware_domain
    63: netware_information
    64: nis_plus_domain
    65: nis_plus_server
    66: tftp_server_name
    67: bootfile_name
    68: mobile_ip_home_agent
    69: smtp_server
    70: pop3_server
    71: nntp_server
    72: www_server
    73: finger_server
    74: irc_server
    75: streettalk_server
    76: stda_server
    77: user_class
    78: slp_directory_agent
    79: slp_service_scope
    80: rapid_commit
    81: client_fqdn
    82: relay_agent_information
    83: isns
    85: nds_server
    86: nds_tree_name
    87: nds_context
    88: bcmcs_domain_name
    89: bcmcs_address
    90: authentication
    91: client_last_transaction_time
    92: associated_ip
    93: client_system
    94: client_ndi
    95: ldap
    97: client_machine_identifier
    98: uap
    99: geoconf_civic
    100: posix_timezone
    101: tz_database_timezone
    108: ipv6_only_preferred
    112: netinfo_address
    113: netinfo_tag
    114: captive_portal
    116: auto_configure
    117: name_service_search
    118: subnet_selection
    119: domain_search
    120: sip_servers
    121: classless_static_route
    122: cablelabs_client_configuration
    123: geoconf
    124: vendor_class
    125: vendor_information
    136: pana_agent
    137: lost_server
    138: capwap_controller
    144: geolocation
    145: forcerenew_nonce_capable
    150: tftp_server_address
    151: status_code
    152: base_time
    153: start_time_of_state
    154: query_start_time
    155: query_end_time
    156: dhcp_state
    157: data_source
    161: mud_url
    175: etherboot
    208: pxelinux_magic
    209: pxelinux_config_file
    210: pxelinux_path_prefix
    211: pxelinux_reboot_time
    212: ipv6_rapid_deployment
    220: subnet_allocation
    221: virtual_subnet_selection
    249: microsoft_classless_static_route
    252: wpad
    255: end
