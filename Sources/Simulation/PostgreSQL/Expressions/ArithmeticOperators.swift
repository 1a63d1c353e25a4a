import DatabaseModel

/// Arithmetic on numbers.
enum ArithmeticOperators {
  private static let widths = ["int2": 2, "int4": 4, "int8": 8]

  static func prefix(_ symbol: String, _ type: String) -> Implementation.Unary? {
    switch (symbol, type) {
    case ("+", "int2"), ("+", "int4"), ("+", "int8"), ("+", "float8"), ("+", "float4"),
      ("+", "numeric"):
      return { value throws(EvaluationFailure) in value }
    case ("-", "int2"), ("-", "int4"), ("-", "int8"):
      guard let (range, name) = NumericConversions.integerRanges[type] else { return nil }
      return { value throws(EvaluationFailure) in
        guard case .integer(let number) = value, number != range.lowerBound else {
          throw NumericConversions.outOfRange(name)
        }
        return .integer(-number)
      }
    case ("-", "float8"), ("-", "float4"):
      return { value throws(EvaluationFailure) in
        if case .real(let number) = value { .real(-number) } else { value }
      }
    case ("-", "numeric"):
      return { value throws(EvaluationFailure) in
        if case .numeric(let number) = value { .numeric(number.negated) } else { value }
      }
    case ("-", "interval"):
      return { value throws(EvaluationFailure) in
        guard case .interval(let interval) = value else { return value }
        if interval.months == .min || interval.days == .min || interval.microseconds == .min {
          throw .refuse("22008", "interval out of range")
        }
        return .interval(interval.negated)
      }
    case ("@", "int4"), ("@", "int8"), ("@", "int2"), ("@", "numeric"), ("@", "float8"):
      return NumericFunctions.absolute(type)
    case ("~", "int2"), ("~", "int4"), ("~", "int8"):
      return { value throws(EvaluationFailure) in
        if case .integer(let number) = value { .integer(~number) } else { value }
      }
    default: return nil
    }
  }

  static func binary(_ symbol: String, _ left: String, _ right: String) -> Implementation.Binary? {
    if let first = widths[left], let second = widths[right] {
      let wide = first >= second ? left : right
      return integers(symbol, wide)
    }
    if left == "numeric", right == "numeric" { return decimals(symbol) }
    if left.hasPrefix("float"), right.hasPrefix("float") {
      return reals(symbol, isSingle: left == "float4" && right == "float4")
    }
    return nil
  }

  private static let divisionByZero = EvaluationFailure.refuse(.divisionByZero, "division by zero")

  private static func integers(_ symbol: String, _ type: String) -> Implementation.Binary? {
    guard let (range, name) = NumericConversions.integerRanges[type] else { return nil }
    let compute: @Sendable (Int64, Int64) throws(EvaluationFailure) -> (Int64, Bool)
    switch symbol {
    case "+":
      compute = { one, other throws(EvaluationFailure) in one.addingReportingOverflow(other) }
    case "-":
      compute = { one, other throws(EvaluationFailure) in one.subtractingReportingOverflow(other) }
    case "*":
      compute = { one, other throws(EvaluationFailure) in one.multipliedReportingOverflow(by: other)
      }
    case "/":
      compute = { one, other throws(EvaluationFailure) in
        if other == 0 { throw divisionByZero }
        return one.dividedReportingOverflow(by: other)
      }
    case "%":
      compute = { one, other throws(EvaluationFailure) in
        if other == 0 { throw divisionByZero }
        return (other == -1 ? 0 : one % other, false)
      }
    case "&": compute = { one, other throws(EvaluationFailure) in (one & other, false) }
    case "|": compute = { one, other throws(EvaluationFailure) in (one | other, false) }
    case "#": compute = { one, other throws(EvaluationFailure) in (one ^ other, false) }
    default: return nil
    }
    return { first, second throws(EvaluationFailure) in
      guard case .integer(let one) = first, case .integer(let other) = second else { return .null }
      let (value, overflows) = try compute(one, other)
      if overflows || !range.contains(value) { throw NumericConversions.outOfRange(name) }
      return .integer(value)
    }
  }

  private static func decimals(_ symbol: String) -> Implementation.Binary? {
    let compute: @Sendable (DecimalNumber, DecimalNumber) throws(EvaluationFailure) -> DecimalNumber
    switch symbol {
    case "+": compute = { one, other throws(EvaluationFailure) in one + other }
    case "-": compute = { one, other throws(EvaluationFailure) in one - other }
    case "*": compute = { one, other throws(EvaluationFailure) in one * other }
    case "/", "%":
      compute = { one, other throws(EvaluationFailure) in
        if one.kind == .notANumber || other.kind == .notANumber { return .notANumber }
        if other.isZero { throw divisionByZero }
        return symbol == "/" ? one / other : one % other
      }
    default: return nil
    }
    return { first, second throws(EvaluationFailure) in
      guard case .numeric(let one) = first, case .numeric(let other) = second else { return .null }
      let result = try compute(one, other)
      if result.integerDigitCount > 100_000 || result.scale > 16_383 {
        throw .unmodelled("A very large number")
      }
      return .numeric(result)
    }
  }

  private static func reals(_ symbol: String, isSingle: Bool) -> Implementation.Binary? {
    guard ["+", "-", "*", "/"].contains(symbol) else { return nil }
    return { first, second throws(EvaluationFailure) in
      guard case .real(let one) = first, case .real(let other) = second else { return .null }
      let value: Double
      switch symbol {
      case "+": value = one + other
      case "-": value = one - other
      case "*": value = one * other
      default:
        if other == 0, !one.isNaN { throw divisionByZero }
        value = one / other
      }
      let result = isSingle ? Double(Float(value)) : value
      if result.isInfinite, !one.isInfinite, !other.isInfinite {
        throw .refuse(.numericValueOutOfRange, "value out of range: overflow")
      }
      let mayVanish = symbol == "*" || symbol == "/"
      if mayVanish, result == 0, one != 0, other != 0, !other.isInfinite {
        throw .refuse(.numericValueOutOfRange, "value out of range: underflow")
      }
      return .real(result)
    }
  }
}
