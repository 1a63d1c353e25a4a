import DatabaseModel
import SQLSyntax

extension ExpressionCompiler {
  func aggregate(_ use: AggregateUse) throws(EvaluationFailure) -> CompiledExpression {
    guard let aggregates else { throw .unmodelled("An aggregate outside a grouped query") }
    let number = try aggregates.number(of: use)
    return CompiledExpression { $0.aggregates[number] }
  }

  private func rows(
    _ query: CompiledQuery, _ frame: Frame
  ) throws(EvaluationFailure) -> [[Datum]] {
    let result = try query.run(outer: frame)
    if !result.isDetermined { throw .unmodelled("Which rows LIMIT leaves is not determined") }
    return result.rows
  }

  func scalar(_ query: AnalyzedQuery) throws(EvaluationFailure) -> CompiledExpression {
    let compiled = try QueryCompiler(context).compile(query)
    let compiler = self
    return CompiledExpression { frame throws(EvaluationFailure) in
      let rows = try compiler.rows(compiled, frame)
      if rows.count > 1 {
        throw .refuse("21000", "more than one row returned by a subquery used as an expression")
      }
      return rows.first?.first ?? .null
    }
  }

  func exists(_ query: AnalyzedQuery) throws(EvaluationFailure) -> CompiledExpression {
    var query = query
    // The engine does not compute what EXISTS does not look at.
    if case .select(var select) = query.body, !select.isGrouped, query.limit == nil,
      query.offset == nil, select.distinct == .all, !select.items.contains(where: \.isSet)
    {
      select.items = []
      query.body = .select(select)
      query.columns = []
      query.orderBy = []
    }
    let compiled = try QueryCompiler(context).compile(query)
    return CompiledExpression { frame throws(EvaluationFailure) in
      .boolean(!(try compiled.rows(outer: frame).isEmpty))
    }
  }

  func arrayQuery(_ query: AnalyzedQuery) throws(EvaluationFailure) -> CompiledExpression {
    let compiled = try QueryCompiler(context).compile(query)
    let compiler = self
    return CompiledExpression { frame throws(EvaluationFailure) in
      let result = try compiled.run(outer: frame)
      if !result.isOrdered, result.rows.count > 1 {
        throw .unmodelled("An array of rows in no order")
      }
      return .array(try compiler.rows(compiled, frame).map { $0[0] })
    }
  }

  /// Values compared with each row of a query.
  func quantified(
    _ values: [AnalyzedExpression], _ comparisons: [AnalyzedComparison],
    _ quantifier: Quantifier, _ query: AnalyzedQuery
  ) throws(EvaluationFailure) -> CompiledExpression {
    let compiled = try QueryCompiler(context).compile(query)
    var left: [CompiledExpression] = []
    for value in values { left.append(try compile(value)) }
    var tests: [(test: Implementation.Binary, column: CompiledExpression)] = []
    for (value, comparison) in zip(values, comparisons) {
      guard
        case .binary(let test) = try operatorImplementation(
          comparison.operation, [value.type, comparison.column.type])
      else { throw .unmodelled("This comparison is not modelled") }
      tests.append((test, try ExpressionCompiler(context).compile(comparison.column)))
    }
    let symbols = Set(comparisons.map(\.operation.symbol))
    if values.count > 1, symbols != ["="], symbols != ["<>"] {
      throw .unmodelled("The order of rows is not modelled")
    }
    let joinsByOr = symbols == ["<>"]
    let isAny = quantifier == .any
    let parts = tests
    let operands = left
    let compiler = self
    return CompiledExpression { frame throws(EvaluationFailure) in
      let rows = try compiler.rows(compiled, frame)
      if rows.isEmpty { return .boolean(!isAny) }
      var own: [Datum] = []
      for operand in operands { own.append(try operand.value(frame)) }
      var hasNull = false
      let inner = Frame(frame.context, rows: [[]], outer: frame.outer)
      for row in rows {
        inner.rows[0] = row
        switch try Self.test(own, parts, inner, stop: joinsByOr) {
        case .boolean(let flag): if flag == isAny { return .boolean(isAny) }
        default: hasNull = true
        }
      }
      return hasNull ? .null : .boolean(!isAny)
    }
  }

  private static func test(
    _ values: [Datum], _ tests: [(test: Implementation.Binary, column: CompiledExpression)],
    _ frame: Frame, stop: Bool
  ) throws(EvaluationFailure) -> Datum {
    var hasNull = false
    for (value, part) in zip(values, tests) {
      let other = try part.column.value(frame)
      if value.isNull || other.isNull {
        hasNull = true
      } else if case .boolean(let flag) = try part.test(value, other) {
        if flag == stop { return .boolean(stop) }
      } else {
        hasNull = true
      }
    }
    return hasNull ? .null : .boolean(!stop)
  }
}

extension AnalyzedExpression {
  /// Whether it gives rows.
  var isSet: Bool { if case .function(let use, _) = node { use.returnsSet } else { false } }
}
