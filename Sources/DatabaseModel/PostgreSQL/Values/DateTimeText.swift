import SQLSyntax

/// Text forms of dates and times in the ISO style with the session's zone at UTC.
package enum DateTimeText {
  // MARK: Reading

  package static func date(_ text: String) throws(ValueFailure) -> Datum {
    if let special = try special(text, "date") {
      switch special {
      case .max: return .date(.max)
      case .min: return .date(.min)
      default: return .date(Int32(special / TimeLimits.microsecondsPerDay))
      }
    }
    var parser = DateTimeParser(text, type: "date")
    let parts = try parser.read()
    guard let date = parts.date else { throw .unmodelled("A date without a day") }
    let days = date.daysSince2000
    guard TimeLimits.dates.contains(days) else {
      throw .refuse("22008", "date out of range: \"\(text)\"")
    }
    return .date(Int32(days))
  }

  package static func timestamp(
    _ text: String, hasZone: Bool, precision: Int?
  ) throws(ValueFailure) -> Datum {
    let type = hasZone ? "timestamp with time zone" : "timestamp"
    if let special = try special(text, type) { return .timestamp(special) }
    var parser = DateTimeParser(text, type: type)
    let parts = try parser.read()
    guard let date = parts.date else { throw .unmodelled("A timestamp without a day") }
    let (start, isLarge) = Int64(date.daysSince2000).multipliedReportingOverflow(
      by: TimeLimits.microsecondsPerDay)
    var (value, overflows) = start.addingReportingOverflow(parts.time ?? 0)
    if hasZone { value -= Int64(parts.zone ?? 0) * 1_000_000 }
    overflows = overflows || isLarge || !TimeLimits.timestamps.contains(value)
    if overflows { throw .refuse("22008", "timestamp out of range: \"\(text)\"") }
    return .timestamp(rounded(value, to: precision))
  }

  package static func time(_ text: String, precision: Int?) throws(ValueFailure) -> Datum {
    var parser = DateTimeParser(text, type: "time")
    let parts = try parser.read()
    guard let time = parts.time, parts.date == nil, parts.zone == nil else {
      throw .unmodelled("This form of a time")
    }
    return .time(rounded(time, to: precision))
  }

  private static func special(_ text: String, _ type: String) throws(ValueFailure) -> Int64? {
    switch text.trimmedOfSpace.asciiLowercased() {
    case "infinity", "+infinity": return .max
    case "-infinity": return .min
    case "epoch": return -946_684_800_000_000
    case "now", "today", "tomorrow", "yesterday":
      throw .unmodelled("The moment of a statement is not modelled")
    default: return nil
    }
  }

  /// Microseconds rounded to so many places, half away from zero.
  package static func rounded(_ value: Int64, to precision: Int?) -> Int64 {
    guard let precision, precision < 6, value != .max, value != .min else { return value }
    let unit: Int64 = [1_000_000, 100_000, 10_000, 1_000, 100, 10][precision]
    let half = unit / 2
    return value >= 0 ? (value + half) / unit * unit : -((-value + half) / unit * unit)
  }

  // MARK: Writing

  package static func date(_ days: Int32) -> String {
    if days == .max { return "infinity" }
    if days == .min { return "-infinity" }
    let date = CivilDate(daysSince2000: Int(days))
    return day(date) + (date.year <= 0 ? " BC" : "")
  }

  private static func day(_ date: CivilDate) -> String {
    let year = date.year > 0 ? date.year : 1 - date.year
    return "\(padded(year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }

  package static func time(_ microseconds: Int64) -> String {
    let seconds = Int(microseconds / 1_000_000)
    return "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):"
      + secondsText(seconds % 60, Int(microseconds % 1_000_000))
  }

  static func secondsText(_ seconds: Int, _ microseconds: Int) -> String {
    var text = padded(seconds, 2)
    if microseconds != 0 {
      text += "." + padded(microseconds, 6)
      while text.hasSuffix("0") { text.removeLast() }
    }
    return text
  }

  package static func timestamp(_ value: Int64, hasZone: Bool) -> String {
    if value == .max { return "infinity" }
    if value == .min { return "-infinity" }
    let (days, rest) = split(value)
    let date = CivilDate(daysSince2000: days)
    return "\(day(date)) \(time(rest))" + (hasZone ? "+00" : "") + (date.year <= 0 ? " BC" : "")
  }

  /// Days since 2000-01-01 and microseconds of the day.
  package static func split(_ value: Int64) -> (days: Int, microseconds: Int64) {
    var days = value / TimeLimits.microsecondsPerDay
    var rest = value % TimeLimits.microsecondsPerDay
    if rest < 0 {
      rest += TimeLimits.microsecondsPerDay
      days -= 1
    }
    return (Int(days), rest)
  }

  package static func padded(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return text.utf8.count >= width
      ? text : String(repeating: "0", count: width - text.utf8.count) + text
  }
}
