# A zlib stream as a file of its own.
# Specification: RFC 1950 "ZLIB Compressed Data Format Specification version 3.3".
meta:
  id: zlib
  title: zlib compressed data
  file-extension: [zlib, zz]
  xref:
    mime: application/zlib
  license: Apache-2.0
  endian: be
  -detect:
    - {0: '78 01'}
    - {0: '78 9c'}
    - {0: '78 da'}
doc: |
  A header of two bytes, deflated data and a checksum. The stream is taken to end with the file.
doc-ref: https://www.rfc-editor.org/rfc/rfc1950
seq:
  - id: window_size_log
    type: b4
    doc: Base-2 logarithm of the window size, less eight.
  - id: compression_method
    type: b4
    enum: compression_methods
  - id: compression_level
    type: b2
    enum: compression_levels
  - id: has_dictionary
    type: b1
  - id: check
    type: b5
    doc: Makes the first two bytes, as a big-endian number, a multiple of 31.
  - id: dictionary_id
    type: u4
    if: has_dictionary
    doc: Adler-32 checksum of the dictionary that the data was compressed with.
  - id: data
    size: _io.size - _io.pos - 4
    doc: Deflated data.
  - id: adler32
    type: u4
    doc: Adler-32 checksum of the uncompressed data.
instances:
  header:
    pos: 0
    type: u2
  is_header_valid:
    value: header % 31 == 0
  window_size:
    value: 1 << (window_size_log + 8)
    doc: In bytes.
  uncompressed:
    pos: 0
    size-eos: true
    process: zlib
    if: not has_dictionary and compression_method == compression_methods::deflate
    doc: What the whole stream decompresses to.
enums:
  compression_methods:
    8: deflate
    15: reserved
  compression_levels:
    0: fastest
    1: fast
    2: default
    3: slowest
