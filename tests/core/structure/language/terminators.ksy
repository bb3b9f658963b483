meta: {id: terminators}
seq:
  - {id: plain, terminator: 0x7c}
  - {id: kept, terminator: 0x7c, consume: false}
  - {id: bar, size: 1}
  - {id: with_it, terminator: 0x7c, include: true}
  - {id: open_end, terminator: 0x7c, eos-error: false}
