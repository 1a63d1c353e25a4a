import HashTreeCollections

extension BuiltinFunctions {
  /// Functions of `pg_catalog` as `name(types)result:flags`.
  static let table1 = #"""
    RI_FKey_cascade_del()trigger:v RI_FKey_cascade_upd()trigger:v RI_FKey_check_ins()trigger:v
    RI_FKey_check_upd()trigger:v RI_FKey_noaction_del()trigger:v RI_FKey_noaction_upd()trigger:v
    RI_FKey_restrict_del()trigger:v RI_FKey_restrict_upd()trigger:v
    RI_FKey_setdefault_del()trigger:v RI_FKey_setdefault_upd()trigger:v
    RI_FKey_setnull_del()trigger:v RI_FKey_setnull_upd()trigger:v abbrev(inet)text:i
    abbrev(cidr)text:i abs(float4)float4:i abs(float8)float8:i abs(int8)int8:i abs(int4)int4:i
    abs(int2)int2:i abs(numeric)numeric:i aclcontains(_aclitem,aclitem)bool:i
    acldefault(char,oid)_aclitem:i aclexplode(_aclitem)record:s*
    aclinsert(_aclitem,aclitem)_aclitem:i aclitemeq(aclitem,aclitem)bool:i
    aclitemin(cstring)aclitem:s aclitemout(aclitem)cstring:s aclremove(_aclitem,aclitem)_aclitem:i
    acos(float8)float8:i acosd(float8)float8:i acosh(float8)float8:i age(xid)int4:s
    age(timestamptz,timestamptz)interval:i age(timestamptz)interval:s
    age(timestamp,timestamp)interval:i age(timestamp)interval:s amvalidate(oid)bool:v
    any_in(cstring)any:i any_out(any)cstring:i anyarray_in(cstring)anyarray:i
    anyarray_out(anyarray)cstring:s anyarray_send(anyarray)bytea:s
    anycompatible_in(cstring)anycompatible:i anycompatible_out(anycompatible)cstring:i
    anycompatiblearray_in(cstring)anycompatiblearray:i
    anycompatiblearray_out(anycompatiblearray)cstring:s
    anycompatiblearray_send(anycompatiblearray)bytea:s
    anycompatiblemultirange_in(cstring,oid,int4)anycompatiblemultirange:s
    anycompatiblemultirange_out(anycompatiblemultirange)cstring:s
    anycompatiblenonarray_in(cstring)anycompatiblenonarray:i
    anycompatiblenonarray_out(anycompatiblenonarray)cstring:i
    anycompatiblerange_in(cstring,oid,int4)anycompatiblerange:s
    anycompatiblerange_out(anycompatiblerange)cstring:s anyelement_in(cstring)anyelement:i
    anyelement_out(anyelement)cstring:i anyenum_in(cstring)anyenum:i anyenum_out(anyenum)cstring:s
    anymultirange_in(cstring,oid,int4)anymultirange:s anymultirange_out(anymultirange)cstring:s
    anynonarray_in(cstring)anynonarray:i anynonarray_out(anynonarray)cstring:i
    anyrange_in(cstring,oid,int4)anyrange:s anyrange_out(anyrange)cstring:s
    anytextcat(anynonarray,text)text:s area(box)float8:i area(path)float8:i area(circle)float8:i
    array_agg(anynonarray)anyarray:ia array_agg(anyarray)anyarray:ia
    array_append(anycompatiblearray,anycompatible)anycompatiblearray:i
    array_cat(anycompatiblearray,anycompatiblearray)anycompatiblearray:i array_dims(anyarray)text:i
    array_eq(anyarray,anyarray)bool:i array_fill(anyelement,_int4)anyarray:i
    array_fill(anyelement,_int4,_int4)anyarray:i array_ge(anyarray,anyarray)bool:i
    array_gt(anyarray,anyarray)bool:i array_in(cstring,oid,int4)anyarray:s
    array_larger(anyarray,anyarray)anyarray:i array_le(anyarray,anyarray)bool:i
    array_length(anyarray,int4)int4:i array_lower(anyarray,int4)int4:i
    array_lt(anyarray,anyarray)bool:i array_ndims(anyarray)int4:i array_ne(anyarray,anyarray)bool:i
    array_out(anyarray)cstring:s array_position(anycompatiblearray,anycompatible)int4:i
    array_position(anycompatiblearray,anycompatible,int4)int4:i
    array_positions(anycompatiblearray,anycompatible)_int4:i
    array_prepend(anycompatible,anycompatiblearray)anycompatiblearray:i
    array_remove(anycompatiblearray,anycompatible)anycompatiblearray:i
    array_replace(anycompatiblearray,anycompatible,anycompatible)anycompatiblearray:i
    array_send(anyarray)bytea:s array_smaller(anyarray,anyarray)anyarray:i
    array_to_json(anyarray)json:s array_to_json(anyarray,bool)json:s
    array_to_string(anyarray,text,text)text:s array_to_string(anyarray,text)text:s
    array_to_tsvector(_text)tsvector:i array_upper(anyarray,int4)int4:i
    arraycontained(anyarray,anyarray)bool:i arraycontains(anyarray,anyarray)bool:i
    arrayoverlap(anyarray,anyarray)bool:i ascii(text)int4:i asin(float8)float8:i
    asind(float8)float8:i asinh(float8)float8:i atan(float8)float8:i atan2(float8,float8)float8:i
    atan2d(float8,float8)float8:i atand(float8)float8:i atanh(float8)float8:i avg(int8)numeric:ia
    avg(int4)numeric:ia avg(int2)numeric:ia avg(numeric)numeric:ia avg(float4)float8:ia
    avg(float8)float8:ia avg(interval)interval:ia
    binary_upgrade_create_empty_extension(text,text,bool,text,_oid,_text,_text)void:v
    binary_upgrade_set_missing_value(oid,text,text)void:v
    binary_upgrade_set_next_array_pg_type_oid(oid)void:v
    binary_upgrade_set_next_heap_pg_class_oid(oid)void:v
    binary_upgrade_set_next_heap_relfilenode(oid)void:v
    binary_upgrade_set_next_index_pg_class_oid(oid)void:v
    binary_upgrade_set_next_index_relfilenode(oid)void:v
    binary_upgrade_set_next_multirange_array_pg_type_oid(oid)void:v
    binary_upgrade_set_next_multirange_pg_type_oid(oid)void:v
    binary_upgrade_set_next_pg_authid_oid(oid)void:v binary_upgrade_set_next_pg_enum_oid(oid)void:v
    binary_upgrade_set_next_pg_tablespace_oid(oid)void:v
    binary_upgrade_set_next_pg_type_oid(oid)void:v
    binary_upgrade_set_next_toast_pg_class_oid(oid)void:v
    binary_upgrade_set_next_toast_relfilenode(oid)void:v
    binary_upgrade_set_record_init_privs(bool)void:v bit(int4,int4)bit:i bit(bit,int4,bool)bit:i
    bit(int8,int4)bit:i bit_and(int2)int2:ia bit_and(int4)int4:ia bit_and(int8)int8:ia
    bit_and(bit)bit:ia bit_count(bit)int8:i bit_count(bytea)int8:i bit_in(cstring,oid,int4)bit:i
    bit_length(bytea)int4:i bit_length(text)int4:i bit_length(bit)int4:i bit_or(int2)int2:ia
    bit_or(int4)int4:ia bit_or(int8)int8:ia bit_or(bit)bit:ia bit_out(bit)cstring:i
    bit_send(bit)bytea:i bit_xor(int2)int2:ia bit_xor(int4)int4:ia bit_xor(int8)int8:ia
    bit_xor(bit)bit:ia bitand(bit,bit)bit:i bitcat(varbit,varbit)varbit:i bitcmp(bit,bit)int4:i
    biteq(bit,bit)bool:i bitge(bit,bit)bool:i bitgt(bit,bit)bool:i bitle(bit,bit)bool:i
    bitlt(bit,bit)bool:i bitne(bit,bit)bool:i bitnot(bit)bit:i bitor(bit,bit)bit:i
    bitshiftleft(bit,int4)bit:i bitshiftright(bit,int4)bit:i bittypmodin(_cstring)int4:i
    bittypmodout(int4)cstring:i bitxor(bit,bit)bit:i bool(int4)bool:i bool(jsonb)bool:i
    bool_and(bool)bool:ia bool_or(bool)bool:ia booland_statefunc(bool,bool)bool:i
    booleq(bool,bool)bool:i boolge(bool,bool)bool:i boolgt(bool,bool)bool:i boolin(cstring)bool:i
    boolle(bool,bool)bool:i boollt(bool,bool)bool:i boolne(bool,bool)bool:i
    boolor_statefunc(bool,bool)bool:i boolout(bool)cstring:i boolsend(bool)bytea:i
    bound_box(box,box)box:i box(point,point)box:i box(polygon)box:i box(circle)box:i box(point)box:i
    box_above(box,box)bool:i box_above_eq(box,box)bool:i box_add(box,point)box:i
    box_below(box,box)bool:i box_below_eq(box,box)bool:i box_center(box)point:i
    box_contain(box,box)bool:i box_contain_pt(box,point)bool:i box_contained(box,box)bool:i
    box_distance(box,box)float8:i box_div(box,point)box:i box_eq(box,box)bool:i
    box_ge(box,box)bool:i box_gt(box,box)bool:i box_in(cstring)box:i box_intersect(box,box)box:i
    box_le(box,box)bool:i box_left(box,box)bool:i box_lt(box,box)bool:i box_mul(box,point)box:i
    box_out(box)cstring:i box_overabove(box,box)bool:i box_overbelow(box,box)bool:i
    box_overlap(box,box)bool:i box_overleft(box,box)bool:i box_overright(box,box)bool:i
    box_right(box,box)bool:i box_same(box,box)bool:i box_send(box)bytea:i box_sub(box,point)box:i
    bpchar(name)bpchar:i bpchar(bpchar,int4,bool)bpchar:i bpchar(char)bpchar:i
    bpchar_larger(bpchar,bpchar)bpchar:i bpchar_pattern_ge(bpchar,bpchar)bool:i
    bpchar_pattern_gt(bpchar,bpchar)bool:i bpchar_pattern_le(bpchar,bpchar)bool:i
    bpchar_pattern_lt(bpchar,bpchar)bool:i bpchar_smaller(bpchar,bpchar)bpchar:i
    bpcharcmp(bpchar,bpchar)int4:i bpchareq(bpchar,bpchar)bool:i bpcharge(bpchar,bpchar)bool:i
    bpchargt(bpchar,bpchar)bool:i bpchariclike(bpchar,text)bool:i bpcharicnlike(bpchar,text)bool:i
    bpcharicregexeq(bpchar,text)bool:i bpcharicregexne(bpchar,text)bool:i
    bpcharin(cstring,oid,int4)bpchar:i bpcharle(bpchar,bpchar)bool:i bpcharlike(bpchar,text)bool:i
    bpcharlt(bpchar,bpchar)bool:i bpcharne(bpchar,bpchar)bool:i bpcharnlike(bpchar,text)bool:i
    bpcharout(bpchar)cstring:i bpcharregexeq(bpchar,text)bool:i bpcharregexne(bpchar,text)bool:i
    bpcharsend(bpchar)bytea:s bpchartypmodin(_cstring)int4:i bpchartypmodout(int4)cstring:i
    brin_bloom_summary_in(cstring)pg_brin_bloom_summary:i
    brin_bloom_summary_out(pg_brin_bloom_summary)cstring:i
    brin_bloom_summary_send(pg_brin_bloom_summary)bytea:s
    brin_desummarize_range(regclass,int8)void:v
    brin_minmax_multi_summary_in(cstring)pg_brin_minmax_multi_summary:i
    brin_minmax_multi_summary_out(pg_brin_minmax_multi_summary)cstring:i
    brin_minmax_multi_summary_send(pg_brin_minmax_multi_summary)bytea:s
    brin_summarize_new_values(regclass)int4:v brin_summarize_range(regclass,int8)int4:v
    broadcast(inet)inet:i btarraycmp(anyarray,anyarray)int4:i btboolcmp(bool,bool)int4:i
    btbpchar_pattern_cmp(bpchar,bpchar)int4:i btcharcmp(char,char)int4:i btequalimage(oid)bool:i
    btfloat48cmp(float4,float8)int4:i btfloat4cmp(float4,float4)int4:i
    btfloat84cmp(float8,float4)int4:i btfloat8cmp(float8,float8)int4:i btint24cmp(int2,int4)int4:i
    btint28cmp(int2,int8)int4:i btint2cmp(int2,int2)int4:i btint42cmp(int4,int2)int4:i
    btint48cmp(int4,int8)int4:i btint4cmp(int4,int4)int4:i btint82cmp(int8,int2)int4:i
    btint84cmp(int8,int4)int4:i btint8cmp(int8,int8)int4:i btnamecmp(name,name)int4:i
    btnametextcmp(name,text)int4:i btoidcmp(oid,oid)int4:i btoidvectorcmp(oidvector,oidvector)int4:i
    btrecordcmp(record,record)int4:i btrecordimagecmp(record,record)int4:i btrim(text,text)text:i
    btrim(text)text:i btrim(bytea,bytea)bytea:i bttext_pattern_cmp(text,text)int4:i
    bttextcmp(text,text)int4:i bttextnamecmp(text,name)int4:i bttidcmp(tid,tid)int4:i
    btvarstrequalimage(oid)bool:i byteacat(bytea,bytea)bytea:i byteacmp(bytea,bytea)int4:i
    byteaeq(bytea,bytea)bool:i byteage(bytea,bytea)bool:i byteagt(bytea,bytea)bool:i
    byteain(cstring)bytea:i byteale(bytea,bytea)bool:i bytealike(bytea,bytea)bool:i
    bytealt(bytea,bytea)bool:i byteane(bytea,bytea)bool:i byteanlike(bytea,bytea)bool:i
    byteaout(bytea)cstring:i byteasend(bytea)bytea:i cardinality(anyarray)int4:i
    cash_cmp(money,money)int4:i cash_div_cash(money,money)float8:i
    cash_div_flt4(money,float4)money:i cash_div_flt8(money,float8)money:i
    cash_div_int2(money,int2)money:i cash_div_int4(money,int4)money:i
    cash_div_int8(money,int8)money:i cash_eq(money,money)bool:i cash_ge(money,money)bool:i
    cash_gt(money,money)bool:i cash_in(cstring)money:s cash_le(money,money)bool:i
    cash_lt(money,money)bool:i cash_mi(money,money)money:i cash_mul_flt4(money,float4)money:i
    cash_mul_flt8(money,float8)money:i cash_mul_int2(money,int2)money:i
    cash_mul_int4(money,int4)money:i cash_mul_int8(money,int8)money:i cash_ne(money,money)bool:i
    cash_out(money)cstring:s cash_pl(money,money)money:i cash_send(money)bytea:i
    cash_words(money)text:i cashlarger(money,money)money:i cashsmaller(money,money)money:i
    cbrt(float8)float8:i ceil(numeric)numeric:i ceil(float8)float8:i ceiling(numeric)numeric:i
    ceiling(float8)float8:i center(box)point:i center(circle)point:i char(int4)char:i
    char(text)char:i char_length(bpchar)int4:i char_length(text)int4:i
    character_length(bpchar)int4:i character_length(text)int4:i chareq(char,char)bool:i
    charge(char,char)bool:i chargt(char,char)bool:i charin(cstring)char:i charle(char,char)bool:i
    charlt(char,char)bool:i charne(char,char)bool:i charout(char)cstring:i charsend(char)bytea:i
    chr(int4)text:i cideq(cid,cid)bool:i cidin(cstring)cid:i cidout(cid)cstring:i cidr(inet)cidr:i
    cidr_in(cstring)cidr:i cidr_out(cidr)cstring:i cidr_send(cidr)bytea:i cidsend(cid)bytea:i
    circle(point,float8)circle:i circle(polygon)circle:i circle(box)circle:i
    circle_above(circle,circle)bool:i circle_add_pt(circle,point)circle:i
    circle_below(circle,circle)bool:i circle_center(circle)point:i
    circle_contain(circle,circle)bool:i circle_contain_pt(circle,point)bool:i
    circle_contained(circle,circle)bool:i circle_distance(circle,circle)float8:i
    circle_div_pt(circle,point)circle:i circle_eq(circle,circle)bool:i
    circle_ge(circle,circle)bool:i circle_gt(circle,circle)bool:i circle_in(cstring)circle:i
    circle_le(circle,circle)bool:i circle_left(circle,circle)bool:i circle_lt(circle,circle)bool:i
    circle_mul_pt(circle,point)circle:i circle_ne(circle,circle)bool:i circle_out(circle)cstring:i
    circle_overabove(circle,circle)bool:i circle_overbelow(circle,circle)bool:i
    circle_overlap(circle,circle)bool:i circle_overleft(circle,circle)bool:i
    circle_overright(circle,circle)bool:i circle_right(circle,circle)bool:i
    circle_same(circle,circle)bool:i circle_send(circle)bytea:i circle_sub_pt(circle,point)circle:i
    clock_timestamp()timestamptz:v close_ls(line,lseg)point:i close_lseg(lseg,lseg)point:i
    close_pb(point,box)point:i close_pl(point,line)point:i close_ps(point,lseg)point:i
    close_sb(lseg,box)point:i col_description(oid,int4)text:s concat(any)text:s+
    concat_ws(text,any)text:s+ convert(bytea,name,name)bytea:s convert_from(bytea,name)text:s
    convert_to(text,name)bytea:s corr(float8,float8)float8:ia cos(float8)float8:i
    cosd(float8)float8:i cosh(float8)float8:i cot(float8)float8:i cotd(float8)float8:i
    count(any)int8:ia count()int8:ia covar_pop(float8,float8)float8:ia
    covar_samp(float8,float8)float8:ia cstring_in(cstring)cstring:i cstring_out(cstring)cstring:i
    cstring_send(cstring)bytea:s cume_dist()float8:iw cume_dist(any)float8:ia+
    current_database()name:s current_query()text:v current_schema()name:s
    current_schemas(bool)_name:s current_setting(text)text:s current_setting(text,bool)text:s
    current_user()name:s currtid2(text,tid)tid:v currval(regclass)int8:v
    cursor_to_xml(refcursor,int4,bool,bool,text)xml:v
    cursor_to_xmlschema(refcursor,bool,bool,text)xml:v database_to_xml(bool,bool,text)xml:s
    database_to_xml_and_xmlschema(bool,bool,text)xml:s database_to_xmlschema(bool,bool,text)xml:s
    date(timestamptz)date:s date(timestamp)date:i date_bin(interval,timestamp,timestamp)timestamp:i
    date_bin(interval,timestamptz,timestamptz)timestamptz:i date_cmp(date,date)int4:i
    date_cmp_timestamp(date,timestamp)int4:i date_cmp_timestamptz(date,timestamptz)int4:s
    date_eq(date,date)bool:i date_eq_timestamp(date,timestamp)bool:i
    date_eq_timestamptz(date,timestamptz)bool:s date_ge(date,date)bool:i
    date_ge_timestamp(date,timestamp)bool:i date_ge_timestamptz(date,timestamptz)bool:s
    date_gt(date,date)bool:i date_gt_timestamp(date,timestamp)bool:i
    date_gt_timestamptz(date,timestamptz)bool:s date_in(cstring)date:s date_larger(date,date)date:i
    date_le(date,date)bool:i date_le_timestamp(date,timestamp)bool:i
    date_le_timestamptz(date,timestamptz)bool:s date_lt(date,date)bool:i
    date_lt_timestamp(date,timestamp)bool:i date_lt_timestamptz(date,timestamptz)bool:s
    date_mi(date,date)int4:i date_mi_interval(date,interval)timestamp:i date_mii(date,int4)date:i
    date_ne(date,date)bool:i date_ne_timestamp(date,timestamp)bool:i
    date_ne_timestamptz(date,timestamptz)bool:s date_out(date)cstring:s
    date_part(text,timestamptz)float8:s date_part(text,interval)float8:i
    date_part(text,timetz)float8:i date_part(text,date)float8:i date_part(text,time)float8:i
    date_part(text,timestamp)float8:i date_pl_interval(date,interval)timestamp:i
    date_pli(date,int4)date:i date_send(date)bytea:i date_smaller(date,date)date:i
    date_trunc(text,timestamptz)timestamptz:s date_trunc(text,interval)interval:i
    date_trunc(text,timestamptz,text)timestamptz:s date_trunc(text,timestamp)timestamp:i
    datemultirange()datemultirange:i datemultirange(daterange)datemultirange:i
    datemultirange(_daterange)datemultirange:i+ daterange(date,date)daterange:i
    daterange(date,date,text)daterange:i daterange_canonical(daterange)daterange:i
    daterange_subdiff(date,date)float8:i datetime_pl(date,time)timestamp:i
    datetimetz_pl(date,timetz)timestamptz:i dcbrt(float8)float8:i decode(text,text)bytea:i
    degrees(float8)float8:i dense_rank()int8:iw dense_rank(any)int8:ia+ dexp(float8)float8:i
    diagonal(box)lseg:i diameter(circle)float8:i dist_bp(box,point)float8:i
    dist_bs(box,lseg)float8:i dist_cpoint(circle,point)float8:i dist_cpoly(circle,polygon)float8:i
    dist_lp(line,point)float8:i dist_ls(line,lseg)float8:i dist_pathp(path,point)float8:i
    dist_pb(point,box)float8:i dist_pc(point,circle)float8:i dist_pl(point,line)float8:i
    dist_polyc(polygon,circle)float8:i dist_polyp(polygon,point)float8:i
    dist_ppath(point,path)float8:i dist_ppoly(point,polygon)float8:i dist_ps(point,lseg)float8:i
    dist_sb(lseg,box)float8:i dist_sl(lseg,line)float8:i dist_sp(lseg,point)float8:i
    div(numeric,numeric)numeric:i dlog1(float8)float8:i dlog10(float8)float8:i
    domain_in(cstring,oid,int4)any:s dpow(float8,float8)float8:i dround(float8)float8:i
    dsqrt(float8)float8:i dtrunc(float8)float8:i
    elem_contained_by_multirange(anyelement,anymultirange)bool:i
    elem_contained_by_range(anyelement,anyrange)bool:i encode(bytea,text)text:i
    enum_cmp(anyenum,anyenum)int4:i enum_eq(anyenum,anyenum)bool:i enum_first(anyenum)anyenum:s
    enum_ge(anyenum,anyenum)bool:i enum_gt(anyenum,anyenum)bool:i enum_in(cstring,oid)anyenum:s
    enum_larger(anyenum,anyenum)anyenum:i enum_last(anyenum)anyenum:s enum_le(anyenum,anyenum)bool:i
    enum_lt(anyenum,anyenum)bool:i enum_ne(anyenum,anyenum)bool:i enum_out(anyenum)cstring:s
    enum_range(anyenum,anyenum)anyarray:s enum_range(anyenum)anyarray:s enum_send(anyenum)bytea:s
    enum_smaller(anyenum,anyenum)anyenum:i event_trigger_in(cstring)event_trigger:i
    event_trigger_out(event_trigger)cstring:i every(bool)bool:ia exp(float8)float8:i
    exp(numeric)numeric:i extract(text,date)numeric:i extract(text,time)numeric:i
    extract(text,timetz)numeric:i extract(text,timestamp)numeric:i
    extract(text,timestamptz)numeric:s extract(text,interval)numeric:i factorial(int8)numeric:i
    family(inet)int4:i fdw_handler_in(cstring)fdw_handler:i fdw_handler_out(fdw_handler)cstring:i
    first_value(anyelement)anyelement:iw float4(int2)float4:i float4(float8)float4:i
    float4(int4)float4:i float4(int8)float4:i float4(numeric)float4:i float4(jsonb)float4:i
    float48div(float4,float8)float8:i float48eq(float4,float8)bool:i float48ge(float4,float8)bool:i
    float48gt(float4,float8)bool:i float48le(float4,float8)bool:i float48lt(float4,float8)bool:i
    float48mi(float4,float8)float8:i float48mul(float4,float8)float8:i
    float48ne(float4,float8)bool:i float48pl(float4,float8)float8:i
    float4_accum(_float8,float4)_float8:i float4abs(float4)float4:i float4div(float4,float4)float4:i
    float4eq(float4,float4)bool:i float4ge(float4,float4)bool:i float4gt(float4,float4)bool:i
    float4in(cstring)float4:i float4larger(float4,float4)float4:i float4le(float4,float4)bool:i
    float4lt(float4,float4)bool:i float4mi(float4,float4)float4:i float4mul(float4,float4)float4:i
    float4ne(float4,float4)bool:i float4out(float4)cstring:i float4pl(float4,float4)float4:i
    float4send(float4)bytea:i float4smaller(float4,float4)float4:i float4um(float4)float4:i
    float4up(float4)float4:i float8(int2)float8:i float8(float4)float8:i float8(int4)float8:i
    float8(int8)float8:i float8(numeric)float8:i float8(jsonb)float8:i
    float84div(float8,float4)float8:i float84eq(float8,float4)bool:i float84ge(float8,float4)bool:i
    float84gt(float8,float4)bool:i float84le(float8,float4)bool:i float84lt(float8,float4)bool:i
    float84mi(float8,float4)float8:i float84mul(float8,float4)float8:i
    float84ne(float8,float4)bool:i float84pl(float8,float4)float8:i
    float8_accum(_float8,float8)_float8:i float8_avg(_float8)float8:i
    float8_combine(_float8,_float8)_float8:i float8_corr(_float8)float8:i
    float8_covar_pop(_float8)float8:i float8_covar_samp(_float8)float8:i
    float8_regr_accum(_float8,float8,float8)_float8:i float8_regr_avgx(_float8)float8:i
    float8_regr_avgy(_float8)float8:i float8_regr_combine(_float8,_float8)_float8:i
    float8_regr_intercept(_float8)float8:i float8_regr_r2(_float8)float8:i
    float8_regr_slope(_float8)float8:i float8_regr_sxx(_float8)float8:i
    float8_regr_sxy(_float8)float8:i float8_regr_syy(_float8)float8:i
    float8_stddev_pop(_float8)float8:i float8_stddev_samp(_float8)float8:i
    float8_var_pop(_float8)float8:i float8_var_samp(_float8)float8:i float8abs(float8)float8:i
    float8div(float8,float8)float8:i float8eq(float8,float8)bool:i float8ge(float8,float8)bool:i
    float8gt(float8,float8)bool:i float8in(cstring)float8:i float8larger(float8,float8)float8:i
    float8le(float8,float8)bool:i float8lt(float8,float8)bool:i float8mi(float8,float8)float8:i
    float8mul(float8,float8)float8:i float8ne(float8,float8)bool:i float8out(float8)cstring:i
    float8pl(float8,float8)float8:i float8send(float8)bytea:i float8smaller(float8,float8)float8:i
    float8um(float8)float8:i float8up(float8)float8:i floor(numeric)numeric:i floor(float8)float8:i
    flt4_mul_cash(float4,money)money:i flt8_mul_cash(float8,money)money:i
    fmgr_c_validator(oid)void:s fmgr_internal_validator(oid)void:s fmgr_sql_validator(oid)void:s
    format(text,any)text:s+ format(text)text:s format_type(oid,int4)text:s gcd(int4,int4)int4:i
    gcd(int8,int8)int8:i gcd(numeric,numeric)numeric:i gen_random_uuid()uuid:v
    generate_series(timestamp,timestamp,interval)timestamp:i*
    generate_series(timestamptz,timestamptz,interval)timestamptz:s*
    generate_series(int4,int4,int4)int4:i* generate_series(int4,int4)int4:i*
    generate_series(int8,int8,int8)int8:i* generate_series(int8,int8)int8:i*
    generate_series(numeric,numeric,numeric)numeric:i* generate_series(numeric,numeric)numeric:i*
    generate_subscripts(anyarray,int4,bool)int4:i* generate_subscripts(anyarray,int4)int4:i*
    get_bit(bytea,int8)int4:i get_bit(bit,int4)int4:i get_byte(bytea,int4)int4:i
    get_current_ts_config()regconfig:s getdatabaseencoding()name:s getpgusername()name:s
    gin_clean_pending_list(regclass)int8:v gin_cmp_tslexeme(text,text)int4:i
    gin_compare_jsonb(text,text)int4:i gtsvectorin(cstring)gtsvector:i
    gtsvectorout(gtsvector)cstring:i has_any_column_privilege(name,text,text)bool:s
    has_any_column_privilege(name,oid,text)bool:s has_any_column_privilege(oid,text,text)bool:s
    has_any_column_privilege(oid,oid,text)bool:s has_any_column_privilege(text,text)bool:s
    has_any_column_privilege(oid,text)bool:s has_column_privilege(name,text,text,text)bool:s
    has_column_privilege(name,text,int2,text)bool:s has_column_privilege(name,oid,text,text)bool:s
    has_column_privilege(name,oid,int2,text)bool:s has_column_privilege(oid,text,text,text)bool:s
    has_column_privilege(oid,text,int2,text)bool:s has_column_privilege(oid,oid,text,text)bool:s
    has_column_privilege(oid,oid,int2,text)bool:s has_column_privilege(text,text,text)bool:s
    has_column_privilege(text,int2,text)bool:s has_column_privilege(oid,text,text)bool:s
    has_column_privilege(oid,int2,text)bool:s has_database_privilege(name,text,text)bool:s
    has_database_privilege(name,oid,text)bool:s has_database_privilege(oid,text,text)bool:s
    has_database_privilege(oid,oid,text)bool:s has_database_privilege(text,text)bool:s
    has_database_privilege(oid,text)bool:s has_foreign_data_wrapper_privilege(name,text,text)bool:s
    has_foreign_data_wrapper_privilege(name,oid,text)bool:s
    has_foreign_data_wrapper_privilege(oid,text,text)bool:s
    has_foreign_data_wrapper_privilege(oid,oid,text)bool:s
    has_foreign_data_wrapper_privilege(text,text)bool:s
    has_foreign_data_wrapper_privilege(oid,text)bool:s has_function_privilege(name,text,text)bool:s
    has_function_privilege(name,oid,text)bool:s has_function_privilege(oid,text,text)bool:s
    has_function_privilege(oid,oid,text)bool:s has_function_privilege(text,text)bool:s
    has_function_privilege(oid,text)bool:s has_language_privilege(name,text,text)bool:s
    has_language_privilege(name,oid,text)bool:s has_language_privilege(oid,text,text)bool:s
    has_language_privilege(oid,oid,text)bool:s has_language_privilege(text,text)bool:s
    has_language_privilege(oid,text)bool:s has_parameter_privilege(name,text,text)bool:s
    has_parameter_privilege(oid,text,text)bool:s has_parameter_privilege(text,text)bool:s
    has_schema_privilege(name,text,text)bool:s has_schema_privilege(name,oid,text)bool:s
    has_schema_privilege(oid,text,text)bool:s has_schema_privilege(oid,oid,text)bool:s
    has_schema_privilege(text,text)bool:s has_schema_privilege(oid,text)bool:s
    has_sequence_privilege(name,text,text)bool:s has_sequence_privilege(name,oid,text)bool:s
    has_sequence_privilege(oid,text,text)bool:s has_sequence_privilege(oid,oid,text)bool:s
    has_sequence_privilege(text,text)bool:s has_sequence_privilege(oid,text)bool:s
    has_server_privilege(name,text,text)bool:s has_server_privilege(name,oid,text)bool:s
    has_server_privilege(oid,text,text)bool:s has_server_privilege(oid,oid,text)bool:s
    has_server_privilege(text,text)bool:s has_server_privilege(oid,text)bool:s
    has_table_privilege(name,text,text)bool:s has_table_privilege(name,oid,text)bool:s
    has_table_privilege(oid,text,text)bool:s has_table_privilege(oid,oid,text)bool:s
    has_table_privilege(text,text)bool:s has_table_privilege(oid,text)bool:s
    has_tablespace_privilege(name,text,text)bool:s has_tablespace_privilege(name,oid,text)bool:s
    has_tablespace_privilege(oid,text,text)bool:s has_tablespace_privilege(oid,oid,text)bool:s
    has_tablespace_privilege(text,text)bool:s has_tablespace_privilege(oid,text)bool:s
    has_type_privilege(name,text,text)bool:s has_type_privilege(name,oid,text)bool:s
    has_type_privilege(oid,text,text)bool:s has_type_privilege(oid,oid,text)bool:s
    has_type_privilege(text,text)bool:s has_type_privilege(oid,text)bool:s
    hash_aclitem(aclitem)int4:i hash_aclitem_extended(aclitem,int8)int8:i hash_array(anyarray)int4:i
    hash_array_extended(anyarray,int8)int8:i hash_multirange(anymultirange)int4:i
    hash_multirange_extended(anymultirange,int8)int8:i hash_numeric(numeric)int4:i
    hash_numeric_extended(numeric,int8)int8:i hash_range(anyrange)int4:i
    hash_range_extended(anyrange,int8)int8:i hash_record(record)int4:i
    hash_record_extended(record,int8)int8:i hashbpchar(bpchar)int4:i
    hashbpcharextended(bpchar,int8)int8:i hashchar(char)int4:i hashcharextended(char,int8)int8:i
    hashenum(anyenum)int4:i hashenumextended(anyenum,int8)int8:i hashfloat4(float4)int4:i
    hashfloat4extended(float4,int8)int8:i hashfloat8(float8)int4:i
    hashfloat8extended(float8,int8)int8:i hashinet(inet)int4:i hashinetextended(inet,int8)int8:i
    hashint2(int2)int4:i hashint2extended(int2,int8)int8:i hashint4(int4)int4:i
    hashint4extended(int4,int8)int8:i hashint8(int8)int4:i hashint8extended(int8,int8)int8:i
    hashmacaddr(macaddr)int4:i hashmacaddr8(macaddr8)int4:i
    hashmacaddr8extended(macaddr8,int8)int8:i hashmacaddrextended(macaddr,int8)int8:i
    hashname(name)int4:i hashnameextended(name,int8)int8:i hashoid(oid)int4:i
    hashoidextended(oid,int8)int8:i hashoidvector(oidvector)int4:i
    hashoidvectorextended(oidvector,int8)int8:i hashtext(text)int4:i
    hashtextextended(text,int8)int8:i hashtid(tid)int4:i hashtidextended(tid,int8)int8:i
    height(box)float8:i host(inet)text:i hostmask(inet)inet:i
    in_range(int8,int8,int8,bool,bool)bool:i in_range(int4,int4,int8,bool,bool)bool:i
    in_range(int4,int4,int4,bool,bool)bool:i in_range(int4,int4,int2,bool,bool)bool:i
    in_range(int2,int2,int8,bool,bool)bool:i in_range(int2,int2,int4,bool,bool)bool:i
    in_range(int2,int2,int2,bool,bool)bool:i in_range(date,date,interval,bool,bool)bool:i
    in_range(timestamp,timestamp,interval,bool,bool)bool:i
    in_range(timestamptz,timestamptz,interval,bool,bool)bool:s
    in_range(interval,interval,interval,bool,bool)bool:i
    in_range(time,time,interval,bool,bool)bool:i in_range(timetz,timetz,interval,bool,bool)bool:i
    in_range(float8,float8,float8,bool,bool)bool:i in_range(float4,float4,float8,bool,bool)bool:i
    in_range(numeric,numeric,numeric,bool,bool)bool:i index_am_handler_in(cstring)index_am_handler:i
    index_am_handler_out(index_am_handler)cstring:i inet_client_addr()inet:s
    inet_client_port()int4:s inet_in(cstring)inet:i inet_merge(inet,inet)cidr:i
    inet_out(inet)cstring:i inet_same_family(inet,inet)bool:i inet_send(inet)bytea:i
    inet_server_addr()inet:s inet_server_port()int4:s inetand(inet,inet)inet:i
    inetmi(inet,inet)int8:i inetmi_int8(inet,int8)inet:i inetnot(inet)inet:i inetor(inet,inet)inet:i
    inetpl(inet,int8)inet:i initcap(text)text:i int2(float8)int2:i int2(float4)int2:i
    int2(int4)int2:i int2(int8)int2:i int2(numeric)int2:i int2(jsonb)int2:i
    int24div(int2,int4)int4:i int24eq(int2,int4)bool:i int24ge(int2,int4)bool:i
    int24gt(int2,int4)bool:i int24le(int2,int4)bool:i int24lt(int2,int4)bool:i
    int24mi(int2,int4)int4:i int24mul(int2,int4)int4:i int24ne(int2,int4)bool:i
    int24pl(int2,int4)int4:i int28div(int2,int8)int8:i int28eq(int2,int8)bool:i
    int28ge(int2,int8)bool:i int28gt(int2,int8)bool:i int28le(int2,int8)bool:i
    int28lt(int2,int8)bool:i int28mi(int2,int8)int8:i int28mul(int2,int8)int8:i
    int28ne(int2,int8)bool:i int28pl(int2,int8)int8:i int2_avg_accum(_int8,int2)_int8:i
    int2_avg_accum_inv(_int8,int2)_int8:i int2_mul_cash(int2,money)money:i int2_sum(int8,int2)int8:i
    int2abs(int2)int2:i int2and(int2,int2)int2:i int2div(int2,int2)int2:i int2eq(int2,int2)bool:i
    int2ge(int2,int2)bool:i int2gt(int2,int2)bool:i int2in(cstring)int2:i int2int4_sum(_int8)int8:i
    int2larger(int2,int2)int2:i int2le(int2,int2)bool:i int2lt(int2,int2)bool:i
    int2mi(int2,int2)int2:i int2mod(int2,int2)int2:i int2mul(int2,int2)int2:i
    int2ne(int2,int2)bool:i int2not(int2)int2:i int2or(int2,int2)int2:i int2out(int2)cstring:i
    int2pl(int2,int2)int2:i int2send(int2)bytea:i int2shl(int2,int4)int2:i int2shr(int2,int4)int2:i
    int2smaller(int2,int2)int2:i int2um(int2)int2:i int2up(int2)int2:i
    int2vectorin(cstring)int2vector:i int2vectorout(int2vector)cstring:i
    int2vectorsend(int2vector)bytea:i int2xor(int2,int2)int2:i int4(char)int4:i int4(int2)int4:i
    int4(float8)int4:i int4(float4)int4:i int4(int8)int4:i int4(bit)int4:i int4(numeric)int4:i
    int4(bool)int4:i int4(jsonb)int4:i int42div(int4,int2)int4:i int42eq(int4,int2)bool:i
    """#
}
