package import DatabaseModel
package import HashTreeCollections

/// The rows of one table, with what finds them by key.
package struct Heap: Hashable, Sendable {
  /// SQLite: by rowid; PostgreSQL: by a number that ascends in physical order, so that an updated
  /// row moves to the end.
  package var rows: RowTree
  /// By the identity of an index of the catalog; which indexes stand here is the dialect's choice.
  package var indexes: TreeDictionary<ObjectID, KeyIndex>
  /// PostgreSQL: the number of the next row.
  package var nextRow: Int64

  package init(
    rows: RowTree = RowTree(), indexes: TreeDictionary<ObjectID, KeyIndex> = [:],
    nextRow: Int64 = 1
  ) {
    self.rows = rows
    self.indexes = indexes
    self.nextRow = nextRow
  }
}
