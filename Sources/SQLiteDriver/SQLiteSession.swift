import CSQLite
package import DatabaseModel
package import Engines
package import SQLSyntax

/// A connection to an SQLite database, in memory or in a file.
///
/// Not for two threads at once.
package final class SQLiteSession: Session {
  let handle: SQLiteHandle

  /// Opens a database of its own in memory.
  package convenience init() throws(DatabaseError) {
    try self.init(path: ":memory:")
  }

  /// Opens a file, and makes it where it is missing.
  ///
  /// - Throws: The engine's words where the file cannot be opened; what is no database is noticed
  ///   only when the first statement reads it.
  package init(
    path: String, isReadOnly: Bool = false, busyTimeoutMilliseconds: Int32 = 0
  ) throws(DatabaseError) {
    handle = try SQLiteHandle(path: path, isReadOnly: isReadOnly)
    handle.setBusyTimeout(milliseconds: busyTimeoutMilliseconds)
  }

  package var dialect: Dialect { .sqlite }

  package var status: TransactionStatus { handle.isAutocommit ? .idle : .inTransaction }

  /// How long a statement waits for a lock that another connection holds.
  package func setBusyTimeout(milliseconds: Int32) {
    handle.setBusyTimeout(milliseconds: milliseconds)
  }

  /// Makes the statement that runs now fail with INTERRUPT.
  package func interrupt() { handle.interrupt() }

  /// Makes every statement fail with INTERRUPT once it took this many of the engine's virtual
  /// machine instructions; `nil` ends that.
  package func interruptStatements(afterInstructions count: Int32?) {
    handle.interruptStatements(afterInstructions: count)
  }

  /// Whether the engine accepts the first statement of a text, without running it.
  ///
  /// - Returns: `nil` where it does.
  package func refusalToPrepare(_ sql: String) -> DatabaseError? {
    let text = SQLiteText(sql)
    let prepared = handle.prepare(text, from: 0)
    return prepared.code == SQLITE_OK ? nil : handle.lastError(wasInTransaction: false)
  }

  package func run(_ sql: String) -> ScriptOutcome {
    let text = SQLiteText(sql)
    var script = ScriptOutcome(outcomes: [])
    var offset = 0
    while offset < text.count {
      switch next(in: text, from: offset) {
      case .outcome(let outcome):
        script.outcomes.append(outcome)
        offset = outcome.range.upperBound
      case .empty(let end):
        offset = end
      case .failure(let failure):
        script.failure = failure
        return script
      }
    }
    return script
  }

  package func run(_ sql: String, with parameters: [SQLValue]) -> ScriptOutcome {
    let text = SQLiteText(sql)
    switch next(in: text, from: 0, with: parameters) {
    case .outcome(let outcome): return ScriptOutcome(outcomes: [outcome])
    case .empty: return ScriptOutcome(outcomes: [])
    case .failure(let failure): return ScriptOutcome(outcomes: [], failure: failure)
    }
  }

  package func readCatalog() throws(DatabaseError) -> Catalog {
    try SQLiteCatalogReader(self).read()
  }

  package func readRowDigests() throws(DatabaseError) -> [ObjectPath: RowDigest] {
    try SQLiteRowReader(self).digests()
  }
}

extension SQLiteSession {
  /// What came of the text at one place.
  private enum Step {
    case outcome(StatementOutcome)
    /// White space, a comment or a lone semicolon, and where it ends.
    case empty(end: Int)
    case failure(StatementFailure)
  }

  private func next(
    in text: borrowing SQLiteText, from start: Int, with parameters: [SQLValue] = []
  ) -> Step {
    let wasInTransaction = !handle.isAutocommit
    let prepared = handle.prepare(text, from: start)
    let end = start + prepared.bytesRead
    guard prepared.code == SQLITE_OK else {
      // The tail says nothing then, so the range is all that is left.
      return failure(start, text.end(from: start), wasInTransaction: wasInTransaction)
    }
    guard let statement = prepared.statement else {
      // A zero byte ends the text for SQLite; what follows it is read as a text of its own.
      return .empty(end: end > start ? end : text.end(from: start) + 1)
    }
    for (index, value) in parameters.enumerated() {
      guard statement.bind(value, at: index + 1) == SQLITE_OK else {
        return failure(start, end, wasInTransaction: wasInTransaction)
      }
    }
    return run(statement, at: SourceRange(start, end), wasInTransaction: wasInTransaction)
  }

  private func run(
    _ statement: consuming SQLiteStatement, at range: SourceRange, wasInTransaction: Bool
  ) -> Step {
    let changesBefore = handle.totalChanges
    var rows: [[SQLValue]] = []
    var code = statement.step()
    while code == SQLITE_ROW {
      rows.append(statement.currentRow())
      code = statement.step()
    }
    guard code == SQLITE_DONE else {
      return failure(range.lowerBound, range.upperBound, wasInTransaction: wasInTransaction)
    }
    return .outcome(
      StatementOutcome(
        range: range, columns: statement.columnNames, rows: rows,
        changes: handle.totalChanges == changesBefore ? 0 : handle.changes, statusAfter: status))
  }

  private func failure(_ start: Int, _ end: Int, wasInTransaction: Bool) -> Step {
    .failure(
      StatementFailure(
        error: handle.lastError(wasInTransaction: wasInTransaction),
        range: SourceRange(start, end), statusAfter: status))
  }
}
