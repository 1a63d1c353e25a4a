import HashTreeCollections
import SQLSyntax

extension SQLiteStatement {
  func dropColumn(
    _ column: Identifier, of name: ObjectName
  ) throws(SQLiteStop) -> AppliedTransition {
    let relation = try catalog.locate(name)
    let table = try alterableTable(
      relation, isView: "cannot drop column from view \"\(relation.name)\"")
    if relation.isVirtual {
      throw .error("cannot drop column from virtual table \"\(relation.name)\"")
    }
    guard let position = table.columns.firstIndex(where: { $0.name.key == column.key }) else {
      throw .error("no such column: \"\(column.written)\"")
    }
    guard let definition = table.definition else {
      throw .unmodelled(reason: "The statement that made \(table.name.text) is not known")
    }
    let shape = try SQLiteTableShape(definition, in: table.schema, of: catalog)
    try checkGeneration(of: table)
    try checkDrop(column, at: position, of: shape)
    let before = SQLiteSchemaCheck(self, catalog: catalog, schema: table.schema)
    try before.checkHiding()
    try before.test(when: "", allowsQuotedStrings: true)
    var editor = try SQLiteRewriter(self, schema: table.schema).fixingQuotes()
    try drop(position, of: table, &editor)
    return changed(editor, "ALTER TABLE")
  }

  private func checkDrop(
    _ column: Identifier, at position: Int, of shape: SQLiteTableShape
  ) throws(SQLiteStop) {
    if session.plantedFaults.contains(.keyColumnsCanGo) { return }
    if shape.isPrimaryKey[position] {
      throw .error("cannot drop PRIMARY KEY column: \"\(column.text)\"")
    }
    if shape.hasUnique[position] {
      throw .error("cannot drop UNIQUE column: \"\(column.text)\"")
    }
    if shape.columns.count <= 1, !session.plantedFaults.contains(.lastColumnsCanGo) {
      throw .error("cannot drop column \"\(column.text)\": no other columns exist")
    }
  }

  private func drop(
    _ position: Int, of table: Table, _ editor: inout SQLiteEditor
  ) throws(SQLiteStop) {
    guard case .table(let fixed) = editor.catalog.relations[table.id],
      var definition = fixed.definition
    else { return }
    definition.elements.remove(at: position)
    let moment = "after drop column"
    // Everything that comes before the table in the schema reads as it did.
    var shape: SQLiteTableShape?
    let check = SQLiteSchemaCheck(self, catalog: editor.catalog, schema: table.schema)
    try check.named(.table(table), when: moment) { () throws(SQLiteStop) in
      shape = try SQLiteTableShape(definition, in: table.schema, of: editor.catalog)
    }
    guard let shape else { return }
    editor.replace(fixed, by: shape)
    let after = SQLiteSchemaCheck(self, catalog: editor.catalog, schema: table.schema)
    if session.plantedFaults.contains(.schemaIsNotReadAgain) { return }
    try after.load(when: moment)
    try after.test(when: moment, allowsQuotedStrings: false)
    try editor.readIndexesAgain(in: table.schema)
  }
}

extension SQLiteEditor {
  /// Works the indexes of a schema out again, whose columns got other numbers or names.
  mutating func readIndexesAgain(in schema: ObjectID) throws(SQLiteStop) {
    for case .index(let old) in catalog.storedObjects(in: schema) {
      guard let definition = old.definition,
        case .table(let table) = catalog.relations[old.table]
      else { continue }
      let shape = try SQLiteIndexShape(definition, on: table, of: catalog)
      catalog.relations[old.id] = .index(shape.index(old.id, in: old.schema))
    }
  }
}
