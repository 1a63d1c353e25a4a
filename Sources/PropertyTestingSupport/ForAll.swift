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
/// `change`: changes the settings of the run, such as its seed and its required coverage.
public func forAll<Value>(
  _ generator: Generator<Value>, named name: String = "", iterations: Int = 100,
  settings change: (inout RunSettings) -> Void = { _ in },
  sourceLocation: SourceLocation = #_sourceLocation,
  _ property: @escaping @Sendable (Value) throws -> Void
) async {
  await forAll(
    generator, named: name, iterations: iterations, settings: change,
    sourceLocation: sourceLocation
  ) { value, _ in try property(value) }
}

/// Tests a property that labels its cases, scores them, or notes what it did.
///
/// Otherwise it is the same as the one whose property takes a value only.
public func forAll<Value>(
  _ generator: Generator<Value>, named name: String = "", iterations: Int = 100,
  settings change: (inout RunSettings) -> Void = { _ in },
  sourceLocation: SourceLocation = #_sourceLocation,
  _ property: @escaping @Sendable (Value, Observations) throws -> Void
) async {
  let own = name
  let name = PropertyName.name(named: own)
  let stored = PropertyName.stored(name, named: own, at: sourceLocation)
  let context = PropertyContext.current
  var settings = RunSettings(name: name, iterations: iterations)
  settings.seed = context.seed ?? PropertyName.seed(of: name)
  change(&settings)
  let outcome: PropertyOutcome
  do throws(ReplayTokenError) {
    let replay = try ReplayRequest.request(for: name, in: context)
    let saved = context.store?.failures(of: stored) ?? []
    let runner = PropertyRunner(settings, clock: .continuous, saved: saved, replay: replay)
    outcome = await SilentRun.outcome(of: runner, generator, property)
  } catch {
    outcome = PropertyOutcome(problem: "\(error)")
  }
  // At a time limit the framework itself says what happened; half a search has nothing to add.
  if Task.isCancelled, outcome.problem == nil { return }
  context.store?.update(outcome, of: stored)
  outcome.record(at: sourceLocation, named: name)
}
