import SQLSyntax

extension SQLiteStatementParser {
  /// `BEGIN`, `COMMIT`, `END`, `ROLLBACK`, `SAVEPOINT` and `RELEASE`.
  mutating func transaction() throws(SQLiteSyntaxError) -> StatementKind {
    let taken = kind
    advance()
    switch taken {
    case .begin: return .transaction(.begin(modes: try beginModes()))
    case .commit, .end:
      try transactionName()
      return .transaction(.commit(isChained: false))
    case .savepoint: return .transaction(.savepoint(try name("the name of a savepoint")))
    case .release:
      _ = skip(.savepoint)
      return .transaction(.release(try name("the name of a savepoint")))
    default:
      try transactionName()
      guard skip(.to) else { return .transaction(.rollback(isChained: false)) }
      _ = skip(.savepoint)
      return .transaction(.rollbackTo(try name("the name of a savepoint")))
    }
  }

  private mutating func beginModes() throws(SQLiteSyntaxError) -> [String] {
    var modes: [String] = []
    if kind == .deferred || kind == .immediate || kind == .exclusive {
      modes = [text(of: token).asciiUppercased()]
      advance()
    }
    try transactionName()
    return modes
  }

  /// `[TRANSACTION [name]]`, which SQLite reads and forgets.
  private mutating func transactionName() throws(SQLiteSyntaxError) {
    guard skip(.transaction), kind.isName else { return }
    _ = try name("a name")
  }

  mutating func attach() throws(SQLiteSyntaxError) -> StatementKind {
    advance()
    _ = skip(.database)
    let file = try expression(above: 2)
    try expect(.as, "AS")
    let schema = try expression(above: 4)
    let key = skip(.key) ? try expression(above: 6) : nil
    return .attach(file: file, schema: schema, key: key)
  }

  mutating func detach() throws(SQLiteSyntaxError) -> StatementKind {
    advance()
    _ = skip(.database)
    return .detach(schema: try expression(above: 2))
  }

  mutating func vacuum() throws(SQLiteSyntaxError) -> StatementKind {
    advance()
    var vacuum = Maintenance()
    if kind.isName { vacuum.schema = try name("a schema") }
    if skip(.into) { vacuum.into = try expression(above: vacuum.schema == nil ? 2 : 3) }
    return .vacuum(vacuum)
  }

  mutating func analyze() throws(SQLiteSyntaxError) -> StatementKind {
    advance()
    guard kind.isName else { return .analyze(Maintenance()) }
    let start = self.start
    let name = try objectName("a name")
    let table = TableReference(name: name, place: place(from: start))
    return .analyze(Maintenance(tables: [MaintenanceTarget(table: table)]))
  }

  mutating func reindex() throws(SQLiteSyntaxError) -> StatementKind {
    advance()
    guard kind.isName else { return .reindex(Reindex()) }
    return .reindex(Reindex(name: try objectName("a name")))
  }

  /// `PRAGMA name`, `PRAGMA name = value`, `PRAGMA name(value)`.
  mutating func pragma() throws(SQLiteSyntaxError) -> StatementKind {
    advance()
    let name = try objectName("the name of a pragma")
    var pragma = Pragma(name: name.name, schema: name.schema)
    if skip(.equal) {
      pragma.value = try pragmaValue()
    } else if skip(.leftParenthesis) {
      pragma.value = try pragmaValue()
      pragma.isCall = true
      try expect(.rightParenthesis, "\")\"")
    }
    return .pragma(pragma)
  }

  /// A number or a word; words stay names, as `WAL` or `ON` are no strings.
  private mutating func pragmaValue() throws(SQLiteSyntaxError) -> SQLExpression {
    switch kind {
    case .plus, .minus, .integer, .float: return try signedNumber()
    case .string: return literal()
    default:
      guard kind.isName || kind == .on || kind == .delete || kind == .default else {
        throw unexpected("a value")
      }
      let word = takeIdentifier()
      return SQLExpression(kind: .column(ColumnReference(word)), place: word.place)
    }
  }
}
