# ASN.1 values in DER, and in BER as far as it differs only by indefinite lengths and constructed strings.
# Specification: ITU-T X.690 "ASN.1 encoding rules: BER, CER and DER"; names of objects from RFC 5280, RFC 5912,
# RFC 8017 and the registries of their owners.
meta:
  id: asn1_der
  title: ASN.1 in DER
  file-extension: [der, cer, crt, crl, csr, p7b, p7c, p7m, p7s, p10, spc, tsq, tsr, p12, pfx, ber]
  xref:
    mime:
      - application/pkix-cert
      - application/pkix-crl
      - application/pkcs7-mime
      - application/pkcs7-signature
      - application/pkcs10
      - application/x-x509-ca-cert
  license: Apache-2.0
  encoding: UTF-8
  endian: be
  bit-endian: be
  -detect:
    - {0: '30 82 ?? ?? 30 82 ?? ?? a0 03 02 01'}
    - {0: '30 82 ?? ?? 30 81 ?? a0 03 02 01'}
    - {0: '30 81 ?? 30 81 ?? a0 03 02 01'}
    - {0: '30 82 ?? ?? 30 82 ?? ?? 02 01'}
    - {0: '30 82 ?? ?? 30 81 ?? 02 01'}
    - {0: '30 81 ?? 30 81 ?? 02 01'}
    - {0: '30 82 ?? ?? 06 09 2a 86 48 86 f7 0d 01 07'}
    - {0: '30 83 ?? ?? ?? 06 09 2a 86 48 86 f7 0d 01 07'}
    - {0: '30 80 06 09 2a 86 48 86 f7 0d 01 07'}
    - {0: '30 82 ?? ?? 02 01 03 30 82'}
    - {0: '30 82 ?? ?? 30 03 02 01 00 30 82'}
    - {0: '30 82 ?? ?? 30 0d 06 09 2a 86 48 86 f7 0d 01 01'}
    - {0: '30 81 ?? 30 0d 06 09 2a 86 48 86 f7 0d 01 01'}
    - {0: '30 59 30 13 06 07 2a 86 48 ce 3d 02 01'}
    - {0: '30 2a 30 05 06 03 2b 65 70 03 21 00'}
doc: |
  Elements of a tag, a length and contents, nested: certificates, certificate lists and requests, signatures, keys and
  much of what networks exchange.
doc-ref: https://www.itu.int/rec/T-REC-X.690
seq:
  - id: elements
    type: element
    repeat: eos
enums:
  tag_class:
    0: universal
    1: application
    2: context_specific
    3: private
  universal_tag:
    0: end_of_contents
    1: boolean
    2: integer
    3: bit_string
    4: octet_string
    5: 'null'
    6: object_identifier
    7: object_descriptor
    8: external
    9: real
    10: enumerated
    11: embedded_pdv
    12: utf8_string
    13: relative_oid
    14: time
    16: sequence
    17: set
    18: numeric_string
    19: printable_string
    20: teletex_string
    21: videotex_string
    22: ia5_string
    23: utc_time
    24: generalized_time
    25: graphic_string
    26: visible_string
    27: general_string
    28: universal_string
    29: character_string
    30: bmp_string
    31: date
    32: time_of_day
    33: date_time
    34: duration
    35: oid_iri
    36: relative_oid_iri
  boolean:
    0: 'false'
    255: 'true'
  object_name:
    0x0986f70d010101: rsa_encryption
    0x0986f70d010104: md5_with_rsa_encryption
    0x0986f70d010105: sha1_with_rsa_encryption
    0x0986f70d010107: rsaes_oaep
    0x0986f70d010108: mgf1
    0x0986f70d01010a: rsassa_pss
    0x0986f70d01010b: sha256_with_rsa_encryption
    0x0986f70d01010c: sha384_with_rsa_encryption
    0x0986f70d01010d: sha512_with_rsa_encryption
    0x0986f70d01010e: sha224_with_rsa_encryption
    0x0986f70d010301: dh_key_agreement
    0x0986f70d01050c: pbkdf2
    0x0986f70d01050d: pbes2
    0x0986f70d010701: pkcs7_data
    0x0986f70d010702: pkcs7_signed_data
    0x0986f70d010703: pkcs7_enveloped_data
    0x0986f70d010705: pkcs7_digested_data
    0x0986f70d010706: pkcs7_encrypted_data
    0x0986f70d010901: email_address
    0x0986f70d010902: unstructured_name
    0x0986f70d010903: content_type
    0x0986f70d010904: message_digest
    0x0986f70d010905: signing_time
    0x0986f70d010906: counter_signature
    0x0986f70d010907: challenge_password
    0x0986f70d01090e: extension_request
    0x0986f70d01090f: smime_capabilities
    0x0986f70d010914: friendly_name
    0x0986f70d010915: local_key_id
    0x0b0d0109100104: ct_tst_info
    0x0b0d010910020c: signing_certificate
    0x0b0d010910020e: time_stamp_token
    0x0b0d010910022f: signing_certificate_v2
    0x0b0d010c0a0101: pkcs12_key_bag
    0x0b0d010c0a0102: pkcs12_shrouded_key_bag
    0x0b0d010c0a0103: pkcs12_cert_bag
    0x0af70d01091601: x509_certificate
    0x084886f70d0205: md5
    0x084886f70d0207: hmac_with_sha1
    0x084886f70d0209: hmac_with_sha256
    0x084886f70d0307: des_ede3_cbc
    0x078648ce380401: dsa
    0x078648ce380403: dsa_with_sha1
    0x078648ce3d0201: ec_public_key
    0x0848ce3d030101: prime192v1
    0x0848ce3d030107: prime256v1
    0x078648ce3d0401: ecdsa_with_sha1
    0x0848ce3d040301: ecdsa_with_sha224
    0x0848ce3d040302: ecdsa_with_sha256
    0x0848ce3d040303: ecdsa_with_sha384
    0x0848ce3d040304: ecdsa_with_sha512
    0x05002b8104000a: secp256k1
    0x05002b81040021: secp224r1
    0x05002b81040022: secp384r1
    0x05002b81040023: secp521r1
    0x030000002b656e: x25519
    0x030000002b656f: x448
    0x030000002b6570: ed25519
    0x030000002b6571: ed448
    0x05002b0e03021a: sha1
    0x09030208010107: brainpool_p256r1
    0x09016503040102: aes128_cbc
    0x09016503040106: aes128_gcm
    0x09016503040116: aes192_cbc
    0x0901650304012a: aes256_cbc
    0x0901650304012e: aes256_gcm
    0x09016503040201: sha256
    0x09016503040202: sha384
    0x09016503040203: sha512
    0x09016503040204: sha224
    0x09016503040208: sha3_256
    0x09016503040302: dsa_with_sha256
    0x09016503040311: ml_dsa_44
    0x09016503040312: ml_dsa_65
    0x09016503040313: ml_dsa_87
    0x09016503040401: ml_kem_512
    0x09016503040402: ml_kem_768
    0x09016503040403: ml_kem_1024
    0x090186f8420101: netscape_cert_type
    0x090186f842010d: netscape_comment
    0x03000000550403: common_name
    0x03000000550404: surname
    0x03000000550405: serial_number
    0x03000000550406: country_name
    0x03000000550407: locality_name
    0x03000000550408: state_or_province_name
    0x03000000550409: street_address
    0x0300000055040a: organization_name
    0x0300000055040b: organizational_unit_name
    0x0300000055040c: title
    0x0300000055040d: description
    0x0300000055040f: business_category
    0x03000000550411: postal_code
    0x0300000055042a: given_name
    0x0300000055042b: initials
    0x0300000055042c: generation_qualifier
    0x0300000055042e: dn_qualifier
    0x03000000550441: pseudonym
    0x03000000550461: organization_identifier
    0x03000000551d09: subject_directory_attributes
    0x03000000551d0e: subject_key_identifier
    0x03000000551d0f: key_usage
    0x03000000551d10: private_key_usage_period
    0x03000000551d11: subject_alt_name
    0x03000000551d12: issuer_alt_name
    0x03000000551d13: basic_constraints
    0x03000000551d14: crl_number
    0x03000000551d15: crl_reason
    0x03000000551d18: invalidity_date
    0x03000000551d1b: delta_crl_indicator
    0x03000000551d1c: issuing_distribution_point
    0x03000000551d1d: certificate_issuer
    0x03000000551d1e: name_constraints
    0x03000000551d1f: crl_distribution_points
    0x03000000551d20: certificate_policies
    0x040000551d2000: any_policy
    0x03000000551d21: policy_mappings
    0x03000000551d23: authority_key_identifier
    0x03000000551d24: policy_constraints
    0x03000000551d25: ext_key_usage
    0x040000551d2500: any_extended_key_usage
    0x03000000551d2e: freshest_crl
    0x03000000551d36: inhibit_any_policy
    0x08010505070101: authority_info_access
    0x08010505070103: qc_statements
    0x0801050507010b: subject_info_access
    0x08010505070118: tls_feature
    0x08010505070201: cps
    0x08010505070202: user_notice
    0x08010505070301: server_auth
    0x08010505070302: client_auth
    0x08010505070303: code_signing
    0x08010505070304: email_protection
    0x08010505070308: time_stamping
    0x08010505070309: ocsp_signing
    0x08010505073001: ocsp
    0x08010505073002: ca_issuers
    0x09050507300101: ocsp_basic
    0x09050507300102: ocsp_nonce
    0x09050507300105: ocsp_no_check
    0x0a018237020104: microsoft_spc_indirect_data
    0x0a01823702010b: microsoft_spc_statement_type
    0x0a01823702010c: microsoft_spc_sp_opus_info
    0x0a01823702010f: microsoft_spc_pe_image_data
    0x0a018237020115: microsoft_individual_code_signing
    0x0a01823702011e: microsoft_spc_sip_info
    0x0a018237030301: microsoft_rfc3161_counter_signature
    0x0a0182370a0305: microsoft_whql_crypto
    0x0a018237140203: microsoft_user_principal_name
    0x0a01d679020402: signed_certificate_timestamps
    0x0a01d679020403: certificate_transparency_poison
    0x0b82373c020103: jurisdiction_country_name
    0x0a93f22c640101: user_id
    0x0a93f22c640119: domain_component
    0x050067810c0101: extended_validation
    0x0667810c010201: domain_validated
    0x0667810c010202: organization_validated
    0x0667810c010203: individual_validated
types:
  element:
    -webide-representation: '{tag_class} {universal_tag} {tag_number:dec} {content}'
    seq:
      - id: tag_class
        type: b2
        enum: tag_class
      - id: is_constructed
        type: b1
        doc: The contents are elements.
      - id: short_tag_number
        type: b5
        doc: 31 if the number follows.
      - id: long_tag_number
        type: base128
        if: short_tag_number == 31
      - id: length
        type: length
      - id: content
        size: 'length.value < _io.size - _io.pos ? length.value : _io.size - _io.pos'
        type:
          switch-on: kind
          cases:
            1: boolean_value
            2: integer_value
            3: bit_string
            4: octet_string
            6: object_identifier
            7: latin1_text
            9: real_value
            10: integer_value
            12: utf8_text
            13: relative_oid
            14: ascii_text
            18: ascii_text
            19: ascii_text
            20: latin1_text
            21: latin1_text
            22: ascii_text
            23: ascii_text
            24: ascii_text
            25: latin1_text
            26: ascii_text
            27: latin1_text
            28: utf32_text
            30: utf16_text
            31: ascii_text
            32: ascii_text
            33: ascii_text
            34: ascii_text
            35: utf8_text
            36: utf8_text
            -1: constructed
            -2: implicitly_tagged
        if: not length.is_indefinite
        doc: What is left of the data if the length says more.
      - id: indefinite_content
        type: indefinite
        if: length.is_indefinite
    instances:
      tag_number:
        value: 'short_tag_number == 31 ? long_tag_number.value : short_tag_number'
      universal_tag:
        value: tag_number
        enum: universal_tag
        if: tag_class == tag_class::universal
      kind:
        value: 'is_constructed ? -1 : tag_class == tag_class::universal ? tag_number : -2'
        doc: Number of a universal tag, -1 if constructed, -2 for primitive contents whose type the tag does not tell.
      is_end_of_contents:
        value: tag_class == tag_class::universal and tag_number == 0 and length.value == 0
  length:
    -webide-representation: '{value:dec}'
    seq:
      - id: first
        type: u1
        doc: The length itself up to 127, else 128 plus the number of octets that hold it; 128 is indefinite length.
      - id: octets
        type: u1
        repeat: expr
        repeat-expr: num_octets
        if: first > 0x80 and first < 0xff
    instances:
      is_indefinite:
        value: first == 0x80
      num_octets:
        value: 'first > 0x80 and first < 0xff ? first & 0x7f : 0'
      value:
        value: >-
          first < 0x80 ? first :
            ((num_octets > 0 ? octets[num_octets - 1] : 0)
            | (num_octets > 1 ? octets[num_octets - 2] << 8 : 0)
            | (num_octets > 2 ? octets[num_octets - 3] << 16 : 0)
            | (num_octets > 3 ? octets[num_octets - 4] << 24 : 0)
            | (num_octets > 4 ? octets[num_octets - 5] << 32 : 0)
            | (num_octets > 5 ? octets[num_octets - 6] << 40 : 0)
            | (num_octets > 6 ? octets[num_octets - 7] << 48 : 0)
            | (num_octets > 7 ? octets[num_octets - 8] << 56 : 0))
        doc: Octets of contents.
  base128:
    doc: A number in groups of 7 bits, the high ones first; bit 8 of an octet tells that another one follows.
    -webide-representation: '{value:dec}'
    seq:
      - id: octets
        type: u1
        repeat: until
        repeat-until: _ < 0x80 or _io.eof
    instances:
      num_octets:
        value: octets.size
      value:
        value: >-
          (octets[num_octets - 1] & 0x7f)
            | (num_octets > 1 ? (octets[num_octets - 2] & 0x7f) << 7 : 0)
            | (num_octets > 2 ? (octets[num_octets - 3] & 0x7f) << 14 : 0)
            | (num_octets > 3 ? (octets[num_octets - 4] & 0x7f) << 21 : 0)
            | (num_octets > 4 ? (octets[num_octets - 5] & 0x7f) << 28 : 0)
            | (num_octets > 5 ? (octets[num_octets - 6] & 0x7f) << 35 : 0)
            | (num_octets > 6 ? (octets[num_octets - 7] & 0x7f) << 42 : 0)
            | (num_octets > 7 ? (octets[num_octets - 8] & 0x7f) << 49 : 0)
            | (num_octets > 8 ? (octets[num_octets - 9] & 0x7f) << 56 : 0)
        doc: The low 63 bits.
  constructed:
    seq:
      - id: elements
        type: element
        repeat: eos
  indefinite:
    seq:
      - id: elements
        type: element
        repeat: until
        repeat-until: _.is_end_of_contents or _io.eof
        doc: The last one is the end-of-contents.
  boolean_value:
    -webide-representation: '{value}'
    seq:
      - id: value
        type: u1
        enum: boolean
  integer_value:
    -webide-representation: '{value:dec} {bytes}'
    seq:
      - id: bytes
        size-eos: true
        doc: Two's complement, the high bytes first.
    instances:
      num_bytes:
        value: bytes.length
      magnitude:
        value: >-
          (num_bytes > 0 ? bytes[num_bytes - 1] : 0)
            | (num_bytes > 1 ? bytes[num_bytes - 2] << 8 : 0)
            | (num_bytes > 2 ? bytes[num_bytes - 3] << 16 : 0)
            | (num_bytes > 3 ? bytes[num_bytes - 4] << 24 : 0)
            | (num_bytes > 4 ? bytes[num_bytes - 5] << 32 : 0)
            | (num_bytes > 5 ? bytes[num_bytes - 6] << 40 : 0)
            | (num_bytes > 6 ? bytes[num_bytes - 7] << 48 : 0)
            | (num_bytes > 7 ? bytes[num_bytes - 8] << 56 : 0)
        if: num_bytes <= 8
        doc: The bytes as an unsigned number.
      value:
        value: 'num_bytes > 0 ? magnitude - (bytes[0] >= 0x80 ? 1 << num_bytes * 8 : 0) : 0'
        if: num_bytes <= 8
  real_value:
    seq:
      - id: information
        type: u1
        doc: Bit 8 for a binary encoding, bits 8 and 7 clear for decimal text, 0x40 to 0x43 for special values.
        if: not _io.eof
      - id: bytes
        size-eos: true
  bit_string:
    -webide-representation: '{bits}'
    seq:
      - id: num_unused_bits
        type: u1
        doc: Number of low bits of the last byte that do not count.
      - id: bits
        size-eos: true
        type: opaque
  octet_string:
    -webide-representation: '{octets}'
    seq:
      - id: octets
        size-eos: true
        type: opaque
  opaque:
    doc: Bytes that often hold an encoded value themselves.
    -webide-representation: '{bytes}'
    seq:
      - id: bytes
        size-eos: true
    instances:
      len:
        value: bytes.length
      is_encoded:
        value: >-
          len < 2 ? false
            : bytes[0] == 0 or (bytes[0] > 0x1e and bytes[0] != 0x30 and bytes[0] != 0x31) ? false
            : bytes[1] < 0x80 ? bytes[1] == len - 2
            : bytes[1] == 0x81 and len > 0x82 ? bytes[2] == len - 3
            : bytes[1] == 0x82 and len > 0x103 ? (bytes[2] << 8 | bytes[3]) == len - 4
            : bytes[1] == 0x83 and len > 0x10004 ? (bytes[2] << 16 | bytes[3] << 8 | bytes[4]) == len - 5
            : false
        doc: Begins with a tag and the length that is right for one element.
      encoded:
        pos: 0
        size: len
        type: element
        if: is_encoded
  object_identifier:
    -webide-representation: '{dotted} {name}'
    seq:
      - id: bytes
        size-eos: true
    instances:
      num_bytes:
        value: bytes.length
      subidentifiers:
        pos: 0
        type: base128
        repeat: eos
      num_subidentifiers:
        value: subidentifiers.size
      root_arc:
        value: 'first >= 80 ? 2 : first / 40'
        if: num_bytes > 0
      first:
        value: subidentifiers[0].value
        if: num_bytes > 0
        doc: The first two arcs in one, 40 times the first plus the second.
      dotted:
        value: >-
          root_arc.to_s + '.' + (first - root_arc * 40).to_s
            + (num_subidentifiers > 1 ? '.' + subidentifiers[1].value.to_s : '')
            + (num_subidentifiers > 2 ? '.' + subidentifiers[2].value.to_s : '')
            + (num_subidentifiers > 3 ? '.' + subidentifiers[3].value.to_s : '')
            + (num_subidentifiers > 4 ? '.' + subidentifiers[4].value.to_s : '')
            + (num_subidentifiers > 5 ? '.' + subidentifiers[5].value.to_s : '')
            + (num_subidentifiers > 6 ? '.' + subidentifiers[6].value.to_s : '')
            + (num_subidentifiers > 7 ? '.' + subidentifiers[7].value.to_s : '')
            + (num_subidentifiers > 8 ? '.' + subidentifiers[8].value.to_s : '')
            + (num_subidentifiers > 9 ? '.' + subidentifiers[9].value.to_s : '')
            + (num_subidentifiers > 10 ? '.' + subidentifiers[10].value.to_s : '')
            + (num_subidentifiers > 11 ? '.' + subidentifiers[11].value.to_s : '')
            + (num_subidentifiers > 12 ? '...' : '')
        if: num_bytes > 0
        doc: In the dotted notation, the first 13 arcs.
      leading:
        value: >-
          (num_bytes > 6 ? bytes[num_bytes - 7] : 0)
            | (num_bytes > 7 ? bytes[num_bytes - 8] << 8 : 0)
            | (num_bytes > 8 ? bytes[num_bytes - 9] << 16 : 0)
            | (num_bytes > 9 ? bytes[num_bytes - 10] << 24 : 0)
            | (num_bytes > 10 ? bytes[num_bytes - 11] << 32 : 0)
        if: num_bytes <= 11
        doc: All bytes but the last six.
      key:
        value: >-
          num_bytes << 48
            | (num_bytes > 0 ? bytes[num_bytes - 1] : 0)
            | (num_bytes > 1 ? bytes[num_bytes - 2] << 8 : 0)
            | (num_bytes > 2 ? bytes[num_bytes - 3] << 16 : 0)
            | (num_bytes > 3 ? bytes[num_bytes - 4] << 24 : 0)
            | (num_bytes > 4 ? bytes[num_bytes - 5] << 32 : 0)
            | (num_bytes > 5 ? bytes[num_bytes - 6] << 40 : 0)
        if: num_bytes <= 11
        doc: Number of bytes and the last six of them; what the names are found by.
      name:
        value: key
        enum: object_name
        if: >-
          num_bytes <= 6 or (num_bytes <= 11 and (leading == 0x2a or leading == 0x2a86 or leading == 0x2b06
            or leading == 0x2a8648 or leading == 0x2b0601 or leading == 0x2b2403 or leading == 0x608648
            or leading == 0x09922689 or leading == 0x2a864886 or leading == 0x2b060104
            or leading == 0x2b06010401 or leading == 0x2a864886f7))
  relative_oid:
    seq:
      - id: subidentifiers
        type: base128
        repeat: eos
  implicitly_tagged:
    doc: Contents of a type that only the specification of what is encoded tells.
    -webide-representation: '{bytes} {as_text}'
    seq:
      - id: bytes
        size-eos: true
    instances:
      as_text:
        pos: 0
        type: str
        size-eos: true
  ascii_text:
    doc: 'Text, or a time as text: years first, seconds or fractions of them last, Z for UTC.'
    -webide-representation: '{text}'
    seq:
      - id: text
        type: str
        encoding: ASCII
        size-eos: true
  latin1_text:
    -webide-representation: '{text}'
    seq:
      - id: text
        type: str
        encoding: ISO-8859-1
        size-eos: true
  utf8_text:
    -webide-representation: '{text}'
    seq:
      - id: text
        type: str
        encoding: UTF-8
        size-eos: true
  utf16_text:
    -webide-representation: '{text}'
    seq:
      - id: text
        type: str
        encoding: UTF-16BE
        size-eos: true
  utf32_text:
    -webide-representation: '{text}'
    seq:
      - id: text
        type: str
        encoding: UTF-32BE
        size-eos: true
