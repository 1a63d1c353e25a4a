import DatabaseModel
import Engines

/// What a connection of SQLite keeps for itself.
struct SQLiteSessionState: Sendable {
  /// What the transitions of DatabaseModel want to know.
  var model = SessionState()
  var lastInsertRowID: Int64 = 0
  /// `changes()`: rows of the last INSERT, UPDATE or DELETE.
  var lastChanges = 0
  /// `total_changes()`.
  var totalChanges = 0
  /// `PRAGMA defer_foreign_keys`.
  var defersForeignKeys = false
  /// Violations of deferred foreign keys that are open.
  var deferredViolations = 0
  /// Violations of immediate ones that `defer_foreign_keys` put off.
  var deferredImmediate = 0
  /// `PRAGMA query_only`.
  var isQueryOnly = false

  /// The part of it that savepoints and undone statements put back.
  var counters: (violations: Int, immediate: Int) {
    get { (deferredViolations, deferredImmediate) }
    set { (deferredViolations, deferredImmediate) = newValue }
  }
}
