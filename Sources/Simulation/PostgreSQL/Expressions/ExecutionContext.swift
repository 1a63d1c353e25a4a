package import DatabaseModel

/// What the evaluation of one statement shares: the database as it was when the statement began.
package final class ExecutionContext {
  package let database: Database
  package let session: SessionState
  package let reader: ValueReader
  package var sequences: (any SequenceFunctions)?
  /// Microseconds since 2000-01-01 in UTC at which the transaction began; `nil` where what depends
  /// on it is not modelled.
  package var now: Int64?
  /// Source of what the engine takes from chance; `nil` where that is not modelled.
  package var random: (() -> UInt64)?
  /// Whether a value depended on the moment or on chance, so that an engine's differs.
  package var isNondeterministic = false
  /// Rows of common tables under way, innermost last.
  var commonTables: [[String: CommonTableRows]] = []
  /// `$1`, `$2`, ….
  package var parameters: [Datum] = []
  var depth = 0
  /// Carries out a change that stands within WITH, and gives the rows it returns.
  package var change: ((AnalyzedStatement) throws(EvaluationFailure) -> [[Datum]])?

  package init(database: Database, session: SessionState) {
    self.database = database
    self.session = session
    reader = ValueReader(catalog: database.catalog, session: session)
  }

  package var catalog: Catalog { database.catalog }

  func moment() throws(EvaluationFailure) -> Int64 {
    guard let now else { throw .unmodelled("The moment of a statement is not modelled") }
    isNondeterministic = true
    return now
  }

  func chance() throws(EvaluationFailure) -> UInt64 {
    guard let random else { throw .unmodelled("Chance is not modelled") }
    isNondeterministic = true
    return random()
  }
}

/// The rows of a common table, made when they are first read.
final class CommonTableRows {
  var rows: [[Datum]]?
  let make: () throws(EvaluationFailure) -> [[Datum]]

  init(_ make: @escaping () throws(EvaluationFailure) -> [[Datum]]) { self.make = make }

  func read() throws(EvaluationFailure) -> [[Datum]] {
    if let rows { return rows }
    let made = try make()
    rows = made
    return made
  }
}

/// The rows that an expression is evaluated over.
package final class Frame {
  package let context: ExecutionContext
  /// By the number of the source; a table's dropped columns hold NULL.
  package var rows: [[Datum]]
  package let outer: Frame?
  /// Results of the aggregates of a group, by their number.
  var aggregates: [Datum] = []
  /// Operands of CASE under way.
  var caseOperands: [Datum] = []

  package init(_ context: ExecutionContext, rows: [[Datum]] = [], outer: Frame? = nil) {
    self.context = context
    self.rows = rows
    self.outer = outer
  }
}
