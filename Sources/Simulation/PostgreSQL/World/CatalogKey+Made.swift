import DatabaseModel
import HashTreeCollections
import SQLSyntax

extension CatalogKey {
  /// The entries of unique indexes that a statement has made, in the order in which the server
  /// makes them.
  static func made(from before: Catalog, to after: Catalog) -> [CatalogKey] {
    var keys: [CatalogKey] = []
    var id = before.nextID
    while id < after.nextID {
      if before.relations[id] == nil, let relation = after.relations[id] {
        if relation.hasRowType || relation.isCompositeType {
          keys.append(type(relation.name.text, relation.schema))
        }
        keys.append(
          CatalogKey(
            index: "pg_class_relname_nsp_index", catalog: "pg_class", name: relation.name.text,
            schema: relation.schema))
      }
      if let made = after.types[id], after.relations[id] == nil {
        keys.append(type(made.name.text, made.schema))
      }
      if let schema = after.schemas[id] {
        keys.append(
          CatalogKey(
            index: "pg_namespace_nspname_index", catalog: "pg_namespace", name: schema.name.text))
      }
      if let routine = after.routines[id] {
        keys.append(
          CatalogKey(
            index: "pg_proc_proname_args_nsp_index", catalog: "pg_proc",
            name: "\(routine.name.text)\(routine.inputTypes)", schema: routine.schema))
      }
      id = ObjectID(rawValue: id.rawValue + 1)
    }
    if before.extensions != after.extensions {
      for name in after.extensions.keys where before.extensions[name] == nil {
        keys.append(
          CatalogKey(index: "pg_extension_name_index", catalog: "pg_extension", name: name))
      }
    }
    return keys
  }

  /// The entry of an object itself, which two transactions cannot change at a time.
  static func entry(of object: ObjectID) -> CatalogKey {
    CatalogKey(index: "tuple", catalog: "tuple", name: "\(object.rawValue)")
  }

  private static func type(_ name: String, _ schema: ObjectID) -> CatalogKey {
    CatalogKey(
      index: "pg_type_typname_nsp_index", catalog: "pg_type", name: name, schema: schema)
  }

  /// Whether a catalog has the entry.
  func exists(in found: Catalog) -> Bool {
    let key = schema.map { NameKey(schema: $0, name: name) }
    switch catalog {
    case "pg_type":
      guard let key else { return false }
      return found.typeNames[key] != nil
        || found.relationNames[key].flatMap { found.relations[$0] }?.hasRowType == true
    case "pg_class": return key.map { found.relationNames[$0] != nil } ?? false
    case "pg_namespace": return found.schemaNames[name] != nil
    case "pg_extension": return found.extensions[name] != nil
    case "pg_proc":
      return found.routines.values.contains {
        $0.schema == schema && "\($0.name.text)\($0.inputTypes)" == name
      }
    default: return false
    }
  }

  /// What the server says where another transaction has made the same entry.
  var violation: DatabaseError {
    DatabaseError(
      state: .uniqueViolation,
      message: "duplicate key value violates unique constraint \"\(index)\"",
      schema: "pg_catalog", table: catalog, constraint: index)
  }
}

extension Relation {
  fileprivate var isCompositeType: Bool {
    if case .compositeType = self { true } else { false }
  }
}

/// What a statement locks of objects that are no relations.
struct CreatedKeys {
  /// Locked so that a second one waits and then goes on.
  var objects: [ObjectID] = []
  /// Entries of the catalogs that a second one finds changed under its hands.
  var updated: [ObjectID] = []

  init(statement: Statement, catalog: Catalog) {
    let find = { (names: TreeDictionary<NameKey, ObjectID>, name: ObjectName) in
      names.filter { $0.key.name == name.name.text }.map(\.value)
    }
    switch statement.kind {
    case .alterEnum(let alter): objects = find(catalog.typeNames, alter.name)
    case .alterDomain(let alter): objects = find(catalog.typeNames, alter.name)
    case .drop(let drop) where [.type, .domain].contains(drop.kind):
      objects = drop.objects.flatMap { find(catalog.typeNames, $0.name) }
    case .drop(let drop) where drop.kind == .schema:
      objects = drop.objects.compactMap { catalog.schemaID($0.name.name.text) }
    case .createFunction(let create) where create.orReplace:
      updated = catalog.routineNames.filter { $0.key.name == create.name.name.text }
        .flatMap(\.value)
    case .grant(let grant):
      updated = grant.objects.flatMap { find(catalog.relationNames, $0.name) }
    default: break
    }
  }
}
