import SQLSyntax

/// A column of a query's result.
struct OutputColumn: Hashable {
  var name: String
  var type: DataType
  /// A literal that nothing has given a type: text, unless a target says otherwise.
  var literal: Literal??

  init(name: String, type: DataType, literal: Literal?? = nil) {
    self.name = name
    self.type = type
    self.literal = literal
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
  /// Whether untyped literals become `text`, as they do at the top of a view.
  var resolvesLiterals = true

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
    if let with = query.with { try add(with) }
    let columns: [OutputColumn]
    switch query.body {
    case .select(let core): columns = try select(core, in: query)
    case .values(let rows):
      columns = try values(rows)
      try checkOrder(query, over: columns, scope: Scope())
    case .compound(let operation):
      columns = try compound(operation)
      try checkOrder(query, over: columns, scope: Scope())
    }
    try checkLimits(query)
    if query.with != nil { commonTables.removeFirst() }
    return columns
  }

  mutating func note(_ analysis: ExpressionAnalysis) {
    for address in analysis.references where !references.contains(address) {
      references.append(address)
    }
    volatility = max(volatility, analysis.volatility)
  }

  func expressions(_ scope: Scope, at position: ExpressionPosition) -> ExpressionAnalysis {
    var analysis = ExpressionAnalysis(transition, scope: scope, position: position)
    analysis.scopes = [scope] + outer
    analysis.commonTables = commonTables
    analysis.parameters = parameters
    return analysis
  }

  // MARK: WITH

  mutating func add(_ with: WithClause) throws(Halt) {
    commonTables.insert([:], at: 0)
    for table in with.tables {
      if table.searchOrCycle != nil { throw .unmodelled("SEARCH and CYCLE are not modelled") }
      if commonTables[0][table.name.text] != nil {
        throw .refuse(
          .duplicateAlias, "WITH query name \"\(table.name.text)\" specified more than once")
      }
      let columns = try columns(of: table, isRecursive: with.isRecursive)
      commonTables[0][table.name.text] = source(columns, of: table)
    }
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

  private mutating func columns(
    of table: CommonTable, isRecursive: Bool
  ) throws(Halt) -> [OutputColumn] {
    guard case .select(let query) = table.statement.kind else {
      return try changes(table.statement)
    }
    if isRecursive, query.mentions(table.name.text) {
      guard case .compound(let operation) = query.body, operation.kind == .union else {
        throw .unmodelled("This form of a recursive query is not modelled")
      }
      let first = try columns(of: operation.left)
      commonTables[0][table.name.text] = source(first, of: table)
      let second = try columns(of: operation.right)
      if first.count != second.count || first.map(\.type.bare) != second.map(\.type.bare) {
        throw .unmodelled("A recursive query changes its types")
      }
      return first
    }
    let columns = try columns(of: query)
    if table.columns.count > columns.count {
      throw .unmodelled("WITH names more columns than the query has")
    }
    return columns
  }

  /// A data-changing statement inside WITH: its RETURNING columns.
  private mutating func changes(_ statement: Statement) throws(Halt) -> [OutputColumn] {
    var inner = transition
    return try inner.returning(statement, commonTables: commonTables)
  }

  // MARK: VALUES and set operations

  private mutating func values(_ rows: [[SQLExpression]]) throws(Halt) -> [OutputColumn] {
    let width = rows.first?.count ?? 0
    var columns = Array(repeating: [ValueType](), count: width)
    for row in rows {
      if row.count != width {
        throw .refuse(.syntaxError, "VALUES lists must all be the same length")
      }
      for (index, value) in row.enumerated() {
        var analysis = expressions(Scope(), at: .values)
        columns[index].append(try analysis.type(of: value))
        note(analysis)
      }
    }
    var result: [OutputColumn] = []
    for (index, types) in columns.enumerated() {
      var analysis = expressions(Scope(), at: .values)
      let common = try analysis.commonWithModifiers(types, for: "VALUES")
      for type in types { try analysis.coerce(type, to: common, word: "VALUES") }
      note(analysis)
      result.append(OutputColumn(name: "column\(index + 1)", type: common))
    }
    return result
  }

  private mutating func compound(_ operation: SetOperation) throws(Halt) -> [OutputColumn] {
    let word = operation.kind.rawValue
    let left = try columns(of: operation.left)
    let right = try columns(of: operation.right)
    guard left.count == right.count else {
      throw .refuse(.syntaxError, "each \(word) query must have the same number of columns")
    }
    var result: [OutputColumn] = []
    for (first, second) in zip(left, right) {
      var analysis = expressions(Scope(), at: .select)
      let types = [Self.value(first), Self.value(second)]
      let common = try analysis.commonWithModifiers(types, for: word)
      for type in types { try analysis.coerce(type, to: common, word: word) }
      result.append(OutputColumn(name: first.name, type: common))
    }
    return result
  }

  static func value(_ column: OutputColumn) -> ValueType {
    guard let literal = column.literal else { return .known(column.type) }
    if case .string(let text) = literal { return .literal(text) }
    return .literal(nil)
  }

  private mutating func checkLimits(_ query: Query) throws(Halt) {
    for limit in [query.limit, query.offset] {
      guard let limit else { continue }
      var analysis = expressions(Scope(), at: .limit)
      let type = try analysis.type(of: limit)
      try analysis.coerce(type, to: .builtin("int8"), context: .assignment, word: "LIMIT")
      note(analysis)
    }
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
