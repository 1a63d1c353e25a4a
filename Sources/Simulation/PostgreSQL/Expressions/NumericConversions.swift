import DatabaseModel

/// Conversions between numbers.
enum NumericConversions {
  static let integerRanges: [String: (range: ClosedRange<Int64>, name: String)] = [
    "int2": (-32_768...32_767, "smallint"),
    "int4": (-2_147_483_648...2_147_483_647, "integer"),
    "int8": (Int64.min...Int64.max, "bigint"),
  ]

  static func outOfRange(_ name: String) -> EvaluationFailure {
    .refuse(.numericValueOutOfRange, "\(name) out of range")
  }

  static func converter(_ source: String, _ target: String) -> Implementation.Unary? {
    if let (range, name) = integerRanges[target] {
      switch source {
      case "int2", "int4", "int8":
        return { value throws(EvaluationFailure) in
          guard case .integer(let number) = value, range.contains(number) else {
            throw outOfRange(name)
          }
          return value
        }
      case "float4", "float8":
        return { value throws(EvaluationFailure) in
          try integer(value, range, name)
        }
      case "numeric":
        return { value throws(EvaluationFailure) in try whole(value, range, name) }
      case "bool" where target == "int4":
        return { value throws(EvaluationFailure) in
          if case .boolean(true) = value { .integer(1) } else { .integer(0) }
        }
      default: return nil
      }
    }
    switch (source, target) {
    case ("int2", "numeric"), ("int4", "numeric"), ("int8", "numeric"):
      return { value throws(EvaluationFailure) in
        if case .integer(let number) = value { .numeric(DecimalNumber(number)) } else { value }
      }
    case ("float8", "numeric"), ("float4", "numeric"):
      let digits = source == "float4" ? 6 : 15
      return { value throws(EvaluationFailure) in
        guard case .real(let number) = value else { return value }
        return .numeric(DecimalNumber(number, significantDigits: digits))
      }
    case ("int4", "bool"):
      return { value throws(EvaluationFailure) in
        if case .integer(let number) = value { .boolean(number != 0) } else { value }
      }
    default: return real(source, target)
    }
  }

  private static func real(_ source: String, _ target: String) -> Implementation.Unary? {
    guard target == "float8" || target == "float4" else { return nil }
    let isSingle = target == "float4"
    switch source {
    case "int2", "int4", "int8":
      return { value throws(EvaluationFailure) in
        guard case .integer(let number) = value else { return value }
        return .real(isSingle ? Double(Float(number)) : Double(number))
      }
    case "float4", "float8":
      return { value throws(EvaluationFailure) in
        guard isSingle, case .real(let number) = value, number.isFinite else { return value }
        let single = Float(number)
        if single.isInfinite {
          throw .refuse(.numericValueOutOfRange, "value out of range: overflow")
        }
        if single == 0, number != 0 {
          throw .refuse(.numericValueOutOfRange, "value out of range: underflow")
        }
        return .real(Double(single))
      }
    case "numeric":
      return { value throws(EvaluationFailure) in
        guard case .numeric(let number) = value else { return value }
        let text = number.description
        let double = isSingle ? Float(text).map(Double.init) ?? .nan : number.double
        if number.isFinite, double.isInfinite || double == 0 && !number.isZero {
          throw .refuse(
            .numericValueOutOfRange,
            "\"\(text)\" is out of range for type \(isSingle ? "real" : "double precision")")
        }
        return .real(double)
      }
    default: return nil
    }
  }

  private static func integer(
    _ value: Datum, _ range: ClosedRange<Int64>, _ name: String
  ) throws(EvaluationFailure) -> Datum {
    guard case .real(let number) = value else { return value }
    let rounded = number.rounded(.toNearestOrEven)
    guard let integer = Int64(exactly: rounded), range.contains(integer) else {
      throw outOfRange(name)
    }
    return .integer(integer)
  }

  private static func whole(
    _ value: Datum, _ range: ClosedRange<Int64>, _ name: String
  ) throws(EvaluationFailure) -> Datum {
    guard case .numeric(let number) = value else { return value }
    if !number.isFinite {
      let what = number.kind == .notANumber ? "NaN" : "infinity"
      throw .refuse(.featureNotSupported, "cannot convert \(what) to \(name)")
    }
    guard let integer = number.wholeNumber, range.contains(integer) else {
      throw outOfRange(name)
    }
    return .integer(integer)
  }
}

/// Conversions between kinds of text, and of truth values to text.
enum TextConversions {
  static func converter(_ source: String, _ target: String) -> Implementation.Unary? {
    switch (source, target) {
    case ("bpchar", "text"), ("bpchar", "varchar"):
      return { value throws(EvaluationFailure) in ValueOrder.trimmed(value) }
    case ("text", "name"), ("varchar", "name"):
      return { value throws(EvaluationFailure) in
        if case .text(let text) = value { .text(text.cutToName) } else { value }
      }
    case ("name", "text"), ("name", "varchar"), ("name", "bpchar"):
      return { value throws(EvaluationFailure) in value }
    case ("bool", "text"), ("bool", "varchar"), ("bool", "bpchar"):
      return { value throws(EvaluationFailure) in
        if case .boolean(let flag) = value { .text(flag ? "true" : "false") } else { value }
      }
    default: return nil
    }
  }
}

/// Conversions between dates and times, in a session at UTC.
enum TimeConversions {
  static func converter(_ source: String, _ target: String) -> Implementation.Unary? {
    switch (source, target) {
    case ("timestamp", "timestamptz"), ("timestamptz", "timestamp"):
      return { value throws(EvaluationFailure) in value }
    case ("date", "timestamp"), ("date", "timestamptz"):
      return { value throws(EvaluationFailure) in
        guard case .date(let days) = value else { return value }
        return .timestamp(try moment(of: days))
      }
    case ("timestamp", "date"), ("timestamptz", "date"):
      return { value throws(EvaluationFailure) in
        guard case .timestamp(let moment) = value else { return value }
        if moment == .max { return .date(.max) }
        if moment == .min { return .date(.min) }
        return .date(Int32(DateTimeText.split(moment).days))
      }
    case ("timestamp", "time"), ("timestamptz", "time"):
      return { value throws(EvaluationFailure) in
        guard case .timestamp(let moment) = value else { return value }
        if moment == .max || moment == .min { return .null }
        return .time(DateTimeText.split(moment).microseconds)
      }
    case ("time", "interval"):
      return { value throws(EvaluationFailure) in
        guard case .time(let time) = value else { return value }
        return .interval(IntervalValue(microseconds: time))
      }
    case ("interval", "time"):
      return { value throws(EvaluationFailure) in
        guard case .interval(let interval) = value else { return value }
        return .time(DateTimeText.split(interval.microseconds).microseconds)
      }
    default: return nil
    }
  }

  static func moment(of days: Int32) throws(EvaluationFailure) -> Int64 {
    if days == .max { return .max }
    if days == .min { return .min }
    let (value, overflows) = Int64(days).multipliedReportingOverflow(
      by: TimeLimits.microsecondsPerDay)
    if overflows || !TimeLimits.timestamps.contains(value) {
      throw .refuse("22008", "date out of range for timestamp")
    }
    return value
  }
}
