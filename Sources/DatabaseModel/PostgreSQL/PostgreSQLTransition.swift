import HashTreeCollections
import SQLSyntax

/// A statement under way on a catalog: what it has changed so far and what it has said.
///
/// Checks stand in the order in which the engine makes them; the first one that hits ends the
/// statement, and nothing of it remains.
struct PostgreSQLTransition {
  var catalog: Catalog
  var session: SessionState
  var notices: [DatabaseNotice] = []
  var demands: [RowDemand] = []
  /// What the statement does to rows, where it is a statement on rows.
  var action: AnalyzedStatement?

  init(catalog: Catalog, session: SessionState) {
    self.catalog = catalog
    self.session = session
  }

  mutating func notice(_ message: String, state: SQLState = .successfulCompletion) {
    notices.append(DatabaseNotice(severity: "NOTICE", state: state, message: message))
  }

  mutating func notice(_ message: String, detail: String?) {
    notices.append(
      DatabaseNotice(
        severity: "NOTICE", state: .successfulCompletion, message: message, detail: detail))
  }

  mutating func warning(_ message: String, state: SQLState) {
    notices.append(DatabaseNotice(severity: "WARNING", state: state, message: message))
  }

  mutating func demand(_ demand: RowDemand) {
    if !demands.contains(demand) { demands.append(demand) }
  }

  /// Refuses what cannot run inside a transaction block.
  func preventInTransactionBlock(_ what: String) throws(Halt) {
    guard session.isInTransactionBlock else { return }
    throw .refuse(.activeSQLTransaction, "\(what) cannot run inside a transaction block")
  }

  /// Runs part of the statement; where it is refused, its changes and notices are taken back.
  mutating func attempt(
    _ body: (inout PostgreSQLTransition) throws(Halt) -> Void
  ) throws(Halt) -> DatabaseError? {
    let before = self
    do {
      try body(&self)
      return nil
    } catch {
      guard case .refused(let refusal) = error else { throw error }
      // What a client has been told cannot be taken back.
      let told = notices
      self = before
      notices = told
      return refusal
    }
  }
}
