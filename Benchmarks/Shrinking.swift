import PropertyTesting
import ShrinkingChallenges

extension Benchmark {
  /// How often shrinking ends in the normal form, and how many evaluations it takes.
  ///
  /// Options: the number of seeds (100), a challenge to run alone, `passes` to see what
  /// each costs, `without=Name` to leave one out.
  static let shrinking = Benchmark(
    name: "shrinking", summary: "share of normal forms and evaluations, by challenge"
  ) { options, report in
    let seeds = options.compactMap { Int($0) }.first ?? 100
    let names = Set(
      options.filter { Int($0) == nil && $0 != "passes" && !$0.hasPrefix("without=") })
    let without = Set(
      options.filter { $0.hasPrefix("without=") }.map { String($0.dropFirst(8)) })
    let challenges = Challenges.all.filter { names.isEmpty || names.contains($0.name) }
    let showsPasses = options.contains("passes")
    report.row("challenge", "normal form", "distinct", "evaluations", "ninth decile", "replays")
    for challenge in challenges {
      let runs = try (0..<seeds).map { seed in
        try challenge.run(.seed(1000 + UInt64(seed), iterations: 500_000), without: without)
      }
      ShrinkingRow(challenge: challenge, runs: runs).add(to: &report, showsPasses)
    }
    try sameStart(challenges, &report, showsPasses)
  }

  /// The comparison that is fair: every run begins where a run of Hypothesis began.
  private static func sameStart(
    _ challenges: [Challenge], _ report: inout Report, _ showsPasses: Bool
  ) throws {
    let starts = try SameStart.starts()
    var (sum, theirs) = (0.0, 0.0)
    report.row(
      "from the same start", "normal form", "distinct", "evaluations", "ninth decile", "replays")
    for anchor in SameStart.hypothesis {
      guard let challenge = challenges.first(where: { $0.name == anchor.name }) else { continue }
      let runs = try (starts[anchor.name] ?? []).map { try challenge.run(.values($0)) }
      let row = ShrinkingRow(challenge: challenge, runs: runs.filter { $0 != nil })
      row.add(to: &report, showsPasses, against: anchor)
      sum += row.evaluations
      theirs += anchor.evaluations
    }
    guard theirs > 0 else { return }
    report.row("sum", "", "", short(sum), "", "Hypothesis \(short(theirs))")
    report.figure(
      "shrinking.same_start.sum", sum, "evaluations", ratio: sum / theirs,
      against: "Hypothesis 6.155.2")
  }
}

/// The figures of one challenge.
private struct ShrinkingRow {
  let challenge: Challenge
  let runs: [ChallengeResult?]

  private var found: [ChallengeResult] { runs.compactMap { $0 } }
  var evaluations: Double { median(found.map { Double($0.evaluations) }) }
  private var share: Double {
    runs.isEmpty
      ? 0 : Double(found.count { $0.final == challenge.normalForm }) / Double(runs.count)
  }

  func add(
    to report: inout Report, _ showsPasses: Bool,
    against anchor: (name: String, evaluations: Double, minimal: Double)? = nil
  ) {
    let results = Set(found.map(\.final))
    report.row(
      challenge.name, "\(short(share * 100)) %", "\(results.count)", short(evaluations),
      short(ninthDecile(found.map { Double($0.evaluations) })),
      anchor.map { "Hypothesis \(short($0.evaluations)), \(short($0.minimal * 100)) %" }
        ?? short(median(found.map { Double($0.replays) })))
    for result in results.filter({ $0 != challenge.normalForm }).sorted().prefix(3) {
      report.row("  not \(result.prefix(120)): \(found.count { $0.final == result })")
    }
    if showsPasses { addPasses(to: &report) }
    let kind = anchor == nil ? "shrinking" : "shrinking.same_start"
    report.figure("\(kind).\(challenge.name).share", share, "of runs")
    report.figure(
      "\(kind).\(challenge.name).evaluations", evaluations, "median",
      ratio: anchor.map { evaluations / $0.evaluations }, against: "Hypothesis 6.155.2")
  }

  private func addPasses(to report: inout Report) {
    var totals: [String: (evaluations: Int, improvements: Int)] = [:]
    for run in found {
      for (name, tally) in run.passes {
        totals[name, default: (0, 0)].evaluations += tally.evaluations
        totals[name, default: (0, 0)].improvements += tally.improvements
      }
    }
    for (name, tally) in totals.sorted(by: { $0.value.evaluations > $1.value.evaluations })
    where tally.evaluations > 0 {
      let each = Double(tally.evaluations) / Double(max(1, found.count))
      report.row("    \(name)", "", "", short(each), "", "\(tally.improvements) improvements")
    }
  }
}
