extension PropertyRunner {
  /// How many iterations one worker draws at a time.
  private static let batch = 16

  /// Tests a property with several workers.
  ///
  /// The report is the same for any number of workers: iterations are judged at the same time but
  /// counted in order, and what one would not have judged is dropped. Shrinking uses one worker.
  public func run<Value>(
    _ generator: Generator<Value>, workers: Int,
    property: @escaping @Sendable (Value, Observations) throws -> Void
  ) async -> RunReport<Value> {
    let search = Search(
      Experiment(generator, announce: announcer, property: property), settings: settings,
      clock: clock)
    let fixed = begin(search)
    if replay == nil, !search.exhaust() {
      while let iterations = search.nextIterations(batch: Self.batch * max(1, workers)) {
        let known = search.known
        let claims = CaseClaims()
        let (settings, clock, announcer) = (settings, clock, announcer)
        let judge: @Sendable (Int) -> CaseResult = { iteration in
          CaseResult(
            iteration, Search.source(ofIteration: iteration, settings),
            experiment: Experiment(generator, announce: announcer, property: property),
            clock: clock, isKnown: { known.contains($0) || !claims.claim($0) })
        }
        let results = await Self.results(of: iterations, workers: max(1, workers), judge)
        search.absorb(CaseClaims.settled(results))
      }
      search.climb()
    }
    return finish(search, generator, fixed: fixed, property: property)
  }

  private static func results(
    of iterations: Range<Int>, workers: Int, _ judge: @escaping @Sendable (Int) -> CaseResult
  ) async -> [CaseResult] {
    await withTaskGroup(of: [CaseResult].self) { group in
      for worker in 0..<workers {
        group.addTask {
          stride(from: iterations.lowerBound + worker, to: iterations.upperBound, by: workers)
            .map(judge)
        }
      }
      var results: [CaseResult] = []
      for await part in group { results += part }
      return results.sorted { $0.iteration < $1.iteration }
    }
  }
}
