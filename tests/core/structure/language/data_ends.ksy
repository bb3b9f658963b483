meta: {id: data_ends, endian: le}
seq:
  - {id: count, type: u1}
  - {id: items, type: item, repeat: expr, repeat-expr: count}
  - {id: unreached, type: u1}
types:
  item:
    seq:
      - {id: a, type: u1}
      - {id: b, type: u2}
instances:
  still: {pos: 0, type: u1}
