extension BuiltinFunctions {
  /// Names of functions that only the engine itself can call.
  static let internalNames = #"""
    anyarray_recv anycompatiblearray_recv areajoinsel areasel array_agg_array_finalfn
    array_agg_array_transfn array_agg_finalfn array_agg_transfn array_recv array_subscript_handler
    array_typanalyze array_unnest_support arraycontjoinsel arraycontsel bernoulli big5_to_euc_tw
    big5_to_mic big5_to_utf8 bit_recv bool_accum bool_accum_inv bool_alltrue bool_anytrue boolrecv
    box_recv bpchar_sortsupport bpcharrecv brin_bloom_add_value brin_bloom_consistent
    brin_bloom_opcinfo brin_bloom_options brin_bloom_summary_recv brin_bloom_union
    brin_inclusion_add_value brin_inclusion_consistent brin_inclusion_opcinfo brin_inclusion_union
    brin_minmax_add_value brin_minmax_consistent brin_minmax_multi_add_value
    brin_minmax_multi_consistent brin_minmax_multi_distance_date brin_minmax_multi_distance_float4
    brin_minmax_multi_distance_float8 brin_minmax_multi_distance_inet
    brin_minmax_multi_distance_int2 brin_minmax_multi_distance_int4 brin_minmax_multi_distance_int8
    brin_minmax_multi_distance_interval brin_minmax_multi_distance_macaddr
    brin_minmax_multi_distance_macaddr8 brin_minmax_multi_distance_numeric
    brin_minmax_multi_distance_pg_lsn brin_minmax_multi_distance_tid brin_minmax_multi_distance_time
    brin_minmax_multi_distance_timestamp brin_minmax_multi_distance_timetz
    brin_minmax_multi_distance_uuid brin_minmax_multi_opcinfo brin_minmax_multi_options
    brin_minmax_multi_summary_recv brin_minmax_multi_union brin_minmax_opcinfo brin_minmax_union
    brinhandler btbpchar_pattern_sortsupport btfloat4sortsupport btfloat8sortsupport bthandler
    btint2sortsupport btint4sortsupport btint8sortsupport btnamesortsupport btoidsortsupport
    bttext_pattern_sortsupport bttextsortsupport bytea_sortsupport bytea_string_agg_finalfn
    bytea_string_agg_transfn bytearecv cash_recv charrecv cidr_recv cidrecv circle_recv contjoinsel
    contsel cstring_recv cume_dist_final date_recv date_sortsupport dense_rank_final dispell_init
    dispell_lexize domain_recv dsimple_init dsimple_lexize dsnowball_init dsnowball_lexize
    dsynonym_init dsynonym_lexize enum_recv eqjoinsel eqsel euc_cn_to_mic euc_cn_to_utf8
    euc_jis_2004_to_shift_jis_2004 euc_jis_2004_to_utf8 euc_jp_to_mic euc_jp_to_sjis euc_jp_to_utf8
    euc_kr_to_mic euc_kr_to_utf8 euc_tw_to_big5 euc_tw_to_mic euc_tw_to_utf8 float4recv float8recv
    gb18030_to_utf8 gbk_to_utf8 generate_series_int4_support generate_series_int8_support
    gin_cmp_prefix gin_consistent_jsonb gin_consistent_jsonb_path gin_extract_jsonb
    gin_extract_jsonb_path gin_extract_jsonb_query gin_extract_jsonb_query_path gin_extract_tsquery
    gin_extract_tsvector gin_triconsistent_jsonb gin_triconsistent_jsonb_path gin_tsquery_consistent
    gin_tsquery_triconsistent ginarrayconsistent ginarrayextract ginarraytriconsistent ginhandler
    ginqueryarrayextract gist_box_consistent gist_box_distance gist_box_penalty gist_box_picksplit
    gist_box_same gist_box_union gist_circle_compress gist_circle_consistent gist_circle_distance
    gist_point_compress gist_point_consistent gist_point_distance gist_point_fetch
    gist_point_sortsupport gist_poly_compress gist_poly_consistent gist_poly_distance gisthandler
    gtsquery_compress gtsquery_consistent gtsquery_penalty gtsquery_picksplit gtsquery_same
    gtsquery_union gtsvector_compress gtsvector_consistent gtsvector_decompress gtsvector_options
    gtsvector_penalty gtsvector_picksplit gtsvector_same gtsvector_union hashhandler hashvarlena
    hashvarlenaextended heap_tableam_handler iclikejoinsel iclikesel icnlikejoinsel icnlikesel
    icregexeqjoinsel icregexeqsel icregexnejoinsel icregexnesel inet_gist_compress
    inet_gist_consistent inet_gist_fetch inet_gist_penalty inet_gist_picksplit inet_gist_same
    inet_gist_union inet_recv inet_spg_choose inet_spg_config inet_spg_inner_consistent
    inet_spg_leaf_consistent inet_spg_picksplit int2_accum int2_accum_inv int2recv int2vectorrecv
    int4_accum int4_accum_inv int4recv int8_accum int8_accum_inv int8_avg_accum int8_avg_accum_inv
    int8_avg_combine int8_avg_deserialize int8_avg_serialize int8inc_support int8recv internal_in
    internal_out interval_recv interval_support iso8859_1_to_utf8 iso8859_to_utf8 iso_to_koi8r
    iso_to_mic iso_to_win1251 iso_to_win866 johab_to_utf8 json_agg_finalfn json_agg_transfn
    json_object_agg_finalfn json_object_agg_transfn json_recv jsonb_agg_finalfn jsonb_agg_transfn
    jsonb_object_agg_finalfn jsonb_object_agg_transfn jsonb_recv jsonb_subscript_handler
    jsonpath_recv koi8r_to_iso koi8r_to_mic koi8r_to_utf8 koi8r_to_win1251 koi8r_to_win866
    koi8u_to_utf8 latin1_to_mic latin2_to_mic latin2_to_win1250 latin3_to_mic latin4_to_mic
    likejoinsel likesel line_recv lseg_recv macaddr8_recv macaddr_recv macaddr_sortsupport
    matchingjoinsel matchingsel mic_to_big5 mic_to_euc_cn mic_to_euc_jp mic_to_euc_kr mic_to_euc_tw
    mic_to_iso mic_to_koi8r mic_to_latin1 mic_to_latin2 mic_to_latin3 mic_to_latin4 mic_to_sjis
    mic_to_win1250 mic_to_win1251 mic_to_win866 mode_final multirange_agg_finalfn
    multirange_agg_transfn multirange_gist_compress multirange_gist_consistent multirange_recv
    multirange_typanalyze multirangesel namerecv neqjoinsel neqsel network_sortsupport
    network_subset_support networkjoinsel networksel nlikejoinsel nlikesel numeric_accum
    numeric_accum_inv numeric_avg numeric_avg_accum numeric_avg_combine numeric_avg_deserialize
    numeric_avg_serialize numeric_combine numeric_deserialize numeric_poly_avg numeric_poly_combine
    numeric_poly_deserialize numeric_poly_serialize numeric_poly_stddev_pop numeric_poly_stddev_samp
    numeric_poly_sum numeric_poly_var_pop numeric_poly_var_samp numeric_recv numeric_serialize
    numeric_sortsupport numeric_stddev_pop numeric_stddev_samp numeric_sum numeric_support
    numeric_var_pop numeric_var_samp oidrecv oidvectorrecv ordered_set_transition
    ordered_set_transition_multi path_recv percent_rank_final percentile_cont_float8_final
    percentile_cont_float8_multi_final percentile_cont_interval_final
    percentile_cont_interval_multi_final percentile_disc_final percentile_disc_multi_final
    pg_ddl_command_recv pg_dependencies_recv pg_lsn_recv pg_mcv_list_recv pg_ndistinct_recv
    pg_node_tree_recv pg_snapshot_recv plpgsql_inline_handler point_recv poly_recv positionjoinsel
    positionsel prefixjoinsel prefixsel prsd_end prsd_headline prsd_lextype prsd_nexttoken
    prsd_start range_agg_finalfn range_agg_transfn range_gist_consistent range_gist_penalty
    range_gist_picksplit range_gist_same range_gist_union range_recv range_typanalyze rangesel
    rank_final raw_array_subscript_handler record_recv regclassrecv regcollationrecv regconfigrecv
    regdictionaryrecv regexeqjoinsel regexeqsel regexnejoinsel regexnesel regnamespacerecv
    regoperatorrecv regoperrecv regprocedurerecv regprocrecv regrolerecv regtyperecv scalargejoinsel
    scalargesel scalargtjoinsel scalargtsel scalarlejoinsel scalarlesel scalarltjoinsel scalarltsel
    shift_jis_2004_to_euc_jis_2004 shift_jis_2004_to_utf8 sjis_to_euc_jp sjis_to_mic sjis_to_utf8
    spg_bbox_quad_config spg_box_quad_choose spg_box_quad_config spg_box_quad_inner_consistent
    spg_box_quad_leaf_consistent spg_box_quad_picksplit spg_kd_choose spg_kd_config
    spg_kd_inner_consistent spg_kd_picksplit spg_quad_choose spg_quad_config
    spg_quad_inner_consistent spg_quad_leaf_consistent spg_quad_picksplit spg_range_quad_choose
    spg_range_quad_config spg_range_quad_inner_consistent spg_range_quad_leaf_consistent
    spg_range_quad_picksplit spg_text_choose spg_text_config spg_text_inner_consistent
    spg_text_leaf_consistent spg_text_picksplit spghandler string_agg_finalfn string_agg_transfn
    system text_starts_with_support texticlike_support texticregexeq_support textlike_support
    textrecv textregexeq_support thesaurus_init thesaurus_lexize tidrecv time_recv time_support
    timestamp_recv timestamp_sortsupport timestamp_support timestamptz_recv timetz_recv
    ts_typanalyze tsmatchjoinsel tsmatchsel tsqueryrecv tsvectorrecv txid_snapshot_recv uhc_to_utf8
    unknownrecv utf8_to_big5 utf8_to_euc_cn utf8_to_euc_jis_2004 utf8_to_euc_jp utf8_to_euc_kr
    utf8_to_euc_tw utf8_to_gb18030 utf8_to_gbk utf8_to_iso8859 utf8_to_iso8859_1 utf8_to_johab
    utf8_to_koi8r utf8_to_koi8u utf8_to_shift_jis_2004 utf8_to_sjis utf8_to_uhc utf8_to_win
    uuid_recv uuid_sortsupport varbit_recv varbit_support varchar_support varcharrecv void_recv
    win1250_to_latin2 win1250_to_mic win1251_to_iso win1251_to_koi8r win1251_to_mic
    win1251_to_win866 win866_to_iso win866_to_koi8r win866_to_mic win866_to_win1251 win_to_utf8
    window_dense_rank_support window_rank_support window_row_number_support xid8recv xidrecv
    xml_recv
    """#
}
