# XZ files: streams of blocks; the index of each stream is reached from the stream footer.
# Specification: "The .xz File Format", version 1.2.1.
meta:
  id: xz
  title: XZ compressed data
  file-extension: [xz, txz]
  xref:
    mime: application/x-xz
  license: Apache-2.0
  endian: le
  bit-endian: be
  -detect:
    - {0: 'fd 37 7a 58 5a 00 00'}
doc: |
  Streams one after another, each a header, blocks, an index and a footer. The size of a block is in the index, the
  index is found through the footer; so the streams are listed from the last one to the first.
doc-ref: https://tukaani.org/xz/xz-file-format.txt
seq:
  - id: streams
    type: 'stream(_index == 0 ? _io.size : streams[_index - 1].ofs)'
    repeat: until
    repeat-until: _.is_first
    doc: The last stream of the file comes first; all that is in a stream is found by offset.
instances:
  first_header:
    pos: 0
    type: stream_header
    doc: For a file whose end is lost.
  first_block_start:
    pos: 12
    type: block_start
    if: _io.size > 12
    doc: For a file whose end is lost.
types:
  stream:
    doc: A stream with the padding that follows it, as found from where that padding ends.
    -webide-representation: '{index.num_records.value:dec} blocks at {ofs:dec}'
    params:
      - id: ofs_end
        type: s8
    instances:
      last_word:
        io: _root._io
        pos: ofs_end - 4
        type: u4
      padding_search:
        io: _root._io
        pos: 0
        type: padding_search(ofs_end)
        if: last_word == 0
      ofs_padding:
        value: 'last_word == 0 ? padding_search.steps.last.ofs + 4 : ofs_end'
      padding:
        io: _root._io
        pos: ofs_padding
        size: ofs_end - ofs_padding
        if: ofs_padding < ofs_end
        doc: Zero bytes, a multiple of four.
      footer:
        io: _root._io
        pos: ofs_padding - 12
        type: stream_footer
      ofs_index:
        value: ofs_padding - 12 - footer.len_index
      index:
        io: _root._io
        pos: ofs_index
        size: footer.len_index
        type: index
      len_blocks:
        value: 'index.num_records.value > 0 ? index.records.last.end : 0'
        doc: Number of bytes of all blocks.
      ofs:
        value: ofs_index - len_blocks - 12
      is_first:
        value: ofs < 32
        doc: There is no room for another stream before this one.
      header:
        io: _root._io
        pos: ofs
        type: stream_header
      blocks:
        io: _root._io
        pos: ofs + 12
        size: len_blocks
        type: blocks
        if: len_blocks > 0
  padding_search:
    doc: Steps back over the padding by four bytes.
    params:
      - id: ofs_end
        type: s8
    seq:
      - id: steps
        type: 'padding_word(_index == 0 ? ofs_end - 4 : steps[_index - 1].ofs - 4)'
        repeat: until
        repeat-until: not _.is_zero or _.ofs < 32
  padding_word:
    params:
      - id: ofs
        type: s8
    instances:
      value:
        io: _root._io
        pos: ofs
        type: u4
      is_zero:
        value: value == 0
  blocks:
    seq:
      - id: blocks
        size: _parent.index.records[_index].len_padded
        type: block(_index)
        repeat: expr
        repeat-expr: _parent.index.num_records.value
  stream_header:
    seq:
      - id: magic
        contents: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]
      - id: flags
        type: stream_flags
      - id: flags_crc32
        type: u4
  stream_footer:
    seq:
      - id: crc32
        type: u4
        doc: CRC-32 of the two fields that follow.
      - id: backward_size
        type: u4
        doc: Number of bytes of the index in units of four, less one.
      - id: flags
        type: stream_flags
      - id: magic
        contents: YZ
    instances:
      len_index:
        value: (backward_size + 1) * 4
  stream_flags:
    seq:
      - id: reserved
        type: u1
      - id: reserved_bits
        type: b4
      - id: check_type
        type: b4
        enum: check_types
    instances:
      len_check:
        value: |
          check_type.to_i == 0 ? 0 : check_type.to_i <= 3 ? 4 : check_type.to_i <= 6 ? 8
          : check_type.to_i <= 9 ? 16 : check_type.to_i <= 12 ? 32 : 64
        doc: Number of bytes of the check of a block.
  block:
    -webide-representation: '{header.flags.num_filters_less_one:dec} + 1 filters'
    params:
      - id: number
        type: s4
    seq:
      - id: len_header_coded
        type: u1
        doc: Number of bytes of the header with this field, in units of four, less one.
      - id: header
        size: len_header - 5
        type: block_header
      - id: header_crc32
        type: u4
      - id: compressed_data
        size: len_unpadded - len_header - len_check
        type:
          switch-on: header.filters.last.filter
          cases:
            filters::lzma2: lzma2_chunks
      - id: padding
        size: _io.size - _io.pos - len_check
      - id: check
        size: len_check
        type:
          switch-on: _parent._parent.header.flags.check_type
          cases:
            check_types::crc32: crc32
            check_types::crc64: crc64
    instances:
      len_header:
        value: (len_header_coded + 1) * 4
      len_unpadded:
        value: _parent._parent.index.records[number].unpadded_size.value
      len_check:
        value: _parent._parent.header.flags.len_check
  lzma2_chunks:
    seq:
      - id: chunks
        type: lzma2_chunk
        repeat: until
        repeat-until: _.control == 0 or _io.eof
      - id: rest
        size-eos: true
  lzma2_chunk:
    -webide-representation: '{control:hex}'
    seq:
      - id: control
        type: u1
        doc: |
          0 end; 1 uncompressed, with a reset of the dictionary; 2 uncompressed; from 128 on LZMA, with bits 5 and 6 for
          what is reset and bits 0 to 4 as bits 16 to 20 of the uncompressed size.
      - id: uncompressed_size_low
        type: u2be
        if: control == 1 or control == 2 or is_lzma
        doc: Number of uncompressed bytes, less one.
      - id: compressed_size_less_one
        type: u2be
        if: is_lzma
      - id: properties
        type: u1
        if: control >= 0xc0
        doc: (pb * 5 + lp) * 9 + lc
      - id: data
        size: 'is_lzma ? compressed_size_less_one + 1 : uncompressed_size_low + 1'
        if: control == 1 or control == 2 or is_lzma
    instances:
      is_lzma:
        value: control >= 0x80
      uncompressed_size:
        value: '((is_lzma ? control & 0x1f : 0) << 16) + uncompressed_size_low + 1'
        if: control == 1 or control == 2 or is_lzma
  crc32:
    seq:
      - id: value
        type: u4
  crc64:
    seq:
      - id: value
        type: u8
  block_start:
    seq:
      - id: len_header_coded
        type: u1
        doc: Zero when there is no block but the index follows.
      - id: header
        size: len_header_coded * 4 - 1
        type: block_header
        if: len_header_coded != 0
  block_header:
    seq:
      - id: flags
        type: block_flags
      - id: compressed_size
        type: multibyte_integer
        if: flags.has_compressed_size
      - id: uncompressed_size
        type: multibyte_integer
        if: flags.has_uncompressed_size
      - id: filters
        type: filter
        repeat: expr
        repeat-expr: flags.num_filters_less_one + 1
      - id: padding
        size-eos: true
  block_flags:
    seq:
      - id: has_uncompressed_size
        type: b1
      - id: has_compressed_size
        type: b1
      - id: reserved
        type: b4
      - id: num_filters_less_one
        type: b2
  filter:
    -webide-representation: '{filter}'
    seq:
      - id: code
        type: multibyte_integer
      - id: len_properties
        type: multibyte_integer
      - id: properties
        size: len_properties.value
        type:
          switch-on: filter
          cases:
            filters::lzma2: lzma2_properties
            filters::delta: delta_properties
            filters::x86: branch_properties
            filters::powerpc: branch_properties
            filters::ia64: branch_properties
            filters::arm: branch_properties
            filters::arm_thumb: branch_properties
            filters::sparc: branch_properties
            filters::arm64: branch_properties
            filters::riscv: branch_properties
    instances:
      filter:
        value: code.value
        enum: filters
  lzma2_properties:
    seq:
      - id: reserved
        type: b2
      - id: dictionary_size_coded
        type: b6
    instances:
      dictionary_size:
        value: |
          dictionary_size_coded >= 40 ? 0xffffffff
          : (2 | (dictionary_size_coded & 1)) << (dictionary_size_coded / 2 + 11)
        doc: In bytes.
  delta_properties:
    seq:
      - id: distance_less_one
        type: u1
  branch_properties:
    seq:
      - id: start_offset
        type: u4
        if: not _io.eof
  index:
    seq:
      - id: indicator
        contents: [0]
      - id: num_records
        type: multibyte_integer
      - id: records
        type: 'record(_index == 0 ? 0 : records[_index - 1].end)'
        repeat: expr
        repeat-expr: num_records.value
      - id: padding
        size: (4 - _io.pos % 4) % 4
      - id: crc32
        type: u4
  record:
    -webide-representation: '{unpadded_size.value:dec} -> {uncompressed_size.value:dec}'
    params:
      - id: previous_end
        type: s8
    seq:
      - id: unpadded_size
        type: multibyte_integer
        doc: Number of bytes of the block without its padding.
      - id: uncompressed_size
        type: multibyte_integer
    instances:
      len_padded:
        value: (unpadded_size.value + 3) / 4 * 4
      end:
        value: previous_end + len_padded
        doc: Offset of the end of the block from the end of the stream header.
  multibyte_integer:
    doc: Seven bits a byte, the low ones first; the top bit says that another byte follows.
    -webide-representation: '{value:dec}'
    seq:
      - id: bytes
        type: u1
        repeat: until
        repeat-until: _ < 0x80 or _index == 8
    instances:
      value:
        value: |
          (bytes[0] & 0x7f)
          + (bytes.size > 1 ? (bytes[1] & 0x7f) << 7 : 0)
          + (bytes.size > 2 ? (bytes[2] & 0x7f) << 14 : 0)
          + (bytes.size > 3 ? (bytes[3] & 0x7f) << 21 : 0)
          + (bytes.size > 4 ? (bytes[4] & 0x7f) << 28 : 0)
          + (bytes.size > 5 ? (bytes[5] & 0x7f) << 35 : 0)
          + (bytes.size > 6 ? (bytes[6] & 0x7f) << 42 : 0)
          + (bytes.size > 7 ? (bytes[7] & 0x7f) << 49 : 0)
          + (bytes.size > 8 ? (bytes[8] & 0x7f) << 56 : 0)
enums:
  check_types:
    0: none
    1: crc32
    4: crc64
    10: sha256
  filters:
    0x03: delta
    0x04: x86
    0x05: powerpc
    0x06: ia64
    0x07: arm
    0x08: arm_thumb
    0x09: sparc
    0x0a: arm64
    0x0b: riscv
    0x21: lzma2
