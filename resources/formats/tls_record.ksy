# Records of a TLS connection, one direction of it or both as they were sent.
# Specification: RFC 2246, 4346, 5246 and 8446 (TLS 1.0 to 1.3), extensions of RFC 5077, 5746, 6066, 6520, 6962, 7301,
# 7366, 7627, 7685, 8422, 8449, 8879.
meta:
  id: tls_record
  title: TLS records
  file-extension: tls
  xref:
    rfc: [8446, 5246]
  license: Apache-2.0
  endian: be
  -detect:
    - {0: '16 03 ?? ?? ?? 01 00 ?? ?? 03'}
    - {0: '16 03 ?? ?? ?? 02 00 ?? ?? 03'}
doc: |
  What a connection under Transport Layer Security consists of. Handshake messages are parsed as far as they are not
  encrypted and lie in one record; the rest of a connection is bytes.
doc-ref: https://www.rfc-editor.org/rfc/rfc8446
seq:
  - {id: records, type: record, repeat: eos}
types:
  record:
    -webide-representation: "{content_type} {len_fragment:dec}"
    seq:
      - {id: content_type, type: u1, enum: content_type}
      - id: version
        type: u2
        enum: version
        doc: TLS 1.3 writes TLS 1.2 here; the extension supported_versions holds the real one.
      - {id: len_fragment, type: u2}
      - id: fragment
        size: len_fragment
        type:
          switch-on: content_type
          cases:
            content_type::change_cipher_spec: change_cipher_spec
            content_type::alert: alert
            content_type::handshake: handshake
            content_type::heartbeat: heartbeat
  change_cipher_spec:
    seq:
      - {id: type, type: u1}
      - {id: rest, size-eos: true, if: not _io.eof}
  alert:
    -webide-representation: "{level} {description}"
    seq:
      - {id: level, type: u1, enum: alert_level, if: _io.size == 2}
      - {id: description, type: u1, enum: alert_description, if: _io.size == 2}
      - {id: encrypted, size-eos: true, if: _io.size != 2}
  heartbeat:
    seq:
      - {id: type, type: u1, doc: 1 asks and 2 answers.}
      - {id: len_payload, type: u2}
      - {id: payload_and_padding, size-eos: true, doc: The padding is of 16 bytes or more.}
  handshake:
    seq:
      - {id: messages, type: message, repeat: eos, if: is_plain}
      - id: opaque
        size-eos: true
        if: not is_plain
        doc: Encrypted, or the continuation of a message of an earlier record.
    instances:
      first_type: {pos: 0, type: u1, if: _io.size >= 4}
      first_length: {pos: 1, type: b24, if: _io.size >= 4}
      is_plain:
        value: >-
          _io.size < 4 ? false : first_type == 0 ? _io.size == 4
          : (first_type <= 5 or (first_type >= 8 and first_type <= 25)) and first_length <= 0x20000
        doc: The start looks like that of a message.
  message:
    -webide-representation: "{type} {len_body:dec}"
    seq:
      - {id: type, type: u1, enum: handshake_type}
      - {id: len_body, type: b24}
      - id: beginning
        size-eos: true
        if: len_body > _io.size - _io.pos
        doc: The message goes on in the next record.
      - id: body
        size: len_body
        if: len_body > 0 and len_body <= _io.size - _io.pos
        type:
          switch-on: type
          cases:
            handshake_type::client_hello: client_hello
            handshake_type::server_hello: server_hello
            handshake_type::new_session_ticket: new_session_ticket
            handshake_type::encrypted_extensions: extension_list(8)
            handshake_type::certificate: certificate
            handshake_type::server_key_exchange: server_key_exchange
            handshake_type::certificate_request: certificate_request
            handshake_type::certificate_verify: digitally_signed
            handshake_type::client_key_exchange: client_key_exchange
            handshake_type::certificate_status: certificate_status
  client_hello:
    seq:
      - {id: version, type: u2, enum: version}
      - {id: random, size: 32}
      - {id: len_session_id, type: u1}
      - {id: session_id, size: len_session_id}
      - {id: len_cipher_suites, type: u2, doc: Bytes.}
      - {id: cipher_suites, type: u2, enum: cipher_suite, repeat: expr, repeat-expr: len_cipher_suites / 2}
      - {id: num_compression_methods, type: u1}
      - id: compression_methods
        type: u1
        enum: compression_method
        repeat: expr
        repeat-expr: num_compression_methods
      - {id: extensions, type: extension_list(1), if: not _io.eof}
  server_hello:
    -webide-representation: "{cipher_suite}"
    seq:
      - {id: version, type: u2, enum: version}
      - {id: random, size: 32}
      - {id: len_session_id, type: u1}
      - {id: session_id, size: len_session_id}
      - {id: cipher_suite, type: u2, enum: cipher_suite}
      - {id: compression_method, type: u1, enum: compression_method}
      - {id: extensions, type: extension_list(2), if: not _io.eof}
    instances:
      is_hello_retry_request:
        value: >-
          random == [0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8, 0x91,
          0xc2, 0xa2, 0x11, 0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c]
        doc: The server asks for a hello with another key share (TLS 1.3).
  extension_list:
    params:
      - {id: message, type: u1, doc: Type of the handshake message.}
    seq:
      - {id: len_extensions, type: u2}
      - {id: extensions, type: extensions(message), size: len_extensions}
  extensions:
    params:
      - {id: message, type: u1}
    seq:
      - {id: extensions, type: extension(message), repeat: eos}
  extension:
    -webide-representation: "{type} {len_body:dec}"
    params:
      - {id: message, type: u1}
    seq:
      - {id: type, type: u2, enum: extension_type}
      - {id: len_body, type: u2}
      - id: body
        size: len_body
        if: len_body > 0
        type:
          switch-on: type
          cases:
            extension_type::server_name: ext_server_name
            extension_type::max_fragment_length: ext_max_fragment_length
            extension_type::status_request: ext_status_request(message)
            extension_type::supported_groups: ext_supported_groups
            extension_type::ec_point_formats: ext_ec_point_formats
            extension_type::signature_algorithms: ext_signature_algorithms
            extension_type::signature_algorithms_cert: ext_signature_algorithms
            extension_type::use_srtp: ext_use_srtp
            extension_type::heartbeat: ext_heartbeat
            extension_type::application_layer_protocol_negotiation: ext_alpn
            extension_type::compress_certificate: ext_compress_certificate
            extension_type::record_size_limit: ext_record_size_limit
            extension_type::pre_shared_key: ext_pre_shared_key(message)
            extension_type::early_data: ext_early_data
            extension_type::supported_versions: ext_supported_versions(message)
            extension_type::cookie: ext_cookie
            extension_type::psk_key_exchange_modes: ext_psk_key_exchange_modes
            extension_type::key_share: ext_key_share(message)
            extension_type::renegotiation_info: ext_renegotiation_info
  ext_server_name:
    seq:
      - {id: len_names, type: u2}
      - {id: names, type: server_name, repeat: eos}
  server_name:
    -webide-representation: "{name:str}"
    seq:
      - {id: type, type: u1, doc: 0 is the name of a host.}
      - {id: len_name, type: u2}
      - {id: name, type: str, size: len_name, encoding: ASCII}
  ext_max_fragment_length:
    seq:
      - {id: length_code, type: u1}
    instances:
      max_fragment_length: {value: 256 << length_code, if: length_code <= 4}
  ext_status_request:
    params:
      - {id: message, type: u1}
    seq:
      - {id: type, type: u1, doc: 1 is OCSP.}
      - {id: len_responder_ids, type: u2, if: message == 1}
      - {id: responder_ids, size: len_responder_ids, if: message == 1}
      - {id: len_extensions, type: u2, if: message == 1}
      - {id: extensions, size: len_extensions, if: message == 1}
      - {id: response, size-eos: true, if: message != 1}
  ext_supported_groups:
    seq:
      - {id: len_groups, type: u2, doc: Bytes.}
      - {id: groups, type: u2, enum: named_group, repeat: expr, repeat-expr: len_groups / 2}
  ext_ec_point_formats:
    seq:
      - {id: num_formats, type: u1}
      - {id: formats, type: u1, enum: ec_point_format, repeat: expr, repeat-expr: num_formats}
  ext_signature_algorithms:
    seq:
      - {id: len_algorithms, type: u2, doc: Bytes.}
      - {id: algorithms, type: u2, enum: signature_scheme, repeat: expr, repeat-expr: len_algorithms / 2}
  ext_use_srtp:
    seq:
      - {id: len_profiles, type: u2, doc: Bytes.}
      - {id: profiles, type: u2, repeat: expr, repeat-expr: len_profiles / 2}
      - {id: len_mki, type: u1}
      - {id: mki, size: len_mki}
  ext_heartbeat:
    seq:
      - {id: mode, type: u1, doc: 1 if the peer may send heartbeats and 2 if not.}
  ext_alpn:
    seq:
      - {id: len_protocols, type: u2, doc: Bytes.}
      - {id: protocols, type: protocol_name, repeat: eos}
  protocol_name:
    -webide-representation: "{name:str}"
    seq:
      - {id: len_name, type: u1}
      - {id: name, type: str, size: len_name, encoding: UTF-8}
  ext_compress_certificate:
    seq:
      - {id: len_algorithms, type: u1, doc: Bytes.}
      - {id: algorithms, type: u2, enum: certificate_compression, repeat: expr, repeat-expr: len_algorithms / 2}
  ext_record_size_limit:
    seq:
      - {id: limit, type: u2, doc: Bytes.}
  ext_pre_shared_key:
    params:
      - {id: message, type: u1}
    seq:
      - {id: selected_identity, type: u2, if: message != 1}
      - {id: len_identities, type: u2, if: message == 1}
      - {id: identities, type: psk_identities, size: len_identities, if: message == 1}
      - {id: len_binders, type: u2, if: message == 1}
      - {id: binders, type: psk_binders, size: len_binders, if: message == 1}
  psk_identities:
    seq:
      - {id: identities, type: psk_identity, repeat: eos}
  psk_identity:
    seq:
      - {id: len_identity, type: u2}
      - {id: identity, size: len_identity}
      - {id: obfuscated_ticket_age, type: u4, doc: 'Milliseconds, plus a secret number.'}
  psk_binders:
    seq:
      - {id: binders, type: psk_binder, repeat: eos}
  psk_binder:
    seq:
      - {id: len_binder, type: u1}
      - {id: binder, size: len_binder}
  ext_early_data:
    seq:
      - {id: max_early_data_size, type: u4, doc: Bytes.}
  ext_supported_versions:
    params:
      - {id: message, type: u1}
    seq:
      - {id: len_versions, type: u1, if: message == 1, doc: Bytes.}
      - {id: versions, type: u2, enum: version, repeat: eos}
  ext_cookie:
    seq:
      - {id: len_cookie, type: u2}
      - {id: cookie, size: len_cookie}
  ext_psk_key_exchange_modes:
    seq:
      - {id: num_modes, type: u1}
      - {id: modes, type: u1, enum: psk_key_exchange_mode, repeat: expr, repeat-expr: num_modes}
  ext_key_share:
    params:
      - {id: message, type: u1}
    seq:
      - {id: len_entries, type: u2, if: message == 1}
      - {id: selected_group, type: u2, enum: named_group, if: message != 1 and _io.size == 2}
      - {id: entries, type: key_share_entry, repeat: eos, if: message == 1 or _io.size != 2}
  key_share_entry:
    -webide-representation: "{group} {len_key_exchange:dec}"
    seq:
      - {id: group, type: u2, enum: named_group}
      - {id: len_key_exchange, type: u2}
      - {id: key_exchange, size: len_key_exchange}
  ext_renegotiation_info:
    seq:
      - {id: len_verify_data, type: u1}
      - {id: verify_data, size: len_verify_data}
  new_session_ticket:
    doc: The form of TLS 1.2 and before; that of TLS 1.3 is always encrypted.
    seq:
      - {id: lifetime_hint, type: u4, doc: Seconds.}
      - {id: len_ticket, type: u2}
      - {id: ticket, size: len_ticket}
  certificate:
    doc: The form of TLS 1.2 and before; that of TLS 1.3 is always encrypted.
    seq:
      - {id: len_certificates, type: b24}
      - {id: certificates, type: certificate_entry, repeat: eos, doc: The one of the sender is the first.}
  certificate_entry:
    -webide-representation: "{len_certificate:dec}"
    seq:
      - {id: len_certificate, type: b24}
      - {id: certificate, size: len_certificate, doc: X.509 in DER.}
  certificate_status:
    seq:
      - {id: type, type: u1, doc: 1 is OCSP.}
      - {id: len_response, type: b24}
      - {id: response, size: len_response, doc: OCSP response in DER.}
  server_key_exchange:
    doc: Its form depends on the cipher suite; those with elliptic curves and with DHE are told from the lengths.
    seq:
      - {id: curve_type, type: u1, if: is_ecdhe}
      - {id: named_group, type: u2, enum: named_group, if: is_ecdhe}
      - {id: len_public, type: u1, if: is_ecdhe}
      - {id: public, size: len_public, if: is_ecdhe}
      - {id: len_dh_p, type: u2, if: is_dhe}
      - {id: dh_p, size: len_dh_p, if: is_dhe}
      - {id: len_dh_g, type: u2, if: is_dhe}
      - {id: dh_g, size: len_dh_g, if: is_dhe}
      - {id: len_dh_public, type: u2, if: is_dhe}
      - {id: dh_public, size: len_dh_public, if: is_dhe}
      - {id: signature, type: digitally_signed, size-eos: true, if: (is_ecdhe or is_dhe) and not _io.eof}
      - {id: other, size-eos: true, if: not is_ecdhe and not is_dhe}
    instances:
      peek_type: {pos: 0, type: u1}
      peek_group: {pos: 1, type: u2}
      peek_length: {pos: 0, type: u2}
      is_ecdhe: {value: _io.size > 4 and peek_type == 3 and peek_group < 64}
      is_dhe: {value: _io.size > 70 and not is_ecdhe and peek_length >= 64 and peek_length + 6 < _io.size}
  digitally_signed:
    seq:
      - {id: algorithm, type: u2, enum: signature_scheme, if: has_algorithm, doc: Since TLS 1.2.}
      - {id: len_signature, type: u2}
      - {id: signature, size: len_signature}
    instances:
      first: {pos: 0, type: u2}
      has_algorithm: {value: first + 2 != _io.size}
  client_key_exchange:
    doc: Its form depends on the cipher suite and is told from the lengths.
    seq:
      - {id: len_point, type: u1, if: is_ecdhe}
      - {id: point, size: len_point, if: is_ecdhe}
      - {id: len_key, type: u2, if: has_length}
      - {id: key, size: len_key, if: has_length, doc: 'Encrypted secret (RSA) or public key (DHE).'}
      - {id: other, size-eos: true, if: not is_ecdhe and not has_length}
    instances:
      first1: {pos: 0, type: u1}
      first2: {pos: 0, type: u2, if: _io.size >= 2}
      is_ecdhe: {value: first1 + 1 == _io.size}
      has_length: {value: '_io.size < 2 or is_ecdhe ? false : first2 + 2 == _io.size'}
  certificate_request:
    doc: The form of TLS 1.2 and before; that of TLS 1.3 is always encrypted.
    seq:
      - {id: num_types, type: u1}
      - {id: types, type: u1, enum: client_certificate_type, repeat: expr, repeat-expr: num_types}
      - {id: rest, type: certificate_request_rest, size-eos: true}
  certificate_request_rest:
    seq:
      - {id: algorithms, type: ext_signature_algorithms, if: has_algorithms, doc: Since TLS 1.2.}
      - {id: len_authorities, type: u2}
      - {id: authorities, type: distinguished_name, repeat: eos}
    instances:
      first: {pos: 0, type: u2}
      has_algorithms: {value: first + 2 != _io.size}
  distinguished_name:
    seq:
      - {id: len_name, type: u2}
      - {id: name, size: len_name, doc: X.501 name in DER.}
enums:
  content_type: {20: change_cipher_spec, 21: alert, 22: handshake, 23: application_data, 24: heartbeat, 25: tls12_cid}
  version: {
    0x0300: ssl_3_0, 0x0301: tls_1_0, 0x0302: tls_1_1, 0x0303: tls_1_2, 0x0304: tls_1_3, 0xfeff: dtls_1_0,
    0xfefd: dtls_1_2, 0xfefc: dtls_1_3}
  alert_level: {1: warning, 2: fatal}
  alert_description: {
    0: close_notify, 10: unexpected_message, 20: bad_record_mac, 21: decryption_failed, 22: record_overflow,
    30: decompression_failure, 40: handshake_failure, 41: no_certificate, 42: bad_certificate,
    43: unsupported_certificate, 44: certificate_revoked, 45: certificate_expired, 46: certificate_unknown,
    47: illegal_parameter, 48: unknown_ca, 49: access_denied, 50: decode_error, 51: decrypt_error,
    60: export_restriction, 70: protocol_version, 71: insufficient_security, 80: internal_error,
    86: inappropriate_fallback, 90: user_canceled, 100: no_renegotiation, 109: missing_extension,
    110: unsupported_extension, 111: certificate_unobtainable, 112: unrecognized_name,
    113: bad_certificate_status_response, 114: bad_certificate_hash_value, 115: unknown_psk_identity,
    116: certificate_required, 120: no_application_protocol, 121: ech_required}
  handshake_type: {
    0: hello_request, 1: client_hello, 2: server_hello, 3: hello_verify_request, 4: new_session_ticket,
    5: end_of_early_data, 8: encrypted_extensions, 9: request_connection_id, 10: new_connection_id,
    11: certificate, 12: server_key_exchange, 13: certificate_request, 14: server_hello_done,
    15: certificate_verify, 16: client_key_exchange, 20: finished, 21: certificate_url, 22: certificate_status,
    23: supplemental_data, 24: key_update, 25: compressed_certificate, 254: message_hash}
  compression_method: {0: none, 1: deflate, 64: lzs}
  ec_point_format: {0: uncompressed, 1: ansix962_compressed_prime, 2: ansix962_compressed_char2}
  psk_key_exchange_mode: {0: psk_ke, 1: psk_dhe_ke}
  certificate_compression: {1: zlib, 2: brotli, 3: zstd}
  client_certificate_type: {
    1: rsa_sign, 2: dss_sign, 3: rsa_fixed_dh, 4: dss_fixed_dh, 64: ecdsa_sign, 65: rsa_fixed_ecdh,
    66: ecdsa_fixed_ecdh, 67: gost_sign256, 68: gost_sign512}
  extension_type: {
    0: server_name, 1: max_fragment_length, 2: client_certificate_url, 3: trusted_ca_keys, 4: truncated_hmac,
    5: status_request, 6: user_mapping, 7: client_authz, 8: server_authz, 9: cert_type, 10: supported_groups,
    11: ec_point_formats, 12: srp, 13: signature_algorithms, 14: use_srtp, 15: heartbeat,
    16: application_layer_protocol_negotiation, 17: status_request_v2, 18: signed_certificate_timestamp,
    19: client_certificate_type, 20: server_certificate_type, 21: padding, 22: encrypt_then_mac,
    23: extended_master_secret, 24: token_binding, 25: cached_info, 27: compress_certificate,
    28: record_size_limit, 34: delegated_credential, 35: session_ticket, 41: pre_shared_key, 42: early_data,
    43: supported_versions, 44: cookie, 45: psk_key_exchange_modes, 47: certificate_authorities,
    48: oid_filters, 49: post_handshake_auth, 50: signature_algorithms_cert, 51: key_share,
    54: connection_id, 57: quic_transport_parameters, 13172: next_protocol_negotiation,
    17513: application_settings, 17613: application_settings_new, 65037: encrypted_client_hello,
    65281: renegotiation_info}
  named_group: {
    1: sect163k1, 2: sect163r1, 3: sect163r2, 4: sect193r1, 5: sect193r2, 6: sect233k1, 7: sect233r1,
    8: sect239k1, 9: sect283k1, 10: sect283r1, 11: sect409k1, 12: sect409r1, 13: sect571k1, 14: sect571r1,
    15: secp160k1, 16: secp160r1, 17: secp160r2, 18: secp192k1, 19: secp192r1, 20: secp224k1, 21: secp224r1,
    22: secp256k1, 23: secp256r1, 24: secp384r1, 25: secp521r1, 26: brainpoolp256r1, 27: brainpoolp384r1,
    28: brainpoolp512r1, 29: x25519, 30: x448, 31: brainpoolp256r1tls13, 32: brainpoolp384r1tls13,
    33: brainpoolp512r1tls13, 256: ffdhe2048, 257: ffdhe3072, 258: ffdhe4096, 259: ffdhe6144, 260: ffdhe8192,
    0x0200: mlkem512, 0x0201: mlkem768, 0x0202: mlkem1024, 0x11eb: secp256r1mlkem768, 0x11ec: x25519mlkem768,
    0x11ed: secp384r1mlkem1024, 0x6399: x25519kyber768draft00}
  signature_scheme: {
    0x0101: rsa_pkcs1_md5, 0x0201: rsa_pkcs1_sha1, 0x0202: dsa_sha1, 0x0203: ecdsa_sha1, 0x0301: rsa_pkcs1_sha224,
    0x0302: dsa_sha224, 0x0303: ecdsa_sha224, 0x0401: rsa_pkcs1_sha256, 0x0402: dsa_sha256,
    0x0403: ecdsa_secp256r1_sha256, 0x0501: rsa_pkcs1_sha384, 0x0502: dsa_sha384, 0x0503: ecdsa_secp384r1_sha384,
    0x0601: rsa_pkcs1_sha512, 0x0602: dsa_sha512, 0x0603: ecdsa_secp521r1_sha512, 0x0804: rsa_pss_rsae_sha256,
    0x0805: rsa_pss_rsae_sha384, 0x0806: rsa_pss_rsae_sha512, 0x0807: ed25519, 0x0808: ed448,
    0x0809: rsa_pss_pss_sha256, 0x080a: rsa_pss_pss_sha384, 0x080b: rsa_pss_pss_sha512,
    0x081a: ecdsa_brainpoolp256r1tls13_sha256, 0x081b: ecdsa_brainpoolp384r1tls13_sha384,
    0x081c: ecdsa_brainpoolp512r1tls13_sha512, 0x0904: mldsa44, 0x0905: mldsa65, 0x0906: mldsa87}
  cipher_suite: {
    0x0000: null_with_null_null, 0x0001: rsa_with_null_md5, 0x0002: rsa_with_null_sha,
    0x0003: rsa_export_with_rc4_40_md5, 0x0004: rsa_with_rc4_128_md5, 0x0005: rsa_with_rc4_128_sha,
    0x0006: rsa_export_with_rc2_cbc_40_md5, 0x0007: rsa_with_idea_cbc_sha, 0x0008: rsa_export_with_des40_cbc_sha,
    0x0009: rsa_with_des_cbc_sha, 0x000a: rsa_with_3des_ede_cbc_sha, 0x0012: dhe_dss_with_des_cbc_sha,
    0x0013: dhe_dss_with_3des_ede_cbc_sha, 0x0015: dhe_rsa_with_des_cbc_sha, 0x0016: dhe_rsa_with_3des_ede_cbc_sha,
    0x0018: dh_anon_with_rc4_128_md5, 0x002c: psk_with_null_sha, 0x002d: dhe_psk_with_null_sha,
    0x002e: rsa_psk_with_null_sha, 0x002f: rsa_with_aes_128_cbc_sha, 0x0032: dhe_dss_with_aes_128_cbc_sha,
    0x0033: dhe_rsa_with_aes_128_cbc_sha, 0x0034: dh_anon_with_aes_128_cbc_sha, 0x0035: rsa_with_aes_256_cbc_sha,
    0x0038: dhe_dss_with_aes_256_cbc_sha, 0x0039: dhe_rsa_with_aes_256_cbc_sha, 0x003a: dh_anon_with_aes_256_cbc_sha,
    0x003b: rsa_with_null_sha256, 0x003c: rsa_with_aes_128_cbc_sha256, 0x003d: rsa_with_aes_256_cbc_sha256,
    0x0040: dhe_dss_with_aes_128_cbc_sha256, 0x0041: rsa_with_camellia_128_cbc_sha,
    0x0044: dhe_dss_with_camellia_128_cbc_sha, 0x0045: dhe_rsa_with_camellia_128_cbc_sha,
    0x0046: dh_anon_with_camellia_128_cbc_sha, 0x0067: dhe_rsa_with_aes_128_cbc_sha256,
    0x006a: dhe_dss_with_aes_256_cbc_sha256, 0x006b: dhe_rsa_with_aes_256_cbc_sha256,
    0x006c: dh_anon_with_aes_128_cbc_sha256, 0x006d: dh_anon_with_aes_256_cbc_sha256,
    0x0084: rsa_with_camellia_256_cbc_sha, 0x0087: dhe_dss_with_camellia_256_cbc_sha,
    0x0088: dhe_rsa_with_camellia_256_cbc_sha, 0x0089: dh_anon_with_camellia_256_cbc_sha,
    0x008c: psk_with_aes_128_cbc_sha, 0x008d: psk_with_aes_256_cbc_sha, 0x0090: dhe_psk_with_aes_128_cbc_sha,
    0x0091: dhe_psk_with_aes_256_cbc_sha, 0x0094: rsa_psk_with_aes_128_cbc_sha, 0x0095: rsa_psk_with_aes_256_cbc_sha,
    0x009c: rsa_with_aes_128_gcm_sha256, 0x009d: rsa_with_aes_256_gcm_sha384, 0x009e: dhe_rsa_with_aes_128_gcm_sha256,
    0x009f: dhe_rsa_with_aes_256_gcm_sha384, 0x00a2: dhe_dss_with_aes_128_gcm_sha256,
    0x00a3: dhe_dss_with_aes_256_gcm_sha384, 0x00a6: dh_anon_with_aes_128_gcm_sha256,
    0x00a7: dh_anon_with_aes_256_gcm_sha384, 0x00a8: psk_with_aes_128_gcm_sha256, 0x00a9: psk_with_aes_256_gcm_sha384,
    0x00aa: dhe_psk_with_aes_128_gcm_sha256, 0x00ab: dhe_psk_with_aes_256_gcm_sha384,
    0x00ac: rsa_psk_with_aes_128_gcm_sha256, 0x00ad: rsa_psk_with_aes_256_gcm_sha384,
    0x00ae: psk_with_aes_128_cbc_sha256, 0x00af: psk_with_aes_256_cbc_sha384, 0x00b0: psk_with_null_sha256,
    0x00b1: psk_with_null_sha384, 0x00b2: dhe_psk_with_aes_128_cbc_sha256, 0x00b3: dhe_psk_with_aes_256_cbc_sha384,
    0x00b4: dhe_psk_with_null_sha256, 0x00b5: dhe_psk_with_null_sha384, 0x00b6: rsa_psk_with_aes_128_cbc_sha256,
    0x00b7: rsa_psk_with_aes_256_cbc_sha384, 0x00b8: rsa_psk_with_null_sha256, 0x00b9: rsa_psk_with_null_sha384,
    0x00ba: rsa_with_camellia_128_cbc_sha256, 0x00bd: dhe_dss_with_camellia_128_cbc_sha256,
    0x00be: dhe_rsa_with_camellia_128_cbc_sha256, 0x00bf: dh_anon_with_camellia_128_cbc_sha256,
    0x00c0: rsa_with_camellia_256_cbc_sha256, 0x00c3: dhe_dss_with_camellia_256_cbc_sha256,
    0x00c4: dhe_rsa_with_camellia_256_cbc_sha256, 0x00c5: dh_anon_with_camellia_256_cbc_sha256,
    0x00ff: empty_renegotiation_info_scsv, 0x1301: aes_128_gcm_sha256, 0x1302: aes_256_gcm_sha384,
    0x1303: chacha20_poly1305_sha256, 0x1304: aes_128_ccm_sha256, 0x1305: aes_128_ccm_8_sha256, 0x5600: fallback_scsv,
    0xc004: ecdh_ecdsa_with_aes_128_cbc_sha, 0xc005: ecdh_ecdsa_with_aes_256_cbc_sha,
    0xc006: ecdhe_ecdsa_with_null_sha, 0xc007: ecdhe_ecdsa_with_rc4_128_sha,
    0xc008: ecdhe_ecdsa_with_3des_ede_cbc_sha, 0xc009: ecdhe_ecdsa_with_aes_128_cbc_sha,
    0xc00a: ecdhe_ecdsa_with_aes_256_cbc_sha, 0xc00e: ecdh_rsa_with_aes_128_cbc_sha,
    0xc00f: ecdh_rsa_with_aes_256_cbc_sha, 0xc010: ecdhe_rsa_with_null_sha, 0xc011: ecdhe_rsa_with_rc4_128_sha,
    0xc012: ecdhe_rsa_with_3des_ede_cbc_sha, 0xc013: ecdhe_rsa_with_aes_128_cbc_sha,
    0xc014: ecdhe_rsa_with_aes_256_cbc_sha, 0xc015: ecdh_anon_with_null_sha, 0xc018: ecdh_anon_with_aes_128_cbc_sha,
    0xc019: ecdh_anon_with_aes_256_cbc_sha, 0xc023: ecdhe_ecdsa_with_aes_128_cbc_sha256,
    0xc024: ecdhe_ecdsa_with_aes_256_cbc_sha384, 0xc027: ecdhe_rsa_with_aes_128_cbc_sha256,
    0xc028: ecdhe_rsa_with_aes_256_cbc_sha384, 0xc02b: ecdhe_ecdsa_with_aes_128_gcm_sha256,
    0xc02c: ecdhe_ecdsa_with_aes_256_gcm_sha384, 0xc02f: ecdhe_rsa_with_aes_128_gcm_sha256,
    0xc030: ecdhe_rsa_with_aes_256_gcm_sha384, 0xc035: ecdhe_psk_with_aes_128_cbc_sha,
    0xc036: ecdhe_psk_with_aes_256_cbc_sha, 0xc037: ecdhe_psk_with_aes_128_cbc_sha256,
    0xc038: ecdhe_psk_with_aes_256_cbc_sha384, 0xc039: ecdhe_psk_with_null_sha, 0xc03a: ecdhe_psk_with_null_sha256,
    0xc03b: ecdhe_psk_with_null_sha384, 0xc072: ecdhe_ecdsa_with_camellia_128_cbc_sha256,
    0xc073: ecdhe_ecdsa_with_camellia_256_cbc_sha384, 0xc076: ecdhe_rsa_with_camellia_128_cbc_sha256,
    0xc077: ecdhe_rsa_with_camellia_256_cbc_sha384, 0xc094: psk_with_camellia_128_cbc_sha256,
    0xc095: psk_with_camellia_256_cbc_sha384, 0xc096: dhe_psk_with_camellia_128_cbc_sha256,
    0xc097: dhe_psk_with_camellia_256_cbc_sha384, 0xc098: rsa_psk_with_camellia_128_cbc_sha256,
    0xc099: rsa_psk_with_camellia_256_cbc_sha384, 0xc09a: ecdhe_psk_with_camellia_128_cbc_sha256,
    0xc09b: ecdhe_psk_with_camellia_256_cbc_sha384, 0xc09c: rsa_with_aes_128_ccm, 0xc09d: rsa_with_aes_256_ccm,
    0xc09e: dhe_rsa_with_aes_128_ccm, 0xc09f: dhe_rsa_with_aes_256_ccm, 0xc0a0: rsa_with_aes_128_ccm_8,
    0xc0a1: rsa_with_aes_256_ccm_8, 0xc0a2: dhe_rsa_with_aes_128_ccm_8, 0xc0a3: dhe_rsa_with_aes_256_ccm_8,
    0xc0a4: psk_with_aes_128_ccm, 0xc0a5: psk_with_aes_256_ccm, 0xc0a6: dhe_psk_with_aes_128_ccm,
    0xc0a7: dhe_psk_with_aes_256_ccm, 0xc0a8: psk_with_aes_128_ccm_8, 0xc0a9: psk_with_aes_256_ccm_8,
    0xc0aa: psk_dhe_with_aes_128_ccm_8, 0xc0ab: psk_dhe_with_aes_256_ccm_8, 0xc0ac: ecdhe_ecdsa_with_aes_128_ccm,
    0xc0ad: ecdhe_ecdsa_with_aes_256_ccm, 0xc0ae: ecdhe_ecdsa_with_aes_128_ccm_8,
    0xc0af: ecdhe_ecdsa_with_aes_256_ccm_8, 0xcca8: ecdhe_rsa_with_chacha20_poly1305_sha256,
    0xcca9: ecdhe_ecdsa_with_chacha20_poly1305_sha256, 0xccaa: dhe_rsa_with_chacha20_poly1305_sha256,
    0xccab: psk_with_chacha20_poly1305_sha256, 0xccac: ecdhe_psk_with_chacha20_poly1305_sha256,
    0xccad: dhe_psk_with_chacha20_poly1305_sha256, 0xccae: rsa_psk_with_chacha20_poly1305_sha256}
