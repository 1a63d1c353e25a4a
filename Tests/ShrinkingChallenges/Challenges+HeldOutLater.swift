import PropertyTesting

/// Written after ``Challenges/weightedSum`` and the others had been used for tuning.
extension Challenges {
  /// Two fixed numbers, in any order; the alternative that gives 7 comes first.
  static let twoMarks = Challenge(
    "two_marks", normalForm: "[7, 3]",
    Generator<Int>.integer(in: 0...10_000)
      .flatMap { number in .oneOf([.just(number), .just(7), .just(3)]) }.array(count: 0...20)
  ) { numbers in !(numbers.contains(3) && numbers.contains(7)) }

  /// Two fixed records, in any order.
  static let twoRecords = Challenge(
    "two_records", normalForm: "[[1, 5], [2, 6]]",
    Generator<Int>.integer(in: 0...9).array(count: 2...2).array(count: 0...30)
  ) { records in !(records.contains([1, 5]) && records.contains([2, 6])) }

  /// A total that was rounded twice.
  static let invoice = Challenge(
    "invoice", normalForm: "[[1, 1, 1]]",
    Generator { source in
      try source.array(count: 0...10) { source in
        [
          try source.integer(in: 1...20), try source.integer(in: 1...500),
          try source.integer(in: 0...100),
        ]
      }
    }
  ) { lines in
    // Quantity, price, discount: rounded up at the line, and down in the total.
    let total = lines.map { $0[0] * $0[1] * (100 - $0[2]) }.reduce(0, +) / 100
    let rounded = lines.map { ($0[0] * $0[1] * (100 - $0[2]) + 50) / 100 }.reduce(0, +)
    return rounded <= total
  }

  private indirect enum Nesting: CustomStringConvertible, Sendable {
    case leaf(Bool)
    case savepoint([Nesting])
    case branch(Nesting, Nesting)

    var description: String {
      switch self {
      case .leaf(let isWrite): isWrite ? "w" : "r"
      case .savepoint(let body): "[\(body.map(\.description).joined())]"
      case .branch(let left, let right): "<\(left)\(right)>"
      }
    }

    /// How many writes stand inside two savepoints.
    func writes(depth: Int = 0) -> Int {
      switch self {
      case .leaf(let isWrite): isWrite && depth >= 2 ? 1 : 0
      case .savepoint(let body): body.map { $0.writes(depth: depth + 1) }.reduce(0, +)
      case .branch(let left, let right): left.writes(depth: depth) + right.writes(depth: depth)
      }
    }
  }

  private static let nesting = Generator<Nesting>.recursive(
    "nesting", leaf: Generator<Bool>.boolean().map(Nesting.leaf)
  ) { child in
    Generator.oneOf([
      child.array(count: 0...4).map(Nesting.savepoint),
      child.paired(with: child).map { Nesting.branch($0, $1) },
    ])
  }

  /// Two writes inside two savepoints.
  static let restoredNesting = Challenge("restored_nesting", normalForm: "[[ww]]", nesting) {
    nesting in nesting.writes() < 2
  }

  /// Departments with limits, of which one is exceeded by its parts together.
  static let budgets = Challenge(
    "budgets", normalForm: "[(0, [1])]",
    Generator { source in
      try source.array(count: 0...8) { source in
        let limit = try source.integer(in: 0...500)
        return (limit, try source.array(count: 0...6) { try $0.integer(in: 0...200) })
      }
    },
    show: { "\($0)" }
  ) { departments in departments.allSatisfy { $0.1.reduce(0, +) <= $0.0 } }

  /// Two runners that both see a lock free before either takes it.
  static let rivals = Challenge(
    "rivals", normalForm: "[0, 1, 1, 0]",
    Generator<Schedule>.schedule(lanes: 2, longestRun: 4).map { schedule in
      var left = [2, 2]
      var run = schedule.run
      var order: [Int] = []
      while let lane = run.next(among: left.indices.filter { left[$0] > 0 }) {
        left[lane] -= 1
        order.append(lane)
      }
      return order
    }
  ) { order in Set(order.prefix(2)).count == 1 }

  /// A price that two formats print differently.
  static let decimals = Challenge(
    "decimals", normalForm: "[2.25]",
    Generator<Double>.double(in: 0...10_000).array(count: 0...5)
  ) { prices in !prices.contains { $0 > 2 && ($0 * 2).rounded() != $0 * 2 } }

  /// A name that differs from an earlier one in its last letter only.
  static let misspelledName = Challenge(
    "misspelled_name", normalForm: "[\"aa\", \"ab\"]",
    Generator { source in
      var names: [String] = []
      for _ in 0..<(try source.integer(in: 0...12)) {
        if let earlier = names.last, try source.boolean(0.3) {
          names.append(
            earlier.dropLast() + String(try source.character(in: .lowercase)))
        } else {
          names.append(try source.string(of: .lowercase, count: 1...8))
        }
      }
      return names
    }
  ) { names in
    for (place, name) in names.enumerated() where name.count > 1 {
      for other in names[(place + 1)...]
      where other != name && other.dropLast() == name.dropLast() {
        return false
      }
    }
    return true
  }
}
