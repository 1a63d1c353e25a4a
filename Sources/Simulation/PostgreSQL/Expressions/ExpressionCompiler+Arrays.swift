import DatabaseModel

extension ExpressionCompiler {
  /// Operators on arrays: containment, overlap, concatenation.
  func arrayOperator(
    _ symbol: String, _ names: [String], _ operands: [DataType]
  ) throws(EvaluationFailure) -> Implementation? {
    switch (symbol, names[0], names[1]) {
    case ("||", "anycompatiblearray", "anycompatiblearray"), ("||", "anyarray", "anyarray"):
      return .loose { values throws(EvaluationFailure) in try Self.joined(values[0], values[1]) }
    case ("||", "anycompatiblearray", "anycompatible"), ("||", "anyarray", "anyelement"):
      return .loose { values throws(EvaluationFailure) in
        try Self.joined(values[0], .array([values[1]]))
      }
    case ("||", "anycompatible", "anycompatiblearray"), ("||", "anyelement", "anyarray"):
      return .loose { values throws(EvaluationFailure) in
        try Self.joined(.array([values[0]]), values[1])
      }
    case ("@>", "anyarray", "anyarray"), ("<@", "anyarray", "anyarray"),
      ("&&", "anyarray", "anyarray"):
      return .binary(try setOperator(symbol, operands))
    default: return nil
    }
  }

  private func setOperator(
    _ symbol: String, _ operands: [DataType]
  ) throws(EvaluationFailure) -> Implementation.Binary {
    let element = context.reader.base(operands[0]).element
    guard let isEqual = order.equality(of: element) else {
      throw .unmodelled("Equality of this type is not modelled")
    }
    @Sendable func has(_ elements: [Datum], _ value: Datum) -> Bool {
      !value.isNull && elements.contains { !$0.isNull && isEqual($0, value) }
    }
    return { first, second throws(EvaluationFailure) in
      let one = Self.flat(first)
      let other = Self.flat(second)
      switch symbol {
      case "@>": return .boolean(other.allSatisfy { has(one, $0) })
      case "<@": return .boolean(one.allSatisfy { has(other, $0) })
      default: return .boolean(one.contains { has(other, $0) })
      }
    }
  }

  /// All elements, whatever the dimensions.
  static func flat(_ value: Datum) -> [Datum] {
    guard case .array(let elements) = value else { return [] }
    return elements.flatMap { element in
      if case .array = element { flat(element) } else { [element] }
    }
  }

  static func joined(_ first: Datum, _ second: Datum) throws(EvaluationFailure) -> Datum {
    if first.isNull { return second }
    if second.isNull { return first }
    guard case .array(let one) = first, case .array(let other) = second else { return .null }
    if one.isEmpty { return second }
    if other.isEmpty { return first }
    for value in [one[0], other[0]] {
      if case .array = value { throw .unmodelled("Arrays of several dimensions are joined") }
    }
    return .array(one + other)
  }
}
