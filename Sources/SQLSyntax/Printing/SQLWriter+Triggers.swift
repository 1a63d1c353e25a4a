extension SQLWriter {
  mutating func write(_ trigger: CreateTrigger) {
    word("CREATE")
    word("OR REPLACE", if: trigger.orReplace)
    word("CONSTRAINT", if: trigger.isConstraint)
    word("TEMPORARY", if: trigger.isTemporary)
    word("TRIGGER")
    word("IF NOT EXISTS", if: trigger.ifNotExists)
    write(trigger.name)
    newline(indent: 1)
    word(trigger.timing.rawValue)
    write(trigger.events)
    write(keyword: "ON", trigger.table)
    write(keyword: "FROM", trigger.constraintTable)
    write(trigger.deferral)
    write(trigger.transitions)
    write(scopeOf: trigger)
    write(trigger.action)
  }

  private mutating func write(_ events: [TriggerEvent]) {
    for (index, event) in events.enumerated() {
      if index > 0 { word("OR") }
      switch event {
      case .insert: word("INSERT")
      case .delete: word("DELETE")
      case .truncate: word("TRUNCATE")
      case .update(let columns):
        word("UPDATE")
        if columns.isEmpty { continue }
        word("OF")
        list(columns) { $0.write($1) }
      }
    }
  }

  private mutating func write(_ transitions: [TransitionTable]) {
    if transitions.isEmpty { return }
    word("REFERENCING")
    for transition in transitions {
      word(transition.isNew ? "NEW" : "OLD")
      word(transition.isTable ? "TABLE" : "ROW")
      write(alias: transition.name)
    }
  }

  private mutating func write(scopeOf trigger: CreateTrigger) {
    newline(indent: 1)
    if trigger.isForEachRow {
      word("FOR EACH ROW")
    } else {
      word("FOR EACH STATEMENT", if: isPostgreSQL)
    }
    guard let condition = trigger.condition else { return }
    word("WHEN")
    parenthesized { $0.write(condition) }
  }

  private mutating func write(_ action: TriggerAction) {
    switch action {
    case .execute(let function, let arguments):
      newline(indent: 1)
      word("EXECUTE FUNCTION")
      write(function, as: .functionOrType)
      attachedList(arguments) { $0.write(string: $1) }
    case .statements(let statements):
      word("BEGIN")
      for statement in statements {
        newline(indent: 1)
        write(statement)
        append(";")
      }
      newline()
      word("END")
    }
  }

  mutating func write(_ trigger: CreateEventTrigger) {
    write(keyword: "CREATE EVENT TRIGGER", trigger.name)
    write(keyword: "ON", Identifier(trigger.event))
    for (index, filter) in trigger.filters.enumerated() {
      word(index == 0 ? "WHEN" : "AND")
      write(Identifier(filter.name))
      word("IN")
      if let value = filter.value { write(value) }
    }
    word("EXECUTE FUNCTION")
    write(trigger.function, as: .functionOrType)
    append("()")
  }

  mutating func write(_ policy: CreatePolicy) {
    write(keyword: "CREATE POLICY", policy.name)
    write(keyword: "ON", policy.table)
    word(policy.isPermissive ? nil : "AS RESTRICTIVE")
    word(policy.command == "ALL" ? nil : "FOR \(policy.command.asciiUppercased())")
    write(policyRoles: policy.roles, policy.using, policy.withCheck)
  }

  mutating func write(_ change: AlterPolicy) {
    write(keyword: "ALTER POLICY", change.name)
    write(keyword: "ON", change.table)
    write(policyRoles: change.roles ?? [], change.using, change.withCheck)
  }

  private mutating func write(
    policyRoles roles: [RoleName], _ using: SQLExpression?, _ check: SQLExpression?
  ) {
    if !roles.isEmpty {
      word("TO")
      list(roles) { $0.write($1) }
    }
    if let using {
      word("USING")
      parenthesized { $0.write(using) }
    }
    guard let check else { return }
    word("WITH CHECK")
    parenthesized { $0.write(check) }
  }
}
