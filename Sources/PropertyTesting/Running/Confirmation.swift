/// Runs a shrunk case again before anybody is told of it.
struct Confirmation<Value> {
  enum Outcome {
    case confirmed(Counterexample<Value>)
    /// The generator fails, so there is no value.
    case generatorFailed(SavedFailure)
    case flaky(String)
  }

  private let generator: Generator<Value>
  private let property: (Value, Observations) throws -> Void
  private let settings: RunSettings

  init(
    _ generator: Generator<Value>,
    property: @escaping (Value, Observations) throws -> Void, settings: RunSettings
  ) {
    self.generator = generator
    self.property = property
    self.settings = settings
  }

  /// The counterexample, unless the case no longer fails, or comes out otherwise than before.
  func confirm(_ found: FoundFailure, _ result: Shrinker.Result) -> Outcome {
    let source = ChoiceSource(
      replaying: result.best.script, limit: max(settings.mostChoices, result.best.choices.count))
    var value: Value?
    let experiment = Experiment(generator) { [property] drawn, observations in
      value = drawn
      try property(drawn, observations)
    }
    let judged = experiment.attempt(source) { _ in true }
    guard source.sequence.choices == result.best.choices else {
      return .flaky(
        "the generator made something else of the same choices; it must not use other randomness, "
          + "the time, or the order of a set or dictionary")
    }
    guard case .judged(.failed(let failure)) = judged, failure.origin == found.failure.origin
    else { return changedItsMind(found, judged) }
    guard let value else {
      return .generatorFailed(
        SavedFailure(
          token: token(for: found, result.best).text, origin: failure.origin,
          description: failure.message))
    }
    return .confirmed(
      Counterexample(
        value: value, failure: failure, notes: source.observations.notes, choices: result.best,
        token: token(for: found, result.best), iteration: found.iteration,
        seed: found.seed ?? settings.seed,
        initialChoices: found.sequence.choices.count, evaluations: result.evaluations,
        outcome: result.outcome, adaptation: found.adaptation))
  }

  private func changedItsMind(_ found: FoundFailure, _ judged: Experiment.Result) -> Outcome {
    var now = "now it passes"
    if case .judged(.failed(let failure)) = judged { now = "now it says: \(failure.message)" }
    if case .judged(.rejected) = judged { now = "now it is rejected" }
    return .flaky(
      "a case failed (\(found.failure.message)) and, judged again, did something else: \(now)")
  }

  /// The choices, if that is short, or else the seed.
  private func token(for found: FoundFailure, _ best: ChoiceSequence) -> ReplayToken {
    let choices = ReplayToken(choices: best, property: settings.name)
    guard let iteration = found.iteration, choices.text.count > 400 else { return choices }
    return ReplayToken(
      seed: found.seed ?? settings.seed, iteration: iteration, property: settings.name)
  }
}
