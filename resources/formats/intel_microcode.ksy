# Microcode updates for Intel processors: one or several in a row.
# Specification: Intel 64 and IA-32 Architectures Software Developer's Manual, volume 3A, section "Microcode Update
# Facilities".
meta:
  id: intel_microcode
  title: Intel microcode update
  file-extension: mcb
  license: Apache-2.0
  endian: le
  bit-endian: le
  -detect:
    - {0: '01 00 00 00', 9: '20', 15: '00', 20: '01 00 00 00 ?? 00 00 00 ?? ?? ?? 00 ?? ?? ?? 00'}
    - {0: '01 00 00 00', 9: '19', 15: '00', 20: '01 00 00 00 ?? 00 00 00 ?? ?? ?? 00 ?? ?? ?? 00'}
doc: |
  Each update is a header of 48 bytes, encrypted data, and perhaps a table of further processors that the update is for.
doc-ref: https://www.intel.com/content/www/us/en/developer/articles/technical/intel-sdm.html
seq:
  - id: updates
    type: update
    repeat: eos
types:
  update:
    -webide-representation: '{header}'
    seq:
      - id: header_version
        type: u4
      - id: header
        type: header
        if: is_known
      - id: body
        size: 'header.len_body < _io.size - _io.pos ? header.len_body : _io.size - _io.pos'
        type: body(header.len_data)
        if: is_known
        doc: What is left of the file if the header says more.
      - id: rest
        size-eos: true
        if: not is_known
        doc: Bytes that are no update.
    instances:
      is_known:
        value: header_version == 1 or header_version == 2
  header:
    doc: The header after its version.
    -webide-representation: '{processor_signature} revision {update_revision:hex} of {date}'
    seq:
      - id: update_revision
        type: u4
        doc: Number by which updates for the same processor are told apart; the larger one is newer.
      - id: date
        type: date
      - id: processor_signature
        type: processor_signature
      - id: checksum
        type: u4
        doc: Makes the sum of all 32-bit words of the update, without the extended signatures, 0.
      - id: loader_revision
        type: u4
        doc: Version of the loader that the update needs.
      - id: processor_flags
        type: processor_flags
      - id: data_size
        type: u4
        doc: Bytes of the data, a multiple of 4; 0 for 2000.
      - id: total_size
        type: u4
        doc: Bytes of the update with header, data and extended signatures, a multiple of 1024; 0 for 2048.
      - id: metadata_size
        type: u4
        doc: Bytes of metadata at the end of the data; 0 in older updates, where this is reserved.
      - id: minimum_update_revision
        type: u4
        doc: Oldest revision that the running system may have to load this one late; 0 in older updates.
      - id: reserved
        type: u4
    instances:
      len_data:
        value: 'data_size == 0 ? 2000 : data_size'
      len_total:
        value: 'data_size == 0 or total_size == 0 ? len_data + 48 : total_size'
      len_body:
        value: 'len_total > 48 ? len_total - 48 : 0'
  body:
    params:
      - id: len_data
        type: u4
    seq:
      - id: data
        size: 'len_data < _io.size ? len_data : _io.size'
        doc: Encrypted microcode.
      - id: extended_signatures
        type: extended_signature_table
        if: _io.size - _io.pos >= 20
      - id: padding
        size-eos: true
  date:
    doc: In binary coded decimal.
    -webide-representation: '{year:dec}-{month:dec}-{day:dec}'
    seq:
      - id: year_bcd
        type: u2
      - id: day_bcd
        type: u1
      - id: month_bcd
        type: u1
    instances:
      year:
        value: >-
          (year_bcd >> 12) * 1000 + ((year_bcd >> 8) & 0xf) * 100 + ((year_bcd >> 4) & 0xf) * 10 + (year_bcd & 0xf)
      month:
        value: (month_bcd >> 4) * 10 + (month_bcd & 0xf)
      day:
        value: (day_bcd >> 4) * 10 + (day_bcd & 0xf)
  processor_signature:
    doc: What CPUID returns in EAX for leaf 1.
    -webide-representation: 'family {display_family:hex} model {display_model:hex} stepping {stepping:hex}'
    seq:
      - id: stepping
        type: b4
      - id: model
        type: b4
      - id: family
        type: b4
      - id: type
        type: b2
        enum: processor_type
      - id: reserved1
        type: b2
      - id: extended_model
        type: b4
      - id: extended_family
        type: b8
      - id: reserved2
        type: b4
    instances:
      display_family:
        value: 'family == 15 ? family + extended_family : family'
      display_model:
        value: 'family == 6 or family == 15 ? extended_model << 4 | model : model'
  processor_flags:
    doc: A bit for each platform that the update is for; the processor tells its platform in bits 50 to 52 of MSR 0x17.
    seq:
      - id: platform_0
        type: b1
      - id: platform_1
        type: b1
      - id: platform_2
        type: b1
      - id: platform_3
        type: b1
      - id: platform_4
        type: b1
      - id: platform_5
        type: b1
      - id: platform_6
        type: b1
      - id: platform_7
        type: b1
      - id: reserved
        type: b24
  extended_signature_table:
    seq:
      - id: num_signatures
        type: u4
      - id: checksum
        type: u4
        doc: Makes the sum of all 32-bit words of this table 0.
      - id: reserved
        size: 12
      - id: signatures
        type: extended_signature
        repeat: expr
        repeat-expr: num_possible
    instances:
      num_possible:
        value: '_io.size < 12 * num_signatures ? 0 : num_signatures'
        doc: The number if so many can be in the update at all.
  extended_signature:
    -webide-representation: '{processor_signature}'
    seq:
      - id: processor_signature
        type: processor_signature
      - id: processor_flags
        type: processor_flags
      - id: checksum
        type: u4
        doc: The header's checksum if its signature and flags were these.
enums:
  processor_type:
    0: original_oem
    1: overdrive
    2: dual
