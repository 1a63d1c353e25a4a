/// One thing that is measured.
struct Benchmark: Sendable {
  /// The word after `Benchmarks` on the command line.
  let name: String
  /// What is measured, for the list of benchmarks.
  let summary: String
  /// Measures, and hands each figure to a report.
  ///
  /// The words after the name are options.
  let run: @Sendable ([String], inout Report) throws -> Void
}
