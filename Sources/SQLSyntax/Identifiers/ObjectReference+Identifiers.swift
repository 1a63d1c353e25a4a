extension ObjectReference: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    owner.changeIdentifiers(change)
    parameters.changeIdentifiers(change)
  }
}

extension RoleName: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
  }
}

extension DefinitionOption: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    value.changeIdentifiers(change)
  }
}

extension OptionValue: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .name(var value):
      value.changeIdentifiers(change)
      self = .name(value)
    case .type(var value):
      value.changeIdentifiers(change)
      self = .type(value)
    case .list(var value):
      value.changeIdentifiers(change)
      self = .list(value)
    case .expression(var value):
      value.changeIdentifiers(change)
      self = .expression(value)
    case .setting(var value):
      value.changeIdentifiers(change)
      self = .setting(value)
    case .role(var value):
      value.changeIdentifiers(change)
      self = .role(value)
    case .operatorName(var value):
      value.changeIdentifiers(change)
      self = .operatorName(value)
    default: break
    }
  }
}

extension OpaqueStatement: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    names.changeIdentifiers(change)
    relations.changeIdentifiers(change)
    functions.changeIdentifiers(change)
    types.changeIdentifiers(change)
    columns.changeIdentifiers(change)
  }
}
