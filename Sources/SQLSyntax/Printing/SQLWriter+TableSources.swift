extension SQLWriter {
  mutating func write(_ source: TableSource) {
    switch source {
    case .table(let table): write(table)
    case .function(let function): write(function)
    case .query(let derived):
      word("LATERAL", if: derived.isLateral && isPostgreSQL)
      write(subquery: derived.query)
      write(derived.alias)
    case .join(let join): write(join)
    case .opaque(let opaque, let alias):
      word(opaque.text)
      write(alias)
    }
  }

  mutating func write(_ table: TableReference) {
    word("ONLY", if: table.isOnly && isPostgreSQL)
    write(table.name)
    write(table.alias)
    if let sample = table.sample, isPostgreSQL { write(sample) }
    guard let hint = table.indexHint, isSQLite else { return }
    switch hint {
    case .indexedBy(let name): write(keyword: "INDEXED BY", name)
    case .notIndexed: word("NOT INDEXED")
    }
  }

  private mutating func write(_ sample: TableSample) {
    word("TABLESAMPLE")
    write(sample.method, as: .functionOrType)
    attachedList(sample.arguments) { $0.write($1) }
    guard let repeatable = sample.repeatable else { return }
    word("REPEATABLE")
    parenthesized { $0.write(repeatable) }
  }

  mutating func write(_ alias: TableAlias?) {
    guard let alias else { return }
    write(alias: alias.name)
    if !alias.columns.isEmpty { attachedList(alias.columns) { $0.write($1) } }
  }

  private mutating func write(_ function: TableFunction) {
    word("LATERAL", if: function.isLateral && isPostgreSQL)
    if function.isRowsFrom {
      word("ROWS FROM")
      parenthesizedList(function.calls) { $0.write(source: $1) }
    } else {
      list(function.calls) { $0.write(source: $1) }
    }
    word("WITH ORDINALITY", if: function.hasOrdinality)
    if function.columns.isEmpty { return write(function.alias) }
    word("AS")
    if let alias = function.alias {
      write(alias.name)
      attach()
    }
    parenthesizedList(function.columns) { $0.write($1) }
  }

  /// A cast is a source only in the form of a call.
  private mutating func write(source call: SQLExpression) {
    if case .cast(let value, let type) = call.kind {
      write(castCall: value, type)
    } else {
      write(call)
    }
  }

  private mutating func write(_ join: Join) {
    guard let alias = join.alias else { return write(bare: join) }
    parenthesized { $0.write(bare: join) }
    write(alias)
  }

  private mutating func write(bare join: Join) {
    write(join.left)
    word("NATURAL", if: join.isNatural)
    word(join.kind.rawValue)
    if case .join(let right) = join.right, right.alias == nil {
      parenthesized { $0.write(bare: right) }
    } else {
      write(join.right)
    }
    switch join.condition {
    case .on(let condition): write(keyword: "ON", condition)
    case .using(let columns, let alias):
      write(columns: columns, after: "USING")
      write(alias: alias)
    case nil: break
    }
  }
}
