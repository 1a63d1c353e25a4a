import SQLSyntax

extension TreeConversion {
  /// A `CompositeTypeStmt`.
  func createCompositeType(_ node: ParseNode) -> CreateType {
    let name = relation(node, "typevar")
    return CreateType(
      name: name, definition: .composite(node.list("coldeflist").map(columnDefinition)))
  }

  /// A `CreateEnumStmt`.
  func createEnum(_ node: ParseNode) -> CreateType {
    skip("type")
    let name = objectName(node.list("type_name"))
    let labels = node.list("vals").map { EnumLabel(text: Self.string($0), place: takeString()) }
    return CreateType(name: name, definition: .enumeration(labels))
  }

  /// A `CreateRangeStmt`.
  func createRange(_ node: ParseNode) -> CreateType {
    skip("type")
    let name = objectName(node.list("type_name"))
    return CreateType(name: name, definition: .range(node.list("params").map(option)))
  }

  /// An `AlterEnumStmt`.
  func alterEnum(_ node: ParseNode) -> AlterEnum {
    skip("type")
    let name = objectName(node.list("type_name"))
    if let old = node.optionalText("old_val") {
      let from = EnumLabel(text: old, place: takeString())
      let to = EnumLabel(text: node.text("new_val"), place: takeString())
      return AlterEnum(name: name, change: .rename(from, to: to))
    }
    let label = EnumLabel(text: node.text("new_val"), place: takeString())
    var position: EnumPosition?
    if let neighbour = node.optionalText("new_val_neighbor") {
      let other = EnumLabel(text: neighbour, place: takeString())
      position = node.flag("new_val_is_after") ? .after(other) : .before(other)
    }
    return AlterEnum(
      name: name,
      change: .add(label, ifNotExists: node.flag("skip_if_new_val_exists"), position: position))
  }

  /// A `CreateDomainStmt`.
  func createDomain(_ node: ParseNode) -> CreateDomain {
    skip("domain")
    let name = objectName(node.list("domainname"))
    let type = node["type_name"].map(typeName) ?? TypeName(name: ObjectName(""))
    var domain = CreateDomain(name: name, type: type)
    if let clause = node["coll_clause"] {
      move(to: clause)
      domain.collation = objectName(clause.list("collname"))
    }
    domain.constraints = columnConstraints(node.list("constraints"))
    return domain
  }

  /// An `AlterDomainStmt`, whose subtype is a letter.
  func alterDomain(_ node: ParseNode) -> StatementKind? {
    skip("domain")
    let name = objectName(node.list("type_name"))
    guard let action = domainAction(node) else { return nil }
    return .alterDomain(AlterDomain(name: name, action: action))
  }

  private func domainAction(_ node: ParseNode) -> DomainAction? {
    switch node.text("subtype") {
    case "T": return node["def"].map { .setDefault(operand($0)) } ?? .dropDefault
    case "N": return .dropNotNull
    case "O": return .setNotNull
    case "C": return node["def"].map { .addConstraint(constraint($0)) }
    case "X":
      skip("constraint")
      skipHere("if", "exists")
      return .dropConstraint(
        take(node.text("name")), ifExists: node.flag("missing_ok"), behavior: Self.behavior(node))
    case "V":
      skip("constraint")
      return .validateConstraint(take(node.text("name")))
    default: return nil
    }
  }

  /// A `CreateExtensionStmt`.
  func createExtension(_ node: ParseNode) -> CreateExtension {
    skip("extension")
    skipHere("if", "not", "exists")
    var result = CreateExtension(
      name: take(node.text("extname")), ifNotExists: node.flag("if_not_exists"))
    for option in node.list("options") {
      move(to: option)
      let value = option["arg"]?.kind == "String" ? option["arg"]?.text("sval") ?? "" : ""
      switch option.text("defname") {
      case "schema":
        cursor += 1
        result.schema = take(value)
      case "new_version": result.version = value
      case "cascade": result.isCascade = true
      default: break
      }
    }
    return result
  }

  /// An `AlterExtensionStmt`.
  func alterExtension(_ node: ParseNode) -> AlterExtension {
    skip("extension")
    let name = take(node.text("extname"))
    let version = node.list("options").first { $0.text("defname") == "new_version" }
    return AlterExtension(name: name, version: version?["arg"]?.text("sval"))
  }

  /// A `CreateSchemaStmt`.
  func createSchema(_ node: ParseNode) -> CreateSchema {
    skip("schema")
    skipHere("if", "not", "exists")
    var schema = CreateSchema(name: takeOptional(node.optionalText("schemaname")))
    schema.owner = node["authrole"].map(role)
    schema.ifNotExists = node.flag("if_not_exists")
    schema.elements = schemaElements(node.list("schema_elts"))
    return schema
  }

  /// The statements inside `CREATE SCHEMA` have nothing between them; each starts at its verb.
  private func schemaElements(_ nodes: [ParseNode]) -> [Statement] {
    let outer = statement
    defer { statement = outer }
    let starts = schemaElementStarts(from: cursor, end: outer.upperBound)
    return nodes.enumerated().map { index, node in
      let start = starts.indices.contains(index) ? starts[index] : cursor
      let end = starts.indices.contains(index + 1) ? starts[index + 1] : outer.upperBound
      statement = tokens(start, max(end, start))
      cursor = start
      let kind = statementKind(node)
      return Statement(kind: kind, place: place(statement))
    }
  }

  private func schemaElementStarts(from start: Int, end: Int) -> [Int] {
    var starts: [Int] = []
    var index = start
    while index < end {
      if isSymbol(index, "(") {
        index = text.closing(index) + 1
        continue
      }
      if isWord(index, "create") || (isWord(index, "grant") && !isWord(index - 1, "with")) {
        starts.append(index)
      }
      index += 1
    }
    return starts
  }

  /// A `CreateSeqStmt`.
  func createSequence(_ node: ParseNode) -> CreateSequence {
    CreateSequence(
      name: relation(node, "sequence"),
      persistence: node["sequence"].map(Self.persistence) ?? .permanent,
      ifNotExists: node.flag("if_not_exists"),
      options: node.list("options").compactMap(sequenceOption))
  }

  /// An `AlterSeqStmt`.
  func alterSequence(_ node: ParseNode) -> AlterSequence {
    AlterSequence(
      name: relation(node, "sequence"), ifExists: node.flag("missing_ok"),
      options: node.list("options").compactMap(sequenceOption))
  }

  /// A `DefineStmt`; base types go to `CREATE TYPE`.
  func define(_ node: ParseNode) -> StatementKind? {
    guard let kind = Self.objectKinds[node.word("kind")] else { return nil }
    skip("create")
    skipHere("or", "replace")
    skipKind(kind)
    skipHere("if", "not", "exists")
    let name =
      kind == .operator
      ? operatorObject(node.list("defnames")) : objectName(node.list("defnames"))
    if kind == .type { return .createType(baseType(name, node)) }
    var definition = Definition(kind: kind, name: name)
    definition.orReplace = node.flag("replace")
    definition.ifNotExists = node.flag("if_not_exists")
    setAggregateArguments(of: &definition, node)
    let options = node.list("definition")
    if options.count == 1, options[0].text("defname") == "from", isWord(cursor, "from") {
      cursor += 1
      definition.copiedFrom = options[0]["arg"].map { objectName($0.list("items")) }
    } else {
      definition.options = options.map(option)
    }
    return .define(definition)
  }

  private func baseType(_ name: ObjectName, _ node: ParseNode) -> CreateType {
    let options = node.list("definition")
    return CreateType(
      name: name, definition: options.isEmpty ? .shell : .base(options.map(option)))
  }

  /// The arguments come as a list and the number of direct ones, -1 for a plain aggregate.
  private func setAggregateArguments(of definition: inout Definition, _ node: ParseNode) {
    guard definition.kind == .aggregate, !node.flag("oldstyle") else { return }
    let parts = node.list("args")
    let direct = parts.count > 1 && parts[1].kind == "Integer" ? parts[1].number("ival") : -1
    let parameters = parts.first?.kind == "List" ? parts[0].list("items") : []
    definition.isStar = parameters.isEmpty && direct < 0
    definition.parameters = definition.isStar ? nil : parameters.map(parameter(of:))
    definition.directParameters = direct < 0 ? nil : direct
  }
}
