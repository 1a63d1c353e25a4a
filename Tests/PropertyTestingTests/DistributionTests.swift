import Testing

@testable import PropertyTesting

/// Draws from each primitive at a fixed seed, and compares with what its law says.
@Suite struct `The distribution of` {
  private static let draws = 20_000

  /// What a value's draws differ from what is expected, and what a true law exceeds once in 10^6.
  private func check<Value: Hashable>(
    _ expected: [Value: Double], sourceLocation: SourceLocation = #_sourceLocation,
    _ draw: (ChoiceSource) throws -> Value
  ) throws {
    var seen: [Value: Int] = [:]
    for seed in 0..<UInt64(Self.draws) {
      seen[
        try draw(ChoiceSource(seed: SplitMix64.seed(ofIteration: 0, inRun: seed))), default: 0] += 1
    }
    #expect(
      Set(seen.keys).isSubset(of: expected.filter { $0.value > 0 }.keys),
      sourceLocation: sourceLocation)
    let statistic = expected.filter { $0.value > 0 }.map { value, share in
      let count = share * Double(Self.draws)
      let difference = Double(seen[value] ?? 0) - count
      return difference * difference / count
    }.reduce(0, +)
    let bound = Self.quantile(degrees: Double(expected.count - 1))
    #expect(statistic < bound, sourceLocation: sourceLocation)
  }

  /// The quantile 1 - 10^-6 of chi-squared, after Wilson and Hilferty.
  private static func quantile(degrees: Double) -> Double {
    let spread = 2 / (9 * degrees)
    let root = 1 - spread + 4.7534 * spread.squareRoot()
    return degrees * root * root * root
  }

  private func uniform(_ count: Int) -> [Int: Double] {
    Dictionary(uniqueKeysWithValues: (0..<count).map { ($0, 1 / Double(count)) })
  }

  @Test(arguments: [0.5, 0.1, 0.75])
  func `booleans is their probability`(probability: Double) throws {
    try check([true: probability, false: 1 - probability]) { try $0.boolean(probability) }
  }

  @Test func `branches is uniform, or as their weights`() throws {
    try check(uniform(7)) { try $0.branch(7) }
    try check([0: 0.1, 1: 0, 2: 0.6, 3: 0.3]) { source in
      try source.branch(weights: [1, 0, 6, 3], isSwarmed: false, site: 0)
    }
  }

  @Test func `characters is uniform`() throws {
    try check(uniform(26)) { try $0.characterPlace(below: 26, site: 0) }
  }

  @Test func `references is uniform among the living`() throws {
    let pool = Pool("things")
    try check([1: 0.25, 2: 0.25, 4: 0.25, 5: 0.25]) { source in
      for _ in 0..<6 { _ = source.register(in: pool) }
      return try source.reference(to: pool, live: [1, 2, 4, 5])
    }
  }

  @Test func `integers of a narrow range is uniform, with its ends and small numbers raised`()
    throws
  {
    var expected = Dictionary(uniqueKeysWithValues: (-3...9).map { ($0, 61.0 / 64 / 13) })
    for edge in [-3, 9, 0, 1, -1] { expected[edge, default: 0] += 3.0 / 64 / 5 }
    try check(expected) { try $0.integer(in: -3...9) }
  }

  @Test func `integers of a wide range is uniform in their number of bits`() throws {
    // The edges 0, 1 and -1 have 0, 1 and 1 bits; the ends have 40.
    var expected = Dictionary(uniqueKeysWithValues: (0...40).map { ($0, 0.0) })
    for drawn in 0...40 {
      let share = 61.0 / 64 / 41
      // With so many random bits the number is shorter by one half the time, by two a quarter, …
      for length in 0...drawn {
        let zeros = Double(drawn - length)
        expected[length, default: 0] += share * (length == 0 ? exp2(-zeros) : exp2(-zeros - 1))
      }
    }
    for edge in [40, 40, 0, 1, 1] { expected[edge, default: 0] += 3.0 / 64 / 5 }
    let bound = 1 << 40 - 1
    try check(expected) { source in
      let number = try source.integer(in: -bound...bound)
      return Int.bitWidth - number.magnitude.leadingZeroBitCount
    }
  }

  private func exp2(_ power: Double) -> Double {
    Double(sign: .plus, exponent: Int(power), significand: 1)
  }

  @Test func `counts is short half the time, and sometimes at an end`() throws {
    var expected = Dictionary(uniqueKeysWithValues: (0...100).map { ($0, 0.0) })
    for (share, top) in [(8.0, 6), (6.0, 20), (1.0, 100)] {
      for count in 0...top { expected[count, default: 0] += share / 16 / Double(top + 1) }
    }
    expected[0, default: 0] += 0.5 / 16
    expected[60, default: 0] += 0.5 / 16
    try check(expected) { try $0.count(in: 0...100, site: 0) }
  }

  @Test func `floating-point numbers has its share of special values`() throws {
    let special = 2.0 / 16 / 16
    try check(["NaN": special, "infinite": 2 * special, "finite": 1 - 3 * special]) { source in
      let number = try source.draw(Generator<Double>.double())
      return number.isNaN ? "NaN" : number.isInfinite ? "infinite" : "finite"
    }
  }

  @Test func `random words is uniform in every bit and every byte`() throws {
    var numbers = SplitMix64(seed: 1)
    var bytes = [Int](repeating: 0, count: 256)
    for _ in 0..<Self.draws {
      var word = numbers.next()
      for _ in 0..<8 {
        bytes[Int(word & 255)] += 1
        word >>= 8
      }
    }
    let expected = Double(Self.draws * 8) / 256
    let statistic = bytes.map { (Double($0) - expected) * (Double($0) - expected) / expected }
      .reduce(0, +)
    #expect(statistic < Self.quantile(degrees: 255))
  }
}
