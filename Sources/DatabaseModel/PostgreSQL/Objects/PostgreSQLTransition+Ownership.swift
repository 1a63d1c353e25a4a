import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  // MARK: SET SCHEMA

  mutating func setSchema(_ change: SetSchema) throws(Halt) -> String {
    let tag = "ALTER \(change.object.kind.rawValue)"
    let name = change.object.name
    switch change.object.kind {
    case .table, .view, .materializedView, .sequence, .foreignTable:
      if change.ifExists, try findRelation(name) == nil {
        notice("relation \"\(name.name.text)\" does not exist, skipping")
        return tag
      }
      try move(try relation(name), to: change.schema)
    case .type, .domain: try moveType(name, to: change.schema)
    case .function, .procedure, .routine: try moveRoutine(change)
    default: throw .unmodelled("This SET SCHEMA is not modelled")
    }
    return tag
  }

  private mutating func move(_ relation: Relation, to schema: Identifier) throws(Halt) {
    if case .sequence(let sequence) = relation, let owner = sequence.ownedBy {
      throw .refuse(
        .featureNotSupported, "cannot move an owned sequence into another schema",
        detail: "Sequence \"\(sequence.name.text)\" is linked to table "
          + "\"\(catalog.relations[owner.object]?.name.text ?? "")\".")
    }
    let id = try schemaID(schema.text)
    if id == relation.schema { return }
    var moving = [relation.id]
    if case .table = relation {
      moving += catalog.indexes(of: relation.id).map(\.id)
      moving += ownedSequences(of: relation.id)
    } else if case .view(let view) = relation, view.isMaterialized {
      moving += catalog.indexes(of: relation.id).map(\.id)
    }
    for object in moving {
      guard let part = catalog.relations[object] else { continue }
      if try existsRelation(part.name.text, in: id) {
        throw .refuse(
          .duplicateTable,
          "relation \"\(part.name.text)\" already exists in schema \"\(schema.text)\"")
      }
    }
    if relation.hasRowType,
      catalog.typeNames[NameKey(schema: id, name: relation.name.text)] != nil
    {
      throw .unmodelled("A type of the name is in the other schema")
    }
    for object in moving { moveOne(object, from: relation.schema, to: id) }
  }

  /// A column may own several sequences, of which it shows only the last.
  private func ownedSequences(of table: ObjectID) -> [ObjectID] {
    let dependents = catalog.edges(to: ObjectAddress(object: table)).map(\.dependent.object)
    return Set(dependents).filter { catalog.sequence($0)?.ownedBy?.object == table }.sorted()
  }

  private mutating func moveOne(_ object: ObjectID, from old: ObjectID, to new: ObjectID) {
    catalog.rename(object, schema: new)
    let edges = (catalog.dependencies[object] ?? []).filter { $0.referenced.object == old }
    for edge in edges {
      catalog.remove(edge)
      recordSchemaEdge(object, new)
    }
  }

  private mutating func moveType(_ name: ObjectName, to schema: Identifier) throws(Halt) {
    guard let reference = try findType(name) else {
      throw .refuse(.undefinedObject, "type \"\(name.description)\" does not exist")
    }
    guard case .user(let id) = reference, let type = catalog.types[id] else {
      throw .unmodelled("A row type or a built-in type is moved")
    }
    if case .composite = type.form { throw .unmodelled("A composite type is moved") }
    let new = try schemaID(schema.text)
    if new == type.schema { return }
    if catalog.typeNames[NameKey(schema: new, name: type.name.text)] != nil {
      throw .refuse(
        .duplicateObject,
        "type \"\(type.name.text)\" already exists in schema \"\(schema.text)\"")
    }
    catalog.typeNames[NameKey(schema: type.schema, name: type.name.text)] = nil
    catalog.types[id]?.schema = new
    catalog.typeNames[NameKey(schema: new, name: type.name.text)] = id
    let edges = (catalog.dependencies[id] ?? []).filter { $0.referenced.object == type.schema }
    for edge in edges { catalog.remove(edge) }
    recordSchemaEdge(id, new)
  }

  private mutating func moveRoutine(_ change: SetSchema) throws(Halt) {
    let routine = try routine(change.object)
    let new = try schemaID(change.schema.text)
    if new == routine.schema { return }
    let key = NameKey(schema: new, name: routine.name.text)
    let taken = (catalog.routineNames[key] ?? []).contains {
      catalog.routines[$0]?.inputTypes == routine.inputTypes
    }
    if taken { throw .unmodelled("A routine of the name is in the other schema") }
    let edges = (catalog.dependencies[routine.id] ?? []).filter {
      $0.referenced.object == routine.schema
    }
    for edge in edges { catalog.remove(edge) }
    let old = NameKey(schema: routine.schema, name: routine.name.text)
    let rest = (catalog.routineNames[old] ?? []).filter { $0 != routine.id }
    catalog.routineNames[old] = rest.isEmpty ? nil : rest
    var moved = routine
    moved.schema = new
    catalog.add(moved)
    recordSchemaEdge(routine.id, new)
  }

  // MARK: OWNER

  mutating func setOwner(_ change: SetOwner) throws(Halt) -> String {
    let name = change.object.name
    switch change.object.kind {
    case .table, .view, .materializedView, .sequence, .index, .foreignTable:
      try setOwner(change.owner, of: try relation(name).id)
    case .function, .procedure, .routine, .aggregate:
      let routine = try routine(change.object)
      try requireRole(change.owner)
      catalog.routines[routine.id]?.owner = change.owner.name?.text ?? session.role
    case .type, .domain:
      guard let reference = try findType(name) else {
        throw .refuse(.undefinedObject, "type \"\(name.description)\" does not exist")
      }
      try requireRole(change.owner)
      if case .user(let id) = reference {
        catalog.types[id]?.owner = change.owner.name?.text ?? session.role
      }
    case .schema:
      let id = try schemaID(name.name.text)
      try requireRole(change.owner)
      catalog.schemas[id]?.owner = change.owner.name?.text ?? session.role
    default: throw .unmodelled("This OWNER TO is not modelled")
    }
    return "ALTER \(change.object.kind.rawValue)"
  }

  mutating func setOwner(_ role: RoleName, of id: ObjectID) throws(Halt) {
    try requireRole(role)
    let owner = role.name?.text ?? session.role
    switch catalog.relations[id] {
    case .table: catalog.updateTable(id) { $0.owner = owner }
    case .view(var view):
      view.owner = owner
      catalog.replace(.view(view))
    default: break
    }
  }

  // MARK: COMMENT

  mutating func comment(_ comment: CommentOn) throws(Halt) -> String {
    let address = try commented(comment.object)
    if let address { catalog.comments[address] = comment.text }
    return "COMMENT"
  }

  private mutating func commented(_ object: ObjectReference) throws(Halt) -> ObjectAddress? {
    switch object.kind {
    case .table, .view, .materializedView, .index, .sequence:
      return ObjectAddress(object: try relation(object.name).id)
    case .column: return try commentedColumn(object)
    case .type, .domain:
      guard let reference = try findType(object.name) else {
        throw .refuse(.undefinedObject, "type \"\(object.name.description)\" does not exist")
      }
      if case .user(let id) = reference { return ObjectAddress(object: id) }
      return nil
    case .schema: return ObjectAddress(object: try schemaID(object.name.name.text))
    case .function, .procedure, .routine:
      return ObjectAddress(object: try routine(object).id)
    case .trigger, .policy, .constraint: return try commentedPart(object)
    case .extension:
      if catalog.extensions[object.name.name.text] != nil { return nil }
      throw .unmodelled("The extension may exist")
    default: throw .unmodelled("COMMENT ON \(object.kind.rawValue) is not modelled")
    }
  }

  private func commentedColumn(_ object: ObjectReference) throws(Halt) -> ObjectAddress {
    guard let owner = object.owner else { throw .unmodelled("A column without a table") }
    let relation = try relation(owner)
    switch relation {
    case .table, .view, .compositeType: break
    default: throw .unmodelled("COMMENT ON COLUMN of something other than a table or view")
    }
    guard let number = catalog.columnNumber(object.name.name.text, of: relation.id) else {
      throw missingColumn(object.name.name.text, of: relation)
    }
    return ObjectAddress(object: relation.id, column: number)
  }

  private func commentedPart(_ object: ObjectReference) throws(Halt) -> ObjectAddress {
    guard let owner = object.owner else { throw .unmodelled("A part without a table") }
    let relation = try relation(owner)
    let name = object.name.name
    let id: ObjectID?
    switch object.kind {
    case .trigger: id = catalog.triggers(of: relation.id).first { $0.name == name }?.id
    case .policy: id = catalog.policies(of: relation.id).first { $0.name == name }?.id
    default: id = catalog.constraint(named: name.text, of: relation.id)?.id
    }
    if let id { return ObjectAddress(object: id) }
    if mayBeUnseen(relation.name.text) { throw .unmodelled("It may exist") }
    throw .refuse(
      .undefinedObject,
      "\(object.kind.rawValue.asciiLowercased()) \"\(name.text)\" for table "
        + "\"\(relation.name.text)\" does not exist")
  }

  // MARK: GRANT

  mutating func grant(_ grant: Grant) throws(Halt) -> String {
    for object in grant.objects {
      switch object.kind {
      case .table, .sequence:
        guard try findRelation(object.name) != nil else {
          try requireSchema(of: object.name)
          throw .refuse(
            .undefinedTable, "relation \"\(object.name.description)\" does not exist")
        }
      case .schema: _ = try schemaID(object.name.name.text)
      case .function, .procedure, .routine: _ = try routine(object)
      default: throw .unmodelled("GRANT on \(object.kind.rawValue) is not modelled")
      }
    }
    for schema in grant.allInSchemas { _ = try schemaID(schema.text) }
    for role in grant.grantees where role.word?.asciiLowercased() != "public" {
      try requireRole(role)
    }
    if grant.privileges.contains(where: { !$0.columns.isEmpty }) {
      throw .unmodelled("Privileges on columns are not modelled")
    }
    return grant.isGrant ? "GRANT" : "REVOKE"
  }
}
