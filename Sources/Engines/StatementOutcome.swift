package import DatabaseModel
package import SQLSyntax

/// What one statement gave.
package struct StatementOutcome: Hashable, Sendable {
  /// Where it stands in the text that was executed, in bytes from 0.
  package var range: SourceRange
  /// PostgreSQL's command tag; `nil` on SQLite, which has none.
  package var tag: String?
  /// Names of the result's columns; empty where the statement gives no rows.
  package var columns: [String]
  package var rows: [[SQLValue]]
  /// Rows that it inserted, updated or deleted itself, without those of triggers and foreign keys.
  package var changes: Int
  /// PostgreSQL's notices and warnings, in the order in which they came.
  package var notices: [DatabaseNotice]
  package var statusAfter: TransactionStatus

  package init(
    range: SourceRange, tag: String? = nil, columns: [String] = [], rows: [[SQLValue]] = [],
    changes: Int = 0, notices: [DatabaseNotice] = [], statusAfter: TransactionStatus
  ) {
    self.range = range
    self.tag = tag
    self.columns = columns
    self.rows = rows
    self.changes = changes
    self.notices = notices
    self.statusAfter = statusAfter
  }
}

/// Whether a transaction is open.
package enum TransactionStatus: String, Hashable, Sendable {
  /// Each statement is its own transaction; SQLite calls it autocommit.
  case idle
  case inTransaction
  /// PostgreSQL after an error: only ROLLBACK is accepted.
  case failed
}

/// What a text of several statements gave, up to the end or the first refusal.
package struct ScriptOutcome: Hashable, Sendable {
  package var outcomes: [StatementOutcome]
  /// The refusal that ended it, if one did.
  package var failure: StatementFailure?

  package init(outcomes: [StatementOutcome], failure: StatementFailure? = nil) {
    self.outcomes = outcomes
    self.failure = failure
  }
}

/// A statement that the engine refused.
package struct StatementFailure: Error, Hashable, Sendable {
  package var error: DatabaseError
  /// From the statement's first byte to the end of what the engine read of it.
  ///
  /// ``DatabaseModel/DatabaseError/position`` counts from its lower bound.
  package var range: SourceRange
  package var statusAfter: TransactionStatus
  /// What PostgreSQL said before it refused.
  package var notices: [DatabaseNotice]

  package init(
    error: DatabaseError, range: SourceRange, statusAfter: TransactionStatus,
    notices: [DatabaseNotice] = []
  ) {
    self.error = error
    self.range = range
    self.statusAfter = statusAfter
    self.notices = notices
  }
}
