meta: {id: enums}
seq:
  - {id: known, type: u1, enum: animal}
  - {id: nested, type: u1, enum: zoo::animal}
  - {id: unknown, type: u1, enum: animal}
  - {id: negative, type: s1, enum: animal}
types:
  zoo:
    enums:
      animal: {2: tiger}
enums:
  animal:
    1: cat
    2: {id: dog, doc: barks}
    -1: none
instances:
  is_cat: {value: known == animal::cat}
  number: {value: known.to_i + animal::dog.to_i}
  computed: {value: known.to_i + 1, enum: animal}
  tiger: {value: zoo::animal::tiger}
