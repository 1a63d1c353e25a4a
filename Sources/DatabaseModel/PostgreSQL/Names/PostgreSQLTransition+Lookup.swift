import HashTreeCollections
import SQLSyntax

/// What a name of a relation stands for.
enum FoundRelation {
  case known(Relation)
  /// A catalog or view of `pg_catalog` or `information_schema`.
  case system(BuiltinRelation)
}

extension PostgreSQLTransition {
  /// The schema of temporary objects, which the model keeps as one.
  static let temporarySchema = "pg_temp"

  /// Schemas in the order in which a name without schema is looked up.
  var searchedSchemas: [ObjectID] {
    var names = creationPath
    if !names.contains("pg_catalog") { names.insert("pg_catalog", at: 0) }
    if !names.contains(Self.temporarySchema) { names.insert(Self.temporarySchema, at: 0) }
    return names.compactMap { catalog.schemaID($0) }
  }

  /// Whether a name can mean something that an extension brings; where nobody knows the extension's
  /// schema, it can.
  func isVisible(_ installed: InstalledExtension, as name: ObjectName) -> Bool {
    guard let home = installed.schema else { return true }
    if let schema = name.schema?.text { return catalog.schemaID(schema) == home }
    return searchedSchemas.contains(home)
  }

  /// The search path with `"$user"` filled in.
  var creationPath: [String] {
    session.searchPath.map { $0 == "$user" ? session.role : $0 }
  }

  /// Whether statements that are not modelled may have made or changed something of this name.
  func mayBeUnseen(_ name: ObjectName) -> Bool {
    catalog.unknowns.contains { unknown in
      unknown.names.isEmpty || unknown.names.contains { $0.name.text == name.name.text }
    }
  }

  func mayBeUnseen(_ name: String) -> Bool { mayBeUnseen(ObjectName(name)) }

  /// Looks a relation up; `nil` where there is surely none.
  func findRelation(_ name: ObjectName) throws(Halt) -> FoundRelation? {
    if mayBeUnseen(name) {
      throw .unmodelled("A statement before it may have changed \(name.description)")
    }
    if let schema = name.schema {
      if let found = BuiltinRelations.find(name.name.text, schema: schema.text) {
        return .system(found)
      }
      guard let id = catalog.schemaID(schema.text) else { return nil }
      return catalog.relationID(name.name.text, in: id).flatMap { catalog.relations[$0] }
        .map { .known($0) }
    }
    return findUnqualified(name.name.text)
  }

  private func findUnqualified(_ name: String) -> FoundRelation? {
    for schema in searchedSchemas {
      let schemaName = catalog.schemas[schema]?.name.text ?? ""
      if let found = BuiltinRelations.find(name, schema: schemaName) { return .system(found) }
      if let id = catalog.relationID(name, in: schema), let relation = catalog.relations[id] {
        return .known(relation)
      }
    }
    return nil
  }

  /// The relation a statement must find, else the engine's refusal.
  func relation(
    _ name: ObjectName, missing: (String) -> String = { "relation \"\($0)\" does not exist" },
    state: SQLState = .undefinedTable
  ) throws(Halt) -> Relation {
    switch try findRelation(name) {
    case .known(let relation): return relation
    case .system(let found): throw systemRefusal(found)
    case nil:
      try requireSchema(of: name)
      throw .refuse(state, missing(name.description))
    }
  }

  func systemRefusal(_ found: BuiltinRelation) -> Halt {
    if found.isView { return .unmodelled("Changing system views is not modelled") }
    return .refuse(
      .insufficientPrivilege, "permission denied: \"\(found.name)\" is a system catalog")
  }

  /// Refuses a name whose schema does not exist.
  func requireSchema(of name: ObjectName) throws(Halt) {
    guard let schema = name.schema?.text else { return }
    _ = try schemaID(schema)
  }

  func schemaID(_ name: String) throws(Halt) -> ObjectID {
    if name.hasPrefix("pg_temp") || name.hasPrefix("pg_toast") {
      throw .unmodelled("The schema \(name) is not modelled")
    }
    if let id = catalog.schemaID(name) { return id }
    if mayBeUnseen(name) { throw .unmodelled("The schema \(name) may exist") }
    throw .refuse(.invalidSchemaName, "schema \"\(name)\" does not exist")
  }

  /// The schema that a new object of this name goes to.
  func creationSchema(of name: ObjectName) throws(Halt) -> ObjectID {
    if let schema = name.schema?.text {
      if name.catalog != nil { throw .unmodelled("Names with a database are not modelled") }
      let id = try schemaID(schema)
      try requireWritable(schema)
      return id
    }
    for schema in creationPath where schema != "pg_catalog" {
      if schema == Self.temporarySchema {
        throw .unmodelled("A temporary schema in the search path is not modelled")
      }
      if let id = catalog.schemaID(schema) { return id }
      if mayBeUnseen(schema) { throw .unmodelled("The schema \(schema) may exist") }
    }
    throw .refuse(.invalidSchemaName, "no schema has been selected to create in")
  }

  private func requireWritable(_ schema: String) throws(Halt) {
    if schema == "pg_catalog" || schema == "information_schema" {
      throw .unmodelled("Objects in system schemas are not modelled")
    }
  }

  /// Whether the bare name finds this relation first.
  func isVisible(_ relation: Relation) -> Bool {
    if case .known(let found) = findUnqualified(relation.name.text) {
      return found.id == relation.id
    }
    return false
  }
}
