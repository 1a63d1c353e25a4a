import SQLSyntax

extension TreeConversion {
  /// An `InsertStmt`.
  func insert(_ node: ParseNode) -> Insert {
    let with = node["with_clause"].map(withClause)
    var insert = Insert(table: relation(node), source: .defaultValues, with: with)
    insert.alias = node["relation"]?["alias"].map { take($0.text("aliasname")) }
    insert.columns = node.list("cols").map(assignmentTarget)
    closeList(of: insert.columns.count)
    if let source = node["select_stmt"] {
      skipHere("overriding", "system", "user", "value")
      insert.source = .query(query(source))
    }
    switch node.word("override") {
    case "OVERRIDING_SYSTEM_VALUE": insert.overriding = "SYSTEM"
    case "OVERRIDING_USER_VALUE": insert.overriding = "USER"
    default: break
    }
    insert.onConflict = node["on_conflict_clause"].map { [onConflict($0)] } ?? []
    insert.returning = node.list("returning_list").map(selectItem)
    return insert
  }

  /// A `ResTarget` that is assigned to.
  private func assignmentTarget(_ node: ParseNode) -> AssignmentTarget {
    move(to: node)
    let column = take(node.text("name"))
    return AssignmentTarget(column: column, path: subscripts(node.list("indirection")))
  }

  private func onConflict(_ node: ParseNode) -> OnConflict {
    move(to: node)
    let target = node["infer"].map(conflictTarget)
    guard node.word("action") == "ONCONFLICT_UPDATE" else {
      return OnConflict(target: target, action: .nothing)
    }
    return OnConflict(
      target: target,
      action: .update(
        assignments(node.list("target_list")), condition: node["where_clause"].map { operand($0) }
      ))
  }

  private func conflictTarget(_ node: ParseNode) -> ConflictTarget {
    if let name = node.optionalText("conname") {
      skip("constraint")
      return .constraint(take(name))
    }
    let keys = indexKeys(node.list("index_elems"))
    return .keys(keys, condition: node["where_clause"].map { operand($0) })
  }

  /// The targets of `SET`; those of `(a, b) = ...` come one by one with the same source.
  private func assignments(_ nodes: [ParseNode]) -> [Assignment] {
    var result: [Assignment] = []
    var index = nodes.startIndex
    while index < nodes.endIndex {
      guard let value = nodes[index]["val"] else { break }
      if value.kind == "MultiAssignRef", let source = value["source"] {
        let count = min(max(value.number("ncolumns"), 1), nodes.count - index)
        let targets = nodes[index..<index + count].map(assignmentTarget)
        closeList(of: count)
        result.append(Assignment(targets: targets, value: operand(source)))
        index += count
      } else {
        let target = assignmentTarget(nodes[index])
        result.append(Assignment(targets: [target], value: operand(value)))
        index += 1
      }
    }
    return result
  }

  /// An `UpdateStmt`.
  func update(_ node: ParseNode) -> Update {
    let with = node["with_clause"].map(withClause)
    var update = Update(table: changedTable(node), with: with)
    update.assignments = assignments(node.list("target_list"))
    update.from = node.list("from_clause").map(tableSource)
    update.condition = node["where_clause"].map { operand($0) }
    update.returning = node.list("returning_list").map(selectItem)
    return update
  }

  /// A `DeleteStmt`.
  func delete(_ node: ParseNode) -> Delete {
    let with = node["with_clause"].map(withClause)
    var delete = Delete(table: changedTable(node), with: with)
    skipHere("using")
    delete.using = node.list("using_clause").map(tableSource)
    delete.condition = node["where_clause"].map { operand($0) }
    delete.returning = node.list("returning_list").map(selectItem)
    return delete
  }

  private func changedTable(_ node: ParseNode) -> TableReference {
    node["relation"].map(tableReference) ?? TableReference(name: ObjectName(""))
  }

  /// A `TruncateStmt`.
  func truncate(_ node: ParseNode) -> Truncate {
    Truncate(
      tables: node.list("relations").map(tableReference),
      restartsIdentity: node.flag("restart_seqs"), behavior: Self.behavior(node))
  }

  /// A `DoStmt`.
  func doBlock(_ node: ParseNode) -> DoBlock {
    var block = DoBlock(body: RoutineBody(text: ""))
    var body: (text: String, token: Int)?
    for argument in node.list("args") {
      move(to: argument)
      switch argument.text("defname") {
      case "as": body = (argument["arg"]?.text("sval") ?? "", cursor)
      case "language":
        cursor += 1
        block.language = languageName(argument["arg"]?.text("sval") ?? "")
      default: break
      }
    }
    let language = block.language?.text ?? "plpgsql"
    if let body {
      block.body = routineBody(
        text: body.text, token: body.token, language: language, routine: .block)
    }
    cursor = statement.upperBound
    return block
  }

  /// A language, which may be written as a string.
  func languageName(_ name: String) -> Identifier {
    guard cursor < statement.upperBound, text.tokens[cursor].kind == .string else {
      return take(name)
    }
    defer { cursor += 1 }
    return Identifier(name, quoting: .single, place: place(tokens(cursor, cursor + 1)))
  }
}
