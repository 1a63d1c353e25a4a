package import DatabaseModel
import HashTreeCollections
package import SQLSyntax

/// One statement after the other on one PostgreSQL database: what a session does between locks.
///
/// It knows nothing of transactions and of other sessions. A refusal leaves the database as it was,
/// but for what sequences have given.
package struct PostgreSQLExecution {
  package var database: Database
  package var session: SessionState
  package var pending: PendingChecks
  package var sequences: SequenceMemory
  /// The checks that refused something since this value was made.
  package private(set) var checksHit: Set<RowCheck> = []

  package init(
    database: Database, session: SessionState, pending: PendingChecks = PendingChecks(),
    sequences: SequenceMemory = SequenceMemory()
  ) {
    self.database = database
    self.session = session
    self.pending = pending
    self.sequences = sequences
  }

  /// Carries out a statement, or leaves everything as it was.
  package mutating func execute(_ statement: Statement) -> PostgreSQLResult {
    switch database.catalog.applying(statement, in: session) {
    case .refused(let error): return .refused(error, notices: [])
    case .unmodelled(let reason): return .unmodelled(reason)
    case .applied(let applied):
      if applied.demands.contains(where: touchesRows) {
        return .unmodelled("Rows are not modelled yet")
      }
      database.catalog = applied.catalog
      if let changed = applied.session { session = changed }
      return .completed(PostgreSQLCompletion(tag: applied.tag, notices: applied.notices))
    }
  }

  /// Makes the checks that wait for the end of the transaction; call it before COMMIT.
  ///
  /// - Throws: What the engine refuses; the transaction is then rolled back.
  package mutating func checkPending() throws(EvaluationFailure) {
    if !pending.events.isEmpty { throw .unmodelled("Rows are not modelled yet") }
    pending = PendingChecks()
  }

  private func touchesRows(_ demand: RowDemand) -> Bool {
    let table: ObjectID?
    switch demand {
    case .isEmpty(let id, _), .notNull(let id, _), .converts(let id, _, _), .evaluates(let id, _):
      table = id
    case .holds(let id): table = database.catalog.constraints[id]?.owner
    case .unique(let id): table = database.catalog.index(id)?.table
    case .runs, .hasRow: return true
    }
    return table.map { database.heaps[$0]?.rows.isEmpty == false } ?? false
  }
}
