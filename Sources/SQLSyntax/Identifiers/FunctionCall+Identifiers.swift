extension FunctionCall: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    arguments.changeIdentifiers(change)
    orderBy.changeIdentifiers(change)
    filter.changeIdentifiers(change)
    over.changeIdentifiers(change)
  }
}

extension FunctionArgument: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    value.changeIdentifiers(change)
    name.changeIdentifiers(change)
  }
}

extension WindowReference: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .named(var value):
      value.changeIdentifiers(change)
      self = .named(value)
    case .inline(var value):
      value.changeIdentifiers(change)
      self = .inline(value)
    }
  }
}

extension WindowDefinition: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    base.changeIdentifiers(change)
    partitionBy.changeIdentifiers(change)
    orderBy.changeIdentifiers(change)
    frame.changeIdentifiers(change)
  }
}

extension WindowFrame: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    start.changeIdentifiers(change)
    end.changeIdentifiers(change)
  }
}

extension WindowFrameBound: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .preceding(var value):
      value.changeIdentifiers(change)
      self = .preceding(value)
    case .following(var value):
      value.changeIdentifiers(change)
      self = .following(value)
    default: break
    }
  }
}
