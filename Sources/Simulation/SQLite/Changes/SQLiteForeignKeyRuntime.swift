import DatabaseModel
import Engines
import SQLSyntax

/// A foreign key, from the child's side.
final class SQLiteForeignKeyRuntime {
  let child: SQLiteTableRuntime
  /// Positions of the child's columns.
  let columns: [Int]
  /// The parent's name in comparison form.
  let parentKey: String
  private let parentColumns: [Identifier]
  let onDelete: ForeignKeyAction
  let onUpdate: ForeignKeyAction
  let isDeferred: Bool

  init(
    _ child: SQLiteTableRuntime, _ key: ForeignKey, _ constraint: TableConstraint,
    _ parentKey: String,
    _ parentColumns: [Identifier]
  ) {
    self.child = child
    columns = key.columns.map { $0 - 1 }
    self.parentKey = parentKey
    self.parentColumns = parentColumns
    onDelete = key.onDelete
    onUpdate = key.onUpdate
    isDeferred = constraint.isDeferrable && constraint.isInitiallyDeferred
  }

  /// The parent's columns in the order of the child's.
  ///
  /// - Throws: Where the parent has no such key, which the engine calls a mismatch beforehand.
  func positions(in parent: SQLiteTableRuntime) throws(SQLiteHalt) -> [Int] {
    if parentColumns.isEmpty {
      let primary = parent.primaryColumns
      guard primary.count == columns.count else { throw .unmodelled("A foreign key mismatch") }
      return primary
    }
    let found = parentColumns.compactMap { parent.positions[$0.key(in: .sqlite)] }
    guard found.count == columns.count else { throw .unmodelled("A foreign key mismatch") }
    return found
  }
}

extension SQLiteExecution {
  /// The table that a foreign key refers to.
  func parent(of key: SQLiteForeignKeyRuntime) throws(SQLiteHalt) -> SQLiteTableRuntime {
    let name = ObjectName(name: Identifier(key.parentKey))
    guard case .table(let table) = try schema.find(name, boundTo: key.child.table.schema) else {
      throw .unmodelled("A foreign key to something that is no table")
    }
    return table
  }

  /// What SQLite does about foreign keys between the checks of a row and its change.
  ///
  /// Source: `sqlite3FkCheck`.
  func checkForeignKeys(
    _ table: SQLiteTableRuntime, old: (Int64, [SQLValue])?, new: (Int64, [SQLValue])?
  ) throws(SQLiteHalt) {
    guard session.model.enforcesForeignKeys, !faults.contains(.foreignKeysAreIgnored) else {
      return
    }
    for key in try schema.foreignKeys(of: table) {
      if let old, let new, key.columns.allSatisfy({ old.1[$0].isSame(as: new.1[$0]) }) { continue }
      let parent = try parent(of: key)
      if let old { try lookUpParent(parent, key, old, -1) }
      if let new { try lookUpParent(parent, key, new, 1) }
    }
    for key in try schema.references(to: table) {
      let positions = try key.positions(in: table)
      if let old, let new, positions.allSatisfy({ old.1[$0].isSame(as: new.1[$0]) }) { continue }
      if old == nil, !isDeferred(key), isSingleWrite { continue }
      if let new { scanChildren(key, table, positions, new, -1) }
      if let old { scanChildren(key, table, positions, old, 1) }
    }
  }

  private func isDeferred(_ key: SQLiteForeignKeyRuntime) -> Bool {
    key.isDeferred || session.defersForeignKeys
  }

  private func hasNoViolations(_ key: SQLiteForeignKeyRuntime) -> Bool {
    if key.isDeferred { return session.deferredViolations == 0 && session.deferredImmediate == 0 }
    return violations == 0 && session.deferredImmediate == 0
  }

  private func count(_ key: SQLiteForeignKeyRuntime, _ change: Int) {
    if session.defersForeignKeys {
      session.deferredImmediate += change
    } else if key.isDeferred {
      session.deferredViolations += change
    } else {
      violations += change
    }
  }

  private func lookUpParent(
    _ parent: SQLiteTableRuntime, _ key: SQLiteForeignKeyRuntime, _ row: (Int64, [SQLValue]),
    _ change: Int
  ) throws(SQLiteHalt) {
    if change < 0, hasNoViolations(key) { return }
    let values = key.columns.map { row.1[$0] }
    if values.contains(where: \.isNull) { return }
    let positions = try key.positions(in: parent)
    if positions.count == 1, positions[0] == parent.rowIDColumn,
      key.child.columns[key.columns[0]].affinity == .real
    {
      throw .unmodelled(
        "A REAL column refers to a rowid, where the engine does not find equal values")
    }
    if change > 0, parent === key.child, refersToItself(values, positions, parent, row.1) { return }
    if find(values, positions, in: parent) != nil { return }
    if change > 0, !isDeferred(key), isSingleWrite { throw foreignKeyFailure(.foreignKey) }
    count(key, change)
  }

  func foreignKeyFailure(_ check: SQLiteCheck) -> SQLiteHalt {
    .error("FOREIGN KEY constraint failed", check, code: SQLiteResult.foreignKey)
  }

  private func refersToItself(
    _ values: [SQLValue], _ positions: [Int], _ parent: SQLiteTableRuntime, _ row: [SQLValue]
  ) -> Bool {
    zip(values, positions).allSatisfy { value, position in
      let column = parent.columns[position]
      return value.stored(column.affinity).compare(row[position], column.collation) == 0
    }
  }

  /// The row of the parent with these values in its key.
  fileprivate func find(_ values: [SQLValue], _ positions: [Int], in parent: SQLiteTableRuntime)
    -> Int64?
  {
    let data = data(of: parent)
    let converted = zip(values, positions).map { value, position in
      value.stored(parent.columns[position].affinity)
    }
    if positions.count == 1, positions[0] == parent.rowIDColumn {
      guard case .integer(let rowID) = converted[0] else { return nil }
      return data.rows[rowID] == nil ? nil : rowID
    }
    for index in parent.uniqueIndexes where index.isPlain && index.columns.count == positions.count
    {
      var key: [SQLValue] = []
      for part in index.columns {
        guard let column = part.column, let place = positions.firstIndex(of: column) else { break }
        key.append(converted[place].folded(part.collation))
      }
      guard key.count == positions.count else { continue }
      return data.indexes[index.slot][SQLiteIndexKey(first: key[0], rest: Array(key.dropFirst()))]
    }
    return nil
  }

  private func scanChildren(
    _ key: SQLiteForeignKeyRuntime, _ parent: SQLiteTableRuntime, _ positions: [Int],
    _ row: (Int64, [SQLValue]), _ change: Int
  ) {
    if change < 0, hasNoViolations(key) { return }
    for (rowID, _) in children(key, parent, positions, row.1) {
      if change > 0, key.child === parent, rowID == row.0 { continue }
      count(key, change)
    }
  }

  /// The rows of a child that refer to a row of the parent.
  func children(
    _ key: SQLiteForeignKeyRuntime, _ parent: SQLiteTableRuntime, _ positions: [Int],
    _ row: [SQLValue]
  ) -> [(Int64, [SQLValue])] {
    let values = positions.map { row[$0] }
    if values.contains(where: \.isNull) { return [] }
    var found: [(Int64, [SQLValue])] = []
    let pairs = zip(key.columns, zip(values, positions)).map { column, pair in
      (
        column, pair.0,
        SQLiteAffinity.comparing(
          parent.columns[pair.1].affinity, key.child.columns[column].affinity),
        parent.columns[pair.1].collation
      )
    }
    data(of: key.child).rows.forEach { rowID, child in
      let isMatch = pairs.allSatisfy { column, value, affinity, collation in
        !child[column].isNull
          && SQLiteCompiler.isEqual(value, child[column], affinity, collation)
      }
      if isMatch { found.append((rowID, child)) }
      return true
    }
    return found
  }
}

extension SQLiteExecution {
  /// Whether the parent has a row with these values in its key.
  func hasRow(_ values: [SQLValue], _ positions: [Int], in parent: SQLiteTableRuntime) -> Bool {
    find(values, positions, in: parent) != nil
  }
}

extension SQLiteExecution {
  /// Whether the parent of a foreign key is there and has the key that it refers to.
  func isFit(_ key: SQLiteForeignKeyRuntime) throws(SQLiteHalt) -> Bool {
    guard let parent = try? parent(of: key), let positions = try? key.positions(in: parent) else {
      return false
    }
    if positions.count == 1, positions[0] == parent.rowIDColumn { return true }
    return parent.uniqueIndexes.contains { index in
      index.isPlain && index.columns.count == positions.count
        && index.columns.allSatisfy { part in
          part.column.map {
            positions.contains($0) && parent.columns[$0].collation == part.collation
          } ?? false
        }
    }
  }
}
