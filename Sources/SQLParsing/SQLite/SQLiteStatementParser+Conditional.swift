import SQLSyntax

extension SQLiteStatementParser {
  /// `CASE [operand] WHEN ... THEN ... [ELSE ...] END`.
  mutating func conditional() throws(SQLiteSyntaxError) -> SQLExpression {
    let start = self.start
    advance()
    var tallest = 0
    var result = CaseExpression()
    if kind != .when {
      result.operand = try expression(above: 1)
      tallest = height
    }
    try checkStack(3)
    repeat {
      result.branches.append(try branch(isFirst: result.branches.isEmpty))
      tallest = max(tallest, height)
    } while kind == .when
    if skip(.else) {
      result.otherwise = try expression(above: 4)
      tallest = max(tallest, height)
    }
    guard kind == .end else { throw unexpected("WHEN, ELSE or END") }
    try checkStack(5)
    advance()
    height = tallest
    try raiseHeight()
    return SQLExpression(kind: .conditional(result), place: place(from: start))
  }

  private mutating func branch(isFirst: Bool) throws(SQLiteSyntaxError) -> CaseBranch {
    try expect(.when, "WHEN")
    let condition = try expression(above: isFirst ? 3 : 4)
    let conditionHeight = height
    try expect(.then, "THEN")
    let result = try expression(above: isFirst ? 5 : 6)
    height = max(height, conditionHeight)
    return CaseBranch(condition: condition, result: result)
  }

  /// A column, a call, or one of the words for truth.
  mutating func named() throws(SQLiteSyntaxError) -> SQLExpression {
    guard kind.isName else { throw unexpected("an expression") }
    let start = self.start
    let first = token
    if kind(ahead: 1) == .leftParenthesis, kind.isIdentifier || kind == .indexed {
      return try call()
    }
    advance()
    guard kind == .dot else {
      return SQLExpression(kind: wordOrColumn(first), place: place(from: start))
    }
    var parts = [identifier(of: first)]
    while kind == .dot, parts.count < 3 {
      advance()
      try checkStack(parts.count * 2 + 1)
      parts.append(try name("the name of a column"))
    }
    height = parts.count
    return SQLExpression(kind: .column(ColumnReference(parts: parts)), place: place(from: start))
  }

  /// `TRUE` and `FALSE` are names to SQLite's grammar, which it takes for constants unless a column
  /// is called so; we take them for constants always.
  private func wordOrColumn(_ token: SQLiteToken) -> ExpressionKind {
    if token.kind == .identifier {
      if isWord(token, "true") { return .literal(.boolean(true)) }
      if isWord(token, "false") { return .literal(.boolean(false)) }
    }
    return .column(ColumnReference(identifier(of: token)))
  }
}
