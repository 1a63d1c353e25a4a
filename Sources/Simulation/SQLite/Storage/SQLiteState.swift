import DatabaseModel
import Engines

/// A database of SQLite as a value: schema, rows and header.
struct SQLiteState: Sendable {
  var catalog: Catalog
  /// Tells schemas apart: each change of the catalog gets a number that no other has.
  var stamp: Int
  /// By the identity of the table.
  var tables: SortedTree<Int, SQLiteTableData> = SortedTree()
  /// The text of what was created, by identity; what is missing is as the printer writes it.
  var texts: SortedTree<Int, SQLiteStoredText> = SortedTree()
  var userVersion: Int32 = 0
  var applicationID: Int32 = 0

  init(catalog: Catalog, stamp: Int) {
    self.catalog = catalog
    self.stamp = stamp
  }
}

/// The text of the statement that made an object, as far as it is known.
struct SQLiteStoredText: Sendable {
  /// From the first word on; `nil` where the engine edited it.
  var sql: String?
  /// Where it began in the text that was executed, as the places of its tree count.
  var offset: Int
  /// The texts of a table's CHECKs; `nil` where they are not known.
  var checks: [String]?
}

/// The rows of one table, with the entries of its unique indexes.
struct SQLiteTableData: Sendable {
  /// By rowid; WITHOUT ROWID by a number of the model's own.
  var rows: SortedTree<Int64, [SQLValue]> = SortedTree()
  /// By ``SQLiteIndexRuntime/slot``: the unique indexes in the order of creation.
  var indexes: [SortedTree<SQLiteIndexKey, Int64>] = []
}

extension SQLiteTableData {
  /// Gives the rows in the order of the table: by rowid, or by the primary key.
  func forEachRow(
    of table: SQLiteTableRuntime, _ body: (Int64, [SQLValue]) throws(SQLiteHalt) -> Bool
  ) throws(SQLiteHalt) {
    guard table.isWithoutRowID, let slot = table.primarySlot, indexes.indices.contains(slot) else {
      try rows.forEach(body)
      return
    }
    try indexes[slot].forEach { (_, number) throws(SQLiteHalt) in
      guard let row = rows[number] else { return true }
      return try body(number, row)
    }
  }
}
