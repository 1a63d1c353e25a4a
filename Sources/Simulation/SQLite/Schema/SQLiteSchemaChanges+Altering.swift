import DatabaseModel
import Engines
import HashTreeCollections
import SQLSyntax

extension SQLiteExecution {
  // MARK: - ALTER TABLE

  func alter(
    _ alter: AlterTable, _ applied: AppliedTransition, _ before: SQLiteState
  ) throws(SQLiteHalt) {
    guard case .table(let old) = try schema.find(alter.name, boundTo: nil) else {
      throw .unmodelled("A table that cannot be altered")
    }
    let id = old.table.id
    switch alter.actions.first?.kind {
    case .addColumn(let column, _, _):
      adopt(applied.catalog, changed: [id])
      try addColumn(old, applied)
      noteAdded(column, old)
    case .dropColumn(let column, _, _):
      let position = old.positions[column.key(in: .sqlite)] ?? -1
      adopt(applied.catalog, changed: nil)
      dropColumn(position, old)
      let text = state.texts[old.id]
      let isPrinted = text == nil
      // A column's own CHECKs go with it, so that the places of the others are not known.
      let checks = old.checks.isEmpty || isPrinted ? text?.checks : nil
      state.texts.set(old.id, SQLiteStoredText(sql: nil, offset: 0, checks: checks))
    default: throw .unmodelled("This ALTER TABLE is not of SQLite")
    }
  }

  private func noteAdded(_ column: ColumnDefinition, _ old: SQLiteTableRuntime) {
    let added = column.constraints.compactMap { constraint -> String? in
      guard case .check(let condition) = constraint.kind else { return nil }
      guard let source else { return SQLPrinter(dialect: .sqlite).print(condition) }
      return Self.checkText(constraint, source)
    }
    var checks = state.texts[old.id]?.checks
    if state.texts[old.id] == nil {
      checks = old.checks.map { SQLPrinter(dialect: .sqlite).print($0.syntax) }
    }
    // CHECKs of the table stand behind those of columns, in front of which the new one comes.
    let hasTableChecks = old.table.definition?.hasTableChecks ?? true
    if !added.isEmpty, hasTableChecks { checks = nil }
    state.texts.set(
      old.id, SQLiteStoredText(sql: nil, offset: 0, checks: checks.map { $0 + added }))
  }

  /// Gives every row the new column.
  private func addColumn(
    _ old: SQLiteTableRuntime, _ applied: AppliedTransition
  ) throws(SQLiteHalt) {
    guard let table = try schema.table(old.table.id), let column = table.columns.last,
      let data = state.tables[table.id], !data.rows.isEmpty
    else { return }
    let value = column.generation == nil ? try defaultValue(of: column) : .null
    let added = table.isStrict ? value : value.stored(column.affinity)
    var rows: [(Int64, [SQLValue])] = []
    for (rowID, row) in data.rows.entries {
      var row = row + [added]
      if column.generation != nil { try generate(table, &row, rowID) }
      rows.append((rowID, row))
    }
    try check(applied.demands, table, rows)
    update(table) { data in
      for (rowID, row) in rows { data.rows.set(rowID, row) }
    }
  }

  private func check(
    _ demands: [RowDemand], _ table: SQLiteTableRuntime, _ rows: [(Int64, [SQLValue])]
  ) throws(SQLiteHalt) {
    let frame = SQLiteFrame(self, sources: 1)
    let checks = demands.contains { if case .holds = $0 { true } else { false } }
    let wantsValue = demands.contains { if case .notNull = $0 { true } else { false } }
    for (rowID, row) in rows {
      frame.rows[0] = row
      frame.rowIDs[0] = rowID
      if checks {
        for check in table.checks where try check.evaluate(frame).truth == false {
          throw .error("CHECK constraint failed", .addedCheckFails)
        }
      }
      if wantsValue, row.last?.isNull == true {
        throw .error("NOT NULL constraint failed", .addedNotNullFails)
      }
    }
  }

  private func dropColumn(_ position: Int, _ old: SQLiteTableRuntime) {
    guard position >= 0, let data = state.tables[old.id] else { return }
    var changed = data
    for (rowID, row) in data.rows.entries {
      var row = row
      row.remove(at: position)
      changed.rows.set(rowID, row)
    }
    state.tables.set(old.id, changed)
  }

  func rename(_ rename: Rename, _ applied: AppliedTransition) throws(SQLiteHalt) {
    let isTable = rename.object.kind == .table
    let name = isTable ? rename.object.name : rename.object.owner ?? rename.object.name
    guard case .table(let old) = try schema.find(name, boundTo: nil) else {
      throw .unmodelled("A table that cannot be renamed")
    }
    let before = state.catalog
    adopt(applied.catalog, changed: nil)
    let isQuoted = isTable || rename.newName.quoting != .none
    editTexts(since: before, to: rename.newName.text, isQuoted: isQuoted)
    guard isTable else { return }
    let counters = ObjectName("sqlite_sequence")
    guard let found = try? schema.find(counters, boundTo: old.table.schema),
      case .table(let table) = found
    else { return }
    for (rowID, row) in data(of: table).rows.entries where row[0].isSame(as: .text(old.name)) {
      update(table) { $0.rows.set(rowID, [.text(rename.newName.text), row[1]]) }
    }
  }

  // MARK: - DROP

  func drop(_ drop: Drop, _ applied: AppliedTransition) throws(SQLiteHalt) {
    guard applied.catalog != state.catalog, let name = drop.objects.first?.name else { return }
    switch drop.kind {
    case .table:
      guard case .table(let table) = try schema.find(name, boundTo: nil) else {
        throw .unmodelled("A table of another kind is dropped")
      }
      try deleteBeforeDrop(table)
      if table.isAutoincrement { try forget(table) }
      adopt(applied.catalog, changed: [table.table.id])
      state.tables.remove(table.id)
    case .index: try dropIndex(name, applied)
    default: adopt(applied.catalog, changed: [])
    }
  }

  private func dropIndex(
    _ name: ObjectName, _ applied: AppliedTransition
  ) throws(SQLiteHalt) {
    let key = name.name.key(in: .sqlite)
    for word in ["temp", "main"] {
      guard let space = state.catalog.schemaID(word),
        name.schema.map({ $0.key(in: .sqlite) == word }) ?? true,
        let id = state.catalog.relationID(key, in: space), let index = state.catalog.index(id)
      else { continue }
      let table = try schema.table(index.table)
      let slot = table?.indexes.first { $0.name == index.name.text }?.slot ?? -1
      adopt(applied.catalog, changed: [index.table])
      if slot >= 0 {
        state.tables.update(index.table.rawValue) { data in
          if data.indexes.indices.contains(slot) { data.indexes.remove(at: slot) }
        }
      }
      return
    }
    throw .unmodelled("An index that is not found")
  }

  /// With foreign keys enforced, a table that others refer to is emptied first.
  ///
  /// Source: `sqlite3FkDropTable`.
  private func deleteBeforeDrop(_ table: SQLiteTableRuntime) throws(SQLiteHalt) {
    guard session.model.enforcesForeignKeys else { return }
    let hasChildren = try !schema.references(to: table).isEmpty
    if !hasChildren {
      if session.deferredViolations + session.deferredImmediate > 0 {
        throw .unmodelled("A table is dropped while deferred foreign keys are violated")
      }
      return
    }
    violations = 0
    isSingleWrite = false
    var count = 0
    for (rowID, row) in data(of: table).rows.entries where data(of: table).rows[rowID] != nil {
      try remove(table, rowID, row)
      count += 1
    }
    session.lastChanges = count
    session.totalChanges += count
    if violations > 0, !session.defersForeignKeys { throw foreignKeyFailure(.foreignKeyAtDrop) }
  }

  private func forget(_ table: SQLiteTableRuntime) throws(SQLiteHalt) {
    let counters = ObjectName("sqlite_sequence")
    guard case .table(let found) = try schema.find(counters, boundTo: table.table.schema) else {
      return
    }
    for (rowID, row) in data(of: found).rows.entries where row[0].isSame(as: .text(table.name)) {
      update(found) { _ = $0.rows.remove(rowID) }
    }
  }

  // MARK: - VACUUM

  func vacuum(_ statement: Statement) throws(SQLiteHalt) {
    let applied = try transition(statement)
    for table in state.catalog.tables(inSchema: "main") {
      guard table.definition != nil, let runtime = try schema.table(table.id),
        runtime.rowIDColumn == nil, !runtime.isWithoutRowID, runtime.indexes.isEmpty,
        var data = state.tables[runtime.id]
      else { continue }
      let rows = data.rows.entries
      data.rows = SortedTree()
      for (number, entry) in rows.enumerated() { data.rows.set(Int64(number + 1), entry.value) }
      state.tables.set(runtime.id, data)
    }
    adopt(applied.catalog, changed: nil)
  }
}

extension CreateTable {
  /// Whether a CHECK stands behind the columns.
  fileprivate var hasTableChecks: Bool {
    elements.contains { element in
      if case .constraint(let constraint) = element, case .check = constraint.kind {
        true
      } else {
        false
      }
    }
  }
}
