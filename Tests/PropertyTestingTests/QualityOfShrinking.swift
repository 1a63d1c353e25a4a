import PropertyTesting
import ShrinkingChallenges
import Testing

/// Where a perfect shrinker ends is known for every challenge; a hundred seeds are in the benchmark.
@Suite struct `Shrinking` {
  /// How many seeds are affordable with every test run.
  private static let seeds: UInt64 = 100

  @Test(arguments: Challenges.all.map(\.name))
  func `ends in the normal form of a challenge`(name: String) throws {
    let challenge = try #require(Challenges.all.first { $0.name == name })
    var others: [String: Int] = [:]
    for seed in 0..<Self.seeds {
      let result = try #require(
        try challenge.run(.seed(1000 + seed, iterations: 500_000)), "seed \(seed) finds nothing")
      if result.final != challenge.normalForm { others[result.final, default: 0] += 1 }
    }
    let share = 1 - Double(others.values.reduce(0, +)) / Double(Self.seeds)
    #expect(share >= min(challenge.floor, 1), "ended in \(others)")
  }

  @Test func `needs two thirds of the evaluations that Hypothesis needs from the same start`()
    throws
  {
    let starts = try SameStart.starts()
    var (ours, theirs) = (0.0, 0.0)
    for anchor in SameStart.hypothesis {
      let challenge = try #require(Challenges.all.first { $0.name == anchor.name })
      let runs = try (starts[anchor.name] ?? [])
        .compactMap { try challenge.run(.values($0)) }
      let evaluations = runs.map(\.evaluations).sorted()
      try #require(evaluations.count > 3, "\(anchor.name) has no starts")
      ours += Double(evaluations[evaluations.count / 2])
      theirs += anchor.evaluations
      let share = Double(runs.count { $0.final == challenge.normalForm }) / Double(runs.count)
      #expect(share >= anchor.minimal, "\(anchor.name) is below the anchor")
    }
    #expect(ours <= theirs * 2 / 3)
  }
}
