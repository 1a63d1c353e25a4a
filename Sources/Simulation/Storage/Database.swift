package import DatabaseModel
package import HashTreeCollections

/// A whole database as a value: catalog, rows, sequences.
///
/// A savepoint is a copy of it, and rolling back is an assignment.
package struct Database: Hashable, Sendable {
  package var catalog: Catalog
  /// A table without an entry has no rows.
  package var heaps: TreeDictionary<ObjectID, Heap>
  package var sequences: TreeDictionary<ObjectID, SequenceState>

  package init(
    catalog: Catalog, heaps: TreeDictionary<ObjectID, Heap> = [:],
    sequences: TreeDictionary<ObjectID, SequenceState> = [:]
  ) {
    self.catalog = catalog
    self.heaps = heaps
    self.sequences = sequences
  }
}

/// Where a sequence stands: PostgreSQL's `last_value` and `is_called`; SQLite's AUTOINCREMENT
/// counter.
package struct SequenceState: Hashable, Sendable {
  package var lastValue: Int64
  package var isCalled: Bool
  /// PostgreSQL: raised by what restarts the sequence within the transaction, and so is rolled back
  /// with it; `nextval` and `setval` are never rolled back.
  package var incarnation: Int

  package init(lastValue: Int64, isCalled: Bool = false, incarnation: Int = 0) {
    self.lastValue = lastValue
    self.isCalled = isCalled
    self.incarnation = incarnation
  }
}

extension Database {
  /// PostgreSQL: an earlier state of this database, but for what its sequences have given since.
  package func restoring(_ earlier: Database) -> Database {
    var restored = earlier
    for (id, state) in sequences where restored.catalog.sequence(id) != nil {
      let incarnation = restored.sequences[id]?.incarnation ?? 0
      if state.incarnation == incarnation { restored.sequences[id] = state }
    }
    return restored
  }
}
