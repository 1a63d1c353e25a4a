public import PropertyTesting
public import Testing

/// Tests a property within a test: it has to hold for every value that a generator makes.
///
/// ```swift
/// @Test func `sorting twice is sorting once`() async {
///   await forAll(Generator<Int>.integer().array()) { numbers in
///     #expect(numbers.sorted().sorted() == numbers.sorted())
///   }
/// }
/// ```
///
/// Inside, `#expect`, `#require` and thrown errors all mean failure. They are silent during the
/// search; afterwards one issue is recorded where `forAll` was called, with the simplest value that
/// fails and the line that replays it.
///
/// `name`: tells this property from others of the same test; a test with one property needs none.
/// `workers`: how many cases are judged at the same time; the outcome is the same for any number.
/// `change`: changes the settings of the run, such as its seed and its required coverage.
public func forAll<Value>(
  _ generator: Generator<Value>, named name: String = "", iterations: Int = 100, workers: Int = 1,
  settings change: (inout RunSettings) -> Void = { _ in },
  sourceLocation: SourceLocation = #_sourceLocation,
  _ property: @escaping @Sendable (Value) throws -> Void
) async {
  await forAll(
    generator, named: name, iterations: iterations, workers: workers, settings: change,
    sourceLocation: sourceLocation
  ) { value, _ in try property(value) }
}

/// Tests a property that labels its cases, scores them, or notes what it did.
///
/// Otherwise it is the same as the one whose property takes a value only.
public func forAll<Value>(
  _ generator: Generator<Value>, named name: String = "", iterations: Int = 100, workers: Int = 1,
  settings change: (inout RunSettings) -> Void = { _ in },
  sourceLocation: SourceLocation = #_sourceLocation,
  _ property: @escaping @Sendable (Value, Observations) throws -> Void
) async {
  let context = PropertyContext.current
  var settings = RunSettings(name: PropertyName.name(named: name), iterations: iterations)
  settings.seed = context.seed ?? PropertyName.seed(of: settings.name)
  change(&settings)
  let stored = PropertyName.stored(settings.name, named: name, at: sourceLocation)
  let journal = CaseJournal(of: stored, in: context.store, workers: workers)
  defer { journal.close() }
  var outcome: PropertyOutcome
  do throws(ReplayTokenError) {
    let replay = try ReplayRequest.request(for: settings.name, in: context)
    let saved = context.store?.failures(of: stored) ?? []
    var runner = PropertyRunner(settings, clock: .continuous, saved: saved, replay: replay)
    runner.announce = journal.note
    outcome = await SilentRun.outcome(of: runner, generator, workers: workers, property)
  } catch {
    outcome = PropertyOutcome(problem: "\(error)")
  }
  // At a time limit the framework itself says what happened; half a search has nothing to add.
  if Task.isCancelled, outcome.problem == nil { return }
  outcome.warnings += [context.problem].compactMap { $0 }
  outcome.warnings += context.store?.update(outcome, of: stored) ?? []
  outcome.record(at: sourceLocation, named: settings.name)
}
