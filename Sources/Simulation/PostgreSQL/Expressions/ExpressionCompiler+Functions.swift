import DatabaseModel
import SQLSyntax

extension ExpressionCompiler {
  func function(
    _ use: FunctionUse, _ arguments: [AnalyzedExpression], _ type: DataType
  ) throws(EvaluationFailure) -> CompiledExpression {
    if use.returnsSet { throw .unmodelled("A set within an expression is not modelled") }
    if let found = try sessionFunction(use, arguments) { return found }
    let implementation = try functionImplementation(use, arguments, type)
    var compiled: [CompiledExpression] = []
    for argument in arguments { compiled.append(try compile(argument)) }
    return try apply(implementation, compiled, isFoldable: use.volatility == .immutable)
  }

  private func functionImplementation(
    _ use: FunctionUse, _ arguments: [AnalyzedExpression], _ type: DataType
  ) throws(EvaluationFailure) -> Implementation {
    let names = use.arguments.map(Self.name)
    let types = arguments.map(\.type)
    if let found = TextFunctions.find(use.name, names) { return found }
    if let found = NumericFunctions.find(use.name, names) { return found }
    if let found = TimeFunctions.find(use.name, names) { return found }
    if let found = try arrayFunction(use.name, names, types) { return found }
    if let found = try documentFunction(use.name, names, types) { return found }
    throw .unmodelled("The function \(use.name) is not modelled")
  }

  /// Functions of sequences, of the moment and of chance.
  private func sessionFunction(
    _ use: FunctionUse, _ arguments: [AnalyzedExpression]
  ) throws(EvaluationFailure) -> CompiledExpression? {
    switch use.name {
    case "nextval", "currval", "lastval", "setval": return try sequence(use.name, arguments)
    case "now", "transaction_timestamp":
      return CompiledExpression { frame throws(EvaluationFailure) in
        .timestamp(try frame.context.moment())
      }
    case "statement_timestamp", "clock_timestamp", "timeofday":
      throw .unmodelled("The moment of a statement is not modelled")
    case "random" where arguments.isEmpty:
      return CompiledExpression { frame throws(EvaluationFailure) in
        .real(Double(try frame.context.chance() >> 11) / Double(UInt64(1) << 53))
      }
    case "gen_random_uuid", "uuid_generate_v4":
      return CompiledExpression { frame throws(EvaluationFailure) in
        let high = try frame.context.chance() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let low = try frame.context.chance() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        return .uuid(high, low)
      }
    default: return nil
    }
  }

  private func sequence(
    _ name: String, _ arguments: [AnalyzedExpression]
  ) throws(EvaluationFailure) -> CompiledExpression {
    var compiled: [CompiledExpression] = []
    for argument in arguments { compiled.append(try compile(argument)) }
    let parts = compiled
    return CompiledExpression { frame throws(EvaluationFailure) in
      guard let sequences = frame.context.sequences else {
        throw .unmodelled("Sequences are not at hand")
      }
      if parts.isEmpty { return .integer(try sequences.lastValue()) }
      var values: [Datum] = []
      for part in parts { values.append(try part.value(frame)) }
      if values.contains(where: \.isNull) { return .null }
      guard case .integer(let number) = values[0] else {
        throw .unmodelled("A sequence that is not known by name")
      }
      let id = ObjectID(rawValue: Int(number))
      switch name {
      case "nextval": return .integer(try sequences.nextValue(of: id))
      case "currval": return .integer(try sequences.currentValue(of: id))
      default:
        guard case .integer(let value) = values[1] else { return .null }
        var isCalled = true
        if values.count > 2, case .boolean(let flag) = values[2] { isCalled = flag }
        try sequences.setValue(of: id, to: value, isCalled: isCalled)
        return values[1]
      }
    }
  }
}
