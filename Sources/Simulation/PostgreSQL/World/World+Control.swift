import DatabaseModel
import Engines
import SQLSyntax

/// What became of a statement, before it has a place in a text.
struct Reply {
  var tag = ""
  var columns: [String] = []
  var rows: [[SQLValue]] = []
  var changes = 0
  var notices: [DatabaseNotice] = []

  static func warning(_ tag: String, _ state: SQLState, _ message: String) -> Reply {
    Reply(
      tag: tag,
      notices: [DatabaseNotice(severity: "WARNING", state: state, message: message)])
  }
}

/// How far a statement came.
enum Step {
  case done(Reply)
  case failed(DatabaseError)
  case blocked
}

extension World {
  static func unmodelled(_ reason: String) -> Step {
    .failed(DatabaseError(message: reason, scope: .unmodelled))
  }

  mutating func control(_ control: TransactionControl, _ core: inout SessionCore) -> Step {
    switch control {
    case .begin(let modes): return begin(modes, &core)
    case .commit(let isChained): return commit(isChained: isChained, &core)
    case .rollback(let isChained): return rollback(isChained: isChained, &core)
    case .savepoint(let name): return savepoint(name.text, &core)
    case .release(let name): return release(name.text, &core)
    case .rollbackTo(let name): return rollback(to: name.text, &core)
    case .prepare, .commitPrepared, .rollbackPrepared:
      return Self.unmodelled("Prepared transactions are not modelled")
    }
  }

  private mutating func begin(_ modes: [String], _ core: inout SessionCore) -> Step {
    var reply = Reply(tag: "BEGIN")
    if core.transaction != nil {
      reply = .warning(
        "BEGIN", .activeSQLTransaction, "there is already a transaction in progress")
    } else {
      begin(&core, isBlock: true)
    }
    for mode in modes {
      if let problem = set(mode, &core) { return problem }
    }
    return .done(reply)
  }

  /// One mode of BEGIN or SET TRANSACTION.
  mutating func set(_ mode: String, _ core: inout SessionCore) -> Step? {
    guard var transaction = core.transaction else { return nil }
    defer { core.transaction = transaction }
    if mode.hasPrefix("ISOLATION LEVEL ") {
      guard let level = IsolationLevel(words: String(mode.dropFirst(16))) else {
        return Self.unmodelled("This isolation level is not modelled")
      }
      if level == transaction.isolation { return nil }
      if transaction.hasSnapshot || !transaction.savepoints.isEmpty {
        return refuse(
          .activeSQLTransaction,
          "SET TRANSACTION ISOLATION LEVEL must be called before any query", &transaction)
      }
      transaction.isolation = level
      return nil
    }
    switch mode {
    case "READ ONLY": transaction.isReadOnly = true
    case "READ WRITE":
      if transaction.isReadOnly, transaction.hasSnapshot {
        return refuse(
          .activeSQLTransaction, "transaction read-write mode must be set before any query",
          &transaction)
      }
      transaction.isReadOnly = false
    case "DEFERRABLE", "NOT DEFERRABLE": break
    default: return Self.unmodelled("This transaction mode is not modelled")
    }
    return nil
  }

  private func refuse(
    _ state: SQLState, _ message: String, _ transaction: inout TransactionState
  ) -> Step {
    .failed(DatabaseError(state: state, message: message))
  }

  // MARK: The end

  private mutating func commit(isChained: Bool, _ core: inout SessionCore) -> Step {
    guard let transaction = core.transaction else {
      if isChained {
        return .failed(
          DatabaseError(
            state: .noActiveSQLTransaction,
            message: "COMMIT AND CHAIN can only be used in transaction blocks"))
      }
      return .done(
        .warning("COMMIT", .noActiveSQLTransaction, "there is no transaction in progress"))
    }
    let (isolation, isReadOnly) = (transaction.isolation, transaction.isReadOnly)
    if transaction.isFailed {
      rollBack(&core)
    } else if let problem = finish(&core) {
      return problem
    }
    if isChained { begin(&core, isBlock: true, isolation: isolation, isReadOnly: isReadOnly) }
    let hasRolledBack =
      transaction.isFailed && !initialState.plantedFaults.contains(.failedCommitsCommit)
    return .done(Reply(tag: hasRolledBack ? "ROLLBACK" : "COMMIT"))
  }

  /// Makes the checks that were put off, and commits.
  mutating func finish(_ core: inout SessionCore) -> Step? {
    guard let transaction = core.transaction else { return nil }
    if let reason = serializationGap(core, transaction) { return Self.unmodelled(reason) }
    if !transaction.pending.isEmpty {
      do throws(MergeConflict) { try refresh(&core) } catch { return Self.unmodelled(error.what) }
      if let problem = checkPending(&core) { return problem }
    }
    do throws(MergeConflict) {
      try commit(&core)
    } catch {
      return Self.unmodelled(error.what)
    }
    return nil
  }

  private mutating func checkPending(_ core: inout SessionCore) -> Step? {
    guard let transaction = core.transaction else { return nil }
    core.execution.database = transaction.view
    core.execution.session = core.state
    core.execution.pending = transaction.pending
    defer { core.execution.database = Self.nothing }
    do throws(EvaluationFailure) {
      try core.execution.checkPending()
    } catch {
      switch error {
      case .unmodelled(let reason): return Self.unmodelled(reason)
      case .refused(let refusal):
        rollBack(&core)
        return .failed(refusal)
      }
    }
    core.transaction?.view = core.execution.database
    core.transaction?.pending = core.execution.pending
    return nil
  }

  /// Whether two serializable transactions read and write across each other is not followed.
  private func serializationGap(
    _ core: SessionCore, _ transaction: TransactionState
  ) -> String? {
    guard transaction.isolation == .serializable, transaction.baseVersion != version,
      transaction.hasWritten
    else { return nil }
    return "Dependencies between serializable transactions are not modelled"
  }

  private mutating func rollback(isChained: Bool, _ core: inout SessionCore) -> Step {
    guard let transaction = core.transaction else {
      if isChained {
        return .failed(
          DatabaseError(
            state: .noActiveSQLTransaction,
            message: "ROLLBACK AND CHAIN can only be used in transaction blocks"))
      }
      return .done(
        .warning("ROLLBACK", .noActiveSQLTransaction, "there is no transaction in progress"))
    }
    rollBack(&core)
    if isChained {
      begin(
        &core, isBlock: true, isolation: transaction.isolation,
        isReadOnly: transaction.isReadOnly)
    }
    return .done(Reply(tag: "ROLLBACK"))
  }

  // MARK: Savepoints

  private func outsideBlock(_ what: String) -> Step {
    .failed(
      DatabaseError(
        state: .noActiveSQLTransaction,
        message: "\(what) can only be used in transaction blocks"))
  }

  private mutating func savepoint(_ name: String, _ core: inout SessionCore) -> Step {
    guard var transaction = core.transaction else { return outsideBlock("SAVEPOINT") }
    transaction.savepoints.append(
      Savepoint(
        name: name, view: transaction.view, base: transaction.base,
        baseVersion: transaction.baseVersion, pending: transaction.pending,
        settings: core.settings, session: core.state, lockCount: transaction.lockLog.count,
        unlockedCount: transaction.unlocked.count,
        uncertainCount: transaction.uncertainLocks.count, hasWritten: transaction.hasWritten,
        rowLocks: transaction.rowLocks, unknownLocks: transaction.unknownLocks))
    core.transaction = transaction
    return .done(Reply(tag: "SAVEPOINT"))
  }

  private func missing(_ name: String) -> Step {
    .failed(
      DatabaseError(
        state: .invalidSavepoint, message: "savepoint \"\(name)\" does not exist"))
  }

  private mutating func release(_ name: String, _ core: inout SessionCore) -> Step {
    guard let transaction = core.transaction else { return outsideBlock("RELEASE SAVEPOINT") }
    guard let place = transaction.savepoints.lastIndex(where: { $0.name == name }) else {
      return missing(name)
    }
    core.transaction?.savepoints.removeSubrange(place...)
    return .done(Reply(tag: "RELEASE"))
  }

  private mutating func rollback(to name: String, _ core: inout SessionCore) -> Step {
    guard let transaction = core.transaction else {
      return outsideBlock("ROLLBACK TO SAVEPOINT")
    }
    guard let place = transaction.savepoints.lastIndex(where: { $0.name == name }) else {
      return missing(name)
    }
    core.transaction?.savepoints.removeSubrange((place + 1)...)
    goBack(to: transaction.savepoints[place], &core)
    core.transaction?.isFailed = false
    return .done(Reply(tag: "ROLLBACK"))
  }

  private mutating func goBack(to savepoint: Savepoint, _ core: inout SessionCore) {
    guard var transaction = core.transaction else { return }
    var view =
      transaction.view.sequences == savepoint.view.sequences
      ? savepoint.view : transaction.view.restoring(savepoint.view)
    view.catalog.nextID = max(view.catalog.nextID, transaction.view.catalog.nextID)
    // What was merged in meanwhile stays: base and view must be of one time.
    if savepoint.baseVersion != transaction.baseVersion {
      transaction.base = savepoint.base
      transaction.baseVersion = savepoint.baseVersion
    }
    transaction.view = view
    transaction.pending = savepoint.pending
    transaction.hasWritten = savepoint.hasWritten
    transaction.rowLocks = savepoint.rowLocks
    transaction.unknownLocks = savepoint.unknownLocks
    core.settings = savepoint.settings
    core.state = savepoint.session
    core.transaction = transaction
    if initialState.plantedFaults.contains(.savepointsKeepLocks) { return }
    forgetLocks(since: savepoint, &core)
  }

  /// Gives back the locks taken since a savepoint, or all where there is none.
  mutating func forgetLocks(since savepoint: Savepoint?, _ core: inout SessionCore) {
    guard var transaction = core.transaction else { return }
    let unlocked = min(savepoint?.unlockedCount ?? 0, transaction.unlocked.count)
    transaction.unlocked.removeSubrange(unlocked...)
    let uncertain = min(savepoint?.uncertainCount ?? 0, transaction.uncertainLocks.count)
    transaction.uncertainLocks.removeSubrange(uncertain...)
    let kept = min(savepoint?.lockCount ?? 0, transaction.lockLog.count)
    let later = transaction.lockLog[kept...]
    transaction.lockLog.removeSubrange(kept...)
    core.serial += 1
    let hadWriters = locks.holds(core.id, .exclusive, on: core.transactionTag)
    for lock in later where core.advisoryCounts[lock] == nil {
      locks.release(lock.tag, lock.mode, of: core.id)
    }
    if hadWriters {
      // Who waits for what is taken back looks again; the rest gets a new number to wait for.
      locks.release(core.transactionTag, .exclusive, of: core.id)
      transaction.serial = core.serial
      core.transaction = transaction
      locks.take(core.transactionTag, .exclusive, for: core.id)
    }
    core.transaction = transaction
  }
}
