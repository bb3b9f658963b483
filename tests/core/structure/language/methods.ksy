meta: {id: methods, encoding: ASCII}
seq:
  - {id: hex, type: str, size: 2}
  - {id: dec, type: str, size: 2}
  - {id: raw, size: 1}
instances:
  from_hex: {value: hex.to_i(16)}
  from_dec: {value: dec.to_i}
  no_number: {value: hex.to_i}
  to_text: {value: (12 + 3).to_s}
  from_bytes: {value: '[0x41, 0x42].to_s("ASCII")'}
  flag: {value: (1 == 1).to_i}
  truncated: {value: 2.9.to_i}
  formatted: {value: 'f"{hex}={from_hex + 1}!"'}
  literal: {value: '[1, 2, 0x100]'}
  bytes: {value: '[1, 2, 3]'}
  bytes_length: {value: bytes.length}
  bytes_equal: {value: 'raw == [0]'}
