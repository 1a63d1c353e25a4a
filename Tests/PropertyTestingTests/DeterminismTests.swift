import ShrinkingChallenges
import Testing

@testable import PropertyTesting

@Suite struct `Ten thousand seeds` {
  /// If this fails without a wish to change how cases are drawn, something has become random.
  ///
  /// After a wished change, the new number belongs here, and old seeds lead elsewhere.
  @Test func `give one trace, in every build`() throws {
    let trace = try Challenges.schema.trace(ofIterations: 10_000, seed: 42)
    #expect(String(trace, radix: 16) == "3b4c92c4dea4108d")
  }

  @Test func `are judged alike alone and with two workers`() async {
    let property: @Sendable ([Table], Observations) throws -> Void = { tables, observations in
      observations.tabulate("digest", "\(digest(of: tables))")
    }
    let settings = RunSettings(seed: 42, iterations: 10_000)
    let alone = PropertyRunner(settings).run(Challenges.schema, property: property)
    let together = await PropertyRunner(settings).run(
      Challenges.schema, workers: 2, property: property)
    #expect(alone.statistics == together.statistics)
    #expect(alone.statistics.judged == 10_000)
    #expect((alone.statistics.tables["digest"]?.count ?? 0) > 9_000)
  }
}

/// Everything in some tables as one number; light, because it is made ten thousand times.
private func digest(of tables: [Table]) -> Int {
  var hasher = Hasher()
  hasher.combine(tables)
  return hasher.finalize()
}
