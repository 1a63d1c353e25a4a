import DatabaseModel

/// Functions on text, by name and argument types.
enum TextFunctions {
  static func find(_ name: String, _ types: [String]) -> Implementation? {
    table["\(name)(\(types.joined(separator: ",")))"]
  }

  /// Only ASCII letters have another case in the C locale.
  static func lowered(_ text: String) -> String {
    mapped(text) { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }

  static func raised(_ text: String) -> String {
    mapped(text) { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
  }

  private static func mapped(_ text: String, _ change: (UInt8) -> UInt8) -> String {
    String(decoding: text.utf8.map(change), as: UTF8.self)
  }

  private static func initialsRaised(_ text: String) -> String {
    var isInside = false
    return mapped(text) { byte in
      let isLetter = (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80
      let isAlphanumeric = isLetter || (0x30...0x39).contains(byte)
      defer { isInside = isAlphanumeric }
      guard isLetter else { return byte }
      return isInside ? byte | 0x20 : byte & 0xDF
    }
  }

  private static func text(
    _ body: @escaping @Sendable (String) throws(EvaluationFailure) -> Datum
  ) -> Implementation {
    .unary { value throws(EvaluationFailure) in
      guard case .text(let text) = value else { return .null }
      return try body(text)
    }
  }

  private static func texts(
    _ body: @escaping @Sendable (String, String) throws(EvaluationFailure) -> Datum
  ) -> Implementation {
    .binary { first, second throws(EvaluationFailure) in
      guard case .text(let one) = first, case .text(let other) = second else { return .null }
      return try body(one, other)
    }
  }

  private static func counted(
    _ body: @escaping @Sendable (String, Int) throws(EvaluationFailure) -> Datum
  ) -> Implementation {
    .binary { first, second throws(EvaluationFailure) in
      guard case .text(let text) = first, case .integer(let number) = second else { return .null }
      return try body(text, Int(number))
    }
  }

  private static let table: [String: Implementation] = {
    var table: [String: Implementation] = [:]
    for name in ["length", "char_length", "character_length"] {
      table["\(name)(text)"] = text { .integer(Int64($0.unicodeScalars.count)) }
      table["\(name)(bpchar)"] = text {
        .integer(Int64(ValueOrder.trimmed($0).unicodeScalars.count))
      }
    }
    table["octet_length(text)"] = text { .integer(Int64($0.utf8.count)) }
    table["octet_length(bpchar)"] = table["octet_length(text)"]
    table["lower(text)"] = text { .text(lowered($0)) }
    table["upper(text)"] = text { .text(raised($0)) }
    table["initcap(text)"] = text { .text(initialsRaised($0)) }
    table["reverse(text)"] = text { value in
      var result = ""
      result.unicodeScalars.append(contentsOf: value.unicodeScalars.reversed())
      return .text(result)
    }
    table["ascii(text)"] = text { .integer(Int64($0.unicodeScalars.first?.value ?? 0)) }
    table["quote_literal(text)"] = text { .text(quoted($0)) }
    for name in ["btrim", "ltrim", "rtrim"] {
      table["\(name)(text)"] = text { .text(trimmed($0, " ", name)) }
      table["\(name)(text,text)"] = texts { .text(trimmed($0, $1, name)) }
    }
    table["left(text,int4)"] = counted { value, count in
      let total = value.unicodeScalars.count
      return .text(part(value, 0, count < 0 ? total + count : count))
    }
    table["right(text,int4)"] = counted { value, count in
      let total = value.unicodeScalars.count
      return .text(part(value, count < 0 ? -count : max(0, total - count), total))
    }
    table["repeat(text,int4)"] = counted { value, count throws(EvaluationFailure) in
      if value.utf8.count * max(count, 0) > 1_000_000 { throw .unmodelled("A very long text") }
      return .text(String(repeating: value, count: max(0, count)))
    }
    table["strpos(text,text)"] = texts { .integer(position($0, $1)) }
    table["position(text,text)"] = table["strpos(text,text)"]
    table["starts_with(text,text)"] = texts { .boolean($0.utf8.starts(with: $1.utf8)) }
    table["like_escape(text,text)"] = texts { pattern, escape throws(EvaluationFailure) in
      .text(try LikePattern.escaped(pattern, escape))
    }
    addLonger(to: &table)
    return table
  }()

  private static func addLonger(to table: inout [String: Implementation]) {
    for name in ["substr", "substring"] {
      table["\(name)(text,int4)"] = counted { .text(part($0, $1 - 1, .max)) }
      table["\(name)(text,int4,int4)"] = .strict { values throws(EvaluationFailure) in
        guard case .text(let text) = values[0], case .integer(let start) = values[1],
          case .integer(let count) = values[2]
        else { return .null }
        if count < 0 { throw .refuse("22011", "negative substring length not allowed") }
        return .text(part(text, Int(start) - 1, Int(start) - 1 + Int(count)))
      }
    }
    table["replace(text,text,text)"] = .strict { values throws(EvaluationFailure) in
      guard case .text(let text) = values[0], case .text(let old) = values[1],
        case .text(let new) = values[2]
      else { return .null }
      return .text(replaced(text, old, new))
    }
    for name in ["lpad", "rpad"] {
      table["\(name)(text,int4)"] = counted { text, count throws(EvaluationFailure) in
        try padded(text, count, " ", isLeft: name == "lpad")
      }
      table["\(name)(text,int4,text)"] = .strict { values throws(EvaluationFailure) in
        guard case .text(let text) = values[0], case .integer(let count) = values[1],
          case .text(let fill) = values[2]
        else { return .null }
        return try padded(text, Int(count), fill, isLeft: name == "lpad")
      }
    }
    table["split_part(text,text,int4)"] = .strict { values throws(EvaluationFailure) in
      guard case .text(let text) = values[0], case .text(let separator) = values[1],
        case .integer(let number) = values[2]
      else { return .null }
      return try splitPart(text, separator, Int(number))
    }
    table["translate(text,text,text)"] = .strict { values throws(EvaluationFailure) in
      guard case .text(let text) = values[0], case .text(let from) = values[1],
        case .text(let target) = values[2]
      else { return .null }
      return .text(translated(text, from, target))
    }
  }

  // MARK: Parts

  /// Characters from a place up to another, as far as they exist.
  static func part(_ text: String, _ start: Int, _ end: Int) -> String {
    let scalars = Array(text.unicodeScalars)
    let first = min(max(0, start), scalars.count)
    let last = min(max(first, end), scalars.count)
    var result = ""
    result.unicodeScalars.append(contentsOf: scalars[first..<last])
    return result
  }

  private static func trimmed(_ text: String, _ characters: String, _ name: String) -> String {
    let set = Set(characters.unicodeScalars)
    var scalars = Array(text.unicodeScalars)[...]
    if name != "rtrim" { scalars = scalars.drop { set.contains($0) } }
    if name != "ltrim" {
      while let last = scalars.last, set.contains(last) { scalars.removeLast() }
    }
    var result = ""
    result.unicodeScalars.append(contentsOf: scalars)
    return result
  }

  private static func position(_ text: String, _ wanted: String) -> Int64 {
    let scalars = Array(text.unicodeScalars)
    let other = Array(wanted.unicodeScalars)
    if other.isEmpty { return 1 }
    if other.count > scalars.count { return 0 }
    for start in 0...(scalars.count - other.count)
    where scalars[start..<start + other.count].elementsEqual(other) {
      return Int64(start + 1)
    }
    return 0
  }

  static func pieces(_ text: String, _ separator: String) -> [String] {
    let bytes = Array(text.utf8)
    let mark = Array(separator.utf8)
    var pieces: [String] = []
    var start = 0
    var place = 0
    while place + mark.count <= bytes.count {
      if bytes[place..<place + mark.count].elementsEqual(mark) {
        pieces.append(String(decoding: bytes[start..<place], as: UTF8.self))
        place += mark.count
        start = place
      } else {
        place += 1
      }
    }
    pieces.append(String(decoding: bytes[start...], as: UTF8.self))
    return pieces
  }

  private static func replaced(_ text: String, _ old: String, _ new: String) -> String {
    old.isEmpty ? text : pieces(text, old).joined(separator: new)
  }

  private static func splitPart(
    _ text: String, _ separator: String, _ number: Int
  ) throws(EvaluationFailure) -> Datum {
    if number == 0 { throw .refuse(.invalidParameterValue, "field position must not be zero") }
    if text.isEmpty { return .text("") }
    let parts = separator.isEmpty ? [text] : pieces(text, separator)
    let index = number > 0 ? number - 1 : parts.count + number
    return .text(parts.indices.contains(index) ? parts[index] : "")
  }

  private static func padded(
    _ text: String, _ count: Int, _ fill: String, isLeft: Bool
  ) throws(EvaluationFailure) -> Datum {
    if count > 1_000_000 { throw .unmodelled("A very long text") }
    let total = text.unicodeScalars.count
    if count <= total || fill.isEmpty { return .text(part(text, 0, max(0, min(count, total)))) }
    let missing = count - total
    let times = missing / fill.unicodeScalars.count + 1
    let added = part(String(repeating: fill, count: times), 0, missing)
    return .text(isLeft ? added + text : text + added)
  }

  private static func translated(_ text: String, _ from: String, _ target: String) -> String {
    let sources = Array(from.unicodeScalars)
    let targets = Array(target.unicodeScalars)
    var result = ""
    for scalar in text.unicodeScalars {
      guard let place = sources.firstIndex(of: scalar) else {
        result.unicodeScalars.append(scalar)
        continue
      }
      if place < targets.count { result.unicodeScalars.append(targets[place]) }
    }
    return result
  }

  private static func quoted(_ text: String) -> String {
    let escaped = replaced(replaced(text, "'", "''"), "\\", "\\\\")
    return (text.utf8.contains(0x5C) ? "E" : "") + "'" + escaped + "'"
  }
}
