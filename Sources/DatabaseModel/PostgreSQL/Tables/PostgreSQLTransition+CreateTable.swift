import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  mutating func createTable(_ create: CreateTable) throws(Halt) -> String {
    if create.ofType != nil { throw .unmodelled("Typed tables are not modelled") }
    if create.server != nil { throw .unmodelled("Foreign tables are not modelled") }
    let schema = try creationSchema(of: create.name, persistence: create.persistence)
    let mayExist =
      create.ifNotExists && !session.plantedFaults.contains(.tableMustNotExist)
    if mayExist, try existsRelation(create.name.name.text, in: schema) {
      notice(
        "relation \"\(create.name.name.text)\" already exists, skipping", state: .duplicateTable)
      return "CREATE TABLE"
    }
    if let partition = create.partitionOf {
      try createPartition(create, of: partition, schema: schema)
      return "CREATE TABLE"
    }
    if session.plantedFaults.contains(.tableNameIsCheckedFirst) {
      try checkNameIsFree(create.name.name.text, in: schema)
    }
    var plan = TablePlan(
      id: catalog.nextID, name: create.name.name, schema: schema,
      persistence: create.persistence)
    plan.inheritedColumns = try inheritedNames(create.inherits)
    try read(create.elements, into: &plan)
    try checkKeys(plan)
    try makeSequences(&plan)
    try makeTable(create, &plan)
    return "CREATE TABLE"
  }

  /// Where a new relation goes; temporary ones have a schema of their own.
  mutating func creationSchema(
    of name: ObjectName, persistence: Persistence
  ) throws(Halt) -> ObjectID {
    guard persistence == .temporary else { return try creationSchema(of: name) }
    if let schema = name.schema?.text {
      _ = try schemaID(schema)
      throw .refuse(
        .invalidTableDefinition, "cannot create temporary relation in non-temporary schema")
    }
    if let id = catalog.schemaID(Self.temporarySchema) { return id }
    let id = catalog.takeID()
    catalog.add(
      Schema(id: id, name: Identifier(Self.temporarySchema), isSystem: true))
    return id
  }

  /// Whether a relation of this name is in the schema.
  func existsRelation(_ name: String, in schema: ObjectID) throws(Halt) -> Bool {
    if catalog.relationID(name, in: schema) != nil {
      if mayBeUnseen(name) { throw .unmodelled("\(name) may have changed") }
      return true
    }
    if mayBeUnseen(name) { throw .unmodelled("The relation \(name) may exist") }
    return false
  }

  private func read(_ elements: [TableElement], into plan: inout TablePlan) throws(Halt) {
    for element in elements {
      switch element {
      case .column(let definition):
        let column = try self.plan(definition, of: plan.name.text)
        plan.columns.append(column)
        plan.constraints += column.constraints
      case .constraint(let constraint): plan.constraints.append(constraint)
      case .like(let like): try read(like, into: &plan)
      }
    }
  }

  // MARK: Keys, before anything is made

  /// Keys must name columns of the table, each once.
  private func checkKeys(_ plan: TablePlan) throws(Halt) {
    if plan.constraints.count(where: \.isPrimaryKey) > 1 {
      throw .refuse(
        .invalidTableDefinition,
        "multiple primary keys for table \"\(plan.name.text)\" are not allowed")
    }
    for constraint in plan.keys {
      guard let key = constraint.key else { continue }
      var seen: [Identifier] = []
      for column in key.columns.compactMap(\.column) + key.including {
        try checkKeyColumn(column, of: plan)
        if seen.contains(column) {
          let word = constraint.isPrimaryKey ? "primary key" : "unique"
          throw .refuse(
            .duplicateColumn,
            "column \"\(column.text)\" appears twice in \(word) constraint")
        }
        if !key.including.contains(column) { seen.append(column) }
      }
    }
  }

  private func checkKeyColumn(_ column: Identifier, of plan: TablePlan) throws(Halt) {
    if plan.columns.contains(where: { $0.column.name == column }) { return }
    if SystemColumns.types[column.text] != nil {
      throw .unmodelled("Keys over system columns are not modelled")
    }
    if !plan.inheritedColumns.contains(column) {
      throw .refuse(
        .undefinedColumn, "column \"\(column.text)\" named in key does not exist")
    }
  }

  private mutating func makeSequences(_ plan: inout TablePlan) throws(Halt) {
    for index in plan.columns.indices {
      guard let sequence = plan.columns[index].sequence else { continue }
      plan.columns[index].column.ownedSequence = try makeSequence(
        sequence, table: plan.name.text, column: plan.columns[index].column.name.text,
        schema: plan.schema, persistence: plan.persistence)
    }
  }

  // MARK: The table itself

  private mutating func makeTable(
    _ create: CreateTable, _ plan: inout TablePlan
  ) throws(Halt) {
    try checkTablespace(create.tablespace)
    let options = try tableOptions(create.options)
    let parents = try inherit(create.inherits, &plan)
    try checkColumns(plan)
    try checkNameIsFree(plan.name.text, in: plan.schema)
    plan.id = catalog.takeID()
    var table = Table(
      id: plan.id, schema: plan.schema, name: plan.name,
      columns: plan.columns.map(\.column), persistence: plan.persistence)
    table.owner = session.role
    table.options = options
    table.inheritsFrom = parents
    table.onCommit = create.onCommit
    table.tablespace = create.tablespace?.text
    if create.partitionBy != nil { table.kind = .partitioned }
    catalog.add(.table(table))
    recordTableEdges(table)
    try attachSequences(of: plan)
    try addDefaults(of: plan)
    if let partitionBy = create.partitionBy { try setPartitionKey(partitionBy, of: plan.id) }
    inheritChecks(from: parents, to: plan.id)
    try addChecks(plan.checks, to: plan.id, isNewTable: true)
    for key in plan.keys { try addKey(key, to: plan.id) }
    try addForeignKeys(of: plan)
    for like in plan.likes { try copyParts(of: like, to: plan.id) }
  }

  private mutating func addForeignKeys(of plan: TablePlan) throws(Halt) {
    for constraint in plan.foreignKeys {
      try addForeignKey(constraint, to: plan.id, isNewTable: true)
    }
  }

  func checkTablespace(_ name: Identifier?) throws(Halt) {
    guard let name, name.text != "pg_default" else { return }
    throw .refuse(.undefinedObject, "tablespace \"\(name.text)\" does not exist")
  }

  private func checkColumns(_ plan: TablePlan) throws(Halt) {
    if plan.columns.count > 1600 {
      throw .refuse(.tooManyColumns, "tables can have at most 1600 columns")
    }
    var seen: Set<String> = []
    for column in plan.columns.map(\.column) where !seen.insert(column.name.text).inserted {
      throw .refuse(
        .duplicateColumn, "column \"\(column.name.text)\" specified more than once")
    }
    for column in plan.columns.map(\.column) where SystemColumns.types[column.name.text] != nil {
      throw .refuse(
        .duplicateColumn,
        "column name \"\(column.name.text)\" conflicts with a system column name")
    }
    for column in plan.columns.map(\.column) { try checkColumnType(column) }
  }

  func checkColumnType(_ column: Column) throws(Halt) {
    guard let name = column.type?.builtinName, BuiltinTypes.all[name]?.kind == "p" else { return }
    throw .refuse(
      .invalidTableDefinition,
      "column \"\(column.name.text)\" has pseudo-type \(displayName(of: .builtin(name)))")
  }

  /// A relation's name must be free among relations, and where it has a row type among types.
  func checkNameIsFree(
    _ name: String, in schema: ObjectID, hasRowType: Bool = true
  ) throws(Halt) {
    if try existsRelation(name, in: schema) {
      throw .refuse(.duplicateTable, "relation \"\(name)\" already exists")
    }
    if hasRowType, catalog.typeNames[NameKey(schema: schema, name: name)] != nil {
      throw .refuse(
        .duplicateObject, "type \"\(name)\" already exists",
        hint: "A relation has an associated type of the same name, so you must use a name "
          + "that doesn't conflict with any existing type.")
    }
  }

  /// Edges that every relation has: to its schema, and of its columns to their types.
  mutating func recordTableEdges(_ table: Table) {
    recordSchemaEdge(table.id, table.schema)
    catalog.record(
      table.id, on: table.inheritsFrom.map { ObjectAddress(object: $0) }, .normal)
    for (index, column) in table.columns.enumerated() {
      recordTypeEdge(ObjectAddress(object: table.id, column: index + 1), column.type)
    }
  }

  mutating func recordSchemaEdge(_ id: ObjectID, _ schema: ObjectID) {
    catalog.record(id, on: [ObjectAddress(object: schema)], .normal)
  }

  mutating func recordTypeEdge(_ address: ObjectAddress, _ type: DataType?) {
    guard let type else { return }
    catalog.record(address, on: dependencies(of: type), .normal)
  }
}
