import SQLSyntax

extension EffectCollector {
  mutating func collect(_ expression: SQLExpression) {
    switch expression.kind {
    case .column(let column): refer(to: column)
    case .call(let call): collect(call)
    case .cast(let value, let type): collectCast(of: value, to: type)
    case .inQuery(let value, let query, _), .quantifiedQuery(let value, _, _, let query):
      collect(value)
      collect(query)
    case .subquery(let query), .exists(let query), .arrayQuery(let query): collect(query)
    case .inTable(let value, let source, _):
      collect(value)
      withScope(QueryScope(sources: [])) { $0.addSource(source) }
    case .collate(let value, let name):
      collect(value)
      referToCollation(name)
    case .opaque(let syntax): collect(syntax)
    default: collectChildren(of: expression.kind)
    }
  }

  /// Goes down through nodes that bring no names of their own.
  private mutating func collectChildren(of node: any SyntaxNode) {
    var expressions: [SQLExpression] = []
    var others: [any SyntaxNode] = []
    node.forEachChild { child in
      if let expression = child as? SQLExpression {
        expressions.append(expression)
      } else {
        others.append(child)
      }
    }
    for expression in expressions { collect(expression) }
    for other in others { collectChildren(of: other) }
  }

  mutating func collect(_ call: FunctionCall) {
    referToFunction(call.name, .unlessBuiltIn)
    for argument in call.arguments { collect(argument.value) }
    for item in call.orderBy { collect(item.expression) }
    if let filter = call.filter { collect(filter) }
    if case .inline(let window)? = call.over { collectParts(of: window) }
    referToSequence(of: call)
    followSearchPath(call)
  }

  mutating func collectParts(of window: WindowDefinition) {
    for key in window.partitionBy { collect(key) }
    for item in window.orderBy { collect(item.expression) }
  }

  /// `nextval('name')` looks the sequence up at once where the name is constant.
  private mutating func referToSequence(of call: FunctionCall) {
    let functions: Set<String> = ["nextval", "currval", "setval"]
    guard dialect == .postgresql, functions.contains(key(call.name.name)),
      let argument = call.arguments.first?.value, case .literal(.string(let text)) = argument.kind
    else { return }
    referToRelation(written: text, as: .sequence, at: argument.place.range)
  }

  private mutating func collectCast(of value: SQLExpression, to type: TypeName) {
    referToType(type)
    guard case .literal(.string(let text)) = value.kind, dialect == .postgresql else {
      return collect(value)
    }
    let name = key(type.name.name)
    if name == "regclass" {
      referToRelation(written: text, as: .table, at: value.place.range)
    } else if type.name.schema == nil, type.arrayBounds.isEmpty, !BuiltInNames.isType(name) {
      referToEnumValue(text, of: candidates(.type, type.name), at: value.place.range)
    }
  }

  /// A relation's name inside a string, as `regclass` reads it.
  private mutating func referToRelation(
    written text: String, as type: DependencyType, at range: SourceRange?
  ) {
    guard let name = ObjectName.reading(text) else { return }
    addReference(to: candidates(.relation, name), type: type, at: range)
  }

  /// `set_config('search_path', 'names', false)` is SET by another name.
  private mutating func followSearchPath(_ call: FunctionCall) {
    guard key(call.name.name) == "set_config", call.arguments.count == 3,
      case .literal(.string("search_path")) = call.arguments[0].value.kind,
      case .literal(.string(let path)) = call.arguments[1].value.kind
    else { return }
    searchPath = path.split(separator: ",").compactMap {
      ObjectName.reading(String($0))?.name.text
    }
  }

  mutating func collect(_ syntax: OpaqueSyntax) {
    lenient(.possible) { collector in
      for name in syntax.relations { collector.referToRelation(name) }
      for name in syntax.functions { collector.referToFunction(name, .unlessBuiltIn) }
      for name in syntax.types { collector.referToType(named: name, at: name.range) }
    }
  }
}

extension ObjectName {
  /// Reads `schema.name` as PostgreSQL does inside strings; `nil` where it is no name.
  static func reading(_ text: String) -> ObjectName? {
    var parts: [Identifier] = []
    var current = ""
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "." where !isQuoted:
        parts.append(Identifier(current))
        current = ""
      case " " where !isQuoted, "\t" where !isQuoted: break
      default: current += isQuoted ? String(character) : String(character).asciiLowercased()
      }
    }
    parts.append(Identifier(current))
    guard let name = parts.last, parts.count <= 3, !parts.contains(where: \.text.isEmpty) else {
      return nil
    }
    return ObjectName(name: name, schema: parts.dropLast().last)
  }
}
