import SQLSyntax

extension SQLiteTableShape {
  mutating func addPrimaryKey(
    _ key: KeyConstraint, _ constraint: Constraint, column: Int?
  ) throws(SQLiteStop) {
    if primaryKey != nil {
      throw .error("table \"\(nameInMessages)\" has more than one primary key")
    }
    primaryKeyConstraint = constraint
    let positions = try markPrimaryKey(key, column: column)
    primaryKey = positions.compactMap { $0.map { $0 + 1 } }
    let isDescending = column != nil && key.direction == .descending
    let only = positions.count == 1 ? positions[0] : nil
    if let only, !isDescending, columns[only].declaredType?.asciiLowercased() == "integer",
      columns[only].type?.modifiers.isEmpty == true
    {
      rowIDColumn = only + 1
      isAutoincrement = key.isAutoincrement
      keyConstraints.append((constraint, [only + 1], nil))
      try checkNulls(of: key)
    } else if key.isAutoincrement {
      throw .error("AUTOINCREMENT is only allowed on an INTEGER PRIMARY KEY")
    } else {
      try addKey(key, constraint, column: column, isPrimary: true)
    }
  }

  /// - Returns: The position of each term, `nil` where it is no column's name.
  private mutating func markPrimaryKey(
    _ key: KeyConstraint, column: Int?
  ) throws(SQLiteStop) -> [Int?] {
    let positions = column.map { [$0] } ?? key.columns.map { position(of: $0.expression) }
    for position in positions.compactMap({ $0 }) {
      isPrimaryKey[position] = true
      if columns[position].generation != nil {
        throw .error("generated columns cannot be part of the PRIMARY KEY")
      }
    }
    return positions
  }

  /// The column that a key's term names, in quotes of any kind.
  private func position(of expression: SQLExpression) -> Int? {
    guard let name = expression.withoutCollate.asIndexColumn else { return nil }
    return columns.firstIndex { $0.name.key == name.key }
  }

  private func checkNulls(of key: KeyConstraint) throws(SQLiteStop) {
    for term in key.columns { try term.checkNulls() }
  }

  mutating func addKey(
    _ key: KeyConstraint, _ constraint: Constraint, column: Int?, isPrimary: Bool
  ) throws(SQLiteStop) {
    try checkNulls(of: key)
    let terms = column.map { [IndexKey(naming: columns[$0].name)] } ?? key.columns
    if column != nil { hasUnique[columns.count - 1] = true }
    var made = SQLiteKey(
      columns: [], collations: [], directions: [], isPrimary: isPrimary,
      conflict: constraint.onConflict, number: keys.count + 1)
    for term in terms { try add(term, to: &made) }
    if column != nil, let direction = key.direction { made.directions = [direction] }
    keyConstraints.append((constraint, made.columns, nil))
    keyConstraints[keyConstraints.count - 1].key = try place(made)
  }

  private func add(_ term: IndexKey, to key: inout SQLiteKey) throws(SQLiteStop) {
    var resolver = NameResolver(catalog: catalog, boundSchema: schema)
    resolver.allowsQuotedStrings = allowsQuotedStrings
    let scope = selfScope(.indexExpression)
    let expression = term.expression.withStringAsColumn
    _ = try resolver.resolveWhole(expression, in: scope)
    try resolver.finish()
    guard let position = position(of: expression) else {
      throw .error("expressions prohibited in PRIMARY KEY and UNIQUE constraints")
    }
    if let collation = term.collation { try SQLiteReserved.check(collation: collation.name) }
    let collation = term.collation ?? columns[position].collation
    key.columns.append(position + 1)
    key.collations.append(collation?.name.key ?? "binary")
    key.directions.append(term.direction ?? .ascending)
  }

  /// Keeps a key unless one over the same columns is there already.
  ///
  /// - Returns: Which key serves the constraint.
  private mutating func place(_ key: SQLiteKey) throws(SQLiteStop) -> Int {
    let twin = keys.firstIndex {
      $0.columns == key.columns && $0.collations == key.collations
    }
    guard let twin else {
      keys.append(key)
      return keys.count - 1
    }
    if let first = keys[twin].conflict, let second = key.conflict, first != second {
      throw .error("conflicting ON CONFLICT clauses specified")
    }
    keys[twin].conflict = keys[twin].conflict ?? key.conflict
    keys[twin].isPrimary = keys[twin].isPrimary || key.isPrimary
    return twin
  }

  mutating func addForeignKey(
    _ names: [Identifier], _ target: ForeignKeyTarget, _ constraint: Constraint, column: Int?
  ) throws(SQLiteStop) {
    var numbers: [Int] = []
    if column != nil {
      let own = columns[columns.count - 1].name.text
      if !target.columns.isEmpty, target.columns.count != 1 {
        throw .error(
          "foreign key on \(own) should reference only one column of table "
            + target.table.name.written)
      }
      numbers = [columns.count]
    } else {
      if !target.columns.isEmpty, target.columns.count != names.count {
        throw .error(
          "number of columns in foreign key does not match the number of columns in the "
            + "referenced table")
      }
      numbers = try names.map { name throws(SQLiteStop) in try number(ofForeignKey: name) }
    }
    foreignKeys.append(
      (
        constraint,
        ForeignKey(
          columns: numbers, target: .name(target.table.name, columns: target.columns),
          onDelete: target.onDelete ?? .noAction, onUpdate: target.onUpdate ?? .noAction,
          match: target.match ?? .simple)
      ))
  }

  private func number(ofForeignKey name: Identifier) throws(SQLiteStop) -> Int {
    if let position = columns.firstIndex(where: { $0.name.key == name.key }) {
      return position + 1
    }
    throw .error("unknown column \"\(name.text)\" in foreign key definition")
  }
}

extension IndexKey {
  init(naming name: Identifier) {
    self.init(expression: SQLExpression(kind: .column(ColumnReference(parts: [name]))))
  }

  func checkNulls() throws(SQLiteStop) {
    guard let nulls else { return }
    let isDefault = (direction == .descending) == (nulls == .last)
    if isDefault { throw .unmodelled(reason: "NULLS in a key depends on how it was written") }
    throw .error("unsupported use of \(nulls.rawValue)")
  }
}

extension SQLExpression {
  /// A term of a key that is a name, or a string that SQLite takes for one.
  var asIndexColumn: Identifier? {
    switch kind {
    case .column(let reference) where reference.parts.count == 1: reference.column
    case .literal(.string(let text)): Identifier(text)
    default: nil
    }
  }

  /// With a string in a name's place read as the name.
  var withStringAsColumn: SQLExpression {
    guard case .literal(.string(let text)) = kind else { return self }
    return SQLExpression(kind: .column(ColumnReference(parts: [Identifier(text)])), place: place)
  }
}
