# Database file of SQLite 3: header, b-tree pages with their cells and records, freelist, overflow and pointer map.
# Specification: "Database File Format" of the SQLite project.
meta:
  id: sqlite3
  title: SQLite database
  file-extension: [sqlite, sqlite3, db, db3]
  xref:
    mime: application/vnd.sqlite3
  license: Apache-2.0
  endian: be
  -detect:
    - {0: '53 51 4c 69 74 65 20 66 6f 72 6d 61 74 20 33 00'}
doc: |
  A file of pages of one size, counted from 1. Page 1 begins with the file's header and holds the schema table. Which
  table or index a page belongs to is told by the schema and by the pages that refer to it.
doc-ref: https://www.sqlite.org/fileformat2.html
seq:
  - id: header
    type: header
    size: 100
instances:
  page_size:
    value: 'header.stored_page_size == 1 ? 65536 : header.stored_page_size'
    doc: Bytes in a page.
  usable_size:
    value: page_size - header.reserved_bytes
    doc: Bytes of a page without those that extensions have at its end.
  pages:
    pos: 0
    type: page(_index + 1)
    size: page_size
    repeat: expr
    repeat-expr: _io.size / page_size
    doc: All pages; item n of the list is page n + 1.
  freelist:
    pos: (header.first_freelist_trunk - 1) * page_size
    type: freelist_trunk
    size: page_size
    if: header.first_freelist_trunk != 0
    doc: First page of the list of pages that are not in use.
types:
  header:
    seq:
      - {id: magic, contents: ['SQLite format 3', 0]}
      - {id: stored_page_size, type: u2, doc: 'Bytes in a page, 1 for 65536.'}
      - {id: write_version, type: u1, enum: file_version}
      - {id: read_version, type: u1, enum: file_version}
      - {id: reserved_bytes, type: u1, doc: Bytes at the end of every page that are not used by SQLite itself.}
      - {id: max_payload_fraction, type: u1, doc: Always 64.}
      - {id: min_payload_fraction, type: u1, doc: Always 32.}
      - {id: leaf_payload_fraction, type: u1, doc: Always 32.}
      - {id: file_change_counter, type: u4}
      - {id: page_count, type: u4, doc: Pages in the file; holds only if version_valid_for equals the change counter.}
      - {id: first_freelist_trunk, type: u4, doc: 'Page of the first freelist trunk, or zero.'}
      - {id: freelist_count, type: u4, doc: Pages in the freelist.}
      - {id: schema_cookie, type: u4, doc: Goes up with every change of the schema.}
      - {id: schema_format, type: u4}
      - {id: default_cache_size, type: s4}
      - {id: largest_root_page, type: u4, doc: 'Not zero in a file with auto-vacuum, which has pointer map pages.'}
      - {id: text_encoding, type: u4, enum: text_encoding}
      - {id: user_version, type: u4}
      - {id: incremental_vacuum, type: u4}
      - {id: application_id, type: u4}
      - {id: reserved, size: 20}
      - {id: version_valid_for, type: u4}
      - {id: sqlite_version, type: u4, doc: 'Of the library that wrote last, 3045001 for 3.45.1.'}
  page:
    -webide-representation: '{number:dec} {kind}'
    params: [{id: number, type: u4}]
    seq:
      - {id: database_header, size: 100, if: number == 1}
      - id: body
        size-eos: true
        type:
          switch-on: kind
          cases:
            page_kind::index_interior: btree_page(number)
            page_kind::table_interior: btree_page(number)
            page_kind::index_leaf: btree_page(number)
            page_kind::table_leaf: btree_page(number)
            page_kind::pointer_map: pointer_map(number)
            page_kind::other: other_page
    instances:
      first_byte: {pos: 'number == 1 ? 100 : 0', type: u1}
      kind:
        value: >-
          _root.header.largest_root_page != 0 and number >= 2
          and (number - 2) % (_root.usable_size / 5 + 1) == 0 ? 1
          : first_byte == 2 or first_byte == 5 or first_byte == 10 or first_byte == 13 ? first_byte : 0
        enum: page_kind
  btree_page:
    params: [{id: page_number, type: u4}]
    seq:
      - {id: type, type: u1, enum: page_kind}
      - {id: first_freeblock, type: u2, doc: 'Where the first free block is, or zero.'}
      - {id: num_cells, type: u2}
      - {id: stored_cell_content_start, type: u2, doc: 'Where the cells begin, zero for 65536.'}
      - {id: num_fragmented_bytes, type: u1, doc: Free bytes in pieces of less than four.}
      - {id: right_child, type: u4, if: is_interior, doc: Page with the keys after the last cell.}
      - {id: cells, type: cell_pointer, repeat: expr, repeat-expr: num_cells}
    instances:
      is_interior:
        value: type == page_kind::index_interior or type == page_kind::table_interior
      page_start:
        value: (page_number - 1) * _root.page_size
        doc: Offsets in the page count from here.
      free_block:
        io: _root._io
        pos: page_start + first_freeblock
        type: free_block(page_start)
        if: first_freeblock != 0
  free_block:
    -webide-representation: '{size:dec}'
    params: [{id: page_start, type: u8}]
    seq:
      - {id: next_offset, type: u2, doc: 'Where in the page the next one is, or zero.'}
      - {id: size, type: u2, doc: 'Bytes, with these four.'}
      - {id: data, size: 'size < 4 ? 0 : size - 4'}
    instances:
      next:
        io: _root._io
        pos: page_start + next_offset
        type: free_block(page_start)
        if: next_offset != 0
  cell_pointer:
    -webide-representation: '{cell}'
    seq:
      - {id: offset, type: u2, doc: Where in the page the cell is.}
    instances:
      cell:
        io: _root._io
        pos: _parent.as<btree_page>.page_start + offset
        type:
          switch-on: _parent.as<btree_page>.type
          cases:
            page_kind::table_leaf: table_leaf_cell
            page_kind::table_interior: table_interior_cell
            page_kind::index_leaf: index_cell(false)
            page_kind::index_interior: index_cell(true)
  table_leaf_cell:
    -webide-representation: '{row_id} {payload}'
    seq:
      - {id: payload_size, type: varint, doc: Bytes of the whole record.}
      - {id: row_id, type: varint}
      - id: payload
        type: record
        size: local_size
        doc: As much of the record as is in this page.
      - {id: overflow_page_number, type: u4, if: local_size < payload_size.value}
    instances:
      max_local:
        value: _root.usable_size - 35
      min_local:
        value: (_root.usable_size - 12) * 32 / 255 - 23
      surplus:
        value: min_local + (payload_size.value - min_local) % (_root.usable_size - 4)
      local_size:
        value: 'payload_size.value <= max_local ? payload_size.value : surplus <= max_local ? surplus : min_local'
        doc: Bytes of the record in this page.
      overflow:
        io: _root._io
        pos: (overflow_page_number - 1) * _root.page_size
        type: overflow_page
        size: _root.page_size
        if: local_size < payload_size.value and overflow_page_number != 0
  table_interior_cell:
    -webide-representation: '{row_id} page {left_child:dec}'
    seq:
      - {id: left_child, type: u4, doc: Page with the keys up to this one.}
      - {id: row_id, type: varint}
  index_cell:
    -webide-representation: '{payload}'
    params: [{id: is_interior, type: bool}]
    seq:
      - {id: left_child, type: u4, if: is_interior, doc: Page with the keys before this one.}
      - {id: payload_size, type: varint, doc: Bytes of the whole record.}
      - id: payload
        type: record
        size: local_size
        doc: As much of the record as is in this page.
      - {id: overflow_page_number, type: u4, if: local_size < payload_size.value}
    instances:
      max_local:
        value: (_root.usable_size - 12) * 64 / 255 - 23
      min_local:
        value: (_root.usable_size - 12) * 32 / 255 - 23
      surplus:
        value: min_local + (payload_size.value - min_local) % (_root.usable_size - 4)
      local_size:
        value: 'payload_size.value <= max_local ? payload_size.value : surplus <= max_local ? surplus : min_local'
        doc: Bytes of the record in this page.
      overflow:
        io: _root._io
        pos: (overflow_page_number - 1) * _root.page_size
        type: overflow_page
        size: _root.page_size
        if: local_size < payload_size.value and overflow_page_number != 0
  record:
    -webide-representation: '{columns}'
    seq:
      - {id: header_size, type: varint, doc: Bytes of the header with this number.}
      - id: header
        type: record_header
        size: 'header_size.value - (header_size.value < 128 ? 1 : header_size.value < 16384 ? 2 : 3)'
      - id: columns
        type: column(header.types[_index].code.value)
        size: >-
          header.types[_index].length < _io.size - _io.pos ? header.types[_index].length : _io.size - _io.pos
        repeat: expr
        repeat-expr: header.types.size
        doc: Cut where the record goes on in an overflow page.
      - id: unused
        size-eos: true
  record_header:
    seq:
      - {id: types, type: serial_type, repeat: eos}
  serial_type:
    -webide-representation: '{code}'
    seq:
      - {id: code, type: varint}
    instances:
      length:
        value: >-
          code.value <= 4 ? code.value : code.value == 5 ? 6 : code.value <= 7 ? 8
          : code.value < 12 ? 0 : (code.value - 12) / 2
        doc: Bytes of the value.
  column:
    -webide-representation: '{value}'
    params:
      - {id: code, type: u8, doc: Serial type.}
    seq:
      - id: value
        size-eos: true
        type:
          switch-on: kind
          cases:
            serial_kind::int8: int8
            serial_kind::int16: int16
            serial_kind::int24: int24
            serial_kind::int32: int32
            serial_kind::int48: int48
            serial_kind::int64: int64
            serial_kind::float64: float64
            serial_kind::text_utf8: text_utf8
            serial_kind::text_utf16le: text_utf16le
            serial_kind::text_utf16be: text_utf16be
    instances:
      kind:
        value: >-
          code <= 9 ? (code >= 1 and code <= 7 and _io.size < (code <= 4 ? code : code == 5 ? 6 : 8) ? 16 : code)
          : code < 12 ? 15 : code % 2 == 0 ? 10
          : _root.header.text_encoding == text_encoding::utf16le ? 12
          : _root.header.text_encoding == text_encoding::utf16be ? 13 : 11
        enum: serial_kind
  int8:
    -webide-representation: '{value:dec}'
    seq:
      - {id: value, type: s1}
  int16:
    -webide-representation: '{value:dec}'
    seq:
      - {id: value, type: s2}
  int24:
    -webide-representation: '{value:dec}'
    seq:
      - {id: high, type: s1}
      - {id: low, type: u2}
    instances:
      value: {value: high * 65536 + low}
  int32:
    -webide-representation: '{value:dec}'
    seq:
      - {id: value, type: s4}
  int48:
    -webide-representation: '{value:dec}'
    seq:
      - {id: high, type: s2}
      - {id: low, type: u4}
    instances:
      value: {value: high * 4294967296 + low}
  int64:
    -webide-representation: '{value:dec}'
    seq:
      - {id: value, type: s8}
  float64:
    -webide-representation: '{value}'
    seq:
      - {id: value, type: f8}
  text_utf8:
    -webide-representation: '{value}'
    seq:
      - {id: value, type: str, size-eos: true, encoding: UTF-8}
  text_utf16le:
    -webide-representation: '{value}'
    seq:
      - {id: value, type: str, size-eos: true, encoding: UTF-16LE}
  text_utf16be:
    -webide-representation: '{value}'
    seq:
      - {id: value, type: str, size-eos: true, encoding: UTF-16BE}
  varint:
    -webide-representation: '{value:dec}'
    doc: |
      Big-endian number of up to nine bytes; the first eight of them hold seven bits each, a ninth holds eight. A
      negative row id shows as a number from 9223372036854775808 on.
    seq:
      - {id: first, type: u1}
      - {id: tail, type: 'varint_tail(2, first & 127)', if: first > 127}
    instances:
      value:
        value: 'first > 127 ? tail.value : first'
  varint_tail:
    -webide-representation: '{value:dec}'
    params:
      - {id: place, type: u1, doc: 'Number of this byte, from 2.'}
      - {id: high, type: u8, doc: What the bytes before this one give.}
    seq:
      - {id: byte, type: u1}
      - {id: tail, type: 'varint_tail(place + 1, so_far)', if: goes_on}
    instances:
      goes_on:
        value: byte > 127 and place < 9
      so_far:
        value: 'place == 9 ? high << 8 | byte : high << 7 | byte & 127'
      value:
        value: 'goes_on ? tail.value.as<u8> : so_far'
  freelist_trunk:
    -webide-representation: '{num_leaves:dec} leaves, next {next_trunk:dec}'
    seq:
      - {id: next_trunk, type: u4, doc: 'Page of the next trunk, or zero.'}
      - {id: num_leaves, type: u4}
      - id: leaves
        type: u4
        repeat: expr
        repeat-expr: 'num_leaves > _io.size / 4 - 2 ? _io.size / 4 - 2 : num_leaves'
      - id: unused
        size-eos: true
    instances:
      next:
        io: _root._io
        pos: (next_trunk - 1) * _root.page_size
        type: freelist_trunk
        size: _root.page_size
        if: next_trunk != 0
  overflow_page:
    -webide-representation: 'next {next_page:dec}'
    seq:
      - {id: next_page, type: u4, doc: 'Page where the record goes on, or zero.'}
      - id: data
        size-eos: true
    instances:
      next:
        io: _root._io
        pos: (next_page - 1) * _root.page_size
        type: overflow_page
        size: _root.page_size
        if: next_page != 0
  pointer_map:
    doc: For each of the pages after this one, what it is and which page refers to it.
    params: [{id: page_number, type: u4}]
    seq:
      - id: entries
        type: pointer_map_entry
        repeat: expr
        repeat-expr: >-
          _root._io.size / _root.page_size - page_number < _root.usable_size / 5
          ? _root._io.size / _root.page_size - page_number : _root.usable_size / 5
      - id: unused
        size-eos: true
  pointer_map_entry:
    -webide-representation: '{type} {parent_page:dec}'
    seq:
      - {id: type, type: u1, enum: pointer_type}
      - {id: parent_page, type: u4}
  other_page:
    doc: An overflow page, a freelist page or an empty one; only the page that refers to it tells which.
    seq:
      - {id: next_page, type: u4, doc: 'Next page of the same chain, in an overflow page and a freelist trunk.'}
      - id: data
        size-eos: true
enums:
  file_version: {1: rollback_journal, 2: write_ahead_log}
  text_encoding: {1: utf8, 2: utf16le, 3: utf16be}
  page_kind: {0: other, 1: pointer_map, 2: index_interior, 5: table_interior, 10: index_leaf, 13: table_leaf}
  pointer_type: {0: none, 1: root_page, 2: free_page, 3: first_overflow_page, 4: overflow_page, 5: btree_page}
  serial_kind:
    0: is_null
    1: int8
    2: int16
    3: int24
    4: int32
    5: int48
    6: int64
    7: float64
    8: zero
    9: one
    10: blob
    11: text_utf8
    12: text_utf16le
    13: text_utf16be
    15: reserved
    16: cut_off
