# Vorbis comments: names and values that describe a piece of sound or video, in Ogg and FLAC files.
# Specification: Xiph.Org, "Ogg Vorbis I format specification: comment field and header specification".
meta:
  id: vorbis_comment
  title: Vorbis comments
  license: Apache-2.0
  endian: le
doc: Types that the descriptions ogg and flac use; not a file format of its own.
doc-ref: https://xiph.org/vorbis/doc/v-comment.html
seq:
  - {id: len_vendor, type: u4}
  - id: vendor
    type: str
    size: 'len_vendor < _io.size - _io.pos ? len_vendor : _io.size - _io.pos'
    encoding: UTF-8
    doc: The program that wrote the file.
  - {id: num_comments, type: u4}
  - {id: comments, type: comment, repeat: expr, repeat-expr: num_comments}
types:
  comment:
    -webide-representation: '{text}'
    seq:
      - {id: len_text, type: u4}
      - id: text
        type: str
        size: 'len_text < _io.size - _io.pos ? len_text : _io.size - _io.pos'
        encoding: UTF-8
        doc: The name in ASCII, an equals sign and the value.
