import Engines
import SQLSyntax

extension SQLiteQueryPlan {
  func compound(
    _ terms: [Term], _ parent: SQLiteFrame?, _ database: SQLiteExecution
  ) throws(SQLiteHalt) -> SQLiteQueryResult {
    var result = try terms[0].plan.run(parent, in: database)
    let collations = columns.map { $0.collation ?? .binary }
    for term in terms.dropFirst() {
      let next = try term.plan.run(parent, in: database)
      if term.isAll, term.kind == .union {
        result.rows += next.rows
        result.isOrdered = result.isOrdered && next.isOrdered
        continue
      }
      try combine(&result, next, term.kind, collations)
    }
    let frame = SQLiteFrame(database, sources: 0, parent: parent)
    var rows: [SQLiteSortedRow] = []
    for row in result.rows {
      var keys: [SQLValue] = []
      for term in order { keys.append(try term.value(row, frame)) }
      rows.append(SQLiteSortedRow(row: row, keys: keys))
    }
    return try finish(rows, false, isOrdered: result.isOrdered, columns)
  }

  private func combine(
    _ result: inout SQLiteQueryResult, _ next: SQLiteQueryResult, _ kind: SetOperator,
    _ collations: [SQLiteCollation]
  ) throws(SQLiteHalt) {
    func key(_ row: [SQLValue]) -> SQLiteIndexKey {
      let folded = zip(row, collations).map { $0.folded($1) }
      return SQLiteIndexKey(first: folded.first ?? .null, rest: Array(folded.dropFirst()))
    }
    let all = (kind == .union ? result.rows + next.rows : result.rows).map {
      SQLiteSortedRow(row: $0, keys: [])
    }
    var rows = try Self.distinct(all, collations).map(\.row)
    if kind != .union {
      var others: SortedTree<SQLiteIndexKey, [SQLValue]> = SortedTree()
      for row in next.rows { others.set(key(row), row) }
      var kept: [[SQLValue]] = []
      for row in rows {
        guard let other = others[key(row)] else {
          if kind == .except { kept.append(row) }
          continue
        }
        if kind == .intersect {
          if zip(row, other).contains(where: { !$0.isSame(as: $1) }) {
            throw .unmodelled("Rows that are equal and not the same")
          }
          kept.append(row)
        }
      }
      rows = kept
    }
    result = SQLiteQueryResult(rows: rows, isOrdered: rows.count < 2)
  }
}
