meta: {id: arithmetic}
seq:
  - {id: n, type: s1}
instances:
  div: {value: n / 2}
  mod: {value: n % 3}
  by_zero: {value: 1 / (n + 5)}
  shifted: {value: n >> 1}
  left: {value: 1 << 40}
  bitwise: {value: '(0xf0 & 0x3c) | (1 ^ 3)'}
  inverted: {value: ~n}
  mixed: {value: n * 1.5}
  precedence: {value: 1 + 2 * 3 - 4 / 2}
  ternary: {value: 'n < 0 ? "less" : "more"'}
  logic: {value: not (n > 0 and n < 5) or false}
  compared: {value: 2 <= 2.0}
  large: {value: 0xffff_ffff_ffff_ffff + 1}
  octal: {value: 0o17 + 0b101}
