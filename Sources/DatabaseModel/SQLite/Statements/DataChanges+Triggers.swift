import SQLSyntax

extension DataChanges {
  /// Looks at the bodies of the triggers that a change fires, the newest first.
  mutating func fire(
    _ relation: SQLiteRelation, _ event: TriggerEvent, before: Bool, changed: Set<String>? = nil
  ) throws(SQLiteStop) {
    guard let id = relation.id else { return }
    for trigger in catalog.triggers(on: id).reversed() {
      let definition = trigger.definition
      let isBefore = definition.timing != .after
      guard isBefore == before, !triggers.contains(trigger.id),
        definition.events.contains(where: { $0.isSame(as: event) && $0.fires(onUpdateOf: changed) })
      else { continue }
      try run(trigger, on: relation)
    }
  }

  private mutating func run(
    _ trigger: Trigger, on relation: SQLiteRelation
  ) throws(SQLiteStop) {
    var body = self
    body.triggers.insert(trigger.id)
    body.boundSchema = trigger.schema == catalog.temporarySchema ? nil : trigger.schema
    body.rows = nil
    var resolver = body.resolver()
    guard let source = try resolver.source(relation) else { return try resolver.finish() }
    let definition = trigger.definition
    body.rows = TriggerRows(
      table: source, hasNew: definition.hasNew, hasOld: definition.hasOld)
    resolver = body.resolver()
    _ = try resolver.resolveWhole(definition.condition, in: NameScope())
    try resolver.finish()
    if case .statements(let statements) = definition.action {
      for statement in statements { try body.run(statement) }
    }
    triggers.formUnion(body.triggers)
  }

  private mutating func run(_ statement: Statement) throws(SQLiteStop) {
    switch statement.kind {
    case .select(let query):
      var resolver = resolver()
      if try resolver.expand(query) != nil {
        _ = try resolver.resolve(query, outer: NameScope())
      }
      try resolver.finish()
    case .insert(let insert): try self.insert(insert)
    case .update(let update): try self.update(update)
    case .delete(let delete): try self.delete(delete)
    default: throw .unmodelled(reason: "A trigger's body holds another kind of statement")
    }
  }
}
