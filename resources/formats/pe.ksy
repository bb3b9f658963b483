# Portable Executable images of Windows and EFI: PE32 and PE32+.
# Specification: Microsoft "PE Format"; ECMA-335 partition II, section 25, for the CLI header.
meta:
  id: pe
  title: Portable Executable
  file-extension: [exe, dll, sys, efi, ocx, scr, cpl, mui, drv, acm, ax]
  xref:
    mime: application/vnd.microsoft.portable-executable
  license: Apache-2.0
  imports: [pe_codes]
  endian: le
  -detect:
    - {0: '4d 5a', 60: '?? ?? 00 00', 64: '0e 1f ba 0e 00 b4 09 cd 21'}
    - {0: '4d 5a', 128: '50 45 00 00'}
    - {0: '4d 5a', 120: '50 45 00 00'}
    - {0: '4d 5a', 64: '50 45 00 00'}
    - {0: '4d 5a 90 00 03 00 00 00', 60: '?? ?? 00 00'}
doc: |
  An MS-DOS header and program, then the headers and sections of the image. Addresses in the image (RVAs) are found in
  the file by way of the section table.
doc-ref: https://learn.microsoft.com/en-us/windows/win32/debug/pe-format
seq:
  - {id: dos_header, type: dos_header}
instances:
  dos_stub:
    pos: 64
    size: dos_header.e_lfanew - 64
    if: dos_header.e_lfanew > 64
    doc: The program that MS-DOS would run, and the Rich header of Microsoft's linkers.
  nt_headers: {pos: dos_header.e_lfanew, type: nt_headers}
  is_64: {value: nt_headers.optional_header.magic == pe_codes::optional_magic::pe32_plus}
types:
  dos_header:
    seq:
      - {id: e_magic, contents: MZ}
      - {id: e_cblp, type: u2}
      - {id: e_cp, type: u2, doc: Pages of 512 bytes.}
      - {id: e_crlc, type: u2, doc: Number of relocations.}
      - {id: e_cparhdr, type: u2, doc: Size of the header in paragraphs of 16 bytes.}
      - {id: e_minalloc, type: u2, doc: Least extra memory in paragraphs.}
      - {id: e_maxalloc, type: u2, doc: Most extra memory in paragraphs.}
      - {id: e_ss, type: u2}
      - {id: e_sp, type: u2}
      - {id: e_csum, type: u2}
      - {id: e_ip, type: u2}
      - {id: e_cs, type: u2}
      - {id: e_lfarlc, type: u2, doc: Offset of the relocations.}
      - {id: e_ovno, type: u2}
      - {id: e_res, size: 8}
      - {id: e_oemid, type: u2}
      - {id: e_oeminfo, type: u2}
      - {id: e_res2, size: 20}
      - {id: e_lfanew, type: u4, doc: Offset of the PE signature.}
  nt_headers:
    seq:
      - {id: signature, contents: [PE, 0, 0]}
      - {id: coff_header, type: coff_header}
      - id: optional_header
        size: coff_header.size_of_optional_header
        type: optional_header
        if: coff_header.size_of_optional_header != 0
      - {id: sections, type: section, repeat: expr, repeat-expr: coff_header.number_of_sections}
    instances:
      sections_offset: {value: _root.dos_header.e_lfanew + 24 + coff_header.size_of_optional_header}
      symbols: {
        io: _root._io, pos: coff_header.pointer_to_symbol_table, size: coff_header.number_of_symbols * 18,
        type: symbol_table, if: coff_header.pointer_to_symbol_table != 0
      }
      strings_offset: {value: coff_header.pointer_to_symbol_table + coff_header.number_of_symbols * 18}
      strings: {
        io: _root._io, pos: strings_offset, type: string_table,
        if: coff_header.pointer_to_symbol_table != 0 and strings_offset + 4 <= _root._io.size
      }
  coff_header:
    seq:
      - {id: machine, type: u2, enum: pe_codes::machine}
      - {id: number_of_sections, type: u2}
      - id: time_date_stamp
        type: u4
        -time: unix
        doc: Time when the file was made, or a hash of it in reproducible builds.
      - {id: pointer_to_symbol_table, type: u4}
      - {id: number_of_symbols, type: u4}
      - {id: size_of_optional_header, type: u2}
      - {id: characteristics, type: u2}
    instances:
      flags: {type: pe_codes::image_flags(characteristics)}
  optional_header:
    seq:
      - {id: magic, type: u2, enum: pe_codes::optional_magic}
      - {id: major_linker_version, type: u1}
      - {id: minor_linker_version, type: u1}
      - {id: size_of_code, type: u4}
      - {id: size_of_initialized_data, type: u4}
      - {id: size_of_uninitialized_data, type: u4}
      - {id: address_of_entry_point, type: u4}
      - {id: base_of_code, type: u4}
      - {id: base_of_data, type: u4, if: magic != pe_codes::optional_magic::pe32_plus}
      - {id: windows, type: windows_fields, if: magic != pe_codes::optional_magic::rom}
      - {id: rest, size-eos: true}
    instances:
      entry_point: {type: rva(address_of_entry_point), if: address_of_entry_point != 0}
  windows_fields:
    seq:
      - {id: image_base, type: {switch-on: _parent.magic, cases: {pe_codes::optional_magic::pe32_plus: u8, _: u4}}}
      - {id: section_alignment, type: u4}
      - {id: file_alignment, type: u4}
      - {id: major_operating_system_version, type: u2}
      - {id: minor_operating_system_version, type: u2}
      - {id: major_image_version, type: u2}
      - {id: minor_image_version, type: u2}
      - {id: major_subsystem_version, type: u2}
      - {id: minor_subsystem_version, type: u2}
      - {id: win32_version_value, type: u4}
      - {id: size_of_image, type: u4}
      - {id: size_of_headers, type: u4}
      - {id: checksum, type: u4}
      - {id: subsystem, type: u2, enum: pe_codes::subsystem}
      - {id: dll_characteristics, type: u2}
      - id: size_of_stack_reserve
        type: {switch-on: _parent.magic, cases: {pe_codes::optional_magic::pe32_plus: u8, _: u4}}
      - id: size_of_stack_commit
        type: {switch-on: _parent.magic, cases: {pe_codes::optional_magic::pe32_plus: u8, _: u4}}
      - id: size_of_heap_reserve
        type: {switch-on: _parent.magic, cases: {pe_codes::optional_magic::pe32_plus: u8, _: u4}}
      - id: size_of_heap_commit
        type: {switch-on: _parent.magic, cases: {pe_codes::optional_magic::pe32_plus: u8, _: u4}}
      - {id: loader_flags, type: u4}
      - {id: number_of_rva_and_sizes, type: u4}
      - id: data_directories
        type: data_directory(_index)
        repeat: expr
        repeat-expr: 'number_of_rva_and_sizes < 16 ? number_of_rva_and_sizes : 16'
    instances:
      dll_flags: {type: pe_codes::dll_flags(dll_characteristics)}
  rva:
    doc: An address relative to the image base and where it is in the file.
    params:
      - {id: address, type: u4}
    instances:
      sections:
        io: _root._io
        pos: _root.nt_headers.sections_offset
        type: section_probe(_index)
        repeat: until
        repeat-until: |
          _.start <= address and (address - _.start < _.virtual_size or address - _.start < _.raw_size)
          or _.number + 1 >= _root.nt_headers.coff_header.number_of_sections
        if: _root.nt_headers.coff_header.number_of_sections != 0
        doc: The section table as far as the section that holds the address.
      offset:
        value: |
          _root.nt_headers.coff_header.number_of_sections == 0 ? address : address < sections.last.start or
          address - sections.last.start >= sections.last.virtual_size and
          address - sections.last.start >= sections.last.raw_size ? address :
          address - sections.last.start + sections.last.raw_offset
  section_probe:
    params:
      - {id: number, type: u2}
    seq:
      - {id: name, size: 8}
      - {id: virtual_size, type: u4}
      - {id: start, type: u4}
      - {id: raw_size, type: u4}
      - {id: raw_offset, type: u4}
      - {id: rest, size: 16}
  data_directory:
    -webide-representation: '{kind} {virtual_address:hex} {size:dec}'
    params:
      - {id: number, type: u1}
    seq:
      - {id: virtual_address, type: u4, doc: RVA; of the certificate table the offset in the file.}
      - {id: size, type: u4}
    instances:
      kind: {value: number, enum: directory}
      place: {type: rva(virtual_address), if: virtual_address != 0 and kind != directory::certificate}
      content:
        io: _root._io
        pos: 'kind == directory::certificate ? virtual_address : place.offset'
        size: size
        type:
          switch-on: kind
          cases: {
            directory::export: 'export_directory(virtual_address, size)', directory::import: import_directory,
            directory::resource: resource_section, directory::exception: exception_table,
            directory::certificate: certificate_table, directory::base_relocation: base_relocation_table,
            directory::debug: debug_directory, directory::tls: tls_directory, directory::load_config: load_config,
            directory::bound_import: bound_import_directory, directory::import_address_table: thunks,
            directory::delay_import: delay_import_directory, directory::clr_header: clr_header
          }
        if: virtual_address != 0 and size != 0
  name_at:
    -webide-representation: '{name}'
    params:
      - {id: address, type: u4}
    instances:
      place: {type: rva(address)}
      name: {io: _root._io, pos: place.offset, type: strz, encoding: UTF-8}
  export_directory:
    params:
      - {id: start, type: u4}
      - {id: length, type: u4}
    seq:
      - {id: export_flags, type: u4}
      - {id: time_date_stamp, type: u4, -time: unix}
      - {id: major_version, type: u2}
      - {id: minor_version, type: u2}
      - {id: name_rva, type: u4}
      - {id: ordinal_base, type: u4, doc: Ordinal of the first entry of the address table.}
      - {id: address_table_entries, type: u4}
      - {id: number_of_name_pointers, type: u4}
      - {id: export_address_table_rva, type: u4}
      - {id: name_pointer_rva, type: u4}
      - {id: ordinal_table_rva, type: u4}
    instances:
      name: {type: name_at(name_rva), if: name_rva != 0}
      addresses_place: {type: rva(export_address_table_rva)}
      names_place: {type: rva(name_pointer_rva)}
      ordinals_place: {type: rva(ordinal_table_rva)}
      addresses: {
        io: _root._io, pos: addresses_place.offset, type: export_address, repeat: expr,
        repeat-expr: address_table_entries
      }
      names: {
        io: _root._io, pos: names_place.offset, type: export_name, repeat: expr, repeat-expr: number_of_name_pointers
      }
      ordinals:
        io: _root._io
        pos: ordinals_place.offset
        type: u2
        repeat: expr
        repeat-expr: number_of_name_pointers
        doc: Index in the address table of each name.
  export_address:
    -webide-representation: '{export_rva:hex} {forwarder.name}'
    seq:
      - {id: export_rva, type: u4}
    instances:
      is_forwarder: {value: export_rva >= _parent.start and export_rva < _parent.start + _parent.length}
      forwarder: {type: name_at(export_rva), if: is_forwarder}
  export_name:
    -webide-representation: '{name.name}'
    seq:
      - {id: name_rva, type: u4}
    instances:
      name: {type: name_at(name_rva)}
  import_directory:
    seq:
      - {id: descriptors, type: import_descriptor, repeat: until, repeat-until: _.name_rva == 0 or _io.eof}
  import_descriptor:
    -webide-representation: '{name.name}'
    seq:
      - {id: import_lookup_table_rva, type: u4}
      - {id: time_date_stamp, type: u4, -time: unix}
      - {id: forwarder_chain, type: u4}
      - {id: name_rva, type: u4}
      - {id: import_address_table_rva, type: u4}
    instances:
      name: {type: name_at(name_rva), if: name_rva != 0}
      lookup_table:
        type: 'thunks_at(import_lookup_table_rva == 0 ? import_address_table_rva : import_lookup_table_rva)'
        if: name_rva != 0
  thunks_at:
    params:
      - {id: address, type: u4}
    instances:
      place: {type: rva(address)}
      thunks_32: {
        io: _root._io, pos: place.offset, type: thunk_32, repeat: until, repeat-until: _.value == 0 or _io.eof,
        if: not _root.is_64
      }
      thunks_64: {
        io: _root._io, pos: place.offset, type: thunk_64, repeat: until, repeat-until: _.value == 0 or _io.eof,
        if: _root.is_64
      }
  thunks:
    seq:
      - {id: thunks_32, type: thunk_32, repeat: eos, if: not _root.is_64}
      - {id: thunks_64, type: thunk_64, repeat: eos, if: _root.is_64}
  thunk_32:
    -webide-representation: '{name.name} {ordinal:dec}'
    seq:
      - {id: value, type: u4}
    instances:
      ordinal: {value: value & 0xffff, if: (value & 0x80000000) != 0}
      name: {type: hint_name(value), if: value != 0 and (value & 0x80000000) == 0}
  thunk_64:
    -webide-representation: '{name.name} {ordinal:dec}'
    seq:
      - {id: value, type: u8}
    instances:
      ordinal: {value: value & 0xffff, if: (value >> 63) != 0}
      name: {type: hint_name(value & 0x7fffffff), if: value != 0 and (value >> 63) == 0}
  hint_name:
    params:
      - {id: address, type: u4}
    instances:
      place: {type: rva(address)}
      hint:
        io: _root._io
        pos: place.offset
        type: u2
        doc: Index in the export name pointers of the other image to try first.
      name: {io: _root._io, pos: place.offset + 2, type: strz, encoding: UTF-8}
  resource_section:
    seq:
      - {id: root, type: resource_directory(0)}
  resource_directory:
    params:
      - {id: level, type: u1}
    seq:
      - {id: characteristics, type: u4}
      - {id: time_date_stamp, type: u4, -time: unix}
      - {id: major_version, type: u2}
      - {id: minor_version, type: u2}
      - {id: number_of_name_entries, type: u2}
      - {id: number_of_id_entries, type: u2}
      - id: entries
        type: resource_entry(level)
        repeat: expr
        repeat-expr: number_of_name_entries + number_of_id_entries
  resource_entry:
    -webide-representation: '{type} {name.text} {identifier:dec}'
    params:
      - {id: level, type: u1, doc: 'Depth of the tree, 0 for types, 1 for names, 2 for languages.'}
    seq:
      - {id: name_or_id, type: u4}
      - {id: offset, type: u4, doc: Offset in the resource section; bit 31 is set for a directory and clear for data.}
    instances:
      is_named: {value: (name_or_id & 0x80000000) != 0}
      is_directory: {value: (offset & 0x80000000) != 0}
      identifier: {value: name_or_id & 0xffff, if: not is_named}
      type: {value: name_or_id, enum: resource_type, if: level == 0 and not is_named}
      name: {pos: name_or_id & 0x7fffffff, type: resource_string, if: is_named}
      directory: {pos: offset & 0x7fffffff, type: resource_directory(level + 1), if: is_directory and level < 4}
      data: {pos: offset, type: resource_data, if: not is_directory}
  resource_string:
    seq:
      - {id: length, type: u2, doc: Number of UTF-16 code units.}
      - {id: text, size: length * 2, type: str, encoding: UTF-16LE}
  resource_data:
    seq:
      - {id: data_rva, type: u4}
      - {id: size, type: u4}
      - {id: codepage, type: u4}
      - {id: reserved, type: u4}
    instances:
      place: {type: rva(data_rva)}
      data: {io: _root._io, pos: place.offset, size: size}
  exception_table:
    seq:
      - id: functions
        type: runtime_function
        repeat: eos
        if: _root.nt_headers.coff_header.machine == pe_codes::machine::amd64
      - {id: data, size-eos: true, if: _root.nt_headers.coff_header.machine != pe_codes::machine::amd64}
  runtime_function:
    seq:
      - {id: begin_rva, type: u4}
      - {id: end_rva, type: u4}
      - {id: unwind_info_rva, type: u4}
  certificate_table:
    seq:
      - {id: certificates, type: certificate, repeat: eos}
  certificate:
    -webide-representation: '{certificate_type} {length:dec}'
    seq:
      - {id: length, type: u4, doc: 'Bytes of the entry, these eight included.'}
      - {id: revision, type: u2, enum: pe_codes::certificate_revision}
      - {id: certificate_type, type: u2, enum: pe_codes::certificate_type}
      - {id: certificate, size: length - 8, doc: For pkcs_signed_data a SignedData of PKCS 7 in DER.}
      - {id: padding, size: '_io.size - _io.pos < (-length & 7) ? _io.size - _io.pos : -length & 7'}
  base_relocation_table:
    seq:
      - {id: blocks, type: base_relocation_block, repeat: eos}
  base_relocation_block:
    -webide-representation: '{page_rva:hex} {block_size:dec}'
    seq:
      - {id: page_rva, type: u4}
      - {id: block_size, type: u4, doc: 'Bytes of the block, these eight included.'}
      - {id: body, size: block_size - 8, type: base_relocations, if: block_size > 8}
  base_relocations:
    seq:
      - {id: relocations, type: base_relocation, repeat: expr, repeat-expr: _io.size / 2}
  base_relocation:
    meta:
      bit-endian: le
    -webide-representation: '{offset:hex} {type}'
    seq:
      - {id: offset, type: b12, doc: Offset in the page.}
      - {id: type, type: b4, enum: pe_codes::base_relocation_type}
  debug_directory:
    seq:
      - {id: entries, type: debug_entry, repeat: expr, repeat-expr: _io.size / 28}
  debug_entry:
    -webide-representation: '{type} {size_of_data:dec}'
    seq:
      - {id: characteristics, type: u4}
      - {id: time_date_stamp, type: u4, -time: unix}
      - {id: major_version, type: u2}
      - {id: minor_version, type: u2}
      - {id: type, type: u4, enum: pe_codes::debug_type}
      - {id: size_of_data, type: u4}
      - {id: address_of_raw_data, type: u4}
      - {id: pointer_to_raw_data, type: u4, doc: Offset in the file.}
    instances:
      data: {
        io: _root._io, pos: pointer_to_raw_data, size: size_of_data,
        type: {switch-on: type, cases: {pe_codes::debug_type::codeview: codeview}}, if: pointer_to_raw_data != 0
      }
  codeview:
    seq:
      - {id: signature, size: 4, type: str, encoding: ASCII}
      - {id: nb10_offset, type: u4, if: signature == "NB10"}
      - {id: nb10_timestamp, type: u4, -time: unix, if: signature == "NB10"}
      - {id: guid, size: 16, if: signature == "RSDS"}
      - {id: age, type: u4, if: signature == "RSDS" or signature == "NB10"}
      - {id: path, type: strz, encoding: UTF-8, eos-error: false, if: signature == "RSDS" or signature == "NB10"}
      - {id: rest, size-eos: true}
  tls_directory:
    seq:
      - {id: raw_data_start_va, type: {switch-on: _root.is_64, cases: {'true': u8, 'false': u4}}}
      - {id: raw_data_end_va, type: {switch-on: _root.is_64, cases: {'true': u8, 'false': u4}}}
      - {id: address_of_index, type: {switch-on: _root.is_64, cases: {'true': u8, 'false': u4}}}
      - {id: address_of_callbacks, type: {switch-on: _root.is_64, cases: {'true': u8, 'false': u4}}}
      - {id: size_of_zero_fill, type: u4}
      - {id: characteristics, type: u4}
  load_config:
    seq:
      - {id: length, type: u4}
      - {id: time_date_stamp, type: u4, -time: unix}
      - {id: major_version, type: u2}
      - {id: minor_version, type: u2}
      - {id: global_flags_clear, type: u4}
      - {id: global_flags_set, type: u4}
      - {id: critical_section_default_timeout, type: u4, doc: Milliseconds.}
      - {id: rest, size-eos: true}
  bound_import_directory:
    seq:
      - id: descriptors
        type: bound_import
        repeat: until
        repeat-until: _.time_date_stamp == 0 or _io.size - _io.pos < 8
  bound_import:
    -webide-representation: '{name}'
    seq:
      - {id: time_date_stamp, type: u4, -time: unix}
      - {id: offset_module_name, type: u2, doc: Offset in this directory.}
      - {id: number_of_module_forwarder_refs, type: u2}
      - {id: forwarder_refs, type: bound_forwarder, repeat: expr, repeat-expr: number_of_module_forwarder_refs}
    instances:
      name: {pos: offset_module_name, type: strz, encoding: UTF-8, if: offset_module_name != 0}
  bound_forwarder:
    seq:
      - {id: time_date_stamp, type: u4, -time: unix}
      - {id: offset_module_name, type: u2}
      - {id: reserved, type: u2}
    instances:
      name: {pos: offset_module_name, type: strz, encoding: UTF-8}
  delay_import_directory:
    seq:
      - {id: descriptors, type: delay_import, repeat: until, repeat-until: _.name_rva == 0 or _io.size - _io.pos < 32}
  delay_import:
    -webide-representation: '{name.name}'
    seq:
      - {id: attributes, type: u4}
      - {id: name_rva, type: u4}
      - {id: module_handle_rva, type: u4}
      - {id: delay_import_address_table_rva, type: u4}
      - {id: delay_import_name_table_rva, type: u4}
      - {id: bound_delay_import_table_rva, type: u4}
      - {id: unload_delay_import_table_rva, type: u4}
      - {id: time_date_stamp, type: u4, -time: unix}
    instances:
      name: {type: name_at(name_rva), if: name_rva != 0}
      name_table: {type: thunks_at(delay_import_name_table_rva), if: name_rva != 0}
  clr_header:
    seq:
      - {id: cb, type: u4}
      - {id: major_runtime_version, type: u2}
      - {id: minor_runtime_version, type: u2}
      - {id: metadata, type: rva_and_size}
      - {id: flags, type: u4}
      - {id: entry_point_token, type: u4}
      - {id: resources, type: rva_and_size}
      - {id: strong_name_signature, type: rva_and_size}
      - {id: code_manager_table, type: rva_and_size}
      - {id: vtable_fixups, type: rva_and_size}
      - {id: export_address_table_jumps, type: rva_and_size}
      - {id: managed_native_header, type: rva_and_size}
    instances:
      metadata_place: {type: rva(metadata.virtual_address)}
      metadata_root: {io: _root._io, pos: metadata_place.offset, size: metadata.size, type: metadata_root}
  rva_and_size:
    seq:
      - {id: virtual_address, type: u4}
      - {id: size, type: u4}
  metadata_root:
    seq:
      - {id: signature, contents: BSJB}
      - {id: major_version, type: u2}
      - {id: minor_version, type: u2}
      - {id: reserved, type: u4}
      - {id: length, type: u4}
      - {id: version, size: length, type: strz, encoding: UTF-8, eos-error: false}
      - {id: flags, type: u2}
      - {id: number_of_streams, type: u2}
      - {id: streams, type: metadata_stream, repeat: expr, repeat-expr: number_of_streams}
  metadata_stream:
    -webide-representation: '{name} {size:dec}'
    seq:
      - {id: offset, type: u4}
      - {id: size, type: u4}
      - {id: name, type: strz, encoding: ASCII}
      - {id: padding, size: '-(name.length + 1) & 3'}
    instances:
      data: {pos: offset, size: size}
  section:
    -webide-representation: '{name} {virtual_address:hex} {size_of_raw_data:dec}'
    seq:
      - {id: name, size: 8, type: strz, encoding: UTF-8, eos-error: false}
      - {id: virtual_size, type: u4}
      - {id: virtual_address, type: u4}
      - {id: size_of_raw_data, type: u4}
      - {id: pointer_to_raw_data, type: u4}
      - {id: pointer_to_relocations, type: u4}
      - {id: pointer_to_linenumbers, type: u4}
      - {id: number_of_relocations, type: u2}
      - {id: number_of_linenumbers, type: u2}
      - {id: characteristics, type: u4}
    instances:
      long_name: {
        io: _root._io, pos: '_root.nt_headers.strings_offset + name.substring(1, name.length).to_i', type: strz,
        encoding: UTF-8, if: 'name.length > 1 ? name.substring(0, 1) == "/" : false'
      }
      flags: {type: pe_codes::section_flags(characteristics)}
      data: {
        io: _root._io, pos: pointer_to_raw_data, size: size_of_raw_data,
        if: pointer_to_raw_data != 0 and size_of_raw_data != 0
      }
      relocations: {
        io: _root._io, pos: pointer_to_relocations, type: coff_relocation, repeat: expr,
        repeat-expr: number_of_relocations, if: pointer_to_relocations != 0 and number_of_relocations != 0
      }
      linenumbers: {
        io: _root._io, pos: pointer_to_linenumbers, type: coff_linenumber, repeat: expr,
        repeat-expr: number_of_linenumbers, if: pointer_to_linenumbers != 0 and number_of_linenumbers != 0
      }
  coff_relocation:
    seq:
      - {id: virtual_address, type: u4}
      - {id: symbol_table_index, type: u4}
      - {id: type, type: u2, doc: 'Kind of the relocation, whose meaning is the machine''s.'}
  coff_linenumber:
    seq:
      - {id: symbol_table_index_or_rva, type: u4}
      - {id: linenumber, type: u2}
  symbol_table:
    seq:
      - {id: symbols, type: symbol, repeat: eos}
  symbol:
    -webide-representation: '{short_name} {long_name} {value:hex}'
    seq:
      - {id: name, type: symbol_name, size: 8}
      - {id: value, type: u4}
      - {id: section_number, type: s2, doc: 'Number from 1; 0 undefined, -1 absolute, -2 debugging.'}
      - {id: type, type: u2, doc: 0x20 for a function.}
      - {id: storage_class, type: u1, enum: pe_codes::storage_class}
      - {id: number_of_aux_symbols, type: u1}
      - {id: aux_symbols, size: 18, repeat: expr, repeat-expr: number_of_aux_symbols}
    instances:
      short_name: {value: name.short_name, if: name.zeroes != 0}
      long_name: {
        io: _root._io, pos: _root.nt_headers.strings_offset + name.offset, type: strz, encoding: UTF-8,
        if: name.zeroes == 0 and name.offset != 0
      }
  symbol_name:
    seq:
      - {id: zeroes, type: u4, doc: 0 says that the name is in the string table.}
      - {id: offset, type: u4}
    instances:
      short_name: {pos: 0, size: 8, type: strz, encoding: UTF-8, eos-error: false, if: zeroes != 0}
  string_table:
    seq:
      - {id: length, type: u4, doc: 'Bytes of the table, these four included.'}
      - {id: body, size: length - 4, type: strings, if: length > 4}
  strings:
    seq:
      - {id: strings, type: strz, encoding: UTF-8, eos-error: false, repeat: eos}
enums:
  directory: {
    0: export, 1: import, 2: resource, 3: exception, 4: certificate, 5: base_relocation, 6: debug, 7: architecture,
    8: global_pointer, 9: tls, 10: load_config, 11: bound_import, 12: import_address_table, 13: delay_import,
    14: clr_header, 15: reserved
  }
  resource_type: {
    1: cursor, 2: bitmap, 3: icon, 4: menu, 5: dialog, 6: string_table, 7: font_directory, 8: font, 9: accelerator,
    10: rcdata, 11: message_table, 12: group_cursor, 14: group_icon, 16: version, 17: dialog_include, 19: plug_and_play,
    20: vxd, 21: animated_cursor, 22: animated_icon, 23: html, 24: manifest
  }
