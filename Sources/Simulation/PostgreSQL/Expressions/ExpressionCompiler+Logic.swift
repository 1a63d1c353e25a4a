import DatabaseModel
import SQLSyntax

extension ExpressionCompiler {
  /// AND stops at false, OR at true; NULL is kept until the end.
  func logic(
    _ operands: [AnalyzedExpression], stop: Bool
  ) throws(EvaluationFailure) -> CompiledExpression {
    var parts: [CompiledExpression] = []
    for operand in operands {
      let part = try compile(operand)
      if case .boolean(let flag) = part.constant {
        // What comes after a constant that decides is not even looked at.
        if flag == stop { return CompiledExpression(constant: .boolean(stop)) }
        continue
      }
      parts.append(part)
    }
    let isConstant = parts.allSatisfy { $0.constant != nil }
    if isConstant {
      return CompiledExpression(constant: parts.isEmpty ? .boolean(!stop) : .null)
    }
    if parts.count == 1 { return parts[0] }
    return CompiledExpression { frame throws(EvaluationFailure) in
      var hasNull = false
      for part in parts {
        switch try part.value(frame) {
        case .boolean(let flag): if flag == stop { return .boolean(stop) }
        default: hasNull = true
        }
      }
      return hasNull ? .null : .boolean(!stop)
    }
  }

  func conditional(
    _ branches: [AnalyzedBranch], _ otherwise: AnalyzedExpression?
  ) throws(EvaluationFailure) -> CompiledExpression {
    var parts: [(condition: CompiledExpression, result: CompiledExpression)] = []
    for branch in branches {
      let condition = try compile(branch.condition)
      guard let constant = condition.constant else {
        parts.append((condition, try compile(branch.result)))
        continue
      }
      guard case .boolean(true) = constant else { continue }
      return choose(parts, try compile(branch.result))
    }
    return choose(
      parts, try otherwise.map(compile) ?? CompiledExpression(constant: .null))
  }

  private func choose(
    _ parts: [(condition: CompiledExpression, result: CompiledExpression)],
    _ otherwise: CompiledExpression
  ) -> CompiledExpression {
    if parts.isEmpty { return otherwise }
    return CompiledExpression { frame throws(EvaluationFailure) in
      for part in parts where try part.condition.isTrue(frame) {
        return try part.result.value(frame)
      }
      return try otherwise.value(frame)
    }
  }

  func conditional(
    over operand: AnalyzedExpression, _ branches: [AnalyzedBranch],
    _ otherwise: AnalyzedExpression?
  ) throws(EvaluationFailure) -> CompiledExpression {
    let value = try compile(operand)
    if let constant = value.constant {
      var inner = self
      inner.caseConstant = constant
      // Results may hold other CASEs, whose operands are their own.
      return try inner.conditional(branches, otherwise)
    }
    var inner = self
    inner.caseConstant = nil
    let chosen = try inner.conditional(branches, otherwise)
    return CompiledExpression { frame throws(EvaluationFailure) in
      frame.caseOperands.append(try value.value(frame))
      defer { frame.caseOperands.removeLast() }
      return try chosen.value(frame)
    }
  }

  func special(
    _ function: SpecialFunction, _ operands: [AnalyzedExpression], _ use: OperatorUse?,
    _ type: DataType
  ) throws(EvaluationFailure) -> CompiledExpression {
    switch function {
    case .coalesce: return try coalesce(operands)
    case .nullIf:
      guard let use else { throw .unmodelled("NULLIF without its operator") }
      guard case .binary(let equal) = try operatorImplementation(use, operands.map(\.type)) else {
        throw .unmodelled("This comparison is not modelled")
      }
      return try lifted(operands) { values throws(EvaluationFailure) in
        if values[0].isNull || values[1].isNull { return values[0] }
        if case .boolean(true) = try equal(values[0], values[1]) { return .null }
        return values[0]
      }
    case .greatest, .least:
      guard let compare = order.comparison(of: type) else {
        throw .unmodelled("The order of this type is not modelled")
      }
      let wanted = function == .greatest ? 1 : -1
      return try lifted(operands) { values throws(EvaluationFailure) in
        var best = Datum.null
        for value in values where !value.isNull {
          if best.isNull || compare(value, best) == wanted { best = value }
        }
        return best
      }
    }
  }

  private func coalesce(
    _ operands: [AnalyzedExpression]
  ) throws(EvaluationFailure) -> CompiledExpression {
    var parts: [CompiledExpression] = []
    for operand in operands {
      let part = try compile(operand)
      if part.constant?.isNull == true { continue }
      parts.append(part)
      if part.constant != nil { break }
    }
    if parts.isEmpty { return CompiledExpression(constant: .null) }
    if parts.count == 1 { return parts[0] }
    return CompiledExpression { frame throws(EvaluationFailure) in
      for part in parts {
        let value = try part.value(frame)
        if !value.isNull { return value }
      }
      return .null
    }
  }

  func distinct(
    _ left: AnalyzedExpression, _ right: AnalyzedExpression, _ use: OperatorUse,
    _ isNegated: Bool
  ) throws(EvaluationFailure) -> CompiledExpression {
    guard case .binary(let equal) = try operatorImplementation(use, [left.type, right.type]) else {
      throw .unmodelled("This comparison is not modelled")
    }
    return try lifted([left, right]) { values throws(EvaluationFailure) in
      let isSame: Bool
      if values[0].isNull || values[1].isNull {
        isSame = values[0].isNull && values[1].isNull
      } else if case .boolean(true) = try equal(values[0], values[1]) {
        isSame = true
      } else {
        isSame = false
      }
      return .boolean(isSame == isNegated)
    }
  }

  func rowComparison(
    _ symbol: String, _ pairs: [AnalyzedPair]
  ) throws(EvaluationFailure) -> CompiledExpression {
    var parts: [AnalyzedExpression] = []
    for pair in pairs {
      parts.append(
        AnalyzedExpression(
          type: .builtin("bool"), node: .operation(pair.operation, [pair.left, pair.right])))
    }
    switch symbol {
    case "=": return try logic(parts, stop: false)
    case "<>": return try logic(parts, stop: true)
    default: throw .unmodelled("The order of rows is not modelled")
    }
  }

  func array(
    _ elements: [AnalyzedExpression], isNested: Bool
  ) throws(EvaluationFailure) -> CompiledExpression {
    try lifted(elements) { values throws(EvaluationFailure) in
      if isNested {
        let counts = Set(values.map { if case .array(let inner) = $0 { inner.count } else { -1 } })
        if counts.count > 1 || counts.contains(-1) || counts.contains(0) {
          throw .unmodelled("Arrays of different shapes in one array")
        }
      }
      return .array(values)
    }
  }

  func subscripted(
    _ value: AnalyzedExpression, _ path: [AnalyzedSubscript], _ type: DataType
  ) throws(EvaluationFailure) -> CompiledExpression {
    var indexes: [AnalyzedExpression] = []
    for part in path {
      guard case .element(let index) = part else {
        throw .unmodelled("Slices of arrays are not modelled")
      }
      indexes.append(index)
    }
    guard context.reader.base(value.type).isArray else {
      throw .unmodelled("Subscripts of documents are not modelled")
    }
    return try lifted([value] + indexes) { values throws(EvaluationFailure) in
      var current = values[0]
      for index in values.dropFirst() {
        guard case .array(let elements) = current, case .integer(let number) = index,
          elements.indices.contains(Int(number) - 1)
        else { return .null }
        current = elements[Int(number) - 1]
      }
      // Fewer subscripts than dimensions give NULL.
      if case .array = current { return .null }
      return current
    }
  }

  func current(
    _ value: CurrentValue, _ precision: Int?
  ) throws(EvaluationFailure) -> CompiledExpression {
    let session = context.session
    switch value {
    case .timestamp, .localTimestamp:
      return CompiledExpression { frame throws(EvaluationFailure) in
        .timestamp(DateTimeText.rounded(try frame.context.moment(), to: precision))
      }
    case .date:
      return CompiledExpression { frame throws(EvaluationFailure) in
        .date(Int32(DateTimeText.split(try frame.context.moment()).days))
      }
    case .localTime:
      return CompiledExpression { frame throws(EvaluationFailure) in
        let time = DateTimeText.split(try frame.context.moment()).microseconds
        return .time(DateTimeText.rounded(time, to: precision))
      }
    case .currentUser, .role, .user:
      return CompiledExpression { _ in .text(session.role) }
    case .schema:
      throw .unmodelled("The current schema is not modelled")
    case .time, .sessionUser, .catalog:
      throw .unmodelled("\(value.rawValue) is not modelled")
    }
  }
}
