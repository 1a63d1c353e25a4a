package import SQLSyntax

extension Catalog {
  /// What a statement does to this catalog, in the catalog's own dialect.
  ///
  /// The catalog itself never changes; what is not modelled is said to be so.
  package func applying(_ statement: Statement, in session: SessionState) -> Transition {
    switch dialect {
    case .postgresql: PostgreSQLTransitions.apply(statement, to: self, in: session)
    case .sqlite: SQLiteTransitions.apply(statement, to: self, in: session)
    }
  }
}
