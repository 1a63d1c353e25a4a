import SQLSyntax

/// The text form of arrays.
enum ArrayText {
  /// An element as written, `nil` for NULL, or an array within.
  indirect enum Element {
    case text(String?)
    case nested([Element])
  }

  static func parse(_ text: String) throws(ValueFailure) -> [Element] {
    var parser = Parser(text)
    return try parser.readWhole()
  }

  private struct Parser {
    let text: String
    var bytes: ArraySlice<UInt8>

    init(_ text: String) {
      self.text = text
      bytes = Array(text.trimmedOfSpace.utf8)[...]
    }

    func malformed(_ detail: String) -> ValueFailure {
      .refuse(
        .invalidTextRepresentation, "malformed array literal: \"\(text)\"", detail: detail)
    }

    var unknown: ValueFailure { .unmodelled("This form of an array") }

    mutating func skipSpace() {
      while let byte = bytes.first, byte == 0x20 || (0x09...0x0D).contains(byte) {
        bytes.removeFirst()
      }
    }

    mutating func readWhole() throws(ValueFailure) -> [Element] {
      if bytes.first == 0x5B { throw unknown }
      guard bytes.first == 0x7B else {
        throw malformed("Array value must start with \"{\" or dimension information.")
      }
      let elements = try readArray()
      guard bytes.isEmpty else { throw unknown }
      return elements
    }

    mutating func readArray() throws(ValueFailure) -> [Element] {
      bytes.removeFirst()
      var elements: [Element] = []
      skipSpace()
      if bytes.first == 0x7D {
        bytes.removeFirst()
        return []
      }
      while true {
        skipSpace()
        if bytes.first == 0x7B {
          elements.append(.nested(try readArray()))
        } else {
          elements.append(.text(try readElement()))
        }
        skipSpace()
        switch bytes.popFirst() {
        case 0x2C: continue
        case 0x7D:
          try checkShape(elements)
          return elements
        default: throw unknown
        }
      }
    }

    func checkShape(_ elements: [Element]) throws(ValueFailure) {
      var counts: Set<Int> = []
      for element in elements {
        if case .nested(let inner) = element {
          counts.insert(inner.count)
        } else {
          counts.insert(-1)
        }
      }
      if counts.count != 1 || counts.contains(0) { throw unknown }
    }

    mutating func readElement() throws(ValueFailure) -> String? {
      if bytes.first == 0x22 {
        bytes.removeFirst()
        var value: [UInt8] = []
        while let byte = bytes.popFirst() {
          if byte == 0x22 { return String(decoding: value, as: UTF8.self) }
          if byte == 0x5C {
            guard let escaped = bytes.popFirst() else { throw unknown }
            value.append(escaped)
          } else {
            value.append(byte)
          }
        }
        throw unknown
      }
      let word = bytes.prefix { $0 != 0x2C && $0 != 0x7D }
      bytes = bytes.dropFirst(word.count)
      let value = String(decoding: word, as: UTF8.self).trimmedOfSpace
      if value.isEmpty || value.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C || $0 == 0x7B }) {
        throw unknown
      }
      return value.asciiLowercased() == "null" ? nil : value
    }
  }

  /// An element as it is written in an array.
  static func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && text.asciiLowercased() != "null"
      && !text.utf8.contains {
        $0 == 0x22 || $0 == 0x5C || $0 == 0x7B || $0 == 0x7D || $0 == 0x2C || $0 == 0x20
          || (0x09...0x0D).contains($0)
      }
    if isPlain { return text }
    var result = "\""
    for character in text.unicodeScalars {
      if character == "\"" || character == "\\" { result += "\\" }
      result.unicodeScalars.append(character)
    }
    return result + "\""
  }
}
