extension ColumnDefinition: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    type.changeIdentifiers(change)
    collation.changeIdentifiers(change)
    constraints.changeIdentifiers(change)
    foreignOptions.changeIdentifiers(change)
  }
}

extension Constraint: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    kind.changeIdentifiers(change)
    name.changeIdentifiers(change)
  }
}

extension ConstraintKind: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .`default`(var value):
      value.changeIdentifiers(change)
      self = .`default`(value)
    case .check(var value):
      value.changeIdentifiers(change)
      self = .check(value)
    case .primaryKey(var value):
      value.changeIdentifiers(change)
      self = .primaryKey(value)
    case .unique(var value):
      value.changeIdentifiers(change)
      self = .unique(value)
    case .foreignKey(var value1, var value2):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      self = .foreignKey(columns: value1, value2)
    case .exclude(var value):
      value.changeIdentifiers(change)
      self = .exclude(value)
    case .generated(var value1, let value2):
      value1.changeIdentifiers(change)
      self = .generated(value1, isStored: value2)
    case .identity(let value1, var value2):
      value2.changeIdentifiers(change)
      self = .identity(isAlways: value1, value2)
    default: break
    }
  }
}

extension KeyConstraint: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    columns.changeIdentifiers(change)
    including.changeIdentifiers(change)
    usingIndex.changeIdentifiers(change)
    options.changeIdentifiers(change)
    tablespace.changeIdentifiers(change)
  }
}

extension ForeignKeyTarget: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    table.changeIdentifiers(change)
    columns.changeIdentifiers(change)
    onDeleteColumns.changeIdentifiers(change)
  }
}

extension Exclusion: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    elements.changeIdentifiers(change)
    method.changeIdentifiers(change)
    including.changeIdentifiers(change)
    options.changeIdentifiers(change)
    tablespace.changeIdentifiers(change)
    condition.changeIdentifiers(change)
  }
}

extension ExclusionElement: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    key.changeIdentifiers(change)
    operatorName.changeIdentifiers(change)
  }
}
