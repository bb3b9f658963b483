meta: {id: parents}
seq:
  - {id: one, type: middle}
  - {id: two, type: leaf, parent: one}
  - {id: three, type: alone, parent: false}
types:
  middle:
    seq:
      - {id: value, type: u1}
      - {id: inner, type: leaf, parent: _parent.one}
  leaf:
    seq:
      - {id: value, type: u1}
    instances:
      of_parent: {value: _parent.value}
  alone:
    seq:
      - {id: value, type: u1}
