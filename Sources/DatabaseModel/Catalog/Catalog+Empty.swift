import HashTreeCollections
package import SQLSyntax

extension Catalog {
  /// A database as its engine makes it, with the schemas that are there from the start.
  package static func empty(dialect: Dialect) -> Catalog {
    var catalog = Catalog(dialect: dialect)
    for name in systemSchemaNames(dialect) {
      let id = catalog.nextID
      catalog.nextID = ObjectID(rawValue: id.rawValue + 1)
      catalog.schemas[id] = Schema(id: id, name: Identifier(name), isSystem: true)
      catalog.schemaNames[name] = id
    }
    if dialect == .postgresql {
      catalog.extensions["plpgsql"] = InstalledExtension(name: "plpgsql")
    }
    return catalog
  }

  private static func systemSchemaNames(_ dialect: Dialect) -> [String] {
    switch dialect {
    case .postgresql: ["pg_catalog", "information_schema", "public"]
    case .sqlite: ["main", "temp"]
    }
  }
}
