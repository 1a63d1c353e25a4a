import DatabaseModel

/// Functions that give rows.
struct SetFunctions {
  typealias Rows = (Frame) throws(EvaluationFailure) -> [[Datum]]

  let context: ExecutionContext

  init(_ context: ExecutionContext) { self.context = context }

  func compile(_ call: AnalyzedExpression) throws(EvaluationFailure) -> Rows {
    guard case .function(let use, let arguments) = call.node, use.returnsSet else {
      let value = try ExpressionCompiler(context).compile(call)
      return { frame throws(EvaluationFailure) in [[try value.value(frame)]] }
    }
    var compiled: [CompiledExpression] = []
    for argument in arguments {
      compiled.append(try ExpressionCompiler(context).compile(argument))
    }
    let body = try function(use)
    let parts = compiled
    return { frame throws(EvaluationFailure) in
      var values: [Datum] = []
      for part in parts { values.append(try part.value(frame)) }
      if values.contains(where: \.isNull) { return [] }
      return try body(values)
    }
  }

  private func function(
    _ use: FunctionUse
  ) throws(EvaluationFailure) -> ([Datum]) throws(EvaluationFailure) -> [[Datum]] {
    let type = use.arguments.first.map(ExpressionCompiler.name) ?? ""
    switch (use.name, type) {
    case ("generate_series", "int4"), ("generate_series", "int8"): return Self.series
    case ("generate_series", "timestamp"), ("generate_series", "timestamptz"):
      return Self.moments
    case ("unnest", "anyarray"):
      return { values throws(EvaluationFailure) in
        ExpressionCompiler.flat(values[0]).map { [$0] }
      }
    case ("jsonb_array_elements", _):
      return { values throws(EvaluationFailure) in try Self.elements(values[0]).map { [.json($0)] }
      }
    case ("jsonb_array_elements_text", _):
      return { values throws(EvaluationFailure) in
        try Self.elements(values[0]).map { [JSONOperators.text($0)] }
      }
    case ("jsonb_each", _):
      return { values throws(EvaluationFailure) in
        try Self.members(values[0], use.name).map { [.text($0.key), .json($0.value)] }
      }
    case ("jsonb_each_text", _):
      return { values throws(EvaluationFailure) in
        try Self.members(values[0], use.name).map { [.text($0.key), JSONOperators.text($0.value)] }
      }
    case ("jsonb_object_keys", _):
      return { values throws(EvaluationFailure) in
        try Self.members(values[0], use.name).map { [.text($0.key)] }
      }
    default: throw .unmodelled("The function \(use.name) is not modelled")
    }
  }

  private static func series(_ values: [Datum]) throws(EvaluationFailure) -> [[Datum]] {
    guard case .integer(let start) = values[0], case .integer(let end) = values[1] else {
      return []
    }
    var step: Int64 = 1
    if values.count > 2, case .integer(let number) = values[2] { step = number }
    if step == 0 { throw .refuse(.invalidParameterValue, "step size cannot equal zero") }
    var rows: [[Datum]] = []
    var current = start
    while step > 0 ? current <= end : current >= end {
      rows.append([.integer(current)])
      if rows.count > 1_000_000 { throw .unmodelled("A very long series") }
      let (next, overflows) = current.addingReportingOverflow(step)
      if overflows { break }
      current = next
    }
    return rows
  }

  private static func moments(_ values: [Datum]) throws(EvaluationFailure) -> [[Datum]] {
    guard case .timestamp(let start) = values[0], case .timestamp(let end) = values[1],
      case .interval(let step) = values[2]
    else { return [] }
    if step.span == 0 { throw .refuse(.invalidParameterValue, "step size cannot equal zero") }
    if [start, end].contains(where: { $0 == .max || $0 == .min }) {
      throw .unmodelled("A series of infinite moments")
    }
    var rows: [[Datum]] = []
    var current = start
    while step.span > 0 ? current <= end : current >= end {
      rows.append([.timestamp(current)])
      if rows.count > 100_000 { throw .unmodelled("A very long series") }
      current = try TimeOperators.add(current, step)
    }
    return rows
  }

  private static func elements(_ value: Datum) throws(EvaluationFailure) -> [JSONDocument] {
    guard case .json(let document) = value else { return [] }
    if case .array(let elements) = document { return elements }
    let isObject = if case .object = document { true } else { false }
    throw .refuse(
      .invalidParameterValue,
      "cannot extract elements from \(isObject ? "an object" : "a scalar")")
  }

  private static func members(
    _ value: Datum, _ name: String
  ) throws(EvaluationFailure) -> [JSONDocument.Member] {
    guard case .json(let document) = value else { return [] }
    if case .object(let members) = document { return members }
    throw .unmodelled("\(name) of what is no object")
  }
}
