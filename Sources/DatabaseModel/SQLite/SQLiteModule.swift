/// Modules of virtual tables that SQLite 3.40 brings along.
enum SQLiteModule {
  /// Tables that are there without CREATE.
  static func isEponymous(_ key: String) -> Bool {
    key.hasPrefix("pragma_") || eponymous.contains(key)
  }

  private static let eponymous: Set<String> = [
    "json_each", "json_tree", "dbstat", "sqlite_stmt", "sqlite_dbpage", "sqlite_dbdata",
    "sqlite_dbptr", "generate_series", "completion", "fsdir", "zipfile", "fts3tokenize",
    "bytecode", "tables_used",
  ]

  static let known: Set<String> = [
    "fts3", "fts4", "fts5", "fts4aux", "fts3tokenize", "fts5vocab", "rtree", "rtree_i32", "dbstat",
    "json_each", "json_tree", "sqlite_stmt", "zipfile", "completion", "fsdir", "generate_series",
    "sqlite_dbptr", "sqlite_dbdata",
  ]
}
