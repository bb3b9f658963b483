# Class files of the Java virtual machine, module descriptors too.
# Specification: "The Java Virtual Machine Specification, Java SE 21 Edition", chapter 4.
meta:
  id: java_class
  title: Java class
  file-extension: class
  xref:
    mime: [application/java-vm, application/x-java-applet]
  license: Apache-2.0
  endian: be
  -detect:
    - {0: 'ca fe ba be ?? ?? 00 2d'}
    - {0: 'ca fe ba be ?? ?? 00 2e'}
    - {0: 'ca fe ba be ?? ?? 00 2f'}
    - {0: 'ca fe ba be ?? ?? 00 30'}
    - {0: 'ca fe ba be ?? ?? 00 31'}
    - {0: 'ca fe ba be ?? ?? 00 32'}
    - {0: 'ca fe ba be ?? ?? 00 33'}
    - {0: 'ca fe ba be ?? ?? 00 34'}
    - {0: 'ca fe ba be ?? ?? 00 35'}
    - {0: 'ca fe ba be ?? ?? 00 36'}
    - {0: 'ca fe ba be ?? ?? 00 37'}
    - {0: 'ca fe ba be ?? ?? 00 38'}
    - {0: 'ca fe ba be ?? ?? 00 39'}
    - {0: 'ca fe ba be ?? ?? 00 3a'}
    - {0: 'ca fe ba be ?? ?? 00 3b'}
    - {0: 'ca fe ba be ?? ?? 00 3c'}
    - {0: 'ca fe ba be ?? ?? 00 3d'}
    - {0: 'ca fe ba be ?? ?? 00 3e'}
    - {0: 'ca fe ba be ?? ?? 00 3f'}
    - {0: 'ca fe ba be ?? ?? 00 40'}
    - {0: 'ca fe ba be ?? ?? 00 41'}
    - {0: 'ca fe ba be ?? ?? 00 42'}
    - {0: 'ca fe ba be ?? ?? 00 43'}
    - {0: 'ca fe ba be ?? ?? 00 44'}
    - {0: 'ca fe ba be ?? ?? 00 45'}
    - {0: 'ca fe ba be ?? ?? 00 46'}
doc: |
  A constant pool, then the fields, methods and attributes of a class, an interface or a module. Indices into the
  constant pool count from 1; a long and a double take two of them.
doc-ref: https://docs.oracle.com/javase/specs/jvms/se21/html/jvms-4.html
seq:
  - {id: magic, contents: [0xca, 0xfe, 0xba, 0xbe]}
  - {id: minor_version, type: u2, doc: 65535 says that the class depends on preview features.}
  - {id: major_version, type: u2, enum: java_version}
  - {id: constant_pool_count, type: u2, doc: One more than the number of constants.}
  - id: constant_pool
    type: 'constant(_index == 0 ? false : constant_pool[_index - 1].is_wide)'
    repeat: expr
    repeat-expr: 'constant_pool_count == 0 ? 0 : constant_pool_count - 1'
  - {id: access_flags, type: class_flags}
  - {id: this_class, type: u2}
  - {id: super_class, type: u2, doc: 'Constant of the superclass, 0 in Object and in a module.'}
  - {id: interfaces_count, type: u2}
  - {id: interfaces, type: class_reference, repeat: expr, repeat-expr: interfaces_count}
  - {id: fields_count, type: u2}
  - {id: fields, type: field, repeat: expr, repeat-expr: fields_count}
  - {id: methods_count, type: u2}
  - {id: methods, type: method, repeat: expr, repeat-expr: methods_count}
  - {id: attributes, type: attributes}
instances:
  this_class_name: {value: 'constant_pool[this_class - 1].info.as<class_info>.name'}
  super_class_name: {value: 'constant_pool[super_class - 1].info.as<class_info>.name', if: super_class != 0}
types:
  constant:
    -webide-representation: '{tag} {info.text}'
    params:
      - {id: is_second_slot, type: bool, doc: The place belongs to the long or double before it.}
    seq:
      - {id: tag, type: u1, enum: constant_tag, if: not is_second_slot}
      - id: info
        type:
          switch-on: tag
          cases: {
            constant_tag::utf8: utf8_info, constant_tag::integer: integer_info, constant_tag::float: float_info,
            constant_tag::long: long_info, constant_tag::double: double_info, constant_tag::class: class_info,
            constant_tag::string: string_info, constant_tag::fieldref: member_reference,
            constant_tag::methodref: member_reference, constant_tag::interface_methodref: member_reference,
            constant_tag::name_and_type: name_and_type_info, constant_tag::method_handle: method_handle_info,
            constant_tag::method_type: method_type_info, constant_tag::dynamic: dynamic_info,
            constant_tag::invoke_dynamic: dynamic_info, constant_tag::module: class_info,
            constant_tag::package: class_info
          }
        if: not is_second_slot
    instances:
      is_wide: {value: 'is_second_slot ? false : tag == constant_tag::long or tag == constant_tag::double'}
  utf8_info:
    seq:
      - {id: length, type: u2}
      - id: text
        size: length
        type: str
        encoding: UTF-8
        doc: Modified UTF-8, in which NUL has two bytes and a supplementary character six.
  integer_info:
    seq:
      - {id: value, type: s4}
  float_info:
    seq:
      - {id: value, type: f4}
  long_info:
    seq:
      - {id: value, type: s8}
  double_info:
    seq:
      - {id: value, type: f8}
  class_info:
    doc: The name of a class, a module or a package.
    seq:
      - {id: name_index, type: u2}
    instances:
      name: {value: '_root.constant_pool[name_index - 1].info.as<utf8_info>.text'}
  string_info:
    seq:
      - {id: string_index, type: u2}
    instances:
      text: {value: '_root.constant_pool[string_index - 1].info.as<utf8_info>.text'}
  member_reference:
    seq:
      - {id: class_index, type: u2}
      - {id: name_and_type_index, type: u2}
    instances:
      class_name: {value: '_root.constant_pool[class_index - 1].info.as<class_info>.name'}
      name: {value: '_root.constant_pool[name_and_type_index - 1].info.as<name_and_type_info>.name'}
      descriptor: {value: '_root.constant_pool[name_and_type_index - 1].info.as<name_and_type_info>.descriptor'}
  name_and_type_info:
    seq:
      - {id: name_index, type: u2}
      - {id: descriptor_index, type: u2}
    instances:
      name: {value: '_root.constant_pool[name_index - 1].info.as<utf8_info>.text'}
      descriptor: {value: '_root.constant_pool[descriptor_index - 1].info.as<utf8_info>.text'}
  method_handle_info:
    seq:
      - {id: reference_kind, type: u1, enum: reference_kind}
      - {id: reference_index, type: u2}
  method_type_info:
    seq:
      - {id: descriptor_index, type: u2}
    instances:
      descriptor: {value: '_root.constant_pool[descriptor_index - 1].info.as<utf8_info>.text'}
  dynamic_info:
    seq:
      - {id: bootstrap_method_attr_index, type: u2, doc: 'Index in the bootstrap methods, from 0.'}
      - {id: name_and_type_index, type: u2}
    instances:
      name: {value: '_root.constant_pool[name_and_type_index - 1].info.as<name_and_type_info>.name'}
      descriptor: {value: '_root.constant_pool[name_and_type_index - 1].info.as<name_and_type_info>.descriptor'}
  class_reference:
    -webide-representation: '{name}'
    seq:
      - {id: index, type: u2}
    instances:
      name: {value: '_root.constant_pool[index - 1].info.as<class_info>.name', if: index != 0}
  text_reference:
    -webide-representation: '{text}'
    seq:
      - {id: index, type: u2}
    instances:
      text: {value: '_root.constant_pool[index - 1].info.as<utf8_info>.text', if: index != 0}
  class_flags:
    doc: Private, protected and static are of inner classes only.
    seq:
      - {id: is_module, type: b1}
      - {id: is_enum, type: b1}
      - {id: is_annotation, type: b1}
      - {id: is_synthetic, type: b1}
      - {id: reserved_11, type: b1}
      - {id: is_abstract, type: b1}
      - {id: is_interface, type: b1}
      - {id: reserved_6, type: b3}
      - {id: is_super, type: b1}
      - {id: is_final, type: b1}
      - {id: is_static, type: b1}
      - {id: is_protected, type: b1}
      - {id: is_private, type: b1}
      - {id: is_public, type: b1}
  field_flags:
    seq:
      - {id: reserved_15, type: b1}
      - {id: is_enum, type: b1}
      - {id: reserved_13, type: b1}
      - {id: is_synthetic, type: b1}
      - {id: reserved_8, type: b4}
      - {id: is_transient, type: b1}
      - {id: is_volatile, type: b1}
      - {id: reserved_5, type: b1}
      - {id: is_final, type: b1}
      - {id: is_static, type: b1}
      - {id: is_protected, type: b1}
      - {id: is_private, type: b1}
      - {id: is_public, type: b1}
  method_flags:
    seq:
      - {id: reserved_13, type: b3}
      - {id: is_synthetic, type: b1}
      - {id: is_strict, type: b1}
      - {id: is_abstract, type: b1}
      - {id: reserved_9, type: b1}
      - {id: is_native, type: b1}
      - {id: is_varargs, type: b1}
      - {id: is_bridge, type: b1}
      - {id: is_synchronized, type: b1}
      - {id: is_final, type: b1}
      - {id: is_static, type: b1}
      - {id: is_protected, type: b1}
      - {id: is_private, type: b1}
      - {id: is_public, type: b1}
  parameter_flags:
    seq:
      - {id: is_mandated, type: b1}
      - {id: reserved_13, type: b2}
      - {id: is_synthetic, type: b1}
      - {id: reserved_5, type: b7}
      - {id: is_final, type: b1}
      - {id: reserved_0, type: b4}
  module_flags:
    doc: Bit 5 is open for a module and transitive for a requirement.
    seq:
      - {id: is_mandated, type: b1}
      - {id: reserved_13, type: b2}
      - {id: is_synthetic, type: b1}
      - {id: reserved_7, type: b5}
      - {id: is_static_phase, type: b1}
      - {id: is_open_or_transitive, type: b1}
      - {id: reserved_0, type: b5}
  field:
    -webide-representation: '{name.text} {descriptor.text}'
    seq:
      - {id: access_flags, type: field_flags}
      - {id: name, type: text_reference}
      - {id: descriptor, type: text_reference}
      - {id: attributes, type: attributes}
  method:
    -webide-representation: '{name.text} {descriptor.text}'
    seq:
      - {id: access_flags, type: method_flags}
      - {id: name, type: text_reference}
      - {id: descriptor, type: text_reference}
      - {id: attributes, type: attributes}
  attributes:
    seq:
      - {id: count, type: u2}
      - {id: attributes, type: attribute, repeat: expr, repeat-expr: count}
  attribute:
    -webide-representation: '{name.text} {length:dec}'
    seq:
      - {id: name, type: text_reference}
      - {id: length, type: u4}
      - id: info
        size: length
        type:
          switch-on: name.text
          cases: {
            '"ConstantValue"': constant_value, '"Code"': code, '"StackMapTable"': stack_map_table,
            '"Exceptions"': class_list, '"InnerClasses"': inner_classes, '"EnclosingMethod"': enclosing_method,
            '"Signature"': text_reference, '"SourceFile"': text_reference,
            '"SourceDebugExtension"': source_debug_extension, '"LineNumberTable"': line_number_table,
            '"LocalVariableTable"': local_variable_table, '"LocalVariableTypeTable"': local_variable_table,
            '"RuntimeVisibleAnnotations"': annotations, '"RuntimeInvisibleAnnotations"': annotations,
            '"RuntimeVisibleParameterAnnotations"': parameter_annotations,
            '"RuntimeInvisibleParameterAnnotations"': parameter_annotations,
            '"RuntimeVisibleTypeAnnotations"': type_annotations, '"RuntimeInvisibleTypeAnnotations"': type_annotations,
            '"AnnotationDefault"': element_value, '"BootstrapMethods"': bootstrap_methods,
            '"MethodParameters"': method_parameters, '"Module"': module, '"ModulePackages"': class_list,
            '"ModuleMainClass"': class_reference, '"NestHost"': class_reference, '"NestMembers"': class_list,
            '"Record"': record, '"PermittedSubclasses"': class_list
          }
  constant_value:
    seq:
      - {id: constantvalue_index, type: u2}
  class_list:
    doc: Classes, or packages, by their constants.
    seq:
      - {id: count, type: u2}
      - {id: classes, type: class_reference, repeat: expr, repeat-expr: count}
  code:
    seq:
      - {id: max_stack, type: u2}
      - {id: max_locals, type: u2}
      - {id: code_length, type: u4}
      - {id: code, size: code_length, doc: The instructions.}
      - {id: exception_table_length, type: u2}
      - {id: exception_table, type: exception_handler, repeat: expr, repeat-expr: exception_table_length}
      - {id: attributes, type: attributes}
  exception_handler:
    -webide-representation: '{start_pc:dec} {end_pc:dec} {handler_pc:dec} {catch_type.name}'
    seq:
      - {id: start_pc, type: u2}
      - {id: end_pc, type: u2}
      - {id: handler_pc, type: u2}
      - {id: catch_type, type: class_reference}
  stack_map_table:
    seq:
      - {id: number_of_entries, type: u2}
      - {id: entries, type: stack_map_frame, repeat: expr, repeat-expr: number_of_entries}
  stack_map_frame:
    -webide-representation: '{frame_type:dec} {offset_delta:dec}'
    seq:
      - id: frame_type
        type: u1
        doc: |
          0-63 same, 64-127 same with one stack item, 247 that with a long offset, 248-250 chop, 251 same with a long
          offset, 252-254 append, 255 full.
      - {id: offset_delta_explicit, type: u2, if: frame_type >= 247}
      - {id: stack_item, type: verification_type, if: frame_type >= 64 and frame_type < 128 or frame_type == 247}
      - id: appended_locals
        type: verification_type
        repeat: expr
        repeat-expr: frame_type - 251
        if: frame_type >= 252 and frame_type < 255
      - {id: full, type: full_frame, if: frame_type == 255}
    instances:
      offset_delta: {value: 'frame_type >= 247 ? offset_delta_explicit : frame_type & 0x3f'}
  full_frame:
    seq:
      - {id: number_of_locals, type: u2}
      - {id: locals, type: verification_type, repeat: expr, repeat-expr: number_of_locals}
      - {id: number_of_stack_items, type: u2}
      - {id: stack, type: verification_type, repeat: expr, repeat-expr: number_of_stack_items}
  verification_type:
    -webide-representation: '{tag} {class.name}'
    seq:
      - {id: tag, type: u1, enum: verification_tag}
      - {id: class, type: class_reference, if: tag == verification_tag::object}
      - id: offset
        type: u2
        if: tag == verification_tag::uninitialized
        doc: Offset in the code of the instruction that made the object.
  inner_classes:
    seq:
      - {id: number_of_classes, type: u2}
      - {id: classes, type: inner_class, repeat: expr, repeat-expr: number_of_classes}
  inner_class:
    -webide-representation: '{inner_class.name}'
    seq:
      - {id: inner_class, type: class_reference}
      - {id: outer_class, type: class_reference}
      - {id: inner_name, type: text_reference}
      - {id: access_flags, type: class_flags}
  enclosing_method:
    seq:
      - {id: class, type: class_reference}
      - {id: method_index, type: u2, doc: 'Constant of the name and type of the method, 0 for none.'}
  source_debug_extension:
    seq:
      - {id: debug_extension, type: str, encoding: UTF-8, size-eos: true}
  line_number_table:
    seq:
      - {id: length, type: u2}
      - {id: lines, type: line_number, repeat: expr, repeat-expr: length}
  line_number:
    -webide-representation: '{start_pc:dec} {line_number:dec}'
    seq:
      - {id: start_pc, type: u2}
      - {id: line_number, type: u2}
  local_variable_table:
    seq:
      - {id: length, type: u2}
      - {id: variables, type: local_variable, repeat: expr, repeat-expr: length}
  local_variable:
    -webide-representation: '{name.text} {descriptor.text}'
    seq:
      - {id: start_pc, type: u2}
      - {id: length, type: u2}
      - {id: name, type: text_reference}
      - {id: descriptor, type: text_reference, doc: 'The descriptor, or the signature in the table of types.'}
      - {id: index, type: u2}
  annotations:
    seq:
      - {id: num_annotations, type: u2}
      - {id: annotations, type: annotation, repeat: expr, repeat-expr: num_annotations}
  annotation:
    -webide-representation: '{type.text}'
    seq:
      - {id: type, type: text_reference}
      - {id: num_pairs, type: u2}
      - {id: pairs, type: element_pair, repeat: expr, repeat-expr: num_pairs}
  element_pair:
    -webide-representation: '{name.text}'
    seq:
      - {id: name, type: text_reference}
      - {id: value, type: element_value}
  element_value:
    seq:
      - {id: tag, type: u1, enum: element_tag}
      - id: value
        type:
          switch-on: tag
          cases: {
            element_tag::enum: enum_value, element_tag::class: text_reference, element_tag::annotation: annotation,
            element_tag::array: array_value, element_tag::string: text_reference, _: constant_value
          }
  enum_value:
    seq:
      - {id: type_name, type: text_reference}
      - {id: const_name, type: text_reference}
  array_value:
    seq:
      - {id: num_values, type: u2}
      - {id: values, type: element_value, repeat: expr, repeat-expr: num_values}
  parameter_annotations:
    seq:
      - {id: num_parameters, type: u1}
      - {id: parameters, type: annotations, repeat: expr, repeat-expr: num_parameters}
  type_annotations:
    seq:
      - {id: num_annotations, type: u2}
      - {id: annotations, type: type_annotation, repeat: expr, repeat-expr: num_annotations}
  type_annotation:
    -webide-representation: '{target_type} {annotation.type.text}'
    seq:
      - {id: target_type, type: u1, enum: target_type}
      - id: target_info
        type:
          switch-on: target_type.to_i
          cases: {
            0x00: parameter_target, 0x01: parameter_target, 0x10: index_target, 0x11: bound_target, 0x12: bound_target,
            0x16: parameter_target, 0x17: index_target, 0x40: local_variable_target, 0x41: local_variable_target,
            0x42: index_target, 0x43: index_target, 0x44: index_target, 0x45: index_target, 0x46: index_target,
            0x47: argument_target, 0x48: argument_target, 0x49: argument_target, 0x4a: argument_target,
            0x4b: argument_target
          }
      - {id: path_length, type: u1}
      - {id: path, type: type_path_step, repeat: expr, repeat-expr: path_length}
      - {id: annotation, type: annotation}
  parameter_target:
    seq:
      - {id: index, type: u1}
  index_target:
    doc: Index of a supertype, a thrown type or an exception handler, or the offset of an instruction.
    seq:
      - {id: index, type: u2}
  bound_target:
    seq:
      - {id: type_parameter_index, type: u1}
      - {id: bound_index, type: u1}
  argument_target:
    seq:
      - {id: offset, type: u2}
      - {id: type_argument_index, type: u1}
  local_variable_target:
    seq:
      - {id: table_length, type: u2}
      - {id: table, type: local_variable_range, repeat: expr, repeat-expr: table_length}
  local_variable_range:
    seq:
      - {id: start_pc, type: u2}
      - {id: length, type: u2}
      - {id: index, type: u2}
  type_path_step:
    seq:
      - {id: type_path_kind, type: u1, enum: type_path_kind}
      - {id: type_argument_index, type: u1}
  bootstrap_methods:
    seq:
      - {id: num_bootstrap_methods, type: u2}
      - {id: bootstrap_methods, type: bootstrap_method, repeat: expr, repeat-expr: num_bootstrap_methods}
  bootstrap_method:
    seq:
      - {id: bootstrap_method_ref, type: u2}
      - {id: num_bootstrap_arguments, type: u2}
      - {id: bootstrap_arguments, type: u2, repeat: expr, repeat-expr: num_bootstrap_arguments}
  method_parameters:
    seq:
      - {id: parameters_count, type: u1}
      - {id: parameters, type: method_parameter, repeat: expr, repeat-expr: parameters_count}
  method_parameter:
    -webide-representation: '{name.text}'
    seq:
      - {id: name, type: text_reference}
      - {id: access_flags, type: parameter_flags}
  module:
    seq:
      - {id: name, type: class_reference}
      - {id: flags, type: module_flags}
      - {id: version, type: text_reference}
      - {id: requires_count, type: u2}
      - {id: requires, type: module_requires, repeat: expr, repeat-expr: requires_count}
      - {id: exports_count, type: u2}
      - {id: exports, type: module_exports, repeat: expr, repeat-expr: exports_count}
      - {id: opens_count, type: u2}
      - {id: opens, type: module_exports, repeat: expr, repeat-expr: opens_count}
      - {id: uses, type: class_list}
      - {id: provides_count, type: u2}
      - {id: provides, type: module_provides, repeat: expr, repeat-expr: provides_count}
  module_requires:
    -webide-representation: '{name.name}'
    seq:
      - {id: name, type: class_reference}
      - {id: flags, type: module_flags}
      - {id: version, type: text_reference}
  module_exports:
    doc: A package that a module exports or opens, and the modules to which alone it does so.
    -webide-representation: '{package.name}'
    seq:
      - {id: package, type: class_reference}
      - {id: flags, type: module_flags}
      - {id: to, type: class_list}
  module_provides:
    -webide-representation: '{service.name}'
    seq:
      - {id: service, type: class_reference}
      - {id: with, type: class_list}
  record:
    seq:
      - {id: components_count, type: u2}
      - {id: components, type: record_component, repeat: expr, repeat-expr: components_count}
  record_component:
    -webide-representation: '{name.text} {descriptor.text}'
    seq:
      - {id: name, type: text_reference}
      - {id: descriptor, type: text_reference}
      - {id: attributes, type: attributes}
enums:
  java_version: {
    45: jdk_1_1, 46: jdk_1_2, 47: jdk_1_3, 48: jdk_1_4, 49: java_5, 50: java_6, 51: java_7, 52: java_8, 53: java_9,
    54: java_10, 55: java_11, 56: java_12, 57: java_13, 58: java_14, 59: java_15, 60: java_16, 61: java_17, 62: java_18,
    63: java_19, 64: java_20, 65: java_21, 66: java_22, 67: java_23, 68: java_24, 69: java_25, 70: java_26
  }
  constant_tag: {
    1: utf8, 3: integer, 4: float, 5: long, 6: double, 7: class, 8: string, 9: fieldref, 10: methodref,
    11: interface_methodref, 12: name_and_type, 15: method_handle, 16: method_type, 17: dynamic, 18: invoke_dynamic,
    19: module, 20: package
  }
  reference_kind: {
    1: get_field, 2: get_static, 3: put_field, 4: put_static, 5: invoke_virtual, 6: invoke_static, 7: invoke_special,
    8: new_invoke_special, 9: invoke_interface
  }
  verification_tag: {
    0: top, 1: integer, 2: float, 3: double, 4: long, 5: none, 6: uninitialized_this, 7: object, 8: uninitialized
  }
  element_tag: {
    0x40: annotation, 0x42: byte, 0x43: char, 0x44: double, 0x46: float, 0x49: int, 0x4a: long, 0x53: short,
    0x5a: boolean, 0x5b: array, 0x63: class, 0x65: enum, 0x73: string
  }
  target_type: {
    0: class_type_parameter, 1: method_type_parameter, 0x10: supertype, 0x11: class_type_parameter_bound,
    0x12: method_type_parameter_bound, 0x13: field, 0x14: return, 0x15: receiver, 0x16: formal_parameter, 0x17: throws,
    0x40: local_variable, 0x41: resource_variable, 0x42: catch, 0x43: instanceof, 0x44: new,
    0x45: constructor_reference, 0x46: method_reference, 0x47: cast, 0x48: constructor_argument, 0x49: method_argument,
    0x4a: constructor_reference_argument, 0x4b: method_reference_argument
  }
  type_path_kind: {0: array, 1: nested, 2: wildcard, 3: type_argument}
