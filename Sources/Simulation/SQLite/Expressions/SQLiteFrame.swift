import Engines

/// The rows that an expression sees: one level of a query, inside those around it.
final class SQLiteFrame {
  /// By source; `nil` is the row of NULLs of an outer join.
  var rows: [[SQLValue]?]
  var rowIDs: [Int64]
  /// Results of aggregates, once the group is complete.
  var aggregates: [SQLValue] = []
  let parent: SQLiteFrame?
  /// The database that subqueries read.
  unowned let database: SQLiteExecution

  init(_ database: SQLiteExecution, sources: Int, parent: SQLiteFrame? = nil) {
    self.database = database
    self.parent = parent
    rows = Array(repeating: nil, count: sources)
    rowIDs = Array(repeating: 0, count: sources)
  }
}

typealias SQLiteEvaluation = (SQLiteFrame) throws(SQLiteHalt) -> SQLValue

/// An expression whose names are resolved.
struct SQLiteExpression {
  var evaluate: SQLiteEvaluation
  var affinity = SQLiteAffinity.none
  var collation: SQLiteCollation?
  /// The collation was written with COLLATE somewhere inside.
  var hasWrittenCollation = false
  /// The value, where it depends on nothing.
  var constant: SQLValue?
  /// The sources of its own level that it reads, and whether it reads a level around it.
  var reads = SQLiteReads()
  /// The column that it is, at its own level; -1 is the rowid.
  var column: (source: Int, column: Int)?
  /// What it says is equal, where it is such a condition.
  var equality: SQLiteEqualityTerm?

  init(constant value: SQLValue) {
    constant = value
    evaluate = { _ in value }
  }

  init(_ evaluate: @escaping SQLiteEvaluation) { self.evaluate = evaluate }

  init(reading operands: [SQLiteExpression], _ evaluate: @escaping SQLiteEvaluation) {
    self.evaluate = evaluate
    for operand in operands { reads.formUnion(operand.reads) }
    hasWrittenCollation = false
    if let first = operands.first(where: \.hasWrittenCollation) {
      hasWrittenCollation = true
      collation = first.collation
    }
  }
}

/// Two expressions that a condition says are equal.
final class SQLiteEqualityTerm {
  let left: SQLiteExpression
  let right: SQLiteExpression
  let collation: SQLiteCollation

  init(_ pair: SQLiteComparedPair) {
    left = pair.left
    right = pair.right
    collation = pair.collation
  }
}

/// What an expression reads.
struct SQLiteReads {
  /// Sources of the level at hand, as bits.
  var sources: UInt64 = 0
  var isCorrelated = false
  var hasSubquery = false
  /// It may be refused, or not be modelled, for some rows.
  var isFallible = false

  mutating func formUnion(_ other: SQLiteReads) {
    sources |= other.sources
    isCorrelated = isCorrelated || other.isCorrelated
    hasSubquery = hasSubquery || other.hasSubquery
    isFallible = isFallible || other.isFallible
  }
}
