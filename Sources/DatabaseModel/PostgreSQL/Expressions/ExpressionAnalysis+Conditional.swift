import SQLSyntax

extension ExpressionAnalysis {
  mutating func conditional(_ expression: CaseExpression) throws(Halt) -> Operand {
    var operand = try optionalOperand(expression.operand)
    if let known = operand, case .literal(let text) = known.type {
      operand = Operand(AnalyzedExpression(type: .builtin("text"), node: .constant(text)))
    }
    var results: [Operand] = []
    // The engine takes ELSE first when it chooses the type.
    if let otherwise = expression.otherwise { results.append(try analyze(otherwise)) }
    var conditions: [AnalyzedExpression?] = []
    for branch in expression.branches {
      if let operand {
        let condition = try analyze(branch.condition)
        let left = operand.tree.map {
          Operand(AnalyzedExpression(type: $0.type, node: .caseOperand, collation: $0.collation))
        }
        conditions.append(
          try apply(OperatorName(symbol: "="), left ?? operand, condition).operand.tree)
      } else {
        conditions.append(try requireBoolean(branch.condition, in: "CASE/WHEN"))
      }
      results.append(try analyze(branch.result))
    }
    let common = try commonWithModifiers(results.map(\.type), for: "CASE")
    var trees: [AnalyzedExpression?] = []
    for result in results { trees.append(try coerce(result, to: common, word: "CASE")) }
    return conditional(
      common, over: operand, conditions, trees, hasElse: expression.otherwise != nil)
  }

  private func conditional(
    _ type: DataType, over operand: Operand?, _ conditions: [AnalyzedExpression?],
    _ results: [AnalyzedExpression?], hasElse: Bool
  ) -> Operand {
    let count = conditions.count
    let parts = conditions + results + (operand.map { [$0.tree] } ?? [])
    return Operand(type, parts) { all in
      let first = count + (hasElse ? 1 : 0)
      let branches = (0..<count).map {
        AnalyzedBranch(condition: all[$0], result: all[first + $0])
      }
      let otherwise = hasElse ? all[count] : nil
      return operand == nil
        ? .conditional(branches, otherwise: otherwise)
        : .conditionalOver(all[all.count - 1], branches, otherwise: otherwise)
    }
  }

  private mutating func optionalOperand(_ expression: SQLExpression?) throws(Halt) -> Operand? {
    guard let expression else { return nil }
    return try analyze(expression)
  }
}
