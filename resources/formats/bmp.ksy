# BMP files: file header, bitmap header of any version, palette and rows of pixels.
# Specification: Microsoft Windows GDI (BITMAPFILEHEADER); IBM OS/2 Presentation Manager bitmap files.
meta:
  id: bmp
  title: BMP image
  file-extension: [bmp, dib]
  xref:
    mime: image/bmp
  license: Apache-2.0
  endian: le
  imports: [dib, icc]
  -detect:
    - {0: '42 4d ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? 00 00 0c 00 00 00'}
    - {0: '42 4d ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? 00 00 10 00 00 00'}
    - {0: '42 4d ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? 00 28 00 00 00'}
    - {0: '42 4d ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? 00 34 00 00 00'}
    - {0: '42 4d ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? 00 38 00 00 00'}
    - {0: '42 4d ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? 00 40 00 00 00'}
    - {0: '42 4d ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? 00 6c 00 00 00'}
    - {0: '42 4d ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? 00 7c 00 00 00'}
doc: |
  A raster image of Windows or OS/2, rarely compressed.
doc-ref: https://learn.microsoft.com/windows/win32/gdi/bitmap-storage
seq:
  - id: file_header
    type: file_header
  - id: info
    type: dib
    size: info_size
instances:
  info_size:
    value: >-
      file_header.bits_offset > 18 and file_header.bits_offset <= _io.size ?
      file_header.bits_offset - 14 : _io.size - 14
    doc: Bytes between the file header and the pixels.
  is_rows:
    value: >-
      (info.compression == dib::compression::rgb or info.compression == dib::compression::bitfields or
      info.compression == dib::compression::alphabitfields or info.compression == dib::compression::cmyk) and
      info.row_size > 0 and not is_os2_compressed
    doc: The pixels are not compressed.
  is_os2_compressed:
    value: >-
      info.version == dib::header_version::os2 and info.header_size.to_i >= 20 ?
      info.header.as<dib::os2_header>.compression != dib::os2_compression::none : false
  available_rows:
    value: '(_io.size - file_header.bits_offset) / info.row_size'
    if: is_rows
  rows:
    pos: file_header.bits_offset
    size: info.row_size
    repeat: expr
    repeat-expr: 'info.num_rows < available_rows ? info.num_rows : available_rows'
    if: is_rows
    doc: Rows of pixels, the bottom one first unless the height is negative.
  compressed_data:
    pos: file_header.bits_offset
    size: >-
      image_size != 0 and image_size < _io.size - file_header.bits_offset ?
      image_size : _io.size - file_header.bits_offset
    if: not is_rows
  image_size:
    value: >-
      info.version == dib::header_version::info ? info.header.as<dib::info_header>.image_size :
      info.version == dib::header_version::os2 and info.header_size.to_i >= 24 ?
      info.header.as<dib::os2_header>.image_size : 0
  profile:
    pos: 14 + info.header.as<dib::info_header>.v5.profile_data
    size: info.header.as<dib::info_header>.v5.profile_size
    if: info.header_size == dib::header_size::v5 and info.header.as<dib::info_header>.v5.profile_size != 0
    type:
      switch-on: info.header.as<dib::info_header>.v4.color_space_type
      cases:
        'dib::color_space_type::profile_embedded': icc
    doc: An ICC profile, or the name of its file (in Windows code page 1252).
types:
  file_header:
    seq:
      - id: file_type
        contents: BM
      - id: file_size
        type: u4
        doc: In bytes.
      - id: reserved1
        type: u2
        doc: In OS/2 the hot spot's column.
      - id: reserved2
        type: u2
        doc: In OS/2 the hot spot's row.
      - id: bits_offset
        type: u4
        doc: Where the pixels begin, from the start of the file.
