import PropertyTesting

/// The last set, written after the third was tuned on; nothing was changed after a look at it.
extension Challenges {
  /// Two records of one name whose codes follow each other.
  static let neighbouringCodes = Challenge(
    "neighbouring_codes", normalForm: "[a: 0, a: 1]",
    Generator { source in
      try source.array(count: 0...12) { source in
        (
          try source.string(of: Alphabet("abc"), count: 1...3),
          try source.integer(in: 0...99)
        )
      }
    },
    show: { "[\($0.map { "\($0.0): \($0.1)" }.joined(separator: ", "))]" }
  ) { records in
    for (place, one) in records.enumerated() {
      for other in records[(place + 1)...] where one.0 == other.0 && other.1 == one.1 + 1 {
        return false
      }
    }
    return true
  }

  private static let bush = Generator<String>.recursive(
    "bush", leaf: Generator<Int>.integer(in: 0...9).map { "\($0)" }
  ) { child in child.array(count: 0...4).map { "(\($0.joined(separator: " ")))" } }

  /// A node of three parts, the last of which is itself of two.
  static let wideNode = Challenge("wide_node", normalForm: "(0 0 (0 0))", bush) { text in
    text.firstMatch(of: /[0-9)] [0-9] \([0-9] [0-9]\)/) == nil
  }

  /// Digits of a number above a hundred that seven divides.
  static let dividedDigits = Challenge(
    "divided_digits", normalForm: "[1, 0, 5]", floor: 0.01,
    Generator<Int>.integer(in: 0...9).array(count: 1...8)
  ) { digits in
    let number = digits.reduce(0) { $0 * 10 + $1 }
    return number <= 100 || !number.isMultiple(of: 7)
  }

  /// At most two of twelve weights, too heavy together.
  static let heavyPair = Challenge(
    "heavy_pair", normalForm: "[10, 12]", floor: 0.1,
    Generator<[Int]>.subset(of: [3, 5, 7, 9, 11, 2, 4, 6, 8, 10, 1, 12])
  ) { weights in weights.count > 3 || weights.count == 3 || weights.reduce(0, +) < 20 }

  private static let holders = CommandModel<[Int], Bool>(
    initial: { [] },
    rules: [CommandRule("acquire") { _, _ in false }, CommandRule("release") { _, _ in true }],
    apply: { _, _ in })

  /// Three lanes that hold at once what only two may hold.
  static let threeHolders = Challenge(
    "three_holders", normalForm: "0 1 2", holders.interleavedPrograms(lanes: 4, count: 0...30),
    show: { $0.map { "\($0.lane)\($0.command ? "r" : "")" }.joined(separator: " ") }
  ) { steps in
    var holding: Set<Int> = []
    for step in steps {
      if step.command { holding.remove(step.lane) } else { holding.insert(step.lane) }
      if holding.count > 2 { return false }
    }
    return true
  }
}
