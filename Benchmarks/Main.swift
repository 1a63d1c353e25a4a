/// Measures what it is told to: `Benchmarks <name> [options]`, or `all`; else lists what there is.
@main struct Main {
  /// Every benchmark there is.
  static let all = [
    Benchmark.parsing, Benchmark.planning, Benchmark.shrinking, Benchmark.generation,
    Benchmark.simulation,
  ]

  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    if words.first == "all" {
      for benchmark in all { try measure(benchmark, []) }
      return
    }
    guard let benchmark = all.first(where: { $0.name == words.first }) else {
      for benchmark in all { print("\(benchmark.name): \(benchmark.summary)") }
      return
    }
    try measure(benchmark, Array(words.dropFirst()))
  }

  private static func measure(_ benchmark: Benchmark, _ options: [String]) throws {
    var report = Report()
    try benchmark.run(options, &report)
    print(report.text)
  }
}
