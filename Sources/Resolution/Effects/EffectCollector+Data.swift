import SQLSyntax

extension EffectCollector {
  mutating func collect(_ insert: Insert) {
    let depth = commonTables.count
    collect(insert.with)
    if case .query(let query) = insert.source { collect(query) }
    let table = candidates(.relation, insert.table)
    addData(table, at: insert.table.range)
    if !table.isEmpty {
      for target in insert.columns { referToColumn(target.column, of: table) }
    }
    let columns: ScopeSource.Columns = table.isEmpty ? .unknown : .relation(table)
    let name = insert.alias.map { key($0) } ?? key(insert.table.name)
    let own = ScopeSource(
      name: name, schema: insert.table.schema.map { key($0) }, columns: columns)
    withScope(QueryScope(sources: [own])) { collector in
      for clause in insert.onConflict { collector.collect(clause, of: insert.table, columns) }
      for item in insert.returning { collector.collect(item.expression) }
    }
    commonTables.removeLast(commonTables.count - depth)
  }

  private mutating func collect(
    _ clause: OnConflict, of table: ObjectName, _ columns: ScopeSource.Columns
  ) {
    switch clause.target {
    case .constraint(let name):
      addReference(
        .unlessBuiltIn,
        to: candidates(.relation, table).map { $0.part(.constraint, key(name)) },
        type: .constraint, at: name.place.range)
    case .keys(let keys, let condition):
      for item in keys { collect(item.expression) }
      if let condition { collect(condition) }
    case nil: break
    }
    guard case .update(let assignments, let condition) = clause.action else { return }
    if case .relation(let relations) = columns { collectTargets(assignments, of: relations) }
    // Unqualified names mean the table alone; `excluded` has to be written.
    withScope(QueryScope(sources: [])) { collector in
      let excluded = QueryScope(sources: [ScopeSource(name: "excluded", columns: columns)])
      collector.scopes.insert(excluded, at: collector.scopes.count - 2)
      for assignment in assignments { collector.collect(assignment.value) }
      if let condition { collector.collect(condition) }
      collector.scopes.remove(at: collector.scopes.count - 3)
    }
  }

  private mutating func collectTargets(_ assignments: [Assignment], of table: [SchemaObject]) {
    for assignment in assignments {
      for target in assignment.targets { referToColumn(target.column, of: table) }
    }
  }

  mutating func collect(_ update: Update) {
    let depth = commonTables.count
    collect(update.with)
    withScope(QueryScope(sources: [])) { collector in
      collector.addTable(update.table, isChanged: true)
      let table = collector.candidates(.relation, update.table.name)
      collector.collectTargets(update.assignments, of: table)
      collector.addSources(update.from)
      for assignment in update.assignments { collector.collect(assignment.value) }
      collector.collect(
        update.condition, update.returning, update.orderBy, [update.limit, update.offset])
    }
    commonTables.removeLast(commonTables.count - depth)
  }

  mutating func collect(_ delete: Delete) {
    let depth = commonTables.count
    collect(delete.with)
    withScope(QueryScope(sources: [])) { collector in
      collector.addTable(delete.table, isChanged: true)
      collector.addSources(delete.using)
      collector.collect(
        delete.condition, delete.returning, delete.orderBy, [delete.limit, delete.offset])
    }
    commonTables.removeLast(commonTables.count - depth)
  }

  private mutating func collect(
    _ condition: SQLExpression?, _ returning: [SelectItem], _ orderBy: [SortItem],
    _ limits: [SQLExpression?]
  ) {
    if let condition { collect(condition) }
    for item in returning { collect(item.expression) }
    for item in orderBy { collect(item.expression) }
    for limit in limits { if let limit { collect(limit) } }
  }

  mutating func collect(_ truncate: Truncate) {
    for table in truncate.tables {
      addData(candidates(.relation, table.name), at: table.name.range)
    }
  }

  mutating func collect(_ maintenance: Maintenance) {
    for target in maintenance.tables {
      referToRelation(target.table.name)
      referToColumns(target.columns, of: target.table.name)
    }
  }
}
