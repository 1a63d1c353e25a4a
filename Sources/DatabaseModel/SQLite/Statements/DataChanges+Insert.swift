import SQLSyntax

extension DataChanges {
  mutating func insert(_ insert: Insert) throws(SQLiteStop) {
    try checkWith(insert.with)
    let (relation, source) = try target(
      insert.table, .insert, returning: insert.returning)
    try checkColumns(insert, relation, source)
    let count = try valueCount(insert)
    try checkCount(count, insert, relation, source)
    demands.append(.runs(writing: relation.id))
    try fire(relation, .insert, before: true)
    if !insert.onConflict.isEmpty { try upsert(insert, relation, source) }
    if case .table(let table) = relation { try checkForeignKeys(table, .insert) }
    try fire(relation, .insert, before: false)
    try resolveReturning(insert.returning, source)
  }

  private func checkColumns(
    _ insert: Insert, _ relation: SQLiteRelation, _ source: NameSource
  ) throws(SQLiteStop) {
    for target in insert.columns {
      let key = target.column.key
      guard let position = source.columns.firstIndex(where: { $0.key == key }) else {
        if SQLiteReserved.isRowID(key), source.hasRowID || relation.isView {
          if relation.isView { throw .unmodelled(reason: "A view's rowid is assigned") }
          continue
        }
        let table = insert.alias?.text ?? insert.table.qualifiedText
        throw .error("table \(table) has no column named \(target.column.text)")
      }
      if case .table(let table) = relation, table.columns[position].generation != nil {
        throw .error("cannot INSERT into generated column \"\(table.columns[position].name.text)\"")
      }
    }
  }

  /// The number of values, after their names were looked up; `nil` for DEFAULT VALUES.
  private func valueCount(_ insert: Insert) throws(SQLiteStop) -> Int? {
    guard case .query(let query) = insert.source else { return nil }
    var resolver = resolver()
    guard try resolver.pushCommonTables(insert.with) else {
      try resolver.finish()
      return nil
    }
    let outer = rows == nil ? nil : NameScope()
    if let row = query.singleRow {
      // No query to the engine: aggregates are out of place, and nothing is expanded beforehand.
      _ = try resolver.resolve(row, in: NameScope(parent: outer))
      try resolver.finish()
      try statement.checkGeneration(of: query)
      return row.count
    }
    var columns: [ResultColumn]?
    if try resolver.expand(query) != nil {
      columns = try resolver.resolve(query, outer: outer)
    }
    try resolver.finish()
    try statement.checkGeneration(of: query)
    return columns?.count
  }

  private func checkCount(
    _ count: Int?, _ insert: Insert, _ relation: SQLiteRelation, _ source: NameSource
  ) throws(SQLiteStop) {
    let count = count ?? 0
    if insert.columns.isEmpty, insert.source == .defaultValues { return }
    if !insert.columns.isEmpty {
      if count == insert.columns.count { return }
      throw .error("\(count) values for \(insert.columns.count) columns")
    }
    var expected = source.columns.count
    if case .table(let table) = relation {
      expected = table.columns.count { $0.generation == nil }
    }
    if count == expected { return }
    let table = insert.alias?.text ?? insert.table.qualifiedText
    throw .error("table \(table) has \(expected) columns but \(count) values were supplied")
  }
}

extension Query {
  /// One row of VALUES and nothing around it, which SQLite does not take for a query.
  fileprivate var singleRow: [SQLExpression]? {
    guard case .values(let rows) = body, rows.count == 1 else { return nil }
    return with == nil && orderBy.isEmpty && limit == nil ? rows[0] : nil
  }
}
