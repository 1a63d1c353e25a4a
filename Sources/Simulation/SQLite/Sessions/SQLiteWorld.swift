import DatabaseModel
import Engines
import SQLParsing
import SQLSyntax

/// A simulated database of SQLite with all its connections.
final class SQLiteWorld {
  /// What is committed; while a statement runs outside a transaction, its connection has it.
  var committed: SQLiteState
  var isWAL = false
  let isInMemory: Bool
  /// Counts commits that changed something.
  var commits = 0
  var hits: [SQLiteCheck: Int]?
  private let clock: String?
  private var connections: [Int32: SQLiteConnection] = [:]
  private var lastIdentifier: Int32 = 0

  init(isInMemory: Bool, clock: String?, countsChecks: Bool) {
    self.isInMemory = isInMemory
    self.clock = clock
    committed = SQLiteState(catalog: .empty(dialect: .sqlite), stamp: 0)
    hits = countsChecks ? [:] : nil
  }

  func connect() -> Int32 {
    lastIdentifier += 1
    let execution = SQLiteExecution(committed, connection: lastIdentifier)
    execution.clock = clock
    connections[lastIdentifier] = SQLiteConnection(lastIdentifier, execution)
    return lastIdentifier
  }

  func disconnect(_ identifier: Int32) { connections[identifier] = nil }

  func connection(_ identifier: Int32) -> SQLiteConnection {
    guard let found = connections[identifier] else {
      preconditionFailure("A session has its connection until it is gone")
    }
    return found
  }

  func others(than connection: SQLiteConnection) -> [SQLiteConnection] {
    if connections.count == 1 { return [] }
    return connections.values.filter { $0 !== connection }
  }

  /// The database as a connection sees it.
  func visibleState(to identifier: Int32) -> SQLiteState {
    let connection = connection(identifier)
    return connection.seenCommit == nil ? committed : connection.execution.state
  }

  func rowDigests(on identifier: Int32) -> [ObjectPath: RowDigest] {
    let state = visibleState(to: identifier)
    var digests: [ObjectPath: RowDigest] = [:]
    for schema in ["main", "temp"] {
      for table in state.catalog.tables(inSchema: schema)
      where table.definition != nil && !table.name.key(in: .sqlite).hasPrefix("sqlite_") {
        var digest = RowDigest()
        state.tables[table.id.rawValue]?.rows.forEach { _, row in
          digest.add(row)
          return true
        }
        digests[ObjectPath(.table, [schema, table.name.key(in: .sqlite)])] = digest
      }
    }
    return digests
  }
}

// MARK: - Text and trees

extension SQLiteWorld {
  func run(_ statement: Statement, on identifier: Int32) -> ScriptOutcome {
    let connection = connection(identifier)
    connection.execution.source = nil
    connection.execution.parameters = []
    var script = ScriptOutcome(outcomes: [])
    run(statement, on: connection, at: SourceRange(0, 0), &script)
    return script
  }

  func run(
    _ sql: String, with parameters: [SQLValue], on identifier: Int32
  ) -> ScriptOutcome {
    let connection = connection(identifier)
    let parsed = SQLParser.parse(SourceText(name: "statement", text: sql), dialect: .sqlite)
    let bytes = Array(sql.utf8)
    connection.execution.source = bytes
    connection.execution.parameters = parameters
    let trouble = parsed.diagnostics.first { $0.severity == .error }
    var script = ScriptOutcome(outcomes: [])
    var start = 0
    for statement in parsed.statements {
      guard let place = statement.place.range else { continue }
      if let end = trouble?.range?.lowerBound, end < place.lowerBound { break }
      let end = Self.end(of: place, in: bytes)
      connection.execution.statementRange = place
      run(statement, on: connection, at: SourceRange(start, max(start, end)), &script)
      if script.failure != nil { return script }
      start = end
      if !parameters.isEmpty { return script }
    }
    if let trouble {
      script.failure = StatementFailure(
        error: Self.error(trouble, in: bytes, from: start),
        range: SourceRange(min(start, bytes.count), bytes.count),
        statusAfter: connection.status)
      if script.failure?.error.scope != .unmodelled { count(.syntax) }
    }
    return script
  }

  func count(_ check: SQLiteCheck) {
    if hits != nil { hits?[check, default: 0] += 1 }
  }

  private static func end(of place: SourceRange, in bytes: [UInt8]) -> Int {
    var end = place.upperBound
    while end < bytes.count, bytes[end] != 59 { end += 1 }
    return min(end + 1, bytes.count)
  }

  /// The engine's words for text that is no SQL.
  private static func error(
    _ trouble: Diagnostic, in bytes: [UInt8], from start: Int
  ) -> DatabaseError {
    var token = ""
    if let range = trouble.range, range.upperBound <= bytes.count {
      token = String(decoding: bytes[range.lowerBound..<range.upperBound], as: UTF8.self)
    }
    let position = trouble.range.map { max(0, $0.lowerBound - start) }
    switch trouble.code {
    case "syntax-error" where !token.isEmpty:
      return DatabaseError(
        resultCode: SQLiteResult.error, message: "near \"\(token)\": syntax error",
        position: position)
    case "incomplete-statement":
      return DatabaseError(resultCode: SQLiteResult.error, message: "incomplete input")
    case "unrecognized-token", "unterminated-string", "unterminated-name":
      return DatabaseError(
        resultCode: SQLiteResult.error, message: "unrecognized token: \"\(token)\"",
        position: position)
    case "nesting-too-deep":
      return DatabaseError(resultCode: SQLiteResult.error, message: "parser stack overflow")
    default:
      return DatabaseError(
        message: "The engine's words for this text: \(trouble.message)", scope: .unmodelled)
    }
  }
}
