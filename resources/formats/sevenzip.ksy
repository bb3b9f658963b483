# 7z archives: the signature header and the header database, where that is not compressed itself.
# Specification: 7-Zip documentation (LZMA SDK), "7zFormat.txt" and "Methods.txt".
meta:
  id: sevenzip
  title: 7z archive
  file-extension: [7z, cb7]
  xref:
    mime: application/x-7z-compressed
  license: Apache-2.0
  endian: le
  bit-endian: be
  -detect:
    - {0: '37 7a bc af 27 1c'}
doc: |
  A header at the front tells where the header database lies, usually at the end of the file; the packed streams are
  between them. The database is often compressed: then only the place and the coders of its packed stream can be seen.
doc-ref: https://www.7-zip.org/sdk.html
seq:
  - id: signature
    contents: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]
  - id: version_major
    type: u1
  - id: version_minor
    type: u1
  - id: start_header_crc32
    type: u4
    doc: CRC-32 of the start header.
  - id: start_header
    type: start_header
instances:
  packed_streams:
    pos: 32
    size: start_header.ofs_next_header
    if: start_header.ofs_next_header > 0
  next_header:
    pos: 32 + start_header.ofs_next_header
    size: start_header.len_next_header
    type: next_header
    if: start_header.len_next_header > 0
types:
  start_header:
    seq:
      - id: ofs_next_header
        type: u8
        doc: Offset from the end of this header, the byte 32 of the file.
      - id: len_next_header
        type: u8
      - id: next_header_crc32
        type: u4
  number:
    doc: The number of leading ones of the first byte is the number of bytes that follow it.
    -webide-representation: '{value:dec}'
    seq:
      - id: first
        type: u1
      - id: rest
        size: num_rest
    instances:
      num_rest:
        value: |
          first < 0x80 ? 0 : first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3
          : first < 0xf8 ? 4 : first < 0xfc ? 5 : first < 0xfe ? 6 : first < 0xff ? 7 : 8
      value:
        value: |
          (num_rest < 7 ? (first & (0xff >> (num_rest + 1))) << (8 * num_rest) : 0)
          + (num_rest > 0 ? rest[0] : 0) + (num_rest > 1 ? rest[1] << 8 : 0)
          + (num_rest > 2 ? rest[2] << 16 : 0) + (num_rest > 3 ? rest[3] << 24 : 0)
          + (num_rest > 4 ? rest[4] << 32 : 0) + (num_rest > 5 ? rest[5] << 40 : 0)
          + (num_rest > 6 ? rest[6] << 48 : 0) + (num_rest > 7 ? rest[7] << 56 : 0)
  next_header:
    seq:
      - id: code
        type: u1
        enum: codes
      - id: body
        type:
          switch-on: code
          cases:
            codes::header: header
            codes::encoded_header: streams_info
      - id: rest
        size-eos: true
  header:
    seq:
      - id: properties
        type: header_property
        repeat: until
        repeat-until: not _.is_known or _.code == codes::end or _io.eof
  header_property:
    -webide-representation: '{code}'
    seq:
      - id: code
        type: u1
        enum: codes
      - id: body
        type:
          switch-on: code
          cases:
            codes::archive_properties: archive_properties
            codes::additional_streams_info: streams_info
            codes::main_streams_info: streams_info
            codes::files_info: files_info
    instances:
      is_known:
        value: |
          code == codes::archive_properties or code == codes::additional_streams_info
          or code == codes::main_streams_info or code == codes::files_info
  archive_properties:
    seq:
      - id: properties
        type: archive_property
        repeat: until
        repeat-until: _.code == codes::end or _io.eof
  archive_property:
    -webide-representation: '{code}'
    seq:
      - id: code
        type: u1
        enum: codes
      - id: len_body
        type: number
        if: code != codes::end
      - id: body
        size: len_body.value
        if: code != codes::end
  streams_info:
    seq:
      - id: properties
        type: streams_property(_index)
        repeat: until
        repeat-until: not _.is_known or _io.eof
  streams_property:
    -webide-representation: '{code}'
    params:
      - id: index
        type: s4
    seq:
      - id: code
        type: u1
        enum: codes
      - id: body
        type:
          switch-on: code
          cases:
            codes::pack_info: pack_info
            codes::unpack_info: unpack_info
            codes::sub_streams_info: sub_streams_info(index)
    instances:
      is_known:
        value: code == codes::pack_info or code == codes::unpack_info or code == codes::sub_streams_info
  pack_info:
    seq:
      - id: ofs_packed
        type: number
        doc: Offset of the first packed stream from byte 32 of the file.
      - id: num_streams
        type: number
      - id: properties
        type: pack_property
        repeat: until
        repeat-until: not _.is_known or _io.eof
  pack_property:
    -webide-representation: '{code}'
    seq:
      - id: code
        type: u1
        enum: codes
      - id: sizes
        type: number
        repeat: expr
        repeat-expr: _parent.num_streams.value
        if: code == codes::sizes
      - id: digests
        type: digests(_parent.num_streams.value)
        if: code == codes::digests
    instances:
      is_known:
        value: code == codes::sizes or code == codes::digests
  digests:
    params:
      - id: num_items
        type: u8
    seq:
      - id: all_defined
        type: u1
      - id: defined
        type: b1
        repeat: expr
        repeat-expr: num_items
        if: all_defined == 0
      - id: items
        type: 'digest(all_defined != 0 ? true : defined[_index])'
        repeat: expr
        repeat-expr: num_items
  digest:
    -webide-representation: '{crc32:hex}'
    params:
      - id: is_defined
        type: bool
    seq:
      - id: crc32
        type: u4
        if: is_defined
  unpack_info:
    seq:
      - id: folder_code
        type: u1
        enum: codes
        valid: codes::folders
      - id: num_folders
        type: number
      - id: external
        type: u1
        doc: Not 0 when the folders are in an additional stream.
      - id: data_stream_index
        type: number
        if: external != 0
      - id: folders
        type: folder
        repeat: expr
        repeat-expr: num_folders.value
        if: external == 0
      - id: sizes_code
        type: u1
        enum: codes
        valid: codes::coders_unpack_size
        if: external == 0
      - id: unpack_sizes
        type: folder_sizes(folders[_index].num_out_streams)
        repeat: expr
        repeat-expr: num_folders.value
        if: external == 0
      - id: properties
        type: unpack_property
        repeat: until
        repeat-until: _.code != codes::digests or _io.eof
    instances:
      has_digests:
        value: properties.first.code == codes::digests
  unpack_property:
    -webide-representation: '{code}'
    seq:
      - id: code
        type: u1
        enum: codes
      - id: digests
        type: digests(_parent.num_folders.value)
        if: code == codes::digests
  folder:
    doc: A chain of coders that one or more packed streams go through.
    seq:
      - id: num_coders
        type: number
      - id: coders
        type: |
          coder(_index == 0 ? 0 : coders[_index - 1].total_in, _index == 0 ? 0 : coders[_index - 1].total_out)
        repeat: expr
        repeat-expr: num_coders.value
      - id: bind_pairs
        type: bind_pair
        repeat: expr
        repeat-expr: num_bind_pairs
      - id: packed_streams
        type: number
        repeat: expr
        repeat-expr: num_packed_streams
        if: num_packed_streams > 1
        doc: The input stream of the folder that each packed stream is.
    instances:
      num_in_streams:
        value: coders.last.total_in
      num_out_streams:
        value: coders.last.total_out
      num_bind_pairs:
        value: num_out_streams - 1
      num_packed_streams:
        value: num_in_streams - num_bind_pairs
  coder:
    -webide-representation: '{codec}'
    params:
      - id: previous_in
        type: s8
      - id: previous_out
        type: s8
    seq:
      - {id: has_alternatives, type: b1}
      - {id: reserved, type: b1}
      - {id: has_properties, type: b1}
      - id: is_complex
        type: b1
        doc: Numbers of streams follow; else it is one in and one out.
      - id: len_codec_id
        type: b4
      - id: codec_id
        size: len_codec_id
      - id: num_in_streams
        type: number
        if: is_complex
      - id: num_out_streams
        type: number
        if: is_complex
      - id: len_properties
        type: number
        if: has_properties
      - id: properties
        size: len_properties.value
        if: has_properties
    instances:
      codec:
        value: |
          len_codec_id == 1 ? codec_id[0]
          : len_codec_id == 2 ? (codec_id[0] << 8) + codec_id[1]
          : len_codec_id == 3 ? (codec_id[0] << 16) + (codec_id[1] << 8) + codec_id[2]
          : len_codec_id == 4 ? (codec_id[0] << 24) + (codec_id[1] << 16) + (codec_id[2] << 8) + codec_id[3]
          : -1
        enum: codecs
      total_in:
        value: 'previous_in + (is_complex ? num_in_streams.value : 1)'
        doc: Input streams of this coder and those before it.
      total_out:
        value: 'previous_out + (is_complex ? num_out_streams.value : 1)'
  bind_pair:
    doc: An output stream that is the input of another coder.
    -webide-representation: '{in_index.value:dec} <- {out_index.value:dec}'
    seq:
      - {id: in_index, type: number}
      - {id: out_index, type: number}
  folder_sizes:
    params:
      - id: num_sizes
        type: s8
    seq:
      - id: sizes
        type: number
        repeat: expr
        repeat-expr: num_sizes
  sub_streams_info:
    doc: How the unpacked stream of each folder is cut into files.
    params:
      - id: index
        type: s4
        doc: The information about the folders is the property before this one.
    seq:
      - id: first_code
        type: u1
        enum: codes
      - id: num_unpack_streams
        type: number
        repeat: expr
        repeat-expr: num_folders
        if: first_code == codes::num_unpack_streams
      - id: second_code
        type: u1
        enum: codes
        if: first_code == codes::num_unpack_streams
      - id: sizes
        type: |
          folder_sizes(first_code != codes::num_unpack_streams ? 0
          : num_unpack_streams[_index].value > 0 ? num_unpack_streams[_index].value - 1 : 0)
        repeat: expr
        repeat-expr: num_folders
        if: sizes_code == codes::sizes
        doc: Sizes of all files of a folder but the last, which takes the rest.
      - id: third_code
        type: u1
        enum: codes
        if: sizes_code == codes::sizes
      - id: unknown_digests
        type: |
          unknown_digests(_index == 0 ? 0 : unknown_digests[_index - 1].total, _index, index,
          first_code != codes::num_unpack_streams ? 1 : num_unpack_streams[_index].value)
        repeat: expr
        repeat-expr: num_folders
        if: digests_code == codes::digests
        doc: Takes no bytes; counts the files whose checksum is not that of their folder.
      - id: digests
        type: 'digests(num_folders > 0 ? unknown_digests.last.total : 0)'
        if: digests_code == codes::digests
      - id: end_code
        type: u1
        enum: codes
        if: digests_code == codes::digests
    instances:
      num_folders:
        value: |
          _parent._parent.properties[index - 1].body.as<unpack_info>.external == 0
          ? _parent._parent.properties[index - 1].body.as<unpack_info>.num_folders.value : 0
      sizes_code:
        value: 'first_code == codes::num_unpack_streams ? second_code : first_code'
      digests_code:
        value: 'sizes_code == codes::sizes ? third_code : sizes_code'
  unknown_digests:
    params:
      - id: previous
        type: s8
      - id: folder
        type: s4
      - id: index
        type: s4
      - id: num_streams
        type: s8
    instances:
      has_folder_digests:
        value: _parent._parent._parent.properties[index - 1].body.as<unpack_info>.has_digests
      is_known:
        value: |
          num_streams == 1 and has_folder_digests
          ? _parent._parent._parent.properties[index - 1].body.as<unpack_info>
          .properties.first.digests.items[folder].is_defined
          : false
      total:
        value: 'previous + (is_known ? 0 : num_streams)'
  files_info:
    seq:
      - id: num_files
        type: number
      - id: properties
        type: file_property(num_files.value)
        repeat: until
        repeat-until: _.code == codes::end or _io.eof
  file_property:
    -webide-representation: '{code}'
    params:
      - id: num_files
        type: u8
    seq:
      - id: code
        type: u1
        enum: codes
      - id: len_body
        type: number
        if: code != codes::end
      - id: body
        size: len_body.value
        if: code != codes::end
        type:
          switch-on: code
          cases:
            codes::empty_stream: bit_vector(num_files)
            codes::empty_file: bit_vector(_io.size * 8)
            codes::anti: bit_vector(_io.size * 8)
            codes::names: names
            codes::creation_time: file_values(num_files, 0)
            codes::last_access_time: file_values(num_files, 0)
            codes::last_write_time: file_values(num_files, 0)
            codes::start_position: file_values(num_files, 1)
            codes::attributes: file_values(num_files, 2)
  bit_vector:
    doc: One bit for each file (of the empty streams only, in the properties about those).
    params:
      - id: num_items
        type: u8
    seq:
      - id: bits
        type: b1
        repeat: expr
        repeat-expr: 'num_items < _io.size * 8 ? num_items : _io.size * 8'
  names:
    seq:
      - id: external
        type: u1
      - id: data_index
        type: number
        if: external != 0
      - id: names
        type: strz
        encoding: UTF-16LE
        repeat: eos
        if: external == 0
  file_values:
    params:
      - id: num_files
        type: u8
      - id: kind
        type: u1
    seq:
      - id: all_defined
        type: u1
      - id: defined
        type: b1
        repeat: expr
        repeat-expr: num_files
        if: all_defined == 0
      - id: external
        type: u1
      - id: data_index
        type: number
        if: external != 0
      - id: values
        type:
          switch-on: kind
          cases:
            0: file_time
            1: file_position
            2: file_attributes
        repeat: eos
        if: external == 0
        doc: Only of the files for which it is defined.
  file_time:
    -webide-representation: '{time:dec}'
    seq:
      - id: time
        type: u8
        -time: filetime
  file_position:
    seq:
      - id: position
        type: u8
  file_attributes:
    meta:
      bit-endian: le
    seq:
      - {id: read_only, type: b1}
      - {id: hidden, type: b1}
      - {id: system, type: b1}
      - {id: reserved_1, type: b1}
      - {id: directory, type: b1}
      - {id: archive, type: b1}
      - {id: device, type: b1}
      - {id: normal, type: b1}
      - {id: temporary, type: b1}
      - {id: sparse_file, type: b1}
      - {id: reparse_point, type: b1}
      - {id: compressed, type: b1}
      - {id: offline, type: b1}
      - {id: not_content_indexed, type: b1}
      - {id: encrypted, type: b1}
      - id: unix_extension
        type: b1
        doc: The upper half holds the mode of a Unix file.
      - id: unix_permissions
        type: b12
      - id: unix_file_type
        type: b4
        enum: unix_file_types
enums:
  codes:
    0x00: end
    0x01: header
    0x02: archive_properties
    0x03: additional_streams_info
    0x04: main_streams_info
    0x05: files_info
    0x06: pack_info
    0x07: unpack_info
    0x08: sub_streams_info
    0x09: sizes
    0x0a: digests
    0x0b: folders
    0x0c: coders_unpack_size
    0x0d: num_unpack_streams
    0x0e: empty_stream
    0x0f: empty_file
    0x10: anti
    0x11: names
    0x12: creation_time
    0x13: last_access_time
    0x14: last_write_time
    0x15: attributes
    0x16: comment
    0x17: encoded_header
    0x18: start_position
    0x19: dummy
  codecs:
    0x00: copy
    0x03: delta
    0x04: bcj_x86
    0x05: powerpc
    0x06: ia64
    0x07: arm
    0x08: armt
    0x09: sparc
    0x0a: arm64
    0x0b: riscv
    0x21: lzma2
    0x030101: lzma
    0x03030103: x86_bcj
    0x0303011b: x86_bcj2
    0x03030205: powerpc_7z
    0x03030401: ia64_7z
    0x03030501: arm_7z
    0x03030701: armt_7z
    0x03030805: sparc_7z
    0x030401: ppmd
    0x040108: deflate
    0x040109: deflate64
    0x040202: bzip2
    0x04f71101: zstandard
    0x04f71102: brotli
    0x04f71104: lz4
    0x06f10701: aes_256_sha_256
  unix_file_types:
    0x1: fifo
    0x2: character_device
    0x4: directory
    0x6: block_device
    0x8: regular_file
    0xa: symbolic_link
    0xc: socket
