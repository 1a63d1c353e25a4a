import SQLSyntax

/// How tightly an operator binds; SQLite's levels, loosest first.
///
/// Source: SQLite 3.40, "SQL Language Expressions", §2.
enum SQLitePrecedence: Int, Comparable {
  case or
  case and
  case not
  case equality
  case comparison
  case bits
  case sum
  case product
  case concatenation
  case collate
  case unary

  static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }

  /// The next tighter level: what the right side of an operator that groups to the left must have.
  var above: Self { Self(rawValue: rawValue + 1) ?? .unary }
}

extension SQLiteStatementParser {
  /// Reads an expression that has `symbols` symbols before it on SQLite's stack.
  mutating func expression(above symbols: Int) throws(SQLiteSyntaxError) -> SQLExpression {
    depth += symbols
    let result = try expression(.or)
    depth -= symbols
    return result
  }

  /// Reads an expression of operators at least as tight as `minimum`.
  ///
  /// `stopsAtAnd` is for the lower bound of BETWEEN: at its own level, AND belongs to the BETWEEN,
  /// however loose an operator came before.
  mutating func expression(
    _ minimum: SQLitePrecedence, stopsAtAnd: Bool = false
  ) throws(SQLiteSyntaxError) -> SQLExpression {
    let start = self.start
    var left = try prefixed()
    var links = 0
    while let level = infixLevel(), level >= minimum {
      if stopsAtAnd, kind == .and { break }
      let leftHeight = kind == .collate ? 0 : height
      let ownHeight = kind == .not && kind(ahead: 1) != .null ? 2 : 1
      left = try infix(left, from: start, level)
      height = max(height, leftHeight) + ownHeight
      links += 1
      try checkHeight(links: links)
    }
    return left
  }

  /// How tightly the next token binds as an operator behind an expression; `nil` if it is none.
  private func infixLevel() -> SQLitePrecedence? {
    switch kind {
    case .or: .or
    case .and: .and
    // SQLite decides by the first word of `NOT IN` and its like.
    case .not: .not
    case .is, .match, .like, .glob, .regexp, .between, .in, .isnull, .notnull, .equal, .notEqual:
      .equality
    case .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
    case .bitAnd, .bitOr, .leftShift, .rightShift: .bits
    case .plus, .minus: .sum
    case .star, .slash, .percent: .product
    case .concatenation, .pointer: .concatenation
    case .collate: .collate
    default: nil
    }
  }

  private mutating func prefixed() throws(SQLiteSyntaxError) -> SQLExpression {
    let start = self.start
    switch kind {
    case .not:
      advance()
      let operand = try operand(.not, above: 1)
      try raiseHeight()
      return SQLExpression(kind: .not(operand), place: place(from: start))
    case .plus, .minus, .bitNot:
      let symbol = text(of: token)
      advance()
      let operand = try operand(.unary, above: 1)
      try raiseHeight()
      return SQLExpression(
        kind: .prefix(OperatorName(symbol: symbol), operand), place: place(from: start))
    default: return try primary()
    }
  }

  mutating func operand(
    _ minimum: SQLitePrecedence, above symbols: Int
  ) throws(SQLiteSyntaxError) -> SQLExpression {
    depth += symbols
    try checkStack(1)
    let result = try expression(minimum)
    depth -= symbols
    return result
  }

  /// Reads the operator behind `left` and what follows it.
  private mutating func infix(
    _ left: SQLExpression, from start: Int, _ level: SQLitePrecedence
  ) throws(SQLiteSyntaxError) -> SQLExpression {
    let kind = try infixKind(left, level)
    return SQLExpression(kind: kind, place: place(from: start))
  }

  private mutating func infixKind(
    _ left: SQLExpression, _ level: SQLitePrecedence
  ) throws(SQLiteSyntaxError) -> ExpressionKind {
    switch kind {
    case .or, .and: return try junction(left, level)
    case .not: return try negatedInfix(left)
    case .is: return try isComparison(left)
    case .match, .like, .glob, .regexp: return try like(left, isNegated: false)
    case .between: return try between(left, isNegated: false)
    case .in: return try membership(left, isNegated: false)
    case .isnull, .notnull:
      let isNegated = kind == .notnull
      try checkStack(2)
      advance()
      height = 0
      return .isNull(left, isNegated: isNegated)
    case .collate:
      try checkStack(3)
      advance()
      height = 0
      guard kind == .identifier || kind == .string || kind.isIdentifier else {
        throw unexpected("the name of a collation")
      }
      return .collate(left, ObjectName(name: takeIdentifier()))
    default:
      let symbol = operatorSymbol()
      advance()
      let right = try operand(level.above, above: 2)
      return .binary(left, OperatorName(symbol: symbol), right)
    }
  }

  /// The operator's one spelling: SQLite takes `==` for `=` and `!=` for `<>`.
  private func operatorSymbol() -> String {
    switch kind {
    case .equal: "="
    case .notEqual: "<>"
    default: text(of: token)
    }
  }

  /// AND and OR; a chain to the left becomes one node.
  private mutating func junction(
    _ left: SQLExpression, _ level: SQLitePrecedence
  ) throws(SQLiteSyntaxError) -> ExpressionKind {
    let isAnd = kind == .and
    advance()
    let right = try operand(level.above, above: 2)
    switch left.kind {
    case .and(let operands) where isAnd: return .and(operands + [right])
    case .or(let operands) where !isAnd: return .or(operands + [right])
    default: return isAnd ? .and([left, right]) : .or([left, right])
    }
  }

  private mutating func negatedInfix(
    _ left: SQLExpression
  ) throws(SQLiteSyntaxError) -> ExpressionKind {
    try checkStack(3)
    advance()
    switch kind {
    case .null:
      advance()
      height = 0
      return .isNull(left, isNegated: true)
    case .match, .like, .glob, .regexp: return try like(left, isNegated: true)
    case .between: return try between(left, isNegated: true)
    case .in: return try membership(left, isNegated: true)
    default: throw unexpected("NULL, IN, BETWEEN, LIKE, GLOB, REGEXP or MATCH")
    }
  }
}
