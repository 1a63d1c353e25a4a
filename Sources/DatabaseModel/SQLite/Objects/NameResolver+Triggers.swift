import HashTreeCollections
import SQLSyntax

extension NameResolver {
  /// Looks at a trigger's body as ALTER TABLE does: columns that are only assigned to are not
  /// looked up.
  mutating func check(_ trigger: Trigger) throws(SQLiteStop) {
    boundSchema = trigger.schema == catalog.temporarySchema ? nil : trigger.schema
    guard let relation = catalog.relation(of: trigger) else { return }
    guard let rows = try source(relation) else { return }
    let definition = trigger.definition
    self.trigger = TriggerRows(
      table: rows, hasNew: definition.hasNew, hasOld: definition.hasOld)
    note(definition.table.name, relation: relation.id)
    noteColumns(definition, rows)
    if let condition = definition.condition {
      guard try resolveWhole(condition, in: NameScope()) else { return }
    }
    guard case .statements(let statements) = definition.action else { return }
    for statement in statements {
      guard try check(statement) else { return }
    }
  }

  private mutating func noteColumns(_ definition: CreateTrigger, _ rows: NameSource) {
    for case .update(let columns) in definition.events { note(columns, of: rows) }
  }

  /// Notes names that are columns of a table by their place alone.
  private mutating func note(_ columns: [Identifier], of source: NameSource) {
    for column in columns {
      if let position = source.columns.firstIndex(where: { $0.key == column.key }) {
        note(column, relation: source.relation, column: position)
      }
    }
  }

  private mutating func check(_ statement: Statement) throws(SQLiteStop) -> Bool {
    switch statement.kind {
    case .select(let query): return try checkStep(query)
    case .insert(let insert): return try check(insert)
    case .update(let update): return try check(update)
    case .delete(let delete): return try check(delete)
    default: throw .unmodelled(reason: "A trigger's body holds another kind of statement")
    }
  }

  private mutating func checkStep(_ query: Query) throws(SQLiteStop) -> Bool {
    guard try expand(query) != nil else { return false }
    return try resolve(query, outer: NameScope()) != nil && error == nil
  }

  /// The table a step changes.
  private mutating func target(
    _ name: ObjectName, alias: Identifier? = nil
  ) throws(SQLiteStop) -> NameSource? {
    try source(TableReference(name: name, alias: alias.map { TableAlias(name: $0) }))
  }

  private mutating func check(_ insert: Insert) throws(SQLiteStop) -> Bool {
    if insert.with != nil { throw .unmodelled(reason: "WITH in a trigger's INSERT") }
    if case .query(let query) = insert.source {
      guard try checkStep(query) else { return false }
    }
    guard var target = try target(insert.table) else { return false }
    note(insert.columns.map(\.column), of: target)
    if let alias = insert.alias {
      target.key = alias.key
      target.isAlias = true
    }
    for conflict in insert.onConflict {
      guard try check(conflict, target) else { return false }
    }
    return true
  }

  private mutating func check(
    _ conflict: OnConflict, _ target: NameSource
  ) throws(SQLiteStop) -> Bool {
    let scope = NameScope(sources: [target])
    var excluded = target
    excluded.key = "excluded"
    excluded.isAlias = true
    scope.excluded = excluded
    if case .keys(let keys, let condition) = conflict.target {
      guard try resolve(keys.map(\.expression), in: scope), error == nil,
        try resolveWhole(condition, in: scope)
      else { return false }
    }
    guard case .update(let assignments, let condition) = conflict.action else { return true }
    for assignment in assignments {
      note(assignment.targets.map(\.column), of: target)
      guard try resolveWhole(assignment.value, in: scope) else { return false }
    }
    return try resolveWhole(condition, in: scope)
  }

  private mutating func check(_ update: Update) throws(SQLiteStop) -> Bool {
    if update.with != nil || !update.from.isEmpty {
      throw .unmodelled(reason: "WITH or FROM in a trigger's UPDATE")
    }
    guard let target = try source(update.table) else { return false }
    let scope = NameScope(sources: [target])
    for assignment in update.assignments {
      note(assignment.targets.map(\.column), of: target)
      guard try resolveWhole(assignment.value, in: scope) else { return false }
    }
    return try resolveWhole(update.condition, in: scope)
  }

  private mutating func check(_ delete: Delete) throws(SQLiteStop) -> Bool {
    if delete.with != nil { throw .unmodelled(reason: "WITH in a trigger's DELETE") }
    guard let target = try source(delete.table) else { return false }
    return try resolveWhole(delete.condition, in: NameScope(sources: [target]))
  }
}

extension Catalog {
  /// The table or view that a trigger belongs to.
  func relation(of trigger: Trigger) -> SQLiteRelation? {
    switch relations[trigger.table] {
    case .table(let table): .table(table)
    case .view(let view): .view(view)
    default: nil
    }
  }
}

extension CreateTrigger {
  var hasNew: Bool { !events.contains { $0 == .delete } }

  var hasOld: Bool { !events.contains { $0 == .insert } }
}
