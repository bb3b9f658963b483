# A UDP datagram.
# Specification: RFC 768.
meta:
  id: udp_datagram
  title: UDP datagram
  license: Apache-2.0
  endian: be
  imports:
    - dhcp_packet
    - dns_packet
doc: A datagram of the User Datagram Protocol. It begins at the start of its stream.
doc-ref: https://www.rfc-editor.org/rfc/rfc768
seq:
  - id: source_port
    type: u2
  - id: destination_port
    type: u2
  - id: length
    type: u2
    doc: Length of header and data in bytes; 0 where it does not fit 16 bits.
  - id: checksum
    type: u2
    doc: Over a pseudo header with the IP addresses, the header and the data; 0 means none.
  - id: data
    size: len_data
    type:
      switch-on: application
      cases:
        'application::dns': dns_packet
        'application::dhcp': dhcp_packet
  - id: surplus
    size-eos: true
    if: not _io.eof
    doc: Bytes behind the length given, of UDP options for example.
instances:
  len_data:
    value: 'length < 8 or length > _io.size ? _io.size - 8 : length - 8'
    doc: Length of the data in bytes, as far as it is there.
  application:
    value: |
      length > _io.size ? application::unknown
        : len_data >= 12 and (source_port == 53 or destination_port == 53 or destination_port == 5353
        or source_port == 5353 or source_port == 5355 or destination_port == 5355) ? application::dns
        : len_data >= 240 and (source_port == 67 or source_port == 68)
        and (destination_port == 67 or destination_port == 68) ? application::dhcp
        : application::unknown
    doc: What the data is read as, by the ports; data cut off stays bytes.
enums:
  application:
    0: unknown
    53: dns
    67: dhcp
