/// `CREATE TRIGGER` on both dialects.
package struct CreateTrigger: SyntaxNode {
  package var name: ObjectName
  package var table: ObjectName
  package var timing: TriggerTiming
  package var events: [TriggerEvent]
  package var action: TriggerAction
  package var orReplace: Bool
  package var isConstraint: Bool
  /// SQLite's `CREATE TEMP TRIGGER`.
  package var isTemporary: Bool
  package var ifNotExists: Bool
  package var isForEachRow: Bool
  package var condition: SQLExpression?
  package var deferral: Deferral
  /// `FROM table` of a constraint trigger.
  package var constraintTable: ObjectName?
  package var transitions: [TransitionTable]

  package init(
    name: ObjectName, table: ObjectName, timing: TriggerTiming, events: [TriggerEvent] = [],
    action: TriggerAction, orReplace: Bool = false, isConstraint: Bool = false,
    isTemporary: Bool = false, ifNotExists: Bool = false, isForEachRow: Bool = false,
    condition: SQLExpression? = nil, deferral: Deferral = Deferral(),
    constraintTable: ObjectName? = nil, transitions: [TransitionTable] = []
  ) {
    self.name = name
    self.table = table
    self.timing = timing
    self.events = events
    self.action = action
    self.orReplace = orReplace
    self.isConstraint = isConstraint
    self.isTemporary = isTemporary
    self.ifNotExists = ifNotExists
    self.isForEachRow = isForEachRow
    self.condition = condition
    self.deferral = deferral
    self.constraintTable = constraintTable
    self.transitions = transitions
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(name)
    visit(table)
    for child in events { visit(child) }
    visit(action)
    if let child = condition {
      visit(child)
    }
    visit(deferral)
    if let child = constraintTable {
      visit(child)
    }
    for child in transitions { visit(child) }
  }
}

/// When a trigger fires; SQLite's default is before.
package enum TriggerTiming: String, Hashable, Sendable {
  case before = "BEFORE"
  case after = "AFTER"
  case insteadOf = "INSTEAD OF"
}

/// What a trigger fires on.
package indirect enum TriggerEvent: SyntaxNode {
  case insert
  case delete
  case truncate
  /// Columns after `OF`; empty for any.
  case update(of: [Identifier])

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
  }
}

/// What a trigger does.
package indirect enum TriggerAction: SyntaxNode {
  case execute(function: ObjectName, arguments: [String])
  /// SQLite's body between BEGIN and END.
  case statements([Statement])

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .execute(let child1, _):
      visit(child1)
    case .statements(let childs):
      for child in childs { visit(child) }
    }
  }
}

/// `REFERENCING OLD TABLE AS name`.
package struct TransitionTable: SyntaxNode {
  package var isNew: Bool
  package var isTable: Bool
  package var name: Identifier

  package init(isNew: Bool = false, isTable: Bool = false, name: Identifier) {
    self.isNew = isNew
    self.isTable = isTable
    self.name = name
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {}
}

/// `CREATE EVENT TRIGGER`.
package struct CreateEventTrigger: SyntaxNode {
  package var name: Identifier
  package var event: String
  /// `WHEN variable IN (values)`.
  package var filters: [DefinitionOption]
  package var function: ObjectName

  package init(
    name: Identifier, event: String, filters: [DefinitionOption] = [], function: ObjectName
  ) {
    self.name = name
    self.event = event
    self.filters = filters
    self.function = function
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    for child in filters { visit(child) }
    visit(function)
  }
}

/// `CREATE POLICY`.
package struct CreatePolicy: SyntaxNode {
  package var name: Identifier
  package var table: ObjectName
  package var isPermissive: Bool
  /// `ALL`, `SELECT`, `INSERT`, `UPDATE` or `DELETE`.
  package var command: String
  package var roles: [RoleName]
  package var using: SQLExpression?
  package var withCheck: SQLExpression?

  package init(
    name: Identifier, table: ObjectName, isPermissive: Bool = true, command: String = "ALL",
    roles: [RoleName] = [], using: SQLExpression? = nil, withCheck: SQLExpression? = nil
  ) {
    self.name = name
    self.table = table
    self.isPermissive = isPermissive
    self.command = command
    self.roles = roles
    self.using = using
    self.withCheck = withCheck
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(table)
    for child in roles { visit(child) }
    if let child = using {
      visit(child)
    }
    if let child = withCheck {
      visit(child)
    }
  }
}

/// `ALTER POLICY`.
package struct AlterPolicy: SyntaxNode {
  package var name: Identifier
  package var table: ObjectName
  /// `nil` where not changed.
  package var roles: [RoleName]?
  package var using: SQLExpression?
  package var withCheck: SQLExpression?

  package init(
    name: Identifier, table: ObjectName, roles: [RoleName]? = nil, using: SQLExpression? = nil,
    withCheck: SQLExpression? = nil
  ) {
    self.name = name
    self.table = table
    self.roles = roles
    self.using = using
    self.withCheck = withCheck
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(table)
    if let child = roles {
      for child in child { visit(child) }
    }
    if let child = using {
      visit(child)
    }
    if let child = withCheck {
      visit(child)
    }
  }
}
