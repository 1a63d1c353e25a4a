extension CreateSchema: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    owner.changeIdentifiers(change)
    elements.changeIdentifiers(change)
  }
}

extension CreateType: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    definition.changeIdentifiers(change)
  }
}

extension TypeDefinition: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .composite(var value):
      value.changeIdentifiers(change)
      self = .composite(value)
    case .range(var value):
      value.changeIdentifiers(change)
      self = .range(value)
    case .base(var value):
      value.changeIdentifiers(change)
      self = .base(value)
    default: break
    }
  }
}

extension AlterEnum: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
  }
}

extension CreateDomain: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    type.changeIdentifiers(change)
    collation.changeIdentifiers(change)
    constraints.changeIdentifiers(change)
  }
}

extension AlterDomain: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    action.changeIdentifiers(change)
  }
}

extension DomainAction: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .setDefault(var value):
      value.changeIdentifiers(change)
      self = .setDefault(value)
    case .addConstraint(var value):
      value.changeIdentifiers(change)
      self = .addConstraint(value)
    case .dropConstraint(var value1, let value2, let value3):
      value1.changeIdentifiers(change)
      self = .dropConstraint(value1, ifExists: value2, behavior: value3)
    case .validateConstraint(var value):
      value.changeIdentifiers(change)
      self = .validateConstraint(value)
    default: break
    }
  }
}

extension CreateExtension: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    schema.changeIdentifiers(change)
  }
}

extension AlterExtension: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
  }
}

extension Definition: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    parameters.changeIdentifiers(change)
    copiedFrom.changeIdentifiers(change)
    options.changeIdentifiers(change)
  }
}

extension CreateStatistics: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    kinds.changeIdentifiers(change)
    keys.changeIdentifiers(change)
    tables.changeIdentifiers(change)
  }
}
