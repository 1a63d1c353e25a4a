import SQLSyntax

extension SQLiteStatement {
  func rename(_ rename: Rename) throws(SQLiteStop) -> AppliedTransition {
    switch rename.object.kind {
    case .table: return try renameTable(rename.object.name, to: rename.newName)
    case .column:
      guard let owner = rename.object.owner else { break }
      return try renameColumn(rename.object.name.name, of: owner, to: rename.newName)
    default: break
    }
    throw .unmodelled(reason: "This ALTER TABLE is not of SQLite")
  }

  private func renameTable(
    _ name: ObjectName, to newName: Identifier
  ) throws(SQLiteStop) -> AppliedTransition {
    let relation = try catalog.locate(name)
    if catalog.relation(newName, in: relation.schema) != nil
      || catalog.index(newName, in: relation.schema) != nil
    {
      throw .error(
        "there is already another table or index with this name: \(newName.text)")
    }
    if SQLiteReserved.isReserved(relation.name) {
      throw .error("table \(relation.name) may not be altered")
    }
    try checkObjectName(newName)
    let table = try alterableTable(
      relation, isView: "view \(relation.name) may not be altered")
    guard table.definition != nil else {
      throw .unmodelled(reason: "A virtual table renames its own tables along")
    }
    var rewriter = SQLiteRewriter(self, schema: table.schema)
    try SQLiteSchemaCheck(self, catalog: catalog, schema: table.schema).checkHiding()
    if table.schema != catalog.temporarySchema,
      catalog.relation(newName, in: catalog.temporarySchema) != nil
    {
      throw .unmodelled(reason: "A temporary object hides \(newName.text) from ALTER TABLE")
    }
    var editor = SQLiteEditor(try rewriter.renaming(table, to: newName))
    let check = SQLiteSchemaCheck(self, catalog: editor.catalog, schema: table.schema)
    try check.checkHiding()
    try check.load(when: "after rename")
    try check.test(when: "after rename", allowsQuotedStrings: true)
    try editor.readIndexesAgain(in: table.schema)
    return changed(editor, "ALTER TABLE")
  }

  private func renameColumn(
    _ column: Identifier, of name: ObjectName, to newName: Identifier
  ) throws(SQLiteStop) -> AppliedTransition {
    let relation = try catalog.locate(name)
    let table = try alterableTable(
      relation, isView: "cannot rename columns of view \"\(relation.name)\"")
    if relation.isVirtual {
      throw .error("cannot rename columns of virtual table \"\(relation.name)\"")
    }
    guard let position = table.columns.firstIndex(where: { $0.name.key == column.key }) else {
      throw .error("no such column: \"\(column.written)\"")
    }
    let before = SQLiteSchemaCheck(self, catalog: catalog, schema: table.schema)
    try before.checkHiding()
    try before.test(when: "", allowsQuotedStrings: true)
    var rewriter = SQLiteRewriter(self, schema: table.schema)
    rewriter.editor = try rewriter.fixingQuotes()
    let renamed = try rewriter.renaming(column: position, of: table, to: newName)
    var editor = SQLiteEditor(renamed.catalog)
    let check = SQLiteSchemaCheck(self, catalog: editor.catalog, schema: table.schema)
    try check.named(.table(table), when: "after rename") { () throws(SQLiteStop) in
      let shape = try SQLiteTableShape(
        renamed.definition, in: table.schema, of: editor.catalog)
      editor.replace(table, by: shape)
    }
    let after = SQLiteSchemaCheck(self, catalog: editor.catalog, schema: table.schema)
    try after.load(when: "after rename")
    try after.test(when: "after rename", allowsQuotedStrings: false)
    try editor.readIndexesAgain(in: table.schema)
    return changed(editor, "ALTER TABLE")
  }
}
