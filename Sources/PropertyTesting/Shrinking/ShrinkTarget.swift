/// The simplest failing case so far, and the one question a pass may ask about another.
final class ShrinkTarget {
  private(set) var best: ChoiceSequence
  /// The best case as a script; edited copies of it are the candidates.
  private(set) var script: [ScriptToken]
  /// Where in the script each choice stands.
  ///
  /// Of spans, `opened` and `closed` are the places.
  private(set) var places: [Int] = []
  /// How often the property ran.
  private(set) var evaluations = 0
  /// How often the generator ran.
  private(set) var replays = 0
  /// How often a candidate became the best case.
  private(set) var improvements = 0
  /// Failures of other origins that were met on the way: the simplest of each.
  private(set) var others: [String: ChoiceSequence] = [:]
  private(set) var stopped: ShrinkOutcome?
  let origin: String

  private let experiment: Experiment
  private let limits: ShrinkLimits
  private let isSimpler: (ChoiceSequence, ChoiceSequence) -> Bool
  private var cache: any ShrinkCache

  init(
    _ start: ChoiceSequence, origin: String, experiment: Experiment, limits: ShrinkLimits,
    cache: any ShrinkCache = VerdictCache(),
    isSimpler: @escaping (ChoiceSequence, ChoiceSequence) -> Bool = { $0.isSimpler(than: $1) }
  ) {
    best = start
    script = []
    self.origin = origin
    self.experiment = experiment
    self.limits = limits
    self.cache = cache
    self.isSimpler = isSimpler
    self.cache.remember(Fingerprint(of: start.choices), hasFailed: true)
    index()
  }

  private func index() {
    script = best.script
    places = script.indices.filter { script[$0].tag == .choice }
  }

  /// Makes a candidate the best case if it is simpler and fails in the same way.
  ///
  /// `onlyShorter`: whether it has to have fewer choices to be judged at all.
  @discardableResult
  func consider(_ candidate: [ScriptToken], onlyShorter: Bool = false) -> Bool {
    guard mayContinue, cache.isNew(script: candidate) else { return false }
    let source = ChoiceSource(replaying: candidate, limit: best.choices.count)
    let isWanted = { [self] (sequence: ChoiceSequence) in
      !(onlyShorter && sequence.choices.count >= best.choices.count) && isSimpler(sequence, best)
    }
    let result = attempt(source) { source in
      isWanted(source.sequence) && cache.hasFailed(fingerprint(of: source)) == nil
    }
    // A generator that fails was never asked whether its case is wanted.
    guard case .judged(let verdict) = result else { return false }
    let sequence = source.sequence
    guard isWanted(sequence), remember(verdict, of: sequence, source) else { return false }
    best = sequence
    improvements += 1
    index()
    return true
  }

  /// Whether a case fails that need not be simpler; the best case stays what it is.
  ///
  /// - Returns: `nil` when the property could not judge it.
  func fails(_ candidate: [ScriptToken]) -> Bool? {
    guard mayContinue else { return nil }
    let source = ChoiceSource(replaying: candidate, limit: best.choices.count + 64)
    var known: Bool?
    let result = attempt(source) { source in
      known = cache.hasFailed(fingerprint(of: source))
      return known == nil
    }
    if let known { return known }
    guard case .judged(let verdict) = result else { return nil }
    if case .rejected = verdict { return false }
    return remember(verdict, of: source.sequence, source)
  }

  private func fingerprint(of source: ChoiceSource) -> Fingerprint {
    Fingerprint(of: source.recorded)
  }

  private var mayContinue: Bool {
    if stopped == nil { stopped = limits.mustStop() }
    if stopped == nil, evaluations >= limits.evaluations { stopped = .evaluations }
    return stopped == nil
  }

  private func attempt(
    _ source: ChoiceSource, admit: (ChoiceSource) -> Bool
  ) -> Experiment.Result {
    replays += 1
    return experiment.attempt(source) { source in
      guard admit(source) else { return false }
      evaluations += 1
      return true
    }
  }

  /// Keeps a verdict for later.
  ///
  /// - Returns: Whether the case failed in the way we are looking for.
  private func remember(
    _ verdict: Verdict, of sequence: ChoiceSequence, _ source: ChoiceSource
  ) -> Bool {
    var hasFailed = false
    if case .failed(let failure) = verdict {
      hasFailed = failure.origin == origin
      if !hasFailed { keep(sequence, origin: failure.origin) }
    }
    cache.remember(fingerprint(of: source), hasFailed: hasFailed)
    return hasFailed
  }

  private func keep(_ sequence: ChoiceSequence, origin: String) {
    guard let known = others[origin] else {
      others[origin] = sequence
      return
    }
    if isSimpler(sequence, known) { others[origin] = sequence }
  }
}
