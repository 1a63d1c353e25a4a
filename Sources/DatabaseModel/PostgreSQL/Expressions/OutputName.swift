import SQLSyntax

/// The name of a result's column that has no alias.
enum OutputName {
  static func name(of expression: SQLExpression) -> String {
    candidate(expression)?.name ?? "?column?"
  }

  /// A name, and whether it is better than that of an enclosing cast.
  private static func candidate(
    _ expression: SQLExpression
  ) -> (name: String, isStrong: Bool)? {
    switch expression.kind {
    case .column(let reference): (reference.column.text, true)
    case .call(let call): (call.name.name.text, true)
    case .field(_, let name): (name.text, true)
    case .subscripted(let value, let path):
      if case .field(let name) = path.last { (name.text, true) } else { candidate(value) }
    case .special(let function, _): (function.rawValue.asciiLowercased(), true)
    case .current(let value, _): (value.rawValue.asciiLowercased(), true)
    case .collate(let value, _): candidate(value)
    case .cast(let value, let type):
      candidate(value).flatMap { $0.isStrong ? $0 : nil } ?? (type.name.name.text, false)
    case .conditional(let conditional):
      conditional.otherwise.flatMap(candidate).flatMap { $0.isStrong ? $0 : nil }
        ?? ("case", false)
    case .array: ("array", true)
    case .row: ("row", true)
    case .exists: ("exists", true)
    case .arrayQuery: ("array", true)
    case .grouping: ("grouping", true)
    case .subquery(let query): subqueryName(query)
    default: nil
    }
  }

  private static func subqueryName(_ query: Query) -> (name: String, isStrong: Bool)? {
    guard case .select(let core) = query.body, let item = core.items.first else { return nil }
    if let alias = item.alias { return (alias.text, true) }
    return (name(of: item.expression), true)
  }
}
