import DatabaseModel

/// A statement of which the catalog and the engine say different things: a defect of the catalog.
struct Disagreement: Hashable, Sendable {
  var migration: Int
  var statement: Int
  var predicted: StatementVerdict
  var actual: StatementVerdict

  /// Compares the traces of one run on both; what is unmodelled agrees with anything.
  static func find(_ predicted: [MigrationTrace], _ actual: [MigrationTrace]) -> [Disagreement] {
    zip(predicted, actual).enumerated().flatMap { migration, traces in
      zip(traces.0.verdicts, traces.1.verdicts).enumerated().compactMap { statement, verdicts in
        agree(verdicts.0, verdicts.1)
          ? nil
          : Disagreement(
            migration: migration, statement: statement, predicted: verdicts.0, actual: verdicts.1)
      }
    }
  }

  private static func agree(_ predicted: StatementVerdict, _ actual: StatementVerdict) -> Bool {
    switch (predicted, actual) {
    case (.unmodelled, _), (_, .unmodelled), (.accepted, .accepted): true
    // The catalog has no rows: it says what they must satisfy, and the engine found that they do not.
    case (.accepted(ifRowsAllow: true), .refused): true
    case (.refused(let expected), .refused(let error)):
      expected.message == error.message && expected.state == error.state
        && expected.resultCode == error.resultCode
    default: false
    }
  }
}
