extension KnownExtensions {
  /// The functions of extensions that bring neither operators nor casts between other types.
  static let functionNames: [String: Set<String>] = functionTable.mapValues { list in
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private static let functionTable = [
    "uuid-ossp": """
    uuid_generate_v1 uuid_generate_v1mc uuid_generate_v3 uuid_generate_v4 uuid_generate_v5
    uuid_nil uuid_ns_dns uuid_ns_oid uuid_ns_url uuid_ns_x500
    """,
    "pgcrypto": """
    armor crypt dearmor decrypt decrypt_iv digest encrypt encrypt_iv gen_random_bytes
    gen_random_uuid gen_salt hmac pgp_armor_headers pgp_key_id pgp_pub_decrypt
    pgp_pub_decrypt_bytea pgp_pub_encrypt pgp_pub_encrypt_bytea pgp_sym_decrypt
    pgp_sym_decrypt_bytea pgp_sym_encrypt pgp_sym_encrypt_bytea
    """,
    "unaccent": """
    unaccent unaccent_init unaccent_lexize
    """,
    "fuzzystrmatch": """
    difference dmetaphone dmetaphone_alt levenshtein levenshtein_less_equal metaphone soundex
    text_soundex
    """,
    "btree_gin": """
    gin_btree_consistent gin_compare_prefix_anyenum gin_compare_prefix_bit gin_compare_prefix_bool
    gin_compare_prefix_bpchar gin_compare_prefix_bytea gin_compare_prefix_char
    gin_compare_prefix_cidr gin_compare_prefix_date gin_compare_prefix_float4
    gin_compare_prefix_float8 gin_compare_prefix_inet gin_compare_prefix_int2
    gin_compare_prefix_int4 gin_compare_prefix_int8 gin_compare_prefix_interval
    gin_compare_prefix_macaddr gin_compare_prefix_macaddr8 gin_compare_prefix_money
    gin_compare_prefix_name gin_compare_prefix_numeric gin_compare_prefix_oid
    gin_compare_prefix_text gin_compare_prefix_time gin_compare_prefix_timestamp
    gin_compare_prefix_timestamptz gin_compare_prefix_timetz gin_compare_prefix_uuid
    gin_compare_prefix_varbit gin_enum_cmp gin_extract_query_anyenum gin_extract_query_bit
    gin_extract_query_bool gin_extract_query_bpchar gin_extract_query_bytea gin_extract_query_char
    gin_extract_query_cidr gin_extract_query_date gin_extract_query_float4
    gin_extract_query_float8 gin_extract_query_inet gin_extract_query_int2 gin_extract_query_int4
    gin_extract_query_int8 gin_extract_query_interval gin_extract_query_macaddr
    gin_extract_query_macaddr8 gin_extract_query_money gin_extract_query_name
    gin_extract_query_numeric gin_extract_query_oid gin_extract_query_text gin_extract_query_time
    gin_extract_query_timestamp gin_extract_query_timestamptz gin_extract_query_timetz
    gin_extract_query_uuid gin_extract_query_varbit gin_extract_value_anyenum
    gin_extract_value_bit gin_extract_value_bool gin_extract_value_bpchar gin_extract_value_bytea
    gin_extract_value_char gin_extract_value_cidr gin_extract_value_date gin_extract_value_float4
    gin_extract_value_float8 gin_extract_value_inet gin_extract_value_int2 gin_extract_value_int4
    gin_extract_value_int8 gin_extract_value_interval gin_extract_value_macaddr
    gin_extract_value_macaddr8 gin_extract_value_money gin_extract_value_name
    gin_extract_value_numeric gin_extract_value_oid gin_extract_value_text gin_extract_value_time
    gin_extract_value_timestamp gin_extract_value_timestamptz gin_extract_value_timetz
    gin_extract_value_uuid gin_extract_value_varbit gin_numeric_cmp
    """,
    "pg_stat_statements": """
    pg_stat_statements pg_stat_statements_info pg_stat_statements_reset
    """,
    "tablefunc": """
    connectby crosstab crosstab2 crosstab3 crosstab4 normal_rand
    """,
    "moddatetime": """
    moddatetime
    """,
    "pgrowlocks": """
    pgrowlocks
    """,
  ]
}
