import HashTreeCollections
import SQLSyntax

extension ExpressionAnalysis {
  /// A column by name, looked for in the query itself, then in those around it.
  mutating func column(_ reference: ColumnReference) throws(Halt) -> Operand {
    if !position.allowsColumns {
      throw .refuse(
        .featureNotSupported, "cannot use column reference in \(position.name)")
    }
    switch reference.parts.count {
    case 1: return try bareColumn(reference.parts[0].text)
    case 2: return try column(reference.parts[1].text, of: reference.parts[0].text, schema: nil)
    case 3:
      return try column(
        reference.parts[2].text, of: reference.parts[1].text, schema: reference.parts[0].text)
    default: throw .unmodelled("A column with a database's name is not modelled")
    }
  }

  private mutating func bareColumn(_ name: String) throws(Halt) -> Operand {
    for (depth, scope) in scopes.enumerated() {
      var found: (ScopeSource, ScopeColumn)?
      for source in scope.sources where !source.isQualifiedOnly {
        if source.hiddenColumns.contains(name) { continue }
        for column in source.columns where column.name == name {
          if found != nil {
            throw .refuse(.ambiguousColumn, "column reference \"\(name)\" is ambiguous")
          }
          found = (source, column)
        }
      }
      if let found { return use(found.1, of: found.0, depth: depth) }
    }
    if let system = try systemColumn(name) { return system }
    return try wholeRow(name)
  }

  private mutating func systemColumn(_ name: String) throws(Halt) -> Operand? {
    guard let type = SystemColumns.types[name],
      scopes.contains(where: { $0.sources.contains(where: \.hasSystemColumns) })
    else { return nil }
    lacksTree("A system column is read")
    return Operand(type: .known(.builtin(type)))
  }

  /// A table's name as a value stands for its row.
  private mutating func wholeRow(_ name: String) throws(Halt) -> Operand {
    for (depth, scope) in scopes.enumerated() {
      for source in scope.sources where source.name == name {
        if source.isFunction, source.columns.count == 1 {
          return operand(source.columns[0], depth: depth)
        }
        guard let relation = source.relation else {
          throw .unmodelled("A row of a subquery as a value is not modelled")
        }
        if position == .check || position == .indexKey || position == .generation {
          throw .unmodelled("A whole row in a stored expression is not modelled")
        }
        depend(on: ObjectAddress(object: relation))
        for column in source.columns {
          if let address = column.address { depend(on: address) }
        }
        return Operand(
          AnalyzedExpression(
            type: DataType(reference: .user(relation)),
            node: .wholeRow(RowSlot(depth: depth, source: source.number), relation: relation)))
      }
    }
    if transition.mayHaveUnseenColumns(scopes) {
      throw .unmodelled("A table may have the column \(name)")
    }
    throw .refuse(.undefinedColumn, "column \"\(name)\" does not exist")
  }

  private mutating func column(
    _ name: String, of table: String, schema: String?
  ) throws(Halt) -> Operand {
    for (depth, scope) in scopes.enumerated() {
      let matches = scope.sources.filter {
        $0.name == table && (schema == nil || $0.schema == schema)
      }
      if matches.count > 1 { throw .unmodelled("Two tables of one name in FROM") }
      guard let source = matches.first else { continue }
      let columns = source.columns.filter { $0.name == name }
      if columns.count > 1 {
        throw .refuse(.ambiguousColumn, "column reference \"\(name)\" is ambiguous")
      }
      if let column = columns.first { return use(column, of: source, depth: depth) }
      if source.hasSystemColumns, let type = SystemColumns.types[name] {
        lacksTree("A system column is read")
        return Operand(type: .known(.builtin(type)))
      }
      if try mayBeFunction(name) {
        throw .unmodelled("A function in the form of a column is not modelled")
      }
      throw .unmodelledOr(
        isSure: !transition.mayHaveUnseenColumns([scope]),
        .refuse(.undefinedColumn, "column \(table).\(name) does not exist"))
    }
    throw try missingTable(table)
  }

  /// Whether `table.name` may stand for `name(table)`.
  private func mayBeFunction(_ name: String) throws(Halt) -> Bool {
    if BuiltinFunctions.all[name] != nil || BuiltinTypes.all[name] != nil { return true }
    return try !transition.routines(named: ObjectName(name)).isEmpty
  }

  /// A missing FROM entry; the hint that the engine adds is only sometimes known.
  private func missingTable(_ table: String) throws(Halt) -> Halt {
    if scopes.allSatisfy({ $0.sources.isEmpty }), !position.allowsSubqueries {
      return .refuse(.undefinedTable, "missing FROM-clause entry for table \"\(table)\"")
    }
    if transition.mayBeUnseen(table) { return .unmodelled("\(table) may be something else") }
    let isAliased = scopes.contains { scope in
      scope.sources.contains { source in
        source.relation.flatMap { transition.catalog.relations[$0]?.name.text } == table
      }
    }
    if isAliased { return .unmodelled("A table is named beside its alias") }
    return .refuse(.undefinedTable, "missing FROM-clause entry for table \"\(table)\"")
  }

  private mutating func use(
    _ column: ScopeColumn, of source: ScopeSource, depth: Int
  ) -> Operand {
    if let address = column.address { depend(on: address) }
    if depth == 0, aggregateDepth == 0 {
      ungrouped.append(ColumnUse(source: source.name ?? "", column: column))
    }
    return operand(column, depth: depth)
  }

  private mutating func operand(_ column: ScopeColumn, depth: Int) -> Operand {
    guard let place = column.place else {
      lacksTree("A column without a place is read")
      return Operand(type: .known(column.type))
    }
    return Operand(
      AnalyzedExpression(
        type: column.type,
        node: .column(
          ColumnSlot(row: RowSlot(depth: depth, source: place.source), column: place.column))))
  }
}

extension Halt {
  static func unmodelledOr(isSure: Bool, _ refusal: Halt) -> Halt {
    isSure ? refusal : .unmodelled("Something not known may exist")
  }
}

extension PostgreSQLTransition {
  /// Whether a table of these scopes may have columns that the catalog does not show.
  func mayHaveUnseenColumns(_ scopes: [Scope]) -> Bool {
    guard !catalog.unknowns.isEmpty else { return false }
    return scopes.contains { scope in
      scope.sources.contains { source in
        guard let id = source.relation, let relation = catalog.relations[id] else { return false }
        return mayBeUnseen(relation.name.text)
      }
    }
  }
}
