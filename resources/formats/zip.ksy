# ZIP archives: read from the front as sections by signature, and from the end through the central directory.
# Specification: PKWARE "APPNOTE.TXT - .ZIP File Format Specification" 6.3.10; Info-ZIP "extrafld.txt".
meta:
  id: zip
  title: ZIP archive
  file-extension: [zip, jar, apk, docx, xlsx, pptx, odt, ods, odp, epub, xpi, whl, kmz, cbz, war, ear, ipa]
  xref:
    mime: [application/zip, application/java-archive]
  license: Apache-2.0
  imports:
    - apk_signing_block
    - zip_attributes
    - zip_extra_fields
  endian: le
  encoding: UTF-8
  -detect:
    - {0: '50 4b 03 04'}
    - {0: '50 4b 05 06 00 00 00 00'}
    - {0: '50 4b 07 08 50 4b 03 04'}
    - {0: '50 4b 30 30 50 4b 03 04'}
doc: |
  Files, each with a local header, followed by a central directory that lists all of them. `sections` reads the file
  from the front; `central_directory` is found through the end record at the end of the file.
doc-ref: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
seq:
  - id: sections
    type: section(_index, _io.pos, -1)
    repeat: until
    repeat-until: _io.size - _io.pos < 4
  - id: trailing
    size-eos: true
    doc: Fewer bytes than a signature takes.
instances:
  size_file:
    value: _io.size
  plain_end_signature:
    pos: size_file - 22
    type: u4
    if: size_file >= 22
    doc: The signature of the end record when the archive has no comment.
  end_search:
    pos: 'size_file > 65557 ? size_file - 65557 : 0'
    type: end_search(true)
    if: size_file >= 22 and plain_end_signature != 0x06054b50
    doc: Looks for the end record of an archive with a comment.
  padded_end_search:
    pos: 'size_file > 65557 ? size_file - 65557 : 0'
    type: end_search(false)
    if: 'size_file >= 22 and plain_end_signature != 0x06054b50 ? end_search.ofs_found < 0 : false'
    doc: Looks for the end record of an archive that other bytes follow.
  ofs_end:
    value: |
      size_file < 22 ? -1
      : plain_end_signature == 0x06054b50 ? size_file - 22
      : end_search.ofs_found >= 0 ? end_search.ofs_found
      : padded_end_search.ofs_found
    doc: Where the end of central directory record begins, -1 when there is none.
  end_of_central_directory:
    pos: ofs_end + 4
    type: end_of_central_directory
    if: ofs_end >= 0
  locator_signature:
    pos: ofs_end - 20
    type: u4
    if: ofs_end >= 20
  has_zip64_locator:
    value: 'ofs_end >= 20 ? locator_signature == 0x07064b50 : false'
  zip64_locator:
    pos: ofs_end - 16
    type: zip64_locator
    if: has_zip64_locator
  adjacent_zip64_end_signature:
    pos: ofs_end - 76
    type: u4
    if: has_zip64_locator and ofs_end >= 76
  ofs_zip64_end:
    value: |
      not has_zip64_locator ? -1
      : (ofs_end >= 76 ? adjacent_zip64_end_signature == 0x06064b50 : false) ? ofs_end - 76
      : zip64_locator.ofs_end_of_central_directory
    doc: Where the zip64 end of central directory record begins, -1 when there is none.
  has_zip64_end:
    value: ofs_zip64_end >= 0 and ofs_zip64_end <= size_file - 56
  zip64_end_of_central_directory:
    pos: ofs_zip64_end + 4
    type: zip64_end_of_central_directory
    if: has_zip64_end
  len_central_directory:
    value: |
      ofs_end < 0 ? 0
      : has_zip64_end ? zip64_end_of_central_directory.len_central_directory.as<s8>
      : end_of_central_directory.len_central_directory.as<s8>
  stated_ofs_central_directory:
    value: |
      ofs_end < 0 ? 0
      : has_zip64_end ? zip64_end_of_central_directory.ofs_central_directory.as<s8>
      : end_of_central_directory.ofs_central_directory == 0xffffffff ? ofs_end - len_central_directory
      : end_of_central_directory.ofs_central_directory.as<s8>
  end_of_directory:
    value: 'has_zip64_end ? ofs_zip64_end : ofs_end'
  stated_signature:
    pos: stated_ofs_central_directory
    type: u4
    if: stated_ofs_central_directory >= 0 and stated_ofs_central_directory <= size_file - 4
  len_prefix:
    value: |
      ofs_end < 0 or len_central_directory <= 0 ? 0
      : (stated_ofs_central_directory >= 0 and stated_ofs_central_directory <= size_file - 4
      ? stated_signature == 0x02014b50 : false) ? 0
      : end_of_directory - len_central_directory - stated_ofs_central_directory
    doc: |
      Number of bytes before the archive (a self-extractor's program) that the stored offsets do not count.
  ofs_central_directory:
    value: stated_ofs_central_directory + len_prefix
  has_central_directory:
    value: |
      ofs_end >= 0 and len_central_directory >= 4 and ofs_central_directory >= 0
      and ofs_central_directory <= size_file - len_central_directory
  central_directory:
    pos: ofs_central_directory
    size: len_central_directory
    type: central_directory
    if: has_central_directory
  has_first_entry:
    value: 'has_central_directory ? central_directory.records[0].signature == signatures::central_file_header : false'
  ofs_first_local_file:
    value: |
      has_first_entry
      ? central_directory.records[0].body.as<central_file_header>.actual_ofs_local_file
      : -1
  signing_block_magic:
    pos: ofs_central_directory - 16
    size: 16
    if: has_central_directory and ofs_central_directory >= 32
  has_signing_block:
    value: |
      has_central_directory and ofs_central_directory >= 32
      ? signing_block_magic == [0x41, 0x50, 0x4b, 0x20, 0x53, 0x69, 0x67, 0x20,
      0x42, 0x6c, 0x6f, 0x63, 0x6b, 0x20, 0x34, 0x32]
      : false
  len_signing_block:
    pos: ofs_central_directory - 24
    type: u8
    if: has_signing_block
  apk_signing_block:
    pos: ofs_central_directory - 8 - len_signing_block.as<s8>
    size: len_signing_block + 8
    type: apk_signing_block
    if: |
      has_signing_block and len_signing_block >= 24
      and len_signing_block.as<s8> <= ofs_central_directory - 8
types:
  section:
    -webide-representation: '{signature} {body.file_name}'
    params:
      - id: index
        type: s4
        doc: Number of the section from the front; -1 when it is reached through the central directory.
      - id: ofs
        type: s8
      - id: len_known
        type: s8
        doc: Number of bytes of compressed data by the central directory, -1 when it was not asked.
    seq:
      - id: signature
        type: u4
        enum: signatures
      - id: body
        type:
          switch-on: signature
          cases:
            'signatures::local_file_header': local_file
            'signatures::central_file_header': central_file_header
            'signatures::end_of_central_directory': end_of_central_directory
            'signatures::zip64_end_of_central_directory': zip64_end_of_central_directory
            'signatures::zip64_locator': zip64_locator
            'signatures::archive_extra_data': archive_extra_data
            'signatures::digital_signature': digital_signature
            'signatures::data_descriptor': nothing
            'signatures::temporary_spanning_marker': nothing
            _: unknown_section
  nothing:
    doc: A marker of spanned archives is a signature alone.
  unknown_section:
    doc: |
      Bytes before the first file (of a self-extracting archive) or before the central directory (an APK signing
      block); else the rest of the file.
    seq:
      - id: data
        size: |
          _parent.index < 0 ? _io.size - _io.pos
          : _root.ofs_first_local_file >= _parent.ofs + 4 ? _root.ofs_first_local_file - _parent.ofs - 4
          : (_root.has_central_directory and _root.ofs_central_directory >= _parent.ofs + 4)
          ? _root.ofs_central_directory - _parent.ofs - 4
          : _io.size - _io.pos
  local_file:
    -webide-representation: '{file_name}'
    seq:
      - id: version_needed
        type: zip_attributes::version
      - id: flags
        type: zip_attributes::general_purpose_flags
      - id: compression_method
        type: u2
        enum: zip_extra_fields::compression_methods
      - id: last_modified
        type: u4
        -time: dos
      - id: crc32
        type: u4
        doc: CRC-32 of the uncompressed data, 0 when a data descriptor holds it.
      - id: len_compressed
        type: u4
        doc: Number of bytes of data, 0xffffffff when the zip64 extra field holds it.
      - id: len_uncompressed
        type: u4
      - id: len_file_name
        type: u2
      - id: len_extra
        type: u2
      - id: file_name
        size: len_file_name
        type: str
      - id: extra
        size: len_extra
        type: zip_extra_fields(len_uncompressed, len_compressed, 0, 0, false)
      - id: data
        size: len_data
        type:
          switch-on: 'flags.encrypted and not flags.strong_encryption
            ? (is_aes ? 2 : 1) : 0'
          cases:
            1: traditional_encryption
            2: aes_encryption
      - id: data_descriptor
        type: data_descriptor(extra.has_zip64, ofs_data + len_data)
        if: flags.has_data_descriptor and _io.size - _io.pos >= 12
    instances:
      is_aes:
        value: compression_method == zip_extra_fields::compression_methods::aes
      len_by_local_header:
        value: 'len_compressed == 0xffffffff and extra.has_zip64
          ? extra.zip64_len_compressed : len_compressed.as<s8>'
      is_len_missing:
        value: flags.has_data_descriptor and (len_by_local_header == 0 or len_by_local_header == 0xffffffff)
      has_entry_at_index:
        value: |
          is_len_missing and _parent.index >= 0 and _root.has_central_directory
          ? (_parent.index < _root.central_directory.records.size
          ? _root.central_directory.records[_parent.index].signature == signatures::central_file_header : false)
          : false
      is_entry_at_index:
        value: |
          has_entry_at_index
          ? _root.central_directory.records[_parent.index].body.as<central_file_header>.actual_ofs_local_file
          == _parent.ofs
          : false
        doc: The central directory lists the files in the order in which they are stored.
      entry_search:
        io: _root._io
        pos: _root.ofs_central_directory
        size: _root.len_central_directory
        type: entry_search(_parent.ofs)
        if: is_len_missing and _parent.index >= 0 and _root.has_central_directory and not is_entry_at_index
        doc: Finds the entry of this file where the central directory has another order.
      len_by_central_directory:
        value: |
          _parent.len_known >= 0 ? _parent.len_known
          : is_entry_at_index
          ? _root.central_directory.records[_parent.index].body.as<central_file_header>.actual_len_compressed
          : (is_len_missing and _parent.index >= 0 and _root.has_central_directory) ? entry_search.len_found
          : -1
      len_data_by_headers:
        value: 'is_len_missing ? len_by_central_directory : len_by_local_header'
      ofs_data:
        value: _parent.ofs + 30 + len_file_name + len_extra
      descriptor_search:
        pos: ofs_data
        type: search_step(ofs_data)
        repeat: until
        repeat-until: _.is_data_descriptor or _io.eof
        if: len_data_by_headers < 0
        doc: Finds the end of the data where neither the local header nor the central directory tells its size.
      len_data:
        value: |
          len_data_by_headers >= 0 ? len_data_by_headers
          : descriptor_search.last.is_data_descriptor ? descriptor_search.last.end.value - 1 - ofs_data
          : _io.size - ofs_data
        doc: Number of bytes of data.
  traditional_encryption:
    seq:
      - id: encryption_header
        size: 12
      - id: encrypted_data
        size-eos: true
  aes_encryption:
    seq:
      - id: salt
        size: |
          strength == zip_extra_fields::aes_strengths::aes_128 ? 8
          : strength == zip_extra_fields::aes_strengths::aes_192 ? 12 : 16
      - id: password_verification
        size: 2
      - id: encrypted_data
        size: _io.size - _io.pos - 10
      - id: authentication_code
        size: 10
        doc: First 80 bits of HMAC-SHA1 of the encrypted data.
    instances:
      field:
        value: |
          _parent.extra.fields.first.code == zip_extra_fields::codes::aes
          ? _parent.extra.fields.first : _parent.extra.fields.last
        if: _parent.extra._io.size >= 4
      strength:
        value: |
          (_parent.extra._io.size >= 4 ? field.code == zip_extra_fields::codes::aes : false)
          ? field.body.as<zip_extra_fields::aes>.strength : zip_extra_fields::aes_strengths::aes_256
  data_descriptor:
    params:
      - id: zip64_expected
        type: bool
      - id: ofs
        type: s8
    seq:
      - id: signature
        contents: [0x50, 0x4b, 0x07, 0x08]
        if: has_signature
      - id: crc32
        type: u4
      - id: len_compressed
        type:
          switch-on: is_zip64
          cases:
            true: u8
            false: u4
      - id: len_uncompressed
        type:
          switch-on: is_zip64
          cases:
            true: u8
            false: u4
    instances:
      first_word:
        pos: ofs
        type: u4
      has_signature:
        value: first_word == 0x08074b50
      ofs_end_32:
        value: 'ofs + (has_signature ? 16 : 12)'
      follower_32:
        pos: ofs_end_32
        type: u2
        if: ofs_end_32 + 2 <= _io.size
      follower_64:
        pos: ofs_end_32 + 8
        type: u2
        if: ofs_end_32 + 10 <= _io.size
      is_zip64:
        value: |
          (ofs_end_32 + 2 <= _io.size ? follower_32 == 0x4b50 : true) ? false
          : (ofs_end_32 + 10 <= _io.size ? follower_64 == 0x4b50 : false) ? true
          : zip64_expected and ofs_end_32 + 8 <= _io.size
        doc: Sizes have 64 bits; told by where the next signature is.
  end_search:
    params:
      - id: is_comment_last
        type: bool
    seq:
      - id: steps
        type: search_step(0)
        repeat: until
        repeat-until: _.is_end_record and (_.is_comment_last or not is_comment_last) or _io.eof
    instances:
      ofs_found:
        value: |
          steps.last.is_end_record and (steps.last.is_comment_last or not is_comment_last)
          ? steps.last.end.value - 1 : -1
  search_step:
    doc: Bytes up to the next letter P, and whether the signature of a certain record begins with it.
    params:
      - id: ofs_data
        type: s8
    seq:
      - id: skipped
        terminator: 0x50
        include: true
        eos-error: false
      - id: end
        type: position(_io.pos)
    instances:
      is_complete:
        value: end.value >= 1 and end.value <= _io.size - 15
      signature:
        pos: end.value - 1
        type: u4
        if: is_complete
      has_signature:
        value: 'is_complete ? signature == 0x08074b50 or signature == 0x06054b50 : false'
      len_compressed:
        pos: end.value + 7
        type: u4
        if: has_signature
      is_data_descriptor:
        value: |
          has_signature ? signature == 0x08074b50 and len_compressed == (end.value - 1 - ofs_data) % 0x100000000
          : false
        doc: The size in the descriptor is the distance from the beginning of the data.
      has_comment:
        value: 'has_signature ? signature == 0x06054b50 and end.value <= _io.size - 21 : false'
      len_comment:
        pos: end.value + 19
        type: u2
        if: has_comment
      is_end_record:
        value: 'has_comment ? end.value + 21 + len_comment <= _io.size : false'
      is_comment_last:
        value: 'has_comment ? end.value + 21 + len_comment == _io.size : false'
        doc: The comment fills the rest of the file.
  position:
    params:
      - id: value
        type: s8
  entry_search:
    params:
      - id: ofs
        type: s8
    seq:
      - id: records
        type: section(-1, 0, -1)
        repeat: until
        repeat-until: |
          _io.size - _io.pos < 4 or (_.signature == signatures::central_file_header
          ? _.body.as<central_file_header>.actual_ofs_local_file == ofs : false)
    instances:
      is_found:
        value: |
          records.last.signature == signatures::central_file_header
          ? records.last.body.as<central_file_header>.actual_ofs_local_file == ofs : false
      len_found:
        value: 'is_found ? records.last.body.as<central_file_header>.actual_len_compressed : -1'
  central_directory:
    seq:
      - id: records
        type: section(-1, 0, -1)
        repeat: until
        repeat-until: _io.size - _io.pos < 4
      - id: trailing
        size-eos: true
  central_file_header:
    -webide-representation: '{file_name}'
    seq:
      - id: version_made_by
        type: zip_attributes::version
      - id: version_needed
        type: zip_attributes::version
      - id: flags
        type: zip_attributes::general_purpose_flags
      - id: compression_method
        type: u2
        enum: zip_extra_fields::compression_methods
      - id: last_modified
        type: u4
        -time: dos
      - id: crc32
        type: u4
      - id: len_compressed
        type: u4
      - id: len_uncompressed
        type: u4
      - id: len_file_name
        type: u2
      - id: len_extra
        type: u2
      - id: len_comment
        type: u2
      - id: disk_start
        type: u2
        doc: Number of the disk that holds the local header.
      - id: internal_attributes
        type: zip_attributes::internal_attributes
      - id: external_attributes
        type: zip_attributes::external_attributes
      - id: ofs_local_file
        type: u4
        doc: Offset of the local header from the beginning of the first disk (or of the archive after a prefix).
      - id: file_name
        size: len_file_name
        type: str
      - id: extra
        size: len_extra
        type: zip_extra_fields(len_uncompressed, len_compressed, ofs_local_file, disk_start, true)
      - id: comment
        size: len_comment
        type: str
    instances:
      actual_len_compressed:
        value: 'len_compressed == 0xffffffff and extra.has_zip64
          ? extra.zip64_len_compressed : len_compressed.as<s8>'
      actual_ofs_local_file:
        value: |
          _root.len_prefix + (ofs_local_file == 0xffffffff and extra.has_zip64
          ? extra.zip64_ofs_local_file : ofs_local_file.as<s8>)
        doc: Offset in this file.
      local_file:
        io: _root._io
        pos: actual_ofs_local_file
        type: section(-1, actual_ofs_local_file, actual_len_compressed)
        if: _parent.index < 0 and actual_ofs_local_file >= 0 and actual_ofs_local_file <= _root._io.size - 30
  end_of_central_directory:
    seq:
      - id: disk_number
        type: u2
      - id: disk_of_central_directory
        type: u2
      - id: num_entries_on_disk
        type: u2
      - id: num_entries
        type: u2
        doc: 0xffff when the zip64 end record holds it.
      - id: len_central_directory
        type: u4
      - id: ofs_central_directory
        type: u4
      - id: len_comment
        type: u2
      - id: comment
        size: len_comment
        type: str
  zip64_end_of_central_directory:
    seq:
      - id: len_record
        type: u8
        doc: Number of bytes that follow this field.
      - id: body
        size: len_record
        type: zip64_end_body
    instances:
      len_central_directory:
        value: body.len_central_directory
      ofs_central_directory:
        value: body.ofs_central_directory
  zip64_end_body:
    seq:
      - id: version_made_by
        type: zip_attributes::version
      - id: version_needed
        type: zip_attributes::version
      - id: disk_number
        type: u4
      - id: disk_of_central_directory
        type: u4
      - id: num_entries_on_disk
        type: u8
      - id: num_entries
        type: u8
      - id: len_central_directory
        type: u8
      - id: ofs_central_directory
        type: u8
      - id: extensible_data
        size-eos: true
        doc: In version 2 the fields of an encrypted central directory; reserved else.
  zip64_locator:
    seq:
      - id: disk_of_end_record
        type: u4
      - id: ofs_end_of_central_directory
        type: u8
      - id: num_disks
        type: u4
  archive_extra_data:
    seq:
      - id: len_data
        type: u4
      - id: data
        size: len_data
  digital_signature:
    seq:
      - id: len_data
        type: u2
      - id: data
        size: len_data
enums:
  signatures:
    0x02014b50: central_file_header
    0x04034b50: local_file_header
    0x05054b50: digital_signature
    0x06054b50: end_of_central_directory
    0x06064b50: zip64_end_of_central_directory
    0x07064b50: zip64_locator
    0x08064b50: archive_extra_data
    0x08074b50: data_descriptor
    0x30304b50: temporary_spanning_marker
