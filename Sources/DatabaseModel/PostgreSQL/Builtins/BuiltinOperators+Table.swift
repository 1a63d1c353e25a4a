import HashTreeCollections

extension BuiltinOperators {
  /// Operators of `pg_catalog` as `symbol:left:right:result:flags`; `-` where there is no left.
  static let table = #"""
    !!:-:tsquery:tsquery:i !~:name:text:bool:i !~:text:text:bool:i !~:bpchar:text:bool:i
    !~*:name:text:bool:i !~*:text:text:bool:i !~*:bpchar:text:bool:i !~~:name:text:bool:i
    !~~:text:text:bool:i !~~:bpchar:text:bool:i !~~:bytea:bytea:bool:i !~~*:name:text:bool:i
    !~~*:text:text:bool:i !~~*:bpchar:text:bool:i #:-:path:int4:i #:box:box:box:i #:-:polygon:int4:i
    #:lseg:lseg:point:ic #:line:line:point:ic #:bit:bit:bit:ic #:int2:int2:int2:ic
    #:int4:int4:int4:ic #:int8:int8:int8:ic ##:point:line:point:i ##:point:lseg:point:i
    ##:point:box:point:i ##:lseg:box:point:i ##:line:lseg:point:i ##:lseg:lseg:point:i
    #-:jsonb:_text:jsonb:i #>:jsonb:_text:jsonb:i #>:json:_text:json:i #>>:jsonb:_text:text:i
    #>>:json:_text:text:i %:int8:int8:int8:i %:int2:int2:int2:i %:int4:int4:int4:i
    %:numeric:numeric:numeric:i &:bit:bit:bit:ic &:int2:int2:int2:ic &:int4:int4:int4:ic
    &:int8:int8:int8:ic &:inet:inet:inet:i &:macaddr:macaddr:macaddr:i
    &:macaddr8:macaddr8:macaddr8:i &&:polygon:polygon:bool:ic &&:box:box:bool:ic
    &&:circle:circle:bool:ic &&:anyarray:anyarray:bool:ic &&:anyrange:anymultirange:bool:i
    &&:anymultirange:anyrange:bool:i &&:anymultirange:anymultirange:bool:ic &&:inet:inet:bool:ic
    &&:tsquery:tsquery:tsquery:i &&:anyrange:anyrange:bool:ic &<:polygon:polygon:bool:i
    &<:box:box:bool:i &<:circle:circle:bool:i &<:anyrange:anymultirange:bool:i
    &<:anymultirange:anyrange:bool:i &<:anymultirange:anymultirange:bool:i
    &<:anyrange:anyrange:bool:i &<|:box:box:bool:i &<|:polygon:polygon:bool:i
    &<|:circle:circle:bool:i &>:polygon:polygon:bool:i &>:box:box:bool:i &>:circle:circle:bool:i
    &>:anyrange:anymultirange:bool:i &>:anyrange:anyrange:bool:i &>:anymultirange:anyrange:bool:i
    &>:anymultirange:anymultirange:bool:i *:int4:int4:int4:ic *:int2:int2:int2:ic *:int2:int4:int4:i
    *:int4:int2:int4:i *:float4:float4:float4:ic *:float8:float8:float8:ic *:int8:int8:int8:ic
    *:int8:int4:int8:i *:int4:int8:int8:i *:point:point:point:ic *:path:point:path:i
    *:box:point:box:i *:int8:int2:int8:i *:int2:int8:int8:i *:money:float4:money:i
    *:float4:money:money:i *:money:float8:money:i *:money:int4:money:i *:money:int2:money:i
    *:float8:money:money:i *:int4:money:money:i *:int2:money:money:i *:float4:float8:float8:i
    *:float8:float4:float8:i *:circle:point:circle:i *:interval:float8:interval:i
    *:float8:interval:interval:i *:numeric:numeric:numeric:ic *:money:int8:money:i
    *:int8:money:money:i *:anyrange:anyrange:anyrange:ic
    *:anymultirange:anymultirange:anymultirange:ic *<:record:record:bool:i *<=:record:record:bool:i
    *<>:record:record:bool:ic *=:record:record:bool:ic *>:record:record:bool:i
    *>=:record:record:bool:i +:int2:int2:int2:ic +:int4:int4:int4:ic +:int2:int4:int4:i
    +:int4:int2:int4:i +:float4:float4:float4:ic +:float8:float8:float8:ic +:int8:int8:int8:ic
    +:int8:int4:int8:i +:int4:int8:int8:i +:point:point:point:ic +:path:path:path:ic
    +:path:point:path:i +:box:point:box:i +:int8:int2:int8:i +:int2:int8:int8:i
    +:money:money:money:ic +:_aclitem:aclitem:_aclitem:i +:date:interval:timestamp:i
    +:date:int4:date:i +:float4:float8:float8:i +:float8:float4:float8:i
    +:timestamptz:interval:timestamptz:s +:interval:interval:interval:ic +:date:time:timestamp:i
    +:date:timetz:timestamptz:i +:time:date:timestamp:i +:timetz:date:timestamptz:i
    +:circle:point:circle:i +:numeric:numeric:numeric:ic +:time:interval:time:i
    +:timetz:interval:timetz:i +:interval:time:time:i +:-:int8:int8:i +:-:int2:int2:i
    +:-:int4:int4:i +:-:float4:float4:i +:-:float8:float8:i +:-:numeric:numeric:i
    +:timestamp:interval:timestamp:i +:interval:date:timestamp:i +:interval:timetz:timetz:i
    +:interval:timestamp:timestamp:i +:interval:timestamptz:timestamptz:s +:int4:date:date:i
    +:inet:int8:inet:i +:int8:inet:inet:i +:anyrange:anyrange:anyrange:ic
    +:anymultirange:anymultirange:anymultirange:ic +:pg_lsn:numeric:pg_lsn:i
    +:numeric:pg_lsn:pg_lsn:i -:-:int8:int8:i -:int2:int2:int2:i -:int4:int4:int4:i
    -:int2:int4:int4:i -:int4:int2:int4:i -:-:int4:int4:i -:-:int2:int2:i -:-:float4:float4:i
    -:-:float8:float8:i -:float4:float4:float4:i -:float8:float8:float8:i -:int8:int8:int8:i
    -:int8:int4:int8:i -:int4:int8:int8:i -:point:point:point:i -:path:point:path:i
    -:box:point:box:i -:int8:int2:int8:i -:int2:int8:int8:i -:money:money:money:i
    -:_aclitem:aclitem:_aclitem:i -:date:interval:timestamp:i -:date:date:int4:i -:date:int4:date:i
    -:float4:float8:float8:i -:float8:float4:float8:i -:timestamptz:timestamptz:interval:i
    -:timestamptz:interval:timestamptz:s -:-:interval:interval:i -:interval:interval:interval:i
    -:time:time:interval:i -:circle:point:circle:i -:-:numeric:numeric:i -:numeric:numeric:numeric:i
    -:time:interval:time:i -:timetz:interval:timetz:i -:timestamp:timestamp:interval:i
    -:timestamp:interval:timestamp:i -:inet:int8:inet:i -:inet:inet:int8:i -:pg_lsn:pg_lsn:numeric:i
    -:jsonb:text:jsonb:i -:jsonb:int4:jsonb:i -:jsonb:_text:jsonb:i -:anyrange:anyrange:anyrange:i
    -:anymultirange:anymultirange:anymultirange:i -:pg_lsn:numeric:pg_lsn:i ->:jsonb:text:jsonb:i
    ->:jsonb:int4:jsonb:i ->:json:text:json:i ->:json:int4:json:i ->>:jsonb:text:text:i
    ->>:jsonb:int4:text:i ->>:json:text:text:i ->>:json:int4:text:i -|-:anyrange:anyrange:bool:ic
    -|-:anyrange:anymultirange:bool:i -|-:anymultirange:anyrange:bool:i
    -|-:anymultirange:anymultirange:bool:ic /:int2:int2:int2:i /:int4:int4:int4:i /:int2:int4:int4:i
    /:int4:int2:int4:i /:float4:float4:float4:i /:float8:float8:float8:i /:int8:int8:int8:i
    /:int8:int4:int8:i /:int4:int8:int8:i /:point:point:point:i /:path:point:path:i
    /:box:point:box:i /:int8:int2:int8:i /:int2:int8:int8:i /:money:float4:money:i
    /:money:float8:money:i /:money:int4:money:i /:money:int2:money:i /:float4:float8:float8:i
    /:float8:float4:float8:i /:circle:point:circle:i /:interval:float8:interval:i
    /:numeric:numeric:numeric:i /:money:int8:money:i /:money:money:float8:i <:int4:int8:bool:i
    <:bool:bool:bool:i <:int2:int2:bool:i <:int4:int4:bool:i <:name:text:bool:i <:text:name:bool:i
    <:int8:int8:bool:i <:int8:int4:bool:i <:box:box:bool:i <:int2:int4:bool:i <:int4:int2:bool:i
    <:oid:oid:bool:i <:float4:float4:bool:i <:char:char:bool:i <:oidvector:oidvector:bool:i
    <:name:name:bool:i <:text:text:bool:i <:float8:float8:bool:i <:path:path:bool:i
    <:money:money:bool:i <:bpchar:bpchar:bool:i <:anyarray:anyarray:bool:i <:date:date:bool:i
    <:time:time:bool:i <:float4:float8:bool:i <:float8:float4:bool:i <:inet:inet:bool:i
    <:macaddr:macaddr:bool:i <:timestamptz:timestamptz:bool:i <:interval:interval:bool:i
    <:circle:circle:bool:i <:timetz:timetz:bool:i <:lseg:lseg:bool:i <:numeric:numeric:bool:i
    <:bit:bit:bool:i <:varbit:varbit:bool:i <:int2:int8:bool:i <:int8:int2:bool:i
    <:bytea:bytea:bool:i <:timestamp:timestamp:bool:i <:date:timestamp:bool:i
    <:date:timestamptz:bool:s <:timestamp:date:bool:i <:timestamptz:date:bool:s
    <:timestamp:timestamptz:bool:s <:timestamptz:timestamp:bool:s <:tid:tid:bool:i
    <:anymultirange:anymultirange:bool:i <:uuid:uuid:bool:i <:record:record:bool:i
    <:pg_lsn:pg_lsn:bool:i <:jsonb:jsonb:bool:i <:macaddr8:macaddr8:bool:i <:anyenum:anyenum:bool:i
    <:tsvector:tsvector:bool:i <:tsquery:tsquery:bool:i <:anyrange:anyrange:bool:i
    <:xid8:xid8:bool:i <->:point:point:float8:ic <->:box:point:float8:i <->:point:line:float8:i
    <->:point:lseg:float8:i <->:point:box:float8:i <->:lseg:line:float8:i <->:lseg:box:float8:i
    <->:point:path:float8:i <->:box:box:float8:ic <->:path:path:float8:ic <->:line:line:float8:ic
    <->:lseg:lseg:float8:ic <->:polygon:polygon:float8:ic <->:line:point:float8:i
    <->:lseg:point:float8:i <->:line:lseg:float8:i <->:box:lseg:float8:i <->:path:point:float8:i
    <->:polygon:circle:float8:i <->:circle:circle:float8:ic <->:point:circle:float8:i
    <->:circle:polygon:float8:i <->:point:polygon:float8:i <->:polygon:point:float8:i
    <->:circle:point:float8:i <->:tsquery:tsquery:tsquery:i <<:polygon:polygon:bool:i
    <<:box:box:bool:i <<:point:point:bool:i <<:inet:inet:bool:i <<:circle:circle:bool:i
    <<:bit:int4:bit:i <<:int2:int4:int2:i <<:int4:int4:int4:i <<:int8:int4:int8:i
    <<:anyrange:anyrange:bool:i <<:anyrange:anymultirange:bool:i <<:anymultirange:anyrange:bool:i
    <<:anymultirange:anymultirange:bool:i <<=:inet:inet:bool:i <<|:circle:circle:bool:i
    <<|:box:box:bool:i <<|:polygon:polygon:bool:i <<|:point:point:bool:i <=:int4:int8:bool:i
    <=:name:text:bool:i <=:text:name:bool:i <=:int8:int8:bool:i <=:int8:int4:bool:i
    <=:box:box:bool:i <=:int2:int2:bool:i <=:int4:int4:bool:i <=:int2:int4:bool:i
    <=:int4:int2:bool:i <=:oid:oid:bool:i <=:float4:float4:bool:i <=:char:char:bool:i
    <=:oidvector:oidvector:bool:i <=:name:name:bool:i <=:text:text:bool:i <=:float8:float8:bool:i
    <=:path:path:bool:i <=:money:money:bool:i <=:bpchar:bpchar:bool:i <=:anyarray:anyarray:bool:i
    <=:date:date:bool:i <=:time:time:bool:i <=:float4:float8:bool:i <=:float8:float4:bool:i
    <=:inet:inet:bool:i <=:macaddr:macaddr:bool:i <=:timestamptz:timestamptz:bool:i
    <=:interval:interval:bool:i <=:circle:circle:bool:i <=:timetz:timetz:bool:i <=:lseg:lseg:bool:i
    <=:bool:bool:bool:i <=:numeric:numeric:bool:i <=:bit:bit:bool:i <=:varbit:varbit:bool:i
    <=:int2:int8:bool:i <=:int8:int2:bool:i <=:bytea:bytea:bool:i <=:timestamp:timestamp:bool:i
    <=:date:timestamp:bool:i <=:date:timestamptz:bool:s <=:timestamp:date:bool:i
    <=:timestamptz:date:bool:s <=:timestamp:timestamptz:bool:s <=:timestamptz:timestamp:bool:s
    <=:tid:tid:bool:i <=:anymultirange:anymultirange:bool:i <=:uuid:uuid:bool:i
    <=:record:record:bool:i <=:pg_lsn:pg_lsn:bool:i <=:jsonb:jsonb:bool:i
    <=:macaddr8:macaddr8:bool:i <=:anyenum:anyenum:bool:i <=:tsvector:tsvector:bool:i
    <=:tsquery:tsquery:bool:i <=:anyrange:anyrange:bool:i <=:xid8:xid8:bool:i <>:int4:int8:bool:i
    <>:bool:bool:bool:ic <>:name:text:bool:i <>:text:name:bool:i <>:tid:tid:bool:ic
    <>:int8:int8:bool:ic <>:int8:int4:bool:i <>:int4:int4:bool:ic <>:int2:int2:bool:ic
    <>:text:text:bool:ic <>:int2:int4:bool:i <>:int4:int2:bool:i <>:oid:oid:bool:ic
    <>:float4:float4:bool:ic <>:char:char:bool:ic <>:name:name:bool:ic
    <>:oidvector:oidvector:bool:ic <>:float8:float8:bool:ic <>:point:point:bool:ic
    <>:money:money:bool:ic <>:bpchar:bpchar:bool:ic <>:anyarray:anyarray:bool:ic
    <>:date:date:bool:ic <>:time:time:bool:ic <>:float4:float8:bool:i <>:float8:float4:bool:i
    <>:inet:inet:bool:ic <>:macaddr:macaddr:bool:ic <>:timestamptz:timestamptz:bool:ic
    <>:interval:interval:bool:ic <>:circle:circle:bool:ic <>:timetz:timetz:bool:ic
    <>:lseg:lseg:bool:ic <>:numeric:numeric:bool:ic <>:bit:bit:bool:ic <>:varbit:varbit:bool:ic
    <>:int2:int8:bool:i <>:int8:int2:bool:i <>:bytea:bytea:bool:ic <>:timestamp:timestamp:bool:ic
    <>:date:timestamp:bool:i <>:date:timestamptz:bool:s <>:timestamp:date:bool:i
    <>:timestamptz:date:bool:s <>:timestamp:timestamptz:bool:s <>:timestamptz:timestamp:bool:s
    <>:anymultirange:anymultirange:bool:ic <>:uuid:uuid:bool:ic <>:record:record:bool:ic
    <>:pg_lsn:pg_lsn:bool:ic <>:jsonb:jsonb:bool:ic <>:xid:xid:bool:ic <>:xid:int4:bool:i
    <>:macaddr8:macaddr8:bool:ic <>:anyenum:anyenum:bool:ic <>:tsvector:tsvector:bool:ic
    <>:tsquery:tsquery:bool:ic <>:anyrange:anyrange:bool:ic <>:xid8:xid8:bool:ic
    <@:polygon:polygon:bool:i <@:box:box:bool:i <@:point:box:bool:i <@:point:path:bool:i
    <@:point:polygon:bool:i <@:point:circle:bool:i <@:circle:circle:bool:i <@:point:line:bool:i
    <@:point:lseg:bool:i <@:lseg:line:bool:i <@:lseg:box:bool:i <@:anyarray:anyarray:bool:i
    <@:anyelement:anymultirange:bool:i <@:anyrange:anymultirange:bool:i
    <@:anymultirange:anymultirange:bool:i <@:jsonb:jsonb:bool:i <@:tsquery:tsquery:bool:i
    <@:anyelement:anyrange:bool:i <@:anyrange:anyrange:bool:i <@:anymultirange:anyrange:bool:i
    <^:point:point:bool:i <^:box:box:bool:i =:int4:int8:bool:i =:bool:bool:bool:ic
    =:char:char:bool:ic =:name:name:bool:ic =:int2:int2:bool:ic =:int4:int4:bool:ic
    =:text:text:bool:ic =:name:text:bool:i =:text:name:bool:i =:xid:xid:bool:ic =:xid:int4:bool:i
    =:cid:cid:bool:ic =:tid:tid:bool:ic =:int8:int8:bool:ic =:int8:int4:bool:i =:box:box:bool:ic
    =:int2:int4:bool:i =:int4:int2:bool:i =:oid:oid:bool:ic =:float4:float4:bool:ic
    =:oidvector:oidvector:bool:ic =:float8:float8:bool:ic =:path:path:bool:ic =:money:money:bool:ic
    =:aclitem:aclitem:bool:ic =:bpchar:bpchar:bool:ic =:anyarray:anyarray:bool:ic
    =:date:date:bool:ic =:time:time:bool:ic =:float4:float8:bool:i =:float8:float4:bool:i
    =:inet:inet:bool:ic =:macaddr:macaddr:bool:ic =:timestamptz:timestamptz:bool:ic
    =:interval:interval:bool:ic =:circle:circle:bool:ic =:lseg:lseg:bool:ic =:timetz:timetz:bool:ic
    =:line:line:bool:ic =:numeric:numeric:bool:ic =:bit:bit:bool:ic =:varbit:varbit:bool:ic
    =:int2:int8:bool:i =:int8:int2:bool:i =:bytea:bytea:bool:ic =:timestamp:timestamp:bool:ic
    =:date:timestamp:bool:i =:date:timestamptz:bool:s =:timestamp:date:bool:i
    =:timestamptz:date:bool:s =:timestamp:timestamptz:bool:s =:timestamptz:timestamp:bool:s
    =:anymultirange:anymultirange:bool:ic =:uuid:uuid:bool:ic =:record:record:bool:ic
    =:pg_lsn:pg_lsn:bool:ic =:jsonb:jsonb:bool:ic =:macaddr8:macaddr8:bool:ic
    =:anyenum:anyenum:bool:ic =:tsvector:tsvector:bool:ic =:tsquery:tsquery:bool:ic
    =:anyrange:anyrange:bool:ic =:xid8:xid8:bool:ic >:bool:bool:bool:i >:int4:int8:bool:i
    >:name:text:bool:i >:text:name:bool:i >:int8:int8:bool:i >:int8:int4:bool:i >:box:box:bool:i
    >:int2:int2:bool:i >:int4:int4:bool:i >:int2:int4:bool:i >:int4:int2:bool:i >:oid:oid:bool:i
    >:float4:float4:bool:i >:char:char:bool:i >:oidvector:oidvector:bool:i >:name:name:bool:i
    >:text:text:bool:i >:float8:float8:bool:i >:path:path:bool:i >:money:money:bool:i
    >:bpchar:bpchar:bool:i >:anyarray:anyarray:bool:i >:date:date:bool:i >:time:time:bool:i
    >:float4:float8:bool:i >:float8:float4:bool:i >:inet:inet:bool:i >:macaddr:macaddr:bool:i
    >:timestamptz:timestamptz:bool:i >:interval:interval:bool:i >:circle:circle:bool:i
    >:timetz:timetz:bool:i >:lseg:lseg:bool:i >:numeric:numeric:bool:i >:bit:bit:bool:i
    >:varbit:varbit:bool:i >:int2:int8:bool:i >:int8:int2:bool:i >:bytea:bytea:bool:i
    >:timestamp:timestamp:bool:i >:date:timestamp:bool:i >:date:timestamptz:bool:s
    >:timestamp:date:bool:i >:timestamptz:date:bool:s >:timestamp:timestamptz:bool:s
    >:timestamptz:timestamp:bool:s >:tid:tid:bool:i >:anymultirange:anymultirange:bool:i
    >:uuid:uuid:bool:i >:record:record:bool:i >:pg_lsn:pg_lsn:bool:i >:jsonb:jsonb:bool:i
    >:macaddr8:macaddr8:bool:i >:anyenum:anyenum:bool:i >:tsvector:tsvector:bool:i
    >:tsquery:tsquery:bool:i >:anyrange:anyrange:bool:i >:xid8:xid8:bool:i >=:int4:int8:bool:i
    >=:name:text:bool:i >=:text:name:bool:i >=:int8:int8:bool:i >=:int8:int4:bool:i
    >=:box:box:bool:i >=:int2:int2:bool:i >=:int4:int4:bool:i >=:int2:int4:bool:i
    >=:int4:int2:bool:i >=:oid:oid:bool:i >=:float4:float4:bool:i >=:char:char:bool:i
    >=:oidvector:oidvector:bool:i >=:name:name:bool:i >=:text:text:bool:i >=:float8:float8:bool:i
    >=:path:path:bool:i >=:money:money:bool:i >=:bpchar:bpchar:bool:i >=:anyarray:anyarray:bool:i
    >=:date:date:bool:i >=:time:time:bool:i >=:float4:float8:bool:i >=:float8:float4:bool:i
    >=:inet:inet:bool:i >=:macaddr:macaddr:bool:i >=:timestamptz:timestamptz:bool:i
    >=:interval:interval:bool:i >=:circle:circle:bool:i >=:timetz:timetz:bool:i >=:lseg:lseg:bool:i
    >=:bool:bool:bool:i >=:numeric:numeric:bool:i >=:bit:bit:bool:i >=:varbit:varbit:bool:i
    >=:int2:int8:bool:i >=:int8:int2:bool:i >=:bytea:bytea:bool:i >=:timestamp:timestamp:bool:i
    >=:date:timestamp:bool:i >=:date:timestamptz:bool:s >=:timestamp:date:bool:i
    >=:timestamptz:date:bool:s >=:timestamp:timestamptz:bool:s >=:timestamptz:timestamp:bool:s
    >=:tid:tid:bool:i >=:anymultirange:anymultirange:bool:i >=:uuid:uuid:bool:i
    >=:record:record:bool:i >=:pg_lsn:pg_lsn:bool:i >=:jsonb:jsonb:bool:i
    >=:macaddr8:macaddr8:bool:i >=:anyenum:anyenum:bool:i >=:tsvector:tsvector:bool:i
    >=:tsquery:tsquery:bool:i >=:anyrange:anyrange:bool:i >=:xid8:xid8:bool:i
    >>:polygon:polygon:bool:i >>:box:box:bool:i >>:point:point:bool:i >>:inet:inet:bool:i
    >>:circle:circle:bool:i >>:bit:int4:bit:i >>:int2:int4:int2:i >>:int4:int4:int4:i
    >>:int8:int4:int8:i >>:anyrange:anyrange:bool:i >>:anyrange:anymultirange:bool:i
    >>:anymultirange:anyrange:bool:i >>:anymultirange:anymultirange:bool:i >>=:inet:inet:bool:i
    >^:point:point:bool:i >^:box:box:bool:i ?:jsonb:text:bool:i ?#:path:path:bool:i
    ?#:box:box:bool:i ?#:lseg:lseg:bool:ic ?#:lseg:line:bool:i ?#:lseg:box:bool:i ?#:line:box:bool:i
    ?#:line:line:bool:ic ?&:jsonb:_text:bool:i ?-:point:point:bool:ic ?-:-:lseg:bool:i
    ?-:-:line:bool:i ?-|:lseg:lseg:bool:ic ?-|:line:line:bool:ic ?|:point:point:bool:ic
    ?|:-:lseg:bool:i ?|:-:line:bool:i ?|:jsonb:_text:bool:i ?||:lseg:lseg:bool:ic
    ?||:line:line:bool:ic @:-:int8:int8:i @:-:float4:float4:i @:-:float8:float8:i @:-:int2:int2:i
    @:-:int4:int4:i @:-:numeric:numeric:i @-@:-:path:float8:i @-@:-:lseg:float8:i
    @>:box:point:bool:i @>:polygon:polygon:bool:i @>:box:box:bool:i @>:path:point:bool:i
    @>:polygon:point:bool:i @>:circle:point:bool:i @>:_aclitem:aclitem:bool:i
    @>:circle:circle:bool:i @>:anyarray:anyarray:bool:i @>:anymultirange:anyelement:bool:i
    @>:anymultirange:anyrange:bool:i @>:anymultirange:anymultirange:bool:i @>:jsonb:jsonb:bool:i
    @>:tsquery:tsquery:bool:i @>:anyrange:anyelement:bool:i @>:anyrange:anyrange:bool:i
    @>:anyrange:anymultirange:bool:i @?:jsonb:jsonpath:bool:i @@:-:box:point:i @@:-:lseg:point:i
    @@:-:polygon:point:i @@:-:circle:point:i @@:tsvector:tsquery:bool:i @@:tsquery:tsvector:bool:i
    @@:text:text:bool:s @@:text:tsquery:bool:s @@:jsonb:jsonpath:bool:i @@@:tsvector:tsquery:bool:i
    @@@:tsquery:tsvector:bool:i ^:float8:float8:float8:i ^:numeric:numeric:numeric:i
    ^@:text:text:bool:i |:bit:bit:bit:ic |:int2:int2:int2:ic |:int4:int4:int4:ic |:int8:int8:int8:ic
    |:inet:inet:inet:i |:macaddr:macaddr:macaddr:i |:macaddr8:macaddr8:macaddr8:i |&>:box:box:bool:i
    |&>:polygon:polygon:bool:i |&>:circle:circle:bool:i |/:-:float8:float8:i
    |>>:circle:circle:bool:i |>>:box:box:bool:i |>>:polygon:polygon:bool:i |>>:point:point:bool:i
    ||:anycompatiblearray:anycompatible:anycompatiblearray:i
    ||:anycompatible:anycompatiblearray:anycompatiblearray:i
    ||:anycompatiblearray:anycompatiblearray:anycompatiblearray:i ||:text:text:text:i
    ||:varbit:varbit:varbit:i ||:bytea:bytea:bytea:i ||:text:anynonarray:text:s
    ||:anynonarray:text:text:s ||:jsonb:jsonb:jsonb:i ||:tsvector:tsvector:tsvector:i
    ||:tsquery:tsquery:tsquery:i ||/:-:float8:float8:i ~:name:text:bool:i ~:text:text:bool:i
    ~:bpchar:text:bool:i ~:-:bit:bit:i ~:-:int2:int2:i ~:-:int4:int4:i ~:-:int8:int8:i
    ~:-:inet:inet:i ~:-:macaddr:macaddr:i ~:-:macaddr8:macaddr8:i ~*:name:text:bool:i
    ~*:text:text:bool:i ~*:bpchar:text:bool:i ~<=~:text:text:bool:i ~<=~:bpchar:bpchar:bool:i
    ~<~:text:text:bool:i ~<~:bpchar:bpchar:bool:i ~=:polygon:polygon:bool:ic ~=:box:box:bool:ic
    ~=:point:point:bool:ic ~=:circle:circle:bool:ic ~>=~:text:text:bool:i ~>=~:bpchar:bpchar:bool:i
    ~>~:text:text:bool:i ~>~:bpchar:bpchar:bool:i ~~:name:text:bool:i ~~:text:text:bool:i
    ~~:bpchar:text:bool:i ~~:bytea:bytea:bool:i ~~*:name:text:bool:i ~~*:text:text:bool:i
    ~~*:bpchar:text:bool:i
    """#
}
