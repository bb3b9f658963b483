# Flattened device trees, overlays and U-Boot FIT images.
# Specification: "Devicetree Specification" v0.4, chapter 5 "Flattened Devicetree (DTB) Format"; for versions before 16
# "Booting the Linux/ppc kernel without Open Firmware".
meta:
  id: dtb
  title: Flattened device tree
  file-extension: [dtb, dtbo, fit, itb]
  xref:
    mime: application/x-devicetree
  license: Apache-2.0
  encoding: ASCII
  endian: be
  -detect:
    - {0: 'd0 0d fe ed', 20: '00 00 00'}
doc: |
  A tree of nodes with named properties as a stream of tokens, a block with the names, and a list of reserved memory.
doc-ref: https://www.devicetree.org/specifications/
seq:
  - id: header
    type: header
instances:
  memory_reservations:
    pos: header.off_mem_rsvmap
    type: memory_reservation
    repeat: until
    repeat-until: _.address == 0 and _.size == 0 or _io.eof
    doc: Memory that a boot program must not use; the last one is zero and ends the list.
  structure_block:
    pos: header.off_dt_struct
    size: len_structure
    type: structure_block
  strings_block:
    pos: header.off_dt_strings
    size: len_strings
    type: strings_block
  len_structure:
    value: >-
      header.version >= 17 and header.size_dt_struct <= _io.size - header.off_dt_struct
        ? header.size_dt_struct : _io.size - header.off_dt_struct
    doc: To the end of the file in versions without this size.
  len_strings:
    value: >-
      header.version >= 3 and header.size_dt_strings <= _io.size - header.off_dt_strings
        ? header.size_dt_strings : _io.size - header.off_dt_strings
  external_data:
    pos: header.totalsize
    size: _io.size - header.totalsize
    if: _io.size > header.totalsize
    doc: What follows the tree; in a FIT image the data that "data-offset" properties count from here, rounded up to 4.
enums:
  token:
    1: begin_node
    2: end_node
    3: prop
    4: nop
    9: end
types:
  header:
    seq:
      - id: magic
        contents: [0xd0, 0x0d, 0xfe, 0xed]
      - id: totalsize
        type: u4
        doc: Bytes of the whole tree with this header.
      - id: off_dt_struct
        type: u4
      - id: off_dt_strings
        type: u4
      - id: off_mem_rsvmap
        type: u4
      - id: version
        type: u4
      - id: last_comp_version
        type: u4
        doc: Oldest version that this tree is compatible with.
      - id: boot_cpuid_phys
        type: u4
        if: version >= 2
        doc: Physical number of the processor that boots.
      - id: size_dt_strings
        type: u4
        if: version >= 3
        doc: Bytes of the strings block.
      - id: size_dt_struct
        type: u4
        if: version >= 17
        doc: Bytes of the structure block.
  memory_reservation:
    -webide-representation: '{address:hex} {size:hex}'
    seq:
      - id: address
        type: u8
        doc: Physical address.
      - id: size
        type: u8
        doc: In bytes.
  structure_block:
    seq:
      - id: entries
        type: entry
        repeat: until
        repeat-until: _.token == token::end or _io.eof
        doc: Tokens outside of the root node, the root node itself and the end.
  entry:
    -webide-representation: '{token} {content}'
    seq:
      - id: token
        type: u4
        enum: token
      - id: content
        type:
          switch-on: token
          cases:
            'token::begin_node': node
            'token::prop': property
  node:
    -webide-representation: '{name}'
    seq:
      - id: name
        type: strz
        doc: Name and unit address; empty for the root. The full path before version 16.
      - id: padding
        size: (4 - _io.pos % 4) % 4
      - id: entries
        type: entry
        repeat: until
        repeat-until: _.token == token::end_node or _.token == token::end or _io.eof
        doc: Properties, child nodes and the end of this node.
  property:
    -webide-representation: '{name} {value}'
    seq:
      - id: len_value
        type: u4
      - id: ofs_name
        type: u4
        doc: From the start of the strings block.
      - id: alignment
        size: (8 - _io.pos % 8) % 8
        if: _root.header.version < 16 and len_value >= 8
      - id: value
        size: len_value
        type: property_value
      - id: padding
        size: (4 - _io.pos % 4) % 4
    instances:
      name:
        io: _root._io
        pos: _root.header.off_dt_strings + ofs_name
        type: strz
      timestamp:
        value: value.cells[0]
        if: len_value == 4 and name == 'timestamp'
        -time: unix
        doc: When a FIT image was made.
  property_value:
    -webide-representation: '{strings} {cells}'
    seq:
      - id: bytes
        size-eos: true
    instances:
      len:
        value: bytes.length
      looks_like_text:
        value: 'len > 1 ? bytes.last == 0 and bytes.first >= 0x20 and bytes.first < 0x7f : false'
      strings:
        pos: 0
        type: strz
        encoding: UTF-8
        repeat: eos
        if: looks_like_text
      cells:
        pos: 0
        type: u4
        repeat: eos
        if: len > 0 and len % 4 == 0
        doc: The value as numbers of 32 bits, which a text of such a length is not.
  strings_block:
    seq:
      - id: strings
        type: strz
        eos-error: false
        repeat: eos
