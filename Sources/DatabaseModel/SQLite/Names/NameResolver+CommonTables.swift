import SQLSyntax

extension NameResolver {
  /// Makes the tables of a WITH clause known; undone by ``popCommonTables(_:)``.
  mutating func pushCommonTables(_ with: WithClause?) throws(SQLiteStop) -> Bool {
    guard let with else { return true }
    var seen: Set<String> = []
    for table in with.tables where !seen.insert(table.name.key).inserted {
      return fail("duplicate WITH table name: \(table.name.text)")
    }
    commonTables.append(with.tables.map { CommonTableEntry(table: $0) })
    return true
  }

  mutating func popCommonTables(_ with: WithClause?) {
    if with != nil { commonTables.removeLast() }
  }

  /// The common table of a name, its body looked at in full.
  ///
  /// - Returns: `nil` where there is none, and after an error.
  mutating func commonTable(_ reference: TableReference) throws(SQLiteStop) -> NameSource? {
    let key = reference.name.name.key
    for level in commonTables.indices.reversed() {
      guard let index = commonTables[level].firstIndex(where: { $0.table.name.key == key })
      else { continue }
      guard let columns = try columns(level, index) else { return nil }
      return NameSource(
        key: reference.alias?.name.key ?? key, isAlias: true, columns: columns,
        isComplete: columns.allSatisfy { $0.name != nil })
    }
    return nil
  }

  private mutating func columns(
    _ level: Int, _ index: Int
  ) throws(SQLiteStop) -> [SourceColumn]? {
    let entry = commonTables[level][index]
    if let known = entry.columns { return known }
    if entry.isInProgress {
      throw .unmodelled(reason: "A common table refers to itself where it may not")
    }
    guard case .select(let query) = entry.table.statement.kind else {
      throw .unmodelled(reason: "A common table that is no query is not of SQLite")
    }
    commonTables[level][index].isInProgress = true
    let inner = commonTables[(level + 1)...]
    commonTables.removeSubrange((level + 1)...)
    let columns = try columns(of: query, entry.table, level, index)
    commonTables += inner
    commonTables[level][index].isInProgress = false
    commonTables[level][index].columns = columns
    return columns
  }

  private mutating func columns(
    of query: Query, _ table: CommonTable, _ level: Int, _ index: Int
  ) throws(SQLiteStop) -> [SourceColumn]? {
    if let initial = query.initialPart(ofRecursive: table.name.key) {
      guard try expand(initial) != nil, let first = try resolve(initial, outer: nil) else {
        return nil
      }
      commonTables[level][index].columns = try named(first, by: table)
    }
    guard try expand(query) != nil, let columns = try resolve(query, outer: nil) else {
      return nil
    }
    return try named(columns, by: table)
  }

  private mutating func named(
    _ columns: [ResultColumn], by table: CommonTable
  ) throws(SQLiteStop) -> [SourceColumn] {
    if table.columns.isEmpty { return ResultColumn.unique(columns.map(\.asWritten)) }
    guard table.columns.count == columns.count else {
      throw .error(
        "table \(table.name.text) has \(columns.count) values for \(table.columns.count) columns")
    }
    return zip(table.columns, columns).map { name, column in
      SourceColumn(name: name.text, affinity: column.affinity)
    }
  }
}

extension Query {
  /// The terms before the first that reads the table itself; `nil` where none does.
  fileprivate func initialPart(ofRecursive key: String) -> Query? {
    guard case .compound(let operation) = body, operation.kind == .union else { return nil }
    let isRecursive = operation.right.terms.contains { $0.reads(key) }
    if !isRecursive { return nil }
    return operation.left.initialPart(ofRecursive: key) ?? operation.left
  }
}

extension QueryTerm {
  fileprivate func reads(_ key: String) -> Bool {
    guard case .select(let core) = self else { return false }
    return core.from.contains { $0.reads(key) }
  }
}

extension TableSource {
  fileprivate func reads(_ key: String) -> Bool {
    switch self {
    case .table(let reference): reference.name.schema == nil && reference.name.name.key == key
    case .join(let join): join.left.reads(key) || join.right.reads(key)
    default: false
    }
  }
}
