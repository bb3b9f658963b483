# Journal of ext3, ext4 and OCFS2: superblock, and descriptors, commits and revocations of the log.
# Specification: "Journal (jbd2)" in "ext4 Data Structures and Algorithms" of the Linux kernel's documentation.
meta:
  id: ext_journal
  title: Linux ext journal
  license: Apache-2.0
  endian: be
  -detect:
    - {0: 'c0 3b 39 98 00 00 00 04'}
    - {0: 'c0 3b 39 98 00 00 00 03'}
doc: |
  A log of transactions. A descriptor says which blocks of the file system the blocks after it belong to, a commit ends
  a transaction.
doc-ref: https://docs.kernel.org/filesystems/ext4/journal.html
seq:
  - id: superblock
    type: superblock
    size: 1024
instances:
  num_blocks:
    value: >-
      _io.size / superblock.block_size < superblock.max_length ? _io.size / superblock.block_size
      : superblock.max_length
  log:
    pos: superblock.block_size
    size: superblock.block_size
    type: block
    repeat: expr
    repeat-expr: num_blocks - 1
    if: superblock.start != 0
    doc: Blocks of the log; only looked at when the journal is not empty.
types:
  header:
    seq:
      - {id: magic, type: u4, doc: 0xc03b3998}
      - {id: block_type, type: u4, enum: block_type}
      - {id: sequence, type: u4, doc: Number of the transaction.}
  superblock:
    seq:
      - {id: header, type: header}
      - {id: block_size, type: u4}
      - {id: max_length, type: u4, doc: Blocks in the journal.}
      - {id: first, type: u4, doc: First block of the log.}
      - {id: first_sequence, type: u4, doc: First transaction in the log.}
      - {id: start, type: u4, doc: Block where the log begins; zero when it is empty.}
      - {id: error_number, type: s4}
      - {id: feature_compat, type: u4, doc: 1 for checksums of blocks.}
      - {id: feature_incompat, type: u4}
      - {id: feature_ro_compat, type: u4}
      - {id: uuid, size: 16}
      - {id: num_users, type: u4}
      - {id: dynamic_superblock, type: u4}
      - {id: max_transaction, type: u4}
      - {id: max_transaction_data, type: u4}
      - {id: checksum_type, type: u1, enum: checksum}
      - {id: padding_1, size: 3}
      - {id: num_fast_commit_blocks, type: u4}
      - {id: head, type: u4}
      - {id: padding_2, size: 160}
      - {id: checksum, type: u4}
      - {id: users, size: 768}
    instances:
      has_revoke:
        value: (feature_incompat & 1) != 0
      has_64bit:
        value: (feature_incompat & 2) != 0
      has_async_commit:
        value: (feature_incompat & 4) != 0
      has_checksum_v2:
        value: (feature_incompat & 8) != 0
      has_checksum_v3:
        value: (feature_incompat & 16) != 0
      has_fast_commit:
        value: (feature_incompat & 32) != 0
  block:
    seq:
      - id: body
        type:
          switch-on: magic
          cases:
            0xc03b3998: control_block
            _: data_block
    instances:
      magic:
        pos: 0
        type: u4
  data_block:
    seq:
      - id: data
        size-eos: true
  control_block:
    -webide-representation: '{header.block_type} {header.sequence:dec}'
    seq:
      - {id: header, type: header}
      - id: body
        size-eos: true
        type:
          switch-on: header.block_type
          cases:
            block_type::descriptor: descriptor
            block_type::commit: commit
            block_type::revoke: revoke
  descriptor:
    seq:
      - id: tags
        type: tag
        repeat: until
        repeat-until: _.last_tag or _io.eof
      - id: unused
        size-eos: true
  tag:
    seq:
      - {id: block_low, type: u4}
      - {id: checksum_v2, type: u2, if: not _root.superblock.has_checksum_v3}
      - {id: flags_high, type: u2, if: _root.superblock.has_checksum_v3}
      - {id: flags, type: u2, doc: '1 escaped, 2 same UUID, 4 deleted, 8 last tag.'}
      - {id: block_high, type: u4, if: _root.superblock.has_64bit or _root.superblock.has_checksum_v3}
      - {id: checksum_v3, type: u4, if: _root.superblock.has_checksum_v3}
      - {id: uuid, size: 16, if: (flags & 2) == 0}
    instances:
      last_tag:
        value: (flags & 8) != 0
  commit:
    seq:
      - {id: checksum_type, type: u1}
      - {id: checksum_size, type: u1}
      - {id: padding, type: u2}
      - {id: checksums, type: u4, repeat: expr, repeat-expr: 8}
      - {id: commit_seconds, type: u8, -time: unix}
      - {id: commit_nanoseconds, type: u4}
      - id: unused
        size-eos: true
  revoke:
    seq:
      - {id: num_bytes, type: u4, doc: 'Bytes used in this block, with its header.'}
      - id: blocks
        type:
          switch-on: _root.superblock.has_64bit
          cases:
            true: u8
            false: u4
        repeat: expr
        repeat-expr: 'num_bytes < 16 ? 0 : (num_bytes - 16) / (_root.superblock.has_64bit ? 8 : 4)'
        doc: Blocks whose earlier copies in the log must not be written back.
      - id: data
        size-eos: true
enums:
  checksum: {0: none, 1: crc32, 2: md5, 3: sha1, 4: crc32c}
  block_type: {1: descriptor, 2: commit, 3: superblock_v1, 4: superblock_v2, 5: revoke}
