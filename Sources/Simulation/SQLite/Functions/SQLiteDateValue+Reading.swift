import Engines
import SQLSyntax

extension SQLiteDateValue {
  /// Reads `YYYY-MM-DD HH:MM:SS.SSS` and its shorter forms.
  ///
  /// - Returns: `nil` for what is certainly no date.
  static func read(_ text: String) throws(SQLiteHalt) -> Int64? {
    if text.asciiLowercased() == "now" { throw .unmodelled("The time of the clock") }
    let bytes = Array(text.utf8)
    if let date = day(bytes[...]) {
      let rest = bytes[10...]
      if rest.isEmpty { return date }
      guard let separator = rest.first, separator == 32 || separator == 84 else {
        return try other(text)
      }
      guard let time = time(rest.dropFirst()) else { return try other(text) }
      return date + time
    }
    if let time = time(bytes[...]) { return julian(2000, 1, 1) + time }
    return try other(text)
  }

  /// Julian day numbers, time zones and odd spacing: NULL only where there is nothing like a date.
  private static func other(_ text: String) throws(SQLiteHalt) -> Int64? {
    if text.utf8.contains(where: SQLiteNumberText.isDigit) {
      throw .unmodelled("A date in an unusual form")
    }
    return nil
  }

  private static func number(_ bytes: ArraySlice<UInt8>, _ count: Int) -> Int? {
    guard bytes.count >= count, bytes.prefix(count).allSatisfy(SQLiteNumberText.isDigit) else {
      return nil
    }
    return bytes.prefix(count).reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  private static func day(_ bytes: ArraySlice<UInt8>) -> Int64? {
    guard bytes.count >= 10, let year = number(bytes, 4), bytes[4] == 45,
      let month = number(bytes[5...], 2), bytes[7] == 45, let day = number(bytes[8...], 2),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    return julian(year, month, day)
  }

  /// `HH:MM`, `HH:MM:SS`, `HH:MM:SS.SSS`.
  private static func time(_ bytes: ArraySlice<UInt8>) -> Int64? {
    let start = bytes.startIndex
    guard bytes.count >= 5, let hour = number(bytes, 2), bytes[start + 2] == 58,
      let minute = number(bytes[(start + 3)...], 2), hour <= 24, minute <= 59
    else { return nil }
    var total = Int64(hour * 3600 + minute * 60) * 1000
    if bytes.count == 5 { return total }
    guard bytes.count >= 8, bytes[start + 5] == 58,
      let second = number(bytes[(start + 6)...], 2), second <= 59
    else { return nil }
    total += Int64(second) * 1000
    if bytes.count == 8 { return total }
    let fraction = bytes[(start + 9)...]
    guard bytes[start + 8] == 46, !fraction.isEmpty, fraction.count <= 3,
      let parsed = number(fraction, fraction.count)
    else { return nil }
    return total + Int64(parsed) * [100, 10, 1][fraction.count - 1]
  }

  /// Applies a modifier; `false` where it makes the whole NULL.
  mutating func modify(
    _ text: String, isFirst: Bool, _ value: SQLValue
  ) throws(SQLiteHalt) -> Bool {
    switch text {
    case "start of day":
      milliseconds -= dayMilliseconds
      return true
    case "start of month", "start of year":
      let (year, month, _) = calendar
      milliseconds = Self.julian(year, text == "start of month" ? month : 1, 1)
      return true
    case "unixepoch":
      guard isFirst, case .integer(let seconds) = value else {
        throw .unmodelled("'unixepoch' behind another value")
      }
      milliseconds = seconds * 1000 + 210_866_760_000_000
      return true
    default: return try shift(text)
    }
  }

  /// `+N days`, `-N months`, ….
  private mutating func shift(_ text: String) throws(SQLiteHalt) -> Bool {
    let words = text.split(separator: " ")
    guard words.count == 2, let count = Int64(words[0]), abs(count) < 1_000_000 else {
      throw .unmodelled("The date modifier '\(text)'")
    }
    switch words[1] {
    case "second", "seconds": milliseconds += count * 1000
    case "minute", "minutes": milliseconds += count * 60000
    case "hour", "hours": milliseconds += count * 3_600_000
    case "day", "days": milliseconds += count * 86_400_000
    case "month", "months", "year", "years":
      let (year, month, day) = calendar
      let months = words[1].hasPrefix("month") ? count : count * 12
      let total = Int64(year) * 12 + Int64(month) - 1 + months
      guard total >= 0, total < 120_000 else { return false }
      let time = dayMilliseconds
      milliseconds = Self.julian(Int(total / 12), Int(total % 12) + 1, day) + time
    default: throw .unmodelled("The date modifier '\(text)'")
    }
    return true
  }
}
