# A detailed timing of EDID, without its first field, the pixel clock.
# Specification: VESA "Enhanced EDID Standard" Release A, Revision 2, section 3.10.2.
meta:
  id: edid_detailed_timing
  title: EDID detailed timing
  license: Apache-2.0
  endian: le
  bit-endian: be
doc: |
  The 16 bytes behind the pixel clock of a video timing in EDID and CTA-861 blocks.
doc-ref: https://vesa.org/vesa-standards/
seq:
  - {id: horizontal_active_low, type: u1}
  - {id: horizontal_blanking_low, type: u1}
  - {id: horizontal_active_high, type: b4}
  - {id: horizontal_blanking_high, type: b4}
  - {id: vertical_active_low, type: u1}
  - {id: vertical_blanking_low, type: u1}
  - {id: vertical_active_high, type: b4}
  - {id: vertical_blanking_high, type: b4}
  - {id: horizontal_front_porch_low, type: u1}
  - {id: horizontal_sync_width_low, type: u1}
  - {id: vertical_front_porch_low, type: b4}
  - {id: vertical_sync_width_low, type: b4}
  - {id: horizontal_front_porch_high, type: b2}
  - {id: horizontal_sync_width_high, type: b2}
  - {id: vertical_front_porch_high, type: b2}
  - {id: vertical_sync_width_high, type: b2}
  - {id: horizontal_image_size_low, type: u1}
  - {id: vertical_image_size_low, type: u1}
  - {id: horizontal_image_size_high, type: b4}
  - {id: vertical_image_size_high, type: b4}
  - {id: horizontal_border, type: u1, doc: 'In pixels, on each side.'}
  - {id: vertical_border, type: u1, doc: 'In lines, above and below.'}
  - {id: interlaced, type: b1}
  - id: stereo_mode
    type: b2
    doc: 0 for none; its meaning depends on the last bit of the block, too.
  - id: sync_type
    type: b2
    enum: sync_type
  - id: vertical_polarity_or_serration
    type: b1
    doc: With digital separate sync, 1 for a positive vertical sync; else the vertical sync is serrated.
  - id: horizontal_polarity_or_green
    type: b1
    doc: With digital sync, 1 for a positive horizontal sync; with analogue sync, sync is on all three colours.
  - {id: stereo_interleaved, type: b1}
instances:
  horizontal_active: {value: horizontal_active_high << 8 | horizontal_active_low, doc: In pixels.}
  horizontal_blanking: {value: horizontal_blanking_high << 8 | horizontal_blanking_low, doc: In pixels.}
  vertical_active: {value: vertical_active_high << 8 | vertical_active_low, doc: In lines.}
  vertical_blanking: {value: vertical_blanking_high << 8 | vertical_blanking_low, doc: In lines.}
  horizontal_front_porch: {value: horizontal_front_porch_high << 8 | horizontal_front_porch_low, doc: In pixels.}
  horizontal_sync_width: {value: horizontal_sync_width_high << 8 | horizontal_sync_width_low, doc: In pixels.}
  vertical_front_porch: {value: vertical_front_porch_high << 4 | vertical_front_porch_low, doc: In lines.}
  vertical_sync_width: {value: vertical_sync_width_high << 4 | vertical_sync_width_low, doc: In lines.}
  horizontal_image_size: {value: horizontal_image_size_high << 8 | horizontal_image_size_low, doc: In mm.}
  vertical_image_size: {value: vertical_image_size_high << 8 | vertical_image_size_low, doc: In mm.}
enums:
  sync_type: {0: analog_composite, 1: bipolar_analog_composite, 2: digital_composite, 3: digital_separate}
