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

  /// Sorts by family first, since a frame that holds the parts of every kind would be large, and
  /// trees are deep.
  private mutating func write(_ kind: ExpressionKind) {
    switch kind {
    case .prefix, .binary, .not, .and, .or: write(operation: kind)
    case .isNull, .isTruth, .distinct, .between, .like: write(test: kind)
    case .inList, .inQuery, .inTable, .quantified, .quantifiedQuery: write(membership: kind)
    case .cast, .collate, .array, .row, .subscripted, .field, .allFields: write(composite: kind)
    case .call, .special, .conditional, .grouping, .groupingSet: write(construct: kind)
    default: write(simple: kind)
    }
  }

  private mutating func write(operation kind: ExpressionKind) {
    switch kind {
    case .prefix(let name, let operand): write(prefix: name, operand)
    case .binary(let left, let name, let right): write(left, name, right)
    case .not(let operand): write(keyword: "NOT", operand, .not)
    case .and(let operands): write(operands, joinedBy: "AND", .and)
    case .or(let operands): write(operands, joinedBy: "OR", .or)
    default: break
    }
  }

  private mutating func write(test kind: ExpressionKind) {
    switch kind {
    case .isNull(let operand, let isNegated):
      write(operand, isNegated ? "IS NOT NULL" : "IS NULL")
    case .isTruth(let operand, let truth, let isNegated):
      write(operand, (isNegated ? "IS NOT " : "IS ") + truth.rawValue)
    case .distinct(let left, let right, let isNegated):
      write(left, distinctFrom: right, isNegated: isNegated)
    case .between(let between): write(between)
    case .like(let like): write(like)
    default: break
    }
  }

  private mutating func write(membership kind: ExpressionKind) {
    switch kind {
    case .inList(let value, let items, let isNegated):
      writeMembership(of: value, isNegated)
      parenthesizedList(items) { $0.write($1) }
    case .inQuery(let value, let query, let isNegated):
      writeMembership(of: value, isNegated)
      write(subquery: query)
    case .inTable(let value, let table, let isNegated):
      writeMembership(of: value, isNegated)
      write(tableOfMembership: table)
    case .quantified(let value, let name, let quantifier, let array):
      write(value, name, quantifier)
      parenthesized { $0.write(array) }
    case .quantifiedQuery(let value, let name, let quantifier, let query):
      write(value, name, quantifier)
      write(subquery: query)
    default: break
    }
  }
}

extension SQLWriter {
  private mutating func write(composite kind: ExpressionKind) {
    switch kind {
    case .cast(let value, let type): write(cast: value, type)
    case .collate(let value, let collation):
      write(value, atLeast: .collate)
      word("COLLATE")
      write(collation)
    case .array(let items): write(array: items)
    case .row(let items): write(row: items)
    case .subscripted(let value, let path): write(value, subscripts: path)
    case .field(let value, let name):
      parenthesized { $0.write(value) }
      append("." + name.quoted(in: dialect, as: .label))
    case .allFields(let value):
      parenthesized { $0.write(value) }
      append(".*")
    default: break
    }
  }

  private mutating func write(construct kind: ExpressionKind) {
    switch kind {
    case .call(let call): write(call)
    case .special(let function, let arguments): write(function, arguments)
    case .conditional(let conditional): write(conditional)
    case .grouping(let items):
      word("GROUPING")
      attachedList(items) { $0.write($1) }
    case .groupingSet(let kind, let items): write(kind, items)
    default: break
    }
  }

  private mutating func write(simple kind: ExpressionKind) {
    switch kind {
    case .literal(let literal): write(literal)
    case .column(let name): write(name)
    case .wildcard(let qualifier): write(wildcard: qualifier)
    case .parameter(let text): word(text)
    case .current(let value, let precision):
      word(value.rawValue + (precision.map { "(\($0))" } ?? ""))
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
    case .currentOf(let cursor): write(keyword: "CURRENT OF", Identifier(cursor))
    case .opaque(let opaque): word(opaque.text)
    default: break
    }
  }
}
