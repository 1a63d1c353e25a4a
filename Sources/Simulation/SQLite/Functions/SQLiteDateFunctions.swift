import Engines
import SQLSyntax

/// Date and time functions, as far as they depend on nothing but their arguments.
enum SQLiteDateFunctions {
  static func date(_ arguments: [SQLValue]) throws(SQLiteHalt) -> SQLValue {
    guard let moment = try SQLiteDateValue(arguments) else { return .null }
    return .text(moment.dateText)
  }

  static func time(_ arguments: [SQLValue]) throws(SQLiteHalt) -> SQLValue {
    guard let moment = try SQLiteDateValue(arguments) else { return .null }
    return .text(moment.timeText)
  }

  static func dateTime(_ arguments: [SQLValue]) throws(SQLiteHalt) -> SQLValue {
    guard let moment = try SQLiteDateValue(arguments) else { return .null }
    return .text("\(moment.dateText) \(moment.timeText)")
  }

  static func julianDay(_ arguments: [SQLValue]) throws(SQLiteHalt) -> SQLValue {
    guard let moment = try SQLiteDateValue(arguments) else { return .null }
    return .real(Double(moment.milliseconds) / 86_400_000)
  }

  static func unixEpoch(_ arguments: [SQLValue]) throws(SQLiteHalt) -> SQLValue {
    guard let moment = try SQLiteDateValue(arguments) else { return .null }
    return .integer(moment.unixSeconds)
  }

  static func format(_ arguments: [SQLValue]) throws(SQLiteHalt) -> SQLValue {
    guard let first = arguments.first, !first.isNull,
      let moment = try SQLiteDateValue(Array(arguments.dropFirst()))
    else { return .null }
    var result = ""
    var scalars = try first.asText().unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if scalar != "%" {
        result.unicodeScalars.append(scalar)
        continue
      }
      guard let letter = scalars.popFirst(), let part = moment.part(letter) else { return .null }
      result += part
    }
    return .text(result)
  }
}

/// A moment, in milliseconds of the Julian day.
struct SQLiteDateValue {
  var milliseconds: Int64

  /// Reads a time value and its modifiers; `nil` where they make no date.
  init?(_ arguments: [SQLValue]) throws(SQLiteHalt) {
    guard let first = arguments.first else {
      throw .unmodelled("The time of the clock")
    }
    switch first {
    case .null, .boolean: return nil
    case .text(let text):
      guard let moment = try Self.read(text) else { return nil }
      milliseconds = moment
    case .integer, .real:
      let days = first.asReal
      guard days >= 0, days < 5_373_484.5 else { return nil }
      milliseconds = Int64(days * 86_400_000 + 0.5)
    case .blob: throw .unmodelled("A date in a blob")
    }
    if arguments.dropFirst().contains(where: \.isNull) { return nil }
    for (offset, modifier) in arguments.dropFirst().enumerated() {
      let text = try modifier.asText().asciiLowercased()
      guard try modify(text, isFirst: offset == 0, first) else { return nil }
    }
    // From year 0 to 9999.
    guard milliseconds >= 0, milliseconds <= 464_269_060_799_999 else { return nil }
  }

  var unixSeconds: Int64 { milliseconds / 1000 - 210_866_760_000 }

  /// Year, month and day.
  ///
  /// Source: Meeus, Astronomical Algorithms, as the engine has it.
  var calendar: (year: Int, month: Int, day: Int) {
    let number = Int((milliseconds + 43_200_000) / 86_400_000)
    var alpha = Int((Double(number) - 1_867_216.25) / 36524.25)
    alpha = number + 1 + alpha - (alpha / 4)
    let shifted = alpha + 1524
    let century = Int((Double(shifted) - 122.1) / 365.25)
    let days = (36525 * (century & 32767)) / 100
    let month = Int(Double(shifted - days) / 30.6001)
    let first = Int(30.6001 * Double(month))
    let realMonth = month < 14 ? month - 1 : month - 13
    return (realMonth > 2 ? century - 4716 : century - 4715, realMonth, shifted - days - first)
  }

  /// Milliseconds since midnight.
  var dayMilliseconds: Int64 { (milliseconds + 43_200_000) % 86_400_000 }

  static func julian(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
    var year = year
    var month = month
    if month <= 2 {
      year -= 1
      month += 12
    }
    let century = year / 100
    let correction = 2 - century + century / 4
    let yearDays = 36525 * (year + 4716) / 100
    let monthDays = 306001 * (month + 1) / 10000
    return Int64((Double(yearDays + monthDays + day + correction) - 1524.5) * 86_400_000)
  }

  var dateText: String {
    let (year, month, day) = calendar
    return "\(Self.digits(year, 4))-\(Self.digits(month, 2))-\(Self.digits(day, 2))"
  }

  var timeText: String {
    let seconds = Int(dayMilliseconds / 1000)
    return Self.digits(seconds / 3600, 2) + ":" + Self.digits(seconds / 60 % 60, 2) + ":"
      + Self.digits(seconds % 60, 2)
  }

  static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }

  /// What a letter of `strftime` stands for; `nil` for letters that make it NULL.
  func part(_ letter: Unicode.Scalar) -> String? {
    let (year, month, day) = calendar
    let seconds = Int(dayMilliseconds / 1000)
    switch letter {
    case "d": return Self.digits(day, 2)
    case "f":
      let rest = Int(dayMilliseconds % 60000)
      return Self.digits(rest / 1000, 2) + "." + Self.digits(rest % 1000, 3)
    case "H": return Self.digits(seconds / 3600, 2)
    case "m": return Self.digits(month, 2)
    case "M": return Self.digits(seconds / 60 % 60, 2)
    case "S": return Self.digits(seconds % 60, 2)
    case "s": return String(unixSeconds)
    case "Y": return Self.digits(year, 4)
    case "w": return String((milliseconds + 129_600_000) / 86_400_000 % 7)
    case "j":
      let start = Self.julian(year, 1, 1)
      return Self.digits(Int((milliseconds - start + 43_200_000) / 86_400_000) + 1, 3)
    case "%": return "%"
    default: return nil
    }
  }
}
