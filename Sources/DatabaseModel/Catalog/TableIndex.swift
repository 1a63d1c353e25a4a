package import SQLSyntax

/// An index.
package struct TableIndex: Hashable, Sendable {
  package var id: ObjectID
  package var schema: ObjectID
  package var name: Identifier
  package var table: ObjectID
  package var keys: [StoredIndexKey]
  /// Columns by number after INCLUDE.
  package var including: [Int]
  package var isUnique: Bool
  package var isPrimary: Bool
  package var nullsNotDistinct: Bool
  /// `btree` where nothing was said.
  package var method: String
  package var condition: StoredExpression?
  /// `false` after a CONCURRENTLY form failed.
  package var isValid: Bool
  /// The constraint it serves; such an index goes only with it.
  package var constraint: ObjectID?
  package var options: [String: String]
  /// SQLite's `sqlite_autoindex_…`, which has no SQL of its own.
  package var isAutomatic: Bool
  package var tablespace: String?
  /// SQLite: the statement as it now stands; `nil` for automatic indexes and on PostgreSQL.
  package var definition: CreateIndex?

  package init(
    id: ObjectID, schema: ObjectID, name: Identifier, table: ObjectID,
    keys: [StoredIndexKey] = [], including: [Int] = [], isUnique: Bool = false,
    isPrimary: Bool = false, nullsNotDistinct: Bool = false, method: String = "btree",
    condition: StoredExpression? = nil, isValid: Bool = true, constraint: ObjectID? = nil,
    options: [String: String] = [:], isAutomatic: Bool = false, tablespace: String? = nil,
    definition: CreateIndex? = nil
  ) {
    self.id = id
    self.schema = schema
    self.name = name
    self.table = table
    self.keys = keys
    self.including = including
    self.isUnique = isUnique
    self.isPrimary = isPrimary
    self.nullsNotDistinct = nullsNotDistinct
    self.method = method
    self.condition = condition
    self.isValid = isValid
    self.constraint = constraint
    self.options = options
    self.isAutomatic = isAutomatic
    self.tablespace = tablespace
    self.definition = definition
  }
}

/// One key of an index.
package struct StoredIndexKey: Hashable, Sendable {
  /// The column's number, or `nil` for an expression.
  package var column: Int?
  package var expression: StoredExpression?
  package var direction: SortDirection
  /// `nil` where it is the direction's default.
  package var nulls: NullsOrder?
  package var collation: ObjectName?
  package var operatorClass: ObjectName?

  package init(
    column: Int? = nil, expression: StoredExpression? = nil,
    direction: SortDirection = .ascending, nulls: NullsOrder? = nil,
    collation: ObjectName? = nil, operatorClass: ObjectName? = nil
  ) {
    self.column = column
    self.expression = expression
    self.direction = direction
    self.nulls = nulls
    self.collation = collation
    self.operatorClass = operatorClass
  }
}
