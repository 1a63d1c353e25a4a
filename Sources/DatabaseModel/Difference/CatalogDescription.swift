import HashTreeCollections
import SQLSyntax

/// A catalog as attributes of named objects, without an identity in it.
struct CatalogDescription {
  let catalog: Catalog
  let text: CanonicalText
  private(set) var objects: [ObjectPath: [String: String]] = [:]

  init(_ catalog: Catalog) {
    self.catalog = catalog
    text = CanonicalText(dialect: catalog.dialect)
    describeSchemas()
    for (_, relation) in catalog.relations { describe(relation) }
    // Oldest first: those that share a path are told apart by their order.
    for constraint in catalog.constraints.values.sorted(by: { $0.id < $1.id }) {
      describe(constraint)
    }
    for (_, type) in catalog.types { describe(type) }
    for (_, routine) in catalog.routines { describe(routine) }
    for (_, trigger) in catalog.triggers { describe(trigger) }
    for (_, policy) in catalog.policies { describe(policy) }
    for (name, installed) in catalog.extensions {
      add(ObjectPath(.extension, [name]), ["version": installed.version])
    }
    for (address, comment) in catalog.comments {
      guard var path = path(of: address.object) else { continue }
      if let column = address.column { path.names.append(columnName(column, of: address.object)) }
      objects[path, default: [:]]["comment"] = comment
    }
  }

  /// Adds an object; attributes that are `nil` are absent.
  ///
  /// A second object under the same path, as SQLite's constraints without a name can be, gets a
  /// number.
  mutating func add(_ path: ObjectPath, _ attributes: [String: String?]) {
    var unique = path
    var count = 1
    while objects[unique] != nil {
      count += 1
      unique.names[unique.names.count - 1] = "\(path.names.last ?? "") (\(count))"
    }
    objects[unique] = attributes.compactMapValues { $0 }
  }

  private mutating func describeSchemas() {
    for (_, schema) in catalog.schemas where !schema.isSystem {
      add(ObjectPath(.schema, [schema.name.key(in: catalog.dialect)]), ["owner": schema.owner])
    }
  }

  func schemaName(_ id: ObjectID) -> String {
    catalog.schemas[id]?.name.key(in: catalog.dialect) ?? "?"
  }

  /// Schema and name of a relation, type, routine or trigger's table.
  func names(of id: ObjectID) -> [String] { path(of: id)?.names ?? ["?"] }

  func columnName(_ number: Int, of relation: ObjectID) -> String {
    let columns: [Column] =
      switch catalog.relations[relation] {
      case .table(let table): table.columns
      case .view(let view): view.columns
      default: []
      }
    guard columns.indices.contains(number - 1) else { return "#\(number)" }
    return columns[number - 1].name.key(in: catalog.dialect)
  }

  func columnNames(_ numbers: [Int], of relation: ObjectID) -> String {
    numbers.map { columnName($0, of: relation) }.joined(separator: ", ")
  }

  /// The path of an object that others refer to.
  func path(of id: ObjectID) -> ObjectPath? {
    if let relation = catalog.relations[id] { return path(of: relation) }
    if let type = catalog.types[id] {
      return ObjectPath(.type, [schemaName(type.schema), type.name.key(in: catalog.dialect)])
    }
    if let routine = catalog.routines[id] { return path(of: routine) }
    if let schema = catalog.schemas[id] {
      return ObjectPath(.schema, [schema.name.key(in: catalog.dialect)])
    }
    if let trigger = catalog.triggers[id] { return path(of: trigger) }
    if let constraint = catalog.constraints[id] { return path(of: constraint) }
    return nil
  }

  private func path(of relation: Relation) -> ObjectPath {
    switch relation {
    case .table(let table): path(.table, table.schema, table.name)
    case .view(let view):
      path(view.isMaterialized ? .materializedView : .view, view.schema, view.name)
    case .index(let index): path(.index, index.schema, index.name)
    case .sequence(let sequence): path(.sequence, sequence.schema, sequence.name)
    case .compositeType(_, let schema, let name, _): path(.type, schema, name)
    }
  }

  private func path(_ kind: ObjectKind, _ schema: ObjectID, _ name: Identifier) -> ObjectPath {
    ObjectPath(kind, [schemaName(schema), name.key(in: catalog.dialect)])
  }
}
