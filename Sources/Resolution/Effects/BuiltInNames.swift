import SQLSyntax

/// Names that are there before the first migration runs.
enum BuiltInNames {
  static func isSchema(_ name: String) -> Bool {
    let schemas: Set<String> = [
      "pg_catalog", "information_schema", "public", "pg_toast", "pg_temp", "main", "temp",
    ]
    return schemas.contains(name)
  }

  /// The schema is as written, `nil` where the name is not qualified.
  static func isRelation(_ name: String, schema: String?, in dialect: Dialect) -> Bool {
    switch dialect {
    case .postgresql:
      let isSystem = schema == "pg_catalog" || schema == "information_schema"
      return isSystem || schema == "pg_toast" || schema == nil && name.hasPrefix("pg_")
    case .sqlite:
      return name.hasPrefix("sqlite_") || name.hasPrefix("pragma_") || tableFunctions.contains(name)
    }
  }

  private static let tableFunctions: Set<String> = [
    "json_each", "json_tree", "generate_series", "dbstat", "bytecode", "tables_used",
  ]

  /// Columns that every table has.
  static func isSystemColumn(_ name: String, in dialect: Dialect) -> Bool {
    switch dialect {
    case .postgresql: ["ctid", "xmin", "xmax", "cmin", "cmax", "tableoid", "*"].contains(name)
    case .sqlite: ["rowid", "oid", "_rowid_", "*"].contains(name)
    }
  }

  static func isType(_ name: String) -> Bool {
    types.contains(name.hasPrefix("_") ? String(name.dropFirst()) : name)
  }

  static func isFunction(_ name: String) -> Bool {
    name.hasPrefix("pg_") || functions.contains(name)
  }

  static let serialTypes: Set<String> = [
    "serial", "serial2", "serial4", "serial8", "bigserial", "smallserial",
  ]

  /// PostgreSQL's types by every name that its grammar knows.
  private static let types: Set<String> = Set(
    """
    bool boolean bytea char name int8 int2 int4 integer int smallint bigint text oid xid xid8 cid
    tid json jsonb xml point lseg path box polygon line circle float4 float8 real double money
    numeric decimal dec float bpchar varchar character date time timetz timestamp timestamptz
    interval bit varbit inet cidr macaddr macaddr8 uuid tsvector tsquery regclass regtype regproc
    regprocedure regoper regoperator regnamespace regrole regconfig regdictionary regcollation
    int4range int8range numrange tsrange tstzrange daterange int4multirange int8multirange
    nummultirange tsmultirange tstzmultirange datemultirange refcursor void record trigger
    event_trigger any anyelement anyarray anynonarray anyenum anyrange anymultirange anycompatible
    anycompatiblearray anycompatiblenonarray anycompatiblerange cstring internal language_handler
    fdw_handler index_am_handler tsm_handler table_am_handler unknown pg_lsn pg_snapshot
    txid_snapshot int2vector oidvector aclitem gtsvector jsonpath serial serial2 serial4 serial8
    bigserial smallserial pg_node_tree pg_ddl_command abstime reltime opaque
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  private static let functions: Set<String> = Set(
    builtInFunctions.split { $0 == " " || $0 == "\n" }.map(String.init))
}
