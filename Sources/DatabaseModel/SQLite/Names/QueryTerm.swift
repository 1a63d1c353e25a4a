import SQLSyntax

/// One SELECT, or one row of VALUES, of a compound.
enum QueryTerm {
  case select(SelectCore)
  case values([SQLExpression])
}

extension Query {
  /// The terms of a compound from left to right; rows of VALUES are terms too.
  var terms: [QueryTerm] {
    switch body {
    case .select(let core): [.select(core)]
    case .values(let rows): rows.map { .values($0) }
    case .compound(let operation): operation.left.terms + operation.right.terms
    }
  }

  /// The operators between the terms.
  var operators: [String] {
    switch body {
    case .select: []
    case .values(let rows): Array(repeating: "UNION ALL", count: max(0, rows.count - 1))
    case .compound(let operation):
      operation.left.operators + [operation.name] + operation.right.operators
    }
  }

  /// Whether the term at a position is a row of VALUES behind another.
  func isValues(at position: Int) -> Bool {
    if case .values = terms[position] { true } else { false }
  }

  /// What stands behind the terms.
  var trailingExpressions: [SQLExpression] {
    orderBy.map(\.expression) + [limit, offset].compactMap { $0 }
  }
}

extension SetOperation {
  fileprivate var name: String { isAll ? "\(kind.rawValue) ALL" : kind.rawValue }
}

extension SelectCore {
  /// All expressions but `*`, in the order in which SQLite walks them.
  func expressions(conditions: [SQLExpression]) -> [SQLExpression] {
    items.map(\.expression) + [condition].compactMap { $0 } + conditions + groupBy
      + [having].compactMap { $0 }
  }
}

extension Distinctness {
  var isUnmodelled: Bool {
    if case .distinctOn = self { true } else { false }
  }
}

extension WindowDefinition {
  /// Whether nothing in it needs a look that is not modelled.
  var isSimple: Bool {
    base == nil && frame == nil && partitionBy.isEmpty && orderBy.isEmpty
  }
}
