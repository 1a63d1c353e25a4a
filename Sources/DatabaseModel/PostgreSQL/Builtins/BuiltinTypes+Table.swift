import HashTreeCollections

extension BuiltinTypes {
  /// Each type of `pg_catalog` as `name:category kind storage:flags:default index methods:display`.
  static let table = #"""
    bool:Bbp:p:bh:boolean bytea:Ubx::rbh:bytea char:Zbp::rbh:"char" name:Sbp:c:rbh:name
    int8:Nbp::rbh:bigint int2:Nbp::rbh:smallint int2vector:Abp:::int2vector int4:Nbp::rbh:integer
    regproc:Nbp:::regproc text:Sbx:pc:rbhq:text oid:Nbp:p:rbh:oid tid:Ubp::rbh:tid xid:Ubp::h:xid
    cid:Ubp::h:cid oidvector:Abp::bh:oidvector pg_ddl_command:Ppp:::pg_ddl_command json:Ubx:::json
    xml:Ubx:::xml pg_node_tree:Zbx:c::pg_node_tree table_am_handler:Ppp:::table_am_handler
    index_am_handler:Ppp:::index_am_handler point:Gbp::tq:point lseg:Gbp:::lseg path:Gbx:::path
    box:Gbp::rtq:box polygon:Gbx::tq:polygon line:Gbp:::line cidr:Ibm:::cidr float4:Nbp::rbh:real
    float8:Nbp:p:rbh:double_precision unknown:Xpp:::unknown circle:Gbp::t:circle
    macaddr8:Ubp::rbh:macaddr8 money:Nbp::b:money macaddr:Ubp::rbh:macaddr inet:Ibm:p:rbhq:inet
    aclitem:Ubp::h:aclitem bpchar:Sbx:cm:rbh:character varchar:Sbx:cm::character_varying
    date:Dbp::rbh:date time:Dbp:m:rbh:time_without_time_zone
    timestamp:Dbp:m:rbh:timestamp_without_time_zone timestamptz:Dbp:pm:rbh:timestamp_with_time_zone
    interval:Tbp:pm:rbh:interval timetz:Dbp:m:rbh:time_with_time_zone bit:Vbx:m:rb:bit
    varbit:Vbx:pm:rb:bit_varying numeric:Nbm:m:rbh:numeric refcursor:Ubx:::refcursor
    regprocedure:Nbp:::regprocedure regoper:Nbp:::regoper regoperator:Nbp:::regoperator
    regclass:Nbp:::regclass regtype:Nbp:::regtype record:Ppx::bh:record cstring:Ppp:::cstring
    any:Ppp:::"any" anyarray:Ppx::bgh:anyarray void:Ppp:::void trigger:Ppp:::trigger
    language_handler:Ppp:::language_handler internal:Ppp:::internal anyelement:Ppp:::anyelement
    anynonarray:Ppp:::anynonarray uuid:Ubp::rbh:uuid txid_snapshot:Ubx:::txid_snapshot
    fdw_handler:Ppp:::fdw_handler pg_lsn:Ubp::rbh:pg_lsn tsm_handler:Ppp:::tsm_handler
    pg_ndistinct:Zbx:c::pg_ndistinct pg_dependencies:Zbx:c::pg_dependencies anyenum:Ppp::bh:anyenum
    tsvector:Ubx::bgt:tsvector tsquery:Ubp::bt:tsquery gtsvector:Ubp:::gtsvector
    regconfig:Nbp:::regconfig regdictionary:Nbp:::regdictionary jsonb:Ubx::bgh:jsonb
    anyrange:Ppx::rbthq:anyrange event_trigger:Ppp:::event_trigger int4range:Rrx:::int4range
    numrange:Rrx:::numrange tsrange:Rrx:::tsrange tstzrange:Rrx:::tstzrange
    daterange:Rrx:::daterange int8range:Rrx:::int8range jsonpath:Ubx:::jsonpath
    regnamespace:Nbp:::regnamespace regrole:Nbp:::regrole regcollation:Nbp:::regcollation
    int4multirange:Rmx:::int4multirange nummultirange:Rmx:::nummultirange
    tsmultirange:Rmx:::tsmultirange tstzmultirange:Rmx:::tstzmultirange
    datemultirange:Rmx:::datemultirange int8multirange:Rmx:::int8multirange
    anymultirange:Ppx::bth:anymultirange anycompatiblemultirange:Ppx:::anycompatiblemultirange
    pg_brin_bloom_summary:Zbx:c::pg_brin_bloom_summary
    pg_brin_minmax_multi_summary:Zbx:c::pg_brin_minmax_multi_summary pg_mcv_list:Zbx:c::pg_mcv_list
    pg_snapshot:Ubx:::pg_snapshot xid8:Ubp::bh:xid8 anycompatible:Ppp:::anycompatible
    anycompatiblearray:Ppx:::anycompatiblearray anycompatiblenonarray:Ppp:::anycompatiblenonarray
    anycompatiblerange:Ppx:::anycompatiblerange
    """#
}
