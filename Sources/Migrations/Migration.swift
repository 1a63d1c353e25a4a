package import SQLSyntax

/// One change of the database, as one file describes it.
///
/// It does not know where it came from: no path, no directory, no file access.
package struct Migration: Hashable, Sendable, Identifiable {
  /// The file's name within its set, with its extension.
  package var id: ID
  /// `nil` for a repeatable migration, which runs after all that have a version.
  package var version: MigrationVersion?
  /// What the file's name says besides version and extension: `add project id`.
  package var name: String
  /// The up direction.
  ///
  /// Its source is the whole file, also where the file holds the down direction, so that places in
  /// it are places in the file; its statements are those of the up direction alone.
  package var script: Script
  /// The down direction, from this file or another; `nil` where there is none.
  package var downScript: Script?
  /// Of the file's bytes; `nil` where nobody computed it.
  package var checksum: Checksum?
  /// Of the up direction's tokens, which comments, spaces, line ends and the case of unquoted words
  /// leave alone.
  package var tokenChecksum: Checksum?
  /// As ``tokenChecksum``, of each of the script's statements; empty where nobody computed them.
  package var statementChecksums: [Checksum]
  /// What the file says that it needs, in source order.
  package var dependencies: [DeclaredDependency]
  package var transactionMode: TransactionMode

  package init(
    id: ID, version: MigrationVersion?, name: String = "", script: Script,
    downScript: Script? = nil, checksum: Checksum? = nil, tokenChecksum: Checksum? = nil,
    statementChecksums: [Checksum] = [], dependencies: [DeclaredDependency] = [],
    transactionMode: TransactionMode = .perMigration
  ) {
    self.id = id
    self.version = version
    self.name = name
    self.script = script
    self.downScript = downScript
    self.checksum = checksum
    self.tokenChecksum = tokenChecksum
    self.statementChecksums = statementChecksums
    self.dependencies = dependencies
    self.transactionMode = transactionMode
  }
}

extension Migration {
  /// A file's name within its set.
  package struct ID: RawRepresentable, Hashable, Sendable {
    package var rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    package init(_ filename: String) {
      rawValue = filename
    }

    /// The name without `.sql`, for messages and for declared dependencies.
    package var stem: String {
      rawValue.hasSuffix(".sql") ? String(rawValue.dropLast(4)) : rawValue
    }
  }
}

extension Migration.ID: ExpressibleByStringLiteral, CustomStringConvertible {
  package init(stringLiteral value: String) {
    rawValue = value
  }

  package var description: String { rawValue }
}
