/// When a shrinker has to stop, and whom it asks.
struct ShrinkLimits {
  var evaluations = 5_000
  /// Asked before each evaluation: whether time is up, or somebody cancelled.
  var mustStop: () -> ShrinkOutcome? = { nil }
}

/// Why a shrinker stopped.
public enum ShrinkOutcome: String, Hashable, Sendable {
  /// No pass finds anything simpler.
  case fixedPoint = "nothing simpler fails"
  /// The permitted number of evaluations was spent.
  case evaluations = "the limit of evaluations was reached"
  /// The time was up.
  case time = "the time was up"
  /// The task was cancelled.
  case cancelled = "the run was cancelled"
}
