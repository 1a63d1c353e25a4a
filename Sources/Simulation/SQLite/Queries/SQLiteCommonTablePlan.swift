import Engines
import SQLSyntax

/// A common table: a query with a name, worked out once where it is used.
final class SQLiteCommonTablePlan {
  var columns: [SQLiteScopeColumn] = []
  /// The query, or the first part of a recursive one.
  var initial: SQLiteQueryPlan?
  /// The parts that read the table itself.
  var recursive: [SQLiteQueryPlan] = []
  var keepsDuplicates = true
  var limit: SQLiteExpression?
  var offset: SQLiteExpression?
  /// While a recursive part runs: the row it sees.
  private var current: [SQLValue]?

  /// More rows than that are taken for a recursion without end.
  private static let maximumRows = 200_000

  func rows(in frame: SQLiteFrame) throws(SQLiteHalt) -> SQLiteQueryResult {
    if let current { return SQLiteQueryResult(rows: [current], isOrdered: true) }
    guard let initial else { throw .unmodelled("A common table that reads itself") }
    let start = try initial.run(frame.parent, in: frame.database)
    if recursive.isEmpty { return start }
    return try recurse(start, frame)
  }

  private func recurse(_ start: SQLiteQueryResult, _ frame: SQLiteFrame) throws(SQLiteHalt)
    -> SQLiteQueryResult
  {
    let limit = try limit.map { limit throws(SQLiteHalt) in
      try limit.evaluate(frame).asInteger
    }
    let bound = limit.flatMap { $0 < 0 ? nil : Int(clamping: $0) }
    var seen: SortedTree<SQLiteIndexKey, Bool> = SortedTree()
    var result: [[SQLValue]] = []
    var isOrdered = start.isOrdered
    func add(_ rows: [[SQLValue]]) {
      for row in rows {
        if !keepsDuplicates {
          let folded = row.map { $0.folded(.binary) }
          let key = SQLiteIndexKey(first: folded.first ?? .null, rest: Array(folded.dropFirst()))
          if seen[key] != nil { continue }
          seen.set(key, true)
        }
        result.append(row)
      }
    }
    add(start.rows)
    var next = 0
    defer { current = nil }
    while next < result.count, bound.map({ next < $0 }) ?? true {
      current = result[next]
      next += 1
      for plan in recursive {
        let more = try plan.run(frame.parent, in: frame.database)
        isOrdered = isOrdered && more.isOrdered
        add(more.rows)
      }
      if result.count > Self.maximumRows { throw .unmodelled("A recursion of many rows") }
    }
    if let bound {
      if result.count > bound, !isOrdered { throw .unmodelled("LIMIT of rows in any order") }
      result = Array(result.prefix(bound))
    }
    return SQLiteQueryResult(rows: result, isOrdered: isOrdered)
  }
}
