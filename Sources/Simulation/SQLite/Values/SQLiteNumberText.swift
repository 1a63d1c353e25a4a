import Engines

#if arch(x86_64)
  /// The engine's `long double`.
  typealias SQLiteLongDouble = Float80
#else
  /// The engine's `long double`, as near as it can be had.
  typealias SQLiteLongDouble = Double
#endif

/// Numbers in text, as the engine's `sqlite3AtoF` and `sqlite3Atoi64` read them.
enum SQLiteNumberText {
  /// What a text begins with.
  struct Prefix {
    var real: Double
    /// The whole text is a number, with spaces around it at most.
    var isWhole: Bool
    /// It has neither a point nor an exponent.
    var isInteger: Bool
    var hasDigits: Bool
    /// The number ends early, and what was read has a point or an exponent.
    var isRealPrefix: Bool
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  /// The number that a text is as a whole, if it is one.
  static func whole(_ text: String) -> SQLValue? {
    guard let first = text.utf8.first(where: { !isSpace($0) }),
      isDigit(first) || first == 43 || first == 45 || first == 46
    else { return nil }
    let bytes = Array(text.utf8)
    let prefix = real(bytes)
    guard prefix.isWhole else { return nil }
    if prefix.isInteger, let integer = integer(bytes).exact { return .integer(integer) }
    return .real(prefix.real)
  }

  /// The integer that a text begins with.
  ///
  /// - Returns: The value, cut at the limits; `exact` where it did not have to be cut;
  ///   `hasMore` where something but spaces follows.
  static func integer(_ bytes: [UInt8]) -> (value: Int64, exact: Int64?, hasMore: Bool) {
    var place = 0
    while place < bytes.count, isSpace(bytes[place]) { place += 1 }
    var isNegative = false
    if place < bytes.count, bytes[place] == 45 || bytes[place] == 43 {
      isNegative = bytes[place] == 45
      place += 1
    }
    var value: UInt64 = 0
    var isCut = false
    while place < bytes.count, isDigit(bytes[place]) {
      let digit = UInt64(bytes[place] - 48)
      let (product, first) = value.multipliedReportingOverflow(by: 10)
      let (sum, second) = product.addingReportingOverflow(digit)
      if first || second { isCut = true } else { value = sum }
      place += 1
    }
    let hasMore = bytes[place...].contains { !isSpace($0) }
    let limit = UInt64(Int64.max) + (isNegative ? 1 : 0)
    if isCut || value > limit { return (isNegative ? Int64.min : Int64.max, nil, hasMore) }
    let result = isNegative ? Int64(truncatingIfNeeded: 0 &- value) : Int64(value)
    return (result, result, hasMore)
  }

  /// The real that a text begins with.
  static func real(_ bytes: [UInt8]) -> Prefix {
    var scan = RealScan(bytes)
    return scan.read()
  }
}

/// One reading of a real.
private struct RealScan {
  let bytes: [UInt8]
  var place = 0
  var significand: Int64 = 0
  var isNegative = false
  var exponent = 0
  var shift = 0
  var digits = 0
  var type = 1
  var isExponentValid = true
  static let limit = (Int64.max - 9) / 10

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var current: UInt8? { place < bytes.count ? bytes[place] : nil }

  mutating func read() -> SQLiteNumberText.Prefix {
    skipSpaces()
    if let sign = current, sign == 45 || sign == 43 {
      isNegative = sign == 45
      place += 1
    }
    readWhole()
    if current == 46 { readFraction() }
    if let letter = current, letter == 101 || letter == 69 { readExponent() }
    skipSpaces()
    let isAtEnd = place >= bytes.count
    let isWhole = isAtEnd && digits > 0 && isExponentValid
    return SQLiteNumberText.Prefix(
      real: value, isWhole: isWhole, isInteger: type == 1, hasDigits: digits > 0,
      isRealPrefix: !isWhole && type >= 2 && (type == 3 || isExponentValid) && digits > 0)
  }

  private mutating func skipSpaces() {
    while let byte = current, SQLiteNumberText.isSpace(byte) { place += 1 }
  }

  private mutating func readWhole() {
    while let byte = current, SQLiteNumberText.isDigit(byte) {
      significand = significand * 10 + Int64(byte - 48)
      place += 1
      digits += 1
      if significand >= Self.limit {
        while let byte = current, SQLiteNumberText.isDigit(byte) {
          place += 1
          shift += 1
        }
      }
    }
  }

  private mutating func readFraction() {
    place += 1
    type += 1
    while let byte = current, SQLiteNumberText.isDigit(byte) {
      if significand < Self.limit {
        significand = significand * 10 + Int64(byte - 48)
        shift -= 1
        digits += 1
      }
      place += 1
    }
  }

  private mutating func readExponent() {
    place += 1
    isExponentValid = false
    type += 1
    var sign = 1
    if let byte = current, byte == 45 || byte == 43 {
      sign = byte == 45 ? -1 : 1
      place += 1
    }
    while let byte = current, SQLiteNumberText.isDigit(byte) {
      exponent = exponent < 10000 ? exponent * 10 + Int(byte - 48) : 10000
      place += 1
      isExponentValid = true
    }
    exponent *= sign
  }

  private var value: Double {
    var scale = exponent + shift
    let isDown = scale < 0
    scale = abs(scale)
    var digits = significand
    if digits == 0 { return isNegative ? -0.0 : 0.0 }
    while scale > 0 {
      if isDown {
        if digits % 10 != 0 { break }
        digits /= 10
      } else {
        if digits >= Int64.max / 10 { break }
        digits *= 10
      }
      scale -= 1
    }
    let signed = isNegative ? -digits : digits
    if scale == 0 { return Double(signed) }
    return Self.scaled(signed, by: scale, isDown: isDown)
  }

  private static func scaled(_ digits: Int64, by scale: Int, isDown: Bool) -> Double {
    if scale > 341 { return isDown ? 0.0 * Double(digits) : Double.infinity * Double(digits) }
    if scale > 307 {
      let power = powerOfTen(scale - 308)
      if isDown { return Double(SQLiteLongDouble(digits) / power) / 1.0e+308 }
      return Double(SQLiteLongDouble(digits) * power) * 1.0e+308
    }
    let power = powerOfTen(scale)
    return Double(isDown ? SQLiteLongDouble(digits) / power : SQLiteLongDouble(digits) * power)
  }

  private static func powerOfTen(_ exponent: Int) -> SQLiteLongDouble {
    var factor: SQLiteLongDouble = 10
    var result: SQLiteLongDouble = 1
    var rest = exponent
    while true {
      if rest & 1 != 0 { result *= factor }
      rest >>= 1
      if rest == 0 { return result }
      factor *= factor
    }
  }
}
