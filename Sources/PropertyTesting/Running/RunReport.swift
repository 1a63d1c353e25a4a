/// What came of testing a property.
public struct RunReport<Value> {
  /// How it was tested.
  public let settings: RunSettings
  /// The failures, shrunk; one of each origin, in the order in which they were found.
  public let counterexamples: [Counterexample<Value>]
  /// Failures of the generator itself, which left the property without a value; shrunk too.
  public let generatorFailures: [SavedFailure]
  /// What was counted.
  public let statistics: RunStatistics
  /// What makes the verdict worth less.
  public let findings: [HealthFinding]
  /// Whether required labels occur often enough; empty after a failure.
  public let coverage: [CoverageRequirement: CoverageRequirement.State]
  /// Saved failures that do not fail any more.
  public let fixed: [SavedFailure]
  /// Whether one case was replayed, and nothing searched.
  public let isReplay: Bool

  /// Whether the property held, was tested on enough cases, and met its requirements.
  public var holds: Bool {
    counterexamples.isEmpty && generatorFailures.isEmpty && !findings.contains(where: \.isFailure)
      && !coverage.values.contains(.failed)
  }
}

extension RunReport: Sendable where Value: Sendable {}
