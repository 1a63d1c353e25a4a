import SQLSyntax

extension SQLiteStatement {
  func select(_ query: Query) throws(SQLiteStop) -> AppliedTransition {
    var resolver = NameResolver(catalog: catalog)
    if try resolver.expand(query) != nil { _ = try resolver.resolve(query, outer: nil) }
    try resolver.finish()
    try checkGeneration(of: query)
    return unchanged("SELECT", demands: resolver.hasCalls ? [.runs(writing: nil)] : [])
  }

  func insert(_ insert: Insert) throws(SQLiteStop) -> AppliedTransition {
    var changes = DataChanges(self)
    try changes.insert(insert)
    return unchanged("INSERT", demands: changes.demands)
  }

  func update(_ update: Update) throws(SQLiteStop) -> AppliedTransition {
    var changes = DataChanges(self)
    try changes.update(update)
    return unchanged("UPDATE", demands: changes.demands)
  }

  func delete(_ delete: Delete) throws(SQLiteStop) -> AppliedTransition {
    var changes = DataChanges(self)
    try changes.delete(delete)
    return unchanged("DELETE", demands: changes.demands)
  }

  /// Generated columns that lead to each other are refused only when they are worked out.
  func checkGeneration(of node: some SyntaxNode) throws(SQLiteStop) {
    var tables: [Table] = []
    node.walk { child in
      if let reference = child as? TableReference,
        case .table(let table)? = catalog.relation(reference.name.name, in: nil)
      {
        tables.append(table)
      }
      return true
    }
    for table in tables { try checkGeneration(of: table) }
  }

  func checkGeneration(of table: Table) throws(SQLiteStop) {
    let generated = table.columns.filter { $0.generation != nil }
    let keys = Set(generated.map(\.name.key))
    for column in generated {
      var readsGenerated = false
      column.generation?.expression.syntax.walk { node in
        if let reference = node as? ColumnReference, keys.contains(reference.column.key) {
          readsGenerated = true
        }
        return true
      }
      if readsGenerated {
        throw .unmodelled(reason: "Generated columns of \(table.name.text) read each other")
      }
    }
  }
}
