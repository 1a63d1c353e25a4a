import DatabaseModel
import Engines
import SQLSyntax

extension SQLiteExecution {
  /// The rows that a search finds.
  private func rows(
    _ search: SQLiteSelectPlan, _ parent: SQLiteFrame?
  ) throws(SQLiteHalt) -> [(Int64, [SQLValue])] {
    let frame = SQLiteFrame(self, sources: 1, parent: parent)
    var found: [(Int64, [SQLValue])] = []
    try search.forEachRow(frame) { () throws(SQLiteHalt) in
      found.append((frame.rowIDs[0], frame.rows[0] ?? []))
      return true
    }
    return found
  }

  /// Updates the rows of a plan.
  ///
  /// - Returns: The rows of RETURNING.
  func run(
    _ plan: SQLiteUpdatePlan, _ parent: SQLiteFrame?, conflict: ConflictResolution?
  ) throws(SQLiteHalt) -> [[SQLValue]] {
    let conflict = conflict ?? plan.conflict
    let found = try rows(plan.search, parent)
    if found.count > 1, !plan.search.isScanOrdered { try checkOrder(plan) }
    var returned: [[SQLValue]] = []
    let frame = SQLiteFrame(self, sources: 1, parent: parent)
    for (rowID, seen) in found {
      switch plan.target {
      case .table(let table):
        guard let row = data(of: table).rows[rowID] else { continue }
        frame.rows[0] = row
        frame.rowIDs[0] = rowID
        var values: [Int: SQLValue] = [:]
        for (position, value) in plan.assignments {
          values[position] = try value.evaluate(frame)
        }
        let updated = try update(
          table, rowID, row, values: values, conflict: conflict, changed: plan.changed)
        if let returning = plan.returning, let updated {
          if try hasTriggers(table.table.id, .update, changed: plan.changed) {
            throw .unmodelled("RETURNING beside triggers")
          }
          returned.append(try returning.row(self, parent, updated.0, updated.1))
        }
      case .view(let view, let source):
        frame.rows[0] = seen
        var new = seen
        for (position, value) in plan.assignments where position >= 0 {
          new[position] = try value.evaluate(frame)
        }
        do throws(SQLiteHalt) {
          try fire(
            view.id, source, .update, .insteadOf, old: (0, seen), new: (0, new),
            changed: plan.changed, conflict: conflict)
        } catch .ignoreRow {}
      }
    }
    return returned
  }

  private func checkOrder(_ plan: SQLiteUpdatePlan) throws(SQLiteHalt) {
    guard case .table(let table) = plan.target else {
      throw .unmodelled("A view's rows are changed in an order that is open")
    }
    let positions = Set(plan.assignments.map(\.position))
    let touchesKey =
      positions.contains(-1) || table.rowIDColumn.map(positions.contains) == true
      || table.uniqueIndexes.contains { !$0.read.isDisjoint(with: positions) }
    let hasTriggers = try hasTriggers(table.table.id, .update, changed: plan.changed)
    let isFallible =
      plan.conflict != nil || !table.checks.isEmpty || table.hasNotNull || table.isStrict
    let readsItself = plan.assignments.contains { $0.value.reads.hasSubquery }
    if touchesKey || hasTriggers || isFallible && plan.conflict == .fail || readsItself
      || plan.returning != nil
    {
      throw .unmodelled("Rows are changed in an order that is open")
    }
  }

  /// Changes one row.
  ///
  /// - Returns: The row as it is then; `nil` where it was given up.
  func update(
    _ table: SQLiteTableRuntime, _ rowID: Int64, _ old: [SQLValue], values: [Int: SQLValue],
    conflict: ConflictResolution?, changed: Set<String>? = nil
  ) throws(SQLiteHalt) -> (Int64, [SQLValue])? {
    do throws(SQLiteHalt) {
      return try updateRow(table, rowID, old, values, conflict, changed)
    } catch .ignoreRow {
      return nil
    }
  }

  private func updateRow(
    _ table: SQLiteTableRuntime, _ rowID: Int64, _ seen: [SQLValue], _ values: [Int: SQLValue],
    _ conflict: ConflictResolution?, _ names: Set<String>?
  ) throws(SQLiteHalt) -> (Int64, [SQLValue])? {
    var old = seen
    let changedNames =
      names ?? Set(values.keys.compactMap { $0 < 0 ? "rowid" : table.columns[$0].key })
    var (newID, new) = try changedRow(table, rowID, old, values)
    if try hasTriggers(table.table.id, .update, changed: changedNames) {
      try fire(
        table.table.id, table.source, .update, .before, old: (rowID, old), new: (newID, new),
        changed: changedNames, conflict: conflict)
      guard let now = data(of: table).rows[rowID] else { return nil }
      old = now
      (newID, new) = try changedRow(table, rowID, old, values)
    }
    var changed = Set(values.keys)
    if table.hasGenerated {
      changed.formUnion(table.columns.indices.filter { table.columns[$0].generation != nil })
    }
    var write = SQLiteRowWrite(
      table: table, rowID: newID, row: new, old: (rowID, old), changed: changed,
      conflict: conflict)
    guard case .goesOn = try check(&write) else { return nil }
    try store(write)
    changes += 1
    try fire(
      table.table.id, table.source, .update, .after, old: (rowID, old),
      new: (write.rowID, write.row), changed: changedNames, conflict: conflict)
    return (write.rowID, write.row)
  }

  private func changedRow(
    _ table: SQLiteTableRuntime, _ rowID: Int64, _ old: [SQLValue], _ values: [Int: SQLValue]
  ) throws(SQLiteHalt) -> (Int64, [SQLValue]) {
    var new = old
    var number = rowID
    for (position, value) in values {
      if position < 0 || position == table.rowIDColumn {
        guard case .integer(let whole) = value.stored(.integer) else {
          throw .error("datatype mismatch", .rowIDMismatch, code: SQLiteResult.mismatch)
        }
        number = whole
        if position >= 0 { new[position] = .integer(whole) }
      } else if faults.contains(.affinityIsIgnored) {
        new[position] = value
      } else {
        new[position] = value.stored(table.columns[position].affinity)
      }
    }
    if let column = table.rowIDColumn { new[column] = .integer(number) }
    try generate(table, &new, number)
    return (number, new)
  }

  /// Deletes the rows of a plan.
  ///
  /// - Returns: The rows of RETURNING.
  func run(_ plan: SQLiteDeletePlan, _ parent: SQLiteFrame?) throws(SQLiteHalt) -> [[SQLValue]] {
    let found = try rows(plan.search, parent)
    var returned: [[SQLValue]] = []
    for (rowID, seen) in found {
      switch plan.target {
      case .table(let table):
        if found.count > 1, !plan.search.isScanOrdered {
          let hasTriggers = try hasTriggers(table.table.id, .delete, changed: nil)
          if hasTriggers { throw .unmodelled("Rows are deleted in an order that is open") }
        }
        guard let row = data(of: table).rows[rowID] else { continue }
        try delete(table, rowID, row)
        if let returning = plan.returning {
          if try hasTriggers(table.table.id, .delete, changed: nil) {
            throw .unmodelled("RETURNING beside triggers")
          }
          returned.append(try returning.row(self, parent, rowID, row))
        }
      case .view(let view, let source):
        if found.count > 1 { throw .unmodelled("A view's rows are deleted in an open order") }
        do throws(SQLiteHalt) {
          try fire(
            view.id, source, .delete, .insteadOf, old: (0, seen), new: nil, changed: nil,
            conflict: nil)
        } catch .ignoreRow {}
      }
    }
    return returned
  }

  /// Deletes one row with its triggers.
  func delete(_ table: SQLiteTableRuntime, _ rowID: Int64, _ row: [SQLValue]) throws(SQLiteHalt) {
    do throws(SQLiteHalt) {
      try fire(
        table.table.id, table.source, .delete, .before, old: (rowID, row), new: nil,
        changed: nil, conflict: nil)
      guard let now = data(of: table).rows[rowID] else { return }
      try remove(table, rowID, now)
      changes += 1
      try fire(
        table.table.id, table.source, .delete, .after, old: (rowID, row), new: nil,
        changed: nil, conflict: nil)
    } catch .ignoreRow {}
  }
}
