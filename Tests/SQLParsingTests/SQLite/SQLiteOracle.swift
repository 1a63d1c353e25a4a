import CSQLite
import TestSupport

/// What SQLite itself says of a statement when asked to prepare it.
enum SQLiteVerdict: Hashable {
  case prepared
  /// It calls the text wrong, whatever the schema.
  case syntaxError(String)
  /// It reads the text but will not run it: a name is missing, an argument wrong.
  ///
  /// SQLite may stop in the middle for this, so what stands behind may never have been read.
  case refused(String)
}

/// A database to prepare statements in; nothing is ever run in it after the schema.
@safe final class SQLiteOracle {
  let database: OpaquePointer?

  init(schema: [String] = SQLiteSeeds.schema) {
    var handle: OpaquePointer?
    _ = unsafe sqlite3_open(":memory:", &handle)
    unsafe database = unsafe handle
    for statement in schema {
      _ = unsafe sqlite3_exec(database, statement, nil, nil, nil)
    }
  }

  deinit { _ = unsafe sqlite3_close_v2(database) }

  /// What preparing the text's first statement gives.
  func verdict(on sql: String) -> SQLiteVerdict {
    var statement: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(database, sql, -1, &statement, nil)
    defer { _ = unsafe sqlite3_finalize(statement) }
    guard code != SQLITE_OK else { return .prepared }
    let message = unsafe String(cString: sqlite3_errmsg(database))
    return Self.isSyntax(message) ? .syntaxError(message) : .refused(message)
  }
}

extension SQLiteOracle {
  /// Where the statements of a script end, each behind its semicolon, and what stopped the reading.
  ///
  /// With `isRun` each statement is run once it is read, so that the next one finds its names.
  func ends(of script: String, isRun: Bool) -> (ends: [Int], syntaxError: String?) {
    let bytes = Array(script.utf8CString)
    var ends: [Int] = []
    var offset = 0
    while offset < bytes.count - 1 {
      var statement: OpaquePointer?
      var tail = offset
      let code = unsafe bytes.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return SQLITE_ERROR }
        var rest: UnsafePointer<CChar>?
        let code = unsafe sqlite3_prepare_v2(database, start + offset, -1, &statement, &rest)
        if let rest = unsafe rest { tail = unsafe rest - start }
        return code
      }
      guard code == SQLITE_OK else {
        let message = unsafe String(cString: sqlite3_errmsg(database))
        return (ends, message)
      }
      if unsafe statement != nil { ends.append(tail) }
      if isRun { _ = unsafe sqlite3_step(statement) }
      _ = unsafe sqlite3_finalize(statement)
      offset = tail
    }
    return (ends, nil)
  }

  /// What an expression of constants comes to, as a literal; `error` where it comes to none.
  func value(of expression: String) -> String? {
    var statement: OpaquePointer?
    let sql = "SELECT quote(\n\(expression)\n)"
    let code = unsafe sqlite3_prepare_v2(database, sql, -1, &statement, nil)
    defer { _ = unsafe sqlite3_finalize(statement) }
    guard code == SQLITE_OK, unsafe sqlite3_step(statement) == SQLITE_ROW,
      let text = unsafe sqlite3_column_text(statement, 0)
    else { return "error" }
    return unsafe String(cString: text)
  }

  /// Which of SQLite's messages are about syntax.
  ///
  /// A message is, when the statement's text alone decides that it comes and no other message of
  /// its kind depends on the schema. Those that count columns, terms or arguments, look for
  /// doubled names or judge what an expression means ("2 columns assigned 1 values", "duplicate
  /// WITH table name", "RAISE() may only be used within a trigger-program", "AUTOINCREMENT is only
  /// allowed on an INTEGER PRIMARY KEY") are about meaning: the catalog and the validator say them.
  /// "Expression tree is too large" SQLite also says of a query in a query, when it looks up names.
  static func isSyntax(_ message: String) -> Bool {
    syntaxMarks.contains { mark in message.contains(mark) }
  }

  private static let syntaxMarks = [
    // The grammar's and the tokenizer's own.
    ": syntax error", "incomplete input", "unrecognized token:",
    // Raised while a rule is read, always, where the grammar itself is too lenient.
    "unknown table option:", "unknown join type:", "a JOIN clause is required before",
    "clause should come after", "unsupported frame specification",
    "syntax error after column name", "INDEXED BY clause is not allowed on UPDATE or DELETE",
    "NOT INDEXED clause is not allowed on UPDATE or DELETE",
    "qualified table names are not allowed on INSERT, UPDATE, and DELETE",
    "cannot use RETURNING in a trigger", "variable number must be between",
    "error in generated column", "cannot use DEFAULT on a generated column",
    // Limits of the parser, not of the schema.
    "parser stack overflow", "too many terms in compound SELECT",
    "too many FROM clause terms",
  ]
}
