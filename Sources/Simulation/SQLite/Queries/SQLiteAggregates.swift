import Engines
import SQLSyntax

/// An aggregate function of SQLite.
enum SQLiteAggregateKind {
  case countRows, count, sum, total, average, minimum, maximum, concatenation

  init?(_ name: String, argumentCount: Int, isStar: Bool) {
    switch (name, argumentCount) {
    case ("count", 0): self = .countRows
    case ("count", 1): self = .count
    case ("sum", 1): self = .sum
    case ("total", 1): self = .total
    case ("avg", 1): self = .average
    case ("min", 1): self = .minimum
    case ("max", 1): self = .maximum
    case ("group_concat", 1), ("group_concat", 2): self = .concatenation
    default: return nil
    }
  }
}

/// One call of an aggregate in a query.
struct SQLiteAggregateCall {
  var kind: SQLiteAggregateKind
  var arguments: [SQLiteExpression]
  var isDistinct: Bool
  var filter: SQLiteExpression?
  var collation: SQLiteCollation
}

/// The aggregates of one SELECT.
final class SQLiteAggregateList {
  var calls: [SQLiteAggregateCall] = []
}

extension SQLiteCompiler {
  func aggregate(
    _ kind: SQLiteAggregateKind, _ call: FunctionCall, in scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteExpression {
    guard let list = scope.aggregates else {
      throw .unmodelled("An aggregate of a query around this one, or out of place")
    }
    scope.aggregates = nil
    let bare = scope.bareColumns
    defer {
      scope.aggregates = list
      scope.bareColumns = bare
    }
    var arguments: [SQLiteExpression] = []
    for argument in call.arguments {
      arguments.append(try expression(argument.value, in: scope))
    }
    let filter = try call.filter.map { filter throws(SQLiteHalt) in
      try expression(filter, in: scope)
    }
    if arguments.contains(where: { $0.reads.isCorrelated && $0.reads.sources == 0 }) {
      throw .unmodelled("An aggregate of a query around this one")
    }
    if call.isDistinct, arguments.count != 1 {
      throw .unmodelled("DISTINCT aggregates of several arguments")
    }
    let number = list.calls.count
    list.calls.append(
      SQLiteAggregateCall(
        kind: kind, arguments: arguments, isDistinct: call.isDistinct, filter: filter,
        collation: arguments.first?.collation ?? .binary))
    var result = SQLiteExpression { frame in frame.aggregates[number] }
    result.reads.isFallible = true
    return result
  }
}

/// An aggregate while rows come in.
struct SQLiteAccumulator {
  let call: SQLiteAggregateCall
  private var count = 0
  private var real = 0.0
  private var integer: Int64 = 0
  private var isApproximate = false
  private var hasOverflow = false
  private var realCount = 0
  private(set) var best: SQLValue?
  /// How many rows had the best value.
  private(set) var bestCount = 0
  private var text: String?
  private var seen: [SQLValue] = []

  init(_ call: SQLiteAggregateCall) { self.call = call }

  /// - Returns: Whether the row is the new extreme of `min` or `max`.
  mutating func add(_ frame: SQLiteFrame) throws(SQLiteHalt) -> Bool {
    if let filter = call.filter, try filter.evaluate(frame).truth != true { return false }
    if call.kind == .countRows {
      count += 1
      return false
    }
    let value = try call.arguments[0].evaluate(frame)
    if call.isDistinct {
      let isKnown = seen.contains { $0.compare(value, call.collation) == 0 }
      if isKnown { return false }
      seen.append(value)
    }
    if value.isNull { return false }
    switch call.kind {
    case .count, .countRows: count += 1
    case .sum, .total, .average: add(number: value)
    case .minimum, .maximum: return compare(value)
    case .concatenation: try concatenate(value, frame)
    }
    return false
  }

  private mutating func add(number value: SQLValue) {
    count += 1
    if case .integer(let whole) = value.asNumericType {
      real += Double(whole)
      guard !isApproximate, !hasOverflow else { return }
      let (sum, overflow) = integer.addingReportingOverflow(whole)
      if overflow {
        isApproximate = true
        hasOverflow = true
      } else {
        integer = sum
      }
    } else {
      real += value.asReal
      realCount += 1
      isApproximate = true
    }
  }

  private mutating func compare(_ value: SQLValue) -> Bool {
    guard let old = best else {
      best = value
      bestCount = 1
      return true
    }
    let order = value.compare(old, call.collation)
    if order == 0 { bestCount += 1 }
    guard call.kind == .minimum ? order < 0 : order > 0 else { return false }
    best = value
    bestCount = 1
    return true
  }

  private mutating func concatenate(_ value: SQLValue, _ frame: SQLiteFrame) throws(SQLiteHalt) {
    let added = try value.asText()
    guard let old = text else {
      text = added
      count = 1
      return
    }
    let separator =
      call.arguments.count > 1 ? try call.arguments[1].evaluate(frame).asText() : ","
    text = old + separator + added
    count += 1
  }

  /// The result; `isOrdered` says whether the rows came in the engine's order.
  func result(isOrdered: Bool) throws(SQLiteHalt) -> SQLValue {
    switch call.kind {
    case .countRows, .count: return .integer(Int64(count))
    case .sum:
      if count == 0 { return .null }
      if !isOrdered, realCount > 0, count > 2 { throw .unmodelled("A sum of reals in any order") }
      if hasOverflow {
        if !isOrdered { throw .unmodelled("An overflow that depends on the order of rows") }
        throw .error("integer overflow", .integerOverflow)
      }
      return isApproximate ? .real(real) : .integer(integer)
    case .total, .average:
      if !isOrdered, realCount > 0, count > 2 { throw .unmodelled("A sum of reals in any order") }
      if call.kind == .total { return .real(real) }
      return count == 0 ? .null : .real(real / Double(count))
    case .minimum, .maximum: return best ?? .null
    case .concatenation:
      if !isOrdered, count > 1 { throw .unmodelled("A concatenation in any order") }
      return text.map { .text($0) } ?? .null
    }
  }
}
