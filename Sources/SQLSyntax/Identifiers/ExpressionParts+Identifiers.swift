extension ColumnReference: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    parts.changeIdentifiers(change)
  }
}

extension OperatorName: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    schema.changeIdentifiers(change)
  }
}

extension Between: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    value.changeIdentifiers(change)
    low.changeIdentifiers(change)
    high.changeIdentifiers(change)
  }
}

extension Like: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    value.changeIdentifiers(change)
    pattern.changeIdentifiers(change)
    escape.changeIdentifiers(change)
  }
}

extension CaseExpression: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    operand.changeIdentifiers(change)
    branches.changeIdentifiers(change)
    otherwise.changeIdentifiers(change)
  }
}

extension CaseBranch: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    condition.changeIdentifiers(change)
    result.changeIdentifiers(change)
  }
}

extension ArraySubscript: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .element(var value):
      value.changeIdentifiers(change)
      self = .element(value)
    case .slice(var value1, var value2):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      self = .slice(lower: value1, upper: value2)
    case .field(var value):
      value.changeIdentifiers(change)
      self = .field(value)
    }
  }
}

extension OpaqueSyntax: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    relations.changeIdentifiers(change)
    functions.changeIdentifiers(change)
    types.changeIdentifiers(change)
  }
}
