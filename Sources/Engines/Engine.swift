package import DatabaseModel
package import SQLSyntax

/// A database that sessions connect to: a server's database, a file, or a simulated one.
package protocol Engine: Sendable {
  var dialect: Dialect { get }

  /// For people, without passwords: `SQLite 3.40.1`, `PostgreSQL 15.18`.
  var name: String { get }

  /// Opens a connection.
  ///
  /// - Throws: The engine's words where it cannot be reached or refuses; the scope is
  ///   ``DatabaseModel/ErrorScope/connectionLost``.
  func connect() throws(DatabaseError) -> any Session
}

/// A database that can be put back to how it was.
///
/// A snapshot is whatever the engine needs for that: a copy of the file, a template database, a
/// value.
package protocol RestorableEngine: Engine {
  associatedtype Snapshot: Sendable

  /// No other session may be connected meanwhile.
  func takeSnapshot() throws(DatabaseError) -> Snapshot

  /// No session may be connected.
  func restore(_ snapshot: Snapshot) throws(DatabaseError)
}

/// How a statement is cut short by what happens around it.
///
/// Tests plan these, and a simulated engine or a proxy in front of a real one carries them out.
package enum Interruption: String, CaseIterable, Hashable, Sendable {
  /// The engine refuses the statement, and the session goes on as after any error.
  case refused
  /// The connection is gone before the server has the statement.
  case cutBefore
  /// The server has executed the statement, its answer is lost.
  case cutAfter
  /// The client process is gone; the server goes on with what it has.
  case clientKilled
  /// The server is gone and started again: what was not committed is lost.
  case serverKilled
  /// The statement is cancelled while it runs.
  case cancelled
  case lockConflict
  case diskFull
}
