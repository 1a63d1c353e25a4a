import SQLSyntax

extension NameResolver {
  /// Looks at all names of a query whose FROM clauses are known to be good.
  ///
  /// - Returns: The result's columns, the leftmost term's in a compound; `nil` after an error.
  mutating func resolve(
    _ query: Query, outer: NameScope?
  ) throws(SQLiteStop) -> [ResultColumn]? {
    guard try pushCommonTables(query.with) else { return nil }
    defer { popCommonTables(query.with) }
    let terms = query.terms
    var columns: [ResultColumn] = []
    for (offset, term) in terms.enumerated().reversed() {
      let isLast = offset == terms.count - 1
      if isLast, try !resolveLimit(query) { return nil }
      guard let found = try resolve(term, query, isCompound: terms.count > 1, outer) else {
        return nil
      }
      if !isLast, found.count != columns.count {
        _ = failCount(query, at: offset + 1)
        return nil
      }
      columns = found
    }
    if terms.count > 1, try !resolveCompoundOrder(query, columns) { return nil }
    return columns
  }

  private mutating func resolveLimit(_ query: Query) throws(SQLiteStop) -> Bool {
    let scope = NameScope()
    scope.isExpanded = true
    guard let limit = query.limit else { return true }
    if !limit.isPlainNumber { hasCalls = true }
    guard try resolveWhole(limit, in: scope) else { return false }
    return try resolveWhole(query.offset, in: scope)
  }

  private mutating func failCount(_ query: Query, at position: Int) -> Bool {
    if query.isValues(at: position) {
      return fail("all VALUES must have the same number of terms")
    }
    let name = query.operators[position - 1]
    return fail(
      "SELECTs to the left and right of \(name) do not have the same number of result columns")
  }

  private mutating func resolve(
    _ term: QueryTerm, _ query: Query, isCompound: Bool, _ outer: NameScope?
  ) throws(SQLiteStop) -> [ResultColumn]? {
    switch term {
    case .values(let row):
      let scope = NameScope(parent: outer)
      scope.isExpanded = true
      scope.allowsAggregates = true
      scope.allowsWindows = true
      guard try resolve(row, in: scope), error == nil else { return nil }
      return row.indices.map {
        ResultColumn(name: "column\($0 + 1)", writtenName: "column\($0 + 1)")
      }
    case .select(let core):
      return try resolve(core, query, isCompound: isCompound, outer)
    }
  }

  private mutating func resolve(
    _ core: SelectCore, _ query: Query, isCompound: Bool, _ outer: NameScope?
  ) throws(SQLiteStop) -> [ResultColumn]? {
    if core.distinct.isUnmodelled || core.into != nil || !core.windows.allSatisfy(\.isSimple) {
      throw .unmodelled(reason: "This form of SELECT is not modelled")
    }
    guard let joined = try sources(of: core.from, in: .resolution, outer: outer) else {
      return nil
    }
    let scope = NameScope(sources: joined.sources, parent: outer)
    scope.isExpanded = true
    scope.windowNames = Set(core.windows.compactMap { $0.name?.key })
    guard let results = try resolveItems(core.items, in: scope) else { return nil }
    scope.allowsWindows = false
    let isAggregate = !core.groupBy.isEmpty || scope.hasAggregate
    scope.allowsAggregates = isAggregate
    scope.results = results
    guard try resolveConditions(core, joined.conditions, isAggregate, in: scope) else {
      return nil
    }
    let orders = NameScope(sources: joined.sources)
    orders.isExpanded = true
    (orders.results, orders.windowNames) = (results, scope.windowNames)
    guard try resolveOrder(core, isCompound ? [] : query.orderBy, in: orders) else { return nil }
    return results
  }

  private mutating func resolveConditions(
    _ core: SelectCore, _ joins: [SQLExpression], _ isAggregate: Bool, in scope: NameScope
  ) throws(SQLiteStop) -> Bool {
    if let having = core.having {
      if !isAggregate { return fail("HAVING clause on a non-aggregate query") }
      guard try resolveWhole(having, in: scope) else { return false }
    }
    let conditions = [core.condition].compactMap { $0 } + joins
    // One condition to the engine, so that it goes on from part to part as inside AND.
    scope.hasAggregate = false
    guard try resolve(conditions, in: scope), error == nil else { return false }
    if scope.hasAggregate, checksFunctions {
      throw .unmodelled(reason: "An aggregate in WHERE is refused when the query is planned")
    }
    return true
  }

  private mutating func resolveItems(
    _ items: [SelectItem], in scope: NameScope
  ) throws(SQLiteStop) -> [ResultColumn]? {
    var columns: [ResultColumn] = []
    scope.allowsAggregates = true
    scope.allowsWindows = true
    for item in items {
      if case .wildcard(let qualifier) = item.expression.kind {
        guard let expanded = try expandStar(qualifier, scope.sources) else { return nil }
        columns += expanded
        continue
      }
      let hadAggregate = scope.hasAggregate
      scope.hasAggregate = false
      guard try resolveWhole(item.expression, in: scope) else { return nil }
      var column = ResultColumn(item)
      column.hasAggregate = scope.hasAggregate
      column.hasWindow = item.expression.containsWindow
      try complete(&column, in: scope)
      columns.append(column)
      scope.hasAggregate = scope.hasAggregate || hadAggregate
    }
    return columns
  }

  /// Fills in what only the meaning of a result's expression tells: its affinity, and the real
  /// name of a rowid.
  private mutating func complete(
    _ column: inout ResultColumn, in scope: NameScope
  ) throws(SQLiteStop) {
    guard let expression = column.expression else { return }
    column.affinity = try affinity(of: expression, in: scope)
    guard !column.isNamed, case .column(let reference) = expression.withoutCollate.kind else {
      return
    }
    var quiet = self
    switch try quiet.lookUp(reference, in: scope) {
    case .column(let found): column.name = found.name
    case .rowID(let name): column.name = name ?? "rowid"
    case .result(let result): column.name = result.name
    case .constant: column.name = nil
    case nil: break
    }
  }

  private func affinity(
    of expression: SQLExpression, in scope: NameScope
  ) throws(SQLiteStop) -> SQLiteAffinity {
    switch expression.kind {
    case .column(let reference):
      var quiet = self
      switch try quiet.lookUp(reference, in: scope) {
      case .column(let column): return column.affinity
      case .rowID: return .integer
      default: return .blob
      }
    case .cast(_, let type): return SQLiteAffinity(declaredType: type.name.name.text)
    case .collate(let operand, _): return try affinity(of: operand, in: scope)
    case .subquery(let query):
      var quiet = self
      return try quiet.resolve(query, outer: scope)?.first?.affinity ?? .blob
    default: return .blob
    }
  }
}
