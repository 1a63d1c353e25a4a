extension SQLWriter {
  mutating func write(_ control: TransactionControl) {
    switch control {
    case .begin(let modes):
      word("BEGIN")
      word(modes.joined(separator: isSQLite ? " " : ", "))
    case .commit(let isChained): word(isChained ? "COMMIT AND CHAIN" : "COMMIT")
    case .rollback(let isChained): word(isChained ? "ROLLBACK AND CHAIN" : "ROLLBACK")
    case .savepoint(let name): write(keyword: "SAVEPOINT", name)
    case .release(let name): write(keyword: "RELEASE", name)
    case .rollbackTo(let name): write(keyword: "ROLLBACK TO", name)
    case .prepare(let name): word("PREPARE TRANSACTION \(name.singleQuoted)")
    case .commitPrepared(let name): word("COMMIT PREPARED \(name.singleQuoted)")
    case .rollbackPrepared(let name): word("ROLLBACK PREPARED \(name.singleQuoted)")
    }
  }

  mutating func write(_ setting: VariableSetting) {
    if case .reset = setting.value {
      word("RESET")
      return write(variable: setting.name)
    }
    word(setting.isLocal ? "SET LOCAL" : "SET")
    switch setting.value {
    case .words(let text):
      word(setting.name?.asciiUppercased())
      word("AS TRANSACTION", if: setting.name == "session characteristics")
      word(text)
    case .defaultValue:
      write(variable: setting.name)
      word("TO DEFAULT")
    case .fromCurrent:
      write(variable: setting.name)
      word("FROM CURRENT")
    case .values(let values): write(variable: setting.name, values)
    case .reset: break
    }
  }

  /// Only `SET TIME ZONE` takes a value with a type.
  private mutating func write(variable name: String?, _ values: [SQLExpression]) {
    if name == "timezone", let value = values.first, case .cast(let text, let type) = value.kind {
      word("TIME ZONE")
      var words = type
      words.modifiers = []
      words.intervalFields = nil
      write(words)
      if !type.modifiers.isEmpty { attachedList(type.modifiers) { $0.write($1) } }
      write(text)
      return word(type.intervalFields)
    }
    write(variable: name)
    word("TO")
    list(values) { $0.write($1) }
  }

  private mutating func write(variable name: String?) {
    guard let name else { return word("ALL") }
    let parts = name.split(separator: ".").map { Identifier(String($0)).quoted(in: dialect) }
    word(parts.joined(separator: "."))
  }

  mutating func write(show name: String) {
    word("SHOW")
    write(variable: name == "all" ? nil : name)
  }

  mutating func write(_ lock: LockTable) {
    word("LOCK TABLE")
    list(lock.tables) { $0.write($1) }
    word("IN \(lock.mode) MODE")
    word("NOWAIT", if: lock.isNoWait)
  }

  mutating func write(_ keyword: String, _ maintenance: Maintenance) {
    word(keyword)
    optionalList(maintenance.options) { $0.write(setting: $1) }
    write(maintenance.schema)
    list(maintenance.tables) { writer, target in
      writer.write(target.table)
      writer.write(columns: target.columns)
    }
    write(keyword: "INTO", maintenance.into)
  }

  mutating func write(_ pragma: Pragma) {
    word("PRAGMA")
    write(ObjectName(name: pragma.name, schema: pragma.schema))
    guard let value = pragma.value else { return }
    if pragma.isCall {
      attach()
      parenthesized { $0.write(value) }
    } else {
      word("=")
      write(value)
    }
  }

  mutating func write(
    attach file: SQLExpression, _ schema: SQLExpression, _ key: SQLExpression?
  ) {
    write(keyword: "ATTACH", file)
    write(keyword: "AS", schema)
    write(keyword: "KEY", key)
  }

  mutating func write(_ explain: Explain) {
    word(explain.isQueryPlan ? "EXPLAIN QUERY PLAN" : "EXPLAIN")
    optionalList(explain.options) { $0.write(setting: $1) }
    write(explain.statement)
  }
}
