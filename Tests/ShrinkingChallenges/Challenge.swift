package import PropertyTesting

/// A generator, a property that fails, and the value that a perfect shrinker ends with.
package struct Challenge: Sendable {
  /// The name under which it is known.
  package let name: String
  /// What every run should end with, printed.
  package let normalForm: String
  /// The share of runs that must end with it: 1, or less where nobody reaches 1.
  package let floor: Double
  private let shrink: @Sendable (ChallengeStart, Set<String>) throws -> ChallengeResult?

  /// Where a run begins.
  package typealias ChallengeStart = ShrinkMeasurement<Int>.Start

  package init<Value>(
    _ name: String, normalForm: String, floor: Double = 1, _ generator: Generator<Value>,
    show: @escaping @Sendable (Value) -> String = { "\($0)" },
    _ property: @escaping @Sendable (Value) throws -> Bool
  ) {
    self.name = name
    self.normalForm = normalForm
    self.floor = floor
    shrink = { start, passes in
      let measured = try ShrinkMeasurement.measure(
        generator, from: Self.start(start), without: passes
      ) { value, _ in
        guard try property(value) else { throw PropertyFailure("it does not hold") }
      }
      return measured.map { measured in
        ChallengeResult(
          final: show(measured.value), evaluations: measured.evaluations,
          replays: measured.replays, passes: measured.passes)
      }
    }
  }

  /// Shrinks the failing case that a start leads to, without some passes if they are named.
  ///
  /// - Returns: `nil` when the start leads to none.
  package func run(
    _ start: ChallengeStart, without passes: Set<String> = []
  ) throws -> ChallengeResult? {
    try shrink(start, passes)
  }

  private static func start<Value>(_ start: ChallengeStart) -> ShrinkMeasurement<Value>.Start {
    switch start {
    case .seed(let seed, let iterations): .seed(seed, iterations: iterations)
    case .values(let values): .values(values)
    }
  }
}

/// What one run of a challenge came to.
package struct ChallengeResult: Sendable {
  /// The shrunk value, printed.
  package let final: String
  /// How often the property ran while shrinking.
  package let evaluations: Int
  /// How often the generator ran while shrinking.
  package let replays: Int
  /// Evaluations and improvements by pass.
  package let passes: [String: (evaluations: Int, improvements: Int)]
}

/// Discards a case that does not meet a condition of a challenge.
func discard(unless condition: Bool) throws {
  guard condition else { throw Rejection.unsuitable("a condition of the challenge") }
}
