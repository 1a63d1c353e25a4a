import HashTreeCollections
import SQLSyntax

extension ExpressionAnalysis {
  mutating func binary(
    _ left: SQLExpression, _ name: OperatorName, _ right: SQLExpression
  ) throws(Halt) -> Operand {
    if case .row(let first) = left.kind, case .row(let second) = right.kind {
      return try compareRows(first, name, second)
    }
    return try apply(name, try analyze(left), try analyze(right)).operand
  }

  private mutating func compareRows(
    _ first: [SQLExpression], _ name: OperatorName, _ second: [SQLExpression]
  ) throws(Halt) -> Operand {
    guard first.count == second.count else {
      throw .refuse(.syntaxError, "unequal number of entries in row expressions")
    }
    var pairs: [AnalyzedPair]? = []
    for (left, right) in zip(first, second) {
      if case .row = left.kind {
        _ = try binary(left, name, right)
        lacksTree("Rows within rows are compared")
        pairs = nil
        continue
      }
      let applied = try apply(name, try analyze(left), try analyze(right))
      guard let one = applied.operands[0], let other = applied.operands[1] else {
        pairs = nil
        continue
      }
      pairs?.append(AnalyzedPair(left: one, right: other, operation: applied.use))
    }
    let bool = DataType.builtin("bool")
    guard let pairs else { return Operand(type: .known(bool)) }
    return Operand(AnalyzedExpression(type: bool, node: .rowComparison(name.symbol, pairs)))
  }

  mutating func prefix(_ name: OperatorName, _ operand: SQLExpression) throws(Halt) -> Operand {
    if name.symbol == "-", name.schema == nil, let negative = Self.negative(operand) {
      return Self.operand(of: negative)
    }
    let input = try analyze(operand)
    if case .known(let type) = input.type, type.isUnknown {
      throw .unmodelled("Operators of an extension's type are not modelled")
    }
    let resolution = try OverloadResolution(transition: transition, inputs: [input.type])
      .resolve(OperatorCandidates.prefix[name.symbol] ?? [])
    return try finish(resolution, name, left: nil, right: input).operand
  }

  /// A number with a minus before it is a constant of its own, whose type its value decides.
  private static func negative(_ operand: SQLExpression) -> Literal? {
    func negated(_ digits: String) -> String {
      digits.hasPrefix("-") ? String(digits.dropFirst()) : "-" + digits
    }
    switch operand.kind {
    case .literal(.integer(let digits)): return .integer(negated(digits))
    case .literal(.decimal(let digits)): return .decimal(negated(digits))
    case .prefix(let name, let inner) where name.symbol == "-" && name.schema == nil:
      switch negative(inner) {
      case .integer(let digits): return .integer(negated(digits))
      case .decimal(let digits): return .decimal(negated(digits))
      default: return nil
      }
    default: return nil
    }
  }

  /// An operator between two values.
  mutating func apply(
    _ name: OperatorName, _ left: Operand, _ right: Operand
  ) throws(Halt) -> AppliedOperator {
    if let schema = name.schema?.text, schema != "pg_catalog" {
      throw .unmodelled("Operators of other schemas are not modelled")
    }
    for case .known(let type) in [left.type, right.type] where type.isUnknown {
      throw .unmodelled("Operators of an extension's type are not modelled")
    }
    if let exact = exactMatch(name.symbol, left.type, right.type) {
      return try finish(.found(exact), name, left: left, right: right)
    }
    let resolution = try OverloadResolution(
      transition: transition, inputs: [left.type, right.type]
    ).resolve(OperatorCandidates.binary[name.symbol] ?? [])
    return try finish(resolution, name, left: left, right: right)
  }

  /// The result type of an operator between two values whose trees do not matter.
  mutating func apply(
    _ name: OperatorName, _ left: ValueType, _ right: ValueType
  ) throws(Halt) -> DataType {
    try apply(name, Operand(type: left), Operand(type: right)).result
  }

  /// An untyped operand is first tried with the other's type.
  private func exactMatch(_ symbol: String, _ left: ValueType, _ right: ValueType) -> Candidate? {
    switch (left, right) {
    case (.known(let first), .known(let second)):
      return OperatorCandidates.exact(symbol, first.bare, second.bare)
    case (.known(let type), .literal), (.literal, .known(let type)):
      let bare = type.bare
      if let found = OperatorCandidates.exact(symbol, bare, bare) { return found }
      let base = transition.baseType(type).bare
      return base == bare ? nil : OperatorCandidates.exact(symbol, base, base)
    case (.literal, .literal):
      return nil
    }
  }

  private mutating func finish(
    _ resolution: Resolution, _ name: OperatorName, left: Operand?, right: Operand
  ) throws(Halt) -> AppliedOperator {
    switch resolution {
    case .found(let candidate):
      use(candidate.volatility)
      if !Self.safeOperators.contains(name.symbol) { canFail = true }
      let settled = try settle(candidate, [left, right].compactMap { $0 })
      return AppliedOperator(
        use: OperatorUse(
          symbol: name.symbol, arguments: candidate.arguments, result: candidate.result,
          volatility: candidate.volatility), operands: settled.operands, result: settled.result)
    case .none:
      throw try missing(name, left: left?.type, right: right.type, isAmbiguous: false)
    case .ambiguous:
      throw try missing(name, left: left?.type, right: right.type, isAmbiguous: true)
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

  /// Brings the inputs to what was chosen, literals among them, and gives the result's type.
  mutating func settle(
    _ candidate: Candidate, _ inputs: [Operand]
  ) throws(Halt) -> (operands: [AnalyzedExpression?], result: DataType) {
    let types = inputs.map(\.type)
    let element = polymorphicElement(candidate, types)
    var operands: [AnalyzedExpression?] = []
    for (argument, input) in zip(candidate.arguments, inputs) {
      let target = concrete(argument, element: element)
      switch input.type {
      case .literal(let text):
        guard let target else {
          operands.append(nil)
          continue
        }
        operands.append(try coerce(input, to: argumentType(target, text)))
      case .known(let type):
        try convert(type, to: argument)
        operands.append(tree(of: input, type, as: argument, target: target))
      }
    }
    switch transition.polymorphicResult(candidate, types) {
    case .type(let type): return (operands, type)
    case .inconsistent: throw .unmodelled("A polymorphic call is not consistent")
    case .undetermined:
      throw .unmodelled("A polymorphic call with nothing but untyped literals")
    }
  }

  /// `"any"` and `cstring` take a literal as text.
  private func argumentType(_ target: DataType, _ text: String?) -> DataType {
    target.builtinName == "cstring" ? .builtin("text") : target
  }

  private func tree(
    of input: Operand, _ type: DataType, as argument: DataType, target: DataType?
  ) -> AnalyzedExpression? {
    guard let tree = input.tree, let target else { return input.tree }
    let isLoose = argument.builtinName == "any" || Polymorphism.isPolymorphic(argument)
    if isLoose, argument.builtinName?.hasPrefix("anycompatible") != true { return tree }
    if type.bare == target.bare { return tree }
    guard let path = try? transition.coercion(from: type, to: target, in: .implicit) else {
      return nil
    }
    return AnalyzedExpression(type: target.bare, node: .conversion(tree, path, .implicit))
  }

  private mutating func convert(_ type: DataType, to argument: DataType) throws(Halt) {
    if type.bare == argument { return }
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
