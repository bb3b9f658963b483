# Tensors in a safetensors file.
# Specification: "Format" in the README of https://github.com/huggingface/safetensors
meta:
  id: safetensors
  title: Safetensors file
  file-extension: safetensors
  license: Apache-2.0
  encoding: UTF-8
  endian: le
  -detect:
    - {4: '00 00 00 00 7b 22'}
doc: |
  A JSON text that tells type, shape and place of each tensor, then the values of all tensors.
doc-ref: https://github.com/huggingface/safetensors#format
seq:
  - id: len_header
    type: u8
    doc: Bytes of the JSON text.
  - id: header
    type: str
    size: len_header
    doc: For each tensor its dtype, shape and data_offsets, which count from the end of this text; spaces may follow.
  - id: data
    size-eos: true
    doc: Values of the tensors, little-endian, row by row.
