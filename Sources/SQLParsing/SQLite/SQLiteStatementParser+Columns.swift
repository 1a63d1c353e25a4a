import SQLSyntax

extension SQLiteStatementParser {
  /// A column's name, type and constraints; `symbols` stand before its name on SQLite's stack.
  mutating func columnDefinition(
    above symbols: Int
  ) throws(SQLiteSyntaxError) -> ColumnDefinition {
    let start = self.start
    let name = try name("the name of a column")
    var column = ColumnDefinition(name: name, type: try typeName())
    var constraintName: Identifier?
    var constraintStart: Int?
    depth += symbols + 2
    defer { depth -= symbols + 2 }
    while startsColumnConstraint {
      let start = constraintStart ?? self.start
      if skip(.constraint) {
        constraintName = try self.name("the name of a constraint")
        constraintStart = start
        continue
      }
      if try columnAttribute(&column) { continue }
      var constraint = try columnConstraint(&column)
      constraint.name = constraintName
      constraint.place = place(from: start)
      column.constraints.append(constraint)
      constraintName = nil
      constraintStart = nil
    }
    column.place = place(from: start)
    return column
  }

  private var startsColumnConstraint: Bool {
    switch kind {
    case .constraint, .default, .null, .not, .primary, .unique, .check, .references, .deferrable,
      .collate, .generated, .as:
      true
    default: false
    }
  }

  /// What stands among a column's constraints and belongs to the column, or to the foreign key
  /// before it.
  private mutating func columnAttribute(
    _ column: inout ColumnDefinition
  ) throws(SQLiteSyntaxError) -> Bool {
    if skip(.collate) {
      guard kind.isIdentifier || kind == .string else {
        throw unexpected("the name of a collation")
      }
      column.collation = ObjectName(name: takeIdentifier())
      return true
    }
    guard kind == .deferrable || kind == .not && kind(ahead: 1) == .deferrable else {
      return false
    }
    let deferral = try deferral()
    let last = column.constraints.lastIndex { constraint in
      if case .foreignKey = constraint.kind { return true }
      return false
    }
    if let last {
      column.constraints[last].deferral = deferral
      let place = column.constraints[last].place
      column.constraints[last].place = self.place(from: place)
    }
    return true
  }

  private mutating func columnConstraint(
    _ column: inout ColumnDefinition
  ) throws(SQLiteSyntaxError) -> Constraint {
    switch kind {
    case .default:
      let start = self.start
      let value = try defaultValue()
      if column.constraints.contains(where: \.isGenerated) { throw doubleValue(from: start) }
      return Constraint(kind: .default(value))
    case .null:
      advance()
      return Constraint(kind: .null, onConflict: try onConflict())
    case .not:
      advance()
      try expect(.null, "NULL or DEFERRABLE")
      return Constraint(kind: .notNull, onConflict: try onConflict())
    case .primary: return try primaryKey()
    case .unique:
      advance()
      return Constraint(kind: .unique(KeyConstraint()), onConflict: try onConflict())
    case .check: return Constraint(kind: .check(try check()))
    case .references:
      return Constraint(kind: .foreignKey(columns: [], try foreignKeyTarget()))
    default: return try generated(column)
    }
  }

  private mutating func primaryKey() throws(SQLiteSyntaxError) -> Constraint {
    advance()
    try expect(.key, "KEY")
    var key = KeyConstraint(direction: direction())
    let conflict = try onConflict()
    key.isAutoincrement = skip(.autoincrement)
    return Constraint(kind: .primaryKey(key), onConflict: conflict)
  }

  /// `CHECK (expression)`.
  mutating func check() throws(SQLiteSyntaxError) -> SQLExpression {
    advance()
    try expect(.leftParenthesis, "\"(\"")
    let condition = try expression(above: 2)
    try expect(.rightParenthesis, "\")\"")
    return condition
  }

  /// `[GENERATED ALWAYS] AS (expression) [STORED | VIRTUAL]`.
  private mutating func generated(
    _ column: ColumnDefinition
  ) throws(SQLiteSyntaxError) -> Constraint {
    let start = self.start
    let symbols = kind == .generated ? 4 : 2
    if skip(.generated) { try expect(.always, "ALWAYS") }
    try expect(.as, "AS")
    try expect(.leftParenthesis, "\"(\"")
    let value = try expression(above: symbols)
    try expect(.rightParenthesis, "\")\"")
    var isStored = false
    if kind.isIdentifier {
      isStored = isWord(token, "stored")
      guard isStored || isWord(token, "virtual") else { throw unexpected("STORED or VIRTUAL") }
      advance()
    }
    if column.constraints.contains(where: { $0.isDefault || $0.isGenerated }) {
      throw doubleValue(from: start)
    }
    return Constraint(kind: .generated(value, isStored: isStored))
  }

  private func doubleValue(from start: Int) -> SQLiteSyntaxError {
    SQLiteSyntaxError(
      code: "generated-column",
      "A generated column has one expression, and no default besides it",
      SourceRange(start, previousEnd))
  }
}

extension Constraint {
  fileprivate var isDefault: Bool {
    if case .default = kind { return true }
    return false
  }

  fileprivate var isGenerated: Bool {
    if case .generated = kind { return true }
    return false
  }
}
