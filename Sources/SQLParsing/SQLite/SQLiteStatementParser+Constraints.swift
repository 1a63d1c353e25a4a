import SQLSyntax

extension SQLiteStatementParser {
  /// What follows DEFAULT: a constant, an expression in parentheses, or a bare word, which is a
  /// string unless it is TRUE or FALSE.
  mutating func defaultValue() throws(SQLiteSyntaxError) -> SQLExpression {
    advance()
    let start = self.start
    switch kind {
    case .leftParenthesis:
      advance()
      var value = try expression(above: 2)
      try expect(.rightParenthesis, "\")\"")
      value.place = place(from: start)
      return value
    case .plus, .minus:
      let symbol = text(of: token)
      advance()
      let value = try term()
      return SQLExpression(
        kind: .prefix(OperatorName(symbol: symbol), value), place: place(from: start))
    case .null, .integer, .float, .blob, .string, .currentDate, .currentTime, .currentTimestamp:
      return try term()
    default:
      guard kind.isIdentifier || kind == .indexed else { throw unexpected("a value") }
      return defaultWord()
    }
  }

  private mutating func defaultWord() -> SQLExpression {
    let taken = token
    let word = takeIdentifier()
    if isWord(taken, "true") || isWord(taken, "false") {
      return SQLExpression(
        kind: .literal(.boolean(isWord(taken, "true"))), place: word.place)
    }
    return SQLExpression(kind: .literal(.string(word.text)), place: word.place)
  }

  /// A constant or the current time.
  private mutating func term() throws(SQLiteSyntaxError) -> SQLExpression {
    switch kind {
    case .null, .integer, .float, .blob, .string: return literal()
    case .currentDate, .currentTime, .currentTimestamp: return try primary()
    default: throw unexpected("a constant")
    }
  }

  /// `ON CONFLICT resolution`, or nothing.
  mutating func onConflict() throws(SQLiteSyntaxError) -> ConflictResolution? {
    guard skip(.on) else { return nil }
    try expect(.conflict, "CONFLICT")
    return try conflictResolution()
  }

  mutating func conflictResolution() throws(SQLiteSyntaxError) -> ConflictResolution {
    let resolution: ConflictResolution
    switch kind {
    case .rollback: resolution = .rollback
    case .abort: resolution = .abort
    case .fail: resolution = .fail
    case .ignore: resolution = .ignore
    case .replace: resolution = .replace
    default: throw unexpected("ROLLBACK, ABORT, FAIL, IGNORE or REPLACE")
    }
    advance()
    return resolution
  }

  /// `[NOT] DEFERRABLE [INITIALLY DEFERRED | IMMEDIATE]`.
  mutating func deferral() throws(SQLiteSyntaxError) -> Deferral {
    var deferral = Deferral(isDeferrable: !skip(.not))
    try expect(.deferrable, "DEFERRABLE")
    guard skip(.initially) else { return deferral }
    deferral.isInitiallyDeferred = kind == .deferred
    guard kind == .deferred || kind == .immediate else {
      throw unexpected("DEFERRED or IMMEDIATE")
    }
    advance()
    return deferral
  }

  /// `REFERENCES table (columns) ...`, without its deferral.
  mutating func foreignKeyTarget() throws(SQLiteSyntaxError) -> ForeignKeyTarget {
    try expect(.references, "REFERENCES")
    let table = try name("the name of a table")
    var target = ForeignKeyTarget(table: ObjectName(name: table))
    target.columns = try optionalNames("the name of a column")
    while kind == .on || kind == .match {
      if skip(.match) {
        target.match = match(try name("the name of a way to match"))
      } else {
        try foreignKeyAction(&target)
      }
    }
    return target
  }

  /// SQLite reads any name here and heeds none.
  private func match(_ name: Identifier) -> ForeignKeyMatch? {
    ForeignKeyMatch(rawValue: name.text.asciiUppercased())
  }

  private mutating func foreignKeyAction(
    _ target: inout ForeignKeyTarget
  ) throws(SQLiteSyntaxError) {
    advance()
    let event = kind
    guard event == .delete || event == .update || event == .insert else {
      throw unexpected("DELETE or UPDATE")
    }
    advance()
    let action = try referentialAction()
    if event == .delete { target.onDelete = action }
    if event == .update { target.onUpdate = action }
  }

  private mutating func referentialAction() throws(SQLiteSyntaxError) -> ForeignKeyAction {
    let taken = kind
    switch taken {
    case .set, .cascade, .restrict, .no: advance()
    default: throw unexpected("SET NULL, SET DEFAULT, CASCADE, RESTRICT or NO ACTION")
    }
    switch taken {
    case .cascade: return .cascade
    case .restrict: return .restrict
    case .no:
      try expect(.action, "ACTION")
      return .noAction
    default:
      if skip(.null) { return .setNull }
      try expect(.default, "NULL or DEFAULT")
      return .setDefault
    }
  }
}
