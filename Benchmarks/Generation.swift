import PropertyTesting
import ShrinkingChallenges

extension Benchmark {
  /// How many random schemas a second a property that does nothing is given.
  static let generation = Benchmark(
    name: "generation", summary: "random schemas a second, against Hypothesis 6.155.2"
  ) { options, report in
    let count = options.compactMap { Int($0) }.first ?? 20_000
    report.row("what", "a second", "against Hypothesis")
    for (name, generator, anchor) in [
      ("schema_list", Challenges.schema, 57.3), ("schema_counted", Challenges.countedSchema, 46.7),
    ] {
      let rate = try (0..<3).map { _ in try schemas(generator, count) }.max() ?? 0
      report.row(name, short(rate), "\(short(rate / anchor)) times")
      report.figure(
        "generation.\(name)", rate, "schemas/s", ratio: rate / anchor,
        against: "Hypothesis 6.155.2, the better of its figures")
    }
  }

  private static func schemas(_ generator: Generator<[Table]>, _ count: Int) throws -> Double {
    let clock = ContinuousClock()
    var drawn = 0
    let time = try clock.measure {
      for iteration in 0..<count {
        drawn += try generator.sample(seed: 7, iteration: iteration).count
      }
    }
    precondition(drawn > 0, "every schema has a table")
    return Double(count)
      / (Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
  }
}
