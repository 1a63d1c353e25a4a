extension SQLWriter {
  mutating func write(_ table: CreateTable) {
    word("CREATE")
    word(table.persistence.rawValue)
    word(table.server == nil ? "TABLE" : "FOREIGN TABLE")
    word("IF NOT EXISTS", if: table.ifNotExists)
    write(table.name)
    if let type = table.ofType {
      word("OF")
      write(type)
    }
    write(keyword: "PARTITION OF", table.partitionOf?.parent)
    if !table.elements.isEmpty || (table.ofType == nil && table.partitionOf == nil) {
      block(table.elements) { $0.write($1) }
    }
    if let bound = table.partitionOf?.bound { write(bound) }
    optionalList(table.inherits, after: "INHERITS") { $0.write($1) }
    writeTail(of: table)
  }

  private mutating func writeTail(of table: CreateTable) {
    if let partition = table.partitionBy { write(partition) }
    write(keyword: "USING", table.accessMethod)
    if let server = table.server {
      write(keyword: "SERVER", server)
      write(foreign: table.options)
    } else {
      write(keyword: "WITH", options: table.options)
    }
    write(onCommit: table.onCommit)
    write(keyword: "TABLESPACE", table.tablespace)
    word("WITHOUT ROWID", if: table.isWithoutRowID && isSQLite)
    guard table.isStrict, isSQLite else { return }
    if table.isWithoutRowID { comma() }
    word("STRICT")
  }

  private mutating func write(onCommit action: OnCommitAction?) {
    if let action { word("ON COMMIT \(action.rawValue)") }
  }

  mutating func write(_ element: TableElement) {
    switch element {
    case .column(let column): write(column)
    case .constraint(let constraint): write(constraint)
    case .like(let like):
      word("LIKE")
      write(like.table)
      for part in like.including { word("INCLUDING \(part)") }
    }
  }

  mutating func write(_ bound: PartitionBound) {
    switch bound {
    case .list(let values):
      word("FOR VALUES IN")
      parenthesizedList(values) { $0.write($1) }
    case .range(let from, let to):
      word("FOR VALUES FROM")
      parenthesizedList(from) { $0.write($1) }
      word("TO")
      parenthesizedList(to) { $0.write($1) }
    case .hash(let modulus, let remainder):
      word("FOR VALUES WITH (MODULUS \(modulus), REMAINDER \(remainder))")
    case .defaultPartition: word("DEFAULT")
    }
  }

  private mutating func write(_ partition: PartitionBy) {
    word("PARTITION BY \(partition.strategy)")
    parenthesizedList(partition.keys) { $0.write($1) }
  }

  mutating func write(_ table: CreateTableAs) {
    let breaks = breaksClauses
    word("CREATE")
    word(table.persistence.rawValue)
    word("TABLE")
    word("IF NOT EXISTS", if: table.ifNotExists)
    write(table.name)
    write(columns: table.columns)
    write(keyword: "USING", table.accessMethod)
    write(keyword: "WITH", options: table.options)
    write(onCommit: table.onCommit)
    write(keyword: "TABLESPACE", table.tablespace)
    word("AS")
    if breaks { newline() }
    write(table.source)
    if table.isWithoutData { clause("WITH NO DATA", breaks: breaks) }
  }

  mutating func write(_ table: CreateVirtualTable) {
    word("CREATE VIRTUAL TABLE")
    word("IF NOT EXISTS", if: table.ifNotExists)
    write(table.name)
    write(keyword: "USING", table.module)
    guard let arguments = table.arguments else { return }
    attachedList(arguments) { $0.word($1) }
  }
}
