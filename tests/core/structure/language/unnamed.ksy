meta: {id: unnamed}
seq:
  - {type: u1}
  - {id: b, type: u1}
to-string: '"b is " + b.to_s'
