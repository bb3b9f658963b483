meta: {id: switches, endian: be}
seq:
  - {id: a, type: record}
  - {id: b, type: record}
  - {id: c, type: record}
  - {id: sized, type: sized}
  - {id: none, type: none}
  - {id: words, type: word}
types:
  record:
    seq:
      - {id: kind, type: u1}
      - id: body
        type:
          switch-on: kind
          cases:
            1: u1
            2: pair
            _: u2
  pair:
    seq:
      - {id: x, type: u1}
      - {id: y, type: u1}
  sized:
    seq:
      - {id: kind, type: u1}
      - id: body
        size: 4
        type:
          switch-on: kind
          cases:
            1: pair
  none:
    seq:
      - {id: kind, type: u1}
      - id: body
        type:
          switch-on: kind
          cases:
            1: pair
  word:
    seq:
      - id: body
        type:
          switch-on: '"b"'
          cases:
            '"a"': u2
            '"b"': u1
