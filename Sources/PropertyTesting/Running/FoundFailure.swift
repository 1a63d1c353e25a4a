/// A failure before it is shrunk.
struct FoundFailure {
  let failure: Failure
  let sequence: ChoiceSequence
  /// The iteration that found it; `nil` for a saved, enumerated or targeted case.
  let iteration: Int?
  /// How much of a saved case was still there; `nil` for a fresh one.
  var adaptation: Adaptation?
  /// The seed that the iteration belongs to; `nil` when it is the run's.
  var seed: UInt64?
}

/// How well a saved case fitted a generator that may have changed since.
public struct Adaptation: Hashable, Sendable {
  /// Choices that were made otherwise than the saved case says, or were not in it, or are not needed.
  public let adapted: Int
  /// Choices of the saved case.
  public let total: Int
}
