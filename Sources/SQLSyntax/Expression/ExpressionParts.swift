/// A possibly qualified column name: `column`, `table.column`, `schema.table.column`.
package struct ColumnReference: SyntaxNode {
  /// At least one; the last one names the column.
  package var parts: [Identifier]

  package init(parts: [Identifier]) {
    self.parts = parts
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {}
}

/// An operator, `+` or `OPERATOR(schema.+)`.
package struct OperatorName: SyntaxNode {
  package var symbol: String
  package var schema: Identifier?

  package init(symbol: String, schema: Identifier? = nil) {
    self.symbol = symbol
    self.schema = schema
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {}
}

/// `value [NOT] BETWEEN [SYMMETRIC] low AND high`.
package struct Between: SyntaxNode {
  package var value: SQLExpression
  package var low: SQLExpression
  package var high: SQLExpression
  package var isNegated: Bool
  package var isSymmetric: Bool

  package init(
    value: SQLExpression, low: SQLExpression, high: SQLExpression, isNegated: Bool = false,
    isSymmetric: Bool = false
  ) {
    self.value = value
    self.low = low
    self.high = high
    self.isNegated = isNegated
    self.isSymmetric = isSymmetric
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(value)
    visit(low)
    visit(high)
  }
}

/// `value [NOT] LIKE pattern [ESCAPE escape]` and its relatives.
package struct Like: SyntaxNode {
  package var kind: LikeKind
  package var value: SQLExpression
  package var pattern: SQLExpression
  package var escape: SQLExpression?
  package var isNegated: Bool

  package init(
    kind: LikeKind, value: SQLExpression, pattern: SQLExpression, escape: SQLExpression? = nil,
    isNegated: Bool = false
  ) {
    self.kind = kind
    self.value = value
    self.pattern = pattern
    self.escape = escape
    self.isNegated = isNegated
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(value)
    visit(pattern)
    if let child = escape {
      visit(child)
    }
  }
}

/// `CASE [operand] WHEN ... THEN ... [ELSE ...] END`.
package struct CaseExpression: SyntaxNode {
  package var operand: SQLExpression?
  package var branches: [CaseBranch]
  package var otherwise: SQLExpression?

  package init(
    operand: SQLExpression? = nil, branches: [CaseBranch] = [], otherwise: SQLExpression? = nil
  ) {
    self.operand = operand
    self.branches = branches
    self.otherwise = otherwise
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    if let child = operand {
      visit(child)
    }
    for child in branches { visit(child) }
    if let child = otherwise {
      visit(child)
    }
  }
}

/// One `WHEN condition THEN result`.
package struct CaseBranch: SyntaxNode {
  package var condition: SQLExpression
  package var result: SQLExpression

  package init(condition: SQLExpression, result: SQLExpression) {
    self.condition = condition
    self.result = result
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(condition)
    visit(result)
  }
}

/// One `[index]`, `[lower:upper]` behind an array.
package indirect enum ArraySubscript: SyntaxNode {
  case element(SQLExpression)
  case slice(lower: SQLExpression?, upper: SQLExpression?)
  /// `.field` inside a chain of subscripts.
  case field(Identifier)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .element(let child):
      visit(child)
    case .slice(let child1, let child2):
      if let child = child1 {
        visit(child)
      }
      if let child = child2 {
        visit(child)
      }
    default: break
    }
  }
}

/// Text that is valid and that the tree does not model, with what it refers to as far as known.
package struct OpaqueSyntax: SyntaxNode {
  /// What it is, in the grammar's words: `XmlExpr`, `JSON_TABLE`.
  package var kind: String
  /// The source text, from the first to the last token.
  package var text: String
  package var relations: [ObjectName]
  package var functions: [ObjectName]
  package var types: [ObjectName]

  package init(
    kind: String, text: String, relations: [ObjectName] = [], functions: [ObjectName] = [],
    types: [ObjectName] = []
  ) {
    self.kind = kind
    self.text = text
    self.relations = relations
    self.functions = functions
    self.types = types
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    for child in relations { visit(child) }
    for child in functions { visit(child) }
    for child in types { visit(child) }
  }
}
