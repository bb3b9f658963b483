meta: {id: processes}
seq:
  - {id: xored, size: 2, process: xor(0xff)}
  - {id: keyed, size: 2, process: 'xor([1, 2])'}
  - {id: left, size: 1, process: rol(3)}
  - {id: right, size: 1, process: ror(3)}
  - {id: packed, size: 11, process: zlib, type: letters}
  - {id: broken, size: 1, process: zlib}
types:
  letters:
    seq:
      - {id: first, type: u1}
    instances:
      rest: {pos: 1, size-eos: true}
