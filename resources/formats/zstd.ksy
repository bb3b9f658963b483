# Zstandard files: frames of blocks, skippable frames and the seek table of the seekable format.
# Specification: RFC 8878 "Zstandard Compression and the 'application/zstd' Media Type"; zstd, contrib/seekable_format.
meta:
  id: zstd
  title: Zstandard compressed data
  file-extension: [zst, tzst]
  xref:
    mime: application/zstd
  license: Apache-2.0
  endian: le
  bit-endian: le
  -detect:
    - {0: '28 b5 2f fd'}
    - {0: '50 2a 4d 18 04 00 00 00'}
doc: |
  Frames that are decompressed one after another, and skippable frames that hold other data.
doc-ref: https://www.rfc-editor.org/rfc/rfc8878
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
            frame_kinds::zstandard: zstandard_frame
            frame_kinds::skippable: skippable_frame
            _: unknown_frame
    instances:
      kind:
        value: |
          magic == 0xfd2fb528 ? frame_kinds::zstandard
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
        type: skippable_data
  skippable_data:
    seq:
      - id: data
        size-eos: true
    instances:
      last_word:
        pos: _io.size - 4
        type: u4
        if: _io.size >= 9
      seek_table:
        pos: 0
        type: seek_table
        if: '_io.size >= 9 ? last_word == 0x8f92eab1 : false'
  seek_table:
    doc: The sizes of all frames of a seekable file.
    seq:
      - id: entries
        type:
          switch-on: descriptor.has_checksums
          cases:
            true: seek_entry_checksum
            false: seek_entry
        repeat: expr
        repeat-expr: num_frames
    instances:
      num_frames:
        pos: _io.size - 9
        type: u4
      descriptor:
        pos: _io.size - 5
        type: seek_table_descriptor
      magic:
        pos: _io.size - 4
        contents: [0xb1, 0xea, 0x92, 0x8f]
  seek_table_descriptor:
    seq:
      - id: unused
        type: b2
      - id: reserved
        type: b5
      - id: has_checksums
        type: b1
  seek_entry:
    -webide-representation: '{compressed_size:dec} -> {decompressed_size:dec}'
    seq:
      - id: compressed_size
        type: u4
      - id: decompressed_size
        type: u4
  seek_entry_checksum:
    -webide-representation: '{compressed_size:dec} -> {decompressed_size:dec}'
    seq:
      - id: compressed_size
        type: u4
      - id: decompressed_size
        type: u4
      - id: checksum
        type: u4
        doc: The low 4 bytes of the XXH64 of the uncompressed frame.
  zstandard_frame:
    seq:
      - id: descriptor
        type: frame_header_descriptor
      - id: window_descriptor
        type: window_descriptor
        if: not descriptor.single_segment
      - id: dictionary_id
        type:
          switch-on: descriptor.dictionary_id_flag
          cases:
            1: u1
            2: u2
            3: u4
      - id: frame_content_size
        type:
          switch-on: len_content_size
          cases:
            1: u1
            2: u2
            4: u4
            8: u8
        doc: Number of uncompressed bytes (less 256 when the field has two bytes).
      - id: blocks
        type: block
        repeat: until
        repeat-until: _.is_last
      - id: content_checksum
        type: u4
        if: descriptor.has_content_checksum
        doc: The low 4 bytes of the XXH64 of the uncompressed data.
    instances:
      len_content_size:
        value: |
          descriptor.content_size_flag == 0 ? (descriptor.single_segment ? 1 : 0)
          : descriptor.content_size_flag == 1 ? 2
          : descriptor.content_size_flag == 2 ? 4 : 8
      content_size:
        value: 'len_content_size == 2 ? frame_content_size + 256 : frame_content_size'
        if: len_content_size > 0
        doc: Number of uncompressed bytes.
  frame_header_descriptor:
    seq:
      - id: dictionary_id_flag
        type: b2
      - id: has_content_checksum
        type: b1
      - id: reserved
        type: b1
      - id: unused
        type: b1
      - id: single_segment
        type: b1
        doc: The window has the size of the content.
      - id: content_size_flag
        type: b2
  window_descriptor:
    seq:
      - id: mantissa
        type: b3
      - id: exponent
        type: b5
    instances:
      window_size:
        value: (1 << (10 + exponent)) + ((1 << (10 + exponent)) / 8) * mantissa
        doc: In bytes.
  block:
    -webide-representation: '{block_type} {block_size:dec}'
    seq:
      - id: is_last
        type: b1
      - id: block_type
        type: b2
        enum: block_types
      - id: block_size
        type: b21
        doc: Number of bytes of the block, or how often the byte of a run is repeated.
      - id: data
        size: 'block_type == block_types::rle ? 1 : block_size'
        type:
          switch-on: block_type
          cases:
            block_types::compressed: compressed_block
  compressed_block:
    seq:
      - id: literals_block_type
        type: b2
        enum: literals_block_types
      - id: size_format_low
        type: b1
        doc: |
          With raw and repeated literals, whether the size has more than 5 bits. Else the low bit of the size format:
          0 one stream and sizes of 10 bits, 1 to 3 four streams and sizes of 10, 14 or 18 bits.
      - id: size_format_high
        type: b1
        if: is_coded or size_format_low
        doc: With raw and repeated literals, whether the size has 20 bits, not 12; else the high bit of the size format.
      - id: regenerated_size_5
        type: b5
        if: not is_coded and not size_format_low
      - id: regenerated_size_10
        type: b10
        if: is_coded
      - id: regenerated_size_12
        type: b12
        if: not is_coded and size_format_low
      - id: regenerated_size_middle
        type: b4
        if: is_coded and size_format_high
      - id: regenerated_size_high
        type: b4
        if: is_coded and size_format_high and size_format_low
      - id: regenerated_size_high_8
        type: b8
        if: 'not is_coded and size_format_low ? size_format_high : false'
      - id: compressed_size_10
        type: b10
        if: is_coded
      - id: compressed_size_middle
        type: b4
        if: is_coded and size_format_high
      - id: compressed_size_high
        type: b4
        if: is_coded and size_format_high and size_format_low
      - id: literals
        size: |
          is_coded ? compressed_size
          : literals_block_type == literals_block_types::rle ? 1 : regenerated_size
        type:
          switch-on: is_coded
          cases:
            true: |
              huffman_literals(literals_block_type == literals_block_types::compressed,
              size_format_low or size_format_high)
      - id: sequences
        type: sequences
    instances:
      is_coded:
        value: |
          literals_block_type == literals_block_types::compressed
          or literals_block_type == literals_block_types::treeless
      regenerated_size:
        value: |
          is_coded ? regenerated_size_10 + (size_format_high ? regenerated_size_middle << 10 : 0)
          + (size_format_high and size_format_low ? regenerated_size_high << 14 : 0)
          : not size_format_low ? regenerated_size_5
          : size_format_high ? regenerated_size_12 + (regenerated_size_high_8 << 12) : regenerated_size_12
        doc: Number of literal bytes.
      compressed_size:
        value: |
          compressed_size_10 + (size_format_high ? compressed_size_middle << 10 : 0)
          + (size_format_high and size_format_low ? compressed_size_high << 14 : 0)
        if: is_coded
        doc: Number of bytes of the Huffman tree and the streams.
  huffman_literals:
    params:
      - id: has_tree
        type: bool
      - id: has_four_streams
        type: bool
    seq:
      - id: tree
        type: huffman_tree
        if: has_tree
      - id: len_stream_1
        type: u2
        if: has_four_streams
      - id: len_stream_2
        type: u2
        if: has_four_streams
      - id: len_stream_3
        type: u2
        if: has_four_streams
      - id: stream_1
        size: 'has_four_streams ? len_stream_1 : _io.size - _io.pos'
      - id: stream_2
        size: len_stream_2
        if: has_four_streams
      - id: stream_3
        size: len_stream_3
        if: has_four_streams
      - id: stream_4
        size-eos: true
        if: has_four_streams
  huffman_tree:
    seq:
      - id: header
        type: u1
        doc: Below 128 the number of bytes of weights coded with FSE; else 127 more than the number of plain weights.
      - id: weights
        size: 'header < 128 ? header : (header - 126) / 2'
  sequences:
    seq:
      - id: num_sequences_coded
        type: u1
      - id: num_sequences_low
        type: u1
        if: num_sequences_coded >= 128 and num_sequences_coded < 255
      - id: num_sequences_long
        type: u2
        if: num_sequences_coded == 255
      - id: modes
        type: compression_modes
        if: num_sequences > 0
      - id: literals_length_symbol
        type: u1
        if: 'num_sequences > 0 ? modes.literals_lengths == table_modes::rle : false'
      - id: tables_and_bitstream
        size-eos: true
        doc: Tables of literals lengths, offsets and match lengths, then the bits of all sequences, read backward.
    instances:
      num_sequences:
        value: |
          num_sequences_coded < 128 ? num_sequences_coded
          : num_sequences_coded < 255 ? ((num_sequences_coded - 128) << 8) + num_sequences_low
          : num_sequences_long + 0x7f00
  compression_modes:
    seq:
      - id: reserved
        type: b2
      - id: match_lengths
        type: b2
        enum: table_modes
      - id: offsets
        type: b2
        enum: table_modes
      - id: literals_lengths
        type: b2
        enum: table_modes
enums:
  frame_kinds:
    0: unknown
    1: zstandard
    2: skippable
  block_types:
    0: raw
    1: rle
    2: compressed
    3: reserved
  literals_block_types:
    0: raw
    1: rle
    2: compressed
    3: treeless
  table_modes:
    0: predefined
    1: rle
    2: fse_compressed
    3: repeat
