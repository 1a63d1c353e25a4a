extension Search {
  /// Replays saved cases; those that fail are failures, and the others are no longer needed.
  func replay(_ saved: [SavedFailure]) -> [SavedFailure] {
    saved.filter { failure in
      guard let token = token(of: failure) else { return false }
      switch SavedCase(token: token, settings: settings).replay(experiment) {
      case .failed(let found): add(found)
      case .passed: return true
      case .doesNotFit:
        noteUnfit("a saved case, \(failure.description), is kept, but")
      }
      return false
    }
  }

  /// Says that a case cannot be replayed.
  func noteUnfit(_ which: String) {
    findings.append(
      HealthFinding(
        kind: .savedFailure,
        message: "\(which) does not fit the generator any more, or is rejected"))
  }

  private func token(of failure: SavedFailure) -> ReplayToken? {
    do throws(ReplayTokenError) {
      return try ReplayToken(failure.token)
    } catch {
      findings.append(
        HealthFinding(
          kind: .savedFailure, message: "a saved failure is kept but not replayed: \(error)"))
      return nil
    }
  }

  /// Judges every case there is, if they are few.
  ///
  /// - Returns: Whether they were.
  func exhaust() -> Bool {
    guard settings.exhaustsSmallSpaces,
      Enumeration.isSmall(
        experiment, mostCases: min(settings.iterations, 1 << 16), mostChoices: settings.mostChoices)
    else { return false }
    var enumeration = Enumeration(mostChoices: settings.mostChoices)
    while let source = enumeration.source() {
      if isTimeUp { return true }
      keep(judge(source))
      enumeration.advance(after: source)
    }
    markExhaustive()
    return true
  }

  func keep(_ result: CaseResult) {
    if case .failed(let failure)? = result.verdict, let sequence = result.sequence {
      add(FoundFailure(failure: failure, sequence: sequence, iteration: nil))
    }
  }

  /// Where an iteration of a run draws from: the first is the simplest case, the others random.
  static func source(ofIteration iteration: Int, _ settings: RunSettings) -> ChoiceSource {
    let source =
      iteration == 0
      ? ChoiceSource(replaying: [], limit: settings.mostChoices)
      : ChoiceSource(
        seed: SplitMix64.seed(ofIteration: iteration, inRun: settings.seed),
        size: RunSettings.size(ofIteration: iteration), limit: settings.mostChoices)
    source.beginning = .seed(settings.seed, iteration: iteration)
    return source
  }

  /// Draws and judges iterations one after another.
  func searchAtRandom() {
    while let iterations = nextIterations(batch: 1) {
      for iteration in iterations {
        absorb([
          CaseResult(
            iteration, Self.source(ofIteration: iteration, settings), experiment: experiment,
            clock: clock, isKnown: known.contains)
        ])
      }
    }
  }

  /// Changes the cases with the highest scores, looking for higher ones; spends half as many cases
  /// again as the run was given.
  func climb() {
    guard failures.isEmpty, !champions.isEmpty else { return }
    let labels = champions.keys.sorted()
    let share = max(1, settings.iterations / 2 / labels.count)
    for label in labels {
      guard let champion = champions[label] else { continue }
      var climb = HillClimb(
        label: label, score: champion.score, best: champion.sequence,
        numbers: SplitMix64(seed: settings.seed ^ UInt64(SpanLabel(named: label).word)))
      for _ in 0..<share where failures.isEmpty && !isTimeUp {
        let candidate = climb.candidate()
        let result = judge(
          ChoiceSource(replaying: candidate, limit: settings.mostChoices), climbs: true)
        climb.learn(from: result)
        keep(result)
      }
    }
  }

  /// What the numbers say about the run itself.
  func examineHealth() {
    let statistics = statistics
    func found(_ kind: HealthFinding.Kind, _ message: String) {
      findings.append(HealthFinding(kind: kind, message: message))
    }
    let isFruitless = hasTooManyRejections && !statistics.isExhaustive
    if isFruitless || statistics.judged == 0 && failures.isEmpty && !isTimeUp {
      let reasons = statistics.rejections.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .prefix(3).map { "\($0.key) (\($0.value) times)" }.joined(separator: ", ")
      found(
        .tooManyRejections,
        "\(statistics.rejected) cases were rejected and \(statistics.judged) judged: \(reasons); "
          + "build the condition into the generator, or raise `rejectionRatio`")
    }
    if statistics.tooLarge * 10 > statistics.attempts, statistics.tooLarge > 1 {
      found(
        .tooLarge,
        "\(statistics.tooLarge) of \(statistics.attempts) cases needed more than "
          + "\(settings.mostChoices) choices; draw less, or raise `mostChoices`")
    }
    if statistics.drawing * 2 > statistics.searching, statistics.drawing > .seconds(1) {
      found(
        .slowGeneration,
        "\(statistics.drawing) of \(statistics.searching) went into drawing cases")
    }
    if isTimeUp, statistics.judged < settings.iterations, failures.isEmpty, !statistics.isExhaustive
    {
      found(
        .cutShort, "the time was up after \(statistics.judged) of \(settings.iterations) cases")
    }
    if !statistics.isExhaustive, statistics.duplicates > 2 * settings.iterations {
      found(
        .duplicates,
        "\(statistics.duplicates) of \(statistics.attempts) cases were drawn before; "
          + "the generator makes few different values")
    }
    if wanted < 1 {
      found(.cutShort, "\(wanted) cases were asked for, which is none; one was judged all the same")
    }
    for requirement in settings.coverage
    where failures.isEmpty && state(of: requirement) == .open && !statistics.isExhaustive {
      found(
        .undecidedCoverage,
        "\(statistics.judged) cases do not tell whether \"\(requirement.label)\" occurs in "
          + "\(requirement.share * 100) % of them")
    }
    findings.removeAll { settings.silenced.contains($0.kind) }
  }

  /// What is known about a requirement; of an exhausted space everything is.
  func state(of requirement: CoverageRequirement) -> CoverageRequirement.State {
    let occurrences = statistics.labels[requirement.label] ?? 0
    guard statistics.isExhaustive else {
      return requirement.state(occurrences: occurrences, cases: statistics.judged)
    }
    return Double(occurrences) >= requirement.share * Double(statistics.judged) ? .met : .failed
  }
}
