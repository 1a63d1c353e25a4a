extension AnalyzedExpression {
  /// Whether its value is the same in every row of a group: it is made of keys, constants and
  /// aggregates alone.
  func isMade(of keys: [AnalyzedExpression]) -> Bool {
    if keys.contains(self) { return true }
    switch node {
    case .constant, .parameter, .aggregate, .current: return true
    case .operation(_, let operands), .function(_, let operands), .and(let operands),
      .or(let operands), .special(_, let operands, _), .array(let operands, _),
      .row(let operands):
      return operands.allSatisfy { $0.isMade(of: keys) }
    case .conversion(let operand, _, _), .not(let operand), .isNull(let operand, _),
      .isTruth(let operand, _, _), .field(let operand, _):
      return operand.isMade(of: keys)
    case .distinct(let left, let right, _, _), .quantified(let left, _, _, array: let right):
      return left.isMade(of: keys) && right.isMade(of: keys)
    case .conditional(let branches, let otherwise):
      return branches.allSatisfy { $0.condition.isMade(of: keys) && $0.result.isMade(of: keys) }
        && otherwise?.isMade(of: keys) ?? true
    default: return false
    }
  }
}
