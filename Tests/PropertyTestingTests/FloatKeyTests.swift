import Testing

@testable import PropertyTesting

@Suite struct `A float key` {
  private static let numbers: [Double] = [
    -.infinity, -.greatestFiniteMagnitude, -1.5, -1, -.leastNonzeroMagnitude, -0.0, 0,
    .leastNonzeroMagnitude, .leastNormalMagnitude, 0.1, 0.5, 1, 1.5, 0x1p53, 1e308, .infinity,
  ]

  @Test func `grows with the number and gives it back`() {
    let keys = Self.numbers.map(FloatKey.key(of:))
    #expect(keys == keys.sorted() && Set(keys).count == keys.count)
    #expect(keys.map(FloatKey.value(ofKey:)).map(\.bitPattern) == Self.numbers.map(\.bitPattern))
    #expect(FloatKey.value(ofKey: FloatKey.key(of: .nan)).isNaN)
  }

  @Test func `finds small whole numbers simplest, then short fractions, infinity and NaN last`() {
    let order: [Double] = [
      0, 1, -1, 2, 1000, 0x1p52, 0.5, 1.5, 1000.5, 0.25, 0.1, 0x1p53, 1e300, .infinity, .nan,
    ]
    let ranks = order.map { FloatKey.simplicity(ofKey: FloatKey.key(of: $0)) }
    #expect(ranks == ranks.sorted() && Set(ranks).count == ranks.count)
  }

  @Test(arguments: [
    (-3.0...5.0, 0.0), (1.5...7.5, 2.0), (1.1...1.9, 1.5), (-7.9 ... -2.1, -3.0),
    (0.1...0.2, 0.125),
  ])
  func `knows the simplest number of a range`(range: ClosedRange<Double>, simplest: Double) {
    #expect(FloatKey.simplest(in: range) == simplest)
  }
}
