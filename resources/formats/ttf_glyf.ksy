# A glyph of the glyf table of TrueType fonts.
# Specification: Microsoft "OpenType specification" 1.9, "glyf - Glyph Data".
meta:
  id: ttf_glyf
  title: TrueType glyph
  license: Apache-2.0
  endian: be
  bit-endian: be
doc: |
  The outline of a glyph, of its own points or put together from other glyphs.
doc-ref: https://learn.microsoft.com/typography/opentype/spec/glyf
seq:
  - {id: number_of_contours, type: s2, doc: Negative in a composite glyph.}
  - {id: x_min, type: s2}
  - {id: y_min, type: s2}
  - {id: x_max, type: s2}
  - {id: y_max, type: s2}
  - id: body
    type:
      switch-on: number_of_contours >= 0
      cases:
        true: simple
        false: composite
types:
  simple:
    seq:
      - {id: end_pts_of_contours, type: u2, repeat: expr, repeat-expr: _root.number_of_contours}
      - {id: instruction_length, type: u2}
      - {id: instructions, size: instruction_length}
      - {id: flags_and_coordinates, size-eos: true, doc: 'Packed flags, then x, then y coordinates of the points.'}
    instances:
      num_points: {value: end_pts_of_contours.last + 1, if: _root.number_of_contours > 0}
  composite:
    seq:
      - {id: components, type: component, repeat: until, repeat-until: not _.flags.more_components or _io.eof}
      - {id: instruction_length, type: u2, if: components.last.flags.we_have_instructions}
      - {id: instructions, size: instruction_length, if: components.last.flags.we_have_instructions}
  component:
    -webide-representation: "{glyph_index:dec}"
    seq:
      - {id: flags, type: flags}
      - {id: glyph_index, type: u2}
      - {id: argument1_word, type: s2, if: flags.arg_1_and_2_are_words, doc: 'An x offset, or a point of the parent.'}
      - {id: argument2_word, type: s2, if: flags.arg_1_and_2_are_words, doc: 'A y offset, or a point of the component.'}
      - {id: argument1_byte, type: s1, if: not flags.arg_1_and_2_are_words}
      - {id: argument2_byte, type: s1, if: not flags.arg_1_and_2_are_words}
      - {id: scale, type: s2, if: flags.we_have_a_scale, doc: With 14 bits behind the binary point.}
      - {id: x_scale, type: s2, if: flags.we_have_an_x_and_y_scale or flags.we_have_a_two_by_two}
      - {id: scale01, type: s2, if: flags.we_have_a_two_by_two}
      - {id: scale10, type: s2, if: flags.we_have_a_two_by_two}
      - {id: y_scale, type: s2, if: flags.we_have_an_x_and_y_scale or flags.we_have_a_two_by_two}
  flags:
    seq:
      - {id: reserved1, type: b3}
      - {id: unscaled_component_offset, type: b1}
      - {id: scaled_component_offset, type: b1}
      - {id: overlap_compound, type: b1}
      - {id: use_my_metrics, type: b1}
      - {id: we_have_instructions, type: b1}
      - {id: we_have_a_two_by_two, type: b1}
      - {id: we_have_an_x_and_y_scale, type: b1}
      - {id: more_components, type: b1}
      - {id: reserved2, type: b1}
      - {id: we_have_a_scale, type: b1}
      - {id: round_xy_to_grid, type: b1}
      - {id: args_are_xy_values, type: b1}
      - {id: arg_1_and_2_are_words, type: b1}
