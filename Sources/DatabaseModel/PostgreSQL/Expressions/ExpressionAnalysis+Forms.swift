import HashTreeCollections
import SQLSyntax

extension ExpressionAnalysis {
  mutating func between(_ between: Between) throws(Halt) -> Operand {
    let value = try analyze(between.value)
    let low = try analyze(between.low)
    let high = try analyze(between.high)
    let first = try apply(OperatorName(symbol: between.isNegated ? "<" : ">="), value, low)
    let second = try apply(OperatorName(symbol: between.isNegated ? ">" : "<="), value, high)
    if between.isSymmetric {
      lacksTree("BETWEEN SYMMETRIC is used")
      return Operand(type: .known(.builtin("bool")))
    }
    return .boolean([first.operand.tree, second.operand.tree]) {
      between.isNegated ? .or($0) : .and($0)
    }
  }

  /// `x IN (a, b)`: one comparison with an array where all have one type, else one each.
  mutating func inList(
    _ value: SQLExpression, _ list: [SQLExpression], _ isNegated: Bool
  ) throws(Halt) -> Operand {
    let name = OperatorName(symbol: isNegated ? "<>" : "=")
    if case .row = value.kind {
      var parts: [AnalyzedExpression?] = []
      for item in list { parts.append(try binary(value, name, item).tree) }
      return joined(parts, isNegated)
    }
    let left = try analyze(value)
    var items: [Operand] = []
    for item in list { items.append(try analyze(item)) }
    guard items.count > 1, let common = try? commonListType(([left] + items).map(\.type)) else {
      var parts: [AnalyzedExpression?] = []
      for item in items { parts.append(try apply(name, left, item).operand.tree) }
      return joined(parts, isNegated)
    }
    var elements: [AnalyzedExpression?] = []
    let applied = try apply(name, left, placeholder(common))
    for item in items { elements.append(try coerce(item, to: common)) }
    if case .literal(let text) = left.type { try transition.checkInput(text, as: common) }
    let array = AnalyzedExpression(type: common.arrayOf, parts: elements) {
      .array($0, isNested: false)
    }
    return quantified(applied, isNegated ? .all : .any, array, element: common)
  }

  private func joined(_ parts: [AnalyzedExpression?], _ isNegated: Bool) -> Operand {
    if parts.count == 1 {
      return Operand(type: .known(.builtin("bool")), tree: parts[0])
    }
    return .boolean(parts) { isNegated ? .and($0) : .or($0) }
  }

  /// A value of a type that is not there yet.
  private func placeholder(_ type: DataType) -> Operand {
    Operand(AnalyzedExpression(type: type, node: .caseOperand))
  }

  /// A comparison with each element of an array; the elements are converted where the operator
  /// takes another type.
  private func quantified(
    _ applied: AppliedOperator, _ quantifier: Quantifier, _ array: AnalyzedExpression?,
    element: DataType
  ) -> Operand {
    var array = array
    if let tree = array, let operand = applied.operands[1],
      case .conversion(_, let path, _) = operand.node
    {
      array = AnalyzedExpression(
        type: operand.type.arrayOf, node: .conversion(tree, path, .implicit))
    }
    return .boolean([applied.operands[0], array]) {
      .quantified($0[0], applied.use, quantifier, array: $0[1])
    }
  }

  private func commonListType(_ types: [ValueType]) throws(Halt) -> DataType {
    let common = try transition.commonType(types, for: "IN")
    for case .known(let type) in types
    where try transition.coercion(from: type, to: common, in: .implicit) == nil {
      throw .unmodelled("The list has no common type")
    }
    return common
  }

  /// A value brought to the type that was chosen for several.
  @discardableResult
  mutating func coerce(
    _ value: Operand, to target: DataType, context: CoercionContext = .implicit,
    word: String? = nil
  ) throws(Halt) -> AnalyzedExpression? {
    switch value.type {
    case .literal(let text):
      try transition.checkInput(text, as: target)
      return literal(text, as: target, context)
    case .known(let type):
      let path = try transition.coercion(from: type, to: target, in: context)
      switch path {
      case .relabel: break
      case .function(let volatility):
        use(volatility)
        if !Self.isSafeCast(type, target) { canFail = true }
      case .text:
        canFail = true
        if transition.isStableThroughText(type) || transition.isStableThroughText(target) {
          use(.stable)
        }
      case nil:
        guard let word else { throw .unmodelled("A value has no way to the common type") }
        throw .refuse(
          .cannotCoerce,
          "\(word) could not convert type \(transition.displayName(of: type)) "
            + "to \(transition.displayName(of: target))")
      }
      guard let tree = value.tree, let path, type != target else { return value.tree }
      return AnalyzedExpression(type: target, node: .conversion(tree, path, context))
    }
  }

  /// A value whose tree does not matter.
  mutating func coerce(
    _ value: ValueType, to target: DataType, context: CoercionContext = .implicit,
    word: String? = nil
  ) throws(Halt) {
    try coerce(Operand(type: value), to: target, context: context, word: word)
  }

  /// A literal is read as its type without modifiers, which are then applied to the value.
  func literal(
    _ text: String?, as target: DataType, _ context: CoercionContext
  ) -> AnalyzedExpression? {
    let base = transition.baseType(target)
    if base.isUnknown { return nil }
    let isInterval = base.builtinName == "interval"
    let read = isInterval ? base : base.bare
    let constant = AnalyzedExpression(type: read, node: .constant(text))
    if read == target { return constant }
    return AnalyzedExpression(type: target, node: .conversion(constant, .relabel, context))
  }

  /// Whether every value of the one type is one of the other.
  private static func isSafeCast(_ source: DataType, _ target: DataType) -> Bool {
    guard let from = source.builtinName, let to = target.builtinName else { return false }
    return safeCasts[from]?.contains(to) == true
  }

  private static let safeCasts: [String: Set<String>] = [
    "timestamptz": ["timestamp", "date", "time"], "timestamp": ["timestamptz", "date", "time"],
    "date": ["timestamp", "timestamptz"], "int2": ["int4", "int8", "float4", "float8"],
    "int4": ["int8", "float8", "float4"], "int8": ["float8", "float4"], "float4": ["float8"],
    "varchar": ["text"], "bpchar": ["text"], "name": ["text"], "bool": ["text"],
  ]

  mutating func like(_ like: Like) throws(Halt) -> Operand {
    let value = try analyze(like.value)
    var pattern = try analyze(like.pattern)
    if let escape = like.escape {
      let character = try analyze(escape)
      pattern = try escaped(pattern, by: character)
    }
    let symbol: String
    switch like.kind {
    case .like: symbol = "~~"
    case .ilike: symbol = "~~*"
    case .similarTo:
      symbol = "~"
      lacksTree("SIMILAR TO is used")
      pattern.tree = nil
      if case .literal = pattern.type { pattern.type = .known(.builtin("text")) }
    default: throw .unmodelled("This kind of pattern matching is SQLite's")
    }
    return try apply(OperatorName(symbol: (like.isNegated ? "!" : "") + symbol), value, pattern)
      .operand
  }

  /// The pattern with its escape character exchanged for the usual one.
  private mutating func escaped(_ pattern: Operand, by escape: Operand) throws(Halt) -> Operand {
    let text = DataType.builtin("text")
    if case .known(let type) = pattern.type, transition.category(of: type) != "S" {
      return Operand(type: pattern.type)
    }
    canFail = true
    let use = FunctionUse(name: "like_escape", arguments: [text, text], volatility: .immutable)
    return Operand(
      text, [try coerce(pattern, to: text), try coerce(escape, to: text)]
    ) { .function(use, $0) }
  }

  mutating func quantified(
    _ value: SQLExpression, _ name: OperatorName, _ quantifier: Quantifier, _ array: SQLExpression
  ) throws(Halt) -> Operand {
    let left = try analyze(value)
    let right = try analyze(array)
    guard case .known(let type) = right.type else {
      guard case .literal(let text) = right.type, case .known(let element) = left.type else {
        throw .unmodelled("ANY of an untyped literal is not modelled")
      }
      try transition.checkInput(text, as: element.bare.arrayOf)
      let applied = try apply(name, left, placeholder(element.bare))
      return quantified(
        applied, quantifier, literal(text, as: element.bare.arrayOf, .implicit),
        element: element.bare)
    }
    guard transition.baseType(type).isArray else {
      throw .refuse(.wrongObjectType, "op ANY/ALL (array) requires array on right side")
    }
    let element = transition.baseType(type).element
    return quantified(
      try apply(name, left, placeholder(element)), quantifier, right.tree, element: element)
  }

  mutating func special(
    _ function: SpecialFunction, _ operands: [SQLExpression]
  ) throws(Halt) -> Operand {
    var values: [Operand] = []
    for operand in operands { values.append(try analyze(operand)) }
    if function == .nullIf, values.count == 2 {
      let applied = try apply(OperatorName(symbol: "="), values[0], values[1])
      let type = nullIfType(values[0].type, applied)
      return Operand(type, applied.operands) { .special(.nullIf, $0, applied.use) }
    }
    let common = try commonWithModifiers(values.map(\.type), for: function.rawValue)
    var trees: [AnalyzedExpression?] = []
    for value in values {
      trees.append(try coerce(value, to: common, word: function.rawValue))
    }
    return Operand(common, trees) { .special(function, $0, nil) }
  }

  /// The type of NULLIF's first operand as its comparison takes it.
  private func nullIfType(_ type: ValueType, _ applied: AppliedOperator) -> DataType {
    if let tree = applied.operands[0] { return tree.type }
    if case .known(let known) = type { return known }
    return .builtin("text")
  }

  /// The common type, with its modifiers where all operands share them.
  func commonWithModifiers(_ types: [ValueType], for word: String) throws(Halt) -> DataType {
    let common = try transition.commonType(types, for: word)
    var modified: DataType?
    for value in types {
      guard case .known(let type) = value, type.bare == common else { return common }
      if let modified, modified != type { return common }
      modified = type
    }
    return modified ?? common
  }

  func current(_ value: CurrentValue, _ precision: Int?) -> Operand {
    let name =
      switch value {
      case .date: "date"
      case .time: "timetz"
      case .timestamp: "timestamptz"
      case .localTime: "time"
      case .localTimestamp: "timestamp"
      case .role, .currentUser, .user, .sessionUser, .catalog, .schema: "name"
      }
    return Operand(
      AnalyzedExpression(type: .builtin(name), node: .current(value, precision: precision)))
  }

  mutating func cast(_ operand: SQLExpression, to name: TypeName) throws(Halt) -> Operand {
    if case .array(let elements) = operand.kind, !name.arrayBounds.isEmpty {
      let target = try transition.resolve(name)
      var trees: [AnalyzedExpression?] = []
      let isNested = elements.contains { if case .array = $0.kind { true } else { false } }
      for element in elements {
        trees.append(
          try castOne(try analyze(element), to: isNested ? target : target.element))
      }
      depend(onType: target)
      return Operand(target, trees) { .array($0, isNested: isNested) }
    }
    let value = try analyze(operand)
    let target = try transition.resolve(name)
    let tree = try castOne(value, to: target)
    depend(onType: target)
    return Operand(type: .known(target), tree: tree)
  }

  mutating func depend(onType type: DataType) {
    for address in transition.dependencies(of: type) { depend(on: address) }
  }

  private mutating func castOne(
    _ value: Operand, to target: DataType
  ) throws(Halt) -> AnalyzedExpression? {
    if target.isUnknown {
      lacksTree("A value of an extension's type is used")
      if case .literal = value.type { return nil }
      throw .unmodelled("Conversions to an extension's type are not modelled")
    }
    if case .known(let type) = value.type, type.builtinName == "record",
      transition.isComposite(target)
    {
      throw .unmodelled("Conversions of rows are not modelled")
    }
    if case .known(let type) = value.type,
      try transition.coercion(from: type, to: target, in: .explicit) == nil
    {
      if transition.hasUnknownOverloads { throw .unmodelled("An extension may have the cast") }
      throw .refuse(
        .cannotCoerce,
        "cannot cast type \(transition.displayName(of: type)) "
          + "to \(transition.displayName(of: target))")
    }
    if hasDomainChecks(target) { canFail = true }
    return try coerce(value, to: target, context: .explicit)
  }

  private func hasDomainChecks(_ type: DataType) -> Bool {
    if case .user(let id) = type.reference {
      return !transition.catalog.constraints(of: id).isEmpty
    }
    return false
  }

  mutating func collate(_ operand: SQLExpression, _ name: ObjectName) throws(Halt) -> Operand {
    var value = try analyze(operand)
    try transition.requireCollation(name)
    if case .literal = value.type {
      value = Operand(type: .known(.builtin("text")), tree: textUnlessKnown(value))
    }
    guard case .known(let type) = value.type else { return value }
    if !transition.isCollatable(type) {
      throw .refuse(
        .datatypeMismatch,
        "collations are not supported by type \(transition.displayName(of: type))")
    }
    value.tree?.collation = name
    return value
  }
}
