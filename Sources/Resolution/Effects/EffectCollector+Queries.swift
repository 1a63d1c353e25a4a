import SQLSyntax

extension EffectCollector {
  mutating func collect(_ query: Query) {
    let depth = commonTables.count
    collect(query.with)
    collect(query.body, of: query)
    commonTables.removeLast(commonTables.count - depth)
  }

  /// Common tables stay in scope until the caller takes them away.
  mutating func collect(_ with: WithClause?) {
    guard let with else { return }
    let depth = commonTables.count
    if with.isRecursive {
      for table in with.tables { commonTables.append((key(table.name), columns(of: table))) }
    }
    for (position, table) in with.tables.enumerated() {
      collect(table.statement)
      if !with.isRecursive {
        commonTables.insert((key(table.name), columns(of: table)), at: depth + position)
      }
    }
  }

  private func columns(of table: CommonTable) -> Set<String>? {
    if !table.columns.isEmpty { return Set(table.columns.map { key($0) }) }
    guard table.searchOrCycle == nil, case .select(let query) = table.statement.kind else {
      return nil
    }
    return outputColumns(of: query).map { Set($0) }
  }

  private mutating func collect(_ body: QueryBody, of query: Query) {
    switch body {
    case .select(let core):
      withScope(QueryScope(sources: [])) { collector in
        collector.addSources(core.from)
        collector.collect(core)
        collector.scopes[collector.scopes.count - 1].outputNames.formUnion(
          collector.names(of: core.items))
        collector.collectTail(of: query)
      }
    case .values(let rows):
      for row in rows { for value in row { collect(value) } }
      collectLimits(of: query)
    case .compound(let operation):
      collect(operation.left)
      collect(operation.right)
      collectLimits(of: query)
    }
  }

  private mutating func collect(_ core: SelectCore) {
    // SQLite knows result names everywhere; PostgreSQL in GROUP BY and ORDER BY.
    if dialect == .sqlite {
      scopes[scopes.count - 1].outputNames = aliases(of: core.items)
    }
    if case .distinctOn(let keys) = core.distinct {
      let outer = scopes[scopes.count - 1].outputNames
      scopes[scopes.count - 1].outputNames = aliases(of: core.items)
      for key in keys { collect(key) }
      scopes[scopes.count - 1].outputNames = outer
    }
    for item in core.items { collect(item.expression) }
    if let condition = core.condition { collect(condition) }
    if let condition = core.having { collect(condition) }
    for window in core.windows { collectParts(of: window) }
    scopes[scopes.count - 1].outputNames = aliases(of: core.items)
    for key in core.groupBy { collect(key) }
    if let into = core.into { collect(into, items: core.items) }
  }

  private mutating func collect(_ into: IntoTarget, items: [SelectItem]) {
    if isTemporary(into.table, into.persistence) { return }
    let object = created(.relation, into.table)
    add(.create(.plain), object, type: .table, at: into.table.range) {
      $0.addOpenColumns(of: object)
    }
  }

  private mutating func collectTail(of query: Query) {
    for item in query.orderBy { collect(item.expression) }
    collectLimits(of: query)
    for clause in query.locking {
      for table in clause.tables where scopes.last?.sources.isEmpty ?? true {
        referToRelation(table)
      }
    }
  }

  private mutating func collectLimits(of query: Query) {
    for limit in [query.limit, query.offset] {
      if let limit { collect(limit) }
    }
  }

  /// Names given with AS.
  private func aliases(of items: [SelectItem]) -> Set<String> {
    Set(items.compactMap { $0.alias.map { key($0) } })
  }

  /// Aliases, and names that plain columns bring along.
  private func names(of items: [SelectItem]) -> Set<String> {
    Set(items.compactMap { outputName(of: $0) })
  }

  /// The name of a result column; `nil` where it has several or nobody can tell.
  private func outputName(of item: SelectItem) -> String? {
    if let alias = item.alias { return key(alias) }
    var expression = item.expression
    while case .cast(let inner, _) = expression.kind { expression = inner }
    switch expression.kind {
    case .column(let column): return key(column.column)
    case .field(_, let name): return key(name)
    case .call(let call): return key(call.name.name)
    case .wildcard, .allFields: return nil
    default: return "?column?"
    }
  }

  /// The names of a query's result columns; `nil` where a wildcard leaves them open.
  func outputColumns(of query: Query) -> [String]? {
    switch query.body {
    case .select(let core):
      var names: [String] = []
      for item in core.items {
        guard let name = outputName(of: item) else { return nil }
        names.append(name)
      }
      return names
    case .values(let rows): return (1...max(1, rows.first?.count ?? 1)).map { "column\($0)" }
    case .compound(let operation): return outputColumns(of: operation.left)
    }
  }
}
