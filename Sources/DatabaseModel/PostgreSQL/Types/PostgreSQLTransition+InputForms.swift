import HashTreeCollections
import SQLSyntax

/// Literals of which only the plain forms are known.
extension PostgreSQLTransition {
  func checkTime(_ text: String, as type: String) throws(Halt) {
    let words = [
      "now", "epoch", "today", "infinity", "-infinity", "now()", "tomorrow", "yesterday",
    ]
    if words.contains(text) { return }
    if Self.isPlainDate(text.prefix(10)) {
      if text.utf8.count == 10 { return }
      if Self.isPlainTime(text.dropFirst(10)) { return }
    }
    throw .unmodelled("This form of a date or time in a literal is not modelled")
  }

  private static func isPlainDate(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    return year > 0 && (1...12).contains(month) && (1...28).contains(day)
      || year > 0 && day > 28
        && day
          <= [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][
            max(0, min(11, month - 1))]
        && (1...12).contains(month)
  }

  private static func isPlainTime(_ text: Substring) -> Bool {
    guard let first = text.first, first == " " || first == "T" else { return false }
    var rest = text.dropFirst()
    for suffix in ["Z", "+00", "+00:00", " UTC", "-00"] where rest.hasSuffix(suffix) {
      rest = rest.dropLast(suffix.count)
      break
    }
    let halves = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count <= 2, let clock = halves.first else { return false }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1],
      (0...23).contains(hour), (0...59).contains(minute)
    else { return false }
    if parts.count == 3 {
      guard let second = parts[2], (0...59).contains(second) else { return false }
    }
    return halves.count == 1 || (1...6).contains(halves[1].count) && Int(halves[1]) != nil
  }

  func checkInterval(_ text: String) throws(Halt) {
    let words = text.split(separator: " ").map(String.init)
    let isPlain =
      !words.isEmpty && words.count % 2 == 0
      && stride(from: 0, to: words.count, by: 2).allSatisfy {
        Int32(words[$0]) != nil && Self.intervalUnits.contains(words[$0 + 1].asciiLowercased())
      }
    if isPlain { return }
    let clock = text.split(separator: ":").map { Int($0) }
    if clock.count == 3, clock.allSatisfy({ $0.map { (0...59).contains($0) } == true }) { return }
    if text == "0" || text == "1d" || text == "1h" || text == "7d" || text == "30d" { return }
    throw .unmodelled("This form of an interval is not modelled")
  }

  private static let intervalUnits: Set<String> = [
    "second", "seconds", "sec", "secs", "minute", "minutes", "min", "mins", "hour", "hours",
    "day", "days", "week", "weeks", "month", "months", "mon", "mons", "year", "years",
    "millisecond", "milliseconds", "microsecond", "microseconds",
  ]

  func checkBytes(_ text: String) throws(Halt) {
    if !text.contains("\\") { return }
    let digits = text.dropFirst(2)
    if text.hasPrefix("\\x"), digits.utf8.count % 2 == 0, digits.allSatisfy(\.isHexDigit) {
      return
    }
    throw .unmodelled("This form of a bytea literal is not modelled")
  }

  func checkRare(_ text: String, as type: String) throws(Halt) {
    switch type {
    case "char": return
    case "regconfig"
    where ["english", "simple", "pg_catalog.english", "pg_catalog.simple"]
      .contains(text):
      return
    case "inet" where text == "0.0.0.0" || text == "127.0.0.1": return
    case "oid" where UInt32(text) != nil: return
    case "bit" where text.allSatisfy { $0 == "0" || $0 == "1" }: return
    case "time" where Self.isPlainTime(" \(text)"[...]): return
    default: throw .unmodelled("The literals of \(type) are not modelled")
    }
  }

  func checkJSON(_ text: String) throws(Halt) {
    var reader = JSONReader(text)
    if reader.readsWhole() { return }
    throw .unmodelled("Whether a literal is JSON is not sure")
  }
}

/// Reads JSON only to say whether it is.
private struct JSONReader {
  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func readsWhole() -> Bool {
    guard readsValue() else { return false }
    skipSpace()
    return offset == bytes.count
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { offset += 1 }
  }

  private mutating func take(_ byte: Character) -> Bool {
    guard next == byte.asciiValue else { return false }
    offset += 1
    return true
  }

  private mutating func readsValue() -> Bool {
    depth += 1
    defer { depth -= 1 }
    if depth > 100 { return false }
    skipSpace()
    switch next {
    case 0x7B: return readsList(close: "}", hasKeys: true)
    case 0x5B: return readsList(close: "]", hasKeys: false)
    case 0x22: return readsString()
    default: return readsWord()
    }
  }

  private mutating func readsList(close: Character, hasKeys: Bool) -> Bool {
    offset += 1
    skipSpace()
    if take(close) { return true }
    while true {
      if hasKeys {
        skipSpace()
        guard next == 0x22, readsString() else { return false }
        skipSpace()
        guard take(":") else { return false }
      }
      guard readsValue() else { return false }
      skipSpace()
      if take(close) { return true }
      guard take(",") else { return false }
    }
  }

  private mutating func readsString() -> Bool {
    offset += 1
    while let byte = next {
      offset += 1
      if byte == 0x22 { return true }
      if byte < 0x20 { return false }
      if byte == 0x5C {
        guard let escaped = next, "\"\\/bfnrt".utf8.contains(escaped) else { return false }
        offset += 1
      }
    }
    return false
  }

  private mutating func readsWord() -> Bool {
    let start = offset
    while let byte = next, !" ,]}:\n\t\r".utf8.contains(byte) { offset += 1 }
    let word = String(decoding: bytes[start..<offset], as: UTF8.self)
    if ["true", "false", "null"].contains(word) { return true }
    let digits = word.hasPrefix("-") ? word.dropFirst() : word[...]
    if digits == "0" { return true }
    guard let first = digits.first, first != "0" || digits.hasPrefix("0.") else { return false }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
  }
}
