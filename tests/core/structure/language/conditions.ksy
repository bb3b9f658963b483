meta: {id: conditions}
seq:
  - {id: has, type: u1}
  - {id: there, type: u1, if: has == 1}
  - {id: not_there, type: u1, if: has != 1}
  - {id: size_of_nothing, size: not_there}
instances:
  is_equal: {value: not_there == 3}
  sum: {value: not_there + 1}
  never: {value: 3, if: has > 1}
