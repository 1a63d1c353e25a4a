import SQLSyntax

extension SQLiteStatementParser {
  /// `name(arguments) [FILTER (...)] [OVER ...]`.
  mutating func call() throws(SQLiteSyntaxError) -> SQLExpression {
    let start = self.start
    var call = FunctionCall(name: ObjectName(name: takeIdentifier()))
    advance()
    var symbols = 5
    if kind == .star {
      advance()
      call.isStar = true
      symbols = 4
      height = 0
    } else {
      if kind == .distinct || kind == .all {
        call.isDistinct = kind == .distinct
        advance()
      }
      try checkStack(4)
      call.arguments = try optionalExpressions(above: 3).map { FunctionArgument(value: $0) }
    }
    try closeParenthesis(symbols: symbols)
    try raiseHeight()
    call.place = place(from: start)
    try filterAndOver(&call, symbols)
    return SQLExpression(kind: .call(call), place: place(from: start))
  }

  private mutating func filterAndOver(
    _ call: inout FunctionCall, _ symbols: Int
  ) throws(SQLiteSyntaxError) {
    let callHeight = height
    var symbols = symbols
    if skip(.filter) {
      try expect(.leftParenthesis, "\"(\"")
      try expect(.where, "WHERE")
      call.filter = try expression(above: symbols + 3)
      try closeParenthesis(symbols: symbols + 5)
      symbols += 1
    }
    if skip(.over) {
      call.over = try windowReference(above: symbols + 1)
    }
    height = callHeight
  }

  private mutating func windowReference(
    above symbols: Int
  ) throws(SQLiteSyntaxError) -> WindowReference {
    try checkStack(symbols + 1)
    guard kind == .leftParenthesis else { return .named(try name("the name of a window")) }
    advance()
    let definition = try above(symbols + 1) { parser throws(SQLiteSyntaxError) in
      try parser.windowBody()
    }
    try closeParenthesis(symbols: symbols + 3)
    return .inline(definition)
  }
}
