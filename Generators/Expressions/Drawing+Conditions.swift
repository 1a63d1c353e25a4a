import PropertyTesting
import SQLSyntax

extension Drawing {
  /// A condition over some columns, as WHERE, CHECK and partial indexes have.
  func condition(over columns: [ScopeColumn], depth: Int = 2) throws -> SQLExpression {
    guard !columns.isEmpty else { return try constantCondition() }
    if depth > 0, try source.boolean(0.2) {
      return try combination(over: columns, depth: depth - 1)
    }
    let column = try source.element(of: columns)
    if try mistake(0.02) { return .binary(.column(missingName), "=", .integer(1)) }
    return try test(of: column, over: columns)
  }

  private func constantCondition() throws -> SQLExpression {
    let isTrue = try source.boolean()
    return .binary(.integer(1), isTrue ? "=" : "<>", .integer(1))
  }

  private func combination(
    over columns: [ScopeColumn], depth: Int
  ) throws -> SQLExpression {
    let kind = try source.branch(3)
    let first = try condition(over: columns, depth: depth).unchained
    if kind == 0 { return SQLExpression(kind: .not(first)) }
    let second = try condition(over: columns, depth: depth).unchained
    return SQLExpression(kind: kind == 1 ? .and([first, second]) : .or([first, second]))
  }

  private func test(of column: ScopeColumn, over columns: [ScopeColumn]) throws -> SQLExpression {
    let value = column.expression
    let isOrdered = column.values.isOrdered
    let kind = try source.branch(weights: [
      isOrdered ? 8 : 0, 3, isOrdered ? 2 : 0, isOrdered ? 1 : 0,
      column.values.isText ? 2 : 0, column.values == .boolean ? 4 : 0, isOrdered ? 3 : 0,
      dialect == .sqlite ? 1 : 0,
    ])
    switch kind {
    case 0 where isOrdered: return try comparison(of: column)
    case 2 where isOrdered:
      let list = try source.array(count: 1...3) { _ in try literal(column.values) }
      return SQLExpression(kind: .inList(value, list, isNegated: try source.boolean(0.3)))
    case 3 where isOrdered:
      return SQLExpression(
        kind: .between(
          Between(
            value: value, low: try literal(column.values), high: try literal(column.values),
            isNegated: try source.boolean(0.2))))
    case 4 where column.values.isText:
      let pattern = try source.element(of: ["%", "a%", "_", "%é%", ""])
      return SQLExpression(
        kind: .like(
          Like(
            kind: .like, value: value, pattern: .string(pattern),
            isNegated: try source.boolean(0.2))))
    case 5 where column.values == .boolean: return value
    case 6 where isOrdered: return try columnComparison(of: column, over: columns)
    case 7 where dialect == .sqlite:
      return SQLExpression(
        kind: .distinct(value, try literal(column.values), isNegated: try source.boolean()))
    default: return .isNull(value, isNegated: try source.boolean(0.6))
    }
  }

  private static let comparisons = ["=", ">", ">=", "<", "<=", "<>"]

  private func comparison(of column: ScopeColumn) throws -> SQLExpression {
    let symbol = try source.element(of: Self.comparisons)
    return .binary(column.expression, symbol, try literal(column.values))
  }

  private func columnComparison(
    of column: ScopeColumn, over columns: [ScopeColumn]
  ) throws -> SQLExpression {
    let others = columns.filter { $0.values.isComparable(with: column.values) }
    guard !others.isEmpty else { return .isNull(column.expression, isNegated: true) }
    let symbol = try source.element(of: Self.comparisons)
    return .binary(column.expression, symbol, try source.element(of: others).expression)
  }
}

extension SQLExpression {
  /// As an operand of AND and OR, which the parsers flatten.
  fileprivate var unchained: SQLExpression {
    switch kind {
    case .and(let operands), .or(let operands): operands.first ?? self
    default: self
    }
  }
}
