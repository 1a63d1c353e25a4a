/// Tests a property: looks for cases that fail, and makes them simple.
///
/// ```swift
/// let report = PropertyRunner(RunSettings(name: "sorting keeps the length", seed: 7)).run(
///   Generator<Int>.integer().array()
/// ) { numbers, _ in
///   guard numbers.sorted().count == numbers.count else { throw PropertyFailure("it does not") }
/// }
/// ```
public struct PropertyRunner: Sendable {
  /// How the property is tested.
  public var settings: RunSettings
  /// How the run tells the time.
  public var clock: RunClock
  /// Cases that failed before; they are replayed first.
  public var saved: [SavedFailure]
  /// The one case to replay, instead of searching.
  public var replay: ReplayToken?

  /// Told of each case before it is drawn, so that one that never ends can be replayed.
  public var announce: (@Sendable (CaseAtWork) -> Void)?

  /// A runner with settings.
  public init(
    _ settings: RunSettings, clock: RunClock = .stopped, saved: [SavedFailure] = [],
    replay: ReplayToken? = nil
  ) {
    self.settings = settings
    self.clock = clock
    self.saved = saved
    self.replay = replay
  }

  /// Tests a property that throws when it does not hold.
  public func run<Value>(
    _ generator: Generator<Value>, property: (Value, Observations) throws -> Void
  ) -> RunReport<Value> {
    withoutActuallyEscaping(property) { property in
      let experiment = Experiment(generator, announce: announcer, property: property)
      let search = Search(experiment, settings: settings, clock: clock)
      let fixed = begin(search)
      if replay == nil, !search.exhaust() {
        search.searchAtRandom()
        search.climb()
      }
      return finish(search, generator, fixed: fixed, property: property)
    }
  }

  /// Tests a property that returns whether it holds.
  public func run<Value>(
    _ generator: Generator<Value>, holds property: (Value) throws -> Bool
  ) -> RunReport<Value> {
    run(generator) { value, _ in
      guard try property(value) else {
        throw PropertyFailure("the property does not hold", origin: "false")
      }
    }
  }

  /// Says what case is at work in the words of whoever asked to be told.
  var announcer: (@Sendable (ReplayToken.Content) -> Void)? {
    guard let announce else { return nil }
    let name = settings.name
    return { content in announce(CaseAtWork(content: content, property: name)) }
  }

  /// Replays what has to be replayed.
  ///
  /// - Returns: The saved failures that do not fail any more.
  func begin(_ search: Search) -> [SavedFailure] {
    guard let replay else { return search.replay(saved) }
    switch SavedCase(token: replay, settings: settings).replay(search.experiment) {
    case .failed(let found): search.add(found)
    case .passed: break
    case .doesNotFit: search.noteUnfit("the replayed case")
    }
    return []
  }

  /// Shrinks what was found, and reports.
  func finish<Value>(
    _ search: Search, _ generator: Generator<Value>, fixed: [SavedFailure],
    property: @escaping (Value, Observations) throws -> Void
  ) -> RunReport<Value> {
    var counterexamples: [Counterexample<Value>] = []
    var generatorFailures: [SavedFailure] = []
    var waiting = search.failures
    var origins = Set(waiting.map(\.failure.origin))
    while let found = waiting.first,
      counterexamples.count + generatorFailures.count < search.settings.mostFailures
    {
      waiting.removeFirst()
      let result = shrink(found, search.experiment)
      for (origin, sequence) in result.others.sorted(by: { $0.key < $1.key })
      where origins.insert(origin).inserted {
        waiting.append(
          FoundFailure(
            failure: Failure(origin: origin, message: origin), sequence: sequence, iteration: nil))
      }
      let confirmation = Confirmation(generator, property: property, settings: settings)
      switch confirmation.confirm(found, result) {
      case .confirmed(let counterexample): counterexamples.append(counterexample)
      case .generatorFailed(let failure):
        generatorFailures.append(failure)
      case .flaky(let message):
        search.findings.append(HealthFinding(kind: .flaky, message: message))
      }
    }
    if replay == nil { search.examineHealth() }
    return RunReport(
      settings: settings, counterexamples: counterexamples,
      generatorFailures: generatorFailures, statistics: search.statistics,
      findings: search.findings, coverage: replay == nil ? coverage(search) : [:],
      fixed: fixed, isReplay: replay != nil)
  }

  private func coverage(_ search: Search) -> [CoverageRequirement: CoverageRequirement.State] {
    // A search that ended at a failure says nothing about coverage.
    guard search.failures.isEmpty else { return [:] }
    return Dictionary(
      settings.coverage.map { ($0, search.state(of: $0)) }, uniquingKeysWith: { $1 })
  }

  private func shrink(_ found: FoundFailure, _ experiment: Experiment) -> Shrinker.Result {
    let start = clock.now()
    let limits = ShrinkLimits(evaluations: settings.shrinkEvaluations) { [clock, settings] in
      if clock.isCancelled() { return .cancelled }
      if let budget = settings.shrinkTime, clock.now() - start >= budget { return .time }
      return nil
    }
    let target = ShrinkTarget(
      found.sequence, origin: found.failure.origin, experiment: experiment, limits: limits)
    return Shrinker(limits: limits).shrink(target)
  }
}
