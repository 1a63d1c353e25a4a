extension Query: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    body.changeIdentifiers(change)
    with.changeIdentifiers(change)
    orderBy.changeIdentifiers(change)
    limit.changeIdentifiers(change)
    offset.changeIdentifiers(change)
    locking.changeIdentifiers(change)
  }
}

extension QueryBody: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .select(var value):
      value.changeIdentifiers(change)
      self = .select(value)
    case .values(var value):
      value.changeIdentifiers(change)
      self = .values(value)
    case .compound(var value):
      value.changeIdentifiers(change)
      self = .compound(value)
    }
  }
}

extension SetOperation: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    left.changeIdentifiers(change)
    right.changeIdentifiers(change)
  }
}

extension SelectCore: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    distinct.changeIdentifiers(change)
    items.changeIdentifiers(change)
    into.changeIdentifiers(change)
    from.changeIdentifiers(change)
    condition.changeIdentifiers(change)
    groupBy.changeIdentifiers(change)
    having.changeIdentifiers(change)
    windows.changeIdentifiers(change)
  }
}

extension IntoTarget: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    table.changeIdentifiers(change)
  }
}

extension Distinctness: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .distinctOn(var value):
      value.changeIdentifiers(change)
      self = .distinctOn(value)
    default: break
    }
  }
}

extension SelectItem: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    expression.changeIdentifiers(change)
    alias.changeIdentifiers(change)
  }
}

extension SortItem: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    expression.changeIdentifiers(change)
    usingOperator.changeIdentifiers(change)
  }
}

extension WithClause: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    tables.changeIdentifiers(change)
  }
}

extension CommonTable: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    columns.changeIdentifiers(change)
    statement.changeIdentifiers(change)
  }
}

extension LockingClause: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    tables.changeIdentifiers(change)
  }
}
