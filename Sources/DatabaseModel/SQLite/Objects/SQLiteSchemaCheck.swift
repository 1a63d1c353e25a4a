import HashTreeCollections
import SQLSyntax

/// A look at everything a schema holds, as ALTER TABLE takes it before and after its work.
///
/// Source: SQLite, ALTER TABLE, "Compatibility Note": all triggers and views must still make sense.
struct SQLiteSchemaCheck {
  let session: SessionState
  let catalog: Catalog
  let schema: ObjectID

  init(session: SessionState, catalog: Catalog, schema: ObjectID) {
    self.session = session
    self.catalog = catalog
    self.schema = schema
  }

  init(_ statement: SQLiteStatement, catalog: Catalog, schema: ObjectID) {
    self.init(session: statement.session, catalog: catalog, schema: schema)
  }

  /// Runs a step about one object; its refusal is told with the object's name.
  func named(
    _ object: SQLiteStoredObject, when moment: String,
    _ body: () throws(SQLiteStop) -> Void
  ) throws(SQLiteStop) {
    do throws(SQLiteStop) {
      try body()
    } catch {
      guard case .refused(let refusal) = error else { throw error }
      let subject = moment.isEmpty ? object.description : "\(object.description) \(moment)"
      throw .error("error in \(subject): \(refusal.message)")
    }
  }

  /// Reads tables and indexes again, as the engine does when it loads a changed schema.
  func load(when moment: String) throws(SQLiteStop) {
    for object in catalog.storedObjects(in: schema) {
      try named(object, when: moment) { () throws(SQLiteStop) in
        try read(object, allowsQuotedStrings: true)
      }
    }
  }

  /// Where a temporary object hides one of `main`, which of the two a stored statement means depends
  /// on how the engine comes to it.
  func checkHiding() throws(SQLiteStop) {
    let temporary = catalog.temporarySchema
    if schema == temporary, catalog.storedObjects(in: temporary).contains(where: \.isLookedUpAtUse)
    {
      throw .unmodelled(reason: "ALTER of a temporary table beside temporary views or triggers")
    }
    for (key, _) in catalog.relationNames where key.schema == temporary {
      if catalog.relationNames[NameKey(schema: catalog.mainSchema, name: key.name)] != nil {
        throw .unmodelled(reason: "A temporary object hides \(key.name) from ALTER TABLE")
      }
    }
  }

  /// Looks at every view and trigger, and at tables and indexes where strings in double quotes are
  /// not allowed any more.
  func test(when moment: String, allowsQuotedStrings: Bool) throws(SQLiteStop) {
    if session.hasWritableSchema { return }
    try test(schema, when: moment, allowsQuotedStrings)
    if schema != catalog.temporarySchema {
      try test(catalog.temporarySchema, when: moment, allowsQuotedStrings)
    }
  }

  private func test(
    _ schema: ObjectID, when moment: String, _ allowsQuotedStrings: Bool
  ) throws(SQLiteStop) {
    for object in catalog.storedObjects(in: schema) {
      try named(object, when: moment) { () throws(SQLiteStop) in
        if !allowsQuotedStrings { try read(object, allowsQuotedStrings: false) }
        if session.usesLegacyAlterTable { return }
        var resolver = NameResolver(checking: catalog)
        try resolver.check(object)
      }
    }
  }

  private func read(
    _ object: SQLiteStoredObject, allowsQuotedStrings: Bool
  ) throws(SQLiteStop) {
    switch object {
    case .table(let table):
      guard let definition = table.definition else { return }
      _ = try SQLiteTableShape(
        definition, in: table.schema, of: catalog, allowsQuotedStrings: allowsQuotedStrings)
    case .index(let index):
      guard let definition = index.definition,
        case .table(let table) = catalog.relations[index.table]
      else { return }
      _ = try SQLiteIndexShape(
        definition, on: table, of: catalog, allowsQuotedStrings: allowsQuotedStrings)
    case .view, .trigger: break
    }
  }
}

/// A row of `sqlite_schema` that has a statement.
enum SQLiteStoredObject {
  case table(Table)
  case index(TableIndex)
  case view(View)
  case trigger(Trigger)

  /// Whether its names are looked up when it is used, not when it is made.
  var isLookedUpAtUse: Bool {
    switch self {
    case .view, .trigger: true
    case .table, .index: false
    }
  }

  var id: ObjectID {
    switch self {
    case .table(let table): table.id
    case .index(let index): index.id
    case .view(let view): view.id
    case .trigger(let trigger): trigger.id
    }
  }

  /// `view v`.
  var description: String {
    switch self {
    case .table(let table): "table \(table.name.text)"
    case .index(let index): "index \(index.name.text)"
    case .view(let view): "view \(view.name.text)"
    case .trigger(let trigger): "trigger \(trigger.name.text)"
    }
  }
}

extension Catalog {
  /// What a schema's `sqlite_schema` lists, in its order: the order of creation.
  func storedObjects(in schema: ObjectID) -> [SQLiteStoredObject] {
    var objects: [SQLiteStoredObject] = []
    for (_, relation) in relations {
      switch relation {
      case .table(let table) where table.schema == schema: objects.append(.table(table))
      case .view(let view) where view.schema == schema: objects.append(.view(view))
      case .index(let index) where index.schema == schema && !index.isAutomatic:
        objects.append(.index(index))
      default: break
      }
    }
    objects += triggers.values.filter { $0.schema == schema }.map { .trigger($0) }
    return objects.sorted { $0.id < $1.id }
  }
}

extension NameResolver {
  /// A resolver as ALTER TABLE uses it.
  init(checking catalog: Catalog) {
    self.init(catalog: catalog)
    checksFunctions = false
  }

  /// Looks at a view or trigger; anything else passes.
  mutating func check(_ object: SQLiteStoredObject) throws(SQLiteStop) {
    switch object {
    case .view(let view):
      guard let definition = view.definition else { return }
      boundSchema = view.schema == catalog.temporarySchema ? nil : view.schema
      if try expand(definition.query) != nil { _ = try resolve(definition.query, outer: nil) }
    case .trigger(let trigger): try check(trigger)
    case .table, .index: break
    }
    try finish()
  }
}
