public import MigrationEngine

/// What a check found.
public struct CheckReport: Hashable, Sendable {
  /// The directory as it was given.
  public var directory: String
  /// The SQL the migrations are written in.
  public var dialect: SQLDialect
  /// Why it is taken for that dialect.
  public var dialectReason: String
  /// How many migrations there are.
  public var migrationCount: Int
  /// How many statements they have.
  public var statementCount: Int
  /// What the migrations ran on: `catalog`, `SQLite 3.40.1`.
  public var engines: [String]
  /// In filename order, then by place.
  public var findings: [Finding]
  /// Refusals that only follow from ones among the findings.
  public var followingCount: Int
  /// Statements the model does not know, a line for each reason with how often it occurs.
  public var unmodelled: [UnmodelledStatements]
  /// Statements of which model and engine say different things: defects of shaketable.
  public var disagreements: [Finding]
  /// Files passed over, each with its reason.
  public var skippedFiles: [String]

  package init(
    directory: String, dialect: SQLDialect, dialectReason: String, migrationCount: Int,
    statementCount: Int, engines: [String], findings: [Finding], followingCount: Int,
    unmodelled: [UnmodelledStatements], disagreements: [Finding], skippedFiles: [String]
  ) {
    self.directory = directory
    self.dialect = dialect
    self.dialectReason = dialectReason
    self.migrationCount = migrationCount
    self.statementCount = statementCount
    self.engines = engines
    self.findings = findings
    self.followingCount = followingCount
    self.unmodelled = unmodelled
    self.disagreements = disagreements
    self.skippedFiles = skippedFiles
  }

  /// Errors among the findings decide; a disagreement matters only where there is none.
  public var exitStatus: ExitStatus {
    if findings.contains(where: { $0.severity == .error }) { return .findings }
    return disagreements.isEmpty ? .clean : .defect
  }
}

/// Statements that the model is silent on, for one reason.
public struct UnmodelledStatements: Hashable, Sendable {
  /// Why the model does not know.
  public var reason: String
  /// How many statements.
  public var count: Int
  /// The place of the first one: `0001.sql:3:1`.
  public var firstPlace: String

  package init(reason: String, count: Int, firstPlace: String) {
    self.reason = reason
    self.count = count
    self.firstPlace = firstPlace
  }
}
