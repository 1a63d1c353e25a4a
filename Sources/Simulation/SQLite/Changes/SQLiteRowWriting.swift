import DatabaseModel
import Engines
import SQLSyntax

extension SQLiteExecution {
  /// Stores a row that passed its checks, with foreign keys checked before and acting afterwards.
  func store(_ write: SQLiteRowWrite) throws(SQLiteHalt) {
    let table = write.table
    if session.model.enforcesForeignKeys {
      try checkForeignKeys(
        table, old: write.old.map { ($0.rowID, $0.row) }, new: (write.rowID, write.row))
    }
    var removed: [SQLiteIndexKey?] = []
    if let old = write.old {
      let frame = SQLiteFrame(self, sources: 1)
      for index in table.uniqueIndexes { removed.append(try index.key(of: old.row, frame)) }
    }
    update(table) { data in
      if let old = write.old {
        if old.rowID != write.rowID { data.rows.remove(old.rowID) }
        for (place, index) in table.uniqueIndexes.enumerated() {
          if let key = removed[place], !key.hasNull, removed[place] != write.keys[place] {
            data.indexes[index.slot].remove(key)
          }
        }
      }
      data.rows.set(write.rowID, write.row)
      for (place, index) in table.uniqueIndexes.enumerated() {
        guard let key = write.keys[place] else { continue }
        let isKept =
          index.slot == table.primarySlot || !key.hasNull || faults.contains(.nullsAreEqual)
        if isKept { data.indexes[index.slot].set(key, write.rowID) }
      }
    }
    if let old = write.old, session.model.enforcesForeignKeys {
      try actOnForeignKeys(table, old: (old.rowID, old.row), new: write.row)
    }
  }

  /// Takes a row out, with foreign keys checked before and acting afterwards.
  func remove(_ table: SQLiteTableRuntime, _ rowID: Int64, _ row: [SQLValue]) throws(SQLiteHalt) {
    if session.model.enforcesForeignKeys {
      try checkForeignKeys(table, old: (rowID, row), new: nil)
    }
    let frame = SQLiteFrame(self, sources: 1)
    var keys: [SQLiteIndexKey?] = []
    for index in table.uniqueIndexes { keys.append(try index.key(of: row, frame)) }
    update(table) { data in
      data.rows.remove(rowID)
      for (place, index) in table.uniqueIndexes.enumerated() {
        if let key = keys[place], !key.hasNull || index.slot == table.primarySlot {
          data.indexes[index.slot].remove(key)
        }
      }
    }
    if session.model.enforcesForeignKeys {
      try actOnForeignKeys(table, old: (rowID, row), new: nil)
    }
  }

  func defaultValue(of column: SQLiteColumnRuntime) throws(SQLiteHalt) -> SQLValue {
    if let constant = column.constantDefault { return constant }
    guard let syntax = column.defaultValue else { return .null }
    let compiled = try SQLiteCompiler(self).expression(syntax, in: SQLiteScope())
    return try compiled.evaluate(SQLiteFrame(self, sources: 0))
  }

  /// Gives the values their columns' affinities.
  func applyAffinities(_ table: SQLiteTableRuntime, _ row: inout [SQLValue]) {
    if faults.contains(.affinityIsIgnored) { return }
    for position in row.indices {
      let affinity = table.columns[position].affinity
      if affinity > .blob { row[position] = row[position].stored(affinity) }
    }
  }

  /// Works the generated columns out.
  func generate(
    _ table: SQLiteTableRuntime, _ row: inout [SQLValue], _ rowID: Int64
  ) throws(SQLiteHalt) {
    guard table.hasGenerated else { return }
    let frame = SQLiteFrame(self, sources: 1)
    frame.rows[0] = row
    frame.rowIDs[0] = rowID
    for (position, column) in table.columns.enumerated() {
      guard let generation = column.generation else { continue }
      row[position] = try generation(frame).stored(column.affinity)
    }
  }
}
