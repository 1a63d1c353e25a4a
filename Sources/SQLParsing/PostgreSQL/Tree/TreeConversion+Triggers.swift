import SQLSyntax

extension TreeConversion {
  /// A `CreateTrigStmt`.
  func createTrigger(_ node: ParseNode) -> CreateTrigger {
    skip("trigger")
    let name = ObjectName(name: take(node.text("trigname")))
    let events = triggerEvents(node)
    let table = relation(node)
    var trigger = CreateTrigger(
      name: name, table: table, timing: Self.timing(node.number("timing")), events: events,
      action: .execute(function: ObjectName(""), arguments: []))
    trigger.orReplace = node.flag("replace")
    trigger.isConstraint = node.flag("isconstraint")
    trigger.constraintTable = node["constrrel"].map(relationName)
    if node.flag("deferrable") { trigger.deferral.isDeferrable = true }
    if node.flag("initdeferred") { trigger.deferral.isInitiallyDeferred = true }
    trigger.transitions = node.list("transition_rels").map { transition in
      TransitionTable(
        isNew: transition.flag("is_new"), isTable: transition.flag("is_table"),
        name: take(transition.text("name")))
    }
    trigger.isForEachRow = node.flag("row")
    trigger.condition = node["when_clause"].map { operand($0) }
    skip("execute")
    skipHere("function", "procedure")
    trigger.action = .execute(
      function: objectName(node.list("funcname")), arguments: node.list("args").map(Self.string))
    cursor = statement.upperBound
    return trigger
  }

  /// Bits of `pg_trigger.tgtype`.
  private static func timing(_ bits: Int) -> TriggerTiming {
    bits & 2 != 0 ? .before : bits & 64 != 0 ? .insteadOf : .after
  }

  private func triggerEvents(_ node: ParseNode) -> [TriggerEvent] {
    let bits = node.number("events")
    var events: [TriggerEvent] = []
    if bits & 4 != 0 { events.append(.insert) }
    if bits & 8 != 0 { events.append(.delete) }
    if bits & 16 != 0 {
      if !node.list("columns").isEmpty { skip("of") }
      events.append(.update(of: names(node.list("columns"))))
    }
    if bits & 32 != 0 { events.append(.truncate) }
    return events
  }

  /// A `CreateEventTrigStmt`.
  func createEventTrigger(_ node: ParseNode) -> CreateEventTrigger {
    skip("trigger")
    let name = take(node.text("trigname"))
    let filters = node.list("whenclause").map(option)
    skip("execute")
    skipHere("function", "procedure")
    return CreateEventTrigger(
      name: name, event: node.text("eventname"), filters: filters,
      function: objectName(node.list("funcname")))
  }

  /// A `CreatePolicyStmt`.
  func createPolicy(_ node: ParseNode) -> CreatePolicy {
    skip("policy")
    let name = take(node.text("policy_name"))
    var policy = CreatePolicy(name: name, table: relation(node, "table"))
    policy.isPermissive = node.flag("permissive")
    policy.command = node.text("cmd_name").asciiUppercased()
    policy.roles = node.list("roles").map(role)
    policy.using = node["qual"].map { operand($0) }
    policy.withCheck = node["with_check"].map { operand($0) }
    // Without `TO` the grammar supplies PUBLIC.
    if policy.roles == [RoleName(word: "PUBLIC")] { policy.roles = [] }
    return policy
  }

  /// An `AlterPolicyStmt`.
  func alterPolicy(_ node: ParseNode) -> AlterPolicy {
    skip("policy")
    let name = take(node.text("policy_name"))
    let roles = node.list("roles")
    return AlterPolicy(
      name: name, table: relation(node, "table"), roles: roles.isEmpty ? nil : roles.map(role),
      using: node["qual"].map { operand($0) }, withCheck: node["with_check"].map { operand($0) })
  }
}
