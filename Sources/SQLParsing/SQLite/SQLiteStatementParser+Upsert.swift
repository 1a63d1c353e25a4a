import SQLSyntax

extension SQLiteStatementParser {
  /// The `ON CONFLICT` clauses of an INSERT and its RETURNING; a clause without a target is the
  /// last one.
  mutating func upserts(_ insert: inout Insert) throws(SQLiteSyntaxError) {
    let depth = depth
    defer { self.depth = depth }
    self.depth += 6
    while kind == .on {
      let (clause, symbols) = try upsert()
      insert.onConflict.append(clause)
      // Chained clauses pile up on SQLite's stack: the rule is recursive to the right.
      self.depth += symbols
      try checkStack(1)
      if clause.target == nil { break }
    }
    try checkStack(1)
    insert.returning = try returning(above: 0)
  }

  private mutating func upsert() throws(SQLiteSyntaxError) -> (OnConflict, Int) {
    advance()
    try expect(.conflict, "CONFLICT")
    var target: ConflictTarget?
    var symbols = 2
    if skip(.leftParenthesis) {
      let keys = try indexKeys(above: 3)
      try expect(.rightParenthesis, "\")\" or \",\"")
      let condition = skip(.where) ? try expression(above: 6) : nil
      target = .keys(keys, condition: condition)
      symbols = 6
    }
    try expect(.do, "DO")
    if skip(.nothing) {
      return (OnConflict(target: target, action: .nothing), symbols + 2)
    }
    try expect(.update, "NOTHING or UPDATE")
    try expect(.set, "SET")
    let assignments = try assignments(above: symbols + 3)
    let condition = skip(.where) ? try expression(above: symbols + 5) : nil
    return (
      OnConflict(target: target, action: .update(assignments, condition: condition)), symbols + 5
    )
  }
}
