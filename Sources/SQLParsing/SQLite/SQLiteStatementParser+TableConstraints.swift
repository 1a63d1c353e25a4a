import SQLSyntax

extension SQLiteStatementParser {
  /// Whether a constraint of the whole table begins here, not a column.
  var startsTableConstraint: Bool {
    switch kind {
    case .constraint, .primary, .unique, .check, .foreign: true
    default: false
    }
  }

  /// The constraints behind the columns; SQLite does not insist on commas between them.
  mutating func tableConstraints() throws(SQLiteSyntaxError) -> [Constraint] {
    var constraints: [Constraint] = []
    let depth = depth
    defer { self.depth = depth }
    self.depth += 4
    var name: Identifier?
    var nameStart: Int?
    repeat {
      guard startsTableConstraint else { throw unexpected("a constraint") }
      while startsTableConstraint {
        let start = nameStart ?? self.start
        if skip(.constraint) {
          name = try self.name("the name of a constraint")
          nameStart = start
          self.depth = depth + 6
          continue
        }
        var constraint = try tableConstraint()
        constraint.name = name
        constraint.place = place(from: start)
        constraints.append(constraint)
        self.depth = depth + 6
        name = nil
        nameStart = nil
      }
      if kind == .comma {
        name = nil
        nameStart = nil
      }
    } while skip(.comma)
    return constraints
  }

  private mutating func tableConstraint() throws(SQLiteSyntaxError) -> Constraint {
    switch kind {
    case .primary:
      advance()
      try expect(.key, "KEY")
      return try tableKey(isPrimary: true)
    case .unique:
      advance()
      return try tableKey(isPrimary: false)
    case .check:
      return Constraint(kind: .check(try check()), onConflict: try onConflict())
    default: return try foreignKey()
    }
  }

  private mutating func tableKey(isPrimary: Bool) throws(SQLiteSyntaxError) -> Constraint {
    try expect(.leftParenthesis, "\"(\"")
    var key = KeyConstraint(columns: try indexKeys(above: isPrimary ? 3 : 2))
    if isPrimary { key.isAutoincrement = skip(.autoincrement) }
    try expect(.rightParenthesis, "\")\" or \",\"")
    return Constraint(
      kind: isPrimary ? .primaryKey(key) : .unique(key), onConflict: try onConflict())
  }

  private mutating func foreignKey() throws(SQLiteSyntaxError) -> Constraint {
    advance()
    try expect(.key, "KEY")
    try expect(.leftParenthesis, "\"(\"")
    let columns = try names("the name of a column")
    try expect(.rightParenthesis, "\")\" or \",\"")
    var constraint = Constraint(
      kind: .foreignKey(columns: columns, try foreignKeyTarget()))
    if kind == .deferrable || kind == .not { constraint.deferral = try deferral() }
    return constraint
  }

  /// Keys of an index or a key: expressions with an order, and a collation taken off their end.
  mutating func indexKeys(above symbols: Int) throws(SQLiteSyntaxError) -> [IndexKey] {
    var keys: [IndexKey] = []
    repeat {
      let start = self.start
      var key = IndexKey(expression: try expression(above: keys.isEmpty ? symbols : symbols + 2))
      if case .collate(let column, let collation) = key.expression.kind {
        key.expression = column
        key.collation = collation
      }
      key.direction = direction()
      key.nulls = try nullsOrder()
      key.place = place(from: start)
      keys.append(key)
    } while skip(.comma)
    return keys
  }
}
