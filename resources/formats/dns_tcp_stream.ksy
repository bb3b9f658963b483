# DNS messages as they follow one another in a TCP connection, one direction of it.
# Specification: RFC 1035 section 4.2.2, RFC 7766.
meta:
  id: dns_tcp_stream
  title: DNS messages over TCP
  xref:
    rfc: 7766
  license: Apache-2.0
  endian: be
  imports: [dns_packet]
doc: |
  A sequence of DNS messages, each after its length; a zone transfer is such a sequence.
doc-ref: https://www.rfc-editor.org/rfc/rfc7766
seq:
  - id: messages
    type: message
    repeat: eos
types:
  message:
    -webide-representation: "{body.flags.opcode} {len_body:dec}"
    seq:
      - {id: len_body, type: u2}
      - {id: body, size: len_body, type: dns_packet}
