package import DatabaseModel

/// What became of one statement on a simulated PostgreSQL database.
package enum PostgreSQLResult: Hashable, Sendable {
  case completed(PostgreSQLCompletion)
  /// The engine refuses; the database is as before, but for its sequences.
  case refused(DatabaseError, notices: [DatabaseNotice])
  /// Nothing was done, because the model does not know what the engine would do.
  case unmodelled(String)
}

/// What a statement gave that the engine accepts.
package struct PostgreSQLCompletion: Hashable, Sendable {
  /// PostgreSQL's command tag: `INSERT 0 2`.
  package var tag: String
  /// Columns of its result; empty where it gives no rows.
  package var columns: [ResultColumn]
  package var rows: [[Datum]]
  /// Rows that it inserted, updated or deleted itself.
  package var changes: Int
  package var notices: [DatabaseNotice]

  package init(
    tag: String, columns: [ResultColumn] = [], rows: [[Datum]] = [], changes: Int = 0,
    notices: [DatabaseNotice] = []
  ) {
    self.tag = tag
    self.columns = columns
    self.rows = rows
    self.changes = changes
    self.notices = notices
  }
}

/// A column of a statement's result.
package struct ResultColumn: Hashable, Sendable {
  package var name: String
  package var type: DataType

  package init(name: String, type: DataType) {
    self.name = name
    self.type = type
  }
}
