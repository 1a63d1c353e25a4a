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
    case .choices(let script):
      for reading in ReplayReader.Reading.allCases {
        let source = ChoiceSource(
          replaying: script, limit: settings.mostChoices, reading: reading)
        let total = script.count { $0.tag == .choice }
        let verdict = verdict(experiment, source)
        if case .failed(let failure) = verdict {
          let adapted = max(total, source.recorded.count) - source.reader.kept
          return .failed(
            FoundFailure(
              failure: failure, sequence: source.sequence, iteration: nil,
              adaptation: Adaptation(adapted: max(0, adapted), total: total)))
        }
        // A case that fits as it is and passes is fixed; other readings would be other cases.
        if source.reader.kept == total, source.recorded.count == total {
          return verdict == .passed ? .passed : .doesNotFit
        }
      }
      return .doesNotFit
    }
  }

  private func verdict(_ experiment: Experiment, _ source: ChoiceSource) -> Verdict? {
    guard case .judged(let verdict) = experiment.attempt(source, { _ in true }) else { return nil }
    return verdict
  }
}
