import SQLSyntax

extension SQLiteStatementParser {
  /// What follows `CREATE [TEMP] TABLE`.
  mutating func createTable(
    _ persistence: Persistence
  ) throws(SQLiteSyntaxError) -> StatementKind {
    let ifNotExists = try ifNotExists()
    let name = try objectName("the name of a table")
    if skip(.as) {
      guard startsQuery else { throw unexpected("a query") }
      let query = try above(2) { parser throws(SQLiteSyntaxError) in try parser.query() }
      let source = Statement(kind: .select(query), place: query.place)
      return .createTableAs(
        CreateTableAs(
          name: name, source: source, persistence: persistence, ifNotExists: ifNotExists))
    }
    try expect(.leftParenthesis, "\"(\" or AS")
    var table = CreateTable(name: name, persistence: persistence, ifNotExists: ifNotExists)
    table.elements = try tableElements()
    try expect(.rightParenthesis, "\")\" or \",\"")
    try tableOptions(&table)
    return .createTable(table)
  }

  private mutating func tableElements() throws(SQLiteSyntaxError) -> [TableElement] {
    var elements = [TableElement.column(try columnDefinition(above: 2))]
    while skip(.comma) {
      if startsTableConstraint {
        return elements + (try tableConstraints()).map(TableElement.constraint)
      }
      elements.append(.column(try columnDefinition(above: 4)))
    }
    return elements
  }

  /// `WITHOUT ROWID` and `STRICT` between commas; SQLite lets the first be missing before a comma.
  private mutating func tableOptions(_ table: inout CreateTable) throws(SQLiteSyntaxError) {
    if kind == .without || kind.isName { try tableOption(&table) }
    while skip(.comma) { try tableOption(&table) }
  }

  private mutating func tableOption(_ table: inout CreateTable) throws(SQLiteSyntaxError) {
    let start = self.start
    let isWithout = skip(.without)
    guard kind.isName else { throw unexpected("ROWID or STRICT") }
    guard isWord(token, isWithout ? "rowid" : "strict") else {
      throw SQLiteSyntaxError(
        code: "unknown-table-option",
        "SQLite knows two options of a table, STRICT and WITHOUT ROWID",
        SourceRange(start, Int(token.end)))
    }
    advance()
    if isWithout { table.isWithoutRowID = true } else { table.isStrict = true }
  }

  mutating func ifNotExists() throws(SQLiteSyntaxError) -> Bool {
    guard skip(.if) else { return false }
    try expect(.not, "NOT EXISTS")
    try expect(.exists, "EXISTS")
    return true
  }

  mutating func ifExists() throws(SQLiteSyntaxError) -> Bool {
    guard skip(.if) else { return false }
    try expect(.exists, "EXISTS")
    return true
  }
}
