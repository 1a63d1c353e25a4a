package import SQLSyntax

/// A query after parse analysis.
package struct AnalyzedQuery: Hashable, Sendable {
  package var columns: [AnalyzedColumn]
  package var commonTables: [AnalyzedCommonTable]
  package var body: AnalyzedQueryBody
  package var orderBy: [AnalyzedSortKey]
  package var limit: AnalyzedExpression?
  package var limitWithTies: Bool
  package var offset: AnalyzedExpression?
  package var locking: [LockingClause]

  package init(
    columns: [AnalyzedColumn], commonTables: [AnalyzedCommonTable] = [],
    body: AnalyzedQueryBody, orderBy: [AnalyzedSortKey] = [], limit: AnalyzedExpression? = nil,
    limitWithTies: Bool = false, offset: AnalyzedExpression? = nil,
    locking: [LockingClause] = []
  ) {
    self.columns = columns
    self.commonTables = commonTables
    self.body = body
    self.orderBy = orderBy
    self.limit = limit
    self.limitWithTies = limitWithTies
    self.offset = offset
    self.locking = locking
  }
}

/// A column of a result.
package struct AnalyzedColumn: Hashable, Sendable {
  package var name: String
  package var type: DataType

  package init(name: String, type: DataType) {
    self.name = name
    self.type = type
  }
}

/// A query without WITH, ORDER BY and LIMIT.
package indirect enum AnalyzedQueryBody: Hashable, Sendable {
  case select(AnalyzedSelect)
  /// Rows of equal length, each value of its column's type.
  case values([[AnalyzedExpression]])
  case compound(AnalyzedSetOperation)
}

/// `left UNION [ALL] right`.
package struct AnalyzedSetOperation: Hashable, Sendable {
  package var kind: SetOperator
  package var isAll: Bool
  package var left: AnalyzedQuery
  package var right: AnalyzedQuery
  /// Each column of a side, standing at source 0 of depth 0, converted to the common type.
  package var leftColumns: [AnalyzedExpression]
  package var rightColumns: [AnalyzedExpression]

  package init(
    kind: SetOperator, isAll: Bool, left: AnalyzedQuery, right: AnalyzedQuery,
    leftColumns: [AnalyzedExpression], rightColumns: [AnalyzedExpression]
  ) {
    self.kind = kind
    self.isAll = isAll
    self.left = left
    self.right = right
    self.leftColumns = leftColumns
    self.rightColumns = rightColumns
  }
}

/// `SELECT ... FROM ... WHERE ... GROUP BY ... HAVING`.
package struct AnalyzedSelect: Hashable, Sendable {
  package var distinct: AnalyzedDistinctness
  /// One for each column of the result.
  package var items: [AnalyzedExpression]
  package var from: [AnalyzedSource]
  /// How many sources are numbered here.
  package var sourceCount: Int
  package var condition: AnalyzedExpression?
  /// Whether rows are gathered into groups: GROUP BY, HAVING or an aggregate.
  package var isGrouped: Bool
  package var groupBy: [AnalyzedExpression]
  package var having: AnalyzedExpression?

  package init(
    distinct: AnalyzedDistinctness = .all, items: [AnalyzedExpression],
    from: [AnalyzedSource] = [], sourceCount: Int = 0, condition: AnalyzedExpression? = nil,
    isGrouped: Bool = false, groupBy: [AnalyzedExpression] = [],
    having: AnalyzedExpression? = nil
  ) {
    self.distinct = distinct
    self.items = items
    self.from = from
    self.sourceCount = sourceCount
    self.condition = condition
    self.isGrouped = isGrouped
    self.groupBy = groupBy
    self.having = having
  }
}

/// `SELECT`, `SELECT DISTINCT` or `SELECT DISTINCT ON`.
package enum AnalyzedDistinctness: Hashable, Sendable {
  case all
  case distinct
  case on([AnalyzedSortValue])
}

/// A key of ORDER BY.
package struct AnalyzedSortKey: Hashable, Sendable {
  package var value: AnalyzedSortValue
  package var isDescending: Bool
  package var nullsFirst: Bool

  package init(value: AnalyzedSortValue, isDescending: Bool = false, nullsFirst: Bool = false) {
    self.value = value
    self.isDescending = isDescending
    self.nullsFirst = nullsFirst
  }
}

/// What a sort key looks at.
package enum AnalyzedSortValue: Hashable, Sendable {
  /// A column of the result, from 0.
  case output(Int)
  /// An expression over the sources.
  case expression(AnalyzedExpression)
}

/// An item of FROM; each table, function and subquery in it has a number in its query.
package indirect enum AnalyzedSource: Hashable, Sendable {
  /// A table, or a materialized view; its row has a value for each column, dropped ones too.
  case table(Int, ObjectID, isOnly: Bool)
  /// A view: its query, read where it stands.
  case view(Int, ObjectID)
  /// A sequence: `last_value`, `log_cnt`, `is_called`.
  case sequence(Int, ObjectID)
  /// A common table by name, the innermost one first.
  case commonTable(Int, String)
  /// Where lateral, the sources before it are at depth 1.
  case query(Int, AnalyzedQuery, isLateral: Bool)
  case function(Int, AnalyzedTableFunction)
  case join(AnalyzedJoin)
}

/// A function in FROM.
package struct AnalyzedTableFunction: Hashable, Sendable {
  package var call: AnalyzedExpression
  /// Columns of its row, without the ordinality.
  package var columns: [AnalyzedColumn]
  package var hasOrdinality: Bool

  package init(call: AnalyzedExpression, columns: [AnalyzedColumn], hasOrdinality: Bool) {
    self.call = call
    self.columns = columns
    self.hasOrdinality = hasOrdinality
  }
}

/// A join of two items of FROM.
package struct AnalyzedJoin: Hashable, Sendable {
  package var kind: JoinKind
  package var left: AnalyzedSource
  package var right: AnalyzedSource
  package var condition: AnalyzedExpression?

  package init(
    kind: JoinKind, left: AnalyzedSource, right: AnalyzedSource, condition: AnalyzedExpression?
  ) {
    self.kind = kind
    self.left = left
    self.right = right
    self.condition = condition
  }
}

/// A common table.
package struct AnalyzedCommonTable: Hashable, Sendable {
  package var name: String
  package var columns: [AnalyzedColumn]
  package var body: AnalyzedCommonTableBody

  package init(name: String, columns: [AnalyzedColumn], body: AnalyzedCommonTableBody) {
    self.name = name
    self.columns = columns
    self.body = body
  }
}

/// What gives a common table its rows.
package indirect enum AnalyzedCommonTableBody: Hashable, Sendable {
  case query(AnalyzedQuery)
  /// `first UNION [ALL] second`, where the second reads the table itself.
  case recursive(first: AnalyzedQuery, second: AnalyzedQuery, isAll: Bool)
  case change(AnalyzedStatement)
}
