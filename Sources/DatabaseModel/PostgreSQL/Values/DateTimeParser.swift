import SQLSyntax

/// Reads the plain forms of dates and times: ISO, with time, fraction, zone offset and era.
///
/// Names of months and zones, and other orders of the fields, are not modelled.
struct DateTimeParser {
  /// What was read.
  struct Parts {
    var date: CivilDate?
    /// Microseconds since midnight; 24:00:00 is the day's length.
    var time: Int64?
    /// Seconds east of Greenwich.
    var zone: Int?
  }

  private let text: String
  private let type: String
  private var bytes: ArraySlice<UInt8>

  init(_ text: String, type: String) {
    self.text = text
    self.type = type
    bytes = Array(text.trimmedOfSpace.utf8)[...]
  }

  private var outOfRange: ValueFailure {
    .refuse("22008", "date/time field value out of range: \"\(text)\"")
  }

  private var unknownForm: ValueFailure {
    .unmodelled("This form of a date or time")
  }

  static let specialWords: Set<String> = [
    "epoch", "infinity", "-infinity", "now", "today", "tomorrow", "yesterday", "allballs",
    "+infinity",
  ]

  /// Refuses what is a word that means nothing.
  private func refuseWords() -> ValueFailure {
    let isWord = bytes.count >= 4 && bytes.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    let word = String(decoding: bytes, as: UTF8.self).asciiLowercased()
    if bytes.isEmpty || isWord && !Self.specialWords.contains(word) {
      return .refuse("22007", "invalid input syntax for type \(type): \"\(text)\"")
    }
    return unknownForm
  }

  mutating func read() throws(ValueFailure) -> Parts {
    var parts = Parts()
    guard let first = bytes.first, isDigit(first) else { throw refuseWords() }
    if let date = try readDate() {
      parts.date = date
      if bytes.first == 0x54 || bytes.first == 0x74 {
        bytes.removeFirst()
        guard let next = bytes.first, isDigit(next) else { throw unknownForm }
      } else {
        skipSpace()
      }
    }
    if let byte = bytes.first, isDigit(byte) {
      parts.time = try readTime()
      try readZone(&parts)
    }
    skipSpace()
    try readEra(&parts)
    guard bytes.isEmpty, parts.date != nil || parts.time != nil else { throw unknownForm }
    try validate(parts)
    return parts
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private mutating func skipSpace() { while bytes.first == 0x20 { bytes.removeFirst() } }

  private mutating func number(_ lengths: ClosedRange<Int>) throws(ValueFailure) -> Int {
    let digits = bytes.prefix(while: isDigit)
    guard lengths.contains(digits.count), let value = Int(String(decoding: digits, as: UTF8.self))
    else { throw unknownForm }
    bytes = bytes.dropFirst(digits.count)
    return value
  }

  /// A date with a year of four digits or more, if one stands here.
  private mutating func readDate() throws(ValueFailure) -> CivilDate? {
    let digits = bytes.prefix(while: isDigit)
    let rest = bytes.dropFirst(digits.count)
    if digits.count == 8, rest.first != 0x2D, rest.first != 0x3A {
      let value = try number(8...8)
      return CivilDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    }
    guard rest.first == 0x2D || rest.first == 0x2F else { return nil }
    let separator = rest.first
    let year = try number(4...6)
    bytes.removeFirst()
    let month = try number(1...2)
    guard bytes.first == separator else { throw unknownForm }
    bytes.removeFirst()
    return CivilDate(year: year, month: month, day: try number(1...2))
  }

  private mutating func readTime() throws(ValueFailure) -> Int64 {
    let hour = try number(1...2)
    guard bytes.first == 0x3A else { throw unknownForm }
    bytes.removeFirst()
    let minute = try number(1...2)
    var second = 0
    var microseconds = 0
    if bytes.first == 0x3A {
      bytes.removeFirst()
      second = try number(1...2)
      if bytes.first == 0x2E {
        bytes.removeFirst()
        microseconds = try readFraction()
      }
    }
    guard minute < 60, second <= 60, hour <= 24 else { throw outOfRange }
    if hour == 24, minute > 0 || second > 0 || microseconds > 0 { throw outOfRange }
    if second == 60, microseconds > 0 { throw unknownForm }
    return Int64((hour * 60 + minute) * 60 + second) * 1_000_000 + Int64(microseconds)
  }

  private mutating func readFraction() throws(ValueFailure) -> Int {
    let digits = bytes.prefix(while: isDigit)
    guard (1...12).contains(digits.count) else { throw unknownForm }
    bytes = bytes.dropFirst(digits.count)
    let fraction = DecimalNumber(
      isNegative: false, magnitude: Magnitude.parse(digits), scale: digits.count
    ).rounded(to: 6)
    if digits.count > 6, digits.dropFirst(6).first == 0x35,
      digits.dropFirst(7).allSatisfy({ $0 == 0x30 })
    {
      // The engine rounds a double, whose half is not this one's.
      throw unknownForm
    }
    return Int((fraction * DecimalNumber(1_000_000)).wholeNumber ?? 0)
  }

  private mutating func readZone(_ parts: inout Parts) throws(ValueFailure) {
    let saved = bytes
    skipSpace()
    let rest = String(decoding: bytes, as: UTF8.self).asciiLowercased()
    for name in ["utc", "gmt", "z"] where rest == name || rest.hasPrefix(name + " ") {
      bytes = bytes.dropFirst(name.utf8.count)
      parts.zone = 0
      return
    }
    guard let sign = bytes.first, sign == 0x2B || sign == 0x2D else {
      bytes = saved
      return
    }
    bytes.removeFirst()
    let digits = bytes.prefix(while: isDigit).count
    var seconds: Int
    if digits == 4 {
      let value = try number(4...4)
      guard value % 100 < 60 else { throw unknownForm }
      seconds = (value / 100 * 60 + value % 100) * 60
    } else {
      seconds = try number(1...2) * 3600
      if bytes.first == 0x3A {
        bytes.removeFirst()
        let minutes = try number(2...2)
        guard minutes < 60 else { throw unknownForm }
        seconds += minutes * 60
      }
    }
    guard seconds < 15 * 3600 else { throw unknownForm }
    parts.zone = sign == 0x2D ? -seconds : seconds
  }

  private mutating func readEra(_ parts: inout Parts) throws(ValueFailure) {
    let rest = String(decoding: bytes, as: UTF8.self).asciiLowercased()
    guard rest == "bc" || rest == "ad", var date = parts.date else { return }
    bytes = []
    if rest == "bc" {
      guard date.year > 0 else { throw outOfRange }
      date.year = 1 - date.year
      guard date.year < 0 || date.year == 0 else { throw unknownForm }
    } else if date.year == 0 {
      throw outOfRange
    }
    parts.date = date
    hasEra = true
  }

  private var hasEra = false

  private func validate(_ parts: Parts) throws(ValueFailure) {
    guard let date = parts.date else { return }
    if !hasEra, date.year == 0 { throw outOfRange }
    if !(1...12).contains(date.month) || !(1...31).contains(date.day) {
      throw .refuse(
        "22008", "date/time field value out of range: \"\(text)\"",
        hint: "Perhaps you need a different \"datestyle\" setting.")
    }
    if date.day > CivilDate.days(inMonth: date.month, of: date.year) { throw outOfRange }
  }
}
