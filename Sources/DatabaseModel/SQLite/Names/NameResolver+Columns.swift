import HashTreeCollections
import SQLSyntax

extension NameResolver {
  /// Looks a column name up, from the innermost level outwards.
  ///
  /// - Returns: `nil` after an error.
  mutating func lookUp(
    _ reference: ColumnReference, in scope: NameScope
  ) throws(SQLiteStop) -> ResolvedName? {
    var search = ColumnSearch(reference)
    var level: NameScope? = scope
    while let current = level {
      if try find(&search, at: current) { break }
      level = current.parent
    }
    if search.count == 1, let found = search.found { return found }
    if search.count == 0, let constant = constant(for: reference, search) { return constant }
    let trouble = search.count == 0 ? "no such column" : "ambiguous column name"
    _ = fail("\(trouble): \(reference.description)")
    return nil
  }

  /// Looks at one level; `true` ends the search.
  private mutating func find(
    _ search: inout ColumnSearch, at scope: NameScope
  ) throws(SQLiteStop) -> Bool {
    for source in scope.sources {
      try find(&search, in: source)
    }
    if search.count == 0, search.schema == nil {
      try findRow(&search, at: scope)
    }
    if search.count == 0, search.tableCount == 1, let source = search.onlySource,
      SQLiteReserved.isRowID(search.key), source.hasRowID,
      scope.selfReference != .indexExpression, scope.selfReference != .generatedColumn
    {
      search.count = 1
      search.found = rowID(search, of: source)
      noteTable(search, source)
    }
    if search.count == 0, search.table == nil, let results = scope.results {
      if try findResult(&search, results, scope) { return true }
    }
    if search.count > 0 { scope.referenceCount += 1 }
    return search.count > 0
  }

  private mutating func find(
    _ search: inout ColumnSearch, in source: NameSource
  ) throws(SQLiteStop) {
    guard matches(search, source) else { return }
    if source.hasRowID, search.count == 0 {
      search.onlySource = source
      search.tableCount += 1
    }
    guard let position = source.columns.firstIndex(where: { $0.key == search.key }) else {
      if source.isComplete { return }
      throw .unmodelled(reason: "The columns of \(source.key ?? "a source") are not all known")
    }
    if search.count > 0, search.table == nil, source.mergedColumns.contains(search.key) { return }
    search.count += 1
    search.found = .column(source.columns[position])
    noteTable(search, source)
    note(search.reference.column, relation: source.relation, column: position)
  }

  /// The rowid; where a column is it under another name, a use of that column.
  private mutating func rowID(_ search: ColumnSearch, of source: NameSource) -> ResolvedName {
    guard let position = source.rowIDColumn else { return .rowID(columnName: nil) }
    note(search.reference.column, relation: source.relation, column: position)
    return .rowID(columnName: source.columns[position].name)
  }

  private func matches(_ search: ColumnSearch, _ source: NameSource) -> Bool {
    if let schema = search.schema {
      guard let id = catalog.schemaNames[schema.key], source.schema == id else { return false }
    }
    guard let table = search.table else { return true }
    return source.key == table.key
  }

  private mutating func noteTable(_ search: ColumnSearch, _ source: NameSource) {
    guard let table = search.table, !source.isAlias else { return }
    note(table, relation: source.relation)
  }

  /// `new`, `old`, `excluded`, and the table that RETURNING belongs to.
  private mutating func findRow(
    _ search: inout ColumnSearch, at scope: NameScope
  ) throws(SQLiteStop) {
    guard let source = row(named: search.table?.key, at: scope) else { return }
    if let position = source.columns.firstIndex(where: { $0.key == search.key }) {
      search.count = 1
      search.found = .column(source.columns[position])
      note(search.reference.column, relation: source.relation, column: position)
    } else if SQLiteReserved.isRowID(search.key), source.hasRowID {
      search.count = 1
      search.found = rowID(search, of: source)
    } else if !source.isComplete {
      throw .unmodelled(reason: "The columns of \(source.key ?? "a row") are not all known")
    }
  }

  private func row(named table: String?, at scope: NameScope) -> NameSource? {
    if let returning { return table == nil || table == returning.key ? returning : nil }
    if table == "excluded", let excluded = scope.excluded { return excluded }
    guard let trigger else { return nil }
    if table == "new", trigger.hasNew { return trigger.table }
    if table == "old", trigger.hasOld { return trigger.table }
    return nil
  }

  private mutating func findResult(
    _ search: inout ColumnSearch, _ results: [ResultColumn], _ scope: NameScope
  ) throws(SQLiteStop) -> Bool {
    guard let match = results.first(where: { $0.isNamed && $0.key == search.key }) else {
      return false
    }
    let name = match.name ?? ""
    if match.hasAggregate, !scope.allowsAggregates {
      throw .error("misuse of aliased aggregate \(name)")
    }
    if match.hasWindow, !scope.allowsWindows {
      throw .error("misuse of aliased window function \(name)")
    }
    search.count = 1
    search.found = .result(match)
    return true
  }

  /// What a bare name that no level knows may still be: a string, or a truth value.
  private mutating func constant(
    for reference: ColumnReference, _ search: ColumnSearch
  ) -> ResolvedName? {
    guard search.table == nil else { return nil }
    let column = reference.column
    if column.quoting == .double, allowsQuotedStrings {
      if viewsInProgress.isEmpty, let number = column.place.range?.lowerBound {
        quotedStrings.insert(number)
      }
      return .constant
    }
    return search.key == "true" || search.key == "false" ? .constant : nil
  }
}

/// A search for one column name.
private struct ColumnSearch {
  let reference: ColumnReference
  let key: String
  let table: Identifier?
  let schema: Identifier?
  var count = 0
  var tableCount = 0
  var onlySource: NameSource?
  var found: ResolvedName?

  init(_ reference: ColumnReference) {
    self.reference = reference
    key = reference.column.key
    let parts = reference.parts
    table = parts.count > 1 ? parts[parts.count - 2] : nil
    schema = parts.count > 2 ? parts[parts.count - 3] : nil
  }
}
