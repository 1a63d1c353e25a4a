extension AlterTable: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    actions.changeIdentifiers(change)
  }
}

extension AlterTableAction: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    kind.changeIdentifiers(change)
  }
}

extension AlterTableActionKind: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .addColumn(var value1, let value2, let value3):
      value1.changeIdentifiers(change)
      self = .addColumn(value1, ifNotExists: value2, behavior: value3)
    case .dropColumn(var value1, let value2, let value3):
      value1.changeIdentifiers(change)
      self = .dropColumn(value1, ifExists: value2, behavior: value3)
    case .alterColumnType(var value):
      value.changeIdentifiers(change)
      self = .alterColumnType(value)
    case .setDefault(var value1, var value2):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      self = .setDefault(value1, value2)
    case .dropDefault(var value):
      value.changeIdentifiers(change)
      self = .dropDefault(value)
    case .setNotNull(var value):
      value.changeIdentifiers(change)
      self = .setNotNull(value)
    case .dropNotNull(var value):
      value.changeIdentifiers(change)
      self = .dropNotNull(value)
    case .dropExpression(var value1, let value2):
      value1.changeIdentifiers(change)
      self = .dropExpression(value1, ifExists: value2)
    case .addIdentity(var value1, let value2, var value3):
      value1.changeIdentifiers(change)
      value3.changeIdentifiers(change)
      self = .addIdentity(value1, isAlways: value2, value3)
    case .setIdentity(var value1, let value2, var value3):
      value1.changeIdentifiers(change)
      value3.changeIdentifiers(change)
      self = .setIdentity(value1, isAlways: value2, value3)
    case .dropIdentity(var value1, let value2):
      value1.changeIdentifiers(change)
      self = .dropIdentity(value1, ifExists: value2)
    case .setStatistics(var value1, let value2):
      value1.changeIdentifiers(change)
      self = .setStatistics(value1, value2)
    case .setStorage(var value1, let value2):
      value1.changeIdentifiers(change)
      self = .setStorage(value1, value2)
    case .setCompression(var value1, let value2):
      value1.changeIdentifiers(change)
      self = .setCompression(value1, value2)
    case .setColumnOptions(var value1, var value2):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      self = .setColumnOptions(value1, value2)
    case .resetColumnOptions(var value1, var value2):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      self = .resetColumnOptions(value1, value2)
    case .addConstraint(var value):
      value.changeIdentifiers(change)
      self = .addConstraint(value)
    case .alterConstraint(var value1, let value2):
      value1.changeIdentifiers(change)
      self = .alterConstraint(value1, value2)
    case .validateConstraint(var value):
      value.changeIdentifiers(change)
      self = .validateConstraint(value)
    case .dropConstraint(var value1, let value2, let value3):
      value1.changeIdentifiers(change)
      self = .dropConstraint(value1, ifExists: value2, behavior: value3)
    case .setTrigger(var value1, let value2):
      value1.changeIdentifiers(change)
      self = .setTrigger(value1, value2)
    case .setRule(var value1, let value2):
      value1.changeIdentifiers(change)
      self = .setRule(value1, value2)
    case .clusterOn(var value):
      value.changeIdentifiers(change)
      self = .clusterOn(value)
    case .setAccessMethod(var value):
      value.changeIdentifiers(change)
      self = .setAccessMethod(value)
    case .setTablespace(var value):
      value.changeIdentifiers(change)
      self = .setTablespace(value)
    case .setOptions(var value):
      value.changeIdentifiers(change)
      self = .setOptions(value)
    case .resetOptions(var value):
      value.changeIdentifiers(change)
      self = .resetOptions(value)
    case .inherit(var value):
      value.changeIdentifiers(change)
      self = .inherit(value)
    case .noInherit(var value):
      value.changeIdentifiers(change)
      self = .noInherit(value)
    case .ofType(var value):
      value.changeIdentifiers(change)
      self = .ofType(value)
    case .setOwner(var value):
      value.changeIdentifiers(change)
      self = .setOwner(value)
    case .replicaIdentity(var value):
      value.changeIdentifiers(change)
      self = .replicaIdentity(value)
    case .attachPartition(var value1, var value2):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      self = .attachPartition(value1, value2)
    case .detachPartition(var value1, let value2):
      value1.changeIdentifiers(change)
      self = .detachPartition(value1, mode: value2)
    case .opaque(var value):
      value.changeIdentifiers(change)
      self = .opaque(value)
    default: break
    }
  }
}

extension AlterColumnType: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    column.changeIdentifiers(change)
    type.changeIdentifiers(change)
    collation.changeIdentifiers(change)
    using.changeIdentifiers(change)
  }
}

extension TriggerSelection: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .named(var value):
      value.changeIdentifiers(change)
      self = .named(value)
    default: break
    }
  }
}

extension ReplicaIdentity: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .index(var value):
      value.changeIdentifiers(change)
      self = .index(value)
    default: break
    }
  }
}
