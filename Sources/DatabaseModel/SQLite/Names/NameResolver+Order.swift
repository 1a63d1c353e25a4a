import SQLSyntax

extension NameResolver {
  /// Looks at ORDER BY and GROUP BY of one SELECT; they see no outer query.
  mutating func resolveOrder(
    _ core: SelectCore, _ orderBy: [SortItem], in scope: NameScope
  ) throws(SQLiteStop) -> Bool {
    scope.allowsAggregates = true
    scope.allowsWindows = true
    guard try resolveTerms(orderBy.map(\.expression), "ORDER", in: scope) else { return false }
    scope.allowsWindows = false
    return try resolveTerms(core.groupBy, "GROUP", in: scope)
  }

  private mutating func resolveTerms(
    _ terms: [SQLExpression], _ word: String, in scope: NameScope
  ) throws(SQLiteStop) -> Bool {
    let results = scope.results ?? []
    for (offset, term) in terms.enumerated() {
      if word == "ORDER", term.withoutCollate.names(oneOf: results) { continue }
      // A number of more than 32 bits is an expression to the engine.
      if let number = term.withoutCollate.plainInteger, Int32(exactly: number) != nil {
        // While ALTER TABLE looks at stored statements the engine does not count.
        guard !checksFunctions || (1...results.count).contains(number) else {
          return fail(
            "\(ordinal(offset + 1)) \(word) BY term out of range - "
              + "should be between 1 and \(results.count)")
        }
        continue
      }
      scope.hasAggregate = false
      guard try resolveWhole(term, in: scope) else { return false }
      if word == "GROUP", scope.hasAggregate {
        return fail("aggregate functions are not allowed in the GROUP BY clause")
      }
    }
    return true
  }

  /// ORDER BY of a compound can only name its columns.
  mutating func resolveCompoundOrder(
    _ query: Query, _ columns: [ResultColumn]
  ) throws(SQLiteStop) -> Bool {
    for (offset, item) in query.orderBy.enumerated() {
      let term = item.expression.withoutCollate
      if let number = term.plainInteger {
        guard (1...columns.count).contains(number) else {
          return fail(
            "\(ordinal(offset + 1)) ORDER BY term out of range - "
              + "should be between 1 and \(columns.count)")
        }
      } else if !term.names(oneOf: columns) {
        throw .unmodelled(reason: "ORDER BY of a compound may match any of its terms")
      }
    }
    return true
  }

  /// `1st`, `2nd`, ….
  private func ordinal(_ number: Int) -> String {
    let suffix =
      switch (number % 10, number % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(number)\(suffix)"
  }
}

extension SQLExpression {
  /// Without COLLATE around it.
  var withoutCollate: SQLExpression {
    if case .collate(let operand, _) = kind { operand.withoutCollate } else { self }
  }

  /// A whole number as written, with a sign at most.
  var plainInteger: Int? {
    switch kind {
    case .literal(.integer(let digits)): Int(digits)
    case .prefix(let sign, let operand) where sign.symbol == "-":
      operand.plainInteger.map { -$0 }
    case .prefix(let sign, let operand) where sign.symbol == "+": operand.plainInteger
    default: nil
    }
  }

  var isPlainNumber: Bool { plainInteger != nil }

  /// Whether it is the name of a column that the result gives by name.
  fileprivate func names(oneOf results: [ResultColumn]) -> Bool {
    guard case .column(let reference) = kind, reference.parts.count == 1 else { return false }
    return results.contains { $0.isNamed && $0.key == reference.column.key }
  }

  var containsWindow: Bool {
    var found = false
    walk { node in
      if let call = node as? FunctionCall, call.over != nil { found = true }
      return !found && !(node is Query)
    }
    return found
  }

  /// Queries inside it that are not inside another query, in source order as SQLite walks them.
  var directQueries: [Query] {
    var queries: [Query] = []
    walk { node in
      if let query = node as? Query {
        queries.append(query)
        return false
      }
      if case .inTable(_, let source, _)? = node as? ExpressionKind {
        queries.append(Query(selectingAllOf: source))
      }
      return !(node is TableSource)
    }
    return queries
  }
}
