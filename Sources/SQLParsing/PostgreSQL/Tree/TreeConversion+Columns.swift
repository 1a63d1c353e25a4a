import SQLSyntax

extension TreeConversion {
  /// A `ColumnDef`.
  func columnDefinition(_ node: ParseNode) -> ColumnDefinition {
    move(to: node)
    let start = cursor
    var column = ColumnDefinition(name: take(node.text("colname")))
    column.type = node["type_name"].map(typeName)
    column.storage = node.optionalText("storage")?.asciiUppercased()
    column.compression = node.optionalText("compression")
    column.foreignOptions = node.list("fdwoptions").map(option)
    column.collation = node["coll_clause"].map(collationName)
    column.constraints = columnConstraints(node.list("constraints"))
    let end = endOfElement(from: start)
    span = tokens(start, end)
    cursor = end
    column.place = place(span)
    return column
  }

  private func collationName(_ node: ParseNode) -> ObjectName {
    move(to: node)
    return objectName(node.list("collname"))
  }

  /// A column's constraints; the grammar gives deferral as constraints of its own.
  func columnConstraints(_ nodes: [ParseNode]) -> [Constraint] {
    var result: [Constraint] = []
    for node in nodes {
      let last = result.count - 1
      switch node.word("contype") {
      case "CONSTR_ATTR_DEFERRABLE" where last >= 0: result[last].deferral.isDeferrable = true
      case "CONSTR_ATTR_NOT_DEFERRABLE" where last >= 0:
        result[last].deferral.isDeferrable = false
      case "CONSTR_ATTR_DEFERRED" where last >= 0:
        result[last].deferral.isInitiallyDeferred = true
      case "CONSTR_ATTR_IMMEDIATE" where last >= 0:
        result[last].deferral.isInitiallyDeferred = false
      default: result.append(constraint(node))
      }
    }
    return result
  }

  /// Behind the element of a list that starts at a token: its comma or closing bracket.
  func endOfElement(from start: Int) -> Int {
    var index = start
    while index < statement.upperBound {
      if isSymbol(index, ",") || isSymbol(index, ")") || isSymbol(index, "]") { break }
      index = isSymbol(index, "(") || isSymbol(index, "[") ? text.closing(index) + 1 : index + 1
    }
    return min(max(index, start + 1), statement.upperBound)
  }

  /// The elements between the next opening parenthesis and its closing one.
  func itemsOfNextParentheses() -> [Range<Int>] {
    while cursor < statement.upperBound, !isSymbol(cursor, "(") { cursor += 1 }
    guard cursor < statement.upperBound else { return [] }
    let close = text.closing(cursor)
    var items: [Range<Int>] = []
    var start = cursor + 1
    while start < close {
      let end = endOfElement(from: start)
      items.append(tokens(start, end))
      start = end + 1
    }
    return items
  }
}
