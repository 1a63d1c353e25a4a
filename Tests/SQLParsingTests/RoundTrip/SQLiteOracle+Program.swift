import CSQLite

extension SQLiteOracle {
  /// The program that SQLite compiles a statement to, an instruction a line; `nil` where it
  /// refuses.
  ///
  /// Two texts of one meaning compile to the same program, however many parentheses they have.
  func program(of sql: String) -> [String]? {
    var statement: OpaquePointer?
    guard unsafe sqlite3_prepare_v2(database, "EXPLAIN " + sql, -1, &statement, nil) == SQLITE_OK
    else { return nil }
    defer { _ = unsafe sqlite3_finalize(statement) }
    var program: [String] = []
    while unsafe sqlite3_step(statement) == SQLITE_ROW {
      let columns = (1..<7).map { column in
        unsafe sqlite3_column_text(statement, Int32(column)).map { unsafe String(cString: $0) }
          ?? ""
      }
      program.append(columns.joined(separator: " "))
    }
    return program
  }
}
