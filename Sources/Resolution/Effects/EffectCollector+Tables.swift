import SQLSyntax

extension EffectCollector {
  mutating func collect(_ table: CreateTable) {
    if isTemporary(table.name, table.persistence) { return collectTemporary(table) }
    let object = created(.relation, table.name)
    referToSchema(of: table.name)
    let creation: EffectAction.Creation = table.ifNotExists ? .ifNotExists : .plain
    add(.create(creation), object, type: .table, at: table.name.range) { collector in
      collector.collectParents(of: table, object)
      for element in table.elements { collector.collect(element, of: table.name, object) }
      if let partitioning = table.partitionBy {
        for key in partitioning.keys { collector.collectOwn(key, of: table.name) }
      }
    }
  }

  /// What a temporary table refers to counts; the table itself does not.
  private mutating func collectTemporary(_ table: CreateTable) {
    for case .column(let column) in table.elements { referToType(column.type) }
  }

  private mutating func collectParents(of table: CreateTable, _ object: SchemaObject) {
    for parent in table.inherits { referToRelation(parent) }
    if let partition = table.partitionOf { referToRelation(partition.parent) }
    if let type = table.ofType { referToType(type) }
    let copies = table.elements.contains { if case .like = $0 { true } else { false } }
    if copies || !table.inherits.isEmpty || table.partitionOf != nil || table.ofType != nil {
      addOpenColumns(of: object)
    }
  }

  /// Says that the relation has columns that are not listed.
  mutating func addOpenColumns(of object: SchemaObject) {
    add(.create(.automatic), object.part(.column, "*"), type: .column)
  }

  private mutating func collect(
    _ element: TableElement, of table: ObjectName, _ object: SchemaObject
  ) {
    switch element {
    case .column(let column):
      add(
        .create(.plain), object.part(.column, key(column.name)), type: .column,
        at: column.name.place.range)
      collectDetails(of: column, of: table, object, isNewTable: true)
    case .constraint(let constraint):
      collect(constraint, column: nil, of: table, object, isNewTable: true)
    case .like(let like): referToRelation(like.table)
    }
  }

  /// Type, collation and constraints of a column that is being created.
  mutating func collectDetails(
    of column: ColumnDefinition, of table: ObjectName, _ object: SchemaObject, isNewTable: Bool
  ) {
    referToType(column.type)
    referToCollation(column.collation)
    if let type = column.type, isSerial(type) {
      addAutomatic(.relation, object, [key(column.name)], suffix: "seq", type: .sequence)
    }
    for constraint in column.constraints {
      collectEnumDefault(constraint, type: column.type)
      collect(constraint, column: column, of: table, object, isNewTable: isNewTable)
    }
  }

  private func isSerial(_ type: TypeName) -> Bool {
    dialect == .postgresql && type.name.schema == nil
      && BuiltInNames.serialTypes.contains(key(type.name.name))
  }

  /// `DEFAULT 'label'` of an enum column uses the label.
  private mutating func collectEnumDefault(_ constraint: Constraint, type: TypeName?) {
    guard dialect == .postgresql, let type, type.arrayBounds.isEmpty,
      case .default(let value) = constraint.kind, case .literal(.string(let text)) = value.kind,
      !BuiltInNames.isType(key(type.name.name)), type.name.schema?.text != "pg_catalog"
    else { return }
    referToEnumValue(text, of: candidates(.type, type.name), at: value.place.range)
  }

  /// Adds an object whose name the engine makes up of the table's and the columns'.
  ///
  /// Only the first name it tries is known here, and only where nothing is cut off.
  mutating func addAutomatic(
    _ namespace: SchemaObject.Namespace, _ table: SchemaObject, _ columns: [String],
    suffix: String, type: DependencyType
  ) {
    let name = ([table.name] + columns + [suffix]).joined(separator: "_")
    guard dialect == .postgresql, name.utf8.count <= Identifier.maximumPostgreSQLLength else {
      return
    }
    let object =
      namespace == .relation
      ? SchemaObject.relation(name, schema: table.schema) : table.part(namespace, name)
    add(
      .create(.automatic), object, type: type, in: namespace == .relation ? table : nil)
  }
}
