import DatabaseModel

/// Functions on dates and times, by name and argument types; the session is at UTC.
enum TimeFunctions {
  static func find(_ name: String, _ types: [String]) -> Implementation? {
    table["\(name)(\(types.joined(separator: ",")))"]
  }

  private static let table: [String: Implementation] = {
    var table: [String: Implementation] = [:]
    for type in ["timestamp", "timestamptz"] {
      table["date_trunc(text,\(type))"] = .binary { field, value throws(EvaluationFailure) in
        try truncated(value, to: field)
      }
    }
    for type in ["timestamp", "timestamptz", "date"] {
      table["extract(text,\(type))"] = .binary { field, value throws(EvaluationFailure) in
        .numeric(try part(field, of: value))
      }
      table["date_part(text,\(type))"] = .binary { field, value throws(EvaluationFailure) in
        .real(try part(field, of: value).double)
      }
    }
    table["make_date(int4,int4,int4)"] = .strict { values throws(EvaluationFailure) in
      try day(values)
    }
    for (from, _) in [("timestamptz", ""), ("timestamp", "")] {
      table["timezone(text,\(from))"] = .binary { zone, value throws(EvaluationFailure) in
        guard case .text(let name) = zone, ["UTC", "utc", "GMT", "gmt"].contains(name) else {
          throw .unmodelled("Time zones are not modelled")
        }
        return value
      }
    }
    return table
  }()

  private static func day(_ values: [Datum]) throws(EvaluationFailure) -> Datum {
    guard case .integer(let year) = values[0], case .integer(let month) = values[1],
      case .integer(let day) = values[2]
    else { return .null }
    guard year > 0, year < 100_000, (1...12).contains(month), day >= 1,
      day <= CivilDate.days(inMonth: Int(month), of: Int(year))
    else {
      throw .unmodelled("A day that does not exist is made")
    }
    let date = CivilDate(year: Int(year), month: Int(month), day: Int(day))
    return .date(Int32(date.daysSince2000))
  }

  private static func moment(_ value: Datum) throws(EvaluationFailure) -> Int64 {
    let result: Int64
    switch value {
    case .timestamp(let moment): result = moment
    case .date(let days): result = try TimeConversions.moment(of: days)
    default: result = 0
    }
    if result == .max || result == .min { throw .unmodelled("A part of an infinite moment") }
    return result
  }

  private static func word(_ field: Datum) throws(EvaluationFailure) -> String {
    guard case .text(let text) = field else { throw .unmodelled("A field without a name") }
    return TextFunctions.lowered(text)
  }

  private static func truncated(_ value: Datum, to field: Datum) throws(EvaluationFailure) -> Datum
  {
    if case .timestamp(let moment) = value, moment == .max || moment == .min { return value }
    let start = try moment(value)
    let (days, time) = DateTimeText.split(start)
    var date = CivilDate(daysSince2000: days)
    let day = TimeLimits.microsecondsPerDay
    let unit: Int64
    switch try word(field) {
    case "microseconds", "microsecond": unit = 1
    case "milliseconds", "millisecond": unit = 1_000
    case "second", "seconds": unit = 1_000_000
    case "minute", "minutes": unit = 60_000_000
    case "hour", "hours": unit = 3_600_000_000
    case "day", "days": unit = day
    case "week", "weeks":
      // 2000-01-01 was a Saturday.
      let sinceMonday = ((days + 5) % 7 + 7) % 7
      return .timestamp(Int64(days - sinceMonday) * day)
    case "month", "months":
      date.day = 1
      return .timestamp(Int64(date.daysSince2000) * day)
    case "quarter":
      date = CivilDate(year: date.year, month: (date.month - 1) / 3 * 3 + 1, day: 1)
      return .timestamp(Int64(date.daysSince2000) * day)
    case "year", "years":
      date = CivilDate(year: date.year, month: 1, day: 1)
      return .timestamp(Int64(date.daysSince2000) * day)
    default: throw .unmodelled("This field of a moment is not modelled")
    }
    return .timestamp(Int64(days) * day + time / unit * unit)
  }

  private static func part(
    _ field: Datum, of value: Datum
  ) throws(EvaluationFailure) -> DecimalNumber {
    let name = try word(field)
    if case .date = value, ["hour", "minute", "second"].contains(name) {
      throw .unmodelled("A time of a date")
    }
    let start = try moment(value)
    let (days, time) = DateTimeText.split(start)
    let date = CivilDate(daysSince2000: days)
    guard date.year > 0 else { throw .unmodelled("A part of a moment before our era") }
    switch name {
    case "year": return DecimalNumber(Int64(date.year))
    case "month": return DecimalNumber(Int64(date.month))
    case "day": return DecimalNumber(Int64(date.day))
    case "quarter": return DecimalNumber(Int64((date.month - 1) / 3 + 1))
    case "hour": return DecimalNumber(time / 3_600_000_000)
    case "minute": return DecimalNumber(time / 60_000_000 % 60)
    case "second":
      var seconds = DecimalNumber(time % 60_000_000)
      seconds.scale = 6
      return seconds
    case "dow": return DecimalNumber(Int64(((days + 6) % 7 + 7) % 7))
    case "isodow": return DecimalNumber(Int64(((days + 5) % 7 + 7) % 7 + 1))
    case "doy":
      let first = CivilDate(year: date.year, month: 1, day: 1).daysSince2000
      return DecimalNumber(Int64(days - first + 1))
    case "epoch":
      if case .date = value { return DecimalNumber(Int64(days + 10_957) * 86_400) }
      var seconds = DecimalNumber(start + 946_684_800_000_000)
      seconds.scale = 6
      return seconds
    default: throw .unmodelled("This field of a moment is not modelled")
    }
  }
}
