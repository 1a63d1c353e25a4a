import DatabaseModel
import SQLSyntax

/// Why a statement stops before its end.
enum SQLiteHalt: Error {
  case refused(SQLiteRefusal)
  /// What happens here is not modelled; the statement must not have had an effect.
  case unmodelled(String)
  /// `RAISE(IGNORE)`: the row at hand is given up, the statement goes on.
  case ignoreRow

  /// A refusal that has no code of its own.
  static func error(
    _ message: String, _ check: SQLiteCheck, code: Int32 = SQLiteResult.error
  ) -> SQLiteHalt {
    .refused(SQLiteRefusal(check: check, code: code, message: message))
  }
}

/// An engine's refusal while a statement runs.
struct SQLiteRefusal {
  var check: SQLiteCheck
  var code: Int32
  var message: String
  /// How much is undone.
  var resolution = ConflictResolution.abort
}

/// Extended result codes.
enum SQLiteResult {
  static let error: Int32 = 1
  static let busy: Int32 = 5
  static let locked: Int32 = 6
  static let readOnly: Int32 = 8
  static let full: Int32 = 13
  static let tooBig: Int32 = 18
  static let mismatch: Int32 = 20
  static let check: Int32 = 275
  static let busySnapshot: Int32 = 517
  static let foreignKey: Int32 = 787
  static let notNull: Int32 = 1299
  static let primaryKey: Int32 = 1555
  static let trigger: Int32 = 1811
  static let unique: Int32 = 2067
  static let rowID: Int32 = 2579
  static let dataType: Int32 = 3091
}
