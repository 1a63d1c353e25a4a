import SQLSyntax

/// The value of whole-number arithmetic that the engine computes when it plans a statement.
enum ConstantArithmetic {
  /// `nil` where the expression is anything else.
  static func value(of expression: SQLExpression) -> Result<Int, Halt>? {
    switch expression.kind {
    case .literal(.integer(let digits)): return Int(digits).map { .success($0) }
    case .prefix(let name, let operand) where name.symbol == "-" || name.symbol == "+":
      guard case .success(let number) = value(of: operand) else { return value(of: operand) }
      return .success(name.symbol == "-" ? -number : number)
    case .binary(let left, let name, let right):
      guard let first = value(of: left), let second = value(of: right) else { return nil }
      guard case .success(let a) = first else { return first }
      guard case .success(let b) = second else { return second }
      return apply(name.symbol, a, b)
    default: return nil
    }
  }

  private static func apply(_ symbol: String, _ first: Int, _ second: Int) -> Result<Int, Halt>? {
    let (value, overflows): (Int, Bool)
    switch symbol {
    case "+": (value, overflows) = first.addingReportingOverflow(second)
    case "-": (value, overflows) = first.subtractingReportingOverflow(second)
    case "*": (value, overflows) = first.multipliedReportingOverflow(by: second)
    case "/":
      if second == 0 { return .failure(.refuse(.divisionByZero, "division by zero")) }
      (value, overflows) = first.dividedReportingOverflow(by: second)
    default: return nil
    }
    let isLarge = Int32(exactly: first) == nil || Int32(exactly: second) == nil
    if overflows || isLarge { return nil }
    if Int32(exactly: value) == nil {
      return .failure(.refuse(.numericValueOutOfRange, "integer out of range"))
    }
    return .success(value)
  }
}
