import Engines
import SQLSyntax

extension SQLiteCompiler {
  func binary(
    _ left: SQLExpression, _ symbol: String, _ right: SQLExpression, in scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteExpression {
    if let comparison = SQLiteComparison(symbol) {
      if case .row(let first) = left.kind, case .row(let second) = right.kind {
        return try compareRows(first, comparison, second, in: scope)
      }
      return try compare(left, comparison, right, in: scope)
    }
    let first = try expression(left, in: scope)
    let second = try expression(right, in: scope)
    let one = first.evaluate
    let other = second.evaluate
    if symbol == "||" {
      return SQLiteExpression(reading: [first, second]) { frame throws(SQLiteHalt) in
        try SQLiteArithmetic.concatenate(try one(frame), try other(frame))
      }
    }
    guard let arithmetic = SQLiteArithmetic(rawValue: symbol) else {
      throw .unmodelled("The operator \(symbol)")
    }
    return SQLiteExpression(reading: [first, second]) { frame throws(SQLiteHalt) in
      arithmetic.apply(try one(frame), try other(frame))
    }
  }

  func prefix(
    _ symbol: String, _ operand: SQLExpression, in scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteExpression {
    if symbol == "-", case .literal(let literal) = operand.kind {
      switch literal {
      case .integer("9223372036854775808"): return SQLiteExpression(constant: .integer(Int64.min))
      case .integer, .decimal:
        switch try value(of: literal) {
        case .integer(let number) where number != Int64.min:
          return SQLiteExpression(constant: .integer(-number))
        case .real(let number): return SQLiteExpression(constant: .real(-number))
        default: break
        }
      default: break
      }
    }
    var inner = try expression(operand, in: scope)
    let evaluate = inner.evaluate
    switch symbol {
    case "+":
      inner.affinity = .none
      inner.column = nil
      return inner
    case "-":
      return SQLiteExpression(reading: [inner]) { frame throws(SQLiteHalt) in
        SQLiteArithmetic.subtract.apply(.integer(0), try evaluate(frame))
      }
    case "~":
      return SQLiteExpression(reading: [inner]) { frame throws(SQLiteHalt) in
        let value = try evaluate(frame)
        return value.isNull ? .null : .integer(~value.asInteger)
      }
    default: throw .unmodelled("The operator \(symbol)")
    }
  }

  /// AND and OR: the first operand that decides ends it.
  func chain(
    _ operands: [SQLExpression], stopsAt end: Bool, in scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteExpression {
    var inner: [SQLiteExpression] = []
    for operand in operands { inner.append(try expression(operand, in: scope)) }
    let evaluations = inner.map(\.evaluate)
    return SQLiteExpression(reading: inner) { frame throws(SQLiteHalt) in
      var isUnknown = false
      for evaluate in evaluations {
        switch try evaluate(frame).truth {
        case nil: isUnknown = true
        case end?: return .integer(end ? 1 : 0)
        default: break
        }
      }
      return isUnknown ? .null : .integer(end ? 0 : 1)
    }
  }

  func isTruth(
    _ operand: SQLExpression, _ wanted: TruthValue, _ isNegated: Bool, in scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteExpression {
    let inner = try expression(operand, in: scope)
    let evaluate = inner.evaluate
    return SQLiteExpression(reading: [inner]) { frame throws(SQLiteHalt) in
      let truth = try evaluate(frame).truth
      let holds: Bool =
        switch wanted {
        case .isTrue: truth == true
        case .isFalse: truth == false
        case .unknown: truth == nil
        }
      return .integer(holds != isNegated ? 1 : 0)
    }
  }

  /// `IS` and `IS NOT`, which know no unknown.
  func distinct(
    _ left: SQLExpression, _ right: SQLExpression, _ isNegated: Bool, in scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteExpression {
    if case .column(let reference) = right.kind, reference.parts.count == 1,
      reference.column.quoting != .double, case .truth(let flag) = try scope.find(reference)
    {
      return try isTruth(left, flag ? .isTrue : .isFalse, !isNegated, in: scope)
    }
    if case .literal(.boolean(let flag)) = right.kind {
      return try isTruth(left, flag ? .isTrue : .isFalse, !isNegated, in: scope)
    }
    if case .row(let first) = left.kind, case .row(let second) = right.kind {
      return try distinctRows(first, second, isNegated, in: scope)
    }
    let pair = try pair(left, right, in: scope)
    return SQLiteExpression(reading: [pair.left, pair.right]) { frame throws(SQLiteHalt) in
      let (one, other) = try pair.values(frame)
      let areEqual =
        one.isNull || other.isNull
        ? one.isNull && other.isNull : one.compare(other, pair.collation) == 0
      return .integer(areEqual == isNegated ? 1 : 0)
    }
  }

  private func distinctRows(
    _ left: [SQLExpression], _ right: [SQLExpression], _ isNegated: Bool, in scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteExpression {
    guard left.count == right.count else { throw .unmodelled("Rows of different widths") }
    var parts: [SQLiteExpression] = []
    for (one, other) in zip(left, right) {
      parts.append(try distinct(one, other, true, in: scope))
    }
    let evaluations = parts.map(\.evaluate)
    return SQLiteExpression(reading: parts) { frame throws(SQLiteHalt) in
      for evaluate in evaluations where try evaluate(frame).truth != true {
        return .integer(isNegated ? 0 : 1)
      }
      return .integer(isNegated ? 1 : 0)
    }
  }

  func like(_ like: Like, in scope: SQLiteScope) throws(SQLiteHalt) -> SQLiteExpression {
    var operands = [
      try expression(like.pattern, in: scope), try expression(like.value, in: scope),
    ]
    if let escape = like.escape { operands.append(try expression(escape, in: scope)) }
    guard like.kind == .like || like.kind == .glob && operands.count == 2 else {
      throw .unmodelled("\(like.kind.rawValue) is not modelled")
    }
    let evaluations = operands.map(\.evaluate)
    let isLike = like.kind == .like
    let isNegated = like.isNegated
    var result = SQLiteExpression(reading: operands) { frame throws(SQLiteHalt) in
      var values: [SQLValue] = []
      for evaluate in evaluations { values.append(try evaluate(frame)) }
      let found = isLike ? try SQLiteLikePattern.like(values) : try SQLiteLikePattern.glob(values)
      return isNegated ? SQLValue(truth: found.truth.map { !$0 }) : found
    }
    if like.escape != nil { result.reads.isFallible = true }
    return result
  }

  func conditional(
    _ conditional: CaseExpression, in scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteExpression {
    var all: [SQLiteExpression] = []
    var branches: [(condition: SQLiteEvaluation, result: SQLiteEvaluation)] = []
    for branch in conditional.branches {
      let condition =
        if let operand = conditional.operand {
          try compare(operand, .equal, branch.condition, in: scope)
        } else {
          try expression(branch.condition, in: scope)
        }
      let result = try expression(branch.result, in: scope)
      all += [condition, result]
      branches.append((condition.evaluate, result.evaluate))
    }
    let otherwise = try conditional.otherwise.map { otherwise throws(SQLiteHalt) in
      try expression(otherwise, in: scope)
    }
    if let otherwise { all.append(otherwise) }
    let last = otherwise?.evaluate
    return SQLiteExpression(reading: all) { frame throws(SQLiteHalt) in
      for branch in branches where try branch.condition(frame).truth == true {
        return try branch.result(frame)
      }
      return try last?(frame) ?? .null
    }
  }
}
