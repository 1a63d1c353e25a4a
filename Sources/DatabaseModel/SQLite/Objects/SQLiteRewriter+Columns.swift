import HashTreeCollections
import SQLSyntax

extension SQLiteRewriter {
  /// The catalog with a column renamed wherever the engine renames it, and the table's own
  /// statement, which must be read again to see whether it still makes sense.
  mutating func renaming(
    column position: Int, of table: Table, to name: Identifier
  ) throws(SQLiteStop) -> (catalog: Catalog, definition: CreateTable) {
    var own: CreateTable?
    for object in objects {
      let numbers = try numbersNaming(position, of: table, in: object)
      if case .table(let other) = object, other.id == table.id {
        own = other.definition?.replacingNames(numbers, by: name)
        continue
      }
      if numbers.isEmpty { continue }
      edit(object) { $0.replacingNames(numbers, by: name) }
      try readAgain(object)
    }
    guard let own else {
      throw .unmodelled(reason: "The statement that made \(table.name.text) is not known")
    }
    return (editor.catalog, own)
  }

  /// Works out again what an edited table says.
  mutating func readAgain(_ object: SQLiteStoredObject) throws(SQLiteStop) {
    guard case .table(let before) = object,
      case .table(let table) = editor.catalog.relations[before.id],
      let definition = table.definition
    else { return }
    editor.replace(
      table, by: try SQLiteTableShape(definition, in: table.schema, of: editor.catalog))
  }

  private func numbersNaming(
    _ position: Int, of table: Table, in object: SQLiteStoredObject
  ) throws(SQLiteStop) -> Set<Int> {
    let key = table.columns[position].name.key
    var numbers: Set<Int> = []
    if case .table(let other) = object {
      numbers = numbersNaming(key, of: table, inTable: other)
    }
    var uses = StoredNames()
    if case .index(let index) = object {
      if index.table != table.id { return [] }
      let check = SQLiteSchemaCheck(session: session, catalog: editor.catalog, schema: schema)
      try check.named(object, when: "") { () throws(SQLiteStop) in uses = try names(in: object) }
    } else {
      uses = try names(in: object)
    }
    return numbers.union(uses.numbers { $0.relation == table.id && $0.column == position })
  }

  /// Names by their place alone: the column itself, and both sides of foreign keys.
  private func numbersNaming(
    _ key: String, of table: Table, inTable other: Table
  ) -> Set<Int> {
    guard let definition = other.definition else { return [] }
    var names: [Identifier] = []
    if other.id == table.id {
      names += definition.columnDefinitions.map(\.name)
      for constraint in definition.allConstraints {
        switch constraint.kind {
        case .foreignKey(let columns, _): names += columns
        case .primaryKey(let columns), .unique(let columns):
          names += columns.columns.compactMap { $0.expression.withoutCollate.asIndexColumn }
        default: break
        }
      }
    }
    for constraint in definition.allConstraints {
      if case .foreignKey(_, let target) = constraint.kind,
        target.table.name.key == table.name.key
      {
        names += target.columns
      }
    }
    return Set(names.filter { $0.key == key }.compactMap(\.number))
  }
}
