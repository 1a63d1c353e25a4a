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

  package init(lastValue: Int64, isCalled: Bool = false) {
    self.lastValue = lastValue
    self.isCalled = isCalled
  }
}
