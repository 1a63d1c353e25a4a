/// A statement on rows after parse analysis.
package indirect enum AnalyzedStatement: Hashable, Sendable {
  case query(AnalyzedQuery)
  case insert(AnalyzedInsert)
  case update(AnalyzedUpdate)
  case delete(AnalyzedDelete)
  /// The catalog allows it, but what it computes has no typed tree.
  case unmodelled(reason: String)
}

/// An INSERT.
package struct AnalyzedInsert: Hashable, Sendable {
  package var commonTables: [AnalyzedCommonTable]
  package var table: ObjectID
  /// The columns that get values, by number from 1, in the order of the values.
  package var columns: [Int]
  package var source: AnalyzedInsertSource
  /// `SYSTEM` or `USER`.
  package var overriding: String?
  package var onConflict: AnalyzedConflict?
  package var returning: AnalyzedReturning?

  package init(
    commonTables: [AnalyzedCommonTable] = [], table: ObjectID, columns: [Int] = [],
    source: AnalyzedInsertSource, overriding: String? = nil, onConflict: AnalyzedConflict? = nil,
    returning: AnalyzedReturning? = nil
  ) {
    self.commonTables = commonTables
    self.table = table
    self.columns = columns
    self.source = source
    self.overriding = overriding
    self.onConflict = onConflict
    self.returning = returning
  }
}

/// Where the rows of an INSERT come from.
package enum AnalyzedInsertSource: Hashable, Sendable {
  case defaultValues
  /// Each value is already of its column's type; `nil` is DEFAULT.
  case rows([[AnalyzedExpression?]])
  /// For each column a value over the query's row, which stands at source 0 of depth 0.
  case query(AnalyzedQuery, values: [AnalyzedExpression])
}

/// `ON CONFLICT`.
package struct AnalyzedConflict: Hashable, Sendable {
  /// Indexes that decide; empty means all of them.
  package var arbiters: [ObjectID]
  package var action: AnalyzedConflictAction

  package init(arbiters: [ObjectID], action: AnalyzedConflictAction) {
    self.arbiters = arbiters
    self.action = action
  }
}

/// What happens on a conflict; the table's row stands at source 0, `excluded` at source 1.
package enum AnalyzedConflictAction: Hashable, Sendable {
  case nothing
  case update([AnalyzedAssignment], condition: AnalyzedExpression?)
}

/// `column = value`.
package enum AnalyzedAssignment: Hashable, Sendable {
  /// A column by number from 1; `nil` is DEFAULT.
  case value(Int, AnalyzedExpression?)
  /// `(a, b) = (query)`: for each column a value over the query's row, which stands at source 0 of
  /// depth 0; no row gives NULLs.
  case query([Int], AnalyzedQuery, values: [AnalyzedExpression])
}

/// An UPDATE; the target's row stands at source 0.
package struct AnalyzedUpdate: Hashable, Sendable {
  package var commonTables: [AnalyzedCommonTable]
  package var table: ObjectID
  package var isOnly: Bool
  package var from: [AnalyzedSource]
  package var sourceCount: Int
  package var condition: AnalyzedExpression?
  package var assignments: [AnalyzedAssignment]
  package var returning: AnalyzedReturning?

  package init(
    commonTables: [AnalyzedCommonTable] = [], table: ObjectID, isOnly: Bool = false,
    from: [AnalyzedSource] = [], sourceCount: Int = 1, condition: AnalyzedExpression? = nil,
    assignments: [AnalyzedAssignment] = [], returning: AnalyzedReturning? = nil
  ) {
    self.commonTables = commonTables
    self.table = table
    self.isOnly = isOnly
    self.from = from
    self.sourceCount = sourceCount
    self.condition = condition
    self.assignments = assignments
    self.returning = returning
  }
}

/// A DELETE; the target's row stands at source 0.
package struct AnalyzedDelete: Hashable, Sendable {
  package var commonTables: [AnalyzedCommonTable]
  package var table: ObjectID
  package var isOnly: Bool
  package var using: [AnalyzedSource]
  package var sourceCount: Int
  package var condition: AnalyzedExpression?
  package var returning: AnalyzedReturning?

  package init(
    commonTables: [AnalyzedCommonTable] = [], table: ObjectID, isOnly: Bool = false,
    using: [AnalyzedSource] = [], sourceCount: Int = 1, condition: AnalyzedExpression? = nil,
    returning: AnalyzedReturning? = nil
  ) {
    self.commonTables = commonTables
    self.table = table
    self.isOnly = isOnly
    self.using = using
    self.sourceCount = sourceCount
    self.condition = condition
    self.returning = returning
  }
}

/// RETURNING, over the changed row at source 0 and the other sources.
package struct AnalyzedReturning: Hashable, Sendable {
  package var columns: [AnalyzedColumn]
  package var items: [AnalyzedExpression]

  package init(columns: [AnalyzedColumn], items: [AnalyzedExpression]) {
    self.columns = columns
    self.items = items
  }
}
