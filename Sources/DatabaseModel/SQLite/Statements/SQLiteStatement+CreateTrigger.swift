import HashTreeCollections
import SQLSyntax

extension SQLiteStatement {
  func createTrigger(_ create: CreateTrigger) throws(SQLiteStop) -> AppliedTransition {
    let schema = try triggerSchema(create)
    let subject = "trigger \(create.name.name.written)"
    if schema != catalog.temporarySchema, let written = create.table.schema,
      catalog.schemaNames[written.key] != schema
    {
      throw .error("\(subject) cannot reference objects in database \(written.text)")
    }
    let bound = schema == catalog.temporarySchema ? nil : schema
    let relation = try catalog.locate(create.table, boundTo: bound)
    if relation.isVirtual { throw .error("cannot create triggers on virtual tables") }
    try checkObjectName(create.name.name)
    if catalog.trigger(create.name.name, in: schema) != nil {
      if create.ifNotExists, !session.plantedFaults.contains(.triggerMustNotExist) {
        return unchanged("CREATE TRIGGER")
      }
      throw .error("trigger \(create.name.name.written) already exists")
    }
    if SQLiteReserved.isReserved(relation.name) {
      throw .error("cannot create trigger on system table")
    }
    try checkTiming(create, on: relation)
    guard let table = relation.id else {
      throw .unmodelled(reason: "A trigger on a table that is not in the catalog")
    }
    try checkBody(create, in: schema, subject: subject)
    var editor = SQLiteEditor(catalog)
    var stored = create
    stored.name = ObjectName(name: create.name.name)
    stored.ifNotExists = false
    stored.isTemporary = schema == catalog.temporarySchema
    editor.add(
      Trigger(
        id: editor.newID(), name: create.name.name, schema: schema, table: table,
        definition: stored.numbered()))
    return changed(editor, "CREATE TRIGGER")
  }

  private func triggerSchema(_ create: CreateTrigger) throws(SQLiteStop) -> ObjectID {
    if create.isTemporary {
      if create.name.schema != nil {
        throw .error("temporary trigger may not have qualified name")
      }
      return catalog.temporarySchema
    }
    let schema = try catalog.schema(of: create.name)
    if create.name.schema == nil, create.table.schema == nil,
      let found = catalog.relation(create.table.name, in: nil),
      found.schema == catalog.temporarySchema
    {
      return found.schema
    }
    return schema
  }

  private func checkTiming(
    _ create: CreateTrigger, on relation: SQLiteRelation
  ) throws(SQLiteStop) {
    let table = create.table.qualifiedText
    if relation.isView, create.timing != .insteadOf,
      !session.plantedFaults.contains(.viewsTakeAnyTrigger)
    {
      throw .error("cannot create \(create.timing.rawValue) trigger on view: \(table)")
    }
    if !relation.isView, create.timing == .insteadOf,
      !session.plantedFaults.contains(.tablesTakeAnyTrigger)
    {
      throw .error("cannot create INSTEAD OF trigger on table: \(table)")
    }
  }

  private func checkBody(
    _ create: CreateTrigger, in schema: ObjectID, subject: String
  ) throws(SQLiteStop) {
    if create.containsParameter { throw .error("trigger cannot use variables") }
    try checkReferences(create, in: schema, subject: subject)
  }
}
