package import Engines
package import MigrationGenerators
import PropertyTesting
package import SQLSyntax

/// A search for sequences on which a model and an engine part.
package struct DifferentialCampaign {
  package var sequences: SequenceSettings
  package var seed: UInt64
  /// How many statements are compared at least.
  package var statements: Int
  package var interval: Int
  package var shrinkEvaluations: Int
  /// How many sequences are drawn under one seed.
  package var iterationsOfBatch = 250
  /// How many differences of different origin one batch reports.
  package var mostFindings = 4
  /// Whether the search goes on after a batch with findings.
  package var goesOn = false
  /// Told after each batch.
  package var progress: (DifferentialReport) -> Void = { _ in }
  /// Opens the sessions of one case on the model, and on the engine.
  package var models: () throws -> [any Session]
  package var engines: () throws -> [any Session]

  package init(
    sequences: SequenceSettings, seed: UInt64, statements: Int, interval: Int = 8,
    shrinkEvaluations: Int = 2_000, models: @escaping () throws -> [any Session],
    engines: @escaping () throws -> [any Session]
  ) {
    self.sequences = sequences
    self.seed = seed
    self.statements = statements
    self.interval = interval
    self.shrinkEvaluations = shrinkEvaluations
    self.models = models
    self.engines = engines
  }

  /// Searches until the statements are compared, or sequences were found on which the sides part.
  package func run() -> DifferentialReport {
    var report = DifferentialReport(dialect: sequences.dialect)
    var batch: UInt64 = 0
    while report.tally.statements < statements, goesOn || report.findings.isEmpty {
      run(seed: seed &+ batch, into: &report)
      batch += 1
      progress(report)
    }
    return report
  }

  private func run(seed: UInt64, into report: inout DifferentialReport) {
    var settings = RunSettings(
      name: "differential \(sequences.dialect.rawValue)", seed: seed, iterations: iterationsOfBatch)
    settings.exhaustsSmallSpaces = false
    settings.shrinkEvaluations = shrinkEvaluations
    settings.mostFailures = mostFindings
    var tally = DifferentialTally()
    let outcome = PropertyRunner(settings).run(Generator.statements(sequences)) { sequence, run in
      try judge(sequence, &tally)
    }
    report.tally.add(tally)
    report.batches += 1
    for found in outcome.counterexamples
    where !report.findings.contains(where: { $0.origin == found.failure.origin }) {
      report.findings.append(
        DifferentialFinding(
          sequence: found.value, message: found.failure.message, origin: found.failure.origin,
          token: found.token.text, seed: seed, evaluations: found.evaluations))
    }
    for failure in outcome.generatorFailures {
      report.findings.append(
        DifferentialFinding(
          sequence: StatementSequence(dialect: sequences.dialect, steps: []),
          message: failure.description, origin: failure.origin, token: failure.token, seed: seed,
          evaluations: 0))
    }
    for finding in outcome.findings { report.remarks.append("\(finding)") }
  }

  /// Runs one sequence on both sides.
  package func judge(_ sequence: StatementSequence, _ tally: inout DifferentialTally) throws {
    let pair = DifferentialPair(
      models: try models(), engines: try engines(), sequence: sequence, interval: interval)
    defer { tally.add(pair.tally) }
    do {
      try pair.run()
    } catch let divergence as Divergence {
      throw PropertyFailure(divergence.description, origin: divergence.origin)
    }
  }
}

/// One way in which a model and an engine part, shrunk.
package struct DifferentialFinding: Sendable {
  package var sequence: StatementSequence
  package var message: String
  package var origin: String
  package var token: String
  package var seed: UInt64
  package var evaluations: Int
}

/// What came of a campaign.
package struct DifferentialReport: Sendable {
  package var dialect: Dialect
  package var tally = DifferentialTally()
  package var findings: [DifferentialFinding] = []
  package var remarks: [String] = []
  package var batches = 0
}
