# Blocks of a GIF file, 87a and 89a, with the known application extensions.
# Specification: CompuServe "Graphics Interchange Format, Version 89a" (1990); Netscape looping extension;
# Adobe XMP Specification Part 3 (GIF); ICC.1 Annex B.
meta:
  id: gif
  title: GIF image
  file-extension: gif
  xref:
    mime: image/gif
  license: Apache-2.0
  endian: le
  bit-endian: be
  -detect:
    - {0: '47 49 46 38 37 61'}
    - {0: '47 49 46 38 39 61'}
doc: |
  Images of up to 256 colours each, LZW-compressed, on one logical screen; several of them make an animation.
doc-ref: https://www.w3.org/Graphics/GIF/spec-gif89a.txt
seq:
  - id: header
    type: header
  - id: logical_screen_descriptor
    type: logical_screen_descriptor
  - id: global_color_table
    type: color
    repeat: expr
    repeat-expr: 2 << logical_screen_descriptor.global_color_table_size
    if: logical_screen_descriptor.global_color_table_flag
  - id: blocks
    type: block
    repeat: until
    repeat-until: _.block_type == block_type::trailer or _io.eof
  - id: trailing_data
    size-eos: true
    if: not _io.eof
    doc: Bytes behind the trailer, which are not part of the image.
types:
  header:
    seq:
      - id: signature
        contents: GIF
      - id: version
        type: str
        size: 3
        encoding: ASCII
        doc: 87a or 89a.
  logical_screen_descriptor:
    seq:
      - id: logical_screen_width
        type: u2
      - id: logical_screen_height
        type: u2
      - id: global_color_table_flag
        type: b1
      - id: color_resolution
        type: b3
        doc: Bits per primary colour of the original image, less one.
      - id: sort_flag
        type: b1
        doc: The global colour table is sorted by importance.
      - id: global_color_table_size
        type: b3
        doc: The table has 2^(this + 1) colours.
      - id: background_color_index
        type: u1
      - id: pixel_aspect_ratio
        type: u1
        doc: Width to height is (this + 15) / 64; 0 when it is unknown.
  color:
    -webide-representation: "{red:dec} {green:dec} {blue:dec}"
    seq:
      - id: red
        type: u1
      - id: green
        type: u1
      - id: blue
        type: u1
  block:
    -webide-representation: "{block_type}"
    seq:
      - id: block_type
        type: u1
        enum: block_type
      - id: body
        type:
          switch-on: block_type
          cases:
            'block_type::extension': extension
            'block_type::image_descriptor': image
  image:
    seq:
      - id: left
        type: u2
        doc: Column of the image's left edge on the logical screen.
      - id: top
        type: u2
        doc: Row of the image's top edge on the logical screen.
      - id: width
        type: u2
      - id: height
        type: u2
      - id: local_color_table_flag
        type: b1
      - id: interlace_flag
        type: b1
        doc: Rows come in four passes.
      - id: sort_flag
        type: b1
        doc: The local colour table is sorted by importance.
      - id: reserved
        type: b2
      - id: local_color_table_size
        type: b3
        doc: The table has 2^(this + 1) colours.
      - id: local_color_table
        type: color
        repeat: expr
        repeat-expr: 2 << local_color_table_size
        if: local_color_table_flag
      - id: lzw_minimum_code_size
        type: u1
        doc: In bits.
      - id: image_data
        type: sub_blocks
  sub_blocks:
    seq:
      - id: blocks
        type: sub_block
        repeat: until
        repeat-until: _.size == 0 or _io.eof
  sub_block:
    -webide-representation: "{size:dec}"
    seq:
      - id: size
        type: u1
        doc: 0 ends the sequence.
      - id: data
        size: size
  extension:
    -webide-representation: "{label}"
    seq:
      - id: label
        type: u1
        enum: extension_label
      - id: body
        type:
          switch-on: label
          cases:
            'extension_label::graphic_control': graphic_control_extension
            'extension_label::comment': comment_extension
            'extension_label::plain_text': plain_text_extension
            'extension_label::application': application_extension
            _: sub_blocks
  graphic_control_extension:
    seq:
      - id: block_size
        type: u1
        doc: 4.
      - id: fields
        type: graphic_control
        size: block_size
      - id: remaining_blocks
        type: sub_blocks
        doc: Only the terminator.
  graphic_control:
    doc: How the next image or text is shown.
    seq:
      - id: reserved
        type: b3
      - id: disposal_method
        type: b3
        enum: disposal_method
      - id: user_input_flag
        type: b1
        doc: The decoder waits for the user ahead of the next image.
      - id: transparent_color_flag
        type: b1
      - id: delay_time
        type: u2
        doc: In hundredths of a second.
      - id: transparent_color_index
        type: u1
  comment_extension:
    seq:
      - id: blocks
        type: text_sub_block
        repeat: until
        repeat-until: _.size == 0 or _io.eof
  text_sub_block:
    -webide-representation: "{text}"
    seq:
      - id: size
        type: u1
        doc: 0 ends the sequence.
      - id: text
        type: str
        size: size
        encoding: ISO-8859-1
  plain_text_extension:
    seq:
      - id: block_size
        type: u1
        doc: 12.
      - id: grid
        type: plain_text_grid
        size: block_size
      - id: text
        type: comment_extension
  plain_text_grid:
    seq:
      - id: text_grid_left
        type: u2
      - id: text_grid_top
        type: u2
      - id: text_grid_width
        type: u2
      - id: text_grid_height
        type: u2
      - id: character_cell_width
        type: u1
      - id: character_cell_height
        type: u1
      - id: foreground_color_index
        type: u1
      - id: background_color_index
        type: u1
  application_extension:
    seq:
      - id: block_size
        type: u1
        doc: 11.
      - id: application
        type: application
        size: block_size
      - id: xmp
        type: xmp
        if: is_xmp
      - id: data
        type:
          switch-on: application.identifier
          cases:
            '"NETSCAPE"': netscape_sub_blocks
            '"ANIMEXTS"': netscape_sub_blocks
            _: sub_blocks
        if: not is_xmp
    instances:
      is_xmp:
        value: application.identifier == "XMP Data"
  application:
    seq:
      - id: identifier
        type: str
        size: 8
        encoding: ASCII
        doc: NETSCAPE or ANIMEXTS for looping, XMP Data, ICCRGBG1 for an ICC profile, ...
      - id: authentication_code
        type: str
        size-eos: true
        encoding: ISO-8859-1
  xmp:
    doc: An XMP packet that is not cut into sub-blocks, then bytes that make it pass as sub-blocks.
    seq:
      - id: packet
        type: str
        terminator: 0x01
        eos-error: false
        consume: false
        encoding: UTF-8
      - id: magic_trailer
        size: 258
        doc: The bytes 01, ff, fe, ... 01, 00 and the block terminator.
  netscape_sub_blocks:
    seq:
      - id: blocks
        type: netscape_sub_block
        repeat: until
        repeat-until: _.size == 0 or _io.eof
  netscape_sub_block:
    seq:
      - id: size
        type: u1
        doc: 0 ends the sequence.
      - id: data
        size: size
        type: netscape_data
        if: size != 0
  netscape_data:
    seq:
      - id: sub_block_id
        type: u1
        enum: netscape_id
      - id: loop_count
        type: u2
        if: sub_block_id == netscape_id::looping
        doc: Repetitions of the animation; 0 means for ever.
      - id: buffer_size
        type: u4
        if: sub_block_id == netscape_id::buffering
        doc: Bytes to buffer ahead of the display.
enums:
  block_type: {0x21: extension, 0x2c: image_descriptor, 0x3b: trailer}
  extension_label: {0x01: plain_text, 0xf9: graphic_control, 0xfe: comment, 0xff: application}
  disposal_method: {0: unspecified, 1: do_not_dispose, 2: restore_to_background, 3: restore_to_previous}
  netscape_id: {1: looping, 2: buffering}
