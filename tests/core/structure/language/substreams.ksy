meta: {id: substreams}
seq:
  - {id: len, type: u1}
  - {id: outer, type: outer, size: len}
  - {id: ended, type: one, terminator: 6}
  - {id: rest, type: one, size-eos: true}
types:
  outer:
    seq:
      - {id: first, type: u1}
      - {id: inner, size: 2, type: one}
      - {id: left, size-eos: true}
  one:
    seq:
      - {id: v, type: u1}
    instances:
      last: {pos: _io.size - 1, type: u1}
