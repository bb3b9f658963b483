meta: {id: positions_without_pos}
seq:
  - {id: a, type: u1}
  - {id: b, type: holder(third)}
instances:
  third: {type: nothing(7)}
types:
  nothing:
    params:
      - {id: v, type: u1}
  holder:
    params:
      - {id: n, type: nothing}
    seq:
      - {id: c, type: u1}
    instances:
      v: {value: n.v + c}
