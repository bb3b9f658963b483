# Version, flags and attributes in the headers of a ZIP archive.
# Specification: PKWARE "APPNOTE.TXT - .ZIP File Format Specification" 6.3.10.
meta:
  id: zip_attributes
  title: ZIP header attributes
  license: Apache-2.0
  endian: le
doc: |
  Types that the local headers and the central directory of a ZIP archive share; of no use alone.
doc-ref: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
types:
  version:
    seq:
      - id: specification
        type: u1
        doc: Version of the specification times ten.
      - id: host_system
        type: u1
        enum: host_systems
  general_purpose_flags:
    meta:
      bit-endian: le
    seq:
      - id: encrypted
        type: b1
      - id: compression_option
        type: b2
        doc: |
          Deflate: 0 normal, 1 maximum, 2 fast, 3 super fast. LZMA: bit 0 says that an end marker is used. Imploding:
          bit 0 says 8 KiB dictionary, bit 1 says three Shannon-Fano trees.
      - id: has_data_descriptor
        type: b1
        doc: CRC and sizes were not known when the local header was written; they follow the data.
      - id: enhanced_deflating
        type: b1
      - id: compressed_patched_data
        type: b1
      - id: strong_encryption
        type: b1
      - id: unused
        type: b4
      - id: utf8
        type: b1
        doc: File name and comment are in UTF-8, else in code page 437 (or whatever the maker used).
      - id: enhanced_compression
        type: b1
      - id: masked_local_header
        type: b1
        doc: The central directory is encrypted, values in the local header are masked.
      - id: reserved
        type: b2
  internal_attributes:
    meta:
      bit-endian: le
    seq:
      - id: text
        type: b1
        doc: The file is apparently text.
      - id: reserved
        type: b1
      - id: control_fields
        type: b1
        doc: A record control field precedes each logical record.
      - id: unused
        type: b13
  external_attributes:
    meta:
      bit-endian: le
    seq:
      - id: read_only
        type: b1
      - id: hidden
        type: b1
      - id: system
        type: b1
      - id: volume_label
        type: b1
      - id: directory
        type: b1
      - id: archive
        type: b1
      - id: dos_reserved
        type: b2
      - id: reserved
        type: b8
      - id: unix_permissions
        type: b12
        doc: Mode bits of the file, where the host system is Unix.
      - id: unix_file_type
        type: b4
        enum: unix_file_types
enums:
  host_systems:
    0: fat
    1: amiga
    2: openvms
    3: unix
    4: vm_cms
    5: atari_st
    6: os2_hpfs
    7: macintosh
    8: z_system
    9: cp_m
    10: ntfs
    11: mvs
    12: vse
    13: acorn_risc
    14: vfat
    15: alternate_mvs
    16: beos
    17: tandem
    18: os400
    19: os_x
  unix_file_types:
    0x1: fifo
    0x2: character_device
    0x4: directory
    0x6: block_device
    0x8: regular_file
    0xa: symbolic_link
    0xc: socket
