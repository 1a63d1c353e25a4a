package import SQLSyntax

/// How statements of one kind are drawn.
package struct StatementRule: Sendable {
  /// The kind, as the survey of histories calls it: `ALTER TABLE ADD COLUMN`.
  package let kind: String
  /// How often it is drawn, compared with others.
  ///
  /// It follows the frequency in histories, but rare kinds are drawn more often than there, and
  /// statements that bring rows are, because everything else needs them.
  let weight: @Sendable (Drawing) -> Int
  let draw: @Sendable (Drawing) throws -> Statement

  init(
    _ kind: String, _ weight: @escaping @Sendable (Drawing) -> Int,
    _ draw: @escaping @Sendable (Drawing) throws -> Statement
  ) {
    self.kind = kind
    self.weight = weight
    self.draw = draw
  }

  init(
    _ kind: String, _ weight: Int, when isPossible: @escaping @Sendable (Drawing) -> Bool,
    _ draw: @escaping @Sendable (Drawing) throws -> Statement
  ) {
    self.init(kind, { isPossible($0) ? weight : 0 }, draw)
  }
}

extension StatementRule {
  /// Every kind that is drawn for a dialect; tables come first, because all else needs them.
  package static func all(for dialect: Dialect) -> [StatementRule] {
    switch dialect {
    case .sqlite: tables + indexes + sqliteObjects + dataChanges + transactions + sqliteSession
    case .postgresql:
      tables + indexes + postgreSQLObjects + postgreSQLTables + dataChanges + postgreSQLData
        + transactions + postgreSQLSession
    }
  }
}
