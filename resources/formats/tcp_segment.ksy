# A TCP segment with its options.
# Specification: RFC 9293, RFC 7323 (window scale, timestamps), RFC 2018 (SACK), RFC 3168 (ECN), RFC 5482 (user
# timeout), RFC 5925 (TCP-AO), RFC 7413 (fast open), RFC 8684 (MPTCP), IANA registry "TCP Option Kind Numbers".
meta:
  id: tcp_segment
  title: TCP segment
  license: Apache-2.0
  endian: be
  bit-endian: be
doc: A segment of the Transmission Control Protocol. It begins at the start of its stream.
doc-ref: https://www.rfc-editor.org/rfc/rfc9293
seq:
  - id: source_port
    type: u2
  - id: destination_port
    type: u2
  - id: sequence_number
    type: u4
    doc: Number of the first byte of data, or with SYN the initial sequence number.
  - id: acknowledgment_number
    type: u4
    doc: With ACK, the next sequence number that the sender expects.
  - id: data_offset
    type: b4
    doc: Length of the header with its options in units of 4 bytes, at least 5.
  - id: reserved
    type: b3
  - id: ae
    type: b1
    doc: Accurate ECN, earlier the nonce sum.
  - id: cwr
    type: b1
    doc: Congestion window reduced.
  - id: ece
    type: b1
    doc: ECN-Echo.
  - id: urg
    type: b1
    doc: The urgent pointer counts.
  - id: ack
    type: b1
    doc: The acknowledgment number counts.
  - id: psh
    type: b1
    doc: Push.
  - id: rst
    type: b1
    doc: Reset the connection.
  - id: syn
    type: b1
    doc: Synchronize sequence numbers.
  - id: fin
    type: b1
    doc: No more data from the sender.
  - id: window
    type: u2
    doc: How many bytes the sender will accept, before scaling.
  - id: checksum
    type: u2
    doc: Over a pseudo header with the IP addresses, the header and the data.
  - id: urgent_pointer
    type: u2
    doc: With URG, offset from the sequence number to the byte after the urgent data.
  - id: options
    size: len_options
    type: option_list
    if: len_options > 0
  - id: data
    size-eos: true
instances:
  len_options:
    value: 'data_offset <= 5 ? 0 : data_offset * 4 <= _io.size ? data_offset * 4 - 20 : _io.size - 20'
    doc: Length of the options in bytes, as far as they are there.
types:
  option_list:
    seq:
      - id: items
        type: option
        repeat: until
        repeat-until: _.kind == option_kind::end_of_option_list or _io.eof
      - id: padding
        size-eos: true
        if: not _io.eof
  option:
    -webide-representation: "{kind}"
    seq:
      - id: kind
        type: u1
        enum: option_kind
      - id: length
        type: u1
        if: has_length and not _io.eof
        doc: Length of the whole option in bytes.
      - id: data
        size: 'length - 2 < _io.size - _io.pos ? length - 2 : _io.size - _io.pos'
        if: has_length and not _io.eof and length > 2
        type:
          switch-on: kind
          cases:
            'option_kind::maximum_segment_size': maximum_segment_size
            'option_kind::window_scale': window_scale
            'option_kind::sack': sack
            'option_kind::timestamps': timestamps
            'option_kind::user_timeout': user_timeout
            'option_kind::tcp_ao': tcp_ao
            'option_kind::mptcp': mptcp
            'option_kind::fast_open_cookie': fast_open_cookie
    instances:
      has_length:
        value: kind != option_kind::end_of_option_list and kind != option_kind::no_operation
  maximum_segment_size:
    seq:
      - id: maximum_segment_size
        type: u2
        if: _io.size >= 2
        doc: Most bytes of data in one segment that the sender accepts.
  window_scale:
    seq:
      - id: shift_count
        type: u1
        doc: The window is shifted left by so many bits.
  sack:
    seq:
      - id: blocks
        type: sack_block
        repeat: expr
        repeat-expr: _io.size / 8
  sack_block:
    -webide-representation: "{left_edge:dec} to {right_edge:dec}"
    seq:
      - id: left_edge
        type: u4
        doc: First sequence number of the block received.
      - id: right_edge
        type: u4
        doc: Sequence number behind the block received.
  timestamps:
    seq:
      - id: ts_value
        type: u4
        if: _io.size >= 4
        doc: Clock of the sender.
      - id: ts_echo_reply
        type: u4
        if: _io.size >= 8
        doc: With ACK, the timestamp that is echoed.
  user_timeout:
    seq:
      - id: value
        type: user_timeout_value
        if: _io.size >= 2
  user_timeout_value:
    seq:
      - id: in_minutes
        type: b1
        doc: The unit is a minute instead of a second.
      - id: timeout
        type: b15
  tcp_ao:
    seq:
      - id: key_id
        type: u1
      - id: receive_next_key_id
        type: u1
        if: _io.size >= 2
      - id: message_authentication_code
        size-eos: true
  mptcp:
    seq:
      - id: subtype
        type: b4
        enum: mptcp_subtype
      - id: flags
        type: b4
        doc: The version with MP_CAPABLE, else flags or reserved bits.
      - id: data
        size-eos: true
  fast_open_cookie:
    seq:
      - id: cookie
        size-eos: true
enums:
  option_kind:
    0: end_of_option_list
    1: no_operation
    2: maximum_segment_size
    3: window_scale
    4: sack_permitted
    5: sack
    6: echo
    7: echo_reply
    8: timestamps
    9: partial_order_connection_permitted
    10: partial_order_service_profile
    11: cc
    12: cc_new
    13: cc_echo
    14: alternate_checksum_request
    15: alternate_checksum_data
    18: trailer_checksum
    19: md5_signature
    20: scps_capabilities
    21: selective_negative_acknowledgements
    22: record_boundaries
    23: corruption_experienced
    27: quick_start_response
    28: user_timeout
    29: tcp_ao
    30: mptcp
    34: fast_open_cookie
    69: encryption_negotiation
    172: accurate_ecn_order_0
    174: accurate_ecn_order_1
    253: experiment_1
    254: experiment_2
  mptcp_subtype:
    0: mp_capable
    1: mp_join
    2: dss
    3: add_addr
    4: remove_addr
    5: mp_prio
    6: mp_fail
    7: mp_fastclose
    8: mp_tcprst
    15: mp_experimental
