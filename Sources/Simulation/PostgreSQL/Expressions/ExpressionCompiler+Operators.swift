import DatabaseModel
import SQLSyntax

extension ExpressionCompiler {
  /// How an operator of `pg_catalog` is computed on operands of these types.
  func operatorImplementation(
    _ use: OperatorUse, _ operands: [DataType]
  ) throws(EvaluationFailure) -> Implementation {
    let names = use.arguments.map(Self.name)
    if names.count == 1 {
      if let found = ArithmeticOperators.prefix(use.symbol, names[0]) { return .unary(found) }
      throw unknown(use, names)
    }
    if let found = try comparison(use.symbol, names, operands) { return .binary(found) }
    if let found = ArithmeticOperators.binary(use.symbol, names[0], names[1]) {
      return .binary(found)
    }
    if let found = TimeOperators.binary(use.symbol, names[0], names[1]) { return .binary(found) }
    if let found = TextOperators.binary(use.symbol, names[0], names[1]) { return .binary(found) }
    if let found = JSONOperators.binary(use.symbol, names[0], names[1]) { return .binary(found) }
    if let found = try arrayOperator(use.symbol, names, operands) { return found }
    if use.symbol == "||", let found = try concatenation(names, operands) { return .binary(found) }
    throw unknown(use, names)
  }

  private func unknown(_ use: OperatorUse, _ names: [String]) -> EvaluationFailure {
    .unmodelled(
      "The operator \(use.symbol) of \(names.joined(separator: " and ")) is not modelled")
  }

  static func name(_ type: DataType) -> String {
    if let name = type.builtinName { return name }
    if type.isArray, case .builtin(let name) = type.reference { return "_" + name }
    return "?"
  }

  private static let comparisons: [String: @Sendable (Int) -> Bool] = [
    "=": { $0 == 0 }, "<>": { $0 != 0 }, "<": { $0 < 0 }, "<=": { $0 <= 0 }, ">": { $0 > 0 },
    ">=": { $0 >= 0 },
  ]

  private func comparison(
    _ symbol: String, _ names: [String], _ operands: [DataType]
  ) throws(EvaluationFailure) -> Implementation.Binary? {
    guard let test = Self.comparisons[symbol] else { return nil }
    if names[0] == "jsonb", symbol == "=" || symbol == "<>" {
      let wanted = symbol == "="
      return { first, second throws(EvaluationFailure) in
        guard case .json(let one) = first, case .json(let other) = second else { return .null }
        return .boolean(JSONDocument.isEqual(one, other) == wanted)
      }
    }
    let type = operands[0]
    let isPolymorphic = names[0].hasPrefix("any")
    guard
      let compare = isPolymorphic
        ? order.comparison(of: type) : ValueOrder.comparison(builtin: names[0])
    else { return nil }
    if !isPolymorphic, ValueOrder.comparison(builtin: names[1]) == nil { return nil }
    switch symbol {
    case "=" where names[0] == "text" || names[0] == "varchar":
      return { first, second throws(EvaluationFailure) in
        guard case .text(let one) = first, case .text(let other) = second else { return .null }
        return .boolean(one == other && one.utf8.elementsEqual(other.utf8))
      }
    case "=" where NumericConversions.integerRanges[names[0]] != nil:
      return { first, second throws(EvaluationFailure) in
        guard case .integer(let one) = first, case .integer(let other) = second else {
          return .null
        }
        return .boolean(one == other)
      }
    default:
      return { first, second throws(EvaluationFailure) in .boolean(test(compare(first, second))) }
    }
  }

  /// `text || anynonarray` and its like: the other operand in its text form.
  private func concatenation(
    _ names: [String], _ operands: [DataType]
  ) throws(EvaluationFailure) -> Implementation.Binary? {
    guard names == ["text", "anynonarray"] || names == ["anynonarray", "text"] else { return nil }
    let reader = context.reader
    let types = operands
    @Sendable func text(_ value: Datum, _ type: DataType) throws(EvaluationFailure) -> String {
      do throws(ValueFailure) {
        if case .boolean(let flag) = value { return flag ? "true" : "false" }
        return try reader.text(of: value, as: type)
      } catch {
        throw EvaluationFailure(error)
      }
    }
    return { first, second throws(EvaluationFailure) in
      .text(try text(first, types[0]) + (try text(second, types[1])))
    }
  }

  func quantified(
    _ value: AnalyzedExpression, _ use: OperatorUse, _ quantifier: Quantifier,
    _ array: AnalyzedExpression
  ) throws(EvaluationFailure) -> CompiledExpression {
    let element = context.reader.base(array.type).element
    guard case .binary(let test) = try operatorImplementation(use, [value.type, element]) else {
      throw .unmodelled("This operator with ANY or ALL is not modelled")
    }
    let isAny = quantifier == .any
    return try lifted(
      [value, array], isFoldable: use.volatility == .immutable
    ) { values throws(EvaluationFailure) in
      guard case .array(let elements) = values[1] else { return .null }
      if elements.isEmpty { return .boolean(!isAny) }
      if values[0].isNull { return .null }
      var hasNull = false
      for element in elements {
        if case .array = element { throw .unmodelled("ANY over an array of arrays") }
        if element.isNull {
          hasNull = true
        } else if case .boolean(let flag) = try test(values[0], element) {
          if flag == isAny { return .boolean(isAny) }
        } else {
          hasNull = true
        }
      }
      return hasNull ? .null : .boolean(!isAny)
    }
  }
}
