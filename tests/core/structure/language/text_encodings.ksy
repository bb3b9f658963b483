meta: {id: text_encodings}
seq:
  - {id: latin, type: str, size: 2, encoding: ISO-8859-1}
  - {id: euro, type: str, size: 1, encoding: windows-1252}
  - {id: ascii, type: str, size: 2, encoding: ASCII}
  - {id: dos, type: str, size: 1, encoding: IBM437}
  - {id: wide, type: str, size: 8, encoding: UTF-16BE}
  - {id: kana, type: str, size: 2, encoding: UTF-16BE}
  - {id: sjis, type: str, size: 2, encoding: Shift_JIS}
