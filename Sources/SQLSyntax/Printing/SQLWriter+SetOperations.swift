extension SQLWriter {
  mutating func write(_ operation: SetOperation, breaks: Bool) {
    write(operand: operation.left, of: operation, isRight: false, breaks: breaks)
    clause(operation.kind.rawValue + (operation.isAll ? " ALL" : ""), breaks: breaks)
    if breaks { newline() }
    write(operand: operation.right, of: operation, isRight: true, breaks: breaks)
  }

  private mutating func write(
    operand: Query, of operation: SetOperation, isRight: Bool, breaks: Bool
  ) {
    if isBare(operand, in: operation, isRight: isRight) {
      breaksClauses = breaks
      write(operand)
      breaksClauses = false
    } else if isSQLite {
      // No parentheses around a part of a compound there.
      word("SELECT * FROM")
      write(subquery: operand)
    } else {
      write(subquery: operand)
    }
  }

  /// Whether the operand can stand without parentheses.
  ///
  /// PostgreSQL's `INTERSECT` binds tighter than the others; SQLite takes all from the left.
  private func isBare(_ operand: Query, in operation: SetOperation, isRight: Bool) -> Bool {
    let isPlain =
      operand.with == nil && operand.orderBy.isEmpty && operand.limit == nil
      && operand.offset == nil && operand.locking.isEmpty
    guard isPlain else { return false }
    guard case .compound(let inner) = operand.body else { return true }
    if isSQLite { return !isRight }
    let (outerBinds, innerBinds) = (operation.kind == .intersect, inner.kind == .intersect)
    return isRight ? innerBinds && !outerBinds : innerBinds || !outerBinds
  }

  mutating func write(_ with: WithClause, breaks: Bool = false) {
    word(with.isRecursive ? "WITH RECURSIVE" : "WITH")
    list(with.tables) { writer, table in
      if breaks { writer.newline(indent: 1) }
      writer.write(table)
    }
  }

  private mutating func write(_ table: CommonTable) {
    write(table.name)
    write(columns: table.columns)
    word("AS")
    if let isMaterialized = table.isMaterialized {
      word(isMaterialized ? "MATERIALIZED" : "NOT MATERIALIZED")
    }
    parenthesized { $0.write(table.statement) }
    word(table.searchOrCycle)
  }
}
