import DatabaseModel
import Engines
import SQLSyntax

extension SQLiteExecution {
  /// Inserts the rows of a plan.
  ///
  /// - Returns: The rows of RETURNING.
  func run(
    _ plan: SQLiteInsertPlan, _ parent: SQLiteFrame?, conflict: ConflictResolution?
  ) throws(SQLiteHalt) -> [[SQLValue]] {
    var run = SQLiteInsertRun(plan, parent, conflict ?? plan.conflict)
    switch plan.source {
    case .defaults: try insert([], &run)
    case .rows(let rows):
      let frame = SQLiteFrame(self, sources: 0, parent: parent)
      for row in rows {
        var values: [SQLValue] = []
        values.reserveCapacity(row.count)
        for expression in row { values.append(try expression.evaluate(frame)) }
        try insert(values, &run)
      }
    case .query(let query):
      let result = try query.run(parent, in: self)
      if !result.isOrdered { try checkOrder(plan, result) }
      do throws(SQLiteHalt) {
        for row in result.rows { try insert(row, &run) }
      } catch {
        if case .refused = error, !result.isOrdered {
          throw .unmodelled("A refusal that depends on the order of rows")
        }
        throw error
      }
    }
    try finishSequence(&run)
    return run.returned
  }

  /// Rows in an open order get open rowids.
  private func checkOrder(_ plan: SQLiteInsertPlan, _ result: SQLiteQueryResult) throws(SQLiteHalt)
  {
    guard case .table(let table) = plan.target else { return }
    let isNumbered =
      table.isWithoutRowID
      || plan.positions.contains { $0 == -1 || $0 == table.rowIDColumn }
    let hasRisk = plan.upsert != nil || run(conflicts: plan.conflict, table)
    if !isNumbered || hasRisk { throw .unmodelled("Rows are inserted in an order that is open") }
  }

  private func run(conflicts: ConflictResolution?, _ table: SQLiteTableRuntime) -> Bool {
    conflicts == .ignore || conflicts == .replace || conflicts == .fail
      || table.indexes.contains { $0.conflict != nil }
  }

  private func insert(_ values: [SQLValue], _ run: inout SQLiteInsertRun) throws(SQLiteHalt) {
    switch run.plan.target {
    case .table(let table):
      do throws(SQLiteHalt) {
        try insert(values, into: table, &run)
      } catch .ignoreRow {}
    case .view(let view, let source):
      var row = source.columns.map { _ in SQLValue.null }
      for (value, position) in zip(values, run.plan.positions) where position >= 0 {
        row[position] = value
      }
      do throws(SQLiteHalt) {
        try fire(
          view.id, source, .insert, .insteadOf, old: nil, new: (-1, row), changed: nil,
          conflict: run.conflict)
      } catch .ignoreRow {}
    }
  }

  private func insert(
    _ values: [SQLValue], into table: SQLiteTableRuntime, _ run: inout SQLiteInsertRun
  ) throws(SQLiteHalt) {
    var given: SQLValue?
    var row = try row(values, table, run.plan, &given)
    applyAffinities(table, &row)
    if try hasTriggers(table.table.id, .insert, changed: nil) {
      try fireBefore(table, row, given, run)
    }
    let rowID = try rowID(given, table, &run)
    if let column = table.rowIDColumn { row[column] = .integer(rowID) }
    try generate(table, &row, rowID)
    var write = SQLiteRowWrite(
      table: table, rowID: rowID, row: row, conflict: run.conflict, upsert: run.plan.upsert)
    switch try check(&write) {
    case .ignored: return
    case .updates(let found): return try upsert(found, write, &run)
    case .goesOn: break
    }
    if table.isWithoutRowID { write.rowID = nextNumber(table) }
    try store(write)
    changes += 1
    if !table.isWithoutRowID { session.lastInsertRowID = rowID }
    if let returning = run.plan.returning {
      run.returned.append(try returning.row(self, run.parent, write.rowID, write.row))
    }
    try fire(
      table.table.id, table.source, .insert, .after, old: nil, new: (write.rowID, write.row),
      changed: nil, conflict: run.conflict)
  }

  private func fireBefore(
    _ table: SQLiteTableRuntime, _ row: [SQLValue], _ given: SQLValue?, _ run: SQLiteInsertRun
  ) throws(SQLiteHalt) {
    var number: Int64 = -1
    if let given, !given.isNull {
      guard case .integer(let whole) = given.stored(.integer) else { throw mismatch() }
      number = whole
    }
    var new = row
    if let column = table.rowIDColumn { new[column] = .integer(number) }
    try generate(table, &new, number)
    try fire(
      table.table.id, table.source, .insert, .before, old: nil, new: (number, new),
      changed: nil, conflict: run.conflict)
  }

  private func mismatch() -> SQLiteHalt {
    .error("datatype mismatch", .rowIDMismatch, code: SQLiteResult.mismatch)
  }

  /// The values in the order of the table's columns, with defaults where none are given.
  private func row(
    _ values: [SQLValue], _ table: SQLiteTableRuntime, _ plan: SQLiteInsertPlan,
    _ rowID: inout SQLValue?
  ) throws(SQLiteHalt) -> [SQLValue] {
    var row: [SQLValue] = []
    row.reserveCapacity(table.columns.count)
    if values.count == table.columns.count, plan.positions == table.insertable {
      row = values
      if let column = table.rowIDColumn { rowID = values[column] }
      return row
    }
    var isGiven = Array(repeating: false, count: table.columns.count)
    row = Array(repeating: .null, count: table.columns.count)
    // Of a column that is named twice the first value counts.
    for (value, position) in zip(values, plan.positions) {
      if position == -1 || position == table.rowIDColumn {
        if rowID == nil { rowID = value }
        continue
      }
      if isGiven[position] { continue }
      row[position] = value
      isGiven[position] = true
    }
    for (position, column) in table.columns.enumerated()
    where !isGiven[position] && position != table.rowIDColumn && column.generation == nil {
      row[position] = try defaultValue(of: column)
    }
    return row
  }

  private func nextNumber(_ table: SQLiteTableRuntime) -> Int64 {
    (data(of: table).rows.last?.key ?? 0) + 1
  }

  /// The rowid that is given, or the next.
  private func rowID(
    _ given: SQLValue?, _ table: SQLiteTableRuntime, _ run: inout SQLiteInsertRun
  ) throws(SQLiteHalt) -> Int64 {
    if table.isWithoutRowID { return 0 }
    if table.isAutoincrement, run.sequence == nil { run.sequence = sequence(of: table) }
    if let given, !given.isNull {
      guard case .integer(let number) = given.stored(.integer) else { throw mismatch() }
      if let sequence = run.sequence { run.sequence = max(sequence, number) }
      return number
    }
    let greatest = state.tables[table.id]?.rows.last?.key
    if faults.contains(.rowIDsAreReused), let count = state.tables[table.id]?.rows.count {
      return Int64(count) + 1
    }
    if let sequence = run.sequence {
      let base = max(sequence, greatest ?? 0)
      if base == Int64.max {
        throw .error("database or disk is full", .rowIDsExhausted, code: SQLiteResult.full)
      }
      run.sequence = base + 1
      return base + 1
    }
    guard let greatest else { return 1 }
    if greatest == Int64.max { throw .unmodelled("A rowid is taken at random") }
    return greatest + 1
  }

  // MARK: - AUTOINCREMENT

  private func sequenceTable(_ table: SQLiteTableRuntime) throws(SQLiteHalt) -> SQLiteTableRuntime {
    let name = ObjectName("sqlite_sequence")
    guard case .table(let found) = try schema.find(name, boundTo: table.table.schema) else {
      throw .unmodelled("sqlite_sequence is missing")
    }
    return found
  }

  private func sequenceRow(
    _ table: SQLiteTableRuntime, _ counters: SQLiteTableRuntime
  ) -> (rowID: Int64, last: SQLValue)? {
    var found: (Int64, SQLValue)?
    data(of: counters).rows.forEach { rowID, row in
      if case .text(let name) = row[0], name == table.name { found = (rowID, row[1]) }
      return found == nil
    }
    return found
  }

  private func sequence(of table: SQLiteTableRuntime) -> Int64 {
    guard let counters = try? sequenceTable(table) else { return 0 }
    return sequenceRow(table, counters)?.last.asInteger ?? 0
  }

  private func finishSequence(_ run: inout SQLiteInsertRun) throws(SQLiteHalt) {
    guard case .table(let table) = run.plan.target, table.isAutoincrement else { return }
    let last = run.sequence ?? sequence(of: table)
    let counters = try sequenceTable(table)
    let known = sequenceRow(table, counters)
    let rowID = known?.rowID ?? ((data(of: counters).rows.last?.key ?? 0) + 1)
    update(counters) { $0.rows.set(rowID, [.text(table.name), .integer(last)]) }
  }

  // MARK: - Upsert

  private func upsert(
    _ found: Int64, _ write: SQLiteRowWrite, _ run: inout SQLiteInsertRun
  ) throws(SQLiteHalt) {
    guard let upsert = run.plan.upsert, let assignments = upsert.assignments,
      let old = data(of: write.table).rows[found]
    else { return }
    let frame = SQLiteFrame(self, sources: 2, parent: run.parent)
    frame.rows = [old, write.row]
    frame.rowIDs = [found, write.rowID]
    if let condition = upsert.condition, try condition.evaluate(frame).truth != true { return }
    var values: [Int: SQLValue] = [:]
    for (position, expression) in assignments {
      values[position] = try expression.evaluate(frame)
    }
    let updated = try update(
      write.table, found, old, values: values,
      conflict: run.conflict == .ignore ? .abort : run.conflict)
    if let returning = run.plan.returning, let updated {
      run.returned.append(try returning.row(self, run.parent, updated.0, updated.1))
    }
  }
}

/// An INSERT while it runs.
struct SQLiteInsertRun {
  let plan: SQLiteInsertPlan
  let parent: SQLiteFrame?
  let conflict: ConflictResolution?
  var returned: [[SQLValue]] = []
  /// The counter of AUTOINCREMENT, once it was read.
  var sequence: Int64?

  init(_ plan: SQLiteInsertPlan, _ parent: SQLiteFrame?, _ conflict: ConflictResolution?) {
    self.plan = plan
    self.parent = parent
    self.conflict = conflict
  }
}
