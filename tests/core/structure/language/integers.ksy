meta: {id: integers, endian: le}
seq:
  - {id: a, type: u1}
  - {id: b, type: s1}
  - {id: c, type: u2}
  - {id: d, type: u2be}
  - {id: e, type: s2}
  - {id: f, type: s2be}
  - {id: g, type: u4}
  - {id: h, type: u4be}
  - {id: i, type: s4}
  - {id: j, type: u8}
  - {id: k, type: u8}
  - {id: l, type: s8}
