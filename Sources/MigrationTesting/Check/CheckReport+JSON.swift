import MigrationEngine
import SQLSyntax

extension CheckReport {
  /// The report for programs; the fields of `format` 1 keep their names and meanings.
  public func json() -> String {
    ReportJSON.encode(Fields(self))
  }

  private struct Fields: Encodable {
    var format = 1
    var directory: String
    var dialect: String
    var dialectReason: String
    var migrations: Int
    var statements: Int
    var engines: [String]
    var exitStatus: Int32
    var findings: [DiagnosticRecord]
    var followingRefusals: Int
    var unmodelled: [Silence]
    var disagreements: [DiagnosticRecord]
    var skippedFiles: [String]

    init(_ report: CheckReport) {
      directory = report.directory
      dialect = report.dialect.rawValue
      dialectReason = report.dialectReason
      migrations = report.migrationCount
      statements = report.statementCount
      engines = report.engines
      exitStatus = report.exitStatus.rawValue
      findings = report.findings.map(\.record)
      followingRefusals = report.followingCount
      unmodelled = report.unmodelled.map(Silence.init)
      disagreements = report.disagreements.map(\.record)
      skippedFiles = report.skippedFiles
    }
  }

  private struct Silence: Encodable {
    var reason: String
    var count: Int
    var firstPlace: String

    init(_ statements: UnmodelledStatements) {
      reason = statements.reason
      count = statements.count
      firstPlace = statements.firstPlace
    }
  }
}
