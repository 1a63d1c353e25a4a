import DatabaseModel
import SQLSyntax

extension QueryCompiler {
  /// What a SELECT evaluates for each row or group.
  private struct Projection {
    var items: [Item]
    var sortKeys: [SortValue]
    var distinctOn: [SortValue]
    var having: CompiledExpression?

    enum Item {
      case value(CompiledExpression)
      case rows(SetFunctions.Rows)
    }

    enum SortValue {
      case output(Int)
      case expression(CompiledExpression)
    }

    var hasSets: Bool { items.contains { if case .rows = $0 { true } else { false } } }
  }

  func compile(
    _ select: AnalyzedSelect, _ query: AnalyzedQuery
  ) throws(EvaluationFailure) -> (Frame?) throws(EvaluationFailure) -> QueryRows {
    let run = try selectRun(select, query)
    return { outer throws(EvaluationFailure) in try run.rows(outer) }
  }

  private func selectRun(
    _ select: AnalyzedSelect, _ query: AnalyzedQuery
  ) throws(EvaluationFailure) -> SelectRun {
    let aggregates = select.isGrouped ? AggregateList(context) : nil
    var condition: CompiledExpression?
    if let tree = select.condition { condition = try ExpressionCompiler(context).compile(tree) }
    let scan = try scan(select.from)
    let projection = try self.projection(select, query, aggregates)
    var groups: Grouping?
    if let aggregates { groups = try Grouping(context, select, aggregates) }
    return SelectRun(
      context: context, sourceCount: select.sourceCount, scan: scan, condition: condition,
      projection: projection, groups: groups,
      finish: try finisher(select, query, try sortOrder(query.orderBy, query.columns)))
  }

  /// One SELECT made ready.
  private struct SelectRun {
    let context: ExecutionContext
    let sourceCount: Int
    let scan: Scan
    let condition: CompiledExpression?
    let projection: Projection
    let groups: Grouping?
    let finish: ([SortableRow]) throws(EvaluationFailure) -> QueryRows

    func rows(_ outer: Frame?) throws(EvaluationFailure) -> QueryRows {
      let frame = Frame(context, rows: Array(repeating: [], count: sourceCount), outer: outer)
      var rows: [SortableRow] = []
      if let groups {
        let filtered: (Visit) throws(EvaluationFailure) -> Void = {
          visit throws(EvaluationFailure) in
          try filter(frame, visit)
        }
        try groups.run(frame, filtered) { () throws(EvaluationFailure) in
          if let having = projection.having, try !having.isTrue(frame) { return }
          try QueryCompiler.project(frame, projection, &rows)
        }
      } else {
        try filter(frame) { () throws(EvaluationFailure) in
          try QueryCompiler.project(frame, projection, &rows)
        }
      }
      return try finish(rows)
    }

    private func filter(_ frame: Frame, _ visit: Visit) throws(EvaluationFailure) {
      try withoutActuallyEscaping(visit) { visit throws(EvaluationFailure) in
        try scan(frame) { () throws(EvaluationFailure) in
          if let condition, try !condition.isTrue(frame) { return }
          try visit()
        }
      }
    }
  }

  private func projection(
    _ select: AnalyzedSelect, _ query: AnalyzedQuery, _ aggregates: AggregateList?
  ) throws(EvaluationFailure) -> Projection {
    var expressions = ExpressionCompiler(context)
    expressions.aggregates = aggregates
    var items: [Projection.Item] = []
    for tree in select.items {
      if case .function(let use, _) = tree.node, use.returnsSet {
        if select.isGrouped { throw .unmodelled("A set in a grouped query") }
        items.append(.rows(try SetFunctions(context).compile(tree)))
      } else {
        items.append(.value(try expressions.compile(tree)))
      }
    }
    func values(_ keys: [AnalyzedSortValue]) throws(EvaluationFailure) -> [Projection.SortValue] {
      var result: [Projection.SortValue] = []
      for key in keys {
        switch key {
        case .output(let index): result.append(.output(index))
        case .expression(let tree): result.append(.expression(try expressions.compile(tree)))
        }
      }
      return result
    }
    var distinctOn: [AnalyzedSortValue] = []
    if case .on(let keys) = select.distinct { distinctOn = keys }
    return Projection(
      items: items, sortKeys: try values(query.orderBy.map(\.value)),
      distinctOn: try values(distinctOn),
      having: try select.having.map { tree throws(EvaluationFailure) in
        try expressions.compile(tree)
      })
  }

  private static func project(
    _ frame: Frame, _ projection: Projection, _ rows: inout [SortableRow]
  ) throws(EvaluationFailure) {
    if !projection.hasSets {
      var row: [Datum] = []
      row.reserveCapacity(projection.items.count)
      for case .value(let expression) in projection.items {
        row.append(try expression.value(frame))
      }
      rows.append(try sortable(row, frame, projection))
      return
    }
    var columns: [[Datum]?] = []
    var single: [Datum] = []
    for item in projection.items {
      switch item {
      case .value(let expression):
        single.append(try expression.value(frame))
        columns.append(nil)
      case .rows(let make):
        single.append(.null)
        columns.append(try make(frame).map { $0.count == 1 ? $0[0] : .composite($0) })
      }
    }
    let count = columns.map { $0?.count ?? 0 }.max() ?? 0
    for index in 0..<count {
      var row = single
      for (place, values) in columns.enumerated() {
        if let values { row[place] = index < values.count ? values[index] : .null }
      }
      rows.append(try sortable(row, frame, projection))
    }
  }

  private static func sortable(
    _ row: [Datum], _ frame: Frame, _ projection: Projection
  ) throws(EvaluationFailure) -> SortableRow {
    var keys: [Datum] = []
    for value in projection.distinctOn + projection.sortKeys {
      switch value {
      case .output(let index): keys.append(row[index])
      case .expression(let expression): keys.append(try expression.value(frame))
      }
    }
    return SortableRow(row: row, keys: keys)
  }

  /// DISTINCT and ORDER BY over the projected rows.
  private func finisher(
    _ select: AnalyzedSelect, _ query: AnalyzedQuery, _ order: SortOrder
  ) throws(EvaluationFailure) -> ([SortableRow]) throws(EvaluationFailure) -> QueryRows {
    let types = query.columns.map(\.type)
    let reader = context.reader
    let isPlainScan = select.from.count == 1 && !select.isGrouped && select.from[0].isTable
    let hasOrder = !query.orderBy.isEmpty
    switch select.distinct {
    case .all:
      return { rows throws(EvaluationFailure) in
        if !hasOrder {
          // A table alone is read in its physical order.
          return QueryRows(rows: rows.map(\.row), isOrdered: isPlainScan || rows.count <= 1)
        }
        let (sorted, isTotal) = order.sort(rows)
        return QueryRows(rows: sorted, isOrdered: isTotal)
      }
    case .distinct:
      try requireEquality(types)
      return { rows throws(EvaluationFailure) in
        var seen: Set<[Datum]> = []
        let kept = rows.filter { row in
          seen.insert(zip(row.row, types).map { ValueKey.canonical($0, $1, reader) }).inserted
        }
        let (sorted, isTotal) = order.sort(kept)
        return QueryRows(
          rows: hasOrder ? sorted : kept.map(\.row),
          isOrdered: hasOrder && isTotal || kept.count <= 1)
      }
    case .on(let keys):
      let on = keys.map { AnalyzedSortKey(value: $0) }
      let first = try sortOrder(on, query.columns)
      return { rows throws(EvaluationFailure) in
        Self.firstOfEach(rows, on: first, then: order, hasOrder: hasOrder)
      }
    }
  }

  /// DISTINCT ON: of rows equal in the first keys the one that comes first in the order.
  private static func firstOfEach(
    _ rows: [SortableRow], on first: SortOrder, then order: SortOrder, hasOrder: Bool
  ) -> QueryRows {
    let count = first.keys.count
    let split = rows.map { SortableRow(row: $0.row, keys: Array($0.keys.dropFirst(count))) }
    let heads = rows.map { Array($0.keys.prefix(count)) }
    let places = rows.indices.sorted { one, other in
      let head = first.compare(heads[one], heads[other])
      if head != 0 { return head < 0 }
      let tail = order.compare(split[one].keys, split[other].keys)
      return tail == 0 ? one < other : tail < 0
    }
    var kept: [SortableRow] = []
    var isDetermined = true
    var last: Int?
    for place in places {
      if let last, first.compare(heads[last], heads[place]) == 0 {
        if order.compare(split[last].keys, split[place].keys) == 0,
          split[last].row != split[place].row
        {
          isDetermined = false
        }
        continue
      }
      kept.append(split[place])
      last = place
    }
    let (sorted, isTotal) = order.sort(kept)
    return QueryRows(
      rows: hasOrder ? sorted : kept.map(\.row), isOrdered: hasOrder && isTotal || kept.count <= 1,
      isDetermined: isDetermined)
  }
}

extension AnalyzedSource {
  var isTable: Bool { if case .table = self { true } else { false } }
}
