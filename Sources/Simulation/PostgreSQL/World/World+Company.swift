import DatabaseModel
import Engines
import HashTreeCollections
import SQLSyntax

extension World {
  /// A statement while other sessions are in transactions: locks first, then rows.
  ///
  /// Where the model does not know, the locks that it has taken are given back.
  mutating func runAmongOthers(
    _ statement: Statement, _ core: inout SessionCore
  ) -> Step {
    lockWhatRan(&core)
    let count = core.transaction?.lockLog.count ?? 0
    let step = lockAndRun(statement, &core)
    if case .failed(let error) = step, error.scope == .unmodelled {
      for lock in core.transaction?.lockLog[count...] ?? [] {
        locks.release(lock.tag, lock.mode, of: core.id)
      }
      core.transaction?.lockLog.removeSubrange(count...)
    }
    return step
  }

  private mutating func lockAndRun(
    _ statement: Statement, _ core: inout SessionCore
  ) -> Step {
    do throws(MergeConflict) { try refresh(&core) } catch { return Self.unmodelled(error.what) }
    guard let view = core.transaction?.view else { return Self.unmodelled("No transaction") }
    if let key = core.waiting?.keys.first(where: { $0.exists(in: view.catalog) }),
      committedChange(since: core), !initialState.plantedFaults.contains(.racersComeLater)
    {
      return .failed(key.violation)
    }
    let transition = view.catalog.applying(statement, in: core.state)
    let footprint: StatementFootprint
    switch view.catalog.footprint(of: statement, in: core.state, transition: transition) {
    case .known(let known): footprint = known
    case .unmodelled(let reason):
      return Self.unmodelled("What it locks while others are in transactions: \(reason)")
    }
    if let step = lockObjects(statement, view.catalog, &core) { return step }
    if let step = lock(footprint, statement, &core) { return step }
    let written = footprint.locks.filter { $0.mode >= .rowExclusive }.map(\.relation)
      .filter { view.catalog.table($0) != nil }
    guard var transaction = core.transaction else { return Self.unmodelled("No transaction") }
    shareRowNumbers(written, &transaction.view)
    core.transaction = transaction
    let before = transaction
    if case .select(let query) = statement.kind, !query.locking.isEmpty {
      return selectLocking(query, statement, &core)
    }
    let step = execute(statement, &core)
    switch step {
    case .failed(let error):
      return judge(error, footprint, transition, core)
    case .blocked: return step
    case .done: break
    }
    if let waiting = waitForKeys(&core, before) ?? waitForRows(written, &core, before) {
      return waiting
    }
    if core.transaction?.hasWritten == true {
      _ = acquire(HeldLock(tag: core.transactionTag, mode: .exclusive), &core)
    }
    if let view = core.transaction?.view {
      noteRowNumbers(written, view)
      nextIDs(view)
    }
    return step
  }

  // MARK: Objects that are no relations

  private mutating func lockObjects(
    _ statement: Statement, _ catalog: Catalog, _ core: inout SessionCore
  ) -> Step? {
    let keys = CreatedKeys(statement: statement, catalog: catalog)
    for object in keys.objects {
      switch acquire(HeldLock(tag: .object(object), mode: .exclusive), &core) {
      case .granted?: continue
      case .waiting?: return .blocked
      case nil: return .failed(Self.deadlockError)
      }
    }
    for object in keys.updated {
      let key = CatalogKey.entry(of: object)
      if core.waiting?.keys.contains(key) == true,
        locks.holds(core.id, .exclusive, on: .catalogKey(key))
      {
        // Whoever was before has committed a change of the same entry.
        if committedChange(since: core) {
          return .failed(DatabaseError(state: "XX000", message: "tuple concurrently updated"))
        }
      }
      if let step = acquireKey(key, &core) { return step }
    }
    return nil
  }

  private func committedChange(since core: SessionCore) -> Bool {
    core.waiting.map { $0.version < version } ?? false
  }

  private mutating func acquireKey(_ key: CatalogKey, _ core: inout SessionCore) -> Step? {
    switch acquire(HeldLock(tag: .catalogKey(key), mode: .exclusive), &core) {
    case .granted?: return nil
    case .waiting?:
      var waiting = core.waiting ?? WaitingStatement()
      waiting.keys.insert(key)
      waiting.version = version
      core.waiting = waiting
      return .blocked
    case nil: return .failed(Self.deadlockError)
    }
  }

  /// A second transaction that makes the same entry waits for the end of the first.
  private mutating func waitForKeys(
    _ core: inout SessionCore, _ before: TransactionState
  ) -> Step? {
    guard let after = core.transaction?.view.catalog else { return nil }
    for key in CatalogKey.made(from: before.view.catalog, to: after) {
      let held = HeldLock(tag: .catalogKey(key), mode: .exclusive)
      if locks.isFree(held.tag, held.mode, for: core.id) {
        _ = acquire(held, &core)
        continue
      }
      restore(before, &core)
      if let step = acquireKey(key, &core) { return step }
    }
    return nil
  }

  private func restore(_ before: TransactionState, _ core: inout SessionCore) {
    core.transaction?.view = before.view
    core.transaction?.pending = before.pending
    core.transaction?.hasWritten = before.hasWritten
  }

  // MARK: Errors

  /// Whether a refusal stands although others have changes that nobody sees yet.
  private func judge(
    _ error: DatabaseError, _ footprint: StatementFootprint, _ transition: Transition,
    _ core: SessionCore
  ) -> Step {
    if error.scope == .unmodelled { return .failed(error) }
    if case .refused = transition { return .failed(error) }
    let touched = (footprint.locks + footprint.conditionalLocks).map(\.relation)
    let isContested = others(than: core.id).contains { other in
      guard let transaction = other.transaction, !transaction.isFailed else { return false }
      return touched.contains {
        transaction.view.heaps[$0] != transaction.base.heaps[$0]
      }
    }
    if isContested {
      return Self.unmodelled("A refusal that rests on rows others have changed")
    }
    return .failed(error)
  }
}
