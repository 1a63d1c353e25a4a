extension SQLWriter {
  mutating func write(subquery query: Query) {
    parenthesized { $0.write(query) }
  }

  mutating func write(_ query: Query) {
    let breaks = breaksClauses
    breaksClauses = false
    if let with = query.with {
      write(with, breaks: breaks)
      if breaks { newline() }
    }
    write(query.body, breaks: breaks)
    if !query.orderBy.isEmpty {
      clause("ORDER BY", breaks: breaks)
      list(query.orderBy) { $0.write($1) }
    }
    write(limitOf: query, breaks: breaks)
    for locking in query.locking { write(locking, breaks: breaks) }
    breaksClauses = breaks
  }

  private mutating func write(limitOf query: Query, breaks: Bool) {
    if let limit = query.limit, !(query.limitWithTies && isPostgreSQL) {
      clause("LIMIT", breaks: breaks)
      write(limit)
    } else if query.limit == nil, query.offset != nil, isSQLite {
      clause("LIMIT -1", breaks: breaks)
    }
    if let offset = query.offset {
      clause("OFFSET", breaks: breaks)
      write(offset)
    }
    if let limit = query.limit, query.limitWithTies, isPostgreSQL {
      clause("FETCH FIRST", breaks: breaks)
      write(limit, atLeast: .primary)
      word("ROWS WITH TIES")
    }
  }

  private mutating func write(_ body: QueryBody, breaks: Bool) {
    switch body {
    case .select(let core): write(core, breaks: breaks)
    case .values(let rows): write(rows: rows, breaks: breaks)
    case .compound(let operation): write(operation, breaks: breaks)
    }
  }

  private mutating func write(rows: [[SQLExpression]], breaks: Bool) {
    word("VALUES")
    list(rows) { writer, row in
      if breaks { writer.newline(indent: 1) }
      writer.parenthesizedList(row) { $0.write($1) }
    }
  }

  private mutating func write(_ core: SelectCore, breaks: Bool) {
    word("SELECT")
    write(core.distinct)
    list(core.items) { $0.write($1) }
    if let into = core.into {
      clause("INTO", breaks: breaks)
      word(into.persistence.rawValue)
      write(into.table)
    }
    if !core.from.isEmpty {
      clause("FROM", breaks: breaks)
      list(core.from) { $0.write($1) }
    }
    write(clause: "WHERE", core.condition, breaks: breaks)
    if !core.groupBy.isEmpty {
      clause(core.isGroupDistinct ? "GROUP BY DISTINCT" : "GROUP BY", breaks: breaks)
      list(core.groupBy) { $0.write($1) }
    }
    write(clause: "HAVING", core.having, breaks: breaks)
    if !core.windows.isEmpty {
      clause("WINDOW", breaks: breaks)
      list(core.windows) { $0.write(named: $1) }
    }
  }

  mutating func write(clause keyword: String, _ expression: SQLExpression?, breaks: Bool) {
    guard let expression else { return }
    clause(keyword, breaks: breaks)
    write(expression)
  }

  private mutating func write(named window: WindowDefinition) {
    write(window.name)
    word("AS")
    write(body: window)
  }

  private mutating func write(_ distinct: Distinctness) {
    switch distinct {
    case .all: break
    case .distinct: word("DISTINCT")
    case .distinctOn(let keys):
      word(isSQLite ? "DISTINCT" : "DISTINCT ON")
      if isPostgreSQL { parenthesizedList(keys) { $0.write($1) } }
    }
  }

  mutating func write(_ item: SelectItem) {
    write(item.expression)
    guard let alias = item.alias else { return }
    word("AS")
    write(alias, as: .label)
  }

  mutating func write(orderBy keys: [SortItem]) {
    if keys.isEmpty { return }
    word("ORDER BY")
    list(keys) { $0.write($1) }
  }

  mutating func write(_ key: SortItem) {
    write(key.expression)
    if let name = key.usingOperator {
      word("USING")
      write(name)
    }
    word(key.direction?.rawValue)
    word(key.nulls?.rawValue)
  }

  private mutating func write(_ locking: LockingClause, breaks: Bool) {
    guard isPostgreSQL else { return }
    clause("FOR \(locking.strength)", breaks: breaks)
    if !locking.tables.isEmpty {
      word("OF")
      list(locking.tables) { $0.write($1) }
    }
    word(locking.wait)
  }
}
