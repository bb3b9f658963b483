# One DNS message as it travels over UDP, multicast DNS and dynamic updates too.
# Specification: RFC 1035, with the record types of RFC 1183, 2782, 2915, 3403, 3596, 4034, 4255, 5155, 6672, 6698,
# 6742, 7043, 7553, 7929, 8659, 8945, 9460, and EDNS of RFC 6891, 5001, 7828, 7830, 7871, 7873, 8914.
meta:
  id: dns_packet
  title: DNS message
  xref:
    mime: application/dns-message
    rfc: 1035
  license: Apache-2.0
  endian: be
doc: |
  A question to, or an answer of, the Domain Name System. Over TCP each message follows its length of two bytes.
doc-ref: https://www.rfc-editor.org/rfc/rfc1035
seq:
  - id: transaction_id
    type: u2
    doc: Chosen by who asks, and repeated in the answer.
  - {id: flags, type: message_flags}
  - id: num_questions
    type: u2
    doc: In an update the number of zones.
  - id: num_answers
    type: u2
    doc: In an update the number of prerequisites.
  - id: num_authorities
    type: u2
    doc: In an update the number of changes.
  - {id: num_additionals, type: u2}
  - {id: questions, type: question, repeat: expr, repeat-expr: num_questions}
  - {id: answers, type: resource_record, repeat: expr, repeat-expr: num_answers}
  - {id: authorities, type: resource_record, repeat: expr, repeat-expr: num_authorities}
  - {id: additionals, type: resource_record, repeat: expr, repeat-expr: num_additionals}
  - id: trailing
    size-eos: true
    if: not _io.eof
    doc: Bytes after the last record; no part of the message.
types:
  message_flags:
    -webide-representation: "{opcode} {rcode}"
    seq:
      - {id: is_response, type: b1}
      - {id: opcode, type: b4, enum: opcode}
      - {id: authoritative_answer, type: b1}
      - id: truncated
        type: b1
        doc: The answer did not fit and is to be asked for again over TCP.
      - {id: recursion_desired, type: b1}
      - {id: recursion_available, type: b1}
      - {id: reserved, type: b1}
      - {id: authentic_data, type: b1}
      - {id: checking_disabled, type: b1}
      - id: rcode
        type: b4
        enum: rcode
        doc: Low four bits; an OPT record holds the high eight.
  name:
    doc: A domain name. Its last label is the empty one or a pointer to the rest of it.
    -webide-representation: "{text:str}"
    params:
      - id: limit
        type: u2
        doc: A pointer is followed only to an offset below this one, so that no name contains itself.
      - id: jumps
        type: u1
        doc: Pointers followed to come here; no more than 32 are.
    seq:
      - id: labels
        type: label(_index)
        repeat: until
        repeat-until: _.is_last
    instances:
      text:
        value: labels.last.text_so_far
        doc: The whole name, pointers followed.
  label:
    -webide-representation: "{text:str}"
    params:
      - {id: index, type: u2}
    seq:
      - {id: kind, type: b2, enum: label_kind}
      - {id: len_text, type: b6, if: kind != label_kind::pointer}
      - id: offset
        type: b14
        if: kind == label_kind::pointer
        doc: Where the rest of the name is, in bytes from the start of the message.
      - id: text
        type: str
        size: len_text
        encoding: UTF-8
        if: kind == label_kind::normal
    instances:
      is_last:
        value: kind != label_kind::normal or len_text == 0
      has_target:
        value: kind == label_kind::pointer and offset >= 12 and offset < _parent.limit and _parent.jumps < 32
      target:
        io: _root._io
        pos: offset
        type: name(offset, _parent.jumps + 1)
        if: has_target
      text_so_far:
        value: >-
          (index == 0 ? "" : f"{_parent.labels[index - 1].text_so_far}")
          + (has_target ? f"{target.text}" : kind != label_kind::normal ? "?" : len_text > 0 ? f"{text}."
          : index == 0 ? "." : "")
        doc: All labels of the name up to this one.
  question:
    -webide-representation: "{name.text:str} {type}"
    seq:
      - {id: name, type: 'name(0xffff, 0)'}
      - {id: type, type: u2, enum: record_type}
      - id: unicast_response
        type: b1
        doc: Multicast DNS only; else the top bit of the class.
      - {id: class, type: b15, enum: record_class}
  resource_record:
    -webide-representation: "{name.text:str} {type}"
    seq:
      - {id: name, type: 'name(0xffff, 0)'}
      - {id: type, type: u2, enum: record_type}
      - id: cache_flush
        type: b1
        if: type != record_type::opt
        doc: Multicast DNS only; else the top bit of the class.
      - {id: class, type: b15, enum: record_class, if: type != record_type::opt}
      - id: ttl
        type: u4
        if: type != record_type::opt
        doc: How long the record may be kept, in seconds.
      - {id: edns, type: edns_fields, if: type == record_type::opt}
      - {id: len_data, type: u2}
      - id: data
        size: len_data
        if: len_data > 0
        type:
          switch-on: type
          cases:
            record_type::a: data_a
            record_type::aaaa: data_aaaa
            record_type::afsdb: data_preference_name
            record_type::caa: data_caa
            record_type::cdnskey: data_dnskey
            record_type::cds: data_ds
            record_type::cert: data_cert
            record_type::cname: data_name
            record_type::dlv: data_ds
            record_type::dname: data_name
            record_type::dnskey: data_dnskey
            record_type::ds: data_ds
            record_type::hinfo: data_strings
            record_type::https: data_svcb
            record_type::isdn: data_strings
            record_type::key: data_dnskey
            record_type::kx: data_preference_name
            record_type::l32: data_l32
            record_type::l64: data_l64
            record_type::loc: data_loc
            record_type::lp: data_preference_name
            record_type::mb: data_name
            record_type::md: data_name
            record_type::mf: data_name
            record_type::mg: data_name
            record_type::minfo: data_two_names
            record_type::mr: data_name
            record_type::mx: data_preference_name
            record_type::naptr: data_naptr
            record_type::nid: data_l64
            record_type::ns: data_name
            record_type::nsec: data_nsec
            record_type::nsec3: data_nsec3
            record_type::nsec3param: data_nsec3param
            record_type::opt: data_opt
            record_type::ptr: data_name
            record_type::px: data_px
            record_type::rp: data_two_names
            record_type::rrsig: data_rrsig
            record_type::rt: data_preference_name
            record_type::sig: data_rrsig
            record_type::smimea: data_tlsa
            record_type::soa: data_soa
            record_type::spf: data_strings
            record_type::srv: data_srv
            record_type::sshfp: data_sshfp
            record_type::svcb: data_svcb
            record_type::tkey: data_tkey
            record_type::tlsa: data_tlsa
            record_type::tsig: data_tsig
            record_type::txt: data_strings
            record_type::uri: data_uri
            record_type::wks: data_wks
            record_type::x25: data_strings
            record_type::zonemd: data_zonemd
  edns_fields:
    doc: What an OPT record has in place of class and time to live.
    seq:
      - id: udp_payload_size
        type: u2
        doc: Longest message that the sender takes, in bytes.
      - id: extended_rcode
        type: u1
        doc: High eight bits of the response code.
      - {id: version, type: u1}
      - {id: dnssec_ok, type: b1}
      - {id: reserved, type: b15}
  character_string:
    -webide-representation: "{text:str}"
    seq:
      - {id: len_text, type: u1}
      - {id: text, type: str, size: len_text, encoding: UTF-8}
  data_a:
    -webide-representation: "{text:str}"
    seq:
      - {id: address, type: u1, repeat: expr, repeat-expr: 4}
    instances:
      text:
        value: 'f"{address[0]}.{address[1]}.{address[2]}.{address[3]}"'
  data_aaaa:
    seq:
      - {id: address, size: 16}
  data_name:
    -webide-representation: "{name.text:str}"
    seq:
      - {id: name, type: 'name(0xffff, 0)'}
  data_two_names:
    doc: Mailbox of the person responsible, then where texts about it (RP) or its errors (MINFO) go.
    seq:
      - {id: mailbox, type: 'name(0xffff, 0)'}
      - {id: second, type: 'name(0xffff, 0)'}
  data_preference_name:
    -webide-representation: "{preference:dec} {name.text:str}"
    seq:
      - id: preference
        type: u2
        doc: The lowest is tried first; in AFSDB the kind of server.
      - {id: name, type: 'name(0xffff, 0)'}
  data_soa:
    -webide-representation: "{primary_server.text:str} {serial:dec}"
    seq:
      - {id: primary_server, type: 'name(0xffff, 0)'}
      - id: mailbox
        type: name(0xffff, 0)
        doc: Mail address of who is responsible; its first dot stands for the @.
      - {id: serial, type: u4}
      - id: refresh
        type: u4
        doc: Seconds until a secondary server looks for changes.
      - id: retry
        type: u4
        doc: Seconds until it looks again after a failure.
      - id: expire
        type: u4
        doc: Seconds after which it stops to answer without having reached the primary one.
      - id: minimum
        type: u4
        doc: Seconds for which the absence of a name may be remembered.
  data_strings:
    seq:
      - {id: strings, type: character_string, repeat: eos}
  data_wks:
    seq:
      - {id: address, size: 4}
      - id: protocol
        type: u1
        doc: Number of the IP protocol.
      - id: ports
        size-eos: true
        doc: One bit a port, the top bit of the first byte for port 0.
  data_srv:
    -webide-representation: "{priority:dec} {weight:dec} {target.text:str}:{port:dec}"
    seq:
      - {id: priority, type: u2}
      - {id: weight, type: u2}
      - {id: port, type: u2}
      - {id: target, type: 'name(0xffff, 0)'}
  data_px:
    seq:
      - {id: preference, type: u2}
      - {id: map822, type: 'name(0xffff, 0)'}
      - {id: mapx400, type: 'name(0xffff, 0)'}
  data_naptr:
    seq:
      - {id: order, type: u2}
      - {id: preference, type: u2}
      - {id: flags, type: character_string}
      - {id: services, type: character_string}
      - {id: regexp, type: character_string}
      - {id: replacement, type: 'name(0xffff, 0)'}
  data_loc:
    seq:
      - {id: version, type: u1}
      - id: size_exponent
        type: size_exponent
        doc: Diameter of the place, in centimetres.
      - {id: horizontal_precision, type: size_exponent}
      - {id: vertical_precision, type: size_exponent}
      - id: latitude
        type: u4
        doc: Thousandths of a second of arc; 2^31 is the equator, north is more.
      - id: longitude
        type: u4
        doc: Thousandths of a second of arc; 2^31 is the prime meridian, east is more.
      - id: altitude
        type: u4
        doc: Centimetres above 100 km below the WGS 84 spheroid.
  size_exponent:
    seq:
      - {id: base, type: b4}
      - {id: power_of_ten, type: b4}
  data_caa:
    -webide-representation: "{tag.text:str} {value:str}"
    seq:
      - {id: critical, type: b1}
      - {id: reserved, type: b7}
      - {id: tag, type: character_string}
      - {id: value, type: str, size-eos: true, encoding: UTF-8}
  data_uri:
    seq:
      - {id: priority, type: u2}
      - {id: weight, type: u2}
      - {id: target, type: str, size-eos: true, encoding: UTF-8}
  data_l32:
    seq:
      - {id: preference, type: u2}
      - {id: locator, size: 4}
  data_l64:
    seq:
      - {id: preference, type: u2}
      - {id: locator, size: 8}
  data_cert:
    seq:
      - {id: type, type: u2}
      - {id: key_tag, type: u2}
      - {id: algorithm, type: u1, enum: algorithm}
      - {id: certificate, size-eos: true}
  data_ds:
    -webide-representation: "{key_tag:dec} {algorithm} {digest_type}"
    seq:
      - {id: key_tag, type: u2}
      - {id: algorithm, type: u1, enum: algorithm}
      - {id: digest_type, type: u1, enum: digest_type}
      - {id: digest, size-eos: true}
  data_dnskey:
    seq:
      - {id: reserved1, type: b7}
      - {id: zone_key, type: b1}
      - {id: revoked, type: b1}
      - {id: reserved2, type: b6}
      - {id: secure_entry_point, type: b1}
      - id: protocol
        type: u1
        doc: Always 3 for DNSSEC.
      - {id: algorithm, type: u1, enum: algorithm}
      - {id: public_key, size-eos: true}
  data_rrsig:
    -webide-representation: "{type_covered} {algorithm} {signer.text:str}"
    seq:
      - {id: type_covered, type: u2, enum: record_type}
      - {id: algorithm, type: u1, enum: algorithm}
      - {id: num_labels, type: u1}
      - id: original_ttl
        type: u4
        doc: Seconds.
      - {id: expiration, type: u4, -time: unix}
      - {id: inception, type: u4, -time: unix}
      - {id: key_tag, type: u2}
      - {id: signer, type: 'name(0xffff, 0)'}
      - {id: signature, size-eos: true}
  data_nsec:
    seq:
      - {id: next_name, type: 'name(0xffff, 0)'}
      - {id: types, type: type_window, repeat: eos}
  type_window:
    doc: Record types that a name has, of those whose high byte is the window.
    -webide-representation: "{window:dec}"
    seq:
      - {id: window, type: u1}
      - {id: len_bits, type: u1}
      - {id: bits, type: b1, repeat: expr, repeat-expr: len_bits * 8}
  data_nsec3:
    seq:
      - {id: hash, type: nsec3_hash}
      - {id: len_next_hash, type: u1}
      - {id: next_hash, size: len_next_hash}
      - {id: types, type: type_window, repeat: eos}
  data_nsec3param:
    seq:
      - {id: hash, type: nsec3_hash}
  nsec3_hash:
    seq:
      - id: algorithm
        type: u1
        doc: 1 is SHA-1.
      - {id: reserved, type: b7}
      - {id: opt_out, type: b1}
      - {id: iterations, type: u2}
      - {id: len_salt, type: u1}
      - {id: salt, size: len_salt}
  data_tlsa:
    seq:
      - {id: certificate_usage, type: u1, enum: certificate_usage}
      - id: selector
        type: u1
        doc: 0 is the whole certificate, 1 its public key.
      - id: matching_type
        type: u1
        doc: 0 is the data itself, 1 its SHA-256, 2 its SHA-512.
      - {id: association_data, size-eos: true}
  data_sshfp:
    seq:
      - {id: algorithm, type: u1, enum: sshfp_algorithm}
      - id: fingerprint_type
        type: u1
        doc: 1 is SHA-1, 2 is SHA-256.
      - {id: fingerprint, size-eos: true}
  data_zonemd:
    seq:
      - {id: serial, type: u4}
      - {id: scheme, type: u1}
      - {id: hash_algorithm, type: u1}
      - {id: digest, size-eos: true}
  data_tsig:
    seq:
      - {id: algorithm, type: 'name(0xffff, 0)'}
      - {id: time_signed_high, type: u2}
      - id: time_signed
        type: u4
        -time: unix
        doc: Low 32 bits of the time.
      - id: fudge
        type: u2
        doc: Seconds by which clocks may differ.
      - {id: len_mac, type: u2}
      - {id: mac, size: len_mac}
      - {id: original_id, type: u2}
      - {id: error, type: u2, enum: rcode}
      - {id: len_other, type: u2}
      - {id: other, size: len_other}
  data_tkey:
    seq:
      - {id: algorithm, type: 'name(0xffff, 0)'}
      - {id: inception, type: u4, -time: unix}
      - {id: expiration, type: u4, -time: unix}
      - {id: mode, type: u2}
      - {id: error, type: u2, enum: rcode}
      - {id: len_key, type: u2}
      - {id: key, size: len_key}
      - {id: len_other, type: u2}
      - {id: other, size: len_other}
  data_svcb:
    -webide-representation: "{priority:dec} {target.text:str}"
    seq:
      - id: priority
        type: u2
        doc: 0 makes the record an alias.
      - {id: target, type: 'name(0xffff, 0)'}
      - {id: params, type: svc_param, repeat: eos}
  svc_param:
    -webide-representation: "{key}"
    seq:
      - {id: key, type: u2, enum: svc_key}
      - {id: len_value, type: u2}
      - id: value
        size: len_value
        type:
          switch-on: key
          cases:
            svc_key::alpn: data_strings
            svc_key::port: svc_port
            svc_key::ipv4hint: svc_ipv4hint
  svc_port:
    seq:
      - {id: port, type: u2}
  svc_ipv4hint:
    seq:
      - {id: addresses, type: data_a, repeat: eos}
  data_opt:
    seq:
      - {id: options, type: edns_option, repeat: eos}
  edns_option:
    -webide-representation: "{code}"
    seq:
      - {id: code, type: u2, enum: edns_code}
      - {id: len_value, type: u2}
      - id: value
        size: len_value
        type:
          switch-on: code
          cases:
            edns_code::client_subnet: edns_client_subnet
            edns_code::cookie: edns_cookie
            edns_code::extended_error: edns_extended_error
  edns_client_subnet:
    seq:
      - id: family
        type: u2
        doc: 1 is IPv4, 2 is IPv6.
      - id: source_prefix
        type: u1
        doc: Bits of the address that are given.
      - id: scope_prefix
        type: u1
        doc: Bits of the address that the answer holds for.
      - {id: address, size-eos: true}
  edns_cookie:
    seq:
      - {id: client, size: 8}
      - {id: server, size-eos: true}
  edns_extended_error:
    seq:
      - {id: info_code, type: u2}
      - {id: text, type: str, size-eos: true, encoding: UTF-8}
enums:
  label_kind: {0: normal, 1: extended, 2: reserved, 3: pointer}
  opcode: {0: query, 1: iquery, 2: status, 4: notify, 5: update, 6: dso}
  rcode:
    0: no_error
    1: format_error
    2: server_failure
    3: name_error
    4: not_implemented
    5: refused
    6: yxdomain
    7: yxrrset
    8: nxrrset
    9: not_authoritative
    10: not_zone
    11: dso_type_not_implemented
    16: bad_signature
    17: bad_key
    18: bad_time
    19: bad_mode
    20: bad_name
    21: bad_algorithm
    22: bad_truncation
    23: bad_cookie
  record_class: {1: internet, 2: csnet, 3: chaos, 4: hesiod, 254: none, 255: any}
  record_type: {
    1: a, 2: ns, 3: md, 4: mf, 5: cname, 6: soa, 7: mb, 8: mg, 9: mr, 10: 'null', 11: wks, 12: ptr, 13: hinfo,
    14: minfo, 15: mx, 16: txt, 17: rp, 18: afsdb, 19: x25, 20: isdn, 21: rt, 22: nsap, 23: nsap_ptr, 24: sig,
    25: key, 26: px, 27: gpos, 28: aaaa, 29: loc, 30: nxt, 31: eid, 32: nimloc, 33: srv, 34: atma, 35: naptr,
    36: kx, 37: cert, 38: a6, 39: dname, 40: sink, 41: opt, 42: apl, 43: ds, 44: sshfp, 45: ipseckey, 46: rrsig,
    47: nsec, 48: dnskey, 49: dhcid, 50: nsec3, 51: nsec3param, 52: tlsa, 53: smimea, 55: hip, 56: ninfo,
    57: rkey, 58: talink, 59: cds, 60: cdnskey, 61: openpgpkey, 62: csync, 63: zonemd, 64: svcb, 65: https,
    99: spf, 100: uinfo, 101: uid, 102: gid, 103: unspec, 104: nid, 105: l32, 106: l64, 107: lp, 108: eui48,
    109: eui64, 249: tkey, 250: tsig, 251: ixfr, 252: axfr, 253: mailb, 254: maila, 255: any, 256: uri, 257: caa,
    258: avc, 259: doa, 260: amtrelay, 261: resinfo, 32768: ta, 32769: dlv}
  algorithm: {
    1: rsamd5, 2: dh, 3: dsa, 5: rsasha1, 6: dsa_nsec3_sha1, 7: rsasha1_nsec3_sha1, 8: rsasha256, 10: rsasha512,
    12: ecc_gost, 13: ecdsap256sha256, 14: ecdsap384sha384, 15: ed25519, 16: ed448, 252: indirect,
    253: privatedns, 254: privateoid}
  digest_type: {1: sha1, 2: sha256, 3: gost_r_34_11_94, 4: sha384}
  certificate_usage: {0: pkix_ta, 1: pkix_ee, 2: dane_ta, 3: dane_ee, 255: private}
  sshfp_algorithm: {1: rsa, 2: dss, 3: ecdsa, 4: ed25519, 6: ed448}
  svc_key: {
    0: mandatory, 1: alpn, 2: no_default_alpn, 3: port, 4: ipv4hint, 5: ech, 6: ipv6hint, 7: dohpath, 8: ohttp}
  edns_code: {
    1: llq, 2: update_lease, 3: nsid, 5: dau, 6: dhu, 7: n3u, 8: client_subnet, 9: expire, 10: cookie,
    11: tcp_keepalive, 12: padding, 13: chain, 14: key_tag, 15: extended_error, 16: client_tag, 17: server_tag}
