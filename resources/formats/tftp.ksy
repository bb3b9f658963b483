# One TFTP message, the payload of a UDP datagram.
# Specification: RFC 1350, options of RFC 2347, 2348, 2349, 7440.
meta:
  id: tftp
  title: TFTP message
  xref:
    rfc: 1350
  license: Apache-2.0
  endian: be
doc: |
  A request, a block of a file, an acknowledgement or an error of the Trivial File Transfer Protocol.
doc-ref: https://www.rfc-editor.org/rfc/rfc1350
seq:
  - {id: opcode, type: u2, enum: opcode}
  - id: body
    size-eos: true
    type:
      switch-on: opcode
      cases:
        opcode::read_request: request
        opcode::write_request: request
        opcode::data: data
        opcode::acknowledgement: acknowledgement
        opcode::error: error
        opcode::option_acknowledgement: option_acknowledgement
types:
  request:
    -webide-representation: "{file_name:str} {mode:str}"
    seq:
      - {id: file_name, type: strz, encoding: UTF-8}
      - {id: mode, type: strz, encoding: ASCII, eos-error: false, doc: 'netascii, octet or mail.'}
      - {id: options, type: option, repeat: eos}
  option:
    -webide-representation: "{name:str} {value:str}"
    seq:
      - {id: name, type: strz, encoding: ASCII, eos-error: false}
      - {id: value, type: strz, encoding: ASCII, eos-error: false}
  data:
    -webide-representation: "{block:dec}"
    seq:
      - {id: block, type: u2, doc: From 1.}
      - {id: data, size-eos: true, doc: The last block is shorter than the others.}
  acknowledgement:
    -webide-representation: "{block:dec}"
    seq:
      - {id: block, type: u2}
  error:
    -webide-representation: "{code} {message:str}"
    seq:
      - {id: code, type: u2, enum: error_code}
      - {id: message, type: strz, encoding: UTF-8, eos-error: false}
  option_acknowledgement:
    seq:
      - {id: options, type: option, repeat: eos}
enums:
  opcode: {1: read_request, 2: write_request, 3: data, 4: acknowledgement, 5: error, 6: option_acknowledgement}
  error_code:
    0: not_defined
    1: file_not_found
    2: access_violation
    3: disk_full
    4: illegal_operation
    5: unknown_transfer_id
    6: file_already_exists
    7: no_such_user
    8: option_refused
