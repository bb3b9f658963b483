# Codes of ELF files: machines, sections, segments, tags, notes and relocation types.
# Specification: System V Application Binary Interface (gABI), chapters 4 and 5, the registry of machine codes;
# the processor supplements for relocation types; elf(5).
meta:
  id: elf_codes
  title: ELF codes
  license: Apache-2.0
doc: The coded values of ELF files, for the description of ELF.
doc-ref: https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html
types:
  relocation_kind:
    doc: The type of a relocation, whose meaning is the machine's.
    params:
      - {id: value, type: u4}
      - {id: e_machine, type: u2, enum: machine}
    instances:
      x86_64: {value: value, enum: relocation_x86_64, if: e_machine == machine::x86_64}
      i386: {value: value, enum: relocation_i386, if: e_machine == machine::i386}
      aarch64: {value: value, enum: relocation_aarch64, if: e_machine == machine::aarch64}
      arm: {value: value, enum: relocation_arm, if: e_machine == machine::arm}
      riscv: {value: value, enum: relocation_riscv, if: e_machine == machine::riscv}
  note_kind:
    doc: The type of a note, whose meaning is that of the note's name.
    params:
      - {id: value, type: u4}
      - {id: name, type: str}
    instances:
      gnu: {value: value, enum: gnu_note, if: name == "GNU"}
      core: {value: value, enum: core_note, if: name == "CORE" or name == "LINUX"}
  segment_flags:
    params:
      - {id: value, type: u4}
    instances:
      is_executable: {value: (value & 0x1) != 0}
      is_writable: {value: (value & 0x2) != 0}
      is_readable: {value: (value & 0x4) != 0}
  section_flags:
    params:
      - {id: value, type: u8}
    instances:
      is_write: {value: (value & 0x1) != 0}
      is_alloc: {value: (value & 0x2) != 0}
      is_execinstr: {value: (value & 0x4) != 0}
      is_merge: {value: (value & 0x10) != 0}
      is_strings: {value: (value & 0x20) != 0}
      is_info_link: {value: (value & 0x40) != 0}
      is_link_order: {value: (value & 0x80) != 0}
      is_os_nonconforming: {value: (value & 0x100) != 0}
      is_group: {value: (value & 0x200) != 0}
      is_tls: {value: (value & 0x400) != 0}
      is_compressed: {value: (value & 0x800) != 0}
      is_gnu_retain: {value: (value & 0x200000) != 0}
      is_exclude: {value: (value & 0x80000000) != 0}
  dynamic_flags:
    params:
      - {id: value, type: u8}
    instances:
      is_origin: {value: (value & 0x1) != 0}
      is_symbolic: {value: (value & 0x2) != 0}
      is_textrel: {value: (value & 0x4) != 0}
      is_bind_now: {value: (value & 0x8) != 0}
      is_static_tls: {value: (value & 0x10) != 0}
  dynamic_flags_1:
    params:
      - {id: value, type: u8}
    instances:
      is_now: {value: (value & 0x1) != 0}
      is_global: {value: (value & 0x2) != 0}
      is_group: {value: (value & 0x4) != 0}
      is_nodelete: {value: (value & 0x8) != 0}
      is_loadfltr: {value: (value & 0x10) != 0}
      is_initfirst: {value: (value & 0x20) != 0}
      is_noopen: {value: (value & 0x40) != 0}
      is_origin: {value: (value & 0x80) != 0}
      is_direct: {value: (value & 0x100) != 0}
      is_trans: {value: (value & 0x200) != 0}
      is_interpose: {value: (value & 0x400) != 0}
      is_nodeflib: {value: (value & 0x800) != 0}
      is_nodump: {value: (value & 0x1000) != 0}
      is_confalt: {value: (value & 0x2000) != 0}
      is_endfiltee: {value: (value & 0x4000) != 0}
      is_dispreldne: {value: (value & 0x8000) != 0}
      is_disprelpnd: {value: (value & 0x10000) != 0}
      is_nodirect: {value: (value & 0x20000) != 0}
      is_ignmuldef: {value: (value & 0x40000) != 0}
      is_noksyms: {value: (value & 0x80000) != 0}
      is_nohdr: {value: (value & 0x100000) != 0}
      is_edited: {value: (value & 0x200000) != 0}
      is_noreloc: {value: (value & 0x400000) != 0}
      is_symintpose: {value: (value & 0x800000) != 0}
      is_globaudit: {value: (value & 0x1000000) != 0}
      is_singleton: {value: (value & 0x2000000) != 0}
      is_stub: {value: (value & 0x4000000) != 0}
      is_pie: {value: (value & 0x8000000) != 0}
  dynamic_kind:
    doc: Whether the value of a dynamic entry is the offset of a string.
    params:
      - {id: d_tag, type: u8, enum: dynamic_tag}
    instances:
      is_string:
        value: |
          d_tag == dynamic_tag::needed or d_tag == dynamic_tag::soname or d_tag == dynamic_tag::rpath
          or d_tag == dynamic_tag::runpath or d_tag == dynamic_tag::config or d_tag == dynamic_tag::depaudit
          or d_tag == dynamic_tag::audit or d_tag == dynamic_tag::auxiliary or d_tag == dynamic_tag::filter
enums:
  elf_class: {0: none, 1: class_32, 2: class_64}
  elf_data: {0: none, 1: lsb, 2: msb}
  os_abi: {
    0: sysv, 1: hpux, 2: netbsd, 3: gnu_linux, 4: hurd, 5: ia32_86open, 6: solaris, 7: aix, 8: irix, 9: freebsd,
    10: tru64, 11: modesto, 12: openbsd, 13: openvms, 14: nsk, 15: aros, 16: fenixos, 17: cloudabi, 18: openvos,
    51: cuda, 64: processor_64, 65: processor_65, 66: processor_66, 97: arm, 255: standalone
  }
  file_type: {0: none, 1: rel, 2: exec, 3: dyn, 4: core, 0xfe00: loos, 0xfeff: hios, 0xff00: loproc, 0xffff: hiproc}
  segment_type: {
    0: none, 1: load, 2: dynamic, 3: interp, 4: note, 5: shlib, 6: phdr, 7: tls, 0x6474e550: gnu_eh_frame,
    0x6474e551: gnu_stack, 0x6474e552: gnu_relro, 0x6474e553: gnu_property, 0x6474e554: gnu_sframe,
    0x65a3dbe5: openbsd_mutable, 0x65a3dbe6: openbsd_randomize, 0x65a3dbe7: openbsd_wxneeded,
    0x65a3dbe9: openbsd_syscalls, 0x65a41be6: openbsd_bootdata, 0x6ffffffa: sunwbss, 0x6ffffffb: sunwstack,
    0x70000000: processor_0, 0x70000001: processor_1, 0x70000002: processor_2, 0x70000003: processor_3
  }
  section_type: {
    0: none, 1: progbits, 2: symtab, 3: strtab, 4: rela, 5: hash, 6: dynamic, 7: note, 8: nobits, 9: rel, 10: shlib,
    11: dynsym, 14: init_array, 15: fini_array, 16: preinit_array, 17: group, 18: symtab_shndx, 19: relr, 20: crel,
    0x60000001: android_rel, 0x60000002: android_rela, 0x6fff4700: gnu_incremental_inputs, 0x6fff4c00: llvm_odrtab,
    0x6fff4c01: llvm_linker_options, 0x6fff4c03: llvm_addrsig, 0x6fff4c04: llvm_dependent_libraries,
    0x6fff4c05: llvm_sympart, 0x6fff4c06: llvm_part_ehdr, 0x6fff4c07: llvm_part_phdr,
    0x6fff4c09: llvm_call_graph_profile, 0x6fff4c0a: llvm_bb_addr_map, 0x6fff4c0b: llvm_offloading,
    0x6fff4c0c: llvm_lto, 0x6fffff00: android_relr, 0x6ffffff4: gnu_sframe, 0x6ffffff5: gnu_attributes,
    0x6ffffff6: gnu_hash, 0x6ffffff7: gnu_liblist, 0x6ffffff8: checksum, 0x6ffffffa: sunw_move, 0x6ffffffb: sunw_comdat,
    0x6ffffffc: sunw_syminfo, 0x6ffffffd: gnu_verdef, 0x6ffffffe: gnu_verneed, 0x6fffffff: gnu_versym,
    0x70000000: processor_0, 0x70000001: processor_1, 0x70000002: processor_2, 0x70000003: processor_attributes,
    0x70000006: mips_reginfo, 0x7000000d: mips_options, 0x7000001e: mips_dwarf, 0x7000002a: mips_abiflags,
    0x7000002b: mips_xhash
  }
  compression: {1: zlib, 2: zstd}
  group_flags: {1: comdat}
  symbol_bind: {0: local, 1: global, 2: weak, 10: gnu_unique}
  symbol_type: {0: notype, 1: object, 2: func, 3: section, 4: file, 5: common, 6: tls, 10: gnu_ifunc}
  symbol_visibility: {0: default, 1: internal, 2: hidden, 3: protected}
  section_index: {0: undef, 0xfff1: abs, 0xfff2: common, 0xffff: xindex}
  version_index: {0: local, 1: global, 0x8000: hidden_local, 0x8001: hidden_global}
  gnu_note: {
    1: abi_tag, 2: hwcap, 3: build_id, 4: gold_version, 5: property_type_0, 0x100: build_attribute_open,
    0x101: build_attribute_func
  }
  gnu_abi_os: {0: linux, 1: hurd, 2: solaris, 3: freebsd, 4: netbsd, 5: syllable, 6: nacl}
  gnu_property_type: {
    1: stack_size, 2: no_copy_on_protected, 0xb0008000: needed_1, 0xc0000000: aarch64_feature_1_and_or_x86_isa_1_used,
    0xc0000001: x86_compat_isa_1_needed, 0xc0000002: x86_feature_1_and, 0xc0008000: x86_compat_2_isa_1_needed,
    0xc0008001: x86_feature_2_needed, 0xc0008002: x86_isa_1_needed, 0xc0010000: x86_compat_2_isa_1_used,
    0xc0010001: x86_feature_2_used, 0xc0010002: x86_isa_1_used
  }
  machine: {
    0: none, 1: m32, 2: sparc, 3: i386, 4: m68k, 5: m88k, 6: iamcu, 7: i860, 8: mips, 9: s370, 10: mips_rs3_le,
    15: parisc, 17: vpp500, 18: sparc32plus, 19: i960, 20: ppc, 21: ppc64, 22: s390, 23: spu, 36: v800, 37: fr20,
    38: rh32, 39: rce, 40: arm, 41: fake_alpha, 42: sh, 43: sparcv9, 44: tricore, 45: arc, 46: h8_300, 47: h8_300h,
    48: h8s, 49: h8_500, 50: ia_64, 51: mips_x, 52: coldfire, 53: m68hc12, 54: mma, 55: pcp, 56: ncpu, 57: ndr1,
    58: starcore, 59: me16, 60: st100, 61: tinyj, 62: x86_64, 63: pdsp, 64: pdp10, 65: pdp11, 66: fx66, 67: st9plus,
    68: st7, 69: m68hc16, 70: m68hc11, 71: m68hc08, 72: m68hc05, 73: svx, 74: st19, 75: vax, 76: cris, 77: javelin,
    78: firepath, 79: zsp, 80: mmix, 81: huany, 82: prism, 83: avr, 84: fr30, 85: d10v, 86: d30v, 87: v850, 88: m32r,
    89: mn10300, 90: mn10200, 91: pj, 92: openrisc, 93: arc_compact, 94: xtensa, 95: videocore, 96: tmm_gpp, 97: ns32k,
    98: tpc, 99: snp1k, 100: st200, 101: ip2k, 102: max, 103: cr, 104: f2mc16, 105: msp430, 106: blackfin, 107: se_c33,
    108: sep, 109: arca, 110: unicore, 111: excess, 112: dxp, 113: altera_nios2, 114: crx, 115: xgate, 116: c166,
    117: m16c, 118: dspic30f, 119: ce, 120: m32c, 131: tsk3000, 132: rs08, 133: sharc, 134: ecog2, 135: score7,
    136: dsp24, 137: videocore3, 138: latticemico32, 139: se_c17, 140: ti_c6000, 141: ti_c2000, 142: ti_c5500,
    143: ti_arp32, 144: ti_pru, 160: mmdsp_plus, 161: cypress_m8c, 162: r32c, 163: trimedia, 164: qdsp6, 165: i8051,
    166: stxp7x, 167: nds32, 168: ecog1x, 169: maxq30, 170: ximo16, 171: manik, 172: craynv2, 173: rx, 174: metag,
    175: mcst_elbrus, 176: ecog16, 177: cr16, 178: etpu, 179: sle9x, 180: l10m, 181: k10m, 183: aarch64, 185: avr32,
    186: stm8, 187: tile64, 188: tilepro, 189: microblaze, 190: cuda, 191: tilegx, 192: cloudshield, 193: corea_1st,
    194: corea_2nd, 195: arcv2, 196: open8, 197: rl78, 198: videocore5, 199: nec_78kor, 200: nxp_56800ex, 201: ba1,
    202: ba2, 203: xcore, 204: mchp_pic, 205: intelgt, 210: km32, 211: kmx32, 212: emx16, 213: emx8, 214: kvarc,
    215: cdp, 216: coge, 217: cool, 218: norc, 219: csr_kalimba, 220: z80, 221: visium, 222: ft32, 223: moxie,
    224: amdgpu, 243: riscv, 244: lanai, 245: ceva, 246: ceva_x2, 247: bpf, 248: graphcore_ipu, 249: img1, 250: nfp,
    251: ve, 252: csky, 253: arcompact3_64, 254: mcs6502, 255: arcompact3, 256: kvx, 257: wdc_65816, 258: loongarch,
    259: kf32, 260: lapis_u16_u8core, 261: tachyum, 262: nxp_56800ef, 263: sbf, 264: ai_engine, 265: sima_mla,
    266: bang, 267: loonggpu, 268: sw64, 36902: alpha
  }
  dynamic_tag: {
    0: end, 1: needed, 2: pltrelsz, 3: pltgot, 4: hash, 5: strtab, 6: symtab, 7: rela, 8: relasz, 9: relaent, 10: strsz,
    11: syment, 12: init, 13: fini, 14: soname, 15: rpath, 16: symbolic, 17: rel, 18: relsz, 19: relent, 20: pltrel,
    21: debug, 22: textrel, 23: jmprel, 29: runpath, 30: flags, 32: preinit_array, 33: preinit_arraysz,
    34: symtab_shndx, 35: relrsz, 36: relr, 37: relrent, 0x6ffffdf5: gnu_prelinked, 0x6ffffdf6: gnu_conflictsz,
    0x6ffffdf7: gnu_liblistsz, 0x6ffffdf8: checksum, 0x6ffffdf9: pltpadsz, 0x6ffffdfa: moveent, 0x6ffffdfb: movesz,
    0x6ffffdfc: feature_1, 0x6ffffdfd: posflag_1, 0x6ffffdfe: syminsz, 0x6ffffdff: syminent, 0x6ffffef5: gnu_hash,
    0x6ffffef6: tlsdesc_plt, 0x6ffffef7: tlsdesc_got, 0x6ffffef8: gnu_conflict, 0x6ffffef9: gnu_liblist,
    0x6ffffefa: config, 0x6ffffefb: depaudit, 0x6ffffefc: audit, 0x6ffffeff: syminfo, 0x6ffffff0: versym,
    0x6ffffff9: relacount, 0x6ffffffa: relcount, 0x6ffffffb: flags_1, 0x6ffffffc: verdef, 0x6ffffffd: verdefnum,
    0x6ffffffe: verneed, 0x6fffffff: verneednum, 0x7ffffffd: auxiliary, 0x7fffffff: filter
  }
  core_note: {
    1: prstatus, 2: fpregset, 3: prpsinfo, 4: taskstruct, 5: platform, 6: auxv, 7: gwindows, 8: asrs, 10: pstatus,
    13: psinfo, 14: prcred, 15: utsname, 16: lwpstatus, 17: lwpsinfo, 20: prfpxreg, 256: ppc_vmx, 257: ppc_spe,
    258: ppc_vsx, 259: ppc_tar, 260: ppc_ppr, 261: ppc_dscr, 262: ppc_ebb, 263: ppc_pmu, 264: ppc_tm_cgpr,
    265: ppc_tm_cfpr, 266: ppc_tm_cvmx, 267: ppc_tm_cvsx, 268: ppc_tm_spr, 269: ppc_tm_ctar, 270: ppc_tm_cppr,
    271: ppc_tm_cdscr, 272: ppc_pkey, 512: i386_tls, 513: i386_ioperm, 514: x86_xstate, 515: x86_cet, 516: x86_shstk,
    768: s390_high_gprs, 769: s390_timer, 770: s390_todcmp, 771: s390_todpreg, 772: s390_ctrs, 773: s390_prefix,
    774: s390_last_break, 775: s390_system_call, 776: s390_tdb, 777: s390_vxrs_low, 778: s390_vxrs_high,
    779: s390_gs_cb, 780: s390_gs_bc, 781: s390_ri_cb, 1024: arm_vfp, 1025: arm_tls, 1026: arm_hw_break,
    1027: arm_hw_watch, 1028: arm_system_call, 1029: arm_sve, 1030: arm_pac_mask, 1031: arm_paca_keys,
    1032: arm_pacg_keys, 1033: arm_tagged_addr_ctrl, 1034: arm_pac_enabled_keys, 1035: arm_ssve, 1036: arm_za,
    1792: vmcoredd, 2048: mips_dsp, 2049: mips_fp_mode, 2050: mips_msa, 0x46494c45: file, 0x46e62b7f: prxfpreg,
    0x53494749: siginfo
  }
  relocation_x86_64: {
    0: none, 1: r64, 2: pc32, 3: got32, 4: plt32, 5: copy, 6: glob_dat, 7: jump_slot, 8: relative, 9: gotpcrel, 10: r32,
    11: r32s, 12: r16, 13: pc16, 14: r8, 15: pc8, 16: dtpmod64, 17: dtpoff64, 18: tpoff64, 19: tlsgd, 20: tlsld,
    21: dtpoff32, 22: gottpoff, 23: tpoff32, 24: pc64, 25: gotoff64, 26: gotpc32, 27: got64, 28: gotpcrel64,
    29: gotpc64, 30: gotplt64, 31: pltoff64, 32: size32, 33: size64, 34: gotpc32_tlsdesc, 35: tlsdesc_call, 36: tlsdesc,
    37: irelative, 41: gotpcrelx, 42: rex_gotpcrelx
  }
  relocation_i386: {
    0: none, 1: r32, 2: pc32, 3: got32, 4: plt32, 5: copy, 6: glob_dat, 7: jump_slot, 8: relative, 9: gotoff, 10: gotpc,
    11: r32plt, 14: tls_tpoff, 15: tls_ie, 16: tls_gotie, 17: tls_le, 18: tls_gd, 19: tls_ldm, 20: r16, 21: pc16,
    22: r8, 23: pc8, 24: tls_gd_32, 25: tls_gd_push, 26: tls_gd_call, 27: tls_gd_pop, 28: tls_ldm_32, 29: tls_ldm_push,
    30: tls_ldm_call, 31: tls_ldm_pop, 32: tls_ldo_32, 33: tls_ie_32, 34: tls_le_32, 35: tls_dtpmod32, 36: tls_dtpoff32,
    37: tls_tpoff32, 39: tls_gotdesc, 40: tls_desc_call, 41: tls_desc, 42: irelative, 43: got32x
  }
  relocation_aarch64: {
    0: none, 1: ilp32_abs32, 2: ilp32_abs16, 3: ilp32_prel32, 4: ilp32_prel16, 5: ilp32_movw_uabs_g0,
    6: ilp32_movw_uabs_g0_nc, 7: ilp32_movw_uabs_g1, 8: ilp32_movw_sabs_g0, 9: ilp32_ld_prel_lo19,
    10: ilp32_adr_prel_lo21, 11: ilp32_adr_prel_pg_hi21, 12: ilp32_add_abs_lo12_nc, 13: ilp32_ldst8_abs_lo12_nc,
    14: ilp32_ldst16_abs_lo12_nc, 15: ilp32_ldst32_abs_lo12_nc, 16: ilp32_ldst64_abs_lo12_nc,
    17: ilp32_ldst128_abs_lo12_nc, 18: ilp32_tstbr14, 19: ilp32_condbr19, 20: ilp32_jump26, 21: ilp32_call26,
    22: ilp32_movw_prel_g0, 23: ilp32_movw_prel_g0_nc, 24: ilp32_movw_prel_g1, 25: ilp32_got_ld_prel19,
    26: ilp32_adr_got_page, 27: ilp32_ld32_got_lo12_nc, 28: ilp32_ld32_gotpage_lo14, 29: ilp32_plt32,
    80: ilp32_tlsgd_adr_prel21, 81: ilp32_tlsgd_adr_page21, 82: ilp32_tlsgd_add_lo12_nc, 83: ilp32_tlsld_adr_prel21,
    84: ilp32_tlsld_adr_page21, 85: ilp32_tlsld_add_lo12_nc, 86: ilp32_tlsld_ld_prel19, 87: ilp32_tlsld_movw_dtprel_g1,
    88: ilp32_tlsld_movw_dtprel_g0, 89: ilp32_tlsld_movw_dtprel_g0_nc, 90: ilp32_tlsld_add_dtprel_hi12,
    91: ilp32_tlsld_add_dtprel_lo12, 92: ilp32_tlsld_add_dtprel_lo12_nc, 93: ilp32_tlsld_ldst8_dtprel_lo12,
    94: ilp32_tlsld_ldst8_dtprel_lo12_nc, 95: ilp32_tlsld_ldst16_dtprel_lo12, 96: ilp32_tlsld_ldst16_dtprel_lo12_nc,
    97: ilp32_tlsld_ldst32_dtprel_lo12, 98: ilp32_tlsld_ldst32_dtprel_lo12_nc, 99: ilp32_tlsld_ldst64_dtprel_lo12,
    100: ilp32_tlsld_ldst64_dtprel_lo12_nc, 101: ilp32_tlsld_ldst128_dtprel_lo12,
    102: ilp32_tlsld_ldst128_dtprel_lo12_nc, 103: ilp32_tlsie_adr_gottprel_page21,
    104: ilp32_tlsie_ld32_gottprel_lo12_nc, 105: ilp32_tlsie_ld_gottprel_prel19, 106: ilp32_tlsle_movw_tprel_g1,
    107: ilp32_tlsle_movw_tprel_g0, 108: ilp32_tlsle_movw_tprel_g0_nc, 109: ilp32_tlsle_add_tprel_hi12,
    110: ilp32_tlsle_add_tprel_lo12, 111: ilp32_tlsle_add_tprel_lo12_nc, 112: ilp32_tlsle_ldst8_tprel_lo12,
    113: ilp32_tlsle_ldst8_tprel_lo12_nc, 114: ilp32_tlsle_ldst16_tprel_lo12, 115: ilp32_tlsle_ldst16_tprel_lo12_nc,
    116: ilp32_tlsle_ldst32_tprel_lo12, 117: ilp32_tlsle_ldst32_tprel_lo12_nc, 118: ilp32_tlsle_ldst64_tprel_lo12,
    119: ilp32_tlsle_ldst64_tprel_lo12_nc, 120: ilp32_tlsle_ldst128_tprel_lo12, 121: ilp32_tlsle_ldst128_tprel_lo12_nc,
    122: ilp32_tlsdesc_ld_prel19, 123: ilp32_tlsdesc_adr_prel21, 124: ilp32_tlsdesc_adr_page21,
    125: ilp32_tlsdesc_ld32_lo12, 126: ilp32_tlsdesc_add_lo12, 127: ilp32_tlsdesc_call, 180: ilp32_copy,
    181: ilp32_glob_dat, 182: ilp32_jump_slot, 183: ilp32_relative, 184: ilp32_tls_dtprel, 185: ilp32_tls_dtpmod,
    186: ilp32_tls_tprel, 187: ilp32_tlsdesc, 188: ilp32_irelative, 257: abs64, 258: abs32, 259: abs16, 260: prel64,
    261: prel32, 262: prel16, 263: movw_uabs_g0, 264: movw_uabs_g0_nc, 265: movw_uabs_g1, 266: movw_uabs_g1_nc,
    267: movw_uabs_g2, 268: movw_uabs_g2_nc, 269: movw_uabs_g3, 270: movw_sabs_g0, 271: movw_sabs_g1, 272: movw_sabs_g2,
    273: ld_prel_lo19, 274: adr_prel_lo21, 275: adr_prel_pg_hi21, 276: adr_prel_pg_hi21_nc, 277: add_abs_lo12_nc,
    278: ldst8_abs_lo12_nc, 279: tstbr14, 280: condbr19, 282: jump26, 283: call26, 284: ldst16_abs_lo12_nc,
    285: ldst32_abs_lo12_nc, 286: ldst64_abs_lo12_nc, 287: movw_prel_g0, 288: movw_prel_g0_nc, 289: movw_prel_g1,
    290: movw_prel_g1_nc, 291: movw_prel_g2, 292: movw_prel_g2_nc, 293: movw_prel_g3, 299: ldst128_abs_lo12_nc,
    300: movw_gotoff_g0, 301: movw_gotoff_g0_nc, 302: movw_gotoff_g1, 303: movw_gotoff_g1_nc, 304: movw_gotoff_g2,
    305: movw_gotoff_g2_nc, 306: movw_gotoff_g3, 307: gotrel64, 308: gotrel32, 309: got_ld_prel19,
    310: ld64_gotoff_lo15, 311: adr_got_page, 312: ld64_got_lo12_nc, 313: ld64_gotpage_lo15, 314: plt32,
    512: tlsgd_adr_prel21, 513: tlsgd_adr_page21, 514: tlsgd_add_lo12_nc, 515: tlsgd_movw_g1, 516: tlsgd_movw_g0_nc,
    517: tlsld_adr_prel21, 518: tlsld_adr_page21, 519: tlsld_add_lo12_nc, 520: tlsld_movw_g1, 521: tlsld_movw_g0_nc,
    522: tlsld_ld_prel19, 523: tlsld_movw_dtprel_g2, 524: tlsld_movw_dtprel_g1, 525: tlsld_movw_dtprel_g1_nc,
    526: tlsld_movw_dtprel_g0, 527: tlsld_movw_dtprel_g0_nc, 528: tlsld_add_dtprel_hi12, 529: tlsld_add_dtprel_lo12,
    530: tlsld_add_dtprel_lo12_nc, 531: tlsld_ldst8_dtprel_lo12, 532: tlsld_ldst8_dtprel_lo12_nc,
    533: tlsld_ldst16_dtprel_lo12, 534: tlsld_ldst16_dtprel_lo12_nc, 535: tlsld_ldst32_dtprel_lo12,
    536: tlsld_ldst32_dtprel_lo12_nc, 537: tlsld_ldst64_dtprel_lo12, 538: tlsld_ldst64_dtprel_lo12_nc,
    539: tlsie_movw_gottprel_g1, 540: tlsie_movw_gottprel_g0_nc, 541: tlsie_adr_gottprel_page21,
    542: tlsie_ld64_gottprel_lo12_nc, 543: tlsie_ld_gottprel_prel19, 544: tlsle_movw_tprel_g2, 545: tlsle_movw_tprel_g1,
    546: tlsle_movw_tprel_g1_nc, 547: tlsle_movw_tprel_g0, 548: tlsle_movw_tprel_g0_nc, 549: tlsle_add_tprel_hi12,
    550: tlsle_add_tprel_lo12, 551: tlsle_add_tprel_lo12_nc, 552: tlsle_ldst8_tprel_lo12,
    553: tlsle_ldst8_tprel_lo12_nc, 554: tlsle_ldst16_tprel_lo12, 555: tlsle_ldst16_tprel_lo12_nc,
    556: tlsle_ldst32_tprel_lo12, 557: tlsle_ldst32_tprel_lo12_nc, 558: tlsle_ldst64_tprel_lo12,
    559: tlsle_ldst64_tprel_lo12_nc, 560: tlsdesc_ld_prel19, 561: tlsdesc_adr_prel21, 562: tlsdesc_adr_page21,
    563: tlsdesc_ld64_lo12, 564: tlsdesc_add_lo12, 565: tlsdesc_off_g1, 566: tlsdesc_off_g0_nc, 567: tlsdesc_ldr,
    568: tlsdesc_add, 569: tlsdesc_call, 570: tlsle_ldst128_tprel_lo12, 571: tlsle_ldst128_tprel_lo12_nc,
    572: tlsld_ldst128_dtprel_lo12, 573: tlsld_ldst128_dtprel_lo12_nc, 1024: copy, 1025: glob_dat, 1026: jump_slot,
    1027: relative, 1028: tls_dtpmod64, 1029: tls_dtprel64, 1030: tls_tprel64, 1031: tlsdesc, 1032: irelative
  }
  relocation_arm: {
    0: none, 1: pc24, 2: abs32, 3: rel32, 4: ldr_pc_g0, 5: abs16, 6: abs12, 7: thm_abs5, 8: abs8, 9: sbrel32,
    10: thm_call, 11: thm_pc8, 12: brel_adj, 13: tls_desc, 14: thm_swi8, 15: xpc25, 16: thm_xpc22, 17: tls_dtpmod32,
    18: tls_dtpoff32, 19: tls_tpoff32, 20: copy, 21: glob_dat, 22: jump_slot, 23: relative, 24: gotoff32, 25: base_prel,
    26: got_brel, 27: plt32, 28: call, 29: jump24, 30: thm_jump24, 31: base_abs, 32: alu_pcrel_7_0, 33: alu_pcrel_15_8,
    34: alu_pcrel_23_15, 35: ldr_sbrel_11_0_nc, 36: alu_sbrel_19_12_nc, 37: alu_sbrel_27_20_ck, 38: target1,
    39: sbrel31, 40: v4bx, 41: target2, 42: prel31, 43: movw_abs_nc, 44: movt_abs, 45: movw_prel_nc, 46: movt_prel,
    47: thm_movw_abs_nc, 48: thm_movt_abs, 49: thm_movw_prel_nc, 50: thm_movt_prel, 51: thm_jump19, 52: thm_jump6,
    53: thm_alu_prel_11_0, 54: thm_pc12, 55: abs32_noi, 56: rel32_noi, 57: alu_pc_g0_nc, 58: alu_pc_g0,
    59: alu_pc_g1_nc, 60: alu_pc_g1, 61: alu_pc_g2, 62: ldr_pc_g1, 63: ldr_pc_g2, 64: ldrs_pc_g0, 65: ldrs_pc_g1,
    66: ldrs_pc_g2, 67: ldc_pc_g0, 68: ldc_pc_g1, 69: ldc_pc_g2, 70: alu_sb_g0_nc, 71: alu_sb_g0, 72: alu_sb_g1_nc,
    73: alu_sb_g1, 74: alu_sb_g2, 75: ldr_sb_g0, 76: ldr_sb_g1, 77: ldr_sb_g2, 78: ldrs_sb_g0, 79: ldrs_sb_g1,
    80: ldrs_sb_g2, 81: ldc_sb_g0, 82: ldc_sb_g1, 83: ldc_sb_g2, 84: movw_brel_nc, 85: movt_brel, 86: movw_brel,
    87: thm_movw_brel_nc, 88: thm_movt_brel, 89: thm_movw_brel, 90: tls_gotdesc, 91: tls_call, 92: tls_descseq,
    93: thm_tls_call, 94: plt32_abs, 95: got_abs, 96: got_prel, 97: got_brel12, 98: gotoff12, 99: gotrelax,
    100: gnu_vtentry, 101: gnu_vtinherit, 102: thm_jump11, 103: thm_jump8, 104: tls_gd32, 105: tls_ldm32,
    106: tls_ldo32, 107: tls_ie32, 108: tls_le32, 109: tls_ldo12, 110: tls_le12, 111: tls_ie12gp, 112: private_0,
    113: private_1, 114: private_2, 115: private_3, 116: private_4, 117: private_5, 118: private_6, 119: private_7,
    120: private_8, 121: private_9, 122: private_10, 123: private_11, 124: private_12, 125: private_13, 126: private_14,
    127: private_15, 128: me_too, 129: thm_tls_descseq16, 130: thm_tls_descseq32, 136: thm_bf16, 137: thm_bf12,
    138: thm_bf18, 160: irelative
  }
  relocation_riscv: {
    0: none, 1: r32, 2: r64, 3: relative, 4: copy, 5: jump_slot, 6: tls_dtpmod32, 7: tls_dtpmod64, 8: tls_dtprel32,
    9: tls_dtprel64, 10: tls_tprel32, 11: tls_tprel64, 16: branch, 17: jal, 18: call, 19: call_plt, 20: got_hi20,
    21: tls_got_hi20, 22: tls_gd_hi20, 23: pcrel_hi20, 24: pcrel_lo12_i, 25: pcrel_lo12_s, 26: hi20, 27: lo12_i,
    28: lo12_s, 29: tprel_hi20, 30: tprel_lo12_i, 31: tprel_lo12_s, 32: tprel_add, 33: add8, 34: add16, 35: add32,
    36: add64, 37: sub8, 38: sub16, 39: sub32, 40: sub64, 41: gnu_vtinherit, 42: gnu_vtentry, 43: align, 44: rvc_branch,
    45: rvc_jump, 46: rvc_lui, 51: relax, 52: sub6, 53: set6, 54: set8, 55: set16, 56: set32, 57: r32_pcrel,
    58: irelative
  }
