# Outline of a PDF file: header, end, cross-reference table or stream, trailer, and the objects as text.
# Specification: ISO 32000-2:2020 (PDF 2.0), section 7.5 "File structure".
meta:
  id: pdf
  title: PDF document
  file-extension: [pdf, ai]
  xref:
    mime: application/pdf
  license: Apache-2.0
  endian: be
  -detect:
    - {0: '25 50 44 46 2d ?? 2e'}
doc: |
  Text that numbers its objects, with the offset of each in a table near the end. PDF is a language of its own, so only
  the frame is described. An object shows the lines of its first bytes. The content of streams, tables that are streams
  themselves and tables of earlier versions of the document are not read.
doc-ref: https://pdfa.org/resource/iso-32000-2/
seq:
  - {id: magic, contents: '%PDF-'}
  - {id: version, type: str, size: 3, encoding: ASCII}
instances:
  second_line:
    pos: 8
    size: '_io.size < 24 ? _io.size - 8 : 16'
    doc: End of the first line; a comment of bytes above 127 is to follow, which marks the file as binary.
  end_search:
    type: probe(_index)
    repeat: until
    repeat-until: _.is_found or _.distance > 1056 or _.distance >= _root._io.size
    doc: Looks for the last keyword startxref, backwards from the end of the file.
  end_offset:
    value: _io.size - end_search.last.distance
    doc: Where the last keyword startxref is.
  end:
    pos: end_offset
    size-eos: true
    type: end
    if: end_search.last.is_found
  xref_offset:
    value: end.offset
  xref_magic:
    pos: xref_offset
    size: 4
  cross_reference:
    pos: xref_offset
    type:
      switch-on: xref_magic == [0x78, 0x72, 0x65, 0x66]
      cases:
        true: xref_table
        false: indirect_object
    doc: A table as text, or an object whose stream is the table.
types:
  probe:
    -webide-representation: '{distance:dec} {text}'
    params: [{id: index, type: u4}]
    instances:
      distance:
        value: index + 9
        doc: Bytes from here to the end of the file.
      text:
        io: _root._io
        pos: _root._io.size - distance
        size: 9
        type: str
        encoding: ISO-8859-1
        if: distance <= _root._io.size
      is_found:
        value: distance <= _root._io.size and text == 'startxref'
  end:
    -webide-representation: '{offset:dec}'
    seq:
      - {id: keyword, type: str, size: 9, encoding: ASCII}
      - {id: line_end, type: u1, doc: Carriage return or line feed.}
      - {id: line_feed, type: u1, if: line_end == 13 and next_byte == 10}
      - {id: offset_cr, type: str, terminator: 13, eos-error: false, encoding: ASCII, if: line_end == 13}
      - {id: offset_lf, type: str, terminator: 10, eos-error: false, encoding: ASCII, if: line_end != 13}
      - id: end_marker
        type: str
        size-eos: true
        encoding: ISO-8859-1
        doc: The marker %%EOF with line ends.
    instances:
      next_byte: {pos: 10, type: u1}
      raw_offset:
        value: 'line_end == 13 ? offset_cr : offset_lf'
      offset:
        value: >-
          (raw_offset.length > 0 and (raw_offset.substring(raw_offset.length - 1, raw_offset.length) == " "
          or raw_offset.substring(raw_offset.length - 1, raw_offset.length) == "\r")
          ? raw_offset.substring(0, raw_offset.length - 1) : raw_offset).to_i
        doc: Where the cross-reference table or stream is.
  xref_table:
    seq:
      - {id: keyword, size: 4}
      - {id: line_end, type: str, terminator: 10, encoding: ASCII}
      - {id: sections, type: xref_section, repeat: until, repeat-until: _.is_trailer}
      - id: trailer
        type: trailer
        size: '_root._io.size - _io.pos < 8192 ? _root._io.size - _io.pos : 8192'
        doc: At most 8192 bytes of it.
  xref_section:
    -webide-representation: 'from {start:dec}'
    doc: Entries of objects with consecutive numbers; the last one is the keyword trailer instead.
    seq:
      - {id: first_character, type: str, size: 1, encoding: ASCII}
      - {id: keyword_rest, type: str, size: 6, encoding: ASCII, if: is_trailer}
      - {id: start_rest, type: str, terminator: 32, encoding: ASCII, if: not is_trailer}
      - {id: count_text, type: str, terminator: 10, encoding: ASCII, if: not is_trailer}
      - id: entries
        type: xref_entry
        size: 20
        repeat: expr
        repeat-expr: count
        if: not is_trailer
    instances:
      is_trailer:
        value: first_character < '0' or first_character > '9'
      start:
        value: (first_character + start_rest).to_i
        doc: Number of the first object.
        if: not is_trailer
      count:
        value: >-
          (count_text.length > 1 and (count_text.substring(count_text.length - 1, count_text.length) == " "
          or count_text.substring(count_text.length - 1, count_text.length) == "\r")
          ? count_text.substring(0, count_text.length - 1) : count_text).to_i
        if: not is_trailer
  xref_entry:
    -webide-representation: '{offset_text} {generation_text} {kind}'
    seq:
      - id: offset_text
        type: str
        size: 10
        encoding: ASCII
        doc: Offset of the object, or number of the next free one.
      - {id: space_1, size: 1}
      - {id: generation_text, type: str, size: 5, encoding: ASCII}
      - {id: space_2, size: 1}
      - {id: kind, type: u1, enum: entry_kind}
      - {id: line_end, size: 2}
    instances:
      offset:
        value: offset_text.to_i
      generation:
        value: generation_text.to_i
      object:
        io: _root._io
        pos: offset
        type: indirect_object
        if: kind == entry_kind::in_use and offset < _root._io.size
  indirect_object:
    -webide-representation: '{number} {generation} {body}'
    seq:
      - {id: number, type: str, terminator: 32, encoding: ASCII}
      - {id: generation, type: str, terminator: 32, encoding: ASCII}
      - {id: keyword, size: 3, doc: The letters obj.}
      - id: body
        type: object_text
        size: '_io.size - _io.pos < 2048 ? _io.size - _io.pos : 2048'
        doc: The object's first 2048 bytes and what follows it.
  object_text:
    -webide-representation: '{lines}'
    seq:
      - id: lines
        type: str
        terminator: 10
        eos-error: false
        encoding: ISO-8859-1
        repeat: until
        repeat-until: >-
          _ == "endobj" or _ == "endobj\r" or _ == "endobj " or _ == "stream" or _ == "stream\r" or _io.eof
        doc: Lines up to the end of the object or the start of its stream.
  trailer:
    -webide-representation: '{lines}'
    seq:
      - id: lines
        type: str
        terminator: 10
        eos-error: false
        encoding: ISO-8859-1
        repeat: until
        repeat-until: _ == "startxref" or _ == "startxref\r" or _io.eof
        doc: The dictionary as lines of text; Root names the catalog, Prev the table before this one.
enums:
  entry_kind: {0x66: free, 0x6e: in_use}
