meta: {id: bits_little, bit-endian: le}
seq:
  - {id: flag, type: b1}
  - {id: three, type: b3}
  - {id: ten, type: b10}
  - {id: rest, type: b2}
  - {id: whole, type: u1}
  - {id: mixed, type: b12be}
  - {id: tail, type: part}
types:
  part:
    seq:
      - {id: a, type: b3}
      - {id: b, type: u1}
