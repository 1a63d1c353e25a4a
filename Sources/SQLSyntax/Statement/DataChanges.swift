/// `INSERT`, and SQLite's `REPLACE`.
package struct Insert: SyntaxNode {
  package var table: ObjectName
  package var alias: Identifier?
  package var columns: [AssignmentTarget]
  package var source: InsertSource
  package var with: WithClause?
  /// `OVERRIDING SYSTEM VALUE` is `SYSTEM`, `OVERRIDING USER VALUE` is `USER`.
  package var overriding: String?
  /// SQLite's `INSERT OR ...`; `REPLACE INTO` is `.replace`.
  package var conflict: ConflictResolution?
  package var onConflict: [OnConflict]
  package var returning: [SelectItem]

  package init(
    table: ObjectName, alias: Identifier? = nil, columns: [AssignmentTarget] = [],
    source: InsertSource, with: WithClause? = nil, overriding: String? = nil,
    conflict: ConflictResolution? = nil, onConflict: [OnConflict] = [],
    returning: [SelectItem] = []
  ) {
    self.table = table
    self.alias = alias
    self.columns = columns
    self.source = source
    self.with = with
    self.overriding = overriding
    self.conflict = conflict
    self.onConflict = onConflict
    self.returning = returning
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(table)
    for child in columns { visit(child) }
    visit(source)
    if let child = with {
      visit(child)
    }
    for child in onConflict { visit(child) }
    for child in returning { visit(child) }
  }
}

/// Where the rows of an INSERT come from.
package indirect enum InsertSource: SyntaxNode {
  case defaultValues
  case query(Query)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .query(let child):
      visit(child)
    default: break
    }
  }
}

/// A column to assign to, with subscripts or fields behind it.
package struct AssignmentTarget: SyntaxNode {
  package var column: Identifier
  package var path: [ArraySubscript]

  package init(column: Identifier, path: [ArraySubscript] = []) {
    self.column = column
    self.path = path
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    for child in path { visit(child) }
  }
}

/// `ON CONFLICT target action`.
package struct OnConflict: SyntaxNode {
  package var target: ConflictTarget?
  package var action: ConflictAction

  package init(target: ConflictTarget? = nil, action: ConflictAction) {
    self.target = target
    self.action = action
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    if let child = target {
      visit(child)
    }
    visit(action)
  }
}

/// What an upsert's conflict is about.
package indirect enum ConflictTarget: SyntaxNode {
  case constraint(Identifier)
  case keys([IndexKey], condition: SQLExpression?)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .keys(let child1s, let child2):
      for child in child1s { visit(child) }
      if let child = child2 {
        visit(child)
      }
    default: break
    }
  }
}

/// What an upsert does on conflict.
package indirect enum ConflictAction: SyntaxNode {
  case nothing
  case update([Assignment], condition: SQLExpression?)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .update(let child1s, let child2):
      for child in child1s { visit(child) }
      if let child = child2 {
        visit(child)
      }
    default: break
    }
  }
}

/// `targets = value`; several targets take a row or a query.
package struct Assignment: SyntaxNode {
  package var targets: [AssignmentTarget]
  package var value: SQLExpression

  package init(targets: [AssignmentTarget] = [], value: SQLExpression) {
    self.targets = targets
    self.value = value
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    for child in targets { visit(child) }
    visit(value)
  }
}

/// `UPDATE`.
package struct Update: SyntaxNode {
  package var table: TableReference
  package var assignments: [Assignment]
  package var from: [TableSource]
  package var condition: SQLExpression?
  package var with: WithClause?
  /// SQLite's `UPDATE OR ...`.
  package var conflict: ConflictResolution?
  package var returning: [SelectItem]
  package var orderBy: [SortItem]
  package var limit: SQLExpression?
  package var offset: SQLExpression?

  package init(
    table: TableReference, assignments: [Assignment] = [], from: [TableSource] = [],
    condition: SQLExpression? = nil, with: WithClause? = nil,
    conflict: ConflictResolution? = nil, returning: [SelectItem] = [], orderBy: [SortItem] = [],
    limit: SQLExpression? = nil, offset: SQLExpression? = nil
  ) {
    self.table = table
    self.assignments = assignments
    self.from = from
    self.condition = condition
    self.with = with
    self.conflict = conflict
    self.returning = returning
    self.orderBy = orderBy
    self.limit = limit
    self.offset = offset
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(table)
    for child in assignments { visit(child) }
    for child in from { visit(child) }
    if let child = condition {
      visit(child)
    }
    if let child = with {
      visit(child)
    }
    for child in returning { visit(child) }
    for child in orderBy { visit(child) }
    if let child = limit {
      visit(child)
    }
    if let child = offset {
      visit(child)
    }
  }
}

/// `DELETE`.
package struct Delete: SyntaxNode {
  package var table: TableReference
  package var using: [TableSource]
  package var condition: SQLExpression?
  package var with: WithClause?
  package var returning: [SelectItem]
  package var orderBy: [SortItem]
  package var limit: SQLExpression?
  package var offset: SQLExpression?

  package init(
    table: TableReference, using: [TableSource] = [], condition: SQLExpression? = nil,
    with: WithClause? = nil, returning: [SelectItem] = [], orderBy: [SortItem] = [],
    limit: SQLExpression? = nil, offset: SQLExpression? = nil
  ) {
    self.table = table
    self.using = using
    self.condition = condition
    self.with = with
    self.returning = returning
    self.orderBy = orderBy
    self.limit = limit
    self.offset = offset
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(table)
    for child in using { visit(child) }
    if let child = condition {
      visit(child)
    }
    if let child = with {
      visit(child)
    }
    for child in returning { visit(child) }
    for child in orderBy { visit(child) }
    if let child = limit {
      visit(child)
    }
    if let child = offset {
      visit(child)
    }
  }
}

/// `TRUNCATE`.
package struct Truncate: SyntaxNode {
  package var tables: [TableReference]
  package var restartsIdentity: Bool
  package var behavior: DropBehavior?

  package init(
    tables: [TableReference] = [], restartsIdentity: Bool = false, behavior: DropBehavior? = nil
  ) {
    self.tables = tables
    self.restartsIdentity = restartsIdentity
    self.behavior = behavior
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    for child in tables { visit(child) }
  }
}
