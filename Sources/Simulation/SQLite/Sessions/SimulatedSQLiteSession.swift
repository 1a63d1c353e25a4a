package import DatabaseModel
package import Engines
package import SQLSyntax

/// A connection to a simulated database of SQLite.
package final class SimulatedSQLiteSession: ConcurrentSession {
  private let engine: SimulatedSQLite
  package let identifier: Int32
  private var started: ScriptOutcome?

  init(_ engine: SimulatedSQLite, _ identifier: Int32) {
    self.engine = engine
    self.identifier = identifier
  }

  deinit { engine.withWorld { [identifier] in $0.disconnect(identifier) } }

  package var dialect: Dialect { .sqlite }

  package var status: TransactionStatus {
    engine.withWorld { [identifier] in $0.connection(identifier).status }
  }

  /// Whether the rows of the last statement came in the engine's order; where they did not, they
  /// are to be compared as a multiset.
  package var isRowOrderDetermined: Bool {
    engine.withWorld { [identifier] in $0.connection(identifier).isRowOrderDetermined }
  }

  /// Wrong decisions that a test plants.
  package func plant(_ faults: PlantedFaults) {
    engine.withWorld { [identifier] in
      $0.connection(identifier).execution.session.model.plantedFaults = faults
    }
  }

  package func run(_ sql: String) -> ScriptOutcome {
    engine.withWorld { [identifier] in $0.run(sql, with: [], on: identifier) }
  }

  package func run(_ sql: String, with parameters: [SQLValue]) -> ScriptOutcome {
    engine.withWorld { [identifier] in $0.run(sql, with: parameters, on: identifier) }
  }

  package func run(_ statement: Statement) -> ScriptOutcome {
    engine.withWorld { [identifier] in $0.run(statement, on: identifier) }
  }

  package func readCatalog() throws(DatabaseError) -> Catalog {
    engine.withWorld { [identifier] in $0.visibleState(to: identifier).catalog }
  }

  package func readRowDigests() throws(DatabaseError) -> [ObjectPath: RowDigest] {
    engine.withWorld { [identifier] in $0.rowDigests(on: identifier) }
  }

  /// SQLite makes nobody wait: a lock that is held is a refusal, and a statement ends at once.
  package func start(_ sql: String) { started = run(sql) }

  package func poll() -> StatementProgress {
    guard let outcome = started else { return .running }
    started = nil
    return .finished(outcome)
  }

  /// No statement runs long enough to be interrupted.
  package func interrupt() {}
}
