extension TableSource: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .table(var value):
      value.changeIdentifiers(change)
      self = .table(value)
    case .function(var value):
      value.changeIdentifiers(change)
      self = .function(value)
    case .query(var value):
      value.changeIdentifiers(change)
      self = .query(value)
    case .join(var value):
      value.changeIdentifiers(change)
      self = .join(value)
    case .opaque(var value1, var value2):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      self = .opaque(value1, alias: value2)
    }
  }
}

extension TableReference: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    alias.changeIdentifiers(change)
    indexHint.changeIdentifiers(change)
    sample.changeIdentifiers(change)
  }
}

extension IndexHint: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .indexedBy(var value):
      value.changeIdentifiers(change)
      self = .indexedBy(value)
    default: break
    }
  }
}

extension TableSample: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    method.changeIdentifiers(change)
    arguments.changeIdentifiers(change)
    repeatable.changeIdentifiers(change)
  }
}

extension TableAlias: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    columns.changeIdentifiers(change)
  }
}

extension TableFunction: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    calls.changeIdentifiers(change)
    alias.changeIdentifiers(change)
    columns.changeIdentifiers(change)
  }
}

extension DerivedTable: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    query.changeIdentifiers(change)
    alias.changeIdentifiers(change)
  }
}

extension Join: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    left.changeIdentifiers(change)
    right.changeIdentifiers(change)
    condition.changeIdentifiers(change)
    alias.changeIdentifiers(change)
  }
}

extension JoinCondition: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .on(var value):
      value.changeIdentifiers(change)
      self = .on(value)
    case .using(var value1, var value2):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      self = .using(value1, alias: value2)
    }
  }
}
