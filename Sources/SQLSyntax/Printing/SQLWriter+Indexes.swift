extension SQLWriter {
  mutating func write(_ index: CreateIndex) {
    word("CREATE")
    word("UNIQUE", if: index.isUnique)
    word("INDEX")
    word("CONCURRENTLY", if: index.isConcurrent && isPostgreSQL)
    word("IF NOT EXISTS", if: index.ifNotExists)
    if let name = index.name { write(name) }
    word("ON")
    word("ONLY", if: index.isOnly && isPostgreSQL)
    write(index.table)
    if isPostgreSQL { write(keyword: "USING", index.method) }
    parenthesizedList(index.keys) { $0.write($1) }
    optionalList(index.including, after: "INCLUDE") { $0.write($1) }
    word("NULLS NOT DISTINCT", if: index.nullsNotDistinct)
    write(keyword: "WITH", options: index.options)
    write(keyword: "TABLESPACE", index.tablespace)
    write(clause: "WHERE", index.condition, breaks: breaksClauses)
  }

  mutating func write(_ key: IndexKey) {
    if isPostgreSQL, !key.expression.isBareIndexKey {
      parenthesized { $0.write(key.expression) }
    } else {
      write(key.expression, atLeast: key.collation == nil ? .lowest : .collate)
    }
    write(keyword: "COLLATE", key.collation)
    if let operatorClass = key.operatorClass, isPostgreSQL {
      write(operatorClass)
      write(keyword: nil, options: key.operatorClassOptions)
    }
    word(key.direction?.rawValue)
    word(key.nulls?.rawValue)
  }

  mutating func write(_ reindex: Reindex) {
    word("REINDEX")
    if isSQLite {
      if let name = reindex.name { write(name) }
      return
    }
    optionalList(reindex.options) { $0.write(setting: $1) }
    word(reindex.isSystem ? "SYSTEM" : reindex.kind?.rawValue)
    word("CONCURRENTLY", if: reindex.isConcurrent)
    if let name = reindex.name { write(name) }
  }

  mutating func write(_ statistics: CreateStatistics) {
    word("CREATE STATISTICS")
    word("IF NOT EXISTS", if: statistics.ifNotExists)
    if let name = statistics.name { write(name) }
    write(columns: statistics.kinds)
    word("ON")
    list(statistics.keys) { $0.write($1) }
    word("FROM")
    list(statistics.tables) { $0.write($1) }
  }
}

extension SQLExpression {
  /// Whether PostgreSQL takes it as a key without parentheses: a column or a call.
  fileprivate var isBareIndexKey: Bool {
    switch kind {
    case .column(let name): name.parts.count == 1
    case .special, .current: true
    case .call(let call):
      switch PhrasedCall(call) {
      case .atTimeZone, .overlaps: false
      default: call.filter == nil && call.over == nil && !call.isWithinGroup
      }
    default: false
    }
  }
}
