/// An expression and where it stands.
package struct SQLExpression: SyntaxNode {
  package var kind: ExpressionKind
  package var place: Place

  package init(kind: ExpressionKind, place: Place = Place()) {
    self.kind = kind
    self.place = place
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(kind)
  }
}

/// What an expression says; one tree for both dialects.
///
/// Operators that each dialect spells its own way have one case: SQLite's `a IS b` is
/// ``distinct(_:_:isNegated:)`` negated, PostgreSQL's `~~` written as `LIKE` is ``like(_:)``.
package indirect enum ExpressionKind: SyntaxNode {
  case literal(Literal)
  case column(ColumnReference)
  /// `*`, or `t.*` with a qualifier.
  case wildcard(qualifier: [Identifier])
  /// As written: `$1`, `?`, `?2`, `:name`, `@name`, `$name`.
  case parameter(String)
  case prefix(OperatorName, SQLExpression)
  case binary(SQLExpression, OperatorName, SQLExpression)
  case not(SQLExpression)
  /// `a AND b AND c`; a chain to the left is one node with all its operands, at least two.
  case and([SQLExpression])
  /// `a OR b OR c`; flattened as ``and(_:)`` is.
  case or([SQLExpression])
  case isNull(SQLExpression, isNegated: Bool)
  case isTruth(SQLExpression, TruthValue, isNegated: Bool)
  /// `a IS DISTINCT FROM b`; negated it is SQLite's `a IS b`.
  case distinct(SQLExpression, SQLExpression, isNegated: Bool)
  case between(Between)
  case inList(SQLExpression, [SQLExpression], isNegated: Bool)
  case inQuery(SQLExpression, Query, isNegated: Bool)
  /// SQLite's `x IN table` and `x IN function(...)`.
  case inTable(SQLExpression, TableSource, isNegated: Bool)
  case like(Like)
  case quantified(SQLExpression, OperatorName, Quantifier, SQLExpression)
  case quantifiedQuery(SQLExpression, OperatorName, Quantifier, Query)
  case call(FunctionCall)
  case special(SpecialFunction, [SQLExpression])
  /// `CURRENT_TIMESTAMP(3)`, `CURRENT_USER`, …, which take no parentheses.
  case current(CurrentValue, precision: Int?)
  case cast(SQLExpression, TypeName)
  case collate(SQLExpression, ObjectName)
  case conditional(CaseExpression)
  /// `ARRAY[...]`.
  case array([SQLExpression])
  /// `(a, b)` or `ROW(a, b)`.
  case row([SQLExpression])
  case subscripted(SQLExpression, [ArraySubscript])
  /// `(value).field`.
  case field(SQLExpression, Identifier)
  /// `(value).*`.
  case allFields(SQLExpression)
  case subquery(Query)
  case exists(Query)
  /// `ARRAY(SELECT ...)`.
  case arrayQuery(Query)
  /// SQLite's `RAISE(action, message)`, inside trigger bodies.
  case raise(RaiseAction, message: SQLExpression?)
  /// `DEFAULT` as a value of INSERT or UPDATE.
  case defaultValue
  case grouping([SQLExpression])
  case groupingSet(GroupingSetKind, [SQLExpression])
  case currentOf(cursor: String)
  /// Something the parser accepts and this tree has no case for.
  case opaque(OpaqueSyntax)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .literal(let child):
      visit(child)
    case .column(let child):
      visit(child)
    case .prefix(let child1, let child2):
      visit(child1)
      visit(child2)
    case .binary(let child1, let child2, let child3):
      visit(child1)
      visit(child2)
      visit(child3)
    case .not(let child):
      visit(child)
    case .and(let childs):
      for child in childs { visit(child) }
    case .or(let childs):
      for child in childs { visit(child) }
    case .isNull(let child1, _):
      visit(child1)
    case .isTruth(let child1, _, _):
      visit(child1)
    case .distinct(let child1, let child2, _):
      visit(child1)
      visit(child2)
    case .between(let child):
      visit(child)
    case .inList(let child1, let child2s, _):
      visit(child1)
      for child in child2s { visit(child) }
    case .inQuery(let child1, let child2, _):
      visit(child1)
      visit(child2)
    case .inTable(let child1, let child2, _):
      visit(child1)
      visit(child2)
    case .like(let child):
      visit(child)
    case .quantified(let child1, let child2, _, let child4):
      visit(child1)
      visit(child2)
      visit(child4)
    case .quantifiedQuery(let child1, let child2, _, let child4):
      visit(child1)
      visit(child2)
      visit(child4)
    case .call(let child):
      visit(child)
    case .special(_, let child2s):
      for child in child2s { visit(child) }
    case .cast(let child1, let child2):
      visit(child1)
      visit(child2)
    case .collate(let child1, let child2):
      visit(child1)
      visit(child2)
    case .conditional(let child):
      visit(child)
    case .array(let childs):
      for child in childs { visit(child) }
    case .row(let childs):
      for child in childs { visit(child) }
    case .subscripted(let child1, let child2s):
      visit(child1)
      for child in child2s { visit(child) }
    case .field(let child1, _):
      visit(child1)
    case .allFields(let child):
      visit(child)
    case .subquery(let child):
      visit(child)
    case .exists(let child):
      visit(child)
    case .arrayQuery(let child):
      visit(child)
    case .raise(_, let child2):
      if let child = child2 {
        visit(child)
      }
    case .grouping(let childs):
      for child in childs { visit(child) }
    case .groupingSet(_, let child2s):
      for child in child2s { visit(child) }
    case .opaque(let child):
      visit(child)
    default: break
    }
  }
}
