import SQLSyntax

extension QueryAnalysis {
  mutating func select(
    _ core: SelectCore, in query: Query
  ) throws(Halt) -> ([OutputColumn], AnalyzedQueryBody?, [AnalyzedSortKey]?) {
    if core.into != nil { throw .unmodelled("SELECT INTO is not modelled here") }
    var scope = Scope()
    var from: [AnalyzedSource]? = []
    for source in core.from {
      let item = try self.item(source, beside: scope)
      scope.sources += item.sources
      if let tree = item.tree { from?.append(tree) } else { from = nil }
    }
    try checkNames(scope)
    var analysis = expressions(scope, at: .select)
    var columns: [OutputColumn] = []
    for item in core.items { columns += try output(item, &analysis) }
    var tree = AnalyzedSelect(items: [])
    var isWhole = true
    if let condition = core.condition {
      tree.condition = try check(condition, in: "WHERE", scope, .condition)
      isWhole = tree.condition != nil
    }
    let groups = try group(core, columns, scope, &analysis)
    for window in core.windows { try analysis.windowParts(window) }
    note(analysis)
    let order = try checkOrder(query, over: columns, scope: scope, core: core)
    try checkDistinct(core, query.orderBy.map(\.expression), columns)
    try checkLocks(query, scope)
    guard isWhole, let from, let groups, let distinct = order.distinct else {
      return (columns, nil, nil)
    }
    for column in columns {
      guard let item = column.tree else { return (columns, nil, nil) }
      tree.items.append(item)
    }
    tree.from = from
    tree.sourceCount = nextSource
    tree.isGrouped = groups.isGrouped || order.hasAggregate
    tree.groupBy = groups.keys
    tree.having = groups.having
    tree.distinct = distinct
    return (columns, .select(tree), order.keys)
  }

  private func checkLocks(_ query: Query, _ scope: Scope) throws(Halt) {
    for lock in query.locking where !lock.tables.isEmpty {
      for name in lock.tables where !scope.sources.contains(where: { $0.name == name.name.text }) {
        throw .refuse(
          .undefinedTable,
          "relation \"\(name.name.text)\" in FOR \(lock.strength) clause not found in FROM clause")
      }
    }
  }

  @discardableResult
  mutating func check(
    _ condition: SQLExpression, in word: String, _ scope: Scope, _ position: ExpressionPosition
  ) throws(Halt) -> AnalyzedExpression? {
    var analysis = expressions(scope, at: position)
    let tree = try analysis.requireBoolean(condition, in: word)
    note(analysis)
    return tree
  }

  private func checkNames(_ scope: Scope) throws(Halt) {
    var seen: [ScopeSource] = []
    for source in scope.sources where source.name != nil {
      if let other = seen.first(where: { $0.name == source.name }) {
        if other.schema != nil, source.schema != nil, other.schema != source.schema { continue }
        throw .refuse(
          .duplicateAlias, "table name \"\(source.name ?? "")\" specified more than once")
      }
      seen.append(source)
    }
  }

  // MARK: The select list

  private mutating func output(
    _ item: SelectItem, _ analysis: inout ExpressionAnalysis
  ) throws(Halt) -> [OutputColumn] {
    if case .wildcard(let qualifier) = item.expression.kind {
      return try wildcard(qualifier, &analysis)
    }
    if case .allFields(let value) = item.expression.kind {
      return try fields(of: value, &analysis)
    }
    let name = item.alias?.text ?? OutputName.name(of: item.expression)
    let operand = try analysis.analyze(item.expression)
    switch operand.type {
    // What is of no type in the end is text.
    case .known(let type) where type.builtinName == "unknown":
      return [OutputColumn(name: name, type: .builtin("text"))]
    case .known(let type): return [OutputColumn(name: name, type: type, tree: operand.tree)]
    case .literal(let text):
      return [
        OutputColumn(
          name: name, type: .builtin("text"), literal: .some(text.map { .string($0) }),
          tree: AnalyzedExpression(type: .builtin("text"), node: .constant(text)))
      ]
    }
  }

  private func fields(
    of value: SQLExpression, _ analysis: inout ExpressionAnalysis
  ) throws(Halt) -> [OutputColumn] {
    let operand = try analysis.analyze(value)
    guard case .known(let type) = operand.type, case .user(let id) = type.reference,
      !type.isArray
    else { throw .unmodelled("The fields of this value are not known") }
    return transition.rowColumns(id).enumerated().compactMap { index, column in
      guard !column.isDropped, let type = column.type else { return nil }
      return OutputColumn(
        name: column.name.text, type: type,
        tree: AnalyzedExpression(type: type, parts: [operand.tree]) { .field($0[0], index + 1) })
    }
  }

  private mutating func wildcard(
    _ qualifier: [Identifier], _ analysis: inout ExpressionAnalysis
  ) throws(Halt) -> [OutputColumn] {
    let scope = analysis.scopes[0]
    var columns: [OutputColumn] = []
    if let table = qualifier.last?.text {
      guard let source = scope.sources.first(where: { $0.name == table }) else {
        if analysis.scopes.dropFirst().contains(where: { outer in
          outer.sources.contains { $0.name == table }
        }) {
          throw .unmodelled("A star of an outer table is not modelled")
        }
        throw .refuse(
          .undefinedTable, "missing FROM-clause entry for table \"\(table)\"")
      }
      columns = try expand(source, all: true, &analysis)
    } else {
      if scope.sources.isEmpty {
        throw .refuse(.syntaxError, "SELECT * with no tables specified is not valid")
      }
      for source in scope.sources where !source.isQualifiedOnly {
        columns += try expand(source, all: false, &analysis)
      }
    }
    return columns
  }

  private func expand(
    _ source: ScopeSource, all: Bool, _ analysis: inout ExpressionAnalysis
  ) throws(Halt) -> [OutputColumn] {
    if transition.mayHaveUnseenColumns([Scope(sources: [source])]) {
      throw .unmodelled("The columns of \(source.name ?? "a table") may have changed")
    }
    var columns: [OutputColumn] = []
    for column in source.columns where all || !source.hiddenColumns.contains(column.name) {
      if let address = column.address { analysis.depend(on: address) }
      analysis.ungrouped.append(
        ExpressionAnalysis.ColumnUse(source: source.name ?? "", column: column))
      columns.append(
        OutputColumn(name: column.name, type: column.type, tree: column.tree))
    }
    if let relation = source.relation { analysis.depend(on: ObjectAddress(object: relation)) }
    return columns
  }

  // MARK: GROUP BY and HAVING

  /// How a query gathers its rows.
  private struct Groups {
    var isGrouped = true
    var keys: [AnalyzedExpression] = []
    var having: AnalyzedExpression?
  }

  /// Checks GROUP BY and HAVING; `nil` where a part has no tree.
  private mutating func group(
    _ core: SelectCore, _ columns: [OutputColumn], _ scope: Scope,
    _ analysis: inout ExpressionAnalysis
  ) throws(Halt) -> Groups? {
    var groups = Groups()
    var isWhole = true
    var having = expressions(scope, at: .having)
    if let condition = core.having {
      groups.having = try having.requireBoolean(condition, in: "HAVING")
      isWhole = groups.having != nil
    }
    note(having)
    var keys: [ExpressionAnalysis.ColumnUse] = []
    var hasOtherKeys = false
    for key in core.groupBy {
      guard let target = try groupTarget(key, core, columns, scope) else {
        hasOtherKeys = true
        isWhole = false
        continue
      }
      var inner = expressions(scope, at: .groupBy)
      let operand = try inner.analyze(target)
      if let tree = inner.textUnlessKnown(operand) {
        groups.keys.append(tree)
      } else {
        isWhole = false
      }
      note(inner)
      if case .column = target.kind { keys += inner.ungrouped } else { hasOtherKeys = true }
    }
    groups.isGrouped =
      !core.groupBy.isEmpty || analysis.hasAggregate || having.hasAggregate || core.having != nil
    if groups.isGrouped {
      try checkGrouped(
        columns, keys, groups, analysis.ungrouped + having.ungrouped,
        hasOtherKeys: hasOtherKeys || !core.groupBy.isEmpty)
    }
    return isWhole ? groups : nil
  }

  private func checkGrouped(
    _ columns: [OutputColumn], _ keys: [ExpressionAnalysis.ColumnUse], _ groups: Groups,
    _ uses: [ExpressionAnalysis.ColumnUse], hasOtherKeys: Bool
  ) throws(Halt) {
    let bare = uses.filter { !keys.contains($0) }
    guard let first = bare.first else { return }
    if hasOtherKeys {
      if columns.allSatisfy({ $0.tree?.isMade(of: groups.keys) == true }),
        groups.having?.isMade(of: groups.keys) ?? true
      {
        return
      }
      throw .unmodelled("Whether every column is grouped is not sure")
    }
    throw .refuse(
      .groupingError,
      "column \"\(first.source).\(first.column.name)\" must appear in the GROUP BY clause "
        + "or be used in an aggregate function")
  }

  /// What a key of GROUP BY stands for: a position, an output name or an expression.
  private func groupTarget(
    _ key: SQLExpression, _ core: SelectCore, _ columns: [OutputColumn], _ scope: Scope
  ) throws(Halt) -> SQLExpression? {
    switch key.kind {
    case .literal(.integer(let digits)):
      guard let number = Int(digits), (1...columns.count).contains(number) else {
        throw .refuse(
          .invalidColumnReference, "GROUP BY position \(digits) is not in select list")
      }
      return core.items.count == columns.count ? core.items[number - 1].expression : nil
    case .groupingSet: throw .unmodelled("Grouping sets are not modelled")
    case .column(let reference) where reference.parts.count == 1:
      let name = reference.parts[0].text
      let isColumn = scope.sources.contains { source in
        source.columns.contains { $0.name == name }
      }
      if isColumn { return key }
      return core.items.first { $0.alias?.text == name }?.expression ?? key
    default: return key
    }
  }

  // MARK: ORDER BY

  /// What ORDER BY and DISTINCT ON were found to be; `nil` where one has no tree.
  struct CheckedOrder {
    var keys: [AnalyzedSortKey]? = []
    var distinct: AnalyzedDistinctness? = .all
    var hasAggregate = false
  }

  mutating func checkOrder(
    _ query: Query, over columns: [OutputColumn], scope: Scope, core: SelectCore? = nil
  ) throws(Halt) -> CheckedOrder {
    var order = CheckedOrder()
    for item in query.orderBy {
      let value = try sortValue(item.expression, columns, scope, core, &order)
      if item.usingOperator != nil { lacksTree("ORDER BY USING") }
      guard let value, item.usingOperator == nil else {
        order.keys = nil
        continue
      }
      order.keys?.append(AnalyzedSortKey(value: value, item))
    }
    switch core?.distinct {
    case .distinct:
      order.distinct = .distinct
      let isHidden = order.keys?.contains { if case .expression = $0.value { true } else { false } }
      if isHidden == true {
        throw .refuse(
          .invalidColumnReference,
          "for SELECT DISTINCT, ORDER BY expressions must appear in select list")
      }
    case .distinctOn(let expressions):
      var values: [AnalyzedSortValue]? = []
      for expression in expressions {
        let value = try sortValue(expression, columns, scope, core, &order)
        if let value { values?.append(value) } else { values = nil }
      }
      order.distinct = values.map { .on($0) }
    default: break
    }
    return order
  }

  private mutating func sortValue(
    _ key: SQLExpression, _ columns: [OutputColumn], _ scope: Scope, _ core: SelectCore?,
    _ order: inout CheckedOrder
  ) throws(Halt) -> AnalyzedSortValue? {
    switch key.kind {
    case .literal(.integer(let digits)):
      guard let number = Int(digits), number >= 1, number <= columns.count else {
        throw .refuse(
          .invalidColumnReference, "ORDER BY position \(digits) is not in select list")
      }
      return .output(number - 1)
    case .column(let reference)
    where reference.parts.count == 1
      && columns.contains(where: { $0.name == reference.parts[0].text }):
      let places = columns.indices.filter { columns[$0].name == reference.parts[0].text }
      if places.count > 1, Set(places.map { columns[$0].tree }).count > 1 {
        lacksTree("ORDER BY a name that several columns have")
        return nil
      }
      return .output(places[0])
    default:
      if core == nil { throw .unmodelled("ORDER BY an expression over a set operation") }
      var analysis = expressions(scope, at: .select)
      let operand = try analysis.analyze(key)
      note(analysis)
      order.hasAggregate = order.hasAggregate || analysis.hasAggregate
      guard let tree = analysis.textUnlessKnown(operand) else { return nil }
      if let place = columns.firstIndex(where: { $0.tree == tree }) { return .output(place) }
      return .expression(tree)
    }
  }
}

extension AnalyzedSortKey {
  init(value: AnalyzedSortValue, _ item: SortItem) {
    let isDescending = item.direction == .descending
    self.init(
      value: value, isDescending: isDescending,
      nullsFirst: item.nulls.map { $0 == .first } ?? isDescending)
  }
}

extension ScopeColumn {
  /// The column as a value of the query itself.
  var tree: AnalyzedExpression? {
    place.map {
      AnalyzedExpression(
        type: type,
        node: .column(ColumnSlot(row: RowSlot(source: $0.source), column: $0.column)))
    }
  }
}

extension QueryAnalysis {
  /// The columns of RETURNING over the changed table.
  mutating func returning(_ core: SelectCore, _ scope: Scope) throws(Halt) -> [OutputColumn] {
    var analysis = expressions(scope, at: .select)
    var columns: [OutputColumn] = []
    for item in core.items { columns += try output(item, &analysis) }
    note(analysis)
    return columns
  }
}
