import SQLSyntax

extension TreeConversion {
  /// The name as the next token that spells it, behind which the cursor moves.
  func take(_ name: String) -> Identifier {
    var index = cursor
    while index < statement.upperBound {
      if text.isName(index, name) { return identifier(name, token: index) }
      index += 1
    }
    return Identifier(name)
  }

  /// The name, if it is a string in the tree; some grammar rules leave it out.
  func takeOptional(_ name: String?) -> Identifier? {
    guard let name, !name.isEmpty else { return nil }
    return take(name)
  }

  /// The name that the token at `index` spells; the cursor moves behind it.
  func identifier(_ name: String, token index: Int) -> Identifier {
    cursor = index + 1
    span = tokens(index, index + 1)
    let isQuoted = text.tokens[index].kind != .word
    return Identifier(
      name, quoting: isQuoted ? .double : .none, place: place(tokens(index, index + 1)))
  }

  /// Names given as a list of `String` nodes, or of nodes that hold one.
  func names(_ nodes: [ParseNode]) -> [Identifier] {
    nodes.map { take(Self.string($0)) }
  }

  /// The text of a `String` node, or the name of a node that has one.
  static func string(_ node: ParseNode) -> String {
    switch node.kind {
    case "String": node.text("sval")
    case "ResTarget", "ColumnDef": node.text(node.kind == "ColumnDef" ? "colname" : "name")
    case "RangeVar": node.text("relname")
    default: ""
    }
  }

  /// A qualified name given as its parts, found behind the cursor.
  func objectName(_ parts: [String]) -> ObjectName {
    let start = startOfName(parts)
    let identifiers = parts.enumerated().map { index, part in
      qualifiedPart(part, at: start.map { $0 + 2 * index })
    }
    if let start { span = tokens(start, start + 2 * parts.count - 1) }
    let count = identifiers.count
    return ObjectName(
      name: identifiers.last ?? Identifier(""),
      schema: count > 1 ? identifiers[count - 2] : nil,
      catalog: count > 2 ? identifiers[count - 3] : nil)
  }

  func objectName(_ nodes: [ParseNode]) -> ObjectName { objectName(nodes.map(Self.string)) }

  private func qualifiedPart(_ part: String, at index: Int?) -> Identifier {
    guard let index else { return Identifier(part) }
    return identifier(part, token: index)
  }

  /// The first token of `a.b.c` at or behind the cursor.
  private func startOfName(_ parts: [String]) -> Int? {
    guard !parts.isEmpty else { return nil }
    let length = 2 * parts.count - 1
    var start = cursor
    while start + length <= statement.upperBound {
      let isHere = parts.indices.allSatisfy { part in
        text.isName(start + 2 * part, parts[part])
          && (part == 0 || text.isSymbol(start + 2 * part - 1, "."))
      }
      if isHere { return start }
      start += 1
    }
    return nil
  }

  /// The name of a `RangeVar`.
  func relationName(_ node: ParseNode) -> ObjectName {
    move(to: node)
    let parts = [node.text("catalogname"), node.text("schemaname"), node.text("relname")]
    return objectName(parts.filter { !$0.isEmpty })
  }

  /// The relation of a statement whose grammar demands one.
  func relation(_ node: ParseNode, _ field: StaticString = "relation") -> ObjectName {
    node[field].map(relationName) ?? ObjectName("")
  }

  /// `AS name (columns)`.
  func alias(_ node: ParseNode?) -> TableAlias? {
    guard let node else { return nil }
    let name = take(node.text("aliasname"))
    let start = span.lowerBound
    let columns = names(node.list("colnames"))
    if !columns.isEmpty, isSymbol(cursor, ")") { cursor += 1 }
    span = tokens(start, max(cursor, start + 1))
    return TableAlias(name: name, columns: columns)
  }

  /// A `RoleSpec`.
  func role(_ node: ParseNode) -> RoleName {
    move(to: node)
    switch node.word("roletype") {
    case "ROLESPEC_CURRENT_ROLE": return RoleName(word: "CURRENT_ROLE")
    case "ROLESPEC_CURRENT_USER": return RoleName(word: "CURRENT_USER")
    case "ROLESPEC_SESSION_USER": return RoleName(word: "SESSION_USER")
    case "ROLESPEC_PUBLIC": return RoleName(word: "PUBLIC")
    default: return RoleName(name: take(node.text("rolename")))
    }
  }

  /// An operator given as its parts, whose schema stands behind a token.
  func operatorName(_ nodes: [ParseNode], from start: Int? = nil) -> OperatorName {
    let parts = nodes.map(Self.string)
    guard parts.count > 1 else { return OperatorName(symbol: parts.last ?? "") }
    let (oldCursor, oldSpan) = (cursor, span)
    defer { (cursor, span) = (oldCursor, oldSpan) }
    if let start { cursor = start }
    return OperatorName(symbol: parts[parts.count - 1], schema: take(parts[parts.count - 2]))
  }

  /// An operator as the subject of a statement, found behind the cursor.
  func operatorObject(_ nodes: [ParseNode]) -> ObjectName {
    let parts = nodes.map(Self.string)
    let schema = parts.count > 1 ? take(parts[parts.count - 2]) : nil
    var index = cursor
    while index < statement.upperBound, !operatorIs(index, parts.last ?? "") { index += 1 }
    let place = index < statement.upperBound ? place(index..<index + 1) : Place()
    return ObjectName(name: Identifier(parts.last ?? "", place: place), schema: schema)
  }

  /// The next string constant behind the cursor, for text that the tree gives without a place.
  func takeString() -> Place {
    var index = cursor
    while index < statement.upperBound {
      let kind = text.tokens[index].kind
      if kind == .string || kind == .dollarString {
        cursor = index + 1
        span = tokens(index, index + 1)
        return place(span)
      }
      index += 1
    }
    return Place()
  }
}
