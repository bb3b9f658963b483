# Control packets of one direction of an MQTT connection.
# Specification: OASIS "MQTT Version 3.1.1" (ISO/IEC 20922:2016) and "MQTT Version 5.0"; IBM "MQTT V3.1".
meta:
  id: mqtt
  title: MQTT control packets
  license: Apache-2.0
  endian: be
  -detect:
    - {0: '10 ?? 00 04 4d 51 54 54'}
    - {0: '10 ?? ?? 00 04 4d 51 54 54'}
    - {0: '10 ?? 00 06 4d 51 49 73 64 70'}
    - {0: '10 ?? ?? 00 06 4d 51 49 73 64 70'}
doc: |
  What a client sent to a broker, or a broker to a client, one packet after another. The version is that of the CONNECT
  with which the client begins; on the side of the broker, a CONNACK longer than two bytes means version 5.
doc-ref: https://docs.oasis-open.org/mqtt/mqtt/v5.0/mqtt-v5.0.html
seq:
  - {id: packets, type: packet, repeat: eos}
instances:
  first_packet:
    pos: 0
    type: first_packet
    if: _io.size >= 2
  is_v5:
    value: '_io.size >= 2 ? first_packet.is_v5 : false'
types:
  first_packet:
    doc: As much of the first packet as tells the version.
    seq:
      - {id: type, type: b4, enum: packet_type}
      - {id: flags, type: b4}
      - {id: len_body, type: variable_length}
      - {id: protocol_name, type: string, if: type == packet_type::connect}
      - {id: protocol_level, type: u1, if: type == packet_type::connect}
    instances:
      is_v5:
        value: >-
          type == packet_type::connect ? protocol_level >= 5 : type == packet_type::connack ? len_body.value > 2 : false
  packet:
    -webide-representation: "{type} {len_body.value:dec}"
    seq:
      - {id: type, type: b4, enum: packet_type}
      - {id: dup, type: b1, if: type == packet_type::publish, doc: Sent before.}
      - {id: qos, type: b2, enum: qos, if: type == packet_type::publish}
      - {id: retain, type: b1, if: type == packet_type::publish}
      - {id: reserved, type: b4, if: type != packet_type::publish, doc: '2 in PUBREL, SUBSCRIBE, UNSUBSCRIBE; else 0.'}
      - {id: len_body, type: variable_length}
      - id: body
        size: len_body.value
        if: len_body.value > 0
        type:
          switch-on: type
          cases:
            packet_type::connect: connect
            packet_type::connack: connack
            packet_type::publish: publish(qos != qos::at_most_once)
            packet_type::puback: acknowledgement
            packet_type::pubrec: acknowledgement
            packet_type::pubrel: acknowledgement
            packet_type::pubcomp: acknowledgement
            packet_type::subscribe: subscribe
            packet_type::suback: suback
            packet_type::unsubscribe: unsubscribe
            packet_type::unsuback: suback
            packet_type::disconnect: reason
            packet_type::auth: reason
  variable_length:
    doc: Seven bits a byte, low ones first, in up to four bytes.
    -webide-representation: "{value:dec}"
    seq:
      - id: groups
        type: group(_index)
        repeat: until
        repeat-until: not _.has_next or _.index == 3
    instances:
      value:
        value: >-
          groups[0].bits + (groups.size > 1 ? groups[1].bits << 7 : 0) + (groups.size > 2 ? groups[2].bits << 14 : 0)
          + (groups.size > 3 ? groups[3].bits << 21 : 0)
    types:
      group:
        params:
          - {id: index, type: u1}
        seq:
          - {id: has_next, type: b1}
          - {id: bits, type: b7}
  string:
    -webide-representation: "{text:str}"
    seq:
      - {id: len_text, type: u2}
      - {id: text, type: str, size: len_text, encoding: UTF-8}
  string_pair:
    -webide-representation: "{name.text:str}: {value.text:str}"
    seq:
      - {id: name, type: string}
      - {id: value, type: string}
  binary:
    seq:
      - {id: len_data, type: u2}
      - {id: data, size: len_data}
  connect:
    -webide-representation: "{client_id.text:str}"
    seq:
      - {id: protocol_name, type: string}
      - {id: protocol_level, type: u1, enum: protocol_level}
      - {id: has_user_name, type: b1}
      - {id: has_password, type: b1}
      - {id: will_retain, type: b1}
      - {id: will_qos, type: b2, enum: qos}
      - {id: has_will, type: b1}
      - {id: clean_start, type: b1, doc: Called clean session before version 5.}
      - {id: reserved, type: b1}
      - {id: keep_alive, type: u2, doc: Longest silence in seconds; 0 for no limit.}
      - {id: properties, type: properties, if: protocol_level.to_i >= 5 and protocol_level.to_i < 128}
      - {id: client_id, type: string}
      - id: will_properties
        type: properties
        if: has_will and protocol_level.to_i >= 5 and protocol_level.to_i < 128
      - {id: will_topic, type: string, if: has_will}
      - {id: will_payload, type: binary, if: has_will}
      - {id: user_name, type: string, if: has_user_name}
      - {id: password, type: binary, if: has_password}
  connack:
    seq:
      - {id: reserved, type: b7}
      - {id: session_present, type: b1}
      - {id: return_code, type: u1, enum: return_code, if: not _root.is_v5}
      - {id: reason_code, type: u1, enum: reason_code, if: _root.is_v5}
      - {id: properties, type: properties, if: _root.is_v5 and not _io.eof}
  publish:
    -webide-representation: "{topic.text:str}"
    params:
      - {id: has_packet_id, type: bool}
    seq:
      - {id: topic, type: string}
      - {id: packet_id, type: u2, if: has_packet_id}
      - {id: properties, type: properties, if: _root.is_v5}
      - {id: payload, size-eos: true}
  acknowledgement:
    -webide-representation: "{packet_id:dec}"
    seq:
      - {id: packet_id, type: u2}
      - {id: reason_code, type: u1, enum: reason_code, if: not _io.eof}
      - {id: properties, type: properties, if: not _io.eof}
  subscribe:
    seq:
      - {id: packet_id, type: u2}
      - {id: properties, type: properties, if: _root.is_v5}
      - {id: subscriptions, type: subscription, repeat: eos}
  subscription:
    -webide-representation: "{topic_filter.text:str} {maximum_qos}"
    seq:
      - {id: topic_filter, type: string}
      - {id: reserved, type: b2}
      - {id: retain_handling, type: b2, enum: retain_handling}
      - {id: retain_as_published, type: b1}
      - {id: no_local, type: b1, doc: Do not send back what this client publishes.}
      - {id: maximum_qos, type: b2, enum: qos}
  suback:
    doc: One code for each topic asked for; the one of UNSUBSCRIBE has none before version 5.
    seq:
      - {id: packet_id, type: u2}
      - {id: properties, type: properties, if: _root.is_v5}
      - {id: reason_codes, type: u1, enum: reason_code, repeat: eos}
  unsubscribe:
    seq:
      - {id: packet_id, type: u2}
      - {id: properties, type: properties, if: _root.is_v5}
      - {id: topic_filters, type: string, repeat: eos}
  reason:
    -webide-representation: "{reason_code}"
    seq:
      - {id: reason_code, type: u1, enum: reason_code}
      - {id: properties, type: properties, if: not _io.eof}
  properties:
    seq:
      - {id: len_properties, type: variable_length}
      - {id: properties, type: property_list, size: len_properties.value}
  property_list:
    seq:
      - {id: properties, type: property, repeat: eos}
  property:
    -webide-representation: "{id} {value}"
    seq:
      - {id: id, type: u1, enum: property_id}
      - id: value
        type:
          switch-on: id
          cases:
            property_id::payload_format_indicator: u1
            property_id::message_expiry_interval: u4
            property_id::content_type: string
            property_id::response_topic: string
            property_id::correlation_data: binary
            property_id::subscription_identifier: variable_length
            property_id::session_expiry_interval: u4
            property_id::assigned_client_identifier: string
            property_id::server_keep_alive: u2
            property_id::authentication_method: string
            property_id::authentication_data: binary
            property_id::request_problem_information: u1
            property_id::will_delay_interval: u4
            property_id::request_response_information: u1
            property_id::response_information: string
            property_id::server_reference: string
            property_id::reason_string: string
            property_id::receive_maximum: u2
            property_id::topic_alias_maximum: u2
            property_id::topic_alias: u2
            property_id::maximum_qos: u1
            property_id::retain_available: u1
            property_id::user_property: string_pair
            property_id::maximum_packet_size: u4
            property_id::wildcard_subscription_available: u1
            property_id::subscription_identifier_available: u1
            property_id::shared_subscription_available: u1
            _: unknown_property
  unknown_property:
    doc: The length of an unknown property is not known, so this takes the rest.
    seq:
      - {id: data, size-eos: true}
enums:
  packet_type:
    1: connect
    2: connack
    3: publish
    4: puback
    5: pubrec
    6: pubrel
    7: pubcomp
    8: subscribe
    9: suback
    10: unsubscribe
    11: unsuback
    12: pingreq
    13: pingresp
    14: disconnect
    15: auth
  protocol_level: {3: mqtt_3_1, 4: mqtt_3_1_1, 5: mqtt_5_0, 0x83: mqtt_3_1_bridge, 0x84: mqtt_3_1_1_bridge}
  qos: {0: at_most_once, 1: at_least_once, 2: exactly_once}
  retain_handling: {0: send, 1: send_if_new, 2: do_not_send}
  return_code:
    0: accepted
    1: unacceptable_protocol_version
    2: identifier_rejected
    3: server_unavailable
    4: bad_user_name_or_password
    5: not_authorized
  reason_code:
    0: success_or_granted_qos_0
    1: granted_qos_1
    2: granted_qos_2
    4: disconnect_with_will_message
    16: no_matching_subscribers
    17: no_subscription_existed
    24: continue_authentication
    25: re_authenticate
    128: unspecified_error
    129: malformed_packet
    130: protocol_error
    131: implementation_specific_error
    132: unsupported_protocol_version
    133: client_identifier_not_valid
    134: bad_user_name_or_password
    135: not_authorized
    136: server_unavailable
    137: server_busy
    138: banned
    139: server_shutting_down
    140: bad_authentication_method
    141: keep_alive_timeout
    142: session_taken_over
    143: topic_filter_invalid
    144: topic_name_invalid
    145: packet_identifier_in_use
    146: packet_identifier_not_found
    147: receive_maximum_exceeded
    148: topic_alias_invalid
    149: packet_too_large
    150: message_rate_too_high
    151: quota_exceeded
    152: administrative_action
    153: payload_format_invalid
    154: retain_not_supported
    155: qos_not_supported
    156: use_another_server
    157: server_moved
    158: shared_subscriptions_not_supported
    159: connection_rate_exceeded
    160: maximum_connect_time
    161: subscription_identifiers_not_supported
    162: wildcard_subscriptions_not_supported
  property_id:
    1: payload_format_indicator
    2: message_expiry_interval
    3: content_type
    8: response_topic
    9: correlation_data
    11: subscription_identifier
    17: session_expiry_interval
    18: assigned_client_identifier
    19: server_keep_alive
    21: authentication_method
    22: authentication_data
    23: request_problem_information
    24: will_delay_interval
    25: request_response_information
    26: response_information
    28: server_reference
    31: reason_string
    33: receive_maximum
    34: topic_alias_maximum
    35: topic_alias
    36: maximum_qos
    37: retain_available
    38: user_property
    39: maximum_packet_size
    40: wildcard_subscription_available
    41: subscription_identifier_available
    42: shared_subscription_available
