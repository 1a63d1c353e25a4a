import SQLSyntax

/// Brings what a user wrote and what PostgreSQL prints of it to one form.
///
/// The server prints casts that it inserted, spells `IN` as `= ANY`, `BETWEEN` as two comparisons and
/// `LIKE` as `~~`, and names schemas where the search path does not lead. So these are not told apart
/// here: a constant and the same constant in quotes, whose type is its context's; a column or a
/// constant and a cast of it; a name with its schema and without.
struct PostgreSQLNormalForm {
  func normal(_ expression: SQLExpression) -> SQLExpression {
    SQLExpression(kind: rewritten(withNormalParts(expression.kind)))
  }

  private func normal(_ expressions: [SQLExpression]) -> [SQLExpression] {
    expressions.map { normal($0) }
  }

  private func withNormalParts(_ kind: ExpressionKind) -> ExpressionKind {
    switch kind {
    case .prefix(let name, let value): .prefix(name, normal(value))
    case .binary(let left, let name, let right): .binary(normal(left), name, normal(right))
    case .not(let value): .not(normal(value))
    case .and(let values): .and(normal(values))
    case .or(let values): .or(normal(values))
    case .isNull(let value, let isNegated): .isNull(normal(value), isNegated: isNegated)
    case .isTruth(let value, let truth, let isNegated):
      .isTruth(normal(value), truth, isNegated: isNegated)
    case .distinct(let left, let right, let isNegated):
      .distinct(normal(left), normal(right), isNegated: isNegated)
    case .inList(let value, let items, let isNegated):
      .inList(normal(value), normal(items), isNegated: isNegated)
    case .quantified(let left, let name, let quantifier, let right):
      .quantified(normal(left), name, quantifier, normal(right))
    case .call(let call): .call(normal(call))
    case .special(let function, let arguments): .special(function, normal(arguments))
    case .cast(let value, let type): .cast(normal(value), normal(type))
    case .collate(let value, let name): .collate(normal(value), bare(name))
    case .conditional(let conditional): .conditional(normal(conditional))
    case .array(let values): .array(normal(values))
    case .row(let values): .row(normal(values))
    case .field(let value, let name): .field(normal(value), name)
    case .between(let between): .between(normal(between))
    case .like(let like): .like(normal(like))
    default: kind
    }
  }

  private func normal(_ call: FunctionCall) -> FunctionCall {
    var result = call
    result.name = bare(call.name)
    result.arguments = call.arguments.map {
      FunctionArgument(value: normal($0.value), name: $0.name)
    }
    if Self.sequenceFunctions.contains(call.name.name.text), let first = result.arguments.first {
      result.arguments[0].value = withoutSchema(first.value)
    }
    result.filter = call.filter.map { normal($0) }
    return result
  }

  private static let sequenceFunctions = ["nextval", "currval", "setval"]

  private func normal(_ conditional: CaseExpression) -> CaseExpression {
    CaseExpression(
      operand: conditional.operand.map { normal($0) },
      branches: conditional.branches.map {
        CaseBranch(condition: normal($0.condition), result: normal($0.result))
      },
      otherwise: conditional.otherwise.map { normal($0) } ?? SQLExpression(kind: .literal(.null)))
  }

  private func normal(_ between: Between) -> Between {
    Between(
      value: normal(between.value), low: normal(between.low), high: normal(between.high),
      isNegated: between.isNegated, isSymmetric: between.isSymmetric)
  }

  private func normal(_ like: Like) -> Like {
    Like(
      kind: like.kind, value: normal(like.value), pattern: normal(like.pattern),
      escape: like.escape.map { normal($0) }, isNegated: like.isNegated)
  }

  func normal(_ type: TypeName) -> TypeName {
    var result = type
    result.name = bare(type.name)
    return result
  }

  func bare(_ name: ObjectName) -> ObjectName { ObjectName(name: name.name) }
}

// MARK: Rules

extension PostgreSQLNormalForm {
  private func rewritten(_ kind: ExpressionKind) -> ExpressionKind {
    switch kind {
    case .literal(let literal): .literal(normal(literal))
    case .column(let column): .column(normal(column))
    case .prefix(let name, let value): negative(name, value) ?? kind
    case .cast(let value, let type):
      isPlain(value)
        ? type.name.name.text == "regclass" ? withoutSchema(value).kind : value.kind : kind
    case .inList(let value, let items, let isNegated): membership(value, items, isNegated)
    case .between(let between): comparisons(between) ?? kind
    case .like(let like): match(like) ?? kind
    case .and(let values):
      .and(flat(values) { if case .and(let parts) = $0 { parts } else { nil } })
    case .or(let values): .or(flat(values) { if case .or(let parts) = $0 { parts } else { nil } })
    default: kind
    }
  }

  private func normal(_ literal: Literal) -> Literal {
    switch literal {
    case .integer(let digits), .decimal(let digits): .string(digits)
    default: literal
    }
  }

  /// Rows of a trigger keep their name, other columns lose their table's.
  private func normal(_ column: ColumnReference) -> ColumnReference {
    guard column.parts.count > 1, let last = column.parts.last,
      !["new", "old"].contains(column.parts[0].text)
    else { return column }
    return ColumnReference(parts: [last])
  }

  private func negative(_ name: OperatorName, _ value: SQLExpression) -> ExpressionKind? {
    guard name.symbol == "-", case .literal(.string(let digits)) = value.kind,
      digits.first?.isNumber == true
    else { return nil }
    return .literal(.string("-" + digits))
  }

  /// What the server casts without being asked.
  private func isPlain(_ value: SQLExpression) -> Bool {
    switch value.kind {
    case .literal, .column, .array: true
    default: false
    }
  }

  /// `'s.numbers'` as the name of a sequence.
  private func withoutSchema(_ value: SQLExpression) -> SQLExpression {
    guard case .literal(.string(let text)) = value.kind,
      let last = text.split(separator: ".").last
    else { return value }
    return SQLExpression(kind: .literal(.string(String(last.filter { $0 != "\"" }))))
  }

  private func membership(
    _ value: SQLExpression, _ items: [SQLExpression], _ isNegated: Bool
  ) -> ExpressionKind {
    let name = OperatorName(symbol: isNegated ? "<>" : "=")
    if items.count == 1 { return .binary(value, name, items[0]) }
    return .quantified(
      value, name, isNegated ? .all : .any, SQLExpression(kind: .array(items)))
  }

  private func comparisons(_ between: Between) -> ExpressionKind? {
    if between.isSymmetric { return nil }
    let isNegated = between.isNegated
    let parts = [(isNegated ? "<" : ">=", between.low), (isNegated ? ">" : "<=", between.high)]
      .map { symbol, limit in
        SQLExpression(kind: .binary(between.value, OperatorName(symbol: symbol), limit))
      }
    return isNegated ? .or(parts) : .and(parts)
  }

  private func match(_ like: Like) -> ExpressionKind? {
    let symbols: [LikeKind: String] = [.like: "~~", .ilike: "~~*"]
    guard let symbol = symbols[like.kind], like.escape == nil else { return nil }
    let name = OperatorName(symbol: like.isNegated ? "!" + symbol : symbol)
    return .binary(like.value, name, like.pattern)
  }

  private func flat(
    _ values: [SQLExpression], _ parts: (ExpressionKind) -> [SQLExpression]?
  ) -> [SQLExpression] {
    values.flatMap { parts($0.kind) ?? [$0] }
  }
}
