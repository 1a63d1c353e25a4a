import DatabaseModel
import HashTreeCollections
import PropertyTesting
import SQLSyntax

extension StatementRule {
  /// Functions, triggers that call them, and policies.
  static let routines: [StatementRule] = [
    StatementRule("CREATE FUNCTION (plpgsql)", 4, when: { $0.catalog.routines.count < 4 }) {
      drawing in
      let name = try drawing.newName(from: NameStyle.functions, besides: [])
      let bodies = [
        "BEGIN RETURN NEW; END", "BEGIN RETURN OLD; END", "BEGIN RETURN NULL; END",
        "BEGIN RAISE EXCEPTION 'no'; END",
      ]
      return Statement(
        .createFunction(
          CreateFunction(
            name: ObjectName(name: name), orReplace: try drawing.source.boolean(0.5),
            returns: TypeName(name: ObjectName("trigger")), language: "plpgsql",
            body: RoutineBody(text: try drawing.source.element(of: bodies)))))
    },
    StatementRule("CREATE FUNCTION (sql)", 1, when: { $0.catalog.routines.count < 4 }) { drawing in
      let name = try drawing.newName(from: NameStyle.functions, besides: [])
      let integer = TypeName(name: ObjectName("int4", schema: "pg_catalog"))
      return Statement(
        .createFunction(
          CreateFunction(
            name: ObjectName(name: name), orReplace: try drawing.source.boolean(0.5),
            parameters: [RoutineParameter(type: integer, name: "n")], returns: integer,
            language: "sql", body: RoutineBody(text: "SELECT n + 1"))))
    },
    StatementRule("DROP FUNCTION", 1, when: { !$0.catalog.routines.isEmpty }) { drawing in
      let routine = try drawing.routine()
      return .drop(
        .function, ObjectReference(kind: .function, name: routine),
        ifExists: try drawing.source.boolean(0.3), behavior: try drawing.behavior())
    },
    StatementRule(
      "CREATE TRIGGER", 4, when: { $0.hasTables && !$0.catalog.routines.isEmpty }
    ) { drawing in
      let table = try drawing.table()
      let taken = drawing.catalog.triggers(of: table.id).map(\.name)
      var create = CreateTrigger(
        name: ObjectName(name: try drawing.newName(from: NameStyle.triggers, besides: taken)),
        table: try drawing.tableName(of: table),
        timing: try drawing.source.element(of: [.before, .after]),
        events: [try drawing.source.element(of: [.insert, .update(of: []), .delete])],
        action: .execute(function: try drawing.routine(), arguments: []))
      create.isForEachRow = try drawing.source.boolean(0.7)
      return Statement(.createTrigger(create))
    },
    StatementRule("DROP TRIGGER", 2, when: { !$0.catalog.triggers.isEmpty }) { drawing in
      let id = try drawing.reference(to: drawing.catalog.triggers.keys.sorted())
      guard let trigger = drawing.catalog.triggers[id],
        let table = drawing.catalog.table(trigger.table)
      else { try drawing.source.reject("the trigger is gone") }
      let name = ObjectName(name: trigger.name.written(in: .postgresql))
      return .drop(
        .trigger,
        ObjectReference(kind: .trigger, name: name, owner: try drawing.tableName(of: table)),
        ifExists: try drawing.source.boolean(0.3))
    },
    StatementRule("CREATE POLICY", 1, when: { $0.hasTables }) { drawing in
      let table = try drawing.table()
      let taken = drawing.catalog.policies(of: table.id).map(\.name)
      return Statement(
        .createPolicy(
          CreatePolicy(
            name: try drawing.newName(from: NameStyle.policies, besides: taken),
            table: try drawing.tableName(of: table),
            using: try drawing.condition(over: drawing.scope(of: table.columns), depth: 0))))
    },
  ]
}

extension Drawing {
  /// A function's name; by mistake one that nothing has.
  fileprivate func routine() throws -> ObjectName {
    if try mistake() { return ObjectName(name: missingName) }
    let routines = catalog.routines.values.sorted { $0.id < $1.id }
    let routine = try source.element(of: routines)
    return try name(of: routine.name, in: routine.schema)
  }
}
