import DatabaseModel
import Engines
import SQLSyntax

extension SQLiteWorld {
  /// What a statement needs of the file.
  enum Need {
    case nothing, reading, writing
  }

  func run(
    _ statement: Statement, on connection: SQLiteConnection, at range: SourceRange,
    _ script: inout ScriptOutcome
  ) {
    let execution = connection.execution
    let wasInTransaction = connection.isInTransaction
    let total = execution.session.totalChanges
    do throws(SQLiteHalt) {
      var result = SQLiteResultRows()
      if case .transaction(let control) = statement.kind {
        try self.control(control, statement, connection)
      } else if case .pragma(let pragma) = statement.kind,
        pragma.name.key(in: .sqlite) == "journal_mode"
      {
        result = try journalMode(pragma, connection)
      } else {
        result = try access(Self.need(of: statement), connection) { () throws(SQLiteHalt) in
          try execution.run(statement)
        }
      }
      connection.isRowOrderDetermined = result.isOrdered
      let isChanged = execution.session.totalChanges != total
      script.outcomes.append(
        StatementOutcome(
          range: range, columns: result.columns, rows: result.rows,
          changes: isChanged ? execution.session.lastChanges : 0,
          statusAfter: connection.status))
    } catch {
      let failure = settle(error, connection, wasInTransaction)
      script.failure = StatementFailure(
        error: failure, range: range, statusAfter: connection.status)
    }
  }

  /// The error that a halt is, with what it undoes beyond the statement.
  private func settle(
    _ halt: SQLiteHalt, _ connection: SQLiteConnection, _ wasInTransaction: Bool
  ) -> DatabaseError {
    switch halt {
    case .unmodelled(let reason): return DatabaseError(message: reason, scope: .unmodelled)
    case .ignoreRow: return DatabaseError(message: "RAISE outside a trigger", scope: .unmodelled)
    case .refused(let refusal):
      count(refusal.check)
      if refusal.resolution == .rollback, wasInTransaction { endTransaction(connection) }
      return DatabaseError(
        resultCode: refusal.code, message: refusal.message,
        scope: wasInTransaction && !connection.isInTransaction
          ? .transactionRolledBack : .statement)
    }
  }

  static func need(of statement: Statement) -> Need {
    switch statement.kind {
    case .select(let query):
      var reads = false
      query.walk { node in
        if node is TableReference { reads = true }
        return !reads
      }
      return reads ? .reading : .nothing
    case .pragma(let pragma):
      switch pragma.name.key(in: .sqlite) {
      case "user_version", "application_id": return pragma.value == nil ? .reading : .writing
      case "table_info", "table_xinfo", "index_list", "index_info", "foreign_key_list",
        "foreign_key_check", "integrity_check", "quick_check":
        return .reading
      default: return .nothing
      }
    case .explain, .attach, .detach: return .nothing
    default: return .writing
    }
  }

  // MARK: - Access

  /// Runs a body with the database that the connection sees, under the locks that it needs.
  func access<Result>(
    _ need: Need, _ connection: SQLiteConnection,
    _ body: () throws(SQLiteHalt) -> Result
  ) throws(SQLiteHalt) -> Result {
    let execution = connection.execution
    if connection.isInTransaction {
      if need != .nothing || connection.seenCommit == nil {
        try acquire(need == .writing ? .writing : .reading, connection)
      }
      let result = try body()
      if need == .writing { connection.hasWritten = true }
      return result
    }
    try checkAutocommit(need, connection)
    swap(&committed, &execution.state)
    defer {
      swap(&committed, &execution.state)
      execution.session.counters = (0, 0)
    }
    let before = mayDefer(execution) ? execution.state : nil
    let result = try body()
    if let before, execution.session.deferredViolations > 0 {
      execution.state = before
      execution.session.totalChanges -= execution.session.lastChanges
      execution.session.lastChanges = 0
      throw execution.foreignKeyFailure(.foreignKeyAtCommit)
    }
    if need != .nothing {
      execution.session.counters = (0, 0)
      execution.session.defersForeignKeys = false
    }
    if need == .writing { commits += 1 }
    return result
  }

  /// Whether a statement outside a transaction may fail at its commit.
  private func mayDefer(_ execution: SQLiteExecution) -> Bool {
    execution.session.model.enforcesForeignKeys
  }

  private func busy(_ check: SQLiteCheck, code: Int32 = SQLiteResult.busy) -> SQLiteHalt {
    .error("database is locked", check, code: code)
  }

  private func checkAutocommit(
    _ need: Need, _ connection: SQLiteConnection
  ) throws(SQLiteHalt) {
    if need == .nothing { return }
    for other in others(than: connection) {
      if !isWAL, other.lock >= .pending { throw busy(.busy) }
      if need == .writing, other.lock >= .reserved { throw busy(.busy) }
      if need == .writing, !isWAL, other.lock >= .shared { throw busy(.busyAtCommit) }
    }
  }

  /// Gives a transaction its view and its lock.
  func acquire(_ need: Need, _ connection: SQLiteConnection) throws(SQLiteHalt) {
    let others = others(than: connection)
    if connection.seenCommit == nil {
      if !isWAL, others.contains(where: { $0.lock >= .pending }) { throw busy(.busy) }
      connection.execution.state = committed
      connection.seenCommit = commits
      connection.lock = max(connection.lock, .shared)
    }
    guard need == .writing, connection.lock < .reserved else { return }
    if others.contains(where: { $0.lock >= .reserved }) {
      releaseUnused(connection)
      throw busy(.busy)
    }
    if connection.seenCommit != commits {
      throw busy(.busySnapshot, code: SQLiteResult.busySnapshot)
    }
    connection.lock = .reserved
  }

  /// A view that was only taken for a write that is refused is given back.
  private func releaseUnused(_ connection: SQLiteConnection) {}

  // MARK: - Transactions

  private func control(
    _ control: TransactionControl, _ statement: Statement, _ connection: SQLiteConnection
  ) throws(SQLiteHalt) {
    let execution = connection.execution
    let applied: AppliedTransition
    do throws(SQLiteHalt) {
      applied = try execution.transition(statement)
    } catch .refused(var refusal) {
      refusal.check = .transaction
      throw .refused(refusal)
    }
    guard let model = applied.session else { return }
    switch control {
    case .begin(let modes): try begin(modes, model, connection)
    case .commit: try commit(model, connection)
    case .rollback: endTransaction(connection)
    case .savepoint:
      let state = connection.seenCommit == nil ? nil : execution.state
      let counters = execution.session.counters
      connection.savepoints.append((state, counters.violations, counters.immediate))
      execution.session.model = model
    case .release:
      if !model.isInTransactionBlock { return try commit(model, connection) }
      connection.savepoints.removeLast(connection.savepoints.count - model.savepoints.count)
      execution.session.model = model
    case .rollbackTo:
      connection.savepoints.removeLast(connection.savepoints.count - model.savepoints.count)
      execution.session.model = model
      guard let last = connection.savepoints.last else { return }
      if connection.seenCommit != nil { execution.state = last.state ?? committed }
      execution.session.counters = (last.violations, last.immediate)
    default: throw .unmodelled("Prepared transactions are not of SQLite")
    }
  }

  private func begin(
    _ modes: [String], _ model: SessionState, _ connection: SQLiteConnection
  ) throws(SQLiteHalt) {
    let words = modes.map { $0.asciiUppercased() }
    if words.contains("IMMEDIATE") || words.contains("EXCLUSIVE") {
      let isExclusive = words.contains("EXCLUSIVE") && !isWAL
      if isExclusive, others(than: connection).contains(where: { $0.lock >= .shared }) {
        throw busy(.busy)
      }
      do throws(SQLiteHalt) {
        try acquire(.writing, connection)
      } catch {
        connection.lock = .none
        connection.seenCommit = nil
        throw error
      }
      if isExclusive { connection.lock = .exclusive }
    }
    connection.execution.session.model = model
  }

  private func commit(
    _ model: SessionState, _ connection: SQLiteConnection
  ) throws(SQLiteHalt) {
    let execution = connection.execution
    let session = execution.session
    if session.deferredViolations + session.deferredImmediate > 0 {
      throw execution.foreignKeyFailure(.foreignKeyAtCommit)
    }
    if connection.hasWritten, !isWAL,
      others(than: connection).contains(where: { $0.lock >= .shared })
    {
      connection.lock = .pending
      throw busy(.busyAtCommit)
    }
    if connection.hasWritten {
      committed = execution.state
      commits += 1
    }
    close(connection, model)
  }

  private func close(_ connection: SQLiteConnection, _ model: SessionState) {
    connection.execution.session.model = model
    connection.execution.session.counters = (0, 0)
    connection.execution.session.defersForeignKeys = false
    connection.savepoints = []
    connection.seenCommit = nil
    connection.hasWritten = false
    connection.lock = .none
    // Kept copies would have every node copied when it next changes.
    connection.execution.state = connection.execution.emptyState
  }

  /// Ends a transaction without its changes.
  private func endTransaction(_ connection: SQLiteConnection) {
    var model = connection.execution.session.model
    model.isInTransactionBlock = false
    model.isTransactionOfSavepoint = false
    model.savepoints = []
    close(connection, model)
  }

  // MARK: - Journal mode

  private func journalMode(
    _ pragma: Pragma, _ connection: SQLiteConnection
  ) throws(SQLiteHalt) -> SQLiteResultRows {
    let current = isInMemory ? "memory" : isWAL ? "wal" : "delete"
    func answer(_ mode: String) -> SQLiteResultRows {
      SQLiteResultRows(columns: ["journal_mode"], rows: [[.text(mode)]])
    }
    guard let value = pragma.value else { return answer(current) }
    guard let word = SQLiteExecution.word(value) else {
      throw .unmodelled("The pragma's value is not one of the usual words")
    }
    if isInMemory {
      if word == "off" { throw .unmodelled("journal_mode=OFF leaves no way back") }
      return answer("memory")
    }
    if connection.isInTransaction {
      if word == "wal" || isWAL { return answer(current) }
      throw .unmodelled("Another journal mode inside a transaction")
    }
    if word == current { return answer(current) }
    guard word == "wal" || isWAL && word == "delete" else {
      throw .unmodelled("journal_mode=\(word)")
    }
    let others = others(than: connection)
    if word == "wal" {
      if others.contains(where: { $0.lock > .none }) { throw busy(.busy) }
    } else if !others.isEmpty {
      throw busy(.busy)
    }
    isWAL = word == "wal"
    return answer(word)
  }
}
