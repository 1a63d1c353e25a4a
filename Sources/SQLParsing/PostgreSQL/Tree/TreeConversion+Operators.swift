import SQLSyntax

extension TreeConversion {
  /// An `A_Expr`.
  func operatorExpression(_ node: ParseNode) -> ExpressionKind {
    let sign = span.lowerBound
    switch node.word("kind") {
    case "AEXPR_OP": return plainOperator(node, sign: sign)
    case "AEXPR_OP_ANY", "AEXPR_OP_ALL": return quantified(node)
    case "AEXPR_DISTINCT", "AEXPR_NOT_DISTINCT":
      let (left, right) = operands(node)
      return .distinct(left, right, isNegated: node.word("kind") == "AEXPR_NOT_DISTINCT")
    case "AEXPR_NULLIF":
      let values = [node["lexpr"], node["rexpr"]].compactMap { $0.map(expression) }
      span = tokens(sign, (isSymbol(sign + 1, "(") ? text.closing(sign + 1) + 1 : sign + 1))
      return .special(.nullIf, values)
    case "AEXPR_IN": return inList(node)
    case "AEXPR_LIKE", "AEXPR_ILIKE", "AEXPR_SIMILAR": return like(node)
    default: return between(node)
    }
  }

  private func symbol(_ node: ParseNode) -> String {
    node.list("name").last.map(Self.string) ?? ""
  }

  private func plainOperator(_ node: ParseNode, sign: Int) -> ExpressionKind {
    let name = operatorName(node.list("name"), from: sign)
    guard node["lexpr"] != nil else {
      cursor = sign + 1
      let value = operand(node["rexpr"])
      span = tokens(min(sign, span.lowerBound), span.upperBound)
      return .prefix(name, value)
    }
    let (left, right) = operands(node)
    return .binary(left, name, right)
  }

  /// Both operands; afterwards the span goes from the one to the other.
  private func operands(_ node: ParseNode) -> (SQLExpression, SQLExpression) {
    let left = operand(node["lexpr"])
    let start = span.lowerBound
    let right = operand(node["rexpr"])
    span = tokens(min(start, span.lowerBound), max(span.upperBound, start))
    return (left, right)
  }

  private func quantified(_ node: ParseNode) -> ExpressionKind {
    let sign = span.lowerBound
    let (left, right) = operands(node)
    return .quantified(
      left, operatorName(node.list("name"), from: sign),
      node.word("kind") == "AEXPR_OP_ANY" ? .any : .all, right)
  }

  private func inList(_ node: ParseNode) -> ExpressionKind {
    let value = operand(node["lexpr"])
    let start = span.lowerBound
    while cursor < statement.upperBound, !isSymbol(cursor, "(") { cursor += 1 }
    let open = cursor
    let items = node["rexpr"]?.list("items").map(expression) ?? []
    span = tokens(start, (isSymbol(open, "(") ? text.closing(open) + 1 : max(cursor, start + 1)))
    return .inList(value, items, isNegated: symbol(node) == "<>")
  }

  private func between(_ node: ParseNode) -> ExpressionKind {
    let value = operand(node["lexpr"])
    let start = span.lowerBound
    let bounds = node["rexpr"]?.list("items") ?? []
    let low = operand(bounds.first)
    let high = operand(bounds.last)
    span = tokens(start, max(span.upperBound, start))
    let word = node.word("kind")
    return .between(
      Between(
        value: value, low: low, high: high, isNegated: word.contains("NOT"),
        isSymmetric: word.hasSuffix("SYM")))
  }

  private func like(_ node: ParseNode) -> ExpressionKind {
    let value = operand(node["lexpr"])
    let start = span.lowerBound
    let (pattern, escape) = pattern(node["rexpr"])
    span = tokens(start, max(span.upperBound, start))
    let kind: LikeKind =
      switch node.word("kind") {
      case "AEXPR_ILIKE": .ilike
      case "AEXPR_SIMILAR": .similarTo
      default: .like
      }
    return .like(
      Like(
        kind: kind, value: value, pattern: pattern, escape: escape,
        isNegated: symbol(node).hasPrefix("!")))
  }

  /// The grammar wraps a pattern with `ESCAPE`, and any of `SIMILAR TO`, in a call.
  private func pattern(_ node: ParseNode?) -> (SQLExpression, SQLExpression?) {
    let name = node?.kind == "FuncCall" ? node?.list("funcname").map(Self.string) ?? [] : []
    guard let node,
      name == ["pg_catalog", "like_escape"] || name == ["pg_catalog", "similar_to_escape"]
    else { return (operand(node), nil) }
    let arguments = node.list("args")
    let pattern = operand(arguments.first)
    return (pattern, arguments.count > 1 ? operand(arguments[1]) : nil)
  }

  /// A `BoolExpr`.
  func booleanExpression(_ node: ParseNode) -> ExpressionKind {
    let start = span.lowerBound
    let nodes = node.list("args")
    if node.word("boolop") == "NOT_EXPR" { return negation(nodes.first, start: start) }
    var whole: Range<Int>?
    var values: [SQLExpression] = []
    for node in nodes {
      values.append(operand(node))
      whole = tokens(min(whole?.lowerBound ?? span.lowerBound, span.lowerBound), span.upperBound)
    }
    span = whole ?? span
    return node.word("boolop") == "AND_EXPR" ? .and(values) : .or(values)
  }

  /// `a NOT IN (SELECT ...)` comes as a negated `IN`, and so do we read `NOT a IN (SELECT ...)`.
  private func negation(_ node: ParseNode?, start: Int) -> ExpressionKind {
    let value = operand(node)
    span = tokens(min(start, span.lowerBound), span.upperBound)
    if case .inQuery(let left, let query, isNegated: false) = value.kind {
      return .inQuery(left, query, isNegated: true)
    }
    return .not(value)
  }

  /// A `BooleanTest`.
  func truthTest(_ node: ParseNode) -> ExpressionKind {
    let value = operand(node["arg"])
    let word = node.word("booltesttype")
    let truth: TruthValue =
      word.hasSuffix("TRUE") ? .isTrue : word.hasSuffix("FALSE") ? .isFalse : .unknown
    var end = span.upperBound
    while ["is", "not", "true", "false", "unknown"].contains(lowercased(end)) { end += 1 }
    span = tokens(span.lowerBound, end)
    return .isTruth(value, truth, isNegated: word.contains("NOT"))
  }

  /// A `CaseExpr`.
  func conditional(_ node: ParseNode) -> ExpressionKind {
    let start = span.lowerBound
    cursor = start + 1
    let operand = optionalExpression(node["arg"])
    let branches = node.list("args").map { branch in
      CaseBranch(
        condition: self.operand(branch["expr"]), result: self.operand(branch["result"]))
    }
    let otherwise = node["defresult"].map { self.operand($0) }
    if isWord(cursor, "end") { cursor += 1 }
    span = tokens(start, max(cursor, start + 1))
    return .conditional(
      CaseExpression(operand: operand, branches: branches, otherwise: otherwise))
  }
}
