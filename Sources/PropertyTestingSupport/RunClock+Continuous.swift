import PropertyTesting

extension RunClock {
  /// Real time, and the cancellation of the task that runs the test, as at a time limit.
  static var continuous: RunClock {
    let start = ContinuousClock.now
    return RunClock(now: { ContinuousClock.now - start }, isCancelled: { Task.isCancelled })
  }
}
