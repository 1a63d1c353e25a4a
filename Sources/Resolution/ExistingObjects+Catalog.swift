package import DatabaseModel
import HashTreeCollections
import SQLSyntax

extension ExistingObjects {
  /// Everything that a catalog holds.
  ///
  /// Functions are known by their names alone, so that any of their signatures is there.
  package init(_ catalog: Catalog) {
    self.init()
    for schema in catalog.schemas.values {
      insert(SchemaObject(.schema, name: schema.name.key(in: catalog.dialect)))
    }
    for (name, id) in catalog.relationNames {
      guard let relation = catalog.relations[id], let schema = catalog.schemas[name.schema] else {
        continue
      }
      let object = SchemaObject.relation(name.name, schema: schema.name.key(in: catalog.dialect))
      insert(relation: object, columns: Self.columns(of: relation, in: catalog))
      insertParts(of: id, object, catalog)
    }
    insertTypes(of: catalog)
    for name in catalog.routineNames.keys {
      guard let schema = catalog.schemas[name.schema] else { continue }
      insert(SchemaObject(.function, schema: schema.name.text, owner: "()", name: name.name))
    }
    for name in catalog.extensions.keys { insert(SchemaObject(.extension, name: name)) }
  }

  /// `nil` where not all columns are known.
  private static func columns(of relation: Relation, in catalog: Catalog) -> [String]? {
    switch relation {
    case .table(let table):
      table.columns.filter { !$0.isDropped }.map { $0.name.key(in: catalog.dialect) }
    case .view(let view):
      view.hasKnownColumns ? view.columns.map { $0.name.key(in: catalog.dialect) } : nil
    case .index, .sequence, .compositeType: nil
    }
  }

  private mutating func insertParts(
    of id: ObjectID, _ relation: SchemaObject, _ catalog: Catalog
  ) {
    guard let parts = catalog.parts[id] else { return }
    for constraint in parts.constraints {
      guard let name = catalog.constraints[constraint]?.name else { continue }
      insert(relation.part(.constraint, name.key(in: catalog.dialect)))
    }
    for trigger in parts.triggers {
      guard let name = catalog.triggers[trigger]?.name.key(in: catalog.dialect) else { continue }
      switch catalog.dialect {
      case .postgresql: insert(relation.part(.trigger, name))
      case .sqlite: insert(SchemaObject(.trigger, schema: relation.schema, name: name))
      }
    }
    for policy in parts.policies {
      guard let name = catalog.policies[policy]?.name else { continue }
      insert(relation.part(.policy, name.key(in: catalog.dialect)))
    }
  }

  private mutating func insertTypes(of catalog: Catalog) {
    for (name, id) in catalog.typeNames {
      guard let type = catalog.types[id], let schema = catalog.schemas[name.schema] else {
        continue
      }
      let object = SchemaObject(.type, schema: schema.name.text, name: name.name)
      insert(object)
      guard case .enumeration(let labels) = type.form else { continue }
      for label in labels { insert(object.part(.enumValue, label)) }
    }
  }
}
