meta: {id: terminator_missing}
seq:
  - {id: fails, terminator: 0}
  - {id: unreached, size: 1}
