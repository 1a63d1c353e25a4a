import SQLSyntax

extension SQLiteStatementParser {
  /// `INSERT [OR ...] INTO ...` and `REPLACE INTO ...`.
  mutating func insert(with: WithClause?) throws(SQLiteSyntaxError) -> StatementKind {
    var insert = Insert(table: ObjectName(""), source: .defaultValues, with: with)
    if skip(.replace) {
      insert.conflict = .replace
    } else {
      try expect(.insert, "INSERT")
      if skip(.or) { insert.conflict = try conflictResolution() }
    }
    try expect(.into, "INTO")
    insert.table = try changedTable()
    insert.alias = try changedAlias()
    insert.columns = try optionalNames("the name of a column").map { AssignmentTarget(column: $0) }
    if kind == .default, !isInTrigger {
      advance()
      try expect(.values, "VALUES")
      insert.returning = try returning(above: 7)
      return .insert(insert)
    }
    guard startsQuery else { throw unexpected("VALUES or a query") }
    insert.source = .query(
      try above(5) { parser throws(SQLiteSyntaxError) in try parser.query() })
    try upserts(&insert)
    return .insert(insert)
  }

  /// A WITH clause, even one that is not written, is a symbol before a change, but not in a trigger.
  private mutating func leaveOutWith() {
    if isInTrigger { depth -= 1 }
  }

  /// `AS name` behind the table; inside a trigger SQLite has no place for it.
  private mutating func changedAlias() throws(SQLiteSyntaxError) -> Identifier? {
    guard !isInTrigger, skip(.as) else { return nil }
    return try name("a name")
  }

  /// `UPDATE [OR ...] table SET ... FROM ... WHERE ...`.
  mutating func update(with: WithClause?) throws(SQLiteSyntaxError) -> StatementKind {
    try expect(.update, "UPDATE")
    leaveOutWith()
    let conflict = skip(.or) ? try conflictResolution() : nil
    let table = try changedReference()
    try expect(.set, "SET")
    var update = Update(table: table, with: with, conflict: conflict)
    update.assignments = try assignments(above: 6)
    if skip(.from) { update.from = try tableSources(above: 8) }
    if skip(.where) { update.condition = try expression(above: 9) }
    if isInTrigger { return .update(update) }
    update.returning = try returning(above: update.condition == nil ? 8 : 10)
    var tallest = 0
    update.orderBy = try orderBy(above: 9, &tallest)
    try limit(above: 10, &update.limit, &update.offset, &tallest)
    return .update(update)
  }

  /// `DELETE FROM table WHERE ...`.
  mutating func delete(with: WithClause?) throws(SQLiteSyntaxError) -> StatementKind {
    try expect(.delete, "DELETE")
    leaveOutWith()
    try expect(.from, "FROM")
    var delete = Delete(table: try changedReference(), with: with)
    if skip(.where) { delete.condition = try expression(above: 6) }
    if isInTrigger { return .delete(delete) }
    delete.returning = try returning(above: delete.condition == nil ? 5 : 7)
    var tallest = 0
    delete.orderBy = try orderBy(above: 6, &tallest)
    try limit(above: 7, &delete.limit, &delete.offset, &tallest)
    return .delete(delete)
  }

  private mutating func changedReference() throws(SQLiteSyntaxError) -> TableReference {
    let start = self.start
    var table = TableReference(name: try changedTable())
    table.alias = try changedAlias().map { TableAlias(name: $0) }
    table.indexHint = try changeHint()
    table.place = place(from: start)
    return table
  }

  /// `column = value` and `(columns) = value` between commas.
  mutating func assignments(above symbols: Int) throws(SQLiteSyntaxError) -> [Assignment] {
    var assignments: [Assignment] = []
    repeat {
      let symbols = assignments.isEmpty ? symbols : symbols + 2
      var targets: [Identifier]
      var width = 2
      if skip(.leftParenthesis) {
        targets = try names("the name of a column")
        try expect(.rightParenthesis, "\")\" or \",\"")
        width = 4
      } else {
        targets = [try name("the name of a column")]
      }
      try expect(.equal, "\"=\"")
      assignments.append(
        Assignment(
          targets: targets.map { AssignmentTarget(column: $0) },
          value: try expression(above: symbols + width)))
    } while skip(.comma)
    return assignments
  }

  /// `RETURNING columns`, or nothing.
  mutating func returning(above symbols: Int) throws(SQLiteSyntaxError) -> [SelectItem] {
    let start = self.start
    guard skip(.returning) else { return [] }
    let items = try selectItems(above: symbols + 1)
    guard isInTrigger else { return items }
    throw SQLiteSyntaxError(
      code: "returning-in-trigger", "RETURNING has nobody to return to inside a trigger",
      SourceRange(start, previousEnd))
  }
}
