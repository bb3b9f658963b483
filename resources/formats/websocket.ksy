# Frames of one direction of a WebSocket connection, with or without the HTTP header before them.
# Specification: RFC 6455; compression of RFC 7692; close codes of the IANA registry.
meta:
  id: websocket
  title: WebSocket frames
  xref:
    rfc: 6455
  license: Apache-2.0
  endian: be
doc: |
  What a client or a server sent after the upgrade of an HTTP connection. Frames of a client are masked; their payload
  is shown unmasked. Payloads under permessage-deflate (the bit rsv1) are left as bytes.
doc-ref: https://www.rfc-editor.org/rfc/rfc6455
seq:
  - id: handshake
    type: handshake
    if: has_handshake
    doc: The request or response that opens the connection.
  - {id: frames, type: frame, repeat: eos}
instances:
  start:
    pos: 0
    size: 4
    if: _io.size >= 4
  has_handshake:
    value: '_io.size < 4 ? false : start == [0x47, 0x45, 0x54, 0x20] or start == [0x48, 0x54, 0x54, 0x50]'
    doc: The first bytes are "GET " or "HTTP".
types:
  handshake:
    seq:
      - id: lines
        type: line
        repeat: until
        repeat-until: _.text.length <= 1 or _io.eof
  line:
    -webide-representation: "{text:str}"
    seq:
      - {id: text, type: str, terminator: 10, eos-error: false, encoding: UTF-8}
  frame:
    -webide-representation: "{opcode} {length:dec}"
    seq:
      - {id: fin, type: b1, doc: Last frame of the message.}
      - {id: rsv1, type: b1, doc: The message is compressed (permessage-deflate).}
      - {id: rsv2, type: b1}
      - {id: rsv3, type: b1}
      - {id: opcode, type: b4, enum: opcode}
      - {id: mask, type: b1}
      - {id: length_7, type: b7, doc: '126 and 127 stand for the longer length that follows.'}
      - {id: length_16, type: u2, if: length_7 == 126}
      - {id: length_64, type: u8, if: length_7 == 127}
      - {id: masking_key, size: 4, if: mask}
      - id: masked_payload
        size: length
        process: xor(masking_key)
        type:
          switch-on: kind
          cases:
            opcode::text: text
            opcode::close: close
        if: mask and length > 0
      - id: payload
        size: length
        type:
          switch-on: kind
          cases:
            opcode::text: text
            opcode::close: close
        if: not mask and length > 0
    instances:
      length:
        value: 'length_7 == 127 ? length_64 : length_7 == 126 ? length_16 : length_7'
        doc: Bytes.
      kind:
        value: 'rsv1 ? opcode::binary : opcode'
        doc: How the payload is shown.
  text:
    -webide-representation: "{text:str}"
    seq:
      - {id: text, type: str, size-eos: true, encoding: UTF-8}
  close:
    -webide-representation: "{code} {reason:str}"
    seq:
      - {id: code, type: u2, enum: close_code}
      - {id: reason, type: str, size-eos: true, encoding: UTF-8}
enums:
  opcode: {0: continuation, 1: text, 2: binary, 8: close, 9: ping, 10: pong}
  close_code:
    1000: normal_closure
    1001: going_away
    1002: protocol_error
    1003: unsupported_data
    1005: no_status_received
    1006: abnormal_closure
    1007: invalid_payload_data
    1008: policy_violation
    1009: message_too_big
    1010: mandatory_extension
    1011: internal_error
    1012: service_restart
    1013: try_again_later
    1014: bad_gateway
    1015: tls_handshake
    3000: unauthorized
    3003: forbidden
    3008: timeout
