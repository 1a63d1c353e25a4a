import SQLSyntax

extension NameResolver {
  /// What a name in FROM offers: a common table, a table, or a view.
  ///
  /// - Returns: `nil` after an error.
  mutating func source(_ reference: TableReference) throws(SQLiteStop) -> NameSource? {
    if reference.name.schema == nil, let found = try commonTable(reference) { return found }
    if error != nil { return nil }
    let bound = boundSchema
    let relation = try located { resolver throws(SQLiteStop) in
      try resolver.catalog.locate(reference.name, boundTo: bound)
    }
    guard let relation else { return nil }
    if case .indexedBy(let index) = reference.indexHint {
      throw .unmodelled(reason: "INDEXED BY \(index.text) is only looked up when it is planned")
    }
    note(reference.name.name, relation: relation.id)
    return try source(relation, alias: reference.alias?.name)
  }

  /// What a table or view offers, under its own name or another.
  mutating func source(
    _ relation: SQLiteRelation, alias: Identifier? = nil
  ) throws(SQLiteStop) -> NameSource? {
    var source = NameSource(
      key: alias?.key ?? relation.name.asciiLowercased(), isAlias: alias != nil,
      schema: relation.schema, relation: relation.id)
    switch relation {
    case .table(let table): source.read(table)
    case .view(let view):
      guard let columns = try columns(of: view) else { return nil }
      source.columns = columns
      source.isComplete = columns.allSatisfy { $0.name != nil }
    case .schemaTable:
      source.columns = ["type", "name", "tbl_name", "rootpage", "sql"].map {
        SourceColumn(name: $0, affinity: $0 == "rootpage" ? .integer : .text)
      }
      source.hasRowID = true
    }
    return source
  }

  /// The columns of a view, by reading its query as it stands now.
  private mutating func columns(of view: View) throws(SQLiteStop) -> [SourceColumn]? {
    if let known = viewColumns[view.id] { return known }
    if viewsInProgress.contains(view.id) {
      _ = fail("view \(view.name.text) is circularly defined")
      return nil
    }
    guard let definition = view.definition else {
      throw .unmodelled(reason: "The query of view \(view.name.text) is not known")
    }
    guard let found = try columns(of: definition, view) else { return nil }
    viewColumns[view.id] = found
    return found
  }

  private mutating func columns(
    of definition: CreateView, _ view: View
  ) throws(SQLiteStop) -> [SourceColumn]? {
    var inner = NameResolver(catalog: catalog)
    inner.boundSchema = view.schema == catalog.temporarySchema ? nil : view.schema
    inner.viewsInProgress = viewsInProgress + [view.id]
    inner.viewColumns = viewColumns
    let columns =
      try inner.expand(definition.query) != nil
      ? inner.resolve(definition.query, outer: nil) : nil
    viewColumns = inner.viewColumns
    hasCalls = hasCalls || inner.hasCalls
    guard let columns, inner.error == nil else {
      if !checksFunctions, inner.error?.message.contains("function") == true {
        throw .unmodelled(reason: "A view of a view calls a function that may not exist")
      }
      error = inner.error
      return nil
    }
    return try named(columns, by: definition)
  }

  private func named(
    _ columns: [ResultColumn], by definition: CreateView
  ) throws(SQLiteStop) -> [SourceColumn] {
    if definition.columns.isEmpty { return ResultColumn.unique(columns) }
    guard definition.columns.count == columns.count else {
      throw .unmodelled(reason: "The view's column list is not as long as its query's")
    }
    return zip(definition.columns, columns).map { name, column in
      SourceColumn(name: name.text, affinity: column.affinity)
    }
  }
}

extension NameSource {
  mutating func read(_ table: Table) {
    columns = table.columns.map { column in
      SourceColumn(
        name: column.name.text, affinity: SQLiteAffinity(declaredType: column.declaredType),
        isHidden: column.isHiddenOnSQLite)
    }
    hasRowID = !table.isWithoutRowID
    rowIDColumn = table.rowIDColumn.map { $0 - 1 }
    if case .virtual = table.kind { isComplete = !table.columns.isEmpty }
  }
}

extension Column {
  /// The type as declared on SQLite, without its parentheses' meaning.
  var declaredType: String? {
    if case .declared(let text) = type?.reference { text } else { nil }
  }

  /// A column of a virtual table that `*` leaves out.
  var isHiddenOnSQLite: Bool { storageSettings["hidden"] != nil }
}

extension ResultColumn {
  /// Names made unique as SQLite makes them: `a`, `a:1`, ….
  static func unique(_ columns: [ResultColumn]) -> [SourceColumn] {
    var seen: Set<String> = []
    return columns.map { column in
      guard let name = column.name else { return SourceColumn(affinity: column.affinity) }
      var candidate = name
      var count = 0
      while seen.contains(candidate.asciiLowercased()) {
        count += 1
        candidate = "\(name):\(count)"
      }
      seen.insert(candidate.asciiLowercased())
      return SourceColumn(name: candidate, affinity: column.affinity)
    }
  }
}
