import DatabaseModel
import Engines
import SQLSyntax

/// One connection of a simulated database.
final class SQLiteConnection {
  /// The lock on the file, from weak to strong.
  ///
  /// Source: SQLite, File Locking And Concurrency In SQLite Version 3, §3.0.
  enum Lock: Int, Comparable {
    case none, shared, reserved, pending, exclusive

    static func < (left: Lock, right: Lock) -> Bool { left.rawValue < right.rawValue }
  }

  let identifier: Int32
  let execution: SQLiteExecution
  var lock = Lock.none
  var isRowOrderDetermined = true
  /// While a transaction has its view of the database: the number of the last commit it sees.
  var seenCommit: Int?
  var hasWritten = false
  /// At each open savepoint, in the order of ``DatabaseModel/SessionState/savepoints``.
  var savepoints: [(state: SQLiteState?, violations: Int, immediate: Int)] = []

  init(_ identifier: Int32, _ execution: SQLiteExecution) {
    self.identifier = identifier
    self.execution = execution
  }

  var isInTransaction: Bool { execution.session.model.isInTransactionBlock }

  var status: TransactionStatus { isInTransaction ? .inTransaction : .idle }
}
