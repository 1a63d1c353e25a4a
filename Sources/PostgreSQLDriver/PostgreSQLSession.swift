package import DatabaseModel
package import Engines
import SQLParsing
package import SQLSyntax

/// A connection to a PostgreSQL database.
///
/// Each statement of a text is sent as a query of its own, so that its outcome, its notices and the
/// transaction's status after it are known. Not for two threads at once.
package final class PostgreSQLSession: ConcurrentSession {
  let handle: PostgreSQLHandle
  let settings: ConnectionSettings
  /// What was started and has not ended.
  private var started: RunningStatement?
  /// Asks the server what this session waits for; made when that is asked first.
  private var observer: PostgreSQLSession?

  /// - Throws: libpq's words where the server is not reached or refuses.
  package init(_ settings: ConnectionSettings) throws(DatabaseError) {
    self.settings = settings
    handle = try PostgreSQLHandle(settings)
  }

  package var dialect: Dialect { .postgresql }
  package var status: TransactionStatus { handle.status }
  package var identifier: Int32 { handle.processIdentifier }
  /// Whether the connection still stands, as far as this side knows.
  package var isAlive: Bool { handle.isAlive }

  /// A setting that the server reports by itself: `server_version`, `TimeZone`, ….
  package func reportedSetting(_ name: String) -> String? { handle.parameter(name) }

  /// What the server said since the last statement ended, beside any statement.
  package func takeNotices() -> [DatabaseNotice] { handle.takeNotices() }

  /// Makes each later statement fail with 57014 once it took so long; 0 ends that.
  package func setStatementTimeout(milliseconds: Int) throws(DatabaseError) {
    try execute("SET statement_timeout = \(milliseconds)")
  }

  package func interrupt() { _ = handle.cancel() }

  package func run(_ sql: String) -> ScriptOutcome {
    let source = SourceText(name: "script", text: sql)
    var script = ScriptOutcome(outcomes: [])
    for statement in PostgreSQLParser.statements(in: source) {
      let running = RunningStatement(statement, in: source, statusBefore: status)
      switch finish(running, isSent: send(running, with: nil)) {
      case .outcome(let outcome): script.outcomes.append(outcome)
      case .empty: break
      case .failure(let failure):
        script.failure = failure
        return script
      }
    }
    return script
  }

  package func run(_ sql: String, with parameters: [SQLValue]) -> ScriptOutcome {
    let source = SourceText(name: "statement", text: sql)
    guard let statement = Self.whole(source) else { return ScriptOutcome(outcomes: []) }
    let running = RunningStatement(statement, in: source, statusBefore: status)
    return finish(running, isSent: send(running, with: parameters)).script
  }

  package func start(_ sql: String) {
    precondition(started == nil, "A session starts a statement after the one before it ended")
    let source = SourceText(name: "statement", text: sql)
    let statement = Self.whole(source) ?? StatementText(range: source.range)
    var running = RunningStatement(statement, in: source, statusBefore: status)
    running.isSent = send(running, with: nil)
    started = running
  }

  package func poll() -> StatementProgress {
    guard var running = started else {
      preconditionFailure("A session is polled only between the start of a statement and its end")
    }
    while running.isSent, !running.hasEnded {
      if handle.isBusy(afterMilliseconds: Self.pollMilliseconds) {
        started = running
        return blockers()
      }
      running.takeNext(from: handle)
    }
    started = nil
    return .finished(end(of: running).script)
  }

  package func readCatalog() throws(DatabaseError) -> Catalog {
    try PostgreSQLCatalogReader(self).read()
  }

  package func readRowDigests() throws(DatabaseError) -> [ObjectPath: RowDigest] {
    try PostgreSQLRowReader(self).digests()
  }
}

extension PostgreSQLSession {
  private static let pollMilliseconds: Int32 = 5

  /// All of a text as one statement, from its first token to its last.
  private static func whole(_ source: SourceText) -> StatementText? {
    let statements = PostgreSQLParser.statements(in: source)
    guard let first = statements.first, let last = statements.last else { return nil }
    return StatementText(range: first.range.union(last.range), copyData: last.copyData)
  }

  private func send(_ running: RunningStatement, with parameters: [SQLValue]?) -> Bool {
    if running.sql.utf8.contains(0) { return false }
    guard let parameters else { return handle.send(running.sql) }
    return handle.send(running.sql, with: parameters)
  }

  private func finish(_ running: RunningStatement, isSent: Bool) -> RunningStatement.End {
    var running = running
    while isSent, !running.hasEnded { running.takeNext(from: handle) }
    running.isSent = isSent
    return end(of: running)
  }

  private func end(of running: RunningStatement) -> RunningStatement.End {
    if running.sql.utf8.contains(0) { return running.refusedForZeroByte(status: status) }
    return running.end(in: handle)
  }

  private func observingSession() throws(DatabaseError) -> PostgreSQLSession {
    if let observer { return observer }
    let session = try PostgreSQLSession(settings)
    observer = session
    return session
  }

  private func blockers() -> StatementProgress {
    do throws(DatabaseError) {
      let observer = try observingSession()
      let rows = try observer.rows(
        """
        SELECT DISTINCT unnest FROM unnest(pg_catalog.pg_blocking_pids(\(identifier))) ORDER BY 1
        """)
      let processes = rows.compactMap { $0.first?.integer }.map { Int32(clamping: $0) }
      return processes.isEmpty ? .running : .blocked(on: processes)
    } catch {
      // Who blocks is then unknown, and the statement itself still runs.
      observer = nil
      return .running
    }
  }
}
