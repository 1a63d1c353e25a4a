/// A case from a token, and the ways of fitting it to a generator that may have changed.
struct SavedCase {
  let token: ReplayToken
  let settings: RunSettings

  /// What became of the case.
  enum Outcome {
    case failed(FoundFailure)
    /// The case fits the generator, and the property holds for it.
    case passed
    /// The case fits no more, or is rejected, so nothing is known about it.
    case doesNotFit
  }

  /// Replays the case.
  ///
  /// If it does not fit any more, it is read in other ways too; none of them searches.
  func replay(_ experiment: Experiment) -> Outcome {
    switch token.content {
    case .seed(let seed, let iteration):
      var settings = settings
      settings.seed = seed
      let source = Search.source(ofIteration: iteration, settings)
      let verdict = verdict(experiment, source)
      guard case .failed(let failure) = verdict else {
        return verdict == .passed ? .passed : .doesNotFit
      }
      return .failed(
        FoundFailure(
          failure: failure, sequence: source.sequence, iteration: iteration, seed: seed))
    case .choices(let script): return replay(script, experiment)
    case .values(let values):
      let source = ChoiceSource(values: values, strict: false, limit: settings.mostChoices)
      let verdict = verdict(experiment, source)
      guard case .failed(let failure) = verdict else {
        return verdict == .passed ? .passed : .doesNotFit
      }
      return .failed(
        FoundFailure(failure: failure, sequence: source.sequence, iteration: nil))
    }
  }

  private func replay(_ script: [ScriptToken], _ experiment: Experiment) -> Outcome {
    let total = script.count { $0.tag == .choice }
    var inOrder: ChoiceSequence?
    for reading in ReplayReader.Reading.allCases {
      let source = ChoiceSource(replaying: script, limit: settings.mostChoices, reading: reading)
      let verdict = verdict(experiment, source)
      if case .failed(let failure) = verdict {
        return found(failure, source, kept: source.reader.kept, of: total)
      }
      // A case that fits as it is and passes is fixed; other readings would be other cases.
      if source.reader.kept == total, source.recorded.count == total {
        return verdict == .passed ? .passed : .doesNotFit
      }
      inOrder = inOrder ?? source.sequence
    }
    return aligned(script, experiment, to: inOrder ?? .empty, of: total) ?? .doesNotFit
  }

  /// How often a case is fitted again to what the last fit made the generator draw.
  private static let rounds = 4

  private func aligned(
    _ script: [ScriptToken], _ experiment: Experiment, to first: ChoiceSequence, of total: Int
  ) -> Outcome? {
    let old = CaseTree.trees(of: script)
    for alignment in CaseAlignment.all {
      var drawn = first
      for _ in 0..<Self.rounds {
        let fit = alignment.fitted(old, to: drawn)
        let source = ChoiceSource(replaying: fit.script, limit: settings.mostChoices)
        if case .failed(let failure) = verdict(experiment, source) {
          return found(failure, source, kept: fit.kept, of: total)
        }
        if source.sequence == drawn { break }
        drawn = source.sequence
      }
    }
    return nil
  }

  private func found(
    _ failure: Failure, _ source: ChoiceSource, kept: Int, of total: Int
  ) -> Outcome {
    let adapted = max(0, max(total, source.recorded.count) - kept)
    return .failed(
      FoundFailure(
        failure: failure, sequence: source.sequence, iteration: nil,
        adaptation: Adaptation(adapted: adapted, total: total)))
  }

  private func verdict(_ experiment: Experiment, _ source: ChoiceSource) -> Verdict? {
    guard case .judged(let verdict) = experiment.attempt(source, { _ in true }) else { return nil }
    return verdict
  }
}
