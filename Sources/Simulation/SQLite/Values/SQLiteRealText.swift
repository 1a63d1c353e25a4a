/// Reals as the engine's own `printf` writes them.
struct SQLiteRealText {
  /// `%e`, `%f`, `%g`.
  enum Form { case exponent, fixed, general }

  var form: Form
  var precision: Int
  /// The sign in front of a number that is not negative: nothing, `+` or a space.
  var plus: String = ""
  /// `#` and `!`.
  var isAlternate = false
  var hasExtraDigits = false
  var isUppercase = false

  /// A real as text: `%!.15g`.
  static func text(of value: Double) -> String {
    if let whole = value.shortWhole { return whole }
    return SQLiteRealText(form: .general, precision: 15, hasExtraDigits: true).text(value)
  }

  private static let rounders: [Double] = [
    5.0e-01, 5.0e-02, 5.0e-03, 5.0e-04, 5.0e-05, 5.0e-06, 5.0e-07, 5.0e-08, 5.0e-09, 5.0e-10,
  ]

  private func rounder(_ precision: Int) -> Double {
    var index = precision & 0xfff
    var rounder = Self.rounders[index % 10]
    while index >= 10 {
      rounder *= 1.0e-10
      index -= 10
    }
    return rounder
  }

  func text(_ given: Double) -> String {
    if given.isNaN { return "NaN" }
    var value = SQLiteLongDouble(given)
    var prefix = plus
    if value < 0 {
      value = -value
      prefix = "-"
    }
    var precision = precision < 0 ? 6 : min(precision, 100_000_000)
    if form == .general, precision > 0 { precision -= 1 }
    var rounder = rounder(precision)
    if form == .fixed {
      let exponent = -1023 + Int((Double(value).bitPattern >> 52) & 0x7ff)
      if precision + exponent / 3 < 15 { rounder += Double(value * 3e-16) }
      value += SQLiteLongDouble(rounder)
    }
    var exponent = 0
    guard Self.normalize(&value, &exponent) else { return prefix + "Inf" }
    if form != .fixed {
      value += SQLiteLongDouble(rounder)
      if value >= 10 {
        value *= 0.1
        exponent += 1
      }
    }
    return prefix + digits(&value, exponent, precision)
  }

  /// Brings the value between 1 and 10.
  ///
  /// - Returns: `false` where it is too large to be written.
  private static func normalize(_ value: inout SQLiteLongDouble, _ exponent: inout Int) -> Bool {
    guard value > 0 else { return true }
    var scale: SQLiteLongDouble = 1
    while value >= 1e100 * scale, exponent <= 350 {
      scale *= 1e100
      exponent += 100
    }
    while value >= 1e10 * scale, exponent <= 350 {
      scale *= 1e10
      exponent += 10
    }
    while value >= 10 * scale, exponent <= 350 {
      scale *= 10
      exponent += 1
    }
    value /= scale
    while value < 1e-8 {
      value *= 1e8
      exponent -= 8
    }
    while value < 1 {
      value *= 10
      exponent -= 1
    }
    return exponent <= 350
  }

  private func digits(_ value: inout SQLiteLongDouble, _ exponent: Int, _ precision: Int) -> String
  {
    var precision = precision
    var isExponent = form == .exponent
    var removesZeros = hasExtraDigits
    if form == .general {
      removesZeros = !isAlternate
      isExponent = exponent < -4 || exponent > precision
      if !isExponent { precision -= exponent }
    }
    var places = isExponent ? 0 : exponent
    var rest = 16 + (hasExtraDigits ? 10 : 0)
    let hasPoint = precision > 0 || isAlternate || hasExtraDigits
    var text: [UInt8] = []
    if places < 0 {
      text.append(48)
    } else {
      while places >= 0 {
        text.append(Self.digit(&value, &rest))
        places -= 1
      }
    }
    if hasPoint { text.append(46) }
    places += 1
    while places < 0 {
      text.append(48)
      precision -= 1
      places += 1
    }
    while precision > 0 {
      text.append(Self.digit(&value, &rest))
      precision -= 1
    }
    if removesZeros, hasPoint { removeZeros(&text) }
    if isExponent { appendExponent(exponent, to: &text) }
    return String(decoding: text, as: UTF8.self)
  }

  private static func digit(_ value: inout SQLiteLongDouble, _ rest: inout Int) -> UInt8 {
    if rest <= 0 { return 48 }
    rest -= 1
    let digit = Int(value)
    value = (value - SQLiteLongDouble(digit)) * 10
    return UInt8(truncatingIfNeeded: 48 + digit)
  }

  private func removeZeros(_ text: inout [UInt8]) {
    while text.last == 48 { text.removeLast() }
    guard text.last == 46 else { return }
    if hasExtraDigits { text.append(48) } else { text.removeLast() }
  }

  private func appendExponent(_ exponent: Int, to text: inout [UInt8]) {
    text.append(isUppercase ? 69 : 101)
    text.append(exponent < 0 ? 45 : 43)
    var rest = abs(exponent)
    if rest >= 100 {
      text.append(UInt8(48 + rest / 100))
      rest %= 100
    }
    text.append(UInt8(48 + rest / 10))
    text.append(UInt8(48 + rest % 10))
  }
}

extension Double {
  /// Small whole numbers, whose text needs no arithmetic.
  fileprivate var shortWhole: String? {
    guard magnitude < 1e15, self == rounded(.towardZero), self != 0 else { return nil }
    return "\(Int64(self)).0"
  }
}
