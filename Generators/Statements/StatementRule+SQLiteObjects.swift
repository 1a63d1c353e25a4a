import HashTreeCollections
import DatabaseModel
import PropertyTesting
import SQLSyntax

extension StatementRule {
  /// Views, triggers and virtual tables of SQLite.
  static let sqliteObjects = [
    StatementRule("CREATE VIEW", 3, when: { $0.hasTables }) { try $0.createView() },
    StatementRule("DROP VIEW", 1, when: { !$0.views.isEmpty }) { drawing in
      let id = try drawing.reference(to: drawing.views.map(\.id))
      guard let view = drawing.catalog.view(id) else { try drawing.source.reject("gone") }
      return .drop(
        .view,
        ObjectReference(kind: .view, name: try drawing.name(of: view.name, in: view.schema)),
        ifExists: try drawing.source.boolean(0.3))
    },
    StatementRule("CREATE TRIGGER", 4, when: { $0.hasTables }) { try $0.sqliteTrigger() },
    StatementRule("DROP TRIGGER", 2, when: { !$0.catalog.triggers.isEmpty }) { drawing in
      let id = try drawing.reference(to: drawing.catalog.triggers.keys.sorted())
      guard let trigger = drawing.catalog.triggers[id] else { try drawing.source.reject("gone") }
      let name = try drawing.name(of: trigger.name, in: trigger.schema)
      return .drop(
        .trigger, ObjectReference(kind: .trigger, name: name),
        ifExists: try drawing.source.boolean(0.3))
    },
  ]
}

extension Drawing {
  func createView() throws -> Statement {
    let name = try newName(from: NameStyle.views, besides: relationNames)
    var create = CreateView(name: ObjectName(name: name), query: try query())
    if dialect == .sqlite { create.ifNotExists = try source.boolean(0.1) }
    if isPostgreSQL { create.orReplace = try source.boolean(0.1) }
    return Statement(.createView(create))
  }

  func sqliteTrigger() throws -> Statement {
    let taken = catalog.triggers.values.sorted { $0.id < $1.id }.map(\.name)
    let name = try newName(from: NameStyle.triggers, besides: taken)
    let onView = try !views.isEmpty && source.boolean(0.15)
    let (target, columns): (ObjectName, [Column])
    var timing = try source.element(of: [TriggerTiming.after, .before])
    if onView {
      let view = try source.element(of: views)
      (target, columns) = (try self.name(of: view.name, in: view.schema), view.columns)
      timing = .insteadOf
    } else {
      let table = try table()
      (target, columns) = (try tableName(of: table), table.columns)
    }
    if try mistake() { timing = .insteadOf }
    var events: [TriggerEvent] = [.insert, .delete, .update(of: [])]
    if let first = columns.first { events.append(.update(of: [first.name.written(in: dialect)])) }
    let event = try source.element(of: events)
    let row: Identifier = event == .delete ? "OLD" : "NEW"
    let scope = scope(of: columns, qualifiedBy: row)
    var create = CreateTrigger(
      name: ObjectName(name: name), table: target, timing: timing, events: [event],
      action: .statements(try source.array(count: 1...2) { _ in try step(over: scope) }))
    // SQLite has no other triggers.
    create.isForEachRow = true
    create.ifNotExists = try source.boolean(0.08)
    if try source.boolean(0.15) { create.condition = try condition(over: scope, depth: 1) }
    return Statement(.createTrigger(create))
  }

  /// A statement of a trigger's body, over the columns of NEW or OLD.
  private func step(over scope: [ScopeColumn]) throws -> Statement {
    let table = try table()
    let name = ObjectName(name: table.name.written(in: dialect))
    let columns = table.columns.filter { $0.generation == nil }
    guard !columns.isEmpty else { try source.reject("no column can be written") }
    let column = try source.element(of: columns)
    let its = column.name.written(in: dialect)
    let value = try value(ValueClass(column.type, in: catalog), over: scope, depth: 1)
    switch try source.branch(4) {
    case 0:
      return Statement(
        .insert(
          Insert(
            table: name, columns: [AssignmentTarget(column: its)],
            source: .query(.values([[value]])))))
    case 1:
      return Statement(
        .update(
          Update(
            table: TableReference(name: name),
            assignments: [Assignment(targets: [AssignmentTarget(column: its)], value: value)],
            condition: try condition(over: self.scope(of: table.columns), depth: 1))))
    case 2:
      return Statement(
        .delete(
          Delete(
            table: TableReference(name: name), condition: .binary(.column(its), "=", value))))
    default:
      return Statement(
        .select(
          .select(
            [
              SelectItem(
                expression: SQLExpression(
                  kind: .raise(
                    try source.element(of: [.ignore, .abort, .fail, .rollback]),
                    message: nil)))
            ], where: try condition(over: scope, depth: 1)))
      ).withMessageOfRaise
    }
  }
}

extension Statement {
  /// RAISE(IGNORE) has no message, the others have one.
  fileprivate var withMessageOfRaise: Statement {
    guard case .select(var query) = kind, case .select(var core) = query.body,
      case .raise(let action, _)? = core.items.first?.expression.kind, action != .ignore
    else { return self }
    core.items = [
      SelectItem(expression: SQLExpression(kind: .raise(action, message: .string("stop"))))
    ]
    query.body = .select(core)
    return Statement(.select(query))
  }
}
