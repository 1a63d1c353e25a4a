/// `CREATE INDEX`.
package struct CreateIndex: SyntaxNode {
  /// `nil` where PostgreSQL chooses.
  ///
  /// A schema is SQLite's form only.
  package var name: ObjectName?
  package var table: ObjectName
  package var keys: [IndexKey]
  package var isUnique: Bool
  package var isConcurrent: Bool
  package var ifNotExists: Bool
  package var isOnly: Bool
  package var method: Identifier?
  package var including: [IndexKey]
  package var nullsNotDistinct: Bool
  package var options: [DefinitionOption]
  package var tablespace: Identifier?
  package var condition: SQLExpression?

  package init(
    name: ObjectName? = nil, table: ObjectName, keys: [IndexKey] = [], isUnique: Bool = false,
    isConcurrent: Bool = false, ifNotExists: Bool = false, isOnly: Bool = false,
    method: Identifier? = nil, including: [IndexKey] = [], nullsNotDistinct: Bool = false,
    options: [DefinitionOption] = [], tablespace: Identifier? = nil,
    condition: SQLExpression? = nil
  ) {
    self.name = name
    self.table = table
    self.keys = keys
    self.isUnique = isUnique
    self.isConcurrent = isConcurrent
    self.ifNotExists = ifNotExists
    self.isOnly = isOnly
    self.method = method
    self.including = including
    self.nullsNotDistinct = nullsNotDistinct
    self.options = options
    self.tablespace = tablespace
    self.condition = condition
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    if let child = name {
      visit(child)
    }
    visit(table)
    for child in keys { visit(child) }
    for child in including { visit(child) }
    for child in options { visit(child) }
    if let child = condition {
      visit(child)
    }
  }
}

/// One key of an index: a column or an expression.
package struct IndexKey: SyntaxNode {
  /// A plain column is a column expression of one part.
  package var expression: SQLExpression
  package var collation: ObjectName?
  package var operatorClass: ObjectName?
  package var operatorClassOptions: [DefinitionOption]
  package var direction: SortDirection?
  package var nulls: NullsOrder?
  package var place: Place

  package init(
    expression: SQLExpression, collation: ObjectName? = nil, operatorClass: ObjectName? = nil,
    operatorClassOptions: [DefinitionOption] = [], direction: SortDirection? = nil,
    nulls: NullsOrder? = nil, place: Place = Place()
  ) {
    self.expression = expression
    self.collation = collation
    self.operatorClass = operatorClass
    self.operatorClassOptions = operatorClassOptions
    self.direction = direction
    self.nulls = nulls
    self.place = place
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(expression)
    if let child = collation {
      visit(child)
    }
    if let child = operatorClass {
      visit(child)
    }
    for child in operatorClassOptions { visit(child) }
  }
}

/// `REINDEX object` on both dialects.
package struct Reindex: SyntaxNode {
  /// `index`, `table`, `schema`, `database` or `nil` for SQLite's forms.
  package var kind: ObjectKind?
  /// `nil`: everything.
  package var name: ObjectName?
  package var isConcurrent: Bool
  package var options: [DefinitionOption]
  /// `REINDEX SYSTEM`.
  package var isSystem: Bool

  package init(
    kind: ObjectKind? = nil, name: ObjectName? = nil, isConcurrent: Bool = false,
    options: [DefinitionOption] = [], isSystem: Bool = false
  ) {
    self.kind = kind
    self.name = name
    self.isConcurrent = isConcurrent
    self.options = options
    self.isSystem = isSystem
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    if let child = name {
      visit(child)
    }
    for child in options { visit(child) }
  }
}
