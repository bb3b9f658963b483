# Icons and cursors of Windows (ICO, CUR): the directory and the images, as bitmaps or as PNG files.
# Specification: Microsoft "Icons" (1995) and the resource structures ICONDIR, ICONDIRENTRY, CURSORDIR.
meta:
  id: ico
  title: Windows icon or cursor
  file-extension: [ico, cur]
  xref:
    mime: [image/vnd.microsoft.icon, image/x-icon]
  license: Apache-2.0
  endian: le
  imports: [dib, png]
  -detect:
    - {0: '00 00 01 00 ?? 00 ?? ?? ?? 00 00 00', 18: '?? ?? 00 00'}
    - {0: '00 00 01 00 ?? 00 ?? ?? ?? 00 01 00', 18: '?? ?? 00 00'}
    - {0: '00 00 02 00 ?? 00 ?? ?? ?? 00', 18: '?? ?? 00 00'}
doc: |
  Images of several sizes and depths of which Windows chooses the one that fits best.
doc-ref: https://learn.microsoft.com/windows/win32/menurc/icon-resource
seq:
  - id: reserved
    type: u2
    doc: 0.
  - id: image_type
    type: u2
    enum: image_type
  - id: num_images
    type: u2
  - id: images
    type: directory_entry
    repeat: expr
    repeat-expr: num_images
types:
  directory_entry:
    -webide-representation: "{width:dec} x {height:dec}, {bytes_in_resource:dec}"
    seq:
      - id: width
        type: u1
        doc: In pixels; 0 for 256.
      - id: height
        type: u1
        doc: In pixels; 0 for 256.
      - id: color_count
        type: u1
        doc: 0 for 256 colours or more.
      - id: reserved
        type: u1
      - id: planes_or_hotspot_x
        type: u2
        doc: In an icon the colour planes, in a cursor the hot spot's column.
      - id: bit_count_or_hotspot_y
        type: u2
        doc: In an icon the bits per pixel, in a cursor the hot spot's row.
      - id: bytes_in_resource
        type: u4
      - id: image_offset
        type: u4
    instances:
      first_bytes:
        pos: image_offset
        type: u4be
        if: bytes_in_resource >= 4 and image_offset + 4 <= _io.size
      is_png:
        value: 'bytes_in_resource >= 4 and image_offset + 4 <= _io.size ? first_bytes == 0x89504e47 : false'
      image:
        pos: image_offset
        size: bytes_in_resource
        type:
          switch-on: is_png
          cases:
            true: png
            false: bitmap
  bitmap:
    doc: A device-independent bitmap, whose height counts the rows of both the colours and the mask.
    seq:
      - id: info
        type: dib
      - id: color_rows
        size: info.row_size
        repeat: expr
        repeat-expr: num_rows
        doc: The XOR bitmap, from the bottom row to the top.
      - id: mask_rows
        size: mask_row_size
        repeat: expr
        repeat-expr: num_rows
        if: not _io.eof
        doc: The AND bitmap, one bit a pixel; 1 means transparent.
      - id: remaining
        size-eos: true
        if: not _io.eof
    instances:
      num_rows:
        value: info.num_rows / 2
      mask_row_size:
        value: (info.width + 31) / 32 * 4
enums:
  image_type: {1: icon, 2: cursor}
