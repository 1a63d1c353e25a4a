import SQLSyntax

/// A column of a query's result.
struct OutputColumn: Hashable {
  var name: String
  var type: DataType
  /// A literal that nothing has given a type: text, unless a target says otherwise.
  var literal: Literal??
  /// What gives its value, over the query's sources.
  var tree: AnalyzedExpression?

  init(
    name: String, type: DataType, literal: Literal?? = nil, tree: AnalyzedExpression? = nil
  ) {
    self.name = name
    self.type = type
    self.literal = literal
    self.tree = tree
  }
}

/// Finds the columns of a query's result, and what the query depends on.
struct QueryAnalysis {
  let transition: PostgreSQLTransition
  var outer: [Scope]
  var commonTables: [[String: ScopeSource]]
  var parameters: [DataType]?
  var references: [ObjectAddress] = []
  var volatility = Volatility.immutable
  /// The number of the next source of the query under way.
  var nextSource = 0
  /// Why there is no tree, where there is none.
  var missing: String?

  init(
    _ transition: PostgreSQLTransition, outer: [Scope] = [],
    commonTables: [[String: ScopeSource]] = [], parameters: [DataType]? = nil
  ) {
    self.transition = transition
    self.outer = outer
    self.commonTables = commonTables
    self.parameters = parameters
  }

  /// The query's columns in order.
  mutating func columns(of query: Query) throws(Halt) -> [OutputColumn] {
    try analyze(query).columns
  }

  /// The query's columns in order, and its tree if all of it has one.
  mutating func analyze(
    _ query: Query
  ) throws(Halt) -> (columns: [OutputColumn], tree: AnalyzedQuery?) {
    let outerSource = nextSource
    nextSource = 0
    var tables: [AnalyzedCommonTable]? = []
    if let with = query.with { tables = try add(with) }
    let columns: [OutputColumn]
    let body: AnalyzedQueryBody?
    let order: [AnalyzedSortKey]?
    switch query.body {
    case .select(let core): (columns, body, order) = try select(core, in: query)
    case .values(let rows):
      (columns, body) = try values(rows)
      order = try checkOrder(query, over: columns, scope: Scope()).keys
    case .compound(let operation):
      (columns, body) = try compound(operation)
      order = try checkOrder(query, over: columns, scope: Scope()).keys
    }
    let limits = try checkLimits(query)
    if query.with != nil { commonTables.removeFirst() }
    nextSource = outerSource
    guard let body, let order, let limits, let tables else { return (columns, nil) }
    let tree = AnalyzedQuery(
      columns: columns.map { AnalyzedColumn(name: $0.name, type: $0.type) },
      commonTables: tables, body: body, orderBy: order, limit: limits.limit,
      limitWithTies: query.limitWithTies, offset: limits.offset, locking: query.locking)
    return (columns, tree)
  }

  /// Notes why there is no tree, unless a reason is known.
  mutating func lacksTree(_ reason: String) {
    if missing == nil { missing = reason }
  }

  mutating func note(_ analysis: ExpressionAnalysis) {
    for address in analysis.references where !references.contains(address) {
      references.append(address)
    }
    volatility = max(volatility, analysis.volatility)
    if let reason = analysis.missing { lacksTree(reason) }
  }

  func expressions(_ scope: Scope, at position: ExpressionPosition) -> ExpressionAnalysis {
    var analysis = ExpressionAnalysis(transition, scope: scope, position: position)
    analysis.scopes = [scope] + outer
    analysis.commonTables = commonTables
    analysis.parameters = parameters
    return analysis
  }

  // MARK: WITH

  @discardableResult
  mutating func add(_ with: WithClause) throws(Halt) -> [AnalyzedCommonTable]? {
    commonTables.insert([:], at: 0)
    var trees: [AnalyzedCommonTable]? = []
    for table in with.tables {
      if table.searchOrCycle != nil { throw .unmodelled("SEARCH and CYCLE are not modelled") }
      if commonTables[0][table.name.text] != nil {
        throw .refuse(
          .duplicateAlias, "WITH query name \"\(table.name.text)\" specified more than once")
      }
      let (columns, body) = try analyze(table, isRecursive: with.isRecursive)
      let source = source(columns, of: table)
      commonTables[0][table.name.text] = source
      guard let body else {
        trees = nil
        continue
      }
      trees?.append(
        AnalyzedCommonTable(
          name: table.name.text,
          columns: source.columns.map { AnalyzedColumn(name: $0.name, type: $0.type) },
          body: body))
    }
    return trees
  }

  private func source(_ columns: [OutputColumn], of table: CommonTable) -> ScopeSource {
    ScopeSource(
      name: table.name.text,
      columns: columns.enumerated().map { index, column in
        ScopeColumn(
          name: table.columns.indices.contains(index)
            ? table.columns[index].text : column.name,
          type: column.type)
      })
  }

  private mutating func analyze(
    _ table: CommonTable, isRecursive: Bool
  ) throws(Halt) -> ([OutputColumn], AnalyzedCommonTableBody?) {
    guard case .select(let query) = table.statement.kind else {
      return try changes(table.statement)
    }
    if isRecursive, query.mentions(table.name.text) { return try recursive(table, query) }
    let (columns, tree) = try analyze(query)
    if table.columns.count > columns.count {
      throw .unmodelled("WITH names more columns than the query has")
    }
    return (columns, tree.map { .query($0) })
  }

  private mutating func recursive(
    _ table: CommonTable, _ query: Query
  ) throws(Halt) -> ([OutputColumn], AnalyzedCommonTableBody?) {
    guard case .compound(let operation) = query.body, operation.kind == .union else {
      throw .unmodelled("This form of a recursive query is not modelled")
    }
    let (first, firstTree) = try analyze(operation.left)
    commonTables[0][table.name.text] = source(first, of: table)
    let (second, secondTree) = try analyze(operation.right)
    if first.count != second.count || first.map(\.type.bare) != second.map(\.type.bare) {
      throw .unmodelled("A recursive query changes its types")
    }
    if !query.orderBy.isEmpty || query.limit != nil || query.offset != nil || query.with != nil {
      lacksTree("A recursive query with ORDER BY, LIMIT or WITH")
      return (first, nil)
    }
    guard let firstTree, let secondTree else { return (first, nil) }
    return (first, .recursive(first: firstTree, second: secondTree, isAll: operation.isAll))
  }

  /// A data-changing statement inside WITH: its RETURNING columns.
  private mutating func changes(
    _ statement: Statement
  ) throws(Halt) -> ([OutputColumn], AnalyzedCommonTableBody?) {
    var inner = transition
    let (columns, tree) = try inner.returning(statement, commonTables: commonTables)
    if case .unmodelled(let reason) = tree {
      lacksTree(reason)
      return (columns, nil)
    }
    return (columns, .change(tree))
  }

  // MARK: VALUES and set operations

  private mutating func values(
    _ rows: [[SQLExpression]]
  ) throws(Halt) -> ([OutputColumn], AnalyzedQueryBody?) {
    let width = rows.first?.count ?? 0
    var columns = Array(repeating: [Operand](), count: width)
    for row in rows {
      if row.count != width {
        throw .refuse(.syntaxError, "VALUES lists must all be the same length")
      }
      for (index, value) in row.enumerated() {
        var analysis = expressions(Scope(), at: .values)
        columns[index].append(try analysis.analyze(value))
        note(analysis)
      }
    }
    var result: [OutputColumn] = []
    var trees: [[AnalyzedExpression]]? = Array(repeating: [], count: rows.count)
    for (index, operands) in columns.enumerated() {
      var analysis = expressions(Scope(), at: .values)
      let common = try analysis.commonWithModifiers(operands.map(\.type), for: "VALUES")
      for (row, operand) in operands.enumerated() {
        let tree = try analysis.coerce(operand, to: common, word: "VALUES")
        if let tree { trees?[row].append(tree) } else { trees = nil }
      }
      note(analysis)
      result.append(OutputColumn(name: "column\(index + 1)", type: common))
    }
    return (result, trees.map { .values($0) })
  }

  private mutating func compound(
    _ operation: SetOperation
  ) throws(Halt) -> ([OutputColumn], AnalyzedQueryBody?) {
    let word = operation.kind.rawValue
    let (left, leftTree) = try analyze(operation.left)
    let (right, rightTree) = try analyze(operation.right)
    guard left.count == right.count else {
      throw .refuse(.syntaxError, "each \(word) query must have the same number of columns")
    }
    var result: [OutputColumn] = []
    var trees: [[AnalyzedExpression]]? = [[], []]
    for (index, (first, second)) in zip(left, right).enumerated() {
      var analysis = expressions(Scope(), at: .select)
      let operands = [Self.operand(first, at: index), Self.operand(second, at: index)]
      let common = try analysis.commonWithModifiers(operands.map(\.type), for: word)
      for (side, operand) in operands.enumerated() {
        let tree = try analysis.coerce(operand, to: common, word: word)
        if let tree { trees?[side].append(tree) } else { trees = nil }
      }
      result.append(OutputColumn(name: first.name, type: common))
    }
    guard let leftTree, let rightTree, let trees else { return (result, nil) }
    let tree = AnalyzedSetOperation(
      kind: operation.kind, isAll: operation.isAll, left: leftTree, right: rightTree,
      leftColumns: trees[0], rightColumns: trees[1])
    return (result, .compound(tree))
  }

  /// A column of a query that stands at source 0.
  static func operand(_ column: OutputColumn, at index: Int) -> Operand {
    let type = value(column)
    guard case .known(let known) = type else { return Operand(type: type) }
    return Operand(
      AnalyzedExpression(
        type: known, node: .column(ColumnSlot(row: RowSlot(source: 0), column: index))))
  }

  static func value(_ column: OutputColumn) -> ValueType {
    guard let literal = column.literal else { return .known(column.type) }
    if case .string(let text) = literal { return .literal(text) }
    return .literal(nil)
  }

  /// LIMIT and OFFSET; `nil` where one of them has no tree.
  private mutating func checkLimits(
    _ query: Query
  ) throws(Halt) -> (limit: AnalyzedExpression?, offset: AnalyzedExpression?)? {
    var trees: [AnalyzedExpression?] = []
    var isWhole = true
    for limit in [query.limit, query.offset] {
      guard let limit else {
        trees.append(nil)
        continue
      }
      var analysis = expressions(Scope(), at: .limit)
      let tree = try analysis.coerce(
        try analysis.analyze(limit), to: .builtin("int8"), context: .assignment, word: "LIMIT")
      note(analysis)
      isWhole = isWhole && tree != nil
      trees.append(tree)
    }
    return isWhole ? (trees[0], trees[1]) : nil
  }
}

extension Query {
  /// Whether a table of this name is read anywhere in the query.
  func mentions(_ name: String) -> Bool {
    var found = false
    walk { node in
      if let table = node as? TableReference, table.name.schema == nil,
        table.name.name.text == name
      {
        found = true
      }
      return !found
    }
    return found
  }
}
