import HashTreeCollections

extension BuiltinFunctions {
  /// Functions of `pg_catalog` as `name(types)result:flags`.
  static let table2 = #"""
    int42ge(int4,int2)bool:i int42gt(int4,int2)bool:i int42le(int4,int2)bool:i
    int42lt(int4,int2)bool:i int42mi(int4,int2)int4:i int42mul(int4,int2)int4:i
    int42ne(int4,int2)bool:i int42pl(int4,int2)int4:i int48div(int4,int8)int8:i
    int48eq(int4,int8)bool:i int48ge(int4,int8)bool:i int48gt(int4,int8)bool:i
    int48le(int4,int8)bool:i int48lt(int4,int8)bool:i int48mi(int4,int8)int8:i
    int48mul(int4,int8)int8:i int48ne(int4,int8)bool:i int48pl(int4,int8)int8:i
    int4_avg_accum(_int8,int4)_int8:i int4_avg_accum_inv(_int8,int4)_int8:i
    int4_avg_combine(_int8,_int8)_int8:i int4_mul_cash(int4,money)money:i int4_sum(int8,int4)int8:i
    int4abs(int4)int4:i int4and(int4,int4)int4:i int4div(int4,int4)int4:i int4eq(int4,int4)bool:i
    int4ge(int4,int4)bool:i int4gt(int4,int4)bool:i int4in(cstring)int4:i int4inc(int4)int4:i
    int4larger(int4,int4)int4:i int4le(int4,int4)bool:i int4lt(int4,int4)bool:i
    int4mi(int4,int4)int4:i int4mod(int4,int4)int4:i int4mul(int4,int4)int4:i
    int4multirange()int4multirange:i int4multirange(int4range)int4multirange:i
    int4multirange(_int4range)int4multirange:i+ int4ne(int4,int4)bool:i int4not(int4)int4:i
    int4or(int4,int4)int4:i int4out(int4)cstring:i int4pl(int4,int4)int4:i
    int4range(int4,int4)int4range:i int4range(int4,int4,text)int4range:i
    int4range_canonical(int4range)int4range:i int4range_subdiff(int4,int4)float8:i
    int4send(int4)bytea:i int4shl(int4,int4)int4:i int4shr(int4,int4)int4:i
    int4smaller(int4,int4)int4:i int4um(int4)int4:i int4up(int4)int4:i int4xor(int4,int4)int4:i
    int8(int4)int8:i int8(float8)int8:i int8(float4)int8:i int8(int2)int8:i int8(oid)int8:i
    int8(numeric)int8:i int8(bit)int8:i int8(jsonb)int8:i int82div(int8,int2)int8:i
    int82eq(int8,int2)bool:i int82ge(int8,int2)bool:i int82gt(int8,int2)bool:i
    int82le(int8,int2)bool:i int82lt(int8,int2)bool:i int82mi(int8,int2)int8:i
    int82mul(int8,int2)int8:i int82ne(int8,int2)bool:i int82pl(int8,int2)int8:i
    int84div(int8,int4)int8:i int84eq(int8,int4)bool:i int84ge(int8,int4)bool:i
    int84gt(int8,int4)bool:i int84le(int8,int4)bool:i int84lt(int8,int4)bool:i
    int84mi(int8,int4)int8:i int84mul(int8,int4)int8:i int84ne(int8,int4)bool:i
    int84pl(int8,int4)int8:i int8_avg(_int8)numeric:i int8_mul_cash(int8,money)money:i
    int8_sum(numeric,int8)numeric:i int8abs(int8)int8:i int8and(int8,int8)int8:i int8dec(int8)int8:i
    int8dec_any(int8,any)int8:i int8div(int8,int8)int8:i int8eq(int8,int8)bool:i
    int8ge(int8,int8)bool:i int8gt(int8,int8)bool:i int8in(cstring)int8:i int8inc(int8)int8:i
    int8inc_any(int8,any)int8:i int8inc_float8_float8(int8,float8,float8)int8:i
    int8larger(int8,int8)int8:i int8le(int8,int8)bool:i int8lt(int8,int8)bool:i
    int8mi(int8,int8)int8:i int8mod(int8,int8)int8:i int8mul(int8,int8)int8:i
    int8multirange()int8multirange:i int8multirange(int8range)int8multirange:i
    int8multirange(_int8range)int8multirange:i+ int8ne(int8,int8)bool:i int8not(int8)int8:i
    int8or(int8,int8)int8:i int8out(int8)cstring:i int8pl(int8,int8)int8:i
    int8pl_inet(int8,inet)inet:i int8range(int8,int8)int8range:i
    int8range(int8,int8,text)int8range:i int8range_canonical(int8range)int8range:i
    int8range_subdiff(int8,int8)float8:i int8send(int8)bytea:i int8shl(int8,int4)int8:i
    int8shr(int8,int4)int8:i int8smaller(int8,int8)int8:i int8um(int8)int8:i int8up(int8)int8:i
    int8xor(int8,int8)int8:i integer_pl_date(int4,date)date:i inter_lb(line,box)bool:i
    inter_sb(lseg,box)bool:i inter_sl(lseg,line)bool:i interval(interval,int4)interval:i
    interval(time)interval:i interval_accum(_interval,interval)_interval:i
    interval_accum_inv(_interval,interval)_interval:i interval_avg(_interval)interval:i
    interval_cmp(interval,interval)int4:i interval_combine(_interval,_interval)_interval:i
    interval_div(interval,float8)interval:i interval_eq(interval,interval)bool:i
    interval_ge(interval,interval)bool:i interval_gt(interval,interval)bool:i
    interval_hash(interval)int4:i interval_hash_extended(interval,int8)int8:i
    interval_in(cstring,oid,int4)interval:s interval_larger(interval,interval)interval:i
    interval_le(interval,interval)bool:i interval_lt(interval,interval)bool:i
    interval_mi(interval,interval)interval:i interval_mul(interval,float8)interval:i
    interval_ne(interval,interval)bool:i interval_out(interval)cstring:s
    interval_pl(interval,interval)interval:i interval_pl_date(interval,date)timestamp:i
    interval_pl_time(interval,time)time:i interval_pl_timestamp(interval,timestamp)timestamp:i
    interval_pl_timestamptz(interval,timestamptz)timestamptz:s
    interval_pl_timetz(interval,timetz)timetz:i interval_send(interval)bytea:i
    interval_smaller(interval,interval)interval:i interval_um(interval)interval:i
    intervaltypmodin(_cstring)int4:i intervaltypmodout(int4)cstring:i
    is_normalized(text,text)bool:i1 isclosed(path)bool:i isempty(anyrange)bool:i
    isempty(anymultirange)bool:i isfinite(date)bool:i isfinite(timestamptz)bool:i
    isfinite(interval)bool:i isfinite(timestamp)bool:i ishorizontal(point,point)bool:i
    ishorizontal(lseg)bool:i ishorizontal(line)bool:i isopen(path)bool:i isparallel(lseg,lseg)bool:i
    isparallel(line,line)bool:i isperp(lseg,lseg)bool:i isperp(line,line)bool:i
    isvertical(point,point)bool:i isvertical(lseg)bool:i isvertical(line)bool:i
    json_agg(anyelement)json:sa json_array_element(json,int4)json:i
    json_array_element_text(json,int4)text:i json_array_elements(json)json:i*
    json_array_elements_text(json)text:i* json_array_length(json)int4:i json_build_array(any)json:s+
    json_build_array()json:s json_build_object(any)json:s+ json_build_object()json:s
    json_each(json)record:i* json_each_text(json)record:i* json_extract_path(json,_text)json:i+
    json_extract_path_text(json,_text)text:i+ json_in(cstring)json:i json_object(_text)json:i
    json_object(_text,_text)json:i json_object_agg(any,any)json:sa
    json_object_field(json,text)json:i json_object_field_text(json,text)text:i
    json_object_keys(json)text:i* json_out(json)cstring:i
    json_populate_record(anyelement,json,bool)anyelement:s1
    json_populate_recordset(anyelement,json,bool)anyelement:s*1 json_send(json)bytea:i
    json_strip_nulls(json)json:i json_to_record(json)record:s json_to_recordset(json)record:s*
    json_to_tsvector(json,jsonb)tsvector:s json_to_tsvector(regconfig,json,jsonb)tsvector:i
    json_typeof(json)text:i jsonb_agg(anyelement)jsonb:sa jsonb_array_element(jsonb,int4)jsonb:i
    jsonb_array_element_text(jsonb,int4)text:i jsonb_array_elements(jsonb)jsonb:i*
    jsonb_array_elements_text(jsonb)text:i* jsonb_array_length(jsonb)int4:i
    jsonb_build_array(any)jsonb:s+ jsonb_build_array()jsonb:s jsonb_build_object(any)jsonb:s+
    jsonb_build_object()jsonb:s jsonb_cmp(jsonb,jsonb)int4:i jsonb_concat(jsonb,jsonb)jsonb:i
    jsonb_contained(jsonb,jsonb)bool:i jsonb_contains(jsonb,jsonb)bool:i
    jsonb_delete(jsonb,text)jsonb:i jsonb_delete(jsonb,int4)jsonb:i
    jsonb_delete(jsonb,_text)jsonb:i+ jsonb_delete_path(jsonb,_text)jsonb:i
    jsonb_each(jsonb)record:i* jsonb_each_text(jsonb)record:i* jsonb_eq(jsonb,jsonb)bool:i
    jsonb_exists(jsonb,text)bool:i jsonb_exists_all(jsonb,_text)bool:i
    jsonb_exists_any(jsonb,_text)bool:i jsonb_extract_path(jsonb,_text)jsonb:i+
    jsonb_extract_path_text(jsonb,_text)text:i+ jsonb_ge(jsonb,jsonb)bool:i
    jsonb_gt(jsonb,jsonb)bool:i jsonb_hash(jsonb)int4:i jsonb_hash_extended(jsonb,int8)int8:i
    jsonb_in(cstring)jsonb:i jsonb_insert(jsonb,_text,jsonb,bool)jsonb:i1
    jsonb_le(jsonb,jsonb)bool:i jsonb_lt(jsonb,jsonb)bool:i jsonb_ne(jsonb,jsonb)bool:i
    jsonb_object(_text)jsonb:i jsonb_object(_text,_text)jsonb:i jsonb_object_agg(any,any)jsonb:ia
    jsonb_object_field(jsonb,text)jsonb:i jsonb_object_field_text(jsonb,text)text:i
    jsonb_object_keys(jsonb)text:i* jsonb_out(jsonb)cstring:i
    jsonb_path_exists(jsonb,jsonpath,jsonb,bool)bool:i2 jsonb_path_exists_opr(jsonb,jsonpath)bool:i
    jsonb_path_exists_tz(jsonb,jsonpath,jsonb,bool)bool:s2
    jsonb_path_match(jsonb,jsonpath,jsonb,bool)bool:i2 jsonb_path_match_opr(jsonb,jsonpath)bool:i
    jsonb_path_match_tz(jsonb,jsonpath,jsonb,bool)bool:s2
    jsonb_path_query(jsonb,jsonpath,jsonb,bool)jsonb:i*2
    jsonb_path_query_array(jsonb,jsonpath,jsonb,bool)jsonb:i2
    jsonb_path_query_array_tz(jsonb,jsonpath,jsonb,bool)jsonb:s2
    jsonb_path_query_first(jsonb,jsonpath,jsonb,bool)jsonb:i2
    jsonb_path_query_first_tz(jsonb,jsonpath,jsonb,bool)jsonb:s2
    jsonb_path_query_tz(jsonb,jsonpath,jsonb,bool)jsonb:s*2
    jsonb_populate_record(anyelement,jsonb)anyelement:s
    jsonb_populate_recordset(anyelement,jsonb)anyelement:s* jsonb_pretty(jsonb)text:i
    jsonb_send(jsonb)bytea:i jsonb_set(jsonb,_text,jsonb,bool)jsonb:i1
    jsonb_set_lax(jsonb,_text,jsonb,bool,text)jsonb:i2 jsonb_strip_nulls(jsonb)jsonb:i
    jsonb_to_record(jsonb)record:s jsonb_to_recordset(jsonb)record:s*
    jsonb_to_tsvector(jsonb,jsonb)tsvector:s jsonb_to_tsvector(regconfig,jsonb,jsonb)tsvector:i
    jsonb_typeof(jsonb)text:i jsonpath_in(cstring)jsonpath:i jsonpath_out(jsonpath)cstring:i
    jsonpath_send(jsonpath)bytea:i justify_days(interval)interval:i
    justify_hours(interval)interval:i justify_interval(interval)interval:i
    lag(anyelement)anyelement:iw lag(anyelement,int4)anyelement:iw
    lag(anycompatible,int4,anycompatible)anycompatible:iw
    language_handler_in(cstring)language_handler:i language_handler_out(language_handler)cstring:i
    last_value(anyelement)anyelement:iw lastval()int8:v lcm(int4,int4)int4:i lcm(int8,int8)int8:i
    lcm(numeric,numeric)numeric:i lead(anyelement)anyelement:iw lead(anyelement,int4)anyelement:iw
    lead(anycompatible,int4,anycompatible)anycompatible:iw left(text,int4)text:i length(text)int4:i
    length(bpchar)int4:i length(lseg)float8:i length(path)float8:i length(bit)int4:i
    length(bytea,name)int4:s length(bytea)int4:i length(tsvector)int4:i like(text,text)bool:i
    like(name,text)bool:i like(bytea,bytea)bool:i like_escape(text,text)text:i
    like_escape(bytea,bytea)bytea:i line(point,point)line:i line_distance(line,line)float8:i
    line_eq(line,line)bool:i line_horizontal(line)bool:i line_in(cstring)line:i
    line_interpt(line,line)point:i line_intersect(line,line)bool:i line_out(line)cstring:i
    line_parallel(line,line)bool:i line_perp(line,line)bool:i line_send(line)bytea:i
    line_vertical(line)bool:i ln(float8)float8:i ln(numeric)numeric:i lo_close(int4)int4:v
    lo_creat(int4)oid:v lo_create(oid)oid:v lo_export(oid,text)int4:v lo_from_bytea(oid,bytea)oid:v
    lo_get(oid)bytea:v lo_get(oid,int8,int4)bytea:v lo_import(text)oid:v lo_import(text,oid)oid:v
    lo_lseek(int4,int4,int4)int4:v lo_lseek64(int4,int8,int4)int8:v lo_open(oid,int4)int4:v
    lo_put(oid,int8,bytea)void:v lo_tell(int4)int4:v lo_tell64(int4)int8:v
    lo_truncate(int4,int4)int4:v lo_truncate64(int4,int8)int4:v lo_unlink(oid)int4:v
    log(float8)float8:i log(numeric,numeric)numeric:i log(numeric)numeric:i log10(float8)float8:i
    log10(numeric)numeric:i loread(int4,int4)bytea:v lower(text)text:i lower(anyrange)anyelement:i
    lower(anymultirange)anyelement:i lower_inc(anyrange)bool:i lower_inc(anymultirange)bool:i
    lower_inf(anyrange)bool:i lower_inf(anymultirange)bool:i lowrite(int4,bytea)int4:v
    lpad(text,int4,text)text:i lpad(text,int4)text:i lseg(point,point)lseg:i lseg(box)lseg:i
    lseg_center(lseg)point:i lseg_distance(lseg,lseg)float8:i lseg_eq(lseg,lseg)bool:i
    lseg_ge(lseg,lseg)bool:i lseg_gt(lseg,lseg)bool:i lseg_horizontal(lseg)bool:i
    lseg_in(cstring)lseg:i lseg_interpt(lseg,lseg)point:i lseg_intersect(lseg,lseg)bool:i
    lseg_le(lseg,lseg)bool:i lseg_length(lseg)float8:i lseg_lt(lseg,lseg)bool:i
    lseg_ne(lseg,lseg)bool:i lseg_out(lseg)cstring:i lseg_parallel(lseg,lseg)bool:i
    lseg_perp(lseg,lseg)bool:i lseg_send(lseg)bytea:i lseg_vertical(lseg)bool:i
    ltrim(text,text)text:i ltrim(text)text:i ltrim(bytea,bytea)bytea:i macaddr(macaddr8)macaddr:i
    macaddr8(macaddr)macaddr8:i macaddr8_and(macaddr8,macaddr8)macaddr8:i
    macaddr8_cmp(macaddr8,macaddr8)int4:i macaddr8_eq(macaddr8,macaddr8)bool:i
    macaddr8_ge(macaddr8,macaddr8)bool:i macaddr8_gt(macaddr8,macaddr8)bool:i
    macaddr8_in(cstring)macaddr8:i macaddr8_le(macaddr8,macaddr8)bool:i
    macaddr8_lt(macaddr8,macaddr8)bool:i macaddr8_ne(macaddr8,macaddr8)bool:i
    macaddr8_not(macaddr8)macaddr8:i macaddr8_or(macaddr8,macaddr8)macaddr8:i
    macaddr8_out(macaddr8)cstring:i macaddr8_send(macaddr8)bytea:i
    macaddr8_set7bit(macaddr8)macaddr8:i macaddr_and(macaddr,macaddr)macaddr:i
    macaddr_cmp(macaddr,macaddr)int4:i macaddr_eq(macaddr,macaddr)bool:i
    macaddr_ge(macaddr,macaddr)bool:i macaddr_gt(macaddr,macaddr)bool:i macaddr_in(cstring)macaddr:i
    macaddr_le(macaddr,macaddr)bool:i macaddr_lt(macaddr,macaddr)bool:i
    macaddr_ne(macaddr,macaddr)bool:i macaddr_not(macaddr)macaddr:i
    macaddr_or(macaddr,macaddr)macaddr:i macaddr_out(macaddr)cstring:i macaddr_send(macaddr)bytea:i
    make_date(int4,int4,int4)date:i make_interval(int4,int4,int4,int4,int4,int4,float8)interval:i7
    make_time(int4,int4,float8)time:i make_timestamp(int4,int4,int4,int4,int4,float8)timestamp:i
    make_timestamptz(int4,int4,int4,int4,int4,float8)timestamptz:s
    make_timestamptz(int4,int4,int4,int4,int4,float8,text)timestamptz:s
    makeaclitem(oid,oid,text,bool)aclitem:i masklen(inet)int4:i max(anyarray)anyarray:ia
    max(int8)int8:ia max(int4)int4:ia max(int2)int2:ia max(oid)oid:ia max(float4)float4:ia
    max(float8)float8:ia max(date)date:ia max(time)time:ia max(timetz)timetz:ia max(money)money:ia
    max(timestamp)timestamp:ia max(timestamptz)timestamptz:ia max(interval)interval:ia
    max(text)text:ia max(numeric)numeric:ia max(bpchar)bpchar:ia max(tid)tid:ia
    max(anyenum)anyenum:ia max(inet)inet:ia max(pg_lsn)pg_lsn:ia max(xid8)xid8:ia md5(text)text:i
    md5(bytea)text:i min(anyarray)anyarray:ia min(int8)int8:ia min(int4)int4:ia min(int2)int2:ia
    min(oid)oid:ia min(float4)float4:ia min(float8)float8:ia min(date)date:ia min(time)time:ia
    min(timetz)timetz:ia min(money)money:ia min(timestamp)timestamp:ia
    min(timestamptz)timestamptz:ia min(interval)interval:ia min(text)text:ia min(numeric)numeric:ia
    min(bpchar)bpchar:ia min(tid)tid:ia min(anyenum)anyenum:ia min(inet)inet:ia min(pg_lsn)pg_lsn:ia
    min(xid8)xid8:ia min_scale(numeric)int4:i mod(int2,int2)int2:i mod(int4,int4)int4:i
    mod(int8,int8)int8:i mod(numeric,numeric)numeric:i mode(anyelement)anyelement:ia
    money(int4)money:s money(int8)money:s money(numeric)money:s
    mul_d_interval(float8,interval)interval:i multirange(anyrange)anymultirange:i
    multirange_adjacent_multirange(anymultirange,anymultirange)bool:i
    multirange_adjacent_range(anymultirange,anyrange)bool:i
    multirange_after_multirange(anymultirange,anymultirange)bool:i
    multirange_after_range(anymultirange,anyrange)bool:i
    multirange_before_multirange(anymultirange,anymultirange)bool:i
    multirange_before_range(anymultirange,anyrange)bool:i
    multirange_cmp(anymultirange,anymultirange)int4:i
    multirange_contained_by_multirange(anymultirange,anymultirange)bool:i
    multirange_contained_by_range(anymultirange,anyrange)bool:i
    multirange_contains_elem(anymultirange,anyelement)bool:i
    multirange_contains_multirange(anymultirange,anymultirange)bool:i
    multirange_contains_range(anymultirange,anyrange)bool:i
    multirange_eq(anymultirange,anymultirange)bool:i
    multirange_ge(anymultirange,anymultirange)bool:i
    multirange_gt(anymultirange,anymultirange)bool:i multirange_in(cstring,oid,int4)anymultirange:s
    multirange_intersect(anymultirange,anymultirange)anymultirange:i
    multirange_intersect_agg_transfn(anymultirange,anymultirange)anymultirange:i
    multirange_le(anymultirange,anymultirange)bool:i
    multirange_lt(anymultirange,anymultirange)bool:i
    multirange_minus(anymultirange,anymultirange)anymultirange:i
    multirange_ne(anymultirange,anymultirange)bool:i multirange_out(anymultirange)cstring:s
    multirange_overlaps_multirange(anymultirange,anymultirange)bool:i
    multirange_overlaps_range(anymultirange,anyrange)bool:i
    multirange_overleft_multirange(anymultirange,anymultirange)bool:i
    multirange_overleft_range(anymultirange,anyrange)bool:i
    multirange_overright_multirange(anymultirange,anymultirange)bool:i
    multirange_overright_range(anymultirange,anyrange)bool:i multirange_send(anymultirange)bytea:s
    multirange_union(anymultirange,anymultirange)anymultirange:i mxid_age(xid)int4:s
    name(text)name:i name(bpchar)name:i name(varchar)name:i nameconcatoid(name,oid)name:i
    nameeq(name,name)bool:i nameeqtext(name,text)bool:i namege(name,name)bool:i
    namegetext(name,text)bool:i namegt(name,name)bool:i namegttext(name,text)bool:i
    nameiclike(name,text)bool:i nameicnlike(name,text)bool:i nameicregexeq(name,text)bool:i
    nameicregexne(name,text)bool:i namein(cstring)name:i namele(name,name)bool:i
    nameletext(name,text)bool:i namelike(name,text)bool:i namelt(name,name)bool:i
    namelttext(name,text)bool:i namene(name,name)bool:i namenetext(name,text)bool:i
    namenlike(name,text)bool:i nameout(name)cstring:i nameregexeq(name,text)bool:i
    nameregexne(name,text)bool:i namesend(name)bytea:s netmask(inet)inet:i network(inet)cidr:i
    network_cmp(inet,inet)int4:i network_eq(inet,inet)bool:i network_ge(inet,inet)bool:i
    network_gt(inet,inet)bool:i network_larger(inet,inet)inet:i network_le(inet,inet)bool:i
    network_lt(inet,inet)bool:i network_ne(inet,inet)bool:i network_overlap(inet,inet)bool:i
    network_smaller(inet,inet)inet:i network_sub(inet,inet)bool:i network_subeq(inet,inet)bool:i
    network_sup(inet,inet)bool:i network_supeq(inet,inet)bool:i nextval(regclass)int8:v
    normalize(text,text)text:i1 notlike(text,text)bool:i notlike(name,text)bool:i
    notlike(bytea,bytea)bool:i now()timestamptz:s npoints(path)int4:i npoints(polygon)int4:i
    nth_value(anyelement,int4)anyelement:iw ntile(int4)int4:iw num_nonnulls(any)int4:i+
    num_nulls(any)int4:i+ numeric(numeric,int4)numeric:i numeric(int4)numeric:i
    numeric(float4)numeric:i numeric(float8)numeric:i numeric(int8)numeric:i numeric(int2)numeric:i
    numeric(jsonb)numeric:i numeric(money)numeric:s numeric_abs(numeric)numeric:i
    numeric_add(numeric,numeric)numeric:i numeric_cmp(numeric,numeric)int4:i
    numeric_div(numeric,numeric)numeric:i numeric_div_trunc(numeric,numeric)numeric:i
    numeric_eq(numeric,numeric)bool:i numeric_exp(numeric)numeric:i
    numeric_ge(numeric,numeric)bool:i numeric_gt(numeric,numeric)bool:i
    numeric_in(cstring,oid,int4)numeric:i numeric_inc(numeric)numeric:i
    numeric_larger(numeric,numeric)numeric:i numeric_le(numeric,numeric)bool:i
    numeric_ln(numeric)numeric:i numeric_log(numeric,numeric)numeric:i
    numeric_lt(numeric,numeric)bool:i numeric_mod(numeric,numeric)numeric:i
    numeric_mul(numeric,numeric)numeric:i numeric_ne(numeric,numeric)bool:i
    numeric_out(numeric)cstring:i numeric_pl_pg_lsn(numeric,pg_lsn)pg_lsn:i
    numeric_power(numeric,numeric)numeric:i numeric_send(numeric)bytea:i
    numeric_smaller(numeric,numeric)numeric:i numeric_sqrt(numeric)numeric:i
    numeric_sub(numeric,numeric)numeric:i numeric_uminus(numeric)numeric:i
    numeric_uplus(numeric)numeric:i numerictypmodin(_cstring)int4:i numerictypmodout(int4)cstring:i
    nummultirange()nummultirange:i nummultirange(numrange)nummultirange:i
    nummultirange(_numrange)nummultirange:i+ numnode(tsquery)int4:i
    numrange(numeric,numeric)numrange:i numrange(numeric,numeric,text)numrange:i
    numrange_subdiff(numeric,numeric)float8:i obj_description(oid,name)text:s
    obj_description(oid)text:s octet_length(bytea)int4:i octet_length(text)int4:i
    octet_length(bpchar)int4:i octet_length(bit)int4:i oid(int8)oid:i oideq(oid,oid)bool:i
    oidge(oid,oid)bool:i oidgt(oid,oid)bool:i oidin(cstring)oid:i oidlarger(oid,oid)oid:i
    oidle(oid,oid)bool:i oidlt(oid,oid)bool:i oidne(oid,oid)bool:i oidout(oid)cstring:i
    oidsend(oid)bytea:i oidsmaller(oid,oid)oid:i oidvectoreq(oidvector,oidvector)bool:i
    oidvectorge(oidvector,oidvector)bool:i oidvectorgt(oidvector,oidvector)bool:i
    oidvectorin(cstring)oidvector:i oidvectorle(oidvector,oidvector)bool:i
    oidvectorlt(oidvector,oidvector)bool:i oidvectorne(oidvector,oidvector)bool:i
    oidvectorout(oidvector)cstring:i oidvectorsend(oidvector)bytea:i oidvectortypes(oidvector)text:s
    on_pb(point,box)bool:i on_pl(point,line)bool:i on_ppath(point,path)bool:i
    on_ps(point,lseg)bool:i on_sb(lseg,box)bool:i on_sl(lseg,line)bool:i
    overlaps(timetz,timetz,timetz,timetz)bool:i
    overlaps(timestamptz,timestamptz,timestamptz,timestamptz)bool:i
    overlaps(timestamptz,interval,timestamptz,interval)bool:s
    overlaps(timestamptz,timestamptz,timestamptz,interval)bool:s
    overlaps(timestamptz,interval,timestamptz,timestamptz)bool:s overlaps(time,time,time,time)bool:i
    overlaps(time,interval,time,interval)bool:i overlaps(time,time,time,interval)bool:i
    overlaps(time,interval,time,time)bool:i overlaps(timestamp,timestamp,timestamp,timestamp)bool:i
    overlaps(timestamp,interval,timestamp,interval)bool:i
    overlaps(timestamp,timestamp,timestamp,interval)bool:i
    overlaps(timestamp,interval,timestamp,timestamp)bool:i overlay(bytea,bytea,int4,int4)bytea:i
    overlay(bytea,bytea,int4)bytea:i overlay(text,text,int4,int4)text:i
    overlay(text,text,int4)text:i overlay(bit,bit,int4,int4)bit:i overlay(bit,bit,int4)bit:i
    parse_ident(text,bool)_text:i1 path(polygon)path:i path_add(path,path)path:i
    path_add_pt(path,point)path:i path_contain_pt(path,point)bool:i path_distance(path,path)float8:i
    path_div_pt(path,point)path:i path_in(cstring)path:i path_inter(path,path)bool:i
    path_length(path)float8:i path_mul_pt(path,point)path:i path_n_eq(path,path)bool:i
    path_n_ge(path,path)bool:i path_n_gt(path,path)bool:i path_n_le(path,path)bool:i
    path_n_lt(path,path)bool:i path_npoints(path)int4:i path_out(path)cstring:i
    path_send(path)bytea:i path_sub_pt(path,point)path:i pclose(path)path:i percent_rank()float8:iw
    percent_rank(any)float8:ia+ percentile_cont(float8,float8)float8:ia
    percentile_cont(float8,interval)interval:ia percentile_cont(_float8,float8)_float8:ia
    percentile_cont(_float8,interval)_interval:ia percentile_disc(float8,anyelement)anyelement:ia
    percentile_disc(_float8,anyelement)anyarray:ia pg_advisory_lock(int8)void:v
    pg_advisory_lock(int4,int4)void:v pg_advisory_lock_shared(int8)void:v
    pg_advisory_lock_shared(int4,int4)void:v pg_advisory_unlock(int8)bool:v
    pg_advisory_unlock(int4,int4)bool:v pg_advisory_unlock_all()void:v
    pg_advisory_unlock_shared(int8)bool:v pg_advisory_unlock_shared(int4,int4)bool:v
    pg_advisory_xact_lock(int8)void:v pg_advisory_xact_lock(int4,int4)void:v
    pg_advisory_xact_lock_shared(int8)void:v pg_advisory_xact_lock_shared(int4,int4)void:v
    pg_available_extension_versions()record:s* pg_available_extensions()record:s*
    pg_backend_pid()int4:s pg_backup_start(text,bool)pg_lsn:v1 pg_backup_stop(bool)record:v1
    pg_blocking_pids(int4)_int4:v pg_cancel_backend(int4)bool:v pg_char_to_encoding(name)int4:s
    pg_client_encoding()name:s pg_collation_actual_version(oid)text:v pg_collation_for(any)text:s
    pg_collation_is_visible(oid)bool:s pg_column_compression(any)text:s
    pg_column_is_updatable(regclass,int2,bool)bool:s pg_column_size(any)int4:s
    pg_conf_load_time()timestamptz:s pg_config()record:s* pg_control_checkpoint()record:v
    pg_control_init()record:v pg_control_recovery()record:v pg_control_system()record:v
    pg_conversion_is_visible(oid)bool:s
    pg_copy_logical_replication_slot(name,name,bool,name)record:v
    pg_copy_logical_replication_slot(name,name,bool)record:v
    pg_copy_logical_replication_slot(name,name)record:v
    pg_copy_physical_replication_slot(name,name,bool)record:v
    pg_copy_physical_replication_slot(name,name)record:v
    pg_create_logical_replication_slot(name,name,bool,bool)record:v2
    pg_create_physical_replication_slot(name,bool,bool)record:v2
    pg_create_restore_point(text)pg_lsn:v pg_current_logfile()text:v pg_current_logfile(text)text:v
    pg_current_snapshot()pg_snapshot:s pg_current_wal_flush_lsn()pg_lsn:v
    pg_current_wal_insert_lsn()pg_lsn:v pg_current_wal_lsn()pg_lsn:v pg_current_xact_id()xid8:s
    pg_current_xact_id_if_assigned()xid8:s pg_cursor()record:s*
    pg_database_collation_actual_version(oid)text:v pg_database_size(name)int8:v
    pg_database_size(oid)int8:v pg_ddl_command_in(cstring)pg_ddl_command:i
    pg_ddl_command_out(pg_ddl_command)cstring:i pg_ddl_command_send(pg_ddl_command)bytea:i
    pg_dependencies_in(cstring)pg_dependencies:i pg_dependencies_out(pg_dependencies)cstring:i
    pg_dependencies_send(pg_dependencies)bytea:s pg_describe_object(oid,oid,int4)text:s
    pg_drop_replication_slot(name)void:v pg_encoding_max_length(int4)int4:i
    pg_encoding_to_char(int4)name:s pg_event_trigger_ddl_commands()record:s*
    pg_event_trigger_dropped_objects()record:s* pg_event_trigger_table_rewrite_oid()oid:s
    pg_event_trigger_table_rewrite_reason()int4:s pg_export_snapshot()text:v
    pg_extension_config_dump(regclass,text)void:v pg_extension_update_paths(name)record:s*
    pg_filenode_relation(oid,oid)regclass:s pg_function_is_visible(oid)bool:s
    pg_get_backend_memory_contexts()record:v* pg_get_catalog_foreign_keys()record:s*
    pg_get_constraintdef(oid)text:s pg_get_constraintdef(oid,bool)text:s
    pg_get_expr(pg_node_tree,oid)text:s pg_get_expr(pg_node_tree,oid,bool)text:s
    pg_get_function_arg_default(oid,int4)text:s pg_get_function_arguments(oid)text:s
    pg_get_function_identity_arguments(oid)text:s pg_get_function_result(oid)text:s
    pg_get_function_sqlbody(oid)text:s pg_get_functiondef(oid)text:s pg_get_indexdef(oid)text:s
    pg_get_indexdef(oid,int4,bool)text:s pg_get_keywords()record:s*
    pg_get_multixact_members(xid)record:v* pg_get_object_address(text,_text,_text)record:s
    pg_get_partition_constraintdef(oid)text:s pg_get_partkeydef(oid)text:s
    pg_get_publication_tables(text)record:s* pg_get_replica_identity_index(regclass)regclass:s
    pg_get_replication_slots()record:s* pg_get_ruledef(oid)text:s pg_get_ruledef(oid,bool)text:s
    pg_get_serial_sequence(text,text)text:s pg_get_shmem_allocations()record:v*
    pg_get_statisticsobjdef(oid)text:s pg_get_statisticsobjdef_columns(oid)text:s
    pg_get_statisticsobjdef_expressions(oid)_text:s pg_get_triggerdef(oid)text:s
    pg_get_triggerdef(oid,bool)text:s pg_get_userbyid(oid)name:s pg_get_viewdef(text)text:s
    pg_get_viewdef(oid)text:s pg_get_viewdef(text,bool)text:s pg_get_viewdef(oid,bool)text:s
    pg_get_viewdef(oid,int4)text:s pg_get_wal_replay_pause_state()text:v
    pg_get_wal_resource_managers()record:v* pg_has_role(name,name,text)bool:s
    pg_has_role(name,oid,text)bool:s pg_has_role(oid,name,text)bool:s
    pg_has_role(oid,oid,text)bool:s pg_has_role(name,text)bool:s pg_has_role(oid,text)bool:s
    pg_hba_file_rules()record:v* pg_ident_file_mappings()record:v*
    pg_identify_object(oid,oid,int4)record:s pg_identify_object_as_address(oid,oid,int4)record:s
    pg_import_system_collations(regnamespace)int4:v
    pg_index_column_has_property(regclass,int4,text)bool:s
    pg_index_has_property(regclass,text)bool:s pg_indexam_has_property(oid,text)bool:s
    pg_indexam_progress_phasename(oid,int8)text:i pg_indexes_size(regclass)int8:v
    pg_is_in_recovery()bool:v pg_is_other_temp_schema(oid)bool:s pg_is_wal_replay_paused()bool:v
    pg_isolation_test_session_is_blocked(int4,_int4)bool:v pg_jit_available()bool:v
    pg_last_committed_xact()record:v pg_last_wal_receive_lsn()pg_lsn:v
    pg_last_wal_replay_lsn()pg_lsn:v pg_last_xact_replay_timestamp()timestamptz:v
    pg_listening_channels()text:s* pg_lock_status()record:v*
    pg_log_backend_memory_contexts(int4)bool:v pg_logical_emit_message(bool,text,text)pg_lsn:v
    pg_logical_emit_message(bool,text,bytea)pg_lsn:v
    pg_logical_slot_get_binary_changes(name,pg_lsn,int4,_text)record:v*+1
    pg_logical_slot_get_changes(name,pg_lsn,int4,_text)record:v*+1
    pg_logical_slot_peek_binary_changes(name,pg_lsn,int4,_text)record:v*+1
    pg_logical_slot_peek_changes(name,pg_lsn,int4,_text)record:v*+1
    pg_ls_archive_statusdir()record:v* pg_ls_dir(text)text:v* pg_ls_dir(text,bool,bool)text:v*
    pg_ls_logdir()record:v* pg_ls_logicalmapdir()record:v* pg_ls_logicalsnapdir()record:v*
    pg_ls_replslotdir(text)record:v* pg_ls_tmpdir()record:v* pg_ls_tmpdir(oid)record:v*
    pg_ls_waldir()record:v* pg_lsn(numeric)pg_lsn:i pg_lsn_cmp(pg_lsn,pg_lsn)int4:i
    pg_lsn_eq(pg_lsn,pg_lsn)bool:i pg_lsn_ge(pg_lsn,pg_lsn)bool:i pg_lsn_gt(pg_lsn,pg_lsn)bool:i
    pg_lsn_hash(pg_lsn)int4:i pg_lsn_hash_extended(pg_lsn,int8)int8:i pg_lsn_in(cstring)pg_lsn:i
    pg_lsn_larger(pg_lsn,pg_lsn)pg_lsn:i pg_lsn_le(pg_lsn,pg_lsn)bool:i
    pg_lsn_lt(pg_lsn,pg_lsn)bool:i pg_lsn_mi(pg_lsn,pg_lsn)numeric:i
    pg_lsn_mii(pg_lsn,numeric)pg_lsn:i pg_lsn_ne(pg_lsn,pg_lsn)bool:i pg_lsn_out(pg_lsn)cstring:i
    pg_lsn_pli(pg_lsn,numeric)pg_lsn:i pg_lsn_send(pg_lsn)bytea:i
    pg_lsn_smaller(pg_lsn,pg_lsn)pg_lsn:i pg_mcv_list_in(cstring)pg_mcv_list:i
    pg_mcv_list_items(pg_mcv_list)record:s* pg_mcv_list_out(pg_mcv_list)cstring:i
    pg_mcv_list_send(pg_mcv_list)bytea:s pg_my_temp_schema()oid:s
    pg_ndistinct_in(cstring)pg_ndistinct:i pg_ndistinct_out(pg_ndistinct)cstring:i
    pg_ndistinct_send(pg_ndistinct)bytea:s pg_nextoid(regclass,name,regclass)oid:v
    pg_node_tree_in(cstring)pg_node_tree:i pg_node_tree_out(pg_node_tree)cstring:i
    pg_node_tree_send(pg_node_tree)bytea:s pg_notification_queue_usage()float8:v
    pg_notify(text,text)void:v pg_opclass_is_visible(oid)bool:s pg_operator_is_visible(oid)bool:s
    """#
}
