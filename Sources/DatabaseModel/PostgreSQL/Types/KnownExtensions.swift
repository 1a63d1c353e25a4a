import HashTreeCollections

/// What the extensions that come with PostgreSQL bring.
enum KnownExtensions {
  /// Extensions whose types are all listed here.
  static func isKnown(_ name: String) -> Bool { types[name] != nil }

  static func hasType(_ type: String, in name: String) -> Bool {
    types[name]?.contains(type) == true
  }

  /// Whether all it brings is functions, of which every name is known here.
  static func isPlain(_ name: String) -> Bool {
    name == "plpgsql" || functionNames[name] != nil
  }

  /// Whether an installed extension has functions of this name.
  static func hasFunction(_ name: String, in catalog: Catalog) -> Bool {
    catalog.extensions.keys.contains { functionNames[$0]?.contains(name) == true }
  }

  static func has(_ function: String, in name: String) -> Bool {
    functionNames[name]?.contains(function) == true
  }

  /// Whether PostgreSQL brings the extension itself and it needs no other.
  static func isAvailable(_ name: String) -> Bool { types[name] != nil }

  private static let types: [String: Set<String>] = [
    "plpgsql": [], "uuid-ossp": [], "pgcrypto": [], "btree_gist": gistKeys, "btree_gin": [],
    "pg_trgm": ["gtrgm"], "citext": ["citext"], "hstore": ["hstore", "ghstore"], "unaccent": [],
    "fuzzystrmatch": [], "pg_stat_statements": ["pg_stat_statements", "pg_stat_statements_info"],
    "tablefunc": ["tablefunc_crosstab_2", "tablefunc_crosstab_3", "tablefunc_crosstab_4"],
    "ltree": ["ltree", "lquery", "ltxtquery", "ltree_gist"], "moddatetime": [],
    "intarray": ["query_int", "intbig_gkey"], "pgrowlocks": [],
  ]

  private static let gistKeys: Set<String> = [
    "gbtreekey4", "gbtreekey8", "gbtreekey16", "gbtreekey32", "gbtreekey_var", "gbtreekey2",
  ]
}
