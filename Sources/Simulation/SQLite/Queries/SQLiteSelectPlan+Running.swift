import Engines
import SQLSyntax

/// A row of a result with the values it is sorted by.
struct SQLiteSortedRow {
  var row: [SQLValue]
  var keys: [SQLValue]
}

extension SQLiteSelectPlan {
  /// All rows with the values of the sort terms, or the first `limit` of them.
  func run(
    _ parent: SQLiteFrame?, in database: SQLiteExecution, terms: [SQLiteSortTerm], limit: Int?
  ) throws(SQLiteHalt) -> [SQLiteSortedRow] {
    let frame = SQLiteFrame(database, sources: sources.count, parent: parent)
    if isAggregate { return try runGroups(frame, terms) }
    var rows: [SQLiteSortedRow] = []
    try forEachRow(frame) { () throws(SQLiteHalt) in
      if let limit, rows.count >= limit { return false }
      rows.append(try row(frame, terms))
      return limit.map { rows.count < $0 } ?? true
    }
    return rows
  }

  private func row(_ frame: SQLiteFrame, _ terms: [SQLiteSortTerm]) throws(SQLiteHalt)
    -> SQLiteSortedRow
  {
    var row: [SQLValue] = []
    row.reserveCapacity(outputs.count)
    for output in outputs { row.append(try output.evaluate(frame)) }
    var keys: [SQLValue] = []
    for term in terms { keys.append(try term.value(row, frame)) }
    return SQLiteSortedRow(row: row, keys: keys)
  }

  private func runGroups(
    _ frame: SQLiteFrame, _ terms: [SQLiteSortTerm]
  ) throws(SQLiteHalt) -> [SQLiteSortedRow] {
    var groups: [Group] = []
    var places: SortedTree<SQLiteIndexKey, Int> = SortedTree()
    try forEachRow(frame) { () throws(SQLiteHalt) in
      var values: [SQLValue] = []
      var folded: [SQLValue] = []
      for group in self.groups {
        let value = try group.evaluate(frame)
        values.append(value)
        folded.append(value.folded(group.collation ?? .binary))
      }
      let key = SQLiteIndexKey(first: folded.first ?? .null, rest: Array(folded.dropFirst()))
      let place: Int
      if let known = places[key] {
        place = known
        try groups[place].check(values)
      } else {
        place = groups.count
        places.set(key, place)
        groups.append(Group(self, values))
      }
      try groups[place].add(frame, self)
      return true
    }
    if groups.isEmpty, self.groups.isEmpty { groups.append(Group(self, [])) }
    var rows: [SQLiteSortedRow] = []
    for group in groups {
      try group.finish(frame, self)
      if let having, try having.evaluate(frame).truth != true { continue }
      rows.append(try row(frame, terms))
    }
    return rows
  }
}

/// The rows that GROUP BY puts together.
private struct Group {
  let values: [SQLValue]
  var accumulators: [SQLiteAccumulator]
  /// The row that stands for the group.
  var rows: [[SQLValue]?]?
  var rowIDs: [Int64] = []
  /// Whether rows of the group differ in a column that nothing decides.
  var isAmbiguous = false

  init(_ plan: SQLiteSelectPlan, _ values: [SQLValue]) {
    self.values = values
    accumulators = plan.aggregates.calls.map(SQLiteAccumulator.init)
  }

  /// Values that are equal and not the same leave open which of them stands for the group.
  func check(_ other: [SQLValue]) throws(SQLiteHalt) {
    for (one, second) in zip(values, other) where !one.isSame(as: second) {
      throw .unmodelled("GROUP BY over values that are equal and not the same")
    }
  }

  mutating func add(_ frame: SQLiteFrame, _ plan: SQLiteSelectPlan) throws(SQLiteHalt) {
    var isExtreme = false
    for number in accumulators.indices where try accumulators[number].add(frame) {
      isExtreme = true
    }
    guard let known = rows else {
      rows = frame.rows
      rowIDs = frame.rowIDs
      return
    }
    if hasOneExtreme {
      if isExtreme {
        rows = frame.rows
        rowIDs = frame.rowIDs
      }
      return
    }
    for (source, column) in plan.bareColumns {
      let isSame =
        column < 0
        ? rowIDs[source] == frame.rowIDs[source]
        : (known[source]?[column] ?? .null).isSame(as: frame.rows[source]?[column] ?? .null)
      if !isSame { isAmbiguous = true }
    }
  }

  /// With exactly one `min` or `max`, bare columns are taken from its row.
  private var hasOneExtreme: Bool {
    accumulators.count { $0.call.kind == .minimum || $0.call.kind == .maximum } == 1
  }

  func finish(_ frame: SQLiteFrame, _ plan: SQLiteSelectPlan) throws(SQLiteHalt) {
    frame.rows = rows ?? frame.rows.map { _ in nil }
    frame.rowIDs = rows == nil ? frame.rowIDs.map { _ in 0 } : rowIDs
    var results: [SQLValue] = []
    for accumulator in accumulators {
      results.append(try accumulator.result(isOrdered: plan.isScanOrdered))
    }
    frame.aggregates = results
    if plan.bareColumns.isEmpty { return }
    let isTied = hasOneExtreme && accumulators.contains { $0.bestCount != 1 && $0.isExtreme }
    if isAmbiguous || isTied, rows != nil {
      throw .unmodelled("A column that neither GROUP BY nor an aggregate decides")
    }
  }
}

extension SQLiteAccumulator {
  fileprivate var isExtreme: Bool { call.kind == .minimum || call.kind == .maximum }
}

extension SQLValue {
  /// Whether two values are the same, not only equal.
  func isSame(as other: SQLValue) -> Bool {
    typeName == other.typeName && compare(other) == 0
  }
}
