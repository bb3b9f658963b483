meta: {id: parameters}
seq:
  - {id: one, type: u1}
  - {id: two, type: 'user(one, "x", [one, 300], _io, third, true, 1.5)'}
instances:
  third: {pos: 0, type: small}
types:
  small:
    seq:
      - {id: v, type: u1}
  user:
    params:
      - {id: number, type: u1}
      - {id: text, type: str}
      - {id: numbers, type: 'u4[]'}
      - {id: stream, type: io}
      - {id: node, type: small}
      - {id: flag, type: bool}
      - {id: float, type: f8}
    seq:
      - {id: value, type: u1}
    instances:
      sum: {value: 'number + numbers[1] + node.v'}
