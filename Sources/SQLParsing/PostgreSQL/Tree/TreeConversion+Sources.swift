import SQLSyntax

extension TreeConversion {
  /// An item of `FROM`.
  func tableSource(_ node: ParseNode) -> TableSource {
    skipHere("lateral")
    switch node.kind {
    case "RangeVar": return .table(tableReference(node))
    case "RangeSubselect": return .query(derivedTable(node))
    case "RangeFunction": return .function(tableFunction(node))
    case "JoinExpr": return .join(join(node))
    case "RangeTableSample": return .table(sampledTable(node))
    default: return opaqueSource(node)
    }
  }

  /// A `RangeVar` with its alias.
  func tableReference(_ node: ParseNode) -> TableReference {
    let name = relationName(node)
    let start = span.lowerBound
    if operatorIs(cursor, "*") { cursor += 1 }
    if isSymbol(cursor, ")"), isWord(start - 2, "only") { cursor += 1 }
    let alias = self.alias(node["alias"])
    span = tokens(start, max(cursor, start + 1))
    return TableReference(
      name: name, alias: alias, isOnly: !node.flag("inh"), place: place(span))
  }

  private func sampledTable(_ node: ParseNode) -> TableReference {
    guard let relation = node["relation"] else {
      return TableReference(name: ObjectName(""))
    }
    var table = tableReference(relation)
    skipHere("tablesample")
    let method = objectName(node.list("method"))
    table.sample = TableSample(
      method: method, arguments: node.list("args").map { operand($0) },
      repeatable: optionalExpression(node["repeatable"]))
    while isSymbol(cursor, ")") { cursor += 1 }
    return table
  }

  private func derivedTable(_ node: ParseNode) -> DerivedTable {
    while cursor < statement.upperBound, !isSymbol(cursor, "(") { cursor += 1 }
    let open = cursor
    let query = node["subquery"].map(self.query) ?? Query(body: .values([]))
    if isSymbol(open, "(") { cursor = text.closing(open) + 1 }
    return DerivedTable(
      query: query, alias: alias(node["alias"]), isLateral: node.flag("lateral"))
  }

  private func tableFunction(_ node: ParseNode) -> TableFunction {
    var function = TableFunction()
    // Each function comes as a list of the call and its own column definitions.
    let items = node.list("functions").map { $0.list("items") }
    let hasOwnColumns = items.contains { $0.count > 1 && $0[1].kind == "List" }
    if hasOwnColumns {
      function.calls = [rowsFromWithColumns(node)]
    } else {
      function.calls = items.compactMap { $0.first.map { operand($0) } }
    }
    if node.flag("is_rowsfrom"), isSymbol(cursor, ")") { cursor += 1 }
    skipHere("with", "ordinality")
    function.alias = alias(node["alias"])
    function.columns = node.list("coldeflist").map { columnDefinition($0) }
    if !function.columns.isEmpty, isSymbol(cursor, ")") { cursor += 1 }
    function.isLateral = node.flag("lateral")
    function.hasOrdinality = node.flag("ordinality")
    function.isRowsFrom = node.flag("is_rowsfrom")
    return function
  }

  /// `ROWS FROM (f() AS (a int), ...)`, which the tree keeps as text.
  private func rowsFromWithColumns(_ node: ParseNode) -> SQLExpression {
    skip("rows", "from")
    let inside = cursor + 1
    let close = isSymbol(cursor, "(") ? text.closing(cursor) : cursor + 1
    let references = References(in: node, of: self)
    cursor = close
    let opaque = OpaqueSyntax(
      kind: "ROWS FROM", text: sourceText(tokens(inside, close)), relations: references.relations,
      functions: references.functions, types: references.types)
    return SQLExpression(kind: .opaque(opaque), place: place(tokens(inside, close)))
  }

  private func join(_ node: ParseNode) -> Join {
    let hasAlias = node["alias"] != nil
    while isSymbol(cursor, "(") && node["larg"]?.kind != "RangeSubselect" { cursor += 1 }
    let left = node["larg"].map(tableSource) ?? .table(TableReference(name: ObjectName("")))
    while isSymbol(cursor, ")"), !hasAlias { cursor += 1 }
    skipJoinWords()
    let right = node["rarg"].map(tableSource) ?? .table(TableReference(name: ObjectName("")))
    let isCross = node["quals"] == nil && node.list("using_clause").isEmpty
    let condition = joinCondition(node)
    if hasAlias, isSymbol(cursor, ")") { cursor += 1 }
    let isNatural = node.flag("is_natural")
    return Join(
      kind: Self.joinKind(node.word("jointype"), isCross: isCross && !isNatural), left: left,
      right: right, isNatural: isNatural, condition: condition, alias: alias(node["alias"]))
  }

  private func skipJoinWords() {
    skipHere("natural", "cross", "inner", "left", "right", "full", "outer", "join", "lateral")
  }

  private static func joinKind(_ word: String, isCross: Bool) -> JoinKind {
    switch word {
    case "JOIN_LEFT": .left
    case "JOIN_RIGHT": .right
    case "JOIN_FULL": .full
    default: isCross ? .cross : .inner
    }
  }

  private func joinCondition(_ node: ParseNode) -> JoinCondition? {
    if let condition = node["quals"] { return .on(operand(condition)) }
    let columns = node.list("using_clause")
    guard !columns.isEmpty else { return nil }
    skip("using")
    let names = self.names(columns)
    if isSymbol(cursor, ")") { cursor += 1 }
    return .using(names, alias: node["join_using_alias"].map { take($0.text("aliasname")) })
  }

  private func opaqueSource(_ node: ParseNode) -> TableSource {
    let start = node.location.map(token(at:)) ?? cursor
    var end = start + 1
    if isSymbol(end, "(") { end = text.closing(end) + 1 }
    let references = References(in: node, of: self)
    cursor = end
    let opaque = OpaqueSyntax(
      kind: node.kind, text: sourceText(tokens(start, end)), relations: references.relations,
      functions: references.functions, types: references.types)
    return .opaque(opaque, alias: node.kind == "RangeTableFunc" ? alias(node["alias"]) : nil)
  }
}
