/// Looks for failures of one property.
///
/// What is found, and in which order, is a function of the settings alone, however many workers
/// draw cases.
final class Search {
  let experiment: Experiment
  let settings: RunSettings
  /// How many cases were asked for, before that was put within bounds.
  let wanted: Int
  let clock: RunClock
  private(set) var statistics = RunStatistics()
  /// The first failure of each origin, in the order in which they were found.
  private(set) var failures: [FoundFailure] = []
  var findings: [HealthFinding] = []
  /// The best case for each target.
  private(set) var champions: [String: (score: Double, sequence: ChoiceSequence)] = [:]
  /// Cases that were drawn, so that none is judged twice.
  private(set) var known: Set<Fingerprint> = []
  private var nextIteration = 0
  /// Where a search that found something ends, unless it ends sooner.
  private var end = Int.max
  private var isCutShort = false
  private let started: Duration

  init(_ experiment: Experiment, settings: RunSettings, clock: RunClock) {
    self.experiment = experiment
    self.settings = settings.bounded
    wanted = settings.iterations
    self.clock = clock
    started = clock.now()
  }

  /// Judges a case that does not belong to the iterations.
  ///
  /// `climbs`: whether it was made from another for its score, and so is no sample.
  func judge(_ source: ChoiceSource, climbs: Bool = false) -> CaseResult {
    let result = CaseResult(
      -1, source, experiment: experiment, clock: clock, isKnown: known.contains)
    if climbs {
      if result.wasDrawn { known.insert(result.fingerprint) }
      statistics.countClimbed(result)
    } else {
      count(result)
    }
    return result
  }

  /// Adds a failure, if its origin is new.
  func add(_ failure: FoundFailure) {
    guard !failures.contains(where: { $0.failure.origin == failure.failure.origin }) else { return }
    failures.append(failure)
  }

  private func count(_ result: CaseResult) {
    let isNew = !result.wasDrawn || known.insert(result.fingerprint).inserted
    statistics.count(result, isDuplicate: !isNew || result.verdict == nil)
    guard isNew, let sequence = result.sequence else { return }
    for (label, score) in result.observed.scores where score > champions[label]?.score ?? -.infinity
    {
      champions[label] = (score, sequence)
    }
  }

  /// The iterations that may be drawn next; `nil` when the search is over.
  ///
  /// `batch`: how many to draw at most.
  func nextIterations(batch: Int) -> Range<Int>? {
    if isOver { return nil }
    return nextIteration..<min(end, nextIteration + batch)
  }

  /// Takes the results of iterations, in order; what lies beyond the end of the search is dropped.
  func absorb(_ results: [CaseResult]) {
    for result in results where !isOver {
      nextIteration = result.iteration + 1
      count(result)
      if case .failed(let failure)? = result.verdict, let sequence = result.sequence {
        add(FoundFailure(failure: failure, sequence: sequence, iteration: result.iteration))
        // Go on for a while, because there may be more than one defect.
        end = min(end, result.iteration * 2 + 10)
      }
    }
  }

  private var isOver: Bool {
    nextIteration >= end || isTimeUp || hasEnoughCases || hasTooManyRejections
      || failures.count >= settings.mostFailures
  }

  private var hasEnoughCases: Bool {
    let wanted = settings.iterations
    guard statistics.judged >= wanted || hasTooManyDuplicates else { return false }
    guard failures.isEmpty, statistics.judged < wanted * 20, !hasTooManyDuplicates else {
      return true
    }
    return !openRequirements.contains { $0.state == .open }
  }

  private var hasTooManyDuplicates: Bool {
    statistics.duplicates > 2 * max(settings.iterations, statistics.judged)
  }

  var hasTooManyRejections: Bool {
    statistics.rejected > settings.rejectionRatio
      * max(1, settings.iterations / 4, statistics.judged)
  }

  private var openRequirements:
    [(requirement: CoverageRequirement, state: CoverageRequirement.State)]
  {
    settings.coverage.map { requirement in
      let occurrences = statistics.labels[requirement.label] ?? 0
      return (requirement, requirement.state(occurrences: occurrences, cases: statistics.judged))
    }
  }

  /// Whether the budget of time is spent, or somebody cancelled; noted when true.
  var isTimeUp: Bool {
    if clock.isCancelled() { isCutShort = true }
    if let budget = settings.timeBudget, clock.now() - started >= budget { isCutShort = true }
    return isCutShort
  }

  func markExhaustive() { statistics.isExhaustive = true }
}
