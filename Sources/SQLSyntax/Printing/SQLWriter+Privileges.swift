extension SQLWriter {
  mutating func write(_ grant: Grant) {
    word(grant.isGrant ? "GRANT" : "REVOKE")
    word("GRANT OPTION FOR", if: !grant.isGrant && grant.isGrantOption)
    write(grant.privileges)
    word("ON")
    write(objectsOf: grant)
    write(granteesOf: grant)
  }

  private mutating func write(granteesOf grant: Grant) {
    write(grantees: grant.grantees, isGrant: grant.isGrant)
    word("WITH GRANT OPTION", if: grant.isGrant && grant.isGrantOption)
    write(grantedBy: grant.grantedBy)
    word(grant.behavior?.rawValue)
  }

  private mutating func write(grantees: [RoleName], isGrant: Bool) {
    word(isGrant ? "TO" : "FROM")
    list(grantees) { $0.write($1) }
  }

  private mutating func write(grantedBy role: RoleName?) {
    guard let role else { return }
    word("GRANTED BY")
    write(role)
  }

  private mutating func write(_ privileges: [Privilege]) {
    if privileges.isEmpty { return word("ALL") }
    list(privileges) { writer, privilege in
      writer.word(privilege.name.isEmpty ? "ALL" : privilege.name)
      writer.write(columns: privilege.columns)
    }
  }

  private mutating func write(objectsOf grant: Grant) {
    if !grant.allInSchemas.isEmpty {
      word("ALL \(grant.kind.rawValue)S IN SCHEMA")
      return list(grant.allInSchemas) { $0.write($1) }
    }
    word(grant.kind == .server ? "FOREIGN SERVER" : grant.kind.rawValue)
    list(grant.objects) { $0.write(nameOf: $1) }
  }

  mutating func write(_ grant: GrantRole) {
    word(grant.isGrant ? "GRANT" : "REVOKE")
    word("ADMIN OPTION FOR", if: !grant.isGrant && grant.isAdminOption)
    list(grant.roles) { $0.write($1) }
    write(grantees: grant.grantees, isGrant: grant.isGrant)
    word("WITH ADMIN OPTION", if: grant.isGrant && grant.isAdminOption)
    write(grantedBy: grant.grantedBy)
    word(grant.behavior?.rawValue)
  }

  mutating func write(_ change: AlterDefaultPrivileges) {
    word("ALTER DEFAULT PRIVILEGES")
    if !change.roles.isEmpty {
      word("FOR ROLE")
      list(change.roles) { $0.write($1) }
    }
    if !change.schemas.isEmpty {
      word("IN SCHEMA")
      list(change.schemas) { $0.write($1) }
    }
    let grant = change.grant
    word(grant.isGrant ? "GRANT" : "REVOKE")
    word("GRANT OPTION FOR", if: !grant.isGrant && grant.isGrantOption)
    write(grant.privileges)
    word("ON \(grant.kind.rawValue)S")
    write(granteesOf: grant)
  }

  mutating func write(_ role: CreateRole) {
    write(keyword: "CREATE \(role.word)", role.name)
    for option in role.options { write(roleOption: option) }
  }

  mutating func write(_ change: AlterRole) {
    if let isAdding = change.isAddingMembers {
      word("ALTER GROUP")
      write(change.role)
      word(isAdding ? "ADD USER" : "DROP USER")
      return list(change.options) { $0.write(members: $1.value) }
    }
    word("ALTER ROLE")
    write(change.role)
    for option in change.options { write(roleOption: option) }
  }

  mutating func write(_ change: AlterRoleSetting) {
    word("ALTER ROLE")
    if let role = change.role { write(role) } else { word("ALL") }
    write(keyword: "IN DATABASE", change.database)
    write(change.setting)
  }

  mutating func write(_ drop: DropRole) {
    word("DROP ROLE")
    word("IF EXISTS", if: drop.ifExists)
    list(drop.roles) { $0.write($1) }
  }
}
