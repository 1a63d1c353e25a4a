extension SQLWriter {
  mutating func write(keyword: String, _ operand: SQLExpression, _ minimum: Precedence) {
    word(keyword)
    write(operand, atLeast: minimum)
  }

  mutating func write(
    _ operands: [SQLExpression], joinedBy keyword: String, _ precedence: Precedence
  ) {
    for (index, operand) in operands.enumerated() {
      if index > 0 { word(keyword) }
      write(operand, atLeast: precedence.next)
    }
  }

  mutating func write(prefix name: OperatorName, _ operand: SQLExpression) {
    write(name)
    if isSign(name), !startsWithSign(operand) { attach() }
    write(operand, atLeast: isSign(name) ? .sign : .other.next)
  }

  /// Whether a sign before it would make a comment or another operator.
  private func startsWithSign(_ expression: SQLExpression) -> Bool {
    switch expression.kind {
    case .prefix: true
    case .literal(let literal): literal.isNegative
    default: false
    }
  }

  /// Writes a chain `a + b + c`, which leans to the left, from its first operand on.
  mutating func write(_ left: SQLExpression, _ name: OperatorName, _ right: SQLExpression) {
    var first = left
    var (minimum, operations) = (leftMinimum(of: name), [(name, right)])
    while case .binary(let left, let name, let right) = first.kind,
      Precedence.ofBinary(name, in: dialect) >= minimum
    {
      operations.append((name, right))
      minimum = leftMinimum(of: name)
      first = left
    }
    write(first, atLeast: minimum)
    for (name, operand) in operations.reversed() {
      write(name)
      write(operand, atLeast: Precedence.ofBinary(name, in: dialect).next)
    }
  }

  /// What the left operand must reach; PostgreSQL's comparisons do not chain.
  private func leftMinimum(of name: OperatorName) -> Precedence {
    let precedence = Precedence.ofBinary(name, in: dialect)
    return isPostgreSQL && precedence == .comparison ? .membership : precedence
  }

  /// Writes `operand IS …`, the operand in parentheses unless it is arithmetic or tighter.
  mutating func write(_ operand: SQLExpression, _ test: String) {
    write(operand, atLeast: .other)
    word(test)
  }

  mutating func write(
    _ left: SQLExpression, distinctFrom right: SQLExpression, isNegated: Bool
  ) {
    write(left, atLeast: .other)
    switch dialect {
    case .postgresql: word(isNegated ? "IS NOT DISTINCT FROM" : "IS DISTINCT FROM")
    case .sqlite: word(isNegated ? "IS" : "IS NOT")
    }
    write(right, atLeast: .other)
  }

  mutating func write(_ between: Between) {
    write(between.value, atLeast: .other)
    word("NOT", if: between.isNegated)
    word("BETWEEN")
    word("SYMMETRIC", if: between.isSymmetric && isPostgreSQL)
    let wasRestricted = isRestricted
    isRestricted = isPostgreSQL
    write(between.low, atLeast: .other)
    isRestricted = wasRestricted
    word("AND")
    write(between.high, atLeast: .other)
  }

  /// Writes `value [NOT] IN`.
  mutating func writeMembership(of value: SQLExpression, _ isNegated: Bool) {
    write(value, atLeast: .other)
    word(isNegated ? "NOT IN" : "IN")
  }

  /// PostgreSQL has no `IN table`; the table is queried there.
  mutating func write(tableOfMembership source: TableSource) {
    if isSQLite { return write(source) }
    parenthesized {
      $0.word("SELECT * FROM")
      $0.write(source)
    }
  }

  mutating func write(_ like: Like) {
    write(like.value, atLeast: .other)
    word("NOT", if: like.isNegated)
    word(like.kind.rawValue)
    write(like.pattern, atLeast: .other)
    guard let escape = like.escape else { return }
    write(keyword: "ESCAPE", escape, .other)
  }

  mutating func write(_ value: SQLExpression, _ name: OperatorName, _ quantifier: Quantifier) {
    if let (kind, isNegated) = LikeKind.quantified(name) {
      write(value, atLeast: .other)
      word("NOT", if: isNegated)
      word(kind.rawValue)
    } else {
      write(value, atLeast: Precedence.ofBinary(name, in: dialect).next)
      write(name)
    }
    word(quantifier.rawValue)
  }
}

extension LikeKind {
  /// The keyword that stands for an operator before `ANY` and `ALL`.
  static func quantified(_ name: OperatorName) -> (kind: LikeKind, isNegated: Bool)? {
    guard name.schema == nil else { return nil }
    return switch name.symbol {
    case "~~": (.like, false)
    case "!~~": (.like, true)
    case "~~*": (.ilike, false)
    case "!~~*": (.ilike, true)
    default: nil
    }
  }
}
