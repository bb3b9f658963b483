meta: {id: validation}
seq:
  - {id: eq, type: u1, valid: 1}
  - {id: range, type: u1, valid: {min: 1, max: 5}}
  - {id: any, type: u1, valid: {any-of: [1, 2, 3]}}
  - {id: known, type: u1, enum: e, valid: {in-enum: true}}
  - {id: holds, type: u1, valid: {expr: _ % 2 == 1}}
  - {id: fails, type: u1, valid: {max: 0x29}}
  - {id: unreached, type: u1}
enums:
  e: {2: two}
