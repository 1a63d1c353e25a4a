import DatabaseModel
import PropertyTesting
import SQLSyntax

extension StatementRule {
  /// Indexes of both dialects.
  static let indexes = [
    StatementRule("CREATE INDEX", 14, when: { $0.hasTables }) { drawing in
      try drawing.createIndex()
    },
    StatementRule("DROP INDEX", 6, when: { !$0.indexes.isEmpty }) { drawing in
      let id = try drawing.reference(to: drawing.indexes.map(\.id))
      guard let index = drawing.catalog.index(id) else { try drawing.source.reject("gone") }
      var name = try drawing.name(of: index.name, in: index.schema)
      if try drawing.mistake() {
        let automatic = drawing.catalog.indexes(onTable: index.table).map(\.name)
        let other = try drawing.source.element(
          of: [drawing.missingName] + automatic + drawing.relationNames)
        name = ObjectName(name: other.written(in: drawing.dialect))
      }
      return .drop(
        .index, ObjectReference(kind: .index, name: name),
        ifExists: try drawing.source.boolean(0.3))
    },
  ]
}

extension Drawing {
  func createIndex() throws -> Statement {
    let table = try table()
    let columns = scope(of: table.columns)
    let name = try newName(from: NameStyle.indexes, besides: relationNames)
    var create = CreateIndex(name: ObjectName(name: name), table: try tableName(of: table))
    // On SQLite it is the index that the schema is said of.
    if dialect == .sqlite, let schema = create.table.schema {
      create.name?.schema = schema
      create.table.schema = nil
    }
    create.keys = try source.array(count: 1...3) { _ in try indexKey(over: columns) }
    create.isUnique = try source.boolean(0.3)
    create.ifNotExists = try source.boolean(0.15)
    if try source.boolean(0.15) { create.condition = try condition(over: columns, depth: 1) }
    if isPostgreSQL {
      create.isConcurrent = try source.boolean(0.05)
      if create.isUnique { create.nullsNotDistinct = try source.boolean(0.08) }
      if try source.boolean(0.05) {
        create.including = [IndexKey(expression: .column(try columnName(of: table)))]
      }
      if try source.boolean(0.06) {
        create.method = Identifier(
          try source.element(of: ["btree", "hash", "gin", "gist", "brin"]))
      }
    }
    return Statement(.createIndex(create))
  }

  func indexKey(over columns: [ScopeColumn]) throws -> IndexKey {
    let ordered = columns.filter(\.values.isOrdered)
    guard !ordered.isEmpty else { return IndexKey(expression: .column(missingName)) }
    var key: IndexKey
    if try source.boolean(0.12) {
      let values = try source.element(of: ordered).values
      key = IndexKey(expression: try value(values, over: columns))
    } else {
      let column = try mistake() ? missingName : source.element(of: ordered).name
      key = IndexKey(expression: .column(column))
    }
    if try source.boolean(0.12) { key.direction = .descending }
    if isPostgreSQL, try source.boolean(0.05) { key.nulls = try source.boolean() ? .first : .last }
    if dialect == .sqlite, try source.boolean(0.1) {
      key.collation = try source.element(of: collations)
    }
    return key
  }
}
