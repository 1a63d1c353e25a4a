extension CreateSequence: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    options.changeIdentifiers(change)
  }
}

extension AlterSequence: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    options.changeIdentifiers(change)
  }
}

extension SequenceOption: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .type(var value):
      value.changeIdentifiers(change)
      self = .type(value)
    case .ownedBy(var value):
      value.changeIdentifiers(change)
      self = .ownedBy(value)
    case .name(var value):
      value.changeIdentifiers(change)
      self = .name(value)
    default: break
    }
  }
}
