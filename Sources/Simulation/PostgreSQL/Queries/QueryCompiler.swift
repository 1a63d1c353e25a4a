package import DatabaseModel
import SQLSyntax

/// Makes queries ready to be run.
package struct QueryCompiler {
  let context: ExecutionContext

  package init(_ context: ExecutionContext) { self.context = context }

  package func compile(_ query: AnalyzedQuery) throws(EvaluationFailure) -> CompiledQuery {
    if query.limitWithTies { throw .unmodelled("WITH TIES is not modelled") }
    let expressions = ExpressionCompiler(context)
    let limit = try query.limit.map { tree throws(EvaluationFailure) in
      try expressions.compile(tree)
    }
    let offset = try query.offset.map { tree throws(EvaluationFailure) in
      try expressions.compile(tree)
    }
    let core = try compileBody(query)
    let tables = query.commonTables
    let context = context
    let body: (Frame?) throws(EvaluationFailure) -> QueryRows = { outer throws(EvaluationFailure) in
      var result = try core(outer)
      let frame = outer ?? Frame(context)
      try Self.cut(&result, try limit?.value(frame), try offset?.value(frame))
      return result
    }
    if tables.isEmpty { return CompiledQuery(columns: query.columns, body) }
    return CompiledQuery(columns: query.columns) { outer throws(EvaluationFailure) in
      try Self.with(tables, context, outer) { () throws(EvaluationFailure) in try body(outer) }
    }
  }

  private func compileBody(
    _ query: AnalyzedQuery
  ) throws(EvaluationFailure) -> (Frame?) throws(EvaluationFailure) -> QueryRows {
    // Common tables must be known before what reads them runs, not before it is compiled.
    switch query.body {
    case .select(let select): return try compile(select, query)
    case .values(let rows): return try sorted(try compile(rows), query)
    case .compound(let operation): return try sorted(try compile(operation), query)
    }
  }

  // MARK: WITH

  /// Runs with common tables at hand; each is made when it is first read.
  static func with<Result>(
    _ tables: [AnalyzedCommonTable], _ context: ExecutionContext, _ outer: Frame?,
    _ body: () throws(EvaluationFailure) -> Result
  ) throws(EvaluationFailure) -> Result {
    context.commonTables.append([:])
    defer { context.commonTables.removeLast() }
    for table in tables {
      let level = context.commonTables.count - 1
      context.commonTables[level][table.name] = CommonTableRows { () throws(EvaluationFailure) in
        try make(table, context, outer)
      }
      if case .change = table.body { _ = try context.commonTables[level][table.name]?.read() }
    }
    return try body()
  }

  private static func make(
    _ table: AnalyzedCommonTable, _ context: ExecutionContext, _ outer: Frame?
  ) throws(EvaluationFailure) -> [[Datum]] {
    switch table.body {
    case .query(let query): return try QueryCompiler(context).compile(query).rows(outer: outer)
    case .change(let statement):
      guard let change = context.change else {
        throw .unmodelled("A change within WITH is not modelled")
      }
      return try change(statement)
    case .recursive(let first, let second, let isAll):
      return try recursive(table.name, first, second, isAll, context, outer)
    }
  }

  private static func recursive(
    _ name: String, _ first: AnalyzedQuery, _ second: AnalyzedQuery, _ isAll: Bool,
    _ context: ExecutionContext, _ outer: Frame?
  ) throws(EvaluationFailure) -> [[Datum]] {
    let compiler = QueryCompiler(context)
    var seen: Set<[Datum]> = []
    var all: [[Datum]] = []
    var working = try compiler.compile(first).rows(outer: outer)
    let types = first.columns.map(\.type)
    if !isAll { working = try compiler.distinct(working, types, &seen) }
    let step = try compiler.compile(second)
    var rounds = 0
    while !working.isEmpty {
      all += working
      rounds += 1
      if rounds > 10_000 || all.count > 100_000 { throw .unmodelled("A very long recursion") }
      let rows = working
      context.commonTables.append([name: CommonTableRows { () throws(EvaluationFailure) in rows }])
      defer { context.commonTables.removeLast() }
      working = try step.rows(outer: outer)
      if !isAll { working = try compiler.distinct(working, types, &seen) }
    }
    return all
  }

  // MARK: VALUES and set operations

  private func compile(
    _ rows: [[AnalyzedExpression]]
  ) throws(EvaluationFailure) -> (Frame?) throws(EvaluationFailure) -> [[Datum]] {
    let expressions = ExpressionCompiler(context)
    var compiled: [[CompiledExpression]] = []
    for row in rows {
      var line: [CompiledExpression] = []
      for value in row { line.append(try expressions.compile(value)) }
      compiled.append(line)
    }
    let context = context
    return { outer throws(EvaluationFailure) in
      let frame = Frame(context, outer: outer)
      var result: [[Datum]] = []
      for line in compiled {
        var row: [Datum] = []
        for value in line { row.append(try value.value(frame)) }
        result.append(row)
      }
      return result
    }
  }

  private func compile(
    _ operation: AnalyzedSetOperation
  ) throws(EvaluationFailure) -> (Frame?) throws(EvaluationFailure) -> [[Datum]] {
    let left = try side(operation.left, operation.leftColumns)
    let right = try side(operation.right, operation.rightColumns)
    let types = operation.leftColumns.map(\.type)
    let reader = context.reader
    if operation.kind == .union, operation.isAll {
      return { outer throws(EvaluationFailure) in try left(outer) + (try right(outer)) }
    }
    try requireEquality(types)
    return { outer throws(EvaluationFailure) in
      let first = try left(outer)
      let second = try right(outer)
      return Self.combine(first, second, operation) { row in
        zip(row, types).map { ValueKey.canonical($0, $1, reader) }
      }
    }
  }

  private func side(
    _ query: AnalyzedQuery, _ columns: [AnalyzedExpression]
  ) throws(EvaluationFailure) -> (Frame?) throws(EvaluationFailure) -> [[Datum]] {
    let compiled = try compile(query)
    let expressions = ExpressionCompiler(context)
    var conversions: [CompiledExpression] = []
    for column in columns { conversions.append(try expressions.compile(column)) }
    let context = context
    return { outer throws(EvaluationFailure) in
      var result: [[Datum]] = []
      let frame = Frame(context, rows: [[]], outer: outer)
      for row in try compiled.rows(outer: outer) {
        frame.rows[0] = row
        var line: [Datum] = []
        for column in conversions { line.append(try column.value(frame)) }
        result.append(line)
      }
      return result
    }
  }

  private static func combine(
    _ first: [[Datum]], _ second: [[Datum]], _ operation: AnalyzedSetOperation,
    key: ([Datum]) -> [Datum]
  ) -> [[Datum]] {
    if operation.kind == .union {
      var seen: Set<[Datum]> = []
      return (first + second).filter { seen.insert(key($0)).inserted }
    }
    var counts: [[Datum]: Int] = [:]
    for row in second { counts[key(row), default: 0] += 1 }
    var seen: Set<[Datum]> = []
    return first.filter { row in
      let key = key(row)
      let count = counts[key] ?? 0
      if operation.isAll {
        counts[key] = max(0, count - 1)
        return (count > 0) == (operation.kind == .intersect)
      }
      return (count > 0) == (operation.kind == .intersect) && seen.insert(key).inserted
    }
  }

  func requireEquality(_ types: [DataType]) throws(EvaluationFailure) {
    for type in types where ValueOrder(reader: context.reader).equality(of: type) == nil {
      throw .unmodelled("Equality of this type is not modelled")
    }
  }

  /// Rows that were not seen before.
  func distinct(
    _ rows: [[Datum]], _ types: [DataType], _ seen: inout Set<[Datum]>
  ) throws(EvaluationFailure) -> [[Datum]] {
    try requireEquality(types)
    let reader = context.reader
    var result: [[Datum]] = []
    for row in rows {
      let key = zip(row, types).map { ValueKey.canonical($0, $1, reader) }
      if seen.insert(key).inserted { result.append(row) }
    }
    return result
  }
}
