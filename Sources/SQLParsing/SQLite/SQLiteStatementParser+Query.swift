import SQLSyntax

extension SQLiteStatementParser {
  /// Whether a query begins here; WITH counts, so no name in its place can be `with`.
  var startsQuery: Bool { kind == .select || kind == .values || kind == .with }

  /// Reads `[WITH ...] SELECT ...` and all that is combined with it.
  ///
  /// Leaves the query's height, as SQLite counts it, in ``height``.
  mutating func query() throws(SQLiteSyntaxError) -> Query {
    let start = self.start
    guard kind == .with else { return try query(with: nil, from: start) }
    let (with, symbols) = try withClause()
    let depth = depth
    self.depth += symbols
    defer { self.depth = depth }
    return try query(with: with, from: start)
  }

  /// Reads what follows a WITH clause that has been read.
  mutating func query(with: WithClause?, from start: Int) throws(SQLiteSyntaxError) -> Query {
    let depth = depth
    defer { self.depth = depth }
    var parts = 1
    var tallest = 0
    var query = try queryPart()
    var misplaced: SQLiteSyntaxError?
    while let (operation, isAll) = try setOperator() {
      misplaced = misplaced ?? earlyClause(of: query, before: operation)
      tallest = max(tallest, height)
      self.depth = depth + 2
      try checkStack(1)
      query = combine(query, operation, isAll, with: try queryPart(), from: start)
      parts += 1
    }
    if let misplaced { throw misplaced }
    try check(parts: parts, from: start)
    height = max(height, tallest)
    query.with = with
    query.place = place(from: start)
    return query
  }

  /// `UNION [ALL]`, `INTERSECT` or `EXCEPT`, if one is next.
  private mutating func setOperator() throws(SQLiteSyntaxError) -> (SetOperator, Bool)? {
    let operation: SetOperator
    switch kind {
    case .union: operation = .union
    case .intersect: operation = .intersect
    case .except: operation = .except
    default: return nil
    }
    advance()
    let isAll = operation == .union && skip(.all)
    return (operation, isAll)
  }

  /// The order and the limit behind the last part are the whole query's.
  private func combine(
    _ left: Query, _ operation: SetOperator, _ isAll: Bool, with part: Query, from start: Int
  ) -> Query {
    var right = part
    right.orderBy = []
    right.limit = nil
    right.offset = nil
    let body = SetOperation(kind: operation, isAll: isAll, left: left, right: right)
    return Query(
      body: .compound(body), orderBy: part.orderBy, limit: part.limit, offset: part.offset,
      place: place(from: start))
  }

  private func earlyClause(
    of query: Query, before operation: SetOperator
  ) -> SQLiteSyntaxError? {
    guard !query.orderBy.isEmpty || query.limit != nil else { return nil }
    let clause = query.orderBy.isEmpty ? "LIMIT" : "ORDER BY"
    return SQLiteSyntaxError(
      code: "clause-before-set-operator",
      "The \(clause) clause belongs behind the last query of a compound, not before its "
        + operation.rawValue,
      query.place.range ?? SourceRange(start, start))
  }

  private func check(parts: Int, from start: Int) throws(SQLiteSyntaxError) {
    guard parts > Self.compoundLimit else { return }
    throw SQLiteSyntaxError(
      code: "too-many-queries",
      "SQLite combines at most \(Self.compoundLimit) queries in one statement",
      SourceRange(start, previousEnd))
  }

  /// One `SELECT` with its order and limit, or one `VALUES`.
  private mutating func queryPart() throws(SQLiteSyntaxError) -> Query {
    let start = self.start
    if kind == .values {
      let rows = try valueRows()
      return Query(body: .values(rows), place: place(from: start))
    }
    try expect(.select, "SELECT or VALUES")
    var tallest = 0
    let core = try selectCore(&tallest)
    var query = Query(body: .select(core))
    let symbols = core.windows.isEmpty ? 7 : 8
    query.orderBy = try orderBy(above: symbols, &tallest)
    try limit(above: symbols + 1, &query.limit, &query.offset, &tallest)
    // Every clause takes its place on the stack, also where it is not written.
    try checkStack(symbols + 2)
    height = tallest
    query.place = place(from: start)
    return query
  }

  private mutating func valueRows() throws(SQLiteSyntaxError) -> [[SQLExpression]] {
    advance()
    var rows: [[SQLExpression]] = []
    var tallest = 0
    repeat {
      try expect(.leftParenthesis, "\"(\"")
      let symbols = rows.isEmpty ? 2 : 3
      rows.append(try expressions(above: symbols))
      try closeParenthesis(symbols: symbols + 2)
      tallest = max(tallest, height)
    } while skip(.comma)
    height = tallest
    return rows
  }

  /// `ORDER BY ...`, or nothing.
  mutating func orderBy(
    above symbols: Int, _ tallest: inout Int
  ) throws(SQLiteSyntaxError) -> [SortItem] {
    guard skip(.order) else { return [] }
    try expect(.by, "BY")
    let items = try sortItems(above: symbols + 2)
    tallest = max(tallest, height)
    return items
  }

  /// `LIMIT n [OFFSET m]` or `LIMIT m, n`, or nothing.
  mutating func limit(
    above symbols: Int, _ limit: inout SQLExpression?, _ offset: inout SQLExpression?,
    _ tallest: inout Int
  ) throws(SQLiteSyntaxError) {
    guard skip(.limit) else { return }
    let first = try expression(above: symbols + 1)
    limit = first
    tallest = max(tallest, height)
    if skip(.offset) {
      offset = try expression(above: symbols + 3)
    } else if skip(.comma) {
      offset = first
      limit = try expression(above: symbols + 3)
    }
    tallest = max(tallest, height)
  }

  /// Keys of an order, up to what follows them.
  mutating func sortItems(above symbols: Int) throws(SQLiteSyntaxError) -> [SortItem] {
    var items = [try sortItem(above: symbols)]
    var tallest = height
    while skip(.comma) {
      items.append(try sortItem(above: symbols + 2))
      tallest = max(tallest, height)
    }
    height = tallest
    return items
  }

  private mutating func sortItem(above symbols: Int) throws(SQLiteSyntaxError) -> SortItem {
    var item = SortItem(expression: try expression(above: symbols))
    item.direction = direction()
    item.nulls = try nullsOrder()
    try checkStack(symbols + 3)
    return item
  }

  mutating func direction() -> SortDirection? {
    if skip(.asc) { return .ascending }
    return skip(.desc) ? .descending : nil
  }

  mutating func nullsOrder() throws(SQLiteSyntaxError) -> NullsOrder? {
    guard skip(.nulls) else { return nil }
    if skip(.first) { return .first }
    try expect(.last, "FIRST or LAST")
    return .last
  }
}
