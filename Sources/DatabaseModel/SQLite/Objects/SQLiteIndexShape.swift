import SQLSyntax

/// What a CREATE INDEX of SQLite makes, worked out from its text and its table.
struct SQLiteIndexShape {
  let definition: CreateIndex
  let table: Table
  var keys: [StoredIndexKey] = []
  var uses: [NameUse] = []
  var quotedStrings: Set<Int> = []

  init(
    _ definition: CreateIndex, on table: Table, of catalog: Catalog,
    allowsQuotedStrings: Bool = true
  ) throws(SQLiteStop) {
    self.definition = definition
    self.table = table
    var resolver = NameResolver(catalog: catalog, boundSchema: table.schema)
    resolver.allowsQuotedStrings = allowsQuotedStrings
    _ = try resolver.resolveWhole(definition.condition, in: scope(.partialIndex))
    for key in definition.keys { keys.append(try stored(key, &resolver)) }
    uses = resolver.uses
    quotedStrings = resolver.quotedStrings
  }

  private func scope(_ place: SelfReference) -> NameScope {
    var source = NameSource(key: table.name.key, schema: table.schema, relation: table.id)
    source.read(table)
    let scope = NameScope(sources: [source])
    scope.selfReference = place
    return scope
  }

  private func stored(
    _ key: IndexKey, _ resolver: inout NameResolver
  ) throws(SQLiteStop) -> StoredIndexKey {
    var key = key
    key.expression = key.expression.withQuotedColumn
    // COLLATE around a key ends the walk where the condition left an error.
    if key.collation == nil || resolver.error == nil {
      _ = try resolver.resolveWhole(key.expression, in: scope(.indexExpression))
    }
    try resolver.finish()
    if let collation = key.collation { try SQLiteReserved.check(collation: collation.name) }
    var stored = StoredIndexKey(
      direction: key.direction ?? .ascending, collation: key.collation)
    if case .column(let reference) = key.expression.kind,
      let position = table.columns.firstIndex(where: { $0.name.key == reference.column.key })
    {
      stored.column = position + 1
      stored.collation = key.collation ?? table.columns[position].collation
    } else {
      stored.expression = StoredExpression(syntax: key.expression)
    }
    return stored
  }

  func index(_ id: ObjectID, in schema: ObjectID) -> TableIndex {
    TableIndex(
      id: id, schema: schema, name: definition.name?.name ?? "", table: table.id, keys: keys,
      isUnique: definition.isUnique,
      condition: definition.condition.map { StoredExpression(syntax: $0) },
      definition: definition)
  }

  /// What the rows must satisfy while the index is filled.
  func demands(_ id: ObjectID) -> [RowDemand] {
    let expressions =
      keys.compactMap(\.expression)
      + [definition.condition.map { StoredExpression(syntax: $0) }].compactMap { $0 }
    let evaluated = expressions.map { RowDemand.evaluates(table: table.id, $0) }
    return evaluated + (definition.isUnique ? [.unique(index: id)] : [])
  }
}

extension SQLExpression {
  /// With a name in single quotes read as a name, as SQLite reads a whole key.
  fileprivate var withQuotedColumn: SQLExpression {
    guard case .column(let reference) = kind, reference.parts.count == 1,
      reference.column.quoting == .single
    else { return self }
    let column = Identifier(reference.column.text, place: reference.column.place)
    return SQLExpression(kind: .column(ColumnReference(parts: [column])), place: place)
  }
}
