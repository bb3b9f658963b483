# Partition table of a PC disk: the master boot record and the chain of extended boot records.
# Specification: IBM PC DOS partition table as in UEFI 2.10, section 5.2.1 "Legacy Master Boot Record", and
# "Properties of partition tables" by Andries Brouwer.
meta:
  id: mbr
  title: Master boot record
  file-extension: [mbr, img, dd, raw]
  license: Apache-2.0
  endian: le
  -detect:
    - {446: '00', 450: '01', 462: '00', 510: '55 aa'}
    - {446: '00', 450: '04', 462: '00', 510: '55 aa'}
    - {446: '00', 450: '05', 462: '00', 510: '55 aa'}
    - {446: '00', 450: '06', 462: '00', 510: '55 aa'}
    - {446: '00', 450: '07', 462: '00', 510: '55 aa'}
    - {446: '00', 450: '0b', 462: '00', 510: '55 aa'}
    - {446: '00', 450: '0c', 462: '00', 510: '55 aa'}
    - {446: '00', 450: '0e', 462: '00', 510: '55 aa'}
    - {446: '00', 450: '0f', 462: '00', 510: '55 aa'}
    - {446: '00', 450: '27', 462: '00', 510: '55 aa'}
    - {446: '00', 450: '82', 462: '00', 510: '55 aa'}
    - {446: '00', 450: '83', 462: '00', 510: '55 aa'}
    - {446: '00', 450: '8e', 462: '00', 510: '55 aa'}
    - {446: '00', 450: 'a5', 462: '00', 510: '55 aa'}
    - {446: '00', 450: 'a6', 462: '00', 510: '55 aa'}
    - {446: '00', 450: 'ef', 462: '00', 510: '55 aa'}
    - {446: '00', 450: 'fd', 462: '00', 510: '55 aa'}
    - {446: '80', 450: '01', 462: '00', 510: '55 aa'}
    - {446: '80', 450: '04', 462: '00', 510: '55 aa'}
    - {446: '80', 450: '06', 462: '00', 510: '55 aa'}
    - {446: '80', 450: '07', 462: '00', 510: '55 aa'}
    - {446: '80', 450: '0b', 462: '00', 510: '55 aa'}
    - {446: '80', 450: '0c', 462: '00', 510: '55 aa'}
    - {446: '80', 450: '0e', 462: '00', 510: '55 aa'}
    - {446: '80', 450: '17', 462: '00', 510: '55 aa'}
    - {446: '80', 450: '27', 462: '00', 510: '55 aa'}
    - {446: '80', 450: '83', 462: '00', 510: '55 aa'}
    - {446: '80', 450: 'a5', 462: '00', 510: '55 aa'}
    - {446: '80', 450: 'a6', 462: '00', 510: '55 aa'}
    - {446: '80', 450: 'a9', 462: '00', 510: '55 aa'}
    - {446: '00', 450: '07', 462: '80', 510: '55 aa'}
    - {446: '00', 450: '27', 462: '80', 510: '55 aa'}
    - {446: '00', 450: '82', 462: '80', 510: '55 aa'}
    - {446: '00', 450: '83', 462: '80', 510: '55 aa'}
    - {446: '00', 450: '00', 462: '80', 466: '83', 478: '00', 510: '55 aa'}
doc: |
  First sector of a partitioned disk: boot code and four partitions. An extended partition holds a chain of extended
  boot records, each with one logical partition and the place of the next record. Sectors have 512 bytes here.
doc-ref:
  - https://uefi.org/specs/UEFI/2.10/05_GUID_Partition_Table_Format.html
  - https://aeb.win.tue.nl/partitions/partition_types-1.html
seq:
  - id: bootstrap_code
    size: 440
    doc: Machine code that the firmware runs.
  - id: disk_signature
    type: u4
    doc: Number by which an operating system knows this disk.
  - id: copy_protected
    type: u2
    doc: 0x5a5a marks the disk as copy-protected; else zero.
  - id: partitions
    type: partition(0, 0)
    repeat: expr
    repeat-expr: 4
  - id: boot_signature
    contents: [0x55, 0xaa]
instances:
  sector_size:
    value: 512
    doc: Bytes in a sector; disks with larger sectors count in their own.
types:
  partition:
    -webide-representation: '{partition_type} {lba_start:dec} +{num_sectors:dec}'
    doc: One of the four entries of a table, 16 bytes.
    params:
      - id: own_base
        type: u8
        doc: Sector that the start of an ordinary partition counts from.
      - id: extended_base
        type: u8
        doc: Sector that the start of an extended partition counts from.
    seq:
      - id: status
        type: u1
        enum: boot_status
      - id: chs_start
        type: chs
      - id: partition_type
        type: u1
        enum: partition_type
      - id: chs_end
        type: chs
        doc: Last sector of the partition.
      - id: lba_start
        type: u4
        doc: First sector, counted from the disk's start, or, in an extended boot record, from a place given there.
      - id: num_sectors
        type: u4
        doc: Number of sectors.
    instances:
      is_extended:
        value: >-
          partition_type == partition_type::extended_chs or partition_type == partition_type::extended_lba
          or partition_type == partition_type::linux_extended
      is_used:
        value: partition_type != partition_type::empty and num_sectors != 0
      first_sector:
        value: '(is_extended ? extended_base : own_base) + lba_start'
        doc: First sector, counted from the disk's start.
      last_sector:
        value: first_sector + num_sectors - 1
        if: is_used
      offset:
        value: first_sector * 512
        doc: Where the partition begins, in bytes.
      length:
        value: num_sectors * 512
        doc: Size of the partition in bytes.
      extended_boot_record:
        io: _root._io
        pos: offset
        type: 'extended_boot_record(first_sector, (extended_base == 0 ? first_sector : extended_base))'
        if: is_extended and is_used and lba_start != 0 and offset + 512 <= _root._io.size
        doc: The record at the start of an extended partition; it leads to the next one.
      content:
        io: _root._io
        pos: offset
        size: '(offset + length > _root._io.size ? _root._io.size - offset : length)'
        if: >-
          is_used and not is_extended and partition_type != partition_type::gpt_protective
          and lba_start != 0 and offset < _root._io.size
        doc: What is in the partition, as far as the file reaches.
  extended_boot_record:
    doc: Has the layout of a master boot record, with two entries in use, a logical partition and the next record.
    params:
      - id: sector
        type: u8
        doc: Sector of this record.
      - id: extended_base
        type: u8
        doc: First sector of the outermost extended partition.
    seq:
      - id: bootstrap_code
        size: 446
      - id: partitions
        type: partition(sector, extended_base)
        repeat: expr
        repeat-expr: 4
      - id: boot_signature
        contents: [0x55, 0xaa]
  chs:
    -webide-representation: '{cylinder:dec}/{head:dec}/{sector:dec}'
    doc: Place of a sector by cylinder, head and sector; 1023/254/63 or all ones where it is beyond what fits.
    seq:
      - id: head
        type: u1
      - id: cylinder_high
        type: b2
        doc: Bits 8 and 9 of the cylinder.
      - id: sector
        type: b6
        doc: Counted from 1.
      - id: cylinder_low
        type: u1
        doc: Bits 0 to 7 of the cylinder.
    instances:
      cylinder:
        value: (cylinder_high << 8) | cylinder_low
enums:
  boot_status:
    0x00: inactive
    0x80: active
  partition_type:
    0x00: empty
    0x01: fat12
    0x02: xenix_root
    0x03: xenix_usr
    0x04: fat16_small
    0x05: extended_chs
    0x06: fat16
    0x07: ntfs_exfat_hpfs
    0x08: aix_boot
    0x09: aix_data
    0x0a: os2_boot_manager
    0x0b: fat32_chs
    0x0c: fat32_lba
    0x0e: fat16_lba
    0x0f: extended_lba
    0x10: opus
    0x11: hidden_fat12
    0x12: diagnostics
    0x14: hidden_fat16_small
    0x16: hidden_fat16
    0x17: hidden_ntfs_hpfs
    0x18: ast_smartsleep
    0x1b: hidden_fat32_chs
    0x1c: hidden_fat32_lba
    0x1e: hidden_fat16_lba
    0x24: nec_dos
    0x27: windows_recovery
    0x35: os2_jfs
    0x39: plan9
    0x3c: partition_magic_recovery
    0x40: venix_80286
    0x41: ppc_prep_boot
    0x42: windows_dynamic_disk
    0x4d: qnx4
    0x4e: qnx4_second
    0x4f: qnx4_third
    0x50: ontrack_dm
    0x51: ontrack_dm6_aux1
    0x52: cpm
    0x53: ontrack_dm6_aux3
    0x54: ontrack_dm6_ddo
    0x55: ez_drive
    0x56: golden_bow
    0x5c: priam_edisk
    0x61: speedstor
    0x63: unix_system_v
    0x64: netware_286
    0x65: netware_386
    0x70: disksecure_multiboot
    0x75: pc_ix
    0x77: qnx6
    0x78: xosl
    0x80: minix_old
    0x81: minix
    0x82: linux_swap_solaris
    0x83: linux
    0x84: hibernation
    0x85: linux_extended
    0x86: fat16_fault_tolerant
    0x87: ntfs_fault_tolerant
    0x88: linux_plaintext
    0x8e: linux_lvm
    0x93: amoeba
    0x94: amoeba_bad_blocks
    0x9f: bsd_os
    0xa0: thinkpad_hibernation
    0xa5: freebsd
    0xa6: openbsd
    0xa7: nextstep
    0xa8: apple_ufs
    0xa9: netbsd
    0xab: apple_boot
    0xac: apple_raid
    0xaf: apple_hfs
    0xb7: bsdi
    0xb8: bsdi_swap
    0xbb: boot_wizard_hidden
    0xbc: acronis_secure_zone
    0xbe: solaris_boot
    0xbf: solaris
    0xc0: ctos
    0xc1: drdos_fat12
    0xc4: drdos_fat16_small
    0xc6: drdos_fat16
    0xc7: syrinx
    0xda: non_file_system_data
    0xdb: concurrent_cpm
    0xde: dell_utility
    0xdf: bootit
    0xe1: speedstor_fat12
    0xe3: speedstor_read_only
    0xe4: speedstor_fat16
    0xea: linux_extended_boot
    0xeb: beos
    0xee: gpt_protective
    0xef: efi_system
    0xf0: linux_pa_risc_boot
    0xf1: speedstor_large
    0xf2: dos_secondary
    0xf4: speedstor_primary
    0xfb: vmware_vmfs
    0xfc: vmware_swap
    0xfd: linux_raid
    0xfe: lanstep
    0xff: xenix_bad_blocks
