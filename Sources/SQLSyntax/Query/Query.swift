/// A whole query: what `SELECT`, `VALUES` and `WITH ... SELECT` are.
package struct Query: SyntaxNode {
  package var body: QueryBody
  package var with: WithClause?
  package var orderBy: [SortItem]
  package var limit: SQLExpression?
  /// `FETCH FIRST n ROWS WITH TIES`.
  package var limitWithTies: Bool
  package var offset: SQLExpression?
  package var locking: [LockingClause]
  package var place: Place

  package init(
    body: QueryBody, with: WithClause? = nil, orderBy: [SortItem] = [],
    limit: SQLExpression? = nil, limitWithTies: Bool = false, offset: SQLExpression? = nil,
    locking: [LockingClause] = [], place: Place = Place()
  ) {
    self.body = body
    self.with = with
    self.orderBy = orderBy
    self.limit = limit
    self.limitWithTies = limitWithTies
    self.offset = offset
    self.locking = locking
    self.place = place
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(body)
    if let child = with {
      visit(child)
    }
    for child in orderBy { visit(child) }
    if let child = limit {
      visit(child)
    }
    if let child = offset {
      visit(child)
    }
    for child in locking { visit(child) }
  }
}

/// A query without its `WITH`, `ORDER BY` and `LIMIT`.
package indirect enum QueryBody: SyntaxNode {
  case select(SelectCore)
  case values([[SQLExpression]])
  case compound(SetOperation)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .select(let child):
      visit(child)
    case .values(let childs):
      for children in childs {
        for child in children { visit(child) }
      }
    case .compound(let child):
      visit(child)
    }
  }
}

/// `left UNION [ALL] right`.
package struct SetOperation: SyntaxNode {
  package var kind: SetOperator
  package var isAll: Bool
  package var left: Query
  package var right: Query

  package init(kind: SetOperator, isAll: Bool = false, left: Query, right: Query) {
    self.kind = kind
    self.isAll = isAll
    self.left = left
    self.right = right
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(left)
    visit(right)
  }
}

/// `SELECT items FROM sources WHERE ...`.
package struct SelectCore: SyntaxNode {
  package var distinct: Distinctness
  package var items: [SelectItem]
  /// `SELECT ... INTO table`.
  package var into: IntoTarget?
  package var from: [TableSource]
  package var condition: SQLExpression?
  package var groupBy: [SQLExpression]
  package var isGroupDistinct: Bool
  package var having: SQLExpression?
  package var windows: [WindowDefinition]

  package init(
    distinct: Distinctness = .all, items: [SelectItem] = [], into: IntoTarget? = nil,
    from: [TableSource] = [], condition: SQLExpression? = nil, groupBy: [SQLExpression] = [],
    isGroupDistinct: Bool = false, having: SQLExpression? = nil, windows: [WindowDefinition] = []
  ) {
    self.distinct = distinct
    self.items = items
    self.into = into
    self.from = from
    self.condition = condition
    self.groupBy = groupBy
    self.isGroupDistinct = isGroupDistinct
    self.having = having
    self.windows = windows
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(distinct)
    for child in items { visit(child) }
    if let child = into {
      visit(child)
    }
    for child in from { visit(child) }
    if let child = condition {
      visit(child)
    }
    for child in groupBy { visit(child) }
    if let child = having {
      visit(child)
    }
    for child in windows { visit(child) }
  }
}

/// The table that `SELECT INTO` makes.
package struct IntoTarget: SyntaxNode {
  package var table: ObjectName
  package var persistence: Persistence

  package init(table: ObjectName, persistence: Persistence = .permanent) {
    self.table = table
    self.persistence = persistence
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(table)
  }
}

/// `SELECT`, `SELECT DISTINCT` or `SELECT DISTINCT ON (...)`.
package indirect enum Distinctness: SyntaxNode {
  case all
  case distinct
  case distinctOn([SQLExpression])

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .distinctOn(let childs):
      for child in childs { visit(child) }
    default: break
    }
  }
}

/// One column of a result: `expression [AS alias]`.
package struct SelectItem: SyntaxNode {
  package var expression: SQLExpression
  package var alias: Identifier?
  package var place: Place

  package init(expression: SQLExpression, alias: Identifier? = nil, place: Place = Place()) {
    self.expression = expression
    self.alias = alias
    self.place = place
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(expression)
  }
}

/// One key of `ORDER BY`.
package struct SortItem: SyntaxNode {
  package var expression: SQLExpression
  package var direction: SortDirection?
  package var nulls: NullsOrder?
  /// `USING operator`.
  package var usingOperator: OperatorName?

  package init(
    expression: SQLExpression, direction: SortDirection? = nil, nulls: NullsOrder? = nil,
    usingOperator: OperatorName? = nil
  ) {
    self.expression = expression
    self.direction = direction
    self.nulls = nulls
    self.usingOperator = usingOperator
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(expression)
    if let child = usingOperator {
      visit(child)
    }
  }
}

/// `WITH [RECURSIVE] tables`.
package struct WithClause: SyntaxNode {
  package var isRecursive: Bool
  package var tables: [CommonTable]

  package init(isRecursive: Bool = false, tables: [CommonTable] = []) {
    self.isRecursive = isRecursive
    self.tables = tables
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    for child in tables { visit(child) }
  }
}

/// `name (columns) AS [NOT] MATERIALIZED (statement)`.
package struct CommonTable: SyntaxNode {
  package var name: Identifier
  package var columns: [Identifier]
  /// `nil` where nothing was said.
  package var isMaterialized: Bool?
  /// A query, or on PostgreSQL a statement with `RETURNING`.
  package var statement: Statement
  /// `SEARCH ... SET ...` and `CYCLE ... SET ...`, as text.
  package var searchOrCycle: String?

  package init(
    name: Identifier, columns: [Identifier] = [], isMaterialized: Bool? = nil,
    statement: Statement, searchOrCycle: String? = nil
  ) {
    self.name = name
    self.columns = columns
    self.isMaterialized = isMaterialized
    self.statement = statement
    self.searchOrCycle = searchOrCycle
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(statement)
  }
}

/// `FOR UPDATE OF tables NOWAIT`.
package struct LockingClause: SyntaxNode {
  /// `UPDATE`, `NO KEY UPDATE`, `SHARE`, `KEY SHARE`.
  package var strength: String
  package var tables: [ObjectName]
  /// `NOWAIT` or `SKIP LOCKED`.
  package var wait: String?

  package init(strength: String, tables: [ObjectName] = [], wait: String? = nil) {
    self.strength = strength
    self.tables = tables
    self.wait = wait
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    for child in tables { visit(child) }
  }
}
