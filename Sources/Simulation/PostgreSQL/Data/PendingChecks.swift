package import DatabaseModel
package import HashTreeCollections

/// What a transaction still has to check before it may commit.
package struct PendingChecks: Hashable, Sendable {
  /// Rows and constraints in the order in which they were changed.
  package var events: [PendingCheck] = []
  /// What SET CONSTRAINTS said of all constraints.
  package var allDeferred: Bool?
  /// What SET CONSTRAINTS said of single ones.
  package var deferred: TreeDictionary<ObjectID, Bool> = [:]

  package init() {}

  package var isEmpty: Bool { events.isEmpty && allDeferred == nil && deferred.isEmpty }
}

/// A check of one row that has been put off.
package enum PendingCheck: Hashable, Sendable {
  /// The row of a number must find its key on the other side.
  case child(constraint: ObjectID, row: Int64)
  /// Nothing may refer any more to a key that is gone.
  case parent(constraint: ObjectID, key: [Datum])
  /// The key of a deferrable unique index must be the row's alone.
  case unique(index: ObjectID, row: Int64)
}
