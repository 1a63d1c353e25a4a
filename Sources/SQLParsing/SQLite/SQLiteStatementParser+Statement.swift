import SQLSyntax

extension SQLiteStatementParser {
  /// Reads one statement up to its semicolon or the end; `skipped` empty statements before it take
  /// room on SQLite's stack.
  mutating func statement(behind skipped: Int) throws(SQLiteSyntaxError) -> Statement {
    depth = skipped > 0 ? 1 : 0
    height = 0
    isInTrigger = false
    let start = self.start
    let statement = try explained()
    guard kind == .semicolon || kind == .endOfInput else {
      throw unexpected("the end of the statement")
    }
    return Statement(kind: statement, place: place(from: start))
  }

  private mutating func explained() throws(SQLiteSyntaxError) -> StatementKind {
    guard skip(.explain) else { return try command() }
    var isQueryPlan = false
    if skip(.query) {
      try expect(.plan, "PLAN")
      isQueryPlan = true
    }
    depth += 1
    let start = self.start
    let kind = try command()
    let statement = Statement(kind: kind, place: place(from: start))
    return .explain(Explain(statement: statement, isQueryPlan: isQueryPlan))
  }

  private mutating func command() throws(SQLiteSyntaxError) -> StatementKind {
    switch kind {
    case .create: try create()
    case .drop: try drop()
    case .alter: try alterTable()
    case .select, .values: .select(try query())
    case .with: try withStatement()
    case .insert, .replace: try insert(with: nil)
    case .update: try update(with: nil)
    case .delete: try delete(with: nil)
    case .begin, .commit, .end, .rollback, .savepoint, .release: try transaction()
    case .pragma: try pragma()
    case .attach: try attach()
    case .detach: try detach()
    case .vacuum: try vacuum()
    case .analyze: try analyze()
    case .reindex: try reindex()
    default: throw unexpected("a statement")
    }
  }

  /// A WITH clause and the query or change behind it.
  private mutating func withStatement() throws(SQLiteSyntaxError) -> StatementKind {
    let start = self.start
    let (with, symbols) = try withClause()
    switch kind {
    case .insert, .replace: return try insert(with: with)
    case .update: return try update(with: with)
    case .delete: return try delete(with: with)
    default:
      depth += symbols
      return .select(try query(with: with, from: start))
    }
  }
}
