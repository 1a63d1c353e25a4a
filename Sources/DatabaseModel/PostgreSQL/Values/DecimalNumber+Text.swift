import SQLSyntax

extension DecimalNumber: CustomStringConvertible {
  package var description: String {
    switch kind {
    case .notANumber: return "NaN"
    case .positiveInfinity: return "Infinity"
    case .negativeInfinity: return "-Infinity"
    case .finite: break
    }
    var text = Magnitude.text(digits)
    if text.utf8.count <= scale {
      text = String(repeating: "0", count: scale + 1 - text.utf8.count) + text
    }
    if scale > 0 {
      text.insert(".", at: text.utf8.index(text.endIndex, offsetBy: -scale))
    }
    return isNegative ? "-" + text : text
  }

  /// A number in PostgreSQL's text form; blanks around it are allowed.
  package init(parsing text: String) throws(ValueFailure) {
    let trimmed = text.trimmedOfSpace
    if let special = Self.special(trimmed) {
      self = special
      return
    }
    var bytes = Array(trimmed.utf8)[...]
    let isNegative = bytes.first == 0x2D
    if isNegative || bytes.first == 0x2B { bytes.removeFirst() }
    let whole = bytes.prefix { Self.isDigit($0) }
    bytes = bytes.dropFirst(whole.count)
    var fraction: ArraySlice<UInt8> = []
    if bytes.first == 0x2E {
      fraction = bytes.dropFirst().prefix { Self.isDigit($0) }
      bytes = bytes.dropFirst(1 + fraction.count)
    }
    guard !whole.isEmpty || !fraction.isEmpty else { throw .badSyntax("numeric", text) }
    let exponent = try Self.exponent(bytes, text)
    var scale = fraction.count - exponent
    var digits = Magnitude.parse(whole + fraction)
    if scale < 0 {
      digits = Magnitude.shifted(digits, by: -scale)
      scale = 0
    }
    self.init(isNegative: isNegative, magnitude: digits, scale: scale)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func exponent(_ bytes: ArraySlice<UInt8>, _ text: String) throws(ValueFailure)
    -> Int
  {
    if bytes.isEmpty { return 0 }
    guard bytes.first == 0x65 || bytes.first == 0x45 else { throw .badSyntax("numeric", text) }
    var rest = bytes.dropFirst()
    let isNegative = rest.first == 0x2D
    if isNegative || rest.first == 0x2B { rest.removeFirst() }
    guard !rest.isEmpty, rest.allSatisfy(isDigit) else { throw .badSyntax("numeric", text) }
    guard let value = Int(String(decoding: rest, as: UTF8.self)), value <= 2_000 else {
      throw .unmodelled("A number with a very large exponent")
    }
    return isNegative ? -value : value
  }

  private static func special(_ text: String) -> DecimalNumber? {
    switch text.asciiLowercased() {
    case "nan": DecimalNumber(kind: .notANumber)
    case "infinity", "inf", "+infinity", "+inf": DecimalNumber(kind: .positiveInfinity)
    case "-infinity", "-inf": DecimalNumber(kind: .negativeInfinity)
    default: nil
    }
  }

  /// The nearest double.
  package var double: Double {
    switch kind {
    case .notANumber: .nan
    case .positiveInfinity: .infinity
    case .negativeInfinity: -.infinity
    case .finite: Double(description) ?? .nan
    }
  }

  /// The number that PostgreSQL makes of a double: 15 significant digits of it.
  package init(_ value: Double, significantDigits: Int = 15) {
    if value.isNaN {
      self = .notANumber
      return
    }
    if value.isInfinite {
      self.init(kind: value < 0 ? .negativeInfinity : .positiveInfinity)
      return
    }
    var exact = DecimalNumber(Int64(value.magnitude.significandBitPattern))
    if value.isNormal { exact = exact + DecimalNumber(Int64(1) << 52) }
    let power = (value.isNormal ? Int(value.exponent) : -1022) - 52
    if power >= 0 {
      for _ in 0..<power { exact = exact + exact }
    } else {
      // A division by two is a multiplication by five, one place further.
      for _ in 0..<(-power) { exact.digits = Magnitude.multiply(exact.digits, by: 5) }
      exact.scale = -power
    }
    let excess = Magnitude.decimalCount(exact.digits) - significantDigits
    if excess > 0 { exact = exact.roundedHalfEven(to: exact.scale - excess) }
    exact.isNegative = value < 0 && !exact.digits.isEmpty
    let canonical = exact.canonical
    self = canonical
  }

  private func roundedHalfEven(to target: Int) -> DecimalNumber {
    let divisor = Magnitude.shifted([1], by: scale - target)
    var (quotient, remainder) = Magnitude.divide(digits, divisor)
    let order = Magnitude.compare(Magnitude.multiply(remainder, by: 2), divisor)
    let isOdd = (quotient.last ?? 0) % 2 == 1
    if order > 0 || order == 0 && isOdd { quotient = Magnitude.add(quotient, [1]) }
    if target < 0 {
      return DecimalNumber(
        isNegative: isNegative, magnitude: Magnitude.shifted(quotient, by: -target), scale: 0)
    }
    return DecimalNumber(isNegative: isNegative, magnitude: quotient, scale: target)
  }
}

extension String {
  /// Without the white space of C's `isspace` around it.
  var trimmedOfSpace: String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = utf8.first, let last = utf8.last else { return self }
    if !isSpace(first), !isSpace(last) { return self }
    let bytes = Array(utf8)
    guard let start = bytes.firstIndex(where: { !isSpace($0) }),
      let end = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(decoding: bytes[start...end], as: UTF8.self)
  }
}
