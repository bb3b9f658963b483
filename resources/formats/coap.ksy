# One CoAP message as it travels in a UDP datagram.
# Specification: RFC 7252, with the options of RFC 7641, 7959, 7967, 8613, 8768, 9175, 9177, tokens of RFC 8974.
meta:
  id: coap
  title: CoAP message
  xref:
    rfc: 7252
  license: Apache-2.0
  endian: be
doc: |
  A request or response of the Constrained Application Protocol: header, token, options sorted by number, payload.
doc-ref: https://www.rfc-editor.org/rfc/rfc7252
seq:
  - {id: version, type: b2}
  - {id: type, type: b2, enum: message_type}
  - id: token_length
    type: b4
    doc: Bytes; 13 and 14 stand for a longer length in the bytes after the header.
  - {id: code, type: u1, enum: code}
  - id: message_id
    type: u2
    doc: Repeated in the acknowledgement.
  - {id: token_length_8, type: u1, if: token_length == 13}
  - {id: token_length_16, type: u2, if: token_length == 14}
  - id: token
    size: 'token_length == 13 ? token_length_8 + 13 : token_length == 14 ? token_length_16 + 269 : token_length'
    if: token_length != 15
    doc: Repeated in the response.
  - id: options
    type: 'option(_index == 0 ? 0 : options[_index - 1].number)'
    repeat: until
    repeat-until: _.is_end or _io.eof
    if: not _io.eof
    doc: The last one is the mark 0xff if a payload follows.
  - {id: payload, size-eos: true, if: not _io.eof}
instances:
  code_class:
    value: code.to_i >> 5
    doc: 0 is a request, 2 a success, 4 an error of the client, 5 one of the server.
  code_detail:
    value: code.to_i & 31
types:
  option:
    -webide-representation: "{name} {value}"
    params:
      - {id: previous, type: u4, doc: Number of the option before.}
    seq:
      - {id: delta_4, type: b4}
      - {id: length_4, type: b4}
      - {id: delta_8, type: u1, if: delta_4 == 13}
      - {id: delta_16, type: u2, if: delta_4 == 14}
      - {id: length_8, type: u1, if: length_4 == 13}
      - {id: length_16, type: u2, if: length_4 == 14}
      - id: value
        size: length
        if: not is_end
        type:
          switch-on: name
          cases:
            option_number::uri_host: text
            option_number::observe: uint
            option_number::uri_port: uint
            option_number::location_path: text
            option_number::uri_path: text
            option_number::content_format: content_format
            option_number::max_age: uint
            option_number::uri_query: text
            option_number::hop_limit: uint
            option_number::accept: content_format
            option_number::q_block1: block
            option_number::location_query: text
            option_number::block2: block
            option_number::block1: block
            option_number::size2: uint
            option_number::q_block2: block
            option_number::proxy_uri: text
            option_number::proxy_scheme: text
            option_number::size1: uint
            option_number::no_response: uint
    instances:
      is_end:
        value: delta_4 == 15
        doc: Mark before the payload.
      number:
        value: >-
          previous + (delta_4 == 13 ? delta_8 + 13 : delta_4 == 14 ? delta_16 + 269 : delta_4 == 15 ? 0 : delta_4)
      name:
        value: number
        enum: option_number
        if: not is_end
      length:
        value: 'length_4 == 13 ? length_8 + 13 : length_4 == 14 ? length_16 + 269 : length_4'
        doc: Bytes.
  text:
    -webide-representation: "{text:str}"
    seq:
      - {id: text, type: str, size-eos: true, encoding: UTF-8}
  uint:
    doc: A number in as few bytes as it needs; none for 0.
    -webide-representation: "{value:dec}"
    seq:
      - {id: octets, type: u1, repeat: eos}
    instances:
      value:
        value: >-
          octets.size == 0 ? 0 : octets.size == 1 ? octets[0] : octets.size == 2 ? octets[0] << 8 | octets[1]
          : octets.size == 3 ? octets[0] << 16 | octets[1] << 8 | octets[2]
          : octets[0] << 24 | octets[1] << 16 | octets[2] << 8 | octets[3]
  content_format:
    -webide-representation: "{format}"
    seq:
      - {id: number, type: uint}
    instances:
      format: {value: number.value, enum: content_format}
  block:
    -webide-representation: "{block_number:dec} {block_size:dec}"
    seq:
      - {id: number, type: uint}
    instances:
      block_number: {value: number.value >> 4}
      more: {value: (number.value & 8) != 0}
      block_size: {value: 16 << (number.value & 7), doc: Bytes.}
enums:
  message_type: {0: confirmable, 1: non_confirmable, 2: acknowledgement, 3: reset}
  code:
    0x00: empty
    0x01: get
    0x02: post
    0x03: put
    0x04: delete
    0x05: fetch
    0x06: patch
    0x07: ipatch
    0x41: created
    0x42: deleted
    0x43: valid
    0x44: changed
    0x45: content
    0x5f: continue
    0x80: bad_request
    0x81: unauthorized
    0x82: bad_option
    0x83: forbidden
    0x84: not_found
    0x85: method_not_allowed
    0x86: not_acceptable
    0x88: request_entity_incomplete
    0x89: conflict
    0x8c: precondition_failed
    0x8d: request_entity_too_large
    0x8f: unsupported_content_format
    0x96: unprocessable_entity
    0x9d: too_many_requests
    0xa0: internal_server_error
    0xa1: not_implemented
    0xa2: bad_gateway
    0xa3: service_unavailable
    0xa4: gateway_timeout
    0xa5: proxying_not_supported
    0xa8: hop_limit_reached
    0xe1: csm
    0xe2: ping
    0xe3: pong
    0xe4: release
    0xe5: abort
  option_number:
    1: if_match
    3: uri_host
    4: etag
    5: if_none_match
    6: observe
    7: uri_port
    8: location_path
    9: oscore
    11: uri_path
    12: content_format
    14: max_age
    15: uri_query
    16: hop_limit
    17: accept
    19: q_block1
    20: location_query
    21: edhoc
    23: block2
    27: block1
    28: size2
    31: q_block2
    35: proxy_uri
    39: proxy_scheme
    60: size1
    252: echo
    258: no_response
    292: request_tag
  content_format:
    0: text_plain
    16: application_cose_encrypt0
    17: application_cose_mac0
    18: application_cose_sign1
    40: application_link_format
    41: application_xml
    42: application_octet_stream
    47: application_exi
    50: application_json
    51: application_json_patch
    52: application_merge_patch
    60: application_cbor
    61: application_cwt
    62: application_multipart_core
    63: application_cbor_seq
    96: application_cose_encrypt
    97: application_cose_mac
    98: application_cose_sign
    101: application_cose_key
    110: application_senml_json
    112: application_senml_cbor
    256: application_coap_group_json
    11542: application_vnd_oma_lwm2m_tlv
    11543: application_vnd_oma_lwm2m_json
    11544: application_vnd_oma_lwm2m_cbor
