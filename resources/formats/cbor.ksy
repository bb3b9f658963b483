# CBOR data items and CBOR sequences.
# Specification: RFC 8949 (STD 94) "Concise Binary Object Representation (CBOR)", RFC 8742 "CBOR Sequences",
# RFC 8746 (typed arrays), tags of the IANA registry "CBOR Tags".
meta:
  id: cbor
  title: CBOR data
  file-extension: [cbor, cborseq]
  xref:
    mime: [application/cbor, application/cbor-seq]
    rfc: 8949
  license: Apache-2.0
  encoding: UTF-8
  endian: be
  bit-endian: be
  -detect:
    - {0: 'd9 d9 f7'}
doc: |
  One or more data items, one after the other, each with a major type, an argument and what these two announce.
doc-ref: https://www.rfc-editor.org/rfc/rfc8949
seq:
  - id: items
    type: item(-1)
    repeat: eos
enums:
  major_type:
    0: unsigned_integer
    1: negative_integer
    2: byte_string
    3: text_string
    4: array
    5: map
    6: tag
    7: simple_or_float
  simple_value:
    20: 'false'
    21: 'true'
    22: 'null'
    23: undefined
  additional_information:
    24: argument_8_bits
    25: argument_16_bits
    26: argument_32_bits
    27: argument_64_bits
    28: reserved_28
    29: reserved_29
    30: reserved_30
    31: indefinite_length_or_break
  tag:
    0: standard_date_time_string
    1: epoch_based_date_time
    2: unsigned_bignum
    3: negative_bignum
    4: decimal_fraction
    5: bigfloat
    16: cose_encrypt0
    17: cose_mac0
    18: cose_sign1
    19: cose_countersignature
    21: expected_base64url
    22: expected_base64
    23: expected_base16
    24: encoded_cbor_data_item
    25: string_reference
    26: serialised_perl_object
    27: serialised_object
    28: shareable
    29: shared_reference
    30: rational_number
    31: absent_value
    32: uri
    33: base64url
    34: base64
    35: regular_expression
    36: mime_message
    37: uuid
    38: language_tagged_string
    39: identifier
    40: multi_dimensional_array_row_major
    41: homogeneous_array
    42: ipld_content_identifier
    43: yang_bits
    44: yang_enumeration
    45: yang_identityref
    46: yang_instance_identifier
    47: yang_sid
    52: ipv4
    54: ipv6
    61: cbor_web_token
    63: encoded_cbor_sequence
    64: uint8_array
    65: uint16_be_array
    66: uint32_be_array
    67: uint64_be_array
    68: uint8_clamped_array
    69: uint16_le_array
    70: uint32_le_array
    71: uint64_le_array
    72: sint8_array
    73: sint16_be_array
    74: sint32_be_array
    75: sint64_be_array
    77: sint16_le_array
    78: sint32_le_array
    79: sint64_le_array
    80: float16_be_array
    81: float32_be_array
    82: float64_be_array
    83: float128_be_array
    84: float16_le_array
    85: float32_le_array
    86: float64_le_array
    87: float128_le_array
    96: cose_encrypt
    97: cose_mac
    98: cose_sign
    100: days_since_1970
    101: alternatives
    103: geographic_coordinates
    104: geographic_coordinate_reference_system
    110: relative_oid
    111: oid
    112: private_enterprise_oid
    256: string_reference_namespace
    257: binary_mime_message
    258: set
    259: map_with_key_value_operations
    260: network_address
    261: network_address_prefix
    262: embedded_json
    263: hexadecimal_string
    264: decimal_fraction_big_exponent
    265: bigfloat_big_exponent
    266: iri
    267: iri_reference
    1001: extended_time
    1002: duration
    1003: period
    1004: full_date_string
    1040: multi_dimensional_array_column_major
    55799: self_described_cbor
    55800: cbor_sequence_file
    55801: cbor_file_with_content_format
types:
  item:
    -webide-representation: '{major_type} {argument:dec} {content}'
    params:
      - id: outer_tag
        type: s8
        doc: Number of the tag right before this item, -1 for none.
    seq:
      - id: major_type
        type: b3
        enum: major_type
      - id: additional_information
        type: b5
        enum: additional_information
        doc: Up to 23 the argument itself.
      - id: long_argument
        type:
          switch-on: additional_information
          cases:
            'additional_information::argument_8_bits': u1
            'additional_information::argument_16_bits': u2
            'additional_information::argument_32_bits': u4
            'additional_information::argument_64_bits': u8
        if: major_type != major_type::simple_or_float
      - id: content
        type:
          switch-on: form
          cases:
            2: byte_string(argument, outer_tag)
            3: text_string(argument)
            4: array(argument)
            5: map(argument)
            6: tagged(argument)
            7: simple_or_float(additional_information.to_i)
            10: chunks
            11: chunks
            12: indefinite_array
            13: indefinite_map
            99: malformed
    instances:
      argument:
        value: >-
          additional_information.to_i < 24 ? additional_information.to_i
            : additional_information.to_i < 28 and major_type != major_type::simple_or_float ? long_argument : 0
        doc: Value of an unsigned integer, length of a string, number of items or pairs, or tag number.
      form:
        value: >-
          major_type == major_type::simple_or_float ? 7
            : additional_information.to_i < 28 ? major_type.to_i
            : is_indefinite ? major_type.to_i + 8 : 99
        doc: The major type, 8 more with indefinite length, 99 if the item is not well-formed.
      is_indefinite:
        value: >-
          additional_information == additional_information::indefinite_length_or_break
            and major_type.to_i >= 2 and major_type.to_i <= 5
      is_break:
        value: >-
          additional_information == additional_information::indefinite_length_or_break
            and major_type == major_type::simple_or_float
        doc: The "break" stop code that ends an item of indefinite length.
      integer:
        value: 'major_type == major_type::negative_integer ? -1 - argument : argument'
        if: major_type.to_i < 2
        doc: Value of an integer.
  byte_string:
    -webide-representation: '{data}'
    params:
      - id: len
        type: u8
      - id: outer_tag
        type: s8
    seq:
      - id: data
        size: len
        type: byte_string_data(outer_tag)
  byte_string_data:
    -webide-representation: '{bytes}'
    params:
      - id: outer_tag
        type: s8
    seq:
      - id: bytes
        size-eos: true
    instances:
      embedded_items:
        pos: 0
        type: item(-1)
        repeat: eos
        if: outer_tag == 24 or outer_tag == 63
        doc: What a string with tag 24 or 63 holds.
      elements:
        pos: 0
        type:
          switch-on: outer_tag
          cases:
            64: u1
            65: u2be
            66: u4be
            67: u8be
            68: u1
            69: u2le
            70: u4le
            71: u8le
            72: s1
            73: s2be
            74: s4be
            75: s8be
            77: s2le
            78: s4le
            79: s8le
        repeat: eos
        if: outer_tag >= 64 and outer_tag <= 79 and outer_tag != 76
        doc: Integers of a typed array (tags 64 to 79).
      float16_be_elements:
        pos: 0
        type: float16(false)
        size: 2
        repeat: eos
        if: outer_tag == 80
      float16_le_elements:
        pos: 0
        type: float16(true)
        size: 2
        repeat: eos
        if: outer_tag == 84
      float_elements:
        pos: 0
        type:
          switch-on: outer_tag
          cases:
            81: f4be
            82: f8be
            85: f4le
            86: f8le
        repeat: eos
        if: outer_tag == 81 or outer_tag == 82 or outer_tag == 85 or outer_tag == 86
        doc: Numbers of a typed array of floats.
  text_string:
    -webide-representation: '{text}'
    params:
      - id: len
        type: u8
    seq:
      - id: text
        type: str
        size: len
  chunks:
    doc: Strings of definite length that make one string, then the stop code.
    seq:
      - id: chunks
        type: item(-1)
        repeat: until
        repeat-until: _.is_break
  array:
    params:
      - id: num_items
        type: u8
    seq:
      - id: items
        type: item(-1)
        repeat: expr
        repeat-expr: num_items
  map:
    params:
      - id: num_pairs
        type: u8
    seq:
      - id: pairs
        type: pair
        repeat: expr
        repeat-expr: num_pairs
  indefinite_array:
    seq:
      - id: items
        type: item(-1)
        repeat: until
        repeat-until: _.is_break
        doc: The last one is the stop code.
  indefinite_map:
    seq:
      - id: pairs
        type: pair
        repeat: until
        repeat-until: _.key.is_break
        doc: The last one is the stop code only.
  pair:
    -webide-representation: '{key}: {value}'
    seq:
      - id: key
        type: item(-1)
      - id: value
        type: item(-1)
        if: not key.is_break
  tagged:
    -webide-representation: '{tag} {item}'
    params:
      - id: number
        type: u8
    seq:
      - id: item
        type: 'item(number < 0x10000 ? number : -1)'
    instances:
      tag:
        value: number
        enum: tag
      epoch_time:
        value: item.integer
        if: tag == tag::epoch_based_date_time and item.major_type.to_i < 2
        -time: unix
        doc: Date and time of tag 1 if it is in whole seconds.
  simple_or_float:
    -webide-representation: '{simple_value} {float}'
    params:
      - id: information
        type: u1
    seq:
      - id: long_simple_value
        type: u1
        if: information == 24
        doc: Simple value 32 to 255.
      - id: float16
        type: float16(false)
        if: information == 25
      - id: float
        type:
          switch-on: information
          cases:
            26: f4
            27: f8
        if: information == 26 or information == 27
      - id: rest
        size-eos: true
        if: information >= 28 and information <= 30
        doc: The item is not well-formed, so what follows cannot be read.
    instances:
      simple_value:
        value: 'information == 24 ? long_simple_value : information'
        enum: simple_value
        if: information <= 24
  float16:
    doc: Binary16 of IEEE 754, half precision.
    -webide-representation: '{value}'
    params:
      - id: is_le
        type: bool
    seq:
      - id: bits_be
        type: u2be
        if: not is_le
      - id: bits_le
        type: u2le
        if: is_le
    instances:
      bits:
        value: 'is_le ? bits_le : bits_be'
      is_negative:
        value: (bits & 0x8000) != 0
      exponent:
        value: (bits >> 10) & 0x1f
      significand:
        value: bits & 0x3ff
      is_infinite:
        value: exponent == 31 and significand == 0
      is_nan:
        value: exponent == 31 and significand != 0
      magnitude:
        value: >-
          exponent == 0 ? significand / 16777216.0
            : exponent < 25 ? (significand + 1024.0) / (1 << (25 - exponent))
            : (significand + 1024.0) * (1 << (exponent - 25))
        if: exponent < 31
      value:
        value: 'is_negative ? magnitude * -1.0 : magnitude'
        if: exponent < 31
        doc: The number, unless it is infinite or not a number.
  malformed:
    doc: The item is not well-formed, so what follows cannot be read.
    seq:
      - id: rest
        size-eos: true
