meta: {id: contents}
seq:
  - {id: magic, contents: [0x89, PNG]}
  - {id: letter, contents: Q}
  - {id: unreached, size: 1}
