meta: {id: instances, endian: le}
seq:
  - {id: where, type: u1}
  - {id: sub, type: sub, size: 2}
types:
  sub:
    seq:
      - {id: a, type: u1}
    instances:
      own: {pos: 1, type: u1}
      of_root: {io: _root._io, pos: 1, type: u2}
      up: {value: _parent.where}
      top: {value: _root.where}
instances:
  placed: {pos: where, type: u1}
  beyond: {pos: 100, size-eos: true}
  negative: {pos: 0 - where, type: u1}
  too_long: {pos: 5, type: u2}
  size: {value: _io.size}
  at: {value: _io.pos}
  at_end: {value: _io.eof}
  several: {pos: 2, type: u1, repeat: expr, repeat-expr: 2}
  other: {value: sub}
  stream: {value: sub._io}
