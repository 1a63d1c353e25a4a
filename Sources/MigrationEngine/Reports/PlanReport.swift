package import SQLSyntax

/// The order of a set of migrations, and why it is that.
public struct PlanReport: Hashable, Sendable {
  /// The directory as it was given.
  public var directory: String
  /// The SQL the migrations are written in.
  public var dialect: SQLDialect
  /// Why it is taken for that dialect.
  public var dialectReason: String
  /// The migrations in the order to run them; in filename order where no order works.
  public var migrations: [PlannedMigration]
  /// Who needs whom, by the later file, then the earlier one.
  public var dependencies: [PlannedDependency]
  /// Files that need each other, shortest circle first; each its files in order.
  public var cycles: [[String]]
  /// What is wrong with files, names, references and the order.
  public var findings: [Finding]
  /// Files passed over, each with its reason.
  public var skippedFiles: [String]
  /// What ``writeFix(to:)`` would write; `nil` where no change of files mends the set.
  let mended: MendedSet?

  package init(
    directory: String, dialect: SQLDialect, dialectReason: String,
    migrations: [PlannedMigration], dependencies: [PlannedDependency], cycles: [[String]],
    diagnostics: [Diagnostic], skippedFiles: [String], mended: MendedSet?
  ) {
    self.directory = directory
    self.dialect = dialect
    self.dialectReason = dialectReason
    self.migrations = migrations
    self.dependencies = dependencies
    self.cycles = cycles
    findings = diagnostics.map(Finding.init)
    self.skippedFiles = skippedFiles
    self.mended = mended
  }

  /// Whether an order exists.
  public var isOrdered: Bool { cycles.isEmpty }

  /// Errors among the findings are findings; a file that moved is one too, because runners that go
  /// by filename do not know of it.
  public var exitStatus: ExitStatus {
    findings.contains { $0.severity == .error } ? .findings : .clean
  }

  package var diagnostics: [Diagnostic] { findings.map(\.diagnostic) }
}

/// One migration in a plan.
public struct PlannedMigration: Hashable, Sendable {
  /// The file's name within the directory.
  public var file: String
  /// Its place in filename order, from 0.
  public var filenamePosition: Int
  /// Why it does not stand where its name puts it: one sentence a reason; empty where it does.
  public var moveReasons: [String]

  package init(file: String, filenamePosition: Int, moveReasons: [String]) {
    self.file = file
    self.filenamePosition = filenamePosition
    self.moveReasons = moveReasons
  }

  /// Whether it stands elsewhere than its name puts it.
  public var isMoved: Bool { !moveReasons.isEmpty }
}

/// "`file` must run after `dependsOn`.".
public struct PlannedDependency: Hashable, Sendable {
  /// The later file.
  public var file: String
  /// The earlier file.
  public var dependsOn: String
  /// The kinds of need, sorted: `column`, `table`, ….
  public var types: [String]

  package init(file: String, dependsOn: String, types: [String]) {
    self.file = file
    self.dependsOn = dependsOn
    self.types = types
  }
}

/// The files of a set that needs no further change.
package struct MendedSet: Hashable, Sendable {
  /// Names relative to the new directory, and their text.
  package var files: [(name: String, bytes: [UInt8])]
  /// What was done, a sentence each.
  package var changes: [String]

  package init(files: [(name: String, bytes: [UInt8])], changes: [String]) {
    self.files = files
    self.changes = changes
  }

  package static func == (first: MendedSet, second: MendedSet) -> Bool {
    first.changes == second.changes
      && first.files.elementsEqual(second.files) { $0.name == $1.name && $0.bytes == $1.bytes }
  }

  package func hash(into hasher: inout Hasher) {
    for file in files { hasher.combine(file.name) }
    hasher.combine(changes)
  }
}
