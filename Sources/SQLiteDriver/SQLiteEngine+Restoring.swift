package import DatabaseModel
import Engines

/// A snapshot is the bytes of the database's file.
extension SQLiteEngine: RestorableEngine {
  package func takeSnapshot() throws(DatabaseError) -> [UInt8] {
    try SQLiteSession(path: path).snapshot()
  }

  package func restore(_ snapshot: [UInt8]) throws(DatabaseError) {
    try SQLiteSession(path: path).restore(snapshot)
  }
}

extension SQLiteSession {
  /// The main database as the bytes of its file, in memory or not.
  ///
  /// - Throws: BUSY where another connection is writing; out of memory.
  package func snapshot() throws(DatabaseError) -> [UInt8] { try handle.serialized() }

  /// Makes the main database what it was when the bytes were taken; no transaction may be open.
  ///
  /// - Throws: BUSY where another connection holds a lock.
  package func restore(_ snapshot: [UInt8]) throws(DatabaseError) {
    try handle.replaceContents(by: snapshot)
  }
}
