import SQLSyntax

extension QueryAnalysis {
  mutating func select(_ core: SelectCore, in query: Query) throws(Halt) -> [OutputColumn] {
    if core.into != nil { throw .unmodelled("SELECT INTO is not modelled here") }
    var scope = Scope()
    for source in core.from {
      scope.sources += try sources(source, beside: scope)
    }
    try checkNames(scope)
    var analysis = expressions(scope, at: .select)
    var columns: [OutputColumn] = []
    for item in core.items { columns += try output(item, &analysis) }
    if let condition = core.condition { try check(condition, in: "WHERE", scope, .condition) }
    try group(core, columns, scope, &analysis)
    for window in core.windows { try analysis.windowParts(window) }
    note(analysis)
    try checkOrder(query, over: columns, scope: scope, core: core)
    for lock in query.locking where !lock.tables.isEmpty {
      for name in lock.tables where !scope.sources.contains(where: { $0.name == name.name.text }) {
        throw .refuse(
          .undefinedTable,
          "relation \"\(name.name.text)\" in FOR \(lock.strength) clause not found in FROM clause")
      }
    }
    return columns
  }

  mutating func check(
    _ condition: SQLExpression, in word: String, _ scope: Scope, _ position: ExpressionPosition
  ) throws(Halt) {
    var analysis = expressions(scope, at: position)
    try analysis.requireBoolean(condition, in: word)
    note(analysis)
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
    switch try analysis.type(of: item.expression) {
    case .known(let type): return [OutputColumn(name: name, type: type)]
    case .literal(let text):
      return [
        OutputColumn(
          name: name, type: .builtin("text"), literal: .some(text.map { .string($0) }))
      ]
    }
  }

  private func fields(
    of value: SQLExpression, _ analysis: inout ExpressionAnalysis
  ) throws(Halt) -> [OutputColumn] {
    guard case .known(let type) = try analysis.type(of: value), case .user(let id) = type.reference,
      !type.isArray
    else { throw .unmodelled("The fields of this value are not known") }
    return transition.rowColumns(id).compactMap { column in
      column.isDropped ? nil : column.type.map { OutputColumn(name: column.name.text, type: $0) }
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
      columns.append(OutputColumn(name: column.name, type: column.type))
    }
    if let relation = source.relation { analysis.depend(on: ObjectAddress(object: relation)) }
    return columns
  }

  // MARK: GROUP BY and HAVING

  private mutating func group(
    _ core: SelectCore, _ columns: [OutputColumn], _ scope: Scope,
    _ analysis: inout ExpressionAnalysis
  ) throws(Halt) {
    var having = expressions(scope, at: .having)
    if let condition = core.having { try having.requireBoolean(condition, in: "HAVING") }
    note(having)
    var keys: [ExpressionAnalysis.ColumnUse] = []
    var hasOtherKeys = false
    for key in core.groupBy {
      guard let target = try groupTarget(key, core, columns, scope) else {
        hasOtherKeys = true
        continue
      }
      var inner = expressions(scope, at: .groupBy)
      _ = try inner.type(of: target)
      note(inner)
      if case .column = target.kind { keys += inner.ungrouped } else { hasOtherKeys = true }
    }
    if core.groupBy.isEmpty, !analysis.hasAggregate, !having.hasAggregate, core.having == nil {
      return
    }
    let uses = analysis.ungrouped + having.ungrouped
    let bare = uses.filter { !keys.contains($0) }
    guard let first = bare.first else { return }
    if hasOtherKeys || !core.groupBy.isEmpty {
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

  mutating func checkOrder(
    _ query: Query, over columns: [OutputColumn], scope: Scope, core: SelectCore? = nil
  ) throws(Halt) {
    var keys = query.orderBy.map(\.expression)
    if case .distinctOn(let expressions) = core?.distinct { keys += expressions }
    for key in keys {
      switch key.kind {
      case .literal(.integer(let digits)):
        guard let number = Int(digits), number >= 1, number <= columns.count else {
          throw .refuse(
            .invalidColumnReference, "ORDER BY position \(digits) is not in select list")
        }
      case .column(let reference)
      where reference.parts.count == 1
        && columns.contains(where: { $0.name == reference.parts[0].text }):
        continue
      default:
        if core == nil { throw .unmodelled("ORDER BY an expression over a set operation") }
        var analysis = expressions(scope, at: .select)
        _ = try analysis.type(of: key)
        note(analysis)
      }
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
