/// Whole numbers without sign in base 10,000, the most significant digit first.
enum Magnitude {
  static func trimmed(_ digits: [UInt16]) -> [UInt16] {
    guard let first = digits.firstIndex(where: { $0 != 0 }) else { return [] }
    return first == 0 ? digits : Array(digits[first...])
  }

  static func compare(_ first: [UInt16], _ second: [UInt16]) -> Int {
    if first.count != second.count { return first.count < second.count ? -1 : 1 }
    for (left, right) in zip(first, second) where left != right { return left < right ? -1 : 1 }
    return 0
  }

  static func add(_ first: [UInt16], _ second: [UInt16]) -> [UInt16] {
    var result = [UInt16](repeating: 0, count: max(first.count, second.count) + 1)
    var carry = 0
    for place in 1...result.count {
      var sum = carry
      if place <= first.count { sum += Int(first[first.count - place]) }
      if place <= second.count { sum += Int(second[second.count - place]) }
      carry = sum / 10_000
      result[result.count - place] = UInt16(sum % 10_000)
    }
    return trimmed(result)
  }

  /// The first is not the smaller one.
  static func subtract(_ first: [UInt16], _ second: [UInt16]) -> [UInt16] {
    var result = first
    var borrow = 0
    for place in stride(from: 1, through: first.count, by: 1) {
      var difference = Int(first[first.count - place]) - borrow
      if place <= second.count { difference -= Int(second[second.count - place]) }
      borrow = difference < 0 ? 1 : 0
      result[first.count - place] = UInt16(difference + borrow * 10_000)
    }
    return trimmed(result)
  }

  static func multiply(_ first: [UInt16], _ second: [UInt16]) -> [UInt16] {
    if first.isEmpty || second.isEmpty { return [] }
    var sums = [UInt64](repeating: 0, count: first.count + second.count)
    for (i, left) in first.enumerated() where left != 0 {
      for (j, right) in second.enumerated() {
        sums[i + j + 1] += UInt64(left) * UInt64(right)
      }
    }
    var carry: UInt64 = 0
    var result = [UInt16](repeating: 0, count: sums.count)
    for index in sums.indices.reversed() {
      let sum = sums[index] + carry
      result[index] = UInt16(sum % 10_000)
      carry = sum / 10_000
    }
    return trimmed(result)
  }

  static func multiply(_ digits: [UInt16], by small: Int) -> [UInt16] {
    multiply(digits, of(UInt64(small)))
  }

  static func of(_ value: UInt64) -> [UInt16] {
    var rest = value
    var digits: [UInt16] = []
    while rest > 0 {
      digits.append(UInt16(rest % 10_000))
      rest /= 10_000
    }
    return digits.reversed()
  }

  /// Times ten to a power that is not negative.
  static func shifted(_ digits: [UInt16], by power: Int) -> [UInt16] {
    if digits.isEmpty || power == 0 { return digits }
    let whole = digits + [UInt16](repeating: 0, count: power / 4)
    let factor = [1, 10, 100, 1000][power % 4]
    return factor == 1 ? whole : multiply(whole, by: factor)
  }

  /// Quotient and remainder; the divisor is not zero.
  static func divide(
    _ dividend: [UInt16], _ divisor: [UInt16]
  ) -> (quotient: [UInt16], remainder: [UInt16]) {
    if compare(dividend, divisor) < 0 { return ([], dividend) }
    var remainder: [UInt16] = []
    var quotient: [UInt16] = []
    quotient.reserveCapacity(dividend.count)
    for digit in dividend {
      if !remainder.isEmpty || digit != 0 { remainder.append(digit) }
      quotient.append(step(&remainder, divisor))
    }
    return (trimmed(quotient), remainder)
  }

  /// How often the divisor is in the remainder, which is less than 10,000 times, taken away.
  private static func step(_ remainder: inout [UInt16], _ divisor: [UInt16]) -> UInt16 {
    if compare(remainder, divisor) < 0 { return 0 }
    var low = 1
    var high = 9_999
    while low < high {
      let middle = (low + high + 1) / 2
      if compare(multiply(divisor, by: middle), remainder) <= 0 {
        low = middle
      } else {
        high = middle - 1
      }
    }
    remainder = subtract(remainder, multiply(divisor, by: low))
    return UInt16(low)
  }

  /// How many decimal digits it has; zero has none.
  static func decimalCount(_ digits: [UInt16]) -> Int {
    guard let first = digits.first else { return 0 }
    return (digits.count - 1) * 4 + (first >= 1000 ? 4 : first >= 100 ? 3 : first >= 10 ? 2 : 1)
  }

  /// Its decimal digits, without leading zeros.
  static func text(_ digits: [UInt16]) -> String {
    guard let first = digits.first else { return "" }
    var text = String(first)
    for digit in digits.dropFirst() {
      let part = String(digit)
      text += String(repeating: "0", count: 4 - part.utf8.count) + part
    }
    return text
  }

  static func parse(_ text: some Sequence<UInt8>) -> [UInt16] {
    let decimal = Array(text)
    var digits: [UInt16] = []
    var value: UInt16 = 0
    for (index, byte) in decimal.enumerated() {
      value = value * 10 + UInt16(byte - 0x30)
      if (decimal.count - index - 1) % 4 == 0 {
        digits.append(value)
        value = 0
      }
    }
    return trimmed(digits)
  }
}
