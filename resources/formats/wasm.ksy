# WebAssembly binary modules, with the custom sections of tools.
# Specification: W3C "WebAssembly Core Specification 3.0", chapter 5; WebAssembly tool conventions, "Linking",
# "Producers section" and "Target features section".
meta:
  id: wasm
  title: WebAssembly module
  file-extension: wasm
  xref:
    mime: application/wasm
  license: Apache-2.0
  endian: le
  -detect:
    - {0: '00 61 73 6d 01 00 00 00'}
    - {0: '00 61 73 6d ?? 00 01 00'}
doc: |
  A module is a list of sections. Most integers are LEB128: seven bits of each byte, lowest first, the top bit set but
  in the last one. Of a component (layer 1) the sections are framed only.
doc-ref: https://webassembly.github.io/spec/core/binary/
seq:
  - {id: magic, contents: [0, asm]}
  - {id: version, type: u2}
  - {id: layer, type: u2, enum: layer}
  - {id: sections, type: section, repeat: eos}
types:
  uleb:
    -webide-representation: '{value:dec}'
    seq:
      - {id: bytes, type: u1, repeat: until, repeat-until: (_ & 0x80) == 0}
    instances:
      value:
        value: |
          (bytes[0] & 0x7f)
          + (bytes.size > 1 ? (bytes[1] & 0x7f) << 7 : 0) + (bytes.size > 2 ? (bytes[2] & 0x7f) << 14 : 0)
          + (bytes.size > 3 ? (bytes[3] & 0x7f) << 21 : 0) + (bytes.size > 4 ? (bytes[4] & 0x7f) << 28 : 0)
          + (bytes.size > 5 ? (bytes[5] & 0x7f) << 35 : 0) + (bytes.size > 6 ? (bytes[6] & 0x7f) << 42 : 0)
          + (bytes.size > 7 ? (bytes[7] & 0x7f) << 49 : 0) + (bytes.size > 8 ? (bytes[8] & 0x7f) << 56 : 0)
  sleb:
    -webide-representation: '{value:dec}'
    seq:
      - {id: bytes, type: u1, repeat: until, repeat-until: (_ & 0x80) == 0}
    instances:
      bits:
        value: |
          (bytes[0] & 0x7f)
          + (bytes.size > 1 ? (bytes[1] & 0x7f) << 7 : 0) + (bytes.size > 2 ? (bytes[2] & 0x7f) << 14 : 0)
          + (bytes.size > 3 ? (bytes[3] & 0x7f) << 21 : 0) + (bytes.size > 4 ? (bytes[4] & 0x7f) << 28 : 0)
          + (bytes.size > 5 ? (bytes[5] & 0x7f) << 35 : 0) + (bytes.size > 6 ? (bytes[6] & 0x7f) << 42 : 0)
          + (bytes.size > 7 ? (bytes[7] & 0x7f) << 49 : 0) + (bytes.size > 8 ? (bytes[8] & 0x7f) << 56 : 0)
      sign:
        value: '(bytes.last & 0x40) == 0 ? 0 : 1 << (bytes.size < 9 ? bytes.size * 7 - 1 : 62)'
        doc: Half of what a negative number has too much.
      value: {value: bits - sign - sign}
  name:
    -webide-representation: '{text}'
    seq:
      - {id: length, type: uleb}
      - {id: text, size: length.value, type: str, encoding: UTF-8}
  section:
    -webide-representation: '{id} {size.value:dec}'
    seq:
      - {id: id, type: u1, enum: section_id}
      - {id: size, type: uleb}
      - id: body
        size: size.value
        type:
          switch-on: '_root.layer == layer::module ? id.to_i : id.to_i == 0 ? 0 : 255'
          cases: {
            0: custom_section, 1: type_section, 2: import_section, 3: indices, 4: table_section, 5: memory_section,
            6: global_section, 7: export_section, 8: uleb, 9: element_section, 10: code_section, 11: data_section,
            12: uleb, 13: tag_section
          }
  indices:
    doc: Indices of types, functions or locals.
    seq:
      - {id: count, type: uleb}
      - {id: indices, type: uleb, repeat: expr, repeat-expr: count.value}
  value_type:
    -webide-representation: '{type} {heap_type.value:dec}'
    seq:
      - {id: type, type: u1, enum: value_type}
      - id: heap_type
        type: sleb
        if: type == value_type::ref or type == value_type::ref_null
        doc: Index of a type, or a negative number for an abstract one.
  value_types:
    seq:
      - {id: count, type: uleb}
      - {id: types, type: value_type, repeat: expr, repeat-expr: count.value}
  limits:
    seq:
      - {id: flags, type: u1, doc: '1 with a maximum, 2 shared, 4 with 64-bit addresses.'}
      - {id: minimum, type: uleb, doc: 'Pages of 64 KiB of a memory, elements of a table.'}
      - {id: maximum, type: uleb, if: (flags & 1) != 0}
  table_type:
    seq:
      - {id: element_type, type: value_type}
      - {id: limits, type: limits}
  global_type:
    seq:
      - {id: type, type: value_type}
      - {id: mutability, type: u1, enum: mutability}
  tag_type:
    seq:
      - {id: attribute, type: u1, doc: '0, an exception.'}
      - {id: type_index, type: uleb}
  type_section:
    seq:
      - {id: count, type: uleb}
      - {id: types, type: recursive_type, repeat: expr, repeat-expr: count.value}
  recursive_type:
    -webide-representation: '{form} {type.form}'
    seq:
      - {id: form, type: u1, enum: type_form}
      - {id: count, type: uleb, if: form == type_form::rec}
      - {id: types, type: sub_type, repeat: expr, repeat-expr: count.value, if: form == type_form::rec}
      - {id: type, type: sub_type_body(form), if: form != type_form::rec}
  sub_type:
    seq:
      - {id: form, type: u1, enum: type_form}
      - {id: type, type: sub_type_body(form)}
  sub_type_body:
    params:
      - {id: outer_form, type: u1, enum: type_form}
    seq:
      - {id: supertypes, type: indices, if: is_sub}
      - {id: inner_form, type: u1, enum: type_form, if: is_sub}
      - id: body
        type:
          switch-on: form
          cases: {type_form::func: function_type, type_form::struct: struct_type, type_form::array: field_type}
    instances:
      is_sub: {value: outer_form == type_form::sub or outer_form == type_form::sub_final}
      form: {value: 'is_sub ? inner_form : outer_form'}
  function_type:
    seq:
      - {id: parameters, type: value_types}
      - {id: results, type: value_types}
  struct_type:
    seq:
      - {id: count, type: uleb}
      - {id: fields, type: field_type, repeat: expr, repeat-expr: count.value}
  field_type:
    seq:
      - {id: type, type: value_type}
      - {id: mutability, type: u1, enum: mutability}
  import_section:
    seq:
      - {id: count, type: uleb}
      - {id: imports, type: import, repeat: expr, repeat-expr: count.value}
  import:
    -webide-representation: '{module.text} {name.text} {kind}'
    seq:
      - {id: module, type: name}
      - {id: name, type: name}
      - {id: kind, type: u1, enum: external_kind}
      - id: description
        type:
          switch-on: kind
          cases: {
            external_kind::function: uleb, external_kind::table: table_type, external_kind::memory: limits,
            external_kind::global: global_type, external_kind::tag: tag_type
          }
  table_section:
    seq:
      - {id: count, type: uleb}
      - {id: tables, type: table, repeat: expr, repeat-expr: count.value}
  table:
    seq:
      - {id: type, type: value_type, doc: 0x40 says that an initial value follows the type.}
      - {id: reserved, type: u1, if: has_initial_value}
      - {id: element_type, type: value_type, if: has_initial_value}
      - {id: limits, type: limits}
      - {id: initial_value, type: expression, if: has_initial_value}
    instances:
      has_initial_value: {value: type.type == value_type::empty}
  memory_section:
    seq:
      - {id: count, type: uleb}
      - {id: memories, type: limits, repeat: expr, repeat-expr: count.value}
  global_section:
    seq:
      - {id: count, type: uleb}
      - {id: globals, type: global, repeat: expr, repeat-expr: count.value}
  global:
    seq:
      - {id: type, type: global_type}
      - {id: initial_value, type: expression}
  export_section:
    seq:
      - {id: count, type: uleb}
      - {id: exports, type: export, repeat: expr, repeat-expr: count.value}
  export:
    -webide-representation: '{name.text} {kind} {index.value:dec}'
    seq:
      - {id: name, type: name}
      - {id: kind, type: u1, enum: external_kind}
      - {id: index, type: uleb}
  tag_section:
    seq:
      - {id: count, type: uleb}
      - {id: tags, type: tag_type, repeat: expr, repeat-expr: count.value}
  expression:
    doc: A constant expression.
    seq:
      - {id: instructions, type: instruction, repeat: until, repeat-until: _.opcode == opcode::end}
  instruction:
    -webide-representation: '{opcode} {operand}'
    seq:
      - {id: opcode, type: u1, enum: opcode}
      - id: operand
        type:
          switch-on: opcode
          cases: {
            opcode::global_get: uleb, opcode::i32_const: sleb, opcode::i64_const: sleb, opcode::f32_const: f4,
            opcode::f64_const: f8, opcode::ref_null: sleb, opcode::ref_func: uleb, opcode::vector: vector_operand,
            opcode::gc: gc_operand
          }
  vector_operand:
    seq:
      - {id: sub_opcode, type: uleb, doc: 12 for v128.const.}
      - {id: value, size: 16, if: sub_opcode.value == 12}
  gc_operand:
    seq:
      - id: sub_opcode
        type: uleb
        doc: '0 struct.new, 1 with defaults, 6 array.new, 7 with defaults, 8 array.new_fixed, 28 ref.i31.'
      - {id: type_index, type: uleb, if: sub_opcode.value < 26}
      - {id: length, type: uleb, if: sub_opcode.value == 8}
  element_section:
    seq:
      - {id: count, type: uleb}
      - {id: segments, type: element_segment, repeat: expr, repeat-expr: count.value}
  element_segment:
    seq:
      - id: flags
        type: uleb
        doc: |
          1 passive or declarative, 2 with a table index (of an active segment) or declarative, 4 with expressions
          instead of function indices.
      - {id: table_index, type: uleb, if: (flags.value & 3) == 2}
      - {id: offset, type: expression, if: (flags.value & 1) == 0}
      - {id: element_kind, type: u1, if: (flags.value & 3) != 0 and (flags.value & 4) == 0, doc: 0 for functions.}
      - {id: element_type, type: value_type, if: (flags.value & 3) != 0 and (flags.value & 4) != 0}
      - {id: count, type: uleb}
      - {id: functions, type: uleb, repeat: expr, repeat-expr: count.value, if: (flags.value & 4) == 0}
      - {id: expressions, type: expression, repeat: expr, repeat-expr: count.value, if: (flags.value & 4) != 0}
  code_section:
    seq:
      - {id: count, type: uleb}
      - {id: bodies, type: code_entry, repeat: expr, repeat-expr: count.value}
  code_entry:
    -webide-representation: '{size.value:dec}'
    seq:
      - {id: size, type: uleb}
      - {id: body, size: size.value, type: function_body}
  function_body:
    seq:
      - {id: local_count, type: uleb}
      - {id: locals, type: locals, repeat: expr, repeat-expr: local_count.value}
      - {id: code, size-eos: true, doc: 'The instructions, the final end (0x0b) included.'}
  locals:
    -webide-representation: '{count.value:dec} {type.type}'
    seq:
      - {id: count, type: uleb, doc: Number of locals of the type.}
      - {id: type, type: value_type}
  data_section:
    seq:
      - {id: count, type: uleb}
      - {id: segments, type: data_segment, repeat: expr, repeat-expr: count.value}
  data_segment:
    seq:
      - {id: flags, type: uleb, doc: '0 active in memory 0, 1 passive, 2 active with a memory index.'}
      - {id: memory_index, type: uleb, if: flags.value == 2}
      - {id: offset, type: expression, if: flags.value != 1}
      - {id: size, type: uleb}
      - {id: data, size: size.value}
  custom_section:
    -webide-representation: '{name.text}'
    seq:
      - {id: name, type: name}
      - id: content
        size-eos: true
        type:
          switch-on: 'name.text.length > 6 and name.text.substring(0, 6) == "reloc." ? "reloc" : name.text'
          cases: {
            '"name"': name_section, '"producers"': producers_section, '"target_features"': target_features_section,
            '"linking"': linking_section, '"reloc"': relocation_section, '"sourceMappingURL"': name,
            '"external_debug_info"': name
          }
  name_section:
    seq:
      - {id: subsections, type: name_subsection, repeat: eos}
  name_subsection:
    -webide-representation: '{id}'
    seq:
      - {id: id, type: u1, enum: name_subsection_id}
      - {id: size, type: uleb}
      - id: body
        size: size.value
        type:
          switch-on: id
          cases: {
            name_subsection_id::module: name, name_subsection_id::local: indirect_name_map,
            name_subsection_id::label: indirect_name_map, name_subsection_id::field: raw_names, _: name_map
          }
  raw_names:
    doc: Names of fields (an indirect map), or of tags (a plain map) as some tools write them.
    seq:
      - {id: data, size-eos: true}
  name_map:
    seq:
      - {id: count, type: uleb}
      - {id: names, type: name_association, repeat: expr, repeat-expr: count.value}
  name_association:
    -webide-representation: '{index.value:dec} {name.text}'
    seq:
      - {id: index, type: uleb}
      - {id: name, type: name}
  indirect_name_map:
    seq:
      - {id: count, type: uleb}
      - {id: maps, type: indirect_name_association, repeat: expr, repeat-expr: count.value}
  indirect_name_association:
    -webide-representation: '{index.value:dec}'
    seq:
      - {id: index, type: uleb}
      - {id: names, type: name_map}
  producers_section:
    seq:
      - {id: count, type: uleb}
      - {id: fields, type: producers_field, repeat: expr, repeat-expr: count.value}
  producers_field:
    -webide-representation: '{name.text}'
    seq:
      - {id: name, type: name}
      - {id: count, type: uleb}
      - {id: values, type: producers_value, repeat: expr, repeat-expr: count.value}
  producers_value:
    -webide-representation: '{name.text} {version.text}'
    seq:
      - {id: name, type: name}
      - {id: version, type: name}
  target_features_section:
    seq:
      - {id: count, type: uleb}
      - {id: features, type: target_feature, repeat: expr, repeat-expr: count.value}
  target_feature:
    -webide-representation: '{prefix} {name.text}'
    seq:
      - {id: prefix, type: u1, enum: feature_prefix}
      - {id: name, type: name}
  linking_section:
    seq:
      - {id: version, type: uleb}
      - {id: subsections, type: linking_subsection, repeat: eos}
  linking_subsection:
    -webide-representation: '{type} {size.value:dec}'
    seq:
      - {id: type, type: u1, enum: linking_subsection_type}
      - {id: size, type: uleb}
      - id: data
        size: size.value
        type:
          switch-on: type
          cases: {
            linking_subsection_type::segment_info: segment_infos, linking_subsection_type::symbol_table: symbol_table
          }
  segment_infos:
    seq:
      - {id: count, type: uleb}
      - {id: segments, type: segment_info, repeat: expr, repeat-expr: count.value}
  segment_info:
    -webide-representation: '{name.text}'
    seq:
      - {id: name, type: name}
      - {id: alignment, type: uleb, doc: As a power of 2.}
      - {id: flags, type: uleb}
  symbol_table:
    seq:
      - {id: count, type: uleb}
      - {id: symbols, type: symbol, repeat: expr, repeat-expr: count.value}
  symbol:
    -webide-representation: '{kind} {name.text}'
    seq:
      - {id: kind, type: u1, enum: symbol_kind}
      - id: flags
        type: uleb
        doc: '1 weak, 2 local, 4 hidden, 16 undefined, 32 exported, 64 with an explicit name, 128 no strip.'
      - {id: index, type: uleb, if: kind != symbol_kind::data}
      - id: name
        type: name
        if: |
          kind == symbol_kind::data or kind != symbol_kind::section and
          ((flags.value & 0x10) == 0 or (flags.value & 0x40) != 0)
      - {id: segment, type: uleb, if: is_defined_data}
      - {id: offset, type: uleb, if: is_defined_data}
      - {id: size, type: uleb, if: is_defined_data}
    instances:
      is_defined_data: {value: kind == symbol_kind::data and (flags.value & 0x10) == 0}
  relocation_section:
    seq:
      - {id: section, type: uleb, doc: 'Number of the section in the file, from 0.'}
      - {id: count, type: uleb}
      - {id: relocations, type: relocation, repeat: expr, repeat-expr: count.value}
  relocation:
    -webide-representation: '{type} {offset.value:hex}'
    seq:
      - {id: type, type: u1, enum: relocation_type}
      - {id: offset, type: uleb, doc: Offset in the body of the section.}
      - {id: index, type: uleb}
      - {id: addend, type: sleb, if: has_addend}
    instances:
      has_addend:
        value: |
          type == relocation_type::memory_addr_leb or type == relocation_type::memory_addr_sleb or
          type == relocation_type::memory_addr_i32 or type == relocation_type::function_offset_i32 or
          type == relocation_type::section_offset_i32 or type == relocation_type::memory_addr_rel_sleb or
          type.to_i >= 14 and type.to_i <= 17 or type.to_i == 21 or type.to_i == 22 or type.to_i == 23 or
          type.to_i == 25
enums:
  layer: {0: module, 1: component}
  section_id: {
    0: custom, 1: type, 2: import, 3: function, 4: table, 5: memory, 6: global, 7: export, 8: start, 9: element,
    10: code, 11: data, 12: data_count, 13: tag
  }
  value_type: {
    0x40: empty, 0x63: ref_null, 0x64: ref, 0x69: exnref, 0x6a: arrayref, 0x6b: structref, 0x6c: i31ref, 0x6d: eqref,
    0x6e: anyref, 0x6f: externref, 0x70: funcref, 0x71: nullref, 0x72: nullexternref, 0x73: nullfuncref,
    0x74: nullexnref, 0x77: i16, 0x78: i8, 0x7b: v128, 0x7c: f64, 0x7d: f32, 0x7e: i64, 0x7f: i32
  }
  type_form: {0x4e: rec, 0x4f: sub_final, 0x50: sub, 0x5e: array, 0x5f: struct, 0x60: func}
  mutability: {0: const, 1: var}
  external_kind: {0: function, 1: table, 2: memory, 3: global, 4: tag}
  opcode: {
    0x0b: end, 0x23: global_get, 0x41: i32_const, 0x42: i64_const, 0x43: f32_const, 0x44: f64_const, 0x6a: i32_add,
    0x6b: i32_sub, 0x6c: i32_mul, 0x7c: i64_add, 0x7d: i64_sub, 0x7e: i64_mul, 0xd0: ref_null, 0xd2: ref_func, 0xfb: gc,
    0xfd: vector
  }
  name_subsection_id: {
    0: module, 1: function, 2: local, 3: label, 4: type, 5: table, 6: memory, 7: global, 8: element_segment,
    9: data_segment, 10: field, 11: tag
  }
  feature_prefix: {0x2b: used, 0x2d: disallowed, 0x3d: required}
  linking_subsection_type: {5: segment_info, 6: init_funcs, 7: comdat_info, 8: symbol_table}
  symbol_kind: {0: function, 1: data, 2: global, 3: section, 4: event, 5: table}
  relocation_type: {
    0: function_index_leb, 1: table_index_sleb, 2: table_index_i32, 3: memory_addr_leb, 4: memory_addr_sleb,
    5: memory_addr_i32, 6: type_index_leb, 7: global_index_leb, 8: function_offset_i32, 9: section_offset_i32,
    10: tag_index_leb, 11: memory_addr_rel_sleb, 12: table_index_rel_sleb, 13: global_index_i32, 14: memory_addr_leb64,
    15: memory_addr_sleb64, 16: memory_addr_i64, 17: memory_addr_rel_sleb64, 18: table_index_sleb64,
    19: table_index_i64, 20: table_number_leb, 21: memory_addr_tls_sleb, 22: function_offset_i64,
    23: memory_addr_locrel_i32, 24: table_index_rel_sleb64, 25: memory_addr_tls_sleb64, 26: function_index_i32
  }
