import SQLSyntax

extension TreeConversion {
  /// An `AlterTableStmt`; `nil` for a kind of relation that the tree does not know.
  func alterTable(_ node: ParseNode) -> StatementKind? {
    guard let kind = Self.objectKinds[node.word("objtype")] else { return nil }
    skip("alter")
    let name = relation(node)
    // A composite type's name has no ONLY, and nothing in the flag's place.
    let isType = node.word("objtype") == "OBJECT_TYPE"
    let isOnly = !isType && node["relation"].map { !$0.flag("inh") } ?? false
    if operatorIs(cursor, "*") || isSymbol(cursor, ")") { cursor += 1 }
    var start = cursor
    let actions = node.list("cmds").map { command in
      let end = endOfElement(from: start)
      defer { start = end + 1 }
      return alterTableAction(command, tokens: tokens(start, end))
    }
    return .alterTable(
      AlterTable(
        object: kind, name: name, ifExists: node.flag("missing_ok"), isOnly: isOnly,
        actions: actions))
  }

  private func alterTableAction(_ node: ParseNode, tokens: Range<Int>) -> AlterTableAction {
    let whole = self.tokens(min(tokens.lowerBound, statement.upperBound), tokens.upperBound)
    cursor = whole.lowerBound
    let kind =
      columnAction(node) ?? constraintAction(node) ?? triggerAction(node)
      ?? tableAction(node) ?? partitionAction(node) ?? opaqueAction(node, tokens: whole)
    cursor = whole.upperBound
    span = whole
    return AlterTableAction(kind: kind, place: place(whole))
  }

  private func opaqueAction(_ node: ParseNode, tokens: Range<Int>) -> AlterTableActionKind {
    let references = References(in: node, of: self)
    return .opaque(
      OpaqueSyntax(
        kind: node.word("subtype"), text: sourceText(tokens), relations: references.relations,
        functions: references.functions, types: references.types))
  }

  private func columnAction(_ node: ParseNode) -> AlterTableActionKind? {
    let word = node.word("subtype")
    let def = node["def"]
    if word == "AT_AddColumn", let def {
      return .addColumn(
        columnDefinition(def), ifNotExists: node.flag("missing_ok"),
        behavior: Self.behavior(node))
    }
    guard Self.columnActions.contains(word) else { return nil }
    let column = actionName(node)
    switch word {
    case "AT_DropColumn":
      return .dropColumn(
        column, ifExists: node.flag("missing_ok"), behavior: Self.behavior(node))
    case "AT_ColumnDefault":
      return def.map { .setDefault(column, operand($0)) } ?? .dropDefault(column)
    case "AT_AlterColumnType": return def.map { .alterColumnType(columnType(node, column, $0)) }
    case "AT_SetNotNull": return .setNotNull(column)
    case "AT_DropNotNull": return .dropNotNull(column)
    case "AT_DropExpression":
      return .dropExpression(column, ifExists: node.flag("missing_ok"))
    case "AT_AddIdentity":
      return .addIdentity(
        column, isAlways: def?.text("generated_when") == "a",
        def?.list("options").compactMap(sequenceOption) ?? [])
    case "AT_SetIdentity": return setIdentity(column, def?.list("items") ?? [])
    case "AT_DropIdentity": return .dropIdentity(column, ifExists: node.flag("missing_ok"))
    case "AT_SetStatistics": return .setStatistics(column, def?.number("ival") ?? -1)
    case "AT_SetStorage": return .setStorage(column, Self.word(def).asciiUppercased())
    case "AT_SetCompression": return .setCompression(column, Self.word(def))
    case "AT_SetOptions": return .setColumnOptions(column, optionList(def))
    case "AT_ResetOptions": return .resetColumnOptions(column, optionList(def))
    default: return nil
    }
  }

  private static let columnActions: Set<String> = [
    "AT_DropColumn", "AT_ColumnDefault", "AT_AlterColumnType", "AT_SetNotNull",
    "AT_DropNotNull", "AT_DropExpression", "AT_AddIdentity", "AT_SetIdentity",
    "AT_DropIdentity", "AT_SetStatistics", "AT_SetStorage", "AT_SetCompression",
    "AT_SetOptions", "AT_ResetOptions",
  ]

  private static func word(_ node: ParseNode?) -> String { node.map(string) ?? "" }

  /// The column, constraint or trigger after the action's first words.
  private func actionName(_ node: ParseNode) -> Identifier {
    cursor += 1
    skipHere("column", "attribute", "constraint", "if", "exists")
    guard let name = node.optionalText("name") else {
      // A column of an index goes by its number.
      return Identifier(String(node.number("num")), place: place(tokens(cursor, cursor + 1)))
    }
    return take(name)
  }

  private func columnType(
    _ node: ParseNode, _ column: Identifier, _ definition: ParseNode
  ) -> AlterColumnType {
    let type = definition["type_name"].map(typeName) ?? TypeName(name: ObjectName(""))
    var collation: ObjectName?
    if let clause = definition["coll_clause"] {
      move(to: clause)
      collation = objectName(clause.list("collname"))
    }
    return AlterColumnType(
      column: column, type: type, collation: collation,
      using: definition["raw_default"].map { operand($0) }, behavior: Self.behavior(node))
  }

  private func setIdentity(
    _ column: Identifier, _ nodes: [ParseNode]
  ) -> AlterTableActionKind {
    var isAlways: Bool?
    for node in nodes where node.text("defname") == "generated" {
      isAlways = node["arg"]?.number("ival") == Int(UInt8(ascii: "a"))
    }
    return .setIdentity(column, isAlways: isAlways, nodes.compactMap(sequenceOption))
  }

  private func optionList(_ node: ParseNode?) -> [DefinitionOption] {
    node?.list("items").map(option) ?? []
  }

  private func constraintAction(_ node: ParseNode) -> AlterTableActionKind? {
    let def = node["def"]
    switch node.word("subtype") {
    case "AT_AddConstraint": return def.map { .addConstraint(constraint($0)) }
    case "AT_AlterConstraint":
      skip("constraint")
      let name = take(def?.text("conname") ?? "")
      var deferral = Deferral()
      deferral.isDeferrable = def?.flag("deferrable") == true ? true : nil
      deferral.isInitiallyDeferred = def?.flag("initdeferred") == true ? true : nil
      return .alterConstraint(name, deferral)
    case "AT_ValidateConstraint": return .validateConstraint(actionName(node))
    case "AT_DropConstraint":
      return .dropConstraint(
        actionName(node), ifExists: node.flag("missing_ok"), behavior: Self.behavior(node))
    default: return nil
    }
  }

  private func triggerAction(_ node: ParseNode) -> AlterTableActionKind? {
    let word = node.word("subtype")
    guard let state = Self.triggerStates[word] else { return nil }
    if word.hasSuffix("TrigAll") { return .setTrigger(.all, state) }
    if word.hasSuffix("TrigUser") { return .setTrigger(.user, state) }
    let isRule = word.hasSuffix("Rule")
    if isRule { skip("rule") } else { skip("trigger") }
    let name = take(node.text("name"))
    return isRule ? .setRule(name, state) : .setTrigger(.named(name), state)
  }

  private static let triggerStates: [String: TriggerState] = [
    "AT_EnableTrig": .enabled, "AT_EnableAlwaysTrig": .always, "AT_EnableReplicaTrig": .replica,
    "AT_DisableTrig": .disabled, "AT_EnableTrigAll": .enabled, "AT_DisableTrigAll": .disabled,
    "AT_EnableTrigUser": .enabled, "AT_DisableTrigUser": .disabled, "AT_EnableRule": .enabled,
    "AT_EnableAlwaysRule": .always, "AT_EnableReplicaRule": .replica, "AT_DisableRule": .disabled,
  ]

  private func tableAction(_ node: ParseNode) -> AlterTableActionKind? {
    let def = node["def"]
    switch node.word("subtype") {
    case "AT_EnableRowSecurity": return .setRowSecurity(.enable)
    case "AT_DisableRowSecurity": return .setRowSecurity(.disable)
    case "AT_ForceRowSecurity": return .setRowSecurity(.force)
    case "AT_NoForceRowSecurity": return .setRowSecurity(.noForce)
    case "AT_ClusterOn":
      skip("on")
      return .clusterOn(take(node.text("name")))
    case "AT_DropCluster": return .setWithoutCluster
    case "AT_DropOids": return .setWithoutOIDs
    case "AT_SetLogged": return .setLogged(true)
    case "AT_SetUnLogged": return .setLogged(false)
    case "AT_SetAccessMethod":
      skip("method")
      return .setAccessMethod(take(node.text("name")))
    case "AT_SetTableSpace":
      skip("tablespace")
      return .setTablespace(take(node.text("name")))
    case "AT_SetRelOptions": return .setOptions(optionList(def))
    case "AT_ResetRelOptions": return .resetOptions(optionList(def))
    case "AT_ChangeOwner": return node["newowner"].map { .setOwner(role($0)) }
    case "AT_ReplicaIdentity": return def.map { .replicaIdentity(replicaIdentity($0)) }
    default: return nil
    }
  }

  private func replicaIdentity(_ node: ParseNode) -> ReplicaIdentity {
    switch node.text("identity_type") {
    case "n": return .nothing
    case "f": return .full
    case "i":
      skip("index")
      return .index(take(node.text("name")))
    default: return .defaultKey
    }
  }

  private func partitionAction(_ node: ParseNode) -> AlterTableActionKind? {
    guard let def = node["def"] else {
      return node.word("subtype") == "AT_DropOf" ? .notOfType : nil
    }
    switch node.word("subtype") {
    case "AT_AddInherit": return .inherit(relationName(def))
    case "AT_DropInherit": return .noInherit(relationName(def))
    case "AT_AddOf": return .ofType(typeName(def))
    case "AT_AttachPartition":
      return .attachPartition(relation(def, "name"), def["bound"].map(partitionBound))
    case "AT_DetachPartition":
      return .detachPartition(
        relation(def, "name"), mode: def.flag("concurrent") ? .concurrently : .plain)
    case "AT_DetachPartitionFinalize":
      return .detachPartition(relation(def, "name"), mode: .finalize)
    default: return nil
    }
  }
}
