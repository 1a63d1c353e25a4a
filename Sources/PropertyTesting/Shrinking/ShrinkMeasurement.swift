/// What it cost to shrink one case, and what came of it: for benchmarks and for tests of quality.
package struct ShrinkMeasurement<Value> {
  /// The shrunk value.
  package let value: Value
  /// How often the property ran while the case was shrunk.
  package let evaluations: Int
  /// How often the generator ran while the case was shrunk.
  package let replays: Int
  /// How many cases were drawn before one failed; 0 for a case that was handed in.
  package let cases: Int
  /// The evaluations and improvements of each pass.
  package let passes: [String: (evaluations: Int, improvements: Int)]

  /// Where the case to shrink comes from.
  package enum Start {
    /// The first failing iteration of a run with a seed.
    case seed(UInt64, iterations: Int)
    /// Values in the order of drawing.
    case values([Int])
  }
}

extension ShrinkMeasurement {
  /// Shrinks a case with the standard passes, or without some of them, to see what they are worth.
  ///
  /// - Returns: `nil` when no case fails, or when the values are not a failing case.
  package static func measure(
    _ generator: Generator<Value>, from start: Start, without passes: Set<String> = [],
    property: @escaping (Value, Observations) throws -> Void
  ) throws -> ShrinkMeasurement? {
    try measure(
      generator, from: start, shrinker: Shrinker().without(passes), cache: VerdictCache(),
      isSimpler: { $0.isSimpler(than: $1) }, property: property)
  }

  static func measure(
    _ generator: Generator<Value>, from start: Start, shrinker: Shrinker,
    cache: any ShrinkCache,
    isSimpler: @escaping (ChoiceSequence, ChoiceSequence) -> Bool,
    property: @escaping (Value, Observations) throws -> Void
  ) throws -> ShrinkMeasurement? {
    let experiment = Experiment(generator, property: property)
    guard let (first, origin, cases) = failure(of: experiment, from: start) else { return nil }
    let target = ShrinkTarget(
      first, origin: origin, experiment: experiment, limits: shrinker.limits, cache: cache,
      isSimpler: isSimpler)
    let result = shrinker.shrink(target)
    let source = ChoiceSource(
      replaying: result.best.script, limit: result.best.choices.count)
    return ShrinkMeasurement(
      value: try source.draw(generator), evaluations: result.evaluations,
      replays: result.replays, cases: cases,
      passes: result.tally.mapValues { ($0.evaluations, $0.improvements) })
  }

  private static func failure(
    of experiment: Experiment, from start: Start
  ) -> (ChoiceSequence, origin: String, cases: Int)? {
    switch start {
    case .values(let values):
      let source = ChoiceSource(values: values, strict: true)
      return origin(of: experiment, source).map { (source.sequence, $0, 0) }
    case .seed(let seed, let iterations):
      for iteration in 0..<iterations {
        let source = ChoiceSource(seed: SplitMix64.seed(ofIteration: iteration, inRun: seed))
        if let origin = origin(of: experiment, source) {
          return (source.sequence, origin, iteration + 1)
        }
      }
      return nil
    }
  }

  private static func origin(of experiment: Experiment, _ source: ChoiceSource) -> String? {
    guard case .judged(.failed(let failure)) = experiment.attempt(source, { _ in true }) else {
      return nil
    }
    return failure.origin
  }
}
