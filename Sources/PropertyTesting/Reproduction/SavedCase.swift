/// A case from a token, and the ways of fitting it to a generator that may have changed.
struct SavedCase {
  let token: ReplayToken
  let settings: RunSettings

  /// Replays the case.
  ///
  /// If it does not fit any more, it is read in other ways too; none of them searches.
  ///
  /// - Returns: The failure, or `nil` if no reading fails.
  func replay(_ experiment: Experiment) -> FoundFailure? {
    switch token.content {
    case .seed(let seed, let iteration):
      var settings = settings
      settings.seed = seed
      let source = Search.source(ofIteration: iteration, settings)
      var failure = found(experiment, source, iteration: iteration, adaptation: nil)
      failure?.seed = seed
      return failure
    case .choices(let script):
      for reading in ReplayReader.Reading.allCases {
        let source = ChoiceSource(
          replaying: script, limit: settings.mostChoices, reading: reading)
        let total = script.count { $0.tag == .choice }
        if var failure = found(experiment, source, iteration: nil, adaptation: nil) {
          let adapted = max(total, source.recorded.count) - source.reader.kept
          failure.adaptation = Adaptation(adapted: max(0, adapted), total: total)
          return failure
        }
        // A case that fits as it is and passes is fixed; other readings would be other cases.
        if source.reader.kept == total, source.recorded.count == total { return nil }
      }
      return nil
    }
  }

  private func found(
    _ experiment: Experiment, _ source: ChoiceSource, iteration: Int?, adaptation: Adaptation?
  ) -> FoundFailure? {
    guard case .judged(.failed(let failure)) = experiment.attempt(source, { _ in true }) else {
      return nil
    }
    return FoundFailure(
      failure: failure, sequence: source.sequence, iteration: iteration, adaptation: adaptation)
  }
}
