import Engines

/// Operators on numbers.
enum SQLiteArithmetic: String {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case and = "&"
  case or = "|"
  case shiftLeft = "<<"
  case shiftRight = ">>"

  func apply(_ left: SQLValue, _ right: SQLValue) -> SQLValue {
    if left.isNull || right.isNull { return .null }
    switch self {
    case .and: return .integer(left.asInteger & right.asInteger)
    case .or: return .integer(left.asInteger | right.asInteger)
    case .shiftLeft: return .integer(Self.shift(left.asInteger, by: right.asInteger))
    case .shiftRight:
      let count = right.asInteger
      return .integer(
        Self.shift(left.asInteger, by: count == Int64.min ? Int64.max : -count))
    default: break
    }
    let first = left.asNumber
    let second = right.asNumber
    if case .integer(let one) = first, case .integer(let other) = second {
      return integers(one, other)
    }
    return reals(first.asReal, second.asReal, left, right)
  }

  private func integers(_ left: Int64, _ right: Int64) -> SQLValue {
    let result: (partialValue: Int64, overflow: Bool)
    switch self {
    case .add: result = left.addingReportingOverflow(right)
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: result = left.multipliedReportingOverflow(by: right)
    case .divide:
      if right == 0 { return .null }
      result = left.dividedReportingOverflow(by: right)
    default:
      if right == 0 { return .null }
      return .integer(right == -1 ? 0 : left % right)
    }
    if !result.overflow { return .integer(result.partialValue) }
    return reals(Double(left), Double(right), .integer(left), .integer(right))
  }

  private func reals(
    _ left: Double, _ right: Double, _ first: SQLValue, _ second: SQLValue
  ) -> SQLValue {
    let result: Double
    switch self {
    case .add: result = left + right
    case .subtract: result = left - right
    case .multiply: result = left * right
    case .divide:
      if right == 0 { return .null }
      result = left / right
    default:
      let divisor = second.asInteger
      if divisor == 0 { return .null }
      result = divisor == -1 ? 0 : Double(first.asInteger % divisor)
    }
    return result.isNaN ? .null : .real(result)
  }

  private static func shift(_ value: Int64, by count: Int64) -> Int64 {
    if count >= 64 { return 0 }
    if count <= -64 { return value < 0 ? -1 : 0 }
    return count >= 0 ? value << count : value >> -count
  }

  static func concatenate(_ left: SQLValue, _ right: SQLValue) throws(SQLiteHalt) -> SQLValue {
    if left.isNull || right.isNull { return .null }
    if case .text(let one) = left, case .text(let other) = right { return .text(one + other) }
    let bytes = left.asBytes + right.asBytes
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw .unmodelled("Bytes that are no UTF-8 are taken for text")
    }
    return .text(text)
  }
}
