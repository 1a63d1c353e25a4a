import Engines

extension SQLValue {
  /// The number that a value is, text that is a number as a whole among them.
  var asNumberIfWhole: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    case .text(let text): SQLiteNumberText.whole(text)?.asReal
    default: nil
    }
  }

  /// As `sqlite3_value_numeric_type` takes it: text that is a number becomes one.
  var asNumericType: SQLValue {
    if case .text(let text) = self { SQLiteNumberText.whole(text) ?? self } else { self }
  }
}

extension SQLiteScalarFunctions {
  static func absolute(_ value: SQLValue) throws(SQLiteHalt) -> SQLValue {
    switch value {
    case .null: return .null
    case .integer(Int64.min): throw .error("integer overflow", .integerOverflow)
    case .integer(let number): return .integer(abs(number))
    default:
      let number = value.asReal
      return .real(number < 0 ? -number : number)
    }
  }

  static func round(_ arguments: [SQLValue]) -> SQLValue {
    var places = 0
    if arguments.count > 1 {
      if arguments[1].isNull { return .null }
      places = Int(Int32(truncatingIfNeeded: arguments[1].asInteger))
    }
    places = min(30, max(0, places))
    if arguments[0].isNull { return .null }
    let value = arguments[0].asReal
    if value < -4_503_599_627_370_496 || value > 4_503_599_627_370_496 { return .real(value) }
    if places == 0 { return .real(Double((value + (value < 0 ? -0.5 : 0.5)).clampedInteger)) }
    let text = SQLiteRealText(form: .fixed, precision: places).text(value)
    return .real(SQLiteNumberText.real(Array(text.utf8)).real)
  }

  static func roundWhole(_ value: SQLValue, _ rule: FloatingPointRoundingRule) -> SQLValue {
    switch value.asNumericType {
    case .integer(let number): .integer(number)
    case .real(let number): .real(number.rounded(rule))
    default: .null
    }
  }

  /// `min` and `max` of several arguments: NULL where any of them is.
  static func extreme(
    _ arguments: [SQLValue], _ collation: SQLiteCollation, wantsGreater: Bool
  ) -> SQLValue {
    var best = arguments[0]
    if best.isNull { return .null }
    for value in arguments.dropFirst() {
      if value.isNull { return .null }
      let order = best.compare(value, collation)
      // Of equal values `min` takes the last, `max` the first.
      if wantsGreater ? order < 0 : order >= 0 { best = value }
    }
    return best
  }
}
