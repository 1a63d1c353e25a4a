/// Something about a run that makes its verdict worth less, with the measurement and the remedy.
public struct HealthFinding: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Most cases were rejected before they could be judged.
    case tooManyRejections
    /// Many cases needed more choices than allowed.
    case tooLarge
    /// Most of the time went into drawing cases.
    case slowGeneration
    /// A failure did not fail again, or a generator made something else of the same choices.
    case flaky
    /// Most cases were drawn before.
    case duplicates
    /// A required label is neither surely often enough nor surely too rare.
    case undecidedCoverage
    /// A saved failure could not be read, or does not fit any more.
    case savedFailure
    /// The run ended before the demanded number of cases was judged.
    case cutShort
  }

  /// What is wrong.
  public let kind: Kind
  /// What was measured, and what to do about it.
  public let message: String

  /// Whether the run counts as failed because of it.
  public var isFailure: Bool { kind == .flaky || kind == .tooManyRejections }
}
