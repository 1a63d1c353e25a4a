import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  mutating func createSchema(_ create: CreateSchema) throws(Halt) -> String {
    if let owner = create.owner { try requireRole(owner) }
    guard let name = create.name ?? create.owner?.name else {
      throw .unmodelled("A schema named after the session's role is not modelled")
    }
    if name.text.hasPrefix("pg_") {
      throw .refuse(
        .reservedName, "unacceptable schema name \"\(name.text)\"",
        detail: "The prefix \"pg_\" is reserved for system schemas.")
    }
    if catalog.schemaID(name.text) != nil {
      guard create.ifNotExists else {
        throw .refuse(.duplicateSchema, "schema \"\(name.text)\" already exists")
      }
      notice("schema \"\(name.text)\" already exists, skipping", state: .duplicateSchema)
      return "CREATE SCHEMA"
    }
    if mayBeUnseen(name.text) { throw .unmodelled("The schema \(name.text) may exist") }
    let id = catalog.takeID()
    catalog.add(Schema(id: id, name: name, owner: create.owner?.name?.text ?? session.role))
    if !create.elements.isEmpty { throw .unmodelled("Statements inside CREATE SCHEMA") }
    return "CREATE SCHEMA"
  }

  // MARK: Extensions

  mutating func createExtension(_ create: CreateExtension) throws(Halt) -> String {
    let name = create.name.text
    if catalog.extensions[name] != nil {
      guard create.ifNotExists else {
        throw .refuse(.duplicateObject, "extension \"\(name)\" already exists")
      }
      notice("extension \"\(name)\" already exists, skipping", state: .duplicateObject)
      return "CREATE EXTENSION"
    }
    if mayBeUnseen(name) { throw .unmodelled("The extension \(name) may be installed") }
    guard KnownExtensions.isAvailable(name) else {
      throw .unmodelled("Whether the extension \(name) is installed on the server is not known")
    }
    let schema = create.schema.map { ObjectName(name: Identifier(""), schema: $0) }
    if let schema, catalog.schemaID(schema.schema?.text ?? "") == nil {
      _ = try schemaID(schema.schema?.text ?? "")
    }
    let home = try creationSchema(of: schema ?? ObjectName(""))
    catalog.extensions[name] = InstalledExtension(
      name: name, schema: home, version: create.version)
    return "CREATE EXTENSION"
  }

  mutating func dropExtension(_ drop: Drop) throws(Halt) -> String {
    for object in drop.objects {
      let name = object.name.name.text
      guard catalog.extensions[name] != nil else {
        if mayBeUnseen(name) { throw .unmodelled("The extension \(name) may be installed") }
        guard drop.ifExists else {
          throw .refuse(.undefinedObject, "extension \"\(name)\" does not exist")
        }
        notice("extension \"\(name)\" does not exist, skipping")
        continue
      }
      throw .unmodelled("What depends on an extension's objects is not known")
    }
    return "DROP EXTENSION"
  }
}
