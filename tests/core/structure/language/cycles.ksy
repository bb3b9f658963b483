meta: {id: cycles}
seq:
  - {id: next, type: u1}
  - {id: value, type: u1}
instances:
  again: {pos: 0, type: node}
types:
  node:
    seq:
      - {id: where, type: u1}
    instances:
      onward: {pos: 0, type: node}
