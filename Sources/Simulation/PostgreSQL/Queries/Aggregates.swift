import DatabaseModel
import SQLSyntax

/// The aggregates of one query, each once, by number.
final class AggregateList {
  private let context: ExecutionContext
  private(set) var all: [CompiledAggregate] = []
  private var numbers: [AggregateUse: Int] = [:]

  init(_ context: ExecutionContext) { self.context = context }

  func number(of use: AggregateUse) throws(EvaluationFailure) -> Int {
    if let number = numbers[use] { return number }
    let compiled = try CompiledAggregate(use, context)
    all.append(compiled)
    numbers[use] = all.count - 1
    return all.count - 1
  }
}

/// A call of an aggregate made ready: it gathers its arguments and computes at the end.
struct CompiledAggregate {
  let arguments: [CompiledExpression]
  let filter: CompiledExpression?
  let keys: [CompiledExpression]
  let order: SortOrder
  let isDistinct: Bool
  let canonical: @Sendable (Datum) -> Datum
  let finish: AggregateFunctions.Finish
  /// Whether the result depends on the order of rows.
  let isOrderSensitive: Bool

  init(_ use: AggregateUse, _ context: ExecutionContext) throws(EvaluationFailure) {
    let expressions = ExpressionCompiler(context)
    var arguments: [CompiledExpression] = []
    for argument in use.arguments { arguments.append(try expressions.compile(argument)) }
    var keys: [CompiledExpression] = []
    for key in use.orderBy {
      guard case .expression(let tree) = key.value else { continue }
      keys.append(try expressions.compile(tree))
    }
    self.arguments = arguments
    self.keys = keys
    filter = try use.filter.map { tree throws(EvaluationFailure) in
      try expressions.compile(tree)
    }
    order = try QueryCompiler(context).sortOrder(use.orderBy, [])
    isDistinct = use.isDistinct
    if isDistinct { try QueryCompiler(context).requireEquality(use.arguments.map(\.type)) }
    let (reader, type) = (context.reader, use.arguments.first?.type)
    canonical = { value in type.map { ValueKey.canonical(value, $0, reader) } ?? value }
    (finish, isOrderSensitive) = try AggregateFunctions.find(use, context)
    if isDistinct, isOrderSensitive { throw .unmodelled("DISTINCT in an aggregate of an order") }
  }

  /// The result over what was gathered.
  func result(_ rows: [SortableRow]) throws(EvaluationFailure) -> Datum {
    var values = order.keys.isEmpty ? rows.map(\.row) : order.sort(rows).rows
    if isDistinct {
      var seen: Set<Datum> = []
      values = values.filter { seen.insert(canonical($0[0])).inserted }
    }
    return try finish(values)
  }
}

/// Gathers rows into groups.
struct Grouping {
  private let context: ExecutionContext
  private let keys: [CompiledExpression]
  private let types: [DataType]
  private let list: AggregateList
  private let isPlainScan: Bool

  init(
    _ context: ExecutionContext, _ select: AnalyzedSelect, _ list: AggregateList
  ) throws(EvaluationFailure) {
    self.context = context
    self.list = list
    var keys: [CompiledExpression] = []
    for key in select.groupBy { keys.append(try ExpressionCompiler(context).compile(key)) }
    self.keys = keys
    types = select.groupBy.map(\.type)
    isPlainScan = select.from.count == 1 && select.from[0].isTable
    try QueryCompiler(context).requireEquality(types)
  }

  private struct Group {
    var rows: [[Datum]]
    var gathered: [[SortableRow]]
  }

  /// Visits each group, its first row and the results of its aggregates in the frame.
  func run(
    _ frame: Frame, _ scan: (Visit) throws(EvaluationFailure) -> Void,
    _ visit: Visit
  ) throws(EvaluationFailure) {
    var groups: [Group] = []
    var places: [[Datum]: Int] = [:]
    let aggregates = list.all
    let empty = [[SortableRow]](repeating: [], count: aggregates.count)
    if keys.isEmpty { groups.append(Group(rows: frame.rows, gathered: empty)) }
    let gather: Visit = { () throws(EvaluationFailure) in
      var place = 0
      if !keys.isEmpty {
        var key: [Datum] = []
        for (expression, type) in zip(keys, types) {
          key.append(
            ValueKey.canonical(try expression.value(frame), type, context.reader))
        }
        if let found = places[key] {
          place = found
        } else {
          place = groups.count
          places[key] = place
          groups.append(Group(rows: frame.rows, gathered: empty))
        }
      }
      try Self.gather(frame, aggregates, &groups[place].gathered)
    }
    try withoutActuallyEscaping(gather) { gather throws(EvaluationFailure) in try scan(gather) }
    for group in groups {
      frame.rows = group.rows
      var results: [Datum] = []
      for (aggregate, rows) in zip(aggregates, group.gathered) {
        if aggregate.isOrderSensitive, aggregate.keys.isEmpty, !isPlainScan, rows.count > 1 {
          throw .unmodelled("An aggregate of rows in no order")
        }
        results.append(try aggregate.result(rows))
      }
      frame.aggregates = results
      try visit()
    }
  }

  private static func gather(
    _ frame: Frame, _ aggregates: [CompiledAggregate], _ gathered: inout [[SortableRow]]
  ) throws(EvaluationFailure) {
    for (index, aggregate) in aggregates.enumerated() {
      if let filter = aggregate.filter, try !filter.isTrue(frame) { continue }
      var row = SortableRow(row: [], keys: [])
      for argument in aggregate.arguments { row.row.append(try argument.value(frame)) }
      for key in aggregate.keys { row.keys.append(try key.value(frame)) }
      gathered[index].append(row)
    }
  }
}
