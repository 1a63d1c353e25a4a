extension SQLWriter {
  mutating func write(_ insert: Insert) {
    let breaks = breaksClauses
    breaksClauses = false
    if let with = insert.with { write(with, breaks: breaks) }
    if breaks, insert.with != nil { newline() }
    word("INSERT")
    if let conflict = insert.conflict, isSQLite { word("OR \(conflict.rawValue)") }
    word("INTO")
    write(insert.table)
    write(alias: insert.alias)
    optionalList(insert.columns) { $0.write($1) }
    word(insert.overriding.map { "OVERRIDING \($0) VALUE" })
    write(insert.source, breaks: breaks)
    for conflict in insert.onConflict { write(conflict, breaks: breaks) }
    write(returning: insert.returning, breaks: breaks)
  }

  private mutating func write(_ source: InsertSource, breaks: Bool) {
    switch source {
    case .defaultValues: word("DEFAULT VALUES")
    case .query(let query):
      breaksClauses = breaks
      if breaks { newline() }
      write(query)
      breaksClauses = false
    }
  }

  mutating func write(_ target: AssignmentTarget) {
    write(target.column)
    write(path: target.path)
  }

  private mutating func write(_ conflict: OnConflict, breaks: Bool) {
    clause("ON CONFLICT", breaks: breaks)
    switch conflict.target {
    case .constraint(let name): write(keyword: "ON CONSTRAINT", name)
    case .keys(let keys, let condition):
      parenthesizedList(keys) { $0.write($1) }
      write(keyword: "WHERE", condition)
    case nil: break
    }
    switch conflict.action {
    case .nothing: word("DO NOTHING")
    case .update(let assignments, let condition):
      word("DO UPDATE SET")
      list(assignments) { $0.write($1) }
      write(keyword: "WHERE", condition)
    }
  }

  private mutating func write(_ assignment: Assignment) {
    if assignment.targets.count == 1 {
      write(assignment.targets[0])
    } else {
      parenthesizedList(assignment.targets) { $0.write($1) }
    }
    word("=")
    write(assignment.value)
  }

  private mutating func write(returning items: [SelectItem], breaks: Bool) {
    if items.isEmpty { return }
    clause("RETURNING", breaks: breaks)
    list(items) { $0.write($1) }
  }

  mutating func write(_ update: Update) {
    let breaks = breaksClauses
    breaksClauses = false
    if let with = update.with { write(with, breaks: breaks) }
    if breaks, update.with != nil { newline() }
    word("UPDATE")
    if let conflict = update.conflict, isSQLite { word("OR \(conflict.rawValue)") }
    write(update.table)
    clause("SET", breaks: breaks)
    list(update.assignments) { $0.write($1) }
    if !update.from.isEmpty {
      clause("FROM", breaks: breaks)
      list(update.from) { $0.write($1) }
    }
    write(clause: "WHERE", update.condition, breaks: breaks)
    write(returning: update.returning, breaks: breaks)
    write(update.orderBy, update.limit, update.offset, breaks: breaks)
  }

  mutating func write(_ delete: Delete) {
    let breaks = breaksClauses
    breaksClauses = false
    if let with = delete.with { write(with, breaks: breaks) }
    if breaks, delete.with != nil { newline() }
    word("DELETE FROM")
    write(delete.table)
    if !delete.using.isEmpty {
      clause("USING", breaks: breaks)
      list(delete.using) { $0.write($1) }
    }
    write(clause: "WHERE", delete.condition, breaks: breaks)
    write(returning: delete.returning, breaks: breaks)
    write(delete.orderBy, delete.limit, delete.offset, breaks: breaks)
  }

  /// SQLite's limits of UPDATE and DELETE, where it is built with them.
  private mutating func write(
    _ orderBy: [SortItem], _ limit: SQLExpression?, _ offset: SQLExpression?, breaks: Bool
  ) {
    write(orderBy: orderBy)
    write(clause: "LIMIT", limit, breaks: breaks)
    write(clause: "OFFSET", offset, breaks: breaks)
  }

  mutating func write(_ truncate: Truncate) {
    word("TRUNCATE TABLE")
    list(truncate.tables) { $0.write($1) }
    word("RESTART IDENTITY", if: truncate.restartsIdentity)
    word(truncate.behavior?.rawValue)
  }
}
