import SQLSyntax

extension TreeConversion {
  /// A statement of any kind, whose first token is at the cursor.
  func statementKind(_ node: ParseNode) -> StatementKind {
    let start = cursor
    let kind =
      definitionKind(node) ?? changeKind(node) ?? dataKind(node) ?? sessionKind(node)
      ?? opaqueStatement(node, from: start)
    if case .opaque = kind { return kind }
    cursor = max(cursor, start)
    return kind
  }

  /// Statements that make objects.
  private func definitionKind(_ node: ParseNode) -> StatementKind? {
    switch node.kind {
    case "CreateStmt": .createTable(createTable(node))
    case "CreateForeignTableStmt": createForeignTable(node)
    case "CreateTableAsStmt": createTableAs(node)
    case "IndexStmt": .createIndex(createIndex(node))
    case "ViewStmt": .createView(createView(node))
    case "CreateSeqStmt": .createSequence(createSequence(node))
    case "CreateSchemaStmt": .createSchema(createSchema(node))
    case "CompositeTypeStmt": .createType(createCompositeType(node))
    case "CreateEnumStmt": .createType(createEnum(node))
    case "CreateRangeStmt": .createType(createRange(node))
    case "CreateDomainStmt": .createDomain(createDomain(node))
    case "CreateExtensionStmt": .createExtension(createExtension(node))
    case "CreateFunctionStmt": .createFunction(createFunction(node))
    case "CreateTrigStmt": .createTrigger(createTrigger(node))
    case "CreateEventTrigStmt": .createEventTrigger(createEventTrigger(node))
    case "CreatePolicyStmt": .createPolicy(createPolicy(node))
    case "CreateStatsStmt": .createStatistics(createStatistics(node))
    case "DefineStmt": define(node)
    case "CreateRoleStmt": .createRole(createRole(node))
    default: nil
    }
  }

  /// Statements that change or drop objects.
  private func changeKind(_ node: ParseNode) -> StatementKind? {
    switch node.kind {
    case "AlterTableStmt": alterTable(node)
    case "AlterSeqStmt": .alterSequence(alterSequence(node))
    case "AlterEnumStmt": .alterEnum(alterEnum(node))
    case "AlterDomainStmt": alterDomain(node)
    case "AlterExtensionStmt": .alterExtension(alterExtension(node))
    case "AlterFunctionStmt": alterFunction(node)
    case "AlterPolicyStmt": .alterPolicy(alterPolicy(node))
    case "DropStmt": drop(node)
    case "RenameStmt": rename(node)
    case "AlterObjectSchemaStmt": setSchema(node)
    case "AlterOwnerStmt": setOwner(node)
    case "CommentStmt": comment(node)
    case "GrantStmt": grantStatement(node)
    case "GrantRoleStmt": .grantRole(grantRole(node))
    case "AlterDefaultPrivilegesStmt": alterDefaultPrivileges(node)
    case "AlterRoleStmt": .alterRole(alterRole(node))
    case "AlterRoleSetStmt": .alterRoleSetting(alterRoleSetting(node))
    case "DropRoleStmt": .dropRole(dropRole(node))
    case "RefreshMatViewStmt": .refreshMaterializedView(refresh(node))
    default: nil
    }
  }

  /// Statements that read and change rows, and calls.
  private func dataKind(_ node: ParseNode) -> StatementKind? {
    switch node.kind {
    case "SelectStmt": .select(query(node))
    case "InsertStmt": .insert(insert(node))
    case "UpdateStmt": .update(update(node))
    case "DeleteStmt": .delete(delete(node))
    case "TruncateStmt": .truncate(truncate(node))
    case "CallStmt": node["funccall"].map { .call(functionCall($0)) }
    case "DoStmt": .doBlock(doBlock(node))
    default: nil
    }
  }

  /// Statements about the session, transactions and upkeep.
  private func sessionKind(_ node: ParseNode) -> StatementKind? {
    switch node.kind {
    case "TransactionStmt": .transaction(transaction(node))
    case "VariableSetStmt": .set(variableSetting(node))
    case "VariableShowStmt": .show(name: node.text("name"))
    case "LockStmt": .lock(lock(node))
    case "VacuumStmt":
      node.flag("is_vacuumcmd") ? .vacuum(maintenance(node)) : .analyze(maintenance(node))
    case "ReindexStmt": .reindex(reindex(node))
    case "ExplainStmt": explain(node)
    default: nil
    }
  }
}

// MARK: Statements without a case of their own

extension TreeConversion {
  /// What starts at a token and ends with the whole statement.
  func opaqueStatement(_ node: ParseNode, from start: Int) -> StatementKind {
    let whole = tokens(start, statement.upperBound)
    let kind = leadingWords(from: start)
    let references = References(in: node, of: self)
    let names = namesOfSubject(node, from: start)
    span = whole
    return .opaque(
      OpaqueStatement(
        kind: kind, text: sourceText(whole), names: names,
        relations: references.relations, functions: references.functions,
        types: references.types, columns: references.columns))
  }

  /// A statement of which only the text is known.
  func unread(_ tokens: Range<Int>) -> Statement {
    statement = tokens
    let opaque = OpaqueStatement(
      kind: leadingWords(from: tokens.lowerBound), text: sourceText(tokens))
    return Statement(kind: .opaque(opaque), place: place(tokens))
  }

  /// `CREATE RULE`, `ALTER SYSTEM`, `COPY`: the first words in capitals.
  private func leadingWords(from start: Int) -> String {
    let first = lowercased(start)
    if first == "set", isWord(start + 1, "constraints") { return "SET CONSTRAINTS" }
    guard ["create", "alter", "drop", "import", "security", "reassign"].contains(first) else {
      return first.asciiUppercased()
    }
    var words = [first]
    var index = start + 1
    while words.count < 4, index < statement.upperBound {
      let word = lowercased(index)
      if word == "or", isWord(index + 1, "replace") {
        index += 2
        continue
      }
      guard Self.kindWords.contains(word) else { break }
      words.append(word)
      index += 1
    }
    return words.joined(separator: " ").asciiUppercased()
  }

  private static let kindWords: Set<String> = [
    "access", "cast", "class", "configuration", "conversion", "data", "database", "default",
    "dictionary", "event", "extension", "family", "foreign", "function", "group", "index",
    "label", "language", "large", "mapping", "materialized", "method", "object", "operator",
    "owned", "parser", "procedural", "publication", "routine", "rule", "schema", "search",
    "server", "statistics", "subscription", "system", "table", "tablespace", "template", "text",
    "transform", "trigger", "trusted", "type", "user", "view", "wrapper",
  ]

  /// The object a statement is about, from the fields in which the grammar keeps it.
  private func namesOfSubject(_ node: ParseNode, from start: Int) -> [ObjectName] {
    cursor = start
    for field in Self.subjectFields[node.kind] ?? [] {
      let name = node.text(field)
      if !name.isEmpty { return [ObjectName(name: take(name))] }
    }
    if let field = Self.subjectLists[node.kind] { return [objectName(node.list(field))] }
    return []
  }

  private static let subjectFields: [String: [StaticString]] = [
    "RuleStmt": ["rulename"], "CreatePLangStmt": ["plname"], "CreateFdwStmt": ["fdwname"],
    "AlterFdwStmt": ["fdwname"], "CreateForeignServerStmt": ["servername"],
    "AlterForeignServerStmt": ["servername"], "CreateUserMappingStmt": ["servername"],
    "AlterUserMappingStmt": ["servername"], "DropUserMappingStmt": ["servername"],
    "CreatePublicationStmt": ["pubname"], "AlterPublicationStmt": ["pubname"],
    "CreateSubscriptionStmt": ["subname"], "AlterSubscriptionStmt": ["subname"],
    "DropSubscriptionStmt": ["subname"], "CreatedbStmt": ["dbname"], "DropdbStmt": ["dbname"],
    "AlterDatabaseStmt": ["dbname"], "AlterDatabaseSetStmt": ["dbname"],
    "CreateTableSpaceStmt": ["tablespacename"], "DropTableSpaceStmt": ["tablespacename"],
    "AlterTableSpaceOptionsStmt": ["tablespacename"], "CreateAmStmt": ["amname"],
    "AlterEventTrigStmt": ["trigname"], "AlterExtensionContentsStmt": ["extname"],
    "PrepareStmt": ["name"], "ExecuteStmt": ["name"], "DeallocateStmt": ["name"],
    "DeclareCursorStmt": ["portalname"], "FetchStmt": ["portalname"],
    "ClosePortalStmt": ["portalname"], "NotifyStmt": ["conditionname"],
    "ListenStmt": ["conditionname"], "UnlistenStmt": ["conditionname"],
    "ImportForeignSchemaStmt": ["server_name"],
  ]

  private static let subjectLists: [String: StaticString] = [
    "CreateConversionStmt": "conversion_name", "CreateOpClassStmt": "opclassname",
    "CreateOpFamilyStmt": "opfamilyname", "AlterOpFamilyStmt": "opfamilyname",
    "AlterTypeStmt": "type_name", "AlterStatsStmt": "defnames", "AlterCollationStmt": "collname",
    "AlterTSDictionaryStmt": "dictname", "AlterTSConfigurationStmt": "cfgname",
  ]
}
