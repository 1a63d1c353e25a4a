import SQLSyntax

extension TreeConversion {
  func call(_ node: ParseNode) -> ExpressionKind { .call(functionCall(node)) }

  /// A `FuncCall`.
  func functionCall(_ node: ParseNode) -> FunctionCall {
    let start = node.location.map(token(at:)) ?? cursor
    cursor = start
    let name = functionName(node, at: start)
    var call = FunctionCall(name: name)
    let open = isSymbol(cursor, "(") ? cursor : nil
    var whole = tokens(start, max(cursor, start + 1))
    call.arguments = node.list("args").map { argument in
      let value = functionArgument(argument)
      whole = tokens(min(whole.lowerBound, span.lowerBound), max(whole.upperBound, span.upperBound))
      return value
    }
    if let open {
      let first = isWord(start, "overlaps") ? startOfRow(endingAt: start - 1) : start
      whole = tokens(first, text.closing(open) + 1)
    }
    call.isStar = node.flag("agg_star")
    call.isDistinct = node.flag("agg_distinct")
    call.isVariadic = node.flag("func_variadic")
    call.isWithinGroup = node.flag("agg_within_group")
    call.orderBy = node.list("agg_order").map(sortItem)
    cursor = max(whole.upperBound, call.isWithinGroup ? cursor : 0)
    call.filter = optionalExpression(node["agg_filter"])
    call.over = node["over"].map(windowReference)
    span = tokens(whole.lowerBound, endOfCallClauses(whole.upperBound))
    call.place = place(span)
    return call
  }

  /// The first token of the row before `OVERLAPS`, whose last token is a parenthesis.
  private func startOfRow(endingAt end: Int) -> Int {
    var index = end
    var depth = 0
    while index > statement.lowerBound {
      if isSymbol(index, ")") { depth += 1 }
      if isSymbol(index, "(") { depth -= 1 }
      if depth == 0 { break }
      index -= 1
    }
    return index > statement.lowerBound && isWord(index - 1, "row") ? index - 1 : index
  }

  /// A function's name where it is written; the grammar's own functions have a place only.
  private func functionName(_ node: ParseNode, at start: Int) -> ObjectName {
    let parts = node.list("funcname").map(Self.string)
    let isSpelt = parts.enumerated().allSatisfy { index, part in
      start + 2 * index < statement.upperBound && text.isName(start + 2 * index, part)
    }
    if isSpelt { return objectName(parts) }
    cursor = start + 1
    let name = Identifier(parts.last ?? "", place: place(tokens(start, start + 1)))
    return ObjectName(
      name: name, schema: parts.count > 1 ? Identifier(parts[parts.count - 2]) : nil)
  }

  private func functionArgument(_ node: ParseNode) -> FunctionArgument {
    guard node.kind == "NamedArgExpr", let value = node["arg"] else {
      return FunctionArgument(value: operand(node))
    }
    move(to: node)
    let name = take(node.text("name"))
    return FunctionArgument(value: operand(value), name: name)
  }

  /// Behind `WITHIN GROUP (...)`, `FILTER (...)` and `OVER ...`.
  private func endOfCallClauses(_ start: Int) -> Int {
    var end = start
    // `a IS NOT NFC NORMALIZED` is a call too.
    if isWord(end - 1, "is") {
      while ["not", "nfc", "nfd", "nfkc", "nfkd", "normalized"].contains(lowercased(end)) {
        end += 1
      }
    }
    if isWord(end, "within"), isSymbol(end + 2, "(") { end = text.closing(end + 2) + 1 }
    if isWord(end, "filter"), isSymbol(end + 1, "(") { end = text.closing(end + 1) + 1 }
    if isWord(end, "over") {
      end = isSymbol(end + 1, "(") ? text.closing(end + 1) + 1 : end + 2
    }
    return min(end, statement.upperBound)
  }

  private func windowReference(_ node: ParseNode) -> WindowReference {
    if let name = node.optionalText("name") {
      move(to: node)
      return .named(take(name))
    }
    return .inline(window(node))
  }

  /// A `WindowDef`.
  func window(_ node: ParseNode) -> WindowDefinition {
    let name = takeOptional(node.optionalText("name"))
    move(to: node)
    return WindowDefinition(
      name: name, base: takeOptional(node.optionalText("refname")),
      partitionBy: node.list("partition_clause").map { operand($0) },
      orderBy: node.list("order_clause").map(sortItem), frame: frame(node))
  }

  /// The frame, which the grammar keeps as bits; without the first of them none was written.
  private func frame(_ node: ParseNode) -> WindowFrame? {
    let bits = node.number("frame_options")
    guard bits & 0x1 != 0 else { return nil }
    let unit: WindowFrameUnit = bits & 0x4 != 0 ? .rows : bits & 0x8 != 0 ? .groups : .range
    let start = bound(
      bits, unboundedPreceding: 0x20, unboundedFollowing: 0x80, preceding: 0x800,
      following: 0x2000, node["start_offset"])
    let end = bound(
      bits, unboundedPreceding: 0x40, unboundedFollowing: 0x100, preceding: 0x1000,
      following: 0x4000, node["end_offset"])
    let exclusion: WindowFrameExclusion? =
      bits & 0x8000 != 0
      ? .currentRow : bits & 0x10000 != 0 ? .group : bits & 0x20000 != 0 ? .ties : nil
    return WindowFrame(
      unit: unit, start: start, end: bits & 0x10 != 0 ? end : nil, exclusion: exclusion)
  }

  private func bound(
    _ bits: Int, unboundedPreceding: Int, unboundedFollowing: Int, preceding: Int,
    following: Int, _ value: ParseNode?
  ) -> WindowFrameBound {
    if bits & unboundedPreceding != 0 { return .unboundedPreceding }
    if bits & unboundedFollowing != 0 { return .unboundedFollowing }
    guard let value else { return .currentRow }
    return bits & preceding != 0 ? .preceding(operand(value)) : .following(operand(value))
  }
}

// MARK: Queries inside expressions

extension TreeConversion {
  /// A `SubLink`.
  func subquery(_ node: ParseNode) -> ExpressionKind {
    let own = span.lowerBound
    let left = node["testexpr"].map { operand($0) }
    let start = left == nil ? own : min(span.lowerBound, own)
    if left == nil { cursor = own }
    while cursor < statement.upperBound, !isSymbol(cursor, "(") { cursor += 1 }
    let open = cursor
    let query = node["subselect"].map(self.query) ?? Query(body: .values([]))
    span = tokens(start, (isSymbol(open, "(") ? text.closing(open) + 1 : max(cursor, start + 1)))
    let symbol = node.list("oper_name")
    switch (node.word("sub_link_type"), left) {
    case ("EXISTS_SUBLINK", _): return .exists(query)
    case ("ARRAY_SUBLINK", _): return .arrayQuery(query)
    case ("ANY_SUBLINK", let left?) where symbol.isEmpty:
      return .inQuery(left, query, isNegated: false)
    case ("ANY_SUBLINK", let left?):
      return .quantifiedQuery(left, operatorName(symbol, from: own), .any, query)
    case ("ALL_SUBLINK", let left?):
      return .quantifiedQuery(left, operatorName(symbol, from: own), .all, query)
    default: return .subquery(query)
    }
  }

  func groupingSet(_ node: ParseNode) -> ExpressionKind {
    let start = span.lowerBound
    let kind: GroupingSetKind =
      switch node.word("kind") {
      case "GROUPING_SET_EMPTY": .empty
      case "GROUPING_SET_ROLLUP": .rollup
      case "GROUPING_SET_CUBE": .cube
      default: .sets
      }
    let content = node.list("content").map { operand($0) }
    var open = start
    while open < statement.upperBound, !isSymbol(open, "(") { open += 1 }
    span = tokens(start, (open < statement.upperBound ? text.closing(open) + 1 : start + 1))
    return .groupingSet(kind, content)
  }

  /// What the tree has no case for: its text, and what it refers to.
  func opaqueExpression(_ node: ParseNode) -> ExpressionKind {
    if node.kind == "XmlExpr", node.word("op") == "IS_DOCUMENT",
      let value = node.list("args").first
    {
      return documentTest(node, value)
    }
    let start = span.lowerBound
    var end = max(span.upperBound, endOfReach(node))
    if isSymbol(start + 1, "(") { end = max(end, text.closing(start + 1) + 1) }
    let first = min(start, startOfReach(node))
    span = tokens(first, min(end, statement.upperBound))
    let whole = span
    let references = References(in: node, of: self)
    cursor = whole.upperBound
    span = whole
    return .opaque(
      OpaqueSyntax(
        kind: node.kind, text: sourceText(whole), relations: references.relations,
        functions: references.functions, types: references.types))
  }

  /// `value IS DOCUMENT`; the grammar says `IS NOT` by a NOT around it, which ends where this does.
  private func documentTest(_ node: ParseNode, _ value: ParseNode) -> ExpressionKind {
    let test = span.lowerBound
    cursor = startOfReach(value)
    let references = References(in: node, of: self)
    _ = operand(value)
    let operandText = sourceText(span)
    let end = test + (isWord(test + 1, "not") ? 3 : 2)
    span = tokens(span.lowerBound, min(end, statement.upperBound))
    cursor = span.upperBound
    return .opaque(
      OpaqueSyntax(
        kind: node.kind, text: operandText + " IS DOCUMENT", relations: references.relations,
        functions: references.functions, types: references.types))
  }

  /// The first token of anything below a node.
  func startOfReach(_ node: ParseNode) -> Int {
    let own = node.location.map(token(at:)) ?? statement.upperBound
    return node.allChildren.map(startOfReach).reduce(own, min)
  }

  /// Behind the last token that anything below a node starts at.
  func endOfReach(_ node: ParseNode) -> Int {
    let own = node.location.map { token(at: $0) + 1 } ?? statement.lowerBound
    return node.allChildren.map(endOfReach).reduce(own, max)
  }
}
