/// Runs a shrunk case again before anybody is told of it.
struct Confirmation<Value> {
  enum Outcome {
    case confirmed(Counterexample<Value>)
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
    let verdict = Experiment.verdict {
      let drawn = try source.draw(generator)
      value = drawn
      try property(drawn, source.observations)
    }
    guard source.sequence.choices == result.best.choices else {
      return .flaky(
        "the generator made something else of the same choices; it must not use other randomness, "
          + "the time, or the order of a set or dictionary")
    }
    guard case .failed(let failure) = verdict, failure.origin == found.failure.origin, let value
    else { return generatorFailure(found, verdict) }
    return .confirmed(
      Counterexample(
        value: value, failure: failure, notes: source.observations.notes, choices: result.best,
        token: token(for: found, result.best), iteration: found.iteration,
        initialChoices: found.sequence.choices.count, evaluations: result.evaluations,
        outcome: result.outcome, adaptation: found.adaptation))
  }

  private func generatorFailure(_ found: FoundFailure, _ verdict: Verdict) -> Outcome {
    var now = "now it passes"
    if case .failed(let failure) = verdict { now = "now it says: \(failure.message)" }
    if case .rejected = verdict { now = "now it is rejected" }
    return .flaky(
      "a case failed (\(found.failure.message)) and, judged again, did something else: \(now)")
  }

  /// The choices, if that is short, or else the seed.
  private func token(for found: FoundFailure, _ best: ChoiceSequence) -> ReplayToken {
    let choices = ReplayToken(choices: best, property: settings.name)
    guard let iteration = found.iteration, choices.text.count > 400 else { return choices }
    return ReplayToken(seed: settings.seed, iteration: iteration, property: settings.name)
  }
}
