import DatabaseModel
import Engines
import HashTreeCollections
import SQLSyntax

/// A trigger, compiled when it first fires.
final class SQLiteTriggerRuntime {
  /// One statement of the body.
  enum Step {
    case query(SQLiteQueryPlan)
    case insert(SQLiteInsertPlan)
    case update(SQLiteUpdatePlan)
    case delete(SQLiteDeletePlan)
  }

  let trigger: Trigger
  private var compiled: (condition: SQLiteExpression?, steps: [Step])?

  init(_ trigger: Trigger) { self.trigger = trigger }

  func fires(_ kind: SQLiteChangeKind, _ timing: TriggerTiming, changed: Set<String>?) -> Bool {
    let definition = trigger.definition
    guard definition.timing == timing else { return false }
    return definition.events.contains { event in
      switch (event, kind) {
      case (.insert, .insert), (.delete, .delete): true
      case (.update(let columns), .update):
        columns.isEmpty || changed == nil
          || columns.contains { changed?.contains($0.key(in: .sqlite)) == true }
      default: false
      }
    }
  }

  /// The condition and the body, with `new` and `old` known.
  func program(
    _ source: SQLiteScopeSource, _ database: SQLiteExecution
  ) throws(SQLiteHalt) -> (condition: SQLiteExpression?, steps: [Step]) {
    if let compiled { return compiled }
    var new = source.withoutAffinities
    new.key = "new"
    new.needsQualifier = true
    var old = new
    old.key = "old"
    old.needsQualifier = true
    let scope = SQLiteScope(sources: [new, old])
    let temporary = database.state.catalog.schemaID("temp")
    scope.boundSchema = trigger.schema == temporary ? nil : trigger.schema
    var compiler = SQLiteCompiler(database)
    compiler.isInTrigger = true
    let condition = try trigger.definition.condition.map { condition throws(SQLiteHalt) in
      try compiler.expression(condition, in: scope)
    }
    guard case .statements(let statements) = trigger.definition.action else {
      throw .unmodelled("A trigger without a body")
    }
    var steps: [Step] = []
    for statement in statements {
      switch statement.kind {
      case .select(let query): steps.append(.query(try compiler.query(query, outer: scope)))
      case .insert(let insert): steps.append(.insert(try compiler.insert(insert, outer: scope)))
      case .update(let update): steps.append(.update(try compiler.update(update, outer: scope)))
      case .delete(let delete): steps.append(.delete(try compiler.delete(delete, outer: scope)))
      default: throw .unmodelled("A trigger's body holds another kind of statement")
      }
    }
    let made = (condition, steps)
    compiled = made
    return made
  }
}

extension SQLiteExecution {
  /// Whether any trigger of a relation fires on a change.
  func hasTriggers(
    _ relation: ObjectID, _ kind: SQLiteChangeKind, changed: Set<String>?
  ) throws(SQLiteHalt) -> Bool {
    guard state.catalog.parts[relation]?.triggers.isEmpty == false else { return false }
    return try schema.triggers(of: relation).contains { trigger in
      TriggerTiming.all.contains { trigger.fires(kind, $0, changed: changed) }
    }
  }

  /// Fires the triggers of one row.
  func fire(
    _ relation: ObjectID, _ source: SQLiteScopeSource, _ kind: SQLiteChangeKind,
    _ timing: TriggerTiming,
    old: (Int64, [SQLValue])?, new: (Int64, [SQLValue])?, changed: Set<String>?,
    conflict: ConflictResolution?
  ) throws(SQLiteHalt) {
    guard state.catalog.parts[relation]?.triggers.isEmpty == false else { return }
    for trigger in try schema.triggers(of: relation) {
      guard trigger.fires(kind, timing, changed: changed),
        !activeTriggers.contains(trigger.trigger.id)
      else { continue }
      let (condition, steps) = try trigger.program(source, self)
      let frame = SQLiteFrame(self, sources: 2)
      frame.rows = [new?.1, old?.1]
      frame.rowIDs = [new?.0 ?? 0, old?.0 ?? 0]
      activeTriggers.append(trigger.trigger.id)
      defer { activeTriggers.removeLast() }
      try enterProgram { () throws(SQLiteHalt) in
        if let condition, try condition.evaluate(frame).truth != true { return }
        for step in steps { try run(step, frame, conflict) }
      }
    }
  }

  private func run(
    _ step: SQLiteTriggerRuntime.Step, _ frame: SQLiteFrame, _ conflict: ConflictResolution?
  ) throws(SQLiteHalt) {
    if case .query(let plan) = step {
      _ = try plan.run(frame, in: self)
      return
    }
    changes = 0
    switch step {
    case .query: break
    case .insert(let plan): _ = try run(plan, frame, conflict: conflict)
    case .update(let plan): _ = try run(plan, frame, conflict: conflict)
    case .delete(let plan): _ = try run(plan, frame)
    }
    session.totalChanges += changes
    session.lastChanges = changes
    changes = 0
  }
}

extension TriggerTiming {
  fileprivate static var all: [TriggerTiming] { [.before, .after, .insteadOf] }
}
