# Superblock of the file systems ext2, ext3 and ext4.
# Specification: "Super Block" in "ext4 Data Structures and Algorithms" of the Linux kernel's documentation.
meta:
  id: ext_superblock
  title: Linux ext superblock
  license: Apache-2.0
  endian: le
  bit-endian: le
doc: Sizes, state and features of a file system, 1024 bytes that begin at offset 1024 of a volume.
doc-ref: https://docs.kernel.org/filesystems/ext4/super.html
seq:
  - {id: inodes_count, type: u4}
  - {id: blocks_count_low, type: u4}
  - {id: reserved_blocks_count_low, type: u4, doc: Blocks that only the superuser may use.}
  - {id: free_blocks_count_low, type: u4}
  - {id: free_inodes_count, type: u4}
  - {id: first_data_block, type: u4, doc: 'Block of the superblock, 1 when blocks have 1024 bytes, else 0.'}
  - {id: log_block_size, type: u4, doc: The block size is 1024 shifted left by this.}
  - {id: log_cluster_size, type: u4}
  - {id: blocks_per_group, type: u4}
  - {id: clusters_per_group, type: u4}
  - {id: inodes_per_group, type: u4}
  - {id: mount_time, type: u4, -time: unix}
  - {id: write_time, type: u4, -time: unix}
  - {id: mount_count, type: u2, doc: Mounts since the last check.}
  - {id: max_mount_count, type: s2, doc: Mounts after which to check; negative for never.}
  - {id: magic, contents: [0x53, 0xef]}
  - {id: clean, type: b1, doc: Unmounted properly.}
  - {id: errors_detected, type: b1}
  - {id: orphans_recovered, type: b1}
  - {id: state_reserved, type: b13}
  - {id: errors, type: u2, enum: error_behaviour}
  - {id: minor_rev_level, type: u2}
  - {id: last_check, type: u4, -time: unix}
  - {id: check_interval, type: u4, doc: Seconds between checks.}
  - {id: creator_os, type: u4, enum: creator_os}
  - {id: rev_level, type: u4, enum: revision}
  - {id: default_reserved_uid, type: u2}
  - {id: default_reserved_gid, type: u2}
  - {id: first_inode, type: u4, doc: First inode that is not reserved.}
  - {id: inode_size, type: u2}
  - {id: block_group_number, type: u2, doc: Block group of this copy of the superblock.}
  - {id: feature_compat, type: feature_compat, doc: A kernel that does not know one may use the volume.}
  - {id: feature_incompat, type: feature_incompat, doc: A kernel that does not know one must not use the volume.}
  - {id: feature_ro_compat, type: feature_ro_compat, doc: A kernel that does not know one may only read.}
  - {id: uuid, size: 16}
  - {id: volume_name, type: strz, size: 16, encoding: UTF-8}
  - {id: last_mounted, type: strz, size: 64, encoding: UTF-8, doc: Where the volume was mounted last.}
  - {id: algorithm_usage_bitmap, type: u4}
  - {id: prealloc_blocks, type: u1}
  - {id: prealloc_dir_blocks, type: u1}
  - {id: reserved_gdt_blocks, type: u2, doc: Blocks kept free for more group descriptors.}
  - {id: journal_uuid, size: 16}
  - {id: journal_inum, type: u4, doc: Inode of the journal.}
  - {id: journal_dev, type: u4, doc: Device of an external journal.}
  - {id: last_orphan, type: u4, doc: First inode of the list of those to be deleted.}
  - {id: hash_seed, size: 16}
  - {id: default_hash_version, type: u1, enum: hash_version}
  - {id: journal_backup_type, type: u1}
  - {id: desc_size, type: u2, doc: Bytes of a group descriptor with 64-bit block numbers.}
  - {id: default_mount_options, type: mount_options}
  - {id: first_meta_bg, type: u4, doc: First meta block group.}
  - {id: mkfs_time, type: u4, -time: unix}
  - {id: journal_blocks, type: u4, repeat: expr, repeat-expr: 17, doc: Copy of the journal inode's blocks and size.}
  - {id: blocks_count_high, type: u4}
  - {id: reserved_blocks_count_high, type: u4}
  - {id: free_blocks_count_high, type: u4}
  - {id: min_extra_isize, type: u2}
  - {id: want_extra_isize, type: u2}
  - {id: signed_directory_hash, type: b1}
  - {id: unsigned_directory_hash, type: b1}
  - {id: test_filesystem, type: b1}
  - {id: flags_reserved, type: b29}
  - {id: raid_stride, type: u2, doc: Blocks on one disk before the next one.}
  - {id: mmp_interval, type: u2, doc: Seconds to wait for another machine that has the volume mounted.}
  - {id: mmp_block, type: u8}
  - {id: raid_stripe_width, type: u4}
  - {id: log_groups_per_flex, type: u1}
  - {id: checksum_type, type: u1, enum: checksum_type}
  - {id: encryption_level, type: u1}
  - {id: reserved_pad, type: u1}
  - {id: kbytes_written, type: u8}
  - {id: snapshot_inum, type: u4}
  - {id: snapshot_id, type: u4}
  - {id: snapshot_reserved_blocks_count, type: u8}
  - {id: snapshot_list, type: u4}
  - {id: error_count, type: u4}
  - {id: first_error_time, type: u4, -time: unix}
  - {id: first_error_inode, type: u4}
  - {id: first_error_block, type: u8}
  - {id: first_error_function, type: strz, size: 32, encoding: ASCII}
  - {id: first_error_line, type: u4}
  - {id: last_error_time, type: u4, -time: unix}
  - {id: last_error_inode, type: u4}
  - {id: last_error_line, type: u4}
  - {id: last_error_block, type: u8}
  - {id: last_error_function, type: strz, size: 32, encoding: ASCII}
  - {id: mount_options, type: strz, size: 64, encoding: ASCII}
  - {id: user_quota_inum, type: u4}
  - {id: group_quota_inum, type: u4}
  - {id: overhead_clusters, type: u4}
  - id: backup_groups
    type: u4
    repeat: expr
    repeat-expr: 2
    doc: Groups with a copy of the superblock, with sparse_super2.
  - {id: encryption_algorithms, type: u1, repeat: expr, repeat-expr: 4}
  - {id: encryption_salt, size: 16}
  - {id: lost_found_inode, type: u4}
  - {id: project_quota_inum, type: u4}
  - {id: checksum_seed, type: u4}
  - {id: write_time_high, type: u1}
  - {id: mount_time_high, type: u1}
  - {id: mkfs_time_high, type: u1}
  - {id: last_check_high, type: u1}
  - {id: first_error_time_high, type: u1}
  - {id: last_error_time_high, type: u1}
  - {id: first_error_code, type: u1}
  - {id: last_error_code, type: u1}
  - {id: encoding, type: u2}
  - {id: encoding_flags, type: u2}
  - {id: orphan_file_inum, type: u4}
  - {id: reserved, size: 376}
  - {id: checksum, type: u4, doc: CRC-32C of the superblock.}
types:
  feature_compat:
    seq:
      - {id: dir_prealloc, type: b1}
      - {id: imagic_inodes, type: b1}
      - {id: has_journal, type: b1}
      - {id: ext_attr, type: b1}
      - {id: resize_inode, type: b1}
      - {id: dir_index, type: b1}
      - {id: lazy_bg, type: b1}
      - {id: exclude_inode, type: b1}
      - {id: exclude_bitmap, type: b1}
      - {id: sparse_super2, type: b1}
      - {id: fast_commit, type: b1}
      - {id: stable_inodes, type: b1}
      - {id: orphan_file, type: b1}
      - {id: reserved_1, type: b19}
  feature_incompat:
    seq:
      - {id: compression, type: b1}
      - {id: filetype, type: b1}
      - {id: recover, type: b1}
      - {id: journal_dev, type: b1}
      - {id: meta_bg, type: b1}
      - {id: reserved_1, type: b1}
      - {id: extents, type: b1}
      - {id: is_64bit, type: b1}
      - {id: mmp, type: b1}
      - {id: flex_bg, type: b1}
      - {id: ea_inode, type: b1}
      - {id: reserved_2, type: b1}
      - {id: dirdata, type: b1}
      - {id: csum_seed, type: b1}
      - {id: largedir, type: b1}
      - {id: inline_data, type: b1}
      - {id: encrypt, type: b1}
      - {id: casefold, type: b1}
      - {id: reserved_3, type: b14}
  feature_ro_compat:
    seq:
      - {id: sparse_super, type: b1}
      - {id: large_file, type: b1}
      - {id: btree_dir, type: b1}
      - {id: huge_file, type: b1}
      - {id: gdt_csum, type: b1}
      - {id: dir_nlink, type: b1}
      - {id: extra_isize, type: b1}
      - {id: has_snapshot, type: b1}
      - {id: quota, type: b1}
      - {id: bigalloc, type: b1}
      - {id: metadata_csum, type: b1}
      - {id: replica, type: b1}
      - {id: readonly, type: b1}
      - {id: project, type: b1}
      - {id: shared_blocks, type: b1}
      - {id: verity, type: b1}
      - {id: orphan_present, type: b1}
      - {id: reserved_1, type: b15}
  mount_options:
    seq:
      - {id: debug, type: b1}
      - {id: bsd_groups, type: b1}
      - {id: xattr_user, type: b1}
      - {id: acl, type: b1}
      - {id: uid16, type: b1}
      - {id: journal_data, type: b1}
      - {id: journal_ordered, type: b1}
      - {id: reserved_1, type: b1}
      - {id: no_barrier, type: b1}
      - {id: block_validity, type: b1}
      - {id: discard, type: b1}
      - {id: no_delayed_allocation, type: b1}
      - {id: reserved_2, type: b20}
enums:
  error_behaviour: {1: continue, 2: remount_read_only, 3: panic}
  creator_os: {0: linux, 1: hurd, 2: masix, 3: freebsd, 4: lites}
  revision: {0: original, 1: dynamic}
  hash_version: {0: legacy, 1: half_md4, 2: tea, 3: legacy_unsigned, 4: half_md4_unsigned, 5: tea_unsigned, 6: siphash}
  checksum_type: {0: none, 1: crc32c}
