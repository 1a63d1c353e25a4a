/// A check that can refuse a statement of SQLite, as the unit of coverage.
///
/// Those that a statement's text and the catalog decide are made by DatabaseModel's transitions and
/// stand here as one, ``prepare``; the others are made while the statement runs, for each row in
/// the order of the engine: NOT NULL, CHECK, types of STRICT tables, the rowid, unique indexes from
/// the newest to the oldest, foreign keys.
package enum SQLiteCheck: String, CaseIterable, Hashable, Sendable {
  case syntax
  case prepare
  case rowsPreventAddedColumn
  case addedCheckFails
  case addedNotNullFails
  case notNull
  case check
  case strictType
  case rowIDMismatch
  case rowIDUnique
  case primaryKeyUnique
  case unique
  case rowIDsExhausted
  case foreignKey
  case foreignKeyAtCommit
  case foreignKeyRestrict
  case foreignKeyAtDrop
  case raise
  case triggerDepth
  case integerOverflow
  case valueTooBig
  case functionArgument
  case malformedJSON
  case dateInIndex
  case limitMismatch
  case queryOnly
  case busy
  case busyAtCommit
  case busySnapshot
  case locked
  case transaction
}

extension SQLiteCheck {
  /// Whether the engine looks at it as a constraint, for which it prepared to undo the statement.
  var isOfConstraint: Bool {
    switch self {
    case .rowIDMismatch, .strictType, .rowIDsExhausted, .integerOverflow, .valueTooBig,
      .functionArgument, .malformedJSON, .dateInIndex, .limitMismatch, .triggerDepth:
      false
    default: true
    }
  }
}
