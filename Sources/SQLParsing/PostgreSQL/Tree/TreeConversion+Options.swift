import SQLSyntax

extension TreeConversion {
  /// A `DefElem`.
  func option(_ node: ParseNode) -> DefinitionOption {
    move(to: node)
    return DefinitionOption(
      name: node.text("defname"), value: node["arg"].map(optionValue),
      namespace: node.optionalText("defnamespace"))
  }

  /// What the grammar gives as an option's value.
  func optionValue(_ node: ParseNode) -> OptionValue {
    switch node.kind {
    case "String": .string(node.text("sval"))
    case "Integer": .number(String(node.number("ival")))
    case "Float": .number(node.text("fval"))
    case "Boolean": .boolean(node.flag("boolval"))
    case "TypeName": typeValue(node)
    case "List": listValue(node.list("items"))
    case "RoleSpec": .role(role(node))
    case "VariableSetStmt": .setting(variableSetting(node))
    default: .expression(operand(node))
    }
  }

  /// A bare word comes as a type; it is one only if it has what names have not.
  private func typeValue(_ node: ParseNode) -> OptionValue {
    let type = typeName(node)
    let isName =
      type.modifiers.isEmpty && type.arrayBounds.isEmpty && !type.isSetOf
      && type.columnOfType == nil && type.name.schema?.text != "pg_catalog"
    return isName ? .name(type.name) : .type(type)
  }

  /// A list of strings is an operator's name if its last part is spelt with operator characters.
  private func listValue(_ items: [ParseNode]) -> OptionValue {
    let parts = items.map(Self.string)
    if items.allSatisfy({ $0.kind == "String" }), let last = parts.last?.utf8.first,
      last.isSQLOperator
    {
      return .operatorName(operatorName(items))
    }
    return .list(items.map(optionValue))
  }

  /// A `DefElem` of a sequence; `nil` for what is no option of sequences.
  func sequenceOption(_ node: ParseNode) -> SequenceOption? {
    move(to: node)
    let value = node["arg"]
    switch node.text("defname") {
    case "as": return value.map { .type(typeName($0)) }
    case "increment": return .increment(Self.digits(value) ?? "1")
    case "minvalue": return .minimum(Self.digits(value))
    case "maxvalue": return .maximum(Self.digits(value))
    case "start": return .start(Self.digits(value) ?? "1")
    case "restart": return .restart(Self.digits(value))
    case "cache": return .cache(Self.digits(value) ?? "1")
    case "cycle": return .cycle(value?.flag("boolval") ?? false)
    case "owned_by": return .ownedBy(value.flatMap(owner))
    case "sequence_name": return value.map { .name(objectName($0.list("items"))) }
    case "logged": return .logged(true)
    case "unlogged": return .logged(false)
    default: return nil
    }
  }

  private static func digits(_ node: ParseNode?) -> String? {
    guard let node else { return nil }
    switch node.kind {
    case "Integer": return String(node.number("ival"))
    case "Float": return node.text("fval")
    default: return nil
    }
  }

  private func owner(_ node: ParseNode) -> ColumnReference? {
    let parts = node.list("items").map(Self.string)
    guard parts.count > 1 else { return nil }
    skip("by")
    let name = objectName(parts)
    return ColumnReference(parts: [name.catalog, name.schema, name.name].compactMap { $0 })
  }

  static func behavior(_ node: ParseNode) -> DropBehavior? {
    node.word("behavior") == "DROP_CASCADE" ? .cascade : nil
  }
}
