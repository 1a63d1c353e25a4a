import DatabaseModel
import HashTreeCollections
import SQLSyntax

extension World {
  /// Whether the rows a statement changed are also another's, so that it waits or gives up.
  mutating func waitForRows(
    _ tables: [ObjectID], _ core: inout SessionCore, _ before: TransactionState
  ) -> Step? {
    guard let after = core.transaction else { return nil }
    for table in tables {
      let change = HeapChange(from: before.view.heaps[table], to: after.view.heaps[table])
      if change.isEmpty { continue }
      if let gap = gapAfterWait(table, change, core) { return undo(before, &core, gap) }
      if !before.isolation.seesCommits,
        let error = staleRow(table, change, before)
      {
        restoreRows(before, &core)
        return .failed(error)
      }
      for other in others(than: core.id) {
        guard let theirs = other.transaction, !theirs.isFailed else { continue }
        if let step = compare(table, change, other, theirs, &core, before) { return step }
      }
      if let gap = foreignKeyGap(table, change, core) { return undo(before, &core, gap) }
    }
    return nil
  }

  private func restoreRows(_ before: TransactionState, _ core: inout SessionCore) {
    core.transaction?.view = before.view
    core.transaction?.pending = before.pending
    core.transaction?.hasWritten = before.hasWritten
  }

  private func undo(
    _ before: TransactionState, _ core: inout SessionCore, _ reason: String
  ) -> Step {
    restoreRows(before, &core)
    return Self.unmodelled(reason)
  }

  /// A snapshot's row that somebody has changed since.
  private func staleRow(
    _ table: ObjectID, _ change: HeapChange, _ before: TransactionState
  ) -> DatabaseError? {
    let own = HeapChange(from: before.base.heaps[table], to: before.view.heaps[table]).added
    let isStale = change.removed.contains {
      own[$0] == nil && committed.heaps[table]?.rows[$0] == nil
    }
    guard isStale else { return nil }
    return DatabaseError(
      state: "40001", message: "could not serialize access due to concurrent update")
  }

  private mutating func compare(
    _ table: ObjectID, _ change: HeapChange, _ other: SessionCore, _ theirs: TransactionState,
    _ core: inout SessionCore, _ before: TransactionState
  ) -> Step? {
    let changed = HeapChange(from: theirs.base.heaps[table], to: theirs.view.heaps[table])
    let locked = Set((theirs.rowLocks[table] ?? [:]).keys)
    let contested = change.removed.intersection(changed.removed.union(locked))
    let isKeyContested =
      !contested.isEmpty ? false : hasEqualKey(table, change, changed, before.view.catalog)
    switch isKeyContested {
    case true?: break
    case nil: return undo(before, &core, "Keys over expressions of several sessions")
    case false?: if contested.isEmpty { return nil }
    }
    let heap = before.view.heaps[table]
    restoreRows(before, &core)
    var waiting = core.waiting ?? WaitingStatement()
    waiting.version = version
    if !contested.isEmpty {
      if changed.added.count > changed.removed.count || changed.removed.count > contested.count {
        return Self.unmodelled("A statement that waits for rows among other changes")
      }
      waiting.rows = RowWait(
        table: table, matched: change.removed, contested: contested, heap: heap)
    }
    core.waiting = waiting
    let held = HeldLock(tag: other.transactionTag, mode: .share)
    switch acquire(held, &core, isLogged: false) {
    case .granted?:
      return Self.unmodelled("A transaction that has ended is waited for")
    case .waiting?: return .blocked
    case nil: return .failed(Self.deadlockError)
    }
  }

  /// After a wait only the rows found before are looked at again.
  private func gapAfterWait(
    _ table: ObjectID, _ change: HeapChange, _ core: SessionCore
  ) -> String? {
    guard let wait = core.waiting?.rows, wait.table == table else { return nil }
    let fresh = change.removed.subtracting(wait.matched)
    return fresh.count > wait.contested.count
      ? "A statement finds more rows after it has waited" : nil
  }

  // MARK: Keys

  /// Whether both have a new row with the same unique key; `nil` where that is not known.
  private func hasEqualKey(
    _ table: ObjectID, _ mine: HeapChange, _ theirs: HeapChange, _ catalog: Catalog
  ) -> Bool? {
    if mine.added.isEmpty || theirs.added.isEmpty && theirs.removed.isEmpty { return false }
    for index in catalog.indexes(of: table) where index.isUnique {
      if index.condition != nil || index.keys.contains(where: { $0.column == nil }) { return nil }
      if index.nullsNotDistinct { return nil }
      let columns = index.keys.compactMap(\.column)
      let key = { (row: RowTree.Row) -> [Datum]? in
        let values = columns.map { $0 <= row.count ? row[$0 - 1] : .null }
        return values.contains { $0.isNull } ? nil : values
      }
      let own = Set(mine.added.values.compactMap(key))
      if theirs.added.values.contains(where: { key($0).map(own.contains) ?? false }) {
        return true
      }
    }
    return false
  }

  /// Foreign keys between what two transactions have changed are not followed.
  private func foreignKeyGap(
    _ table: ObjectID, _ change: HeapChange, _ core: SessionCore
  ) -> String? {
    guard let catalog = core.transaction?.view.catalog else { return nil }
    let reason = "Foreign keys between rows that two sessions have changed"
    for other in others(than: core.id) {
      guard let theirs = other.transaction, !theirs.isFailed, theirs.hasWritten else { continue }
      let writes = { (id: ObjectID) in
        HeapChange(from: theirs.base.heaps[id], to: theirs.view.heaps[id])
      }
      for constraint in catalog.constraints(of: table) {
        if case .foreignKey(let key) = constraint.rule, case .table(let parent, _) = key.target,
          !change.added.isEmpty, !writes(parent).removed.isEmpty
        {
          return reason
        }
      }
      if change.removed.isEmpty { continue }
      for edge in catalog.edges(to: ObjectAddress(object: table)) {
        if let constraint = catalog.constraints[edge.dependent.object],
          case .foreignKey(let key) = constraint.rule, case .table(table, _) = key.target,
          !writes(constraint.owner).isEmpty
        {
          return reason
        }
      }
    }
    return nil
  }

  // MARK: SELECT … FOR UPDATE

  /// Rows of one table that a query locks.
  mutating func selectLocking(
    _ query: Query, _ statement: Statement, _ core: inout SessionCore
  ) -> Step {
    guard case .select(let select) = query.body, select.from.count == 1, query.with == nil,
      case .table(let reference) = select.from[0], query.limit == nil, query.offset == nil,
      query.locking.count == 1, let clause = query.locking.first,
      case .all = select.distinct, let transaction = core.transaction,
      let id = table(reference.name, core)
    else { return Self.unmodelled("Which rows this query locks is not modelled") }
    // A row is found as DELETE with the same condition finds it.
    let delete = Statement(
      kind: .delete(Delete(table: reference, condition: select.condition)))
    var execution = PostgreSQLExecution(database: transaction.view, session: core.state)
    guard case .completed = execution.execute(delete) else {
      return Self.unmodelled("Which rows this query locks is not modelled")
    }
    var rows = HeapChange(from: transaction.view.heaps[id], to: execution.database.heaps[id])
      .removed
    let isShared = clause.strength.hasSuffix("SHARE")
    for other in others(than: core.id) {
      guard let theirs = other.transaction, !theirs.isFailed else { continue }
      let changed = HeapChange(from: theirs.base.heaps[id], to: theirs.view.heaps[id]).removed
      let locked = (theirs.rowLocks[id] ?? [:]).filter { !(isShared && $0.value) }.keys
      let contested = rows.intersection(changed.union(locked))
      if contested.isEmpty { continue }
      switch clause.wait {
      case "NOWAIT":
        let name = reference.name.name.text
        return .failed(
          DatabaseError(
            state: "55P03", message: "could not obtain lock on row in relation \"\(name)\""))
      case "SKIP LOCKED": rows.subtract(contested)
      default: return wait(for: other, &core)
      }
    }
    return answer(statement, id, rows, isShared, &core)
  }

  private mutating func wait(for other: SessionCore, _ core: inout SessionCore) -> Step {
    switch acquire(
      HeldLock(tag: other.transactionTag, mode: .share), &core, isLogged: false)
    {
    case .granted?: return Self.unmodelled("A transaction that has ended is waited for")
    case .waiting?: return .blocked
    case nil: return .failed(Self.deadlockError)
    }
  }

  private func table(_ name: ObjectName, _ core: SessionCore) -> ObjectID? {
    guard let catalog = core.transaction?.view.catalog else { return nil }
    let schemas = name.schema.map { [$0.text] } ?? core.state.searchPath
    for schema in schemas {
      if case .table(let table)? = catalog.relation(named: name.name.text, inSchema: schema) {
        return table.kind == .ordinary ? table.id : nil
      }
    }
    return nil
  }

  private mutating func answer(
    _ statement: Statement, _ table: ObjectID, _ rows: Set<Int64>, _ isShared: Bool,
    _ core: inout SessionCore
  ) -> Step {
    guard let view = core.transaction?.view else { return Self.unmodelled("No transaction") }
    let matched = view.heaps[table]?.rows.map(\.key).filter { !rows.contains($0) } ?? []
    var narrowed = view
    for row in matched { narrowed.heaps[table]?.rows.remove(row) }
    core.transaction?.view = narrowed
    let step = execute(statement, &core)
    core.transaction?.view = view
    guard case .done = step else { return step }
    for row in rows { core.transaction?.rowLocks[table, default: [:]][row] = isShared }
    core.transaction?.hasWritten = true
    _ = acquire(HeldLock(tag: core.transactionTag, mode: .exclusive), &core)
    return step
  }
}
