import SQLSyntax

extension TreeConversion {
  /// A `CreateStmt`.
  func createTable(_ node: ParseNode) -> CreateTable {
    skip("create")
    skip("table")
    skipHere("if", "not", "exists")
    var table = CreateTable(name: relation(node))
    table.persistence = node["relation"].map(Self.persistence) ?? .permanent
    table.ifNotExists = node.flag("if_not_exists")
    table.ofType = node["of_typename"].map(typeName)
    let bound = node["partbound"]
    if bound != nil { table.partitionOf = partitionOf(node) }
    table.elements = node.list("table_elts").map(tableElement)
    if let bound { table.partitionOf?.bound = partitionBound(bound) }
    if bound == nil { table.inherits = node.list("inh_relations").map(relationName) }
    table.partitionBy = node["partspec"].map(partitionBy)
    if let method = node.optionalText("access_method") {
      skip("using")
      table.accessMethod = take(method)
    }
    table.options = node.list("options").map(option)
    table.onCommit = Self.onCommit(node.word("oncommit"))
    table.tablespace = takeTablespace(node.optionalText("tablespacename"))
    return table
  }

  private func takeTablespace(_ name: String?) -> Identifier? {
    guard name != nil else { return nil }
    skip("tablespace")
    return takeOptional(name)
  }

  static func onCommit(_ word: String) -> OnCommitAction? {
    switch word {
    case "ONCOMMIT_PRESERVE_ROWS": .preserveRows
    case "ONCOMMIT_DELETE_ROWS": .deleteRows
    case "ONCOMMIT_DROP": .drop
    default: nil
    }
  }

  /// The parent comes first; the bound stands behind the elements and is filled in there.
  private func partitionOf(_ node: ParseNode) -> PartitionOf {
    let parent = node.list("inh_relations").first.map(relationName) ?? ObjectName("")
    return PartitionOf(parent: parent, bound: .defaultPartition)
  }

  private func tableElement(_ node: ParseNode) -> TableElement {
    switch node.kind {
    case "Constraint": .constraint(constraint(node))
    case "TableLikeClause": .like(likeTable(node))
    default: .column(columnDefinition(node))
    }
  }

  /// A `TableLikeClause`, whose options are bits in the order of the manual's words.
  private func likeTable(_ node: ParseNode) -> LikeTable {
    let words = [
      "COMMENTS", "COMPRESSION", "CONSTRAINTS", "DEFAULTS", "GENERATED", "IDENTITY", "INDEXES",
      "STATISTICS", "STORAGE",
    ]
    let bits = node.number("options")
    let chosen = words.enumerated().filter { bits & 1 << $0.offset != 0 }.map(\.element)
    return LikeTable(
      table: relation(node), including: chosen.count == words.count ? ["ALL"] : chosen)
  }

  /// A `PartitionSpec`.
  private func partitionBy(_ node: ParseNode) -> PartitionBy {
    move(to: node)
    skip("by")
    let ranges = itemsOfNextParentheses()
    let keys = node.list("part_params").enumerated().map { index, key in
      indexKey(key, tokens: ranges.indices.contains(index) ? ranges[index] : nil)
    }
    return PartitionBy(strategy: node.text("strategy").asciiUppercased(), keys: keys)
  }

  /// A `PartitionBoundSpec`.
  func partitionBound(_ node: ParseNode) -> PartitionBound {
    move(to: node)
    if node.flag("is_default") { return .defaultPartition }
    switch node.text("strategy") {
    case "h":
      return .hash(modulus: node.number("modulus"), remainder: node.number("remainder"))
    case "r":
      return .range(
        from: node.list("lowerdatums").map { operand($0) },
        to: node.list("upperdatums").map { operand($0) })
    default: return .list(node.list("listdatums").map { operand($0) })
    }
  }

  private func createForeignTableBase(_ node: ParseNode) -> CreateTable {
    var table = node["base_stmt"].map(createTable) ?? CreateTable(name: ObjectName(""))
    skip("server")
    table.server = take(node.text("servername"))
    table.options = node.list("options").map(option)
    return table
  }

  /// A `CreateForeignTableStmt`.
  func createForeignTable(_ node: ParseNode) -> StatementKind {
    .createTable(createForeignTableBase(node))
  }

  /// A `CreateTableAsStmt`: a table, or a materialized view.
  func createTableAs(_ node: ParseNode) -> StatementKind {
    guard let into = node["into"], let source = node["query"] else {
      return opaqueStatement(node, from: cursor)
    }
    skip("create")
    let isView = node.word("objtype") == "OBJECT_MATVIEW"
    if isView { skip("view") } else { skip("table") }
    skipHere("if", "not", "exists")
    let name = into["rel"].map(relationName) ?? ObjectName("")
    let columns = names(into.list("col_names"))
    var method: Identifier?
    if let text = into.optionalText("access_method") {
      skip("using")
      method = take(text)
    }
    let options = into.list("options").map(option)
    let tablespace = takeTablespace(into.optionalText("table_space_name"))
    skip("as")
    let inner = tokens(cursor, statement.upperBound)
    let kind = statementKind(source)
    if isView, case .select(let query) = kind {
      return .createView(
        CreateView(
          name: name, columns: columns, query: query, isMaterialized: true,
          ifNotExists: node.flag("if_not_exists"), options: options,
          isWithoutData: into.flag("skip_data"), accessMethod: method, tablespace: tablespace))
    }
    let end = span.upperBound > inner.lowerBound ? span.upperBound : inner.upperBound
    return .createTableAs(
      CreateTableAs(
        name: name, columns: columns,
        source: Statement(kind: kind, place: place(tokens(inner.lowerBound, end))),
        persistence: into["rel"].map(Self.persistence) ?? .permanent,
        ifNotExists: node.flag("if_not_exists"), isWithoutData: into.flag("skip_data"),
        accessMethod: method, options: options,
        onCommit: Self.onCommit(into.word("on_commit")), tablespace: tablespace))
  }
}
