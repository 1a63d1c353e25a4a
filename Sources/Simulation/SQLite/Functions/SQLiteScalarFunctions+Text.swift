import Engines

extension SQLiteScalarFunctions {
  static func length(_ value: SQLValue) -> SQLValue {
    switch value {
    case .null: .null
    case .blob(let bytes): .integer(Int64(bytes.count))
    case .text(let text): .integer(Int64(text.unicodeScalars.count))
    default: .integer(Int64(value.asBytes.count))
    }
  }

  static func mapText(
    _ value: SQLValue, _ body: (String) -> String
  ) throws(SQLiteHalt) -> SQLValue {
    value.isNull ? .null : .text(body(try value.asText()))
  }

  static func trim(
    _ arguments: [SQLValue], atStart: Bool, atEnd: Bool
  ) throws(SQLiteHalt) -> SQLValue {
    if arguments.contains(where: \.isNull) { return .null }
    let text = try arguments[0].asText()
    let given = arguments.count > 1 ? try arguments[1].asText() : " "
    let set = Set(given.unicodeScalars)
    var scalars = text.unicodeScalars[...]
    if atStart { scalars = scalars.drop { set.contains($0) } }
    if atEnd { while let last = scalars.last, set.contains(last) { scalars.removeLast() } }
    return .text(String(String.UnicodeScalarView(scalars)))
  }

  static func replace(_ arguments: [SQLValue]) throws(SQLiteHalt) -> SQLValue {
    if arguments.contains(where: \.isNull) { return .null }
    let pattern = Array(try arguments[1].asText().utf8)
    let whole = try arguments[0].asText()
    if pattern.isEmpty { return .text(whole) }
    let text = Array(whole.utf8)
    let substitute = Array(try arguments[2].asText().utf8)
    var result: [UInt8] = []
    var place = 0
    while place < text.count {
      if text[place...].starts(with: pattern) {
        result += substitute
        place += pattern.count
      } else {
        result.append(text[place])
        place += 1
      }
    }
    return .text(String(decoding: result, as: UTF8.self))
  }

  static func substring(_ arguments: [SQLValue]) throws(SQLiteHalt) -> SQLValue {
    if arguments.contains(where: \.isNull) { return .null }
    let start = Int64(Int32(truncatingIfNeeded: arguments[1].asInteger))
    let wanted =
      arguments.count > 2 ? Int64(Int32(truncatingIfNeeded: arguments[2].asInteger)) : nil
    if case .blob(let bytes) = arguments[0] {
      // A blob without bytes has no address, which the engine takes for NULL.
      if bytes.isEmpty { return .null }
      let (from, count) = range(start, wanted, length: Int64(bytes.count))
      return .blob(Array(bytes.dropFirst(from).prefix(count)))
    }
    let scalars = Array(try arguments[0].asText().unicodeScalars)
    let (from, count) = range(start, wanted, length: Int64(scalars.count))
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.dropFirst(from).prefix(count))
    return .text(String(view))
  }

  /// Where `substr` starts, from 0, and how many it takes at most.
  private static func range(
    _ start: Int64, _ wanted: Int64?, length: Int64
  ) -> (from: Int, count: Int) {
    var from = start
    var count = wanted.map { abs($0) } ?? 1_000_000_000
    if from < 0 {
      from += length
      if from < 0 {
        count = max(0, count + from)
        from = 0
      }
    } else if from > 0 {
      from -= 1
    } else if count > 0 {
      count -= 1
    }
    if let wanted, wanted < 0 {
      from -= count
      if from < 0 {
        count += from
        from = 0
      }
    }
    return (Int(from), Int(max(0, count)))
  }

  static func position(_ arguments: [SQLValue]) throws(SQLiteHalt) -> SQLValue {
    if arguments.contains(where: \.isNull) { return .null }
    if case .blob(let text) = arguments[0], case .blob(let pattern) = arguments[1] {
      return .integer(Int64(find(pattern, in: text)))
    }
    let text = Array(try arguments[0].asText().unicodeScalars)
    return .integer(Int64(find(Array(try arguments[1].asText().unicodeScalars), in: text)))
  }

  /// The place of a pattern, from 1, or 0.
  private static func find<Element: Equatable>(_ pattern: [Element], in text: [Element]) -> Int {
    if pattern.isEmpty { return 1 }
    if pattern.count > text.count { return 0 }
    for place in 0...(text.count - pattern.count)
    where text[place..<place + pattern.count].elementsEqual(pattern) {
      return place + 1
    }
    return 0
  }

  static func characters(_ arguments: [SQLValue]) throws(SQLiteHalt) -> SQLValue {
    var view = String.UnicodeScalarView()
    for argument in arguments {
      let code = argument.asInteger
      if code < 0 || code > 0x10_ffff {
        view.append("\u{fffd}")
      } else if code != 0, let scalar = Unicode.Scalar(UInt32(code)) {
        view.append(scalar)
      } else {
        throw .unmodelled("A character that no text can hold")
      }
    }
    return .text(String(view))
  }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func quote(_ value: SQLValue) throws(SQLiteHalt) -> String {
    switch value {
    case .null: return "NULL"
    case .text(let text): return quoted(text, "'")
    case .blob(let bytes): return "X'\(hexadecimal(bytes))'"
    case .real(let real):
      let text = SQLiteRealText.text(of: real)
      if SQLiteNumberText.real(Array(text.utf8)).real == real { return text }
      return SQLiteRealText(form: .exponent, precision: 20, hasExtraDigits: true).text(real)
    default: return try value.asText()
    }
  }

  /// The text in quotes, with the quotes inside doubled.
  static func quoted(_ text: String, _ quote: Character) -> String {
    String(quote) + doubled(text, quote) + String(quote)
  }

  static func doubled(_ text: String, _ quote: Character) -> String {
    text.split(separator: quote, omittingEmptySubsequences: false)
      .joined(separator: "\(quote)\(quote)")
  }
}
