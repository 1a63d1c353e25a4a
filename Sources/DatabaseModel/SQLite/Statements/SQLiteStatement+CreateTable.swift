import SQLSyntax

extension SQLiteStatement {
  func createTable(_ create: CreateTable) throws(SQLiteStop) -> AppliedTransition {
    let isTemporary =
      create.persistence == .temporary && !session.plantedFaults.contains(.temporaryTablesStay)
    let schema = try startTable(
      create.name, isTemporary: isTemporary, ifNotExists: create.ifNotExists, kind: "table")
    guard let schema else { return unchanged("CREATE TABLE") }
    // As written first: only places tell the order of a column's collation and constraints.
    _ = try SQLiteTableShape(create, in: schema, of: catalog)
    var editor = SQLiteEditor(catalog)
    var definition = create.stored()
    if schema == catalog.temporarySchema { definition.persistence = .temporary }
    let stored = try SQLiteTableShape(definition, in: schema, of: catalog)
    editor.add(stored, in: schema)
    return changed(editor, "CREATE TABLE")
  }

  /// Checks a new table's or view's name.
  ///
  /// - Returns: The schema it goes to; `nil` where it exists and may.
  func startTable(
    _ name: ObjectName, isTemporary: Bool, ifNotExists: Bool, kind: String
  ) throws(SQLiteStop) -> ObjectID? {
    let schema = try catalog.schema(of: name, isTemporary: isTemporary)
    if isTemporary, name.schema != nil, schema != catalog.temporarySchema {
      throw .error("temporary table name must be unqualified")
    }
    try checkObjectName(name.name)
    if let existing = catalog.relation(name.name, in: schema) {
      if ifNotExists, !session.plantedFaults.contains(.tableMustNotExist) { return nil }
      let word = existing.isView ? "view" : "table"
      throw .error("\(word) \(name.name.written) already exists")
    }
    if catalog.index(name.name, in: schema) != nil {
      if session.plantedFaults.contains(.indexesStandForTables) { return nil }
      throw .error("there is already an index named \(name.name.text)")
    }
    return schema
  }

  func checkObjectName(_ name: Identifier) throws(SQLiteStop) {
    if session.hasWritableSchema || session.plantedFaults.contains(.reservedNamesAreFree) { return }
    if SQLiteReserved.isReserved(name.text) {
      throw .error("object name reserved for internal use: \(name.text)")
    }
  }

  func createTableAs(_ create: CreateTableAs) throws(SQLiteStop) -> AppliedTransition {
    let isTemporary = create.persistence == .temporary
    let schema = try startTable(
      create.name, isTemporary: isTemporary, ifNotExists: create.ifNotExists, kind: "table")
    guard let schema else { return unchanged("CREATE TABLE") }
    guard case .select(let query) = create.source.kind else {
      throw .unmodelled(reason: "CREATE TABLE AS something that is no query")
    }
    var resolver = NameResolver(catalog: catalog)
    let columns = try resolver.expand(query) != nil ? resolver.resolve(query, outer: nil) : nil
    try resolver.finish()
    var definition = try CreateTable(
      create, columns: ResultColumn.unique(columns ?? []))
    if schema == catalog.temporarySchema { definition.persistence = .temporary }
    var editor = SQLiteEditor(catalog)
    editor.add(try SQLiteTableShape(definition.numbered(), in: schema, of: catalog), in: schema)
    return changed(editor, "CREATE TABLE", demands: [.runs(writing: nil)])
  }
}

extension CreateTable {
  /// The statement as the catalog keeps it: its names numbered, its name without a schema.
  func stored() -> CreateTable {
    var copy = self
    copy.name = ObjectName(name: name.name)
    copy.ifNotExists = false
    return copy.numbered()
  }

  /// The statement that SQLite writes for CREATE TABLE AS.
  fileprivate init(_ create: CreateTableAs, columns: [SourceColumn]) throws(SQLiteStop) {
    var elements: [TableElement] = []
    for column in columns {
      guard let name = column.name else {
        throw .unmodelled(reason: "A column is named by the text of its expression")
      }
      let type = column.affinity.declaredType.map { TypeName(name: ObjectName(Identifier($0))) }
      elements.append(.column(ColumnDefinition(name: Identifier(name), type: type)))
    }
    self.init(
      name: ObjectName(name: create.name.name), persistence: create.persistence,
      elements: elements)
  }
}

extension ObjectName {
  fileprivate init(_ name: Identifier) { self.init(name: name) }
}
