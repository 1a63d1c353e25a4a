import SQLSyntax

extension TreeConversion {
  /// An `IndexStmt`.
  func createIndex(_ node: ParseNode) -> CreateIndex {
    skip("index")
    skipHere("concurrently", "if", "not", "exists")
    let name = takeOptional(node.optionalText("idxname")).map { ObjectName(name: $0) }
    skip("on")
    var index = CreateIndex(name: name, table: relation(node))
    index.isOnly = node["relation"].map { !$0.flag("inh") } ?? false
    index.isUnique = node.flag("unique")
    index.isConcurrent = node.flag("concurrent")
    index.ifNotExists = node.flag("if_not_exists")
    index.nullsNotDistinct = node.flag("nulls_not_distinct")
    if isWord(cursor, "using") {
      cursor += 1
      index.method = takeOptional(node.optionalText("access_method"))
    }
    index.keys = indexKeys(node.list("index_params"))
    if !node.list("index_including_params").isEmpty { skip("include") }
    index.including = indexKeys(node.list("index_including_params"))
    index.options = node.list("options").map(option)
    if let tablespace = node.optionalText("table_space") {
      skip("tablespace")
      index.tablespace = take(tablespace)
    }
    index.condition = node["where_clause"].map { operand($0) }
    return index
  }

  /// Keys in the next parentheses; the cursor moves behind them.
  func indexKeys(_ nodes: [ParseNode]) -> [IndexKey] {
    guard !nodes.isEmpty else { return [] }
    let ranges = itemsOfNextParentheses()
    let close = isSymbol(cursor, "(") ? text.closing(cursor) : cursor
    let keys = nodes.enumerated().map { index, node in
      indexKey(node, tokens: ranges.indices.contains(index) ? ranges[index] : nil)
    }
    cursor = close + 1
    return keys
  }

  /// An `IndexElem`, `PartitionElem` or `StatsElem`, which these tokens spell.
  func indexKey(_ node: ParseNode, tokens: Range<Int>?) -> IndexKey {
    if let tokens { cursor = tokens.lowerBound }
    let start = cursor
    var key = IndexKey(expression: keyExpression(node))
    if node.kind != "StatsElem" {
      key.collation = optionalName(node.list("collation"))
      key.operatorClass = optionalName(node.list("opclass"))
    }
    if node.kind == "IndexElem" {
      key.operatorClassOptions = node.list("opclassopts").map(option)
      key.direction = Self.direction(node.word("ordering"))
      key.nulls = Self.nullsOrder(node.word("nulls_ordering"))
    }
    span = tokens ?? self.tokens(start, max(cursor, start + 1))
    cursor = span.upperBound
    key.place = place(span)
    return key
  }

  private func keyExpression(_ node: ParseNode) -> SQLExpression {
    guard let name = node.optionalText("name") else { return operand(node["expr"]) }
    let column = take(name)
    return SQLExpression(kind: .column(ColumnReference(column)), place: column.place)
  }

  private func optionalName(_ nodes: [ParseNode]) -> ObjectName? {
    nodes.isEmpty ? nil : objectName(nodes)
  }

  /// A `ReindexStmt`.
  func reindex(_ node: ParseNode) -> Reindex {
    let kinds: [String: ObjectKind] = [
      "REINDEX_OBJECT_INDEX": .index, "REINDEX_OBJECT_TABLE": .table,
      "REINDEX_OBJECT_SCHEMA": .schema, "REINDEX_OBJECT_DATABASE": .database,
      "REINDEX_OBJECT_SYSTEM": .database,
    ]
    let word = node.word("kind")
    let options = node.list("params").map(option)
    skip("index", "table")
    if node["relation"] == nil {
      cursor = statement.lowerBound + 1
      skip("schema", "database", "system")
    }
    let name =
      node["relation"].map(relationName)
      ?? takeOptional(node.optionalText("name")).map { ObjectName(name: $0) }
    return Reindex(
      kind: kinds[word], name: name,
      isConcurrent: options.contains { $0.name == "concurrently" },
      options: options.filter { $0.name != "concurrently" },
      isSystem: word == "REINDEX_OBJECT_SYSTEM")
  }

  /// A `CreateStatsStmt`.
  func createStatistics(_ node: ParseNode) -> CreateStatistics {
    skip("statistics")
    skipHere("if", "not", "exists")
    let names = node.list("defnames")
    var statistics = CreateStatistics(name: names.isEmpty ? nil : objectName(names))
    statistics.ifNotExists = node.flag("if_not_exists")
    statistics.kinds = self.names(node.list("stat_types"))
    skip("on")
    var start = cursor
    statistics.keys = node.list("exprs").map { key in
      let end = endOfKey(start)
      defer { start = end + 1 }
      return indexKey(key, tokens: tokens(start, end))
    }
    skip("from")
    statistics.tables = node.list("relations").map(tableSource)
    return statistics
  }

  private func endOfKey(_ start: Int) -> Int {
    var index = start
    while index < statement.upperBound, !isSymbol(index, ","), !isWord(index, "from") {
      index = isSymbol(index, "(") ? text.closing(index) + 1 : index + 1
    }
    return min(max(index, start + 1), statement.upperBound)
  }

  /// A `ViewStmt`.
  ///
  /// The grammar has already rewritten `CREATE RECURSIVE VIEW` into a view with a recursive query.
  func createView(_ node: ParseNode) -> CreateView {
    skip("view")
    let name = relation(node, "view")
    let columns = names(node.list("aliases"))
    let options = node.list("options").map(option)
    skip("as")
    let query = node["query"].map(self.query) ?? Query(body: .values([]))
    let check = node.word("with_check_option")
    return CreateView(
      name: name, columns: columns, query: query,
      persistence: node["view"].map(Self.persistence) ?? .permanent,
      orReplace: node.flag("replace"), options: options,
      checkOption: check.hasPrefix("LOCAL")
        ? "LOCAL" : check.hasPrefix("CASCADED") ? "CASCADED" : nil)
  }

  /// A `RefreshMatViewStmt`.
  func refresh(_ node: ParseNode) -> RefreshMaterializedView {
    RefreshMaterializedView(
      name: relation(node), isConcurrent: node.flag("concurrent"),
      isWithoutData: node.flag("skip_data"))
  }
}
