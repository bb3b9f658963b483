# Mach-O objects, executables and libraries of Apple's systems, and universal ("fat") files of several of them.
# Specification: "OS X ABI Mach-O File Format Reference"; the headers mach-o/loader.h, mach-o/fat.h, mach-o/nlist.h,
# mach-o/reloc.h, mach-o/fixup-chains.h and cs_blobs.h of Apple's published sources.
meta:
  id: macho
  title: Mach-O object
  file-extension: [macho, dylib, o, bundle, dsym, kext]
  xref:
    mime: application/x-mach-binary
  license: Apache-2.0
  imports: [macho_codes]
  endian: be
  -detect:
    - {0: 'fe ed fa ce ?? 00 00'}
    - {0: 'fe ed fa cf ?? 00 00'}
    - {0: 'ce fa ed fe ?? 00 00'}
    - {0: 'cf fa ed fe ?? 00 00'}
    - {0: 'ca fe ba be 00 00 00 01'}
    - {0: 'ca fe ba be 00 00 00 02'}
    - {0: 'ca fe ba be 00 00 00 03'}
    - {0: 'ca fe ba be 00 00 00 04'}
    - {0: 'ca fe ba be 00 00 00 05'}
    - {0: 'ca fe ba bf 00 00 00'}
doc: |
  Load commands say what the file consists of. A universal file holds one such object for each architecture; offsets in
  an object count from its own start.
doc-ref: https://github.com/apple-oss-distributions/xnu/blob/main/EXTERNAL_HEADERS/mach-o/loader.h
seq:
  - {id: fat, type: fat_file, if: is_fat}
  - {id: object, type: mach_object, if: not is_fat}
instances:
  magic: {pos: 0, type: u4, enum: macho_codes::magic}
  is_fat: {value: magic == macho_codes::magic::fat_32 or magic == macho_codes::magic::fat_64}
types:
  fat_file:
    seq:
      - {id: magic, type: u4, enum: macho_codes::magic}
      - {id: nfat_arch, type: u4}
      - id: archs_32
        type: fat_arch_32
        repeat: expr
        repeat-expr: nfat_arch
        if: magic == macho_codes::magic::fat_32
      - id: archs_64
        type: fat_arch_64
        repeat: expr
        repeat-expr: nfat_arch
        if: magic == macho_codes::magic::fat_64
  fat_arch_32:
    -webide-representation: '{cputype} {size:dec}'
    seq:
      - {id: cputype, type: u4, enum: macho_codes::cpu_type}
      - {id: cpusubtype, type: u4}
      - {id: offset, type: u4}
      - {id: size, type: u4}
      - {id: align, type: u4, doc: Alignment as a power of 2.}
    instances:
      object: {io: _root._io, pos: offset, size: size, type: mach_object}
  fat_arch_64:
    -webide-representation: '{cputype} {size:dec}'
    seq:
      - {id: cputype, type: u4, enum: macho_codes::cpu_type}
      - {id: cpusubtype, type: u4}
      - {id: offset, type: u8}
      - {id: size, type: u8}
      - {id: align, type: u4, doc: Alignment as a power of 2.}
      - {id: reserved, type: u4}
    instances:
      object: {io: _root._io, pos: offset, size: size, type: mach_object}
  mach_object:
    seq:
      - id: magic
        type: u4
        enum: macho_codes::magic
        valid:
          any-of:
            - macho_codes::magic::be_32
            - macho_codes::magic::be_64
            - macho_codes::magic::le_32
            - macho_codes::magic::le_64
      - {id: header, type: 'header(is_le, is_64)'}
    instances:
      is_le: {value: magic == macho_codes::magic::le_32 or magic == macho_codes::magic::le_64}
      is_64: {value: magic == macho_codes::magic::be_64 or magic == macho_codes::magic::le_64}
  header:
    meta:
      endian:
        switch-on: is_le
        cases: {'true': le, 'false': be}
    params:
      - {id: is_le, type: bool}
      - {id: is_64, type: bool}
    seq:
      - {id: cputype, type: u4, enum: macho_codes::cpu_type}
      - {id: cpusubtype, type: u4, doc: Machine of that type; the upper 8 bits are capabilities.}
      - {id: filetype, type: u4, enum: macho_codes::file_type}
      - {id: ncmds, type: u4}
      - {id: sizeofcmds, type: u4, doc: Bytes of all load commands.}
      - {id: flags, type: u4}
      - {id: reserved, type: u4, if: is_64}
      - {id: load_commands, type: load_command, repeat: expr, repeat-expr: ncmds}
    instances:
      flag_bits: {type: macho_codes::header_flags(flags)}
    types:
      load_command:
        -webide-representation: '{cmd} {cmdsize:dec}'
        seq:
          - {id: cmd, type: u4, enum: macho_codes::command}
          - {id: cmdsize, type: u4, doc: 'Bytes of the command, these eight included.'}
          - id: body
            size: cmdsize - 8
            type:
              switch-on: cmd
              cases: {
                macho_codes::command::segment: segment_command(false),
                macho_codes::command::segment_64: segment_command(true),
                macho_codes::command::routines: routines_command(false),
                macho_codes::command::routines_64: routines_command(true),
                macho_codes::command::load_dylib: dylib_command, macho_codes::command::id_dylib: dylib_command,
                macho_codes::command::load_weak_dylib: dylib_command,
                macho_codes::command::reexport_dylib: dylib_command,
                macho_codes::command::lazy_load_dylib: dylib_command,
                macho_codes::command::load_upward_dylib: dylib_command,
                macho_codes::command::load_dylinker: string_command, macho_codes::command::id_dylinker: string_command,
                macho_codes::command::dyld_environment: string_command, macho_codes::command::rpath: string_command,
                macho_codes::command::sub_framework: string_command, macho_codes::command::sub_umbrella: string_command,
                macho_codes::command::sub_client: string_command, macho_codes::command::sub_library: string_command,
                macho_codes::command::target_triple: string_command,
                macho_codes::command::version_min_macosx: version_min_command,
                macho_codes::command::version_min_iphoneos: version_min_command,
                macho_codes::command::version_min_tvos: version_min_command,
                macho_codes::command::version_min_watchos: version_min_command,
                macho_codes::command::thread: thread_command, macho_codes::command::unixthread: thread_command,
                macho_codes::command::encryption_info: encryption_info_command,
                macho_codes::command::encryption_info_64: encryption_info_command,
                macho_codes::command::dyld_info: dyld_info_command,
                macho_codes::command::dyld_info_only: dyld_info_command, macho_codes::command::symtab: symtab_command,
                macho_codes::command::dysymtab: dysymtab_command, macho_codes::command::uuid: uuid_command,
                macho_codes::command::build_version: build_version_command,
                macho_codes::command::source_version: source_version_command,
                macho_codes::command::main: entry_point_command,
                macho_codes::command::linker_option: linker_option_command,
                macho_codes::command::prebind_cksum: prebind_cksum_command, macho_codes::command::note: note_command,
                macho_codes::command::fileset_entry: fileset_entry_command,
                macho_codes::command::code_signature: linkedit_data_command(cmd),
                macho_codes::command::segment_split_info: linkedit_data_command(cmd),
                macho_codes::command::function_starts: linkedit_data_command(cmd),
                macho_codes::command::data_in_code: linkedit_data_command(cmd),
                macho_codes::command::dylib_code_sign_drs: linkedit_data_command(cmd),
                macho_codes::command::linker_optimization_hint: linkedit_data_command(cmd),
                macho_codes::command::dyld_exports_trie: linkedit_data_command(cmd),
                macho_codes::command::dyld_chained_fixups: linkedit_data_command(cmd),
                macho_codes::command::atom_info: linkedit_data_command(cmd),
                macho_codes::command::function_variants: linkedit_data_command(cmd),
                macho_codes::command::function_variant_fixups: linkedit_data_command(cmd)
              }
      segment_command:
        -webide-representation: '{segname} {vmaddr:hex} {filesize:dec}'
        params:
          - {id: is_64, type: bool}
        seq:
          - {id: segname, size: 16, type: strz, encoding: UTF-8, eos-error: false}
          - {id: vmaddr, type: {switch-on: is_64, cases: {'true': u8, 'false': u4}}}
          - {id: vmsize, type: {switch-on: is_64, cases: {'true': u8, 'false': u4}}}
          - {id: fileoff, type: {switch-on: is_64, cases: {'true': u8, 'false': u4}}}
          - {id: filesize, type: {switch-on: is_64, cases: {'true': u8, 'false': u4}}}
          - {id: maxprot, type: protection}
          - {id: initprot, type: protection}
          - {id: nsects, type: u4}
          - id: flags
            type: u4
            doc: '1 for data at the high end, 4 without relocation, 8 protected, 0x10 read only after fix-ups.'
          - {id: sections_32, type: section_32, repeat: expr, repeat-expr: nsects, if: not is_64}
          - {id: sections_64, type: section_64, repeat: expr, repeat-expr: nsects, if: is_64}
        instances:
          data: {io: _parent._parent._io, pos: fileoff, size: filesize, if: filesize != 0}
      protection:
        seq:
          - {id: value, type: u4}
        instances:
          is_readable: {value: (value & 1) != 0}
          is_writable: {value: (value & 2) != 0}
          is_executable: {value: (value & 4) != 0}
      section_32:
        -webide-representation: '{segname} {sectname} {size:dec}'
        seq:
          - {id: sectname, size: 16, type: strz, encoding: UTF-8, eos-error: false}
          - {id: segname, size: 16, type: strz, encoding: UTF-8, eos-error: false}
          - {id: addr, type: u4}
          - {id: size, type: u4}
          - {id: offset, type: u4}
          - {id: align, type: u4, doc: Alignment as a power of 2.}
          - {id: reloff, type: u4}
          - {id: nreloc, type: u4}
          - {id: flags, type: u4}
          - {id: reserved1, type: u4, doc: Index in the indirect symbols of the first stub or pointer.}
          - {id: reserved2, type: u4, doc: Bytes of a stub.}
        instances:
          kind: {type: macho_codes::section_kind(flags)}
          data: {
            io: _parent._parent._parent._io, pos: offset, size: size,
            type: {switch-on: flags & 0xff, cases: {2: strings}}, if: not kind.is_zerofill and size != 0
          }
          relocations: {
            io: _parent._parent._parent._io, pos: reloff, type: relocation_info(_parent._parent._parent.is_le),
            repeat: expr, repeat-expr: nreloc, if: nreloc != 0
          }
      section_64:
        -webide-representation: '{segname} {sectname} {size:dec}'
        seq:
          - {id: sectname, size: 16, type: strz, encoding: UTF-8, eos-error: false}
          - {id: segname, size: 16, type: strz, encoding: UTF-8, eos-error: false}
          - {id: addr, type: u8}
          - {id: size, type: u8}
          - {id: offset, type: u4}
          - {id: align, type: u4, doc: Alignment as a power of 2.}
          - {id: reloff, type: u4}
          - {id: nreloc, type: u4}
          - {id: flags, type: u4}
          - {id: reserved1, type: u4, doc: Index in the indirect symbols of the first stub or pointer.}
          - {id: reserved2, type: u4, doc: Bytes of a stub.}
          - {id: reserved3, type: u4}
        instances:
          kind: {type: macho_codes::section_kind(flags)}
          data: {
            io: _parent._parent._parent._io, pos: offset, size: size,
            type: {switch-on: flags & 0xff, cases: {2: strings}}, if: not kind.is_zerofill and size != 0
          }
          relocations: {
            io: _parent._parent._parent._io, pos: reloff, type: relocation_info(_parent._parent._parent.is_le),
            repeat: expr, repeat-expr: nreloc, if: nreloc != 0
          }
      relocation_info:
        params:
          - {id: is_le, type: bool}
        seq:
          - {id: r_address, type: u4}
          - {id: r_info, type: u4}
        instances:
          fields: {type: 'macho_codes::relocation(r_address, r_info, is_le)'}
      strings:
        seq:
          - {id: strings, type: strz, encoding: UTF-8, eos-error: false, repeat: eos}
      symtab_command:
        seq:
          - {id: symoff, type: u4}
          - {id: nsyms, type: u4}
          - {id: stroff, type: u4}
          - {id: strsize, type: u4}
        instances:
          symbols_32: {
            io: _parent._parent._io, pos: symoff, type: nlist_32, repeat: expr, repeat-expr: nsyms,
            if: not _parent._parent.is_64
          }
          symbols_64: {
            io: _parent._parent._io, pos: symoff, type: nlist_64, repeat: expr, repeat-expr: nsyms,
            if: _parent._parent.is_64
          }
          strings: {io: _parent._parent._io, pos: stroff, size: strsize, type: strings}
      nlist_32:
        -webide-representation: '{name} {n_value:hex}'
        seq:
          - {id: n_strx, type: u4}
          - {id: n_type, type: u1}
          - {id: n_sect, type: u1, doc: 'Number of the section from 1, 0 for none.'}
          - {id: n_desc, type: u2}
          - {id: n_value, type: u4}
        instances:
          name: {
            io: _parent._parent._parent._io, pos: _parent.stroff + n_strx, type: strz, encoding: UTF-8, if: n_strx != 0
          }
          kind: {type: 'macho_codes::symbol_type(n_type, n_desc)'}
      nlist_64:
        -webide-representation: '{name} {n_value:hex}'
        seq:
          - {id: n_strx, type: u4}
          - {id: n_type, type: u1}
          - {id: n_sect, type: u1, doc: 'Number of the section from 1, 0 for none.'}
          - {id: n_desc, type: u2}
          - {id: n_value, type: u8}
        instances:
          name: {
            io: _parent._parent._parent._io, pos: _parent.stroff + n_strx, type: strz, encoding: UTF-8, if: n_strx != 0
          }
          kind: {type: 'macho_codes::symbol_type(n_type, n_desc)'}
      dysymtab_command:
        seq:
          - {id: ilocalsym, type: u4}
          - {id: nlocalsym, type: u4}
          - {id: iextdefsym, type: u4}
          - {id: nextdefsym, type: u4}
          - {id: iundefsym, type: u4}
          - {id: nundefsym, type: u4}
          - {id: tocoff, type: u4}
          - {id: ntoc, type: u4}
          - {id: modtaboff, type: u4}
          - {id: nmodtab, type: u4}
          - {id: extrefsymoff, type: u4}
          - {id: nextrefsyms, type: u4}
          - {id: indirectsymoff, type: u4}
          - {id: nindirectsyms, type: u4}
          - {id: extreloff, type: u4}
          - {id: nextrel, type: u4}
          - {id: locreloff, type: u4}
          - {id: nlocrel, type: u4}
        instances:
          indirect_symbols:
            io: _parent._parent._io
            pos: indirectsymoff
            type: u4
            enum: macho_codes::indirect_symbol
            repeat: expr
            repeat-expr: nindirectsyms
            if: nindirectsyms != 0
            doc: Index in the symbol table of each stub and pointer.
          external_relocations: {
            io: _parent._parent._io, pos: extreloff, type: relocation_info(_parent._parent.is_le), repeat: expr,
            repeat-expr: nextrel, if: nextrel != 0
          }
          local_relocations: {
            io: _parent._parent._io, pos: locreloff, type: relocation_info(_parent._parent.is_le), repeat: expr,
            repeat-expr: nlocrel, if: nlocrel != 0
          }
      string_command:
        seq:
          - {id: offset, type: u4, doc: Offset of the string in the command.}
        instances:
          text: {pos: offset - 8, type: strz, encoding: UTF-8, eos-error: false}
      dylib_command:
        -webide-representation: '{name}'
        seq:
          - {id: name_offset, type: u4}
          - {id: timestamp, type: u4, -time: unix}
          - {id: current_version, type: version}
          - {id: compatibility_version, type: version}
        instances:
          name: {pos: name_offset - 8, type: strz, encoding: UTF-8, eos-error: false}
      version:
        -webide-representation: '{major:dec}.{minor:dec}.{patch:dec}'
        seq:
          - {id: value, type: u4}
        instances:
          major: {value: value >> 16}
          minor: {value: value >> 8 & 0xff}
          patch: {value: value & 0xff}
      uuid_command:
        seq:
          - {id: uuid, size: 16}
      linkedit_data_command:
        params:
          - {id: cmd, type: u4, enum: macho_codes::command}
        seq:
          - {id: dataoff, type: u4}
          - {id: datasize, type: u4}
        instances:
          data:
            io: _parent._parent._io
            pos: dataoff
            size: datasize
            type:
              switch-on: cmd
              cases: {
                macho_codes::command::code_signature: super_blob, macho_codes::command::dylib_code_sign_drs: super_blob,
                macho_codes::command::function_starts: function_starts,
                macho_codes::command::data_in_code: data_in_code, macho_codes::command::dyld_exports_trie: export_trie,
                macho_codes::command::dyld_chained_fixups: chained_fixups
              }
            if: datasize != 0
      function_starts:
        seq:
          - id: deltas
            type: uleb128
            repeat: eos
            doc: Bytes from the start of the text segment to the first function, then from each to the next.
      data_in_code:
        seq:
          - {id: entries, type: data_in_code_entry, repeat: eos}
      data_in_code_entry:
        seq:
          - {id: offset, type: u4}
          - {id: length, type: u2}
          - {id: kind, type: u2, enum: macho_codes::data_in_code_kind}
      chained_fixups:
        seq:
          - {id: fixups_version, type: u4}
          - {id: starts_offset, type: u4}
          - {id: imports_offset, type: u4}
          - {id: symbols_offset, type: u4}
          - {id: imports_count, type: u4}
          - {id: imports_format, type: u4, enum: macho_codes::chained_import_format}
          - {id: symbols_format, type: u4, doc: '0 for plain symbol strings, 1 for zlib.'}
        instances:
          imports: {
            pos: imports_offset, type: chained_import, repeat: expr, repeat-expr: imports_count,
            if: imports_format == macho_codes::chained_import_format::import
          }
          starts: {pos: starts_offset, type: chained_starts}
      chained_import:
        -webide-representation: '{name}'
        seq:
          - {id: value, type: u4}
        instances:
          lib_ordinal: {value: value & 0xff}
          is_weak: {value: (value & 0x100) != 0}
          name: {pos: _parent.symbols_offset + (value >> 9), type: strz, encoding: UTF-8}
      chained_starts:
        seq:
          - {id: seg_count, type: u4}
          - id: seg_info_offsets
            type: u4
            repeat: expr
            repeat-expr: seg_count
            doc: Offset of the starts of each segment from here, 0 for none.
      dyld_info_command:
        seq:
          - {id: rebase_off, type: u4}
          - {id: rebase_size, type: u4}
          - {id: bind_off, type: u4}
          - {id: bind_size, type: u4}
          - {id: weak_bind_off, type: u4}
          - {id: weak_bind_size, type: u4}
          - {id: lazy_bind_off, type: u4}
          - {id: lazy_bind_size, type: u4}
          - {id: export_off, type: u4}
          - {id: export_size, type: u4}
        instances:
          rebase: {io: _parent._parent._io, pos: rebase_off, size: rebase_size, if: rebase_size != 0}
          bind: {io: _parent._parent._io, pos: bind_off, size: bind_size, if: bind_size != 0}
          weak_bind: {io: _parent._parent._io, pos: weak_bind_off, size: weak_bind_size, if: weak_bind_size != 0}
          lazy_bind: {io: _parent._parent._io, pos: lazy_bind_off, size: lazy_bind_size, if: lazy_bind_size != 0}
          exports: {
            io: _parent._parent._io, pos: export_off, size: export_size, type: export_trie, if: export_size != 0
          }
      export_trie:
        seq:
          - {id: root, type: export_node(0)}
      export_node:
        params:
          - {id: depth, type: u1}
        seq:
          - {id: terminal_size, type: uleb128, doc: 'Bytes about the symbol that ends here, 0 for none.'}
          - {id: terminal, size: terminal_size.value, type: export_terminal, if: terminal_size.value != 0}
          - {id: child_count, type: u1}
          - {id: children, type: export_edge(depth), repeat: expr, repeat-expr: child_count}
      export_terminal:
        seq:
          - id: flags
            type: uleb128
            doc: Bits 0-1 kind (regular, thread local, absolute), 4 weak, 8 re-export, 16 stub and resolver.
          - {id: address_or_ordinal, type: uleb128}
          - {id: rest, size-eos: true, doc: 'Address of the resolver, or the name in the other library.'}
      export_edge:
        -webide-representation: '{label}'
        params:
          - {id: depth, type: u1}
        seq:
          - {id: label, type: strz, encoding: UTF-8}
          - {id: node_offset, type: uleb128}
        instances:
          node: {pos: node_offset.value, type: export_node(depth + 1), if: node_offset.value != 0 and depth < 100}
      version_min_command:
        seq:
          - {id: version, type: version}
          - {id: sdk, type: version}
      build_version_command:
        seq:
          - {id: platform, type: u4, enum: macho_codes::platform}
          - {id: minos, type: version}
          - {id: sdk, type: version}
          - {id: ntools, type: u4}
          - {id: tools, type: build_tool, repeat: expr, repeat-expr: ntools}
      build_tool:
        seq:
          - {id: tool, type: u4, enum: macho_codes::build_tool}
          - {id: version, type: version}
      source_version_command:
        seq:
          - {id: version, type: u8, doc: 'A.B.C.D.E in 24, 10, 10, 10 and 10 bits.'}
      entry_point_command:
        seq:
          - {id: entryoff, type: u8, doc: Offset of the entry point in the file.}
          - {id: stacksize, type: u8}
      thread_command:
        seq:
          - {id: states, type: thread_state, repeat: eos}
      thread_state:
        seq:
          - {id: flavor, type: u4}
          - {id: count, type: u4}
          - {id: state, type: u4, repeat: expr, repeat-expr: count}
      encryption_info_command:
        seq:
          - {id: cryptoff, type: u4}
          - {id: cryptsize, type: u4}
          - {id: cryptid, type: u4, doc: 0 for not encrypted.}
          - {id: pad, size-eos: true}
      linker_option_command:
        seq:
          - {id: count, type: u4}
          - {id: options, type: strz, encoding: UTF-8, repeat: expr, repeat-expr: count}
      routines_command:
        params:
          - {id: is_64, type: bool}
        seq:
          - {id: init_address, type: {switch-on: is_64, cases: {'true': u8, 'false': u4}}}
          - {id: init_module, type: {switch-on: is_64, cases: {'true': u8, 'false': u4}}}
          - {id: reserved, size-eos: true}
      prebind_cksum_command:
        seq:
          - {id: cksum, type: u4}
      note_command:
        seq:
          - {id: data_owner, size: 16, type: strz, encoding: UTF-8, eos-error: false}
          - {id: offset, type: u8}
          - {id: size, type: u8}
        instances:
          data: {io: _parent._parent._io, pos: offset, size: size}
      fileset_entry_command:
        seq:
          - {id: vmaddr, type: u8}
          - {id: fileoff, type: u8}
          - {id: entry_id_offset, type: u4}
          - {id: reserved, type: u4}
        instances:
          entry_id: {pos: entry_id_offset - 8, type: strz, encoding: UTF-8}
  uleb128:
    -webide-representation: '{value:dec}'
    seq:
      - {id: bytes, type: u1, repeat: until, repeat-until: (_ & 0x80) == 0}
    instances:
      value:
        value: |
          (bytes[0] & 0x7f) + (bytes.size > 1 ? (bytes[1] & 0x7f) << 7 : 0) +
          (bytes.size > 2 ? (bytes[2] & 0x7f) << 14 : 0) + (bytes.size > 3 ? (bytes[3] & 0x7f) << 21 : 0) +
          (bytes.size > 4 ? (bytes[4] & 0x7f) << 28 : 0) + (bytes.size > 5 ? (bytes[5] & 0x7f) << 35 : 0) +
          (bytes.size > 6 ? (bytes[6] & 0x7f) << 42 : 0) + (bytes.size > 7 ? (bytes[7] & 0x7f) << 49 : 0)
  super_blob:
    doc: A code signature, or a set of requirements. Its byte order is big endian.
    seq:
      - {id: magic, type: u4, enum: macho_codes::blob_magic}
      - {id: length, type: u4}
      - {id: count, type: u4}
      - {id: index, type: blob_index, repeat: expr, repeat-expr: count}
  blob_index:
    -webide-representation: '{type}'
    seq:
      - {id: type, type: u4, enum: macho_codes::blob_slot}
      - {id: offset, type: u4}
    instances:
      blob: {pos: offset, type: blob}
  blob:
    -webide-representation: '{magic} {length:dec}'
    seq:
      - {id: magic, type: u4, enum: macho_codes::blob_magic}
      - {id: length, type: u4}
      - id: body
        size: length - 8
        type:
          switch-on: magic
          cases: {
            macho_codes::blob_magic::code_directory: code_directory, macho_codes::blob_magic::entitlements: blob_text
          }
        if: length > 8
  blob_text:
    seq:
      - {id: text, type: str, encoding: UTF-8, size-eos: true}
  code_directory:
    seq:
      - {id: version, type: u4}
      - {id: flags, type: u4, doc: '2 ad-hoc, 0x10000 hardened runtime, 0x20000 signed by the linker.'}
      - {id: hash_offset, type: u4}
      - {id: ident_offset, type: u4}
      - {id: n_special_slots, type: u4}
      - {id: n_code_slots, type: u4}
      - {id: code_limit, type: u4}
      - {id: hash_size, type: u1}
      - {id: hash_type, type: u1, enum: macho_codes::hash_type}
      - {id: platform, type: u1}
      - {id: page_size, type: u1, doc: As a power of 2.}
      - {id: spare2, type: u4}
      - {id: scatter_offset, type: u4, if: version >= 0x20100}
      - {id: team_offset, type: u4, if: version >= 0x20200}
      - {id: spare3, type: u4, if: version >= 0x20300}
      - {id: code_limit_64, type: u8, if: version >= 0x20300}
      - {id: exec_seg_base, type: u8, if: version >= 0x20400}
      - {id: exec_seg_limit, type: u8, if: version >= 0x20400}
      - {id: exec_seg_flags, type: u8, if: version >= 0x20400}
    instances:
      identifier: {pos: ident_offset - 8, type: strz, encoding: UTF-8}
      team_identifier: {
        pos: team_offset - 8, type: strz, encoding: UTF-8, if: 'version >= 0x20200 ? team_offset != 0 : false'
      }
      special_hashes:
        pos: hash_offset - 8 - n_special_slots * hash_size
        size: hash_size
        repeat: expr
        repeat-expr: n_special_slots
        if: hash_size != 0
        doc: Hashes of slots -n to -1.
      code_hashes: {pos: hash_offset - 8, size: hash_size, repeat: expr, repeat-expr: n_code_slots, if: hash_size != 0}
