# cpio archives: new ASCII (newc), new ASCII with checksums, old ASCII (odc) and old binary of either byte order.
# Specification: libarchive cpio(5); IEEE Std 1003.1-2017, pax, "cpio Interchange Format"; Linux, "initramfs buffer
# format".
meta:
  id: cpio
  title: cpio archive
  file-extension: [cpio, initramfs]
  xref:
    mime: application/x-cpio
  license: Apache-2.0
  encoding: UTF-8
  endian: le
  -detect:
    - {0: '30 37 30 37 30 31'}
    - {0: '30 37 30 37 30 32'}
    - {0: '30 37 30 37 30 37'}
    - {0: 'c7 71 ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? 00'}
    - {0: '71 c7 ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? ?? 00 ??'}
doc: |
  A header, a name and data for each file, up to an entry named TRAILER!!!. In an initramfs image other archives, often
  compressed ones, may follow.
doc-ref: https://man.freebsd.org/cgi/man.cgi?query=cpio&sektion=5
seq:
  - id: entries
    type: entry
    repeat: until
    repeat-until: _.is_last or _io.size - _io.pos < 26
  - id: rest
    size-eos: true
    doc: Padding of the last block, or what follows the archive.
types:
  entry:
    -webide-representation: '{body.name}'
    seq:
      - id: magic
        type: u2
      - id: body
        type:
          switch-on: kind
          cases:
            kinds::ascii: ascii_entry
            kinds::binary_le: binary_entry(false)
            kinds::binary_be: binary_entry(true)
            _: unknown_entry
    instances:
      kind:
        value: |
          magic == 0x3730 ? kinds::ascii
          : magic == 0x71c7 ? kinds::binary_le
          : magic == 0xc771 ? kinds::binary_be : kinds::unknown
      is_last:
        value: |
          kind == kinds::ascii ? body.as<ascii_entry>.is_last
          : kind == kinds::unknown ? true : body.as<binary_entry>.is_last
  unknown_entry: {}
  ascii_entry:
    -webide-representation: '{name}'
    seq:
      - id: format
        size: 4
        type: str
        encoding: ASCII
        doc: The rest of the magic number, 0701 new, 0702 new with checksums, 0707 old.
      - id: body
        type:
          switch-on: format
          cases:
            '"0701"': new_ascii
            '"0702"': new_ascii
            '"0707"': old_ascii
    instances:
      is_new:
        value: format == "0701" or format == "0702"
      is_last:
        value: |
          is_new ? body.as<new_ascii>.name == "TRAILER!!!"
          : format == "0707" ? body.as<old_ascii>.name == "TRAILER!!!" : true
      name:
        value: |
          is_new ? body.as<new_ascii>.name
          : format == "0707" ? body.as<old_ascii>.name : ""
  new_ascii:
    seq:
      - {id: inode, type: hexadecimal}
      - {id: mode, type: hexadecimal}
      - {id: uid, type: hexadecimal}
      - {id: gid, type: hexadecimal}
      - {id: num_links, type: hexadecimal}
      - {id: mtime, type: hexadecimal}
      - {id: len_data, type: hexadecimal}
      - {id: device_major, type: hexadecimal}
      - {id: device_minor, type: hexadecimal}
      - {id: special_device_major, type: hexadecimal}
      - {id: special_device_minor, type: hexadecimal}
      - {id: len_name, type: hexadecimal}
      - id: checksum
        type: hexadecimal
        doc: Sum of the bytes of the data in archives with checksums, else 0.
      - id: name
        size: len_name.value
        type: strz
      - id: name_padding
        size: (4 - (len_name.value + 110) % 4) % 4
      - id: data
        size: len_data.value
      - id: data_padding
        size: 'data_padding_wanted <= _io.size - _io.pos ? data_padding_wanted : _io.size - _io.pos'
    instances:
      data_padding_wanted:
        value: (4 - len_data.value % 4) % 4
      file_type:
        value: mode.value >> 12
        enum: file_types
      permissions:
        value: mode.value & 0xfff
      last_modified:
        value: mtime.value
        -time: unix
  hexadecimal:
    -webide-representation: '{value:dec}'
    seq:
      - id: text
        size: 8
        type: str
        encoding: ASCII
    instances:
      value:
        value: text.to_i(16)
  old_ascii:
    seq:
      - {id: device, type: octal(6)}
      - {id: inode, type: octal(6)}
      - {id: mode, type: octal(6)}
      - {id: uid, type: octal(6)}
      - {id: gid, type: octal(6)}
      - {id: num_links, type: octal(6)}
      - {id: special_device, type: octal(6)}
      - {id: mtime, type: octal(11)}
      - {id: len_name, type: octal(6)}
      - {id: len_data, type: octal(11)}
      - id: name
        size: len_name.value
        type: strz
      - id: data
        size: len_data.value
    instances:
      file_type:
        value: mode.value >> 12
        enum: file_types
      permissions:
        value: mode.value & 0xfff
      last_modified:
        value: mtime.value
        -time: unix
  octal:
    -webide-representation: '{value:dec}'
    params:
      - id: num_digits
        type: u1
    seq:
      - id: text
        size: num_digits
        type: str
        encoding: ASCII
    instances:
      value:
        value: text.to_i(8)
  binary_entry:
    meta:
      endian:
        switch-on: is_be
        cases:
          true: be
          false: le
    -webide-representation: '{name}'
    params:
      - id: is_be
        type: bool
    seq:
      - id: device
        type: u2
      - id: inode
        type: u2
      - id: mode
        type: u2
      - id: uid
        type: u2
      - id: gid
        type: u2
      - id: num_links
        type: u2
      - id: special_device
        type: u2
      - id: mtime_high
        type: u2
      - id: mtime_low
        type: u2
      - id: len_name
        type: u2
      - id: len_data_high
        type: u2
      - id: len_data_low
        type: u2
      - id: name
        size: len_name
        type: strz
      - id: name_padding
        size: len_name % 2
      - id: data
        size: len_data
      - id: data_padding
        size: '_io.eof ? 0 : len_data % 2'
    instances:
      len_data:
        value: (len_data_high << 16) + len_data_low
        doc: Number of bytes of data.
      file_type:
        value: mode >> 12
        enum: file_types
      permissions:
        value: mode & 0xfff
      last_modified:
        value: (mtime_high << 16) + mtime_low
        -time: unix
      is_last:
        value: name == "TRAILER!!!"
enums:
  kinds:
    0: unknown
    1: ascii
    2: binary_le
    3: binary_be
  file_types:
    0x1: fifo
    0x2: character_device
    0x4: directory
    0x6: block_device
    0x8: regular_file
    0xa: symbolic_link
    0xc: socket
