import SQLSyntax

extension NameResolver {
  /// Looks at every FROM clause of a query, and of the queries inside its expressions.
  ///
  /// SQLite does so for a whole statement before it looks at a single column.
  ///
  /// - Returns: The result's columns; `nil` after an error.
  mutating func expand(_ query: Query) throws(SQLiteStop) -> [ResultColumn]? {
    guard try pushCommonTables(query.with) else { return nil }
    defer { popCommonTables(query.with) }
    var columns: [ResultColumn] = []
    for term in query.terms.reversed() {
      guard let found = try expand(term) else { return nil }
      columns = found
    }
    guard try expandQueries(in: query.trailingExpressions) else { return nil }
    return columns
  }

  /// One SELECT or VALUES of a compound; what is left over at the end is the leftmost's columns.
  private mutating func expand(_ term: QueryTerm) throws(SQLiteStop) -> [ResultColumn]? {
    switch term {
    case .values(let row):
      guard try expandQueries(in: row) else { return nil }
      return row.indices.map {
        ResultColumn(name: "column\($0 + 1)", writtenName: "column\($0 + 1)")
      }
    case .select(let core):
      guard let joined = try sources(of: core.from, in: .expansion, outer: nil),
        let columns = try expandItems(core.items, joined.sources),
        try expandQueries(in: core.expressions(conditions: joined.conditions))
      else { return nil }
      return columns
    }
  }

  private mutating func expandItems(
    _ items: [SelectItem], _ sources: [NameSource]
  ) throws(SQLiteStop) -> [ResultColumn]? {
    var columns: [ResultColumn] = []
    for item in items {
      guard case .wildcard(let qualifier) = item.expression.kind else {
        columns.append(ResultColumn(item))
        continue
      }
      guard let expanded = try expandStar(qualifier, sources) else { return nil }
      columns += expanded
    }
    return columns
  }

  /// What `*` or `t.*` stands for.
  mutating func expandStar(
    _ qualifier: [Identifier], _ sources: [NameSource]
  ) throws(SQLiteStop) -> [ResultColumn]? {
    if qualifier.count > 1 { throw .unmodelled(reason: "schema.table.* is not modelled") }
    let table = qualifier.last
    let seen = sources.filter { table == nil || $0.key == table?.key }
    guard !seen.isEmpty else {
      _ = fail(table.map { "no such table: \($0.text)" } ?? "no tables specified")
      return nil
    }
    var columns: [ResultColumn] = []
    for source in seen {
      guard source.isComplete else {
        throw .unmodelled(reason: "The columns of \(source.key ?? "a source") are not all known")
      }
      if let table, !source.isAlias { note(table, relation: source.relation) }
      columns += source.columns.filter { column in
        !column.isHidden && !(table == nil && source.mergedColumns.contains(column.key ?? ""))
      }.map { ResultColumn($0) }
    }
    return columns
  }

  /// Looks at the FROM clauses of all queries inside expressions.
  mutating func expandQueries(in expressions: [SQLExpression]) throws(SQLiteStop) -> Bool {
    for expression in expressions {
      for query in expression.directQueries {
        guard try expand(query) != nil else { return false }
      }
    }
    return true
  }
}

extension ResultColumn {
  /// A column for an item that is no `*`.
  init(_ item: SelectItem) {
    self.init(name: item.alias?.text, isNamed: item.alias != nil, expression: item.expression)
    if item.alias == nil { name = Self.columnName(item.expression) }
    writtenName = name
  }

  init(_ column: SourceColumn) {
    self.init(
      name: column.name, writtenName: column.name, isNamed: column.name != nil,
      affinity: column.affinity, source: column)
  }

  /// The name that a bare column gives; other expressions are named by their text.
  private static func columnName(_ expression: SQLExpression) -> String? {
    switch expression.kind {
    case .collate(let operand, _): columnName(operand)
    case .column(let reference) where reference.column.quoting != .single: reference.column.text
    default: nil
    }
  }
}
