import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  mutating func createTrigger(_ create: CreateTrigger) throws(Halt) -> String {
    if create.constraintTable != nil || !create.transitions.isEmpty && create.timing != .after {
      throw .unmodelled("This form of trigger is not modelled")
    }
    let relation = try relation(create.table)
    try checkTarget(create, relation)
    guard case .execute(let functionName, _) = create.action else {
      throw .unmodelled("A trigger with statements is SQLite's")
    }
    let condition = try condition(of: create, relation)
    let function = try triggerFunction(functionName)
    let existing = catalog.triggers(of: relation.id).first { $0.name == create.name.name }
    if let existing {
      guard create.orReplace, !create.isConstraint else {
        throw .refuse(
          .duplicateObject,
          "trigger \"\(create.name.name.text)\" for relation \"\(relation.name.text)\" "
            + "already exists")
      }
      catalog.removeEdges(from: existing.id)
      catalog.triggers[existing.id]?.definition = create
      catalog.triggers[existing.id]?.function = function
      try recordEdges(of: existing.id, create, relation, function, condition)
      return "CREATE TRIGGER"
    }
    if mayBeUnseen(create.name) { throw .unmodelled("The trigger may exist") }
    if create.isConstraint { throw .unmodelled("Constraint triggers are not modelled") }
    let id = catalog.takeID()
    catalog.add(
      Trigger(
        id: id, name: create.name.name, schema: relation.schema, table: relation.id,
        definition: create, function: function))
    try recordEdges(of: id, create, relation, function, condition)
    return "CREATE TRIGGER"
  }

  private func checkTarget(_ create: CreateTrigger, _ relation: Relation) throws(Halt) {
    let name = relation.name.text
    switch relation {
    case .table(let table):
      if create.timing == .insteadOf {
        throw .refuse(
          .wrongObjectType, "\"\(name)\" is a table",
          detail: "Tables cannot have INSTEAD OF triggers.")
      }
      if table.kind != .ordinary { throw .unmodelled("Triggers of partitioned tables") }
    case .view(let view) where !view.isMaterialized:
      if create.timing != .insteadOf, create.isForEachRow {
        throw .refuse(
          .wrongObjectType, "\"\(name)\" is a view",
          detail: "Views cannot have row-level BEFORE or AFTER triggers.")
      }
      if create.events.contains(.truncate) {
        throw .refuse(
          .wrongObjectType, "\"\(name)\" is a view",
          detail: "Views cannot have TRUNCATE triggers.")
      }
    default:
      throw .refuse(
        .wrongObjectType, "relation \"\(name)\" cannot have triggers",
        detail: "This operation is not supported for \(relation.kindPlural).")
    }
  }

  private func condition(
    of create: CreateTrigger, _ relation: Relation
  ) throws(Halt) -> ExpressionAnalysis? {
    guard let condition = create.condition else { return nil }
    if create.timing == .insteadOf { throw .unmodelled("WHEN of an INSTEAD OF trigger") }
    var scope = Scope()
    for name in ["old", "new"] {
      var source = try source(of: relation.id, name: name)
      source.isQualifiedOnly = true
      scope.sources.append(source)
    }
    var analysis = ExpressionAnalysis(self, scope: scope, position: .triggerCondition)
    try analysis.requireBoolean(condition, in: "WHEN")
    try checkRowNames(in: condition, create)
    return analysis
  }

  /// OLD is nothing on INSERT, NEW nothing on DELETE.
  private func checkRowNames(
    in condition: SQLExpression, _ create: CreateTrigger
  ) throws(Halt) {
    var names: Set<String> = []
    condition.walk { node in
      if let column = node as? ColumnReference { names.insert(column.parts[0].text) }
      return true
    }
    if !create.isForEachRow, !names.isEmpty { throw .unmodelled("WHEN of a statement trigger") }
    if create.events.contains(.insert), names.contains("old") {
      throw .refuse(
        .invalidObjectDefinition, "INSERT trigger's WHEN condition cannot reference OLD values")
    }
    if create.events.contains(.delete), names.contains("new") {
      throw .refuse(
        .invalidObjectDefinition, "DELETE trigger's WHEN condition cannot reference NEW values")
    }
  }

  private func triggerFunction(_ name: ObjectName) throws(Halt) -> ObjectID? {
    let candidates = try routines(named: name)
    if let found = candidates.first(where: { $0.inputTypes.isEmpty }) {
      guard found.returns?.builtinName == "trigger" else {
        throw .refuse(
          .invalidObjectDefinition,
          "function \(name.description) must return type trigger")
      }
      return found.id
    }
    if let builtin = BuiltinFunctions.all[name.name.text]?.first(where: { $0.arguments.isEmpty }),
      builtin.result == "trigger"
    {
      return nil
    }
    if hasUnknownOverloads || mayBeUnseen(name) { throw .unmodelled("The function may exist") }
    if let schema = name.schema?.text { _ = try schemaID(schema) }
    throw .refuse(.undefinedFunction, "function \(name.description)() does not exist")
  }

  private mutating func recordEdges(
    of id: ObjectID, _ create: CreateTrigger, _ relation: Relation, _ function: ObjectID?,
    _ condition: ExpressionAnalysis?
  ) throws(Halt) {
    if let function { catalog.record(id, on: [ObjectAddress(object: function)], .normal) }
    catalog.record(id, on: [ObjectAddress(object: relation.id)], .automatic)
    for case .update(let columns) in create.events {
      for column in columns {
        guard let number = catalog.columnNumber(column.text, of: relation.id) else {
          throw missingColumn(column.text, of: relation)
        }
        catalog.record(
          id, on: [ObjectAddress(object: relation.id, column: number)], .normal)
      }
    }
    if let condition {
      catalog.record(
        id, on: condition.references.filter { $0.column != nil || $0.object != relation.id },
        .normal)
    }
  }

  // MARK: Policies

  mutating func createPolicy(_ create: CreatePolicy) throws(Halt) -> String {
    if ["SELECT", "DELETE"].contains(create.command), create.withCheck != nil {
      throw .refuse(.syntaxError, "WITH CHECK cannot be applied to SELECT or DELETE")
    }
    if create.command == "INSERT", create.using != nil {
      throw .refuse(.syntaxError, "only WITH CHECK expression allowed for INSERT")
    }
    for role in create.roles { try requireRole(role) }
    let relation = try relation(create.table)
    guard relation.isTable else {
      throw .refuse(.wrongObjectType, "\"\(relation.name.text)\" is not a table")
    }
    var references: [ObjectAddress] = []
    for expression in [create.using, create.withCheck].compactMap({ $0 }) {
      references += try policyReferences(expression, relation)
    }
    if catalog.policies(of: relation.id).contains(where: { $0.name == create.name }) {
      throw .refuse(
        .duplicateObject,
        "policy \"\(create.name.text)\" for table \"\(relation.name.text)\" already exists")
    }
    if mayBeUnseen(relation.name.text) { throw .unmodelled("The policy may exist") }
    let id = catalog.takeID()
    catalog.add(Policy(id: id, table: relation.id, name: create.name, definition: create))
    recordPolicyEdges(id, relation.id, references)
    return "CREATE POLICY"
  }

  private func policyReferences(
    _ expression: SQLExpression, _ relation: Relation
  ) throws(Halt) -> [ObjectAddress] {
    var analysis = ExpressionAnalysis(self, scope: try scope(of: relation.id), position: .policy)
    try analysis.requireBoolean(expression, in: "POLICY")
    return analysis.references
  }

  private mutating func recordPolicyEdges(
    _ id: ObjectID, _ table: ObjectID, _ references: [ObjectAddress]
  ) {
    catalog.record(id, on: [ObjectAddress(object: table)], .automatic)
    catalog.record(
      id, on: references.filter { $0.object != table || $0.column != nil }, .normal)
  }

  mutating func alterPolicy(_ alter: AlterPolicy) throws(Halt) -> String {
    let relation = try relation(alter.table)
    guard let policy = catalog.policies(of: relation.id).first(where: { $0.name == alter.name })
    else {
      if mayBeUnseen(relation.name.text) { throw .unmodelled("The policy may exist") }
      throw .refuse(
        .undefinedObject,
        "policy \"\(alter.name.text)\" for table \"\(relation.name.text)\" does not exist")
    }
    var definition = policy.definition
    if let roles = alter.roles {
      for role in roles { try requireRole(role) }
      definition.roles = roles
    }
    if let using = alter.using { definition.using = using }
    if let check = alter.withCheck { definition.withCheck = check }
    var references: [ObjectAddress] = []
    for expression in [definition.using, definition.withCheck].compactMap({ $0 }) {
      references += try policyReferences(expression, relation)
    }
    catalog.policies[policy.id]?.definition = definition
    catalog.removeEdges(from: policy.id)
    recordPolicyEdges(policy.id, relation.id, references)
    return "ALTER POLICY"
  }

  // MARK: Roles

  /// Which roles the server has is known only to a session that asked.
  func requireRole(_ role: RoleName) throws(Halt) {
    guard let name = role.name?.text, name != session.role, name != "postgres" else { return }
    if name.hasPrefix("pg_") { throw .unmodelled("The system's roles are not modelled") }
    guard let roles = session.roles else {
      throw .unmodelled("Whether the role \(name) exists is not known")
    }
    if roles.contains(name) { return }
    throw .refuse(.undefinedObject, "role \"\(name)\" does not exist")
  }
}
