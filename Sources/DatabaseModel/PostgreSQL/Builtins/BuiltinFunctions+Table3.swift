import HashTreeCollections

extension BuiltinFunctions {
  /// Functions of `pg_catalog` as `name(types)result:flags`.
  static let table3 = #"""
    pg_opfamily_is_visible(oid)bool:s pg_options_to_table(_text)record:s*
    pg_partition_ancestors(regclass)regclass:v* pg_partition_root(regclass)regclass:i
    pg_partition_tree(regclass)record:v* pg_postmaster_start_time()timestamptz:s
    pg_prepared_statement()record:s* pg_prepared_xact()record:v* pg_promote(bool,int4)bool:v2
    pg_read_binary_file(text,int8,int8,bool)bytea:v pg_read_binary_file(text,int8,int8)bytea:v
    pg_read_binary_file(text)bytea:v pg_read_file(text,int8,int8)text:v
    pg_read_file(text,int8,int8,bool)text:v pg_read_file(text)text:v
    pg_read_file_old(text,int8,int8)text:v pg_relation_filenode(regclass)oid:s
    pg_relation_filepath(regclass)text:s pg_relation_is_publishable(regclass)bool:s
    pg_relation_is_updatable(regclass,bool)int4:s pg_relation_size(regclass)int8:v
    pg_relation_size(regclass,text)int8:v pg_reload_conf()bool:v
    pg_replication_origin_advance(text,pg_lsn)void:v pg_replication_origin_create(text)oid:v
    pg_replication_origin_drop(text)void:v pg_replication_origin_oid(text)oid:s
    pg_replication_origin_progress(text,bool)pg_lsn:v pg_replication_origin_session_is_setup()bool:v
    pg_replication_origin_session_progress(bool)pg_lsn:v pg_replication_origin_session_reset()void:v
    pg_replication_origin_session_setup(text)void:v pg_replication_origin_xact_reset()void:v
    pg_replication_origin_xact_setup(pg_lsn,timestamptz)void:v
    pg_replication_slot_advance(name,pg_lsn)record:v pg_rotate_logfile()bool:v
    pg_rotate_logfile_old()bool:v pg_safe_snapshot_blocking_pids(int4)_int4:v
    pg_sequence_last_value(regclass)int8:v pg_sequence_parameters(oid)record:s
    pg_settings_get_flags(text)_text:s pg_show_all_file_settings()record:v*
    pg_show_all_settings()record:s* pg_show_replication_origin_status()record:v*
    pg_size_bytes(text)int8:i pg_size_pretty(int8)text:i pg_size_pretty(numeric)text:i
    pg_sleep(float8)void:v pg_sleep_for(interval)void:v pg_sleep_until(timestamptz)void:v
    pg_snapshot_in(cstring)pg_snapshot:i pg_snapshot_out(pg_snapshot)cstring:i
    pg_snapshot_send(pg_snapshot)bytea:i pg_snapshot_xip(pg_snapshot)xid8:i*
    pg_snapshot_xmax(pg_snapshot)xid8:i pg_snapshot_xmin(pg_snapshot)xid8:i
    pg_stat_clear_snapshot()void:v pg_stat_file(text)record:v pg_stat_file(text,bool)record:v
    pg_stat_force_next_flush()void:v pg_stat_get_activity(int4)record:s*
    pg_stat_get_analyze_count(oid)int8:s pg_stat_get_archiver()record:s
    pg_stat_get_autoanalyze_count(oid)int8:s pg_stat_get_autovacuum_count(oid)int8:s
    pg_stat_get_backend_activity(int4)text:s pg_stat_get_backend_activity_start(int4)timestamptz:s
    pg_stat_get_backend_client_addr(int4)inet:s pg_stat_get_backend_client_port(int4)int4:s
    pg_stat_get_backend_dbid(int4)oid:s pg_stat_get_backend_idset()int4:s*
    pg_stat_get_backend_pid(int4)int4:s pg_stat_get_backend_start(int4)timestamptz:s
    pg_stat_get_backend_userid(int4)oid:s pg_stat_get_backend_wait_event(int4)text:s
    pg_stat_get_backend_wait_event_type(int4)text:s
    pg_stat_get_backend_xact_start(int4)timestamptz:s
    pg_stat_get_bgwriter_buf_written_checkpoints()int8:s
    pg_stat_get_bgwriter_buf_written_clean()int8:s pg_stat_get_bgwriter_maxwritten_clean()int8:s
    pg_stat_get_bgwriter_requested_checkpoints()int8:s
    pg_stat_get_bgwriter_stat_reset_time()timestamptz:s
    pg_stat_get_bgwriter_timed_checkpoints()int8:s pg_stat_get_blocks_fetched(oid)int8:s
    pg_stat_get_blocks_hit(oid)int8:s pg_stat_get_buf_alloc()int8:s
    pg_stat_get_buf_fsync_backend()int8:s pg_stat_get_buf_written_backend()int8:s
    pg_stat_get_checkpoint_sync_time()float8:s pg_stat_get_checkpoint_write_time()float8:s
    pg_stat_get_db_active_time(oid)float8:s pg_stat_get_db_blk_read_time(oid)float8:s
    pg_stat_get_db_blk_write_time(oid)float8:s pg_stat_get_db_blocks_fetched(oid)int8:s
    pg_stat_get_db_blocks_hit(oid)int8:s pg_stat_get_db_checksum_failures(oid)int8:s
    pg_stat_get_db_checksum_last_failure(oid)timestamptz:s pg_stat_get_db_conflict_all(oid)int8:s
    pg_stat_get_db_conflict_bufferpin(oid)int8:s pg_stat_get_db_conflict_lock(oid)int8:s
    pg_stat_get_db_conflict_snapshot(oid)int8:s pg_stat_get_db_conflict_startup_deadlock(oid)int8:s
    pg_stat_get_db_conflict_tablespace(oid)int8:s pg_stat_get_db_deadlocks(oid)int8:s
    pg_stat_get_db_idle_in_transaction_time(oid)float8:s pg_stat_get_db_numbackends(oid)int4:s
    pg_stat_get_db_session_time(oid)float8:s pg_stat_get_db_sessions(oid)int8:s
    pg_stat_get_db_sessions_abandoned(oid)int8:s pg_stat_get_db_sessions_fatal(oid)int8:s
    pg_stat_get_db_sessions_killed(oid)int8:s pg_stat_get_db_stat_reset_time(oid)timestamptz:s
    pg_stat_get_db_temp_bytes(oid)int8:s pg_stat_get_db_temp_files(oid)int8:s
    pg_stat_get_db_tuples_deleted(oid)int8:s pg_stat_get_db_tuples_fetched(oid)int8:s
    pg_stat_get_db_tuples_inserted(oid)int8:s pg_stat_get_db_tuples_returned(oid)int8:s
    pg_stat_get_db_tuples_updated(oid)int8:s pg_stat_get_db_xact_commit(oid)int8:s
    pg_stat_get_db_xact_rollback(oid)int8:s pg_stat_get_dead_tuples(oid)int8:s
    pg_stat_get_function_calls(oid)int8:s pg_stat_get_function_self_time(oid)float8:s
    pg_stat_get_function_total_time(oid)float8:s pg_stat_get_ins_since_vacuum(oid)int8:s
    pg_stat_get_last_analyze_time(oid)timestamptz:s
    pg_stat_get_last_autoanalyze_time(oid)timestamptz:s
    pg_stat_get_last_autovacuum_time(oid)timestamptz:s
    pg_stat_get_last_vacuum_time(oid)timestamptz:s pg_stat_get_live_tuples(oid)int8:s
    pg_stat_get_mod_since_analyze(oid)int8:s pg_stat_get_numscans(oid)int8:s
    pg_stat_get_progress_info(text)record:s* pg_stat_get_recovery_prefetch()record:v*
    pg_stat_get_replication_slot(text)record:s pg_stat_get_slru()record:s*
    pg_stat_get_snapshot_timestamp()timestamptz:s pg_stat_get_subscription(oid)record:s*
    pg_stat_get_subscription_stats(oid)record:s pg_stat_get_tuples_deleted(oid)int8:s
    pg_stat_get_tuples_fetched(oid)int8:s pg_stat_get_tuples_hot_updated(oid)int8:s
    pg_stat_get_tuples_inserted(oid)int8:s pg_stat_get_tuples_returned(oid)int8:s
    pg_stat_get_tuples_updated(oid)int8:s pg_stat_get_vacuum_count(oid)int8:s
    pg_stat_get_wal()record:s pg_stat_get_wal_receiver()record:s pg_stat_get_wal_senders()record:s*
    pg_stat_get_xact_blocks_fetched(oid)int8:v pg_stat_get_xact_blocks_hit(oid)int8:v
    pg_stat_get_xact_function_calls(oid)int8:v pg_stat_get_xact_function_self_time(oid)float8:v
    pg_stat_get_xact_function_total_time(oid)float8:v pg_stat_get_xact_numscans(oid)int8:v
    pg_stat_get_xact_tuples_deleted(oid)int8:v pg_stat_get_xact_tuples_fetched(oid)int8:v
    pg_stat_get_xact_tuples_hot_updated(oid)int8:v pg_stat_get_xact_tuples_inserted(oid)int8:v
    pg_stat_get_xact_tuples_returned(oid)int8:v pg_stat_get_xact_tuples_updated(oid)int8:v
    pg_stat_have_stats(text,oid,oid)bool:v pg_stat_reset()void:v
    pg_stat_reset_replication_slot(text)void:v pg_stat_reset_shared(text)void:v
    pg_stat_reset_single_function_counters(oid)void:v pg_stat_reset_single_table_counters(oid)void:v
    pg_stat_reset_slru(text)void:v pg_stat_reset_subscription_stats(oid)void:v
    pg_statistics_obj_is_visible(oid)bool:s pg_stop_making_pinned_objects()void:v
    pg_switch_wal()pg_lsn:v pg_table_is_visible(oid)bool:s pg_table_size(regclass)int8:v
    pg_tablespace_databases(oid)oid:s* pg_tablespace_location(oid)text:s
    pg_tablespace_size(oid)int8:v pg_tablespace_size(name)int8:v
    pg_terminate_backend(int4,int8)bool:v1 pg_timezone_abbrevs()record:s*
    pg_timezone_names()record:s* pg_total_relation_size(regclass)int8:v pg_trigger_depth()int4:s
    pg_try_advisory_lock(int8)bool:v pg_try_advisory_lock(int4,int4)bool:v
    pg_try_advisory_lock_shared(int8)bool:v pg_try_advisory_lock_shared(int4,int4)bool:v
    pg_try_advisory_xact_lock(int8)bool:v pg_try_advisory_xact_lock(int4,int4)bool:v
    pg_try_advisory_xact_lock_shared(int8)bool:v pg_try_advisory_xact_lock_shared(int4,int4)bool:v
    pg_ts_config_is_visible(oid)bool:s pg_ts_dict_is_visible(oid)bool:s
    pg_ts_parser_is_visible(oid)bool:s pg_ts_template_is_visible(oid)bool:s
    pg_type_is_visible(oid)bool:s pg_typeof(any)regtype:s
    pg_visible_in_snapshot(xid8,pg_snapshot)bool:i pg_wal_lsn_diff(pg_lsn,pg_lsn)numeric:i
    pg_wal_replay_pause()void:v pg_wal_replay_resume()void:v pg_walfile_name(pg_lsn)text:i
    pg_walfile_name_offset(pg_lsn)record:i pg_xact_commit_timestamp(xid)timestamptz:v
    pg_xact_commit_timestamp_origin(xid)record:v pg_xact_status(xid8)text:v
    phraseto_tsquery(text)tsquery:s phraseto_tsquery(regconfig,text)tsquery:i pi()float8:i
    plainto_tsquery(regconfig,text)tsquery:i plainto_tsquery(text)tsquery:s
    plpgsql_call_handler()language_handler:v plpgsql_validator(oid)void:v point(circle)point:i
    point(float8,float8)point:i point(lseg)point:i point(box)point:i point(polygon)point:i
    point_above(point,point)bool:i point_add(point,point)point:i point_below(point,point)bool:i
    point_distance(point,point)float8:i point_div(point,point)point:i point_eq(point,point)bool:i
    point_horiz(point,point)bool:i point_in(cstring)point:i point_left(point,point)bool:i
    point_mul(point,point)point:i point_ne(point,point)bool:i point_out(point)cstring:i
    point_right(point,point)bool:i point_send(point)bytea:i point_sub(point,point)point:i
    point_vert(point,point)bool:i poly_above(polygon,polygon)bool:i
    poly_below(polygon,polygon)bool:i poly_center(polygon)point:i
    poly_contain(polygon,polygon)bool:i poly_contain_pt(polygon,point)bool:i
    poly_contained(polygon,polygon)bool:i poly_distance(polygon,polygon)float8:i
    poly_in(cstring)polygon:i poly_left(polygon,polygon)bool:i poly_npoints(polygon)int4:i
    poly_out(polygon)cstring:i poly_overabove(polygon,polygon)bool:i
    poly_overbelow(polygon,polygon)bool:i poly_overlap(polygon,polygon)bool:i
    poly_overleft(polygon,polygon)bool:i poly_overright(polygon,polygon)bool:i
    poly_right(polygon,polygon)bool:i poly_same(polygon,polygon)bool:i poly_send(polygon)bytea:i
    polygon(box)polygon:i polygon(path)polygon:i polygon(int4,circle)polygon:i
    polygon(circle)polygon:i popen(path)path:i position(text,text)int4:i position(bit,bit)int4:i
    position(bytea,bytea)int4:i postgresql_fdw_validator(_text,oid)bool:i pow(float8,float8)float8:i
    pow(numeric,numeric)numeric:i power(float8,float8)float8:i power(numeric,numeric)numeric:i
    pt_contained_circle(point,circle)bool:i pt_contained_poly(point,polygon)bool:i
    query_to_xml(text,bool,bool,text)xml:v query_to_xml_and_xmlschema(text,bool,bool,text)xml:v
    query_to_xmlschema(text,bool,bool,text)xml:v querytree(tsquery)text:i quote_ident(text)text:i
    quote_literal(text)text:i quote_literal(anyelement)text:s quote_nullable(text)text:i
    quote_nullable(anyelement)text:s radians(float8)float8:i radius(circle)float8:i random()float8:v
    range_adjacent(anyrange,anyrange)bool:i range_adjacent_multirange(anyrange,anymultirange)bool:i
    range_after(anyrange,anyrange)bool:i range_after_multirange(anyrange,anymultirange)bool:i
    range_agg(anyrange)anymultirange:ia range_agg(anymultirange)anymultirange:ia
    range_before(anyrange,anyrange)bool:i range_before_multirange(anyrange,anymultirange)bool:i
    range_cmp(anyrange,anyrange)int4:i range_contained_by(anyrange,anyrange)bool:i
    range_contained_by_multirange(anyrange,anymultirange)bool:i
    range_contains(anyrange,anyrange)bool:i range_contains_elem(anyrange,anyelement)bool:i
    range_contains_multirange(anyrange,anymultirange)bool:i range_eq(anyrange,anyrange)bool:i
    range_ge(anyrange,anyrange)bool:i range_gt(anyrange,anyrange)bool:i
    range_in(cstring,oid,int4)anyrange:s range_intersect(anyrange,anyrange)anyrange:i
    range_intersect_agg(anymultirange)anymultirange:ia range_intersect_agg(anyrange)anyrange:ia
    range_intersect_agg_transfn(anyrange,anyrange)anyrange:i range_le(anyrange,anyrange)bool:i
    range_lt(anyrange,anyrange)bool:i range_merge(anyrange,anyrange)anyrange:i
    range_merge(anymultirange)anyrange:i range_minus(anyrange,anyrange)anyrange:i
    range_ne(anyrange,anyrange)bool:i range_out(anyrange)cstring:s
    range_overlaps(anyrange,anyrange)bool:i range_overlaps_multirange(anyrange,anymultirange)bool:i
    range_overleft(anyrange,anyrange)bool:i range_overleft_multirange(anyrange,anymultirange)bool:i
    range_overright(anyrange,anyrange)bool:i
    range_overright_multirange(anyrange,anymultirange)bool:i range_send(anyrange)bytea:s
    range_union(anyrange,anyrange)anyrange:i rank()int8:iw rank(any)int8:ia+
    record_eq(record,record)bool:i record_ge(record,record)bool:i record_gt(record,record)bool:i
    record_image_eq(record,record)bool:i record_image_ge(record,record)bool:i
    record_image_gt(record,record)bool:i record_image_le(record,record)bool:i
    record_image_lt(record,record)bool:i record_image_ne(record,record)bool:i
    record_in(cstring,oid,int4)record:s record_le(record,record)bool:i
    record_lt(record,record)bool:i record_ne(record,record)bool:i record_out(record)cstring:s
    record_send(record)bytea:s regclass(text)regclass:s regclassin(cstring)regclass:s
    regclassout(regclass)cstring:s regclasssend(regclass)bytea:i
    regcollationin(cstring)regcollation:s regcollationout(regcollation)cstring:s
    regcollationsend(regcollation)bytea:i regconfigin(cstring)regconfig:s
    regconfigout(regconfig)cstring:s regconfigsend(regconfig)bytea:i
    regdictionaryin(cstring)regdictionary:s regdictionaryout(regdictionary)cstring:s
    regdictionarysend(regdictionary)bytea:i regexp_count(text,text)int4:i
    regexp_count(text,text,int4)int4:i regexp_count(text,text,int4,text)int4:i
    regexp_instr(text,text)int4:i regexp_instr(text,text,int4)int4:i
    regexp_instr(text,text,int4,int4)int4:i regexp_instr(text,text,int4,int4,int4)int4:i
    regexp_instr(text,text,int4,int4,int4,text)int4:i
    regexp_instr(text,text,int4,int4,int4,text,int4)int4:i regexp_like(text,text)bool:i
    regexp_like(text,text,text)bool:i regexp_match(text,text)_text:i
    regexp_match(text,text,text)_text:i regexp_matches(text,text)_text:i*
    regexp_matches(text,text,text)_text:i* regexp_replace(text,text,text)text:i
    regexp_replace(text,text,text,text)text:i regexp_replace(text,text,text,int4,int4,text)text:i
    regexp_replace(text,text,text,int4,int4)text:i regexp_replace(text,text,text,int4)text:i
    regexp_split_to_array(text,text)_text:i regexp_split_to_array(text,text,text)_text:i
    regexp_split_to_table(text,text)text:i* regexp_split_to_table(text,text,text)text:i*
    regexp_substr(text,text)text:i regexp_substr(text,text,int4)text:i
    regexp_substr(text,text,int4,int4)text:i regexp_substr(text,text,int4,int4,text)text:i
    regexp_substr(text,text,int4,int4,text,int4)text:i regnamespacein(cstring)regnamespace:s
    regnamespaceout(regnamespace)cstring:s regnamespacesend(regnamespace)bytea:i
    regoperatorin(cstring)regoperator:s regoperatorout(regoperator)cstring:s
    regoperatorsend(regoperator)bytea:i regoperin(cstring)regoper:s regoperout(regoper)cstring:s
    regopersend(regoper)bytea:i regprocedurein(cstring)regprocedure:s
    regprocedureout(regprocedure)cstring:s regproceduresend(regprocedure)bytea:i
    regprocin(cstring)regproc:s regprocout(regproc)cstring:s regprocsend(regproc)bytea:i
    regr_avgx(float8,float8)float8:ia regr_avgy(float8,float8)float8:ia
    regr_count(float8,float8)int8:ia regr_intercept(float8,float8)float8:ia
    regr_r2(float8,float8)float8:ia regr_slope(float8,float8)float8:ia
    regr_sxx(float8,float8)float8:ia regr_sxy(float8,float8)float8:ia
    regr_syy(float8,float8)float8:ia regrolein(cstring)regrole:s regroleout(regrole)cstring:s
    regrolesend(regrole)bytea:i regtypein(cstring)regtype:s regtypeout(regtype)cstring:s
    regtypesend(regtype)bytea:i repeat(text,int4)text:i replace(text,text,text)text:i
    reverse(text)text:i right(text,int4)text:i round(float8)float8:i round(numeric,int4)numeric:i
    round(numeric)numeric:i row_number()int8:iw row_security_active(oid)bool:s
    row_security_active(text)bool:s row_to_json(record)json:s row_to_json(record,bool)json:s
    rpad(text,int4,text)text:i rpad(text,int4)text:i rtrim(text,text)text:i rtrim(text)text:i
    rtrim(bytea,bytea)bytea:i satisfies_hash_partition(oid,int4,int4,any)bool:i+
    scale(numeric)int4:i schema_to_xml(name,bool,bool,text)xml:s
    schema_to_xml_and_xmlschema(name,bool,bool,text)xml:s
    schema_to_xmlschema(name,bool,bool,text)xml:s session_user()name:s
    set_bit(bytea,int8,int4)bytea:i set_bit(bit,int4,int4)bit:i set_byte(bytea,int4,int4)bytea:i
    set_config(text,text,bool)text:v set_masklen(inet,int4)inet:i set_masklen(cidr,int4)cidr:i
    setseed(float8)void:v setval(regclass,int8)int8:v setval(regclass,int8,bool)int8:v
    setweight(tsvector,char,_text)tsvector:i setweight(tsvector,char)tsvector:i sha224(bytea)bytea:i
    sha256(bytea)bytea:i sha384(bytea)bytea:i sha512(bytea)bytea:i shell_in(cstring)void:i
    shell_out(void)cstring:i shobj_description(oid,name)text:s sign(numeric)numeric:i
    sign(float8)float8:i similar_escape(text,text)text:i similar_to_escape(text,text)text:i
    similar_to_escape(text)text:i sin(float8)float8:i sind(float8)float8:i sinh(float8)float8:i
    slope(point,point)float8:i spg_poly_quad_compress(polygon)box:i split_part(text,text,int4)text:i
    sqrt(float8)float8:i sqrt(numeric)numeric:i starts_with(text,text)bool:i
    statement_timestamp()timestamptz:s stddev(int8)numeric:ia stddev(int4)numeric:ia
    stddev(int2)numeric:ia stddev(float4)float8:ia stddev(float8)float8:ia stddev(numeric)numeric:ia
    stddev_pop(int8)numeric:ia stddev_pop(int4)numeric:ia stddev_pop(int2)numeric:ia
    stddev_pop(float4)float8:ia stddev_pop(float8)float8:ia stddev_pop(numeric)numeric:ia
    stddev_samp(int8)numeric:ia stddev_samp(int4)numeric:ia stddev_samp(int2)numeric:ia
    stddev_samp(float4)float8:ia stddev_samp(float8)float8:ia stddev_samp(numeric)numeric:ia
    string_agg(text,text)text:ia string_agg(bytea,bytea)bytea:ia
    string_to_array(text,text,text)_text:i string_to_array(text,text)_text:i
    string_to_table(text,text)text:i* string_to_table(text,text,text)text:i*
    strip(tsvector)tsvector:i strpos(text,text)int4:i substr(text,int4,int4)text:i
    substr(text,int4)text:i substr(bytea,int4,int4)bytea:i substr(bytea,int4)bytea:i
    substring(text,int4,int4)text:i substring(text,int4)text:i substring(bit,int4,int4)bit:i
    substring(bit,int4)bit:i substring(bytea,int4,int4)bytea:i substring(bytea,int4)bytea:i
    substring(text,text)text:i substring(text,text,text)text:i sum(int8)numeric:ia sum(int4)int8:ia
    sum(int2)int8:ia sum(float4)float4:ia sum(float8)float8:ia sum(money)money:ia
    sum(interval)interval:ia sum(numeric)numeric:ia suppress_redundant_updates_trigger()trigger:v
    table_am_handler_in(cstring)table_am_handler:i table_am_handler_out(table_am_handler)cstring:i
    table_to_xml(regclass,bool,bool,text)xml:s
    table_to_xml_and_xmlschema(regclass,bool,bool,text)xml:s
    table_to_xmlschema(regclass,bool,bool,text)xml:s tan(float8)float8:i tand(float8)float8:i
    tanh(float8)float8:i text(bpchar)text:i text(name)text:i text(inet)text:i text(char)text:i
    text(xml)text:i text(bool)text:i text_ge(text,text)bool:i text_gt(text,text)bool:i
    text_larger(text,text)text:i text_le(text,text)bool:i text_lt(text,text)bool:i
    text_pattern_ge(text,text)bool:i text_pattern_gt(text,text)bool:i
    text_pattern_le(text,text)bool:i text_pattern_lt(text,text)bool:i text_smaller(text,text)text:i
    textanycat(text,anynonarray)text:s textcat(text,text)text:i texteq(text,text)bool:i
    texteqname(text,name)bool:i textgename(text,name)bool:i textgtname(text,name)bool:i
    texticlike(text,text)bool:i texticnlike(text,text)bool:i texticregexeq(text,text)bool:i
    texticregexne(text,text)bool:i textin(cstring)text:i textlen(text)int4:i
    textlename(text,name)bool:i textlike(text,text)bool:i textltname(text,name)bool:i
    textne(text,text)bool:i textnename(text,name)bool:i textnlike(text,text)bool:i
    textout(text)cstring:i textregexeq(text,text)bool:i textregexne(text,text)bool:i
    textsend(text)bytea:s tideq(tid,tid)bool:i tidge(tid,tid)bool:i tidgt(tid,tid)bool:i
    tidin(cstring)tid:i tidlarger(tid,tid)tid:i tidle(tid,tid)bool:i tidlt(tid,tid)bool:i
    tidne(tid,tid)bool:i tidout(tid)cstring:i tidsend(tid)bytea:i tidsmaller(tid,tid)tid:i
    time(timestamp)time:i time(interval)time:i time(time,int4)time:i time(timestamptz)time:s
    time(timetz)time:i time_cmp(time,time)int4:i time_eq(time,time)bool:i time_ge(time,time)bool:i
    time_gt(time,time)bool:i time_hash(time)int4:i time_hash_extended(time,int8)int8:i
    time_in(cstring,oid,int4)time:s time_larger(time,time)time:i time_le(time,time)bool:i
    time_lt(time,time)bool:i time_mi_interval(time,interval)time:i time_mi_time(time,time)interval:i
    time_ne(time,time)bool:i time_out(time)cstring:i time_pl_interval(time,interval)time:i
    time_send(time)bytea:i time_smaller(time,time)time:i timedate_pl(time,date)timestamp:i
    timeofday()text:v timestamp(timestamp,int4)timestamp:i timestamp(date)timestamp:i
    timestamp(date,time)timestamp:i timestamp(timestamptz)timestamp:s
    timestamp_cmp(timestamp,timestamp)int4:i timestamp_cmp_date(timestamp,date)int4:i
    timestamp_cmp_timestamptz(timestamp,timestamptz)int4:s timestamp_eq(timestamp,timestamp)bool:i
    timestamp_eq_date(timestamp,date)bool:i timestamp_eq_timestamptz(timestamp,timestamptz)bool:s
    timestamp_ge(timestamp,timestamp)bool:i timestamp_ge_date(timestamp,date)bool:i
    timestamp_ge_timestamptz(timestamp,timestamptz)bool:s timestamp_gt(timestamp,timestamp)bool:i
    timestamp_gt_date(timestamp,date)bool:i timestamp_gt_timestamptz(timestamp,timestamptz)bool:s
    timestamp_hash(timestamp)int4:i timestamp_hash_extended(timestamp,int8)int8:i
    timestamp_in(cstring,oid,int4)timestamp:s timestamp_larger(timestamp,timestamp)timestamp:i
    timestamp_le(timestamp,timestamp)bool:i timestamp_le_date(timestamp,date)bool:i
    timestamp_le_timestamptz(timestamp,timestamptz)bool:s timestamp_lt(timestamp,timestamp)bool:i
    timestamp_lt_date(timestamp,date)bool:i timestamp_lt_timestamptz(timestamp,timestamptz)bool:s
    timestamp_mi(timestamp,timestamp)interval:i timestamp_mi_interval(timestamp,interval)timestamp:i
    timestamp_ne(timestamp,timestamp)bool:i timestamp_ne_date(timestamp,date)bool:i
    timestamp_ne_timestamptz(timestamp,timestamptz)bool:s timestamp_out(timestamp)cstring:s
    timestamp_pl_interval(timestamp,interval)timestamp:i timestamp_send(timestamp)bytea:i
    timestamp_smaller(timestamp,timestamp)timestamp:i timestamptypmodin(_cstring)int4:i
    timestamptypmodout(int4)cstring:i timestamptz(date)timestamptz:s
    timestamptz(date,time)timestamptz:s timestamptz(date,timetz)timestamptz:i
    timestamptz(timestamptz,int4)timestamptz:i timestamptz(timestamp)timestamptz:s
    timestamptz_cmp(timestamptz,timestamptz)int4:i timestamptz_cmp_date(timestamptz,date)int4:s
    timestamptz_cmp_timestamp(timestamptz,timestamp)int4:s
    timestamptz_eq(timestamptz,timestamptz)bool:i timestamptz_eq_date(timestamptz,date)bool:s
    timestamptz_eq_timestamp(timestamptz,timestamp)bool:s
    timestamptz_ge(timestamptz,timestamptz)bool:i timestamptz_ge_date(timestamptz,date)bool:s
    timestamptz_ge_timestamp(timestamptz,timestamp)bool:s
    timestamptz_gt(timestamptz,timestamptz)bool:i timestamptz_gt_date(timestamptz,date)bool:s
    timestamptz_gt_timestamp(timestamptz,timestamp)bool:s
    timestamptz_in(cstring,oid,int4)timestamptz:s
    timestamptz_larger(timestamptz,timestamptz)timestamptz:i
    timestamptz_le(timestamptz,timestamptz)bool:i timestamptz_le_date(timestamptz,date)bool:s
    timestamptz_le_timestamp(timestamptz,timestamp)bool:s
    timestamptz_lt(timestamptz,timestamptz)bool:i timestamptz_lt_date(timestamptz,date)bool:s
    timestamptz_lt_timestamp(timestamptz,timestamp)bool:s
    timestamptz_mi(timestamptz,timestamptz)interval:i
    timestamptz_mi_interval(timestamptz,interval)timestamptz:s
    timestamptz_ne(timestamptz,timestamptz)bool:i timestamptz_ne_date(timestamptz,date)bool:s
    timestamptz_ne_timestamp(timestamptz,timestamp)bool:s timestamptz_out(timestamptz)cstring:s
    timestamptz_pl_interval(timestamptz,interval)timestamptz:s timestamptz_send(timestamptz)bytea:i
    timestamptz_smaller(timestamptz,timestamptz)timestamptz:i timestamptztypmodin(_cstring)int4:i
    timestamptztypmodout(int4)cstring:i timetypmodin(_cstring)int4:i timetypmodout(int4)cstring:i
    timetz(timestamptz)timetz:s timetz(timetz,int4)timetz:i timetz(time)timetz:s
    timetz_cmp(timetz,timetz)int4:i timetz_eq(timetz,timetz)bool:i timetz_ge(timetz,timetz)bool:i
    timetz_gt(timetz,timetz)bool:i timetz_hash(timetz)int4:i timetz_hash_extended(timetz,int8)int8:i
    timetz_in(cstring,oid,int4)timetz:s timetz_larger(timetz,timetz)timetz:i
    timetz_le(timetz,timetz)bool:i timetz_lt(timetz,timetz)bool:i
    timetz_mi_interval(timetz,interval)timetz:i timetz_ne(timetz,timetz)bool:i
    timetz_out(timetz)cstring:i timetz_pl_interval(timetz,interval)timetz:i
    timetz_send(timetz)bytea:i timetz_smaller(timetz,timetz)timetz:i
    timetzdate_pl(timetz,date)timestamptz:i timetztypmodin(_cstring)int4:i
    timetztypmodout(int4)cstring:i timezone(interval,timestamptz)timestamp:i
    timezone(text,timestamptz)timestamp:i timezone(text,timetz)timetz:s
    timezone(interval,timetz)timetz:i timezone(text,timestamp)timestamptz:i
    timezone(interval,timestamp)timestamptz:i to_ascii(text)text:i to_ascii(text,int4)text:i
    to_ascii(text,name)text:i to_char(interval,text)text:s to_char(timestamptz,text)text:s
    to_char(numeric,text)text:s to_char(int4,text)text:s to_char(int8,text)text:s
    to_char(float4,text)text:s to_char(float8,text)text:s to_char(timestamp,text)text:s
    to_date(text,text)date:s to_hex(int4)text:i to_hex(int8)text:i to_json(anyelement)json:s
    to_jsonb(anyelement)jsonb:s to_number(text,text)numeric:s to_regclass(text)regclass:s
    to_regcollation(text)regcollation:s to_regnamespace(text)regnamespace:s
    to_regoper(text)regoper:s to_regoperator(text)regoperator:s to_regproc(text)regproc:s
    to_regprocedure(text)regprocedure:s to_regrole(text)regrole:s to_regtype(text)regtype:s
    to_timestamp(float8)timestamptz:i to_timestamp(text,text)timestamptz:s
    to_tsquery(regconfig,text)tsquery:i to_tsquery(text)tsquery:s
    to_tsvector(regconfig,text)tsvector:i to_tsvector(text)tsvector:s to_tsvector(jsonb)tsvector:s
    to_tsvector(json)tsvector:s to_tsvector(regconfig,jsonb)tsvector:i
    to_tsvector(regconfig,json)tsvector:i transaction_timestamp()timestamptz:s
    translate(text,text,text)text:i trigger_in(cstring)trigger:i trigger_out(trigger)cstring:i
    trim_array(anyarray,int4)anyarray:i trim_scale(numeric)numeric:i trunc(macaddr)macaddr:i
    trunc(float8)float8:i trunc(numeric,int4)numeric:i trunc(numeric)numeric:i
    trunc(macaddr8)macaddr8:i ts_debug(regconfig,text)record:s* ts_debug(text)record:s*
    ts_delete(tsvector,text)tsvector:i ts_delete(tsvector,_text)tsvector:i
    ts_filter(tsvector,_char)tsvector:i ts_headline(regconfig,text,tsquery,text)text:i
    ts_headline(regconfig,text,tsquery)text:i ts_headline(text,tsquery,text)text:s
    ts_headline(text,tsquery)text:s ts_headline(regconfig,jsonb,tsquery,text)jsonb:i
    ts_headline(regconfig,jsonb,tsquery)jsonb:i ts_headline(jsonb,tsquery,text)jsonb:s
    ts_headline(jsonb,tsquery)jsonb:s ts_headline(regconfig,json,tsquery,text)json:i
    ts_headline(regconfig,json,tsquery)json:i ts_headline(json,tsquery,text)json:s
    ts_headline(json,tsquery)json:s ts_lexize(regdictionary,text)_text:i
    ts_match_qv(tsquery,tsvector)bool:i ts_match_tq(text,tsquery)bool:s ts_match_tt(text,text)bool:s
    ts_match_vq(tsvector,tsquery)bool:i ts_parse(oid,text)record:i* ts_parse(text,text)record:s*
    ts_rank(_float4,tsvector,tsquery,int4)float4:i ts_rank(_float4,tsvector,tsquery)float4:i
    ts_rank(tsvector,tsquery,int4)float4:i ts_rank(tsvector,tsquery)float4:i
    ts_rank_cd(_float4,tsvector,tsquery,int4)float4:i ts_rank_cd(_float4,tsvector,tsquery)float4:i
    ts_rank_cd(tsvector,tsquery,int4)float4:i ts_rank_cd(tsvector,tsquery)float4:i
    ts_rewrite(tsquery,tsquery,tsquery)tsquery:i ts_rewrite(tsquery,text)tsquery:v
    ts_stat(text)record:v* ts_stat(text,text)record:v* ts_token_type(oid)record:i*
    ts_token_type(text)record:s* tsm_handler_in(cstring)tsm_handler:i
    tsm_handler_out(tsm_handler)cstring:i tsmultirange()tsmultirange:i
    tsmultirange(tsrange)tsmultirange:i tsmultirange(_tsrange)tsmultirange:i+
    tsq_mcontained(tsquery,tsquery)bool:i tsq_mcontains(tsquery,tsquery)bool:i
    tsquery_and(tsquery,tsquery)tsquery:i tsquery_cmp(tsquery,tsquery)int4:i
    tsquery_eq(tsquery,tsquery)bool:i tsquery_ge(tsquery,tsquery)bool:i
    tsquery_gt(tsquery,tsquery)bool:i tsquery_le(tsquery,tsquery)bool:i
    tsquery_lt(tsquery,tsquery)bool:i tsquery_ne(tsquery,tsquery)bool:i
    tsquery_not(tsquery)tsquery:i tsquery_or(tsquery,tsquery)tsquery:i
    tsquery_phrase(tsquery,tsquery)tsquery:i tsquery_phrase(tsquery,tsquery,int4)tsquery:i
    tsqueryin(cstring)tsquery:i tsqueryout(tsquery)cstring:i tsquerysend(tsquery)bytea:i
    tsrange(timestamp,timestamp)tsrange:i tsrange(timestamp,timestamp,text)tsrange:i
    tsrange_subdiff(timestamp,timestamp)float8:i tstzmultirange()tstzmultirange:i
    tstzmultirange(tstzrange)tstzmultirange:i tstzmultirange(_tstzrange)tstzmultirange:i+
    tstzrange(timestamptz,timestamptz)tstzrange:i tstzrange(timestamptz,timestamptz,text)tstzrange:i
    tstzrange_subdiff(timestamptz,timestamptz)float8:i tsvector_cmp(tsvector,tsvector)int4:i
    tsvector_concat(tsvector,tsvector)tsvector:i tsvector_eq(tsvector,tsvector)bool:i
    tsvector_ge(tsvector,tsvector)bool:i tsvector_gt(tsvector,tsvector)bool:i
    tsvector_le(tsvector,tsvector)bool:i tsvector_lt(tsvector,tsvector)bool:i
    tsvector_ne(tsvector,tsvector)bool:i tsvector_to_array(tsvector)_text:i
    tsvector_update_trigger()trigger:v tsvector_update_trigger_column()trigger:v
    tsvectorin(cstring)tsvector:i tsvectorout(tsvector)cstring:i tsvectorsend(tsvector)bytea:i
    txid_current()int8:s txid_current_if_assigned()int8:s txid_current_snapshot()txid_snapshot:s
    txid_snapshot_in(cstring)txid_snapshot:i txid_snapshot_out(txid_snapshot)cstring:i
    txid_snapshot_send(txid_snapshot)bytea:i txid_snapshot_xip(txid_snapshot)int8:i*
    txid_snapshot_xmax(txid_snapshot)int8:i txid_snapshot_xmin(txid_snapshot)int8:i
    txid_status(int8)text:v txid_visible_in_snapshot(int8,txid_snapshot)bool:i
    unique_key_recheck()trigger:v unistr(text)text:i unknownin(cstring)unknown:i
    unknownout(unknown)cstring:i unknownsend(unknown)bytea:i unnest(anymultirange)anyrange:i*
    unnest(anyarray)anyelement:i* unnest(tsvector)record:i* upper(text)text:i
    """#
}
