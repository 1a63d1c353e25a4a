import SQLSyntax

extension SQLExpression {
  /// The expression with a column of its table under another name.
  func renamingColumn(_ old: Identifier, to new: Identifier) -> SQLExpression {
    SQLExpression(
      kind: kind.renaming {
        $0.renamingColumn(old, to: new)
      } column: { reference in
        guard reference.column == old else { return reference }
        return ColumnReference(parts: reference.parts.dropLast() + [new])
      }, place: place)
  }
}

extension ExpressionKind {
  /// The same form over changed operands; forms that a stored expression cannot have stay.
  fileprivate func renaming(
    _ change: (SQLExpression) -> SQLExpression,
    column: (ColumnReference) -> ColumnReference
  ) -> ExpressionKind {
    switch self {
    case .column(let reference): return .column(column(reference))
    case .prefix(let name, let operand): return .prefix(name, change(operand))
    case .binary(let left, let name, let right): return .binary(change(left), name, change(right))
    case .not(let operand): return .not(change(operand))
    case .and(let operands): return .and(operands.map(change))
    case .or(let operands): return .or(operands.map(change))
    case .isNull(let operand, let isNegated): return .isNull(change(operand), isNegated: isNegated)
    case .isTruth(let operand, let value, let isNegated):
      return .isTruth(change(operand), value, isNegated: isNegated)
    case .distinct(let left, let right, let isNegated):
      return .distinct(change(left), change(right), isNegated: isNegated)
    case .between(var between):
      between.value = change(between.value)
      between.low = change(between.low)
      between.high = change(between.high)
      return .between(between)
    case .inList(let value, let list, let isNegated):
      return .inList(change(value), list.map(change), isNegated: isNegated)
    case .like(var like):
      like.value = change(like.value)
      like.pattern = change(like.pattern)
      return .like(like)
    case .quantified(let value, let name, let quantifier, let array):
      return .quantified(change(value), name, quantifier, change(array))
    case .call(var call):
      call.arguments = call.arguments.map {
        FunctionArgument(value: change($0.value), name: $0.name)
      }
      return .call(call)
    case .special(let function, let operands): return .special(function, operands.map(change))
    case .cast(let operand, let type): return .cast(change(operand), type)
    case .collate(let operand, let name): return .collate(change(operand), name)
    case .conditional(var conditional):
      conditional.operand = conditional.operand.map(change)
      conditional.branches = conditional.branches.map {
        CaseBranch(condition: change($0.condition), result: change($0.result))
      }
      conditional.otherwise = conditional.otherwise.map(change)
      return .conditional(conditional)
    case .array(let elements): return .array(elements.map(change))
    case .row(let values): return .row(values.map(change))
    case .subscripted(let value, let path): return .subscripted(change(value), path)
    case .field(let value, let name): return .field(change(value), name)
    default: return self
    }
  }
}
