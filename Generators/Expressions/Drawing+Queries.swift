import DatabaseModel
import PropertyTesting
import SQLSyntax

/// Something that FROM can name.
struct QuerySource {
  var name: ObjectName
  var columns: [Column]
}

extension Drawing {
  /// The tables and views that a query can read.
  func querySource() throws -> QuerySource {
    let readable = tables.map(\.id) + views.filter(\.hasKnownColumns).map(\.id)
    let id = try reference(to: readable)
    if let table = catalog.table(id) {
      return QuerySource(name: try tableName(of: table), columns: table.columns)
    }
    guard let view = catalog.view(id) else { try source.reject("the source is gone") }
    return QuerySource(name: try name(of: view.name, in: view.schema), columns: view.columns)
  }

  /// A SELECT over tables and views: projections, joins, groups, set operations, subqueries.
  func query() throws -> Query {
    switch try source.branch(weights: [8, 3, 2, 2, 1, 1, 1]) {
    case 1: try join()
    case 2: try grouped()
    case 3: try compound()
    case 4: try common()
    case 5: try nested()
    case 6: try .select([SelectItem(expression: value(.any, over: []), alias: "z")])
    default: try plain()
    }
  }

  /// `SELECT columns FROM table WHERE condition ORDER BY column LIMIT n`.
  func plain() throws -> Query {
    let from = try querySource()
    let columns = scope(of: from.columns)
    var query = Query.select(
      try items(over: columns), from: [.named(from.name)],
      where: try source.boolean(0.5) ? condition(over: columns) : nil)
    if try source.boolean(0.1), case .select(var core) = query.body {
      core.distinct = .distinct
      query.body = .select(core)
    }
    let ordered = columns.filter(\.values.isOrdered)
    if case .select(let core) = query.body, core.distinct == .all, !ordered.isEmpty,
      try source.boolean(0.25)
    {
      // Ordered by every column, so that the order is determined.
      query.orderBy = ordered.map { SortItem(expression: $0.expression) }
      if try source.boolean(0.4), ordered.count == columns.count {
        query.limit = .integer(try source.integer(in: 0...3))
        if try source.boolean(0.3) { query.offset = .integer(1) }
      }
    }
    return query
  }

  private func items(over columns: [ScopeColumn]) throws -> [SelectItem] {
    guard !columns.isEmpty, try !source.boolean(0.3) else {
      return [SelectItem(expression: SQLExpression(kind: .wildcard(qualifier: [])))]
    }
    var number = 0
    return try source.array(count: 1...3) { source in
      number += 1
      let column = try source.element(of: columns)
      if try source.boolean(0.6) { return SelectItem(expression: column.expression) }
      let expression = try value(column.values, over: columns)
      return SelectItem(expression: expression, alias: Identifier("z\(number)"))
    }
  }

  private func join() throws -> Query {
    let (left, right) = (try querySource(), try querySource())
    let first = scope(of: left.columns, qualifiedBy: "l")
    let second = scope(of: right.columns, qualifiedBy: "r")
    guard let one = first.first, !second.isEmpty else { return try plain() }
    let own = try source.boolean(0.3) ? source.element(of: first) : one
    let fitting = second.filter { $0.values.isComparable(with: own.values) }
    let other = try source.element(of: fitting.isEmpty ? second : fitting)
    let kind = try source.element(of: [JoinKind.inner, .left, .cross])
    let on = SQLExpression.binary(own.expression, "=", other.expression)
    let join = Join(
      kind: kind, left: .named(left.name, as: "l"), right: .named(right.name, as: "r"),
      condition: kind == .cross ? nil : .on(on))
    let columns = first + second
    return .select(
      [SelectItem(expression: own.expression), SelectItem(expression: other.expression)],
      from: [.join(join)], where: try source.boolean(0.3) ? condition(over: columns) : nil)
  }

  private func grouped() throws -> Query {
    let from = try querySource()
    let columns = scope(of: from.columns).filter(\.values.isOrdered)
    guard !columns.isEmpty else { return try plain() }
    let key = try source.element(of: columns)
    let measured = try source.element(of: columns)
    let aggregates =
      [
        SQLExpression.countOfRows, .call("count", measured.expression),
      ] + (measured.values.isNumber ? [.call("sum", measured.expression)] : [])
      + (measured.values.isNumber || measured.values.isText
        ? [.call("min", measured.expression), .call("max", measured.expression)] : [])
    let aggregate = try source.element(of: aggregates)
    var core = SelectCore(
      items: [SelectItem(expression: aggregate, alias: "n")], from: [.named(from.name)])
    if try source.boolean(0.6) {
      core.items.insert(SelectItem(expression: key.expression), at: 0)
      core.groupBy = [key.expression]
      if try source.boolean(0.2) {
        core.having = .binary(.countOfRows, ">", .integer(try source.integer(in: 0...2)))
      }
    }
    return Query(body: .select(core))
  }

  private func compound() throws -> Query {
    let (left, right) = (try querySource(), try querySource())
    let first = scope(of: left.columns)
    guard let column = first.first else { return try plain() }
    let others = scope(of: right.columns).filter { $0.values.isComparable(with: column.values) }
    guard !others.isEmpty, column.values.isOrdered else { return try plain() }
    let other = try source.element(of: others)
    let kind = try source.element(of: [SetOperator.union, .except, .intersect])
    return Query(
      body: .compound(
        SetOperation(
          kind: kind, isAll: kind == .union ? try source.boolean() : false,
          left: .select([SelectItem(expression: column.expression)], from: [.named(left.name)]),
          right: .select([SelectItem(expression: other.expression)], from: [.named(right.name)]))))
  }

  private func common() throws -> Query {
    let inner = try plain()
    let table = CommonTable(name: "q", statement: Statement(.select(inner)))
    var query = Query.select(
      [SelectItem(expression: SQLExpression(kind: .wildcard(qualifier: [])))],
      from: [.named("q")])
    query.with = WithClause(tables: [table])
    return query
  }

  private func nested() throws -> Query {
    let outer = try querySource()
    let columns = scope(of: outer.columns)
    guard let column = columns.first(where: \.values.isOrdered) else { return try plain() }
    let inner = try querySource()
    let its = scope(of: inner.columns).filter { $0.values.isComparable(with: column.values) }
    guard !its.isEmpty else { return try plain() }
    let query = Query.select(
      [SelectItem(expression: try source.element(of: its).expression)], from: [.named(inner.name)])
    let isNegated = try source.boolean(0.3)
    let test: ExpressionKind =
      try source.boolean(0.3)
      ? .exists(query) : .inQuery(column.expression, query, isNegated: isNegated)
    return .select(
      [SelectItem(expression: column.expression)], from: [.named(outer.name)],
      where: SQLExpression(kind: test))
  }
}

extension ObjectName: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(value) }
}
