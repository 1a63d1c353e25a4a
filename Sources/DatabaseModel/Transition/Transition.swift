/// What became of a statement on a catalog.
package indirect enum Transition: Hashable, Sendable {
  case applied(AppliedTransition)
  /// The engine's own refusal; the catalog stays as it was.
  case refused(DatabaseError)
  /// The model does not know what the engine does here, and says why.
  ///
  /// Nothing is guessed.
  case unmodelled(reason: String)
}

/// A statement that the catalog allows.
package struct AppliedTransition: Hashable, Sendable {
  package var catalog: Catalog
  /// PostgreSQL's command tag: `CREATE TABLE`.
  package var tag: String
  package var notices: [DatabaseNotice]
  /// What the existing rows must satisfy for the statement to succeed, in the order in which the
  /// engine checks.
  ///
  /// Empty tables satisfy every demand but ``RowDemand/hasRow``.
  package var demands: [RowDemand]
  /// The session as the statement leaves it; `nil` where nothing of it changed.
  package var session: SessionState?
  /// PostgreSQL: what the statement does to rows, analyzed; `nil` where it has none.
  package var action: AnalyzedStatement?

  package init(
    catalog: Catalog, tag: String, notices: [DatabaseNotice] = [], demands: [RowDemand] = [],
    session: SessionState? = nil, action: AnalyzedStatement? = nil
  ) {
    self.catalog = catalog
    self.tag = tag
    self.notices = notices
    self.demands = demands
    self.session = session
    self.action = action
  }
}

/// A message that is not an error.
package struct DatabaseNotice: Hashable, Sendable {
  /// `NOTICE`, `WARNING`, ….
  package var severity: String
  package var state: SQLState?
  package var message: String
  package var detail: String?

  package init(
    severity: String, state: SQLState? = nil, message: String, detail: String? = nil
  ) {
    self.severity = severity
    self.state = state
    self.message = message
    self.detail = detail
  }
}
