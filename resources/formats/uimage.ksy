# U-Boot legacy images. (A FIT image is a flattened device tree.)
# Specification: the comments and "legacy_img_hdr" in include/image.h of U-Boot.
meta:
  id: uimage
  title: U-Boot legacy image
  file-extension: [uimage, ub, scr]
  license: Apache-2.0
  encoding: UTF-8
  endian: be
  imports: [dtb]
  -detect:
    - {0: '27 05 19 56'}
doc: |
  A header of 64 bytes with checksums, load address and kind, then the data: one image, several images with a table of
  their sizes, or a script.
doc-ref: https://source.denx.de/u-boot/u-boot/-/blob/master/include/image.h
seq:
  - id: header
    type: header
  - id: data
    size: 'header.len_data < _io.size - _io.pos ? header.len_data : _io.size - _io.pos'
    type:
      switch-on: header.type
      cases:
        'image_type::multi': multi_image
        'image_type::script': script
        _: image
    doc: What is left of the file if the header says more.
  - id: rest
    size-eos: true
    if: not _io.eof
    doc: Bytes after the image.
enums:
  os:
    0: invalid
    1: openbsd
    2: netbsd
    3: freebsd
    4: bsd_4_4
    5: linux
    6: svr4
    7: esix
    8: solaris
    9: irix
    10: sco
    11: dell
    12: ncr
    13: lynxos
    14: vxworks
    15: psos
    16: qnx
    17: u_boot
    18: rtems
    19: artos
    20: unity
    21: integrity
    22: ose
    23: plan9
    24: openrtos
    25: arm_trusted_firmware
    26: tee
    27: opensbi
    28: efi
    29: elf
  architecture:
    0: invalid
    1: alpha
    2: arm
    3: i386
    4: ia64
    5: mips
    6: mips64
    7: ppc
    8: s390
    9: sh
    10: sparc
    11: sparc64
    12: m68k
    13: nios
    14: microblaze
    15: nios2
    16: blackfin
    17: avr32
    18: st200
    19: sandbox
    20: nds32
    21: openrisc
    22: arm64
    23: arc
    24: x86_64
    25: xtensa
    26: riscv
  image_type:
    0: invalid
    1: standalone
    2: kernel
    3: ramdisk
    4: multi
    5: firmware
    6: script
    7: filesystem
    8: flatdt
    9: kwbimage
    10: imximage
    11: ublimage
    12: omapimage
    13: aisimage
    14: kernel_noload
    15: pblimage
    16: mxsimage
    17: gpimage
    18: atmelimage
    19: socfpgaimage
    20: x86_setup
    21: lpc32xximage
    22: loadable
    23: rkimage
    24: rksd
    25: rkspi
    26: zynqimage
    27: zynqmpimage
    28: zynqmpbif
    29: fpga
    30: vybridimage
    31: tee
    32: firmware_ivt
    33: pmmc
    34: stm32image
    35: socfpgaimage_v1
    36: mtkimage
    37: imx8mimage
    38: imx8image
    39: copro
    40: sunxi_egon
  compression:
    0: none
    1: gzip
    2: bzip2
    3: lzma
    4: lzo
    5: lz4
    6: zstd
types:
  header:
    -webide-representation: '{name} {architecture} {os} {type} {compression}'
    seq:
      - id: magic
        contents: [0x27, 0x05, 0x19, 0x56]
      - id: header_crc
        type: u4
        doc: CRC-32 of the header with zero in this field.
      - id: time
        type: u4
        -time: unix
      - id: len_data
        type: u4
      - id: load_address
        type: u4
      - id: entry_point
        type: u4
      - id: data_crc
        type: u4
        doc: CRC-32 of the data.
      - id: os
        type: u1
        enum: os
      - id: architecture
        type: u1
        enum: architecture
      - id: type
        type: u1
        enum: image_type
      - id: compression
        type: u1
        enum: compression
      - id: name
        type: strz
        size: 32
  image:
    -webide-representation: '{bytes}'
    seq:
      - id: bytes
        size-eos: true
    instances:
      len:
        value: bytes.length
      magic:
        pos: 0
        type: u4
        if: len >= 40
      device_tree:
        pos: 0
        size: len
        type: dtb
        if: 'len >= 40 ? magic == 0xd00dfeed : false'
        doc: The image as a device tree if it is one.
  multi_image:
    seq:
      - id: sizes
        type: u4
        repeat: until
        repeat-until: _ == 0 or _io.eof
        doc: Bytes of each image, then 0.
      - id: images
        type: multi_item(_index)
        repeat: expr
        repeat-expr: sizes.size - 1
  multi_item:
    -webide-representation: '{len_image:dec} bytes'
    params:
      - id: index
        type: u4
    seq:
      - id: image
        size: 'len_image < _io.size - _io.pos ? len_image : _io.size - _io.pos'
        type: image
      - id: padding
        size: '_io.size - _io.pos < 3 - (len_image + 3) % 4 ? _io.size - _io.pos : 3 - (len_image + 3) % 4'
        doc: Up to a multiple of 4 bytes.
    instances:
      len_image:
        value: _parent.sizes[index]
  script:
    seq:
      - id: sizes
        type: u4
        repeat: until
        repeat-until: _ == 0 or _io.eof
        doc: Bytes of the script, then 0.
      - id: text
        type: str
        size-eos: true
        doc: Commands for the U-Boot shell.
