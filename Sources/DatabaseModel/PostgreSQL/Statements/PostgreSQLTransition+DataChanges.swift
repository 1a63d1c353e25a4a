import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  mutating func select(_ query: Query) throws(Halt) -> String {
    if case .select(let core) = query.body, core.into != nil {
      throw .unmodelled("SELECT INTO is not modelled")
    }
    if let tag = try setConfiguration(query) { return tag }
    var analysis = QueryAnalysis(self)
    let tree = try analysis.analyze(query).tree
    if let routine = analysis.references.compactMap({ catalog.routines[$0.object] })
      .first(where: { $0.volatility == "volatile" })
    {
      throw .unmodelled("What the function \(routine.name.text) does is not modelled")
    }
    demand(.runs(writing: nil))
    action = tree.map { .query($0) } ?? .unmodelled(reason: analysis.reason)
    return "SELECT"
  }

  mutating func insert(_ insert: Insert) throws(Halt) -> String {
    action = try analyze(insert, commonTables: []).tree
    return "INSERT 0"
  }

  mutating func update(_ update: Update) throws(Halt) -> String {
    action = try analyze(update, commonTables: []).tree
    return "UPDATE"
  }

  mutating func delete(_ delete: Delete) throws(Halt) -> String {
    action = try analyze(delete, commonTables: []).tree
    return "DELETE"
  }

  /// A data-changing statement inside WITH: the columns it returns.
  mutating func returning(
    _ statement: Statement, commonTables: [[String: ScopeSource]]
  ) throws(Halt) -> (columns: [OutputColumn], tree: AnalyzedStatement) {
    switch statement.kind {
    case .insert(let insert): return try analyze(insert, commonTables: commonTables)
    case .update(let update): return try analyze(update, commonTables: commonTables)
    case .delete(let delete): return try analyze(delete, commonTables: commonTables)
    default: throw .unmodelled("This statement in WITH is not modelled")
    }
  }

  // MARK: Targets

  mutating func target(_ name: ObjectName) throws(Halt) -> Table {
    let relation: Relation
    switch try findRelation(name) {
    case .known(let found): relation = found
    case .system: throw .unmodelled("Changing system catalogs is not modelled")
    case nil:
      try requireSchemaForQuery(name)
      throw .refuse(.undefinedTable, "relation \"\(name.description)\" does not exist")
    }
    switch relation {
    case .table(let table): return table
    case .view(let view) where view.isMaterialized:
      throw .refuse(
        .wrongObjectType, "cannot change materialized view \"\(view.name.text)\"")
    case .view: throw .unmodelled("Changes through views are not modelled")
    case .sequence(let sequence):
      throw .refuse(.wrongObjectType, "cannot change sequence \"\(sequence.name.text)\"")
    case .index(let index):
      throw .refuse(
        .wrongObjectType, "cannot open relation \"\(index.name.text)\"",
        detail: "This operation is not supported for indexes.")
    case .compositeType(_, _, let name, _):
      throw .refuse(
        .wrongObjectType, "cannot open relation \"\(name.text)\"",
        detail: "This operation is not supported for composite types.")
    }
  }

  func base(
    _ with: WithClause?, _ commonTables: [[String: ScopeSource]]
  ) throws(Halt) -> (QueryAnalysis, [AnalyzedCommonTable]?) {
    var analysis = QueryAnalysis(self, commonTables: commonTables)
    var tables: [AnalyzedCommonTable]? = []
    if let with { tables = try analysis.add(with) }
    return (analysis, tables)
  }

  func column(_ target: AssignmentTarget, of table: Table) throws(Halt) -> Int {
    guard let number = catalog.columnNumber(target.column.text, of: table.id) else {
      if SystemColumns.types[target.column.text] != nil {
        throw .unmodelled("A system column as target is not modelled")
      }
      throw missingColumn(target.column.text, of: .table(table))
    }
    if !target.path.isEmpty { throw .unmodelled("A part of a column as target is not modelled") }
    return number
  }

  // MARK: INSERT

  private mutating func analyze(
    _ insert: Insert, commonTables: [[String: ScopeSource]]
  ) throws(Halt) -> (columns: [OutputColumn], tree: AnalyzedStatement) {
    var (analysis, tables) = try base(insert.with, commonTables)
    let table = try target(insert.table)
    var columns: [Int] = []
    let isImplicit = insert.columns.isEmpty
    if isImplicit {
      columns = table.columns.indices.filter { !table.columns[$0].isDropped }.map { $0 + 1 }
      if mayBeUnseen(table.name.text) { throw .unmodelled("The table's columns may have changed") }
    }
    // The engine reads the source before it looks at the target's columns.
    let values = try values(of: insert.source, &analysis)
    for target in insert.columns {
      let number = try column(target, of: table)
      if columns.contains(number) {
        throw .refuse(
          .duplicateColumn, "column \"\(target.column.text)\" specified more than once")
      }
      columns.append(number)
    }
    let source = try assign(values, to: columns, of: table, insert, isImplicit: isImplicit)
    let scope = try scope(of: table.id, name: insert.alias?.text)
    var conflicts: [AnalyzedConflict?] = []
    for conflict in insert.onConflict {
      conflicts.append(try check(conflict, table, scope, &analysis))
      try checkArbiters(conflict.target, table, insert)
    }
    demand(.runs(writing: table.id))
    let returned = try self.columns(of: insert.returning, scope, &analysis)
    guard let tables, let source, let returning = QueryAnalysis.returning(returned),
      !conflicts.contains(where: { $0 == nil })
    else { return (returned, .unmodelled(reason: analysis.reason)) }
    let width = insert.columns.isEmpty ? source.width ?? columns.count : columns.count
    let tree = AnalyzedInsert(
      commonTables: tables, table: table.id, columns: Array(columns.prefix(width)),
      source: source, overriding: insert.overriding, onConflict: conflicts.first ?? nil,
      returning: insert.returning.isEmpty ? nil : returning)
    return (returned, .insert(tree))
  }

  /// What an INSERT writes: rows of values, or one row that stands for all of a query's.
  private struct InsertValues {
    var rows: [[InsertValue]]
    var isQuery = false
    var query: AnalyzedQuery?
  }

  private struct InsertValue {
    var isDefault: Bool
    var operand: Operand
  }

  private func values(
    of source: InsertSource, _ analysis: inout QueryAnalysis
  ) throws(Halt) -> InsertValues {
    guard case .query(let query) = source else { return InsertValues(rows: []) }
    guard case .values(let rows) = query.body, query.with == nil, query.orderBy.isEmpty,
      query.limit == nil
    else {
      let (columns, tree) = try analysis.analyze(query)
      let row = columns.enumerated().map { index, column in
        InsertValue(isDefault: false, operand: QueryAnalysis.operand(column, at: index))
      }
      return InsertValues(rows: [row], isQuery: true, query: tree)
    }
    var result: [[InsertValue]] = []
    for row in rows {
      if row.count != rows[0].count {
        throw .refuse(.syntaxError, "VALUES lists must all be the same length")
      }
      var values: [InsertValue] = []
      for value in row {
        if case .defaultValue = value.kind {
          values.append(InsertValue(isDefault: true, operand: Operand(type: .literal(nil))))
          continue
        }
        var expression = analysis.expressions(Scope(), at: .values)
        values.append(InsertValue(isDefault: false, operand: try expression.analyze(value)))
        analysis.note(expression)
      }
      result.append(values)
    }
    return InsertValues(rows: result)
  }

  private func assign(
    _ values: InsertValues, to columns: [Int], of table: Table, _ insert: Insert,
    isImplicit: Bool
  ) throws(Halt) -> AnalyzedInsertSource? {
    let rows = values.rows
    guard let width = rows.first?.count else { return .defaultValues }
    if width > columns.count {
      throw .refuse(.syntaxError, "INSERT has more expressions than target columns")
    }
    if width < columns.count, !isImplicit {
      throw .refuse(.syntaxError, "INSERT has more target columns than expressions")
    }
    let hasRows = rows.count > 1
    var trees: [[AnalyzedExpression?]]? = []
    for row in rows {
      var line: [AnalyzedExpression?] = []
      for (value, number) in zip(row, columns) {
        if value.isDefault {
          line.append(nil)
          continue
        }
        let column = table.columns[number - 1]
        var tree: AnalyzedExpression?
        if let type = column.type, !(hasRows && value.operand.isLiteral && type.isUnknown) {
          var analysis = ExpressionAnalysis(self, scope: Scope(), position: .values)
          tree = try assign(
            value.operand, to: type, column: column.name.text, what: "expression", &analysis)
        }
        if tree == nil { trees = nil }
        line.append(tree)
      }
      trees?.append(line)
    }
    for (place, number) in columns.prefix(width).enumerated() {
      let isGiven = rows.contains { !$0[place].isDefault }
      if isGiven { try refuseGenerated(table.columns[number - 1], insert) }
    }
    guard let trees else { return nil }
    if !values.isQuery { return .rows(trees) }
    return values.query.map { .query($0, values: trees[0].compactMap { $0 }) }
  }

  private func refuseGenerated(_ column: Column, _ insert: Insert) throws(Halt) {
    let message = "cannot insert a non-DEFAULT value into column \"\(column.name.text)\""
    if column.identity?.isAlways == true, insert.overriding == nil {
      throw .refuse(
        .generatedAlways, message,
        detail: "Column \"\(column.name.text)\" is an identity column defined as "
          + "GENERATED ALWAYS.", hint: "Use OVERRIDING SYSTEM VALUE to override.")
    }
    if column.generation != nil {
      throw .refuse(
        .generatedAlways, message,
        detail: "Column \"\(column.name.text)\" is a generated column.")
    }
  }
}

extension AnalyzedInsertSource {
  /// How many values a row has; `nil` without values.
  fileprivate var width: Int? {
    switch self {
    case .defaultValues: nil
    case .rows(let rows): rows.first?.count
    case .query(_, let values): values.count
    }
  }
}

extension QueryAnalysis {
  /// Why there is no tree, in words.
  var reason: String { missing ?? "An expression without a tree is used" }

  /// RETURNING's tree; `nil` where a column has none.
  static func returning(_ columns: [OutputColumn]) -> AnalyzedReturning? {
    var returning = AnalyzedReturning(columns: [], items: [])
    for column in columns {
      guard let tree = column.tree else { return nil }
      returning.columns.append(AnalyzedColumn(name: column.name, type: column.type))
      returning.items.append(tree)
    }
    return returning
  }
}

extension Operand {
  var isLiteral: Bool { if case .literal = type { true } else { false } }
}
