# BSON documents, as in the dumps of MongoDB: one document or many in a row.
# Specification: "BSON Specification Version 1.1", https://bsonspec.org/spec.html; "BSON Decimal128", "BSON Binary
# Subtype 9 - Vector" and "ObjectID" of the MongoDB specifications.
meta:
  id: bson
  title: BSON documents
  file-extension: bson
  xref:
    mime: application/bson
  license: Apache-2.0
  encoding: UTF-8
  endian: le
  -detect:
    - {3: '00 07 5f 69 64 00'}
    - {3: '00 02 5f 69 64 00'}
    - {3: '00 03 5f 69 64 00'}
    - {3: '00 05 5f 69 64 00'}
    - {3: '00 10 5f 69 64 00'}
    - {3: '00 12 5f 69 64 00'}
doc: |
  Documents of named and typed elements. Each document, array and string begins with its length.
doc-ref: https://bsonspec.org/spec.html
seq:
  - id: documents
    type: document
    repeat: eos
enums:
  element_type:
    0x00: end_of_document
    0x01: double
    0x02: string
    0x03: embedded_document
    0x04: array
    0x05: binary
    0x06: undefined
    0x07: object_id
    0x08: boolean
    0x09: utc_datetime
    0x0a: 'null'
    0x0b: regular_expression
    0x0c: db_pointer
    0x0d: javascript_code
    0x0e: symbol
    0x0f: javascript_code_with_scope
    0x10: int32
    0x11: timestamp
    0x12: int64
    0x13: decimal128
    0x7f: max_key
    0xff: min_key
  binary_subtype:
    0x00: generic
    0x01: function
    0x02: binary_old
    0x03: uuid_old
    0x04: uuid
    0x05: md5
    0x06: encrypted
    0x07: compressed_column
    0x08: sensitive
    0x09: vector
    0x80: user_defined
  boolean:
    0: 'false'
    1: 'true'
  vector_dtype:
    0x03: int8
    0x10: packed_bit
    0x27: float32
types:
  document:
    -webide-representation: '{len_document:dec} bytes'
    seq:
      - id: len_document
        type: s4
        valid:
          min: 5
        doc: Bytes of the whole document with this length and the ending zero.
      - id: body
        size: len_document - 4
        type: body
  body:
    seq:
      - id: elements
        type: element
        repeat: until
        repeat-until: _.type == element_type::end_of_document or _io.eof
        doc: The last one is the zero that ends the document.
      - id: rest
        size-eos: true
        if: not _io.eof
        doc: Bytes after the end of the document that its length counts all the same.
  element:
    -webide-representation: '{name}: {type} {value}'
    seq:
      - id: type
        type: u1
        enum: element_type
      - id: name
        type: strz
        if: type != element_type::end_of_document
        doc: Name of the element; in an array its index in decimal.
      - id: value
        type:
          switch-on: type
          cases:
            'element_type::end_of_document': nothing
            'element_type::double': double
            'element_type::string': string
            'element_type::embedded_document': document
            'element_type::array': document
            'element_type::binary': binary
            'element_type::undefined': nothing
            'element_type::object_id': object_id
            'element_type::boolean': boolean_value
            'element_type::utc_datetime': utc_datetime
            'element_type::null': nothing
            'element_type::regular_expression': regular_expression
            'element_type::db_pointer': db_pointer
            'element_type::javascript_code': string
            'element_type::symbol': string
            'element_type::javascript_code_with_scope': code_with_scope
            'element_type::int32': int32
            'element_type::timestamp': timestamp
            'element_type::int64': int64
            'element_type::decimal128': decimal128
            'element_type::max_key': nothing
            'element_type::min_key': nothing
            _: unknown_value
  nothing:
    doc: The type says it all.
  unknown_value:
    doc: A value of an unknown type; its length is not known, so this is what is left of the document.
    seq:
      - id: bytes
        size-eos: true
  double:
    -webide-representation: '{value}'
    seq:
      - id: value
        type: f8
  int32:
    -webide-representation: '{value:dec}'
    seq:
      - id: value
        type: s4
  int64:
    -webide-representation: '{value:dec}'
    seq:
      - id: value
        type: s8
  string:
    -webide-representation: '{text}'
    seq:
      - id: len_text
        type: s4
        valid:
          min: 1
        doc: Bytes of the text with the ending zero.
      - id: text
        type: str
        size: len_text - 1
      - id: terminator
        contents: [0]
  boolean_value:
    -webide-representation: '{value}'
    seq:
      - id: value
        type: u1
        enum: boolean
  utc_datetime:
    -webide-representation: '{value}'
    seq:
      - id: value
        type: s8
        -time: unix-ms
  timestamp:
    doc: Time of MongoDB's own replication.
    -webide-representation: '{seconds} {increment:dec}'
    seq:
      - id: increment
        type: u4
        doc: Counts the operations within a second.
      - id: seconds
        type: u4
        -time: unix
  object_id:
    -webide-representation: '{timestamp} {random} {counter:hex}'
    seq:
      - id: timestamp
        type: u4be
        -time: unix
      - id: random
        size: 5
        doc: Chosen once by each process.
      - id: counter
        type: b24be
        doc: Counts up from a random value.
  regular_expression:
    -webide-representation: '/{pattern}/{options}'
    seq:
      - id: pattern
        type: strz
      - id: options
        type: strz
        doc: Letters in alphabetical order, such as i (ignores case), m (multiline), s (dot matches all), x (verbose).
  db_pointer:
    -webide-representation: '{collection} {id}'
    seq:
      - id: collection
        type: string
      - id: id
        type: object_id
  code_with_scope:
    seq:
      - id: len_value
        type: s4
        valid:
          min: 14
        doc: Bytes of the whole value with this length.
      - id: body
        size: len_value - 4
        type: code_with_scope_body
  code_with_scope_body:
    seq:
      - id: code
        type: string
      - id: scope
        type: document
        doc: Variables and their values.
  binary:
    -webide-representation: '{subtype} {data}'
    seq:
      - id: len_data
        type: s4
        valid:
          min: 0
      - id: subtype
        type: u1
        enum: binary_subtype
      - id: data
        size: len_data
        type:
          switch-on: subtype
          cases:
            'binary_subtype::binary_old': binary_old
            'binary_subtype::vector': vector
  binary_old:
    seq:
      - id: len_bytes
        type: s4
      - id: bytes
        size-eos: true
  vector:
    -webide-representation: '{dtype}'
    seq:
      - id: dtype
        type: u1
        enum: vector_dtype
      - id: padding
        type: u1
        doc: Number of low bits of the last byte that do not count, with packed bits.
      - id: numbers
        type:
          switch-on: dtype
          cases:
            'vector_dtype::int8': s1
            'vector_dtype::float32': f4
            _: u1
        repeat: eos
  decimal128:
    doc: Decimal128 of IEEE 754-2008 with the coefficient as a binary integer.
    -webide-representation: '{coefficient:dec} * 10^{exponent:dec}'
    seq:
      - id: low
        type: u8
      - id: high
        type: u8
    instances:
      is_negative:
        value: (high >> 63) == 1
      combination:
        value: (high >> 58) & 0x1f
        doc: The first 5 bits after the sign.
      is_nan:
        value: combination == 0x1f
      is_infinite:
        value: combination == 0x1e
      is_finite:
        value: combination < 0x1e
      is_large:
        value: combination >= 0x18
        doc: The coefficient would be larger than the 34 digits that count, so it is taken as 0.
      biased_exponent:
        value: '((is_large ? high >> 47 : high >> 49) & 0x3fff)'
        if: is_finite
      exponent:
        value: biased_exponent - 6176
        if: is_finite
        doc: Power of 10.
      coefficient:
        value: 'is_large ? 0 : ((high & 0x1ffffffffffff) << 64) | low'
        if: is_finite
        doc: The number without sign and exponent.
