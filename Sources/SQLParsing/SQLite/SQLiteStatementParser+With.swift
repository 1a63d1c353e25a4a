import SQLSyntax

extension SQLiteStatementParser {
  /// `WITH [RECURSIVE] name (columns) AS (query), ...`, and how many symbols it leaves on SQLite's
  /// stack.
  mutating func withClause() throws(SQLiteSyntaxError) -> (WithClause, Int) {
    advance()
    var clause = WithClause(isRecursive: skip(.recursive))
    let symbols = clause.isRecursive ? 2 : 1
    repeat {
      clause.tables.append(
        try commonTable(above: clause.tables.isEmpty ? symbols : symbols + 2))
    } while skip(.comma)
    return (clause, symbols + 1)
  }

  private mutating func commonTable(above symbols: Int) throws(SQLiteSyntaxError) -> CommonTable {
    let name = try name("the name of a common table")
    let columns = try optionalNames("the name of a column")
    try expect(.as, "AS")
    var isMaterialized: Bool?
    if skip(.materialized) {
      isMaterialized = true
    } else if skip(.not) {
      try expect(.materialized, "MATERIALIZED")
      isMaterialized = false
    }
    try expect(.leftParenthesis, "\"(\"")
    guard startsQuery else { throw unexpected("a query") }
    let query = try above(symbols + 4) { parser throws(SQLiteSyntaxError) in try parser.query() }
    try closeParenthesis(symbols: symbols + 6)
    return CommonTable(
      name: name, columns: columns, isMaterialized: isMaterialized,
      statement: Statement(kind: .select(query), place: query.place))
  }
}
