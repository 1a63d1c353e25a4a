extension CreateTable: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    elements.changeIdentifiers(change)
    inherits.changeIdentifiers(change)
    ofType.changeIdentifiers(change)
    partitionOf.changeIdentifiers(change)
    partitionBy.changeIdentifiers(change)
    accessMethod.changeIdentifiers(change)
    options.changeIdentifiers(change)
    tablespace.changeIdentifiers(change)
    server.changeIdentifiers(change)
  }
}

extension TableElement: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .column(var value):
      value.changeIdentifiers(change)
      self = .column(value)
    case .constraint(var value):
      value.changeIdentifiers(change)
      self = .constraint(value)
    case .like(var value):
      value.changeIdentifiers(change)
      self = .like(value)
    }
  }
}

extension LikeTable: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    table.changeIdentifiers(change)
  }
}

extension PartitionOf: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    parent.changeIdentifiers(change)
    bound.changeIdentifiers(change)
  }
}

extension PartitionBound: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .list(var value):
      value.changeIdentifiers(change)
      self = .list(value)
    case .range(var value1, var value2):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      self = .range(from: value1, to: value2)
    default: break
    }
  }
}

extension PartitionBy: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    keys.changeIdentifiers(change)
  }
}

extension CreateTableAs: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    columns.changeIdentifiers(change)
    source.changeIdentifiers(change)
    accessMethod.changeIdentifiers(change)
    options.changeIdentifiers(change)
    tablespace.changeIdentifiers(change)
  }
}

extension CreateVirtualTable: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    module.changeIdentifiers(change)
  }
}
