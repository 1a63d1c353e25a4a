/// A value for which a property does not hold, as simple as it could be made.
public struct Counterexample<Value> {
  /// The value.
  public let value: Value
  /// How the property failed.
  public let failure: Failure
  /// What the generator and the property noted on the way.
  public let notes: [String]
  /// The decisions that make the value.
  public let choices: ChoiceSequence
  /// Text that leads back here: see ``PropertyRunner/replay``.
  public let token: ReplayToken
  /// The iteration that found the failure; `nil` when no iteration did.
  public let iteration: Int?
  /// The seed that the iteration belongs to: the run's, or that of the token that was replayed.
  public let seed: UInt64
  /// How many choices the failing case had when it was found.
  public let initialChoices: Int
  /// How often the property ran while the case was shrunk.
  public let evaluations: Int
  /// Why shrinking ended.
  public let outcome: ShrinkOutcome
  /// For a saved case: how well it still fitted the generator.
  public let adaptation: Adaptation?

  /// What to keep for the next run.
  public var saved: SavedFailure {
    SavedFailure(token: token.text, origin: failure.origin, description: "\(value)")
  }
}

extension Counterexample: Sendable where Value: Sendable {}
