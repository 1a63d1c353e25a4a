import HashTreeCollections
import SQLSyntax

extension SQLiteRewriter {
  /// Whether foreign keys of other tables follow a renamed table.
  private var foreignKeysFollow: Bool {
    !session.usesLegacyAlterTable || session.enforcesForeignKeys
  }

  /// The catalog with a table renamed wherever the engine renames it.
  mutating func renaming(_ table: Table, to name: Identifier) throws(SQLiteStop) -> Catalog {
    for object in objects where isReached(object, from: table) {
      let numbers = try foundNumbers(table, in: object)
      edit(object) { $0.replacingNames(numbers, by: name) }
    }
    guard case .table(let edited) = editor.catalog.relations[table.id] else {
      return editor.catalog
    }
    editor.rename(edited, to: name)
    renameAutomaticIndexes(of: table, to: name)
    try readTablesAgain()
    return editor.catalog
  }

  private func isReached(_ object: SQLiteStoredObject, from table: Table) -> Bool {
    guard session.plantedFaults.contains(.renamesStopAtTheTable) else { return true }
    if case .table(let found) = object { return found.id == table.id }
    return false
  }

  /// A temporary trigger of the table is tried before it is read, and told of with other words.
  private func foundNumbers(
    _ table: Table, in object: SQLiteStoredObject
  ) throws(SQLiteStop) -> Set<Int> {
    if case .trigger(let trigger) = object, trigger.table == table.id,
      trigger.schema == catalog.temporarySchema, schema != catalog.temporarySchema,
      !session.usesLegacyAlterTable, !session.hasWritableSchema
    {
      let check = SQLiteSchemaCheck(session: session, catalog: editor.catalog, schema: schema)
      try check.named(object, when: "after rename") { () throws(SQLiteStop) in
        var resolver = NameResolver(checking: editor.catalog)
        try resolver.check(object)
      }
    }
    return try numbersNaming(table, in: object)
  }

  private func numbersNaming(
    _ table: Table, in object: SQLiteStoredObject
  ) throws(SQLiteStop) -> Set<Int> {
    var numbers: Set<Int> = []
    switch object {
    case .view where session.usesLegacyAlterTable: return []
    case .trigger(let trigger) where session.usesLegacyAlterTable:
      guard trigger.table == table.id else { return [] }
      return Set([trigger.definition.table.name.number].compactMap { $0 })
    case .index(let index):
      guard index.table == table.id else { return [] }
      numbers = Set([index.definition?.table.name.number].compactMap { $0 })
    case .table(let other):
      numbers = numbersNaming(table, inTable: other)
    default: break
    }
    let uses = try names(in: object)
    return numbers.union(uses.numbers { $0.relation == table.id && $0.column == nil })
  }

  private func numbersNaming(_ table: Table, inTable other: Table) -> Set<Int> {
    var numbers: Set<Int> = []
    if other.id == table.id, let number = other.definition?.name.name.number {
      numbers.insert(number)
    }
    guard foreignKeysFollow else { return numbers }
    for constraint in other.definition?.allConstraints ?? [] {
      if case .foreignKey(_, let target) = constraint.kind,
        target.table.name.key == table.name.key, let number = target.table.name.number
      {
        numbers.insert(number)
      }
    }
    return numbers
  }

  private mutating func renameAutomaticIndexes(of table: Table, to name: Identifier) {
    for id in editor.catalog.parts[table.id]?.indexes ?? [] {
      guard case .index(var index) = editor.catalog.relations[id], index.isAutomatic else {
        continue
      }
      let old = NameKey(schema: index.schema, name: index.name.key)
      let number = index.name.text.split(separator: "_").last ?? "1"
      editor.catalog.relationNames[old] = nil
      index.name = Identifier("sqlite_autoindex_\(name.text)_\(number)")
      editor.catalog.relations[id] = .index(index)
      editor.catalog.relationNames[NameKey(schema: index.schema, name: index.name.key)] = id
    }
  }

  /// Works out again what the edited tables' constraints say.
  private mutating func readTablesAgain() throws(SQLiteStop) {
    for case .table(let table) in editor.catalog.storedObjects(in: schema) {
      guard let definition = table.definition, let before = catalog.relations[table.id],
        before != .table(table)
      else { continue }
      let shape = try SQLiteTableShape(definition, in: table.schema, of: editor.catalog)
      editor.replace(table, by: shape)
    }
  }
}

extension Identifier {
  /// Its number in the stored statement.
  var number: Int? { place.range?.lowerBound }
}
