import DatabaseModel
import Engines
import SQLSyntax

/// A call of one of the functions that take or give back advisory locks.
struct AdvisoryCall {
  var name: String
  var keys: [SQLExpression]

  /// A query that is nothing but such a call.
  init?(_ query: Query) {
    guard case .select(let core) = query.body, query.with == nil, core.from.isEmpty,
      core.condition == nil, core.items.count == 1, core.into == nil, query.limit == nil,
      case .call(let call) = core.items[0].expression.kind, core.items[0].alias == nil,
      Self.names.contains(call.name.name.text),
      call.name.schema == nil || call.name.schema == "pg_catalog"
    else { return nil }
    name = call.name.name.text
    keys = call.arguments.map(\.value)
  }

  private static let names: Set<String> = {
    var names: Set<String> = ["pg_advisory_unlock_all"]
    for kind in ["", "_xact"] {
      for shared in ["", "_shared"] {
        names.insert("pg_advisory\(kind)_lock\(shared)")
        names.insert("pg_try_advisory\(kind)_lock\(shared)")
        names.insert("pg_advisory_unlock\(shared)")
      }
    }
    return names
  }()

  var isShared: Bool { name.hasSuffix("_shared") }
  var isTransactional: Bool { name.contains("_xact_") }
  var isTry: Bool { name.hasPrefix("pg_try_") }
  var isUnlock: Bool { name.hasPrefix("pg_advisory_unlock") }
  var mode: LockMode { isShared ? .share : .exclusive }

  /// The lock of these numbers.
  func tag(_ numbers: [Int64]) -> LockTag? {
    switch numbers.count {
    case 1:
      return .advisory(
        Int32(truncatingIfNeeded: numbers[0] >> 32), Int32(truncatingIfNeeded: numbers[0]),
        isPair: false)
    case 2:
      guard let first = Int32(exactly: numbers[0]), let second = Int32(exactly: numbers[1])
      else { return nil }
      return .advisory(first, second, isPair: true)
    default: return nil
    }
  }
}

extension World {
  mutating func advisory(
    _ call: AdvisoryCall, _ core: inout SessionCore
  ) -> Step {
    if call.name == "pg_advisory_unlock_all" {
      for lock in core.advisoryCounts.keys where !isHeldByTransaction(lock, core) {
        locks.release(lock.tag, lock.mode, of: core.id)
      }
      core.advisoryCounts = [:]
      return answer(call, .text(""))
    }
    var numbers: [Int64] = []
    for key in call.keys {
      switch value(of: key, core) {
      case .success(.integer(let number)): numbers.append(number)
      case .success: return Self.unmodelled("This key of an advisory lock is not modelled")
      case .failure(let problem):
        switch problem {
        case .refused(let error): return .failed(error)
        case .unmodelled(let reason): return Self.unmodelled(reason)
        }
      }
    }
    guard let tag = call.tag(numbers) else {
      return Self.unmodelled("This key of an advisory lock is not modelled")
    }
    let lock = HeldLock(tag: tag, mode: call.mode)
    return call.isUnlock ? unlock(lock, call, &core) : take(lock, call, &core)
  }

  private func isHeldByTransaction(_ lock: HeldLock, _ core: SessionCore) -> Bool {
    core.transaction?.lockLog.contains(lock) == true
  }

  /// A constant is computed as a query without tables.
  private func value(
    of key: SQLExpression, _ core: SessionCore
  ) -> Result<SQLValue, SettingProblem> {
    switch key.kind {
    case .literal(.integer(let digits)):
      if let number = Int64(digits) { return .success(.integer(number)) }
    case .prefix(let name, let operand) where name.symbol == "-":
      if case .literal(.integer(let digits)) = operand.kind, let number = Int64(digits) {
        return .success(.integer(-number))
      }
    default: break
    }
    let query = Query(body: .select(SelectCore(items: [SelectItem(expression: key)])))
    var execution = PostgreSQLExecution(
      database: core.transaction?.view ?? committed, session: core.state)
    switch execution.execute(Statement(kind: .select(query))) {
    case .completed(let completion):
      if case .integer(let number)? = completion.rows.first?.first {
        return .success(.integer(number))
      }
      return .success(.null)
    case .refused(let error, _): return .failure(.refused(error))
    case .unmodelled(let reason): return .failure(.unmodelled(reason))
    }
  }

  private func answer(
    _ call: AdvisoryCall, _ value: SQLValue, _ notices: [DatabaseNotice] = []
  ) -> Step {
    .done(
      Reply(
        tag: "SELECT 1", columns: [call.name], rows: [[value]], notices: notices))
  }

  private mutating func unlock(
    _ lock: HeldLock, _ call: AdvisoryCall, _ core: inout SessionCore
  ) -> Step {
    guard let count = core.advisoryCounts[lock] else {
      let name = lock.mode == .share ? "ShareLock" : "ExclusiveLock"
      return answer(
        call, .boolean(false),
        [
          DatabaseNotice(
            severity: "WARNING", state: "01000", message: "you don't own a lock of type \(name)")
        ])
    }
    core.advisoryCounts[lock] = count == 1 ? nil : count - 1
    if count == 1, !isHeldByTransaction(lock, core) {
      locks.release(lock.tag, lock.mode, of: core.id)
    }
    return answer(call, .boolean(true))
  }

  private mutating func take(
    _ lock: HeldLock, _ call: AdvisoryCall, _ core: inout SessionCore
  ) -> Step {
    if call.isTry, !locks.isFree(lock.tag, lock.mode, for: core.id) {
      return answer(call, .boolean(false))
    }
    switch acquire(lock, &core, isLogged: false) {
    case .granted?: break
    case .waiting?: return .blocked
    case nil: return .failed(Self.deadlockError)
    }
    if call.isTransactional {
      if core.transaction?.lockLog.contains(lock) == false {
        core.transaction?.lockLog.append(lock)
      }
    } else {
      core.advisoryCounts[lock, default: 0] += 1
    }
    return answer(call, call.isTry ? .boolean(true) : .text(""))
  }
}
