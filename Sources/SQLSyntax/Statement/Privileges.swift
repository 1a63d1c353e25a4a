/// `GRANT` and `REVOKE` of privileges on objects.
package struct Grant: SyntaxNode {
  package var isGrant: Bool
  /// Empty for `ALL`.
  package var privileges: [Privilege]
  package var kind: ObjectKind
  package var objects: [ObjectReference]
  /// `ALL TABLES IN SCHEMA names`: then ``objects`` is empty.
  package var allInSchemas: [Identifier]
  package var grantees: [RoleName]
  /// `WITH GRANT OPTION`, or `GRANT OPTION FOR` of a revoke.
  package var isGrantOption: Bool
  package var behavior: DropBehavior?
  package var grantedBy: RoleName?

  package init(
    isGrant: Bool = false, privileges: [Privilege] = [], kind: ObjectKind,
    objects: [ObjectReference] = [], allInSchemas: [Identifier] = [], grantees: [RoleName] = [],
    isGrantOption: Bool = false, behavior: DropBehavior? = nil, grantedBy: RoleName? = nil
  ) {
    self.isGrant = isGrant
    self.privileges = privileges
    self.kind = kind
    self.objects = objects
    self.allInSchemas = allInSchemas
    self.grantees = grantees
    self.isGrantOption = isGrantOption
    self.behavior = behavior
    self.grantedBy = grantedBy
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    for child in privileges { visit(child) }
    for child in objects { visit(child) }
    for child in grantees { visit(child) }
    if let child = grantedBy {
      visit(child)
    }
  }
}

/// One privilege, on some columns or on all.
package struct Privilege: SyntaxNode {
  /// In capitals: `SELECT`.
  ///
  /// Empty for `ALL (columns)`.
  package var name: String
  package var columns: [Identifier]

  package init(name: String, columns: [Identifier] = []) {
    self.name = name
    self.columns = columns
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {}
}

/// `GRANT role TO role` and its `REVOKE`.
package struct GrantRole: SyntaxNode {
  package var isGrant: Bool
  package var roles: [Identifier]
  package var grantees: [RoleName]
  package var isAdminOption: Bool
  package var behavior: DropBehavior?
  package var grantedBy: RoleName?

  package init(
    isGrant: Bool = false, roles: [Identifier] = [], grantees: [RoleName] = [],
    isAdminOption: Bool = false, behavior: DropBehavior? = nil, grantedBy: RoleName? = nil
  ) {
    self.isGrant = isGrant
    self.roles = roles
    self.grantees = grantees
    self.isAdminOption = isAdminOption
    self.behavior = behavior
    self.grantedBy = grantedBy
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    for child in grantees { visit(child) }
    if let child = grantedBy {
      visit(child)
    }
  }
}

/// `ALTER DEFAULT PRIVILEGES`.
package struct AlterDefaultPrivileges: SyntaxNode {
  package var roles: [RoleName]
  package var schemas: [Identifier]
  package var grant: Grant

  package init(roles: [RoleName] = [], schemas: [Identifier] = [], grant: Grant) {
    self.roles = roles
    self.schemas = schemas
    self.grant = grant
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    for child in roles { visit(child) }
    visit(grant)
  }
}

/// `CREATE ROLE`, `CREATE USER`, `CREATE GROUP`.
package struct CreateRole: SyntaxNode {
  /// `ROLE`, `USER` or `GROUP`.
  package var word: String
  package var name: Identifier
  package var options: [DefinitionOption]

  package init(word: String, name: Identifier, options: [DefinitionOption] = []) {
    self.word = word
    self.name = name
    self.options = options
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    for child in options { visit(child) }
  }
}

/// `ALTER ROLE name options`.
package struct AlterRole: SyntaxNode {
  package var role: RoleName
  package var options: [DefinitionOption]
  /// `ALTER GROUP ... ADD | DROP USER`: true to add, false to drop, `nil` otherwise.
  package var isAddingMembers: Bool?

  package init(role: RoleName, options: [DefinitionOption] = [], isAddingMembers: Bool? = nil) {
    self.role = role
    self.options = options
    self.isAddingMembers = isAddingMembers
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(role)
    for child in options { visit(child) }
  }
}

/// `ALTER ROLE name IN DATABASE database SET ...`.
package struct AlterRoleSetting: SyntaxNode {
  /// `nil`: `ALL`.
  package var role: RoleName?
  package var database: Identifier?
  package var setting: VariableSetting

  package init(role: RoleName? = nil, database: Identifier? = nil, setting: VariableSetting) {
    self.role = role
    self.database = database
    self.setting = setting
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    if let child = role {
      visit(child)
    }
    visit(setting)
  }
}

/// `DROP ROLE`.
package struct DropRole: SyntaxNode {
  package var roles: [RoleName]
  package var ifExists: Bool

  package init(roles: [RoleName] = [], ifExists: Bool = false) {
    self.roles = roles
    self.ifExists = ifExists
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    for child in roles { visit(child) }
  }
}
