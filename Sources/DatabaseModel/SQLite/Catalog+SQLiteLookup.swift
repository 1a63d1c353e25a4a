import HashTreeCollections
import SQLSyntax

/// What a name in a table's place stands for.
enum SQLiteRelation {
  case table(Table)
  case view(View)
  /// `sqlite_schema` and its other names.
  case schemaTable(schema: ObjectID, name: String)

  var id: ObjectID? {
    switch self {
    case .table(let table): table.id
    case .view(let view): view.id
    case .schemaTable: nil
    }
  }

  var schema: ObjectID {
    switch self {
    case .table(let table): table.schema
    case .view(let view): view.schema
    case .schemaTable(let schema, _): schema
    }
  }

  var name: String {
    switch self {
    case .table(let table): table.name.text
    case .view(let view): view.name.text
    case .schemaTable(_, let name): name
    }
  }

  var isVirtual: Bool {
    if case .table(let table) = self, case .virtual = table.kind { true } else { false }
  }

  var isView: Bool {
    if case .view = self { true } else { false }
  }
}

extension Catalog {
  var mainSchema: ObjectID { schemaNames["main"] ?? ObjectID(rawValue: 1) }
  var temporarySchema: ObjectID { schemaNames["temp"] ?? ObjectID(rawValue: 2) }

  /// Schemas in which an unqualified name is looked up: `temp` first, then `main`, then the rest.
  private var searchOrder: [ObjectID] {
    let known = [temporarySchema, mainSchema]
    return known + schemas.keys.filter { !known.contains($0) }.sorted()
  }

  func schemaName(_ id: ObjectID) -> String { schemas[id]?.name.text ?? "main" }

  /// The schema a statement names, or where its objects go without a name.
  func schema(of name: ObjectName, isTemporary: Bool = false) throws(SQLiteStop) -> ObjectID {
    guard let schema = name.schema else { return isTemporary ? temporarySchema : mainSchema }
    guard let id = schemaNames[schema.key] else {
      throw .error("unknown database \(schema.written)")
    }
    return id
  }

  /// The table or view of a name; `schema` as written, or the one a view or trigger is bound to.
  func relation(_ name: Identifier, in schema: ObjectID?) -> SQLiteRelation? {
    if let schema { return relation(key: name.key, in: schema) }
    for candidate in searchOrder {
      let isMainsName = name.key == "sqlite_master" || name.key == "sqlite_schema"
      if candidate == temporarySchema, isMainsName { continue }
      if let found = relation(key: name.key, in: candidate) { return found }
    }
    return nil
  }

  private func relation(key: String, in schema: ObjectID) -> SQLiteRelation? {
    if let id = relationNames[NameKey(schema: schema, name: key)] {
      switch relations[id] {
      case .table(let table): return .table(table)
      case .view(let view): return .view(view)
      default: return nil
      }
    }
    switch key {
    case "sqlite_master", "sqlite_schema":
      let name = schema == temporarySchema ? "sqlite_temp_master" : "sqlite_master"
      return .schemaTable(schema: schema, name: name)
    case "sqlite_temp_master", "sqlite_temp_schema":
      guard schema == temporarySchema else { return nil }
      return .schemaTable(schema: schema, name: "sqlite_temp_master")
    default: return nil
    }
  }

  /// The table or view a statement is about, or the engine's refusal.
  func locate(
    _ name: ObjectName, boundTo bound: ObjectID? = nil, isView: Bool = false
  ) throws(SQLiteStop) -> SQLiteRelation {
    var schema = bound
    if let written = name.schema, schema == nil {
      schema = schemaNames[written.key]
      if schema == nil { throw missing(name, bound: nil, isView: isView) }
    }
    if let found = relation(name.name, in: schema) { return found }
    if SQLiteModule.isEponymous(name.name.key) {
      throw .unmodelled(reason: "\(name.name.text) is a table that SQLite makes itself")
    }
    throw missing(name, bound: bound, isView: isView)
  }

  private func missing(_ name: ObjectName, bound: ObjectID?, isView: Bool) -> SQLiteStop {
    let schema = bound.map(schemaName) ?? name.schema?.text
    let qualified = schema.map { "\($0).\(name.name.text)" } ?? name.name.text
    return .error("no such \(isView ? "view" : "table"): \(qualified)")
  }

  func index(_ name: Identifier, in schema: ObjectID?) -> TableIndex? {
    for candidate in schema.map({ [$0] }) ?? searchOrder {
      if let id = relationNames[NameKey(schema: candidate, name: name.key)],
        case .index(let index) = relations[id]
      {
        return index
      }
    }
    return nil
  }

  func trigger(_ name: Identifier, in schema: ObjectID?) -> Trigger? {
    for candidate in schema.map({ [$0] }) ?? searchOrder {
      for (_, trigger) in triggers
      where trigger.schema == candidate && trigger.name.key == name.key {
        return trigger
      }
    }
    return nil
  }

  func triggers(on relation: ObjectID) -> [Trigger] {
    (parts[relation]?.triggers ?? []).compactMap { triggers[$0] }
  }

  func foreignKeys(of table: ObjectID) -> [ForeignKey] {
    (parts[table]?.constraints ?? []).compactMap { id in
      if case .foreignKey(let key) = constraints[id]?.rule { key } else { nil }
    }
  }
}
