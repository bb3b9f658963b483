meta: {id: floats, endian: be}
seq:
  - {id: a, type: f4le}
  - {id: b, type: f8}
  - {id: nan, type: f4}
  - {id: minus_infinity, type: f4}
  - {id: minus_zero, type: f4}
  - {id: small, type: f8}
  - {id: large, type: f8}
instances:
  half: {value: a / 3}
  rounded: {value: (a * 3).to_i}
