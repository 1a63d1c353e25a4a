import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  mutating func control(_ control: TransactionControl) throws(Halt) -> String {
    switch control {
    case .begin(let modes):
      if modes.contains(where: { $0.asciiUppercased().contains("READ ONLY") }) {
        throw .unmodelled("Transactions that only read are not modelled")
      }
      if session.isInTransactionBlock {
        warning("there is already a transaction in progress", state: .activeSQLTransaction)
      }
      session.isInTransactionBlock = true
      return "BEGIN"
    case .commit(let isChained):
      if !session.isInTransactionBlock {
        if isChained { throw .unmodelled("AND CHAIN outside a transaction") }
        warning("there is no transaction in progress", state: .noActiveSQLTransaction)
      }
      endTransaction(isChained)
      return "COMMIT"
    case .rollback(let isChained):
      if !session.isInTransactionBlock {
        if isChained { throw .unmodelled("AND CHAIN outside a transaction") }
        warning("there is no transaction in progress", state: .noActiveSQLTransaction)
      }
      endTransaction(isChained)
      return "ROLLBACK"
    case .savepoint(let name):
      try requireBlock("SAVEPOINT")
      session.savepoints.append(name.text)
      return "SAVEPOINT"
    case .release(let name):
      try requireBlock("RELEASE SAVEPOINT")
      session.savepoints.removeLast(session.savepoints.count - (try savepoint(name)))
      return "RELEASE"
    case .rollbackTo(let name):
      try requireBlock("ROLLBACK TO SAVEPOINT")
      session.savepoints.removeLast(session.savepoints.count - (try savepoint(name)) - 1)
      return "ROLLBACK"
    default: throw .unmodelled("Prepared transactions are not modelled")
    }
  }

  private mutating func endTransaction(_ isChained: Bool) {
    session.isInTransactionBlock = isChained
    session.savepoints = []
    session.uncommittedLabels = []
  }

  private func requireBlock(_ what: String) throws(Halt) {
    if session.isInTransactionBlock { return }
    throw .refuse(
      .noActiveSQLTransaction, "\(what) can only be used in transaction blocks")
  }

  /// The newest savepoint of a name, as its place.
  private func savepoint(_ name: Identifier) throws(Halt) -> Int {
    guard let index = session.savepoints.lastIndex(of: name.text) else {
      throw .refuse(.invalidSavepoint, "savepoint \"\(name.text)\" does not exist")
    }
    return index
  }

  // MARK: SET

  mutating func set(_ setting: VariableSetting) throws(Halt) -> String {
    let isReset = setting.value == .reset
    let tag = isReset ? "RESET" : "SET"
    guard let name = setting.name else {
      if isReset {
        throw .unmodelled("RESET ALL is not modelled")
      }
      return tag
    }
    if name == "search_path" {
      if setting.isLocal { throw .unmodelled("A search path of the transaction only") }
      try setSearchPath(setting.value)
      return tag
    }
    if name == "check_function_bodies" {
      try setBodyChecks(setting.value)
      return tag
    }
    if ["role", "session_authorization"].contains(name) {
      throw .unmodelled("Another role is not modelled")
    }
    guard Self.harmlessSettings.contains(name) || name.contains(".") else {
      throw .unmodelled("The setting \(name) is not modelled")
    }
    if case .values(let values) = setting.value { try checkSetting(name, values) }
    if name == "timezone" { setTimeZone(setting.value) }
    return tag
  }

  /// Settings that change nothing the catalog shows.
  private static let harmlessSettings: Set<String> = [
    "statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout",
    "client_encoding", "standard_conforming_strings", "xmloption", "client_min_messages",
    "row_security", "default_tablespace", "default_table_access_method", "timezone",
    "datestyle", "intervalstyle", "work_mem", "maintenance_work_mem", "application_name",
    "synchronous_commit", "constraints", "transaction", "session_replication_role",
    "extra_float_digits", "bytea_output", "max_parallel_maintenance_workers",
    "max_parallel_workers", "temp_buffers", "enable_seqscan", "jit", "transaction_timeout",
  ]

  private mutating func setTimeZone(_ value: VariableValue) {
    switch value {
    case .values(let values):
      if case .literal(.string(let zone))? = values.first?.kind { session.timeZone = zone }
    default: session.timeZone = "UTC"
    }
  }

  private func checkSetting(_ name: String, _ values: [SQLExpression]) throws(Halt) {
    guard
      ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"]
        .contains(name), case .literal(.string(let text))? = values.first?.kind
    else {
      if ["default_tablespace", "default_table_access_method"].contains(name) {
        guard case .literal(.string(let text))? = values.first?.kind,
          text.isEmpty || text == "heap"
        else { throw .unmodelled("The setting \(name) is not modelled") }
      }
      if name == "transaction_timeout" { throw .unmodelled("A setting of a later version") }
      return
    }
    if text.first?.isNumber == true { return }
    if text.allSatisfy({ $0.isLetter }), !text.isEmpty {
      throw .refuse(
        .invalidParameterValue, "invalid value for parameter \"\(name)\": \"\(text)\"")
    }
  }

  private mutating func setSearchPath(_ value: VariableValue) throws(Halt) {
    switch value {
    case .values(let values):
      var path: [String] = []
      for value in values {
        switch value.kind {
        case .literal(.string(let text)): path += Self.names(in: text, isList: values.count == 1)
        case .column(let reference): path.append(reference.column.text)
        default: throw .unmodelled("This search path is not modelled")
        }
      }
      session.searchPath = path.filter { !$0.isEmpty }
    case .defaultValue, .reset: session.searchPath = ["$user", "public"]
    default: throw .unmodelled("This search path is not modelled")
    }
  }

  /// `SET search_path = 'a, b'` is one name with a comma in it; `set_config` takes a list.
  private static func names(in text: String, isList: Bool) -> [String] { [text] }

  private mutating func setBodyChecks(_ value: VariableValue) throws(Halt) {
    switch value {
    case .defaultValue, .reset: session.checksFunctionBodies = true
    case .values(let values):
      switch values.first?.kind {
      case .literal(.boolean(let flag)): session.checksFunctionBodies = flag
      case .literal(.string(let text)):
        session.checksFunctionBodies = ["on", "true", "yes", "1"].contains(text.asciiLowercased())
      case .column(let reference):
        session.checksFunctionBodies = ["on", "true", "yes"].contains(reference.column.text)
      default: throw .unmodelled("This setting is not modelled")
      }
    default: throw .unmodelled("This setting is not modelled")
    }
  }

  /// `SELECT pg_catalog.set_config('search_path', '', false)`, as dumps write it.
  mutating func setConfiguration(_ query: Query) throws(Halt) -> String? {
    guard case .select(let core) = query.body, core.items.count == 1, core.from.isEmpty,
      case .call(let call) = core.items[0].expression.kind,
      call.name.name.text == "set_config", call.arguments.count == 3
    else { return nil }
    guard case .literal(.string("search_path")) = call.arguments[0].value.kind,
      case .literal(.string(let text)) = call.arguments[1].value.kind,
      case .literal(.boolean(false)) = call.arguments[2].value.kind
    else { throw .unmodelled("This set_config is not modelled") }
    session.searchPath = text.split(separator: ",").map { part in
      var name = part[...]
      while name.first == " " || name.first == "\"" { name.removeFirst() }
      while name.last == " " || name.last == "\"" { name.removeLast() }
      return String(name)
    }.filter { !$0.isEmpty }
    return "SELECT 1"
  }
}
