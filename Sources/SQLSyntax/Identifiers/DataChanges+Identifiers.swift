extension Insert: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    table.changeIdentifiers(change)
    alias.changeIdentifiers(change)
    columns.changeIdentifiers(change)
    source.changeIdentifiers(change)
    with.changeIdentifiers(change)
    onConflict.changeIdentifiers(change)
    returning.changeIdentifiers(change)
  }
}

extension InsertSource: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .query(var value):
      value.changeIdentifiers(change)
      self = .query(value)
    default: break
    }
  }
}

extension AssignmentTarget: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    column.changeIdentifiers(change)
    path.changeIdentifiers(change)
  }
}

extension OnConflict: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    target.changeIdentifiers(change)
    action.changeIdentifiers(change)
  }
}

extension ConflictTarget: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .constraint(var value):
      value.changeIdentifiers(change)
      self = .constraint(value)
    case .keys(var value1, var value2):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      self = .keys(value1, condition: value2)
    }
  }
}

extension ConflictAction: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .update(var value1, var value2):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      self = .update(value1, condition: value2)
    default: break
    }
  }
}

extension Assignment: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    targets.changeIdentifiers(change)
    value.changeIdentifiers(change)
  }
}

extension Update: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    table.changeIdentifiers(change)
    assignments.changeIdentifiers(change)
    from.changeIdentifiers(change)
    condition.changeIdentifiers(change)
    with.changeIdentifiers(change)
    returning.changeIdentifiers(change)
    orderBy.changeIdentifiers(change)
    limit.changeIdentifiers(change)
    offset.changeIdentifiers(change)
  }
}

extension Delete: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    table.changeIdentifiers(change)
    using.changeIdentifiers(change)
    condition.changeIdentifiers(change)
    with.changeIdentifiers(change)
    returning.changeIdentifiers(change)
    orderBy.changeIdentifiers(change)
    limit.changeIdentifiers(change)
    offset.changeIdentifiers(change)
  }
}

extension Truncate: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    tables.changeIdentifiers(change)
  }
}
