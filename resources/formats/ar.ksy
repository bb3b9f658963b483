# ar archives: static libraries with their symbol tables, thin archives, Debian packages.
# Specification: System V "ar.h"; GNU binutils documentation, "ar"; FreeBSD ar(5); Microsoft "PE Format", section
# "Archive (Library) File Format"; deb(5).
meta:
  id: ar
  title: ar archive
  file-extension: [a, ar, deb, udeb, lib, ipk]
  xref:
    mime: [application/x-archive, application/vnd.debian.binary-package]
  license: Apache-2.0
  endian: be
  encoding: UTF-8
  -detect:
    - {0: '21 3c 61 72 63 68 3e 0a'}
    - {0: '21 3c 74 68 69 6e 3e 0a'}
doc: |
  Members, each after a header of text fields. Names that do not fit are in a member named // (GNU, System V) or begin
  the data of their member (BSD). A thin archive has only the names of its files.
doc-ref: https://man.freebsd.org/cgi/man.cgi?query=ar&sektion=5
seq:
  - id: magic
    size: 8
    type: str
    valid:
      any-of: ['"!<arch>\n"', '"!<thin>\n"']
  - id: members
    type: member(_index, _io.pos)
    repeat: until
    repeat-until: _io.size - _io.pos < 60
    if: _io.size - _io.pos >= 60
  - id: rest
    size-eos: true
instances:
  is_thin:
    value: magic == "!<thin>\n"
  index_of_long_names:
    value: |
      members.size > 0 and members[0].name == "//" ? 0
      : (members.size > 1 ? members[1].name == "//" : false) ? 1
      : (members.size > 2 ? members[2].name == "//" : false) ? 2 : -1
    doc: Number of the member that holds the long names, -1 when there is none.
types:
  member:
    -webide-representation: '{name} {actual_name}'
    params:
      - id: index
        type: s4
      - id: ofs
        type: s8
    seq:
      - id: name
        size: 16
        type: str
        pad-right: 0x20
        doc: |
          Ends with a slash in GNU archives. A slash and a number is an offset in the long names; #1/ and a number is
          the length of a BSD name.
      - id: mtime
        size: 12
        type: str
        pad-right: 0x20
        doc: Seconds since 1970 in decimal.
      - id: uid
        size: 6
        type: str
        pad-right: 0x20
      - id: gid
        size: 6
        type: str
        pad-right: 0x20
      - id: mode
        size: 8
        type: str
        pad-right: 0x20
        doc: In octal.
      - id: size
        size: 10
        type: str
        pad-right: 0x20
        doc: Number of bytes of data, in decimal.
      - id: magic
        contents: "`\n"
      - id: bsd_name
        size: len_bsd_name
        type: strz
        if: is_bsd_name
      - id: data
        size: len_data
        type:
          switch-on: kind
          cases:
            member_kinds::symbols: symbols
            member_kinds::symbols_64: symbols_64
            member_kinds::second_linker_member: second_linker_member
            member_kinds::long_names: long_names
            member_kinds::long_names_windows: names
            member_kinds::bsd_symbols: bsd_symbols
            member_kinds::bsd_symbols_64: bsd_symbols_64
            member_kinds::debian_binary: debian_binary
      - id: padding
        size: 1
        if: _io.pos % 2 == 1 and not _io.eof
    instances:
      is_bsd_name:
        value: 'name.length > 3 ? name.substring(0, 3) == "#1/" : false'
      len_bsd_name:
        value: 'is_bsd_name ? name.substring(3, name.length).to_i : 0'
      second_character:
        pos: ofs + 1
        type: u1
      is_long_name:
        value: 'name.length > 1 ? name.substring(0, 1) == "/" and second_character >= 0x30 and second_character <= 0x39
          : false'
      long_name:
        pos: ofs_long_names + name.substring(1, name.length).to_i
        type: str
        terminator: 0x0a
        eos-error: false
        if: is_long_name and _root.index_of_long_names >= 0 and _root.index_of_long_names < 2
      long_name_windows:
        pos: ofs_long_names + name.substring(1, name.length).to_i
        type: strz
        if: is_long_name and _root.index_of_long_names == 2
        doc: After two linker members, where names end with a zero byte.
      ofs_long_names:
        value: _root.members[_root.index_of_long_names].ofs + 60
        if: is_long_name and _root.index_of_long_names >= 0
      actual_name:
        value: |
          is_bsd_name ? bsd_name
          : is_long_name and _root.index_of_long_names == 2 ? long_name_windows
          : is_long_name and _root.index_of_long_names >= 0 ? long_name : name
      last_modified:
        value: mtime.to_i
        -time: unix
        if: mtime != ""
      kind:
        value: |
          name == "/" ? ((index == 1 ? _root.members[0].name == "/" : false)
          ? member_kinds::second_linker_member : member_kinds::symbols)
          : name == "/SYM64/" ? member_kinds::symbols_64
          : name == "//" ? (index == 2 ? member_kinds::long_names_windows : member_kinds::long_names)
          : actual_bsd_name == "__.SYMDEF" or actual_bsd_name == "__.SYMDEF SORTED" ? member_kinds::bsd_symbols
          : actual_bsd_name == "__.SYMDEF_64" or actual_bsd_name == "__.SYMDEF_64 SORTED"
          ? member_kinds::bsd_symbols_64
          : name == "debian-binary" ? member_kinds::debian_binary
          : member_kinds::file
      actual_bsd_name:
        value: 'is_bsd_name ? bsd_name : name'
      len_data:
        value: |
          _root.is_thin and (kind == member_kinds::file or kind == member_kinds::debian_binary) ? 0
          : size.to_i - len_bsd_name
        doc: Number of bytes of data in the archive.
  symbols:
    doc: Symbols that members define, in big-endian order everywhere.
    seq:
      - id: num_symbols
        type: u4
      - id: ofs_members
        type: u4
        repeat: expr
        repeat-expr: num_symbols
        doc: Offset in the archive of the header of the member that defines each symbol.
      - id: names
        type: strz
        repeat: expr
        repeat-expr: num_symbols
      - id: padding
        size-eos: true
  symbols_64:
    seq:
      - id: num_symbols
        type: u8
      - id: ofs_members
        type: u8
        repeat: expr
        repeat-expr: num_symbols
      - id: names
        type: strz
        repeat: expr
        repeat-expr: num_symbols
      - id: padding
        size-eos: true
  second_linker_member:
    doc: The symbols of a Windows import library once more, sorted by name.
    seq:
      - id: num_members
        type: u4le
      - id: ofs_members
        type: u4le
        repeat: expr
        repeat-expr: num_members
      - id: num_symbols
        type: u4le
      - id: member_numbers
        type: u2le
        repeat: expr
        repeat-expr: num_symbols
        doc: For each symbol the number of its member, from 1.
      - id: names
        type: strz
        repeat: expr
        repeat-expr: num_symbols
      - id: padding
        size-eos: true
  long_names:
    seq:
      - id: names
        type: str
        terminator: 0x0a
        eos-error: false
        repeat: eos
        doc: Each ends with a slash.
  bsd_symbols:
    doc: Symbols in the byte order of the machine, here little-endian.
    seq:
      - id: len_entries
        type: u4le
      - id: entries
        type: bsd_symbol
        repeat: expr
        repeat-expr: len_entries / 8
      - id: len_names
        type: u4le
      - id: names
        size: len_names
        type: names
      - id: padding
        size-eos: true
  bsd_symbol:
    seq:
      - id: ofs_name
        type: u4le
      - id: ofs_member
        type: u4le
  bsd_symbols_64:
    seq:
      - id: len_entries
        type: u8le
      - id: entries
        type: bsd_symbol_64
        repeat: expr
        repeat-expr: len_entries / 16
      - id: len_names
        type: u8le
      - id: names
        size: len_names
        type: names
      - id: padding
        size-eos: true
  bsd_symbol_64:
    seq:
      - id: ofs_name
        type: u8le
      - id: ofs_member
        type: u8le
  names:
    seq:
      - id: names
        type: strz
        eos-error: false
        repeat: eos
  debian_binary:
    seq:
      - id: version
        type: str
        terminator: 0x0a
        eos-error: false
        doc: Version of the package format.
      - id: rest
        size-eos: true
enums:
  member_kinds:
    0: file
    1: symbols
    2: symbols_64
    3: second_linker_member
    4: long_names
    5: bsd_symbols
    6: bsd_symbols_64
    7: debian_binary
    8: long_names_windows
