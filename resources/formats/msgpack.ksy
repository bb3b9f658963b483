# MessagePack objects.
# Specification: "MessagePack specification", https://github.com/msgpack/msgpack/blob/master/spec.md
meta:
  id: msgpack
  title: MessagePack data
  file-extension: [msgpack, mpk]
  xref:
    mime: [application/vnd.msgpack, application/x-msgpack]
  license: Apache-2.0
  encoding: UTF-8
  endian: be
  bit-endian: be
doc: |
  One or more objects, one after the other, each with a first byte that tells its format and, in short ones, its length
  or value too.
doc-ref: https://github.com/msgpack/msgpack/blob/master/spec.md
seq:
  - id: objects
    type: packed_object
    repeat: eos
enums:
  format:
    0x00: positive_fixint
    0x80: fixmap
    0x90: fixarray
    0xa0: fixstr
    0xc0: nil
    0xc1: never_used
    0xc2: 'false'
    0xc3: 'true'
    0xc4: bin_8
    0xc5: bin_16
    0xc6: bin_32
    0xc7: ext_8
    0xc8: ext_16
    0xc9: ext_32
    0xca: float_32
    0xcb: float_64
    0xcc: uint_8
    0xcd: uint_16
    0xce: uint_32
    0xcf: uint_64
    0xd0: int_8
    0xd1: int_16
    0xd2: int_32
    0xd3: int_64
    0xd4: fixext_1
    0xd5: fixext_2
    0xd6: fixext_4
    0xd7: fixext_8
    0xd8: fixext_16
    0xd9: str_8
    0xda: str_16
    0xdb: str_32
    0xdc: array_16
    0xdd: array_32
    0xde: map_16
    0xdf: map_32
    0xe0: negative_fixint
  ext_type:
    -1: timestamp
types:
  packed_object:
    -webide-representation: '{format} {integer:dec} {float} {content}'
    seq:
      - id: first_byte
        type: u1
        doc: The format, with the value or length in its low bits if it is one of the "fix" formats.
      - id: len
        type:
          switch-on: format
          cases:
            'format::bin_8': u1
            'format::ext_8': u1
            'format::str_8': u1
            'format::bin_16': u2
            'format::ext_16': u2
            'format::str_16': u2
            'format::array_16': u2
            'format::map_16': u2
            'format::bin_32': u4
            'format::ext_32': u4
            'format::str_32': u4
            'format::array_32': u4
            'format::map_32': u4
        if: has_len
        doc: Number of bytes, array elements or map entries.
      - id: ext_type
        type: s1
        enum: ext_type
        if: is_ext
        doc: Kind of the extension; 0 to 127 are the application's own, negative ones are predefined.
      - id: number
        type:
          switch-on: format
          cases:
            'format::uint_8': u1
            'format::uint_16': u2
            'format::uint_32': u4
            'format::uint_64': u8
            'format::int_8': s1
            'format::int_16': s2
            'format::int_32': s4
            'format::int_64': s8
        if: first_byte >= 0xcc and first_byte <= 0xd3
      - id: float
        type:
          switch-on: format
          cases:
            'format::float_32': f4
            'format::float_64': f8
        if: format == format::float_32 or format == format::float_64
      - id: content
        type:
          switch-on: format
          cases:
            'format::fixstr': string(length)
            'format::str_8': string(length)
            'format::str_16': string(length)
            'format::str_32': string(length)
            'format::bin_8': binary(length)
            'format::bin_16': binary(length)
            'format::bin_32': binary(length)
            'format::fixarray': array(length)
            'format::array_16': array(length)
            'format::array_32': array(length)
            'format::fixmap': map(length)
            'format::map_16': map(length)
            'format::map_32': map(length)
            'format::fixext_1': extension(ext_type.to_i, length)
            'format::fixext_2': extension(ext_type.to_i, length)
            'format::fixext_4': extension(ext_type.to_i, length)
            'format::fixext_8': extension(ext_type.to_i, length)
            'format::fixext_16': extension(ext_type.to_i, length)
            'format::ext_8': extension(ext_type.to_i, length)
            'format::ext_16': extension(ext_type.to_i, length)
            'format::ext_32': extension(ext_type.to_i, length)
    instances:
      format:
        value: >-
          first_byte < 0x80 ? 0
            : first_byte < 0x90 ? 0x80
            : first_byte < 0xa0 ? 0x90
            : first_byte < 0xc0 ? 0xa0
            : first_byte < 0xe0 ? first_byte : 0xe0
        enum: format
      has_len:
        value: >-
          (first_byte >= 0xc4 and first_byte <= 0xc9) or (first_byte >= 0xd9 and first_byte <= 0xdf)
      is_ext:
        value: >-
          (first_byte >= 0xc7 and first_byte <= 0xc9) or (first_byte >= 0xd4 and first_byte <= 0xd8)
      length:
        value: >-
          has_len ? len
            : format == format::fixstr ? first_byte & 0x1f
            : format == format::fixmap or format == format::fixarray ? first_byte & 0xf
            : is_ext ? 1 << (first_byte - 0xd4) : 0
        doc: Bytes of a string, binary or extension, elements of an array, or entries of a map.
      integer:
        value: >-
          format == format::positive_fixint ? first_byte
            : format == format::negative_fixint ? first_byte - 0x100 : number
        if: format == format::positive_fixint or format == format::negative_fixint or is_number
        doc: Value of an integer in any of the formats.
      is_number:
        value: first_byte >= 0xcc and first_byte <= 0xd3
  string:
    -webide-representation: '{text}'
    params:
      - id: len
        type: u4
    seq:
      - id: text
        type: str
        size: len
  binary:
    -webide-representation: '{bytes}'
    params:
      - id: len
        type: u4
    seq:
      - id: bytes
        size: len
  array:
    params:
      - id: num_elements
        type: u4
    seq:
      - id: elements
        type: packed_object
        repeat: expr
        repeat-expr: num_elements
  map:
    params:
      - id: num_entries
        type: u4
    seq:
      - id: entries
        type: map_entry
        repeat: expr
        repeat-expr: num_entries
  map_entry:
    -webide-representation: '{key}: {value}'
    seq:
      - id: key
        type: packed_object
      - id: value
        type: packed_object
  extension:
    -webide-representation: '{data}'
    params:
      - id: type
        type: s1
      - id: len
        type: u4
    seq:
      - id: data
        size: len
        type:
          switch-on: 'type == -1 ? len : 0'
          cases:
            4: timestamp_32
            8: timestamp_64
            12: timestamp_96
  timestamp_32:
    -webide-representation: '{seconds}'
    seq:
      - id: seconds
        type: u4
        -time: unix
  timestamp_64:
    -webide-representation: '{seconds} + {nanoseconds:dec} ns'
    seq:
      - id: nanoseconds
        type: b30
      - id: seconds
        type: b34
        -time: unix
  timestamp_96:
    -webide-representation: '{seconds} + {nanoseconds:dec} ns'
    seq:
      - id: nanoseconds
        type: u4
      - id: seconds
        type: s8
        -time: unix
