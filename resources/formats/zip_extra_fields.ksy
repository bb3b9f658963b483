# The extra fields of local headers and of central directory entries of a ZIP archive.
# Specification: PKWARE "APPNOTE.TXT - .ZIP File Format Specification" 6.3.10; Info-ZIP "extrafld.txt".
meta:
  id: zip_extra_fields
  title: ZIP extra fields
  license: Apache-2.0
  endian: le
  encoding: UTF-8
doc: |
  Blocks of additional data, each with a code and a size. The parameters are the values of the header that tell which
  sizes and offsets the zip64 block holds.
doc-ref: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
params:
  - id: len_uncompressed
    type: u4
  - id: len_compressed
    type: u4
  - id: ofs_local_file
    type: u4
  - id: disk_start
    type: u2
  - id: is_central
    type: bool
seq:
  - id: fields
    type: extra_field
    repeat: until
    repeat-until: _io.size - _io.pos < 4
    if: _io.size >= 4
  - id: padding
    size-eos: true
    doc: Fewer bytes than the header of a field takes.
instances:
  is_zip64_wanted:
    value: |
      _io.size >= 4 and (len_uncompressed == 0xffffffff or len_compressed == 0xffffffff
      or ofs_local_file == 0xffffffff)
  zip64_search:
    pos: 0
    type: extra_field
    repeat: until
    repeat-until: _.code == codes::zip64 or _io.size - _io.pos < 4
    if: is_zip64_wanted
  has_zip64:
    value: 'is_zip64_wanted ? zip64_search.last.code == codes::zip64 : false'
  zip64_ofs_local_file:
    value: zip64_search.last.body.as<zip64_sizes>.ofs_local_file.as<s8>
    if: has_zip64 and ofs_local_file == 0xffffffff
  zip64_len_compressed:
    value: zip64_search.last.body.as<zip64_sizes>.len_compressed.as<s8>
    if: has_zip64 and len_compressed == 0xffffffff
types:
  extra_field:
    -webide-representation: '{code}'
    seq:
      - id: code
        type: u2
        enum: codes
      - id: len_body
        type: u2
      - id: body
        size: 'len_body <= _io.size - _io.pos ? len_body : _io.size - _io.pos'
        type:
          switch-on: code
          cases:
            'codes::zip64': zip64_sizes
            'codes::ntfs': ntfs
            'codes::pkware_unix': unix_times
            'codes::info_zip_unix': unix_times
            'codes::info_zip_unix_2': unix_ids
            'codes::info_zip_unix_3': unix_ids_variable
            'codes::extended_timestamp': extended_timestamp
            'codes::unicode_path': unicode_text
            'codes::unicode_comment': unicode_text
            'codes::asi_unix': asi_unix
            'codes::strong_encryption': strong_encryption
            'codes::aes': aes
            'codes::android_alignment': android_alignment
  zip64_sizes:
    doc: Each value is there only if its field in the header is all ones; a local header has both sizes.
    seq:
      - id: len_uncompressed
        type: u8
        if: |
          (not _parent._parent.is_central or _parent._parent.len_uncompressed == 0xffffffff)
          and _io.size - _io.pos >= 8
      - id: len_compressed
        type: u8
        if: |
          (not _parent._parent.is_central or _parent._parent.len_compressed == 0xffffffff)
          and _io.size - _io.pos >= 8
      - id: ofs_local_file
        type: u8
        if: _parent._parent.is_central and _parent._parent.ofs_local_file == 0xffffffff and _io.size - _io.pos >= 8
      - id: disk_start
        type: u4
        if: _parent._parent.is_central and _parent._parent.disk_start == 0xffff and _io.size - _io.pos >= 4
      - id: rest
        size-eos: true
  ntfs:
    seq:
      - id: reserved
        type: u4
      - id: attributes
        type: ntfs_attribute
        repeat: until
        repeat-until: _io.size - _io.pos < 4
        if: _io.size - _io.pos >= 4
  ntfs_attribute:
    seq:
      - id: tag
        type: u2
      - id: len_body
        type: u2
      - id: body
        size: len_body
        type:
          switch-on: tag
          cases:
            1: ntfs_times
  ntfs_times:
    seq:
      - id: last_modified
        type: u8
        -time: filetime
      - id: last_accessed
        type: u8
        -time: filetime
      - id: created
        type: u8
        -time: filetime
  unix_times:
    seq:
      - id: last_accessed
        type: s4
        -time: unix
      - id: last_modified
        type: s4
        -time: unix
      - id: uid
        type: u2
        if: _io.size - _io.pos >= 4
      - id: gid
        type: u2
        if: _io.size - _io.pos >= 2
      - id: link_target
        size-eos: true
        doc: Target of a link, or device numbers (PKWARE's field only).
  unix_ids:
    seq:
      - id: uid
        type: u2
        if: _io.size >= 4
        doc: Only in local headers.
      - id: gid
        type: u2
        if: _io.size >= 4
  unix_ids_variable:
    seq:
      - id: version
        type: u1
      - id: len_uid
        type: u1
      - id: uid
        size: len_uid
        type:
          switch-on: len_uid
          cases:
            2: id_16
            4: id_32
            8: id_64
      - id: len_gid
        type: u1
      - id: gid
        size: len_gid
        type:
          switch-on: len_gid
          cases:
            2: id_16
            4: id_32
            8: id_64
  id_16:
    -webide-representation: '{value:dec}'
    seq:
      - id: value
        type: u2
  id_32:
    -webide-representation: '{value:dec}'
    seq:
      - id: value
        type: u4
  id_64:
    -webide-representation: '{value:dec}'
    seq:
      - id: value
        type: u8
  extended_timestamp:
    doc: In the central directory only the time of modification is present, whatever the flags say.
    meta:
      bit-endian: le
    seq:
      - id: has_last_modified
        type: b1
      - id: has_last_accessed
        type: b1
      - id: has_created
        type: b1
      - id: reserved
        type: b5
      - id: last_modified
        type: s4
        -time: unix
        if: has_last_modified and _io.size - _io.pos >= 4
      - id: last_accessed
        type: s4
        -time: unix
        if: has_last_accessed and _io.size - _io.pos >= 4
      - id: created
        type: s4
        -time: unix
        if: has_created and _io.size - _io.pos >= 4
  unicode_text:
    seq:
      - id: version
        type: u1
      - id: crc32
        type: u4
        doc: CRC-32 of the name or comment in the header, to tell whether this one is stale.
      - id: text
        size-eos: true
        type: str
  asi_unix:
    seq:
      - id: crc32
        type: u4
        doc: CRC-32 of the remaining bytes.
      - id: mode
        type: u2
      - id: link_size_or_device
        type: u4
      - id: uid
        type: u2
      - id: gid
        type: u2
      - id: link_target
        size-eos: true
        type: str
  strong_encryption:
    seq:
      - id: format
        type: u2
      - id: algorithm
        type: u2
        enum: encryption_algorithms
      - id: key_bits
        type: u2
      - id: flags
        type: u2
      - id: rest
        size-eos: true
  aes:
    seq:
      - id: version
        type: u2
        doc: 1 (AE-1, with CRC-32) or 2 (AE-2, CRC-32 is 0).
      - id: vendor
        size: 2
        type: str
      - id: strength
        type: u1
        enum: aes_strengths
      - id: compression_method
        type: u2
        enum: compression_methods
        doc: How the data was compressed before it was encrypted.
  android_alignment:
    seq:
      - id: alignment
        type: u2
        doc: The data begins at a multiple of this number of bytes.
      - id: padding
        size-eos: true
enums:
  codes:
    0x0001: zip64
    0x0007: av_info
    0x0008: extended_language
    0x0009: os2
    0x000a: ntfs
    0x000c: openvms
    0x000d: pkware_unix
    0x000e: file_stream
    0x000f: patch_descriptor
    0x0014: pkcs7_store
    0x0015: x509_file_certificate
    0x0016: x509_central_directory_certificate
    0x0017: strong_encryption
    0x0018: record_management
    0x0019: pkcs7_recipients
    0x0020: timestamp
    0x0021: policy_decryption_key
    0x0065: ibm_zos
    0x07c8: macintosh
    0x1986: pixar_usd
    0x2605: zipit_macintosh
    0x334d: info_zip_macintosh
    0x4341: acorn
    0x4453: windows_security_descriptor
    0x4704: vm_cms
    0x470f: mvs
    0x4b46: fwkcs_md5
    0x4c41: os2_access_control_list
    0x4d49: info_zip_openvms
    0x5356: aos_vs
    0x5455: extended_timestamp
    0x554e: xceed_unicode
    0x5855: info_zip_unix
    0x6375: unicode_comment
    0x6542: beos
    0x7075: unicode_path
    0x7441: atheos
    0x756e: asi_unix
    0x7855: info_zip_unix_2
    0x7875: info_zip_unix_3
    0x9901: aes
    0xa11e: data_stream_alignment
    0xa220: open_packaging_growth_hint
    0xcafe: java_archive
    0xd935: android_alignment
    0xfd4a: sms_qdos
  compression_methods:
    0: stored
    1: shrunk
    2: reduced_1
    3: reduced_2
    4: reduced_3
    5: reduced_4
    6: imploded
    7: tokenized
    8: deflated
    9: deflate64
    10: dcl_imploded
    12: bzip2
    14: lzma
    16: ibm_cmpsc
    18: ibm_terse
    19: ibm_lz77
    20: zstandard_deprecated
    93: zstandard
    94: mp3
    95: xz
    96: jpeg
    97: wavpack
    98: ppmd
    99: aes
  aes_strengths:
    1: aes_128
    2: aes_192
    3: aes_256
  encryption_algorithms:
    0x6601: des
    0x6602: rc2_old
    0x6603: triple_des_168
    0x6609: triple_des_112
    0x660e: aes_128
    0x660f: aes_192
    0x6610: aes_256
    0x6702: rc2
    0x6720: blowfish
    0x6721: twofish
    0x6801: rc4
    0xffff: unknown
