import HashTreeCollections
import SQLSyntax

extension ExpressionAnalysis {
  mutating func call(_ call: FunctionCall) throws(Halt) -> Operand {
    if call.arguments.contains(where: { $0.name != nil }) || call.isVariadic {
      throw .unmodelled("Named and variadic arguments are not modelled")
    }
    if call.isWithinGroup { throw .unmodelled("Ordered-set aggregates are not modelled") }
    let mayBeAggregate = isAggregateName(call.name)
    if mayBeAggregate { aggregateDepth += 1 }
    var inputs: [Operand] = []
    for argument in call.arguments { inputs.append(try analyze(argument.value)) }
    var keys: [AnalyzedSortKey]? = []
    for item in call.orderBy {
      let value = textUnlessKnown(try analyze(item.expression))
      guard let value, item.usingOperator == nil else {
        keys = nil
        continue
      }
      keys?.append(AnalyzedSortKey(value: .expression(value), item))
    }
    var filter: AnalyzedExpression?
    if let condition = call.filter { filter = try requireBoolean(condition, in: "FILTER") }
    if mayBeAggregate { aggregateDepth -= 1 }
    for case .known(let type) in inputs.map(\.type) where type.isUnknown {
      throw .unmodelled("Functions of an extension's type are not modelled")
    }
    if let over = call.over {
      try window(over)
      lacksTree("A window function is called")
      keys = nil
    }
    if call.filter != nil, filter == nil { keys = nil }
    return try resolve(call, inputs, keys, filter)
  }

  private func isAggregateName(_ name: ObjectName) -> Bool {
    BuiltinFunctions.all[name.name.text]?.contains(where: \.isAggregate) == true
  }

  private mutating func window(_ over: WindowReference) throws(Halt) {
    hasWindowFunction = true
    guard case .inline(let definition) = over else { return }
    try windowParts(definition)
  }

  mutating func windowParts(_ definition: WindowDefinition) throws(Halt) {
    for key in definition.partitionBy { _ = try type(of: key) }
    for key in definition.orderBy { _ = try type(of: key.expression) }
  }

  /// Finds what is called; without sort keys there is no tree.
  private mutating func resolve(
    _ call: FunctionCall, _ inputs: [Operand], _ keys: [AnalyzedSortKey]?,
    _ filter: AnalyzedExpression?
  ) throws(Halt) -> Operand {
    let types = inputs.map(\.type)
    if let type = try functionStyleCast(call, types) {
      guard case .literal(let text) = types[0] else { return Operand(type: .known(type)) }
      return Operand(AnalyzedExpression(type: type, node: .constant(text)))
    }
    let candidates = try candidates(call.name, types)
    let resolution = try OverloadResolution(transition: transition, inputs: types)
      .resolve(candidates)
    switch resolution {
    case .found(let candidate):
      try note(candidate, call)
      let settled = try settle(candidate, Array(inputs.prefix(candidate.arguments.count)))
      guard let keys else { return Operand(type: .known(settled.result)) }
      return Operand(settled.result, settled.operands) {
        Self.node(candidate, call, $0, keys, filter)
      }
    case .none: throw try missing(call, types)
    case .ambiguous:
      if transition.hasUnknownOverloads { throw .unmodelled("An extension may know the function") }
      throw .refuse(
        .ambiguousFunction, "function \(shown(call.name, types)) is not unique",
        hint: "Could not choose a best candidate function. "
          + "You might need to add explicit type casts.")
    }
  }

  private static func node(
    _ candidate: Candidate, _ call: FunctionCall, _ arguments: [AnalyzedExpression],
    _ keys: [AnalyzedSortKey], _ filter: AnalyzedExpression?
  ) -> AnalyzedNode {
    if let routine = candidate.routine { return .routine(routine, arguments) }
    let use = FunctionUse(
      name: call.name.name.text, arguments: candidate.arguments,
      volatility: candidate.volatility, returnsSet: candidate.isSet)
    guard candidate.function?.isAggregate == true else { return .function(use, arguments) }
    return .aggregate(
      AggregateUse(
        function: use, arguments: arguments, isDistinct: call.isDistinct, orderBy: keys,
        filter: filter))
  }

  /// `date('2020-01-01')` is a cast in the form of a call.
  private func functionStyleCast(
    _ call: FunctionCall, _ inputs: [ValueType]
  ) throws(Halt) -> DataType? {
    guard inputs.count == 1, call.name.schema == nil || call.name.schema?.text == "pg_catalog",
      BuiltinTypes.all[call.name.name.text] != nil, case .literal(let text) = inputs[0],
      BuiltinFunctions.all[call.name.name.text]?.contains(where: { $0.arguments == ["text"] })
        != true
    else { return nil }
    let type = DataType.builtin(call.name.name.text)
    try transition.checkInput(text, as: type)
    return type
  }

  private mutating func note(_ candidate: Candidate, _ call: FunctionCall) throws(Halt) {
    use(candidate.volatility)
    if let routine = candidate.routine { depend(on: ObjectAddress(object: routine)) }
    if !Self.safeFunctions.contains(call.name.name.text) || candidate.routine != nil {
      canFail = true
    }
    if let sequence = try sequenceArgument(call) { depend(on: ObjectAddress(object: sequence)) }
    if candidate.isSet {
      hasSetFunction = true
      if !position.allowsSets {
        throw .refuse(
          .featureNotSupported,
          "set-returning functions are not allowed in \(position.plural)")
      }
    }
    if candidate.function?.isWindow == true, call.over == nil {
      throw .refuse(
        .windowingError, "window function \(call.name.name.text) requires an OVER clause")
    }
    if candidate.function?.isAggregate == true, call.over == nil {
      hasAggregate = true
      if !position.allowsAggregates || aggregateDepth > 0 { throw aggregateRefusal() }
    } else if call.over != nil {
      if position != .select {
        throw .refuse(
          .windowingError, "window functions are not allowed in \(position.plural)")
      }
    }
    if candidate.function?.isProcedure == true {
      throw .unmodelled("A procedure called as a function is not modelled")
    }
  }

  /// Functions that give a value whatever their arguments.
  private static let safeFunctions: Set<String> = [
    "now", "gen_random_uuid", "uuid_generate_v4", "uuid_generate_v1", "clock_timestamp", "random",
    "statement_timestamp", "transaction_timestamp", "timezone", "lower", "upper", "md5",
    "jsonb_build_object", "jsonb_build_array", "txid_current", "to_tsvector", "length", "btrim",
  ]

  private func aggregateRefusal() -> Halt {
    if scopes.count > 1 { return .unmodelled("An aggregate of an outer query is not modelled") }
    if aggregateDepth > 0 {
      return .refuse(.groupingError, "aggregate function calls cannot be nested")
    }
    return .refuse(
      .groupingError, "aggregate functions are not allowed in \(position.plural)")
  }

  /// The sequence that `nextval('name')` and its like name in a literal.
  private mutating func sequenceArgument(_ call: FunctionCall) throws(Halt) -> ObjectID? {
    guard ["nextval", "setval", "currval"].contains(call.name.name.text),
      let argument = call.arguments.first?.value
    else { return nil }
    let literal: String
    switch argument.kind {
    case .literal(.string(let text)): literal = text
    case .cast(let operand, let type)
    where type.name.name.text == "regclass" && type.arrayBounds.isEmpty:
      guard case .literal(.string(let text)) = operand.kind else { return nil }
      literal = text
    default: return nil
    }
    return try transition.relation(text: literal).id
  }

  // MARK: Finding

  func candidates(_ name: ObjectName, _ inputs: [ValueType]) throws(Halt) -> [Candidate] {
    var found: [Candidate] = []
    if name.schema == nil || name.schema?.text == "pg_catalog" {
      for function in BuiltinFunctions.all[name.name.text] ?? [] {
        if let candidate = Self.candidate(function, count: inputs.count) { found.append(candidate) }
      }
      if BuiltinFunctions.reservedNames.contains(name.name.text) {
        throw .unmodelled("A function for the engine's own use is called")
      }
    }
    for candidate in KnownExtensions.functions(
      name.name.text, where: { transition.isVisible($0, as: name) }, in: transition.catalog)
    where candidate.arguments.count == inputs.count {
      found.append(candidate)
    }
    for routine in try transition.routines(named: name) {
      guard let candidate = try transition.candidate(routine, count: inputs.count) else { continue }
      guard let place = found.firstIndex(where: { $0.arguments == candidate.arguments }) else {
        found.append(candidate)
        continue
      }
      found[place] = nearer(found[place], candidate)
    }
    return found
  }

  /// Which of two with the same arguments is meant: the one found first, but in one schema the one
  /// that needs fewer defaults.
  private func nearer(_ first: Candidate, _ second: Candidate) -> Candidate {
    guard let one = first.routine, let other = second.routine,
      transition.catalog.routines[one]?.schema == transition.catalog.routines[other]?.schema
    else { return first }
    if (first.defaultsUsed == 0) != (second.defaultsUsed == 0) {
      return first.defaultsUsed == 0 ? first : second
    }
    var ambiguous = first
    ambiguous.hasTwin = true
    return ambiguous
  }

  private static func candidate(_ function: BuiltinFunction, count: Int) -> Candidate? {
    var arguments = function.arguments.map { DataType.builtin($0) }
    if function.isVariadic, count >= arguments.count, let last = arguments.popLast() {
      let element = last.isArray ? last.element : variadicElement(last)
      while arguments.count < count { arguments.append(element) }
    } else if count < arguments.count, count >= arguments.count - function.defaultCount {
      arguments = Array(arguments.prefix(count))
    }
    guard arguments.count == count else { return nil }
    return Candidate(
      arguments: arguments, result: .builtin(function.result),
      volatility: Volatility(letter: function.volatility), function: function,
      isSet: function.returnsSet)
  }

  private static func variadicElement(_ type: DataType) -> DataType {
    switch type.builtinName {
    case "anyarray": .builtin("anyelement")
    case "anycompatiblearray": .builtin("anycompatible")
    default: type
    }
  }

  func shown(_ name: ObjectName, _ inputs: [ValueType]) -> String {
    "\(name.description)(\(inputs.map(display).joined(separator: ", ")))"
  }

  private func missing(_ call: FunctionCall, _ inputs: [ValueType]) throws(Halt) -> Halt {
    let name = call.name
    if transition.hasUnknownOverloads || transition.mayBeUnseen(name)
      || transition.catalog.extensions.values.contains(where: {
        transition.isVisible($0, as: name) && KnownExtensions.has(name.name.text, in: $0.name)
      })
    {
      return .unmodelled("The function \(name.description) may exist")
    }
    if try transition.findType(ObjectName(name: name.name, schema: name.schema)) != nil {
      return .unmodelled("A cast in the form of a call is not modelled")
    }
    if let schema = name.schema?.text, transition.catalog.schemaID(schema) == nil {
      return .refuse(.invalidSchemaName, "schema \"\(schema)\" does not exist")
    }
    if inputs.count == 1, case .known(let type) = inputs[0], transition.isComposite(type) {
      return .unmodelled("A field in the form of a call is not modelled")
    }
    if call.isStar {
      return .unmodelled("A call with a star is not modelled")
    }
    return .refuse(
      .undefinedFunction, "function \(shown(name, inputs)) does not exist",
      hint: "No function matches the given name and argument types. "
        + "You might need to add explicit type casts.")
  }
}
