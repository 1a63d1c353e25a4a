import SQLSyntax

/// A subexpression after analysis: its type, and its tree where all of it has one.
struct Operand {
  var type: ValueType
  /// `nil` for a literal that has no type yet, and where a part has no tree.
  var tree: AnalyzedExpression?

  init(type: ValueType, tree: AnalyzedExpression? = nil) {
    self.type = type
    self.tree = tree
  }

  init(_ tree: AnalyzedExpression) {
    type = .known(tree.type)
    self.tree = tree
  }

  /// A value of a known type whose tree is missing if one of its parts is.
  init(
    _ type: DataType, _ parts: [AnalyzedExpression?], _ node: ([AnalyzedExpression]) -> AnalyzedNode
  ) {
    self.type = .known(type)
    tree = AnalyzedExpression(type: type, parts: parts, node)
  }

  static func boolean(
    _ parts: [AnalyzedExpression?], _ node: ([AnalyzedExpression]) -> AnalyzedNode
  ) -> Operand {
    Operand(.builtin("bool"), parts, node)
  }
}

extension AnalyzedExpression {
  /// `nil` where a part is missing.
  init?(
    type: DataType, parts: [AnalyzedExpression?],
    _ node: ([AnalyzedExpression]) -> AnalyzedNode
  ) {
    var all: [AnalyzedExpression] = []
    all.reserveCapacity(parts.count)
    for part in parts {
      guard let part else { return nil }
      all.append(part)
    }
    self.init(type: type, node: node(all))
  }
}

/// What an operator between two values was found to be.
struct AppliedOperator {
  var use: OperatorUse
  /// The operands as the operator takes them.
  var operands: [AnalyzedExpression?]
  var result: DataType

  var operand: Operand { Operand(result, operands) { .operation(use, $0) } }
}
