# One NTP message, the payload of a UDP datagram of port 123; SNTP too.
# Specification: RFC 5905 (version 4), RFC 1305 (version 3), RFC 7822 (extension fields), RFC 8915 (NTS), RFC 9327
# (control messages).
meta:
  id: ntp_packet
  title: NTP message
  xref:
    rfc: 5905
  license: Apache-2.0
  endian: be
doc: |
  Clocks are compared with the four times of such a message. Times count from 1900, in seconds and 2^-32 seconds.
doc-ref: https://www.rfc-editor.org/rfc/rfc5905
seq:
  - {id: leap_indicator, type: b2, enum: leap_indicator}
  - {id: version, type: b3}
  - {id: mode, type: b3, enum: mode}
  - id: body
    size-eos: true
    type:
      switch-on: mode
      cases:
        mode::control: control_message
        mode::private: private_message
        _: time_message
types:
  time_message:
    seq:
      - {id: stratum, type: u1, doc: 1 has a clock of its own; 0 is unknown or a refusal.}
      - {id: poll, type: s1, doc: Interval between messages as a power of two in seconds.}
      - {id: precision, type: s1, doc: Precision of the clock as a power of two in seconds.}
      - {id: root_delay, type: short_time}
      - {id: root_dispersion, type: short_time}
      - id: reference_name
        type: strz
        size: 4
        encoding: ASCII
        if: stratum < 2
        doc: Kind of clock, or why the server refuses.
      - id: reference_address
        type: ipv4_address
        if: stratum >= 2
        doc: Server that the clock was set by; for one with an IPv6 address the start of its MD5.
      - {id: reference_time, type: timestamp, doc: When the clock was set last.}
      - {id: origin_time, type: timestamp, doc: When the request left the client.}
      - {id: receive_time, type: timestamp, doc: When the request reached the server.}
      - {id: transmit_time, type: timestamp, doc: When this message left.}
      - id: extensions
        type: extension
        repeat: until
        repeat-until: _io.size - _io.pos <= 24
        if: _io.size - _io.pos > 24
      - {id: key_id, type: u4, if: _io.size - _io.pos >= 4}
      - {id: digest, size-eos: true, if: not _io.eof}
  short_time:
    -webide-representation: "{value}"
    seq:
      - {id: seconds, type: s2}
      - {id: fraction, type: u2}
    instances:
      value:
        value: seconds + fraction / 65536.0
        doc: Seconds.
  timestamp:
    -webide-representation: "{unix_seconds}"
    seq:
      - {id: seconds, type: u4, doc: Since 1900; the top bit clear means since 2036.}
      - {id: fraction, type: u4, doc: 2^-32 seconds.}
    instances:
      unix_seconds:
        value: 'seconds >= 0x80000000 ? seconds - 2208988800 : seconds + 2085978496'
        if: seconds != 0 or fraction != 0
        -time: unix
        doc: The same since 1970.
  ipv4_address:
    -webide-representation: "{text:str}"
    seq:
      - {id: octets, type: u1, repeat: expr, repeat-expr: 4}
    instances:
      text: {value: 'f"{octets[0]}.{octets[1]}.{octets[2]}.{octets[3]}"'}
  extension:
    -webide-representation: "{type} {length:dec}"
    seq:
      - {id: type, type: u2, enum: extension_type}
      - {id: length, type: u2, doc: Bytes with this header.}
      - {id: value, size: 'length > 4 ? length - 4 : 0'}
  control_message:
    -webide-representation: "{opcode} {sequence:dec}"
    seq:
      - {id: is_response, type: b1}
      - {id: is_error, type: b1}
      - {id: more, type: b1}
      - {id: opcode, type: b5, enum: opcode}
      - {id: sequence, type: u2}
      - {id: status, type: u2}
      - {id: association_id, type: u2}
      - {id: offset, type: u2, doc: Place of the data in the whole answer in bytes.}
      - {id: len_data, type: u2}
      - {id: data, type: str, size: len_data, encoding: UTF-8}
      - {id: padding, size: '(4 - len_data % 4) % 4', if: _io.size - _io.pos >= (4 - len_data % 4) % 4}
      - {id: authenticator, size-eos: true, if: not _io.eof}
  private_message:
    doc: Mode 7 of ntpd.
    seq:
      - {id: is_authenticated, type: b1}
      - {id: sequence, type: b7}
      - {id: implementation, type: u1}
      - {id: request_code, type: u1}
      - {id: error, type: b4}
      - {id: num_items, type: b12}
      - {id: reserved, type: b4}
      - {id: len_item, type: b12}
      - {id: data, size-eos: true}
enums:
  leap_indicator: {0: no_warning, 1: last_minute_has_61_seconds, 2: last_minute_has_59_seconds, 3: unsynchronized}
  mode:
    0: reserved
    1: symmetric_active
    2: symmetric_passive
    3: client
    4: server
    5: broadcast
    6: control
    7: private
  extension_type:
    0x0104: unique_identifier
    0x0204: nts_cookie
    0x0304: nts_cookie_placeholder
    0x0404: nts_authenticator
    0x0002: autokey_no_operation
    0x2005: checksum_complement
  opcode: {
    1: read_status, 2: read_variables, 3: write_variables, 4: read_clock_variables, 5: write_clock_variables,
    6: set_trap, 7: trap_response, 8: configuration, 9: export_configuration, 10: read_mru, 11: read_ordered_list,
    12: request_nonce, 31: unset_trap}
