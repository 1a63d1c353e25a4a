extension Statement: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    kind.changeIdentifiers(change)
  }
}

extension StatementKind: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .createTable(var value):
      value.changeIdentifiers(change)
      self = .createTable(value)
    case .createTableAs(var value):
      value.changeIdentifiers(change)
      self = .createTableAs(value)
    case .createVirtualTable(var value):
      value.changeIdentifiers(change)
      self = .createVirtualTable(value)
    case .alterTable(var value):
      value.changeIdentifiers(change)
      self = .alterTable(value)
    case .createIndex(var value):
      value.changeIdentifiers(change)
      self = .createIndex(value)
    case .createView(var value):
      value.changeIdentifiers(change)
      self = .createView(value)
    case .refreshMaterializedView(var value):
      value.changeIdentifiers(change)
      self = .refreshMaterializedView(value)
    case .createSequence(var value):
      value.changeIdentifiers(change)
      self = .createSequence(value)
    case .alterSequence(var value):
      value.changeIdentifiers(change)
      self = .alterSequence(value)
    case .createSchema(var value):
      value.changeIdentifiers(change)
      self = .createSchema(value)
    case .createType(var value):
      value.changeIdentifiers(change)
      self = .createType(value)
    case .alterEnum(var value):
      value.changeIdentifiers(change)
      self = .alterEnum(value)
    case .createDomain(var value):
      value.changeIdentifiers(change)
      self = .createDomain(value)
    case .alterDomain(var value):
      value.changeIdentifiers(change)
      self = .alterDomain(value)
    case .createExtension(var value):
      value.changeIdentifiers(change)
      self = .createExtension(value)
    case .alterExtension(var value):
      value.changeIdentifiers(change)
      self = .alterExtension(value)
    case .createFunction(var value):
      value.changeIdentifiers(change)
      self = .createFunction(value)
    case .alterFunction(var value):
      value.changeIdentifiers(change)
      self = .alterFunction(value)
    case .createTrigger(var value):
      value.changeIdentifiers(change)
      self = .createTrigger(value)
    case .createEventTrigger(var value):
      value.changeIdentifiers(change)
      self = .createEventTrigger(value)
    case .createPolicy(var value):
      value.changeIdentifiers(change)
      self = .createPolicy(value)
    case .alterPolicy(var value):
      value.changeIdentifiers(change)
      self = .alterPolicy(value)
    case .createStatistics(var value):
      value.changeIdentifiers(change)
      self = .createStatistics(value)
    case .define(var value):
      value.changeIdentifiers(change)
      self = .define(value)
    case .drop(var value):
      value.changeIdentifiers(change)
      self = .drop(value)
    case .rename(var value):
      value.changeIdentifiers(change)
      self = .rename(value)
    case .setSchema(var value):
      value.changeIdentifiers(change)
      self = .setSchema(value)
    case .setOwner(var value):
      value.changeIdentifiers(change)
      self = .setOwner(value)
    case .comment(var value):
      value.changeIdentifiers(change)
      self = .comment(value)
    case .grant(var value):
      value.changeIdentifiers(change)
      self = .grant(value)
    case .grantRole(var value):
      value.changeIdentifiers(change)
      self = .grantRole(value)
    case .alterDefaultPrivileges(var value):
      value.changeIdentifiers(change)
      self = .alterDefaultPrivileges(value)
    case .createRole(var value):
      value.changeIdentifiers(change)
      self = .createRole(value)
    case .alterRole(var value):
      value.changeIdentifiers(change)
      self = .alterRole(value)
    case .alterRoleSetting(var value):
      value.changeIdentifiers(change)
      self = .alterRoleSetting(value)
    case .dropRole(var value):
      value.changeIdentifiers(change)
      self = .dropRole(value)
    case .insert(var value):
      value.changeIdentifiers(change)
      self = .insert(value)
    case .update(var value):
      value.changeIdentifiers(change)
      self = .update(value)
    case .delete(var value):
      value.changeIdentifiers(change)
      self = .delete(value)
    case .select(var value):
      value.changeIdentifiers(change)
      self = .select(value)
    case .truncate(var value):
      value.changeIdentifiers(change)
      self = .truncate(value)
    case .call(var value):
      value.changeIdentifiers(change)
      self = .call(value)
    case .doBlock(var value):
      value.changeIdentifiers(change)
      self = .doBlock(value)
    case .transaction(var value):
      value.changeIdentifiers(change)
      self = .transaction(value)
    case .set(var value):
      value.changeIdentifiers(change)
      self = .set(value)
    case .lock(var value):
      value.changeIdentifiers(change)
      self = .lock(value)
    case .analyze(var value):
      value.changeIdentifiers(change)
      self = .analyze(value)
    case .vacuum(var value):
      value.changeIdentifiers(change)
      self = .vacuum(value)
    case .reindex(var value):
      value.changeIdentifiers(change)
      self = .reindex(value)
    case .pragma(var value):
      value.changeIdentifiers(change)
      self = .pragma(value)
    case .attach(var value1, var value2, var value3):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      value3.changeIdentifiers(change)
      self = .attach(file: value1, schema: value2, key: value3)
    case .detach(var value):
      value.changeIdentifiers(change)
      self = .detach(schema: value)
    case .explain(var value):
      value.changeIdentifiers(change)
      self = .explain(value)
    case .opaque(var value):
      value.changeIdentifiers(change)
      self = .opaque(value)
    default: break
    }
  }
}
