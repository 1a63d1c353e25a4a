import Migrations
import SQLSyntax

/// What is wrong with a set as a whole, before anybody reads its statements.
enum SetChecks {
  static func diagnostics(of set: MigrationSet) -> [Diagnostic] {
    duplicates(of: set) + empties(of: set)
  }

  private static func duplicates(of set: MigrationSet) -> [Diagnostic] {
    set.duplicateVersions.flatMap { group in
      group.dropFirst().map { migration in
        Diagnostic(
          .warning, code: "duplicate-version",
          "Version \(migration.version?.text ?? "") is also that of \(group[0].id), "
            + "and runners disagree on which comes first",
          in: migration.script.source, at: nil,
          notes: [Diagnostic.Note("the other file", in: group[0].script.source)],
          fixIts: [FixIt("give one of the two a version of its own")])
      }
    }
  }

  private static func empties(of set: MigrationSet) -> [Diagnostic] {
    set.migrations
      .filter { $0.script.statements.isEmpty && !$0.script.hasErrors }
      .map { migration in
        Diagnostic(
          .warning, code: "empty-migration", "The file contains no statement",
          file: migration.script.source.name)
      }
  }
}
