# Chunks of a PNG file, of APNG too.
# Specification: W3C "Portable Network Graphics (PNG) Specification (Third Edition)", ISO/IEC 15948;
# "Extensions to the PNG Specification" (registered chunks).
meta:
  id: png
  title: PNG image
  file-extension: [png, apng]
  xref:
    mime: [image/png, image/apng]
  license: Apache-2.0
  endian: be
  imports: [icc, tiff]
  -detect:
    - {0: '89 50 4e 47 0d 0a 1a 0a'}
doc: |
  A losslessly compressed raster image: a signature, then a sequence of chunks that ends with IEND. The image data
  is one zlib stream, cut into the IDAT chunks (for later frames of an animation: the fdAT chunks).
doc-ref: https://www.w3.org/TR/png-3/
seq:
  - id: signature
    contents: [0x89, PNG, 0x0d, 0x0a, 0x1a, 0x0a]
  - id: chunks
    type: chunk
    repeat: until
    repeat-until: _.chunk_type == "IEND" or _io.eof
  - id: trailing_data
    size-eos: true
    if: not _io.eof
    doc: Bytes behind the IEND chunk, which are not part of the image.
instances:
  header:
    value: '(chunks[0].chunk_type == "CgBI" ? chunks[1].body : chunks[0].body).as<ihdr>'
    doc: The IHDR chunk's data, on which the meaning of other chunks depends.
types:
  chunk:
    -webide-representation: "{chunk_type} {length:dec}"
    seq:
      - id: length
        type: u4
        doc: Bytes in the chunk's data, at most 2^31 - 1.
      - id: chunk_type
        type: str
        size: 4
        encoding: ASCII
      - id: body
        size: length
        type:
          switch-on: chunk_type
          cases:
            '"IHDR"': ihdr
            '"PLTE"': plte
            '"tRNS"': trns
            '"cHRM"': chrm
            '"gAMA"': gama
            '"iCCP"': iccp
            '"sBIT"': sbit
            '"sRGB"': srgb
            '"cICP"': cicp
            '"mDCV"': mdcv
            '"cLLI"': clli
            '"tEXt"': text
            '"zTXt"': ztxt
            '"iTXt"': itxt
            '"bKGD"': bkgd
            '"hIST"': hist
            '"pHYs"': phys
            '"sPLT"': splt
            '"eXIf"': tiff
            '"tIME"': time
            '"acTL"': actl
            '"fcTL"': fctl
            '"fdAT"': fdat
            '"oFFs"': offs
            '"pCAL"': pcal
            '"sCAL"': scal
            '"sTER"': ster
            '"gIFg"': gifg
            '"gIFx"': gifx
            '"gIFt"': gift
      - id: crc
        type: u4
        doc: CRC-32 of the chunk's type and data.
    instances:
      is_ancillary:
        value: chunk_type.substring(0, 1) >= "a"
        doc: Decoders may ignore the chunk.
      is_private:
        value: chunk_type.substring(1, 2) >= "a"
        doc: The type is not registered but of an application's own.
      is_safe_to_copy:
        value: chunk_type.substring(3, 4) >= "a"
        doc: Editors that do not know the type may keep the chunk though the image has changed.
  ihdr:
    seq:
      - id: width
        type: u4
        doc: In pixels.
      - id: height
        type: u4
        doc: In pixels.
      - id: bit_depth
        type: u1
        doc: Bits per sample, for an indexed image bits per palette index.
      - id: color_type
        type: u1
        enum: color_type
      - id: compression_method
        type: u1
        enum: compression_method
      - id: filter_method
        type: u1
        enum: filter_method
      - id: interlace_method
        type: u1
        enum: interlace_method
  plte:
    seq:
      - id: entries
        type: rgb8
        repeat: eos
  rgb8:
    -webide-representation: "{red:dec} {green:dec} {blue:dec}"
    seq:
      - id: red
        type: u1
      - id: green
        type: u1
      - id: blue
        type: u1
  gray_sample:
    seq:
      - id: gray
        type: u2
  rgb_samples:
    seq:
      - id: red
        type: u2
      - id: green
        type: u2
      - id: blue
        type: u2
  trns:
    doc: Transparency of an image without an alpha channel.
    seq:
      - id: transparent_color
        type:
          switch-on: _root.header.color_type
          cases:
            'color_type::grayscale': gray_sample
            'color_type::truecolor': rgb_samples
        if: _root.header.color_type != color_type::indexed
        size-eos: true
        doc: Pixels of this colour are fully transparent.
      - id: palette_alpha
        type: u1
        repeat: eos
        if: _root.header.color_type == color_type::indexed
        doc: One alpha value per palette entry, from the first; entries without one are opaque.
  chromaticity:
    seq:
      - id: x
        type: u4
        doc: Times 100000.
      - id: y
        type: u4
        doc: Times 100000.
  chrm:
    seq:
      - id: white_point
        type: chromaticity
      - id: red
        type: chromaticity
      - id: green
        type: chromaticity
      - id: blue
        type: chromaticity
  gama:
    seq:
      - id: image_gamma
        type: u4
        doc: Times 100000.
  iccp:
    seq:
      - id: profile_name
        type: strz
        encoding: ISO-8859-1
      - id: compression_method
        type: u1
        enum: compression_method
      - id: profile
        size-eos: true
        process: zlib
        type: icc
  sbit:
    doc: Significant bits of each channel in the image from which this one was made.
    seq:
      - id: gray
        type: u1
        if: _root.header.color_type == color_type::grayscale or _root.header.color_type == color_type::grayscale_alpha
      - id: red
        type: u1
        if: has_rgb
      - id: green
        type: u1
        if: has_rgb
      - id: blue
        type: u1
        if: has_rgb
      - id: alpha
        type: u1
        if: >-
          _root.header.color_type == color_type::grayscale_alpha or
          _root.header.color_type == color_type::truecolor_alpha
    instances:
      has_rgb:
        value: >-
          _root.header.color_type == color_type::truecolor or _root.header.color_type == color_type::indexed or
          _root.header.color_type == color_type::truecolor_alpha
  srgb:
    seq:
      - id: rendering_intent
        type: u1
        enum: rendering_intent
  cicp:
    doc: Coding-independent code points (ITU-T H.273) of the colour space.
    seq:
      - id: color_primaries
        type: u1
        enum: color_primaries
      - id: transfer_function
        type: u1
        enum: transfer_function
      - id: matrix_coefficients
        type: u1
        doc: 0 in a PNG image, which holds RGB.
      - id: video_full_range_flag
        type: u1
        doc: 1 for full range, 0 for narrow range.
  mdcv_chromaticity:
    seq:
      - id: x
        type: u2
        doc: In units of 0.00002.
      - id: y
        type: u2
        doc: In units of 0.00002.
  mdcv:
    doc: The colour volume of the display on which the image was mastered.
    seq:
      - id: red
        type: mdcv_chromaticity
      - id: green
        type: mdcv_chromaticity
      - id: blue
        type: mdcv_chromaticity
      - id: white_point
        type: mdcv_chromaticity
      - id: max_luminance
        type: u4
        doc: In units of 0.0001 cd/m2.
      - id: min_luminance
        type: u4
        doc: In units of 0.0001 cd/m2.
  clli:
    doc: Light levels of the content.
    seq:
      - id: max_cll
        type: u4
        doc: Maximum content light level, in units of 0.0001 cd/m2.
      - id: max_fall
        type: u4
        doc: Maximum frame average light level, in units of 0.0001 cd/m2.
  text:
    seq:
      - id: keyword
        type: strz
        encoding: ISO-8859-1
        eos-error: false
      - id: text
        type: str
        size-eos: true
        encoding: ISO-8859-1
  ztxt:
    seq:
      - id: keyword
        type: strz
        encoding: ISO-8859-1
      - id: compression_method
        type: u1
        enum: compression_method
      - id: text
        size-eos: true
        process: zlib
        type: latin1_text
  latin1_text:
    seq:
      - id: value
        type: str
        size-eos: true
        encoding: ISO-8859-1
  utf8_text:
    seq:
      - id: value
        type: str
        size-eos: true
        encoding: UTF-8
  itxt:
    seq:
      - id: keyword
        type: strz
        encoding: ISO-8859-1
      - id: compression_flag
        type: u1
        doc: 0 for plain text, 1 for compressed text.
      - id: compression_method
        type: u1
        enum: compression_method
      - id: language_tag
        type: strz
        encoding: ASCII
        doc: As in RFC 5646, empty when it is unspecified.
      - id: translated_keyword
        type: strz
        encoding: UTF-8
      - id: text
        type: str
        size-eos: true
        encoding: UTF-8
        if: compression_flag != 1
      - id: compressed_text
        size-eos: true
        process: zlib
        type: utf8_text
        if: compression_flag == 1
  bkgd:
    seq:
      - id: palette_index
        type: u1
        if: _root.header.color_type == color_type::indexed
      - id: color
        type:
          switch-on: _root.header.color_type
          cases:
            'color_type::grayscale': gray_sample
            'color_type::grayscale_alpha': gray_sample
            'color_type::truecolor': rgb_samples
            'color_type::truecolor_alpha': rgb_samples
        size-eos: true
        if: _root.header.color_type != color_type::indexed
  hist:
    seq:
      - id: frequencies
        type: u2
        repeat: eos
        doc: How often each palette entry is used, on a scale of the encoder's own.
  phys:
    seq:
      - id: pixels_per_unit_x
        type: u4
      - id: pixels_per_unit_y
        type: u4
      - id: unit
        type: u1
        enum: phys_unit
  splt:
    seq:
      - id: palette_name
        type: strz
        encoding: ISO-8859-1
      - id: sample_depth
        type: u1
        doc: 8 or 16.
      - id: entries
        type:
          switch-on: sample_depth
          cases:
            8: splt_entry8
            _: splt_entry16
        repeat: eos
  splt_entry8:
    -webide-representation: "{red:dec} {green:dec} {blue:dec} {alpha:dec}"
    seq:
      - id: red
        type: u1
      - id: green
        type: u1
      - id: blue
        type: u1
      - id: alpha
        type: u1
      - id: frequency
        type: u2
  splt_entry16:
    -webide-representation: "{red:dec} {green:dec} {blue:dec} {alpha:dec}"
    seq:
      - id: red
        type: u2
      - id: green
        type: u2
      - id: blue
        type: u2
      - id: alpha
        type: u2
      - id: frequency
        type: u2
  time:
    doc: When the image was last changed, in UTC.
    seq:
      - id: year
        type: u2
      - id: month
        type: u1
      - id: day
        type: u1
      - id: hour
        type: u1
      - id: minute
        type: u1
      - id: second
        type: u1
  actl:
    doc: Animation control.
    seq:
      - id: num_frames
        type: u4
      - id: num_plays
        type: u4
        doc: 0 means for ever.
  fctl:
    doc: Frame control.
    seq:
      - id: sequence_number
        type: u4
        doc: Counts the fcTL and fdAT chunks from 0.
      - id: width
        type: u4
      - id: height
        type: u4
      - id: x_offset
        type: u4
      - id: y_offset
        type: u4
      - id: delay_num
        type: u2
        doc: Numerator of the delay in seconds.
      - id: delay_den
        type: u2
        doc: Denominator of the delay in seconds; 0 stands for 100.
      - id: dispose_op
        type: u1
        enum: dispose_op
      - id: blend_op
        type: u1
        enum: blend_op
  fdat:
    seq:
      - id: sequence_number
        type: u4
      - id: frame_data
        size-eos: true
        doc: A part of the frame's zlib stream, as an IDAT chunk holds one.
  offs:
    doc: Image offset on a page.
    seq:
      - id: x_position
        type: s4
      - id: y_position
        type: s4
      - id: unit
        type: u1
        enum: offset_unit
  pcal:
    doc: Mapping of sample values to physical ones.
    seq:
      - id: calibration_name
        type: strz
        encoding: ISO-8859-1
      - id: original_zero
        type: s4
      - id: original_max
        type: s4
      - id: equation_type
        type: u1
        enum: equation_type
      - id: num_parameters
        type: u1
      - id: unit_name
        type: strz
        encoding: ISO-8859-1
        eos-error: false
      - id: parameters
        type: strz
        encoding: ASCII
        eos-error: false
        repeat: expr
        repeat-expr: num_parameters
        doc: Floating-point numbers as text.
  scal:
    doc: Physical size of a pixel.
    seq:
      - id: unit
        type: u1
        enum: scale_unit
      - id: pixel_width
        type: strz
        encoding: ASCII
        doc: A floating-point number as text.
      - id: pixel_height
        type: str
        size-eos: true
        encoding: ASCII
        doc: A floating-point number as text.
  ster:
    seq:
      - id: mode
        type: u1
        enum: stereo_mode
  gifg:
    doc: Graphic control extension of the GIF image from which this one was made.
    seq:
      - id: disposal_method
        type: u1
      - id: user_input_flag
        type: u1
      - id: delay_time
        type: u2
        doc: In hundredths of a second.
  gifx:
    doc: Application extension of a GIF image.
    seq:
      - id: application_identifier
        type: str
        size: 8
        encoding: ASCII
      - id: authentication_code
        size: 3
      - id: application_data
        size-eos: true
  gift:
    doc: Plain text extension of a GIF image.
    seq:
      - id: grid_left
        type: s4
      - id: grid_top
        type: s4
      - id: grid_width
        type: s4
      - id: grid_height
        type: s4
      - id: cell_width
        type: u1
      - id: cell_height
        type: u1
      - id: foreground
        type: rgb8
      - id: background
        type: rgb8
      - id: text
        type: str
        size-eos: true
        encoding: ASCII
enums:
  color_type: {0: grayscale, 2: truecolor, 3: indexed, 4: grayscale_alpha, 6: truecolor_alpha}
  compression_method: {0: deflate}
  filter_method: {0: adaptive}
  interlace_method: {0: none, 1: adam7}
  rendering_intent: {0: perceptual, 1: relative_colorimetric, 2: saturation, 3: absolute_colorimetric}
  phys_unit: {0: unknown, 1: meter}
  offset_unit: {0: pixel, 1: micrometer}
  scale_unit: {1: meter, 2: radian}
  stereo_mode: {0: cross_fuse, 1: diverging_fuse}
  equation_type: {0: linear, 1: base_e_exponential, 2: arbitrary_base_exponential, 3: hyperbolic}
  dispose_op: {0: none, 1: background, 2: previous}
  blend_op: {0: source, 1: over}
  color_primaries:
    {1: bt709, 2: unspecified, 4: bt470m, 5: bt470bg, 6: bt601, 7: smpte240, 8: generic_film, 9: bt2020, 10: xyz,
    11: smpte_rp431, 12: smpte_eg432, 22: ebu3213}
  transfer_function:
    {1: bt709, 2: unspecified, 4: bt470m, 5: bt470bg, 6: bt601, 7: smpte240, 8: linear, 9: log_100, 10: log_100_sqrt10,
    11: iec61966_2_4, 12: bt1361, 13: srgb, 14: bt2020_10bit, 15: bt2020_12bit, 16: pq, 17: smpte428, 18: hlg}
