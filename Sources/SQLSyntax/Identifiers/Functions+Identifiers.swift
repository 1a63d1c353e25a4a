extension CreateFunction: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    parameters.changeIdentifiers(change)
    returns.changeIdentifiers(change)
    language.changeIdentifiers(change)
    options.changeIdentifiers(change)
    body.changeIdentifiers(change)
  }
}

extension RoutineParameter: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    type.changeIdentifiers(change)
    name.changeIdentifiers(change)
    defaultValue.changeIdentifiers(change)
  }
}

extension RoutineBody: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    atomic.changeIdentifiers(change)
    result.changeIdentifiers(change)
    statements.changeIdentifiers(change)
  }
}

extension BodyStatement: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    content.changeIdentifiers(change)
    conditions.changeIdentifiers(change)
  }
}

extension BodyContent: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .statement(var value):
      value.changeIdentifiers(change)
      self = .statement(value)
    case .constantExecute(var value):
      value.changeIdentifiers(change)
      self = .constantExecute(value)
    case .expression(var value):
      value.changeIdentifiers(change)
      self = .expression(value)
    default: break
    }
  }
}

extension BodyCondition: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .when(var value1, let value2):
      value1.changeIdentifiers(change)
      self = .when(value1, isNegated: value2)
    default: break
    }
  }
}

extension AlterFunction: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    object.changeIdentifiers(change)
    options.changeIdentifiers(change)
  }
}

extension DoBlock: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    language.changeIdentifiers(change)
    body.changeIdentifiers(change)
  }
}
