import DatabaseModel
import Engines
import HashTreeCollections
import SQLSyntax

/// What a statement gave.
struct SQLiteResultRows {
  var columns: [String] = []
  var rows: [[SQLValue]] = []
  /// Whether the order of the rows is the engine's.
  var isOrdered = true
}

extension SQLiteExecution {
  /// Asks DatabaseModel what a statement does to the catalog.
  func transition(_ statement: Statement) throws(SQLiteHalt) -> AppliedTransition {
    switch state.catalog.applying(statement, in: session.model) {
    case .applied(let applied): return applied
    case .refused(let error):
      if error.message.hasPrefix("foreign key mismatch"), isOnTriggers(statement) {
        throw .unmodelled("Which of several foreign keys that do not fit is told")
      }
      throw .refused(
        SQLiteRefusal(
          check: .prepare, code: error.resultCode ?? SQLiteResult.error,
          message: error.message))
    case .unmodelled(let reason): throw .unmodelled(reason)
    }
  }

  /// Whether the table that a statement changes has triggers.
  private func isOnTriggers(_ statement: Statement) -> Bool {
    let name: ObjectName
    switch statement.kind {
    case .insert(let insert): name = insert.table
    case .update(let update): name = update.table.name
    case .delete(let delete): name = delete.table.name
    default: return false
    }
    guard case .table(let table)? = try? schema.find(name, boundTo: nil) else { return true }
    return state.catalog.parts[table.table.id]?.triggers.isEmpty == false
  }

  /// A statement that changes the schema, with what it does to rows.
  ///
  /// - Returns: The names of columns that a statement inside the engine's own work leaves behind.
  func changeSchema(_ statement: Statement) throws(SQLiteHalt) -> [String] {
    if session.isQueryOnly { throw readOnly() }
    let before = state
    let applied = try transition(statement)
    do throws(SQLiteHalt) {
      try demandEmpty(applied.demands)
      switch statement.kind {
      case .createTable(let create): adopt(applied.catalog, changed: []); note(create, before)
      case .createView, .createTrigger:
        adopt(applied.catalog, changed: [])
        noteNewest(before)
      case .createTableAs(let create): try createTableAs(create, applied, before)
      case .createVirtualTable: throw .unmodelled("Virtual tables have rows of their own")
      case .createIndex(let create): try createIndex(create, applied, before)
      case .alterTable(let alter): try self.alter(alter, applied, before)
      case .rename(let rename): try self.rename(rename, applied)
      case .drop(let drop): try self.drop(drop, applied)
      default: throw .unmodelled("This statement is not of SQLite")
      }
      return Self.innerColumns(applied.demands)
    } catch {
      state = before
      throw error
    }
  }

  /// ALTER TABLE ADD COLUMN looks at rows by a query, whose column is left in its result.
  private static func innerColumns(_ demands: [RowDemand]) -> [String] {
    for demand in demands {
      switch demand {
      case .isEmpty(_, let error): return ["raise(ABORT,'\(error.message)')"]
      case .holds, .notNull:
        return [
          "CASE WHEN quick_check GLOB 'CHECK*' THEN raise(ABORT,'CHECK constraint failed') "
            + "ELSE raise(ABORT,'NOT NULL constraint failed') END"
        ]
      default: break
      }
    }
    return []
  }

  func readOnly() -> SQLiteHalt {
    .error(
      "attempt to write a readonly database", .queryOnly, code: SQLiteResult.readOnly)
  }

  private func demandEmpty(_ demands: [RowDemand]) throws(SQLiteHalt) {
    for case .isEmpty(let table, let error) in demands
    where state.tables[table.rawValue]?.rows.isEmpty == false {
      throw .error(error.message, .rowsPreventAddedColumn)
    }
  }

  // MARK: - Text

  /// The statement's text as `sqlite_schema` holds it, where statements come as text.
  private func text(_ checks: [String]?) -> SQLiteStoredText? {
    guard let source, let range = statementRange else { return nil }
    let sql = String(decoding: source[range.lowerBound..<range.upperBound], as: UTF8.self)
    return SQLiteStoredText(sql: sql, offset: range.lowerBound, checks: checks)
  }

  /// Keeps the text of the object with the greatest identity, which was just made.
  private func noteNewest(_ before: SQLiteState) {
    guard state.catalog.nextID != before.catalog.nextID, let text = text(nil) else { return }
    let last = state.catalog.nextID.rawValue - 1
    state.texts.set(last, text)
  }

  private func note(_ create: CreateTable, _ before: SQLiteState) {
    guard state.catalog.nextID != before.catalog.nextID else { return }
    let id = before.catalog.nextID.rawValue
    guard let source, let text = text(nil) else { return }
    state.texts.set(
      id,
      SQLiteStoredText(
        sql: text.sql, offset: text.offset, checks: Self.checkTexts(create, source)))
  }

  /// What stands between the parentheses of a CHECK, without the space around it.
  static func checkText(_ constraint: Constraint, _ source: [UInt8]) -> String? {
    guard case .check(let condition) = constraint.kind else { return nil }
    guard let range = constraint.place.range, let inner = condition.place.range,
      range.upperBound <= source.count
    else { return "" }
    var start = inner.lowerBound
    while start > range.lowerBound,
      SQLiteNumberText.isSpace(source[start - 1]) || source[start - 1] == 40
    {
      start -= 1
    }
    while start < inner.lowerBound, source[start] != 40 { start += 1 }
    var depth = 0
    var end = start
    while end < source.count {
      if source[end] == 40 { depth += 1 }
      if source[end] == 41 {
        depth -= 1
        if depth == 0, end >= inner.upperBound { break }
      }
      end += 1
    }
    guard start + 1 <= end, end <= source.count else { return "" }
    var text = source[(start + 1)..<end]
    while let first = text.first, SQLiteNumberText.isSpace(first) { text.removeFirst() }
    while let last = text.last, SQLiteNumberText.isSpace(last) { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: - CREATE

  private func createTableAs(
    _ create: CreateTableAs, _ applied: AppliedTransition, _ before: SQLiteState
  ) throws(SQLiteHalt) {
    guard applied.catalog.nextID != before.catalog.nextID else {
      return adopt(applied.catalog, changed: [])
    }
    guard case .select(let query) = create.source.kind else {
      throw .unmodelled("CREATE TABLE AS something that is no query")
    }
    let plan = try SQLiteCompiler(self).query(query, outer: nil)
    if plan.columns.contains(where: \.isUnclear) {
      throw .unmodelled("The terms of a compound give a column different affinities")
    }
    let result = try plan.run(nil, in: self)
    if !result.isOrdered { throw .unmodelled("Rows are inserted in an order that is open") }
    let id = before.catalog.nextID
    adopt(applied.catalog, changed: [])
    guard let table = try schema.table(id) else { return }
    state.texts.set(id.rawValue, SQLiteStoredText(sql: nil, offset: 0, checks: nil))
    update(table) { data in
      for (number, row) in result.rows.enumerated() {
        let stored = zip(row, table.columns).map { $0.stored($1.affinity) }
        data.rows.set(Int64(number + 1), stored)
      }
    }
  }

  private func createIndex(
    _ create: CreateIndex, _ applied: AppliedTransition, _ before: SQLiteState
  ) throws(SQLiteHalt) {
    let id = before.catalog.nextID
    guard applied.catalog.nextID != id, let index = applied.catalog.index(id) else {
      return adopt(applied.catalog, changed: [])
    }
    adopt(applied.catalog, changed: [index.table])
    noteNewest(before)
    guard let table = try schema.table(index.table),
      let runtime = table.indexes.first(where: {
        $0.name == index.name.text && $0.isUnique == index.isUnique
      })
    else { return }
    if !runtime.isUnique, runtime.isPlain { return }
    try fill(runtime, of: table)
  }

  /// Makes the entries of a new index.
  private func fill(_ index: SQLiteIndexRuntime, of table: SQLiteTableRuntime) throws(SQLiteHalt) {
    let frame = SQLiteFrame(self, sources: 1)
    var entries: SortedTree<SQLiteIndexKey, Int64> = SortedTree()
    try data(of: table).rows.forEach { (rowID, row) throws(SQLiteHalt) in
      frame.rowIDs[0] = rowID
      guard let key = try index.key(of: row, frame) else { return true }
      if index.isUnique, !key.hasNull {
        if entries[key] != nil {
          throw .error(
            uniqueMessage(index, table), .unique, code: SQLiteResult.unique)
        }
        entries.set(key, rowID)
      }
      return true
    }
    guard index.isUnique, state.tables[table.id] != nil else { return }
    update(table) { data in
      if data.indexes.count == index.slot { data.indexes.append(entries) }
    }
  }
}
