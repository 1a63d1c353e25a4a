/// One item of `FROM`.
package indirect enum TableSource: SyntaxNode {
  case table(TableReference)
  case function(TableFunction)
  case query(DerivedTable)
  case join(Join)
  /// `XMLTABLE`, `JSON_TABLE` and what else the tree does not model.
  case opaque(OpaqueSyntax, alias: TableAlias?)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .table(let child):
      visit(child)
    case .function(let child):
      visit(child)
    case .query(let child):
      visit(child)
    case .join(let child):
      visit(child)
    case .opaque(let child1, let child2):
      visit(child1)
      if let child = child2 {
        visit(child)
      }
    }
  }
}

/// A table, view or common table by name.
package struct TableReference: SyntaxNode {
  package var name: ObjectName
  package var alias: TableAlias?
  package var isOnly: Bool
  /// SQLite's `INDEXED BY name` and `NOT INDEXED`.
  package var indexHint: IndexHint?
  /// `TABLESAMPLE method(arguments) REPEATABLE (seed)`.
  package var sample: TableSample?
  package var place: Place

  package init(
    name: ObjectName, alias: TableAlias? = nil, isOnly: Bool = false,
    indexHint: IndexHint? = nil, sample: TableSample? = nil, place: Place = Place()
  ) {
    self.name = name
    self.alias = alias
    self.isOnly = isOnly
    self.indexHint = indexHint
    self.sample = sample
    self.place = place
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(name)
    if let child = alias {
      visit(child)
    }
    if let child = indexHint {
      visit(child)
    }
    if let child = sample {
      visit(child)
    }
  }
}

/// SQLite's instruction about the index to use.
package indirect enum IndexHint: SyntaxNode {
  case indexedBy(Identifier)
  case notIndexed

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
  }
}

/// `TABLESAMPLE method(arguments) [REPEATABLE (seed)]`.
package struct TableSample: SyntaxNode {
  package var method: ObjectName
  package var arguments: [SQLExpression]
  package var repeatable: SQLExpression?

  package init(
    method: ObjectName, arguments: [SQLExpression] = [], repeatable: SQLExpression? = nil
  ) {
    self.method = method
    self.arguments = arguments
    self.repeatable = repeatable
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(method)
    for child in arguments { visit(child) }
    if let child = repeatable {
      visit(child)
    }
  }
}

/// `AS name (columns)`.
package struct TableAlias: SyntaxNode {
  package var name: Identifier
  package var columns: [Identifier]

  package init(name: Identifier, columns: [Identifier] = []) {
    self.name = name
    self.columns = columns
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {}
}

/// A function in `FROM`, or `ROWS FROM (several)`.
package struct TableFunction: SyntaxNode {
  /// Each a call, or what the grammar allows in its place.
  package var calls: [SQLExpression]
  package var alias: TableAlias?
  /// `AS alias(name type, ...)`, for functions that return `record`.
  package var columns: [ColumnDefinition]
  package var isLateral: Bool
  package var hasOrdinality: Bool
  package var isRowsFrom: Bool

  package init(
    calls: [SQLExpression] = [], alias: TableAlias? = nil, columns: [ColumnDefinition] = [],
    isLateral: Bool = false, hasOrdinality: Bool = false, isRowsFrom: Bool = false
  ) {
    self.calls = calls
    self.alias = alias
    self.columns = columns
    self.isLateral = isLateral
    self.hasOrdinality = hasOrdinality
    self.isRowsFrom = isRowsFrom
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    for child in calls { visit(child) }
    if let child = alias {
      visit(child)
    }
    for child in columns { visit(child) }
  }
}

/// A query in `FROM`.
package struct DerivedTable: SyntaxNode {
  package var query: Query
  package var alias: TableAlias?
  package var isLateral: Bool

  package init(query: Query, alias: TableAlias? = nil, isLateral: Bool = false) {
    self.query = query
    self.alias = alias
    self.isLateral = isLateral
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(query)
    if let child = alias {
      visit(child)
    }
  }
}

/// `left JOIN right ON condition`.
package struct Join: SyntaxNode {
  package var kind: JoinKind
  package var left: TableSource
  package var right: TableSource
  package var isNatural: Bool
  package var condition: JoinCondition?
  package var alias: TableAlias?

  package init(
    kind: JoinKind, left: TableSource, right: TableSource, isNatural: Bool = false,
    condition: JoinCondition? = nil, alias: TableAlias? = nil
  ) {
    self.kind = kind
    self.left = left
    self.right = right
    self.isNatural = isNatural
    self.condition = condition
    self.alias = alias
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(left)
    visit(right)
    if let child = condition {
      visit(child)
    }
    if let child = alias {
      visit(child)
    }
  }
}

/// How the rows of a join are matched.
package indirect enum JoinCondition: SyntaxNode {
  case on(SQLExpression)
  case using([Identifier], alias: Identifier?)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .on(let child):
      visit(child)
    default: break
    }
  }
}
