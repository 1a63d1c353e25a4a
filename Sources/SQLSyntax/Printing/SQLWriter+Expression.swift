extension SQLWriter {
  /// Writes an expression, in parentheses where it binds less tightly than asked.
  mutating func write(_ expression: SQLExpression, atLeast minimum: Precedence = .lowest) {
    let fits = precedence(of: expression) >= minimum
    if fits, !isRestricted || isRestrictedExpression(expression) {
      write(expression.kind)
    } else {
      parenthesized { $0.write(expression.kind) }
    }
  }

  mutating func write(keyword: String, _ expression: SQLExpression?) {
    guard let expression else { return }
    word(keyword)
    write(expression)
  }

  /// Whether PostgreSQL's `b_expr` covers it, its parts aside.
  private func isRestrictedExpression(_ expression: SQLExpression) -> Bool {
    switch expression.kind {
    case .not, .and, .or, .isNull, .isTruth, .between, .inList, .inQuery, .inTable, .like,
      .quantified, .quantifiedQuery, .collate, .opaque, .currentOf:
      false
    case .call(let call): callPrecedence(call) == .primary
    default: true
    }
  }

  private mutating func write(_ kind: ExpressionKind) {
    switch kind {
    case .literal(let literal): write(literal)
    case .column(let name): write(name)
    case .wildcard(let qualifier): write(wildcard: qualifier)
    case .parameter(let text): word(text)
    case .prefix(let name, let operand): write(prefix: name, operand)
    case .binary(let left, let name, let right): write(left, name, right)
    case .not(let operand): write(keyword: "NOT", operand, .not)
    case .and(let operands): write(operands, joinedBy: "AND", .and)
    case .or(let operands): write(operands, joinedBy: "OR", .or)
    case .isNull(let operand, let isNegated):
      write(operand, isNegated ? "IS NOT NULL" : "IS NULL")
    case .isTruth(let operand, let truth, let isNegated):
      write(operand, (isNegated ? "IS NOT " : "IS ") + truth.rawValue)
    case .distinct(let left, let right, let isNegated):
      write(left, distinctFrom: right, isNegated: isNegated)
    case .between(let between): write(between)
    case .inList(let value, let items, let isNegated):
      writeMembership(of: value, isNegated)
      parenthesizedList(items) { $0.write($1) }
    case .inQuery(let value, let query, let isNegated):
      writeMembership(of: value, isNegated)
      write(subquery: query)
    case .inTable(let value, let table, let isNegated):
      writeMembership(of: value, isNegated)
      write(tableOfMembership: table)
    case .like(let like): write(like)
    case .quantified(let value, let name, let quantifier, let array):
      write(value, name, quantifier)
      parenthesized { $0.write(array) }
    case .quantifiedQuery(let value, let name, let quantifier, let query):
      write(value, name, quantifier)
      write(subquery: query)
    case .call(let call): write(call)
    case .special(let function, let arguments): write(function, arguments)
    case .current(let value, let precision):
      word(value.rawValue + (precision.map { "(\($0))" } ?? ""))
    case .cast(let value, let type): write(cast: value, type)
    case .collate(let value, let collation):
      write(value, atLeast: .collate)
      word("COLLATE")
      write(collation)
    case .conditional(let conditional): write(conditional)
    case .array(let items): write(array: items)
    case .row(let items): write(row: items)
    case .subscripted(let value, let path): write(value, subscripts: path)
    case .field(let value, let name):
      parenthesized { $0.write(value) }
      append("." + name.quoted(in: dialect, as: .label))
    case .allFields(let value):
      parenthesized { $0.write(value) }
      append(".*")
    case .subquery(let query): write(subquery: query)
    case .exists(let query):
      word("EXISTS")
      write(subquery: query)
    case .arrayQuery(let query):
      word("ARRAY")
      attach()
      write(subquery: query)
    case .raise(let action, let message): write(raise: action, message)
    case .defaultValue: word("DEFAULT")
    case .grouping(let items):
      word("GROUPING")
      attachedList(items) { $0.write($1) }
    case .groupingSet(let kind, let items): write(kind, items)
    case .currentOf(let cursor):
      word("CURRENT OF")
      write(Identifier(cursor))
    case .opaque(let opaque): word(opaque.text)
    }
  }
}
