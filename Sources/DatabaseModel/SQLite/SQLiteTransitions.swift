import SQLSyntax

/// What each SQLite statement does to a catalog.
enum SQLiteTransitions {
  static func apply(
    _ statement: Statement, to catalog: Catalog, in session: SessionState
  ) -> Transition {
    .unmodelled(reason: "This kind of statement is not modelled")
  }
}
