import SQLSyntax

extension TreeConversion {
  /// Moves the cursor behind the words for a kind of object, where they stand at it.
  func skipKind(_ kind: ObjectKind) {
    for word in kind.rawValue.asciiLowercased().split(separator: " ")
    where lowercased(cursor) == word {
      cursor += 1
    }
  }

  /// A `DropStmt`.
  func drop(_ node: ParseNode) -> StatementKind? {
    guard let kind = Self.objectKinds[node.word("remove_type")] else { return nil }
    skip("drop")
    skipKind(kind)
    skipHere("concurrently", "if", "exists")
    let objects = node.list("objects").map { objectReference($0, kind: kind) }
    return .drop(
      Drop(
        kind: kind, objects: objects, ifExists: node.flag("missing_ok"),
        behavior: Self.behavior(node), isConcurrent: node.flag("concurrent")))
  }

  /// An object as `DROP`, `COMMENT` and others name it.
  func objectReference(_ node: ParseNode, kind: ObjectKind) -> ObjectReference {
    let start = cursor
    var reference = ObjectReference(kind: kind, name: ObjectName(""))
    switch kind {
    case .trigger, .policy, .rule, .constraint, .domainConstraint:
      fillMember(&reference, node)
    case .column: fillColumn(&reference, node)
    case .cast, .transform, .operator, .operatorClass, .operatorFamily, .largeObject,
      .userMapping:
      fillText(&reference, node)
    default: fillName(&reference, node)
    }
    reference.place = place(start..<max(cursor, start))
    return reference
  }

  private func fillName(_ reference: inout ObjectReference, _ node: ParseNode) {
    switch node.kind {
    case "ObjectWithArgs": fillRoutine(&reference, node)
    case "TypeName": reference.name = typeName(node).name
    case "List": reference.name = objectName(node.list("items"))
    case "RangeVar": reference.name = relationName(node)
    default: reference.name = ObjectName(name: take(Self.string(node)))
    }
  }

  private func fillRoutine(_ reference: inout ObjectReference, _ node: ParseNode) {
    reference.name = objectName(node.list("objname"))
    guard !node.flag("args_unspecified") else { return }
    let open = cursor
    let named = node.list("objfuncargs")
    reference.parameters =
      named.isEmpty
      ? node.list("objargs").filter { $0.kind == "TypeName" }
        .map { RoutineParameter(type: typeName($0)) }
      : named.map(parameter(of:))
    if isSymbol(open, "(") { cursor = text.closing(open) + 1 }
  }

  /// `name ON owner`: the tree has the owner's parts first, the text the name.
  private func fillMember(_ reference: inout ObjectReference, _ node: ParseNode) {
    let parts = node.list("items")
    guard let last = parts.last else { return }
    reference.name = ObjectName(name: take(Self.string(last)))
    skip("on")
    if reference.kind == .domainConstraint { skipHere("domain") }
    let owner = parts.dropLast()
    if let type = owner.first, type.kind == "TypeName" {
      reference.owner = typeName(type).name
    } else {
      reference.owner = objectName(Array(owner))
    }
  }

  private func fillColumn(_ reference: inout ObjectReference, _ node: ParseNode) {
    let parts = node.list("items").map(Self.string)
    let start = cursor
    reference.owner = objectName(Array(parts.dropLast()))
    reference.name = ObjectName(name: take(parts.last ?? ""))
    span = tokens(start, cursor)
  }

  /// What has no plain name: up to the end of the statement's list, one space between tokens.
  private func fillText(_ reference: inout ObjectReference, _ node: ParseNode) {
    let start = cursor
    var end = start
    while end < statement.upperBound, !isWord(end, "is"), !isWord(end, "cascade"),
      !isWord(end, "restrict"), !isWord(end, "owner"), !isWord(end, "rename"),
      !isWord(end, "set"), !isWord(end, "to"), !isWord(end, "from")
    {
      if isSymbol(end, ",") { break }
      end = isSymbol(end, "(") ? text.closing(end) + 1 : end + 1
    }
    reference.text = tokens(start, end).map(text.string).joined(separator: " ")
    fillSpelledName(&reference, node)
    cursor = isSymbol(end, ",") ? end + 1 : end
  }

  private func fillSpelledName(_ reference: inout ObjectReference, _ node: ParseNode) {
    switch (reference.kind, node.kind) {
    case (.operator, "ObjectWithArgs"):
      reference.name = operatorObject(node.list("objname"))
    case (.operatorClass, "List"), (.operatorFamily, "List"):
      reference.name = objectName(Array(node.list("items").dropFirst()))
    default: break
    }
  }

  /// A `FunctionParameter`.
  func parameter(of node: ParseNode) -> RoutineParameter {
    let modes: [String: ParameterMode] = [
      "FUNC_PARAM_IN": .input, "FUNC_PARAM_OUT": .output, "FUNC_PARAM_INOUT": .inputOutput,
      "FUNC_PARAM_VARIADIC": .variadic, "FUNC_PARAM_TABLE": .table,
    ]
    let name = takeOptional(node.optionalText("name"))
    let type = node["arg_type"].map(typeName) ?? TypeName(name: ObjectName(""))
    return RoutineParameter(
      type: type, name: name, mode: modes[node.word("mode")],
      defaultValue: node["defexpr"].map { operand($0) })
  }

  /// A `CommentStmt`.
  func comment(_ node: ParseNode) -> StatementKind? {
    guard let kind = Self.objectKinds[node.word("objtype")], let object = node["object"] else {
      return nil
    }
    skip("on")
    skipKind(kind == .domainConstraint ? .constraint : kind)
    let reference = objectReference(object, kind: kind)
    return .comment(CommentOn(object: reference, text: node.optionalText("comment")))
  }

  static let objectKinds: [String: ObjectKind] = [
    "OBJECT_ACCESS_METHOD": .accessMethod, "OBJECT_AGGREGATE": .aggregate,
    "OBJECT_ATTRIBUTE": .attribute, "OBJECT_CAST": .cast, "OBJECT_COLUMN": .column,
    "OBJECT_COLLATION": .collation, "OBJECT_CONVERSION": .conversion,
    "OBJECT_DATABASE": .database, "OBJECT_DOMAIN": .domain,
    "OBJECT_DOMCONSTRAINT": .domainConstraint, "OBJECT_EVENT_TRIGGER": .eventTrigger,
    "OBJECT_EXTENSION": .extension, "OBJECT_FDW": .foreignDataWrapper,
    "OBJECT_FOREIGN_SERVER": .server, "OBJECT_FOREIGN_TABLE": .foreignTable,
    "OBJECT_FUNCTION": .function, "OBJECT_INDEX": .index, "OBJECT_LANGUAGE": .language,
    "OBJECT_LARGEOBJECT": .largeObject, "OBJECT_MATVIEW": .materializedView,
    "OBJECT_OPCLASS": .operatorClass, "OBJECT_OPERATOR": .operator,
    "OBJECT_OPFAMILY": .operatorFamily, "OBJECT_POLICY": .policy,
    "OBJECT_PROCEDURE": .procedure, "OBJECT_PUBLICATION": .publication, "OBJECT_ROLE": .role,
    "OBJECT_ROUTINE": .routine, "OBJECT_RULE": .rule, "OBJECT_SCHEMA": .schema,
    "OBJECT_SEQUENCE": .sequence, "OBJECT_SUBSCRIPTION": .subscription,
    "OBJECT_STATISTIC_EXT": .statistics, "OBJECT_TABCONSTRAINT": .constraint,
    "OBJECT_TABLE": .table, "OBJECT_TABLESPACE": .tablespace, "OBJECT_TRANSFORM": .transform,
    "OBJECT_TRIGGER": .trigger, "OBJECT_TSCONFIGURATION": .textSearchConfiguration,
    "OBJECT_TSDICTIONARY": .textSearchDictionary, "OBJECT_TSPARSER": .textSearchParser,
    "OBJECT_TSTEMPLATE": .textSearchTemplate, "OBJECT_TYPE": .type,
    "OBJECT_USER_MAPPING": .userMapping, "OBJECT_VIEW": .view,
  ]
}
