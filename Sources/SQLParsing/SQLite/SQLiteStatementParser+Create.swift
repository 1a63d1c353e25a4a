import SQLSyntax

extension SQLiteStatementParser {
  /// Everything that begins with CREATE.
  mutating func create() throws(SQLiteSyntaxError) -> StatementKind {
    advance()
    switch kind {
    case .unique:
      advance()
      try expect(.index, "INDEX")
      return try createIndex(isUnique: true)
    case .index:
      advance()
      return try createIndex(isUnique: false)
    case .virtual:
      advance()
      try expect(.table, "TABLE")
      return try createVirtualTable()
    default: return try createTemporary()
    }
  }

  private mutating func createTemporary() throws(SQLiteSyntaxError) -> StatementKind {
    let persistence: Persistence = skip(.temp) ? .temporary : .permanent
    let taken = kind
    guard taken == .table || taken == .view || taken == .trigger else {
      throw unexpected("TABLE, VIEW, INDEX or TRIGGER")
    }
    advance()
    switch taken {
    case .table: return try createTable(persistence)
    case .view: return try createView(persistence)
    default: return try createTrigger(isTemporary: persistence == .temporary)
    }
  }

  private mutating func createIndex(isUnique: Bool) throws(SQLiteSyntaxError) -> StatementKind {
    let ifNotExists = try ifNotExists()
    let name = try objectName("the name of an index")
    try expect(.on, "ON")
    let table = try self.name("the name of a table")
    try expect(.leftParenthesis, "\"(\"")
    var index = CreateIndex(
      name: name, table: ObjectName(name: table), isUnique: isUnique, ifNotExists: ifNotExists)
    index.keys = try indexKeys(above: 9)
    try expect(.rightParenthesis, "\")\" or \",\"")
    if skip(.where) { index.condition = try expression(above: 12) }
    return .createIndex(index)
  }

  private mutating func createView(
    _ persistence: Persistence
  ) throws(SQLiteSyntaxError) -> StatementKind {
    let ifNotExists = try ifNotExists()
    let name = try objectName("the name of a view")
    let columns = try optionalNames("the name of a column")
    try expect(.as, "AS")
    guard startsQuery else { throw unexpected("a query") }
    let query = try above(8) { parser throws(SQLiteSyntaxError) in try parser.query() }
    return .createView(
      CreateView(
        name: name, columns: columns, query: query, persistence: persistence,
        ifNotExists: ifNotExists))
  }

  private mutating func createVirtualTable() throws(SQLiteSyntaxError) -> StatementKind {
    let ifNotExists = try ifNotExists()
    let name = try objectName("the name of a table")
    try expect(.using, "USING")
    let module = try self.name("the name of a module")
    var table = CreateVirtualTable(name: name, ifNotExists: ifNotExists, module: module)
    if skip(.leftParenthesis) { table.arguments = try moduleArguments() }
    return .createVirtualTable(table)
  }

  /// The text between commas, whatever its tokens are, semicolons too, as long as parentheses
  /// match.
  private mutating func moduleArguments() throws(SQLiteSyntaxError) -> [String] {
    var arguments: [String] = []
    var first = position
    var open = 0
    while true {
      if kind == .endOfInput || kind.isIllegal { throw unexpected("\")\"") }
      if open == 0, kind == .comma || kind == .rightParenthesis {
        arguments.append(moduleArgument(from: first))
        first = position + 1
      }
      if open == 0, kind == .rightParenthesis { break }
      if kind == .leftParenthesis { open += 1 }
      if kind == .rightParenthesis { open -= 1 }
      try checkStack((arguments.isEmpty ? 4 : 6) + open * 2)
      advance()
    }
    advance()
    return arguments
  }

  private func moduleArgument(from first: Int) -> String {
    guard first < position else { return "" }
    return text(Int(tokens[first].start), Int(tokens[position - 1].end))
  }
}
