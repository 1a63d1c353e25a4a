import SQLSyntax

/// The names of an INSERT, UPDATE or DELETE, and of the triggers it fires.
struct DataChanges {
  let statement: SQLiteStatement
  var demands: [RowDemand] = []
  /// Where a trigger's body is looked at: its schema, its rows.
  var boundSchema: ObjectID?
  var rows: TriggerRows?
  /// Triggers being looked at, which SQLite compiles once.
  var triggers: Set<ObjectID> = []
  var commonTables: [[CommonTableEntry]] = []

  var catalog: Catalog { statement.catalog }

  init(_ statement: SQLiteStatement) {
    self.statement = statement
  }

  func resolver() -> NameResolver {
    var resolver = NameResolver(catalog: catalog, boundSchema: boundSchema)
    resolver.trigger = rows
    return resolver
  }

  /// The table or view to change.
  func target(
    _ name: ObjectName, _ event: TriggerEvent, changed: Set<String>? = nil,
    returning: [SelectItem] = []
  ) throws(SQLiteStop) -> (SQLiteRelation, NameSource) {
    let relation = try catalog.locate(name, boundTo: boundSchema)
    var resolver = resolver()
    let source = try resolver.source(relation)
    try resolver.finish()
    if case .schemaTable(_, let name) = relation {
      if statement.session.hasWritableSchema {
        throw .unmodelled(reason: "The schema is written by hand")
      }
      throw .error("table \(name) may not be modified")
    }
    if relation.isView, !returning.isEmpty {
      throw .unmodelled(reason: "RETURNING on a view is taken for a trigger")
    }
    if case .view(let view) = relation, !hasInsteadOf(view.id, event, changed) {
      throw .error("cannot modify \(view.name.text) because it is a view")
    }
    if case .table(let table) = relation { try statement.checkGeneration(of: table) }
    guard let source, source.isComplete else {
      throw .unmodelled(reason: "The columns of \(relation.name) are not known")
    }
    return (relation, source)
  }

  private func hasInsteadOf(
    _ view: ObjectID, _ event: TriggerEvent, _ changed: Set<String>?
  ) -> Bool {
    catalog.triggers(on: view).contains { trigger in
      trigger.definition.events.contains {
        $0.isSame(as: event) && $0.fires(onUpdateOf: changed)
      }
    }
  }

  /// WITH in front of a change.
  func checkWith(_ with: WithClause?) throws(SQLiteStop) {
    if with != nil, rows != nil { throw .unmodelled(reason: "WITH in a trigger's body") }
  }

  func resolveReturning(_ items: [SelectItem], _ source: NameSource) throws(SQLiteStop) {
    if items.isEmpty { return }
    var resolver = resolver()
    resolver.returning = source
    for item in items {
      if case .wildcard(let qualifier) = item.expression.kind {
        if !qualifier.isEmpty {
          throw .error("RETURNING may not use \"TABLE.*\" wildcards")
        }
        continue
      }
      let scope = NameScope()
      _ = try resolver.resolveWhole(item.expression, in: scope)
    }
    try resolver.finish()
  }
}

extension TriggerEvent {
  func isSame(as other: TriggerEvent) -> Bool {
    switch (self, other) {
    case (.insert, .insert), (.delete, .delete), (.update, .update): true
    default: false
    }
  }

  /// Whether an update of these columns fires it; `nil` means any column.
  func fires(onUpdateOf changed: Set<String>?) -> Bool {
    guard case .update(let columns) = self, let changed, !columns.isEmpty else { return true }
    return columns.contains { changed.contains($0.key) }
  }
}
