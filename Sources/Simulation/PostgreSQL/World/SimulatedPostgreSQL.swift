package import DatabaseModel
package import Engines
package import SQLSyntax
import Synchronization

/// A PostgreSQL server with one database that is a value, and sessions on it.
///
/// It never errs about the server: what it does not know is a failure of the scope `unmodelled`,
/// and nothing is done. No time passes in it: a wait ends when somebody lets go, or when
/// ``SimulatedPostgreSQLSession/passTime()`` says that a timeout has come.
package final class SimulatedPostgreSQL: RestorableEngine, ConcurrentEngine {
  private let world: Mutex<World>
  private let plan: Mutex<[PlannedInterruption]>
  /// Asked when a statement of ``Engines/Session/run(_:)-(String)`` has to wait; it lets others go
  /// on, and answers whether the statement should be tried again.
  private let whileBlocked: (@Sendable (Int32, [Int32]) -> Bool)?

  package let dialect = Dialect.postgresql
  package let name = "simulated PostgreSQL 15"

  package init(
    _ database: Database = Database(catalog: .empty(dialect: .postgresql)),
    state: SessionState = SessionState(searchPath: ["$user", "public"]),
    interruptions: [PlannedInterruption] = [],
    whileBlocked: (@Sendable (_ session: Int32, _ blockers: [Int32]) -> Bool)? = nil
  ) {
    world = Mutex(World(database, state: state))
    plan = Mutex(interruptions)
    self.whileBlocked = whileBlocked
  }

  package func connect() throws(DatabaseError) -> any Session { open() }

  package func connectConcurrently() throws(DatabaseError) -> any ConcurrentSession { open() }

  /// Opens a session of this engine's own kind.
  package func open() -> SimulatedPostgreSQLSession {
    SimulatedPostgreSQLSession(engine: self, identifier: world.withLock { $0.connect() })
  }

  /// Circles of sessions that waited for each other, in the order in which they were found.
  ///
  /// The session that closed the circle was ended; a server may end any other of it.
  package var deadlocks: [[Int32]] { world.withLock { $0.deadlocks } }

  package func takeSnapshot() throws(DatabaseError) -> Database {
    world.withLock { $0.committed }
  }

  package func restore(_ snapshot: Database) throws(DatabaseError) {
    world.withLock { $0.restore(snapshot) }
  }

  /// What `pg_terminate_backend` does to a session, from outside.
  package func terminate(_ session: Int32) {
    world.withLock { $0.terminate(session, "57P01", "administrator command") }
  }

  // MARK: For its sessions

  func withWorld<Result: Sendable>(_ body: @Sendable (inout World) -> Result) -> Result {
    world.withLock { body(&$0) }
  }

  /// Whether to try again a statement that has to wait.
  func mayGoOn(_ session: Int32, _ blockers: [Int32]) -> Bool {
    whileBlocked?(session, blockers) ?? false
  }

  /// The interruption planned for this statement, which is then used up.
  func interruption(of session: Int32, at statement: Int) -> Interruption? {
    plan.withLock { plan in
      guard
        let place = plan.firstIndex(where: {
          $0.statement == statement && ($0.session ?? session) == session
        })
      else { return nil }
      return plan.remove(at: place).interruption
    }
  }
}

/// An interruption and the statement that it befalls.
package struct PlannedInterruption: Hashable, Sendable {
  package var interruption: Interruption
  /// Statements of a session are counted from 0.
  package var statement: Int
  /// `nil`: whichever session comes there first.
  package var session: Int32?

  package init(_ interruption: Interruption, atStatement statement: Int, of session: Int32? = nil) {
    self.interruption = interruption
    self.statement = statement
    self.session = session
  }
}
