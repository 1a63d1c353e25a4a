extension Generator where Value == Double {
  /// Any number of the type: whole and broken, subnormal, infinite, and NaN if allowed.
  public static func double(
    allowingNaN: Bool = true, line: UInt = #line, column: UInt = #column
  ) -> Generator {
    let top = allowingNaN ? FloatKey.notANumber : FloatKey.infinity
    let site = ChoiceSource.site(line, column)
    return Generator(inline: { source in
      try source.double(keys: FloatKey.key(of: -.infinity)...top, site: site)
    })
  }

  /// Numbers of a range; the simplest is the whole number nearest to zero, if there is one.
  public static func double(
    in range: ClosedRange<Double>, line: UInt = #line, column: UInt = #column
  ) -> Generator {
    let keys = FloatKey.key(of: range.lowerBound)...FloatKey.key(of: range.upperBound)
    let site = ChoiceSource.site(line, column)
    return Generator(inline: { source in try source.double(keys: keys, site: site) })
  }
}

extension Generator where Value == Float {
  /// Numbers of a range, rounded to the type's precision and kept within the range.
  public static func float(
    in range: ClosedRange<Float>, line: UInt = #line, column: UInt = #column
  ) -> Generator {
    Generator<Double>.double(
      in: Double(range.lowerBound)...Double(range.upperBound), line: line, column: column
    ).map { number in min(max(Float(number), range.lowerBound), range.upperBound) }
  }
}

extension ChoiceSource {
  func double(keys: ClosedRange<Int>, site: UInt32) throws(Rejection) -> Double {
    let bounds = FloatKey.value(ofKey: keys.lowerBound)...upperBound(of: keys)
    let simplest = FloatKey.key(of: FloatKey.simplest(in: bounds))
    var choice = Choice(.float, value: simplest, in: keys, simplest: simplest, site: site)
    guard mode == .random else { return FloatKey.value(ofKey: try supply(choice)) }
    choice.value = min(max(random.float(in: keys), keys.lowerBound), keys.upperBound)
    return FloatKey.value(ofKey: try record(choice))
  }

  private func upperBound(of keys: ClosedRange<Int>) -> Double {
    keys.upperBound == FloatKey.notANumber ? .infinity : FloatKey.value(ofKey: keys.upperBound)
  }
}

extension RandomChooser {
  /// A key of a mixture: special values, small whole numbers, decimals, any bits, even spread.
  mutating func float(in keys: ClosedRange<Int>) -> Int {
    switch numbers.next() & 15 {
    case 0, 1: return FloatKey.key(of: special())
    case 2, 3: return FloatKey.key(of: Double(Int(numbers.below(2001)) - 1000))
    case 4, 5: return FloatKey.key(of: Double(Int(numbers.below(200_001)) - 100_000) / 100)
    case 6, 7: return spread(over: keys)
    default: return uniformKey(in: keys)
    }
  }

  private mutating func special() -> Double {
    let values: [Double] = [
      0, -0.0, 1, -1, .infinity, -.infinity, .nan, .leastNonzeroMagnitude,
      .leastNormalMagnitude, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .ulpOfOne,
      0x1p53, 0x1p53 + 2, 0.1, 1e308,
    ]
    return values[Int(numbers.below(UInt64(values.count)))]
  }

  private mutating func spread(over keys: ClosedRange<Int>) -> Int {
    let low = FloatKey.value(ofKey: keys.lowerBound)
    let high = FloatKey.value(ofKey: min(keys.upperBound, FloatKey.infinity))
    guard (high - low).isFinite else { return uniformKey(in: keys) }
    return FloatKey.key(of: low + (high - low) * numbers.unit())
  }

  private mutating func uniformKey(in keys: ClosedRange<Int>) -> Int {
    let width = UInt64(bitPattern: Int64(keys.upperBound &- keys.lowerBound))
    let step = width == .max ? numbers.next() : numbers.below(width + 1)
    return keys.lowerBound &+ Int(truncatingIfNeeded: step)
  }
}
