/// An engine's refusal, with all it says.
package struct DatabaseError: Error, Hashable, Sendable {
  /// PostgreSQL's SQLSTATE; `nil` on SQLite.
  package var state: SQLState?
  /// SQLite's extended result code; `nil` on PostgreSQL.
  package var resultCode: Int32?
  package var message: String
  package var detail: String?
  package var hint: String?
  package var schema: String?
  package var table: String?
  package var column: String?
  package var constraint: String?
  /// Where in the statement's own text, in bytes from 0, if the engine says.
  package var position: Int?
  package var scope: ErrorScope

  package init(
    state: SQLState? = nil, resultCode: Int32? = nil, message: String, detail: String? = nil,
    hint: String? = nil, schema: String? = nil, table: String? = nil, column: String? = nil,
    constraint: String? = nil, position: Int? = nil, scope: ErrorScope = .statement
  ) {
    self.state = state
    self.resultCode = resultCode
    self.message = message
    self.detail = detail
    self.hint = hint
    self.schema = schema
    self.table = table
    self.column = column
    self.constraint = constraint
    self.position = position
    self.scope = scope
  }
}

/// How far the damage of an error goes.
package enum ErrorScope: String, Hashable, Sendable {
  /// The statement is undone, the transaction goes on.
  case statement
  /// PostgreSQL: nothing but ROLLBACK is accepted any more.
  case transactionAborted
  /// SQLite after FULL, IOERR, INTERRUPT: the transaction is gone already.
  case transactionRolledBack
  /// Nobody knows yet whether the statement took effect: only the tracking row or `txid_status` tell.
  case connectionLost
  /// Not an engine's refusal: the simulated database does not know what would happen, and its
  /// message says why.
  ///
  /// Nothing was done, and the session goes on.
  case unmodelled
}
