import SQLSyntax

extension SQLiteStatement {
  func createIndex(_ create: CreateIndex) throws(SQLiteStop) -> AppliedTransition {
    guard let name = create.name else {
      throw .unmodelled(reason: "An index without a name is not of SQLite")
    }
    for key in create.keys { try key.checkNulls() }
    let schema = try indexSchema(create, name)
    let table = try indexedTable(create, in: schema)
    try checkObjectName(name.name)
    if catalog.relation(name.name, in: schema) != nil {
      if session.plantedFaults.contains(.tablesStandForIndexes) {
        return unchanged("CREATE INDEX")
      }
      throw .error("there is already a table named \(name.name.text)")
    }
    if catalog.index(name.name, in: schema) != nil {
      if create.ifNotExists, !session.plantedFaults.contains(.indexMustNotExist) {
        return unchanged("CREATE INDEX")
      }
      throw .error("index \(name.name.text) already exists")
    }
    try checkGeneration(of: table)
    var editor = SQLiteEditor(catalog)
    var stored = create.stored()
    if session.plantedFaults.contains(.uniquenessIsForgotten) { stored.isUnique = false }
    if session.plantedFaults.contains(.conditionsAreForgotten) { stored.condition = nil }
    let shape = try SQLiteIndexShape(stored, on: table, of: catalog)
    let id = editor.newID()
    editor.add(shape.index(id, in: schema))
    return changed(editor, "CREATE INDEX", demands: shape.demands(id))
  }

  private func indexSchema(
    _ create: CreateIndex, _ name: ObjectName
  ) throws(SQLiteStop) -> ObjectID {
    let schema = try catalog.schema(of: name)
    if name.schema == nil, let found = catalog.relation(create.table.name, in: nil),
      found.schema == catalog.temporarySchema
    {
      return found.schema
    }
    return schema
  }

  private func indexedTable(
    _ create: CreateIndex, in schema: ObjectID
  ) throws(SQLiteStop) -> Table {
    let isTemporary = schema == catalog.temporarySchema
    let relation = try catalog.locate(create.table, boundTo: isTemporary ? nil : schema)
    if isTemporary, relation.schema != schema {
      throw .error("cannot create a TEMP index on non-TEMP table \"\(relation.name)\"")
    }
    switch relation {
    case .schemaTable(_, let name): throw .error("table \(name) may not be indexed")
    case .view: throw .error("views may not be indexed")
    case .table(let table):
      if SQLiteReserved.isReserved(table.name.text) {
        throw .error("table \(table.name.text) may not be indexed")
      }
      if case .virtual = table.kind { throw .error("virtual tables may not be indexed") }
      if table.columns.isEmpty {
        throw .unmodelled(reason: "The columns of \(table.name.text) are not known")
      }
      return table
    }
  }
}

extension CreateIndex {
  /// The statement as the catalog keeps it.
  func stored() -> CreateIndex {
    var copy = self
    copy.name?.schema = nil
    copy.ifNotExists = false
    for position in copy.keys.indices {
      copy.keys[position].expression = copy.keys[position].expression.withStringAsColumn
    }
    return copy.numbered()
  }
}
