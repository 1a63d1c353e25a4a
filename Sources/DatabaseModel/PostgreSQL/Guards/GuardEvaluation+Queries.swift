import SQLSyntax

/// One row of a system table, as far as guards ask for it.
struct GuardRow {
  /// The alias, or the table's own name.
  var table: String
  var schema: String
  var relation: String
  var columns: [String: GuardValue]
}

extension GuardEvaluation {
  /// The combinations of rows that satisfy a query's FROM and WHERE.
  func matches(of query: Query) throws(Halt) -> [[GuardRow]] {
    guard query.with == nil, query.offset == nil, case .select(let core) = query.body,
      core.groupBy.isEmpty, core.having == nil
    else { throw .unmodelled("This query in a guard is not modelled") }
    if case .literal(.integer("0")) = query.limit?.kind {
      throw .unmodelled("LIMIT 0 in a guard is not modelled")
    }
    if core.from.isEmpty { throw .unmodelled("A guard without a table is not modelled") }
    var found: [[GuardRow]] = [[]]
    for source in core.from { found = try combine(found, with: source) }
    guard let condition = core.condition else { return found }
    return try filter(found, by: condition)
  }

  private func filter(
    _ combinations: [[GuardRow]], by condition: SQLExpression
  ) throws(Halt) -> [[GuardRow]] {
    var kept: [[GuardRow]] = []
    if combinations.isEmpty {
      // Nothing to test, but what the condition names must still exist.
      return []
    }
    for rows in combinations {
      var inner = self
      inner.rows = rows + self.rows
      if try inner.truth(of: condition) == true { kept.append(rows) }
    }
    return kept
  }

  private func combine(
    _ combinations: [[GuardRow]], with source: TableSource
  ) throws(Halt) -> [[GuardRow]] {
    switch source {
    case .table(let table):
      let rows = try transition.guardRows(of: table)
      return combinations.flatMap { left in rows.map { left + [$0] } }
    case .join(let join):
      guard join.kind == .inner || join.kind == .cross, !join.isNatural, join.alias == nil else {
        throw .unmodelled("This join in a guard is not modelled")
      }
      let left = try combine(combinations, with: join.left)
      if case .on(let condition) = join.condition {
        return try joined(left, join.right, on: condition)
      }
      guard join.condition == nil else { throw .unmodelled("USING in a guard is not modelled") }
      return try combine(left, with: join.right)
    default: throw .unmodelled("This source in a guard is not modelled")
    }
  }

  private func joined(
    _ left: [[GuardRow]], _ right: TableSource, on condition: SQLExpression
  ) throws(Halt) -> [[GuardRow]] {
    var found: [[GuardRow]] = []
    for rows in left {
      found += try filter(try combine([rows], with: right), by: condition)
    }
    return found
  }

  /// A query of one value: a count, or a column of the only row.
  func scalar(_ query: Query) throws(Halt) -> GuardValue {
    guard case .select(let core) = query.body, core.items.count == 1 else {
      throw .unmodelled("This query in a guard is not modelled")
    }
    let found = try matches(of: query)
    let item = core.items[0].expression
    if case .call(let call) = item.kind, call.name.name.text == "count", call.filter == nil,
      !call.isDistinct, call.isStar || call.arguments.count == 1
    {
      return .number(found.count)
    }
    guard found.count <= 1 else { throw .unmodelled("Several rows in a guard") }
    guard let only = found.first else { return .null }
    var inner = self
    inner.rows = only + rows
    return try inner.value(of: item)
  }
}
