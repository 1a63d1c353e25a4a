/// Something the rows must satisfy that a catalog alone cannot know.
package indirect enum RowDemand: Hashable, Sendable {
  /// The table must have no rows, or the statement fails with this error.
  case isEmpty(table: ObjectID, DatabaseError)
  case notNull(table: ObjectID, column: Int)
  /// The constraint, already in the new catalog, must hold for every row.
  case holds(constraint: ObjectID)
  /// The unique index, already in the new catalog, must find no two equal keys.
  case unique(index: ObjectID)
  /// Every value must be convertible: the old type, the new one, and the expression used.
  case converts(table: ObjectID, column: Int, using: StoredExpression?)
  /// An expression that is evaluated for every row: a default, a generated column, an index key.
  case evaluates(table: ObjectID, StoredExpression)
  /// Evaluating the statement itself must succeed on the rows it reads and writes: overflow, size
  /// limits, RAISE, and the constraints of the table it writes to.
  case runs(writing: ObjectID?)
  /// Some row must exist.
  case hasRow
}
