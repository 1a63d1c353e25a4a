import SQLSyntax

extension SQLiteTableShape {
  mutating func add(_ definition: ColumnDefinition) throws(SQLiteStop) {
    if columns.count >= SQLiteReserved.maximumColumns {
      throw .error("too many columns on \(nameInMessages)")
    }
    let key = definition.name.key
    if columns.contains(where: { $0.name.key == key }) {
      throw .error("duplicate column name: \(definition.name.text)")
    }
    columns.append(Column(name: definition.name, type: definition.type.map(DataType.init(sqlite:))))
    isPrimaryKey.append(false)
    hasUnique.append(false)
    columns[columns.count - 1].collation = definition.collation
    try addConstraints(of: definition)
  }

  /// Collation and constraints in source order, as far as it is known.
  private mutating func addConstraints(of definition: ColumnDefinition) throws(SQLiteStop) {
    var collation = definition.collation
    let collationPlace = collation?.name.place.range?.lowerBound
    for constraint in definition.constraints {
      if let name = collation, let place = collationPlace,
        let other = constraint.place.range?.lowerBound, place < other
      {
        try SQLiteReserved.check(collation: name.name)
        collation = nil
      }
      try add(constraint, column: columns.count - 1)
    }
    if let collation { try SQLiteReserved.check(collation: collation.name) }
  }

  mutating func add(_ constraint: Constraint, column: Int?) throws(SQLiteStop) {
    switch constraint.kind {
    case .notNull:
      guard let column else { return }
      columns[column].isNotNull = true
      columns[column].notNullConflict = constraint.onConflict
    case .null: break
    case .default(let value): try addDefault(value)
    case .check(let condition): checks.append((constraint, condition))
    case .primaryKey(let key): try addPrimaryKey(key, constraint, column: column)
    case .unique(let key):
      if let column { hasUnique[column] = true }
      try addKey(key, constraint, column: column, isPrimary: false)
    case .foreignKey(let names, let target):
      try addForeignKey(names, target, constraint, column: column)
    case .generated(let expression, let isStored):
      try addGenerated(expression, isStored: isStored)
    case .exclude, .identity:
      throw .unmodelled(reason: "A constraint of this kind is not of SQLite")
    }
  }

  private mutating func addDefault(_ value: SQLExpression) throws(SQLiteStop) {
    let position = columns.count - 1
    guard value.isConstantOrCall else {
      throw .error("default value of column [\(columns[position].name.text)] is not constant")
    }
    if columns[position].generation != nil {
      throw .error("cannot use DEFAULT on a generated column")
    }
    columns[position].defaultValue = StoredExpression(syntax: value)
  }

  private mutating func addGenerated(
    _ expression: SQLExpression, isStored: Bool
  ) throws(SQLiteStop) {
    let position = columns.count - 1
    if columns[position].defaultValue != nil || columns[position].generation != nil {
      throw .error("error in generated column \"\(columns[position].name.text)\"")
    }
    columns[position].generation = Generation(
      expression: StoredExpression(syntax: expression), isStored: isStored)
    if isPrimaryKey[position] {
      throw .error("generated columns cannot be part of the PRIMARY KEY")
    }
    generated.append((position, expression))
  }
}

extension DataType {
  /// A type as SQLite keeps it: the words, and the numbers behind them.
  init(sqlite type: TypeName) {
    self.init(
      reference: .declared(type.name.name.text),
      modifiers: type.modifiers.compactMap(\.plainInteger))
  }
}

extension SQLExpression {
  /// Whether SQLite takes it for a default: constants, calls, and nothing that reads a row.
  var isConstantOrCall: Bool {
    var isConstant = true
    walk { node in
      switch node as? ExpressionKind {
      case .column(let reference):
        let key = reference.column.key
        isConstant =
          isConstant && reference.parts.count == 1
          && (key == "true" || key == "false" || reference.column.quoting == .single)
      case .parameter, .subquery, .exists, .inQuery, .inTable, .raise: isConstant = false
      case .call(let call): if call.over != nil || call.filter != nil { isConstant = false }
      default: break
      }
      return isConstant
    }
    return isConstant
  }
}
