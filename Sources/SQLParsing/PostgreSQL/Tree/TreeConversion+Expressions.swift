import SQLSyntax

extension TreeConversion {
  /// Any expression; afterwards ``span`` holds its tokens and the cursor stands behind them.
  func expression(_ node: ParseNode) -> SQLExpression {
    let start = node.location.map(token(at:)) ?? cursor
    span = tokens(start, min(start + 1, statement.upperBound))
    let kind = expressionKind(node)
    let whole = span
    cursor = max(whole.upperBound, whole.lowerBound)
    return SQLExpression(kind: kind, place: place(whole))
  }

  func optionalExpression(_ node: ParseNode?) -> SQLExpression? { node.map(expression) }

  private func expressionKind(_ node: ParseNode) -> ExpressionKind {
    switch node.kind {
    case "AConst": constant(node)
    case "ColumnRef": columnReference(node)
    case "FuncCall": call(node)
    case "AExpr": operatorExpression(node)
    case "BoolExpr": booleanExpression(node)
    case "TypeCast": cast(node)
    case "NullTest":
      .isNull(operand(node["arg"]), isNegated: ended(node.word("nulltesttype") == "IS_NOT_NULL"))
    case "BooleanTest": truthTest(node)
    case "SubLink": subquery(node)
    case "CaseExpr": conditional(node)
    case "CoalesceExpr": .special(.coalesce, arguments(node))
    case "MinMaxExpr":
      .special(node.word("op") == "IS_LEAST" ? .least : .greatest, arguments(node))
    case "SQLValueFunction": currentValue(node)
    case "ParamRef": parameter(node)
    case "AArrayExpr": .array(bracketed(node.list("elements")))
    case "RowExpr": row(node)
    case "AIndirection": indirection(node)
    case "CollateClause": collation(node)
    case "SetToDefault": .defaultValue
    case "CurrentOfExpr": currentOf(node)
    case "GroupingFunc": .grouping(arguments(node))
    case "GroupingSet": groupingSet(node)
    case "String", "Integer", "Float", "Boolean", "BitString": .literal(literal(node))
    default: opaqueExpression(node)
    }
  }

  /// `IS NOT NULL` and its like end where the words end; passes `value` through.
  private func ended(_ value: Bool) -> Bool {
    var end = span.upperBound
    while ["is", "not", "null", "isnull", "notnull", "true", "false", "unknown"]
      .contains(lowercased(end))
    { end += 1 }
    span = tokens(span.lowerBound, end)
    return value
  }

  /// An operand that other tokens follow: parentheses around it are counted in.
  func operand(_ node: ParseNode?) -> SQLExpression {
    guard let node else { return SQLExpression(kind: .literal(.null)) }
    let value = expression(node)
    span = parenthesized(span)
    cursor = span.upperBound
    return value
  }

  /// The span with the parentheses that stand around it on both sides.
  func parenthesized(_ span: Range<Int>) -> Range<Int> {
    var whole = span
    while whole.lowerBound > statement.lowerBound, isSymbol(whole.lowerBound - 1, "("),
      isSymbol(whole.upperBound, ")")
    {
      whole = tokens(whole.lowerBound - 1, whole.upperBound + 1)
    }
    return whole
  }

  /// The operands of a construct written `WORD(a, b)`; the span ends at the parenthesis.
  private func arguments(_ node: ParseNode) -> [SQLExpression] {
    let start = span.lowerBound
    let values = node.list("args").map(expression)
    span = tokens(start, endOfCall(start))
    return values
  }

  private func endOfCall(_ start: Int) -> Int {
    isSymbol(start + 1, "(") ? text.closing(start + 1) + 1 : start + 1
  }

  private func bracketed(_ nodes: [ParseNode]) -> [SQLExpression] {
    let start = span.lowerBound
    let values = nodes.map(expression)
    let open = isSymbol(start, "[") ? start : start + 1
    span = tokens(start, (isSymbol(open, "[") ? text.closing(open) + 1 : start + 1))
    return values
  }

  private func row(_ node: ParseNode) -> ExpressionKind {
    let start = span.lowerBound
    let values = node.list("args").map(expression)
    let open = isSymbol(start, "(") ? start : start + 1
    span = tokens(start, (isSymbol(open, "(") ? text.closing(open) + 1 : max(cursor, start + 1)))
    return .row(values)
  }
}

// MARK: Names and constants

extension TreeConversion {
  private func constant(_ node: ParseNode) -> ExpressionKind {
    if node.flag("isnull") { return .literal(.null) }
    for field: StaticString in ["ival", "fval", "sval", "boolval", "bsval"] {
      guard let value = node[field] else { continue }
      return signed(literal(value))
    }
    return .literal(.integer("0"))
  }

  /// The grammar folds a sign into a number; our literals have none.
  private func signed(_ literal: Literal) -> ExpressionKind {
    let positive: Literal
    switch literal {
    case .integer(let digits) where digits.hasPrefix("-"):
      positive = .integer(String(digits.dropFirst()))
    case .decimal(let digits) where digits.hasPrefix("-"):
      positive = .decimal(String(digits.dropFirst()))
    default: return .literal(literal)
    }
    let first = span.lowerBound
    let isSign = first < statement.upperBound && text.tokens[first].kind == .operatorName
    if isSign { span = tokens(first, min(first + 2, statement.upperBound)) }
    let number = SQLExpression(
      kind: .literal(positive), place: place(isSign ? tokens(first + 1, span.upperBound) : span))
    return .prefix(OperatorName(symbol: "-"), number)
  }

  func literal(_ node: ParseNode) -> Literal {
    switch node.kind {
    case "Integer": .integer(String(node.number("ival")))
    case "Float":
      node.text("fval").utf8.allSatisfy { $0.isASCIIDigit || $0 == 0x2D }
        ? .integer(node.text("fval")) : .decimal(node.text("fval"))
    case "Boolean": .boolean(node.flag("boolval"))
    case "BitString": .bits(node.text("bsval"))
    default: .string(node.text("sval"))
    }
  }

  private func columnReference(_ node: ParseNode) -> ExpressionKind {
    move(to: node)
    let start = cursor
    var parts: [Identifier] = []
    var isWildcard = false
    for (index, field) in node.list("fields").enumerated() {
      if field.kind == "AStar" {
        isWildcard = true
      } else {
        parts.append(columnPart(Self.string(field), at: start + 2 * index))
      }
    }
    let count = node.list("fields").count
    span = tokens(start, min(start + max(2 * count - 1, 1), statement.upperBound))
    return isWildcard ? .wildcard(qualifier: parts) : .column(ColumnReference(parts: parts))
  }

  private func columnPart(_ name: String, at index: Int) -> Identifier {
    guard index < statement.upperBound, text.isName(index, name) else { return Identifier(name) }
    return identifier(name, token: index)
  }

  private func parameter(_ node: ParseNode) -> ExpressionKind {
    let number = node.number("number")
    return .parameter(number == 0 ? "?" : "$\(number)")
  }

  private func currentOf(_ node: ParseNode) -> ExpressionKind {
    let name = node.text("cursor_name")
    let start = cursor
    _ = take(name)
    span = tokens(start, max(cursor, start + 1))
    return .currentOf(cursor: name)
  }

  private func currentValue(_ node: ParseNode) -> ExpressionKind {
    let precision = node.number("typmod")
    span = tokens(span.lowerBound, endOfCall(span.lowerBound))
    let hasPrecision = node.word("op").hasSuffix("_N")
    return .current(
      Self.currentValues[node.word("op")] ?? .timestamp,
      precision: hasPrecision ? precision : nil)
  }

  private static let currentValues: [String: CurrentValue] = [
    "SVFOP_CURRENT_DATE": .date, "SVFOP_CURRENT_TIME": .time, "SVFOP_CURRENT_TIME_N": .time,
    "SVFOP_CURRENT_TIMESTAMP": .timestamp, "SVFOP_CURRENT_TIMESTAMP_N": .timestamp,
    "SVFOP_LOCALTIME": .localTime, "SVFOP_LOCALTIME_N": .localTime,
    "SVFOP_LOCALTIMESTAMP": .localTimestamp, "SVFOP_LOCALTIMESTAMP_N": .localTimestamp,
    "SVFOP_CURRENT_ROLE": .role, "SVFOP_CURRENT_USER": .currentUser, "SVFOP_USER": .user,
    "SVFOP_SESSION_USER": .sessionUser, "SVFOP_CURRENT_CATALOG": .catalog,
    "SVFOP_CURRENT_SCHEMA": .schema,
  ]
}

// MARK: Casts, fields, subscripts

extension TreeConversion {
  private func cast(_ node: ParseNode) -> ExpressionKind {
    guard let argument = node["arg"], let type = node["type_name"] else {
      return .literal(.null)
    }
    // `TRUE` comes as a cast of the grammar's making, which stands nowhere.
    if type.location == nil, let value = argument["boolval"] {
      span = argument.location.map { token(at: $0)..<token(at: $0) + 1 } ?? span
      return .literal(.boolean(value.flag("boolval")))
    }
    let start = span
    let value = operand(argument)
    let valueSpan = span
    let name = typeName(type)
    span = spanOfCast(start, valueSpan, span)
    return .cast(value, name)
  }

  /// `CAST(a AS t)` ends at its parenthesis; `a::t` and `t 'a'` go from the one to the other.
  private func spanOfCast(
    _ own: Range<Int>, _ value: Range<Int>, _ type: Range<Int>
  ) -> Range<Int> {
    if isWord(own.lowerBound, "cast"), isSymbol(own.lowerBound + 1, "(") {
      return tokens(own.lowerBound, text.closing(own.lowerBound + 1) + 1)
    }
    return tokens(
      min(value.lowerBound, type.lowerBound), max(value.upperBound, type.upperBound))
  }

  private func collation(_ node: ParseNode) -> ExpressionKind {
    let value = operand(node["arg"])
    let start = span.lowerBound
    let name = objectName(node.list("collname"))
    span = tokens(start, max(cursor, start + 1))
    return .collate(value, name)
  }

  private func indirection(_ node: ParseNode) -> ExpressionKind {
    let base = operand(node["arg"])
    let start = span.lowerBound
    let steps = node.list("indirection")
    let result = indirection(base, steps)
    span = tokens(start, max(cursor, start + 1))
    return result
  }

  private func indirection(_ base: SQLExpression, _ steps: [ParseNode]) -> ExpressionKind {
    let start = cursor
    if let last = steps.last, last.kind == "AStar" {
      let rest = steps.dropLast()
      guard !rest.isEmpty else {
        cursor += 2
        return .allFields(base)
      }
      let inner = SQLExpression(kind: indirection(base, Array(rest)), place: base.place)
      cursor += 2
      return .allFields(inner)
    }
    if steps.contains(where: { $0.kind == "AIndices" }) {
      return .subscripted(base, subscripts(steps))
    }
    let result = steps.reduce(base) { value, step in
      SQLExpression(kind: .field(value, take(Self.string(step))), place: base.place)
    }
    cursor = max(cursor, start)
    return result.kind
  }

  /// The steps behind a column in an assignment, or behind an array.
  func subscripts(_ steps: [ParseNode]) -> [ArraySubscript] {
    steps.map { step in
      guard step.kind == "AIndices" else { return .field(take(Self.string(step))) }
      let open = cursor
      defer { if isSymbol(open, "[") { cursor = text.closing(open) + 1 } }
      if step.flag("is_slice") {
        return .slice(
          lower: optionalExpression(step["lidx"]), upper: optionalExpression(step["uidx"]))
      }
      return .element(operand(step["uidx"]))
    }
  }
}
