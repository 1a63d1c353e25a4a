package import DatabaseModel
package import Engines
package import SQLSyntax
import Synchronization

/// A database of SQLite 3.40 that is a value.
///
/// It gives a statement's outcome as the engine gives it, or says that it is not modelled; then
/// nothing was done.
package final class SimulatedSQLite: RestorableEngine, ConcurrentEngine {
  /// What ``takeSnapshot()`` keeps: the database as a value.
  package struct Snapshot: Sendable {
    let state: SQLiteState
    let isWAL: Bool
  }

  private let world: Mutex<SQLiteWorld>

  /// - Parameters:
  ///   - isInMemory: Whether the engine it stands for is a database in memory, not a file.
  ///   - clock: What CURRENT_TIMESTAMP gives, as `YYYY-MM-DD HH:MM:SS`; `nil` leaves it
  ///     unmodelled.
  ///   - countsChecks: Whether refusals are counted for ``checkHits()``.
  package init(isInMemory: Bool = false, clock: String? = nil, countsChecks: Bool = false) {
    world = Mutex(SQLiteWorld(isInMemory: isInMemory, clock: clock, countsChecks: countsChecks))
  }

  package var dialect: Dialect { .sqlite }

  package var name: String { "simulated SQLite 3.40.1" }

  package func connect() throws(DatabaseError) -> any Session { open() }

  package func connectConcurrently() throws(DatabaseError) -> any ConcurrentSession { open() }

  /// A session with all that the simulation knows beside what a session must.
  package func open() -> SimulatedSQLiteSession {
    let identifier = world.withLock { $0.connect() }
    return SimulatedSQLiteSession(self, identifier)
  }

  package func takeSnapshot() throws(DatabaseError) -> Snapshot {
    world.withLock { Snapshot(state: $0.committed, isWAL: $0.isWAL) }
  }

  package func restore(_ snapshot: Snapshot) throws(DatabaseError) {
    world.withLock { world in
      world.committed = snapshot.state
      world.isWAL = snapshot.isWAL
      world.commits += 1
    }
  }

  /// How often each check refused a statement, where that is counted.
  package func checkHits() -> [SQLiteCheck: Int] { world.withLock { $0.hits ?? [:] } }

  func withWorld<Result: Sendable>(_ body: (SQLiteWorld) -> Result) -> Result {
    world.withLock { body($0) }
  }
}
