import DatabaseModel
package import Engines
package import MigrationGenerators
import SQLSyntax

/// A model and an engine that are given the same statements, and compared after each.
package final class DifferentialPair {
  private let models: [any Session]
  private let engines: [any Session]
  private let sequence: StatementSequence
  /// After how many statements catalog and row digests are compared; the end always does.
  private let interval: Int
  package private(set) var tally = DifferentialTally()

  package init(
    models: [any Session], engines: [any Session], sequence: StatementSequence, interval: Int
  ) {
    self.models = models
    self.engines = engines
    self.sequence = sequence
    self.interval = interval
  }

  /// Runs the sequence on both.
  ///
  /// - Throws: The first ``Divergence`` that is not known.
  package func run() throws {
    for (number, step) in sequence.steps.enumerated() {
      guard try take(step, number) else {
        tally.cut += sequence.steps.count - number - 1
        return
      }
      if (number + 1) % interval == 0 || number == sequence.steps.count - 1 {
        try compareStates(step, number)
      }
    }
  }

  /// - Returns: Whether both sides are still in step.
  private func take(_ step: SequenceStep, _ number: Int) throws -> Bool {
    let model = models[step.lane]
    let engine = engines[step.lane]
    count(step) { $0.drawn += 1 }
    tally.statements += 1
    let foretold = model.run(step.statement)
    if let failure = foretold.failure, failure.error.scope == .unmodelled {
      // Not sent to the engine, so that both sides stay alike.
      tally.unmodelled += 1
      tally.reasons[failure.error.message, default: 0] += 1
      count(step) { $0.unmodelled += 1 }
      return true
    }
    let actual = engine.run(SQLPrinter(dialect: sequence.dialect).print(step.statement))
    if let undone = undoForRows(model, foretold, actual) {
      tally.decidedByRows += 1
      return undone == engine.status
    }
    for difference in OutcomeComparison(step.statement, foretold, actual, rows: hasRows(model))
      .differences
    {
      try report(difference.aspect, difference.model, difference.engine, step, number)
    }
    note(step, actual)
    return true
  }

  private func hasRows(_ model: any Session) -> Bool { !(model is CatalogSession) }

  /// Where the model has no rows, takes back what only rows can refuse.
  ///
  /// - Returns: The model's status after it; `nil` where nothing was to take back.
  private func undoForRows(
    _ model: any Session, _ foretold: ScriptOutcome, _ actual: ScriptOutcome
  ) -> TransactionStatus? {
    guard let model = model as? CatalogSession, foretold.failure == nil,
      let error = actual.failure?.error, !model.demands.isEmpty
    else { return nil }
    let isForetold = model.demands.contains { demand in
      if case .isEmpty(_, let foretold) = demand {
        foretold.message == error.message
      } else {
        false
      }
    }
    let isOfRows =
      ["22", "23"].contains(String(error.state?.rawValue.prefix(2) ?? ""))
      || error.state == nil && error.resultCode != 1 || error.message.hasSuffix("constraint failed")
      || error.message.hasPrefix("non-deterministic use")
    guard isForetold || isOfRows else { return nil }
    model.undo()
    return model.status
  }

  private func count(_ step: SequenceStep, _ change: (inout DifferentialTally.KindTally) -> Void) {
    change(&tally.kinds[step.kind, default: DifferentialTally.KindTally()])
  }

  private func note(_ step: SequenceStep, _ actual: ScriptOutcome) {
    guard let error = actual.failure?.error else {
      tally.accepted += 1
      return count(step) { $0.accepted += 1 }
    }
    tally.refused += 1
    count(step) { $0.refused += 1 }
    let check = RefusalTemplate(error).text
    tally.refusals[step.kind, default: [:]][check, default: 0] += 1
  }

  private func compareStates(_ step: SequenceStep, _ number: Int) throws {
    // In a failed transaction nothing can be read.
    guard let lane = engines.indices.first(where: { engines[$0].status != .failed }) else { return }
    // An open transaction of another session may keep this one from reading.
    if engines.count > 1, engines.contains(where: { $0.status != .idle }) { return }
    let difference = CatalogDifference(
      from: try models[lane].readCatalog(), to: try engines[lane].readCatalog())
    tally.catalogs += 1
    if let first = difference.items.first {
      try report("catalog", "\(first.path)", difference.description, step, number)
    }
    guard hasRows(models[lane]) else { return }
    let foretold = try models[lane].readRowDigests()
    let actual = try engines[lane].readRowDigests()
    tally.digests += 1
    for path in Set(foretold.keys).union(actual.keys).sorted() where foretold[path] != actual[path]
    {
      try report(
        "rows of a table", "\(path): \(foretold[path].map { "\($0)" } ?? "none")",
        "\(path): \(actual[path].map { "\($0)" } ?? "none")", step, number)
    }
  }

  private func report(
    _ aspect: String, _ model: String, _ engine: String, _ step: SequenceStep, _ number: Int
  ) throws {
    let divergence = Divergence(
      step: number, kind: step.kind, aspect: aspect, model: model, engine: engine,
      sequence: StatementSequence(
        dialect: sequence.dialect, lanes: sequence.lanes,
        steps: Array(sequence.steps.prefix(number + 1))))
    if let known = KnownDifference.all.first(where: { $0.matches(divergence) }) {
      tally.known[known.id, default: 0] += 1
      return
    }
    throw divergence
  }
}
