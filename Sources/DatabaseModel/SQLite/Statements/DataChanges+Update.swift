import SQLSyntax

extension DataChanges {
  mutating func update(_ update: Update) throws(SQLiteStop) {
    try checkWith(update.with)
    if !update.from.isEmpty || update.limit != nil || update.with != nil {
      throw .unmodelled(reason: "UPDATE with WITH, FROM or LIMIT is not modelled")
    }
    let changed = Set(update.assignments.flatMap(\.targets).map(\.column.key))
    let (relation, table) = try target(
      update.table.name, .update(of: []), changed: changed, returning: update.returning)
    var source = table
    if let alias = update.table.alias?.name {
      source.key = alias.key
      source.isAlias = true
    }
    var resolver = resolver()
    let scope = NameScope(sources: [source])
    try check(update.assignments, relation, source, scope, &resolver)
    _ = try resolver.resolveWhole(update.condition, in: scope)
    try resolver.finish()
    try statement.checkGeneration(of: update)
    demands.append(.runs(writing: relation.id))
    try fire(relation, .update(of: []), before: true, changed: changed)
    if case .table(let table) = relation {
      try checkForeignKeys(table, .update(of: []), changed: changed)
    }
    try fire(relation, .update(of: []), before: false, changed: changed)
    try resolveReturning(update.returning, table)
  }

  func check(
    _ assignments: [Assignment], _ relation: SQLiteRelation, _ source: NameSource,
    _ scope: NameScope, _ resolver: inout NameResolver
  ) throws(SQLiteStop) {
    for assignment in assignments {
      if assignment.targets.count != 1 {
        throw .unmodelled(reason: "A row is assigned to several columns")
      }
      _ = try resolver.resolveWhole(assignment.value, in: scope)
      try resolver.finish()
      for target in assignment.targets { try check(target.column, relation, source) }
    }
  }

  private func check(
    _ column: Identifier, _ relation: SQLiteRelation, _ source: NameSource
  ) throws(SQLiteStop) {
    guard let position = source.columns.firstIndex(where: { $0.key == column.key }) else {
      if SQLiteReserved.isRowID(column.key), source.hasRowID { return }
      if SQLiteReserved.isRowID(column.key), relation.isView {
        throw .unmodelled(reason: "A view's rowid is assigned")
      }
      throw .error("no such column: \(column.text)")
    }
    if case .table(let table) = relation, table.columns[position].generation != nil {
      throw .error("cannot UPDATE generated column \"\(table.columns[position].name.text)\"")
    }
  }

  mutating func delete(_ delete: Delete) throws(SQLiteStop) {
    try checkWith(delete.with)
    if delete.limit != nil || delete.with != nil {
      throw .unmodelled(reason: "DELETE with WITH or LIMIT is not modelled")
    }
    let (relation, table) = try target(
      delete.table.name, .delete, returning: delete.returning)
    var source = table
    if let alias = delete.table.alias?.name {
      source.key = alias.key
      source.isAlias = true
    }
    var resolver = resolver()
    _ = try resolver.resolveWhole(delete.condition, in: NameScope(sources: [source]))
    try resolver.finish()
    try statement.checkGeneration(of: delete)
    demands.append(.runs(writing: relation.id))
    try fire(relation, .delete, before: true)
    if case .table(let table) = relation { try checkForeignKeys(table, .delete) }
    try fire(relation, .delete, before: false)
    try resolveReturning(delete.returning, table)
  }
}
