import HashTreeCollections

extension BuiltinFunctions {
  /// Functions of `pg_catalog` as `name(types)result:flags`.
  static let table4 = #"""
    upper(anyrange)anyelement:i upper(anymultirange)anyelement:i upper_inc(anyrange)bool:i
    upper_inc(anymultirange)bool:i upper_inf(anyrange)bool:i upper_inf(anymultirange)bool:i
    uuid_cmp(uuid,uuid)int4:i uuid_eq(uuid,uuid)bool:i uuid_ge(uuid,uuid)bool:i
    uuid_gt(uuid,uuid)bool:i uuid_hash(uuid)int4:i uuid_hash_extended(uuid,int8)int8:i
    uuid_in(cstring)uuid:i uuid_le(uuid,uuid)bool:i uuid_lt(uuid,uuid)bool:i
    uuid_ne(uuid,uuid)bool:i uuid_out(uuid)cstring:i uuid_send(uuid)bytea:i var_pop(int8)numeric:ia
    var_pop(int4)numeric:ia var_pop(int2)numeric:ia var_pop(float4)float8:ia
    var_pop(float8)float8:ia var_pop(numeric)numeric:ia var_samp(int8)numeric:ia
    var_samp(int4)numeric:ia var_samp(int2)numeric:ia var_samp(float4)float8:ia
    var_samp(float8)float8:ia var_samp(numeric)numeric:ia varbit(varbit,int4,bool)varbit:i
    varbit_in(cstring,oid,int4)varbit:i varbit_out(varbit)cstring:i varbit_send(varbit)bytea:i
    varbitcmp(varbit,varbit)int4:i varbiteq(varbit,varbit)bool:i varbitge(varbit,varbit)bool:i
    varbitgt(varbit,varbit)bool:i varbitle(varbit,varbit)bool:i varbitlt(varbit,varbit)bool:i
    varbitne(varbit,varbit)bool:i varbittypmodin(_cstring)int4:i varbittypmodout(int4)cstring:i
    varchar(varchar,int4,bool)varchar:i varchar(name)varchar:i varcharin(cstring,oid,int4)varchar:i
    varcharout(varchar)cstring:i varcharsend(varchar)bytea:s varchartypmodin(_cstring)int4:i
    varchartypmodout(int4)cstring:i variance(int8)numeric:ia variance(int4)numeric:ia
    variance(int2)numeric:ia variance(float4)float8:ia variance(float8)float8:ia
    variance(numeric)numeric:ia version()text:s void_in(cstring)void:i void_out(void)cstring:i
    void_send(void)bytea:i websearch_to_tsquery(regconfig,text)tsquery:i
    websearch_to_tsquery(text)tsquery:s width(box)float8:i
    width_bucket(float8,float8,float8,int4)int4:i width_bucket(numeric,numeric,numeric,int4)int4:i
    width_bucket(anycompatible,anycompatiblearray)int4:i xid(xid8)xid:i xid8_larger(xid8,xid8)xid8:i
    xid8_smaller(xid8,xid8)xid8:i xid8cmp(xid8,xid8)int4:i xid8eq(xid8,xid8)bool:i
    xid8ge(xid8,xid8)bool:i xid8gt(xid8,xid8)bool:i xid8in(cstring)xid8:i xid8le(xid8,xid8)bool:i
    xid8lt(xid8,xid8)bool:i xid8ne(xid8,xid8)bool:i xid8out(xid8)cstring:i xid8send(xid8)bytea:i
    xideq(xid,xid)bool:i xideqint4(xid,int4)bool:i xidin(cstring)xid:i xidneq(xid,xid)bool:i
    xidneqint4(xid,int4)bool:i xidout(xid)cstring:i xidsend(xid)bytea:i xml(text)xml:s
    xml_in(cstring)xml:s xml_is_well_formed(text)bool:s xml_is_well_formed_content(text)bool:i
    xml_is_well_formed_document(text)bool:i xml_out(xml)cstring:i xml_send(xml)bytea:s
    xmlagg(xml)xml:ia xmlcomment(text)xml:i xmlconcat2(xml,xml)xml:i xmlexists(text,xml)bool:i
    xmlvalidate(xml,text)bool:i xpath(text,xml,_text)_xml:i xpath(text,xml)_xml:i
    xpath_exists(text,xml,_text)bool:i xpath_exists(text,xml)bool:i
    """#
}
