import SQLSyntax

/// The names that one level of a query offers.
final class NameScope {
  var sources: [NameSource]
  let parent: NameScope?
  /// The result's columns, where their aliases can be used.
  var results: [ResultColumn]?
  var allowsAggregates = false
  var allowsWindows = false
  var hasAggregate = false
  /// Columns of this level that were used so far.
  var referenceCount = 0
  /// Set where the expression stands in a table's or an index's own definition.
  var selfReference: SelfReference?
  /// Whether subqueries in expressions have had their FROM clauses looked at.
  var isExpanded = false
  /// `excluded` of an upsert.
  var excluded: NameSource?
  var windowNames: Set<String> = []

  init(sources: [NameSource] = [], parent: NameScope? = nil) {
    self.sources = sources
    self.parent = parent
  }
}

/// A place whose expressions may use only the row at hand.
enum SelfReference: String {
  case check = "CHECK constraints"
  case partialIndex = "partial index WHERE clauses"
  case indexExpression = "index expressions"
  case generatedColumn = "generated columns"
}

/// One table, view, subquery or common table in a FROM clause.
struct NameSource {
  /// The name it answers to, in comparison form; `nil` for a subquery without a name.
  var key: String?
  var isAlias = false
  var schema: ObjectID?
  var relation: ObjectID?
  var columns: [SourceColumn] = []
  /// Whether all columns are known by name.
  var isComplete = true
  var hasRowID = false
  /// The column that is the rowid under another name, by its position.
  var rowIDColumn: Int?
  /// Columns that a USING or NATURAL join merged with those of a table to the left.
  var mergedColumns: Set<String> = []
}

/// A column that a source offers.
struct SourceColumn {
  /// `nil` where the name is taken from the text of an expression.
  var name: String?
  var affinity: SQLiteAffinity = .blob
  var isHidden = false

  var key: String? { name?.asciiLowercased() }
}

/// A column of a query's result.
struct ResultColumn {
  /// `nil` where the name is taken from the text of the expression.
  var name: String?
  /// The name as written, which is what a query around this one sees.
  var writtenName: String?
  /// Whether the name was given, by AS or by `*`, so that other clauses can use it.
  var isNamed = false
  var affinity: SQLiteAffinity = .blob
  var hasAggregate = false
  var hasWindow = false
  var expression: SQLExpression?
  /// For a column that `*` stands for: what it is.
  var source: SourceColumn?

  var key: String? { name?.asciiLowercased() }
}

/// What a column name was found to mean.
enum ResolvedName {
  case column(SourceColumn)
  case rowID(columnName: String?)
  case result(ResultColumn)
  case constant
}

/// A use of a table's or a column's name in the statement at hand.
struct NameUse: Hashable {
  /// The identifier's number in the stored statement.
  var number: Int
  var relation: ObjectID
  /// The column's position from 0, `nil` for the table's own name.
  var column: Int?
}
