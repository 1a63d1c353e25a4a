import DatabaseModel
import PropertyTesting
import SQLSyntax

extension Drawing {
  /// Columns that a statement may give values to.
  private func writable(_ table: Table) throws -> [Column] {
    let mayFail = try mistake()
    return table.columns.filter { !$0.isDropped && ($0.generation == nil || mayFail) }
  }

  private func valueClass(_ column: Column) -> ValueClass {
    ValueClass(column.type, in: catalog)
  }

  /// A value for a column: NULL where it may be, and by mistake where it may not.
  private func assigned(to column: Column) throws -> SQLExpression {
    let mayBeNull = try !column.isNotNull || mistake(0.1)
    if mayBeNull, try source.boolean(0.15) { return .null }
    return try literal(valueClass(column))
  }

  func insertValues() throws -> Statement {
    let table = try table()
    let all = try writable(table)
    let columns = try insertColumns(of: table, all)
    let listed = columns.isEmpty ? table.columns.filter { !$0.isDropped } : columns
    let rows = try source.array(count: 1...3) { source -> [SQLExpression] in
      var row = try listed.map { column -> SQLExpression in
        if isPostgreSQL, column.generation != nil { return SQLExpression(kind: .defaultValue) }
        return try assigned(to: column)
      }
      if try mistake(0.01) { row.append(.integer(1)) }
      return row
    }
    let insert = Insert(
      table: try tableName(of: table),
      columns: columns.map { AssignmentTarget(column: $0.name.written(in: dialect)) },
      source: .query(.values(rows)))
    return Statement(.insert(try completed(insert, table)))
  }

  /// Empty where the statement names none.
  private func insertColumns(of table: Table, _ writable: [Column]) throws -> [Column] {
    let hasGenerated = table.columns.contains { !$0.isDropped && $0.generation != nil }
    if try !hasGenerated && source.boolean(0.5) { return [] }
    let required = writable.filter { column in
      column.isNotNull && column.defaultValue == nil && column.identity == nil
    }
    var columns: [Column] = []
    for column in writable {
      let isRequired = required.contains { $0.name == column.name }
      if try isRequired ? !mistake(0.05) : source.boolean(0.6) { columns.append(column) }
    }
    return columns.isEmpty ? Array(writable.prefix(1)) : columns
  }

  /// With a conflict clause or RETURNING, now and then.
  private func completed(_ insert: Insert, _ table: Table) throws -> Insert {
    var insert = insert
    if dialect == .sqlite, try source.boolean(0.1) {
      insert.conflict = try source.element(of: [.ignore, .replace, .abort, .fail, .rollback])
    } else if try source.boolean(0.1) {
      insert.onConflict = [try onConflict(table)]
    }
    if try source.boolean(0.08) {
      insert.returning = [SelectItem(expression: SQLExpression(kind: .wildcard(qualifier: [])))]
    }
    return insert
  }

  private func onConflict(_ table: Table) throws -> OnConflict {
    let keys = keyColumns(of: table)
    var target: ConflictTarget?
    if let key = keys.isEmpty ? nil : try source.element(of: keys), try source.boolean(0.8) {
      let columns = key.map { table.columns[$0 - 1].name.written(in: dialect) }
      target = .keys(columns.map { IndexKey(expression: .column($0)) }, condition: nil)
    }
    guard target != nil, try source.boolean() else {
      return OnConflict(target: target, action: .nothing)
    }
    let assignments = try self.assignments(table, excluded: true)
    return OnConflict(target: target, action: .update(assignments, condition: nil))
  }

  private func assignments(_ table: Table, excluded: Bool = false) throws -> [Assignment] {
    let columns = try writable(table)
    guard !columns.isEmpty else { try source.reject("no column can be written") }
    let scope = scope(of: table.columns)
    var taken: Set<Identifier> = []
    let picked = try source.array(count: 1...2) { source in try source.element(of: columns) }
    return try picked.filter { taken.insert($0.name).inserted }.map { column in
      var value: SQLExpression
      if excluded, try source.boolean(0.6) {
        value = .column(column.name.written(in: dialect), of: "excluded")
      } else if try source.boolean(0.4), !excluded {
        value = try self.value(valueClass(column), over: scope)
      } else {
        value = try assigned(to: column)
      }
      if try mistake(0.01) { value = .column(missingName) }
      return Assignment(
        targets: [AssignmentTarget(column: column.name.written(in: dialect))], value: value)
    }
  }

  func insertSelect() throws -> Statement {
    let table = try table()
    let from = try querySource()
    let available = scope(of: from.columns)
    let targets = try source.array(count: 1...3) { source in
      try source.element(of: try writable(table))
    }
    var columns: [Column] = []
    for column in targets where !columns.contains(where: { $0.name == column.name }) {
      columns.append(column)
    }
    for column in try writable(table)
    where column.isNotNull && column.defaultValue == nil && column.identity == nil
      && !columns.contains(where: { $0.name == column.name })
    {
      columns.append(column)
    }
    let items = try columns.map { column in
      SelectItem(expression: try value(valueClass(column), over: available))
    }
    let condition = try source.boolean(0.5) ? condition(over: available) : nil
    let insert = Insert(
      table: try tableName(of: table),
      columns: columns.map { AssignmentTarget(column: $0.name.written(in: dialect)) },
      source: .query(.select(items, from: [.named(from.name)], where: condition)))
    return Statement(.insert(insert))
  }

  func update() throws -> Statement {
    let table = try table()
    var update = Update(table: TableReference(name: try tableName(of: table)))
    update.assignments = try assignments(table)
    if try source.boolean(0.7) { update.condition = try condition(over: scope(of: table.columns)) }
    if dialect == .sqlite, try source.boolean(0.06) {
      update.conflict = try source.element(of: [.ignore, .replace, .fail, .rollback])
    }
    if try source.boolean(0.05) {
      update.returning = [SelectItem(expression: SQLExpression(kind: .wildcard(qualifier: [])))]
    }
    return Statement(.update(update))
  }

  func delete() throws -> Statement {
    let table = try table()
    var delete = Delete(table: TableReference(name: try tableName(of: table)))
    if try source.boolean(0.75) { delete.condition = try condition(over: scope(of: table.columns)) }
    if try source.boolean(0.05) {
      delete.returning = [SelectItem(expression: SQLExpression(kind: .wildcard(qualifier: [])))]
    }
    return Statement(.delete(delete))
  }
}
