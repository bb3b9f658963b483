meta: {id: sizes, endian: le}
seq:
  - {id: a, type: pair}
  - {id: b, type: b3}
types:
  pair:
    seq:
      - {id: x, type: u2}
      - {id: y, size: 3}
instances:
  of_type: {value: sizeof<pair>}
  of_builtin: {value: sizeof<u4>}
  in_bits: {value: bitsizeof<pair>}
  of_field: {value: a._sizeof}
  of_inner: {value: a.x._sizeof}
  of_itself: {value: _sizeof}
