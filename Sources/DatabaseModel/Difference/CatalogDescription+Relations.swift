import HashTreeCollections
import SQLSyntax

extension CatalogDescription {
  mutating func describe(_ relation: Relation) {
    switch relation {
    case .table(let table): describe(table)
    case .view(let view): describe(view)
    case .index(let index): describe(index)
    case .sequence(let sequence): describe(sequence)
    case .compositeType: break
    }
  }

  private mutating func describe(_ table: Table) {
    guard let path = path(of: table.id) else { return }
    var attributes: [String: String?] = [
      "kind": "\(table.kind)", "persistence": table.persistence.rawValue,
      "strict": "\(table.isStrict)", "without rowid": "\(table.isWithoutRowID)",
      "row security": "\(table.hasRowSecurity)", "forced": "\(table.forcesRowSecurity)",
      "owner": table.owner, "tablespace": table.tablespace,
      "column order": table.columns.filter { !$0.isDropped }.map {
        $0.name.key(in: catalog.dialect)
      }
      .joined(separator: ", "),
      "inherits": names(table.inheritsFrom),
      "rowid column": table.rowIDColumn.map { columnName($0, of: table.id) },
      "autoincrement": table.definition.map { "\($0.isAutoincrement)" },
      "partition key": table.partitionBy.map { text.print($0) },
      "partition bound": table.partitionBound.map { text.print($0) },
      "on commit": table.onCommit?.rawValue,
    ]
    for (name, value) in table.options { attributes["option \(name)"] = value }
    add(path, attributes)
    describe(table.columns, of: path)
  }

  private func names(_ relations: [ObjectID]) -> String {
    relations.map { names(of: $0).joined(separator: ".") }.joined(separator: ", ")
  }

  private mutating func describe(_ columns: [Column], of owner: ObjectPath) {
    for column in columns where !column.isDropped {
      let path = ObjectPath(
        .column, owner.names + [column.name.key(in: catalog.dialect)], ownerKind: owner.kind)
      var attributes: [String: String?] = [
        "type": column.type.map { type($0) }, "not null": "\(column.isNotNull)",
        "default": column.defaultValue.flatMap { defaultText($0.syntax, of: column) },
        "generated": column.generation.map { text.print($0.expression.syntax) },
        "stored": column.generation.map { "\($0.isStored)" },
        "identity": column.identity.map { $0.isAlways ? "always" : "by default" },
        "collation": column.collation.map { text.print($0) },
        "conflict of not null": column.notNullConflict?.rawValue,
        "inherited": "\(column.isInherited)",
      ]
      for (name, value) in column.storageSettings { attributes["storage \(name)"] = value }
      add(path, attributes)
    }
  }

  /// The server keeps a constant as the value it is, and NULL, which is the default anyway, mostly
  /// not at all.
  private func defaultText(_ expression: SQLExpression, of column: Column) -> String? {
    let printed = text.print(expression)
    guard catalog.dialect == .postgresql, let type = column.type,
      case .literal(let literal) = PostgreSQLNormalForm().normal(expression).kind
    else { return printed }
    let reader = ValueReader(catalog: catalog, session: SessionState())
    switch literal {
    case .null:
      if case .user = type.reference { return printed }
      return nil
    case .string(let words): return (try? reader.canonicalText(words, as: type)) ?? printed
    case .boolean(let value):
      return (try? reader.canonicalText(value ? "true" : "false", as: type)) ?? printed
    default: return printed
    }
  }

  private mutating func describe(_ view: View) {
    guard let path = path(of: view.id) else { return }
    var attributes: [String: String?] = [
      "query": text.print(view), "temporary": "\(view.isTemporary)",
      "populated": "\(view.isPopulated)", "check option": view.checkOption, "owner": view.owner,
      "column names": view.definition?.columns.map { $0.key(in: catalog.dialect) }
        .joined(separator: ", "),
    ]
    for (name, value) in view.options { attributes["option \(name)"] = value }
    add(path, attributes)
    if view.hasKnownColumns { describe(view.columns, of: path) }
  }

  private mutating func describe(_ index: TableIndex) {
    guard let path = path(of: index.id) else { return }
    var attributes: [String: String?] = [
      "table": names(of: index.table).joined(separator: "."),
      "keys": index.keys.map { key($0, of: index.table) }.joined(separator: ", "),
      "including": columnNames(index.including, of: index.table),
      "unique": "\(index.isUnique)", "primary": "\(index.isPrimary)",
      "nulls not distinct": "\(index.nullsNotDistinct)", "method": index.method,
      "condition": index.condition.map { text.print($0.syntax) }, "valid": "\(index.isValid)",
      "automatic": "\(index.isAutomatic)", "tablespace": index.tablespace,
      "constraint": index.constraint.flatMap { self.path(of: $0)?.names.last },
    ]
    for (name, value) in index.options { attributes["option \(name)"] = value }
    add(path, attributes)
  }

  private func key(_ key: StoredIndexKey, of table: ObjectID) -> String {
    var parts = [
      key.column.map { columnName($0, of: table) }
        ?? key.expression.map { "(\(text.print($0.syntax)))" } ?? "?"
    ]
    // A collation that the column has anyway is as good as none.
    if let collation = key.collation, collation.name.text.asciiLowercased() != "binary" {
      parts.append("COLLATE \(text.print(collation))")
    }
    if let operatorClass = key.operatorClass { parts.append(text.print(operatorClass)) }
    if key.direction == .descending { parts.append("DESC") }
    if let nulls = key.nulls { parts.append(nulls.rawValue) }
    return parts.joined(separator: " ")
  }

  private mutating func describe(_ sequence: SequenceDefinition) {
    guard let path = path(of: sequence.id) else { return }
    add(
      path,
      [
        "type": sequence.type, "increment": "\(sequence.increment)",
        "minimum": "\(sequence.minimum)", "maximum": "\(sequence.maximum)",
        "start": "\(sequence.start)", "cache": "\(sequence.cache)",
        "cycles": "\(sequence.isCycling)", "persistence": sequence.persistence.rawValue,
        "owned by": sequence.ownedBy.map { owner in
          let column = owner.column.map { columnName($0, of: owner.object) }
          return (names(of: owner.object) + [column].compactMap { $0 }).joined(separator: ".")
        },
      ])
  }
}

extension CreateTable {
  /// Whether its primary key is AUTOINCREMENT.
  var isAutoincrement: Bool {
    allConstraints.contains { constraint in
      if case .primaryKey(let key) = constraint.kind { key.isAutoincrement } else { false }
    }
  }
}

extension ValueReader {
  /// The same text for every way to write a value.
  fileprivate func canonicalText(_ words: String, as type: DataType) throws -> String {
    "value " + (try text(of: read(words, as: type), as: type))
  }
}
