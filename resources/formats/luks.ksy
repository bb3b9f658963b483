# Header of an encrypted volume, LUKS version 1 or 2.
# Specification: "LUKS On-Disk Format Specification", version 1.2.3, and "LUKS2 On-Disk Format Specification",
# version 1.1.1, both by Clemens Fruhwirth and Milan Broz.
meta:
  id: luks
  title: LUKS encrypted volume
  file-extension: [luks, img]
  license: Apache-2.0
  endian: be
  -detect:
    - {0: '4c 55 4b 53 ba be 00 01'}
    - {0: '4c 55 4b 53 ba be 00 02'}
    - {0: '53 4b 55 4c ba be 00 02'}
doc: |
  Which cipher a volume is encrypted with, and the slots from which a passphrase gives the volume's key. In version 2
  all of that is JSON text between two binary headers.
doc-ref:
  - https://gitlab.com/cryptsetup/cryptsetup/-/wikis/LUKS-standard/on-disk-format.pdf
  - https://gitlab.com/cryptsetup/LUKS2-docs
seq:
  - id: header
    type:
      switch-on: version
      cases:
        1: luks1_header
        2: luks2_header
instances:
  version: {pos: 6, type: u2}
  secondary_header:
    pos: header.as<luks2_header>.header_size
    type: luks2_header
    if: >-
      version == 2 and header.as<luks2_header>.header_offset == 0
      and header.as<luks2_header>.header_size * 2 <= _io.size
    doc: The copy of a version 2 header, which differs from the first one in magic, salt and checksum.
  binary_area:
    pos: header.as<luks2_header>.header_size * 2
    size-eos: true
    if: >-
      version == 2 and header.as<luks2_header>.header_offset == 0
      and header.as<luks2_header>.header_size * 2 < _io.size
    doc: Key material and the encrypted data, at the offsets that the JSON text gives.
types:
  luks1_header:
    seq:
      - {id: magic, contents: [0x4c, 0x55, 0x4b, 0x53, 0xba, 0xbe]}
      - {id: version, type: u2}
      - {id: cipher_name, type: strz, size: 32, encoding: ASCII}
      - {id: cipher_mode, type: strz, size: 32, encoding: ASCII}
      - {id: hash_spec, type: strz, size: 32, encoding: ASCII, doc: Hash of the key derivation.}
      - {id: payload_offset, type: u4, doc: Sector of 512 bytes where the encrypted data begin.}
      - {id: key_bytes, type: u4, doc: Bytes of the volume's key.}
      - {id: mk_digest, size: 20, doc: Digest by which a candidate for the volume's key is checked.}
      - {id: mk_digest_salt, size: 32}
      - {id: mk_digest_iterations, type: u4}
      - {id: uuid, type: strz, size: 40, encoding: ASCII}
      - {id: key_slots, type: key_slot, repeat: expr, repeat-expr: 8}
    instances:
      payload:
        io: _root._io
        pos: payload_offset * 512
        size-eos: true
        if: payload_offset != 0 and payload_offset * 512 < _root._io.size
        doc: The encrypted data.
  key_slot:
    -webide-representation: '{state} {iterations:dec} at {key_material_offset:dec}'
    seq:
      - {id: state, type: u4, enum: slot_state}
      - {id: iterations, type: u4, doc: Rounds of the key derivation.}
      - {id: salt, size: 32}
      - {id: key_material_offset, type: u4, doc: Sector of 512 bytes.}
      - {id: stripes, type: u4, doc: How many times the key's size the split key has.}
    instances:
      key_material:
        io: _root._io
        pos: key_material_offset * 512
        size: _root.header.as<luks1_header>.key_bytes * stripes
        if: >-
          state == slot_state::enabled
          and key_material_offset * 512 + _root.header.as<luks1_header>.key_bytes * stripes <= _root._io.size
        doc: The volume's key, split and encrypted.
  luks2_header:
    seq:
      - {id: magic, size: 6, doc: The letters LUKS and ba be; SKUL instead of LUKS in the second header.}
      - {id: version, type: u2}
      - {id: header_size, type: u8, doc: Bytes of the header with the JSON text.}
      - {id: sequence_id, type: u8, doc: Goes up with every change; the header with the higher one is the newer.}
      - {id: label, type: strz, size: 48, encoding: UTF-8}
      - {id: checksum_algorithm, type: strz, size: 32, encoding: ASCII}
      - {id: salt, size: 64, doc: Differs in every version of the header.}
      - {id: uuid, type: strz, size: 40, encoding: ASCII}
      - {id: subsystem, type: strz, size: 48, encoding: UTF-8}
      - {id: header_offset, type: u8, doc: 'Where this header is, in bytes from the start of the volume.'}
      - {id: padding, size: 184}
      - {id: checksum, size: 64, doc: 'Of the header and the JSON text, with this field zero.'}
      - {id: padding_4096, size: 3584}
      - id: json
        type: strz
        size: header_size - 4096
        encoding: UTF-8
        doc: Key slots, tokens, segments, digests and configuration.
    instances:
      is_secondary:
        value: magic[0] == 0x53
enums:
  slot_state: {0x0000dead: disabled, 0x00ac71f3: enabled}
