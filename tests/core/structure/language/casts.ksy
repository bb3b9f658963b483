meta: {id: casts, endian: le}
seq:
  - {id: kind, type: u1}
  - id: body
    type:
      switch-on: kind
      cases:
        1: small
        2: other
types:
  small:
    seq:
      - {id: a, type: u2}
  other:
    seq:
      - {id: b, type: u1}
instances:
  a: {value: body.as<small>.a}
  wrong: {value: body.as<other>.b}
  number: {value: (kind + 0.5).as<f8>}
