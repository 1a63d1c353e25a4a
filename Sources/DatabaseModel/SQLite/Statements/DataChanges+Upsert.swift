import HashTreeCollections
import SQLSyntax

extension DataChanges {
  mutating func upsert(
    _ insert: Insert, _ relation: SQLiteRelation, _ source: NameSource
  ) throws(SQLiteStop) {
    guard case .table(let table) = relation else {
      throw .error("cannot UPSERT a view")
    }
    var target = source
    if let alias = insert.alias {
      target.key = alias.key
      target.isAlias = true
    }
    for conflict in insert.onConflict {
      try checkTarget(conflict, table, target, isOnly: insert.onConflict.count == 1)
    }
    for conflict in insert.onConflict { try checkAction(conflict, table, target) }
  }

  private func checkTarget(
    _ conflict: OnConflict, _ table: Table, _ target: NameSource, isOnly: Bool
  ) throws(SQLiteStop) {
    guard case .keys(let keys, let condition) = conflict.target else { return }
    var resolver = resolver()
    let scope = NameScope(sources: [target])
    if try resolver.resolve(keys.map(\.expression), in: scope) {
      _ = try resolver.resolveWhole(condition, in: scope)
    }
    try resolver.finish()
    if condition != nil || keys.contains(where: { $0.collation != nil }) {
      throw .unmodelled(reason: "Upsert on a partial index or with a collation")
    }
    let columns = try keys.map { key throws(SQLiteStop) in try number(of: key, in: table) }
    if columns.count == 1, columns[0] == 0 { return }
    if columns.count == 1, let column = columns[0], column == table.rowIDColumn { return }
    let indexes = (catalog.parts[table.id]?.indexes ?? []).compactMap { id in
      if case .index(let index) = catalog.relations[id] { index } else { nil }
    }
    let isMatched = indexes.contains { index in
      index.isUnique && index.condition == nil && index.keys.count == columns.count
        && index.keys.allSatisfy { key in key.column.map(columns.contains) ?? false }
    }
    if isMatched { return }
    if !isOnly { throw .unmodelled(reason: "Several ON CONFLICT clauses") }
    throw .error("ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint")
  }

  /// The number of a key's column, 0 for the rowid, `nil` for a string in double quotes.
  private func number(of key: IndexKey, in table: Table) throws(SQLiteStop) -> Int? {
    guard let name = key.expression.asIndexColumn else {
      throw .unmodelled(reason: "Upsert on an index of expressions")
    }
    if let position = table.columns.firstIndex(where: { $0.name.key == name.key }) {
      return position + 1
    }
    return SQLiteReserved.isRowID(name.key) ? 0 : nil
  }

  private mutating func checkAction(
    _ conflict: OnConflict, _ table: Table, _ target: NameSource
  ) throws(SQLiteStop) {
    guard case .update(let assignments, let condition) = conflict.action else { return }
    var resolver = resolver()
    let scope = NameScope(sources: [target])
    var excluded = target
    excluded.key = "excluded"
    scope.excluded = excluded
    try check(assignments, .table(table), target, scope, &resolver)
    _ = try resolver.resolveWhole(condition, in: scope)
    try resolver.finish()
  }
}
