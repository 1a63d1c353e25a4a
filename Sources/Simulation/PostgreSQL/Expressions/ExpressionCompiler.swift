package import DatabaseModel
import SQLSyntax

/// Makes expressions ready for evaluation: constants are computed at once, as the planner does, so
/// that an error in them is raised even where no row is.
package struct ExpressionCompiler {
  let context: ExecutionContext
  /// Aggregates of the query under way, by number; `nil` outside grouped queries.
  var aggregates: AggregateList?
  /// The value of CASE's operand, where it is constant.
  var caseConstant: Datum?

  package init(_ context: ExecutionContext) { self.context = context }

  var order: ValueOrder { ValueOrder(reader: context.reader) }

  package func compile(
    _ expression: AnalyzedExpression
  ) throws(EvaluationFailure) -> CompiledExpression {
    if let collation = expression.collation,
      !["C", "POSIX", "default"].contains(collation.name.text)
    {
      throw .unmodelled("The collation \(collation.name.text) is not modelled")
    }
    switch expression.node {
    case .constant(let text): return try constant(text, expression.type)
    case .column(let slot): return column(slot)
    case .operation(let use, let operands):
      return try operation(use, operands, expression.type)
    case .function(let use, let arguments):
      return try function(use, arguments, expression.type)
    case .conversion(let operand, let path, let kind):
      return try conversion(operand, to: expression.type, path, kind)
    case .not(let operand):
      return try lifted([operand]) { values throws(EvaluationFailure) in
        if case .boolean(let flag) = values[0] { .boolean(!flag) } else { .null }
      }
    case .and(let operands): return try logic(operands, stop: false)
    case .or(let operands): return try logic(operands, stop: true)
    case .isNull(let operand, let isNegated):
      return try nullTest(operand, isNegated)
    case .isTruth(let operand, let truth, let isNegated):
      return try lifted([operand]) { values throws(EvaluationFailure) in
        .boolean(Self.matches(values[0], truth) != isNegated)
      }
    default: return try compileForm(expression)
    }
  }

  private func compileForm(
    _ expression: AnalyzedExpression
  ) throws(EvaluationFailure) -> CompiledExpression {
    switch expression.node {
    case .wholeRow(let slot, _): return wholeRow(slot)
    case .parameter(let number):
      return CompiledExpression { frame throws(EvaluationFailure) in
        guard frame.context.parameters.indices.contains(number - 1) else {
          throw .unmodelled("A parameter without a value")
        }
        return frame.context.parameters[number - 1]
      }
    case .aggregate(let use): return try aggregate(use)
    case .distinct(let left, let right, let use, let isNegated):
      return try distinct(left, right, use, isNegated)
    case .rowComparison(let symbol, let pairs): return try rowComparison(symbol, pairs)
    case .quantified(let value, let use, let quantifier, let array):
      return try quantified(value, use, quantifier, array)
    case .quantifiedQuery(let values, let comparisons, let quantifier, let query):
      return try quantified(values, comparisons, quantifier, query)
    case .special(let function, let operands, let use):
      return try special(function, operands, use, expression.type)
    case .current(let value, let precision): return try current(value, precision)
    case .conditional(let branches, let otherwise):
      return try conditional(branches, otherwise)
    case .conditionalOver(let operand, let branches, let otherwise):
      return try conditional(over: operand, branches, otherwise)
    case .caseOperand:
      if let caseConstant { return CompiledExpression(constant: caseConstant) }
      return CompiledExpression { $0.caseOperands[$0.caseOperands.count - 1] }
    case .array(let elements, let isNested): return try array(elements, isNested: isNested)
    case .row(let fields):
      return try lifted(fields) { values throws(EvaluationFailure) in .composite(values) }
    case .subscripted(let value, let path):
      return try subscripted(value, path, expression.type)
    case .field(let value, let number):
      return try lifted([value]) { values throws(EvaluationFailure) in
        guard case .composite(let fields) = values[0], fields.indices.contains(number - 1) else {
          return .null
        }
        return fields[number - 1]
      }
    case .scalarQuery(let query): return try scalar(query)
    case .exists(let query): return try exists(query)
    case .arrayQuery(let query): return try arrayQuery(query)
    case .routine: throw .unmodelled("What a user's function does is not modelled")
    default: throw .unmodelled("This form of expression is not modelled")
    }
  }

  // MARK: Leaves

  private func constant(
    _ text: String?, _ type: DataType
  ) throws(EvaluationFailure) -> CompiledExpression {
    guard let text else { return CompiledExpression(constant: .null) }
    do throws(ValueFailure) {
      return CompiledExpression(constant: try context.reader.read(text, as: type))
    } catch {
      throw EvaluationFailure(error)
    }
  }

  private func column(_ slot: ColumnSlot) -> CompiledExpression {
    let (depth, source, column) = (slot.row.depth, slot.row.source, slot.column)
    if depth == 0 {
      return CompiledExpression { $0.rows[source][column] }
    }
    return CompiledExpression { frame in
      var level = frame
      for _ in 0..<depth { level = level.outer ?? level }
      return level.rows[source][column]
    }
  }

  private func wholeRow(_ slot: RowSlot) -> CompiledExpression {
    CompiledExpression { frame in
      var level = frame
      for _ in 0..<slot.depth { level = level.outer ?? level }
      return .composite(level.rows[slot.source])
    }
  }

  static func matches(_ value: Datum, _ truth: TruthValue) -> Bool {
    switch (truth, value) {
    case (.isTrue, .boolean(let flag)): flag
    case (.isFalse, .boolean(let flag)): !flag
    case (.unknown, .null): true
    default: false
    }
  }

  private func nullTest(
    _ operand: AnalyzedExpression, _ isNegated: Bool
  ) throws(EvaluationFailure) -> CompiledExpression {
    try lifted([operand]) { values throws(EvaluationFailure) in
      guard case .composite(let fields) = values[0] else {
        return .boolean(values[0].isNull != isNegated)
      }
      return .boolean(fields.allSatisfy { $0.isNull != isNegated })
    }
  }

  // MARK: Composition

  /// A pure computation over operands, NULLs among them; computed at once over constants.
  func lifted(
    _ operands: [AnalyzedExpression], isFoldable: Bool = true,
    _ body: @escaping Implementation.General
  ) throws(EvaluationFailure) -> CompiledExpression {
    var compiled: [CompiledExpression] = []
    for operand in operands { compiled.append(try compile(operand)) }
    return try lifted(compiled, isFoldable: isFoldable, body)
  }

  func lifted(
    _ compiled: [CompiledExpression], isFoldable: Bool = true,
    _ body: @escaping Implementation.General
  ) throws(EvaluationFailure) -> CompiledExpression {
    let constants = compiled.compactMap(\.constant)
    if isFoldable, constants.count == compiled.count {
      return CompiledExpression(constant: try body(constants))
    }
    if compiled.count == 1 {
      let only = compiled[0]
      return CompiledExpression { frame throws(EvaluationFailure) in
        try body([try only.value(frame)])
      }
    }
    return CompiledExpression { frame throws(EvaluationFailure) in
      var values: [Datum] = []
      values.reserveCapacity(compiled.count)
      for part in compiled { values.append(try part.value(frame)) }
      return try body(values)
    }
  }

  /// Applies an implementation to operands; `isFoldable` where the same values always give the
  /// same.
  func apply(
    _ implementation: Implementation, _ compiled: [CompiledExpression], isFoldable: Bool
  ) throws(EvaluationFailure) -> CompiledExpression {
    switch implementation {
    case .loose(let body): return try lifted(compiled, isFoldable: isFoldable, body)
    case .strict(let body):
      if compiled.contains(where: { $0.constant?.isNull == true }) {
        return CompiledExpression(constant: .null)
      }
      return try lifted(compiled, isFoldable: isFoldable) { values throws(EvaluationFailure) in
        values.contains(where: \.isNull) ? .null : try body(values)
      }
    case .unary(let body): return try applyUnary(body, compiled[0], isFoldable)
    case .binary(let body): return try applyBinary(body, compiled, isFoldable)
    }
  }

  private func applyUnary(
    _ body: @escaping Implementation.Unary, _ operand: CompiledExpression, _ isFoldable: Bool
  ) throws(EvaluationFailure) -> CompiledExpression {
    if let constant = operand.constant {
      if constant.isNull { return CompiledExpression(constant: .null) }
      if isFoldable { return CompiledExpression(constant: try body(constant)) }
    }
    return CompiledExpression { frame throws(EvaluationFailure) in
      let value = try operand.value(frame)
      return value.isNull ? .null : try body(value)
    }
  }

  private func applyBinary(
    _ body: @escaping Implementation.Binary, _ operands: [CompiledExpression], _ isFoldable: Bool
  ) throws(EvaluationFailure) -> CompiledExpression {
    let (left, right) = (operands[0], operands[1])
    if left.constant?.isNull == true || right.constant?.isNull == true {
      return CompiledExpression(constant: .null)
    }
    if isFoldable, let first = left.constant, let second = right.constant {
      return CompiledExpression(constant: try body(first, second))
    }
    return CompiledExpression { frame throws(EvaluationFailure) in
      let first = try left.value(frame)
      let second = try right.value(frame)
      return first.isNull || second.isNull ? .null : try body(first, second)
    }
  }

  private func operation(
    _ use: OperatorUse, _ operands: [AnalyzedExpression], _ type: DataType
  ) throws(EvaluationFailure) -> CompiledExpression {
    let implementation = try operatorImplementation(use, operands.map(\.type))
    var compiled: [CompiledExpression] = []
    for operand in operands { compiled.append(try compile(operand)) }
    return try apply(implementation, compiled, isFoldable: use.volatility == .immutable)
  }
}
