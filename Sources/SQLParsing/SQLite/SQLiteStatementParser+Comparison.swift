import SQLSyntax

extension SQLiteStatementParser {
  /// `IS`, `IS NOT`, `IS [NOT] DISTINCT FROM`.
  mutating func isComparison(_ left: SQLExpression) throws(SQLiteSyntaxError) -> ExpressionKind {
    advance()
    var isDifferent = skip(.not)
    var symbols = isDifferent ? 3 : 2
    if kind == .distinct {
      advance()
      try expect(.from, "FROM")
      isDifferent.toggle()
      symbols += 2
    }
    let right = try operand(.comparison, above: symbols)
    switch right.kind {
    case .literal(.null): return .isNull(left, isNegated: isDifferent)
    case .literal(.boolean(let value)):
      return .isTruth(left, value ? .isTrue : .isFalse, isNegated: isDifferent)
    default: return .distinct(left, right, isNegated: !isDifferent)
    }
  }

  /// `LIKE pattern [ESCAPE escape]` and its relatives, from their word on.
  mutating func like(
    _ left: SQLExpression, isNegated: Bool
  ) throws(SQLiteSyntaxError) -> ExpressionKind {
    let likeKind: LikeKind =
      switch kind {
      case .glob: .glob
      case .regexp: .regexp
      case .match: .match
      default: .like
      }
    advance()
    let pattern = try operand(.comparison, above: 2)
    var escape: SQLExpression?
    if skip(.escape) {
      let patternHeight = height
      escape = try operand(.comparison, above: 4)
      height = max(height, patternHeight)
    }
    return .like(
      Like(kind: likeKind, value: left, pattern: pattern, escape: escape, isNegated: isNegated))
  }

  mutating func between(
    _ left: SQLExpression, isNegated: Bool
  ) throws(SQLiteSyntaxError) -> ExpressionKind {
    advance()
    depth += 2
    try checkStack(1)
    let low = try expression(.or, stopsAtAnd: true)
    depth -= 2
    try expect(.and, "AND")
    let high = try operand(.comparison, above: 4)
    // SQLite does not count the bounds.
    height = 0
    return .between(Between(value: left, low: low, high: high, isNegated: isNegated))
  }

  /// `IN (values)`, `IN (query)`, `IN table` and `IN function(arguments)`.
  mutating func membership(
    _ left: SQLExpression, isNegated: Bool
  ) throws(SQLiteSyntaxError) -> ExpressionKind {
    advance()
    guard kind == .leftParenthesis else { return try tableMembership(left, isNegated: isNegated) }
    advance()
    if startsQuery {
      let query = try above(3) { parser throws(SQLiteSyntaxError) in try parser.query() }
      try closeParenthesis(symbols: 5)
      return .inQuery(left, query, isNegated: isNegated)
    }
    let list = try optionalExpressions(above: 3)
    try closeParenthesis(symbols: 5)
    return .inList(left, list, isNegated: isNegated)
  }

  private mutating func tableMembership(
    _ left: SQLExpression, isNegated: Bool
  ) throws(SQLiteSyntaxError) -> ExpressionKind {
    let start = self.start
    let table = try objectName("a list, a query or a table's name")
    try checkStack(5)
    height = 1
    guard kind == .leftParenthesis else {
      let reference = TableReference(name: table, place: place(from: start))
      return .inTable(left, .table(reference), isNegated: isNegated)
    }
    advance()
    let arguments = try optionalExpressions(above: 5)
    try closeParenthesis(symbols: 7)
    let call = SQLExpression(
      kind: .call(
        FunctionCall(
          name: table, arguments: arguments.map { FunctionArgument(value: $0) },
          place: place(from: start))), place: place(from: start))
    return .inTable(left, .function(TableFunction(calls: [call])), isNegated: isNegated)
  }

  /// Passes over `)`, which is the last of that many symbols on SQLite's stack.
  mutating func closeParenthesis(symbols: Int) throws(SQLiteSyntaxError) {
    guard kind == .rightParenthesis else { throw unexpected("\")\"") }
    try checkStack(symbols)
    advance()
  }

  /// Expressions between commas, none at all where a `)` stands at once.
  mutating func optionalExpressions(
    above symbols: Int
  ) throws(SQLiteSyntaxError) -> [SQLExpression] {
    if kind == .rightParenthesis {
      height = 0
      return []
    }
    return try expressions(above: symbols)
  }

  /// One or more expressions between commas.
  mutating func expressions(above symbols: Int) throws(SQLiteSyntaxError) -> [SQLExpression] {
    var list = [try expression(above: symbols)]
    var tallest = height
    while skip(.comma) {
      list.append(try expression(above: symbols + 2))
      tallest = max(tallest, height)
    }
    height = tallest
    return list
  }
}
