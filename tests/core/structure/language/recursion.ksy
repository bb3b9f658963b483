meta: {id: recursion}
seq:
  - {id: n, type: u1}
  - {id: next, type: recursion, if: n > 0}
