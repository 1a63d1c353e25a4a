import SQLSyntax

extension EffectCollector {
  func function(_ name: ObjectName, signature: String) -> SchemaObject {
    SchemaObject(
      .function, schema: creationSchema(name), owner: signature, name: key(name.name))
  }

  /// The types that tell a function from its namesakes.
  func signature(of parameters: [RoutineParameter]) -> String {
    let inputs = parameters.filter { $0.mode != .output && $0.mode != .table }
    let types = inputs.map { parameter in
      let type = parameter.type
      let isBuiltIn = type.name.schema?.text == "pg_catalog" || type.name.schema == nil
      let name = isBuiltIn ? type.name.name.text : type.name.description
      return name + String(repeating: "[]", count: type.arrayBounds.count)
    }
    return "(" + types.joined(separator: ", ") + ")"
  }

  mutating func collect(_ function: CreateFunction) {
    referToSchema(of: function.name)
    for parameter in function.parameters {
      referToType(parameter.type)
      if let value = parameter.defaultValue { collect(value) }
    }
    if let type = function.returns, key(type.name.name) != "trigger" { referToType(type) }
    collectBody(of: function)
    add(
      .create(function.orReplace ? .orReplace : .plain),
      self.function(function.name, signature: signature(of: function.parameters)),
      type: .function, at: function.name.range)
  }

  /// PostgreSQL reads SQL bodies when the function is created, and no others.
  private mutating func collectBody(of function: CreateFunction) {
    guard let body = function.body else { return }
    let outerNames = localNames
    let outerPath = searchPath
    localNames.formUnion(function.parameters.compactMap { $0.name.map { key($0) } })
    localNames.insert(key(function.name.name))
    followSearchPath(function.options)
    for statement in body.atomic ?? [] { collect(statement) }
    if let result = body.result { collect(result) }
    let isChecked = function.language.map { key($0) } == "sql"
    if isChecked, checksBodies {
      collectStatements(body)
    } else {
      lenient(.deferred) { $0.collectStatements(body) }
    }
    localNames = outerNames
    searchPath = outerPath
  }

  private mutating func followSearchPath(_ options: [DefinitionOption]) {
    for option in options {
      guard case .setting(let setting)? = option.value, setting.name == "search_path" else {
        continue
      }
      collect(Statement(kind: .set(setting)))
    }
  }

  /// Statements of a stored body: only what they refer to counts, not what they would create.
  private mutating func collectStatements(_ body: RoutineBody) {
    let before = statement
    for part in body.statements {
      if case .statement(let inner) = part.content { collect(inner) }
    }
    let references = statement.effects.dropFirst(before.effects.count).filter {
      switch $0.action {
      case .reference, .data: true
      default: false
      }
    }
    statement = before
    statement.effects += references.map {
      var effect = $0
      effect.skipCount = 0
      if case .data = effect.action { effect.action = .reference(leniency ?? .required) }
      return effect
    }
  }

  /// A DO block runs at once.
  mutating func collect(_ block: DoBlock) {
    guard block.body.isRead else {
      return addUnknown("DO block that cannot be read", at: block.body.place.range, mayCreate: true)
    }
    var guards = GuardReader()
    for part in block.body.statements {
      if guards.hasLeft { break }
      activeConditions = guards.conditions(for: part, &self)
      collect(part.content)
      guards.follow(part.content, &self)
    }
    activeConditions = []
  }

  private mutating func collect(_ content: BodyContent) {
    switch content {
    case .statement(let inner):
      mayBeVariable = readsRowsAtOnce(inner.kind)
      collect(inner)
      mayBeVariable = false
    case .constantExecute(let statements): for inner in statements { collect(inner) }
    case .dynamic(_, let place):
      addUnknown("EXECUTE of computed SQL", at: place.range, mayCreate: true)
    case .expression(let expression):
      // Variables of the block are not told apart from columns here.
      lenient(.possible) { $0.collect(expression) }
    case .raise, .leave: break
    case .opaque(let kind, let place): addUnknown(kind, at: place.range, mayCreate: false)
    }
  }
}
