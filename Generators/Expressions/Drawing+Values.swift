import PropertyTesting
import SQLSyntax

extension Drawing {
  /// A literal of a class; by mistake one of another.
  func literal(_ values: ValueClass) throws -> SQLExpression {
    if try mistake(0.03) {
      return try source.element(of: Literals.unfitting(values, in: dialect))
    }
    return try source.element(of: Literals.fitting(values, in: dialect))
  }

  /// A value of a class over some columns: a literal, a column, or something computed.
  func value(
    _ values: ValueClass, over columns: [ScopeColumn], depth: Int = 2
  ) throws -> SQLExpression {
    let fitting = columns.filter { fits($0.values, values) }
    let branch = try source.branch(weights: [
      4, fitting.isEmpty ? 0 : 6, depth > 0 ? 3 : 0, depth > 0 ? 1 : 0,
    ])
    switch branch {
    case 1 where !fitting.isEmpty: return try source.element(of: fitting).expression
    case 2: return try computed(values, over: columns, depth: depth - 1)
    case 3: return try conditional(values, over: columns, depth: depth - 1)
    default: return try literal(values)
    }
  }

  private func fits(_ column: ValueClass, _ wanted: ValueClass) -> Bool {
    switch (column, wanted) {
    case (.any, _), (_, .any): true
    case (.integer, .integer), (.text, .text), (.numeric, .numeric), (.integer, .numeric): true
    default: column == wanted
    }
  }

  private func computed(
    _ values: ValueClass, over columns: [ScopeColumn], depth: Int
  ) throws -> SQLExpression {
    switch values {
    case .integer, .numeric, .real: return try number(values, over: columns, depth: depth)
    case .text: return try text(values, over: columns, depth: depth)
    case .boolean: return try condition(over: columns, depth: depth)
    case .any where dialect == .sqlite:
      return try source.boolean(0.5)
        ? text(.text(limit: nil), over: columns, depth: depth)
        : number(.integer(bytes: 8), over: columns, depth: depth)
    default: return try literal(values)
    }
  }

  private func number(
    _ values: ValueClass, over columns: [ScopeColumn], depth: Int
  ) throws -> SQLExpression {
    let first = try value(values, over: columns, depth: depth)
    switch try source.branch(5) {
    case 0: return .binary(first, "+", .integer(1))
    case 1:
      let operators = ["+", "-", "*", "/", "%"].filter { values != .real || $0 != "%" }
      let second = try value(values, over: columns, depth: depth)
      return .binary(first, try source.element(of: operators), second)
    case 2: return .call("abs", first)
    case 3:
      let text = try value(.text(limit: nil), over: columns, depth: depth)
      return .call("length", text)
    default:
      return SQLExpression(
        kind: .special(.coalesce, [first, try literal(values)])
      )
      .asCall(in: dialect)
    }
  }

  private func text(
    _ values: ValueClass, over columns: [ScopeColumn], depth: Int
  ) throws -> SQLExpression {
    let first = try value(values, over: columns, depth: depth)
    switch try source.branch(5) {
    case 0: return .call("lower", first)
    case 1: return .call("upper", first)
    case 2:
      return .binary(first, "||", try value(values, over: columns, depth: depth))
    case 3:
      return .call("substr", first, .integer(1), .integer(2))
    default:
      return SQLExpression(kind: .special(.coalesce, [first, try literal(values)]))
        .asCall(in: dialect)
    }
  }

  private func conditional(
    _ values: ValueClass, over columns: [ScopeColumn], depth: Int
  ) throws -> SQLExpression {
    let branch = CaseBranch(
      condition: try condition(over: columns, depth: depth),
      result: try value(values, over: columns, depth: depth))
    let otherwise = try source.boolean() ? value(values, over: columns, depth: 0) : nil
    return SQLExpression(
      kind: .conditional(CaseExpression(branches: [branch], otherwise: otherwise)))
  }
}

extension SQLExpression {
  /// SQLite's COALESCE is an ordinary function.
  func asCall(in dialect: Dialect) -> SQLExpression {
    guard dialect == .sqlite, case .special(let function, let arguments) = kind else { return self }
    return SQLExpression(
      kind: .call(
        FunctionCall(
          name: ObjectName(function.rawValue.asciiLowercased()),
          arguments: arguments.map { FunctionArgument(value: $0) })))
  }
}
