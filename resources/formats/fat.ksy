# File system FAT12, FAT16 or FAT32, from the boot sector to directories and files.
# Specification: Microsoft "FAT: General Overview of On-Disk Format", version 1.03 (FAT32 File System Specification),
# and ECMA-107.
meta:
  id: fat
  title: FAT file system
  file-extension: [img, ima, dd, vfd, fat]
  license: Apache-2.0
  endian: le
  bit-endian: le
  -detect:
    - {0: 'eb ?? 90', 38: '29', 54: '46 41 54 31 32', 510: '55 aa'}
    - {0: 'eb ?? 90', 38: '29', 54: '46 41 54 31 36', 510: '55 aa'}
    - {0: 'eb ?? 90', 38: '29', 54: '46 41 54 20 20', 510: '55 aa'}
    - {0: 'e9', 38: '29', 54: '46 41 54', 510: '55 aa'}
    - {0: 'eb ?? 90', 66: '29', 82: '46 41 54 33 32 20 20 20', 510: '55 aa'}
    - {0: 'eb ?? 90', 17: '00 00', 22: '00 00', 66: '28', 510: '55 aa'}
doc: |
  A boot sector with the sizes of everything, tables that link the clusters of a file, and directories. The kind of the
  table follows from the number of clusters; a volume whose 16-bit size of the table is zero is FAT32.
doc-ref: https://download.microsoft.com/download/1/6/1/161ba512-40e2-4cc9-843a-923143f3456c/fatgen103.doc
seq:
  - id: boot_sector
    type: boot_sector
    size: 512
instances:
  bytes_per_sector:
    value: boot_sector.bytes_per_sector
  cluster_size:
    value: boot_sector.sectors_per_cluster * bytes_per_sector
    doc: Bytes in a cluster.
  root_dir_sectors:
    value: (boot_sector.root_entry_count * 32 + bytes_per_sector - 1) / bytes_per_sector
    doc: Sectors of the root directory of FAT12 and FAT16.
  sectors_per_fat:
    value: >-
      boot_sector.is_fat32 ? boot_sector.extended.as<extended_bpb_32>.sectors_per_fat_32
      : boot_sector.sectors_per_fat_16
  total_sectors:
    value: 'boot_sector.total_sectors_16 != 0 ? boot_sector.total_sectors_16 : boot_sector.total_sectors_32'
  first_data_sector:
    value: boot_sector.reserved_sector_count + boot_sector.num_fats * sectors_per_fat + root_dir_sectors
    doc: Sector of cluster 2.
  cluster_count:
    value: (total_sectors - first_data_sector) / boot_sector.sectors_per_cluster
    doc: Clusters of the data area; they have the numbers from 2 on.
  fat_bits:
    value: 'boot_sector.is_fat32 ? 32 : cluster_count < 4085 ? 12 : 16'
    doc: Bits of an entry of the table.
  active_fat_offset:
    value: >-
      (boot_sector.reserved_sector_count + (boot_sector.is_fat32
      and boot_sector.extended.as<extended_bpb_32>.mirroring_disabled
      ? boot_sector.extended.as<extended_bpb_32>.active_fat * sectors_per_fat : 0)) * bytes_per_sector
    doc: Where the table that is in use begins.
  root_directory_offset:
    value: >-
      boot_sector.is_fat32
      ? (first_data_sector + (boot_sector.extended.as<extended_bpb_32>.root_cluster - 2)
      * boot_sector.sectors_per_cluster) * bytes_per_sector
      : (boot_sector.reserved_sector_count + boot_sector.num_fats * sectors_per_fat) * bytes_per_sector
  reserved_area:
    pos: 0
    size: boot_sector.reserved_sector_count * bytes_per_sector
    doc: Everything before the first table, the boot sector too.
  fs_info:
    pos: boot_sector.extended.as<extended_bpb_32>.fs_info_sector * bytes_per_sector
    type: fs_info
    size: 512
    if: boot_sector.is_fat32 and boot_sector.extended.as<extended_bpb_32>.has_fs_info
  backup_boot_sector:
    pos: boot_sector.extended.as<extended_bpb_32>.backup_boot_sector * bytes_per_sector
    type: boot_sector
    size: 512
    if: boot_sector.is_fat32 and boot_sector.extended.as<extended_bpb_32>.has_backup
  backup_fs_info:
    pos: >-
      (boot_sector.extended.as<extended_bpb_32>.backup_boot_sector
      + boot_sector.extended.as<extended_bpb_32>.fs_info_sector) * bytes_per_sector
    type: fs_info
    size: 512
    if: >-
      boot_sector.is_fat32 and boot_sector.extended.as<extended_bpb_32>.has_backup
      and boot_sector.extended.as<extended_bpb_32>.has_fs_info
  fats:
    pos: boot_sector.reserved_sector_count * bytes_per_sector
    size: sectors_per_fat * bytes_per_sector
    type:
      switch-on: fat_bits
      cases:
        12: fat12
        16: fat16
        32: fat32
    repeat: expr
    repeat-expr: boot_sector.num_fats
    doc: The copies of the table. An entry holds the number of the cluster that follows in a file.
  root_directory:
    pos: root_directory_offset
    size: 'boot_sector.is_fat32 ? cluster_size : boot_sector.root_entry_count * 32'
    type: 'directory(boot_sector.is_fat32 ? boot_sector.extended.as<extended_bpb_32>.root_cluster : 0, 0)'
types:
  boot_sector:
    seq:
      - id: jump
        size: 3
        doc: Machine code that jumps over the numbers.
      - id: oem_name
        type: str
        size: 8
        encoding: ASCII
      - id: bytes_per_sector
        type: u2
      - id: sectors_per_cluster
        type: u1
      - id: reserved_sector_count
        type: u2
        doc: Sectors before the first table.
      - id: num_fats
        type: u1
        doc: Copies of the table.
      - id: root_entry_count
        type: u2
        doc: Entries of the root directory; zero in FAT32, which has it among the clusters.
      - id: total_sectors_16
        type: u2
        doc: Sectors of the volume; zero when the 32-bit field holds them.
      - id: media
        type: u1
        enum: media
      - id: sectors_per_fat_16
        type: u2
        doc: Sectors of one table; zero in FAT32.
      - id: sectors_per_track
        type: u2
      - id: num_heads
        type: u2
      - id: hidden_sectors
        type: u4
        doc: Sectors of the disk before this volume.
      - id: total_sectors_32
        type: u4
      - id: extended
        size: 474
        type:
          switch-on: is_fat32
          cases:
            true: extended_bpb_32
            false: extended_bpb_16
      - id: boot_signature
        size: 2
        doc: The bytes 55 aa.
    instances:
      is_fat32:
        value: sectors_per_fat_16 == 0
  extended_bpb_16:
    seq:
      - id: tail
        type: bpb_tail
      - id: boot_code
        size-eos: true
  extended_bpb_32:
    seq:
      - id: sectors_per_fat_32
        type: u4
        doc: Sectors of one table.
      - id: active_fat
        type: b4
        doc: Number of the table in use, when they are not kept equal.
      - id: reserved_flags_1
        type: b3
      - id: mirroring_disabled
        type: b1
      - id: reserved_flags_2
        type: b8
      - id: fs_version_minor
        type: u1
      - id: fs_version_major
        type: u1
      - id: root_cluster
        type: u4
        doc: First cluster of the root directory.
      - id: fs_info_sector
        type: u2
      - id: backup_boot_sector
        type: u2
      - id: reserved
        size: 12
      - id: tail
        type: bpb_tail
      - id: boot_code
        size-eos: true
    instances:
      has_fs_info:
        value: fs_info_sector != 0 and fs_info_sector != 0xffff
      has_backup:
        value: backup_boot_sector != 0 and backup_boot_sector != 0xffff
  bpb_tail:
    seq:
      - id: drive_number
        type: u1
        enum: drive
      - id: dirty
        type: b1
        doc: Set while the volume is mounted.
      - id: surface_test_needed
        type: b1
      - id: reserved
        type: b6
      - id: extended_boot_signature
        type: u1
        doc: 0x29 when the three fields after it are there, 0x28 when only the first one is.
      - id: volume_id
        type: u4
        if: extended_boot_signature == 0x29 or extended_boot_signature == 0x28
      - id: volume_label
        type: str
        size: 11
        encoding: IBM437
        pad-right: 0x20
        if: extended_boot_signature == 0x29
      - id: file_system_type
        type: str
        size: 8
        encoding: ASCII
        pad-right: 0x20
        doc: For people to read; the number of clusters decides.
        if: extended_boot_signature == 0x29
  fs_info:
    seq:
      - id: lead_signature
        contents: RRaA
      - id: reserved_1
        size: 480
      - id: structure_signature
        contents: rrAa
      - id: free_cluster_count
        type: u4
        doc: Last known number of free clusters, 0xffffffff when not known.
      - id: next_free_cluster
        type: u4
        doc: Where to look for free clusters first.
      - id: reserved_2
        size: 12
      - id: trail_signature
        contents: [0, 0, 0x55, 0xaa]
  fat12:
    seq:
      - id: entries
        type: b12
        enum: fat12_entry
        repeat: expr
        repeat-expr: '_root.cluster_count + 2 < _io.size * 2 / 3 ? _root.cluster_count + 2 : _io.size * 2 / 3'
      - id: unused
        size-eos: true
  fat16:
    seq:
      - id: entries
        type: u2
        enum: fat16_entry
        repeat: expr
        repeat-expr: '_root.cluster_count + 2 < _io.size / 2 ? _root.cluster_count + 2 : _io.size / 2'
      - id: unused
        size-eos: true
    instances:
      clean_shutdown:
        value: (entries[1].to_i & 0x8000) != 0
      no_disk_errors:
        value: (entries[1].to_i & 0x4000) != 0
  fat32:
    seq:
      - id: entries
        type: u4
        enum: fat32_entry
        repeat: expr
        repeat-expr: '_root.cluster_count + 2 < _io.size / 4 ? _root.cluster_count + 2 : _io.size / 4'
        doc: The four highest bits do not belong to the number.
      - id: unused
        size-eos: true
    instances:
      clean_shutdown:
        value: (entries[1].to_i & 0x8000000) != 0
      no_disk_errors:
        value: (entries[1].to_i & 0x4000000) != 0
  link:
    -webide-representation: '{number:dec}'
    doc: Entry of the table in use for one cluster.
    params:
      - id: cluster
        type: u4
    seq:
      - id: raw
        type:
          switch-on: _root.fat_bits
          cases:
            32: u4
            _: u2
    instances:
      number:
        value: >-
          _root.fat_bits == 16 ? raw : _root.fat_bits == 32 ? raw & 0xfffffff
          : cluster % 2 == 1 ? raw >> 4 : raw & 0xfff
      is_cluster:
        value: number >= 2 and number < _root.cluster_count + 2
        doc: Another cluster follows.
      is_end:
        value: 'number >= (_root.fat_bits == 12 ? 0xff8 : _root.fat_bits == 16 ? 0xfff8 : 0xffffff8)'
  directory:
    doc: The entries of one cluster of a directory, or of the root directory of FAT12 and FAT16.
    params:
      - id: cluster
        type: u4
        doc: Number of this cluster; zero for the root directory of FAT12 and FAT16.
      - id: place
        type: u4
        doc: How many clusters of the directory come before this one.
    seq:
      - id: entries
        type: entry(_index)
        size: 32
        repeat: eos
    instances:
      link:
        io: _root._io
        pos: _root.active_fat_offset + cluster * _root.fat_bits / 8
        type: link(cluster)
        if: cluster >= 2 and cluster < _root.cluster_count + 2
      next:
        io: _root._io
        pos: >-
          (_root.first_data_sector + (link.number - 2) * _root.boot_sector.sectors_per_cluster)
          * _root.bytes_per_sector
        size: _root.cluster_size
        type: directory(link.number, place + 1)
        if: cluster >= 2 and cluster < _root.cluster_count + 2 and link.is_cluster
        doc: The next cluster of the same directory.
  entry:
    -webide-representation: '{body}'
    params:
      - id: index
        type: u4
        doc: Number of the entry in its cluster.
    seq:
      - id: body
        type:
          switch-on: kind
          cases:
            entry_kind::never_used: unused_entry
            entry_kind::long_name: long_name_entry
            _: short_entry
    instances:
      first_byte:
        pos: 0
        type: u1
      attributes:
        pos: 11
        type: u1
      kind:
        value: 'first_byte == 0 ? 0 : (attributes & 0x3f) == 15 ? 2 : 1'
        enum: entry_kind
      has_before:
        value: index > 0 or _parent.as<directory>.place > 0
      before:
        value: >-
          index > 0 ? _parent.as<directory>.entries[index - 1]
          : _parent.as<directory>._parent.as<directory>.entries.last
        if: has_before
        doc: The entry before this one, which may be in the cluster before.
      has_long_before:
        value: has_before and before.kind == entry_kind::long_name
  unused_entry:
    -webide-representation: 'not used'
    seq:
      - id: data
        size-eos: true
  long_name_entry:
    -webide-representation: '{number:dec} {name}'
    doc: Up to 13 characters of a long name. The last part of the name comes first.
    seq:
      - id: number
        type: b5
        doc: Place of the part in the name, from 1.
      - id: reserved
        type: b1
      - id: is_last
        type: b1
        doc: The last part of the name.
      - id: is_deleted
        type: b1
        doc: Set when the first byte is e5; the number is lost then.
      - id: part_1
        type: strz
        size: 10
        encoding: UTF-16LE
      - id: attributes
        type: attributes
      - id: type
        type: u1
        doc: Zero for a part of a name.
      - id: checksum
        type: u1
        doc: Checksum of the short name that the long name belongs to.
      - id: part_2
        type: strz
        size: 12
        encoding: UTF-16LE
      - id: first_cluster
        type: u2
        doc: Always zero.
      - id: part_3
        type: strz
        size: 4
        encoding: UTF-16LE
    instances:
      name:
        value: 'part_1.length < 5 ? part_1 : part_2.length < 6 ? part_1 + part_2 : part_1 + part_2 + part_3'
      has_rest:
        value: >-
          not is_last and not is_deleted and _parent.as<entry>.has_long_before
          and _parent.as<entry>.before.body.as<long_name_entry>.number == number + 1
          and _parent.as<entry>.before.body.as<long_name_entry>.checksum == checksum
      name_from_here:
        value: >-
          has_rest ? name + _parent.as<entry>.before.body.as<long_name_entry>.name_from_here.as<str> : name
        doc: This part of the name and those that follow it.
  short_entry:
    -webide-representation: '{short_name}.{extension} {long_name} {file_size:dec}'
    seq:
      - id: short_name
        type: str
        size: 8
        encoding: IBM437
        pad-right: 0x20
        doc: A first byte of e5 marks a deleted entry, 05 stands for the character e5.
      - id: extension
        type: str
        size: 3
        encoding: IBM437
        pad-right: 0x20
      - id: attributes
        type: attributes
      - id: reserved_1
        type: b3
      - id: lower_case_name
        type: b1
        doc: The name is to be shown in lower case.
      - id: lower_case_extension
        type: b1
      - id: reserved_2
        type: b3
      - id: creation_centiseconds
        type: u1
        doc: Hundredths of a second to be added to the time of creation, 0 to 199.
      - id: creation_time
        type: u4
        -time: dos
      - id: last_access_date
        type: u2
        -time: dos-date
      - id: first_cluster_high
        type: u2
        doc: High half of the first cluster's number in FAT32.
      - id: write_time
        type: u4
        -time: dos
      - id: first_cluster_low
        type: u2
      - id: file_size
        type: u4
        doc: Bytes in the file; zero for a directory.
    instances:
      is_deleted:
        value: _parent.as<entry>.first_byte == 0xe5
      first_cluster:
        value: '_root.fat_bits == 32 ? (first_cluster_high << 16) | first_cluster_low : first_cluster_low'
      has_cluster:
        value: first_cluster >= 2 and first_cluster < _root.cluster_count + 2
      long_name:
        value: _parent.as<entry>.before.body.as<long_name_entry>.name_from_here
        if: not is_deleted and _parent.as<entry>.has_long_before
      offset:
        value: >-
          (_root.first_data_sector + (first_cluster - 2) * _root.boot_sector.sectors_per_cluster)
          * _root.bytes_per_sector
        doc: Where the first cluster is.
        if: has_cluster
      last_link:
        io: _root._io
        pos: >-
          _root.active_fat_offset
          + (first_cluster + (file_size - 1) / _root.cluster_size) * _root.fat_bits / 8
        type: link(first_cluster + (file_size - 1) / _root.cluster_size)
        doc: Entry of the cluster that is the file's last one if its clusters follow one another.
        if: >-
          has_cluster and file_size > 0
          and first_cluster + (file_size - 1) / _root.cluster_size < _root.cluster_count + 2
      is_contiguous:
        value: >-
          has_cluster and file_size > 0
          and first_cluster + (file_size - 1) / _root.cluster_size < _root.cluster_count + 2
          and last_link.is_end
      content:
        io: _root._io
        pos: offset
        size: file_size
        doc: What is in the file, when its clusters follow one another.
        if: is_contiguous and not attributes.directory and not attributes.volume_id
      directory:
        io: _root._io
        pos: offset
        size: _root.cluster_size
        type: directory(first_cluster, 0)
        doc: What is in the directory.
        if: attributes.directory and has_cluster and not is_deleted and _parent.as<entry>.first_byte != 0x2e
  attributes:
    seq:
      - id: read_only
        type: b1
      - id: hidden
        type: b1
      - id: system
        type: b1
      - id: volume_id
        type: b1
        doc: The entry holds the name of the volume.
      - id: directory
        type: b1
      - id: archive
        type: b1
        doc: Changed since the last backup.
      - id: reserved
        type: b2
enums:
  media:
    0xf0: removable
    0xf8: fixed
    0xf9: floppy_720k_or_1200k
    0xfa: floppy_320k
    0xfb: floppy_640k
    0xfc: floppy_180k
    0xfd: floppy_360k
    0xfe: floppy_160k
    0xff: floppy_320k_8_sectors
  drive:
    0x00: floppy
    0x80: hard_disk
  entry_kind:
    0: never_used
    1: short
    2: long_name
  fat12_entry:
    0x000: free
    0x001: reserved
    0xff0: first_entry_removable
    0xff7: bad
    0xff8: end_of_chain_ff8
    0xfff: end_of_chain
  fat16_entry:
    0x0000: free
    0x0001: reserved
    0xfff7: bad
    0xfff8: end_of_chain_fff8
    0xffff: end_of_chain
  fat32_entry:
    0x00000000: free
    0x00000001: reserved
    0x0ffffff7: bad
    0x0ffffff8: end_of_chain_ffffff8
    0x0fffffff: end_of_chain
