import SQLSyntax

extension IntervalValue: CustomStringConvertible {
  /// In the style `postgres`.
  package var description: String {
    var words: [String] = []
    var isBefore = false
    for (value, unit) in [(months / 12, "year"), (months % 12, "mon"), (days, "day")]
    where value != 0 {
      words.append("\(isBefore && value > 0 ? "+" : "")\(value) \(unit)\(value == 1 ? "" : "s")")
      isBefore = value < 0
    }
    if words.isEmpty || microseconds != 0 {
      let sign = microseconds < 0 ? "-" : isBefore ? "+" : ""
      let magnitude = microseconds.magnitude
      let seconds = Int(magnitude / 1_000_000)
      words.append(
        sign + DateTimeText.padded(seconds / 3600, 2) + ":"
          + DateTimeText.padded(seconds / 60 % 60, 2) + ":"
          + DateTimeText.secondsText(seconds % 60, Int(magnitude % 1_000_000)))
    }
    return words.joined(separator: " ")
  }

  /// What intervals are compared by: days of 24 hours, months of 30 days.
  package var span: Int128 {
    Int128(microseconds)
      + (Int128(months) * 30 + Int128(days)) * Int128(TimeLimits.microsecondsPerDay)
  }

  /// `1 day 02:03:04`, `-2 hours`, `1.5 seconds ago`; other forms are not modelled.
  package init(parsing text: String) throws(ValueFailure) {
    var words = text.trimmedOfSpace.asciiLowercased().split(separator: " ").map(String.init)
    self.init()
    if words.first == "@" { words.removeFirst() }
    let isAgo = words.last == "ago"
    if isAgo { words.removeLast() }
    if words.isEmpty || words.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A } }) {
      let isKnown = words.contains { $0.hasPrefix("infinity") } || isAgo
      if isKnown { throw .unmodelled("This form of an interval") }
      throw .refuse("22007", "invalid input syntax for type interval: \"\(text)\"")
    }
    var index = 0
    var seen: Set<String> = []
    while index < words.count {
      let word = words[index]
      if word.contains(":") {
        guard seen.insert("time").inserted else { throw .unmodelled("This form of an interval") }
        try addClock(word)
        index += 1
        continue
      }
      var (number, unit) = Self.split(word)
      index += 1
      if unit.isEmpty {
        guard index < words.count else {
          guard words.count == 1 else { throw .unmodelled("This form of an interval") }
          try add(number, Unit.second)
          break
        }
        unit = words[index]
        index += 1
      }
      guard let found = Self.units[unit], seen.insert(found.name).inserted else {
        throw .unmodelled("This form of an interval")
      }
      try add(number, found)
    }
    if isAgo { self = negated }
  }

  package var negated: IntervalValue {
    IntervalValue(months: 0 &- months, days: 0 &- days, microseconds: 0 &- microseconds)
  }

  private static func split(_ word: String) -> (String, String) {
    let number = word.prefix { "0123456789.+-".contains($0) }
    return (String(number), String(word.dropFirst(number.count)))
  }

  private struct Unit {
    var name: String
    var months: Int64 = 0
    var days: Int64 = 0
    var microseconds: Int64 = 0

    static let second = Unit(name: "second", microseconds: 1_000_000)
  }

  private static let units: [String: Unit] = {
    var all: [String: Unit] = [:]
    func add(_ names: String, _ unit: Unit) {
      for name in names.split(separator: " ") { all[String(name)] = unit }
    }
    add("microsecond microseconds us usec usecs", Unit(name: "us", microseconds: 1))
    add("millisecond milliseconds ms msec msecs", Unit(name: "ms", microseconds: 1_000))
    add("second seconds sec secs s", .second)
    add("minute minutes min mins m", Unit(name: "minute", microseconds: 60_000_000))
    add("hour hours hr hrs h", Unit(name: "hour", microseconds: 3_600_000_000))
    add("day days d", Unit(name: "day", days: 1))
    add("week weeks w", Unit(name: "week", days: 7))
    add("month months mon mons", Unit(name: "month", months: 1))
    add("year years yr yrs y", Unit(name: "year", months: 12))
    return all
  }()

  private mutating func add(_ text: String, _ unit: Unit) throws(ValueFailure) {
    guard let number = try? DecimalNumber(parsing: text), number.isFinite, number.scale <= 6 else {
      throw .unmodelled("This form of an interval")
    }
    let isWhole = number.canonical.scale == 0
    guard let whole = number.truncated(to: 0).wholeNumber, isWhole || unit.microseconds > 1,
      whole.magnitude < 1_000_000
    else { throw .unmodelled("A fraction of this unit of an interval") }
    months += Int32(truncatingIfNeeded: whole * unit.months)
    days += Int32(truncatingIfNeeded: whole * unit.days)
    let exact = (number * DecimalNumber(unit.microseconds)).wholeNumber
    microseconds += exact ?? 0
  }

  private mutating func addClock(_ word: String) throws(ValueFailure) {
    var rest = word
    let isNegative = rest.hasPrefix("-")
    if isNegative || rest.hasPrefix("+") { rest.removeFirst() }
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3 || parts.count == 2,
      let hours = Int64(parts[0]), let minutes = Int64(parts[1]), minutes < 60, hours < 1_000_000,
      parts[0].utf8.count > 0
    else { throw .unmodelled("This form of an interval") }
    var seconds = DecimalNumber(0)
    if parts.count == 3 {
      guard let value = try? DecimalNumber(parsing: String(parts[2])), value.isFinite,
        value.scale <= 6, value.sign >= 0, DecimalNumber.compare(value, DecimalNumber(60)) < 0
      else { throw .unmodelled("This form of an interval") }
      seconds = value
    } else if parts[1].contains(".") {
      throw .unmodelled("This form of an interval")
    }
    let total =
      (hours * 60 + minutes) * 60_000_000
      + ((seconds * DecimalNumber(1_000_000)).wholeNumber ?? 0)
    microseconds += isNegative ? -total : total
  }
}
