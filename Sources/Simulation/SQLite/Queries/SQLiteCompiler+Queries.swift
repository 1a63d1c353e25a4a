import DatabaseModel
import Engines
import SQLSyntax

extension SQLiteCompiler {
  func query(_ query: Query, outer: SQLiteScope?) throws(SQLiteHalt) -> SQLiteQueryPlan {
    database.queries += 1
    let base = SQLiteScope(parent: outer)
    if let with = query.with { try add(with, to: base) }
    let plan = SQLiteQueryPlan()
    switch query.body {
    case .select(let core): try select(core, query, base, into: plan)
    case .values(let rows): try values(rows, query, base, into: plan)
    case .compound(let operation): try compound(operation, query, base, into: plan)
    }
    plan.isCorrelated = plan.isCorrelated || base.isCorrelated
    let bounds = SQLiteScope(parent: base)
    if let limit = query.limit { plan.limit = try expression(limit, in: bounds) }
    if let offset = query.offset { plan.offset = try expression(offset, in: bounds) }
    if bounds.isCorrelated || base.isCorrelated { plan.isCorrelated = true }
    return plan
  }

  private func values(
    _ rows: [[SQLExpression]], _ query: Query, _ base: SQLiteScope, into plan: SQLiteQueryPlan
  ) throws(SQLiteHalt) {
    let scope = SQLiteScope(parent: base)
    var compiled: [[SQLiteExpression]] = []
    for row in rows {
      if row.count != rows[0].count { throw .unmodelled("Rows of VALUES differ in width") }
      var values: [SQLiteExpression] = []
      for value in row { values.append(try expression(value, in: scope)) }
      compiled.append(values)
    }
    plan.isCorrelated = scope.isCorrelated
    plan.body = .values(compiled)
    plan.columns = compiled[0].enumerated().map { number, expression in
      SQLiteQueryColumn(
        name: "column\(number + 1)", affinity: expression.affinity,
        collation: expression.collation,
        isUnclear: compiled.contains { $0[number].affinity != expression.affinity })
    }
    if !query.orderBy.isEmpty { throw .unmodelled("ORDER BY behind VALUES") }
  }

  private func compound(
    _ operation: SetOperation, _ query: Query, _ base: SQLiteScope, into plan: SQLiteQueryPlan
  ) throws(SQLiteHalt) {
    var terms: [SQLiteQueryPlan.Term] = []
    try collect(operation, base, into: &terms)
    plan.body = .compound(terms)
    plan.isCorrelated = terms.contains { $0.plan.isCorrelated }
    let first = terms[0].plan
    plan.columns = first.columns
    for term in terms.dropFirst() {
      if term.plan.columns.count != plan.columns.count {
        throw .unmodelled("The terms of a compound differ in width")
      }
      for number in plan.columns.indices {
        let other = term.plan.columns[number]
        if other.affinity != plan.columns[number].affinity { plan.columns[number].isUnclear = true }
        if plan.columns[number].collation == nil {
          plan.columns[number].collation = other.collation
        }
      }
    }
    for item in query.orderBy { plan.order.append(try term(item, columns: plan.columns)) }
  }

  private func collect(
    _ operation: SetOperation, _ base: SQLiteScope, into terms: inout [SQLiteQueryPlan.Term]
  ) throws(SQLiteHalt) {
    if case .compound(let left) = operation.left.body, operation.left.with == nil,
      operation.left.orderBy.isEmpty, operation.left.limit == nil
    {
      try collect(left, base, into: &terms)
    } else {
      terms.append(
        SQLiteQueryPlan.Term(
          plan: try query(operation.left, outer: base), kind: .union, isAll: true))
    }
    terms.append(
      SQLiteQueryPlan.Term(
        plan: try query(operation.right, outer: base), kind: operation.kind,
        isAll: operation.isAll))
  }

  /// A sort term of a compound, which can only name its columns.
  private func term(
    _ item: SortItem, columns: [SQLiteQueryColumn]
  ) throws(SQLiteHalt) -> SQLiteSortTerm {
    var expression = item.expression
    var written: SQLiteCollation?
    if case .collate(let inner, let name) = expression.kind {
      written = SQLiteCollation(name.name)
      expression = inner
    }
    var column: Int?
    switch expression.kind {
    case .literal(.integer(let digits)): column = Int(digits).map { $0 - 1 }
    case .column(let reference) where reference.parts.count == 1:
      let key = reference.column.text.asciiLowercased()
      column = columns.firstIndex { $0.name.asciiLowercased() == key }
    default: break
    }
    guard let column, columns.indices.contains(column) else {
      throw .unmodelled("ORDER BY of a compound")
    }
    return sortTerm(item, column: column, written ?? columns[column].collation)
  }

  func sortTerm(_ item: SortItem, column: Int?, _ collation: SQLiteCollation?) -> SQLiteSortTerm {
    let isDescending = item.direction == .descending
    let first = item.nulls.map { $0 == .first } ?? !isDescending
    return SQLiteSortTerm(
      column: column, expression: nil, isDescending: isDescending, nullsFirst: first,
      collation: collation ?? .binary)
  }

  func scalar(_ query: Query, in scope: SQLiteScope) throws(SQLiteHalt) -> SQLiteExpression {
    let plan = try self.query(query, outer: scope)
    guard plan.columns.count == 1 else { throw .unmodelled("A subquery of several columns") }
    var result = subquery(plan) { frame throws(SQLiteHalt) in
      let result = try plan.run(frame, in: frame.database)
      if result.rows.count > 1, !result.isOrdered,
        result.rows.contains(where: { !$0[0].isSame(as: result.rows[0][0]) })
      {
        throw .unmodelled("The first of rows whose order is open")
      }
      return result.rows.first?[0] ?? .null
    }
    result.affinity = plan.columns[0].affinity
    result.collation = plan.columns[0].collation
    return result
  }

  /// What a subquery reads of its own level is not told, so it is decided last.
  private func subquery(_ plan: SQLiteQueryPlan, _ evaluate: @escaping SQLiteEvaluation)
    -> SQLiteExpression
  {
    var result = SQLiteExpression(evaluate)
    result.reads.hasSubquery = true
    if plan.isCorrelated {
      result.reads.sources = UInt64.max
      result.reads.isCorrelated = true
    }
    return result
  }

  func exists(_ query: Query, in scope: SQLiteScope) throws(SQLiteHalt) -> SQLiteExpression {
    let plan = try self.query(query, outer: scope)
    return subquery(plan) { frame throws(SQLiteHalt) in
      let result = try plan.run(frame, in: frame.database, atMost: 1)
      return .integer(result.rows.isEmpty ? 0 : 1)
    }
  }

  func inQuery(
    _ value: SQLExpression, _ query: Query, _ isNegated: Bool, in scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteExpression {
    let plan = try self.query(query, outer: scope)
    if case .row(let values) = value.kind {
      return try inQuery(row: values, plan, isNegated, in: scope)
    }
    guard plan.columns.count == 1 else { throw .unmodelled("IN with several columns") }
    let left = try expression(value, in: scope)
    if plan.columns[0].isUnclear { throw .unmodelled("IN with a compound of several types") }
    let affinity = SQLiteAffinity.comparing(left.affinity, plan.columns[0].affinity)
    let collation = left.collation ?? .binary
    let search = subquery(plan) { frame throws(SQLiteHalt) in
      let wanted = try left.evaluate(frame)
      let rows = try plan.run(frame, in: frame.database).rows
      if rows.isEmpty { return .integer(isNegated ? 1 : 0) }
      if wanted.isNull { return .null }
      var isUnknown = false
      for row in rows {
        if row[0].isNull {
          isUnknown = true
        } else if Self.isEqual(wanted, row[0], affinity, collation) {
          return .integer(isNegated ? 0 : 1)
        }
      }
      return isUnknown ? .null : .integer(isNegated ? 1 : 0)
    }
    return SQLiteExpression(reading: [left, search], search.evaluate)
  }

  private func inQuery(
    row values: [SQLExpression], _ plan: SQLiteQueryPlan, _ isNegated: Bool, in scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteExpression {
    guard plan.columns.count == values.count else { throw .unmodelled("Rows of other widths") }
    var left: [SQLiteExpression] = []
    for value in values { left.append(try expression(value, in: scope)) }
    let pairs = zip(left, plan.columns).map { one, column in
      (one, SQLiteAffinity.comparing(one.affinity, column.affinity), one.collation ?? .binary)
    }
    let search = subquery(plan) { frame throws(SQLiteHalt) in
      var wanted: [SQLValue] = []
      for pair in pairs { wanted.append(try pair.0.evaluate(frame)) }
      var isUnknown = false
      for row in try plan.run(frame, in: frame.database).rows {
        var isMatch: Bool? = true
        for (number, pair) in pairs.enumerated() {
          if wanted[number].isNull || row[number].isNull {
            if isMatch == true { isMatch = nil }
          } else if !Self.isEqual(wanted[number], row[number], pair.1, pair.2) {
            isMatch = false
          }
        }
        if isMatch == true { return .integer(isNegated ? 0 : 1) }
        if isMatch == nil { isUnknown = true }
      }
      return isUnknown ? .null : .integer(isNegated ? 1 : 0)
    }
    return SQLiteExpression(reading: left + [search], search.evaluate)
  }
}
