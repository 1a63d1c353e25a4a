import SQLSyntax

extension TreeConversion {
  /// A `TransactionStmt`.
  func transaction(_ node: ParseNode) -> TransactionControl {
    let savepoint = node.text("savepoint_name")
    switch node.word("kind") {
    case "TRANS_STMT_COMMIT": return .commit(isChained: node.flag("chain"))
    case "TRANS_STMT_ROLLBACK": return .rollback(isChained: node.flag("chain"))
    case "TRANS_STMT_SAVEPOINT": return .savepoint(savepointName(savepoint))
    case "TRANS_STMT_RELEASE": return .release(savepointName(savepoint))
    case "TRANS_STMT_ROLLBACK_TO": return .rollbackTo(savepointName(savepoint))
    case "TRANS_STMT_PREPARE": return .prepare(node.text("gid"))
    case "TRANS_STMT_COMMIT_PREPARED": return .commitPrepared(node.text("gid"))
    case "TRANS_STMT_ROLLBACK_PREPARED": return .rollbackPrepared(node.text("gid"))
    default: return .begin(modes: node.list("options").map(transactionMode))
    }
  }

  /// The name is the statement's last token.
  private func savepointName(_ name: String) -> Identifier {
    cursor = max(statement.upperBound - 1, statement.lowerBound)
    return take(name)
  }

  private func transactionMode(_ node: ParseNode) -> String {
    let value = node["arg"]
    switch node.text("defname") {
    case "transaction_isolation":
      let level = value.map { $0["sval"].map(Self.string) ?? Self.string($0) } ?? ""
      return "ISOLATION LEVEL \(level.asciiUppercased())"
    case "transaction_read_only": return Self.isOn(value) ? "READ ONLY" : "READ WRITE"
    default: return Self.isOn(value) ? "DEFERRABLE" : "NOT DEFERRABLE"
    }
  }

  private static func isOn(_ node: ParseNode?) -> Bool {
    guard let node else { return false }
    if node.kind == "AConst" { return (node["ival"]?.number("ival") ?? 0) != 0 }
    return node.kind == "Integer" && node.number("ival") != 0
  }

  /// A `VariableSetStmt`.
  func variableSetting(_ node: ParseNode) -> VariableSetting {
    let name = node.optionalText("name")?.asciiLowercased()
    let isLocal = node.flag("is_local")
    switch node.word("kind") {
    case "VAR_SET_VALUE":
      skipToValue()
      return VariableSetting(
        name: name, isLocal: isLocal, value: .values(node.list("args").map { operand($0) }))
    case "VAR_SET_DEFAULT":
      return VariableSetting(name: name, isLocal: isLocal, value: .defaultValue)
    case "VAR_SET_CURRENT":
      return VariableSetting(name: name, isLocal: isLocal, value: .fromCurrent)
    case "VAR_SET_MULTI":
      return VariableSetting(
        name: name, isLocal: isLocal,
        value: .words(node.list("args").map(multiWords).joined(separator: ", ")))
    case "VAR_RESET": return VariableSetting(name: name, isLocal: isLocal, value: .reset)
    default: return VariableSetting(isLocal: isLocal, value: .reset)
    }
  }

  private func skipToValue() {
    var index = cursor
    while index < statement.upperBound, !isWord(index, "to"), !operatorIs(index, "=") {
      index += 1
    }
    if index < statement.upperBound { cursor = index + 1 }
  }

  /// One mode of `SET TRANSACTION`, or the identifier of `SET TRANSACTION SNAPSHOT`.
  private func multiWords(_ node: ParseNode) -> String {
    if node.kind == "DefElem" { return transactionMode(node) }
    let value = node["sval"].map(Self.string) ?? ""
    return
      "'\(value.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
  }

  /// A `LockStmt`, whose mode is a number from 1.
  func lock(_ node: ParseNode) -> LockTable {
    let modes = [
      "", "ACCESS SHARE", "ROW SHARE", "ROW EXCLUSIVE", "SHARE UPDATE EXCLUSIVE", "SHARE",
      "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE",
    ]
    let mode = node.number("mode")
    return LockTable(
      tables: node.list("relations").map(tableReference),
      mode: modes.indices.contains(mode) ? modes[mode] : "ACCESS EXCLUSIVE",
      isNoWait: node.flag("nowait"))
  }

  /// A `VacuumStmt`, which `ANALYZE` is too.
  func maintenance(_ node: ParseNode) -> Maintenance {
    let options = node.list("options").map(option)
    let tables = node.list("rels").compactMap { target -> MaintenanceTarget? in
      guard let relation = target["relation"] else { return nil }
      let table = tableReference(relation)
      let columns = names(target.list("va_cols"))
      closeList(of: columns.count)
      return MaintenanceTarget(table: table, columns: columns)
    }
    return Maintenance(tables: tables, options: options)
  }

  /// An `ExplainStmt`.
  func explain(_ node: ParseNode) -> StatementKind? {
    guard let query = node["query"] else { return nil }
    let options = node.list("options").map(option)
    cursor = statement.lowerBound + 1
    if isSymbol(cursor, "(") { cursor = text.closing(cursor) + 1 }
    skipHere("analyze", "analyse", "verbose")
    let inner = tokens(cursor, statement.upperBound)
    let outer = statement
    statement = inner
    defer { statement = outer }
    let kind = statementKind(query)
    return .explain(
      Explain(statement: Statement(kind: kind, place: place(inner)), options: options))
  }
}
