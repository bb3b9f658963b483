meta:
  id: byte_order_undecided
  endian:
    switch-on: _io.size
    cases:
      1: le
seq:
  - {id: a, type: u2}
