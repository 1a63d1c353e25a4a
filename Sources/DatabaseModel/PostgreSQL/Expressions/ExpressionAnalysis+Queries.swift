import HashTreeCollections
import SQLSyntax

extension ExpressionAnalysis {
  mutating func scalar(_ query: Query) throws(Halt) -> Operand {
    let (columns, tree) = try subquery(query)
    guard columns.count == 1 else {
      throw .refuse(.syntaxError, "subquery must return only one column")
    }
    return Operand(columns[0].type, query: tree) { .scalarQuery($0) }
  }

  mutating func exists(_ query: Query) throws(Halt) -> Operand {
    let tree = try subquery(query).tree
    return Operand(.builtin("bool"), query: tree) { .exists($0) }
  }

  mutating func arrayQuery(_ query: Query) throws(Halt) -> Operand {
    let (columns, tree) = try subquery(query)
    guard columns.count == 1 else {
      throw .refuse(.syntaxError, "subquery must return only one column")
    }
    let type = columns[0].type
    return Operand(type.isArray ? type : type.arrayOf, query: tree) { .arrayQuery($0) }
  }

  mutating func compare(
    _ value: SQLExpression, _ name: OperatorName, _ quantifier: Quantifier, with query: Query
  ) throws(Halt) -> Operand {
    var values = [value]
    if case .row(let fields) = value.kind { values = fields }
    var operands: [Operand] = []
    if values.count == 1 { operands.append(try analyze(values[0])) }
    let (columns, tree) = try subquery(query)
    guard columns.count == values.count else {
      throw .refuse(
        .syntaxError, "subquery has too \(columns.count > values.count ? "many" : "few") columns")
    }
    if values.count > 1 { for value in values { operands.append(try analyze(value)) } }
    var comparisons: [AnalyzedComparison]? = []
    var left: [AnalyzedExpression?] = []
    for (index, column) in columns.enumerated() {
      let slot = ColumnSlot(row: RowSlot(source: 0), column: index)
      let applied = try apply(
        name, operands[index],
        Operand(AnalyzedExpression(type: column.type, node: .column(slot))))
      left.append(applied.operands[0])
      guard let converted = applied.operands[1] else {
        comparisons = nil
        continue
      }
      comparisons?.append(AnalyzedComparison(operation: applied.use, column: converted))
    }
    guard let comparisons, let tree else { return Operand(type: .known(.builtin("bool"))) }
    return .boolean(left) { .quantifiedQuery($0, comparisons, quantifier, tree) }
  }

  /// A query inside the expression: its columns; what it uses counts as used here.
  mutating func subquery(
    _ query: Query
  ) throws(Halt) -> (columns: [OutputColumn], tree: AnalyzedQuery?) {
    if !position.allowsSubqueries {
      throw .refuse(.featureNotSupported, "cannot use subquery in \(position.name)")
    }
    hasSubquery = true
    canFail = true
    var inner = QueryAnalysis(
      transition, outer: scopes, commonTables: commonTables, parameters: parameters)
    let result = try inner.analyze(query)
    for address in inner.references { depend(on: address) }
    use(inner.volatility)
    if let reason = inner.missing { lacksTree(reason) }
    return result
  }
}

extension Operand {
  /// A value that a query gives.
  fileprivate init(
    _ type: DataType, query: AnalyzedQuery?, _ node: (AnalyzedQuery) -> AnalyzedNode
  ) {
    self.init(
      type: .known(type), tree: query.map { AnalyzedExpression(type: type, node: node($0)) })
  }
}
