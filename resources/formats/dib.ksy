# Header, colour masks and palette of a device-independent bitmap, all versions of Windows and of OS/2.
# Specification: Microsoft Windows GDI (BITMAPCOREHEADER, BITMAPINFOHEADER, BITMAPV4HEADER, BITMAPV5HEADER);
# IBM OS/2 Presentation Manager (BITMAPINFOHEADER2).
meta:
  id: dib
  title: Device-independent bitmap header
  license: Apache-2.0
  endian: le
doc: |
  What comes before the pixels of a bitmap in a BMP file (behind its file header), in an icon and on the clipboard.
doc-ref: https://learn.microsoft.com/windows/win32/gdi/bitmap-header-types
seq:
  - id: header_size
    type: u4
    enum: header_size
    doc: In bytes, with this field; tells the version.
  - id: header
    size: 'header_size.to_i > 4 ? header_size.to_i - 4 : 0'
    type:
      switch-on: version
      cases:
        'header_version::core': core_header
        'header_version::os2': os2_header
        'header_version::info': info_header
  - id: red_mask
    type: u4
    if: has_masks
  - id: green_mask
    type: u4
    if: has_masks
  - id: blue_mask
    type: u4
    if: has_masks
  - id: alpha_mask
    type: u4
    if: has_masks and compression == compression::alphabitfields and _io.size >= 56
  - id: palette
    type:
      switch-on: version
      cases:
        'header_version::core': bgr
        _: bgrx
    repeat: expr
    repeat-expr: num_colors
    if: num_colors > 0
instances:
  version:
    value: >-
      header_size.to_i < 16 ? header_version::core :
      header_size.to_i < 40 or header_size == header_size::os2_2 ? header_version::os2 : header_version::info
  width:
    value: >-
      version == header_version::core ? header.as<core_header>.width :
      version == header_version::os2 ? header.as<os2_header>.width : header.as<info_header>.width
    doc: In pixels.
  height:
    value: >-
      version == header_version::core ? header.as<core_header>.height :
      version == header_version::os2 ? header.as<os2_header>.height : header.as<info_header>.height
    doc: In pixels; negative when the rows go from top to bottom.
  bits_per_pixel:
    value: >-
      version == header_version::core ? header.as<core_header>.bit_count :
      version == header_version::os2 ? header.as<os2_header>.bit_count : header.as<info_header>.bit_count
  compression:
    value: 'version == header_version::info ? header.as<info_header>.compression : compression::rgb'
  has_masks:
    value: >-
      header_size == header_size::info and
      (compression == compression::bitfields or compression == compression::alphabitfields) and _io.size >= 52
    doc: Later versions hold the masks in the header. Some writers leave them out though there should be some.
  colors_used:
    value: >-
      version == header_version::info ? header.as<info_header>.colors_used :
      version == header_version::os2 and header_size.to_i >= 36 ? header.as<os2_header>.colors_used : 0
  max_colors:
    value: '(_io.size - (header_size.to_i + (has_masks ? 12 : 0))) / (version == header_version::core ? 3 : 4)'
    doc: How many colours there is room for.
  wanted_colors:
    value: 'colors_used != 0 ? colors_used : bits_per_pixel > 0 and bits_per_pixel <= 8 ? 1 << bits_per_pixel : 0'
  num_colors:
    value: 'wanted_colors < max_colors ? wanted_colors : max_colors'
  row_size:
    value: (width * bits_per_pixel + 31) / 32 * 4
    doc: Bytes in a row of pixels that are not compressed, with its padding to four bytes.
  num_rows:
    value: 'height < 0 ? -height : height'
types:
  core_header:
    seq:
      - id: width
        type: u2
      - id: height
        type: u2
      - id: planes
        type: u2
        doc: 1.
      - id: bit_count
        type: u2
        doc: Bits per pixel.
  os2_header:
    doc: Fields at the end that the header is too short for are taken as 0.
    seq:
      - id: width
        type: u4
      - id: height
        type: u4
      - id: planes
        type: u2
      - id: bit_count
        type: u2
        doc: Bits per pixel.
      - id: compression
        type: u4
        enum: os2_compression
        if: _io.size >= 16
      - id: image_size
        type: u4
        if: _io.size >= 20
      - id: x_resolution
        type: u4
        if: _io.size >= 24
      - id: y_resolution
        type: u4
        if: _io.size >= 28
      - id: colors_used
        type: u4
        if: _io.size >= 32
      - id: colors_important
        type: u4
        if: _io.size >= 36
      - id: units
        type: u2
        if: _io.size >= 38
        doc: 0 for pixels per metre.
      - id: reserved
        type: u2
        if: _io.size >= 40
      - id: recording
        type: u2
        if: _io.size >= 42
        doc: 0 for rows from bottom to top.
      - id: rendering
        type: u2
        enum: halftoning
        if: _io.size >= 44
      - id: halftoning_size_1
        type: u4
        if: _io.size >= 48
      - id: halftoning_size_2
        type: u4
        if: _io.size >= 52
      - id: color_encoding
        type: u4
        if: _io.size >= 56
        doc: 0 for RGB.
      - id: identifier
        type: u4
        if: _io.size >= 60
        doc: For the application's use.
  info_header:
    doc: BITMAPINFOHEADER, with what later versions append to it.
    seq:
      - id: width
        type: s4
      - id: height
        type: s4
        doc: Negative when the rows go from top to bottom.
      - id: planes
        type: u2
        doc: 1.
      - id: bit_count
        type: u2
        doc: Bits per pixel; 0 for an embedded JPEG or PNG image.
      - id: compression
        type: u4
        enum: compression
      - id: image_size
        type: u4
        doc: Bytes of pixel data; may be 0 when they are not compressed.
      - id: x_pixels_per_meter
        type: s4
      - id: y_pixels_per_meter
        type: s4
      - id: colors_used
        type: u4
        doc: Entries of the palette; 0 for as many as the bits per pixel allow.
      - id: colors_important
        type: u4
        doc: 0 for all.
      - id: masks
        type: masks
        if: _io.size >= 48
      - id: alpha_mask
        type: u4
        if: _io.size >= 52
      - id: v4
        type: v4_fields
        if: _io.size >= 104
      - id: v5
        type: v5_fields
        if: _io.size >= 120
  masks:
    seq:
      - id: red
        type: u4
      - id: green
        type: u4
      - id: blue
        type: u4
  ciexyz:
    doc: Numbers with 30 bits behind the binary point.
    seq:
      - id: x
        type: u4
      - id: y
        type: u4
      - id: z
        type: u4
  v4_fields:
    seq:
      - id: color_space_type
        type: u4
        enum: color_space_type
      - id: red_endpoint
        type: ciexyz
      - id: green_endpoint
        type: ciexyz
      - id: blue_endpoint
        type: ciexyz
      - id: gamma_red
        type: u4
        doc: With 16 bits behind the binary point.
      - id: gamma_green
        type: u4
      - id: gamma_blue
        type: u4
  v5_fields:
    seq:
      - id: intent
        type: u4
        enum: rendering_intent
      - id: profile_data
        type: u4
        doc: Offset of the profile, or of its file name, from the header's start.
      - id: profile_size
        type: u4
      - id: reserved
        type: u4
  bgr:
    -webide-representation: "{red:dec} {green:dec} {blue:dec}"
    seq:
      - id: blue
        type: u1
      - id: green
        type: u1
      - id: red
        type: u1
  bgrx:
    -webide-representation: "{red:dec} {green:dec} {blue:dec}"
    seq:
      - id: blue
        type: u1
      - id: green
        type: u1
      - id: red
        type: u1
      - id: reserved
        type: u1
enums:
  header_size: {12: core, 16: os2_2_short, 40: info, 52: v2, 56: v3, 64: os2_2, 108: v4, 124: v5}
  header_version: {0: core, 1: os2, 2: info}
  compression:
    {0: rgb, 1: rle8, 2: rle4, 3: bitfields, 4: jpeg, 5: png, 6: alphabitfields, 11: cmyk, 12: cmyk_rle8, 13: cmyk_rle4}
  os2_compression: {0: none, 1: rle8, 2: rle4, 3: huffman_1d, 4: rle24}
  halftoning: {0: none, 1: error_diffusion, 2: panda, 3: super_circle}
  color_space_type:
    0: calibrated_rgb
    0x73524742: srgb
    0x57696e20: windows
    0x4c494e4b: profile_linked
    0x4d424544: profile_embedded
  rendering_intent: {1: business, 2: graphics, 4: images, 8: absolute_colorimetric}
