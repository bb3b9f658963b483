# Codes and flags of Portable Executable images and of COFF objects.
# Specification: Microsoft "PE Format".
meta:
  id: pe_codes
  title: Portable Executable codes
  license: Apache-2.0
doc: The coded values and the flags of Portable Executable images, for their description.
doc-ref: https://learn.microsoft.com/en-us/windows/win32/debug/pe-format
types:
  image_flags:
    params:
      - {id: value, type: u2}
    instances:
      relocs_stripped: {value: (value & 0x1) != 0}
      executable_image: {value: (value & 0x2) != 0}
      line_nums_stripped: {value: (value & 0x4) != 0}
      local_syms_stripped: {value: (value & 0x8) != 0}
      aggressive_ws_trim: {value: (value & 0x10) != 0}
      large_address_aware: {value: (value & 0x20) != 0}
      bytes_reversed_lo: {value: (value & 0x80) != 0}
      machine_32bit: {value: (value & 0x100) != 0}
      debug_stripped: {value: (value & 0x200) != 0}
      removable_run_from_swap: {value: (value & 0x400) != 0}
      net_run_from_swap: {value: (value & 0x800) != 0}
      system: {value: (value & 0x1000) != 0}
      dll: {value: (value & 0x2000) != 0}
      up_system_only: {value: (value & 0x4000) != 0}
      bytes_reversed_hi: {value: (value & 0x8000) != 0}
  dll_flags:
    params:
      - {id: value, type: u2}
    instances:
      high_entropy_va: {value: (value & 0x20) != 0}
      dynamic_base: {value: (value & 0x40) != 0}
      force_integrity: {value: (value & 0x80) != 0}
      nx_compat: {value: (value & 0x100) != 0}
      no_isolation: {value: (value & 0x200) != 0}
      no_seh: {value: (value & 0x400) != 0}
      no_bind: {value: (value & 0x800) != 0}
      appcontainer: {value: (value & 0x1000) != 0}
      wdm_driver: {value: (value & 0x2000) != 0}
      guard_cf: {value: (value & 0x4000) != 0}
      terminal_server_aware: {value: (value & 0x8000) != 0}
  section_flags:
    params:
      - {id: value, type: u4}
    instances:
      type_no_pad: {value: (value & 0x8) != 0}
      cnt_code: {value: (value & 0x20) != 0}
      cnt_initialized_data: {value: (value & 0x40) != 0}
      cnt_uninitialized_data: {value: (value & 0x80) != 0}
      lnk_info: {value: (value & 0x200) != 0}
      lnk_remove: {value: (value & 0x800) != 0}
      lnk_comdat: {value: (value & 0x1000) != 0}
      gprel: {value: (value & 0x8000) != 0}
      lnk_nreloc_ovfl: {value: (value & 0x1000000) != 0}
      mem_discardable: {value: (value & 0x2000000) != 0}
      mem_not_cached: {value: (value & 0x4000000) != 0}
      mem_not_paged: {value: (value & 0x8000000) != 0}
      mem_shared: {value: (value & 0x10000000) != 0}
      mem_execute: {value: (value & 0x20000000) != 0}
      mem_read: {value: (value & 0x40000000) != 0}
      mem_write: {value: (value & 0x80000000) != 0}
      alignment:
        value: '(value >> 20 & 0xf) == 0 ? 0 : 1 << ((value >> 20 & 0xf) - 1)'
        doc: Bytes, 0 for none given; of object files only.
enums:
  optional_magic: {0x107: rom, 0x10b: pe32, 0x20b: pe32_plus}
  machine: {
    0: unknown, 0x14c: i386, 0x14d: i860, 0x162: r3000, 0x160: r3000_be, 0x166: r4000, 0x168: r10000,
    0x169: wce_mips_v2, 0x184: alpha, 0x1a2: sh3, 0x1a3: sh3_dsp, 0x1a4: sh3e, 0x1a6: sh4, 0x1a8: sh5, 0x1c0: arm,
    0x1c2: thumb, 0x1c4: armnt, 0x1d3: am33, 0x1f0: powerpc, 0x1f1: powerpc_fp, 0x1f2: powerpc_be, 0x200: ia64,
    0x266: mips16, 0x268: m68k, 0x284: alpha64, 0x366: mips_fpu, 0x466: mips_fpu16, 0x520: tricore, 0xcef: cef,
    0xebc: ebc, 0x3a64: chpe_x86, 0x5032: riscv32, 0x5064: riscv64, 0x5128: riscv128, 0x6232: loongarch32,
    0x6264: loongarch64, 0x8664: amd64, 0x9041: m32r, 0xa641: arm64ec, 0xa64e: arm64x, 0xaa64: arm64, 0xc0ee: cee
  }
  subsystem: {
    0: unknown, 1: native, 2: windows_gui, 3: windows_cui, 5: os2_cui, 7: posix_cui, 8: native_windows,
    9: windows_ce_gui, 10: efi_application, 11: efi_boot_service_driver, 12: efi_runtime_driver, 13: efi_rom, 14: xbox,
    16: windows_boot_application, 17: xbox_code_catalog
  }
  certificate_revision: {0x100: revision_1_0, 0x200: revision_2_0}
  certificate_type: {1: x509, 2: pkcs_signed_data, 3: reserved, 4: ts_stack_signed}
  base_relocation_type: {
    0: absolute, 1: high, 2: low, 3: highlow, 4: highadj, 5: mips_jmpaddr_or_arm_mov32, 6: section,
    7: thumb_mov32_or_riscv_low12i, 8: riscv_low12s, 9: mips_jmpaddr16_or_ia64_imm64, 10: dir64, 11: high3adj
  }
  debug_type: {
    0: unknown, 1: coff, 2: codeview, 3: fpo, 4: misc, 5: exception, 6: fixup, 7: omap_to_src, 8: omap_from_src,
    9: borland, 10: reserved10, 11: clsid, 12: vc_feature, 13: pogo, 14: iltcg, 15: mpx, 16: repro,
    17: embedded_portable_pdb, 19: pdb_checksum, 20: ex_dllcharacteristics
  }
  storage_class: {
    0: none, 1: automatic, 2: external, 3: static, 4: register, 5: external_def, 6: label, 7: undefined_label,
    8: member_of_struct, 9: argument, 10: struct_tag, 11: member_of_union, 12: union_tag, 13: type_definition,
    14: undefined_static, 15: enum_tag, 16: member_of_enum, 17: register_param, 18: bit_field, 100: block,
    101: function, 102: end_of_struct, 103: file, 104: section, 105: weak_external, 107: clr_token, 255: end_of_function
  }
