package import DatabaseModel

/// Rows of a query, and whether an engine must give them in this order.
package struct QueryRows {
  package var rows: [[Datum]]
  /// The order follows from ORDER BY: no two rows stand equal in it.
  package var isOrdered: Bool
  /// Another order of the same data could give other rows: LIMIT cuts where nothing orders.
  package var isDetermined: Bool

  package init(rows: [[Datum]], isOrdered: Bool = false, isDetermined: Bool = true) {
    self.rows = rows
    self.isOrdered = isOrdered
    self.isDetermined = isDetermined
  }
}

/// A query made ready to be run many times.
package final class CompiledQuery {
  package let columns: [AnalyzedColumn]
  private let body: (Frame?) throws(EvaluationFailure) -> QueryRows

  init(
    columns: [AnalyzedColumn], _ body: @escaping (Frame?) throws(EvaluationFailure) -> QueryRows
  ) {
    self.columns = columns
    self.body = body
  }

  /// Runs the query; columns of outer queries are looked up in the frame.
  package func run(outer: Frame? = nil) throws(EvaluationFailure) -> QueryRows { try body(outer) }

  package func rows(outer: Frame? = nil) throws(EvaluationFailure) -> [[Datum]] {
    try body(outer).rows
  }
}

/// Walks the rows of FROM: sets them in the frame, one after the other.
typealias Scan = (Frame, Visit) throws(EvaluationFailure) -> Void
typealias Visit = () throws(EvaluationFailure) -> Void

/// Items of FROM beside a target, with a condition over all of them.
package struct CompiledSources {
  let scan: Scan
  let condition: CompiledExpression?

  /// Visits each combination of rows that satisfies the condition; what the frame holds already
  /// stays.
  package func forEachFrame(
    _ frame: Frame, _ visit: () throws(EvaluationFailure) -> Void
  ) throws(EvaluationFailure) {
    try withoutActuallyEscaping(visit) { visit throws(EvaluationFailure) in
      try scan(frame) { () throws(EvaluationFailure) in
        if let condition, try !condition.isTrue(frame) { return }
        try visit()
      }
    }
  }
}
