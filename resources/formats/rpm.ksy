# RPM packages: lead, signature header, header and the compressed payload.
# Specification: rpm documentation, "RPM V4 Package format" and rpmtag.h; Linux Standard Base Core, "Package
# File Format".
meta:
  id: rpm
  title: RPM package
  file-extension: [rpm, srpm, drpm]
  xref:
    mime: application/x-rpm
  license: Apache-2.0
  endian: be
  encoding: UTF-8
  -detect:
    - {0: 'ed ab ee db'}
doc: |
  Two headers of tagged values, one for signatures and one for the package, before a compressed archive of the files.
doc-ref: https://rpm-software-management.github.io/rpm/manual/format_v4.html
seq:
  - id: lead
    type: lead
  - id: signature
    type: header(true)
  - id: signature_padding
    size: (8 - _io.pos % 8) % 8
  - id: header
    type: header(false)
  - id: payload
    size-eos: true
    doc: A cpio archive as a rule, compressed as the tag payload_compressor says.
types:
  lead:
    seq:
      - id: magic
        contents: [0xed, 0xab, 0xee, 0xdb]
      - id: version_major
        type: u1
      - id: version_minor
        type: u1
      - id: package_type
        type: u2
        enum: package_types
      - id: architecture
        type: u2
        enum: architectures
      - id: name
        size: 66
        type: strz
      - id: operating_system
        type: u2
        enum: operating_systems
      - id: signature_type
        type: u2
        doc: Always 5, a signature header.
      - id: reserved
        size: 16
  header:
    params:
      - id: is_signature
        type: bool
    seq:
      - id: magic
        contents: [0x8e, 0xad, 0xe8]
      - id: version
        type: u1
      - id: reserved
        size: 4
      - id: num_entries
        type: u4
      - id: len_store
        type: u4
      - id: entries
        type: entry
        size: 16
        repeat: expr
        repeat-expr: num_entries
      - id: store
        size: len_store
        type: store
  store:
    doc: The values of all entries.
    seq:
      - id: data
        size-eos: true
  entry:
    -webide-representation: '{header_tag}{signature_tag}'
    seq:
      - id: tag
        type: u4
      - id: data_type
        type: u4
        enum: data_types
      - id: ofs_value
        type: s4
        doc: Offset in the store.
      - id: count
        type: u4
        doc: Number of items, for binary data of bytes.
    instances:
      header_tag:
        value: tag
        enum: tags
        if: not _parent.is_signature
      signature_tag:
        value: tag
        enum: signature_tags
        if: _parent.is_signature
      is_time:
        value: |
          not _parent.is_signature and data_type == data_types::int32
          and (tag == 1006 or tag == 1008 or tag == 1034 or tag == 1080)
      is_region:
        value: data_type == data_types::bin and count == 16 and (tag == 62 or tag == 63)
      value:
        io: _parent.store._io
        pos: ofs_value
        type:
          switch-on: 'is_time ? 100 : is_region ? 101 : data_type.to_i'
          cases:
            1: int8_values(count)
            2: int8_values(count)
            3: int16_values(count)
            4: int32_values(count)
            5: int64_values(count)
            6: string_values(1)
            7: binary_value(count)
            8: string_values(count)
            9: string_values(count)
            100: time_values(count)
            101: region
  int8_values:
    params:
      - id: count
        type: u4
    seq:
      - id: items
        type: u1
        repeat: expr
        repeat-expr: count
  int16_values:
    params:
      - id: count
        type: u4
    seq:
      - id: items
        type: u2
        repeat: expr
        repeat-expr: count
  int32_values:
    params:
      - id: count
        type: u4
    seq:
      - id: items
        type: u4
        repeat: expr
        repeat-expr: count
  int64_values:
    params:
      - id: count
        type: u4
    seq:
      - id: items
        type: u8
        repeat: expr
        repeat-expr: count
  time_values:
    params:
      - id: count
        type: u4
    seq:
      - id: items
        type: u4
        -time: unix
        repeat: expr
        repeat-expr: count
  string_values:
    params:
      - id: count
        type: u4
    seq:
      - id: items
        type: strz
        repeat: expr
        repeat-expr: count
  binary_value:
    params:
      - id: count
        type: u4
    seq:
      - id: data
        size: count
  region:
    doc: Trailer of a region, the entries that a signature or digest covers.
    seq:
      - id: tag
        type: u4
      - id: data_type
        type: u4
        enum: data_types
      - id: ofs_index
        type: s4
        doc: Minus the number of bytes of the entries in the region.
      - id: count
        type: u4
enums:
  package_types:
    0: binary
    1: source
  architectures:
    1: x86
    2: alpha
    3: sparc
    4: mips
    5: ppc
    6: m68k
    7: sgi
    8: rs6000
    9: ia64
    10: sparc64
    11: mipsel
    12: arm
    13: m68kmint
    14: s390
    15: s390x
    16: ppc64
    17: sh
    18: xtensa
    19: aarch64
    20: mips_r6
    21: mips64_r6
    22: riscv
    23: loongarch64
    255: noarch
  operating_systems:
    1: linux
    2: irix
    3: solaris
    4: sunos
    5: aix
    6: hpux
    7: osf1
    8: freebsd
    9: sco
    10: irix64
    11: nextstep
    12: bsdi
    13: machten
    14: cygwin_nt
    15: cygwin_9x
    16: unix_sv
    17: mint
    18: os390
    19: vm_esa
    20: linux_390
    21: macosx
  data_types:
    0: null_value
    1: char
    2: int8
    3: int16
    4: int32
    5: int64
    6: string
    7: bin
    8: string_array
    9: i18n_string
  signature_tags:
    62: header_signatures
    63: header_immutable
    100: header_i18n_table
    256: sig_base
    257: sig_size
    259: sig_pgp
    261: sig_md5
    262: sig_gpg
    264: bad_sha1_1
    265: bad_sha1_2
    267: dsa
    268: rsa
    269: sha1
    270: long_size
    271: long_archive_size
    273: sha256
    274: file_signatures
    275: file_signature_length
    276: verity_signatures
    277: verity_signature_algo
    1000: size
    1001: le_md5_1
    1002: pgp
    1003: le_md5_2
    1004: md5
    1005: gpg
    1006: pgp5
    1007: payload_size
    1008: reserved_space
  tags:
    62: header_signatures
    63: header_immutable
    64: header_regions
    100: header_i18n_table
    1000: name
    1001: version
    1002: release
    1003: epoch
    1004: summary
    1005: description
    1006: build_time
    1007: build_host
    1008: install_time
    1009: size
    1010: distribution
    1011: vendor
    1012: gif
    1013: xpm
    1014: license
    1015: packager
    1016: group
    1018: source
    1019: patch
    1020: url
    1021: os
    1022: arch
    1023: prein
    1024: postin
    1025: preun
    1026: postun
    1027: old_file_names
    1028: file_sizes
    1029: file_states
    1030: file_modes
    1033: file_rdevs
    1034: file_mtimes
    1035: file_digests
    1036: file_link_tos
    1037: file_flags
    1039: file_user_name
    1040: file_group_name
    1043: icon
    1044: source_rpm
    1045: file_verify_flags
    1046: archive_size
    1047: provide_name
    1048: require_flags
    1049: require_name
    1050: require_version
    1051: no_source
    1052: no_patch
    1053: conflict_flags
    1054: conflict_name
    1055: conflict_version
    1059: exclude_arch
    1060: exclude_os
    1061: exclusive_arch
    1062: exclusive_os
    1064: rpm_version
    1065: trigger_scripts
    1066: trigger_name
    1067: trigger_version
    1068: trigger_flags
    1069: trigger_index
    1079: verify_script
    1080: changelog_time
    1081: changelog_name
    1082: changelog_text
    1085: prein_prog
    1086: postin_prog
    1087: preun_prog
    1088: postun_prog
    1089: build_archs
    1090: obsolete_name
    1091: verify_script_prog
    1092: trigger_script_prog
    1094: cookie
    1095: file_devices
    1096: file_inodes
    1097: file_langs
    1098: prefixes
    1099: inst_prefixes
    1106: source_package
    1112: provide_flags
    1113: provide_version
    1114: obsolete_flags
    1115: obsolete_version
    1116: dir_indexes
    1117: base_names
    1118: dir_names
    1119: orig_dir_indexes
    1120: orig_base_names
    1121: orig_dir_names
    1122: opt_flags
    1123: dist_url
    1124: payload_format
    1125: payload_compressor
    1126: payload_flags
    1127: install_color
    1128: install_tid
    1129: removet_id
    1132: platform
    1133: patches_name
    1134: patches_flags
    1135: patches_version
    1140: file_colors
    1141: file_class
    1142: class_dict
    1143: file_depends_x
    1144: file_depends_n
    1145: depends_dict
    1146: source_pkg_id
    1147: file_contexts
    1150: policies
    1151: pretrans
    1152: posttrans
    1153: pretrans_prog
    1154: posttrans_prog
    1155: dist_tag
    1156: old_suggests_name
    1157: old_suggests_version
    1158: old_suggests_flags
    1159: old_enhances_name
    1160: old_enhances_version
    1161: old_enhances_flags
    5008: long_file_sizes
    5009: long_size
    5010: file_caps
    5011: file_digest_algo
    5012: bug_url
    5020: prein_flags
    5021: postin_flags
    5022: preun_flags
    5023: postun_flags
    5024: pretrans_flags
    5025: posttrans_flags
    5026: verify_script_flags
    5027: trigger_script_flags
    5030: policy_names
    5031: policy_types
    5032: policy_types_indexes
    5033: policy_flags
    5034: vcs
    5035: order_name
    5036: order_version
    5037: order_flags
    5046: recommend_name
    5047: recommend_version
    5048: recommend_flags
    5049: suggest_name
    5050: suggest_version
    5051: suggest_flags
    5052: supplement_name
    5053: supplement_version
    5054: supplement_flags
    5055: enhance_name
    5056: enhance_version
    5057: enhance_flags
    5062: encoding
    5066: file_trigger_scripts
    5067: file_trigger_script_prog
    5068: file_trigger_script_flags
    5069: file_trigger_name
    5070: file_trigger_index
    5071: file_trigger_version
    5072: file_trigger_flags
    5076: trans_file_trigger_scripts
    5077: trans_file_trigger_script_prog
    5078: trans_file_trigger_script_flags
    5079: trans_file_trigger_name
    5080: trans_file_trigger_index
    5081: trans_file_trigger_version
    5082: trans_file_trigger_flags
    5084: file_trigger_priorities
    5085: trans_file_trigger_priorities
    5090: file_signatures
    5091: file_signature_length
    5092: payload_digest
    5093: payload_digest_algo
    5096: modularity_label
    5097: payload_digest_alt
    5099: spec
