extension BuiltinCasts {
  /// Casts as `source>target:context method volatility`, the letters of `pg_cast`.
  static let table = #"""
    bit>bit:ifi bit>int4:efi bit>int8:efi bit>varbit:ibi bool>bpchar:afi bool>int4:efi bool>text:afi
    bool>varchar:afi box>circle:efi box>lseg:efi box>point:efi box>polygon:afi bpchar>bpchar:ifi
    bpchar>char:afi bpchar>name:ifi bpchar>text:ifi bpchar>varchar:ifi bpchar>xml:efs
    char>bpchar:afi char>int4:efi char>text:ifi char>varchar:afi cidr>bpchar:afi cidr>inet:ibi
    cidr>text:afi cidr>varchar:afi circle>box:efi circle>point:efi circle>polygon:efi
    date>timestamp:ifi date>timestamptz:ifs daterange>datemultirange:efi float4>float8:ifi
    float4>int2:afi float4>int4:afi float4>int8:afi float4>numeric:afi float8>float4:afi
    float8>int2:afi float8>int4:afi float8>int8:afi float8>numeric:afi inet>bpchar:afi inet>cidr:afi
    inet>text:afi inet>varchar:afi int2>float4:ifi int2>float8:ifi int2>int4:ifi int2>int8:ifi
    int2>numeric:ifi int2>oid:ifi int2>regclass:ifi int2>regcollation:ifi int2>regconfig:ifi
    int2>regdictionary:ifi int2>regnamespace:ifi int2>regoper:ifi int2>regoperator:ifi
    int2>regproc:ifi int2>regprocedure:ifi int2>regrole:ifi int2>regtype:ifi int4>bit:efi
    int4>bool:efi int4>char:efi int4>float4:ifi int4>float8:ifi int4>int2:afi int4>int8:ifi
    int4>money:afs int4>numeric:ifi int4>oid:ibi int4>regclass:ibi int4>regcollation:ibi
    int4>regconfig:ibi int4>regdictionary:ibi int4>regnamespace:ibi int4>regoper:ibi
    int4>regoperator:ibi int4>regproc:ibi int4>regprocedure:ibi int4>regrole:ibi int4>regtype:ibi
    int4range>int4multirange:efi int8>bit:efi int8>float4:ifi int8>float8:ifi int8>int2:afi
    int8>int4:afi int8>money:afs int8>numeric:ifi int8>oid:ifi int8>regclass:ifi
    int8>regcollation:ifi int8>regconfig:ifi int8>regdictionary:ifi int8>regnamespace:ifi
    int8>regoper:ifi int8>regoperator:ifi int8>regproc:ifi int8>regprocedure:ifi int8>regrole:ifi
    int8>regtype:ifi int8range>int8multirange:efi interval>interval:ifi interval>time:afi
    json>jsonb:aii jsonb>bool:efi jsonb>float4:efi jsonb>float8:efi jsonb>int2:efi jsonb>int4:efi
    jsonb>int8:efi jsonb>json:aii jsonb>numeric:efi lseg>point:efi macaddr>macaddr8:ifi
    macaddr8>macaddr:ifi money>numeric:afs name>bpchar:afi name>text:ifi name>varchar:afi
    numeric>float4:ifi numeric>float8:ifi numeric>int2:afi numeric>int4:afi numeric>int8:afi
    numeric>money:afs numeric>numeric:ifi numrange>nummultirange:efi oid>int4:abi oid>int8:afi
    oid>regclass:ibi oid>regcollation:ibi oid>regconfig:ibi oid>regdictionary:ibi
    oid>regnamespace:ibi oid>regoper:ibi oid>regoperator:ibi oid>regproc:ibi oid>regprocedure:ibi
    oid>regrole:ibi oid>regtype:ibi path>polygon:afi pg_dependencies>bytea:ibi
    pg_dependencies>text:iii pg_mcv_list>bytea:ibi pg_mcv_list>text:iii pg_ndistinct>bytea:ibi
    pg_ndistinct>text:iii pg_node_tree>text:ibi point>box:afi polygon>box:efi polygon>circle:efi
    polygon>path:afi polygon>point:efi regclass>int4:abi regclass>int8:afi regclass>oid:ibi
    regcollation>int4:abi regcollation>int8:afi regcollation>oid:ibi regconfig>int4:abi
    regconfig>int8:afi regconfig>oid:ibi regdictionary>int4:abi regdictionary>int8:afi
    regdictionary>oid:ibi regnamespace>int4:abi regnamespace>int8:afi regnamespace>oid:ibi
    regoper>int4:abi regoper>int8:afi regoper>oid:ibi regoper>regoperator:ibi regoperator>int4:abi
    regoperator>int8:afi regoperator>oid:ibi regoperator>regoper:ibi regproc>int4:abi
    regproc>int8:afi regproc>oid:ibi regproc>regprocedure:ibi regprocedure>int4:abi
    regprocedure>int8:afi regprocedure>oid:ibi regprocedure>regproc:ibi regrole>int4:abi
    regrole>int8:afi regrole>oid:ibi regtype>int4:abi regtype>int8:afi regtype>oid:ibi
    text>bpchar:ibi text>char:afi text>name:ifi text>regclass:ifs text>varchar:ibi text>xml:efs
    time>interval:ifi time>time:ifi time>timetz:ifs timestamp>date:afi timestamp>time:afi
    timestamp>timestamp:ifi timestamp>timestamptz:ifs timestamptz>date:afs timestamptz>time:afs
    timestamptz>timestamp:afs timestamptz>timestamptz:ifi timestamptz>timetz:afs timetz>time:afi
    timetz>timetz:ifi tsrange>tsmultirange:efi tstzrange>tstzmultirange:efi varbit>bit:ibi
    varbit>varbit:ifi varchar>bpchar:ibi varchar>char:afi varchar>name:ifi varchar>regclass:ifs
    varchar>text:ibi varchar>varchar:ifi varchar>xml:efs xid8>xid:efi xml>bpchar:abi xml>text:abi
    xml>varchar:abi
    """#
}
