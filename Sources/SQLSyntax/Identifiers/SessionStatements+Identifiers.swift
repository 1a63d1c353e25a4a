extension TransactionControl: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .savepoint(var value):
      value.changeIdentifiers(change)
      self = .savepoint(value)
    case .release(var value):
      value.changeIdentifiers(change)
      self = .release(value)
    case .rollbackTo(var value):
      value.changeIdentifiers(change)
      self = .rollbackTo(value)
    default: break
    }
  }
}

extension VariableSetting: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    value.changeIdentifiers(change)
  }
}

extension VariableValue: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .values(var value):
      value.changeIdentifiers(change)
      self = .values(value)
    default: break
    }
  }
}

extension LockTable: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    tables.changeIdentifiers(change)
  }
}

extension Maintenance: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    tables.changeIdentifiers(change)
    options.changeIdentifiers(change)
    schema.changeIdentifiers(change)
    into.changeIdentifiers(change)
  }
}

extension MaintenanceTarget: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    table.changeIdentifiers(change)
    columns.changeIdentifiers(change)
  }
}

extension Pragma: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    schema.changeIdentifiers(change)
    value.changeIdentifiers(change)
  }
}

extension Explain: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    statement.changeIdentifiers(change)
    options.changeIdentifiers(change)
  }
}
