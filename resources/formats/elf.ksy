# ELF object files, executables, shared objects and core dumps: 32 and 64 bits, both byte orders.
# Specification: System V Application Binary Interface (gABI), chapters 4 and 5; Linux Standard Base Core,
# part "Object Format"; elf(5); the processor supplements for relocation types.
meta:
  id: elf
  title: ELF object
  file-extension: [elf, o, so, ko, axf, prx, mod, core]
  xref:
    mime: [application/x-executable, application/x-sharedlib, application/x-object, application/x-coredump]
  license: Apache-2.0
  imports: [elf_codes]
  endian: le
  -detect:
    - {0: '7f 45 4c 46 01 ?? 01'}
    - {0: '7f 45 4c 46 02 ?? 01'}
doc: |
  Executable and Linking Format. The identification says how wide addresses are and which byte order the rest has.
  Whatever a section or a segment holds is read when it is looked at.
doc-ref: https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html
seq:
  - {id: ei_mag, contents: [0x7f, ELF]}
  - {id: ei_class, type: u1, enum: elf_codes::elf_class}
  - {id: ei_data, type: u1, enum: elf_codes::elf_data}
  - {id: ei_version, type: u1, doc: 'Version of the ELF header, 1.'}
  - {id: ei_osabi, type: u1, enum: elf_codes::os_abi}
  - {id: ei_abiversion, type: u1, doc: 'Version of the ABI named by ei_osabi, 0 when there is only one.'}
  - {id: ei_pad, size: 7}
  - {id: header, type: header}
instances:
  is_64: {value: ei_class == elf_codes::elf_class::class_64}
  word_size:
    value: 'ei_class == elf_codes::elf_class::class_64 ? 8 : 4'
    doc: Bytes of an address, an offset and a size in this file.
types:
  header:
    meta:
      endian:
        switch-on: _root.ei_data
        cases: {elf_codes::elf_data::msb: be, _: le}
    seq:
      - {id: e_type, type: u2, enum: elf_codes::file_type}
      - {id: e_machine, type: u2, enum: elf_codes::machine}
      - {id: e_version, type: u4}
      - id: e_entry
        type: {switch-on: _root.word_size, cases: {8: u8, _: u4}}
        doc: Virtual address where the program starts, 0 for none.
      - id: e_phoff
        type: {switch-on: _root.word_size, cases: {8: u8, _: u4}}
        doc: Offset of the program header table, 0 for none.
      - id: e_shoff
        type: {switch-on: _root.word_size, cases: {8: u8, _: u4}}
        doc: Offset of the section header table, 0 for none.
      - {id: e_flags, type: u4, doc: Flags of the processor.}
      - {id: e_ehsize, type: u2, doc: 'Bytes of the ELF header, the identification included.'}
      - {id: e_phentsize, type: u2}
      - {id: e_phnum, type: u2, doc: Number of program headers; 0xffff says that sh_info of section 0 holds it.}
      - {id: e_shentsize, type: u2}
      - id: e_shnum
        type: u2
        doc: Number of section headers; 0 beside a section header table says that sh_size of section 0 holds it.
      - id: e_shstrndx
        type: u2
        doc: Index of the section of section names; 0xffff says that sh_link of section 0 holds it.
    instances:
      first_section: {type: section_place(0), if: e_shoff != 0}
      segment_count: {value: 'e_phoff == 0 ? 0 : e_phnum == 0xffff and e_shoff != 0 ? first_section.info : e_phnum'}
      section_count: {value: 'e_shoff == 0 ? 0 : e_shnum == 0 ? first_section.size : e_shnum'}
      names_section:
        type: 'section_place(e_shstrndx == 0xffff ? first_section.link : e_shstrndx)'
        if: e_shoff != 0 and e_shstrndx != 0
      program_headers_32: {
        pos: e_phoff, type: program_header_32, repeat: expr, repeat-expr: segment_count, if: not _root.is_64
      }
      program_headers_64: {
        pos: e_phoff, type: program_header_64, repeat: expr, repeat-expr: segment_count, if: _root.is_64
      }
      section_headers_32: {
        pos: e_shoff, type: section_header_32, repeat: expr, repeat-expr: section_count, if: not _root.is_64
      }
      section_headers_64: {
        pos: e_shoff, type: section_header_64, repeat: expr, repeat-expr: section_count, if: _root.is_64
      }
    types:
      section_place:
        doc: The fields of a section header that lead on to other places, by the index of the section.
        params:
          - {id: index, type: u4}
        instances:
          start: {value: _root.header.e_shoff + index * _root.header.e_shentsize}
          offset: {
            io: _root._io, pos: 'start + (_root.is_64 ? 24 : 16)',
            type: {switch-on: _root.word_size, cases: {8: u8, _: u4}}
          }
          size: {
            io: _root._io, pos: 'start + (_root.is_64 ? 32 : 20)',
            type: {switch-on: _root.word_size, cases: {8: u8, _: u4}}
          }
          link: {io: _root._io, pos: 'start + (_root.is_64 ? 40 : 24)', type: u4}
          info: {io: _root._io, pos: 'start + (_root.is_64 ? 44 : 28)', type: u4}
      program_header_32:
        -webide-representation: '{p_type} {p_vaddr:hex} {p_filesz:dec}'
        seq:
          - {id: p_type, type: u4, enum: elf_codes::segment_type}
          - {id: p_offset, type: u4}
          - {id: p_vaddr, type: u4}
          - {id: p_paddr, type: u4}
          - {id: p_filesz, type: u4}
          - {id: p_memsz, type: u4}
          - {id: p_flags, type: u4}
          - {id: p_align, type: u4}
        instances:
          flags: {type: elf_codes::segment_flags(p_flags)}
          content:
            io: _root._io
            pos: p_offset
            size: p_filesz
            type:
              switch-on: p_type
              cases: {
                elf_codes::segment_type::dynamic: dynamic_section, elf_codes::segment_type::interp: path_name,
                elf_codes::segment_type::note: notes, elf_codes::segment_type::gnu_property: notes
              }
            if: p_filesz != 0
      program_header_64:
        -webide-representation: '{p_type} {p_vaddr:hex} {p_filesz:dec}'
        seq:
          - {id: p_type, type: u4, enum: elf_codes::segment_type}
          - {id: p_flags, type: u4}
          - {id: p_offset, type: u8}
          - {id: p_vaddr, type: u8}
          - {id: p_paddr, type: u8}
          - {id: p_filesz, type: u8}
          - {id: p_memsz, type: u8}
          - {id: p_align, type: u8}
        instances:
          flags: {type: elf_codes::segment_flags(p_flags)}
          content:
            io: _root._io
            pos: p_offset
            size: p_filesz
            type:
              switch-on: p_type
              cases: {
                elf_codes::segment_type::dynamic: dynamic_section, elf_codes::segment_type::interp: path_name,
                elf_codes::segment_type::note: notes, elf_codes::segment_type::gnu_property: notes
              }
            if: p_filesz != 0
      section_header_32:
        -webide-representation: '{name} {sh_type} {sh_size:dec}'
        seq:
          - {id: sh_name, type: u4}
          - {id: sh_type, type: u4, enum: elf_codes::section_type}
          - {id: sh_flags, type: u4}
          - {id: sh_addr, type: u4}
          - {id: sh_offset, type: u4}
          - {id: sh_size, type: u4}
          - {id: sh_link, type: u4}
          - {id: sh_info, type: u4}
          - {id: sh_addralign, type: u4}
          - {id: sh_entsize, type: u4}
        instances:
          name: {
            io: _root._io, pos: _root.header.names_section.offset + sh_name, type: strz, encoding: UTF-8,
            if: _root.header.e_shstrndx != 0
          }
          body: {type: 'section_body(sh_type, sh_flags, sh_offset, sh_size, sh_link, sh_entsize)'}
      section_header_64:
        -webide-representation: '{name} {sh_type} {sh_size:dec}'
        seq:
          - {id: sh_name, type: u4}
          - {id: sh_type, type: u4, enum: elf_codes::section_type}
          - {id: sh_flags, type: u8}
          - {id: sh_addr, type: u8}
          - {id: sh_offset, type: u8}
          - {id: sh_size, type: u8}
          - {id: sh_link, type: u4}
          - {id: sh_info, type: u4}
          - {id: sh_addralign, type: u8}
          - {id: sh_entsize, type: u8}
        instances:
          name: {
            io: _root._io, pos: _root.header.names_section.offset + sh_name, type: strz, encoding: UTF-8,
            if: _root.header.e_shstrndx != 0
          }
          body: {type: 'section_body(sh_type, sh_flags, sh_offset, sh_size, sh_link, sh_entsize)'}
      section_body:
        params:
          - {id: sh_type, type: u4, enum: elf_codes::section_type}
          - {id: sh_flags, type: u8}
          - {id: sh_offset, type: u8}
          - {id: sh_size, type: u8}
          - {id: sh_link, type: u4}
          - {id: sh_entsize, type: u8}
        instances:
          flags: {type: elf_codes::section_flags(sh_flags)}
          content_type:
            value: '(sh_flags & 0x20) != 0 and sh_entsize == 1 ? elf_codes::section_type::strtab : sh_type'
            doc: The type by which the content is read; merged strings are a string table.
          compressed_content: {
            io: _root._io, pos: sh_offset, size: sh_size, type: compressed_section, if: flags.is_compressed
          }
          content:
            io: _root._io
            pos: sh_offset
            size: sh_size
            type:
              switch-on: content_type
              cases: {
                elf_codes::section_type::symtab: symbol_table(sh_link),
                elf_codes::section_type::dynsym: symbol_table(sh_link), elf_codes::section_type::strtab: strings,
                elf_codes::section_type::rela: addend_relocation_table(sh_link),
                elf_codes::section_type::rel: relocation_table(sh_link), elf_codes::section_type::relr: words,
                elf_codes::section_type::hash: hash_section(sh_entsize),
                elf_codes::section_type::dynamic: dynamic_section, elf_codes::section_type::note: notes,
                elf_codes::section_type::init_array: words, elf_codes::section_type::fini_array: words,
                elf_codes::section_type::preinit_array: words, elf_codes::section_type::group: section_group,
                elf_codes::section_type::symtab_shndx: section_indices,
                elf_codes::section_type::gnu_attributes: attributes_section,
                elf_codes::section_type::processor_attributes: attributes_section,
                elf_codes::section_type::gnu_hash: gnu_hash_table,
                elf_codes::section_type::gnu_verdef: version_definitions(sh_link),
                elf_codes::section_type::gnu_verneed: version_needs(sh_link),
                elf_codes::section_type::gnu_versym: version_symbols,
                elf_codes::section_type::mips_abiflags: mips_abiflags
              }
            if: |
              sh_type != elf_codes::section_type::nobits and sh_type != elf_codes::section_type::none and sh_size != 0
              and not flags.is_compressed
      compressed_section:
        doc: A compression header and what it says is compressed.
        seq:
          - {id: ch_type, type: u4, enum: elf_codes::compression}
          - {id: ch_reserved, type: u4, if: _root.is_64}
          - id: ch_size
            type: {switch-on: _root.word_size, cases: {8: u8, _: u4}}
            doc: Bytes of the uncompressed data.
          - {id: ch_addralign, type: {switch-on: _root.word_size, cases: {8: u8, _: u4}}}
          - {id: zlib_data, size-eos: true, process: zlib, if: ch_type == elf_codes::compression::zlib}
          - {id: data, size-eos: true, if: ch_type != elf_codes::compression::zlib}
      strings:
        seq:
          - {id: strings, type: strz, encoding: UTF-8, eos-error: false, repeat: eos}
      path_name:
        seq:
          - {id: path, type: strz, encoding: UTF-8, eos-error: false}
      symbol_table:
        params:
          - {id: link, type: u4, doc: Section of the symbols' names.}
        seq:
          - {id: symbols_32, type: symbol_32, repeat: eos, if: not _root.is_64}
          - {id: symbols_64, type: symbol_64, repeat: eos, if: _root.is_64}
        instances:
          strings_section: {type: section_place(link)}
      symbol_32:
        -webide-representation: '{name} {st_value:hex} {st_bind} {st_type}'
        seq:
          - {id: st_name, type: u4}
          - {id: st_value, type: u4}
          - {id: st_size, type: u4}
          - {id: st_bind, type: b4, enum: elf_codes::symbol_bind}
          - {id: st_type, type: b4, enum: elf_codes::symbol_type}
          - {id: st_other_bits, type: b6, doc: Bits of st_other that belong to the processor.}
          - {id: st_visibility, type: b2, enum: elf_codes::symbol_visibility}
          - {id: st_shndx, type: u2, enum: elf_codes::section_index}
        instances:
          name: {
            io: _root._io, pos: _parent.strings_section.offset + st_name, type: strz, encoding: UTF-8, if: st_name != 0
          }
      symbol_64:
        -webide-representation: '{name} {st_value:hex} {st_bind} {st_type}'
        seq:
          - {id: st_name, type: u4}
          - {id: st_bind, type: b4, enum: elf_codes::symbol_bind}
          - {id: st_type, type: b4, enum: elf_codes::symbol_type}
          - {id: st_other_bits, type: b6, doc: Bits of st_other that belong to the processor.}
          - {id: st_visibility, type: b2, enum: elf_codes::symbol_visibility}
          - {id: st_shndx, type: u2, enum: elf_codes::section_index}
          - {id: st_value, type: u8}
          - {id: st_size, type: u8}
        instances:
          name: {
            io: _root._io, pos: _parent.strings_section.offset + st_name, type: strz, encoding: UTF-8, if: st_name != 0
          }
      relocation_table:
        params:
          - {id: link, type: u4, doc: 'Section of the symbols, 0 for none.'}
        seq:
          - {id: relocations_32, type: rel_32, repeat: eos, if: not _root.is_64}
          - {id: relocations_64, type: rel_64, repeat: eos, if: _root.is_64}
        instances:
          symbols: {type: section_place(link)}
          strings: {type: section_place(symbols.link)}
          symbols_offset: {value: 'link == 0 ? 0 : symbols.offset'}
          strings_offset: {value: 'link == 0 ? 0 : strings.offset'}
      addend_relocation_table:
        params:
          - {id: link, type: u4, doc: 'Section of the symbols, 0 for none.'}
        seq:
          - {id: relocations_32, type: rela_32, repeat: eos, if: not _root.is_64}
          - {id: relocations_64, type: rela_64, repeat: eos, if: _root.is_64}
        instances:
          symbols: {type: section_place(link)}
          strings: {type: section_place(symbols.link)}
          symbols_offset: {value: 'link == 0 ? 0 : symbols.offset'}
          strings_offset: {value: 'link == 0 ? 0 : strings.offset'}
      rel_32:
        -webide-representation: '{r_offset:hex} {info.symbol_name}'
        seq:
          - {id: r_offset, type: u4}
          - {id: r_info, type: u4}
        instances:
          info: {type: 'relocation_info(r_info, _parent.symbols_offset, _parent.strings_offset)'}
      rel_64:
        -webide-representation: '{r_offset:hex} {info.symbol_name}'
        seq:
          - {id: r_offset, type: u8}
          - {id: r_info, type: u8}
        instances:
          info: {type: 'relocation_info(r_info, _parent.symbols_offset, _parent.strings_offset)'}
      rela_32:
        -webide-representation: '{r_offset:hex} {info.symbol_name}'
        seq:
          - {id: r_offset, type: u4}
          - {id: r_info, type: u4}
          - {id: r_addend, type: s4}
        instances:
          info: {type: 'relocation_info(r_info, _parent.symbols_offset, _parent.strings_offset)'}
      rela_64:
        -webide-representation: '{r_offset:hex} {info.symbol_name}'
        seq:
          - {id: r_offset, type: u8}
          - {id: r_info, type: u8}
          - {id: r_addend, type: s8}
        instances:
          info: {type: 'relocation_info(r_info, _parent.symbols_offset, _parent.strings_offset)'}
      relocation_info:
        params:
          - {id: r_info, type: u8}
          - {id: symbols_offset, type: u8}
          - {id: strings_offset, type: u8}
        instances:
          symbol: {value: '_root.is_64 ? r_info >> 32 : r_info >> 8', doc: 'Number of the symbol, 0 for none.'}
          type:
            type: 'elf_codes::relocation_kind(_root.is_64 ? r_info & 0xffffffff : r_info & 255, _root.header.e_machine)'
          has_symbol: {value: symbol != 0 and symbols_offset != 0}
          st_name: {io: _root._io, pos: 'symbols_offset + symbol * (_root.is_64 ? 24 : 16)', type: u4, if: has_symbol}
          symbol_name: {io: _root._io, pos: strings_offset + st_name, type: strz, encoding: UTF-8, if: has_symbol}
      hash_section:
        doc: The words of the table have 8 bytes on Alpha and 64-bit S/390, else 4.
        params:
          - {id: entsize, type: u8}
        seq:
          - {id: table_32, type: hash_table_32, if: entsize != 8}
          - {id: table_64, type: hash_table_64, if: entsize == 8}
      hash_table_32:
        doc: Buckets of symbol numbers; chains has the number of the next symbol of the same bucket.
        seq:
          - {id: nbucket, type: u4}
          - {id: nchain, type: u4, doc: Number of symbols of the symbol table.}
          - {id: buckets, type: u4, repeat: expr, repeat-expr: nbucket}
          - {id: chains, type: u4, repeat: expr, repeat-expr: nchain}
      hash_table_64:
        seq:
          - {id: nbucket, type: u8}
          - {id: nchain, type: u8}
          - {id: buckets, type: u8, repeat: expr, repeat-expr: nbucket}
          - {id: chains, type: u8, repeat: expr, repeat-expr: nchain}
      gnu_hash_table:
        seq:
          - {id: nbuckets, type: u4}
          - {id: symoffset, type: u4, doc: Number of the first symbol that can be found by hash.}
          - {id: bloom_size, type: u4, doc: Number of words of the Bloom filter.}
          - {id: bloom_shift, type: u4}
          - {id: bloom, size: bloom_size * _root.word_size, type: words}
          - {id: buckets, type: u4, repeat: expr, repeat-expr: nbuckets}
          - {id: chain, type: u4, repeat: eos, doc: Hash of each symbol; the lowest bit marks the end of a bucket.}
      words:
        doc: Addresses, or other values of that width.
        seq:
          - {id: words_32, type: u4, repeat: eos, if: not _root.is_64}
          - {id: words_64, type: u8, repeat: eos, if: _root.is_64}
      section_indices:
        seq:
          - {id: indices, type: u4, repeat: eos}
      section_group:
        seq:
          - {id: flags, type: u4, enum: elf_codes::group_flags}
          - {id: members, type: u4, repeat: eos, doc: Indices of the sections of the group.}
      dynamic_section:
        seq:
          - {id: entries_32, type: dynamic_32, repeat: eos, if: not _root.is_64}
          - {id: entries_64, type: dynamic_64, repeat: eos, if: _root.is_64}
        instances:
          strtab_search:
            pos: 0
            type: dynamic_probe
            repeat: until
            repeat-until: _.d_tag == 5 or _.d_tag == 0 or _io.size - _io.pos < 2 * _root.word_size
            doc: The entries as far as the address of the string table.
          load_search:
            io: _root._io
            pos: _root.header.e_phoff
            type: load_probe(strtab_search.last.d_val, _index)
            repeat: until
            repeat-until: _.is_hit or _.number + 1 >= _root.header.segment_count
            if: strtab_search.last.d_tag == 5 and _root.header.segment_count != 0
            doc: The program headers as far as the one that loads the string table.
          has_strings:
            value: 'strtab_search.last.d_tag == 5 and _root.header.segment_count != 0 ? load_search.last.is_hit : false'
          strings_offset: {
            value: load_search.last.p_offset + strtab_search.last.d_val - load_search.last.p_vaddr, if: has_strings
          }
      dynamic_probe:
        seq:
          - {id: d_tag, type: {switch-on: _root.word_size, cases: {8: u8, _: u4}}}
          - {id: d_val, type: {switch-on: _root.word_size, cases: {8: u8, _: u4}}}
      load_probe:
        params:
          - {id: address, type: u8}
          - {id: number, type: u4}
        seq:
          - {id: p_type, type: u4, enum: elf_codes::segment_type}
          - {id: p_flags, type: u4, if: _root.is_64}
          - {id: p_offset, type: {switch-on: _root.word_size, cases: {8: u8, _: u4}}}
          - {id: p_vaddr, type: {switch-on: _root.word_size, cases: {8: u8, _: u4}}}
          - {id: p_paddr, type: {switch-on: _root.word_size, cases: {8: u8, _: u4}}}
          - {id: p_filesz, type: {switch-on: _root.word_size, cases: {8: u8, _: u4}}}
          - {id: rest, size: '_root.is_64 ? 16 : 12'}
        instances:
          is_hit:
            value: p_type == elf_codes::segment_type::load and address >= p_vaddr and address < p_vaddr + p_filesz
      dynamic_32:
        -webide-representation: '{d_tag} {d_val:hex} {string}'
        seq:
          - {id: d_tag, type: u4, enum: elf_codes::dynamic_tag}
          - {id: d_val, type: u4, doc: 'A value or an address, as d_tag has it.'}
        instances:
          string: {
            io: _root._io, pos: _parent.strings_offset + d_val, type: strz, encoding: UTF-8,
            if: _parent.has_strings and kind.is_string
          }
          kind: {type: elf_codes::dynamic_kind(d_tag)}
          flags: {type: elf_codes::dynamic_flags(d_val), if: d_tag == elf_codes::dynamic_tag::flags}
          flags_1: {type: elf_codes::dynamic_flags_1(d_val), if: d_tag == elf_codes::dynamic_tag::flags_1}
      dynamic_64:
        -webide-representation: '{d_tag} {d_val:hex} {string}'
        seq:
          - {id: d_tag, type: u8, enum: elf_codes::dynamic_tag}
          - {id: d_val, type: u8, doc: 'A value or an address, as d_tag has it.'}
        instances:
          string: {
            io: _root._io, pos: _parent.strings_offset + d_val, type: strz, encoding: UTF-8,
            if: _parent.has_strings and kind.is_string
          }
          kind: {type: elf_codes::dynamic_kind(d_tag)}
          flags: {type: elf_codes::dynamic_flags(d_val), if: d_tag == elf_codes::dynamic_tag::flags}
          flags_1: {type: elf_codes::dynamic_flags_1(d_val), if: d_tag == elf_codes::dynamic_tag::flags_1}
      notes:
        seq:
          - {id: notes, type: note, repeat: eos}
      note:
        -webide-representation: '{name:str} {n_type:hex}'
        seq:
          - {id: n_namesz, type: u4}
          - {id: n_descsz, type: u4}
          - {id: n_type, type: u4, doc: Kind of the note; the name says whose kinds they are.}
          - {id: name, size: n_namesz, type: strz, encoding: UTF-8, eos-error: false}
          - {id: name_padding, size: -n_namesz & 3}
          - id: desc
            size: n_descsz
            type: {switch-on: 'name == "GNU" ? n_type : 0', cases: {1: gnu_abi_tag, 5: gnu_properties}}
          - {id: desc_padding, size: '_io.size - _io.pos < (-n_descsz & 3) ? _io.size - _io.pos : -n_descsz & 3'}
        instances:
          kind: {type: 'elf_codes::note_kind(n_type, name)'}
      gnu_abi_tag:
        seq:
          - {id: os, type: u4, enum: elf_codes::gnu_abi_os}
          - {id: kernel_version, type: u4, repeat: expr, repeat-expr: 3}
      gnu_properties:
        seq:
          - {id: properties, type: gnu_property, repeat: eos}
      gnu_property:
        -webide-representation: '{pr_type}'
        seq:
          - {id: pr_type, type: u4, enum: elf_codes::gnu_property_type}
          - {id: pr_datasz, type: u4}
          - {id: pr_data, size: pr_datasz}
          - {id: pr_padding, size: -pr_datasz & (_root.word_size - 1)}
      version_definitions:
        params:
          - {id: link, type: u4}
        seq:
          - {id: definitions, type: verdef(_io.pos), repeat: until, repeat-until: _.vd_next < 20 or _io.eof}
        instances:
          strings_section: {type: section_place(link)}
      verdef:
        params:
          - {id: start, type: u4}
        seq:
          - {id: vd_version, type: u2}
          - {id: vd_flags, type: u2, doc: '1 for the version of the file itself, 2 for a weak version.'}
          - {id: vd_ndx, type: u2, doc: The number by which the version symbol section names this version.}
          - {id: vd_cnt, type: u2}
          - {id: vd_hash, type: u4}
          - {id: vd_aux, type: u4, doc: Bytes from the start of this definition to its first name.}
          - {id: vd_next, type: u4, doc: 'Bytes from the start of this definition to the next one, 0 for the last.'}
          - {id: skipped, size: 'vd_next < 20 ? 0 : vd_next - 20'}
        instances:
          names:
            pos: start + vd_aux
            type: verdaux(_parent.strings_section.offset)
            repeat: expr
            repeat-expr: vd_cnt
            doc: The version's name, then those of its parents.
      verdaux:
        -webide-representation: '{name}'
        params:
          - {id: strings_offset, type: u8}
        seq:
          - {id: vda_name, type: u4}
          - {id: vda_next, type: u4}
        instances:
          name: {io: _root._io, pos: strings_offset + vda_name, type: strz, encoding: UTF-8}
      version_needs:
        params:
          - {id: link, type: u4}
        seq:
          - {id: needs, type: verneed(_io.pos), repeat: until, repeat-until: _.vn_next < 16 or _io.eof}
        instances:
          strings_section: {type: section_place(link)}
      verneed:
        -webide-representation: '{file}'
        params:
          - {id: start, type: u4}
        seq:
          - {id: vn_version, type: u2}
          - {id: vn_cnt, type: u2}
          - {id: vn_file, type: u4}
          - {id: vn_aux, type: u4, doc: Bytes from the start of this entry to its first version.}
          - {id: vn_next, type: u4, doc: 'Bytes from the start of this entry to the next one, 0 for the last.'}
          - {id: skipped, size: 'vn_next < 16 ? 0 : vn_next - 16'}
        instances:
          file: {io: _root._io, pos: _parent.strings_section.offset + vn_file, type: strz, encoding: UTF-8}
          versions: {
            pos: start + vn_aux, type: vernaux(_parent.strings_section.offset), repeat: expr, repeat-expr: vn_cnt
          }
      vernaux:
        -webide-representation: '{name}'
        params:
          - {id: strings_offset, type: u8}
        seq:
          - {id: vna_hash, type: u4}
          - {id: vna_flags, type: u2}
          - {id: vna_other, type: u2, doc: The number by which the version symbol section names this version.}
          - {id: vna_name, type: u4}
          - {id: vna_next, type: u4}
        instances:
          name: {io: _root._io, pos: strings_offset + vna_name, type: strz, encoding: UTF-8}
      version_symbols:
        seq:
          - id: versions
            type: u2
            enum: elf_codes::version_index
            repeat: eos
            doc: Number of the version of each dynamic symbol; bit 15 hides it.
      mips_abiflags:
        seq:
          - {id: version, type: u2}
          - {id: isa_level, type: u1}
          - {id: isa_rev, type: u1}
          - {id: gpr_size, type: u1}
          - {id: cpr1_size, type: u1}
          - {id: cpr2_size, type: u1}
          - {id: fp_abi, type: u1}
          - {id: isa_ext, type: u4}
          - {id: ases, type: u4}
          - {id: flags1, type: u4}
          - {id: flags2, type: u4}
      attributes_section:
        seq:
          - {id: format_version, type: u1, doc: The letter A.}
          - {id: subsections, type: attributes_subsection, repeat: eos}
      attributes_subsection:
        -webide-representation: '{body.vendor}'
        seq:
          - {id: length, type: u4, doc: 'Bytes of the subsection, these four included.'}
          - {id: body, size: length - 4, type: attributes_body}
      attributes_body:
        seq:
          - {id: vendor, type: strz, encoding: ASCII}
          - {id: attributes, size-eos: true}
