/// Classes of bytes in PostgreSQL's lexical grammar.
extension UInt8 {
  var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// A letter, an underscore, or any byte of a character beyond ASCII.
  var startsWord: Bool {
    self >= 0x80 || self == 0x5F || (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A)
  }

  var continuesWord: Bool { startsWord || isASCIIDigit || self == 0x24 }

  var isSQLSymbol: Bool {
    switch self {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "."), UInt8(ascii: ":"):
      true
    default: false
    }
  }

  var isSQLOperator: Bool { "~!@#^&|`?+-*/%<>=".utf8.contains(self) }
}
