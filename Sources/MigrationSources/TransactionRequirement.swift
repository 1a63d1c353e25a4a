import Migrations
import SQLSyntax

/// Finds out whether a migration can run inside a transaction.
enum TransactionRequirement {
  static func mode(of script: Script, declared: SourceRange?) -> TransactionMode {
    if let declared { return .none(.declared(Place(declared))) }
    for statement in script.statements {
      if refusesTransaction(statement, in: script.dialect) {
        return .none(.statement(statement.place))
      }
      if isTransactionEnd(statement) { return .none(.ownTransactions(statement.place)) }
    }
    return .perMigration
  }

  /// Statements that the engines refuse, or silently ignore, inside a transaction.
  ///
  /// Source: PostgreSQL 15, the reference pages of each command; SQLite, "PRAGMA foreign_keys":
  /// "This pragma is a no-op within a transaction".
  private static func refusesTransaction(_ statement: Statement, in dialect: Dialect) -> Bool {
    switch statement.kind {
    case .createIndex(let index): index.isConcurrent
    case .drop(let drop): drop.isConcurrent || drop.kind == .database || drop.kind == .tablespace
    case .reindex(let reindex):
      reindex.isConcurrent
        || dialect == .postgresql && (reindex.kind == .database || reindex.kind == .schema)
    case .alterTable(let alter):
      alter.actions.contains { action in
        if case .detachPartition(_, .concurrently) = action.kind { true } else { false }
      }
    case .vacuum: true
    case .pragma(let pragma):
      ["foreign_keys", "journal_mode", "synchronous"].contains(pragma.name.key(in: .sqlite))
        && pragma.value != nil
    case .attach, .detach: true
    default: false
    }
  }

  private static func isTransactionEnd(_ statement: Statement) -> Bool {
    guard case .transaction(let control) = statement.kind else { return false }
    return switch control {
    case .begin, .commit, .rollback, .prepare: true
    default: false
    }
  }
}
