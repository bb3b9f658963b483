# The block between the files and the central directory of a signed APK.
# Specification: Android Open Source Project, "APK Signature Scheme v2".
meta:
  id: apk_signing_block
  title: APK signing block
  license: Apache-2.0
  endian: le
doc: |
  Pairs of a number and a value: the signatures over the whole ZIP archive.
doc-ref: https://source.android.com/docs/security/features/apksigning/v2
seq:
  - id: len_block
    type: u8
    doc: Number of bytes that follow this field.
  - id: pairs
    size: len_block - 24
    type: pairs
  - id: len_block_again
    type: u8
  - id: magic
    contents: APK Sig Block 42
types:
  pairs:
    seq:
      - id: pairs
        type: pair
        repeat: eos
  pair:
    -webide-representation: '{body.code}'
    seq:
      - id: len_body
        type: u8
      - id: body
        size: len_body
        type: pair_body
  pair_body:
    seq:
      - id: code
        type: u4
        enum: pair_ids
      - id: value
        size-eos: true
enums:
  pair_ids:
    0x42726577: verity_padding
    0x504b4453: dependency_info
    0x6dff800d: source_stamp_v2
    0x7109871a: signature_scheme_v2
    0xf05368c0: signature_scheme_v3
    0x1b93ad61: signature_scheme_v31
