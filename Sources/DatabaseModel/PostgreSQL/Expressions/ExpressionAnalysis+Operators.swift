import HashTreeCollections
import SQLSyntax

extension ExpressionAnalysis {
  mutating func binary(
    _ left: SQLExpression, _ name: OperatorName, _ right: SQLExpression
  ) throws(Halt) -> ValueType {
    if case .row(let first) = left.kind, case .row(let second) = right.kind {
      return try compareRows(first, name, second)
    }
    let first = try type(of: left)
    let second = try type(of: right)
    return .known(try apply(name, first, second))
  }

  private mutating func compareRows(
    _ first: [SQLExpression], _ name: OperatorName, _ second: [SQLExpression]
  ) throws(Halt) -> ValueType {
    guard first.count == second.count else {
      throw .refuse(.syntaxError, "unequal number of entries in row expressions")
    }
    for (left, right) in zip(first, second) { _ = try binary(left, name, right) }
    return .known(.builtin("bool"))
  }

  mutating func prefix(_ name: OperatorName, _ operand: SQLExpression) throws(Halt) -> ValueType {
    let input = try type(of: operand)
    if case .known(let type) = input, type.isUnknown {
      throw .unmodelled("Operators of an extension's type are not modelled")
    }
    let candidates = candidates(name, isPrefix: true)
    let resolution = try OverloadResolution(transition: transition, inputs: [input])
      .resolve(candidates)
    return .known(try finish(resolution, name, left: nil, right: input))
  }

  private func candidates(_ name: OperatorName, isPrefix: Bool) -> [Candidate] {
    (BuiltinOperators.all[name.symbol] ?? []).compactMap { entry in
      if (entry.left == nil) != isPrefix { return nil }
      let arguments = [entry.left, entry.right].compactMap { $0 }.map { DataType.builtin($0) }
      return Candidate(
        arguments: arguments, result: .builtin(entry.result),
        volatility: Volatility(letter: entry.volatility))
    }
  }

  /// The result type of an operator between two values.
  mutating func apply(
    _ name: OperatorName, _ left: ValueType, _ right: ValueType
  ) throws(Halt) -> DataType {
    if let schema = name.schema?.text, schema != "pg_catalog" {
      throw .unmodelled("Operators of other schemas are not modelled")
    }
    for case .known(let type) in [left, right] where type.isUnknown {
      throw .unmodelled("Operators of an extension's type are not modelled")
    }
    let candidates = candidates(name, isPrefix: false)
    if let exact = exactMatch(candidates, left, right) {
      return try finish(.found(exact), name, left: left, right: right)
    }
    let resolution = try OverloadResolution(transition: transition, inputs: [left, right])
      .resolve(candidates)
    return try finish(resolution, name, left: left, right: right)
  }

  /// An untyped operand is first tried with the other's type.
  private func exactMatch(
    _ candidates: [Candidate], _ left: ValueType, _ right: ValueType
  ) -> Candidate? {
    switch (left, right) {
    case (.known(let first), .known(let second)):
      return candidates.first { $0.arguments == [first.bare, second.bare] }
    case (.known(let type), .literal), (.literal, .known(let type)):
      let bare = type.bare
      let base = transition.baseType(type).bare
      return candidates.first { $0.arguments == [bare, bare] }
        ?? candidates.first { $0.arguments == [base, base] }
    case (.literal, .literal):
      return nil
    }
  }

  private mutating func finish(
    _ resolution: Resolution, _ name: OperatorName, left: ValueType?, right: ValueType
  ) throws(Halt) -> DataType {
    let inputs = [left, right].compactMap { $0 }
    switch resolution {
    case .found(let candidate):
      use(candidate.volatility)
      if !Self.safeOperators.contains(name.symbol) { canFail = true }
      return try settle(candidate, inputs)
    case .none: throw try missing(name, left: left, right: right, isAmbiguous: false)
    case .ambiguous: throw try missing(name, left: left, right: right, isAmbiguous: true)
    }
  }

  private static let safeOperators: Set<String> = [
    "=", "<>", "<", ">", "<=", ">=", "||", "~~", "!~~", "~~*", "!~~*",
  ]

  private func missing(
    _ name: OperatorName, left: ValueType?, right: ValueType, isAmbiguous: Bool
  ) throws(Halt) -> Halt {
    if transition.hasUnknownOverloads {
      return .unmodelled("An operator of an extension may be meant")
    }
    let words = [left.map(display), name.symbol, display(right)].compactMap { $0 }
      .joined(separator: " ")
    let shown = left == nil ? "\(name.symbol) \(display(right))" : words
    if isAmbiguous {
      return .refuse(
        .ambiguousFunction, "operator is not unique: \(shown)",
        hint: "Could not choose a best candidate operator. "
          + "You might need to add explicit type casts.")
    }
    return .refuse(
      .undefinedFunction, "operator does not exist: \(shown)",
      hint: left == nil
        ? "No operator matches the given name and argument type. "
          + "You might need to add an explicit type cast."
        : "No operator matches the given name and argument types. "
          + "You might need to add explicit type casts.")
  }

  func display(_ type: ValueType) -> String {
    switch type {
    case .known(let type): transition.displayName(of: type)
    case .literal: "unknown"
    }
  }

  /// Checks the literals among the inputs against what was chosen, and gives the result's type.
  mutating func settle(_ candidate: Candidate, _ inputs: [ValueType]) throws(Halt) -> DataType {
    let element = polymorphicElement(candidate, inputs)
    for (argument, input) in zip(candidate.arguments, inputs) {
      guard case .literal(let text) = input else {
        if case .known(let type) = input { try convert(type, to: argument) }
        continue
      }
      guard let target = concrete(argument, element: element) else { continue }
      try transition.checkInput(text, as: target)
    }
    switch transition.polymorphicResult(candidate, inputs) {
    case .type(let type): return type
    case .inconsistent: throw .unmodelled("A polymorphic call is not consistent")
    case .undetermined:
      throw .unmodelled("A polymorphic call with nothing but untyped literals")
    }
  }

  private mutating func convert(_ type: DataType, to argument: DataType) throws(Halt) {
    if Polymorphism.isPolymorphic(argument) || argument.builtinName == "any" { return }
    if case .function(let volatility) = try transition.coercion(
      from: type, to: argument, in: .implicit)
    {
      use(volatility)
      canFail = true
    }
  }

  private func polymorphicElement(_ candidate: Candidate, _ inputs: [ValueType]) -> DataType? {
    guard candidate.arguments.contains(where: Polymorphism.isPolymorphic) else { return nil }
    var probe = candidate
    probe.result = .builtin("anyelement")
    if case .type(let element) = transition.polymorphicResult(probe, inputs) { return element }
    return nil
  }

  private func concrete(_ argument: DataType, element: DataType?) -> DataType? {
    guard let name = argument.builtinName, Polymorphism.families.contains(name) else {
      return argument.builtinName == "any" ? .builtin("text") : argument
    }
    if name.hasSuffix("array") && name != "anynonarray" && name != "anycompatiblenonarray" {
      return element?.arrayOf
    }
    return name.hasSuffix("range") ? nil : element
  }
}

extension PostgreSQLTransition {
  /// Whether functions, operators or casts exist that the catalog does not show.
  var hasUnknownOverloads: Bool {
    catalog.unknowns.contains { $0.names.isEmpty }
      || catalog.extensions.values.contains { !KnownExtensions.isPlain($0.name) }
  }
}
