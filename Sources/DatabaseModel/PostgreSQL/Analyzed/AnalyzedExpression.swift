package import SQLSyntax

/// An expression after parse analysis: every name is resolved, every conversion is explicit.
///
/// Whoever evaluates it need not look a name up again; operators and functions are named as in
/// `pg_catalog`, with the types of their arguments.
package struct AnalyzedExpression: Hashable, Sendable {
  /// With modifiers where the value keeps to them.
  package var type: DataType
  package var node: AnalyzedNode
  /// A collation that was written, for what compares the value.
  package var collation: ObjectName?

  package init(type: DataType, node: AnalyzedNode, collation: ObjectName? = nil) {
    self.type = type
    self.node = node
    self.collation = collation
  }

  /// The constant NULL of a type.
  package static func null(_ type: DataType) -> AnalyzedExpression {
    AnalyzedExpression(type: type, node: .constant(nil))
  }
}

/// What an analyzed expression does.
package indirect enum AnalyzedNode: Hashable, Sendable {
  /// A literal in the text form of its type, which the type's input function reads; `nil` is NULL.
  case constant(String?)
  case column(ColumnSlot)
  /// A table's row as a value.
  case wholeRow(RowSlot, relation: ObjectID)
  /// `$1` is 1.
  case parameter(Int)
  case operation(OperatorUse, [AnalyzedExpression])
  case function(FunctionUse, [AnalyzedExpression])
  case aggregate(AggregateUse)
  /// A function that a statement made.
  case routine(ObjectID, [AnalyzedExpression])
  /// The operand becomes the expression's own type: base type, then modifiers, then the domain's
  /// checks.
  case conversion(AnalyzedExpression, CoercionPath, CoercionContext)
  case not(AnalyzedExpression)
  case and([AnalyzedExpression])
  case or([AnalyzedExpression])
  case isNull(AnalyzedExpression, isNegated: Bool)
  case isTruth(AnalyzedExpression, TruthValue, isNegated: Bool)
  /// `IS [NOT] DISTINCT FROM` by an equality.
  case distinct(AnalyzedExpression, AnalyzedExpression, OperatorUse, isNegated: Bool)
  /// A comparison of two rows, field by field; the symbol is the one written.
  case rowComparison(String, [AnalyzedPair])
  /// `x IN (a, b)`, `x = ANY (array)`; the array's elements have the operator's right type.
  case quantified(AnalyzedExpression, OperatorUse, Quantifier, array: AnalyzedExpression)
  /// `(a, b) IN (query)`, `a < ALL (query)`.
  case quantifiedQuery([AnalyzedExpression], [AnalyzedComparison], Quantifier, AnalyzedQuery)
  case special(SpecialFunction, [AnalyzedExpression], OperatorUse?)
  case current(CurrentValue, precision: Int?)
  case conditional([AnalyzedBranch], otherwise: AnalyzedExpression?)
  /// Its operand is evaluated once and stands for ``caseOperand`` in the branches.
  case conditionalOver(
    AnalyzedExpression, [AnalyzedBranch], otherwise: AnalyzedExpression?)
  case caseOperand
  /// `ARRAY[...]`; elements have the element type, or are arrays themselves.
  case array([AnalyzedExpression], isNested: Bool)
  case row([AnalyzedExpression])
  case subscripted(AnalyzedExpression, [AnalyzedSubscript])
  /// The field of a composite value by its number, from 1.
  case field(AnalyzedExpression, Int)
  case scalarQuery(AnalyzedQuery)
  case exists(AnalyzedQuery)
  case arrayQuery(AnalyzedQuery)
}

/// Where a column's value is found: a table of a query, counted from 0 within it.
package struct ColumnSlot: Hashable, Sendable {
  package var row: RowSlot
  /// From 0; a table's dropped columns are counted, so this is its number less one.
  package var column: Int

  package init(row: RowSlot, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A table of a query, or of one around it.
package struct RowSlot: Hashable, Sendable {
  /// 0 is the query itself, 1 the one around it.
  package var depth: Int
  /// The number of the source in its query; see ``AnalyzedSource``.
  package var source: Int

  package init(depth: Int = 0, source: Int) {
    self.depth = depth
    self.source = source
  }
}

/// An operator of `pg_catalog`.
package struct OperatorUse: Hashable, Sendable {
  package var symbol: String
  /// One for a prefix operator; polymorphic ones as declared.
  package var arguments: [DataType]
  package var result: DataType
  package var volatility: Volatility

  package init(
    symbol: String, arguments: [DataType], result: DataType, volatility: Volatility = .immutable
  ) {
    self.symbol = symbol
    self.arguments = arguments
    self.result = result
    self.volatility = volatility
  }
}

/// A function of `pg_catalog` or of an extension.
package struct FunctionUse: Hashable, Sendable {
  package var name: String
  /// Polymorphic ones as declared; a variadic function's last one stands for each argument.
  package var arguments: [DataType]
  package var volatility: Volatility
  package var returnsSet: Bool

  package init(
    name: String, arguments: [DataType], volatility: Volatility, returnsSet: Bool = false
  ) {
    self.name = name
    self.arguments = arguments
    self.volatility = volatility
    self.returnsSet = returnsSet
  }
}

/// A call of an aggregate.
package struct AggregateUse: Hashable, Sendable {
  package var function: FunctionUse
  /// Empty for `count(*)`.
  package var arguments: [AnalyzedExpression]
  package var isDistinct: Bool
  package var orderBy: [AnalyzedSortKey]
  package var filter: AnalyzedExpression?

  package init(
    function: FunctionUse, arguments: [AnalyzedExpression], isDistinct: Bool = false,
    orderBy: [AnalyzedSortKey] = [], filter: AnalyzedExpression? = nil
  ) {
    self.function = function
    self.arguments = arguments
    self.isDistinct = isDistinct
    self.orderBy = orderBy
    self.filter = filter
  }
}

/// Two fields that a row comparison compares.
package struct AnalyzedPair: Hashable, Sendable {
  package var left: AnalyzedExpression
  package var right: AnalyzedExpression
  package var operation: OperatorUse

  package init(left: AnalyzedExpression, right: AnalyzedExpression, operation: OperatorUse) {
    self.left = left
    self.right = right
    self.operation = operation
  }
}

/// How a value is compared with a query's column.
package struct AnalyzedComparison: Hashable, Sendable {
  package var operation: OperatorUse
  /// The query's column, its value standing at source 0 of depth 0, converted for the operator.
  package var column: AnalyzedExpression

  package init(operation: OperatorUse, column: AnalyzedExpression) {
    self.operation = operation
    self.column = column
  }
}

/// `WHEN condition THEN result`.
package struct AnalyzedBranch: Hashable, Sendable {
  package var condition: AnalyzedExpression
  package var result: AnalyzedExpression

  package init(condition: AnalyzedExpression, result: AnalyzedExpression) {
    self.condition = condition
    self.result = result
  }
}

/// One subscript; a slice where it is one.
package enum AnalyzedSubscript: Hashable, Sendable {
  case element(AnalyzedExpression)
  case slice(lower: AnalyzedExpression?, upper: AnalyzedExpression?)
}
