import DatabaseModel
import Engines
import SQLParsing
import SQLSyntax

/// A statement that was sent, with what came of it so far.
struct RunningStatement {
  let sql: String
  private let range: SourceRange
  private let copyData: [UInt8]?
  private let statusBefore: TransactionStatus
  var isSent = false
  private(set) var hasEnded = false
  private var outcome: StatementOutcome?
  private var refusal: DiagnosticFields?

  init(_ statement: StatementText, in source: SourceText, statusBefore: TransactionStatus) {
    sql = source[statement.range]
    range = statement.range
    copyData = statement.copyData.map { Self.lines(source.utf8[$0.lowerBound..<$0.upperBound]) }
    self.statusBefore = statusBefore
  }

  /// What became of it.
  enum End {
    case outcome(StatementOutcome)
    /// It held nothing but comments.
    case empty
    case failure(StatementFailure)

    var script: ScriptOutcome {
      switch self {
      case .outcome(let outcome): ScriptOutcome(outcomes: [outcome])
      case .empty: ScriptOutcome(outcomes: [])
      case .failure(let failure): ScriptOutcome(outcomes: [], failure: failure)
      }
    }
  }

  /// The lines of a COPY without the `\.` that ends them.
  private static func lines(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    for ending in ["\\.\r\n", "\\.\n", "\\.\r", "\\."] where bytes.ends(with: ending) {
      return Array(bytes.dropLast(ending.utf8.count))
    }
    return Array(bytes)
  }

  /// Waits for the next result and keeps what it says.
  mutating func takeNext(from handle: borrowing PostgreSQLHandle) {
    guard let result = handle.nextResult() else {
      hasEnded = true
      return
    }
    switch result.kind {
    case .rows, .command: take(result)
    case .copyIn: handle.answerCopy(copyData)
    case .copyOut:
      var rows: [[SQLValue]] = []
      while let line = handle.nextCopyLine() { rows.append([.text(line)]) }
      outcome = StatementOutcome(range: range, rows: rows, statusAfter: .idle)
    case .empty: break
    case .error: refusal = refusal ?? result.fields
    }
  }

  private mutating func take(_ result: borrowing PostgreSQLResult) {
    let tag = result.tag
    let rows = result.rows
    outcome = StatementOutcome(
      range: range, tag: tag, columns: result.columnNames,
      // The lines of a COPY came before its tag.
      rows: rows.isEmpty ? outcome?.rows ?? [] : rows,
      changes: Self.isChange(tag) ? result.affected ?? 0 : 0, statusAfter: .idle)
  }

  /// Whether the number in a tag counts rows that the statement wrote.
  private static func isChange(_ tag: String) -> Bool {
    ["INSERT", "UPDATE", "DELETE", "MERGE"].contains { tag.hasPrefix($0) }
  }
}

// MARK: The end

extension RunningStatement {
  func end(in handle: borrowing PostgreSQLHandle) -> End {
    let notices = handle.takeNotices()
    let status = handle.status
    if let refusal {
      return .failure(failure(refusal, notices, handle, status))
    }
    guard handle.isAlive, isSent else {
      return .failure(lost(notices, message: handle.message))
    }
    guard var outcome else { return .empty }
    outcome.notices = notices
    outcome.statusAfter = status
    if outcome.tag?.hasPrefix("COPY") == true, copyData != nil {
      outcome.changes = outcome.tag.flatMap { Int($0.dropFirst(5)) } ?? 0
    }
    return .outcome(outcome)
  }

  private func failure(
    _ fields: DiagnosticFields, _ notices: [DatabaseNotice],
    _ handle: borrowing PostgreSQLHandle, _ status: TransactionStatus
  ) -> StatementFailure {
    // An error that libpq makes up itself has no SQLSTATE: it lost the server.
    if fields.state == nil { return lost(notices, message: fields.message) }
    var error = DatabaseError(
      state: fields.state, message: fields.message, detail: fields.detail, hint: fields.hint,
      schema: fields.schema, table: fields.table, column: fields.column,
      constraint: fields.constraint, position: fields.position.map(byteOffset))
    let isFatal = ["FATAL", "PANIC"].contains(fields.severity)
    error.scope = scope(isAlive: handle.isAlive && !isFatal, status)
    return StatementFailure(error: error, range: range, statusAfter: status, notices: notices)
  }

  private func scope(isAlive: Bool, _ status: TransactionStatus) -> ErrorScope {
    if !isAlive { return .connectionLost }
    if status == .failed { return .transactionAborted }
    return statusBefore == .inTransaction && status == .idle ? .transactionRolledBack : .statement
  }

  /// A connection that ends without an error: a crash beside it is told as a warning.
  private func lost(_ notices: [DatabaseNotice], message: String) -> StatementFailure {
    let warning = notices.last { $0.state?.stateClass == "57" }
    return StatementFailure(
      error: DatabaseError(
        state: warning?.state, message: warning?.message ?? message, detail: warning?.detail,
        scope: .connectionLost),
      range: range, statusAfter: .idle, notices: notices)
  }

  /// A zero byte ends a text in C, so it is never sent; these are the server's words for it.
  func refusedForZeroByte(status: TransactionStatus) -> End {
    let error = DatabaseError(
      state: "22021", message: "invalid byte sequence for encoding \"UTF8\": 0x00",
      scope: .statement)
    return .failure(StatementFailure(error: error, range: range, statusAfter: status))
  }

  /// The server counts characters from 1, and ours are bytes from 0.
  private func byteOffset(ofCharacter number: Int) -> Int {
    let scalars = sql.unicodeScalars
    let index =
      scalars.index(
        scalars.startIndex, offsetBy: number - 1, limitedBy: scalars.endIndex) ?? scalars.endIndex
    return sql.utf8.distance(from: sql.startIndex, to: index)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with ending: String) -> Bool {
    suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }
}
