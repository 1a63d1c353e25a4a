package import Migrations
package import SQLSyntax

/// A directory of migrations, read: the set, and everything noticed on the way.
package struct MigrationSource: Hashable, Sendable {
  /// As the user gave it.
  package var path: String
  package var set: MigrationSet
  /// Why the set's dialect is what it is.
  package var dialectReason: String
  /// What is wrong with files, names and syntax, in file order.
  package var diagnostics: [Diagnostic]
  /// Files that were seen and are no part of the set, each with its reason; nothing is left out
  /// silently.
  package var skipped: [SkippedFile]

  package init(
    path: String, set: MigrationSet, dialectReason: String, diagnostics: [Diagnostic],
    skipped: [SkippedFile]
  ) {
    self.path = path
    self.set = set
    self.dialectReason = dialectReason
    self.diagnostics = diagnostics
    self.skipped = skipped
  }
}

/// A file of the directory that is no migration.
package struct SkippedFile: Hashable, Sendable {
  package var name: String
  package var reason: String

  package init(name: String, reason: String) {
    self.name = name
    self.reason = reason
  }
}
