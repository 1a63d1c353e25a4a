/// Measures what it is told to: `Benchmarks <name> [options]`; without a name, lists what there is.
@main struct Main {
  /// Every benchmark there is.
  static let all = [Benchmark.shrinking, Benchmark.generation]

  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    guard let benchmark = all.first(where: { $0.name == words.first }) else {
      for benchmark in all { print("\(benchmark.name): \(benchmark.summary)") }
      return
    }
    var report = Report()
    try benchmark.run(Array(words.dropFirst()), &report)
    print(report.text)
  }
}
