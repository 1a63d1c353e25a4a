import Engines
import SQLSyntax

/// A key of ORDER BY.
struct SQLiteSortTerm {
  /// The result's column it sorts by, or an expression.
  var column: Int?
  var expression: SQLiteExpression?
  var isDescending: Bool
  var nullsFirst: Bool
  var collation: SQLiteCollation

  func value(_ row: [SQLValue], _ frame: SQLiteFrame) throws(SQLiteHalt) -> SQLValue {
    if let column { return row[column] }
    return try expression?.evaluate(frame) ?? .null
  }

  func compare(_ left: SQLValue, _ right: SQLValue) -> Int {
    if left.isNull || right.isNull {
      if left.isNull && right.isNull { return 0 }
      return left.isNull == nullsFirst ? -1 : 1
    }
    let order = left.compare(right, collation)
    return isDescending ? -order : order
  }
}

/// A whole query, ready to run.
final class SQLiteQueryPlan {
  enum Body {
    case select(SQLiteSelectPlan)
    case values([[SQLiteExpression]])
    case compound([Term])
  }

  /// One SELECT of a compound, and how it joins what stands before it.
  struct Term {
    var plan: SQLiteQueryPlan
    var kind: SetOperator
    var isAll: Bool
  }

  var body: Body = .values([])
  var columns: [SQLiteQueryColumn] = []
  var order: [SQLiteSortTerm] = []
  var limit: SQLiteExpression?
  var offset: SQLiteExpression?
  /// It uses rows of a query around it, or of a trigger.
  var isCorrelated = false
  private var cache: (program: Int, result: SQLiteQueryResult)?

  /// The rows; those of a query that depends on nothing outside are worked out once a program.
  func run(
    _ parent: SQLiteFrame?, in database: SQLiteExecution, atMost most: Int? = nil
  ) throws(SQLiteHalt) -> SQLiteQueryResult {
    if !isCorrelated, let cache, cache.program == database.program { return cache.result }
    let result = try runNow(parent, in: database, most)
    if !isCorrelated, most == nil { cache = (database.program, result) }
    return result
  }

  private func runNow(
    _ parent: SQLiteFrame?, in database: SQLiteExecution, _ most: Int?
  ) throws(SQLiteHalt) -> SQLiteQueryResult {
    let frame = SQLiteFrame(database, sources: 0, parent: parent)
    let bounds = try bounds(frame)
    var wanted = bounds.limit.map { $0 + bounds.offset }
    if let most { wanted = min(wanted ?? Int.max, most + bounds.offset) }
    if bounds.limit == 0 { return SQLiteQueryResult(rows: [], isOrdered: true) }
    var result: SQLiteQueryResult
    switch body {
    case .values(let rows): result = try values(rows, frame)
    case .select(let plan): result = try select(plan, parent, database, wanted)
    case .compound(let terms): result = try compound(terms, parent, database)
    }
    if bounds.offset > 0 || bounds.limit != nil || most != nil {
      try cut(&result, from: bounds.offset, count: most ?? bounds.limit, isProbe: most != nil)
    }
    return result
  }

  private func values(_ rows: [[SQLiteExpression]], _ frame: SQLiteFrame) throws(SQLiteHalt)
    -> SQLiteQueryResult
  {
    var result: [[SQLValue]] = []
    for row in rows {
      var values: [SQLValue] = []
      for expression in row { values.append(try expression.evaluate(frame)) }
      result.append(values)
    }
    return SQLiteQueryResult(rows: result, isOrdered: true)
  }

  private func bounds(_ frame: SQLiteFrame) throws(SQLiteHalt) -> (limit: Int?, offset: Int) {
    guard let limit else { return (nil, 0) }
    let count = try whole(limit, frame)
    let skipped = try offset.map { offset throws(SQLiteHalt) in try whole(offset, frame) } ?? 0
    return (count < 0 ? nil : count, max(0, skipped))
  }

  private func whole(_ expression: SQLiteExpression, _ frame: SQLiteFrame) throws(SQLiteHalt) -> Int
  {
    guard case .integer(let value) = try expression.evaluate(frame).stored(.integer) else {
      throw .error("datatype mismatch", .limitMismatch, code: SQLiteResult.mismatch)
    }
    return Int(clamping: min(value, 1_000_000_000_000))
  }

  private func select(
    _ plan: SQLiteSelectPlan, _ parent: SQLiteFrame?, _ database: SQLiteExecution, _ wanted: Int?
  ) throws(SQLiteHalt) -> SQLiteQueryResult {
    let stopsEarly = order.isEmpty && !plan.isDistinct && !plan.isAggregate && plan.isScanOrdered
    let rows: [SQLiteSortedRow]
    do throws(SQLiteHalt) {
      rows = try plan.run(parent, in: database, terms: order, limit: stopsEarly ? wanted : nil)
    } catch {
      if case .refused = error, plan.sources.count > 1 || !plan.isScanOrdered {
        throw .unmodelled("A refusal that depends on the order in which rows are met")
      }
      throw error
    }
    let isOrdered = plan.isScanOrdered && (!plan.isAggregate || plan.groups.isEmpty)
    return try finish(rows, plan.isDistinct, isOrdered: isOrdered, plan.columns)
  }

  /// DISTINCT and ORDER BY.
  func finish(
    _ rows: [SQLiteSortedRow], _ isDistinct: Bool, isOrdered: Bool, _ columns: [SQLiteQueryColumn]
  ) throws(SQLiteHalt) -> SQLiteQueryResult {
    var rows = rows
    var isOrdered = isOrdered || rows.count < 2
    if isDistinct { rows = try Self.distinct(rows, columns.map { $0.collation ?? .binary }) }
    if !order.isEmpty { isOrdered = sort(&rows) }
    return SQLiteQueryResult(rows: rows.map(\.row), isOrdered: isOrdered || rows.count < 2)
  }

  /// - Returns: Whether the order leaves nothing open.
  private func sort(_ rows: inout [SQLiteSortedRow]) -> Bool {
    func compare(_ left: SQLiteSortedRow, _ right: SQLiteSortedRow) -> Int {
      for (number, term) in order.enumerated() {
        let order = term.compare(left.keys[number], right.keys[number])
        if order != 0 { return order }
      }
      return 0
    }
    rows.sort { compare($0, $1) < 0 }
    for (left, right) in zip(rows, rows.dropFirst()) where compare(left, right) == 0 {
      if zip(left.row, right.row).contains(where: { !$0.isSame(as: $1) }) { return false }
    }
    return true
  }

  static func distinct(
    _ rows: [SQLiteSortedRow], _ collations: [SQLiteCollation]
  ) throws(SQLiteHalt) -> [SQLiteSortedRow] {
    var seen: SortedTree<SQLiteIndexKey, Int> = SortedTree()
    var kept: [SQLiteSortedRow] = []
    for row in rows {
      let folded = zip(row.row, collations).map { $0.folded($1) }
      let key = SQLiteIndexKey(first: folded.first ?? .null, rest: Array(folded.dropFirst()))
      guard let place = seen[key] else {
        seen.set(key, kept.count)
        kept.append(row)
        continue
      }
      if zip(row.row, kept[place].row).contains(where: { !$0.isSame(as: $1) }) {
        throw .unmodelled("Rows that are equal and not the same")
      }
    }
    return kept
  }

  private func cut(
    _ result: inout SQLiteQueryResult, from offset: Int, count: Int?, isProbe: Bool
  ) throws(SQLiteHalt) {
    let start = min(offset, result.rows.count)
    let end = count.map { min(result.rows.count, start + $0) } ?? result.rows.count
    let isWhole = start == 0 && end == result.rows.count
    if !isWhole, !result.isOrdered, !isProbe {
      let first = result.rows[0]
      let areAllSame = result.rows.allSatisfy { row in
        zip(row, first).allSatisfy { $0.isSame(as: $1) }
      }
      if !areAllSame { throw .unmodelled("LIMIT of rows whose order is open") }
    }
    result.rows = Array(result.rows[start..<end])
  }
}
