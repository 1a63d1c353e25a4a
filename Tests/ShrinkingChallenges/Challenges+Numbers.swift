import PropertyTesting

extension Challenges {
  private static let positive = Generator<Int>.integer(in: 1...Int(Int32.max))
  private static let pair = Generator { source in
    [try source.draw(positive), try source.draw(positive)]
  }

  private static func difference(
    _ name: String, _ normalForm: String, _ isForbidden: @escaping @Sendable (Int) -> Bool
  ) -> Challenge {
    Challenge("difference_must_not_be_\(name)", normalForm: normalForm, pair) { pair in
      pair[0] < 10 || !isForbidden(abs(pair[0] - pair[1]))
    }
  }

  static let differenceZero = difference("zero", "[10, 10]") { $0 == 0 }
  static let differenceSmall = difference("small", "[10, 6]") { (1...4).contains($0) }
  static let differenceOne = difference("one", "[10, 9]") { $0 == 1 }

  /// One number of a hundred fails, so no search by halves finds the least.
  static let modular = Challenge(
    "modular", normalForm: "207", floor: 0.95, Generator<Int>.integer(in: 0...1000)
  ) { number in number < 200 || number % 97 != 13 }

  /// One number is twice the other: neither moves alone, nor both by one step.
  static let ratio = Challenge(
    "ratio", normalForm: "[20, 10]",
    Generator { source in
      [try source.integer(in: 0...100), try source.integer(in: 0...100)]
    }
  ) { pair in pair[0] < 20 || pair[0] != 2 * pair[1] }

  /// A sum of four: the last ones take all they can.
  static let fourSum = Challenge(
    "four_sum", normalForm: "[0, 200, 400, 400]",
    Generator { source in
      let number = Generator<Int>.integer(in: 0...400)
      return [
        try source.draw(number), try source.draw(number), try source.draw(number),
        try source.draw(number),
      ]
    }
  ) { numbers in numbers.reduce(0, +) < 1000 }

  /// Two numbers with twenty others between them.
  private static func far(_ top: Int) -> Generator<[[Int]]> {
    Generator { source in
      let first = try source.integer(in: 0...top)
      let noise = try source.array(count: 20...20) { try $0.integer(in: 0...1000) }
      return [[first], noise, [try source.integer(in: 0...top)]]
    }
  }

  private static let noise = "\(Array(repeating: 0, count: 20))"

  static let farSum = Challenge("far_sum", normalForm: "[[0], \(noise), [1000]]", far(1000)) {
    value in value[0][0] + value[2][0] < 1000
  }

  static let farDifference = Challenge(
    "far_difference", normalForm: "[[10], \(noise), [9]]", far(100)
  ) { value in value[0][0] < 10 || abs(value[0][0] - value[2][0]) != 1 }

  private static let record = "\(Array(repeating: 0, count: 7) + [1001, 0, 0])"

  /// Records of ten fields, of which one matters, in two records.
  static let wideRecords = Challenge(
    "wide_records", normalForm: "[\(record), \(record)]",
    Generator<Int>.integer(in: 0...10_000).array(count: 10...10).array(count: 0...30)
  ) { records in records.filter { $0[7] > 1000 }.count < 2 }
}
