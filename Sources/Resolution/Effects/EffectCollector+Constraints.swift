import SQLSyntax

extension EffectCollector {
  /// Collects a constraint, of the table or, where `column` is given, behind that column.
  ///
  /// In a new table, its own columns need no reference.
  mutating func collect(
    _ constraint: Constraint, column: ColumnDefinition?, of table: ObjectName,
    _ object: SchemaObject, isNewTable: Bool
  ) {
    if case .foreignKey = constraint.kind {
      beginExtractable(constraint, column: column?.name, of: table, isNewTable: isNewTable)
    }
    addConstraintName(constraint, column: column, object)
    let own = isNewTable ? nil : table
    switch constraint.kind {
    case .check(let condition):
      collectOwn(condition, of: own)
    case .default(let value):
      collectOwn(value, of: nil)
    case .generated(let value, _): collectOwn(value, of: own)
    case .primaryKey(let key), .unique(let key):
      collectKey(key, of: own)
    case .foreignKey(let columns, let target):
      if let own { referToColumns(columns, of: own) }
      collect(target, from: object)
    case .exclude(let exclusion):
      for element in exclusion.elements { collectOwn(element.key, of: own) }
      if let condition = exclusion.condition { collectOwn(condition, of: own) }
    case .identity:
      let name = column.map { [key($0.name)] } ?? []
      addAutomatic(.relation, object, name, suffix: "seq", type: .sequence)
    case .notNull, .null: break
    }
    extractable = nil
  }

  private mutating func beginExtractable(
    _ constraint: Constraint, column: Identifier?, of table: ObjectName, isNewTable: Bool
  ) {
    guard isNewTable, dialect == .postgresql, let range = constraint.place.range else { return }
    statement.extractable.append(
      ExtractableConstraint(table: table, column: column, range: range))
    extractable = statement.extractable.count - 1
  }

  /// PostgreSQL looks the parent up at once; SQLite only when a row is written.
  private mutating func collect(_ target: ForeignKeyTarget, from object: SchemaObject) {
    let isOwn = candidates(.relation, target.table).first == object
    if isOwn { return }
    let strength: EffectAction.Reference = dialect == .sqlite ? .deferred : .required
    referToRelation(target.table, as: .table, strength)
    referToColumns(target.columns, of: target.table, strength)
  }

  private mutating func collectKey(_ key: KeyConstraint, of table: ObjectName?) {
    guard let table else { return }
    for column in key.columns { collectOwn(column, of: table) }
    referToColumns(key.including, of: table)
    if let index = key.usingIndex {
      let name = ObjectName(name: index, schema: table.schema, catalog: nil)
      referToRelation(name, as: .index)
    }
  }

  /// A constraint's name, and that of the index under it; as far as the engine's choice is known.
  private mutating func addConstraintName(
    _ constraint: Constraint, column: ColumnDefinition?, _ table: SchemaObject
  ) {
    guard dialect == .postgresql else { return }
    let columns = column.map { [key($0.name)] } ?? []
    switch constraint.kind {
    case .primaryKey: addName(constraint, table, [], suffix: "pkey", hasIndex: true)
    case .unique(let unique):
      addName(
        constraint, table, columns + names(of: unique.columns), suffix: "key", hasIndex: true)
    case .exclude(let exclusion):
      addName(
        constraint, table, names(of: exclusion.elements.map(\.key)), suffix: "excl",
        hasIndex: true)
    case .foreignKey(let keys, _):
      addName(constraint, table, columns + keys.map { key($0) }, suffix: "fkey", hasIndex: false)
    case .check: addName(constraint, table, columns, suffix: "check", hasIndex: false)
    default: break
    }
  }

  private func names(of keys: [IndexKey]) -> [String] {
    keys.map { index in
      if case .column(let reference) = index.expression.kind {
        key(reference.column)
      } else {
        "expr"
      }
    }
  }

  private mutating func addName(
    _ constraint: Constraint, _ table: SchemaObject, _ columns: [String], suffix: String,
    hasIndex: Bool
  ) {
    guard let name = constraint.name else {
      addAutomatic(.constraint, table, columns, suffix: suffix, type: .constraint)
      if hasIndex { addAutomatic(.relation, table, columns, suffix: suffix, type: .index) }
      return
    }
    add(
      .create(.plain), table.part(.constraint, key(name)), type: .constraint,
      at: name.place.range, in: table)
    if hasIndex, !usesIndex(constraint) {
      add(
        .create(.plain), .relation(key(name), schema: table.schema), type: .index,
        at: name.place.range, in: table)
    }
  }

  private func usesIndex(_ constraint: Constraint) -> Bool {
    switch constraint.kind {
    case .primaryKey(let key), .unique(let key): key.usingIndex != nil
    default: false
    }
  }

  /// An expression over one table's columns; `nil` where they need no reference.
  mutating func collectOwn(_ expression: SQLExpression, of table: ObjectName?) {
    let source: ScopeSource =
      table.map { ScopeSource(name: key($0.name), columns: .relation(candidates(.relation, $0))) }
      ?? ScopeSource(name: "", columns: .unknown)
    withScope(QueryScope(sources: [source])) { $0.collect(expression) }
  }

  mutating func collectOwn(_ key: IndexKey, of table: ObjectName?) {
    referToCollation(key.collation)
    if let name = key.operatorClass { referToOperatorClass(name) }
    collectOwn(key.expression, of: table)
  }

  private mutating func referToOperatorClass(_ name: ObjectName) {
    guard let provider = ExtensionContents.extensionWithOperatorClass(key(name.name)) else {
      return
    }
    addReference(
      to: [SchemaObject(.extension, name: provider)], type: .extension, at: name.range)
  }
}
