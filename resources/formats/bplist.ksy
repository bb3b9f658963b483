# Apple's binary property lists.
# Specification: the description in CFBinaryPList.c of Apple's CoreFoundation (swift-corelibs-foundation).
meta:
  id: bplist
  title: Binary property list
  file-extension: [plist, bplist, strings, nib, webarchive]
  xref:
    mime: application/x-bplist
  license: Apache-2.0
  encoding: ASCII
  endian: be
  bit-endian: be
  -detect:
    - {0: '62 70 6c 69 73 74 30'}
doc: |
  Objects that refer to each other by number, a table of their offsets, and a trailer with the number of the top object.
doc-ref: https://github.com/swiftlang/swift-corelibs-foundation/blob/main/Sources/CoreFoundation/CFBinaryPList.c
seq:
  - id: magic
    contents: bplist
  - id: version
    type: str
    size: 2
instances:
  trailer:
    pos: _io.size - 32
    type: trailer
  offset_table:
    pos: trailer.offset_table_offset
    size: trailer.offset_int_size
    type: offset_table_entry
    repeat: expr
    repeat-expr: num_objects
  num_objects:
    value: 'trailer.num_objects < _io.size ? trailer.num_objects : _io.size'
    doc: As many as there can be at the most in a file of this size.
  top_object:
    pos: offset_table[trailer.top_object].offset.value
    type: plist_object(true)
    doc: The tree from its root.
enums:
  object_type:
    0x0: simple
    0x1: int
    0x2: real
    0x3: date
    0x4: data
    0x5: ascii_string
    0x6: unicode_string
    0x7: utf8_string
    0x8: uid
    0xa: array
    0xb: ordered_set
    0xc: set
    0xd: dict
  simple:
    0x0: 'null'
    0x8: 'false'
    0x9: 'true'
    0xc: url
    0xd: url_with_base
    0xe: uuid
    0xf: fill
types:
  trailer:
    doc: The last 32 bytes.
    seq:
      - id: unused
        size: 5
      - id: sort_version
        type: u1
      - id: offset_int_size
        type: u1
        doc: Bytes of an entry of the offset table.
      - id: object_ref_size
        type: u1
        doc: Bytes of the number of an object in an array, set or dict.
      - id: num_objects
        type: u8
      - id: top_object
        type: u8
        doc: Number of the object that all others are in.
      - id: offset_table_offset
        type: u8
  sized_int:
    -webide-representation: '{value:dec}'
    params:
      - id: len
        type: u1
    seq:
      - id: value
        type:
          switch-on: len
          cases:
            1: u1
            2: u2
            3: b24
            4: u4
            5: b40
            6: b48
            7: b56
            8: u8
  offset_table_entry:
    -webide-representation: '{offset} {object}'
    seq:
      - id: offset
        type: sized_int(_io.size)
        doc: From the start of the file.
    instances:
      object:
        io: _root._io
        pos: offset.value
        type: plist_object(false)
        doc: The object without those that it refers to.
  plist_object:
    -webide-representation: '{type} {simple} {content}'
    params:
      - id: follow
        type: bool
        doc: Whether the objects in an array, set or dict are shown in it.
    seq:
      - id: type
        type: b4
        enum: object_type
      - id: info
        type: b4
        doc: Which simple value, the power of two of a size, or a count; 15 if the count follows.
      - id: long_count
        type: long_count
        if: info == 15 and type.to_i >= 4 and type != object_type::uid
      - id: content
        type:
          switch-on: type
          cases:
            'object_type::simple': simple_value(info)
            'object_type::int': integer(info)
            'object_type::real': real(info)
            'object_type::date': date(info)
            'object_type::data': data(count)
            'object_type::ascii_string': ascii_string(count)
            'object_type::unicode_string': unicode_string(count)
            'object_type::utf8_string': utf8_string(count)
            'object_type::uid': uid(info + 1)
            'object_type::array': array(count, follow)
            'object_type::ordered_set': array(count, follow)
            'object_type::set': array(count, follow)
            'object_type::dict': dict(count, follow)
    instances:
      count:
        value: 'info == 15 and type.to_i >= 4 and type != object_type::uid ? long_count.value : info'
        doc: Bytes of data, characters of a text, or objects.
      simple:
        value: info
        enum: simple
        if: type == object_type::simple
  long_count:
    -webide-representation: '{value:dec}'
    seq:
      - id: type
        type: b4
        enum: object_type
      - id: size_power
        type: b4
        doc: Power of two of the number of bytes that follow.
      - id: number
        type: sized_int(1 << size_power)
        if: size_power <= 3
    instances:
      value:
        value: 'size_power <= 3 ? number.value : 0'
  simple_value:
    params:
      - id: info
        type: u1
    seq:
      - id: uuid
        size: 16
        if: info == 14
  integer:
    -webide-representation: '{value:dec}'
    params:
      - id: size_power
        type: u1
    seq:
      - id: high
        type: s8
        if: size_power == 4
        doc: The high 64 bits of a number of 128.
      - id: number
        type:
          switch-on: size_power
          cases:
            0: u1
            1: u2
            2: u4
            3: s8
            4: u8
    instances:
      value:
        value: 'size_power == 4 ? (high << 64) + number : number'
        if: size_power <= 4
  real:
    -webide-representation: '{value}'
    params:
      - id: size_power
        type: u1
    seq:
      - id: value
        type:
          switch-on: size_power
          cases:
            2: f4
            3: f8
  date:
    -webide-representation: '{unix_time}'
    params:
      - id: size_power
        type: u1
    seq:
      - id: seconds
        type: f8
        if: size_power == 3
        doc: Since 1 January 2001, UTC.
    instances:
      unix_time:
        value: seconds.to_i + 978307200
        -time: unix
        if: size_power == 3
  data:
    -webide-representation: '{bytes}'
    params:
      - id: len
        type: u8
    seq:
      - id: bytes
        size: len
  ascii_string:
    -webide-representation: '{text}'
    params:
      - id: len
        type: u8
    seq:
      - id: text
        type: str
        size: len
  unicode_string:
    -webide-representation: '{text}'
    params:
      - id: num_units
        type: u8
        doc: UTF-16 code units.
    seq:
      - id: text
        type: str
        size: num_units * 2
        encoding: UTF-16BE
  utf8_string:
    -webide-representation: '{text}'
    params:
      - id: len
        type: u8
    seq:
      - id: text
        type: str
        size: len
        encoding: UTF-8
  uid:
    doc: Number by which an archive of NSKeyedArchiver refers to one of its objects.
    -webide-representation: '{number}'
    params:
      - id: len
        type: u1
    seq:
      - id: number
        type: sized_int(len)
  array:
    params:
      - id: num_objects
        type: u8
      - id: follow
        type: bool
    seq:
      - id: references
        size: _root.trailer.object_ref_size
        type: reference(follow)
        repeat: expr
        repeat-expr: num_objects
  dict:
    params:
      - id: num_objects
        type: u8
      - id: follow
        type: bool
    seq:
      - id: keys
        size: _root.trailer.object_ref_size
        type: reference(follow)
        repeat: expr
        repeat-expr: num_objects
      - id: values
        size: _root.trailer.object_ref_size
        type: reference(follow)
        repeat: expr
        repeat-expr: num_objects
        doc: In the order of the keys.
  reference:
    -webide-representation: '{number} {object}'
    params:
      - id: follow
        type: bool
    seq:
      - id: number
        type: sized_int(_io.size)
        doc: Index into the offset table.
    instances:
      object:
        io: _root._io
        pos: _root.offset_table[number.value].offset.value
        type: plist_object(true)
        if: follow
