import SQLSyntax

extension SQLiteStatementParser {
  /// What follows FROM.
  ///
  /// A comma binds as JOIN does in SQLite, to the left: as soon as another join, or a condition,
  /// follows, the sources before it are one joined source.
  mutating func tableSources(above symbols: Int) throws(SQLiteSyntaxError) -> [TableSource] {
    let start = token
    var sources = [try tableSource(above: symbols)]
    if kind == .on || kind == .using { throw conditionWithoutJoin(at: token) }
    var count = 1
    while let join = try joinOperator() {
      let right = try tableSource(above: symbols)
      let condition = try joinCondition(of: right, above: symbols)
      count += 1
      if join.isComma, condition == nil {
        sources.append(right)
      } else {
        let left = Self.joined(sources)
        sources = [
          .join(
            Join(
              kind: join.kind, left: left, right: right, isNatural: join.isNatural,
              condition: condition))
        ]
      }
    }
    if count > Self.sourceLimit {
      throw SQLiteSyntaxError(
        code: "too-many-sources", "SQLite joins at most \(Self.sourceLimit) sources here",
        SourceRange(Int(start.start), previousEnd))
    }
    return sources
  }

  static func joined(_ sources: [TableSource]) -> TableSource {
    let first = sources[0]
    return sources.dropFirst().reduce(first) { left, right in
      .join(Join(kind: .inner, left: left, right: right))
    }
  }

  private func conditionWithoutJoin(at token: SQLiteToken) -> SQLiteSyntaxError {
    SQLiteSyntaxError(
      code: "condition-without-join",
      "\(token.kind == .on ? "ON" : "USING") needs a JOIN before it", at: token)
  }

  private mutating func joinCondition(
    of source: TableSource, above symbols: Int
  ) throws(SQLiteSyntaxError) -> JoinCondition? {
    if skip(.on) { return .on(try expression(above: symbols + Self.symbols(of: source) + 1)) }
    guard skip(.using) else { return nil }
    try expect(.leftParenthesis, "\"(\"")
    let columns = try names("the name of a column")
    try expect(.rightParenthesis, "\")\" or \",\"")
    try checkStack(symbols + Self.symbols(of: source) + (columns.count > 1 ? 5 : 4))
    return .using(columns, alias: nil)
  }

  /// How many symbols a source has on SQLite's stack when its condition begins.
  private static func symbols(of source: TableSource) -> Int {
    switch source {
    case .table(let table): table.indexHint == nil ? 4 : 5
    case .function: 7
    default: 5
    }
  }

  /// One source with its alias, up to its condition.
  private mutating func tableSource(above symbols: Int) throws(SQLiteSyntaxError) -> TableSource {
    try checkStack(symbols + 5)
    if kind == .leftParenthesis { return try parenthesizedSource(above: symbols) }
    let start = self.start
    let name = try objectName("a table's name or a query")
    if skip(.leftParenthesis) {
      let arguments = try optionalExpressions(above: symbols + 4)
      try closeParenthesis(symbols: symbols + 6)
      try checkStack(symbols + 8)
      let place = place(from: start)
      let call = FunctionCall(
        name: name, arguments: arguments.map { FunctionArgument(value: $0) }, place: place)
      let alias = try alias().map { TableAlias(name: $0) }
      return .function(
        TableFunction(calls: [SQLExpression(kind: .call(call), place: place)], alias: alias))
    }
    var reference = TableReference(name: name)
    reference.alias = try alias().map { TableAlias(name: $0) }
    reference.indexHint = try indexHint()
    if reference.indexHint != nil { try checkStack(symbols + 7) }
    reference.place = place(from: start)
    return .table(reference)
  }

  /// `INDEXED BY name` or `NOT INDEXED`, or nothing.
  mutating func indexHint() throws(SQLiteSyntaxError) -> IndexHint? {
    if skip(.indexed) {
      try expect(.by, "BY")
      return .indexedBy(try name("the name of an index"))
    }
    guard skip(.not) else { return nil }
    try expect(.indexed, "INDEXED")
    return .notIndexed
  }

  /// `(query) AS alias` or `(sources) AS alias`.
  private mutating func parenthesizedSource(
    above symbols: Int
  ) throws(SQLiteSyntaxError) -> TableSource {
    advance()
    if startsQuery {
      let query = try above(symbols + 2) { parser throws(SQLiteSyntaxError) in
        try parser.query()
      }
      try closeParenthesis(symbols: symbols + 4)
      try checkStack(symbols + 6)
      let alias = try alias().map { TableAlias(name: $0) }
      return .query(DerivedTable(query: query, alias: alias))
    }
    let sources = try tableSources(above: symbols + 2)
    try closeParenthesis(symbols: symbols + 4)
    try checkStack(symbols + 6)
    guard let alias = try alias() else { return Self.joined(sources) }
    return Self.joined(sources).named(TableAlias(name: alias))
  }
}

extension TableSource {
  /// The source under a name written behind its parentheses.
  fileprivate func named(_ alias: TableAlias) -> TableSource {
    switch self {
    case .table(var table):
      table.alias = alias
      return .table(table)
    case .function(var function):
      function.alias = alias
      return .function(function)
    case .query(var query):
      query.alias = alias
      return .query(query)
    case .join(var join):
      join.alias = alias
      return .join(join)
    case .opaque: return self
    }
  }
}
