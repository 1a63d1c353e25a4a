import SQLSyntax

extension SQLiteStatementParser {
  /// Reads what stands between operators.
  mutating func primary() throws(SQLiteSyntaxError) -> SQLExpression {
    try checkStack(1)
    let start = self.start
    height = 1
    switch kind {
    case .leftParenthesis: return try parenthesized()
    case .cast: return try cast()
    case .case: return try conditional()
    case .exists: return try exists()
    case .raise: return try raise()
    case .currentDate, .currentTime, .currentTimestamp:
      return SQLExpression(
        kind: .current(currentValue(), precision: nil), place: place(from: start))
    case .parameter: return try parameter()
    case .string where kind(ahead: 1) != .dot: return literal()
    case .null, .integer, .float, .blob: return literal()
    default: return try named()
    }
  }

  private mutating func currentValue() -> CurrentValue {
    defer { advance() }
    switch kind {
    case .currentDate: return .date
    case .currentTime: return .time
    default: return .timestamp
    }
  }

  /// Reads a constant, which the next token must be.
  mutating func literal() -> SQLExpression {
    let taken = token
    advance()
    let start = Int(taken.start)
    let end = Int(taken.end)
    let value: Literal =
      switch taken.kind {
      case .null: .null
      case .integer: .integer(text(start, end))
      case .float: .decimal(text(start, end))
      case .blob: .blob(text(start + 2, end - 1))
      default: .string(unquoted(start, end))
      }
    return SQLExpression(kind: .literal(value), place: Place(start, end))
  }

  private mutating func parameter() throws(SQLiteSyntaxError) -> SQLExpression {
    let taken = token
    let written = text(of: taken)
    try checkParameter(written)
    advance()
    return SQLExpression(
      kind: .parameter(written), place: Place(Int(taken.start), Int(taken.end)))
  }

  /// SQLite keeps `#1` for itself, and numbers parameters from 1 to a limit.
  private func checkParameter(_ written: String) throws(SQLiteSyntaxError) {
    let digits = written.utf8.dropFirst()
    if written.utf8.first == 0x23, digits.first?.isASCIIDigit == true {
      throw SQLiteSyntaxError(
        code: "syntax-error", "Near \"\(written)\": a parameter's name does not begin with a digit",
        at: token)
    }
    guard written.utf8.first == 0x3F, !digits.isEmpty else { return }
    let number = Int(written.dropFirst()) ?? Int.max
    guard number < 1 || number > Self.parameterLimit else { return }
    throw SQLiteSyntaxError(
      code: "parameter-number-out-of-range",
      "Parameters are numbered from ?1 to ?\(Self.parameterLimit)", at: token)
  }

  /// `(expression)`, `(a, b)` or `(query)`.
  private mutating func parenthesized() throws(SQLiteSyntaxError) -> SQLExpression {
    let start = self.start
    advance()
    if startsQuery {
      let query = try above(1) { parser throws(SQLiteSyntaxError) in try parser.query() }
      try closeParenthesis(symbols: 3)
      try raiseHeight()
      return SQLExpression(kind: .subquery(query), place: place(from: start))
    }
    var first = try expression(above: 1)
    guard kind == .comma else {
      try closeParenthesis(symbols: 3)
      first.place = place(from: start)
      return first
    }
    var items = [first]
    while skip(.comma) { items.append(try expression(above: 3)) }
    try closeParenthesis(symbols: 5)
    // SQLite does not count what is in a row.
    height = 1
    return SQLExpression(kind: .row(items), place: place(from: start))
  }

  private mutating func exists() throws(SQLiteSyntaxError) -> SQLExpression {
    let start = self.start
    advance()
    try expect(.leftParenthesis, "\"(\"")
    guard startsQuery else { throw unexpected("a query") }
    let query = try above(2) { parser throws(SQLiteSyntaxError) in try parser.query() }
    try closeParenthesis(symbols: 4)
    try raiseHeight()
    return SQLExpression(kind: .exists(query), place: place(from: start))
  }

  private mutating func cast() throws(SQLiteSyntaxError) -> SQLExpression {
    let start = self.start
    advance()
    try expect(.leftParenthesis, "\"(\"")
    let value = try expression(above: 2)
    try expect(.as, "AS")
    let type = try typeName() ?? TypeName(name: ObjectName(""))
    if !type.modifiers.isEmpty { try checkStack(6 + type.modifiers.count * 2) }
    try closeParenthesis(symbols: 6)
    try raiseHeight()
    return SQLExpression(kind: .cast(value, type), place: place(from: start))
  }

  /// `RAISE(IGNORE)` or `RAISE(action, message)`; SQLite allows it in triggers only, and says so
  /// when it runs the names of a query down, not here.
  private mutating func raise() throws(SQLiteSyntaxError) -> SQLExpression {
    let start = self.start
    advance()
    try expect(.leftParenthesis, "\"(\"")
    let action: RaiseAction
    var message: SQLExpression?
    switch kind {
    case .ignore: action = .ignore
    case .rollback: action = .rollback
    case .abort: action = .abort
    case .fail: action = .fail
    default: throw unexpected("IGNORE, ROLLBACK, ABORT or FAIL")
    }
    advance()
    if action != .ignore {
      try expect(.comma, "\",\"")
      message = try raiseMessage()
    }
    try closeParenthesis(symbols: action == .ignore ? 4 : 6)
    return SQLExpression(kind: .raise(action, message: message), place: place(from: start))
  }

  /// SQLite reads the message as a name, so any form of name will do.
  private mutating func raiseMessage() throws(SQLiteSyntaxError) -> SQLExpression {
    let text = try name("a message")
    return SQLExpression(kind: .literal(.string(text.text)), place: text.place)
  }
}
