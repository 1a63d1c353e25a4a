import SQLSyntax

extension EffectCollector {
  /// Adds the sources of a FROM clause to the innermost scope, and their effects.
  mutating func addSources(_ sources: [TableSource]) {
    for source in sources { addSource(source) }
  }

  mutating func addSource(_ source: TableSource) {
    switch source {
    case .table(let table): addTable(table)
    case .function(let function):
      for call in function.calls { collect(call) }
      for column in function.columns { referToType(column.type) }
      let name = function.alias.map { key($0.name) } ?? functionName(of: function)
      push(ScopeSource(name: name, columns: .unknown))
    case .query(let derived):
      collect(derived.query)
      let columns =
        derived.alias.flatMap { $0.columns.isEmpty ? nil : $0.columns.map { key($0) } }
        ?? outputColumns(of: derived.query)
      push(
        ScopeSource(
          name: derived.alias.map { key($0.name) } ?? "",
          columns: columns.map { .listed(Set($0)) } ?? .unknown))
    case .join(let join): addJoin(join)
    case .opaque(let syntax, let alias):
      collect(syntax)
      push(ScopeSource(name: alias.map { key($0.name) } ?? "", columns: .unknown))
    }
  }

  private mutating func push(_ source: ScopeSource) {
    scopes[scopes.count - 1].sources.append(source)
  }

  private func functionName(of function: TableFunction) -> String {
    if case .call(let call)? = function.calls.first?.kind { key(call.name.name) } else { "" }
  }

  private mutating func addJoin(_ join: Join) {
    addSource(join.left)
    addSource(join.right)
    if case .on(let condition)? = join.condition { collect(condition) }
    if let alias = join.alias { push(ScopeSource(name: key(alias.name), columns: .unknown)) }
  }

  /// Refers to a table of a query and brings its columns into scope.
  mutating func addTable(_ table: TableReference, isChanged: Bool = false) {
    let text = key(table.name.name)
    let name = table.alias.map { key($0.name) } ?? text
    let schema = table.alias == nil ? table.name.schema.map { key($0) } : nil
    if let sample = table.sample { for value in sample.arguments { collect(value) } }
    if table.name.schema == nil, !isChanged,
      let common = commonTables.last(where: { $0.name == text })
    {
      let columns = common.columns.map { ScopeSource.Columns.listed($0) } ?? .unknown
      return push(ScopeSource(name: name, columns: columns))
    }
    let candidates = candidates(.relation, table.name)
    addData(candidates, at: table.name.range)
    if case .indexedBy(let index)? = table.indexHint {
      referToRelation(ObjectName(name: index, schema: table.name.schema), as: .index)
    }
    let isRenamed = !(table.alias?.columns.isEmpty ?? true)
    push(
      ScopeSource(
        name: name, schema: schema,
        columns: candidates.isEmpty || isRenamed ? .unknown : .relation(candidates)))
  }

  /// Rows of a relation are read or changed.
  mutating func addData(_ candidates: [SchemaObject], at range: SourceRange?) {
    guard let first = candidates.first else { return }
    guard readsRows, leniency == nil else {
      return addReference(to: candidates, type: .table, at: range)
    }
    add(
      .data, first, alternatives: Array(candidates.dropFirst()), type: .table, at: range)
  }
}
