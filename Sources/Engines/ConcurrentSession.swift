package import DatabaseModel

/// A session whose statement can be left waiting while others go on, so that one thread leads many.
///
/// Between ``start(_:)`` and the progress ``StatementProgress/finished(_:)`` nothing else is asked
/// of the session than ``poll()``, ``interrupt()`` and ``identifier``.
package protocol ConcurrentSession: Session {
  /// What others call this session when they wait for it: PostgreSQL's process number.
  var identifier: Int32 { get }

  /// Hands the engine one statement, and does not wait for its end.
  func start(_ sql: String)

  /// How far the started statement is; its end is told once.
  ///
  /// A real engine is given a few milliseconds to say something, so a caller may ask again at once.
  func poll() -> StatementProgress

  /// Cancels the statement that runs; its end is still to be polled.
  func interrupt()
}

/// How far a statement is.
package enum StatementProgress: Hashable, Sendable {
  case finished(ScriptOutcome)
  case running
  /// It waits for what these sessions hold, or for what they asked for before it; ascending.
  case blocked(on: [Int32])
}

/// A database whose sessions can be left waiting.
package protocol ConcurrentEngine: Engine {
  func connectConcurrently() throws(DatabaseError) -> any ConcurrentSession
}
