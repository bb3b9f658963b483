# Language models and other tensors in GGUF files of versions 1 to 3.
# Specification: docs/gguf.md of https://github.com/ggml-org/ggml
meta:
  id: gguf
  title: GGUF model
  file-extension: gguf
  license: Apache-2.0
  encoding: UTF-8
  -detect:
    - {0: '47 47 55 46 ?? 00 00 00'}
    - {0: '47 47 55 46 00 00 00 ??'}
doc: |
  Named values about the model, the name, shape, type and place of each tensor, then the tensors.
doc-ref: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
seq:
  - id: magic
    contents: GGUF
  - id: model
    type: model
instances:
  version_as_le:
    pos: 4
    type: u4le
    doc: The version as if the file were little-endian; a huge number tells that it is big-endian.
enums:
  value_type:
    0: uint8
    1: int8
    2: uint16
    3: int16
    4: uint32
    5: int32
    6: float32
    7: bool
    8: string
    9: array
    10: uint64
    11: int64
    12: float64
  tensor_type:
    0: f32
    1: f16
    2: q4_0
    3: q4_1
    6: q5_0
    7: q5_1
    8: q8_0
    9: q8_1
    10: q2_k
    11: q3_k
    12: q4_k
    13: q5_k
    14: q6_k
    15: q8_k
    16: iq2_xxs
    17: iq2_xs
    18: iq3_xxs
    19: iq1_s
    20: iq4_nl
    21: iq3_s
    22: iq2_s
    23: iq4_xs
    24: i8
    25: i16
    26: i32
    27: i64
    28: f64
    29: iq1_m
    30: bf16
    34: tq1_0
    35: tq2_0
    39: mxfp4
types:
  model:
    meta:
      endian:
        switch-on: _root.version_as_le < 0x10000
        cases:
          true: le
          false: be
    seq:
      - id: version
        type: u4
      - id: num_tensors
        type: size(version)
      - id: num_metadata
        type: size(version)
      - id: metadata
        type: metadata_entry(version)
        repeat: expr
        repeat-expr: num_metadata.value
      - id: tensors
        type: tensor_info(version)
        repeat: expr
        repeat-expr: num_tensors.value
      - id: data
        size-eos: true
        doc: Padding up to a multiple of the alignment in the file ("general.alignment", else 32), then the tensors.
    types:
      size:
        doc: A count or length, of 32 bits in version 1.
        -webide-representation: '{value:dec}'
        params:
          - id: version
            type: u4
        seq:
          - id: value
            type:
              switch-on: version
              cases:
                1: u4
                _: u8
      text:
        -webide-representation: '{value}'
        params:
          - id: version
            type: u4
        seq:
          - id: len
            type: size(version)
          - id: value
            type: str
            size: len.value
      metadata_entry:
        -webide-representation: '{key}: {value}'
        params:
          - id: version
            type: u4
        seq:
          - id: key
            type: text(version)
          - id: type
            type: u4
            enum: value_type
          - id: value
            type: value(version, type)
      value:
        -webide-representation: '{number} {text} {array}'
        params:
          - id: version
            type: u4
          - id: type
            type: u4
            enum: value_type
        seq:
          - id: number
            type:
              switch-on: type
              cases:
                'value_type::uint8': u1
                'value_type::int8': s1
                'value_type::uint16': u2
                'value_type::int16': s2
                'value_type::uint32': u4
                'value_type::int32': s4
                'value_type::bool': u1
                'value_type::uint64': u8
                'value_type::int64': s8
                'value_type::float32': f4
                'value_type::float64': f8
            if: type != value_type::string and type != value_type::array
            doc: A bool is 0 or 1.
          - id: text
            type: text(version)
            if: type == value_type::string
          - id: array
            type: array(version)
            if: type == value_type::array
      array:
        -webide-representation: '{len} {type}'
        params:
          - id: version
            type: u4
        seq:
          - id: type
            type: u4
            enum: value_type
            doc: Type of the elements.
          - id: len
            type: size(version)
          - id: numbers
            type:
              switch-on: type
              cases:
                'value_type::uint8': u1
                'value_type::int8': s1
                'value_type::uint16': u2
                'value_type::int16': s2
                'value_type::uint32': u4
                'value_type::int32': s4
                'value_type::bool': u1
                'value_type::uint64': u8
                'value_type::int64': s8
                'value_type::float32': f4
                'value_type::float64': f8
            repeat: expr
            repeat-expr: len.value
            if: type != value_type::string and type != value_type::array
          - id: texts
            type: text(version)
            repeat: expr
            repeat-expr: len.value
            if: type == value_type::string
          - id: arrays
            type: array(version)
            repeat: expr
            repeat-expr: len.value
            if: type == value_type::array
      tensor_info:
        -webide-representation: '{name} {type}'
        params:
          - id: version
            type: u4
        seq:
          - id: name
            type: text(version)
          - id: num_dimensions
            type: u4
          - id: dimensions
            type: size(version)
            repeat: expr
            repeat-expr: num_dimensions
            doc: Number of elements in each direction, the one that varies fastest first.
          - id: type
            type: u4
            enum: tensor_type
          - id: offset
            type: u8
            doc: From the start of the tensors, which is after the padding; a multiple of the alignment.
