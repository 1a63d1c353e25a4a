extension RunReport {
  /// The report for people: the counterexamples, what was counted, what is doubtful.
  public var text: String {
    (counterexamples.flatMap(lines) + generatorLines + coverageLines + findingLines
      + statisticsLines)
      .joined(separator: "\n")
  }

  private func lines(_ counterexample: Counterexample<Value>) -> [String] {
    var lines = [
      "\(settings.name) does not hold for", "  \(indented("\(counterexample.value)"))",
      "because", "  \(indented(counterexample.failure.message))",
    ]
    lines += counterexample.notes.map { "  note: \(indented($0))" }
    let found = counterexample.iteration.map {
      "found by iteration \($0) of seed \(counterexample.seed), "
    }
    lines.append(
      (found ?? "") + "shrunk from \(counterexample.initialChoices) to "
        + "\(counterexample.choices.choices.count) choices in \(counterexample.evaluations) runs: "
        + counterexample.outcome.rawValue)
    if let adaptation = counterexample.adaptation, adaptation.adapted > 0 {
      lines.append(
        "replayed with \(adaptation.adapted) of \(adaptation.total) choices adapted")
    }
    lines.append("replay: \(counterexample.token.text)")
    return lines
  }

  private var generatorLines: [String] {
    generatorFailures.flatMap { failure in
      ["\(settings.name): \(indented(failure.description))", "replay: \(failure.token)"]
    }
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  ")
  }

  private var coverageLines: [String] {
    coverage.filter { $0.value == .failed }.keys.sorted { $0.label < $1.label }.map { requirement in
      let share =
        Double(statistics.labels[requirement.label] ?? 0) / Double(max(1, statistics.judged))
      return "\"\(requirement.label)\" occurs in \(percent(share)) of the cases, "
        + "which is too rare: \(percent(requirement.share)) are required"
    }
  }

  private var findingLines: [String] { findings.map { "\($0.kind.rawValue): \($0.message)" } }

  private var statisticsLines: [String] {
    if isReplay {
      return counterexamples.isEmpty && generatorFailures.isEmpty && findings.isEmpty
        ? ["the replayed case does not fail"] : []
    }
    var lines = [
      "\(statistics.judged) cases\(statistics.isExhaustive ? ", all there are" : ""), "
        + "\(statistics.rejected) rejected, \(statistics.duplicates) drawn twice"
        + (statistics.climbed > 0 ? ", \(statistics.climbed) tried for higher scores" : "")
    ]
    lines += sorted(statistics.labels).map { "  \(percent($0.value)) \($0.key)" }
    for (table, values) in statistics.tables.sorted(by: { $0.key < $1.key }) {
      let total = values.values.reduce(0, +)
      lines.append("  \(table):")
      lines += values.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { value in
        "    \(percent(Double(value.value) / Double(max(1, total)))) \(value.key)"
      }
    }
    lines += statistics.scores.sorted { $0.key < $1.key }.map { "  highest \($0.key): \($0.value)" }
    return lines
  }

  private func sorted(_ counts: [String: Int]) -> [(key: String, value: Double)] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { ($0.key, Double($0.value) / Double(max(1, statistics.judged))) }
  }

  private func percent(_ share: Double) -> String {
    "\((share * 1000).rounded() / 10) %"
  }
}
