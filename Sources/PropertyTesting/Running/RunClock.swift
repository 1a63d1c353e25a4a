/// How a run tells the time, and whether somebody wants it to stop.
///
/// Time comes from outside, so that a run without it is a function of its settings.
public struct RunClock: Sendable {
  /// Time since some moment before the run.
  let now: @Sendable () -> Duration
  /// Whether the run should stop as soon as it can.
  let isCancelled: @Sendable () -> Bool

  /// A clock that reads the time, and asks about cancellation, by calling closures.
  public init(
    now: @escaping @Sendable () -> Duration,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.now = now
    self.isCancelled = isCancelled
  }

  /// A clock that stands still: no budget of time ever ends.
  public static let stopped = RunClock(now: { .zero })
}
