import DatabaseModel
import HashTreeCollections
import SQLSyntax

extension World {
  static let deadlockError = DatabaseError(
    state: "40P01", message: "deadlock detected", hint: "See server log for query details.")

  /// Takes a lock, waits for it, or finds that waiting would never end: `nil`.
  mutating func acquire(
    _ lock: HeldLock, _ core: inout SessionCore, isLogged: Bool = true
  ) -> LockTable.Answer? {
    if locks.holds(core.id, lock.mode, on: lock.tag) {
      // What a wait has given is not in the log yet.
      if isLogged, core.waiting != nil, core.transaction?.lockLog.contains(lock) == false {
        core.transaction?.lockLog.append(lock)
      }
      return .granted
    }
    switch locks.acquire(lock.tag, lock.mode, for: core.id) {
    case .granted:
      if isLogged { core.transaction?.lockLog.append(lock) }
      return .granted
    case .waiting:
      // A timeout shorter than the server's deadlock_timeout ends the wait before it looks.
      guard let cycle = locks.resolveDeadlock(of: core.id) else {
        return locks.isWaiting(core.id) ? .waiting : .granted
      }
      let timeouts = cycle.map { id in
        timeout(of: id == core.id ? core : sessions[id])
      }
      if timeouts.contains(where: { $0 != nil && $0 ?? 0 <= Self.deadlockTimeout }) {
        return .waiting
      }
      note(deadlock: cycle.sorted())
      locks.stopWaiting(core.id)
      return nil
    }
  }

  /// The server's `deadlock_timeout`, in milliseconds.
  private static let deadlockTimeout = 1000

  /// The shorter of the two timeouts that end a wait.
  private func timeout(of core: SessionCore?) -> Int? {
    let times = ["lock_timeout", "statement_timeout"].compactMap {
      core?.settings[$0]?.number
    }.filter { $0 > 0 }
    return times.min()
  }

  /// What ends the wait of a session once its time is over; `nil` where it may wait for ever.
  func timeoutError(of core: SessionCore) -> DatabaseError? {
    let lock = core.settings["lock_timeout"]?.number ?? 0
    let statement = core.settings["statement_timeout"]?.number ?? 0
    if lock > 0, statement == 0 || lock < statement {
      return DatabaseError(state: "55P03", message: "canceling statement due to lock timeout")
    }
    if statement > 0 {
      return DatabaseError(
        state: "57014", message: "canceling statement due to statement timeout")
    }
    return nil
  }

  // MARK: Relations

  /// Whether any other session is in the middle of something.
  func hasCompany(_ core: SessionCore) -> Bool {
    if sessions.isEmpty { return false }
    return sessions.values.contains {
      $0.id != core.id && ($0.transaction != nil || $0.waiting != nil)
    }
  }

  /// Takes the locks of statements that ran before anybody could be in their way.
  mutating func lockWhatRan(_ core: inout SessionCore) {
    settle(&core)
    for id in sessions.keys where id != core.id {
      guard var other = sessions[id] else { continue }
      settle(&other)
      sessions[id] = other
    }
  }

  private mutating func settle(_ core: inout SessionCore) {
    guard let unlocked = core.transaction?.unlocked, !unlocked.isEmpty else { return }
    let savepoints = core.transaction?.savepoints ?? []
    for (index, ran) in unlocked.enumerated() {
      noteLocks(before: index, savepoints, &core)
      settle(ran, &core)
    }
    noteLocks(before: unlocked.count, savepoints, &core)
    core.transaction?.unlocked = []
    guard let transaction = core.transaction else { return }
    for key in CatalogKey.made(from: transaction.base.catalog, to: transaction.view.catalog) {
      take(.catalogKey(key), .exclusive, &core)
    }
    if transaction.hasWritten { take(core.transactionTag, .exclusive, &core) }
    nextIDs(transaction.view)
    noteRowNumbers(Array(transaction.view.heaps.keys), transaction.view)
  }

  /// Savepoints counted statements; now they count locks.
  private func noteLocks(
    before index: Int, _ savepoints: [Savepoint], _ core: inout SessionCore
  ) {
    guard index > 0, let transaction = core.transaction else { return }
    for place in savepoints.indices where savepoints[place].unlockedCount == index {
      core.transaction?.savepoints[place].unlockedCount = 0
      core.transaction?.savepoints[place].lockCount = transaction.lockLog.count
      core.transaction?.savepoints[place].uncertainCount = transaction.uncertainLocks.count
    }
  }

  private mutating func settle(_ ran: UnlockedStatement, _ core: inout SessionCore) {
    switch ran.catalog.footprint(of: ran.statement, in: ran.session) {
    case .unmodelled(let reason): core.transaction?.unknownLocks = reason
    case .known(let footprint):
      for lock in footprint.locks { take(.relation(lock.relation), lock.mode, &core) }
      core.transaction?.uncertainLocks += footprint.conditionalLocks
      core.transaction?.rewritten.formUnion(footprint.rewritten)
    }
    let keys = CreatedKeys(statement: ran.statement, catalog: ran.catalog)
    for key in keys.objects { take(.object(key), .exclusive, &core) }
    for key in keys.updated { take(.catalogKey(.entry(of: key)), .exclusive, &core) }
  }

  private mutating func take(_ tag: LockTag, _ mode: LockMode, _ core: inout SessionCore) {
    if locks.holds(core.id, mode, on: tag) { return }
    locks.take(tag, mode, for: core.id)
    core.transaction?.lockLog.append(HeldLock(tag: tag, mode: mode))
  }

  /// Takes what a statement locks, in order; `nil` once all is taken.
  mutating func lock(
    _ footprint: StatementFootprint, _ statement: Statement, _ core: inout SessionCore
  ) -> Step? {
    let isNoWait = if case .lock(let lock) = statement.kind { lock.isNoWait } else { false }
    for lock in footprint.locks + footprint.releasedLocks {
      if let reason = uncertainty(about: lock, core) { return Self.unmodelled(reason) }
      let held = HeldLock(tag: .relation(lock.relation), mode: lock.mode)
      if isNoWait, !locks.isFree(held.tag, held.mode, for: core.id) {
        let name = core.transaction?.view.catalog.relations[lock.relation]?.name.text ?? ""
        return .failed(
          DatabaseError(
            state: "55P03", message: "could not obtain lock on relation \"\(name)\""))
      }
      switch acquire(held, &core) {
      case .granted?: continue
      case .waiting?: return .blocked
      case nil: return .failed(Self.deadlockError)
      }
    }
    for lock in footprint.conditionalLocks
    where !locks.isFree(.relation(lock.relation), lock.mode, for: core.id) {
      return Self.unmodelled("Whether a row calls for a lock that others hold is not modelled")
    }
    core.transaction?.uncertainLocks += footprint.conditionalLocks
    core.transaction?.rewritten.formUnion(footprint.rewritten)
    if footprint.waitsForSnapshots, !others(than: core.id).allSatisfy({ $0.transaction == nil }) {
      return Self.unmodelled("Waiting for older snapshots is not modelled")
    }
    return nil
  }

  /// Why it is not sure whether another session is in the way.
  private func uncertainty(about lock: RelationLock, _ core: SessionCore) -> String? {
    for other in others(than: core.id) {
      guard let transaction = other.transaction else { continue }
      if let reason = transaction.unknownLocks, !transaction.isFailed {
        return "What session \(other.id) has locked is not modelled: \(reason)"
      }
      let mayConflict = transaction.uncertainLocks.contains {
        $0.relation == lock.relation && $0.mode.conflicts(with: lock.mode)
      }
      if mayConflict { return "Whether session \(other.id) has locked a relation is not modelled" }
    }
    return nil
  }
}
