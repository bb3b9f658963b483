# A message of IGMP, versions 1 to 3.
# Specification: RFC 1112, RFC 2236, RFC 3376, RFC 9776.
meta:
  id: igmp_packet
  title: IGMP message
  license: Apache-2.0
  endian: be
  bit-endian: be
  imports:
    - ipv4_packet
doc: A message of the Internet Group Management Protocol. It begins at the start of its stream.
doc-ref: https://www.rfc-editor.org/rfc/rfc3376
seq:
  - id: message_type
    type: u1
    enum: message_type
  - id: max_response_code
    type: u1
    doc: |
      In a query, longest time until the answer in units of 0.1 s; from 128 on a floating-point number in version 3.
      Else reserved.
  - id: checksum
    type: u2
    doc: Complement of the ones' complement sum of the message's 16-bit words.
  - id: group_address
    type: ipv4_packet::address
    if: not is_version_3_report
    doc: The group; 0.0.0.0 in a general query.
  - id: query
    type: version_3_query
    if: message_type == message_type::membership_query and _io.size >= 12
  - id: report
    type: version_3_report
    if: is_version_3_report
  - id: rest
    size-eos: true
    if: not _io.eof
instances:
  is_version_3_report:
    value: message_type == message_type::version_3_membership_report
types:
  version_3_query:
    seq:
      - id: flags
        type: b4
      - id: suppress
        type: b1
        doc: Routers leave their timers alone.
      - id: robustness
        type: b3
        doc: Robustness variable of the querier; 0 if it is above 7.
      - id: query_interval_code
        type: u1
        doc: Query interval of the querier in seconds; from 128 on a floating-point number.
      - id: num_sources
        type: u2
      - id: sources
        type: ipv4_packet::address
        repeat: expr
        repeat-expr: 'num_sources * 4 <= _io.size - 12 ? num_sources : (_io.size - 12) / 4'
  version_3_report:
    seq:
      - id: flags
        type: u2
      - id: num_records
        type: u2
      - id: records
        type: group_record(_io.pos)
        repeat: until
        repeat-until: records.size >= num_records or _io.size - _io.pos < 8
        if: num_records > 0 and _io.size >= 16
  group_record:
    -webide-representation: "{record_type} {multicast_address}"
    params:
      - id: ofs_record
        type: u4
        doc: Where in the message the record begins.
    seq:
      - id: record_type
        type: u1
        enum: record_type
      - id: auxiliary_data_length
        type: u1
        doc: In units of 4 bytes.
      - id: num_sources
        type: u2
      - id: multicast_address
        type: ipv4_packet::address
      - id: sources
        type: ipv4_packet::address
        repeat: expr
        repeat-expr: |
          num_sources * 4 <= _io.size - ofs_record - 8 ? num_sources : (_io.size - ofs_record - 8) / 4
      - id: auxiliary_data
        size: 'auxiliary_data_length * 4 <= _io.size - _io.pos ? auxiliary_data_length * 4 : _io.size - _io.pos'
        if: auxiliary_data_length > 0
enums:
  message_type:
    0x11: membership_query
    0x12: version_1_membership_report
    0x13: dvmrp
    0x14: pim_version_1
    0x15: cisco_trace
    0x16: version_2_membership_report
    0x17: leave_group
    0x1e: multicast_traceroute_response
    0x1f: multicast_traceroute
    0x22: version_3_membership_report
    0x30: multicast_router_advertisement
    0x31: multicast_router_solicitation
    0x32: multicast_router_termination
  record_type:
    1: mode_is_include
    2: mode_is_exclude
    3: change_to_include_mode
    4: change_to_exclude_mode
    5: allow_new_sources
    6: block_old_sources
