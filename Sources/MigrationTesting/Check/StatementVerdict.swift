import DatabaseModel

/// What became of one statement of a migration.
enum StatementVerdict: Hashable, Sendable {
  /// The engine takes it; on the catalog's word alone perhaps only if the rows allow it.
  case accepted(ifRowsAllow: Bool = false)
  case refused(DatabaseError)
  /// The catalog does not know what the engine does, or cannot after what came before.
  case unmodelled(reason: String)
}

/// What became of a migration's statements, in order; as long as the migration has statements.
struct MigrationTrace: Hashable, Sendable {
  var verdicts: [StatementVerdict]

  /// The places of statements that were refused.
  var refusals: [(statement: Int, error: DatabaseError)] {
    verdicts.enumerated().compactMap { index, verdict in
      if case .refused(let error) = verdict { (index, error) } else { nil }
    }
  }

  var unmodelledCount: Int {
    verdicts.count { if case .unmodelled = $0 { true } else { false } }
  }
}
