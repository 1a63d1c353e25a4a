import SQLSyntax

extension TreeConversion {
  /// A `GrantStmt`; `nil` for objects that the tree has no kind for.
  func grantStatement(_ node: ParseNode) -> StatementKind? {
    grant(node).map { .grant($0) }
  }

  func grant(_ node: ParseNode) -> Grant? {
    guard let kind = Self.objectKinds[node.word("objtype")] else { return nil }
    skip("grant", "revoke")
    var grant = Grant(isGrant: node.flag("is_grant"), kind: kind)
    grant.isGrantOption = node.flag("grant_option")
    if grant.isGrantOption, !grant.isGrant { skip("for") }
    grant.privileges = node.list("privileges").map(privilege)
    skip("on")
    let isAll = node.word("targtype") == "ACL_TARGET_ALL_IN_SCHEMA"
    if isAll { skip("schema") } else { skipGrantKind(kind) }
    if isAll {
      grant.allInSchemas = names(node.list("objects"))
    } else {
      grant.objects = node.list("objects").map { objectReference($0, kind: kind) }
    }
    grant.grantees = node.list("grantees").map(role)
    grant.behavior = Self.behavior(node)
    grant.grantedBy = node["grantor"].map(role)
    return grant
  }

  private func skipGrantKind(_ kind: ObjectKind) {
    if kind == .server || kind == .foreignDataWrapper { skipHere("foreign") }
    if kind == .foreignDataWrapper { skipHere("data", "wrapper") }
    skipKind(kind)
  }

  private func privilege(_ node: ParseNode) -> Privilege {
    let name = node.text("priv_name").asciiUppercased()
    return Privilege(name: name, columns: names(node.list("cols")))
  }

  /// A `GrantRoleStmt`.
  func grantRole(_ node: ParseNode) -> GrantRole {
    cursor += 1
    if !node.flag("is_grant"), node.flag("admin_opt") { skip("for") }
    let roles = node.list("granted_roles").map { take($0.text("priv_name")) }
    return GrantRole(
      isGrant: node.flag("is_grant"), roles: roles,
      grantees: node.list("grantee_roles").map(role), isAdminOption: node.flag("admin_opt"),
      behavior: Self.behavior(node), grantedBy: node["grantor"].map(role))
  }

  /// An `AlterDefaultPrivilegesStmt`.
  func alterDefaultPrivileges(_ node: ParseNode) -> StatementKind? {
    var roles: [RoleName] = []
    var schemas: [Identifier] = []
    for option in node.list("options") {
      let items = option["arg"]?.list("items") ?? []
      switch option.text("defname") {
      case "roles": roles = items.map(role)
      case "schemas":
        move(to: option)
        skip("schema")
        schemas = names(items)
      default: break
      }
    }
    guard let grant = node["action"].flatMap({ self.grant($0) }) else { return nil }
    return .alterDefaultPrivileges(
      AlterDefaultPrivileges(roles: roles, schemas: schemas, grant: grant))
  }

  /// A `CreateRoleStmt`.
  func createRole(_ node: ParseNode) -> CreateRole {
    let word =
      switch node.word("stmt_type") {
      case "ROLESTMT_USER": "USER"
      case "ROLESTMT_GROUP": "GROUP"
      default: "ROLE"
      }
    cursor += 2
    return CreateRole(
      word: word, name: take(node.text("role")), options: node.list("options").map(option))
  }

  /// An `AlterRoleStmt`; `ALTER GROUP` adds or drops members.
  func alterRole(_ node: ParseNode) -> AlterRole {
    let isGroup = isWord(statement.lowerBound + 1, "group")
    return AlterRole(
      role: node["role"].map(role) ?? RoleName(), options: node.list("options").map(option),
      isAddingMembers: isGroup ? node.number("action") > 0 : nil)
  }

  /// An `AlterRoleSetStmt`.
  func alterRoleSetting(_ node: ParseNode) -> AlterRoleSetting {
    let role = node["role"].map(self.role)
    if node.optionalText("database") != nil { skip("database") }
    let database = takeOptional(node.optionalText("database"))
    let setting = node["setstmt"].map(variableSetting) ?? VariableSetting(value: .reset)
    return AlterRoleSetting(role: role, database: database, setting: setting)
  }

  /// A `DropRoleStmt`.
  func dropRole(_ node: ParseNode) -> DropRole {
    DropRole(roles: node.list("roles").map(role), ifExists: node.flag("missing_ok"))
  }
}
