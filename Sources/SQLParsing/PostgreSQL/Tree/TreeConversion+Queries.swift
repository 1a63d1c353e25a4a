import SQLSyntax

extension TreeConversion {
  /// A `SelectStmt`, at the cursor or behind it; parentheses around it are passed over.
  func query(_ node: ParseNode) -> Query {
    skipOpenParentheses()
    let start = cursor
    let with = node["with_clause"].map(withClause)
    var query = Query(body: queryBody(node), with: with)
    query.orderBy = node.list("sort_clause").map(sortItem)
    query.limit = limit(node)
    query.limitWithTies = node.word("limit_option") == "LIMIT_OPTION_WITH_TIES"
    query.offset = node["limit_offset"].map { operand($0) }
    query.locking = node.list("locking_clause").map(locking)
    span = tokens(start, max(cursor, start))
    query.place = place(span)
    return query
  }

  private func skipOpenParentheses() {
    while isSymbol(cursor, "(") { cursor += 1 }
  }

  private func skipClosingParentheses() {
    while isSymbol(cursor, ")") { cursor += 1 }
  }

  /// `LIMIT ALL` is a NULL in the tree, and no limit.
  private func limit(_ node: ParseNode) -> SQLExpression? {
    guard let limit = node["limit_count"] else { return nil }
    if limit.kind == "AConst", limit.flag("isnull") { return nil }
    return operand(limit)
  }

  private func queryBody(_ node: ParseNode) -> QueryBody {
    let operation = node.word("op")
    if operation != "SETOP_NONE", let left = node["larg"], let right = node["rarg"] {
      let first = query(left)
      skipClosingParentheses()
      skipHere("union", "intersect", "except", "all", "distinct")
      let second = query(right)
      let kind: SetOperator =
        operation == "SETOP_UNION"
        ? .union : operation == "SETOP_INTERSECT" ? .intersect : .except
      return .compound(
        SetOperation(kind: kind, isAll: node.flag("all"), left: first, right: second))
    }
    let rows = node.list("values_lists")
    if !rows.isEmpty {
      return .values(
        rows.map { row in
          defer { if isSymbol(cursor, ")") { cursor += 1 } }
          return row.list("items").map { operand($0) }
        })
    }
    return .select(selectCore(node))
  }

  private func selectCore(_ node: ParseNode) -> SelectCore {
    var core = SelectCore()
    skipHere("select")
    core.distinct = distinctness(node.list("distinct_clause"))
    core.items = node.list("target_list").map(selectItem)
    core.into = node["into_clause"].flatMap(intoTarget)
    core.from = node.list("from_clause").map(tableSource)
    core.condition = node["where_clause"].map { operand($0) }
    core.groupBy = node.list("group_clause").map { operand($0) }
    core.isGroupDistinct = node.flag("group_distinct")
    core.having = node["having_clause"].map { operand($0) }
    core.windows = node.list("window_clause").map(window)
    return core
  }

  /// A plain `DISTINCT` is a list with a hole in it.
  private func distinctness(_ nodes: [ParseNode]) -> Distinctness {
    if nodes.isEmpty { return .all }
    let keys = nodes.filter { $0.kind != "Node" }
    return keys.isEmpty ? .distinct : .distinctOn(keys.map { operand($0) })
  }

  private func intoTarget(_ node: ParseNode) -> IntoTarget? {
    guard let relation = node["rel"] else { return nil }
    return IntoTarget(
      table: relationName(relation), persistence: Self.persistence(relation))
  }

  static func persistence(_ relation: ParseNode) -> Persistence {
    switch relation.text("relpersistence") {
    case "t": .temporary
    case "u": .unlogged
    default: .permanent
    }
  }

  /// A `ResTarget` of a result.
  func selectItem(_ node: ParseNode) -> SelectItem {
    move(to: node)
    let start = cursor
    guard let value = node["val"] else {
      return SelectItem(expression: SQLExpression(kind: .literal(.null)))
    }
    let expression = operand(value)
    let alias = takeOptional(node.optionalText("name"))
    span = tokens(start, max(cursor, start + 1))
    return SelectItem(expression: expression, alias: alias, place: place(span))
  }

  /// A `SortBy`.
  func sortItem(_ node: ParseNode) -> SortItem {
    let value = operand(node["node"])
    let start = span.lowerBound
    var item = SortItem(expression: value)
    item.direction = Self.direction(node.word("sortby_dir"))
    item.nulls = Self.nullsOrder(node.word("sortby_nulls"))
    let symbol = node.list("use_op")
    if !symbol.isEmpty {
      item.usingOperator = operatorName(symbol)
      cursor += 2
    }
    skipHere("asc", "desc", "nulls", "first", "last")
    span = tokens(start, max(cursor, start + 1))
    return item
  }

  static func direction(_ word: String) -> SortDirection? {
    word == "SORTBY_ASC" ? .ascending : word == "SORTBY_DESC" ? .descending : nil
  }

  static func nullsOrder(_ word: String) -> NullsOrder? {
    word == "SORTBY_NULLS_FIRST" ? .first : word == "SORTBY_NULLS_LAST" ? .last : nil
  }

  private func locking(_ node: ParseNode) -> LockingClause {
    let strength =
      switch node.word("strength") {
      case "LCS_FORKEYSHARE": "KEY SHARE"
      case "LCS_FORSHARE": "SHARE"
      case "LCS_FORNOKEYUPDATE": "NO KEY UPDATE"
      default: "UPDATE"
      }
    skipHere("for", "no", "key", "update", "share", "of")
    let tables = node.list("locked_rels").map(relationName)
    skipHere("nowait", "skip", "locked")
    let policy = node.word("wait_policy")
    let wait =
      policy == "LockWaitError" ? "NOWAIT" : policy == "LockWaitSkip" ? "SKIP LOCKED" : nil
    return LockingClause(strength: strength, tables: tables, wait: wait)
  }
}

// MARK: WITH

extension TreeConversion {
  /// A `WithClause`.
  func withClause(_ node: ParseNode) -> WithClause {
    move(to: node)
    return WithClause(
      isRecursive: node.flag("recursive"), tables: node.list("ctes").map(commonTable))
  }

  private func commonTable(_ node: ParseNode) -> CommonTable {
    move(to: node)
    let name = take(node.text("ctename"))
    let columns = names(node.list("aliascolnames"))
    if !columns.isEmpty, isSymbol(cursor, ")") { cursor += 1 }
    skipHere("as", "not", "materialized")
    let open = cursor
    let close = isSymbol(open, "(") ? text.closing(open) : open
    cursor = open + 1
    let inner = tokens(cursor, max(close, cursor))
    let kind = node["ctequery"].map(statementKind) ?? .select(Query(body: .values([])))
    cursor = close + 1
    let clauses = searchOrCycle(node)
    return CommonTable(
      name: name, columns: columns, isMaterialized: Self.materialized(node),
      statement: Statement(kind: kind, place: place(inner)), searchOrCycle: clauses)
  }

  private static func materialized(_ node: ParseNode) -> Bool? {
    switch node.word("ctematerialized") {
    case "CTEMaterializeAlways": true
    case "CTEMaterializeNever": false
    default: nil
    }
  }

  /// The text of `SEARCH` and `CYCLE`, one space between tokens so that it survives printing.
  private func searchOrCycle(_ node: ParseNode) -> String? {
    guard node["search_clause"] != nil || node["cycle_clause"] != nil else { return nil }
    var end = cursor
    while end < statement.upperBound, !isSymbol(end, ","), !isWord(end, "select"),
      !isWord(end, "insert"), !isWord(end, "update"), !isWord(end, "delete"),
      !isWord(end, "values"), !isSymbol(end, "("), !isSymbol(end, ")")
    {
      // A list of columns has commas of its own.
      while isSymbol(end + 1, ",") { end += 2 }
      end += 1
    }
    let words = tokens(cursor, end).map(text.string)
    cursor = end
    return words.joined(separator: " ")
  }
}
