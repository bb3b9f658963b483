# Frames of one direction of an HTTP/2 connection.
# Specification: RFC 9113 (and 7540 for priorities), RFC 7838 (ALTSVC), RFC 8336 (ORIGIN), RFC 9218 (PRIORITY_UPDATE).
meta:
  id: http2_frame
  title: HTTP/2 frames
  xref:
    rfc: [9113, 7540]
  license: Apache-2.0
  endian: be
  -detect:
    - {0: '50 52 49 20 2a 20 48 54 54 50 2f 32 2e 30 0d 0a 0d 0a 53 4d 0d 0a 0d 0a'}
doc: |
  The frames that a client or a server sent, one after another; those of the client begin with the connection preface.
  The fields of a header block are compressed with HPACK and left as bytes.
doc-ref: https://www.rfc-editor.org/rfc/rfc9113
seq:
  - id: preface
    contents: "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
    if: has_preface
  - {id: frames, type: frame, repeat: eos}
instances:
  start:
    pos: 0
    size: 4
    if: _io.size >= 24
  has_preface:
    value: '_io.size >= 24 ? start == [0x50, 0x52, 0x49, 0x20] : false'
types:
  frame:
    -webide-representation: "{type} {stream_id:dec} {len_payload:dec}"
    seq:
      - {id: len_payload, type: b24}
      - {id: type, type: u1, enum: frame_type}
      - {id: flags, type: 'flags(type.to_i)'}
      - {id: reserved, type: b1}
      - {id: stream_id, type: b31, doc: 0 is the connection as a whole.}
      - id: payload
        size: len_payload
        if: len_payload > 0
        type:
          switch-on: type
          cases:
            frame_type::data: data(flags.padded)
            frame_type::headers: headers(flags.padded, flags.priority)
            frame_type::priority: priority
            frame_type::rst_stream: rst_stream
            frame_type::settings: settings
            frame_type::push_promise: push_promise(flags.padded)
            frame_type::goaway: goaway
            frame_type::window_update: window_update
            frame_type::altsvc: altsvc
            frame_type::origin: origin
            frame_type::priority_update: priority_update
  flags:
    params:
      - {id: frame_type, type: u1}
    seq:
      - {id: reserved1, type: b2}
      - {id: priority, type: b1, doc: HEADERS only.}
      - {id: reserved2, type: b1}
      - {id: padded, type: b1, doc: 'DATA, HEADERS and PUSH_PROMISE only.'}
      - {id: end_headers, type: b1, doc: 'HEADERS, PUSH_PROMISE and CONTINUATION only.'}
      - {id: reserved3, type: b1}
      - {id: ack, type: b1, if: is_acknowledged}
      - {id: end_stream, type: b1, if: not is_acknowledged, doc: DATA and HEADERS only.}
    instances:
      is_acknowledged: {value: frame_type == 4 or frame_type == 6}
  data:
    params:
      - {id: padded, type: bool}
    seq:
      - {id: len_padding, type: u1, if: padded}
      - {id: data, size: 'len_around > _io.size ? 0 : _io.size - len_around'}
      - {id: padding, size-eos: true, if: padded}
    instances:
      len_around: {value: 'padded ? 1 + len_padding : 0'}
  headers:
    params:
      - {id: padded, type: bool}
      - {id: has_priority, type: bool}
    seq:
      - {id: len_padding, type: u1, if: padded}
      - {id: priority, type: priority, if: has_priority}
      - {id: header_block, size: 'len_around > _io.size ? 0 : _io.size - len_around', doc: HPACK.}
      - {id: padding, size-eos: true, if: padded}
    instances:
      len_around: {value: '(padded ? 1 + len_padding : 0) + (has_priority ? 5 : 0)'}
  priority:
    seq:
      - {id: exclusive, type: b1}
      - {id: stream_dependency, type: b31, doc: Stream that this one depends on.}
      - {id: weight_minus_1, type: u1}
    instances:
      weight: {value: weight_minus_1 + 1}
  rst_stream:
    -webide-representation: "{error_code}"
    seq:
      - {id: error_code, type: u4, enum: error_code}
  settings:
    seq:
      - {id: settings, type: setting, repeat: eos}
  setting:
    -webide-representation: "{id} {value:dec}"
    seq:
      - {id: id, type: u2, enum: setting_id}
      - {id: value, type: u4}
  push_promise:
    params:
      - {id: padded, type: bool}
    seq:
      - {id: len_padding, type: u1, if: padded}
      - {id: reserved, type: b1}
      - {id: promised_stream_id, type: b31}
      - {id: header_block, size: 'len_around > _io.size ? 0 : _io.size - len_around', doc: HPACK.}
      - {id: padding, size-eos: true, if: padded}
    instances:
      len_around: {value: '(padded ? 1 + len_padding : 0) + 4'}
  goaway:
    -webide-representation: "{last_stream_id:dec} {error_code}"
    seq:
      - {id: reserved, type: b1}
      - {id: last_stream_id, type: b31, doc: Last stream that the sender has dealt with.}
      - {id: error_code, type: u4, enum: error_code}
      - {id: debug_data, size-eos: true}
  window_update:
    -webide-representation: "{increment:dec}"
    seq:
      - {id: reserved, type: b1}
      - {id: increment, type: b31, doc: Bytes.}
  altsvc:
    seq:
      - {id: len_origin, type: u2}
      - {id: origin, type: str, size: len_origin, encoding: ASCII}
      - {id: value, type: str, size-eos: true, encoding: ASCII}
  origin:
    seq:
      - {id: entries, type: origin_entry, repeat: eos}
  origin_entry:
    -webide-representation: "{origin:str}"
    seq:
      - {id: len_origin, type: u2}
      - {id: origin, type: str, size: len_origin, encoding: ASCII}
  priority_update:
    seq:
      - {id: reserved, type: b1}
      - {id: prioritized_stream_id, type: b31}
      - {id: value, type: str, size-eos: true, encoding: ASCII}
enums:
  frame_type:
    0: data
    1: headers
    2: priority
    3: rst_stream
    4: settings
    5: push_promise
    6: ping
    7: goaway
    8: window_update
    9: continuation
    10: altsvc
    12: origin
    16: priority_update
  error_code:
    0: no_error
    1: protocol_error
    2: internal_error
    3: flow_control_error
    4: settings_timeout
    5: stream_closed
    6: frame_size_error
    7: refused_stream
    8: cancel
    9: compression_error
    10: connect_error
    11: enhance_your_calm
    12: inadequate_security
    13: http_1_1_required
  setting_id:
    1: header_table_size
    2: enable_push
    3: max_concurrent_streams
    4: initial_window_size
    5: max_frame_size
    6: max_header_list_size
    8: enable_connect_protocol
    9: no_rfc7540_priorities
    16: tls_renegotiation_permitted
