import SQLSyntax

extension PlanReport {
  /// The plan for programs; the fields of `format` 1 keep their names and meanings.
  public func json() -> String {
    ReportJSON.encode(Fields(self))
  }

  private struct Fields: Encodable {
    var format = 1
    var directory: String
    var dialect: String
    var dialectReason: String
    var isOrdered: Bool
    var exitStatus: Int32
    var migrations: [Entry]
    var dependencies: [Edge]
    var cycles: [[String]]
    var findings: [DiagnosticRecord]
    var skippedFiles: [String]

    init(_ plan: PlanReport) {
      directory = plan.directory
      dialect = plan.dialect.rawValue
      dialectReason = plan.dialectReason
      isOrdered = plan.isOrdered
      exitStatus = plan.exitStatus.rawValue
      migrations = plan.migrations.map(Entry.init)
      dependencies = plan.dependencies.map(Edge.init)
      cycles = plan.cycles
      findings = plan.findings.map(\.record)
      skippedFiles = plan.skippedFiles
    }
  }

  private struct Entry: Encodable {
    var file: String
    var filenamePosition: Int
    var moveReasons: [String]

    init(_ migration: PlannedMigration) {
      file = migration.file
      filenamePosition = migration.filenamePosition
      moveReasons = migration.moveReasons
    }
  }

  private struct Edge: Encodable {
    var file: String
    var dependsOn: String
    var types: [String]

    init(_ dependency: PlannedDependency) {
      file = dependency.file
      dependsOn = dependency.dependsOn
      types = dependency.types
    }
  }
}
