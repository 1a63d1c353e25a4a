extension Grant: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    privileges.changeIdentifiers(change)
    objects.changeIdentifiers(change)
    allInSchemas.changeIdentifiers(change)
    grantees.changeIdentifiers(change)
    grantedBy.changeIdentifiers(change)
  }
}

extension Privilege: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    columns.changeIdentifiers(change)
  }
}

extension GrantRole: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    roles.changeIdentifiers(change)
    grantees.changeIdentifiers(change)
    grantedBy.changeIdentifiers(change)
  }
}

extension AlterDefaultPrivileges: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    roles.changeIdentifiers(change)
    schemas.changeIdentifiers(change)
    grant.changeIdentifiers(change)
  }
}

extension CreateRole: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    options.changeIdentifiers(change)
  }
}

extension AlterRole: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    role.changeIdentifiers(change)
    options.changeIdentifiers(change)
  }
}

extension AlterRoleSetting: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    role.changeIdentifiers(change)
    database.changeIdentifiers(change)
    setting.changeIdentifiers(change)
  }
}

extension DropRole: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    roles.changeIdentifiers(change)
  }
}
