import DatabaseModel
import Engines
import HashTreeCollections
import SQLSyntax

extension SQLiteExecution {
  /// Runs a statement that is no transaction control.
  ///
  /// After a refusal whose resolution is ``SQLSyntax/ConflictResolution/abort`` nothing of the
  /// statement is left; after what is not modelled neither.
  func run(_ statement: Statement) throws(SQLiteHalt) -> SQLiteResultRows {
    violations = 0
    changes = 0
    isSingleWrite = false
    _ = beginProgram()
    switch statement.kind {
    case .select(let query): return try select(query, statement)
    case .insert(let insert): return try change(.insert(insert), statement)
    case .update(let update): return try change(.update(update), statement)
    case .delete(let delete): return try change(.delete(delete), statement)
    case .pragma(let pragma): return try self.pragma(pragma, statement)
    case .vacuum: try vacuum(statement)
    case .reindex:
      _ = try transition(statement)
    case .analyze:
      _ = try transition(statement)
      throw .unmodelled("ANALYZE fills tables with estimates")
    case .explain: throw .unmodelled("EXPLAIN shows the engine's own program")
    case .attach: throw .unmodelled("ATTACH brings the objects of another file")
    case .detach: _ = try transition(statement)
    default: return SQLiteResultRows(columns: try changeSchema(statement))
    }
    return SQLiteResultRows()
  }

  private func select(
    _ query: Query, _ statement: Statement
  ) throws(SQLiteHalt) -> SQLiteResultRows {
    let plan = try compileQuery(query, statement)
    let result = try plan.run(nil, in: self)
    return SQLiteResultRows(
      columns: plan.columns.map(\.name), rows: result.rows, isOrdered: result.isOrdered)
  }

  /// Compiles a query, with the transition asked unless the query is of the simplest kind.
  private func compileQuery(
    _ query: Query, _ statement: Statement
  ) throws(SQLiteHalt) -> SQLiteQueryPlan {
    if case .select(let core) = query.body, core.isSimple, query.with == nil {
      queries = 0
      if let plan = try? SQLiteCompiler(self).query(query, outer: nil), queries == 1,
        case .select(let select) = plan.body, select.isOfOneTable
      {
        return plan
      }
    }
    _ = try transition(statement)
    return try compiled { () throws(SQLiteHalt) in
      try SQLiteCompiler(self).query(query, outer: nil)
    }
  }

  /// What the transition accepts and the compiler does not is a gap of the model.
  private func compiled<Plan>(
    _ body: () throws(SQLiteHalt) -> Plan
  ) throws(SQLiteHalt) -> Plan {
    do throws(SQLiteHalt) {
      return try body()
    } catch .refused(let refusal) {
      throw .unmodelled("A name that is not found: \(refusal.message)")
    }
  }

  private enum Change {
    case insert(Insert)
    case update(Update)
    case delete(Delete)
  }

  private enum ChangePlan {
    case insert(SQLiteInsertPlan)
    case update(SQLiteUpdatePlan)
    case delete(SQLiteDeletePlan)
  }

  private func change(
    _ change: Change, _ statement: Statement
  ) throws(SQLiteHalt) -> SQLiteResultRows {
    let plan = try prepare(change, statement)
    let lastChanges = session.lastChanges
    let lastInsertRowID = session.lastInsertRowID
    do throws(SQLiteHalt) {
      return try run(change: plan)
    } catch .unmodelled(let reason) {
      session.lastChanges = lastChanges
      session.lastInsertRowID = lastInsertRowID
      throw .unmodelled(reason)
    }
  }

  private func run(change plan: ChangePlan) throws(SQLiteHalt) -> SQLiteResultRows {
    if session.isQueryOnly { throw readOnly() }
    try checkEntanglements(plan)
    isSingleWrite = isOfOneRow(plan)
    if !needsCopy(plan) {
      session.lastChanges = 0
      return try finish(try run(plan), plan)
    }
    let before = state
    let counters = session.counters
    let total = session.totalChanges
    do throws(SQLiteHalt) {
      let rows = try run(plan)
      if violations > 0 { throw foreignKeyFailure(.foreignKey) }
      return try finish(rows, plan)
    } catch {
      let halt = settled(error, plan)
      var isKept = false
      if case .refused(let refusal) = halt { isKept = refusal.resolution == .fail }
      if !isKept {
        state = before
        session.counters = counters
        if case .unmodelled = halt { session.totalChanges = total }
      } else {
        session.totalChanges += changes
      }
      session.lastChanges = isKept ? changes : 0
      throw halt
    }
  }

  /// What a refusal in the middle of a statement comes to.
  ///
  /// Source: `sqlite3VdbeHalt`.
  private func settled(_ halt: SQLiteHalt, _ plan: ChangePlan) -> SQLiteHalt {
    guard case .refused(let refusal) = halt else { return halt }
    if refusal.resolution == .fail {
      let isDeferred = session.deferredViolations + session.deferredImmediate > 0
      if violations > 0 || isDeferred && !session.model.isInTransactionBlock {
        return foreignKeyFailure(.foreignKey)
      }
    }
    if session.model.isInTransactionBlock, changes > 0, !refusal.check.isOfConstraint,
      !mayAbort(plan)
    {
      return .unmodelled("Whether the engine undoes the rows before the one it refuses")
    }
    return halt
  }

  /// Whether the engine surely prepared for undoing the statement.
  private func mayAbort(_ plan: ChangePlan) -> Bool {
    switch plan {
    case .insert(let plan):
      guard case .table(let table) = plan.target, plan.conflict == nil else { return false }
      return table.uniqueIndexes.contains { $0.conflict == nil } && plan.upsert == nil
    default: return false
    }
  }

  private func finish(
    _ rows: [[SQLValue]], _ plan: ChangePlan
  ) throws(SQLiteHalt) -> SQLiteResultRows {
    if violations > 0 { throw foreignKeyFailure(.foreignKey) }
    session.lastChanges = changes
    session.totalChanges += changes
    let names: [String]? =
      switch plan {
      case .insert(let plan): plan.returning?.names
      case .update(let plan): plan.returning?.names
      case .delete(let plan): plan.returning?.names
      }
    var result = SQLiteResultRows(columns: names ?? [], rows: rows)
    result.isOrdered = rows.count < 2
    return result
  }

  private func run(_ plan: ChangePlan) throws(SQLiteHalt) -> [[SQLValue]] {
    switch plan {
    case .insert(let plan):
      return try run(plan, nil, conflict: nil)
    case .update(let plan): return try run(plan, nil, conflict: nil)
    case .delete(let plan): return try run(plan, nil)
    }
  }

  /// Whether the engine takes the statement for one that writes a single row.
  private func isOfOneRow(_ plan: ChangePlan) -> Bool {
    guard case .insert(let plan) = plan, plan.returning == nil, plan.conflict != .replace,
      case .table(let table) = plan.target,
      state.catalog.parts[table.table.id]?.triggers.isEmpty ?? true,
      !table.indexes.contains(where: { $0.conflict == .replace }),
      table.rowIDConflict != .replace
    else { return false }
    switch plan.source {
    case .defaults: return true
    case .rows(let rows): return rows.count == 1
    case .query: return false
    }
  }

  /// What the engine looks at when it prepares a change, and the transition does not.
  private func checkEntanglements(_ plan: ChangePlan) throws(SQLiteHalt) {
    let target: SQLiteChangeTarget
    var replaces = false
    switch plan {
    case .insert(let plan): target = plan.target
    case .update(let plan):
      target = plan.target
      replaces = plan.conflict == .replace
    case .delete(let plan): target = plan.target
    }
    let id: ObjectID
    switch target {
    case .view(let view, _): id = view.id
    case .table(let table):
      id = table.table.id
      replaces =
        replaces || table.rowIDConflict == .replace
        || table.indexes.contains { $0.conflict == .replace }
      if replaces, session.model.enforcesForeignKeys {
        for key in try schema.foreignKeys(of: table) where try !isFit(key) {
          throw .unmodelled("REPLACE beside a foreign key that does not fit")
        }
      }
    }
    if state.catalog.parts[id]?.triggers.isEmpty == false, schema.triggersCountUp {
      throw .unmodelled("A trigger inserts into a table with AUTOINCREMENT")
    }
  }

  // MARK: - Preparing

  private func prepare(
    _ change: Change, _ statement: Statement
  ) throws(SQLiteHalt) -> ChangePlan {
    queries = 0
    if let plan = try? compile(change), queries == 0, let kind = accepted(plan),
      schema.accepted.contains(kind)
    {
      return plan
    }
    _ = try transition(statement)
    let plan = try compiled { () throws(SQLiteHalt) in try compile(change) }
    if let kind = accepted(plan) { schema.accepted.insert(kind) }
    return plan
  }

  private func compile(_ change: Change) throws(SQLiteHalt) -> ChangePlan {
    let compiler = SQLiteCompiler(self)
    switch change {
    case .insert(let insert): return .insert(try compiler.insert(insert, outer: nil))
    case .update(let update): return .update(try compiler.update(update, outer: nil))
    case .delete(let delete): return .delete(try compiler.delete(delete, outer: nil))
    }
  }

  /// What the transition has to accept once; `nil` for statements that it has to see each time.
  private func accepted(_ plan: ChangePlan) -> SQLiteAcceptedChange? {
    let foreignKeys = session.model.enforcesForeignKeys
    switch plan {
    case .insert(let plan):
      guard case .table(let table) = plan.target, plan.upsert == nil, plan.returning == nil,
        !plan.positions.contains(where: { $0 >= 0 && table.columns[$0].generation != nil })
      else { return nil }
      if case .query = plan.source { return nil }
      return SQLiteAcceptedChange(
        table: table.table.id, kind: .insert, columns: [], enforcesForeignKeys: foreignKeys)
    case .update(let plan):
      guard case .table(let table) = plan.target, plan.returning == nil else { return nil }
      let columns = plan.assignments.map(\.position).sorted()
      if columns.contains(where: { $0 >= 0 && table.columns[$0].generation != nil }) { return nil }
      return SQLiteAcceptedChange(
        table: table.table.id, kind: .update, columns: columns, enforcesForeignKeys: foreignKeys)
    case .delete(let plan):
      guard case .table(let table) = plan.target, plan.returning == nil else { return nil }
      return SQLiteAcceptedChange(
        table: table.table.id, kind: .delete, columns: [], enforcesForeignKeys: foreignKeys)
    }
  }

  /// Whether a refusal may come after a row was written.
  private func needsCopy(_ plan: ChangePlan) -> Bool {
    switch plan {
    case .insert(let plan):
      guard case .table(let table) = plan.target, case .rows(let rows) = plan.source,
        rows.count == 1, plan.upsert == nil, plan.returning == nil, plan.conflict != .replace
      else { return true }
      return isEntangled(table, writesMany: false)
    case .update(let plan):
      guard case .table(let table) = plan.target, plan.returning == nil, plan.conflict != .replace
      else { return true }
      if case .scan = plan.search.sources[0].access { return true }
      return isEntangled(table, writesMany: false)
    case .delete(let plan):
      guard case .table(let table) = plan.target, plan.returning == nil else { return true }
      return isEntangled(table, writesMany: true)
    }
  }

  /// Whether a change of a row may lead to other changes.
  private func isEntangled(_ table: SQLiteTableRuntime, writesMany: Bool) -> Bool {
    if state.catalog.parts[table.table.id]?.triggers.isEmpty == false { return true }
    if table.rowIDConflict == .replace || table.isAutoincrement && writesMany { return true }
    if table.indexes.contains(where: { $0.conflict == .replace }) { return true }
    guard session.model.enforcesForeignKeys else { return false }
    let children = (try? schema.references(to: table).isEmpty) ?? false
    let parents = (try? schema.foreignKeys(of: table).isEmpty) ?? false
    return !children || !parents && writesMany
  }
}

extension SelectCore {
  /// Whether nothing in it needs more than a look at the names.
  fileprivate var isSimple: Bool {
    having == nil && windows.isEmpty && from.count == 1 && distinct != .distinctOn([])
  }
}

extension SQLiteSelectPlan {
  /// Whether it reads one table without generated columns.
  fileprivate var isOfOneTable: Bool {
    guard sources.count == 1, case .table(let table) = sources[0].kind else { return false }
    return !table.hasGenerated
  }
}
