import DatabaseModel
import Engines
import HashTreeCollections
import SQLSyntax

extension World {
  /// Carries out one statement, or leaves it waiting.
  mutating func run(_ statement: Statement, in id: Int32) -> Step {
    guard var core = sessions.removeValue(forKey: id) else {
      return .failed(
        DatabaseError(message: "The session has ended", scope: .connectionLost))
    }
    defer { sessions[id] = core }
    if let termination = core.termination { return .failed(termination) }
    let step = run(statement, &core)
    if case .blocked = step {
      if core.waiting == nil { core.waiting = WaitingStatement() }
      return step
    }
    core.waiting = nil
    return settle(step, &core)
  }

  /// Ends the wait of a session with an error.
  mutating func interrupt(_ id: Int32, with error: DatabaseError) -> Step {
    guard var core = sessions.removeValue(forKey: id) else { return .failed(error) }
    defer { sessions[id] = core }
    core.waiting = nil
    locks.stopWaiting(id)
    return settle(.failed(error), &core)
  }

  private mutating func run(_ statement: Statement, _ core: inout SessionCore) -> Step {
    if core.transaction?.isFailed == true, !statement.isAllowedInFailedTransaction {
      return .failed(
        DatabaseError(
          state: .inFailedSQLTransaction,
          message: "current transaction is aborted, commands ignored until end of "
            + "transaction block"))
    }
    switch statement.kind {
    case .transaction(let control): return self.control(control, &core)
    case .set(let setting) where setting.name != "constraints": return set(setting, &core)
    case .show(let name): return show(name, core)
    case .opaque(let opaque) where Self.silentKinds.contains(opaque.kind):
      return .done(Reply(tag: opaque.kind))
    default: return runInTransaction(statement, &core)
    }
  }

  /// Statements that nobody sees anything of in one database.
  private static let silentKinds: Set<String> = ["LISTEN", "UNLISTEN", "NOTIFY"]

  private mutating func runInTransaction(
    _ statement: Statement, _ core: inout SessionCore
  ) -> Step {
    let isOwn = core.transaction == nil
    if isOwn { begin(&core, isBlock: false) }
    let step = runOnView(statement, &core)
    if case .blocked = step { return step }
    if !sessions.isEmpty, let view = core.transaction?.view { publishSequences(of: view) }
    guard core.transaction?.isBlock == false else { return step }
    switch step {
    case .done: return finish(&core) ?? step
    case .blocked, .failed: return step
    }
  }

  /// What an error leaves behind: a failed transaction, or none.
  private mutating func settle(
    _ step: Step, _ core: inout SessionCore
  ) -> Step {
    guard case .failed(var error) = step else { return filtered(step, core) }
    guard let transaction = core.transaction else { return .failed(error) }
    if !transaction.isBlock {
      rollBack(&core)
    } else if error.scope != .unmodelled {
      let keepsLocks = initialState.plantedFaults.contains(.errorsKeepLocks)
      if !transaction.isFailed, !keepsLocks {
        forgetLocks(since: transaction.savepoints.last, &core)
      }
      core.transaction?.isFailed = true
      error.scope = error.scope == .statement ? .transactionAborted : error.scope
    }
    return .failed(error)
  }

  /// `client_min_messages` keeps messages from the client.
  private func filtered(_ step: Step, _ core: SessionCore) -> Step {
    guard case .done(var reply) = step, !reply.notices.isEmpty,
      let level = core.settings["client_min_messages"]?.text
    else { return step }
    let ranks = ["NOTICE": 1, "WARNING": 2]
    let least = ["warning": 2, "error": 3][level] ?? 0
    reply.notices.removeAll { (ranks[$0.severity] ?? 1) < least }
    return .done(reply)
  }

  // MARK: On the database

  private mutating func runOnView(
    _ statement: Statement, _ core: inout SessionCore
  ) -> Step {
    if case .select(let query) = statement.kind, let call = AdvisoryCall(query) {
      core.transaction?.hasSnapshot = true
      return advisory(call, &core)
    }
    if let refusal = readOnlyRefusal(statement, core) { return refusal }
    if core.waiting != nil || statement.locksRowsOnly || hasCompany(core) {
      return runAmongOthers(statement, &core)
    }
    do throws(MergeConflict) { try refresh(&core) } catch { return Self.unmodelled(error.what) }
    if core.transaction?.isBlock == true, let view = core.transaction?.view {
      core.transaction?.unlocked.append(
        UnlockedStatement(statement: statement, catalog: view.catalog, session: core.state))
    }
    let step = execute(statement, &core)
    if case .failed = step, core.transaction?.isBlock == true {
      core.transaction?.unlocked.removeLast()
    }
    return step
  }

  /// Executes a statement on the session's view.
  mutating func execute(_ statement: Statement, _ core: inout SessionCore) -> Step {
    guard var transaction = core.transaction else { return Self.unmodelled("No transaction") }
    core.transaction = nil
    defer { core.transaction = transaction }
    if case .lock = statement.kind {
      return apply(statement, to: transaction, core)
    }
    transaction.hasSnapshot = true
    core.execution.database = transaction.view
    core.execution.session = core.state
    core.execution.pending = transaction.pending
    // The view is held once while the statement changes it.
    transaction.view = Self.nothing
    let result = core.execution.execute(statement)
    transaction.view = core.execution.database
    transaction.pending = core.execution.pending
    core.execution.database = Self.nothing
    switch result {
    case .unmodelled(let reason): return Self.unmodelled(reason)
    case .refused(let error, _): return .failed(error)
    case .completed(let completion):
      let session = core.execution.session
      if session.searchPath != core.state.searchPath {
        // set_config in a query is a SET.
        let names = session.searchPath
        let text = names.map(\.quotedPostgreSQLName).joined(separator: ", ")
        core.settings.set("search_path", SettingValue(text: text, names: names), isLocal: false)
      }
      core.state = session
      if !statement.isReading { transaction.hasWritten = true }
      return reply(completion, transaction.view.catalog, core.state)
    }
  }

  static let nothing = Database(catalog: Catalog(dialect: .postgresql))

  private func apply(
    _ statement: Statement, to transaction: TransactionState, _ core: SessionCore
  ) -> Step {
    switch transaction.view.catalog.applying(statement, in: core.state) {
    case .applied(let applied): .done(Reply(tag: applied.tag, notices: applied.notices))
    case .refused(let error): .failed(error)
    case .unmodelled(let reason): Self.unmodelled(reason)
    }
  }

  private func reply(
    _ completion: PostgreSQLCompletion, _ catalog: Catalog, _ session: SessionState
  ) -> Step {
    let reader = ValueReader(catalog: catalog, session: session)
    var rows: [[SQLValue]] = []
    rows.reserveCapacity(completion.rows.count)
    for row in completion.rows {
      var values: [SQLValue] = []
      for (datum, column) in zip(row, completion.columns) {
        guard let value = ResultValue.value(datum, column.type, reader) else {
          return Self.unmodelled("How this value is printed is not modelled")
        }
        values.append(value)
      }
      rows.append(values)
    }
    return .done(
      Reply(
        tag: completion.tag, columns: completion.columns.map(\.name), rows: rows,
        changes: completion.changes, notices: completion.notices))
  }

  // MARK: READ ONLY

  /// What a transaction that only reads refuses.
  ///
  /// Schema changes are refused before their names are looked up, changes of rows after.
  private func readOnlyRefusal(_ statement: Statement, _ core: SessionCore) -> Step? {
    guard let transaction = core.transaction, transaction.isReadOnly else { return nil }
    let refuse = { (what: String) in
      Step.failed(
        DatabaseError(
          state: "25006", message: "cannot execute \(what) in a read-only transaction"))
    }
    switch statement.kind {
    case .select(let query):
      if let clause = query.locking.first { return refuse("SELECT FOR \(clause.strength)") }
      return statement.callsSequences
        ? Self.unmodelled("Sequences in a transaction that only reads") : nil
    case .insert, .update, .delete:
      let word =
        if case .insert = statement.kind { "INSERT" } else if case .update = statement.kind {
          "UPDATE"
        } else { "DELETE" }
      switch transaction.view.catalog.applying(statement, in: core.state) {
      case .refused(let error): return .failed(error)
      case .unmodelled(let reason): return Self.unmodelled(reason)
      case .applied: return refuse(word)
      }
    case .lock: return nil
    case .analyze, .vacuum, .explain, .doBlock, .call, .opaque, .reindex:
      return Self.unmodelled("This statement in a transaction that only reads")
    default:
      guard let tag = tag(of: statement, core, transaction) else {
        return Self.unmodelled("This statement in a transaction that only reads")
      }
      return refuse(tag)
    }
  }

  private func tag(
    of statement: Statement, _ core: SessionCore, _ transaction: TransactionState
  ) -> String? {
    switch statement.kind {
    case .createTable: return "CREATE TABLE"
    case .createTableAs: return "CREATE TABLE AS"
    case .alterTable(let alter): return "ALTER \(alter.object.rawValue)"
    case .createIndex: return "CREATE INDEX"
    case .createView(let view): return view.isMaterialized ? nil : "CREATE VIEW"
    case .createSequence: return "CREATE SEQUENCE"
    case .alterSequence: return "ALTER SEQUENCE"
    case .createSchema: return "CREATE SCHEMA"
    case .createType: return "CREATE TYPE"
    case .alterEnum: return "ALTER TYPE"
    case .createDomain: return "CREATE DOMAIN"
    case .createFunction(let create): return create.isProcedure ? nil : "CREATE FUNCTION"
    case .createTrigger: return "CREATE TRIGGER"
    case .drop(let drop): return "DROP \(drop.kind.rawValue)"
    case .comment: return "COMMENT"
    case .grant(let grant): return grant.isGrant ? "GRANT" : "REVOKE"
    case .truncate: return "TRUNCATE TABLE"
    default: return nil
    }
  }
}

extension Statement {
  /// Whether a failed transaction lets it through.
  fileprivate var isAllowedInFailedTransaction: Bool {
    switch kind {
    case .transaction(.commit), .transaction(.rollback), .transaction(.rollbackTo),
      .transaction(.prepare):
      true
    default: false
    }
  }

  /// Whether it changes nothing but sequences.
  var isReading: Bool {
    switch kind {
    case .select(let query): query.locking.isEmpty && query.with == nil
    case .lock, .explain: true
    default: false
    }
  }

  /// A query that locks the rows it finds.
  fileprivate var locksRowsOnly: Bool {
    if case .select(let query) = kind { !query.locking.isEmpty } else { false }
  }

  fileprivate var callsSequences: Bool {
    var found = false
    kind.walk { node in
      if let call = node as? FunctionCall,
        ["nextval", "setval"].contains(call.name.name.text)
      {
        found = true
      }
      return !found
    }
    return found
  }
}
