package import SQLSyntax

extension Catalog {
  /// What a statement does to this catalog, in the catalog's own dialect.
  ///
  /// The catalog itself never changes; what is not modelled is said to be so.
  package func applying(_ statement: Statement, in session: SessionState) -> Transition {
    switch dialect {
    case .postgresql: return PostgreSQLTransitions.apply(statement, to: self, in: session)
    case .sqlite:
      let transition = SQLiteTransitions.apply(statement, to: self, in: session)
      assert(transition.brokenInvariants.isEmpty, "\(transition.brokenInvariants)")
      return transition
    }
  }
}

extension Transition {
  /// What is wrong with the catalog it gives.
  fileprivate var brokenInvariants: [String] {
    if case .applied(let applied) = self { applied.catalog.checkInvariants() } else { [] }
  }
}
