extension JSONDocument: CustomStringConvertible {
  /// As PostgreSQL prints `jsonb`.
  package var description: String {
    switch self {
    case .null: return "null"
    case .boolean(let value): return value ? "true" : "false"
    case .number(let number): return number.description
    case .string(let text): return Self.quoted(text)
    case .array(let elements):
      return "[" + elements.map(\.description).joined(separator: ", ") + "]"
    case .object(let members):
      return "{"
        + members.map { "\(Self.quoted($0.key)): \($0.value.description)" }
        .joined(separator: ", ") + "}"
    }
  }

  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x08: result += "\\b"
      case 0x0C: result += "\\f"
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case 0..<0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// An object with each key once, the last one winning, in the order of `jsonb`: shorter keys
  /// first, then by bytes.
  package static func sortedObject(_ members: [Member]) -> JSONDocument {
    var last: [String: JSONDocument] = [:]
    for member in members { last[member.key] = member.value }
    let keys = last.keys.sorted { first, second in
      let (left, right) = (first.utf8.count, second.utf8.count)
      return left == right ? first.utf8.lexicographicallyPrecedes(second.utf8) : left < right
    }
    return .object(keys.map { Member(key: $0, value: last[$0] ?? .null) })
  }

  package init(parsing text: String) throws(ValueFailure) {
    var parser = JSONParser(text)
    self = try parser.readWhole()
  }

  /// Whether `jsonb` takes the two for equal.
  package static func isEqual(_ first: JSONDocument, _ second: JSONDocument) -> Bool {
    first.canonical == second.canonical
  }

  /// With all numbers in one form.
  package var canonical: JSONDocument {
    switch self {
    case .number(let number): .number(number.canonical)
    case .array(let elements): .array(elements.map(\.canonical))
    case .object(let members):
      .object(members.map { Member(key: $0.key, value: $0.value.canonical) })
    default: self
    }
  }

  package subscript(key key: String) -> JSONDocument? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// An element by its place, from the end where negative.
  package subscript(place place: Int) -> JSONDocument? {
    guard case .array(let elements) = self else { return nil }
    let index = place < 0 ? elements.count + place : place
    return elements.indices.contains(index) ? elements[index] : nil
  }
}

/// Reads JSON as PostgreSQL does; what it refuses with words that are not known is not modelled.
struct JSONParser {
  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func readWhole() throws(ValueFailure) -> JSONDocument {
    skipSpace()
    if offset == bytes.count { throw refusal("The input string ended unexpectedly.") }
    let value = try readValue()
    skipSpace()
    if offset < bytes.count { throw unknown }
    return value
  }

  private var unknown: ValueFailure { .unmodelled("What is said of this text as JSON") }

  private func refusal(_ detail: String) -> ValueFailure {
    .refuse(
      .invalidTextRepresentation, "invalid input syntax for type json", detail: detail)
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      offset += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    offset += 1
    return true
  }

  private mutating func readValue() throws(ValueFailure) -> JSONDocument {
    depth += 1
    defer { depth -= 1 }
    if depth > 200 { throw unknown }
    skipSpace()
    switch next {
    case 0x7B: return try readObject()
    case 0x5B: return try readArray()
    case 0x22: return .string(try readString())
    default: return try readWord()
    }
  }

  private mutating func readObject() throws(ValueFailure) -> JSONDocument {
    offset += 1
    var members: [JSONDocument.Member] = []
    skipSpace()
    if take(0x7D) { return .object([]) }
    while true {
      skipSpace()
      guard next == 0x22 else { throw unknown }
      let key = try readString()
      skipSpace()
      guard take(0x3A) else { throw unknown }
      members.append(JSONDocument.Member(key: key, value: try readValue()))
      skipSpace()
      if take(0x7D) { return JSONDocument.sortedObject(members) }
      guard take(0x2C) else { throw unknown }
    }
  }

  private mutating func readArray() throws(ValueFailure) -> JSONDocument {
    offset += 1
    var elements: [JSONDocument] = []
    skipSpace()
    if take(0x5D) { return .array([]) }
    while true {
      elements.append(try readValue())
      skipSpace()
      if take(0x5D) { return .array(elements) }
      guard take(0x2C) else { throw unknown }
    }
  }

  private mutating func readString() throws(ValueFailure) -> String {
    offset += 1
    var text: [UInt8] = []
    while let byte = next {
      offset += 1
      switch byte {
      case 0x22: return String(decoding: text, as: UTF8.self)
      case 0..<0x20: throw unknown
      case 0x5C:
        guard let escaped = next else { throw unknown }
        offset += 1
        switch escaped {
        case 0x22, 0x5C, 0x2F: text.append(escaped)
        case 0x62: text.append(0x08)
        case 0x66: text.append(0x0C)
        case 0x6E: text.append(0x0A)
        case 0x72: text.append(0x0D)
        case 0x74: text.append(0x09)
        case 0x75: text += try readScalar().utf8
        default: throw unknown
        }
      default: text.append(byte)
      }
    }
    throw unknown
  }

  private mutating func readScalar() throws(ValueFailure) -> String {
    guard offset + 4 <= bytes.count,
      let value = UInt32(
        String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16),
      value != 0, let scalar = Unicode.Scalar(value)
    else { throw unknown }
    offset += 4
    return String(Character(scalar))
  }

  private mutating func readWord() throws(ValueFailure) -> JSONDocument {
    let start = offset
    while let byte = next, !" ,]}:\n\t\r{[\"".utf8.contains(byte) { offset += 1 }
    let word = String(decoding: bytes[start..<offset], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default: break
    }
    if Self.isNumber(word) { return .number(try DecimalNumber(parsing: word)) }
    let isPlain =
      !word.isEmpty && word.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    if isPlain, start == 0 { throw refusal("Token \"\(word)\" is invalid.") }
    throw unknown
  }

  private static func isNumber(_ word: String) -> Bool {
    var bytes = Array(word.utf8)[...]
    func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    if bytes.first == 0x2D { bytes.removeFirst() }
    let whole = bytes.prefix(while: isDigit)
    if whole.isEmpty || whole.count > 1 && whole.first == 0x30 { return false }
    bytes = bytes.dropFirst(whole.count)
    if bytes.first == 0x2E {
      let fraction = bytes.dropFirst().prefix(while: isDigit)
      if fraction.isEmpty { return false }
      bytes = bytes.dropFirst(fraction.count + 1)
    }
    if bytes.first == 0x65 || bytes.first == 0x45 {
      bytes.removeFirst()
      if bytes.first == 0x2B || bytes.first == 0x2D { bytes.removeFirst() }
      return !bytes.isEmpty && bytes.allSatisfy(isDigit)
    }
    return bytes.isEmpty
  }
}
