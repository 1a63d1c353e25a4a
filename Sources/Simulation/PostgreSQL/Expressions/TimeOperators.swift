import DatabaseModel

/// Arithmetic on dates, times and intervals, in a session at UTC.
enum TimeOperators {
  static func binary(_ symbol: String, _ left: String, _ right: String) -> Implementation.Binary? {
    switch (symbol, left, right) {
    case ("+", "date", "int4"):
      return { first, second throws(EvaluationFailure) in try addDays(first, second, 1) }
    case ("-", "date", "int4"):
      return { first, second throws(EvaluationFailure) in try addDays(first, second, -1) }
    case ("+", "int4", "date"):
      return { first, second throws(EvaluationFailure) in try addDays(second, first, 1) }
    case ("-", "date", "date"):
      return { first, second throws(EvaluationFailure) in try daysBetween(first, second) }
    case ("+", "date", "interval"), ("+", "timestamp", "interval"),
      ("+", "timestamptz", "interval"):
      return { first, second throws(EvaluationFailure) in
        .timestamp(try add(try moment(first), interval(second)))
      }
    case ("-", "date", "interval"), ("-", "timestamp", "interval"),
      ("-", "timestamptz", "interval"):
      return { first, second throws(EvaluationFailure) in
        .timestamp(try add(try moment(first), try negated(interval(second))))
      }
    case ("+", "interval", "date"), ("+", "interval", "timestamp"),
      ("+", "interval", "timestamptz"):
      return { first, second throws(EvaluationFailure) in
        .timestamp(try add(try moment(second), interval(first)))
      }
    case ("+", "date", "time"):
      return { first, second throws(EvaluationFailure) in try addTime(first, second) }
    case ("+", "time", "date"):
      return { first, second throws(EvaluationFailure) in try addTime(second, first) }
    case ("-", "timestamp", "timestamp"), ("-", "timestamptz", "timestamptz"):
      return { first, second throws(EvaluationFailure) in try between(first, second) }
    case ("+", "interval", "interval"):
      return { first, second throws(EvaluationFailure) in try add(first, second, isNegative: false)
      }
    case ("-", "interval", "interval"):
      return { first, second throws(EvaluationFailure) in try add(first, second, isNegative: true) }
    case ("+", "time", "interval"):
      return { first, second throws(EvaluationFailure) in
        wrapped(first, interval(second).microseconds)
      }
    case ("+", "interval", "time"):
      return { first, second throws(EvaluationFailure) in
        wrapped(second, interval(first).microseconds)
      }
    case ("-", "time", "interval"):
      return { first, second throws(EvaluationFailure) in
        wrapped(first, 0 &- interval(second).microseconds)
      }
    case ("-", "time", "time"):
      return { first, second throws(EvaluationFailure) in timesBetween(first, second) }
    case ("*", "interval", "float8"):
      return { first, second throws(EvaluationFailure) in try multiply(first, second) }
    case ("*", "float8", "interval"):
      return { first, second throws(EvaluationFailure) in try multiply(second, first) }
    default: return nil
    }
  }

  private static let outOfRange = EvaluationFailure.refuse("22008", "interval out of range")

  private static func interval(_ value: Datum) -> IntervalValue {
    if case .interval(let interval) = value { interval } else { IntervalValue() }
  }

  private static func negated(
    _ interval: IntervalValue
  ) throws(EvaluationFailure) -> IntervalValue {
    if interval.months == .min || interval.days == .min || interval.microseconds == .min {
      throw .unmodelled("The smallest interval")
    }
    return interval.negated
  }

  private static func moment(_ value: Datum) throws(EvaluationFailure) -> Int64 {
    switch value {
    case .timestamp(let moment): return moment
    case .date(let days): return try TimeConversions.moment(of: days)
    default: return 0
    }
  }

  private static func addDays(
    _ date: Datum, _ days: Datum, _ sign: Int
  ) throws(EvaluationFailure) -> Datum {
    guard case .date(let start) = date, case .integer(let count) = days else { return .null }
    if start == .max || start == .min { return date }
    let result = Int(start) + sign * Int(count)
    guard TimeLimits.dates.contains(result) else { throw .refuse("22008", "date out of range") }
    return .date(Int32(result))
  }

  private static func daysBetween(
    _ first: Datum, _ second: Datum
  ) throws(EvaluationFailure) -> Datum {
    guard case .date(let one) = first, case .date(let other) = second else { return .null }
    if [one, other].contains(where: { $0 == .max || $0 == .min }) {
      throw .refuse("22008", "cannot subtract infinite dates")
    }
    return .integer(Int64(one) - Int64(other))
  }

  /// Months first, the day kept within its month; then days, then time.
  static func add(
    _ moment: Int64, _ interval: IntervalValue
  ) throws(EvaluationFailure) -> Int64 {
    if moment == .max || moment == .min { return moment }
    var (days, time) = DateTimeText.split(moment)
    if interval.months != 0 {
      var date = CivilDate(daysSince2000: days)
      let months = date.year * 12 + date.month - 1 + Int(interval.months)
      date.year = months >= 0 ? months / 12 : -((11 - months) / 12)
      date.month = months - date.year * 12 + 1
      date.day = min(date.day, CivilDate.days(inMonth: date.month, of: date.year))
      days = date.daysSince2000
    }
    days += Int(interval.days)
    let total =
      Int128(days) * Int128(TimeLimits.microsecondsPerDay) + Int128(time)
      + Int128(interval.microseconds)
    guard let result = Int64(exactly: total), TimeLimits.timestamps.contains(result) else {
      throw .refuse("22008", "timestamp out of range")
    }
    time = 0
    return result
  }

  private static func addTime(_ date: Datum, _ time: Datum) throws(EvaluationFailure) -> Datum {
    guard case .time(let microseconds) = time else { return .null }
    let start = try moment(date)
    if start == .max || start == .min { return .timestamp(start) }
    return .timestamp(try add(start, IntervalValue(microseconds: microseconds)))
  }

  private static func between(
    _ first: Datum, _ second: Datum
  ) throws(EvaluationFailure) -> Datum {
    let (one, other) = (try moment(first), try moment(second))
    if [one, other].contains(where: { $0 == .max || $0 == .min }) {
      throw .refuse("22008", "cannot subtract infinite timestamps")
    }
    let (difference, overflows) = one.subtractingReportingOverflow(other)
    if overflows { throw outOfRange }
    let day = TimeLimits.microsecondsPerDay
    return .interval(
      IntervalValue(
        days: Int32(truncatingIfNeeded: difference / day), microseconds: difference % day))
  }

  private static func add(
    _ first: Datum, _ second: Datum, isNegative: Bool
  ) throws(EvaluationFailure) -> Datum {
    let one = interval(first)
    let other = interval(second)
    let results = [
      isNegative
        ? Int64(one.months) - Int64(other.months) : Int64(one.months) + Int64(other.months),
      isNegative ? Int64(one.days) - Int64(other.days) : Int64(one.days) + Int64(other.days),
    ]
    let (time, overflows) =
      isNegative
      ? one.microseconds.subtractingReportingOverflow(other.microseconds)
      : one.microseconds.addingReportingOverflow(other.microseconds)
    guard !overflows, let months = Int32(exactly: results[0]), let days = Int32(exactly: results[1])
    else { throw outOfRange }
    return .interval(IntervalValue(months: months, days: days, microseconds: time))
  }

  /// A time of day moved around the clock.
  private static func wrapped(_ time: Datum, _ change: Int64) -> Datum {
    guard case .time(let start) = time else { return .null }
    let day = TimeLimits.microsecondsPerDay
    let moved = (start + change % day) % day
    return .time(moved < 0 ? moved + day : moved)
  }

  private static func timesBetween(_ first: Datum, _ second: Datum) -> Datum {
    guard case .time(let one) = first, case .time(let other) = second else { return .null }
    return .interval(IntervalValue(microseconds: one - other))
  }

  /// Whole factors only: fractions carry from months to days to time by rules of doubles.
  private static func multiply(_ value: Datum, _ factor: Datum) throws(EvaluationFailure) -> Datum {
    guard case .real(let number) = factor else { return .null }
    let start = interval(value)
    guard let whole = Int64(exactly: number), whole.magnitude < 1_000_000,
      let months = Int32(exactly: Int64(start.months) * whole),
      let days = Int32(exactly: Int64(start.days) * whole), start.microseconds.magnitude < 1 << 40
    else { throw .unmodelled("An interval times a fraction") }
    return .interval(
      IntervalValue(months: months, days: days, microseconds: start.microseconds * whole))
  }
}
