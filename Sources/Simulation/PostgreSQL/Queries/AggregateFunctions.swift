import DatabaseModel

/// Aggregates of `pg_catalog`.
enum AggregateFunctions {
  /// The result over the arguments of each row.
  typealias Finish = ([[Datum]]) throws(EvaluationFailure) -> Datum

  static func find(
    _ use: AggregateUse, _ context: ExecutionContext
  ) throws(EvaluationFailure) -> (Finish, isOrderSensitive: Bool) {
    let type = use.function.arguments.first.map(ExpressionCompiler.name) ?? ""
    switch (use.function.name, type) {
    case ("count", ""):
      return ({ rows throws(EvaluationFailure) in .integer(Int64(rows.count)) }, false)
    case ("count", _):
      return (
        { rows throws(EvaluationFailure) in .integer(Int64(present(rows).count)) }, false
      )
    case ("sum", _), ("avg", _):
      return (try number(use.function.name, type), type.hasPrefix("float"))
    case ("min", _), ("max", _): return (try extreme(use, context), false)
    case ("bool_and", _), ("every", _):
      return ({ rows throws(EvaluationFailure) in truth(rows, stop: false) }, false)
    case ("bool_or", _):
      return ({ rows throws(EvaluationFailure) in truth(rows, stop: true) }, false)
    case ("string_agg", "text"): return (joined, true)
    case ("array_agg", "anynonarray"):
      return (
        { rows throws(EvaluationFailure) in rows.isEmpty ? .null : .array(rows.map { $0[0] }) },
        true
      )
    case ("jsonb_agg", _):
      let (reader, argument) = (context.reader, use.arguments[0].type)
      return (
        { rows throws(EvaluationFailure) in
          if rows.isEmpty { return .null }
          var elements: [JSONDocument] = []
          for row in rows { elements.append(try Documents.document(row[0], argument, reader)) }
          return .json(.array(elements))
        }, true
      )
    default: throw .unmodelled("The aggregate \(use.function.name) is not modelled")
    }
  }

  private static func present(_ rows: [[Datum]]) -> [Datum] {
    rows.compactMap { $0[0].isNull ? nil : $0[0] }
  }

  private static func truth(_ rows: [[Datum]], stop: Bool) -> Datum {
    let values = present(rows)
    if values.isEmpty { return .null }
    return .boolean(values.contains(.boolean(stop)) == stop)
  }

  private static func extreme(
    _ use: AggregateUse, _ context: ExecutionContext
  ) throws(EvaluationFailure) -> Finish {
    let type = use.arguments[0].type
    guard let compare = ValueOrder(reader: context.reader).comparison(of: type) else {
      throw .unmodelled("The order of this type is not modelled")
    }
    let wanted = use.function.name == "max" ? 1 : -1
    return { rows throws(EvaluationFailure) in
      var best = Datum.null
      for value in present(rows) where best.isNull || compare(value, best) == wanted {
        best = value
      }
      return best
    }
  }

  private static func joined(_ rows: [[Datum]]) throws(EvaluationFailure) -> Datum {
    var result: String?
    for row in rows {
      guard case .text(let text) = row[0] else { continue }
      if let before = result {
        if case .text(let separator) = row[1] {
          result = before + separator + text
        } else {
          result = before + text
        }
      } else {
        result = text
      }
    }
    return result.map { .text($0) } ?? .null
  }

  private static func number(
    _ name: String, _ type: String
  ) throws(EvaluationFailure) -> Finish {
    let isSum = name == "sum"
    switch type {
    case "int2", "int4", "int8", "numeric":
      let isWide = type == "int8" || type == "numeric"
      return { rows throws(EvaluationFailure) in
        let values = present(rows)
        if values.isEmpty { return .null }
        if isSum, !isWide { return try wholeSum(values) }
        var sum = DecimalNumber(0)
        for value in values { sum = sum + decimal(value) }
        if isSum { return .numeric(sum) }
        return .numeric(sum / DecimalNumber(Int64(values.count)))
      }
    case "float8", "float4":
      if type == "float4", isSum { throw .unmodelled("The sum of real numbers") }
      return { rows throws(EvaluationFailure) in
        let values = present(rows)
        if values.isEmpty { return .null }
        var sum = 0.0
        for case .real(let number) in values { sum += number }
        if !sum.isFinite { throw .unmodelled("A sum that is not finite") }
        return .real(isSum ? sum : sum / Double(values.count))
      }
    default: throw .unmodelled("The \(name) of \(type) is not modelled")
    }
  }

  private static func wholeSum(_ values: [Datum]) throws(EvaluationFailure) -> Datum {
    var sum: Int64 = 0
    for case .integer(let number) in values {
      let (next, overflows) = sum.addingReportingOverflow(number)
      if overflows { throw NumericConversions.outOfRange("bigint") }
      sum = next
    }
    return .integer(sum)
  }

  private static func decimal(_ value: Datum) -> DecimalNumber {
    switch value {
    case .integer(let number): DecimalNumber(number)
    case .numeric(let number): number
    default: DecimalNumber(0)
    }
  }
}
