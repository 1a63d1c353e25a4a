import Glibc
import PropertyTesting
import ShrinkingChallenges

extension Benchmark {
  /// How many random schemas a second a property that does nothing is given.
  static let generation = Benchmark(
    name: "generation", summary: "random schemas a second, against Hypothesis 6.155.2"
  ) { options, report in
    let count = options.compactMap { Int($0) }.first ?? 20_000
    report.row("what", "a second", "against Hypothesis")
    let trace = try Challenges.schema.trace(ofIterations: 10_000, seed: 42)
    report.row("trace of 10,000 seeds", String(trace, radix: 16))
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
    let start = processorTime
    var drawn = 0
    for iteration in 0..<count {
      drawn += try generator.sample(seed: 7, iteration: iteration).count
    }
    let time = processorTime - start
    precondition(drawn > 0, "every schema has a table")
    return Double(count) / time
  }

  /// Seconds of processor time, which other work on the same computer hardly disturbs.
  private static var processorTime: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
