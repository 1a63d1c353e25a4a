import SQLSyntax

extension QueryAnalysis {
  /// What DISTINCT sorts by it must also show; what DISTINCT ON compares must come first.
  func checkDistinct(
    _ core: SelectCore, _ keys: [SQLExpression], _ columns: [OutputColumn]
  ) throws(Halt) {
    switch core.distinct {
    case .all: return
    case .distinct:
      for key in keys {
        guard let isShown = isShown(key, core, columns) else {
          throw .unmodelled("Whether the select list has ORDER BY's expression is not modelled")
        }
        if isShown { continue }
        throw .refuse(
          .invalidColumnReference,
          "for SELECT DISTINCT, ORDER BY expressions must appear in select list")
      }
    case .distinctOn(let expressions): try checkDistinctOn(expressions, keys)
    }
  }

  /// `nil` where two expressions that look different may be the same.
  private func isShown(
    _ key: SQLExpression, _ core: SelectCore, _ columns: [OutputColumn]
  ) -> Bool? {
    if case .literal(.integer) = key.kind { return true }
    if core.items.contains(where: { $0.expression == key }) { return true }
    guard let name = Self.bareName(key) else { return nil }
    if case .column(let reference) = key.kind, reference.parts.count == 1,
      columns.contains(where: { $0.name == name })
    {
      return true
    }
    let isCertain = core.items.allSatisfy { item in
      // A column of another name is another column.
      if let other = Self.bareName(item.expression) { return other != name }
      if case .call = item.expression.kind { return true }
      if case .binary = item.expression.kind { return true }
      return false
    }
    return isCertain ? false : nil
  }

  private func checkDistinctOn(
    _ expressions: [SQLExpression], _ keys: [SQLExpression]
  ) throws(Halt) {
    let names = expressions.compactMap(Self.bareName)
    let order = keys.compactMap(Self.bareName)
    var open = Set(names)
    var isSkipping = false
    for name in order {
      if !Set(names).contains(name) { isSkipping = true } else if !isSkipping { open.remove(name) }
    }
    if open.isEmpty || !isSkipping { return }
    guard names.count == expressions.count, order.count == keys.count else {
      throw .unmodelled("Whether DISTINCT ON and ORDER BY agree is not modelled")
    }
    throw .refuse(
      .invalidColumnReference,
      "SELECT DISTINCT ON expressions must match initial ORDER BY expressions")
  }

  private static func bareName(_ expression: SQLExpression) -> String? {
    if case .column(let reference) = expression.kind { reference.parts.last?.text } else { nil }
  }
}
