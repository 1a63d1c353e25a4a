import SQLSyntax

extension SQLiteTableShape {
  /// What SQLite checks at the end of the statement.
  mutating func finish() throws(SQLiteStop) {
    if definition.isStrict { try finishStrict() }
    if definition.isWithoutRowID { try finishWithoutRowID() }
    // Errors of this part replace each other: the last one is reported.
    var resolver = NameResolver(catalog: catalog, boundSchema: schema)
    resolver.allowsQuotedStrings = allowsQuotedStrings
    let checkScope = selfScope(.check)
    for check in checks {
      guard try resolver.resolveWhole(check.condition, in: checkScope) else { break }
    }
    for column in generated {
      _ = try resolver.resolveWhole(column.expression, in: selfScope(.generatedColumn))
    }
    if !generated.isEmpty, generated.count == columns.count {
      throw .error("must have at least one non-generated column")
    }
    try resolver.finish()
  }

  /// The table itself as the only source of names.
  func selfScope(_ place: SelfReference) -> NameScope {
    var source = NameSource(key: definition.name.name.key, schema: schema)
    source.columns = columns.map { SourceColumn(name: $0.name.text) }
    source.hasRowID = !definition.isWithoutRowID || place == .indexExpression
    let scope = NameScope(sources: [source])
    scope.selfReference = place
    return scope
  }

  private mutating func finishStrict() throws(SQLiteStop) {
    let standard: Set<String> = ["ANY", "BLOB", "INT", "INTEGER", "REAL", "TEXT"]
    for (position, column) in columns.enumerated() {
      let type = column.declaredType?.asciiUppercased()
      let isKnown = type.map(standard.contains) ?? false
      guard isKnown, column.type?.modifiers.isEmpty == true else {
        throw try unknownType(at: position)
      }
      if isPrimaryKey[position], rowIDColumn != position + 1 { columns[position].isNotNull = true }
    }
  }

  private func unknownType(at position: Int) throws(SQLiteStop) -> SQLiteStop {
    let column = columns[position].name.text
    guard let type = definition.columnDefinitions[position].type else {
      return .error("missing datatype for \(nameInMessages).\(column)")
    }
    let text = type.sqliteText
    if let range = type.place.range, range.upperBound - range.lowerBound > 0,
      range.upperBound - range.lowerBound != text.utf8.count
    {
      throw .unmodelled(reason: "The type's text is quoted in the refusal, and is not kept")
    }
    return .error("unknown datatype for \(nameInMessages).\(column): \"\(text)\"")
  }

  private mutating func finishWithoutRowID() throws(SQLiteStop) {
    if isAutoincrement { throw .error("AUTOINCREMENT not allowed on WITHOUT ROWID tables") }
    guard primaryKey != nil else { throw .error("PRIMARY KEY missing on table \(nameInMessages)") }
    for position in columns.indices where isPrimaryKey[position] {
      columns[position].isNotNull = true
    }
    if let position = keys.firstIndex(where: \.isPrimary) { keys[position].removeTwins() }
    guard let number = rowIDColumn else { return }
    // What would have been the rowid becomes an index after all, behind the others.
    rowIDColumn = nil
    keys.append(
      SQLiteKey(
        columns: [number], collations: [columns[number - 1].collation?.name.key ?? "binary"],
        directions: [.ascending], isPrimary: true, conflict: primaryKeyConstraint?.onConflict,
        number: keys.count + 1))
    if let index = keyConstraints.firstIndex(where: { $0.key == nil }) {
      keyConstraints[index].key = keys.count - 1
    }
  }
}

extension CreateTable {
  var columnDefinitions: [ColumnDefinition] {
    elements.compactMap { if case .column(let column) = $0 { column } else { nil } }
  }
}

extension TypeName {
  /// The type as SQLite shows it, when nothing but what is needed was written.
  var sqliteText: String {
    let numbers = modifiers.compactMap(\.plainInteger).map(String.init)
    return name.name.text + (numbers.isEmpty ? "" : "(\(numbers.joined(separator: ",")))")
  }
}
