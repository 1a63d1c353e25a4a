/// Floating-point numbers as integers: a key that grows with the number, and an order of simplicity.
///
/// Simple numbers are whole and small; then come fractions, those with the fewest binary places
/// first; then whole numbers too large to be exact; infinity and NaN last. Of a number and its
/// negative the positive one is simpler.
enum FloatKey {
  static let infinity = key(of: Double.infinity)
  /// Above infinity, so that ranges of keys may end with it.
  static let notANumber = infinity + 1

  /// A number that grows with `value`; -0.0 comes just before 0.0, NaN is above everything.
  static func key(of value: Double) -> Int {
    if value.isNaN { return notANumber }
    let magnitude = Int(bitPattern: UInt(value.magnitude.bitPattern))
    return value.sign == .minus ? -1 - magnitude : magnitude
  }

  static func value(ofKey key: Int) -> Double {
    if key >= notANumber { return .nan }
    if key >= 0 { return Double(bitPattern: UInt64(key)) }
    return -Double(bitPattern: UInt64(-1 - key))
  }

  static func simplicity(ofKey key: Int) -> Simplicity {
    let value = value(ofKey: key)
    return Simplicity(distance: code(of: value.magnitude), isBelow: value.sign == .minus)
  }

  /// Number of binary places and significand in one word, so that comparing words compares both.
  private static func code(of magnitude: Double) -> UInt {
    if magnitude.isNaN { return 2047 << 53 }
    if magnitude.isInfinite { return 2046 << 53 }
    if magnitude == 0 { return 0 }
    let exponent = Int(magnitude.exponent)
    if exponent > 52 {
      return UInt(1074 + exponent - 52) << 53 | UInt(magnitude.significandBitPattern)
    }
    if magnitude == magnitude.rounded(.towardZero) { return UInt(magnitude) }
    let places = binaryPlaces(magnitude)
    let fraction = magnitude.significandBitPattern | (magnitude.isNormal ? 1 << 52 : 0)
    return UInt(places) << 53 | UInt(fraction >> UInt64(fraction.trailingZeroBitCount))
  }

  /// How many binary digits stand behind the point: 1 for 0.5, 2 for 0.75, at most 1074.
  static func binaryPlaces(_ magnitude: Double) -> Int {
    guard magnitude.isFinite, magnitude != 0 else { return 0 }
    return max(0, magnitude.significandWidth - Int(magnitude.exponent))
  }

  /// The simplest number between two bounds, both of them finite or infinite.
  static func simplest(in range: ClosedRange<Double>) -> Double {
    if range.contains(0) { return range.lowerBound == 0 ? range.lowerBound.magnitude : 0 }
    let isNegative = range.upperBound < 0
    let low = isNegative ? -range.upperBound : range.lowerBound
    let high = isNegative ? -range.lowerBound : range.upperBound
    let found = simplestPositive(from: low, through: high)
    return isNegative ? -found : found
  }

  private static func simplestPositive(from low: Double, through high: Double) -> Double {
    if low.rounded(.up) <= high { return low.rounded(.up) }
    var unit = 0.5
    for _ in 1...1074 {
      let candidate = (low / unit).rounded(.up) * unit
      if candidate <= high, candidate >= low { return candidate }
      unit /= 2
    }
    return low
  }
}
