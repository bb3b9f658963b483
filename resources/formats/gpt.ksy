# GUID partition table of a disk, with sectors of 512 or of 4096 bytes.
# Specification: UEFI 2.10, section 5.3 "GUID Partition Table (GPT) Disk Layout"; type GUIDs as their owners list them,
# of Linux those of the Discoverable Partitions Specification.
meta:
  id: gpt
  title: GUID partition table
  file-extension: [gpt, img, dd, raw]
  license: Apache-2.0
  endian: le
  bit-endian: le
  imports:
    - mbr
  -detect:
    - {510: '55 aa', 512: '45 46 49 20 50 41 52 54'}
    - {510: '55 aa', 4096: '45 46 49 20 50 41 52 54'}
    - {512: '45 46 49 20 50 41 52 54', 524: '5c 00 00 00'}
    - {510: '55 aa', -512: '45 46 49 20 50 41 52 54'}
    - {510: '55 aa', -4096: '45 46 49 20 50 41 52 54'}
doc: |
  A protective master boot record, a header and a table of partitions at the start of a disk, and a copy of header and
  table at its end.
doc-ref: https://uefi.org/specs/UEFI/2.10/05_GUID_Partition_Table_Format.html
seq:
  - id: protective_mbr
    type: mbr
    doc: Makes the disk look full to programs that do not know GUID partition tables.
instances:
  magic_512:
    pos: 512
    size: 8
    if: _io.size >= 520
  last_magic_512:
    pos: _io.size - 512
    size: 8
    if: _io.size >= 1024
  has_512:
    value: >-
      (_io.size >= 520 and magic_512 == [0x45, 0x46, 0x49, 0x20, 0x50, 0x41, 0x52, 0x54])
      or (_io.size >= 1024 and last_magic_512 == [0x45, 0x46, 0x49, 0x20, 0x50, 0x41, 0x52, 0x54])
  sector_size:
    value: 'has_512 ? 512 : 4096'
    doc: Bytes in a sector, found by where the signature of a header is.
  header:
    pos: sector_size
    size: sector_size
    type: header
    if: _io.size >= sector_size * 2
  entries:
    pos: header.partition_entry_lba * sector_size
    size: header.size_of_partition_entry
    type: partition_entry
    repeat: expr
    repeat-expr: header.number_of_partition_entries
    doc: The table of partitions.
  backup_header:
    pos: header.alternate_lba * sector_size
    size: sector_size
    type: header
    if: header.alternate_lba * sector_size <= _io.size - sector_size
    doc: The copy that the first header points to.
  backup_entries:
    pos: backup_header.partition_entry_lba * sector_size
    size: backup_header.size_of_partition_entry
    type: partition_entry
    repeat: expr
    repeat-expr: backup_header.number_of_partition_entries
    if: header.alternate_lba * sector_size <= _io.size - sector_size
  last_sector_magic:
    pos: _io.size - sector_size
    size: 8
    if: _io.size >= sector_size * 2
  last_sector_header:
    pos: _io.size - sector_size
    size: sector_size
    type: header
    if: >-
      _io.size >= sector_size * 2
      and last_sector_magic == [0x45, 0x46, 0x49, 0x20, 0x50, 0x41, 0x52, 0x54]
    doc: The header in the last sector of the file, found without the first one.
types:
  header:
    seq:
      - id: signature
        contents: EFI PART
      - id: revision
        type: revision
      - id: header_size
        type: u4
        doc: Bytes of this header that its checksum covers.
      - id: header_crc32
        type: u4
        doc: CRC-32 of the header, computed with this field zero.
      - id: reserved
        type: u4
      - id: my_lba
        type: u8
        doc: Sector of this header.
      - id: alternate_lba
        type: u8
        doc: Sector of the other header.
      - id: first_usable_lba
        type: u8
        doc: First sector that a partition may use.
      - id: last_usable_lba
        type: u8
        doc: Last sector that a partition may use.
      - id: disk_guid
        type: guid
        size: 16
      - id: partition_entry_lba
        type: u8
        doc: First sector of the table of partitions.
      - id: number_of_partition_entries
        type: u4
      - id: size_of_partition_entry
        type: u4
        doc: Bytes of an entry, 128 times a power of two.
      - id: partition_entry_array_crc32
        type: u4
        doc: CRC-32 of the whole table.
      - id: reserved_rest
        size-eos: true
        doc: Zero up to the end of the sector.
  revision:
    -webide-representation: '{major:dec}.{minor:dec}'
    seq:
      - id: minor
        type: u2
      - id: major
        type: u2
  partition_entry:
    -webide-representation: '{partition_name} {partition_type_guid} {starting_lba:dec}-{ending_lba:dec}'
    seq:
      - id: partition_type_guid
        type: type_guid
        size: 16
      - id: unique_partition_guid
        type: guid
        size: 16
      - id: starting_lba
        type: u8
      - id: ending_lba
        type: u8
        doc: Last sector of the partition.
      - id: attributes
        type: attributes
        size: 8
      - id: partition_name
        type: strz
        size: 72
        encoding: UTF-16LE
      - id: reserved
        size-eos: true
    instances:
      is_used:
        value: partition_type_guid.data1 != partition_type::unused
      offset:
        value: starting_lba * _root.sector_size
        doc: Where the partition begins, in bytes.
        if: is_used
      length:
        value: (ending_lba - starting_lba + 1) * _root.sector_size
        doc: Size of the partition in bytes.
        if: is_used
      content:
        io: _root._io
        pos: offset
        size: '(offset + length > _root._io.size ? _root._io.size - offset : length)'
        if: is_used and ending_lba >= starting_lba and offset < _root._io.size
        doc: What is in the partition, as far as the file reaches.
  attributes:
    doc: Bits 48 to 63 mean what the owner of the partition's type says.
    seq:
      - id: required_partition
        type: b1
        doc: The firmware or the platform needs the partition.
      - id: no_block_io_protocol
        type: b1
        doc: The firmware does not offer the partition to programs.
      - id: legacy_bios_bootable
        type: b1
      - id: reserved
        type: b45
      - id: type_specific
        type: b16
    instances:
      chrome_os_priority:
        value: type_specific & 15
        doc: Of a ChromeOS kernel.
        if: _parent.as<partition_entry>.partition_type_guid.data1 == partition_type::chrome_os_kernel
      chrome_os_tries_remaining:
        value: (type_specific >> 4) & 15
        if: _parent.as<partition_entry>.partition_type_guid.data1 == partition_type::chrome_os_kernel
      chrome_os_successful_boot:
        value: (type_specific & 0x100) != 0
        if: _parent.as<partition_entry>.partition_type_guid.data1 == partition_type::chrome_os_kernel
      grow_file_system:
        value: (type_specific & 0x800) != 0
        doc: Of a Linux partition, the file system is to be grown to the partition's size.
      read_only:
        value: (type_specific & 0x1000) != 0
        doc: Of a Linux partition or of Microsoft basic data.
      shadow_copy:
        value: (type_specific & 0x2000) != 0
        doc: Of Microsoft basic data, a shadow copy of another partition.
      hidden:
        value: (type_specific & 0x4000) != 0
        doc: Of Microsoft basic data.
      no_automount:
        value: (type_specific & 0x8000) != 0
        doc: Of a Linux partition or of Microsoft basic data, not mounted or given a letter by itself.
  guid:
    -webide-representation: '{data1:hex} {data2:hex} {data3:hex} {clock_sequence:hex} {node:hex}'
    doc: Written as the parts one after the other, with hyphens between them.
    seq:
      - id: data1
        type: u4
      - id: data2
        type: u2
      - id: data3
        type: u2
      - id: clock_sequence
        type: u2be
      - id: node
        size: 6
  type_guid:
    -webide-representation: '{data1}'
    doc: |
      What a partition is for. The names go by the first 32 bits of the GUID, in which nearly all known types
      differ.
    seq:
      - id: data1
        type: u4
        enum: partition_type
      - id: data2
        type: u2
      - id: data3
        type: u2
      - id: clock_sequence
        type: u2be
      - id: node
        size: 6
    instances:
      guid:
        pos: 0
        type: guid
        size: 16
        doc: The same bytes as plain numbers.
enums:
  partition_type:
    0x00000000: unused
    0x024dee41: mbr_partition_scheme
    0xc12a7328: efi_system
    0x21686148: bios_boot
    0xd3bfe2de: intel_fast_flash
    0xf4019732: sony_boot
    0xbfbfafe7: lenovo_boot
    0xe3c9e316: microsoft_reserved
    0xebd0a0a2: microsoft_basic_data
    0x5808c8aa: microsoft_ldm_metadata
    0xaf9b60a0: microsoft_ldm_data
    0xde94bba4: windows_recovery
    0x37affc90: ibm_gpfs
    0xe75caf8f: microsoft_storage_spaces
    0x558d43c5: microsoft_storage_replica
    0x75894c1e: hp_ux_data
    0xe2a1e728: hp_ux_service
    0x0fc63daf: linux_filesystem
    0xa19d880f: linux_raid
    0x44479540: linux_root_x86
    0x4f68bce3: linux_root_x86_64
    0x69dad710: linux_root_arm
    0xb921b045: linux_root_arm64
    0x993d8d3d: linux_root_ia64
    0x77055800: linux_root_loongarch64
    0x60d5a7fe: linux_root_riscv32
    0x72ec70a6: linux_root_riscv64
    0x6523f8ae: linux_root_alpha
    0xd27f46ed: linux_root_arc
    0x1de3f1ef: linux_root_ppc
    0x912ade1d: linux_root_ppc64_be
    0xc31c45e6: linux_root_ppc64_le
    0x08a7acea: linux_root_s390
    0x5eead9a9: linux_root_s390x
    0x37c58c8a: linux_root_mips_le
    0x700bda43: linux_root_mips64_le
    0x75250d76: linux_usr_x86
    0x8484680c: linux_usr_x86_64
    0x7d0359a3: linux_usr_arm
    0xb0e01050: linux_usr_arm64
    0xb933fb22: linux_usr_riscv32
    0xbeaec34b: linux_usr_riscv64
    0xd13c5d3b: linux_root_verity_x86
    0x2c7357ed: linux_root_verity_x86_64
    0x7386cdf2: linux_root_verity_arm
    0xdf3300ce: linux_root_verity_arm64
    0x8f461b0d: linux_usr_verity_x86
    0x77ff5f63: linux_usr_verity_x86_64
    0x6e11a4e7: linux_usr_verity_arm64
    0x41092b05: linux_root_verity_signature_x86_64
    0x6db69de6: linux_root_verity_signature_arm64
    0xe7bb33fb: linux_usr_verity_signature_x86_64
    0xc23ce4ff: linux_usr_verity_signature_arm64
    0xc50cdd70: linux_root_tilegx
    0xe18cf08c: linux_usr_alpha
    0x7978a683: linux_usr_arc
    0x4301d2a6: linux_usr_ia64
    0xe611c702: linux_usr_loongarch64
    0x0f4868e9: linux_usr_mips_le
    0xc97c1f32: linux_usr_mips64_le
    0x7d14fec5: linux_usr_ppc
    0x2c9739e2: linux_usr_ppc64_be
    0x15bb03af: linux_usr_ppc64_le
    0xcd0f869b: linux_usr_s390
    0x8a4f5770: linux_usr_s390x
    0x55497029: linux_usr_tilegx
    0xfc56d9e9: linux_root_verity_alpha
    0x24b2d975: linux_root_verity_arc
    0x86ed10d5: linux_root_verity_ia64
    0xf3393b22: linux_root_verity_loongarch64
    0xd7d150d2: linux_root_verity_mips_le
    0x16b417f8: linux_root_verity_mips64_le
    0x98cfe649: linux_root_verity_ppc
    0x9225a9a3: linux_root_verity_ppc64_be
    0x906bd944: linux_root_verity_ppc64_le
    0xae0253be: linux_root_verity_riscv32
    0xb6ed5582: linux_root_verity_riscv64
    0x7ac63b47: linux_root_verity_s390
    0xb325bfbe: linux_root_verity_s390x
    0x966061ec: linux_root_verity_tilegx
    0x8cce0d25: linux_usr_verity_alpha
    0xfca0598c: linux_usr_verity_arc
    0xc215d751: linux_usr_verity_arm
    0x6a491e03: linux_usr_verity_ia64
    0xf46b2c26: linux_usr_verity_loongarch64
    0x46b98d8d: linux_usr_verity_mips_le
    0x3c3d61fe: linux_usr_verity_mips64_le
    0xdf765d00: linux_usr_verity_ppc
    0xbdb528a5: linux_usr_verity_ppc64_be
    0xee2b9983: linux_usr_verity_ppc64_le
    0xcb1ee4e3: linux_usr_verity_riscv32
    0x8f1056be: linux_usr_verity_riscv64
    0xb663c618: linux_usr_verity_s390
    0x31741cc4: linux_usr_verity_s390x
    0x2fb4bf56: linux_usr_verity_tilegx
    0x5996fc05: linux_root_verity_signature_x86
    0xd46495b7: linux_root_verity_signature_alpha
    0x143a70ba: linux_root_verity_signature_arc
    0x42b0455f: linux_root_verity_signature_arm
    0xe98b36ee: linux_root_verity_signature_ia64
    0x5afb67eb: linux_root_verity_signature_loongarch64
    0xc919cc1f: linux_root_verity_signature_mips_le
    0x904e58ef: linux_root_verity_signature_mips64_le
    0x1b31b5aa: linux_root_verity_signature_ppc
    0xf5e2c20c: linux_root_verity_signature_ppc64_be
    0xd4a236e7: linux_root_verity_signature_ppc64_le
    0x3a112a75: linux_root_verity_signature_riscv32
    0xefe0f087: linux_root_verity_signature_riscv64
    0x3482388e: linux_root_verity_signature_s390
    0xc80187a5: linux_root_verity_signature_s390x
    0xb3671439: linux_root_verity_signature_tilegx
    0x974a71c0: linux_usr_verity_signature_x86
    0x5c6e1c76: linux_usr_verity_signature_alpha
    0x94f9a9a1: linux_usr_verity_signature_arc
    0xd7ff812f: linux_usr_verity_signature_arm
    0x8de58bc2: linux_usr_verity_signature_ia64
    0xb024f315: linux_usr_verity_signature_loongarch64
    0x3e23ca0b: linux_usr_verity_signature_mips_le
    0xf2c2c7ee: linux_usr_verity_signature_mips64_le
    0x7007891d: linux_usr_verity_signature_ppc
    0x0b888863: linux_usr_verity_signature_ppc64_be
    0xc8bfbd1e: linux_usr_verity_signature_ppc64_le
    0xc3836a13: linux_usr_verity_signature_riscv32
    0xd2f9000a: linux_usr_verity_signature_riscv64
    0x17440e4f: linux_usr_verity_signature_s390
    0x3f324816: linux_usr_verity_signature_s390x
    0x4ede75e2: linux_usr_verity_signature_tilegx
    0xbc13c2ff: linux_extended_boot
    0x0657fd6d: linux_swap
    0xe6d6d379: linux_lvm
    0x933ac7e1: linux_home
    0x3b8f8425: linux_server_data
    0x4d21b016: linux_variable_data
    0x7ec6f557: linux_temporary_data
    0x773f91ef: linux_user_home
    0x7ffec5c9: linux_plain_dm_crypt
    0xca7d7ccb: linux_luks
    0x8da63339: linux_reserved
    0x83bd6b9d: freebsd_boot
    0x516e7cb4: freebsd_data
    0x516e7cb5: freebsd_swap
    0x516e7cb6: freebsd_ufs
    0x516e7cb8: freebsd_vinum
    0x516e7cba: freebsd_zfs
    0x74ba7dd9: freebsd_nandfs
    0x48465300: apple_hfs_plus
    0x7c3457ef: apple_apfs
    0x55465300: apple_ufs
    0x52414944: apple_raid
    0x426f6f74: apple_boot
    0x4c616265: apple_label
    0x5265636f: apple_tv_recovery
    0x53746f72: apple_core_storage
    0x69646961: apple_apfs_preboot
    0x52637672: apple_apfs_recovery
    0x6a82cb45: solaris_boot
    0x6a85cf4d: solaris_root
    0x6a87c46f: solaris_swap
    0x6a8b642b: solaris_backup
    0x6a898cc3: solaris_usr_or_zfs
    0x6a8ef2e9: solaris_var
    0x6a90ba39: solaris_home
    0x6a9283a5: solaris_alternate_sector
    0x6a945a3b: solaris_reserved_1
    0x6a9630d1: solaris_reserved_2
    0x6a980767: solaris_reserved_3
    0x6a96237f: solaris_reserved_4
    0x6a8d2ac7: solaris_reserved_5
    0x49f48d32: netbsd_swap
    0x49f48d5a: netbsd_ffs
    0x49f48d82: netbsd_lfs
    0x49f48daa: netbsd_raid
    0x2db519c4: netbsd_concatenated
    0x2db519ec: netbsd_encrypted
    0xfe3a2a5d: chrome_os_kernel
    0x3cb8e202: chrome_os_root
    0xcab6e88e: chrome_os_firmware
    0x2e0a753d: chrome_os_reserved
    0x09845860: chrome_os_minios
    0x3f0f8318: chrome_os_hibernate
    0x42465331: haiku_bfs
    0x85d5e45e: midnightbsd_boot
    0x85d5e45a: midnightbsd_data
    0x85d5e45b: midnightbsd_swap
    0x0394ef8b: midnightbsd_ufs
    0x85d5e45c: midnightbsd_vinum
    0x85d5e45d: midnightbsd_zfs
    0x45b0969e: ceph_journal
    0x4fbd7e29: ceph_osd
    0x824cc7a0: openbsd_data
    0xcef5a9ad: qnx6
    0xc91818f9: plan9
    0x9d275380: vmware_vmkcore
    0xaa31e02a: vmware_vmfs
    0x9198effc: vmware_reserved
    0x9e1a2d38: ppc_prep_boot
    0x3de21764: u_boot_environment
    0x9d087404: dragonfly_label32
    0x3d48ce54: dragonfly_label64
    0x9d58fdbd: dragonfly_swap
    0x9d94ce7c: dragonfly_ufs1
    0x9dd4478f: dragonfly_vinum
    0xdbd5211b: dragonfly_ccd
    0x61dc63ac: dragonfly_hammer
    0x5cbb9ad1: dragonfly_hammer2
    0xbd215ab2: dragonfly_legacy
    0x7412f7d5: onie_boot
    0xd4e6e2cd: onie_config
    0x89c57f98: ceph_disk_in_creation
    0x381cfccc: vmware_virtual_san
    0x77719a0c: vmware_virsto
    0x5b193300: hifive_fsbl
    0x2e54b353: hifive_bbl
    0x6828311a: marvell_armada_3700_boot_partition
