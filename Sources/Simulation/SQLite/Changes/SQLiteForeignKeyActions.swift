import DatabaseModel
import Engines
import SQLSyntax

extension SQLiteExecution {
  /// What foreign keys do to the children of a row that is gone or changed.
  ///
  /// Source: `sqlite3FkActions`.
  func actOnForeignKeys(
    _ table: SQLiteTableRuntime, old: (Int64, [SQLValue]), new: [SQLValue]?
  ) throws(SQLiteHalt) {
    guard !faults.contains(.cascadesAreMissing) else { return }
    for key in try schema.references(to: table) {
      let action = new == nil ? key.onDelete : key.onUpdate
      if action == .noAction { continue }
      if action == .restrict, session.defersForeignKeys { continue }
      let positions = try key.positions(in: table)
      if let new, positions.allSatisfy({ old.1[$0].isSame(as: new[$0]) }) { continue }
      let children = children(key, table, positions, old.1)
      if action == .restrict {
        if children.isEmpty { continue }
        throw foreignKeyFailure(.foreignKeyRestrict)
      }
      try enterProgram { () throws(SQLiteHalt) in
        for child in children {
          try act(action, on: child, of: key, positions, new)
        }
      }
    }
  }

  private func act(
    _ action: ForeignKeyAction, on child: (Int64, [SQLValue]), of key: SQLiteForeignKeyRuntime,
    _ positions: [Int], _ new: [SQLValue]?
  ) throws(SQLiteHalt) {
    let table = key.child
    guard let row = data(of: table).rows[child.0] else { return }
    if new == nil, action == .cascade {
      return try delete(table, child.0, row)
    }
    var values: [Int: SQLValue] = [:]
    for (column, position) in zip(key.columns, positions) {
      switch action {
      case .setNull: values[column] = .null
      case .setDefault: values[column] = try defaultValue(of: table.columns[column])
      default: values[column] = new?[position] ?? .null
      }
    }
    _ = try update(table, child.0, row, values: values, conflict: nil)
  }

  /// Runs a program inside the statement: a trigger's body or a foreign key's action.
  func enterProgram(_ body: () throws(SQLiteHalt) -> Void) throws(SQLiteHalt) {
    if triggerDepth > 40 { throw .unmodelled("Programs inside programs without end") }
    let outer = beginProgram()
    let saved = (changes, isSingleWrite, session.lastInsertRowID, session.lastChanges)
    changes = 0
    isSingleWrite = false
    triggerDepth += 1
    defer {
      session.totalChanges += changes
      (changes, isSingleWrite, session.lastInsertRowID, session.lastChanges) = saved
      triggerDepth -= 1
      program = outer
    }
    try body()
  }
}
