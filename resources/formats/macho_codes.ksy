# Codes and flags of Mach-O files.
# Specification: mach/machine.h, mach-o/loader.h, mach-o/nlist.h and cs_blobs.h of Apple's published sources.
meta:
  id: macho_codes
  title: Mach-O codes
  license: Apache-2.0
doc: The coded values and the flags of Mach-O files, for their description.
doc-ref: https://github.com/apple-oss-distributions/xnu/blob/main/EXTERNAL_HEADERS/mach-o/loader.h
types:
  header_flags:
    params:
      - {id: value, type: u4}
    instances:
      noundefs: {value: (value & 0x1) != 0}
      incrlink: {value: (value & 0x2) != 0}
      dyldlink: {value: (value & 0x4) != 0}
      bindatload: {value: (value & 0x8) != 0}
      prebound: {value: (value & 0x10) != 0}
      split_segs: {value: (value & 0x20) != 0}
      lazy_init: {value: (value & 0x40) != 0}
      twolevel: {value: (value & 0x80) != 0}
      force_flat: {value: (value & 0x100) != 0}
      nomultidefs: {value: (value & 0x200) != 0}
      nofixprebinding: {value: (value & 0x400) != 0}
      prebindable: {value: (value & 0x800) != 0}
      allmodsbound: {value: (value & 0x1000) != 0}
      subsections_via_symbols: {value: (value & 0x2000) != 0}
      canonical: {value: (value & 0x4000) != 0}
      weak_defines: {value: (value & 0x8000) != 0}
      binds_to_weak: {value: (value & 0x10000) != 0}
      allow_stack_execution: {value: (value & 0x20000) != 0}
      root_safe: {value: (value & 0x40000) != 0}
      setuid_safe: {value: (value & 0x80000) != 0}
      no_reexported_dylibs: {value: (value & 0x100000) != 0}
      pie: {value: (value & 0x200000) != 0}
      dead_strippable_dylib: {value: (value & 0x400000) != 0}
      has_tlv_descriptors: {value: (value & 0x800000) != 0}
      no_heap_execution: {value: (value & 0x1000000) != 0}
      app_extension_safe: {value: (value & 0x2000000) != 0}
      nlist_outofsync_with_dyldinfo: {value: (value & 0x4000000) != 0}
      sim_support: {value: (value & 0x8000000) != 0}
      dylib_in_cache: {value: (value & 0x80000000) != 0}
  section_kind:
    params:
      - {id: flags, type: u4}
    instances:
      type: {value: flags & 0xff, enum: section_type}
      is_zerofill: {value: (flags & 0xff) == 1 or (flags & 0xff) == 12 or (flags & 0xff) == 18}
      is_pure_instructions: {value: (flags & 0x80000000) != 0}
      is_no_toc: {value: (flags & 0x40000000) != 0}
      is_strip_static_syms: {value: (flags & 0x20000000) != 0}
      is_no_dead_strip: {value: (flags & 0x10000000) != 0}
      is_live_support: {value: (flags & 0x8000000) != 0}
      is_self_modifying_code: {value: (flags & 0x4000000) != 0}
      is_debug: {value: (flags & 0x2000000) != 0}
      is_some_instructions: {value: (flags & 0x400) != 0}
      is_ext_reloc: {value: (flags & 0x200) != 0}
      is_loc_reloc: {value: (flags & 0x100) != 0}
  symbol_type:
    params:
      - {id: n_type, type: u1}
      - {id: n_desc, type: u2}
    instances:
      is_debugging: {value: (n_type & 0xe0) != 0}
      stab: {value: n_type, enum: stab, if: is_debugging}
      is_private_external: {value: (n_type & 0x10) != 0}
      is_external: {value: (n_type & 1) != 0}
      type: {value: n_type & 0xe, enum: symbol_section_type, if: not is_debugging}
      is_weak_reference: {value: (n_desc & 0x40) != 0}
      is_weak_definition: {value: (n_desc & 0x80) != 0}
      library_ordinal: {value: n_desc >> 8, doc: 'Number of the library that has an undefined symbol, from 1.'}
  relocation:
    doc: The second word of a relocation, whose bit fields are laid out by the byte order of the object.
    params:
      - {id: r_address, type: u4}
      - {id: r_info, type: u4}
      - {id: is_le, type: bool}
    instances:
      is_scattered:
        value: (r_address & 0x80000000) != 0
        doc: The first word has type, length and address then, the second one the value.
      symbolnum:
        value: 'is_le ? r_info & 0xffffff : r_info >> 8'
        if: not is_scattered
        doc: Index of the symbol, or number of the section when the relocation is not external.
      is_pcrel: {value: '(is_scattered ? r_address >> 30 & 1 : is_le ? r_info >> 24 & 1 : r_info >> 7 & 1) != 0'}
      length:
        value: 'is_scattered ? r_address >> 28 & 3 : is_le ? r_info >> 25 & 3 : r_info >> 5 & 3'
        doc: Bytes as a power of 2.
      is_external: {value: '(is_le ? r_info >> 27 & 1 : r_info >> 4 & 1) != 0', if: not is_scattered}
      type:
        value: 'is_scattered ? r_address >> 24 & 15 : is_le ? r_info >> 28 : r_info & 15'
        doc: Kind of the relocation, whose meaning is the machine's.
enums:
  magic: {
    0xfeedface: be_32, 0xfeedfacf: be_64, 0xcefaedfe: le_32, 0xcffaedfe: le_64, 0xcafebabe: fat_32, 0xcafebabf: fat_64
  }
  cpu_type: {
    1: vax, 6: mc680x0, 7: i386, 8: mips, 10: mc98000, 11: hppa, 12: arm, 13: mc88000, 14: sparc, 15: i860, 16: alpha,
    18: powerpc, 0x1000007: x86_64, 0x100000c: arm64, 0x1000012: powerpc64, 0x200000c: arm64_32
  }
  file_type: {
    1: object, 2: execute, 3: fvmlib, 4: core, 5: preload, 6: dylib, 7: dylinker, 8: bundle, 9: dylib_stub, 10: dsym,
    11: kext_bundle, 12: fileset, 13: gpu_execute, 14: gpu_dylib
  }
  command: {
    1: segment, 2: symtab, 3: symseg, 4: thread, 5: unixthread, 6: loadfvmlib, 7: idfvmlib, 8: ident, 9: fvmfile,
    10: prepage, 11: dysymtab, 12: load_dylib, 13: id_dylib, 14: load_dylinker, 15: id_dylinker, 16: prebound_dylib,
    17: routines, 18: sub_framework, 19: sub_umbrella, 20: sub_client, 21: sub_library, 22: twolevel_hints,
    23: prebind_cksum, 25: segment_64, 26: routines_64, 27: uuid, 29: code_signature, 30: segment_split_info,
    32: lazy_load_dylib, 33: encryption_info, 34: dyld_info, 36: version_min_macosx, 37: version_min_iphoneos,
    38: function_starts, 39: dyld_environment, 41: data_in_code, 42: source_version, 43: dylib_code_sign_drs,
    44: encryption_info_64, 45: linker_option, 46: linker_optimization_hint, 47: version_min_tvos,
    48: version_min_watchos, 49: note, 50: build_version, 54: atom_info, 55: function_variants,
    56: function_variant_fixups, 57: target_triple, 0x80000018: load_weak_dylib, 0x8000001c: rpath,
    0x8000001f: reexport_dylib, 0x80000022: dyld_info_only, 0x80000023: load_upward_dylib, 0x80000028: main,
    0x80000033: dyld_exports_trie, 0x80000034: dyld_chained_fixups, 0x80000035: fileset_entry
  }
  section_type: {
    0: regular, 1: zerofill, 2: cstring_literals, 3: literals_4_byte, 4: literals_8_byte, 5: literal_pointers,
    6: non_lazy_symbol_pointers, 7: lazy_symbol_pointers, 8: symbol_stubs, 9: mod_init_func_pointers,
    10: mod_term_func_pointers, 11: coalesced, 12: gb_zerofill, 13: interposing, 14: literals_16_byte, 15: dtrace_dof,
    16: lazy_dylib_symbol_pointers, 17: thread_local_regular, 18: thread_local_zerofill, 19: thread_local_variables,
    20: thread_local_variable_pointers, 21: thread_local_init_function_pointers, 22: init_func_offsets
  }
  symbol_section_type: {0: undefined, 2: absolute, 10: indirect, 12: prebound_undefined, 14: section}
  stab: {
    0x20: gsym, 0x22: fname, 0x24: fun, 0x26: stsym, 0x28: lcsym, 0x2e: bnsym, 0x30: pc, 0x32: ast, 0x3c: opt,
    0x40: rsym, 0x44: sline, 0x4e: ensym, 0x60: ssym, 0x64: so, 0x66: oso, 0x80: lsym, 0x82: bincl, 0x84: sol,
    0x86: params, 0x88: version, 0x8a: olevel, 0xa0: psym, 0xa2: eincl, 0xa4: entry, 0xc0: lbrac, 0xc2: excl,
    0xe0: rbrac, 0xe2: bcomm, 0xe4: ecomm, 0xe8: ecoml, 0xfe: leng
  }
  indirect_symbol: {0x40000000: absolute, 0x80000000: local, 0xc0000000: local_absolute}
  platform: {
    1: macos, 2: ios, 3: tvos, 4: watchos, 5: bridgeos, 6: mac_catalyst, 7: ios_simulator, 8: tvos_simulator,
    9: watchos_simulator, 10: driverkit, 11: visionos, 12: visionos_simulator, 13: firmware, 14: sepos
  }
  build_tool: {1: clang, 2: swift, 3: ld, 4: lld, 1024: metal, 1025: airlld, 1026: airnt, 1027: airnt_plugin}
  data_in_code_kind: {1: data, 2: jump_table_8, 3: jump_table_16, 4: jump_table_32, 5: abs_jump_table_32}
  chained_import_format: {1: import, 2: import_addend, 3: import_addend_64}
  blob_magic: {
    0xfade0b01: blob_wrapper, 0xfade0b02: embedded_signature_old, 0xfade0c00: requirement, 0xfade0c01: requirements,
    0xfade0c02: code_directory, 0xfade0cc0: embedded_signature, 0xfade0cc1: detached_signature,
    0xfade7171: entitlements, 0xfade7172: entitlements_der, 0xfade8181: launch_constraint
  }
  blob_slot: {
    0: code_directory, 1: info, 2: requirements, 3: resource_directory, 4: application, 5: entitlements,
    7: entitlements_der, 8: launch_constraint_self, 9: launch_constraint_parent, 10: launch_constraint_responsible,
    11: library_constraint, 0x1000: alternate_code_directory_1, 0x1001: alternate_code_directory_2,
    0x1002: alternate_code_directory_3, 0x1003: alternate_code_directory_4, 0x1004: alternate_code_directory_5,
    0x10000: signature, 0x10001: identification, 0x10002: ticket
  }
  hash_type: {0: none, 1: sha1, 2: sha256, 3: sha256_truncated, 4: sha384, 5: sha512}
