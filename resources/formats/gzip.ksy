# Files compressed by gzip, one member or several, with the extra fields of BGZF and dictzip.
# Specification: RFC 1952 "GZIP file format specification version 4.3"; SAM/BAM specification, section 4.1; dictzip(1).
meta:
  id: gzip
  title: gzip compressed data
  file-extension: [gz, tgz, bgz, dz, svgz, emz]
  xref:
    mime: application/gzip
  license: Apache-2.0
  endian: le
  -detect:
    - {0: '1f 8b 08'}
doc: |
  Members, each a header, deflated data and a trailer. Where a member ends is only known after decompression, unless
  an extra field tells its size (BGZF): else the last 8 bytes of the file are taken as the trailer.
doc-ref: https://www.rfc-editor.org/rfc/rfc1952
seq:
  - id: members
    type: member(_io.pos)
    repeat: eos
types:
  member:
    -webide-representation: '{name} {last_modified:dec}'
    params:
      - id: ofs
        type: s8
    seq:
      - id: magic
        contents: [0x1f, 0x8b]
      - id: compression_method
        type: u1
        enum: compression_methods
      - id: flags
        type: flags
      - id: last_modified
        type: u4
        -time: unix
        doc: Time of modification of the original file, 0 when there is none.
      - id: extra_flags
        type: u1
        enum: extra_flags
      - id: operating_system
        type: u1
        enum: operating_systems
        doc: The file system on which the member was made.
      - id: len_extra
        type: u2
        if: flags.has_extra
      - id: extra
        size: len_extra
        type: extra
        if: flags.has_extra
      - id: name
        type: strz
        encoding: ISO-8859-1
        if: flags.has_name
      - id: comment
        type: strz
        encoding: ISO-8859-1
        if: flags.has_comment
      - id: header_crc16
        type: u2
        if: flags.has_header_crc
        doc: The low 16 bits of the CRC-32 of the header up to here.
      - id: data
        size: 'len_member > 0 ? ofs + len_member - 8 - _io.pos
          : _io.size - 8 - _io.pos'
        doc: Deflated data.
      - id: crc32
        type: u4
        doc: CRC-32 of the uncompressed data.
      - id: len_uncompressed
        type: u4
        doc: Number of bytes of the uncompressed data modulo 2^32.
    instances:
      len_member:
        value: 'flags.has_extra ? extra.len_member : 0'
        doc: Number of bytes of a BGZF block, 0 when the extra field does not tell it.
  flags:
    meta:
      bit-endian: le
    seq:
      - id: text
        type: b1
        doc: The file is probably text.
      - id: has_header_crc
        type: b1
      - id: has_extra
        type: b1
      - id: has_name
        type: b1
      - id: has_comment
        type: b1
      - id: reserved
        type: b3
  extra:
    seq:
      - id: subfields
        type: subfield
        repeat: until
        repeat-until: _io.size - _io.pos < 4
        if: _io.size >= 4
      - id: padding
        size-eos: true
    instances:
      size_search:
        pos: 0
        type: subfield
        repeat: until
        repeat-until: _.is_bgzf or _io.size - _io.pos < 4
        if: _io.size >= 4
      len_member:
        value: '(_io.size >= 4 ? size_search.last.is_bgzf : false)
          ? size_search.last.body.as<bgzf>.len_block_minus_one + 1 : 0'
  subfield:
    -webide-representation: '{code}'
    seq:
      - id: code
        type: str
        size: 2
        encoding: ISO-8859-1
      - id: len_body
        type: u2
      - id: body
        size: len_body
        type:
          switch-on: code
          cases:
            '"BC"': bgzf
            '"RA"': dictzip
    instances:
      is_bgzf:
        value: code == "BC" and len_body == 2
  bgzf:
    seq:
      - id: len_block_minus_one
        type: u2
        doc: Number of bytes of the whole member, less one.
  dictzip:
    seq:
      - id: version
        type: u2
      - id: len_chunk
        type: u2
        doc: Number of uncompressed bytes in each chunk.
      - id: num_chunks
        type: u2
      - id: len_chunks_compressed
        type: u2
        repeat: expr
        repeat-expr: num_chunks
enums:
  compression_methods:
    8: deflate
  extra_flags:
    0: none
    2: slowest_algorithm
    4: fastest_algorithm
  operating_systems:
    0: fat
    1: amiga
    2: vms
    3: unix
    4: vm_cms
    5: atari_tos
    6: hpfs
    7: macintosh
    8: z_system
    9: cp_m
    10: tops_20
    11: ntfs
    12: qdos
    13: acorn_riscos
    255: unknown
