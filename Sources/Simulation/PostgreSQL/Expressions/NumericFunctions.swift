import DatabaseModel

/// Functions on numbers, by name and argument types.
enum NumericFunctions {
  static func find(_ name: String, _ types: [String]) -> Implementation? {
    if name == "abs", types.count == 1 { return absolute(types[0]).map { .unary($0) } }
    if name == "mod", types.count == 2 {
      return ArithmeticOperators.binary("%", types[0], types[1]).map { .binary($0) }
    }
    return table["\(name)(\(types.joined(separator: ",")))"]
  }

  static func absolute(_ type: String) -> Implementation.Unary? {
    if let (range, name) = NumericConversions.integerRanges[type] {
      return { value throws(EvaluationFailure) in
        guard case .integer(let number) = value, number != range.lowerBound else {
          throw NumericConversions.outOfRange(name)
        }
        return .integer(abs(number))
      }
    }
    switch type {
    case "numeric":
      return { value throws(EvaluationFailure) in
        if case .numeric(let number) = value { .numeric(number.absolute) } else { value }
      }
    case "float8", "float4":
      return { value throws(EvaluationFailure) in
        if case .real(let number) = value { .real(number.magnitude) } else { value }
      }
    default: return nil
    }
  }

  private static func decimal(
    _ body: @escaping @Sendable (DecimalNumber) -> DecimalNumber
  ) -> Implementation {
    .unary { value throws(EvaluationFailure) in
      guard case .numeric(let number) = value else { return .null }
      return .numeric(number.isFinite ? body(number) : number)
    }
  }

  private static func real(_ body: @escaping @Sendable (Double) -> Double) -> Implementation {
    .unary { value throws(EvaluationFailure) in
      guard case .real(let number) = value else { return .null }
      return .real(body(number))
    }
  }

  private static func scaled(
    _ body: @escaping @Sendable (DecimalNumber, Int) -> DecimalNumber
  ) -> Implementation {
    .binary { first, second throws(EvaluationFailure) in
      guard case .numeric(let number) = first, case .integer(let scale) = second else {
        return .null
      }
      let limited = Int(max(-2_000, min(2_000, scale)))
      return .numeric(number.isFinite ? body(number, limited) : number)
    }
  }

  private static let table: [String: Implementation] = {
    var table: [String: Implementation] = [:]
    table["floor(numeric)"] = decimal { $0.floor }
    table["ceil(numeric)"] = decimal { $0.ceiling }
    table["ceiling(numeric)"] = table["ceil(numeric)"]
    table["round(numeric)"] = decimal { $0.rounded(to: 0) }
    table["trunc(numeric)"] = decimal { $0.truncated(to: 0) }
    table["round(numeric,int4)"] = scaled { $0.rounded(to: $1) }
    table["trunc(numeric,int4)"] = scaled { $0.truncated(to: $1) }
    table["sign(numeric)"] = decimal { DecimalNumber(Int64($0.sign)) }
    table["floor(float8)"] = real { $0.rounded(.down) }
    table["ceil(float8)"] = real { $0.rounded(.up) }
    table["ceiling(float8)"] = table["ceil(float8)"]
    table["round(float8)"] = real { $0.rounded(.toNearestOrEven) }
    table["trunc(float8)"] = real { $0.rounded(.towardZero) }
    table["sign(float8)"] = real { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 == 0 ? 0 : $0 }
    table["sqrt(float8)"] = .unary { value throws(EvaluationFailure) in
      guard case .real(let number) = value else { return .null }
      if number < 0 {
        throw .refuse("2201F", "cannot take square root of a negative number")
      }
      return .real(number.squareRoot())
    }
    table["div(numeric,numeric)"] = .binary { first, second throws(EvaluationFailure) in
      guard case .numeric(let one) = first, case .numeric(let other) = second, one.isFinite,
        other.isFinite
      else { throw .unmodelled("The quotient of a number that is not finite") }
      if other.isZero { throw .refuse(.divisionByZero, "division by zero") }
      let rest = one % other
      return .numeric(((one - rest) / other).rounded(to: 0))
    }
    table["to_hex(int4)"] = .unary { value throws(EvaluationFailure) in
      guard case .integer(let number) = value else { return .null }
      return .text(String(UInt32(truncatingIfNeeded: number), radix: 16))
    }
    table["to_hex(int8)"] = .unary { value throws(EvaluationFailure) in
      guard case .integer(let number) = value else { return .null }
      return .text(String(UInt64(bitPattern: number), radix: 16))
    }
    return table
  }()
}
