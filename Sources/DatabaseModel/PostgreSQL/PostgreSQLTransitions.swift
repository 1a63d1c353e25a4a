import SQLSyntax

/// What each PostgreSQL statement does to a catalog.
enum PostgreSQLTransitions {
  static func apply(
    _ statement: Statement, to catalog: Catalog, in session: SessionState
  ) -> Transition {
    .unmodelled(reason: "This kind of statement is not modelled")
  }
}
