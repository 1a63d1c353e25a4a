extension CreateTrigger: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    table.changeIdentifiers(change)
    events.changeIdentifiers(change)
    action.changeIdentifiers(change)
    condition.changeIdentifiers(change)
    constraintTable.changeIdentifiers(change)
    transitions.changeIdentifiers(change)
  }
}

extension TriggerEvent: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .update(var value):
      value.changeIdentifiers(change)
      self = .update(of: value)
    default: break
    }
  }
}

extension TriggerAction: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .execute(var value1, let value2):
      value1.changeIdentifiers(change)
      self = .execute(function: value1, arguments: value2)
    case .statements(var value):
      value.changeIdentifiers(change)
      self = .statements(value)
    }
  }
}

extension TransitionTable: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
  }
}

extension CreateEventTrigger: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    filters.changeIdentifiers(change)
    function.changeIdentifiers(change)
  }
}

extension CreatePolicy: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    table.changeIdentifiers(change)
    roles.changeIdentifiers(change)
    using.changeIdentifiers(change)
    withCheck.changeIdentifiers(change)
  }
}

extension AlterPolicy: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    table.changeIdentifiers(change)
    roles.changeIdentifiers(change)
    using.changeIdentifiers(change)
    withCheck.changeIdentifiers(change)
  }
}
