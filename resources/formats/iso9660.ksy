# File system of CDs and DVDs: ISO 9660 with Rock Ridge, Joliet and El Torito.
# Specification: ECMA-119 (ISO 9660), IEEE P1281 (SUSP 1.12), IEEE P1282 (RRIP 1.12), Joliet Specification 1995,
# "El Torito" Bootable CD-ROM Format Specification 1.0.
meta:
  id: iso9660
  title: ISO 9660 file system
  file-extension: [iso, img, cdr]
  xref:
    mime: [application/vnd.efi.iso, application/x-iso9660-image]
  license: Apache-2.0
  endian: le
  bit-endian: le
  -detect:
    - {32769: '43 44 30 30 31 01'}
doc: |
  Volume descriptors from sector 16 on say where the directories are; a supplementary one has a second tree with long
  names. Many numbers are there twice, in little-endian and in big-endian order.
doc-ref: https://ecma-international.org/publications-and-standards/standards/ecma-119/
seq:
  - {id: system_area, size: 32768, doc: 'Free for other uses, often a partition table.'}
  - id: volume_descriptors
    type: volume_descriptor
    size: 2048
    repeat: until
    repeat-until: _.type == descriptor_type::terminator or _io.eof
instances:
  stored_block_size: {pos: 32896, type: u2}
  block_size:
    value: 'stored_block_size == 512 or stored_block_size == 1024 ? stored_block_size : 2048'
    doc: Bytes in a logical block.
types:
  u2_both:
    -webide-representation: '{le:dec}'
    seq:
      - {id: le, type: u2}
      - {id: be, type: u2be}
  u4_both:
    -webide-representation: '{le:dec}'
    seq:
      - {id: le, type: u4}
      - {id: be, type: u4be}
  volume_descriptor:
    -webide-representation: '{type}'
    seq:
      - {id: type, type: u1, enum: descriptor_type}
      - {id: identifier, contents: CD001}
      - {id: version, type: u1, doc: 2 for an enhanced volume descriptor.}
      - id: body
        size-eos: true
        type:
          switch-on: type
          cases:
            descriptor_type::boot_record: boot_record
            descriptor_type::primary: volume(false)
            descriptor_type::supplementary: volume(true)
            descriptor_type::partition: partition
  boot_record:
    seq:
      - {id: boot_system_identifier, type: strz, size: 32, encoding: ASCII}
      - {id: boot_identifier, type: strz, size: 32, encoding: ASCII}
      - {id: boot_catalog_block, type: u4, if: is_el_torito}
      - id: boot_system_use
        size-eos: true
    instances:
      is_el_torito:
        value: boot_system_identifier == 'EL TORITO SPECIFICATION'
      boot_catalog:
        io: _root._io
        pos: boot_catalog_block * 2048
        type: boot_catalog
        size: 2048
        if: is_el_torito
  partition:
    seq:
      - {id: unused, type: u1}
      - {id: system_identifier, type: str, size: 32, encoding: ASCII, pad-right: 0x20}
      - {id: partition_identifier, type: str, size: 32, encoding: ASCII, pad-right: 0x20}
      - {id: location, type: u4_both}
      - {id: length, type: u4_both, doc: Blocks.}
      - id: system_use
        size-eos: true
  volume:
    params: [{id: supplementary, type: bool}]
    seq:
      - {id: flags, type: u1, doc: 1 when the escape sequences are not registered.}
      - {id: system_identifier, type: text(is_joliet), size: 32}
      - {id: volume_identifier, type: text(is_joliet), size: 32}
      - {id: unused_1, size: 8}
      - {id: volume_space_size, type: u4_both, doc: Blocks of the volume.}
      - {id: escape_sequences, size: 32}
      - {id: volume_set_size, type: u2_both}
      - {id: volume_sequence_number, type: u2_both}
      - {id: logical_block_size, type: u2_both}
      - {id: path_table_size, type: u4_both, doc: Bytes of a path table.}
      - {id: path_table_l_block, type: u4, doc: Block of the little-endian path table.}
      - {id: optional_path_table_l_block, type: u4}
      - {id: path_table_m_block, type: u4be, doc: Block of the big-endian path table.}
      - {id: optional_path_table_m_block, type: u4be}
      - {id: root_directory, type: record(is_joliet), size: 34}
      - {id: volume_set_identifier, type: text(is_joliet), size: 128}
      - {id: publisher_identifier, type: text(is_joliet), size: 128}
      - {id: data_preparer_identifier, type: text(is_joliet), size: 128}
      - {id: application_identifier, type: text(is_joliet), size: 128}
      - {id: copyright_file_identifier, type: text(is_joliet), size: 37}
      - {id: abstract_file_identifier, type: text(is_joliet), size: 37}
      - {id: bibliographic_file_identifier, type: text(is_joliet), size: 37}
      - {id: creation, type: long_time}
      - {id: modification, type: long_time}
      - {id: expiration, type: long_time}
      - {id: effective, type: long_time}
      - {id: file_structure_version, type: u1}
      - {id: reserved, type: u1}
      - {id: application_use, size: 512}
      - id: reserved_2
        size-eos: true
    instances:
      escape_level: {pos: 83, type: u1}
      escape_start: {pos: 81, type: u2be}
      is_joliet:
        value: >-
          supplementary and escape_start == 0x252f
          and (escape_level == 0x40 or escape_level == 0x43 or escape_level == 0x45)
        doc: Names and texts are in UCS-2.
      path_table_l:
        io: _root._io
        pos: path_table_l_block * _root.block_size
        size: path_table_size.le
        type: path_table(is_joliet, false)
        if: path_table_l_block != 0
      optional_path_table_l:
        io: _root._io
        pos: optional_path_table_l_block * _root.block_size
        size: path_table_size.le
        type: path_table(is_joliet, false)
        if: optional_path_table_l_block != 0
      path_table_m:
        io: _root._io
        pos: path_table_m_block * _root.block_size
        size: path_table_size.le
        type: path_table(is_joliet, true)
        if: path_table_m_block != 0
      optional_path_table_m:
        io: _root._io
        pos: optional_path_table_m_block * _root.block_size
        size: path_table_size.le
        type: path_table(is_joliet, true)
        if: optional_path_table_m_block != 0
  text:
    -webide-representation: '{ascii}{ucs2}'
    params: [{id: is_joliet, type: bool}]
    seq:
      - {id: ascii, type: str, size-eos: true, encoding: ASCII, pad-right: 0x20, if: not is_joliet}
      - {id: ucs2, type: str, size: _io.size / 2 * 2, encoding: UTF-16BE, if: is_joliet}
      - {id: padding, size-eos: true, if: is_joliet, doc: The odd byte of the names of files.}
  long_time:
    -webide-representation: '{digits}'
    seq:
      - id: digits
        type: str
        size: 16
        encoding: ASCII
        doc: Year, month, day, hour, minute, second, hundredths of a second.
      - {id: gmt_offset, type: s1, doc: Quarters of an hour east of Greenwich.}
  short_time:
    -webide-representation: '1900+{years:dec}-{month:dec}-{day:dec} {hour:dec}:{minute:dec}:{second:dec}'
    seq:
      - {id: years, type: u1, doc: Years since 1900.}
      - {id: month, type: u1}
      - {id: day, type: u1}
      - {id: hour, type: u1}
      - {id: minute, type: u1}
      - {id: second, type: u1}
      - {id: gmt_offset, type: s1, doc: Quarters of an hour east of Greenwich.}
    instances:
      year:
        value: 1900 + years
  path_table:
    params: [{id: is_joliet, type: bool}, {id: is_be, type: bool}]
    seq:
      - {id: entries, type: 'path_table_entry(is_joliet, is_be)', repeat: eos}
  path_table_entry:
    -webide-representation: '{identifier}{identifier_ucs2} at {block:dec}'
    params: [{id: is_joliet, type: bool}, {id: is_be, type: bool}]
    meta:
      endian:
        switch-on: is_be
        cases:
          true: be
          false: le
    seq:
      - {id: identifier_length, type: u1}
      - {id: extended_attribute_length, type: u1}
      - {id: block, type: u4, doc: Block of the directory.}
      - {id: parent_number, type: u2, doc: 'Number of the parent''s entry, from 1.'}
      - id: identifier
        type: str
        size: identifier_length
        encoding: ASCII
        if: not is_joliet or identifier_length == 1
      - id: identifier_ucs2
        type: str
        size: identifier_length
        encoding: UTF-16BE
        if: is_joliet and identifier_length != 1
      - {id: padding, type: u1, if: identifier_length % 2 == 1}
  directory:
    params: [{id: is_joliet, type: bool}]
    seq:
      - id: sectors
        type: directory_sector(is_joliet)
        size: 2048
        repeat: expr
        repeat-expr: _io.size / 2048
        doc: A record lies in one sector.
  directory_sector:
    params: [{id: is_joliet, type: bool}]
    seq:
      - {id: records, type: record(is_joliet), repeat: until, repeat-until: _.length == 0 or _io.eof}
      - id: unused
        size-eos: true
  record:
    -webide-representation: '{body}'
    params: [{id: is_joliet, type: bool}]
    seq:
      - {id: length, type: u1, doc: Bytes of the record; zero after the last one of a sector.}
      - id: body
        size: length - 1
        type: record_body(is_joliet)
        if: length != 0
  record_body:
    -webide-representation: '{identifier}{identifier_ucs2} {data_length}'
    params: [{id: is_joliet, type: bool}]
    seq:
      - {id: extended_attribute_length, type: u1, doc: Blocks of the extended attribute record before the data.}
      - {id: extent, type: u4_both, doc: First block of the file or directory.}
      - {id: data_length, type: u4_both, doc: Bytes of the file or directory.}
      - {id: recording_time, type: short_time}
      - {id: hidden, type: b1}
      - {id: is_directory, type: b1}
      - {id: associated_file, type: b1}
      - {id: has_record_format, type: b1}
      - {id: has_protection, type: b1}
      - {id: reserved, type: b2}
      - {id: multi_extent, type: b1, doc: The file goes on in the next record.}
      - {id: file_unit_size, type: u1}
      - {id: interleave_gap_size, type: u1}
      - {id: volume_sequence_number, type: u2_both}
      - {id: identifier_length, type: u1}
      - {id: identifier, type: str, size: identifier_length, encoding: ASCII, if: not is_joliet or is_special}
      - id: identifier_ucs2
        type: str
        size: identifier_length
        encoding: UTF-16BE
        if: is_joliet and not is_special
      - {id: padding, type: u1, if: identifier_length % 2 == 0 and not _io.eof}
      - id: system_use
        size-eos: true
        type:
          switch-on: system_use_kind
          cases:
            1: susp_area
            2: xa_attributes
    instances:
      first_character: {pos: 32, type: u1}
      is_special:
        value: identifier_length == 1 and first_character <= 1
        doc: The directory itself (0) or its parent (1).
      system_use_offset:
        value: 32 + identifier_length + (identifier_length + 1) % 2
      system_use_start:
        pos: system_use_offset
        size: '_io.size < system_use_offset + 8 ? _io.size - system_use_offset : 8'
        if: _io.size >= system_use_offset + 4
      system_use_kind:
        value: >-
          _io.size < system_use_offset + 4 ? 0
          : system_use_start.length == 8 and system_use_start[6] == 0x58 and system_use_start[7] == 0x41 ? 2
          : system_use_start[3] == 1 and system_use_start[2] >= 4
          and system_use_start[2] <= _io.size - system_use_offset ? 1 : 0
      offset:
        value: (extent.le + extended_attribute_length) * _root.block_size
        doc: Where the data begin.
      directory:
        io: _root._io
        pos: offset
        size: data_length.le
        type: directory(is_joliet)
        if: is_directory and (not is_special or _parent.as<record>.length == 34 and is_root)
      is_root:
        value: _io.size == 33
        doc: Could be the record in a volume descriptor.
      content:
        io: _root._io
        pos: offset
        size: data_length.le
        if: not is_directory and offset < _root._io.size
  xa_attributes:
    doc: System use of CD-ROM XA.
    seq:
      - {id: group_id, type: u2be}
      - {id: user_id, type: u2be}
      - {id: attributes, type: u2be}
      - {id: signature, contents: XA}
      - {id: file_number, type: u1}
      - id: reserved
        size-eos: true
  susp_area:
    seq:
      - {id: entries, type: susp_entry, repeat: until, repeat-until: _io.size - _io.pos < 4 or _.signature == 'ST'}
      - id: unused
        size-eos: true
  susp_entry:
    -webide-representation: '{signature} {body}'
    seq:
      - {id: signature, type: str, size: 2, encoding: ASCII}
      - {id: length, type: u1}
      - {id: version, type: u1}
      - id: body
        size: 'length < 4 ? 0 : length - 4'
        type:
          switch-on: signature
          cases:
            '"SP"': susp_sp
            '"CE"': susp_ce
            '"ER"': susp_er
            '"ES"': susp_es
            '"RR"': rrip_rr
            '"PX"': rrip_px
            '"PN"': rrip_pn
            '"SL"': rrip_sl
            '"NM"': rrip_nm
            '"CL"': rrip_link
            '"PL"': rrip_link
            '"TF"': rrip_tf
            '"SF"': rrip_sf
            '"ZF"': zisofs_zf
  susp_sp:
    doc: Marks the use of the sharing protocol.
    seq:
      - {id: check_bytes, contents: [0xbe, 0xef]}
      - {id: skipped_length, type: u1, doc: Bytes to skip in the system use of every other record.}
  susp_ce:
    doc: Place where the entries go on.
    seq:
      - {id: block, type: u4_both}
      - {id: offset, type: u4_both}
      - {id: length, type: u4_both}
    instances:
      continuation:
        io: _root._io
        pos: block.le * _root.block_size + offset.le
        size: length.le
        type: susp_area
        if: length.le >= 4
  susp_er:
    -webide-representation: '{identifier}'
    doc: Names an extension whose entries are used.
    seq:
      - {id: identifier_length, type: u1}
      - {id: descriptor_length, type: u1}
      - {id: source_length, type: u1}
      - {id: extension_version, type: u1}
      - {id: identifier, type: str, size: identifier_length, encoding: ASCII}
      - {id: descriptor, type: str, size: descriptor_length, encoding: ASCII}
      - {id: source, type: str, size: source_length, encoding: ASCII}
  susp_es:
    seq:
      - {id: extension_sequence, type: u1}
  rrip_rr:
    doc: Which Rock Ridge entries there are, in old volumes.
    seq:
      - {id: has_px, type: b1}
      - {id: has_pn, type: b1}
      - {id: has_sl, type: b1}
      - {id: has_nm, type: b1}
      - {id: has_cl, type: b1}
      - {id: has_pl, type: b1}
      - {id: has_re, type: b1}
      - {id: has_tf, type: b1}
  rrip_px:
    doc: POSIX attributes.
    seq:
      - {id: mode, type: u4_both}
      - {id: links, type: u4_both}
      - {id: user_id, type: u4_both}
      - {id: group_id, type: u4_both}
      - {id: serial_number, type: u4_both, if: not _io.eof}
    instances:
      permissions: {value: mode.le & 0xfff}
      file_type: {value: (mode.le >> 12) & 15, enum: posix_type}
  rrip_pn:
    doc: Number of a device.
    seq:
      - {id: device_high, type: u4_both}
      - {id: device_low, type: u4_both}
  rrip_sl:
    doc: Target of a symbolic link.
    seq:
      - {id: continues, type: b1, doc: More components in the next entry of this kind.}
      - {id: reserved, type: b7}
      - {id: components, type: link_component, repeat: eos}
  link_component:
    -webide-representation: '{content}'
    seq:
      - {id: continues, type: b1}
      - {id: is_current, type: b1}
      - {id: is_parent, type: b1}
      - {id: is_root, type: b1}
      - {id: reserved, type: b4}
      - {id: length, type: u1}
      - {id: content, type: str, size: length, encoding: UTF-8}
  rrip_nm:
    -webide-representation: '{name}'
    doc: Long name of the file.
    seq:
      - {id: continues, type: b1, doc: More of the name in the next entry of this kind.}
      - {id: is_current, type: b1}
      - {id: is_parent, type: b1}
      - {id: reserved, type: b5}
      - {id: name, type: str, size-eos: true, encoding: UTF-8}
  rrip_link:
    -webide-representation: '{block}'
    doc: Place of a relocated directory, or of the parent of one.
    seq:
      - {id: block, type: u4_both}
  rrip_tf:
    seq:
      - {id: has_creation, type: b1}
      - {id: has_modification, type: b1}
      - {id: has_access, type: b1}
      - {id: has_attribute_change, type: b1}
      - {id: has_backup, type: b1}
      - {id: has_expiration, type: b1}
      - {id: has_effective, type: b1}
      - {id: long_form, type: b1}
      - id: creation
        type:
          switch-on: long_form
          cases:
            true: long_time
            false: short_time
        if: has_creation
      - id: modification
        type:
          switch-on: long_form
          cases:
            true: long_time
            false: short_time
        if: has_modification
      - id: access
        type:
          switch-on: long_form
          cases:
            true: long_time
            false: short_time
        if: has_access
      - id: attribute_change
        type:
          switch-on: long_form
          cases:
            true: long_time
            false: short_time
        if: has_attribute_change
      - id: backup
        type:
          switch-on: long_form
          cases:
            true: long_time
            false: short_time
        if: has_backup
      - id: expiration
        type:
          switch-on: long_form
          cases:
            true: long_time
            false: short_time
        if: has_expiration
      - id: effective
        type:
          switch-on: long_form
          cases:
            true: long_time
            false: short_time
        if: has_effective
  rrip_sf:
    doc: Sparse file.
    seq:
      - {id: size_high, type: u4_both}
      - {id: size_low, type: u4_both}
      - {id: table_depth, type: u1}
  zisofs_zf:
    doc: The content is compressed in blocks.
    seq:
      - {id: algorithm, type: str, size: 2, encoding: ASCII}
      - {id: header_size_div_4, type: u1}
      - {id: log2_block_size, type: u1}
      - {id: uncompressed_size, type: u4_both}
  boot_catalog:
    seq:
      - {id: validation, type: boot_validation}
      - {id: initial_entry, type: boot_entry}
      - id: sections
        type: boot_section
        repeat: until
        repeat-until: _.header_id != boot_header::section or _io.eof
      - id: unused
        size-eos: true
  boot_validation:
    seq:
      - {id: header_id, contents: [1]}
      - {id: platform, type: u1, enum: platform}
      - {id: reserved, type: u2}
      - {id: identifier, type: strz, size: 24, encoding: ASCII}
      - {id: checksum, type: u2, doc: Makes the sum of the entry's 16-bit words zero.}
      - {id: key, contents: [0x55, 0xaa]}
  boot_section:
    -webide-representation: '{header_id} {platform} {num_entries:dec}'
    seq:
      - {id: header_id, type: u1, enum: boot_header}
      - {id: platform, type: u1, enum: platform}
      - {id: num_entries, type: u2}
      - {id: identifier, type: strz, size: 28, encoding: ASCII}
      - id: entries
        type: boot_entry
        repeat: expr
        repeat-expr: 'header_id == boot_header::section or header_id == boot_header::last_section ? num_entries : 0'
  boot_entry:
    -webide-representation: '{boot_indicator} {media_type} at {load_block:dec}'
    seq:
      - {id: boot_indicator, type: u1, enum: boot_indicator}
      - {id: media_type, type: b4, enum: boot_media}
      - {id: reserved, type: b1}
      - {id: has_extension, type: b1, doc: An extension of this entry follows.}
      - {id: has_atapi_driver, type: b1}
      - {id: has_scsi_driver, type: b1}
      - {id: load_segment, type: u2, doc: Zero for 0x7c0.}
      - {id: system_type, type: u1, doc: Partition type in the image of a hard disk.}
      - {id: unused, type: u1}
      - {id: sector_count, type: u2, doc: Sectors of 512 bytes to load.}
      - {id: load_block, type: u4, doc: 'Block of the boot image, of 2048 bytes.'}
      - {id: selection_criteria_type, type: u1}
      - {id: selection_criteria, size: 19}
      - id: extensions
        type: boot_extension
        repeat: until
        repeat-until: not _.has_more or _io.eof
        if: has_extension
    instances:
      image:
        io: _root._io
        pos: load_block * 2048
        size: sector_count * 512
        if: load_block != 0
  boot_extension:
    seq:
      - {id: header_id, type: u1, doc: 0x44}
      - {id: reserved_1, type: b5}
      - {id: has_more, type: b1}
      - {id: reserved_2, type: b2}
      - {id: selection_criteria, size: 30}
enums:
  descriptor_type: {0: boot_record, 1: primary, 2: supplementary, 3: partition, 255: terminator}
  platform: {0: x86, 1: powerpc, 2: mac, 0xef: efi}
  boot_header: {0x00: none, 0x90: section, 0x91: last_section}
  boot_indicator: {0x00: not_bootable, 0x88: bootable}
  boot_media: {0: no_emulation, 1: floppy_1200k, 2: floppy_1440k, 3: floppy_2880k, 4: hard_disk}
  posix_type:
    1: fifo
    2: character_device
    4: directory
    6: block_device
    8: regular_file
    10: symbolic_link
    12: socket
