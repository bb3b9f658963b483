# File systems ext2, ext3 and ext4, from the superblock to directories and files.
# Specification: "ext4 Data Structures and Algorithms" of the Linux kernel's documentation, and "The Second Extended
# File System" by Dave Poirier.
meta:
  id: ext
  title: Linux ext file system
  file-extension: [ext2, ext3, ext4, img]
  license: Apache-2.0
  endian: le
  bit-endian: le
  imports:
    - ext_journal
    - ext_superblock
  -detect:
    - {1049: '00 00 00', 1053: '00 00 00', 1080: '53 ef', 1101: '00 00 00'}
doc: |
  A superblock with the sizes of everything, descriptors of the block groups, tables of inodes, and directories, which
  give inodes names. Structures that lie elsewhere are found through their block numbers.
doc-ref: https://docs.kernel.org/filesystems/ext4/index.html
seq:
  - id: boot_block
    size: 1024
    doc: Free for a boot loader.
  - id: superblock
    type: ext_superblock
    size: 1024
instances:
  block_size:
    value: 1024 << superblock.log_block_size
    doc: Bytes in a block.
  blocks_count:
    value: >-
      (superblock.feature_incompat.is_64bit ? superblock.blocks_count_high << 32 : 0) | superblock.blocks_count_low
  group_count:
    value: >-
      (blocks_count - superblock.first_data_block + superblock.blocks_per_group - 1) / superblock.blocks_per_group
    doc: Number of block groups.
  descriptor_size:
    value: 'superblock.feature_incompat.is_64bit and superblock.desc_size >= 64 ? superblock.desc_size : 32'
    doc: Bytes of a group descriptor.
  inode_size:
    value: 'superblock.rev_level == ext_superblock::revision::original ? 128 : superblock.inode_size'
    doc: Bytes of an inode.
  group_descriptors:
    pos: (superblock.first_data_block + 1) * block_size
    type: group_descriptor(_index)
    size: descriptor_size
    repeat: expr
    repeat-expr: group_count
    if: not superblock.feature_incompat.meta_bg or superblock.first_meta_bg != 0
    doc: With meta block groups, those from the first meta group on are not here but spread over the volume.
  root_inode:
    pos: group_descriptors[0].inode_table_block * block_size + inode_size
    type: inode(2, true)
    size: inode_size
    doc: The inode of the root directory; from it the whole tree is reached.
  journal_inode:
    pos: >-
      group_descriptors[(superblock.journal_inum - 1) / superblock.inodes_per_group].inode_table_block * block_size
      + (superblock.journal_inum - 1) % superblock.inodes_per_group * inode_size
    type: inode(superblock.journal_inum, false)
    size: inode_size
    if: superblock.feature_compat.has_journal and superblock.journal_inum != 0
  journal:
    pos: journal_inode.body.as<inode_body>.first_block * block_size
    type: ext_journal
    size: journal_inode.body.as<inode_body>.first_run * block_size
    if: superblock.feature_compat.has_journal and superblock.journal_inum != 0
    doc: The first run of the journal's blocks; the rest of it, if any, is in the inode's other extents.
types:
  group_descriptor:
    -webide-representation: 'inodes {inode_table_block:dec} free {free_blocks_count_low:dec}'
    params:
      - id: index
        type: u4
    seq:
      - {id: block_bitmap_low, type: u4}
      - {id: inode_bitmap_low, type: u4}
      - {id: inode_table_low, type: u4}
      - {id: free_blocks_count_low, type: u2}
      - {id: free_inodes_count_low, type: u2}
      - {id: used_dirs_count_low, type: u2}
      - {id: inode_uninit, type: b1, doc: Inode table and bitmap are not initialized.}
      - {id: block_uninit, type: b1, doc: The block bitmap is not initialized.}
      - {id: inode_zeroed, type: b1}
      - {id: flags_reserved, type: b13}
      - {id: exclude_bitmap_low, type: u4}
      - {id: block_bitmap_checksum_low, type: u2}
      - {id: inode_bitmap_checksum_low, type: u2}
      - {id: unused_inodes_count_low, type: u2}
      - {id: checksum, type: u2}
      - id: high
        type: descriptor_high
        size-eos: true
        if: _io.size >= 64
    instances:
      block_bitmap_block:
        value: '(_io.size >= 64 ? high.block_bitmap_high << 32 : 0) | block_bitmap_low'
      inode_bitmap_block:
        value: '(_io.size >= 64 ? high.inode_bitmap_high << 32 : 0) | inode_bitmap_low'
      inode_table_block:
        value: '(_io.size >= 64 ? high.inode_table_high << 32 : 0) | inode_table_low'
      block_bitmap:
        io: _root._io
        pos: block_bitmap_block * _root.block_size
        size: _root.block_size
        doc: A set bit is a block in use, the lowest bit of a byte first.
        if: block_bitmap_block != 0 and not block_uninit
      inode_bitmap:
        io: _root._io
        pos: inode_bitmap_block * _root.block_size
        size: _root.block_size
        if: inode_bitmap_block != 0 and not inode_uninit
      inode_table:
        io: _root._io
        pos: inode_table_block * _root.block_size
        type: inode(index * _root.superblock.inodes_per_group + _index + 1, false)
        size: _root.inode_size
        repeat: expr
        repeat-expr: _root.superblock.inodes_per_group
        if: inode_table_block != 0
      first_block:
        value: index * _root.superblock.blocks_per_group + _root.superblock.first_data_block
      backup_magic:
        io: _root._io
        pos: first_block * _root.block_size + 56
        type: u2
        if: index != 0 and (first_block + 1) * _root.block_size <= _root._io.size
      backup_superblock:
        io: _root._io
        pos: first_block * _root.block_size
        type: ext_superblock
        size: 1024
        if: index != 0 and (first_block + 1) * _root.block_size <= _root._io.size and backup_magic == 0xef53
        doc: Copy of the superblock at the start of this group, if there is one.
  descriptor_high:
    seq:
      - {id: block_bitmap_high, type: u4}
      - {id: inode_bitmap_high, type: u4}
      - {id: inode_table_high, type: u4}
      - {id: free_blocks_count_high, type: u2}
      - {id: free_inodes_count_high, type: u2}
      - {id: used_dirs_count_high, type: u2}
      - {id: unused_inodes_count_high, type: u2}
      - {id: exclude_bitmap_high, type: u4}
      - {id: block_bitmap_checksum_high, type: u2}
      - {id: inode_bitmap_checksum_high, type: u2}
      - id: reserved
        size-eos: true
  inode:
    -webide-representation: '{number:dec} {body}'
    params:
      - id: number
        type: u4
      - id: follow
        type: bool
        doc: Whether the entries of a directory lead to their inodes.
    seq:
      - id: body
        type:
          switch-on: in_use
          cases:
            true: inode_body
            false: unused_inode
    instances:
      mode:
        pos: 0
        type: u2
      deletion_time:
        pos: 20
        type: u4
      links_and_blocks:
        pos: 26
        type: u4
      in_use:
        value: mode != 0 or deletion_time != 0 or links_and_blocks != 0
  unused_inode:
    -webide-representation: 'not used'
    seq:
      - id: data
        size-eos: true
  inode_body:
    -webide-representation: '{mode.file_type} {size:dec}'
    seq:
      - {id: mode, type: mode}
      - {id: uid_low, type: u2}
      - {id: size_low, type: u4}
      - {id: access_time, type: s4, -time: unix}
      - {id: change_time, type: s4, -time: unix}
      - {id: modification_time, type: s4, -time: unix}
      - {id: deletion_time, type: u4, -time: unix}
      - {id: gid_low, type: u2}
      - {id: links_count, type: u2}
      - {id: blocks_low, type: u4, doc: 'Blocks of 512 bytes, or of the volume when the flag huge_file is set.'}
      - {id: flags, type: inode_flags}
      - {id: version_low, type: u4}
      - id: block
        size: 60
        type:
          switch-on: block_kind
          cases:
            block_kind::extents: extent_node(usage)
            block_kind::symlink: fast_symlink
            block_kind::device: device_number
            block_kind::block_map: block_map(usage)
      - {id: generation, type: u4}
      - {id: file_acl_low, type: u4, doc: Block of extended attributes.}
      - {id: size_high, type: u4}
      - {id: fragment_address, type: u4}
      - {id: blocks_high, type: u2}
      - {id: file_acl_high, type: u2}
      - {id: uid_high, type: u2}
      - {id: gid_high, type: u2}
      - {id: checksum_low, type: u2}
      - {id: reserved, type: u2}
      - id: extra
        type: inode_extra
        if: not _io.eof
    instances:
      size:
        value: (size_high << 32) | size_low
        doc: Bytes in the file.
      usage:
        value: 'mode.file_type == file_type::directory ? (_parent.as<inode>.follow ? 2 : 1) : 0'
        enum: usage
      block_kind:
        value: >-
          flags.inline_data ? 0 : flags.extents ? 1
          : mode.file_type == file_type::symbolic_link and size_low < 60 ? 2
          : mode.file_type == file_type::character_device or mode.file_type == file_type::block_device ? 3 : 4
        enum: block_kind
      first_block:
        value: >-
          flags.extents ? block.as<extent_node>.entries[0].as<extent>.start
          : block.as<block_map>.direct.pointers[0].number
        doc: First block of the file; only of a tree of extents without inner nodes.
        if: block_kind == block_kind::block_map or (block_kind == block_kind::extents and has_leaf)
      has_leaf:
        value: block.as<extent_node>.depth == 0 and block.as<extent_node>.num_entries > 0
        if: block_kind == block_kind::extents
      first_run:
        value: 'flags.extents ? block.as<extent_node>.entries[0].as<extent>.num_blocks : 1'
        doc: Blocks in the first extent.
        if: block_kind == block_kind::block_map or (block_kind == block_kind::extents and has_leaf)
      file_acl:
        value: (file_acl_high << 32) | file_acl_low
      attributes:
        io: _root._io
        pos: file_acl * _root.block_size
        type: attribute_block
        size: _root.block_size
        if: file_acl != 0
  mode:
    seq:
      - {id: other_execute, type: b1}
      - {id: other_write, type: b1}
      - {id: other_read, type: b1}
      - {id: group_execute, type: b1}
      - {id: group_write, type: b1}
      - {id: group_read, type: b1}
      - {id: owner_execute, type: b1}
      - {id: owner_write, type: b1}
      - {id: owner_read, type: b1}
      - {id: sticky, type: b1}
      - {id: set_gid, type: b1}
      - {id: set_uid, type: b1}
      - {id: file_type, type: b4, enum: file_type}
  inode_flags:
    seq:
      - {id: secure_deletion, type: b1}
      - {id: undelete, type: b1}
      - {id: compress, type: b1}
      - {id: synchronous, type: b1}
      - {id: immutable, type: b1}
      - {id: append_only, type: b1}
      - {id: no_dump, type: b1}
      - {id: no_atime, type: b1}
      - {id: dirty, type: b1}
      - {id: compressed_blocks, type: b1}
      - {id: do_not_compress, type: b1}
      - {id: encrypted, type: b1}
      - {id: index, type: b1}
      - {id: imagic, type: b1}
      - {id: journal_data, type: b1}
      - {id: no_tail, type: b1}
      - {id: dirsync, type: b1}
      - {id: top_dir, type: b1}
      - {id: huge_file, type: b1}
      - {id: extents, type: b1}
      - {id: verity, type: b1}
      - {id: ea_inode, type: b1}
      - {id: eof_blocks, type: b1}
      - {id: reserved_1, type: b1}
      - {id: snapshot, type: b1}
      - {id: dax, type: b1}
      - {id: snapshot_deleted, type: b1}
      - {id: snapshot_shrunk, type: b1}
      - {id: inline_data, type: b1}
      - {id: project_inherit, type: b1}
      - {id: casefold, type: b1}
      - {id: reserved_2, type: b1}
  inode_extra:
    doc: What an inode of more than 128 bytes has after them.
    seq:
      - {id: extra_isize, type: u2, doc: Bytes of fields here; extended attributes follow them.}
      - id: fields
        size: 'extra_isize < 2 ? 0 : extra_isize - 2'
        type: extra_fields
      - id: attributes
        type: inode_attributes
        size-eos: true
  extra_fields:
    seq:
      - {id: checksum_high, type: u2, if: _io.size >= 2}
      - {id: change_time_extra, type: time_extra, if: _io.size >= 6}
      - {id: modification_time_extra, type: time_extra, if: _io.size >= 10}
      - {id: access_time_extra, type: time_extra, if: _io.size >= 14}
      - {id: creation_time, type: s4, -time: unix, if: _io.size >= 18}
      - {id: creation_time_extra, type: time_extra, if: _io.size >= 22}
      - {id: version_high, type: u4, if: _io.size >= 26}
      - {id: project_id, type: u4, if: _io.size >= 30}
  time_extra:
    seq:
      - {id: epoch, type: b2, doc: Bits 32 and 33 of the seconds.}
      - {id: nanoseconds, type: b30}
  inode_attributes:
    seq:
      - id: magic
        type: u4
        doc: 0xea020000 when there are attributes.
        if: _io.size >= 4
      - id: list
        type: attribute_list
        size-eos: true
        if: _io.size >= 8 and magic == 0xea020000
  attribute_block:
    seq:
      - {id: magic, contents: [0, 0, 2, 0xea]}
      - {id: reference_count, type: u4}
      - {id: blocks, type: u4}
      - {id: hash, type: u4}
      - {id: checksum, type: u4}
      - {id: reserved, size: 12}
      - {id: list, type: attribute_list}
  attribute_list:
    seq:
      - id: entries
        type: attribute
        repeat: until
        repeat-until: _.is_end or _io.eof
  attribute:
    -webide-representation: '{name_index} {name} {value_size:dec}'
    seq:
      - {id: name_length, type: u1}
      - {id: name_index, type: u1, enum: attribute_prefix}
      - {id: value_offset, type: u2, if: not is_end}
      - {id: value_inode, type: u4, if: not is_end, doc: Inode that holds the value; zero when it is here.}
      - {id: value_size, type: u4, if: not is_end}
      - {id: hash, type: u4, if: not is_end}
      - {id: name, type: str, size: name_length, encoding: UTF-8, if: not is_end}
      - {id: padding, size: 3 - (name_length + 3) % 4, if: not is_end}
    instances:
      is_end:
        value: name_length == 0 and name_index == attribute_prefix::none
      value:
        pos: value_offset
        size: value_size
        if: not is_end and value_inode == 0
  fast_symlink:
    -webide-representation: '{target}'
    seq:
      - {id: target, type: strz, size-eos: true, encoding: UTF-8}
  device_number:
    seq:
      - {id: old_number, type: u4}
      - {id: new_number, type: u4}
      - id: unused
        size-eos: true
  block_map:
    doc: Numbers of a file's blocks; zero stands for a block of zeroes.
    params: [{id: usage, type: u1, enum: usage}]
    seq:
      - {id: direct, type: block_list(usage), size: 48}
      - {id: indirect, type: 'indirect_pointer(1, usage)'}
      - {id: double_indirect, type: 'indirect_pointer(2, usage)'}
      - {id: triple_indirect, type: 'indirect_pointer(3, usage)'}
  direct_pointer:
    -webide-representation: '{number:dec}'
    seq:
      - {id: number, type: u4}
    instances:
      block:
        io: _root._io
        pos: number * _root.block_size
        size: _root.block_size
        type:
          switch-on: _parent.as<block_list>.usage
          cases:
            usage::directory: directory_block
            usage::followed_directory: followed_directory_block
        if: number != 0
  indirect_pointer:
    -webide-representation: '{number:dec}'
    params:
      - {id: level, type: u1, doc: How many blocks of numbers lie between this and the data.}
      - {id: usage, type: u1, enum: usage}
    seq:
      - {id: number, type: u4}
    instances:
      block:
        io: _root._io
        pos: number * _root.block_size
        size: _root.block_size
        type:
          switch-on: level
          cases:
            1: block_list(usage)
            _: indirect_list(level - 1, usage)
        if: number != 0
  block_list:
    params: [{id: usage, type: u1, enum: usage}]
    seq:
      - {id: pointers, type: direct_pointer, repeat: eos}
  indirect_list:
    params: [{id: level, type: u1}, {id: usage, type: u1, enum: usage}]
    seq:
      - {id: indirect, type: 'indirect_pointer(level, usage)', repeat: eos}
  extent_node:
    -webide-representation: 'depth {depth:dec} entries {num_entries:dec}'
    params: [{id: usage, type: u1, enum: usage}]
    seq:
      - {id: magic, contents: [0x0a, 0xf3]}
      - {id: num_entries, type: u2}
      - {id: max_entries, type: u2}
      - {id: depth, type: u2, doc: Zero when the entries are extents.}
      - {id: generation, type: u4}
      - id: entries
        type:
          switch-on: depth
          cases:
            0: extent
            _: extent_index
        repeat: expr
        repeat-expr: num_entries
      - id: unused
        size-eos: true
  extent:
    -webide-representation: '{logical_block:dec} at {start:dec} +{num_blocks:dec}'
    seq:
      - {id: logical_block, type: u4, doc: First block of the file that this covers.}
      - {id: length, type: u2, doc: Number of blocks; more than 32768 when they are not initialized.}
      - {id: start_high, type: u2}
      - {id: start_low, type: u4}
    instances:
      is_initialized:
        value: length <= 32768
      num_blocks:
        value: 'is_initialized ? length : length - 32768'
      start:
        value: (start_high << 32) | start_low
      content:
        io: _root._io
        pos: start * _root.block_size
        size: num_blocks * _root.block_size
        if: _parent.as<extent_node>.usage == usage::data
      directory_blocks:
        io: _root._io
        pos: start * _root.block_size
        size: _root.block_size
        type:
          switch-on: _parent.as<extent_node>.usage
          cases:
            usage::directory: directory_block
            usage::followed_directory: followed_directory_block
        repeat: expr
        repeat-expr: num_blocks
        if: _parent.as<extent_node>.usage != usage::data
  extent_index:
    -webide-representation: '{logical_block:dec} at {leaf:dec}'
    seq:
      - {id: logical_block, type: u4}
      - {id: leaf_low, type: u4}
      - {id: leaf_high, type: u2}
      - {id: unused, type: u2}
    instances:
      leaf:
        value: (leaf_high << 32) | leaf_low
      node:
        io: _root._io
        pos: leaf * _root.block_size
        size: _root.block_size
        type: extent_node(_parent.as<extent_node>.usage)
  directory_block:
    doc: Entries up to the end of the block. The index of a hashed directory looks like unused room after an entry.
    seq:
      - {id: entries, type: directory_entry, repeat: eos}
  followed_directory_block:
    doc: The same, with the inode of each entry.
    seq:
      - {id: entries, type: linked_entry, repeat: eos}
  linked_entry:
    -webide-representation: '{entry}'
    seq:
      - {id: entry, type: directory_entry}
    instances:
      target:
        io: _root._io
        pos: >-
          _root.group_descriptors[(entry.inode - 1) / _root.superblock.inodes_per_group].inode_table_block
          * _root.block_size + (entry.inode - 1) % _root.superblock.inodes_per_group * _root.inode_size
        size: _root.inode_size
        type: inode(entry.inode, true)
        if: entry.inode != 0 and entry.inode <= _root.superblock.inodes_count
        doc: The inode that the entry names.
  directory_entry:
    -webide-representation: '{name} {inode:dec}'
    seq:
      - {id: inode, type: u4, doc: Zero for an entry that is not used.}
      - {id: record_length, type: u2}
      - {id: name_length, type: u1}
      - id: file_type
        type: u1
        enum: entry_type
        doc: Without the feature filetype, high byte of the name's length.
      - id: checksum
        type: u4
        if: is_tail
      - {id: name, type: str, size: name_length, encoding: UTF-8}
      - id: padding
        size: 'record_length < used_length ? 0 : record_length - used_length'
    instances:
      is_tail:
        value: inode == 0 and record_length == 12 and name_length == 0 and file_type == entry_type::checksum
      used_length:
        value: '8 + (is_tail ? 4 : 0) + name_length'
enums:
  block_kind: {0: inline_data, 1: extents, 2: symlink, 3: device, 4: block_map}
  usage: {0: data, 1: directory, 2: followed_directory}
  attribute_prefix:
    0: none
    1: user
    2: posix_acl_access
    3: posix_acl_default
    4: trusted
    6: security
    7: system
    8: system_richacl
    9: encryption
  file_type:
    0: none
    1: fifo
    2: character_device
    4: directory
    6: block_device
    8: regular_file
    10: symbolic_link
    12: socket
  entry_type:
    0: unknown
    1: regular_file
    2: directory
    3: character_device
    4: block_device
    5: fifo
    6: socket
    7: symbolic_link
    0xde: checksum
