# Messages in the wire format of Protocol Buffers, read without their .proto schema.
# Specification: "Encoding", https://protobuf.dev/programming-guides/encoding/
meta:
  id: protobuf
  title: Protocol Buffers message
  file-extension: [binpb, pb]
  xref:
    mime: [application/protobuf, application/x-protobuf]
  license: Apache-2.0
  encoding: UTF-8
  endian: le
doc: |
  A message as a sequence of fields, each with its number and wire type. The wire format does not tell the declared
  types, so each value comes with the readings that its wire type allows.
doc-ref: https://protobuf.dev/programming-guides/encoding/
seq:
  - id: fields
    type: field(0)
    repeat: eos
instances:
  is_valid:
    value: 'fields.size == 0 or fields.last.is_valid'
    doc: Whether the whole file reads as a message. A field that does not takes all bytes to the end, so it is the last.
enums:
  wire_type:
    0:
      id: varint
      doc: int32, int64, uint32, uint64, sint32, sint64, bool or enum.
    1:
      id: i64
      doc: fixed64, sfixed64 or double.
    2:
      id: len
      doc: string, bytes, an embedded message or a packed repeated field.
    3:
      id: sgroup
      doc: Start of a group.
    4:
      id: egroup
      doc: End of a group.
    5:
      id: i32
      doc: fixed32, sfixed32 or float.
types:
  message:
    doc: An embedded message.
    params:
      - id: level
        type: s4
    seq:
      - id: fields
        type: field(level)
        repeat: eos
    instances:
      is_valid:
        value: 'fields.size == 0 or fields.last.is_valid'
  field:
    -webide-representation: '{field_number:dec} {wire_type}: {value}'
    params:
      - id: level
        type: s4
        doc: Number of messages and groups around this field.
    seq:
      - id: tag
        type: varint(_io.size - _io.pos)
        doc: Field number times 8 plus the wire type.
      - id: value
        type:
          switch-on: form
          cases:
            0: varint_value
            1: i64_value
            2: length_delimited(level + 1)
            3: group(level + 1, _io.size - _io.pos)
            5: i32_value
            9: malformed
    instances:
      field_number:
        value: tag.value >> 3
      wire_type:
        value: tag.value & 7
        enum: wire_type
      form:
        value: >-
          not has_valid_tag ? 9 : wire_type == wire_type::sgroup and level >= 100 ? 4 : tag.value & 7
        doc: The wire type, 9 for what is no field and 4 (no value) for a group that is nested too deep to be followed.
      has_valid_tag:
        value: tag.is_valid and (tag.value & 7) < 6 and field_number > 0 and field_number < 0x20000000
        doc: The tag ends in time, its wire type is defined and the field number is 1 to 536870911.
      is_valid:
        value: >-
          form == 0 ? value.as<varint_value>.is_valid
            : form == 1 ? value.as<i64_value>.is_valid
            : form == 2 ? value.as<length_delimited>.is_valid
            : form == 3 ? value.as<group>.is_valid
            : form == 5 ? value.as<i32_value>.is_valid
            : form == 4
  varint:
    doc: Base 128 varint of up to 10 bytes, the low bits first; bit 7 of a byte tells that another one follows.
    -webide-representation: '{value:dec}'
    params:
      - id: num_available
        type: s8
        doc: Bytes left in the data.
    seq:
      - id: septets
        type: u1
        repeat: until
        repeat-until: _ < 0x80 or _io.eof
        if: num_available > 0
    instances:
      num_bytes:
        value: 'num_available > 0 ? septets.size : 0'
      is_valid:
        value: 'num_bytes > 0 and num_bytes <= 10 ? septets.last < 0x80 : false'
        doc: Whether it ends, and within 10 bytes.
      value:
        value: >-
          ((num_bytes > 0 ? septets[0] & 0x7f : 0)
            | (num_bytes > 1 ? (septets[1] & 0x7f) << 7 : 0)
            | (num_bytes > 2 ? (septets[2] & 0x7f) << 14 : 0)
            | (num_bytes > 3 ? (septets[3] & 0x7f) << 21 : 0)
            | (num_bytes > 4 ? (septets[4] & 0x7f) << 28 : 0)
            | (num_bytes > 5 ? (septets[5] & 0x7f) << 35 : 0)
            | (num_bytes > 6 ? (septets[6] & 0x7f) << 42 : 0)
            | (num_bytes > 7 ? (septets[7] & 0x7f) << 49 : 0)
            | (num_bytes > 8 ? (septets[8] & 0x7f) << 56 : 0)
            | (num_bytes > 9 ? (septets[9] & 1) << 63 : 0))
        doc: The low 64 bits.
  varint_value:
    -webide-representation: '{as_unsigned:dec}'
    seq:
      - id: number
        type: varint(_io.size - _io.pos)
    instances:
      is_valid:
        value: number.is_valid
      as_unsigned:
        value: number.value
        doc: As uint64, uint32, bool or enum.
      as_signed:
        value: (number.value ^ 0x8000000000000000) - 0x8000000000000000
        doc: As int64 or int32, which are sent as 64 bits in two's complement.
      as_zigzag:
        value: '(number.value & 1) == 1 ? -(number.value >> 1) - 1 : number.value >> 1'
        doc: As sint64 or sint32.
  i64_value:
    doc: A fixed64, sfixed64 or double.
    -webide-representation: '{number}'
    seq:
      - id: number
        size: '_io.size - _io.pos < 8 ? _io.size - _io.pos : 8'
        type: i64_number
    instances:
      is_valid:
        value: number.is_complete
  i64_number:
    -webide-representation: '{as_unsigned:dec} {as_double}'
    instances:
      is_complete:
        value: _io.size == 8
      as_unsigned:
        pos: 0
        type: u8
        if: is_complete
      as_signed:
        pos: 0
        type: s8
        if: is_complete
      as_double:
        pos: 0
        type: f8
        if: is_complete
  i32_value:
    doc: A fixed32, sfixed32 or float.
    -webide-representation: '{number}'
    seq:
      - id: number
        size: '_io.size - _io.pos < 4 ? _io.size - _io.pos : 4'
        type: i32_number
    instances:
      is_valid:
        value: number.is_complete
  i32_number:
    -webide-representation: '{as_unsigned:dec} {as_float}'
    instances:
      is_complete:
        value: _io.size == 4
      as_unsigned:
        pos: 0
        type: u4
        if: is_complete
      as_signed:
        pos: 0
        type: s4
        if: is_complete
      as_float:
        pos: 0
        type: f4
        if: is_complete
  length_delimited:
    -webide-representation: '{payload}'
    params:
      - id: level
        type: s4
    seq:
      - id: len_payload
        type: varint(_io.size - _io.pos)
      - id: payload
        size: >-
          len_payload.is_valid and len_payload.value < _io.size - _io.pos ? len_payload.value : _io.size - _io.pos
        type: payload(level)
        doc: What is left of the data if the length says more.
    instances:
      is_valid:
        value: len_payload.is_valid and len_payload.value == payload.len
  payload:
    doc: A string, bytes, an embedded message or a packed repeated field; only the schema knows which of them.
    -webide-representation: '{as_text}'
    params:
      - id: level
        type: s4
    seq:
      - id: bytes
        size-eos: true
    instances:
      len:
        value: bytes.length
      as_text:
        pos: 0
        type: str
        size: len
      check:
        pos: 0
        size: len
        type: skim(0)
        if: len > 0
        doc: A quick look at the bytes as fields, to know whether they can be a message.
      can_be_message:
        value: 'len > 0 and level < 100 ? check.is_valid : false'
      as_message:
        pos: 0
        size: len
        type: message(level)
        if: can_be_message
      as_packed_varints:
        pos: 0
        size: len
        type: packed_varints
        if: 'len > 0 and not can_be_message ? bytes.last < 0x80 : false'
        doc: As a packed repeated field of varints.
      as_packed_i32:
        pos: 0
        size: len
        type: packed_i32
        if: len > 0 and len % 4 == 0 and not can_be_message
        doc: As a packed repeated field of fixed32, sfixed32 or float.
      as_packed_i64:
        pos: 0
        size: len
        type: packed_i64
        if: len > 0 and len % 8 == 0 and not can_be_message
        doc: As a packed repeated field of fixed64, sfixed64 or double.
  packed_varints:
    seq:
      - id: values
        type: varint_value
        repeat: eos
  packed_i32:
    seq:
      - id: values
        size: 4
        type: i32_number
        repeat: eos
  packed_i64:
    seq:
      - id: values
        size: 8
        type: i64_number
        repeat: eos
  group:
    doc: Fields up to the end tag of the group; a deprecated way to embed a message.
    params:
      - id: level
        type: s4
      - id: num_available
        type: s8
    seq:
      - id: fields
        type: field(level)
        repeat: until
        repeat-until: _.form == 4 or _io.eof
        if: num_available > 0
        doc: The last one is the end tag.
    instances:
      is_valid:
        value: 'num_available > 0 ? fields.last.form == 4 and fields.last.wire_type == wire_type::egroup : false'
  malformed:
    doc: All that is left of the data after a tag that cannot be one.
    seq:
      - id: bytes
        size-eos: true
  skim:
    doc: Fields without a look into their values.
    params:
      - id: level
        type: s4
    seq:
      - id: fields
        type: skim_field(level)
        repeat: eos
    instances:
      is_valid:
        value: fields.last.is_valid
  skim_field:
    params:
      - id: level
        type: s4
    seq:
      - id: tag
        type: varint(_io.size - _io.pos)
      - id: number
        type: varint(_io.size - _io.pos)
        if: form == 0 or form == 2
        doc: The value or the length of the value.
      - id: bytes
        size: '_io.size - _io.pos < len_bytes ? _io.size - _io.pos : len_bytes'
        if: form != 3
      - id: group
        type: skim_group(level + 1, _io.size - _io.pos)
        if: form == 3
    instances:
      form:
        value: >-
          tag.is_valid and (tag.value & 7) < 6 and (tag.value >> 3) > 0 and (tag.value >> 3) < 0x20000000
            and level < 100 ? tag.value & 7 : 9
      len_bytes:
        value: 'form == 1 ? 8 : form == 5 ? 4 : form == 2 ? number.value : form == 9 ? _io.size : 0'
      is_valid:
        value: >-
          form == 0 ? number.is_valid
            : form == 2 ? number.is_valid and bytes.length == len_bytes
            : form == 3 ? group.is_valid
            : form == 4 ? level > 0
            : form != 9 and bytes.length == len_bytes
  skim_group:
    params:
      - id: level
        type: s4
      - id: num_available
        type: s8
    seq:
      - id: fields
        type: skim_field(level)
        repeat: until
        repeat-until: _.form == 4 or _io.eof
        if: num_available > 0
    instances:
      is_valid:
        value: 'num_available > 0 ? fields.last.form == 4 : false'
