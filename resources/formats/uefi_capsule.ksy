# Firmware updates in UEFI capsules, with the contents of FMP (firmware management protocol) capsules.
# Specification: "UEFI Specification", version 2.10: 8.5.3 "Update Capsule", 23.1 "Firmware Management Protocol", 23.3
# "Delivering Capsules Containing Updates to Firmware Management Protocol", 32.2.4 "Code Definitions" (WIN_CERTIFICATE).
meta:
  id: uefi_capsule
  title: UEFI capsule
  file-extension: [cap, capsule]
  license: Apache-2.0
  encoding: UTF-8
  endian: le
  bit-endian: le
  -detect:
    - {0: 'ed d5 cb 6d 2d e8 44 4c bd a1 71 94 19 9a d9 2a'}
    - {0: 'bd 86 66 3b 76 0d 30 40 b7 0e b5 51 9e 2f c5 a0'}
    - {0: '8b a6 3c 4a 23 77 fb 48 80 3d 57 8c c1 fe c4 4d'}
    - {0: '90 bb ee 14 0a 89 db 43 ae d1 5d 3c 45 88 a4 18'}
    - {0: 'b9 82 91 53 b5 ab 91 43 b6 9a e3 a9 43 f7 2f cc'}
    - {0: '62 81 8c 3b 8c 18 a4 46 ae c9 be 43 f1 d6 56 97'}
    - {0: 'cd f4 d6 67 b8 d6 73 45 bf 4a de 5e 25 2d 61 ae'}
    - {0: '46 60 99 0c c0 bc 04 4d 85 ec e1 fc ed f1 c6 f8'}
    - {0: '4b 8b d5 ac e8 c0 5f 47 99 b5 6b 3f 7e 07 aa f0'}
doc: |
  A header with a GUID for the kind of capsule, and what the firmware shall take: in FMP capsules drivers and images
  with their own headers.
doc-ref: https://uefi.org/specs/UEFI/2.10/08_Services_Runtime_Services.html
seq:
  - id: header
    type: capsule_header
  - id: header_extension
    size: 'header.len_header > 28 ? header.len_header - 28 : 0'
    doc: Fields of the maker's own in a longer header.
  - id: body
    size: 'len_body < _io.size - _io.pos ? len_body : _io.size - _io.pos'
    type:
      switch-on: header.capsule_guid.name
      cases:
        'guid_name::firmware_management_capsule': fmp_capsule
        'guid_name::windows_ux_capsule': ux_capsule
        'guid_name::fwu_accept': fwu_accept
    doc: What is left of the file if the header says more.
  - id: rest
    size-eos: true
    if: not _io.eof
    doc: Bytes after the capsule.
instances:
  len_body:
    value: >-
      header.len_capsule_image > header.len_header and header.len_capsule_image > 28
        ? header.len_capsule_image - (header.len_header > 28 ? header.len_header : 28) : 0
enums:
  guid_name:
    0x6dcbd5ed: firmware_management_capsule
    0x3b6686bd: efi_capsule
    0x4a3ca68b: ami_aptio_signed
    0x14eebb90: ami_aptio_unsigned
    0x539182b9: intel_capsule
    0x3b8c8162: windows_ux_capsule
    0x67d6f4cd: json_capsule
    0x0c996046: fwu_accept
    0xacd58b4b: fwu_revert
    0x4aafd29d: pkcs7_certificate
    0xa7717414: rsa2048_sha256_certificate
    0xae13ff2d: uboot_fit_image
    0xe2bb9c06: uboot_raw_image
  certificate_type:
    0x0002: pkcs_signed_data
    0x0ef0: efi_pkcs115
    0x0ef1: efi_guid
  depex_opcode:
    0x00: push_guid
    0x01: push_version
    0x02: declare_version_name
    0x03: and
    0x04: or
    0x05: not
    0x06: 'true'
    0x07: 'false'
    0x08: eq
    0x09: gt
    0x0a: gte
    0x0b: lt
    0x0c: lte
    0x0d: end
    0x0e: declare_length
  ux_image_type:
    0: bitmap
types:
  guid:
    -webide-representation: '{data1:hex}-{data2:hex}-{data3:hex}-{data4}'
    seq:
      - id: data1
        type: u4
      - id: data2
        type: u2
      - id: data3
        type: u2
      - id: data4
        size: 8
    instances:
      name:
        value: data1
        enum: guid_name
        doc: By the first part only.
  capsule_header:
    -webide-representation: '{capsule_guid} {len_capsule_image:dec} bytes'
    seq:
      - id: capsule_guid
        type: guid
        doc: Kind of the capsule, which says what its body is.
      - id: len_header
        type: u4
        doc: Bytes up to the body.
      - id: flags
        type: capsule_flags
      - id: len_capsule_image
        type: u4
        doc: Bytes of the capsule with this header.
  capsule_flags:
    seq:
      - id: specific
        type: b16
        doc: Flags of the kind of capsule.
      - id: persist_across_reset
        type: b1
        doc: The firmware takes the capsule after a reset.
      - id: populate_system_table
        type: b1
        doc: The firmware lists the capsule in the system table.
      - id: initiate_reset
        type: b1
        doc: The firmware resets at once.
      - id: reserved
        type: b13
  fmp_capsule:
    doc: Capsule for the firmware management protocol.
    seq:
      - id: version
        type: u4
      - id: num_embedded_drivers
        type: u2
      - id: num_payload_items
        type: u2
      - id: items
        type: fmp_item(_index)
        repeat: expr
        repeat-expr: num_items
    instances:
      num_items:
        value: num_embedded_drivers + num_payload_items
  fmp_item:
    -webide-representation: '{offset:hex} {payload}'
    params:
      - id: index
        type: u4
    seq:
      - id: offset
        type: u8
        doc: From the start of the FMP capsule header.
    instances:
      end:
        value: 'index + 1 < _parent.num_items ? _parent.items[index + 1].offset : _io.size'
      is_driver:
        value: index < _parent.num_embedded_drivers
        doc: Drivers come first.
      driver:
        pos: offset
        size: end - offset
        if: is_driver
        doc: A PE image that installs what the payloads need.
      payload:
        pos: offset
        size: end - offset
        type: fmp_payload
        if: not is_driver
  fmp_payload:
    -webide-representation: '{update_image_type_id} {update_image_index:dec} {len_update_image:dec} bytes'
    seq:
      - id: version
        type: u4
        doc: Version of this header, 1 to 3.
      - id: update_image_type_id
        type: guid
        doc: The firmware or device that the image is for.
      - id: update_image_index
        type: u1
        doc: Number of the image in the device, from 1.
      - id: reserved
        size: 3
      - id: len_update_image
        type: u4
      - id: len_update_vendor_code
        type: u4
      - id: update_hardware_instance
        type: u8
        if: version >= 2
        doc: Which of several devices of the type; 0 for any.
      - id: image_capsule_support
        type: image_capsule_support
        size: 8
        if: version >= 3
      - id: update_image
        size: 'len_update_image < _io.size - _io.pos ? len_update_image : _io.size - _io.pos'
        type: 'update_image(version >= 3 ? image_capsule_support.has_dependency : false)'
      - id: update_vendor_code
        size: 'len_update_vendor_code < _io.size - _io.pos ? len_update_vendor_code : _io.size - _io.pos'
      - id: padding
        size-eos: true
  image_capsule_support:
    seq:
      - id: has_authentication
        type: b1
      - id: has_dependency
        type: b1
      - id: reserved
        type: b62
  update_image:
    params:
      - id: has_dependency
        type: bool
    seq:
      - id: authentication
        type: image_authentication
        if: has_authentication
      - id: dependency
        type: dependency
        if: has_dependency
      - id: payload
        type: image_payload
        size-eos: true
    instances:
      revision_and_type:
        pos: 12
        type: u4
        if: _io.size >= 32
        doc: Revision and type of the certificate if the image begins with an authentication.
      has_authentication:
        value: '_io.size >= 32 ? revision_and_type == 0x0ef10200 : false'
  image_authentication:
    doc: EFI_FIRMWARE_IMAGE_AUTHENTICATION, a signature over the image and the monotonic count.
    seq:
      - id: monotonic_count
        type: u8
      - id: len_certificate
        type: u4
        doc: Bytes from this field to the end of the certificate data.
      - id: revision
        type: u2
        doc: Major version in the high byte, minor in the low.
      - id: certificate_type
        type: u2
        enum: certificate_type
      - id: cert_type
        type: guid
      - id: cert_data
        size: 'len_certificate > 24 ? len_certificate - 24 : 0'
        doc: In a PKCS 7 certificate a SignedData in DER.
  dependency:
    doc: Expression in postfix notation about versions of other firmware that must be installed.
    seq:
      - id: opcodes
        type: depex_operation
        repeat: until
        repeat-until: _.opcode == depex_opcode::end or _io.eof
  depex_operation:
    -webide-representation: '{opcode} {guid} {version} {version_name} {len_expression}'
    seq:
      - id: opcode
        type: u1
        enum: depex_opcode
      - id: guid
        type: guid
        if: opcode == depex_opcode::push_guid
      - id: version
        type: u4
        if: opcode == depex_opcode::push_version
      - id: version_name
        type: strz
        if: opcode == depex_opcode::declare_version_name
      - id: len_expression
        type: u4
        if: opcode == depex_opcode::declare_length
        doc: Bytes of the whole expression.
  image_payload:
    -webide-representation: '{data}'
    seq:
      - id: data
        size-eos: true
    instances:
      signature:
        pos: 0
        type: u4
        if: _io.size >= 16
      fmp_payload_header:
        pos: 0
        type: fmp_payload_header
        if: '_io.size >= 16 ? signature == 0x3153534d : false'
        doc: Header that the device library of EDK II puts before an image.
  fmp_payload_header:
    seq:
      - id: signature
        contents: MSS1
      - id: len_header
        type: u4
      - id: fw_version
        type: u4
      - id: lowest_supported_version
        type: u4
  ux_capsule:
    doc: Picture to show while Windows updates the firmware.
    seq:
      - id: version
        type: u1
      - id: checksum
        type: u1
        doc: Makes the sum of all bytes of the capsule 0.
      - id: image_type
        type: u1
        enum: ux_image_type
      - id: reserved
        type: u1
      - id: mode
        type: u4
        doc: Graphics mode that the picture is for.
      - id: offset_x
        type: u4
        doc: In pixels.
      - id: offset_y
        type: u4
        doc: In pixels.
      - id: image
        size-eos: true
  fwu_accept:
    doc: Acceptance of an image that a firmware update installed on trial.
    seq:
      - id: image_type_id
        type: guid
