import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  mutating func createFunction(_ create: CreateFunction) throws(Halt) -> String {
    let tag = create.isProcedure ? "CREATE PROCEDURE" : "CREATE FUNCTION"
    let schema = try creationSchema(of: create.name)
    let language = create.language?.text ?? "sql"
    guard ["sql", "plpgsql", "c", "internal"].contains(language) else {
      if mayBeUnseen(language) || hasUnknownOverloads {
        throw .unmodelled("The language may exist")
      }
      throw .refuse(.undefinedObject, "language \"\(language)\" does not exist")
    }
    var routine = Routine(
      id: catalog.nextID, schema: schema, name: create.name.name,
      kind: create.isProcedure ? .procedure : .function, parameters: create.parameters,
      language: language)
    routine.owner = session.role
    routine.volatility = Self.volatility(create.options)
    try readSignature(create, into: &routine)
    let analysis = try checkBody(create, routine)
    try store(&routine, create, references: analysis)
    return tag
  }

  private static func volatility(_ options: [DefinitionOption]) -> String {
    for option in options where option.name == "volatility" {
      if let text = text(of: option.value) { return text.asciiLowercased() }
    }
    return "volatile"
  }

  private func readSignature(_ create: CreateFunction, into routine: inout Routine) throws(Halt) {
    var outputs: [(Identifier?, DataType)] = []
    for parameter in create.parameters {
      let type = try parameterType(parameter.type)
      switch parameter.mode {
      case .output, .table: outputs.append((parameter.name, type))
      case .inputOutput:
        outputs.append((parameter.name, type))
        routine.inputTypes.append(type.bare)
      default: routine.inputTypes.append(type.bare)
      }
    }
    if let returns = create.returns {
      routine.returns = try parameterType(returns).bare
      routine.returnsSet = returns.isSetOf
    } else if !outputs.isEmpty, !create.isProcedure {
      routine.returns = outputs.count == 1 ? outputs[0].1.bare : .builtin("record")
    }
    if create.parameters.contains(where: { $0.mode == .table }) { routine.returnsSet = true }
    if create.returns == nil, outputs.isEmpty, !create.isProcedure {
      throw .refuse(.invalidFunctionDefinition, "function result type must be specified")
    }
  }

  private func parameterType(_ name: TypeName) throws(Halt) -> DataType {
    try resolve(name) { "type \($0) does not exist" }
  }

  /// Checks what the engine checks of a body when the function is made.
  ///
  /// A PL/pgSQL body is only parsed, which the reader of the statement has done. A SQL body is
  /// analysed statement by statement.
  private func checkBody(
    _ create: CreateFunction, _ routine: Routine
  ) throws(Halt) -> [ObjectAddress] {
    if create.parameters.contains(where: { $0.defaultValue != nil }) {
      for parameter in create.parameters {
        guard let value = parameter.defaultValue else { continue }
        var analysis = ExpressionAnalysis(self, scope: Scope(), position: .columnDefault)
        let type = try analysis.type(of: value)
        let target = try parameterType(parameter.type)
        try analysis.coerce(type, to: target, context: .assignment, word: "DEFAULT")
      }
    }
    guard let body = create.body, routine.language == "sql" else {
      if routine.language == "plpgsql", create.body?.isRead == false {
        throw .unmodelled("The body of the function is not read")
      }
      return []
    }
    if body.atomic != nil || body.result != nil {
      return try atomicReferences(body, create, routine)
    }
    if !session.checksFunctionBodies { return [] }
    _ = try sqlBody(
      body.statements.compactMap { statement in
        if case .statement(let inner) = statement.content { inner } else { nil }
      }, create, routine, isRead: body.isRead)
    return []
  }

  private func atomicReferences(
    _ body: RoutineBody, _ create: CreateFunction, _ routine: Routine
  ) throws(Halt) -> [ObjectAddress] {
    if let result = body.result {
      var analysis = ExpressionAnalysis(self, scope: scope(of: create, routine), position: .select)
      _ = try analysis.type(of: result)
      return analysis.references
    }
    return try sqlBody(body.atomic ?? [], create, routine, isRead: true)
  }

  private func scope(of create: CreateFunction, _ routine: Routine) -> Scope {
    var columns: [ScopeColumn] = []
    let inputs = create.parameters.filter { $0.mode != .output && $0.mode != .table }
    for (parameter, type) in zip(inputs, routine.inputTypes) {
      if let name = parameter.name { columns.append(ScopeColumn(name: name.text, type: type)) }
    }
    return Scope(sources: [ScopeSource(name: create.name.name.text, columns: columns)])
  }

  /// Analyses queries of a SQL body; other statements are not modelled.
  private func sqlBody(
    _ statements: [Statement], _ create: CreateFunction, _ routine: Routine, isRead: Bool
  ) throws(Halt) -> [ObjectAddress] {
    guard isRead else { throw .unmodelled("The body of the SQL function is not read") }
    var references: [ObjectAddress] = []
    let parameters = scope(of: create, routine)
    for (index, statement) in statements.enumerated() {
      guard case .select(let query) = statement.kind else {
        throw .unmodelled("A SQL function that changes data is not modelled")
      }
      var analysis = QueryAnalysis(self, outer: [parameters], parameters: routine.inputTypes)
      let columns = try analysis.columns(of: query)
      references += analysis.references
      if index == statements.count - 1 { try checkResult(columns, routine) }
    }
    return references
  }

  private func checkResult(_ columns: [OutputColumn], _ routine: Routine) throws(Halt) {
    guard let returns = routine.returns, returns.builtinName != "void" else { return }
    if returns.builtinName == "record" || isComposite(returns) || returns.isUnknown {
      throw .unmodelled("Whether the rows of a SQL function fit is not modelled")
    }
    guard columns.count == 1 else { throw .unmodelled("A SQL function with several columns") }
    if columns[0].literal != nil { return }
    let found = columns[0].type
    if Polymorphism.isPolymorphic(returns) { throw .unmodelled("A polymorphic SQL function") }
    if try coercion(from: found, to: returns, in: .assignment) != nil { return }
    throw .refuse(
      .invalidFunctionDefinition,
      "return type mismatch in function declared to return \(displayName(of: returns))",
      detail: "Actual return type is \(displayName(of: found)).")
  }

  // MARK: Storing

  private mutating func store(
    _ routine: inout Routine, _ create: CreateFunction, references: [ObjectAddress]
  ) throws(Halt) {
    let same = try routines(
      named: ObjectName(
        name: create.name.name,
        schema: catalog.schemas[routine.schema].map { Identifier($0.name.text) }))
    let types = routine.inputTypes
    if let old = same.first(where: { $0.inputTypes == types }) {
      routine.id = old.id
      try checkReplacement(of: old, by: routine, create)
      routine.definition = create
      catalog.routines[old.id] = routine
      catalog.removeEdges(from: old.id)
    } else {
      if BuiltinFunctions.all[routine.name.text] != nil,
        catalog.schemas[routine.schema]?.name.text == "pg_catalog"
      {
        throw .unmodelled("A function in a system schema")
      }
      routine.id = catalog.takeID()
      routine.definition = create
      catalog.add(routine)
    }
    recordSchemaEdge(routine.id, routine.schema)
    let used = routine.inputTypes + [routine.returns].compactMap { $0 }
    for type in used { catalog.record(routine.id, on: dependencies(of: type), .normal) }
    for parameter in create.parameters where parameter.mode == .output || parameter.mode == .table {
      if let type = try? resolve(parameter.type) {
        catalog.record(routine.id, on: dependencies(of: type), .normal)
      }
    }
    catalog.record(
      routine.id, on: references.filter { $0.object != routine.id }, .normal)
  }

  private func checkReplacement(
    of old: Routine, by new: Routine, _ create: CreateFunction
  ) throws(Halt) {
    guard create.orReplace else {
      throw .refuse(
        .duplicateFunction,
        "function \"\(new.name.text)\" already exists with same argument types")
    }
    let hint =
      "Use DROP \(old.kind == .procedure ? "PROCEDURE" : "FUNCTION") \(signature(old)) first."
    if old.kind != new.kind {
      throw .refuse(
        .wrongObjectType, "cannot change routine kind",
        detail: "\"\(old.name.text)\" is a \(old.kind.rawValue).")
    }
    if old.returns != new.returns || old.returnsSet != new.returnsSet {
      throw .refuse(
        .invalidFunctionDefinition, "cannot change return type of existing function", hint: hint)
    }
    let outputs = { (routine: Routine) in
      routine.parameters.filter {
        $0.mode == .output || $0.mode == .inputOutput || $0.mode == .table
      }
    }
    if outputs(old).map(\.name) != outputs(new).map(\.name)
      || outputs(old).map(\.type) != outputs(new).map(\.type)
    {
      throw .unmodelled("Output parameters change")
    }
    try checkParameterNames(old, new, hint)
    let defaults = { (routine: Routine) in routine.parameters.count { $0.defaultValue != nil } }
    if defaults(new) < defaults(old) {
      throw .refuse(
        .invalidFunctionDefinition,
        "cannot remove parameter defaults from existing function", hint: hint)
    }
  }

  private func checkParameterNames(_ old: Routine, _ new: Routine, _ hint: String) throws(Halt) {
    let inputs = { (routine: Routine) in
      routine.parameters.filter { $0.mode != .output && $0.mode != .table }
    }
    for (first, second) in zip(inputs(old), inputs(new)) {
      guard let name = first.name, first.name != second.name else { continue }
      throw .refuse(
        .invalidFunctionDefinition,
        "cannot change name of input parameter \"\(name.text)\"", hint: hint)
    }
  }

  mutating func alterFunction(_ alter: AlterFunction) throws(Halt) -> String {
    let routine = try routine(alter.object)
    for option in alter.options where option.name == "volatility" {
      if let text = Self.text(of: option.value) {
        catalog.routines[routine.id]?.volatility = text.asciiLowercased()
      }
    }
    return "ALTER \(alter.object.kind.rawValue)"
  }
}
