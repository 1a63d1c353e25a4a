import Engines
import SQLSyntax

/// An operator that compares.
enum SQLiteComparison {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

  init?(_ symbol: String) {
    switch symbol {
    case "=", "==": self = .equal
    case "<>", "!=": self = .notEqual
    case "<": self = .less
    case "<=": self = .lessOrEqual
    case ">": self = .greater
    case ">=": self = .greaterOrEqual
    default: return nil
    }
  }

  func holds(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }
}

/// Two expressions that are compared with each other.
struct SQLiteComparedPair {
  var left: SQLiteExpression
  var right: SQLiteExpression
  var affinity: SQLiteAffinity
  var collation: SQLiteCollation

  init(_ left: SQLiteExpression, _ right: SQLiteExpression) {
    self.left = left
    self.right = right
    affinity = SQLiteAffinity.comparing(left.affinity, right.affinity)
    if left.hasWrittenCollation {
      collation = left.collation ?? .binary
    } else if right.hasWrittenCollation {
      collation = right.collation ?? .binary
    } else {
      collation = left.collation ?? right.collation ?? .binary
    }
  }

  /// Both values with the comparison's affinity.
  func values(_ frame: SQLiteFrame) throws(SQLiteHalt) -> (SQLValue, SQLValue) {
    let one = try left.evaluate(frame)
    let other = try right.evaluate(frame)
    if affinity <= .blob { return (one, other) }
    return (one.compared(affinity, against: other), other.compared(affinity, against: one))
  }
}

extension SQLiteCompiler {
  func pair(
    _ left: SQLExpression, _ right: SQLExpression, in scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteComparedPair {
    if case .row = left.kind { throw .unmodelled("A row stands where a value is compared") }
    if case .row = right.kind { throw .unmodelled("A row stands where a value is compared") }
    return SQLiteComparedPair(try expression(left, in: scope), try expression(right, in: scope))
  }

  func compare(
    _ left: SQLExpression, _ comparison: SQLiteComparison, _ right: SQLExpression,
    in scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteExpression {
    let pair = try pair(left, right, in: scope)
    return compare(pair, comparison)
  }

  func compare(_ pair: SQLiteComparedPair, _ comparison: SQLiteComparison) -> SQLiteExpression {
    var result = SQLiteExpression(reading: [pair.left, pair.right]) { frame throws(SQLiteHalt) in
      let (one, other) = try pair.values(frame)
      if one.isNull || other.isNull { return .null }
      return .integer(comparison.holds(one.compare(other, pair.collation)) ? 1 : 0)
    }
    if comparison == .equal, pair.left.column != nil || pair.right.column != nil {
      result.equality = SQLiteEqualityTerm(pair)
    }
    return result
  }

  /// Rows are compared from left to right until one pair decides.
  func compareRows(
    _ left: [SQLExpression], _ comparison: SQLiteComparison, _ right: [SQLExpression],
    in scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteExpression {
    guard left.count == right.count else { throw .unmodelled("Rows of different widths") }
    var pairs: [SQLiteComparedPair] = []
    for (one, other) in zip(left, right) { pairs.append(try pair(one, other, in: scope)) }
    let operands = pairs.flatMap { [$0.left, $0.right] }
    let isEquality = comparison == .equal || comparison == .notEqual
    return SQLiteExpression(reading: operands) { frame throws(SQLiteHalt) in
      var isUnknown = false
      for (position, pair) in pairs.enumerated() {
        let (one, other) = try pair.values(frame)
        if one.isNull || other.isNull {
          if !isEquality { return .null }
          isUnknown = true
          continue
        }
        let order = one.compare(other, pair.collation)
        if order != 0 || (position == pairs.count - 1 && !isUnknown) {
          return .integer(comparison.holds(order) ? 1 : 0)
        }
      }
      return .null
    }
  }

  func between(_ between: Between, in scope: SQLiteScope) throws(SQLiteHalt) -> SQLiteExpression {
    let low = try pair(between.value, between.low, in: scope)
    let high = try pair(between.value, between.high, in: scope)
    let first = compare(low, .greaterOrEqual)
    let second = compare(high, .lessOrEqual)
    let isNegated = between.isNegated
    return SQLiteExpression(reading: [first, second]) { frame throws(SQLiteHalt) in
      let one = try first.evaluate(frame).truth
      let other = try second.evaluate(frame).truth
      let holds: Bool? =
        one == false || other == false ? false : one == nil || other == nil ? nil : true
      return SQLValue(truth: isNegated ? holds.map { !$0 } : holds)
    }
  }

  func inList(
    _ value: SQLExpression, _ list: [SQLExpression], _ isNegated: Bool, in scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteExpression {
    if case .row = value.kind { throw .unmodelled("A row is looked for in a list") }
    let left = try expression(value, in: scope)
    var items: [SQLiteExpression] = []
    for item in list { items.append(try expression(item, in: scope)) }
    let affinity: SQLiteAffinity = left.affinity.isNumeric ? .numeric : left.affinity
    let collation = left.collation ?? .binary
    let evaluate = left.evaluate
    let evaluations = items.map(\.evaluate)
    return SQLiteExpression(reading: [left] + items) { frame throws(SQLiteHalt) in
      if evaluations.isEmpty { return .integer(isNegated ? 1 : 0) }
      let wanted = try evaluate(frame)
      if wanted.isNull { return .null }
      var isUnknown = false
      for evaluate in evaluations {
        let item = try evaluate(frame)
        if item.isNull {
          isUnknown = true
        } else if Self.isEqual(wanted, item, affinity, collation) {
          return .integer(isNegated ? 0 : 1)
        }
      }
      return isUnknown ? .null : .integer(isNegated ? 1 : 0)
    }
  }

  static func isEqual(
    _ left: SQLValue, _ right: SQLValue, _ affinity: SQLiteAffinity, _ collation: SQLiteCollation
  ) -> Bool {
    if affinity <= .blob { return left.compare(right, collation) == 0 }
    return left.compared(affinity, against: right)
      .compare(right.compared(affinity, against: left), collation) == 0
  }
}
