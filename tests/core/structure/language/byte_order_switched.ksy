meta: {id: byte_order_switched}
seq:
  - {id: parts, type: part, repeat: eos}
types:
  part:
    seq:
      - {id: mark, size: 2}
      - {id: body, type: body}
  body:
    meta:
      endian:
        switch-on: _parent.mark
        cases:
          '[0x49, 0x49]': le
          _: be
    seq:
      - {id: n, type: u1}
      - {id: a, type: u2}
      - {id: inner, type: inner}
    types:
      inner:
        seq:
          - {id: b, type: u2}
