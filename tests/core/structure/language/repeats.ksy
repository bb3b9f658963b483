meta: {id: repeats}
seq:
  - {id: count, type: u1}
  - {id: counted, type: u1, repeat: expr, repeat-expr: count}
  - {id: until_ff, type: u1, repeat: until, repeat-until: _ == 0xff}
  - {id: rest, type: item(_index), repeat: eos}
types:
  item:
    params:
      - {id: number, type: u4}
    seq:
      - {id: value, type: u1}
    instances:
      doubled: {value: value * 2 + number}
instances:
  first: {value: counted.first}
  last: {value: counted.last}
  least: {value: counted.min}
  most: {value: counted.max}
  size: {value: counted.size}
  beyond: {value: 'counted[3]'}
  inner: {value: 'rest[1].doubled'}
