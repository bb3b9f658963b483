meta: {id: strings, encoding: UTF-8}
seq:
  - {id: zero, type: strz}
  - {id: included, type: strz, include: true}
  - {id: fixed, type: str, size: 3}
  - {id: wide, type: strz, encoding: UTF-16LE}
  - {id: malformed, type: str, size: 4}
  - {id: padded, type: str, size: 5, pad-right: 0x20}
  - {id: cut, type: str, size: 6, pad-right: 0x20, terminator: 0x7c}
  - {id: rest, type: str, size-eos: true, encoding: ASCII}
instances:
  length: {value: rest.length}
  reversed: {value: rest.reverse}
  part: {value: 'rest.substring(1, 3)'}
  joined: {value: fixed + "-" + rest}
  order: {value: fixed > rest}
