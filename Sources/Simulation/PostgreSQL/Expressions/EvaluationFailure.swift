package import DatabaseModel

/// Why something could not be evaluated on rows.
package enum EvaluationFailure: Error, Hashable, Sendable {
  /// The engine refuses, too, in these words.
  case refused(DatabaseError)
  /// The simulation does not know what the engine would give, and says why.
  case unmodelled(String)
}
