/// Arithmetic as PostgreSQL's `numeric` does it, scales among it.
extension DecimalNumber {
  package static let notANumber = DecimalNumber(kind: .notANumber)

  package init(_ value: Int64) {
    self.init(isNegative: value < 0, digits: Magnitude.of(value.magnitude))
  }

  init(isNegative: Bool, magnitude: [UInt16], scale: Int) {
    self.init(isNegative: isNegative && !magnitude.isEmpty, digits: magnitude, scale: scale)
  }

  package var isFinite: Bool { kind == .finite }
  package var isZero: Bool { isFinite && digits.isEmpty }

  /// -1, 0 or 1; not of a number that is none.
  package var sign: Int {
    switch kind {
    case .finite: digits.isEmpty ? 0 : isNegative ? -1 : 1
    case .negativeInfinity: -1
    default: 1
    }
  }

  package var negated: DecimalNumber {
    switch kind {
    case .notANumber: return self
    case .positiveInfinity: return DecimalNumber(kind: .negativeInfinity)
    case .negativeInfinity: return DecimalNumber(kind: .positiveInfinity)
    case .finite:
      return DecimalNumber(isNegative: !isNegative, magnitude: digits, scale: scale)
    }
  }

  package var absolute: DecimalNumber { isNegative || kind == .negativeInfinity ? negated : self }

  private func magnitude(atScale target: Int) -> [UInt16] {
    Magnitude.shifted(digits, by: target - scale)
  }

  /// NaN is equal to itself and greater than all others.
  package static func compare(_ first: DecimalNumber, _ second: DecimalNumber) -> Int {
    let ranks = [first.rank, second.rank]
    if ranks[0] != ranks[1] { return ranks[0] < ranks[1] ? -1 : 1 }
    if ranks[0] != 1 { return 0 }
    if first.sign != second.sign { return first.sign < second.sign ? -1 : 1 }
    let scale = max(first.scale, second.scale)
    let order = Magnitude.compare(
      first.magnitude(atScale: scale), second.magnitude(atScale: scale))
    return first.isNegative ? -order : order
  }

  private var rank: Int {
    switch kind {
    case .negativeInfinity: 0
    case .finite: 1
    case .positiveInfinity: 2
    case .notANumber: 3
    }
  }

  package static func + (first: DecimalNumber, second: DecimalNumber) -> DecimalNumber {
    guard first.isFinite, second.isFinite else {
      if first.kind == .notANumber || second.kind == .notANumber { return .notANumber }
      if !first.isFinite, !second.isFinite, first.kind != second.kind { return .notANumber }
      return first.isFinite ? second : first
    }
    let scale = max(first.scale, second.scale)
    let left = first.magnitude(atScale: scale)
    let right = second.magnitude(atScale: scale)
    if first.isNegative == second.isNegative {
      return DecimalNumber(
        isNegative: first.isNegative, magnitude: Magnitude.add(left, right), scale: scale)
    }
    if Magnitude.compare(left, right) >= 0 {
      return DecimalNumber(
        isNegative: first.isNegative, magnitude: Magnitude.subtract(left, right), scale: scale)
    }
    return DecimalNumber(
      isNegative: second.isNegative, magnitude: Magnitude.subtract(right, left), scale: scale)
  }

  package static func - (first: DecimalNumber, second: DecimalNumber) -> DecimalNumber {
    first + second.negated
  }

  package static func * (first: DecimalNumber, second: DecimalNumber) -> DecimalNumber {
    guard first.isFinite, second.isFinite else {
      if first.kind == .notANumber || second.kind == .notANumber { return .notANumber }
      if first.isZero || second.isZero { return .notANumber }
      let isNegative = first.sign * second.sign < 0
      return DecimalNumber(kind: isNegative ? .negativeInfinity : .positiveInfinity)
    }
    return DecimalNumber(
      isNegative: first.isNegative != second.isNegative,
      magnitude: Magnitude.multiply(first.digits, second.digits),
      scale: first.scale + second.scale)
  }

  /// The exponent of ten of the first decimal digit.
  private var leadingExponent: Int { Magnitude.decimalCount(digits) - 1 - scale }

  /// The weight of the first digit in base 10,000 counted from the point, and that digit.
  private var leading: (weight: Int, digit: Int) {
    if digits.isEmpty { return (0, 0) }
    let exponent = leadingExponent
    let weight = exponent >= 0 ? exponent / 4 : -((3 - exponent) / 4)
    let count = exponent - weight * 4 + 1
    let text = Magnitude.text(digits.count > 2 ? Array(digits.prefix(3)) : digits).utf8.prefix(
      count)
    var digit = 0
    for byte in text { digit = digit * 10 + Int(byte - 0x30) }
    for _ in text.count..<count { digit *= 10 }
    return (weight, digit)
  }

  /// The scale of a quotient.
  ///
  /// Source: PostgreSQL 15, `select_div_scale`: at least 16 significant digits.
  static func quotientScale(_ first: DecimalNumber, _ second: DecimalNumber) -> Int {
    let left = first.leading
    let right = second.leading
    var weight = left.weight - right.weight
    if left.digit <= right.digit { weight -= 1 }
    return min(max(16 - weight * 4, first.scale, second.scale, 0), 1000)
  }

  /// The quotient; the divisor is not zero.
  package static func / (first: DecimalNumber, second: DecimalNumber) -> DecimalNumber {
    guard first.isFinite, second.isFinite else {
      if first.kind == .notANumber || second.kind == .notANumber { return .notANumber }
      if second.isFinite {
        let isNegative = first.sign * second.sign < 0
        return DecimalNumber(kind: isNegative ? .negativeInfinity : .positiveInfinity)
      }
      return first.isFinite ? DecimalNumber(0) : .notANumber
    }
    return divide(first, second, scale: quotientScale(first, second))
  }

  /// The quotient rounded to a scale.
  static func divide(
    _ first: DecimalNumber, _ second: DecimalNumber, scale: Int
  ) -> DecimalNumber {
    let shift = scale - first.scale + second.scale
    let dividend = Magnitude.shifted(first.digits, by: max(0, shift))
    let divisor = Magnitude.shifted(second.digits, by: max(0, -shift))
    var (quotient, remainder) = Magnitude.divide(dividend, divisor)
    if Magnitude.compare(Magnitude.multiply(remainder, by: 2), divisor) >= 0 {
      quotient = Magnitude.add(quotient, [1])
    }
    return DecimalNumber(
      isNegative: first.isNegative != second.isNegative, magnitude: quotient, scale: scale)
  }

  /// The remainder, with the sign of the dividend; the divisor is not zero.
  package static func % (first: DecimalNumber, second: DecimalNumber) -> DecimalNumber {
    guard first.isFinite, second.isFinite else {
      return first.isFinite && second.kind != .notANumber ? first : .notANumber
    }
    let scale = max(first.scale, second.scale)
    let remainder = Magnitude.divide(
      first.magnitude(atScale: scale), second.magnitude(atScale: scale)
    ).remainder
    return DecimalNumber(isNegative: first.isNegative, magnitude: remainder, scale: scale)
  }

  /// Rounded half away from zero; a negative scale rounds before the point and shows none.
  package func rounded(to target: Int) -> DecimalNumber { cut(to: target, rounds: true) }

  package func truncated(to target: Int) -> DecimalNumber { cut(to: target, rounds: false) }

  private func cut(to target: Int, rounds: Bool) -> DecimalNumber {
    guard isFinite else { return self }
    let shown = max(target, 0)
    if target >= scale {
      return DecimalNumber(
        isNegative: isNegative, magnitude: magnitude(atScale: target), scale: shown)
    }
    let divisor = Magnitude.shifted([1], by: scale - target)
    var (quotient, remainder) = Magnitude.divide(digits, divisor)
    if rounds, Magnitude.compare(Magnitude.multiply(remainder, by: 2), divisor) >= 0 {
      quotient = Magnitude.add(quotient, [1])
    }
    return DecimalNumber(
      isNegative: isNegative, magnitude: Magnitude.shifted(quotient, by: shown - target),
      scale: shown)
  }

  package var floor: DecimalNumber {
    let whole = truncated(to: 0)
    return isNegative && DecimalNumber.compare(whole, self) != 0 ? whole - DecimalNumber(1) : whole
  }

  package var ceiling: DecimalNumber { negated.floor.negated }

  /// Without zeros at the end, so that equal numbers are equal values.
  package var canonical: DecimalNumber {
    guard isFinite, scale > 0 else { return self }
    if digits.isEmpty { return DecimalNumber(0) }
    var result = self
    while result.scale > 0 {
      let (quotient, remainder) = Magnitude.divide(result.digits, [10])
      guard remainder.isEmpty else { break }
      result.digits = quotient
      result.scale -= 1
    }
    return result
  }

  /// The whole number nearest to it; `nil` where 64 bits do not hold it.
  package var wholeNumber: Int64? {
    guard isFinite else { return nil }
    let whole = rounded(to: 0)
    return Int64(
      (whole.isNegative ? "-" : "") + (whole.isZero ? "0" : Magnitude.text(whole.digits)))
  }

  /// Decimal digits before the point, of a finite number.
  package var integerDigitCount: Int { max(0, Magnitude.decimalCount(digits) - scale) }
}
