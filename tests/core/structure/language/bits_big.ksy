meta: {id: bits_big, bit-endian: be}
seq:
  - {id: flag, type: b1}
  - {id: three, type: b3}
  - {id: ten, type: b10}
  - {id: color, type: b2, enum: color}
  - {id: whole, type: u1}
  - {id: wide, type: b64}
enums:
  color: {0: red, 2: green}
