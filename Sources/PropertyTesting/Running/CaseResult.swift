/// What became of one case of a search; it can cross from a worker to the search.
struct CaseResult: Sendable {
  /// What a case was said to be, copied out of ``Observations``.
  struct Observed: Sendable {
    var labels: Set<String> = []
    var rows: [Observations.TableRow] = []
    var scores: [String: Double] = [:]
  }

  var iteration: Int
  let fingerprint: Fingerprint
  /// Whether the generator made a value; what it gave up is known by nothing.
  let wasDrawn: Bool
  /// `nil` when the case was known, and not judged again.
  let verdict: Verdict?
  /// Kept when the case failed or was given a score.
  let sequence: ChoiceSequence?
  let observed: Observed
  let drawing: Duration
  let total: Duration
}

extension CaseResult {
  /// Draws and judges a case.
  ///
  /// The property runs only if the case is not known.
  init(
    _ iteration: Int, _ source: ChoiceSource, experiment: Experiment, clock: RunClock,
    isKnown: (Fingerprint) -> Bool
  ) {
    let start = clock.now()
    var drawn = start
    var wasDrawn = false
    let result = experiment.attempt(source) { source in
      drawn = clock.now()
      wasDrawn = true
      return !isKnown(Fingerprint(of: source.recorded))
    }
    let end = clock.now()
    self.iteration = iteration
    fingerprint = Fingerprint(of: source.recorded)
    self.wasDrawn = wasDrawn
    drawing = (wasDrawn ? drawn : end) - start
    total = end - start
    guard case .judged(let verdict) = result else {
      self.verdict = nil
      sequence = nil
      observed = Observed()
      return
    }
    self.verdict = verdict
    let seen = source.observations
    observed = Observed(labels: seen.labels, rows: seen.rows, scores: seen.scores)
    var isFailure = false
    if case .failed = verdict { isFailure = true }
    sequence = isFailure || !seen.scores.isEmpty ? source.sequence : nil
  }
}
