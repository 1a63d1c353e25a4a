package import DatabaseModel
package import Engines
package import SQLSyntax

/// A connection to a simulated PostgreSQL server.
package final class SimulatedPostgreSQLSession: ConcurrentSession {
  private let engine: SimulatedPostgreSQL
  package let identifier: Int32
  package let dialect = Dialect.postgresql
  /// The statement that was started and has not ended.
  private var started: Running?
  private var statementCount = 0
  private var lost: DatabaseError?

  init(engine: SimulatedPostgreSQL, identifier: Int32) {
    self.engine = engine
    self.identifier = identifier
  }

  deinit {
    let id = identifier
    engine.withWorld { $0.disconnect(id) }
  }

  private struct Running {
    var range: SourceRange
    var statement: Statement
    var interruption: Interruption?
  }

  package var status: TransactionStatus {
    let id = identifier
    return engine.withWorld { world in world.status(of: id) }
  }

  // MARK: Running

  package func run(_ sql: String) -> ScriptOutcome { run(StatementQueue(sql)) }

  package func run(_ sql: String, with parameters: [SQLValue]) -> ScriptOutcome {
    if parameters.isEmpty { return run(sql) }
    return ScriptOutcome(
      outcomes: [],
      failure: failure(
        DatabaseError(message: "Parameters are not modelled", scope: .unmodelled),
        SourceRange(0, sql.utf8.count)))
  }

  package func run(_ statement: Statement) -> ScriptOutcome { run(StatementQueue(statement)) }

  private func run(_ queue: StatementQueue) -> ScriptOutcome {
    var script = ScriptOutcome(outcomes: [])
    for (place, (range, item)) in queue.items.enumerated() {
      switch finish(item, range) {
      case .success(var outcome):
        if queue.starts.contains(place) { outcome.tag = "START TRANSACTION" }
        script.outcomes.append(outcome)
      case .failure(let failure):
        script.failure = failure
        return script
      }
    }
    return script
  }

  /// Carries out one statement to its end, whoever is in its way.
  private func finish(
    _ item: StatementQueue.Item, _ range: SourceRange
  ) -> Result<StatementOutcome, StatementFailure> {
    var step = begin(item, range)
    while case .blocked = step {
      let blockers = blockers
      if engine.mayGoOn(identifier, blockers) {
        step = resume()
      } else {
        step = giveUp(blockers)
      }
    }
    return end(step, range)
  }

  /// Nobody lets go: a timeout ends the wait, or nothing is known to.
  private func giveUp(_ blockers: [Int32]) -> Step {
    let id = identifier
    return engine.withWorld { world in
      let timeout = world.sessions[id].flatMap { world.timeoutError(of: $0) }
      let error =
        timeout
        ?? DatabaseError(
          message: "The statement would wait for the sessions "
            + blockers.map(String.init).joined(separator: ", "),
          scope: .unmodelled)
      return world.interrupt(id, with: error)
    }
  }

  private func begin(_ item: StatementQueue.Item, _ range: SourceRange) -> Step {
    if let lost { return .failed(lost) }
    defer { statementCount += 1 }
    let interruption = engine.interruption(of: identifier, at: statementCount)
    let id = identifier
    switch item {
    case .refused(let error):
      return engine.withWorld { $0.interrupt(id, with: error) }
    case .statement(let statement):
      started = Running(range: range, statement: statement, interruption: interruption)
      if let step = interruptBefore(interruption) { return step }
      return resume()
    }
  }

  private func resume() -> Step {
    guard let running = started else { return .failed(Self.gone) }
    let id = identifier
    let statement = running.statement
    let step = engine.withWorld { $0.run(statement, in: id) }
    if case .blocked = step { return step }
    return interruptAfter(running.interruption) ?? step
  }

  private func end(
    _ step: Step, _ range: SourceRange
  ) -> Result<StatementOutcome, StatementFailure> {
    started = nil
    switch step {
    case .done(let reply):
      return .success(
        StatementOutcome(
          range: range, tag: reply.tag, columns: reply.columns, rows: reply.rows,
          changes: reply.changes, notices: reply.notices, statusAfter: status))
    case .failed(let error):
      if error.scope == .connectionLost, lost == nil {
        let id = identifier
        engine.withWorld { $0.disconnect(id) }
        lost = Self.gone
      }
      return .failure(failure(error, range))
    case .blocked: return .failure(failure(Self.gone, range))
    }
  }

  private func failure(_ error: DatabaseError, _ range: SourceRange) -> StatementFailure {
    StatementFailure(error: error, range: range, statusAfter: status)
  }

  // MARK: Waiting

  package func start(_ sql: String) {
    precondition(
      progress == nil, "A session starts a statement after the one before it ended")
    let queue = StatementQueue(sql)
    guard let (range, item) = queue.items.first else {
      progress = .success(nil)
      return
    }
    var step = begin(item, range)
    if case .done(var reply) = step, queue.starts.contains(0) {
      reply.tag = "START TRANSACTION"
      step = .done(reply)
    }
    if case .blocked = step {
      progress = .failure(Waiting(range: range))
    } else {
      progress = .success(ended(step, range))
    }
  }

  private struct Waiting: Error { var range: SourceRange }
  private var progress: Result<ScriptOutcome?, Waiting>?

  private func ended(_ step: Step, _ range: SourceRange) -> ScriptOutcome {
    switch end(step, range) {
    case .success(let outcome): ScriptOutcome(outcomes: [outcome])
    case .failure(let failure): ScriptOutcome(outcomes: [], failure: failure)
    }
  }

  package func poll() -> StatementProgress {
    switch progress {
    case nil:
      preconditionFailure("A session is polled only between the start of a statement and its end")
    case .success(let outcome)?:
      progress = nil
      return .finished(outcome ?? ScriptOutcome(outcomes: []))
    case .failure(let waiting)?:
      let id = identifier
      if engine.withWorld({ $0.locks.isWaiting(id) }) { return .blocked(on: blockers) }
      let step = resume()
      if case .blocked = step { return .blocked(on: blockers) }
      progress = nil
      return .finished(ended(step, waiting.range))
    }
  }

  private var blockers: [Int32] {
    let id = identifier
    return engine.withWorld { $0.locks.blockers(of: id) }
  }

  package func interrupt() {
    cut(
      DatabaseError(
        state: "57014", message: "canceling statement due to user request"))
  }

  /// So much time goes by that every timeout which is set has its effect.
  package func passTime() {
    let id = identifier
    if progress == nil {
      engine.withWorld { $0.passIdleTime(of: id) }
    } else if let error = engine.withWorld({ world in
      world.sessions[id].flatMap { world.timeoutError(of: $0) }
    }) {
      cut(error)
    }
  }

  private func cut(_ error: DatabaseError) {
    guard case .failure(let waiting)? = progress else { return }
    let id = identifier
    let step = engine.withWorld { $0.interrupt(id, with: error) }
    progress = .success(ended(step, waiting.range))
  }

  // MARK: Interruptions

  static let gone = DatabaseError(
    message: "server closed the connection unexpectedly\n\tThis probably means the server "
      + "terminated abnormally\n\tbefore or while processing the request.",
    scope: .connectionLost)

  /// What an interruption does instead of the statement.
  private func interruptBefore(_ interruption: Interruption?) -> Step? {
    switch interruption {
    case nil, .cutAfter: return nil
    case .refused:
      return refuse("58000", "could not complete the statement")
    case .cancelled: return refuse("57014", "canceling statement due to user request")
    case .lockConflict: return refuse("55P03", "canceling statement due to lock timeout")
    case .diskFull:
      return refuse(
        "53100", "could not extend file \"base/5/16384\": No space left on device",
        hint: "Check free disk space.")
    case .cutBefore, .clientKilled: return lose()
    case .serverKilled:
      engine.withWorld { $0.crash() }
      return lose()
    }
  }

  /// The statement took effect; nobody hears of it.
  private func interruptAfter(_ interruption: Interruption?) -> Step? {
    interruption == .cutAfter ? lose() : nil
  }

  private func refuse(_ state: SQLState, _ message: String, hint: String? = nil) -> Step {
    let id = identifier
    return engine.withWorld {
      $0.interrupt(id, with: DatabaseError(state: state, message: message, hint: hint))
    }
  }

  private func lose() -> Step {
    let id = identifier
    engine.withWorld { $0.disconnect(id) }
    lost = Self.gone
    return .failed(Self.gone)
  }

  // MARK: Reading back

  package func readCatalog() throws(DatabaseError) -> Catalog {
    let id = identifier
    return engine.withWorld { $0.view(of: id).catalog }
  }

  package func readRowDigests() throws(DatabaseError) -> [ObjectPath: RowDigest] {
    let id = identifier
    let view = engine.withWorld { $0.view(of: id) }
    return try view.rowDigests()
  }
}
