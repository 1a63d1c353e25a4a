package import DatabaseModel
import HashTreeCollections
import SQLSyntax

extension QueryCompiler {
  /// FROM of an UPDATE or DELETE, with its condition; the target's row is the caller's.
  package func compile(
    from sources: [AnalyzedSource], condition: AnalyzedExpression?
  ) throws(EvaluationFailure) -> CompiledSources {
    CompiledSources(
      scan: try scan(sources),
      condition: try condition.map { tree throws(EvaluationFailure) in
        try ExpressionCompiler(context).compile(tree)
      })
  }

  func scan(_ sources: [AnalyzedSource]) throws(EvaluationFailure) -> Scan {
    var result: Scan?
    for source in sources {
      let next = try scan(source)
      guard let before = result else {
        result = next
        continue
      }
      result = { frame, visit throws(EvaluationFailure) in
        try before(frame) { () throws(EvaluationFailure) in try next(frame, visit) }
      }
    }
    guard let result else { return { _, visit throws(EvaluationFailure) in try visit() } }
    return result
  }

  private func scan(_ source: AnalyzedSource) throws(EvaluationFailure) -> Scan {
    switch source {
    case .table(let number, let id, let isOnly): return try table(number, id, isOnly)
    case .view(let number, let id):
      let query = try view(id)
      return rows(number) { _ throws(EvaluationFailure) in try query.rows() }
    case .sequence: throw .unmodelled("A sequence read as a table is not modelled")
    case .commonTable(let number, let name):
      let context = context
      return rows(number) { _ throws(EvaluationFailure) in
        for level in context.commonTables.reversed() {
          if let found = level[name] { return try found.read() }
        }
        throw .unmodelled("A common table that is not at hand")
      }
    case .query(let number, let query, let isLateral):
      let compiled = try compile(query)
      return rows(number) { frame throws(EvaluationFailure) in
        try compiled.rows(outer: isLateral ? frame : frame.outer)
      }
    case .function(let number, let function): return try self.function(number, function)
    case .join(let join): return try self.join(join)
    }
  }

  private func rows(
    _ number: Int, _ read: @escaping (Frame) throws(EvaluationFailure) -> [[Datum]]
  ) -> Scan {
    { frame, visit throws(EvaluationFailure) in
      for row in try read(frame) {
        frame.rows[number] = row
        try visit()
      }
    }
  }

  private func table(
    _ number: Int, _ id: ObjectID, _ isOnly: Bool
  ) throws(EvaluationFailure) -> Scan {
    let width = context.catalog.columns(of: id).count
    if let table = context.catalog.table(id) {
      if table.kind != .ordinary { throw .unmodelled("Rows of partitioned tables") }
      if table.hasRowSecurity { throw .unmodelled("Row level security is not modelled") }
      if !isOnly, hasChildren(id) { throw .unmodelled("Rows of inheriting tables") }
    } else if let view = context.catalog.view(id), !view.isPopulated {
      throw .refuse(
        .objectNotInPrerequisiteState,
        "materialized view \"\(view.name.text)\" has not been populated",
        hint: "Use the REFRESH MATERIALIZED VIEW command.")
    }
    let heap = context.database.heaps[id]
    return { frame, visit throws(EvaluationFailure) in
      guard let heap else { return }
      for (_, row) in heap.rows {
        frame.rows[number] =
          row.count < width
          ? row + [Datum](repeating: .null, count: width - row.count) : row
        try visit()
      }
    }
  }

  private func hasChildren(_ id: ObjectID) -> Bool {
    (context.catalog.dependents[id] ?? []).contains { edge in
      context.catalog.table(edge.dependent.object)?.inheritsFrom.contains(id) == true
    }
  }

  private func view(_ id: ObjectID) throws(EvaluationFailure) -> CompiledQuery {
    if context.depth > 20 { throw .unmodelled("Views nested very deep") }
    context.depth += 1
    defer { context.depth -= 1 }
    switch context.catalog.analyzeView(id, in: context.session) {
    case .analyzed(let query): return try compile(query)
    case .refused: throw .unmodelled("A view that would be refused now")
    case .unmodelled(let reason): throw .unmodelled(reason)
    }
  }

  private func function(
    _ number: Int, _ function: AnalyzedTableFunction
  ) throws(EvaluationFailure) -> Scan {
    let call = try SetFunctions(context).compile(function.call)
    let hasOrdinality = function.hasOrdinality
    return { frame, visit throws(EvaluationFailure) in
      for (index, row) in try call(frame).enumerated() {
        frame.rows[number] = hasOrdinality ? row + [.integer(Int64(index + 1))] : row
        try visit()
      }
    }
  }

  // MARK: Joins

  private func join(_ join: AnalyzedJoin) throws(EvaluationFailure) -> Scan {
    let left = try scan(join.left)
    let right = try scan(join.right)
    let condition = try join.condition.map { tree throws(EvaluationFailure) in
      try ExpressionCompiler(context).compile(tree)
    }
    let nulls = try self.nulls(join.right)
    switch join.kind {
    case .inner, .cross:
      return { frame, visit throws(EvaluationFailure) in
        try left(frame) { () throws(EvaluationFailure) in
          try right(frame) { () throws(EvaluationFailure) in
            if let condition, try !condition.isTrue(frame) { return }
            try visit()
          }
        }
      }
    case .left:
      return { frame, visit throws(EvaluationFailure) in
        try left(frame) { () throws(EvaluationFailure) in
          var isMatched = false
          try right(frame) { () throws(EvaluationFailure) in
            if let condition, try !condition.isTrue(frame) { return }
            isMatched = true
            try visit()
          }
          if isMatched { return }
          for (number, row) in nulls { frame.rows[number] = row }
          try visit()
        }
      }
    case .right, .full:
      return try outer(
        left, right, condition, (try self.nulls(join.left), nulls), isFull: join.kind == .full)
    }
  }

  private func outer(
    _ left: @escaping Scan, _ right: @escaping Scan, _ condition: CompiledExpression?,
    _ nulls: (left: [(Int, [Datum])], right: [(Int, [Datum])]), isFull: Bool
  ) throws(EvaluationFailure) -> Scan {
    { frame, visit throws(EvaluationFailure) in
      var matched: Set<Int> = []
      try left(frame) { () throws(EvaluationFailure) in
        var place = -1
        var isMatched = false
        try right(frame) { () throws(EvaluationFailure) in
          place += 1
          if let condition, try !condition.isTrue(frame) { return }
          matched.insert(place)
          isMatched = true
          try visit()
        }
        if isMatched || !isFull { return }
        for (number, row) in nulls.right { frame.rows[number] = row }
        try visit()
      }
      var place = -1
      try right(frame) { () throws(EvaluationFailure) in
        place += 1
        if matched.contains(place) { return }
        for (number, row) in nulls.left { frame.rows[number] = row }
        try visit()
      }
    }
  }

  /// The rows of NULLs that stand for sources without a match.
  private func nulls(_ source: AnalyzedSource) throws(EvaluationFailure) -> [(Int, [Datum])] {
    func row(_ count: Int) -> [Datum] { [Datum](repeating: .null, count: count) }
    switch source {
    case .table(let number, let id, _), .view(let number, let id):
      return [(number, row(context.catalog.columns(of: id).count))]
    case .sequence(let number, _): return [(number, row(3))]
    case .query(let number, let query, _): return [(number, row(query.columns.count))]
    case .function(let number, let function):
      return [(number, row(function.columns.count + (function.hasOrdinality ? 1 : 0)))]
    case .join(let join): return try nulls(join.left) + (try nulls(join.right))
    // More than any common table has: nothing reads beyond its columns.
    case .commonTable(let number, _): return [(number, row(200))]
    }
  }
}
