# Tape archives: v7, POSIX ustar and pax, GNU (long names, sparse files, incremental dumps) and star.
# Specification: IEEE Std 1003.1-2017, pax, "ustar Interchange Format" and "pax Header Block"; GNU tar manual,
# "Basic Tar Format" and "Storing Sparse Files"; libarchive tar(5).
meta:
  id: tar
  title: tar archive
  file-extension: [tar, ova, gem, crate]
  xref:
    mime: application/x-tar
  license: Apache-2.0
  endian: be
  encoding: UTF-8
  -detect:
    - {257: '75 73 74 61 72 00 30 30'}
    - {257: '75 73 74 61 72 20 20 00'}
    - {257: '75 73 74 61 72 00'}
doc: |
  Blocks of 512 bytes: a header for each file, followed by its data, and two blocks of zeros at the end. Numbers are
  octal digits, or base-256 where they are too large for that.
doc-ref: https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html
seq:
  - id: entries
    type: entry(_index, _io.pos)
    repeat: until
    repeat-until: _.is_last
    if: has_entries
  - id: end_blocks
    size: '_io.size - _io.pos < 1024 ? _io.size - _io.pos : 1024'
    doc: Two blocks of zeros.
  - id: record_padding
    size-eos: true
    doc: Fills the last record, which is usually of 20 blocks.
instances:
  first_byte:
    pos: 0
    type: u1
    if: _io.size >= 512
  first_checksum_byte:
    pos: 148
    type: u1
    if: _io.size >= 512
  has_entries:
    value: '_io.size >= 512 ? first_byte != 0 or first_checksum_byte != 0 : false'
types:
  entry:
    -webide-representation: '{header.name}'
    params:
      - id: index
        type: s4
      - id: ofs
        type: s8
    seq:
      - id: header
        size: 512
        type: header
      - id: sparse_blocks
        type: sparse_block
        size: 512
        repeat: until
        repeat-until: _.is_extended == 0
        if: header.is_sparse_extended
      - id: data
        size: len_data
        type:
          switch-on: data_kind
          cases:
            data_kinds::pax_records: pax_records
            data_kinds::long_name: long_name
            data_kinds::dump_directory: dump_directory
            data_kinds::sparse_file: sparse_file
      - id: padding
        size: 'len_padding <= _io.size - _io.pos ? len_padding : _io.size - _io.pos'
        doc: Fills the last block.
    instances:
      follows_pax:
        value: 'index > 0 ? _root.entries[index - 1].header.type_flag == type_flags::pax_extended_header : false'
      pax_len_data:
        value: '(follows_pax ? _root.entries[index - 1].data.as<pax_records>.has_size : false)
          ? _root.entries[index - 1].data.as<pax_records>.size : -1'
        doc: Size of the data by the preceding pax header, -1 when there is none.
      len_data:
        value: |
          pax_len_data >= 0 ? pax_len_data
          : (header.type_flag == type_flags::hard_link or header.type_flag == type_flags::symbolic_link
          or header.type_flag == type_flags::character_device or header.type_flag == type_flags::block_device
          or header.type_flag == type_flags::directory or header.type_flag == type_flags::fifo) ? 0
          : header.size.value
      len_padding:
        value: (512 - len_data % 512) % 512
      data_kind:
        value: |
          (header.type_flag == type_flags::pax_extended_header
          or header.type_flag == type_flags::pax_global_header
          or header.type_flag == type_flags::solaris_extended_header) ? data_kinds::pax_records
          : (header.type_flag == type_flags::gnu_long_name
          or header.type_flag == type_flags::gnu_long_link) ? data_kinds::long_name
          : header.type_flag == type_flags::gnu_dump_directory ? data_kinds::dump_directory
          : (follows_pax ? _root.entries[index - 1].data.as<pax_records>.is_sparse_1 : false)
          ? data_kinds::sparse_file
          : data_kinds::file
      ofs_next:
        value: 'ofs + 512 + (header.is_sparse_extended ? sparse_blocks.size * 512 : 0) + len_data + len_padding'
      next_byte:
        pos: ofs_next
        type: u1
        if: ofs_next <= _io.size - 512
      next_checksum_byte:
        pos: ofs_next + 148
        type: u1
        if: ofs_next <= _io.size - 512
      is_last:
        value: 'ofs_next <= _io.size - 512 ? next_byte == 0 and next_checksum_byte == 0 : true'
        doc: A block of zeros or the end of the file follows.
  header:
    seq:
      - id: name
        size: 100
        type: strz
      - id: mode
        size: 8
        type: number_8
        doc: Permissions, as octal digits.
      - id: uid
        size: 8
        type: number_8
      - id: gid
        size: 8
        type: number_8
      - id: size
        size: 12
        type: number_12
        doc: Number of bytes of data.
      - id: mtime
        size: 12
        type: number_12
      - id: checksum
        size: 8
        type: number_8
        doc: Sum of the bytes of the header, with spaces for the checksum itself.
      - id: type_flag
        type: u1
        enum: type_flags
      - id: link_name
        size: 100
        type: strz
      - id: magic
        size: 6
        type: str
      - id: version
        size: 2
        type: str
      - id: user_name
        size: 32
        type: strz
      - id: group_name
        size: 32
        type: strz
      - id: device_major
        size: 8
        type: number_8
      - id: device_minor
        size: 8
        type: number_8
      - id: gnu
        type: gnu_fields
        if: is_gnu
      - id: star
        type: star_fields
        if: is_star
      - id: prefix
        size: 155
        type: strz
        if: is_ustar and not is_star
        doc: Goes before the name, with a slash between them.
      - id: rest
        size-eos: true
    instances:
      ustar_magic:
        pos: 257
        size: 8
      star_magic:
        pos: 508
        size: 4
      is_gnu:
        value: ustar_magic == [0x75, 0x73, 0x74, 0x61, 0x72, 0x20, 0x20, 0x00]
      is_ustar:
        value: |
          ustar_magic == [0x75, 0x73, 0x74, 0x61, 0x72, 0x00, 0x30, 0x30]
          or ustar_magic == [0x75, 0x73, 0x74, 0x61, 0x72, 0x00, 0x00, 0x00]
      is_star:
        value: is_ustar and star_magic == [0x74, 0x61, 0x72, 0x00]
      is_sparse_extended:
        value: 'is_gnu and type_flag == type_flags::gnu_sparse ? gnu.is_extended != 0 : false'
      last_modified:
        value: mtime.value
        -time: unix
  gnu_fields:
    seq:
      - id: atime
        size: 12
        type: number_12
      - id: ctime
        size: 12
        type: number_12
      - id: offset
        size: 12
        type: number_12
        doc: Where this part of a file begins that is spread over several volumes.
      - id: long_names
        size: 4
      - id: unused
        size: 1
      - id: sparse
        type: sparse_part
        size: 24
        repeat: expr
        repeat-expr: 4
      - id: is_extended
        type: u1
        doc: Not 0 when blocks with more parts follow the header.
      - id: real_size
        size: 12
        type: number_12
        doc: Number of bytes of a sparse file with its holes.
  star_fields:
    seq:
      - id: prefix
        size: 131
        type: strz
      - id: atime
        size: 12
        type: number_12
      - id: ctime
        size: 12
        type: number_12
  sparse_part:
    -webide-representation: '{offset.value:dec} + {size.value:dec}'
    seq:
      - id: offset
        size: 12
        type: number_12
      - id: size
        size: 12
        type: number_12
  sparse_block:
    seq:
      - id: parts
        type: sparse_part
        size: 24
        repeat: expr
        repeat-expr: 21
      - id: is_extended
        type: u1
      - id: unused
        size-eos: true
  number_8:
    -webide-representation: '{value:dec}'
    seq:
      - id: text
        size: 8
        type: strz
        if: not is_base_256
    instances:
      raw:
        pos: 0
        type: u8
      is_base_256:
        value: raw >> 63 == 1
      num_terminators:
        value: |
          (raw & 0xf8) == 0x30 ? 0 : ((raw >> 8) & 0xf8) == 0x30 ? 1 : ((raw >> 16) & 0xf8) == 0x30 ? 2
          : ((raw >> 24) & 0xf8) == 0x30 ? 3 : ((raw >> 32) & 0xf8) == 0x30 ? 4 : ((raw >> 40) & 0xf8) == 0x30 ? 5
          : ((raw >> 48) & 0xf8) == 0x30 ? 6 : 7
        doc: Number of bytes after the last digit.
      value:
        value: |
          is_base_256 ? raw & 0x7fffffffffffffff
          : ((((raw >> 56) & 7) << 21) | (((raw >> 48) & 7) << 18) | (((raw >> 40) & 7) << 15)
          | (((raw >> 32) & 7) << 12) | (((raw >> 24) & 7) << 9) | (((raw >> 16) & 7) << 6)
          | (((raw >> 8) & 7) << 3) | (raw & 7)) >> (3 * num_terminators)
  number_12:
    -webide-representation: '{value:dec}'
    seq:
      - id: text
        size: 12
        type: strz
        if: not is_base_256
    instances:
      high:
        pos: 0
        type: u4
      low:
        pos: 4
        type: u8
      signed_low:
        pos: 4
        type: s8
      is_base_256:
        value: high >> 31 == 1
      num_terminators:
        value: |
          (low & 0xf8) == 0x30 ? 0 : ((low >> 8) & 0xf8) == 0x30 ? 1 : ((low >> 16) & 0xf8) == 0x30 ? 2
          : ((low >> 24) & 0xf8) == 0x30 ? 3 : ((low >> 32) & 0xf8) == 0x30 ? 4 : ((low >> 40) & 0xf8) == 0x30 ? 5
          : ((low >> 48) & 0xf8) == 0x30 ? 6 : ((low >> 56) & 0xf8) == 0x30 ? 7 : (high & 0xf8) == 0x30 ? 8
          : ((high >> 8) & 0xf8) == 0x30 ? 9 : ((high >> 16) & 0xf8) == 0x30 ? 10 : 11
        doc: Number of bytes after the last digit.
      high_digits:
        value: ((high >> 24) & 7) * 512 + ((high >> 16) & 7) * 64 + ((high >> 8) & 7) * 8 + (high & 7)
      value:
        value: |
          is_base_256 ? signed_low
          : (high_digits * 16777216 + ((((low >> 56) & 7) << 21) | (((low >> 48) & 7) << 18)
          | (((low >> 40) & 7) << 15) | (((low >> 32) & 7) << 12) | (((low >> 24) & 7) << 9)
          | (((low >> 16) & 7) << 6) | (((low >> 8) & 7) << 3) | (low & 7))).as<s8> >> (3 * num_terminators)
  pax_records:
    seq:
      - id: records
        type: pax_record(_io.pos)
        repeat: eos
    instances:
      size_search:
        pos: 0
        type: pax_record(_io.pos)
        repeat: until
        repeat-until: _.keyword == "size" or _io.eof
        if: _io.size > 0
      has_size:
        value: '_io.size > 0 ? size_search.last.keyword == "size" : false'
      size:
        value: size_search.last.value.to_i
        if: has_size
      sparse_search:
        pos: 0
        type: pax_record(_io.pos)
        repeat: until
        repeat-until: _.keyword == "GNU.sparse.major" or _io.eof
        if: _io.size > 0
      is_sparse_1:
        value: |
          _io.size > 0 ? sparse_search.last.keyword == "GNU.sparse.major" and sparse_search.last.value == "1" : false
  pax_record:
    -webide-representation: '{keyword}={value}'
    params:
      - id: ofs
        type: s4
    seq:
      - id: len_record
        type: str
        terminator: 0x20
        encoding: ASCII
        doc: Number of bytes of the record, these digits and the newline included, in decimal.
      - id: keyword
        type: str
        terminator: 0x3d
      - id: value
        size: ofs + len_record.to_i - _io.pos - 1
        type: str
      - id: newline
        contents: [0x0a]
  long_name:
    -webide-representation: '{name}'
    seq:
      - id: name
        type: strz
      - id: rest
        size-eos: true
  dump_directory:
    seq:
      - id: files
        type: dump_file
        repeat: until
        repeat-until: _.code == dump_codes::end or _io.eof
        if: _io.size > 0
      - id: rest
        size-eos: true
  dump_file:
    -webide-representation: '{name}'
    seq:
      - id: code
        type: u1
        enum: dump_codes
      - id: name
        type: strz
        if: code != dump_codes::end
  sparse_file:
    doc: GNU sparse format 1.0, a map in decimal lines before the parts of the file.
    seq:
      - id: num_parts
        type: str
        terminator: 0x0a
        encoding: ASCII
      - id: parts
        type: decimal_part
        repeat: expr
        repeat-expr: num_parts.to_i
      - id: padding
        size: (512 - _io.pos % 512) % 512
      - id: data
        size-eos: true
  decimal_part:
    -webide-representation: '{offset} + {size}'
    seq:
      - id: offset
        type: str
        terminator: 0x0a
        encoding: ASCII
      - id: size
        type: str
        terminator: 0x0a
        encoding: ASCII
enums:
  data_kinds:
    0: file
    1: pax_records
    2: long_name
    3: dump_directory
    4: sparse_file
  type_flags:
    0x00: old_regular_file
    0x30: regular_file
    0x31: hard_link
    0x32: symbolic_link
    0x33: character_device
    0x34: block_device
    0x35: directory
    0x36: fifo
    0x37: contiguous_file
    0x41: solaris_acl
    0x44: gnu_dump_directory
    0x45: solaris_extended_attributes
    0x49: star_inode
    0x4b: gnu_long_link
    0x4c: gnu_long_name
    0x4d: gnu_multi_volume
    0x4e: gnu_old_long_name
    0x53: gnu_sparse
    0x56: gnu_volume_header
    0x58: solaris_extended_header
    0x67: pax_global_header
    0x78: pax_extended_header
  dump_codes:
    0x00: end
    0x44: directory
    0x4e: not_dumped
    0x52: renamed_from
    0x54: renamed_to
    0x58: temporary_directory
    0x59: dumped
