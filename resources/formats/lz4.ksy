# LZ4 frames, legacy frames and skippable frames.
# Specification: "LZ4 Frame Format Description" 1.6.3 and "LZ4 Block Format Description".
meta:
  id: lz4
  title: LZ4 compressed data
  file-extension: lz4
  xref:
    mime: application/x-lz4
  license: Apache-2.0
  endian: le
  bit-endian: be
  -detect:
    - {0: '04 22 4d 18'}
    - {0: '02 21 4c 18'}
doc: |
  Frames of blocks. A block with its top size bit set is not compressed; a size of zero ends a frame.
doc-ref: https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md
seq:
  - id: frames
    type: frame
    repeat: eos
types:
  frame:
    -webide-representation: '{magic:hex}'
    seq:
      - id: magic
        type: u4
      - id: body
        type:
          switch-on: kind
          cases:
            frame_kinds::lz4: lz4_frame
            frame_kinds::legacy: legacy_frame
            frame_kinds::skippable: skippable_frame
            _: unknown_frame
    instances:
      kind:
        value: |
          magic == 0x184d2204 ? frame_kinds::lz4
          : magic == 0x184c2102 ? frame_kinds::legacy
          : (magic & 0xfffffff0) == 0x184d2a50 ? frame_kinds::skippable
          : frame_kinds::unknown
  unknown_frame:
    seq:
      - id: data
        size-eos: true
  skippable_frame:
    seq:
      - id: len_data
        type: u4
      - id: data
        size: len_data
  legacy_frame:
    doc: The blocks go on to the end of the file or to the magic number of another frame.
    seq:
      - id: blocks
        type: legacy_block
        repeat: until
        repeat-until: _.is_last
  legacy_block:
    -webide-representation: '{len_data:dec} bytes'
    seq:
      - id: len_data
        type: u4
      - id: data
        size: len_data
      - id: end
        type: block_end(_io.pos)
    instances:
      is_last:
        value: end.is_last
  block_end:
    params:
      - id: ofs
        type: s8
    instances:
      next_word:
        pos: ofs
        type: u4
        if: ofs <= _io.size - 4
      is_last:
        value: |
          ofs <= _io.size - 4
          ? next_word == 0x184d2204 or next_word == 0x184c2102 or (next_word & 0xfffffff0) == 0x184d2a50
          : true
  lz4_frame:
    seq:
      - id: flags
        type: flags
      - id: block_descriptor
        type: block_descriptor
      - id: content_size
        type: u8
        if: flags.has_content_size
        doc: Number of uncompressed bytes.
      - id: dictionary_id
        type: u4
        if: flags.has_dictionary_id
      - id: header_checksum
        type: u1
        doc: The second byte of the XXH32 of the descriptor.
      - id: blocks
        type: block
        repeat: until
        repeat-until: _.is_end_mark
      - id: content_checksum
        type: u4
        if: flags.has_content_checksum
        doc: XXH32 of the uncompressed data.
  flags:
    seq:
      - id: version
        type: b2
        doc: Always 1.
      - id: independent_blocks
        type: b1
        doc: No block needs the data of those before it.
      - id: has_block_checksums
        type: b1
      - id: has_content_size
        type: b1
      - id: has_content_checksum
        type: b1
      - id: reserved
        type: b1
      - id: has_dictionary_id
        type: b1
  block_descriptor:
    seq:
      - id: reserved_1
        type: b1
      - id: max_block_size
        type: b3
        enum: block_sizes
      - id: reserved_2
        type: b4
  block:
    -webide-representation: '{len_data:dec} bytes'
    seq:
      - id: size
        type: u4
        doc: Number of bytes of data; the top bit says that the block is not compressed.
      - id: data
        size: len_data
        if: not is_end_mark
      - id: checksum
        type: u4
        if: _parent.flags.has_block_checksums and not is_end_mark
        doc: XXH32 of the data as stored.
    instances:
      is_end_mark:
        value: size == 0
      is_uncompressed:
        value: size >> 31 == 1
      len_data:
        value: size & 0x7fffffff
enums:
  frame_kinds:
    0: unknown
    1: lz4
    2: legacy
    3: skippable
  block_sizes:
    4: max_64_kib
    5: max_256_kib
    6: max_1_mib
    7: max_4_mib
