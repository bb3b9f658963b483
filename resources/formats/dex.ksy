# Dalvik executables of Android.
# Specification: Android Open Source Project, "Dalvik executable format".
meta:
  id: dex
  title: Dalvik executable
  file-extension: dex
  xref:
    mime: application/vnd.android.dex
  license: Apache-2.0
  endian: le
  -detect:
    - {0: '64 65 78 0a 30 ?? ?? 00', 40: '78 56 34 12'}
doc: |
  Tables of strings, types, prototypes, fields, methods and classes, which name each other by index, and the data that
  they point to.
doc-ref: https://source.android.com/docs/core/runtime/dex-format
seq:
  - {id: magic, contents: [dex, 0x0a]}
  - {id: version, size: 4, type: strz, encoding: ASCII, eos-error: false}
  - {id: checksum, type: u4, doc: Adler-32 of all that follows.}
  - {id: signature, size: 20, doc: SHA-1 of all that follows.}
  - {id: file_size, type: u4}
  - {id: header_size, type: u4}
  - {id: endian_tag, type: u4, enum: endian_tag}
  - {id: link_size, type: u4}
  - {id: link_off, type: u4}
  - {id: map_off, type: u4}
  - {id: string_ids_size, type: u4}
  - {id: string_ids_off, type: u4}
  - {id: type_ids_size, type: u4}
  - {id: type_ids_off, type: u4}
  - {id: proto_ids_size, type: u4}
  - {id: proto_ids_off, type: u4}
  - {id: field_ids_size, type: u4}
  - {id: field_ids_off, type: u4}
  - {id: method_ids_size, type: u4}
  - {id: method_ids_off, type: u4}
  - {id: class_defs_size, type: u4}
  - {id: class_defs_off, type: u4}
  - {id: data_size, type: u4}
  - {id: data_off, type: u4}
  - {id: container, type: container, if: header_size >= 120}
instances:
  map: {pos: map_off, type: map_list, if: map_off != 0}
  string_ids: {pos: string_ids_off, type: string_id, repeat: expr, repeat-expr: string_ids_size}
  type_ids: {pos: type_ids_off, type: type_id, repeat: expr, repeat-expr: type_ids_size}
  proto_ids: {pos: proto_ids_off, type: proto_id, repeat: expr, repeat-expr: proto_ids_size}
  field_ids: {pos: field_ids_off, type: field_id, repeat: expr, repeat-expr: field_ids_size}
  method_ids: {pos: method_ids_off, type: method_id, repeat: expr, repeat-expr: method_ids_size}
  class_defs: {pos: class_defs_off, type: class_def, repeat: expr, repeat-expr: class_defs_size}
  link_data: {pos: link_off, size: link_size, if: link_off != 0}
types:
  container:
    doc: Since version 041 several of these files may lie in one container.
    seq:
      - {id: container_size, type: u4}
      - {id: header_offset, type: u4}
  uleb128:
    -webide-representation: '{value:dec}'
    seq:
      - {id: bytes, type: u1, repeat: until, repeat-until: (_ & 0x80) == 0}
    instances:
      value:
        value: |
          (bytes[0] & 0x7f) + (bytes.size > 1 ? (bytes[1] & 0x7f) << 7 : 0)
          + (bytes.size > 2 ? (bytes[2] & 0x7f) << 14 : 0) + (bytes.size > 3 ? (bytes[3] & 0x7f) << 21 : 0)
          + (bytes.size > 4 ? (bytes[4] & 0xf) << 28 : 0)
  sleb128:
    -webide-representation: '{value:dec}'
    seq:
      - {id: bits, type: uleb128}
    instances:
      value:
        value: |
          bits.bytes.size > 4 or (bits.bytes.last & 0x40) == 0 ? (bits.value > 0x7fffffff ?
          bits.value - 0x100000000 : bits.value) : bits.value - (1 << bits.bytes.size * 7)
  string_reference:
    -webide-representation: '{text}'
    doc: Index of a string plus one, 0 for none.
    seq:
      - {id: index_plus_1, type: uleb128}
    instances:
      text: {value: '_root.string_ids[index_plus_1.value - 1].data.text', if: index_plus_1.value != 0}
  type_reference:
    -webide-representation: '{descriptor}'
    doc: Index of a type plus one, 0 for none.
    seq:
      - {id: index_plus_1, type: uleb128}
    instances:
      descriptor: {value: '_root.type_ids[index_plus_1.value - 1].descriptor', if: index_plus_1.value != 0}
  map_list:
    seq:
      - {id: size, type: u4}
      - {id: items, type: map_item, repeat: expr, repeat-expr: size}
  map_item:
    -webide-representation: '{type} {size:dec} {offset:hex}'
    seq:
      - {id: type, type: u2, enum: item_type}
      - {id: unused, type: u2}
      - {id: size, type: u4, doc: Number of items.}
      - {id: offset, type: u4}
    instances:
      call_sites: {pos: offset, type: call_site, repeat: expr, repeat-expr: size, if: type == item_type::call_site_id}
      method_handles: {
        pos: offset, type: method_handle, repeat: expr, repeat-expr: size, if: type == item_type::method_handle
      }
      hiddenapi_class_data: {pos: offset, type: hiddenapi_class_data, if: type == item_type::hiddenapi_class_data}
  string_id:
    -webide-representation: '{data.text}'
    seq:
      - {id: string_data_off, type: u4}
    instances:
      data: {pos: string_data_off, type: string_data}
  string_data:
    seq:
      - {id: utf16_size, type: uleb128, doc: Number of UTF-16 code units.}
      - id: text
        type: strz
        encoding: UTF-8
        doc: Modified UTF-8, in which NUL has two bytes and a supplementary character six.
  type_id:
    -webide-representation: '{descriptor}'
    seq:
      - {id: descriptor_idx, type: u4}
    instances:
      descriptor: {value: '_root.string_ids[descriptor_idx].data.text'}
  proto_id:
    -webide-representation: '{shorty}'
    seq:
      - {id: shorty_idx, type: u4}
      - {id: return_type_idx, type: u4}
      - {id: parameters_off, type: u4}
    instances:
      shorty: {value: '_root.string_ids[shorty_idx].data.text'}
      return_type: {value: '_root.type_ids[return_type_idx].descriptor'}
      parameters: {pos: parameters_off, type: type_list, if: parameters_off != 0}
  type_list:
    seq:
      - {id: size, type: u4}
      - {id: types, type: type_item, repeat: expr, repeat-expr: size}
  type_item:
    -webide-representation: '{descriptor}'
    seq:
      - {id: type_idx, type: u2}
    instances:
      descriptor: {value: '_root.type_ids[type_idx].descriptor'}
  field_id:
    -webide-representation: '{class_name} {name} {type_name}'
    seq:
      - {id: class_idx, type: u2}
      - {id: type_idx, type: u2}
      - {id: name_idx, type: u4}
    instances:
      class_name: {value: '_root.type_ids[class_idx].descriptor'}
      type_name: {value: '_root.type_ids[type_idx].descriptor'}
      name: {value: '_root.string_ids[name_idx].data.text'}
  method_id:
    -webide-representation: '{class_name} {name} {shorty}'
    seq:
      - {id: class_idx, type: u2}
      - {id: proto_idx, type: u2}
      - {id: name_idx, type: u4}
    instances:
      class_name: {value: '_root.type_ids[class_idx].descriptor'}
      shorty: {value: '_root.proto_ids[proto_idx].shorty'}
      name: {value: '_root.string_ids[name_idx].data.text'}
  class_def:
    -webide-representation: '{name}'
    seq:
      - {id: class_idx, type: u4}
      - {id: access_flags, type: u4}
      - {id: superclass_idx, type: u4, doc: 'Index of a type, 0xffffffff for none.'}
      - {id: interfaces_off, type: u4}
      - {id: source_file_idx, type: u4, doc: 'Index of a string, 0xffffffff for none.'}
      - {id: annotations_off, type: u4}
      - {id: class_data_off, type: u4}
      - {id: static_values_off, type: u4}
    instances:
      name: {value: '_root.type_ids[class_idx].descriptor'}
      superclass_name: {value: '_root.type_ids[superclass_idx].descriptor', if: superclass_idx != 0xffffffff}
      source_file: {value: '_root.string_ids[source_file_idx].data.text', if: source_file_idx != 0xffffffff}
      flags: {type: access_flags(access_flags)}
      interfaces: {pos: interfaces_off, type: type_list, if: interfaces_off != 0}
      annotations: {pos: annotations_off, type: annotations_directory, if: annotations_off != 0}
      class_data: {pos: class_data_off, type: class_data, if: class_data_off != 0}
      static_values: {pos: static_values_off, type: encoded_array, if: static_values_off != 0}
  access_flags:
    doc: Some bits mean one thing for a field and another for a method.
    params:
      - {id: value, type: u4}
    instances:
      is_public: {value: (value & 0x1) != 0}
      is_private: {value: (value & 0x2) != 0}
      is_protected: {value: (value & 0x4) != 0}
      is_static: {value: (value & 0x8) != 0}
      is_final: {value: (value & 0x10) != 0}
      is_synchronized: {value: (value & 0x20) != 0}
      is_volatile_or_bridge: {value: (value & 0x40) != 0}
      is_transient_or_varargs: {value: (value & 0x80) != 0}
      is_native: {value: (value & 0x100) != 0}
      is_interface: {value: (value & 0x200) != 0}
      is_abstract: {value: (value & 0x400) != 0}
      is_strict: {value: (value & 0x800) != 0}
      is_synthetic: {value: (value & 0x1000) != 0}
      is_annotation: {value: (value & 0x2000) != 0}
      is_enum: {value: (value & 0x4000) != 0}
      is_constructor: {value: (value & 0x10000) != 0}
      is_declared_synchronized: {value: (value & 0x20000) != 0}
  class_data:
    seq:
      - {id: static_fields_size, type: uleb128}
      - {id: instance_fields_size, type: uleb128}
      - {id: direct_methods_size, type: uleb128}
      - {id: virtual_methods_size, type: uleb128}
      - id: static_fields
        type: 'encoded_field(_index == 0 ? 0 : static_fields[_index - 1].field_idx)'
        repeat: expr
        repeat-expr: static_fields_size.value
      - id: instance_fields
        type: 'encoded_field(_index == 0 ? 0 : instance_fields[_index - 1].field_idx)'
        repeat: expr
        repeat-expr: instance_fields_size.value
      - id: direct_methods
        type: 'encoded_method(_index == 0 ? 0 : direct_methods[_index - 1].method_idx)'
        repeat: expr
        repeat-expr: direct_methods_size.value
      - id: virtual_methods
        type: 'encoded_method(_index == 0 ? 0 : virtual_methods[_index - 1].method_idx)'
        repeat: expr
        repeat-expr: virtual_methods_size.value
  encoded_field:
    -webide-representation: '{name}'
    params:
      - {id: previous_idx, type: u4}
    seq:
      - {id: field_idx_diff, type: uleb128}
      - {id: access_flags, type: uleb128}
    instances:
      field_idx: {value: previous_idx + field_idx_diff.value}
      name: {value: '_root.field_ids[field_idx].name'}
      flags: {type: access_flags(access_flags.value)}
  encoded_method:
    -webide-representation: '{name}'
    params:
      - {id: previous_idx, type: u4}
    seq:
      - {id: method_idx_diff, type: uleb128}
      - {id: access_flags, type: uleb128}
      - {id: code_off, type: uleb128}
    instances:
      method_idx: {value: previous_idx + method_idx_diff.value}
      name: {value: '_root.method_ids[method_idx].name'}
      flags: {type: access_flags(access_flags.value)}
      code: {pos: code_off.value, type: code_item, if: code_off.value != 0}
  code_item:
    seq:
      - {id: registers_size, type: u2}
      - {id: ins_size, type: u2, doc: Words of the arguments.}
      - {id: outs_size, type: u2, doc: Words of arguments for the methods that it calls.}
      - {id: tries_size, type: u2}
      - {id: debug_info_off, type: u4}
      - {id: insns_size, type: u4, doc: Number of 16-bit code units.}
      - {id: insns, size: insns_size * 2, doc: The instructions.}
      - {id: padding, type: u2, if: tries_size != 0 and (insns_size & 1) != 0}
      - {id: tries, type: try_item, repeat: expr, repeat-expr: tries_size}
      - {id: handlers, type: catch_handler_list, if: tries_size != 0}
    instances:
      debug_info: {pos: debug_info_off, type: debug_info, if: debug_info_off != 0}
  try_item:
    seq:
      - {id: start_addr, type: u4, doc: In code units.}
      - {id: insn_count, type: u2, doc: In code units.}
      - {id: handler_off, type: u2, doc: Bytes from the start of the list of handlers.}
  catch_handler_list:
    seq:
      - {id: size, type: uleb128}
      - {id: handlers, type: catch_handler, repeat: expr, repeat-expr: size.value}
  catch_handler:
    seq:
      - {id: size, type: sleb128, doc: Number of types; 0 or negative when a handler of everything follows.}
      - {id: handlers, type: type_address, repeat: expr, repeat-expr: 'size.value < 0 ? -size.value : size.value'}
      - {id: catch_all_addr, type: uleb128, if: size.value <= 0}
  type_address:
    -webide-representation: '{type_name}'
    seq:
      - {id: type_idx, type: uleb128}
      - {id: addr, type: uleb128}
    instances:
      type_name: {value: '_root.type_ids[type_idx.value].descriptor'}
  debug_info:
    seq:
      - {id: line_start, type: uleb128}
      - {id: parameters_size, type: uleb128}
      - {id: parameter_names, type: string_reference, repeat: expr, repeat-expr: parameters_size.value}
      - id: instructions
        type: debug_instruction
        repeat: until
        repeat-until: _.opcode == debug_opcode::end_sequence
  debug_instruction:
    -webide-representation: '{opcode} {line_advance:dec} {address_advance:dec}'
    seq:
      - id: opcode
        type: u1
        enum: debug_opcode
        doc: From 10 on an opcode that advances both the line and the address.
      - id: operands
        type:
          switch-on: opcode
          cases: {
            debug_opcode::advance_pc: uleb128, debug_opcode::advance_line: sleb128,
            debug_opcode::start_local: debug_local(false), debug_opcode::start_local_extended: debug_local(true),
            debug_opcode::end_local: uleb128, debug_opcode::restart_local: uleb128,
            debug_opcode::set_file: string_reference
          }
    instances:
      line_advance: {value: (opcode.to_i - 10) % 15 - 4, if: opcode.to_i >= 10}
      address_advance: {value: (opcode.to_i - 10) / 15, if: opcode.to_i >= 10}
  debug_local:
    -webide-representation: '{name.text} {type.descriptor}'
    params:
      - {id: is_extended, type: bool}
    seq:
      - {id: register, type: uleb128}
      - {id: name, type: string_reference}
      - {id: type, type: type_reference}
      - {id: signature, type: string_reference, if: is_extended}
  annotations_directory:
    seq:
      - {id: class_annotations_off, type: u4}
      - {id: fields_size, type: u4}
      - {id: annotated_methods_size, type: u4}
      - {id: annotated_parameters_size, type: u4}
      - {id: field_annotations, type: member_annotations, repeat: expr, repeat-expr: fields_size}
      - {id: method_annotations, type: member_annotations, repeat: expr, repeat-expr: annotated_methods_size}
      - {id: parameter_annotations, type: parameter_annotations, repeat: expr, repeat-expr: annotated_parameters_size}
    instances:
      class_annotations: {pos: class_annotations_off, type: annotation_set, if: class_annotations_off != 0}
  member_annotations:
    seq:
      - {id: member_idx, type: u4, doc: Index of the field or method.}
      - {id: annotations_off, type: u4}
    instances:
      annotations: {pos: annotations_off, type: annotation_set}
  parameter_annotations:
    seq:
      - {id: method_idx, type: u4}
      - {id: annotations_off, type: u4}
    instances:
      annotations: {pos: annotations_off, type: annotation_set_ref_list}
  annotation_set_ref_list:
    seq:
      - {id: size, type: u4}
      - {id: sets, type: annotation_set_ref, repeat: expr, repeat-expr: size}
  annotation_set_ref:
    seq:
      - {id: annotations_off, type: u4}
    instances:
      annotations: {pos: annotations_off, type: annotation_set, if: annotations_off != 0}
  annotation_set:
    seq:
      - {id: size, type: u4}
      - {id: entries, type: annotation_off, repeat: expr, repeat-expr: size}
  annotation_off:
    -webide-representation: '{annotation.annotation.type_name}'
    seq:
      - {id: annotation_off, type: u4}
    instances:
      annotation: {pos: annotation_off, type: annotation_item}
  annotation_item:
    seq:
      - {id: visibility, type: u1, enum: visibility}
      - {id: annotation, type: encoded_annotation}
  encoded_annotation:
    -webide-representation: '{type_name}'
    seq:
      - {id: type_idx, type: uleb128}
      - {id: size, type: uleb128}
      - {id: elements, type: annotation_element, repeat: expr, repeat-expr: size.value}
    instances:
      type_name: {value: '_root.type_ids[type_idx.value].descriptor'}
  annotation_element:
    -webide-representation: '{name}'
    seq:
      - {id: name_idx, type: uleb128}
      - {id: value, type: encoded_value}
    instances:
      name: {value: '_root.string_ids[name_idx.value].data.text'}
  encoded_array:
    seq:
      - {id: size, type: uleb128}
      - {id: values, type: encoded_value, repeat: expr, repeat-expr: size.value}
  encoded_value:
    -webide-representation: '{value_type} {unsigned:dec}'
    seq:
      - {id: value_arg, type: b3, doc: One less than the bytes of the value; of a boolean the value.}
      - {id: value_type, type: b5, enum: value_type}
      - {id: array, type: encoded_array, if: value_type == value_type::array}
      - {id: annotation, type: encoded_annotation, if: value_type == value_type::annotation}
      - id: bytes
        size: value_arg + 1
        if: has_bytes
        doc: Little endian; the bytes left out are the sign's, or zeros at the right end of a floating-point number.
    instances:
      has_bytes: {value: value_type.to_i < 28}
      unsigned:
        value: |
          (bytes[0]) + (value_arg > 0 ? bytes[1] << 8 : 0) + (value_arg > 1 ? bytes[2] << 16 : 0)
          + (value_arg > 2 ? bytes[3] << 24 : 0)
        if: has_bytes and value_arg < 4
        doc: The bytes as a number without a sign, an index for instance.
  call_site:
    seq:
      - {id: call_site_off, type: u4}
    instances:
      values:
        pos: call_site_off
        type: encoded_array
        doc: The bootstrap method's handle, the method's name and type, then further arguments.
  method_handle:
    -webide-representation: '{method_handle_type} {field_or_method_id:dec}'
    seq:
      - {id: method_handle_type, type: u2, enum: method_handle_type}
      - {id: unused_1, type: u2}
      - {id: field_or_method_id, type: u2}
      - {id: unused_2, type: u2}
  hiddenapi_class_data:
    seq:
      - {id: size, type: u4, doc: 'Bytes of the section, these four included.'}
      - {id: data, size: size - 4}
enums:
  endian_tag: {0x12345678: little_endian, 0x78563412: big_endian}
  item_type: {
    0: header, 1: string_id, 2: type_id, 3: proto_id, 4: field_id, 5: method_id, 6: class_def, 7: call_site_id,
    8: method_handle, 0x1000: map_list, 0x1001: type_list, 0x1002: annotation_set_ref_list, 0x1003: annotation_set,
    0x2000: class_data, 0x2001: code, 0x2002: string_data, 0x2003: debug_info, 0x2004: annotation,
    0x2005: encoded_array, 0x2006: annotations_directory, 0xf000: hiddenapi_class_data
  }
  debug_opcode: {
    0: end_sequence, 1: advance_pc, 2: advance_line, 3: start_local, 4: start_local_extended, 5: end_local,
    6: restart_local, 7: set_prologue_end, 8: set_epilogue_begin, 9: set_file
  }
  visibility: {0: build, 1: runtime, 2: system}
  value_type: {
    0: byte, 2: short, 3: char, 4: int, 6: long, 16: float, 17: double, 21: method_type, 22: method_handle, 23: string,
    24: type, 25: field, 26: method, 27: enum, 28: array, 29: annotation, 30: none, 31: boolean
  }
  method_handle_type: {
    0: static_put, 1: static_get, 2: instance_put, 3: instance_get, 4: invoke_static, 5: invoke_instance,
    6: invoke_constructor, 7: invoke_direct, 8: invoke_interface
  }
