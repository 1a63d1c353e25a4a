extension UInt8 {
  var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

  var isHexDigit: Bool { isASCIIDigit || (self | 0x20) >= 0x61 && (self | 0x20) <= 0x66 }

  /// Letters, digits, `_`, `$`, and every byte of a character beyond ASCII.
  var isSQLiteIdentifier: Bool {
    isASCIILetter || isASCIIDigit || self == 0x5F || self == 0x24 || self >= 0x80
  }

  /// What a run of spaces goes on with; a vertical tab cannot begin one.
  var isSQLiteSpace: Bool { self == 0x20 || self >= 0x09 && self <= 0x0D }
}
