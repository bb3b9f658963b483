# bzip2 files, as far as they are aligned to bytes: the stream header and the header of the first block.
# Specification: bzip2 and libbzip2 manual; J. Tsai, "BZIP2: Format Specification".
meta:
  id: bzip2
  title: bzip2 compressed data
  file-extension: [bz2, tbz2, tbz]
  xref:
    mime: application/x-bzip2
  license: Apache-2.0
  endian: be
  bit-endian: be
  -detect:
    - {0: '42 5a 68 ?? 31 41 59 26 53 59'}
    - {0: '42 5a 68 ?? 17 72 45 38 50 90'}
doc: |
  A stream header, then blocks and an end mark that begin at any bit, so that only what the first block begins with can
  be told without decoding it. The last bytes are looked at for the end mark.
doc-ref: https://sourceware.org/bzip2/
seq:
  - id: magic
    contents: BZh
  - id: level
    type: u1
    valid:
      min: 0x31
      max: 0x39
    doc: A digit, the block size in units of 100000 bytes.
  - id: body
    type:
      switch-on: first_kind
      cases:
        1: block
        2: stream_end
  - id: rest
    size-eos: true
    doc: What is left of the first block, all others, the end mark, and any further streams.
instances:
  block_size:
    value: (level - 0x30) * 100000
    doc: In bytes, uncompressed.
  first_magic_high:
    pos: 4
    type: u2
  first_magic_low:
    pos: 6
    type: u4
  first_kind:
    value: |
      first_magic_high == 0x3141 and first_magic_low == 0x59265359 ? 1
      : first_magic_high == 0x1772 and first_magic_low == 0x45385090 ? 2 : 0
    doc: 1 a block, 2 the end mark of an empty stream.
  end:
    pos: _io.size - 11
    size: 11
    type: end_bits
    if: _io.size >= 25
    doc: The last 11 bytes, in which the end mark is, after zero to seven bits of the last block.
types:
  block:
    seq:
      - id: magic
        contents: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]
      - id: crc32
        type: u4
        doc: CRC-32 of the uncompressed block (most significant bit first).
      - id: randomized
        type: b1
      - id: origin_pointer
        type: b24
        doc: Index of the original data among the sorted rotations.
      - id: used_ranges
        type: b16
        doc: Which of the 16 ranges of 16 byte values are used, the lowest range in the top bit.
      - id: used_symbols
        type: b16
        repeat: expr
        repeat-expr: num_ranges
        doc: For each range that is used, which of its byte values are, the lowest in the top bit.
      - id: num_trees
        type: b3
        doc: Number of Huffman trees, 2 to 6.
      - id: num_selectors
        type: b15
        doc: Number of groups of 50 symbols; each selects a tree.
      - id: first_selector_bits
        type: b5
        doc: The selectors begin here, each so many ones and a zero.
    instances:
      sum_2:
        value: used_ranges - ((used_ranges >> 1) & 0x5555)
      sum_4:
        value: (sum_2 & 0x3333) + ((sum_2 >> 2) & 0x3333)
      sum_8:
        value: (sum_4 + (sum_4 >> 4)) & 0x0f0f
      num_ranges:
        value: (sum_8 + (sum_8 >> 8)) & 0x1f
        doc: Number of bits set in used_ranges.
  stream_end:
    seq:
      - id: magic
        contents: [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]
      - id: crc32
        type: u4
        doc: Combined CRC-32 of all blocks.
  end_bits:
    seq:
      - id: high
        type: u8
      - id: low
        size: 3
    instances:
      tail:
        pos: 7
        type: u4
      middle:
        pos: 6
        type: u1
      num_padding_bits:
        value: |
          ((high >> 8) & 0xffffffffffff) == 0x177245385090 ? 0
          : ((high >> 9) & 0xffffffffffff) == 0x177245385090 ? 1
          : ((high >> 10) & 0xffffffffffff) == 0x177245385090 ? 2
          : ((high >> 11) & 0xffffffffffff) == 0x177245385090 ? 3
          : ((high >> 12) & 0xffffffffffff) == 0x177245385090 ? 4
          : ((high >> 13) & 0xffffffffffff) == 0x177245385090 ? 5
          : ((high >> 14) & 0xffffffffffff) == 0x177245385090 ? 6
          : ((high >> 15) & 0xffffffffffff) == 0x177245385090 ? 7 : -1
        doc: Number of bits after the end mark, -1 when the file does not end with one.
      crc32:
        value: (((middle << 32) + tail) >> num_padding_bits) & 0xffffffff
        if: num_padding_bits >= 0
        doc: Combined CRC-32 of all blocks of the last stream.
