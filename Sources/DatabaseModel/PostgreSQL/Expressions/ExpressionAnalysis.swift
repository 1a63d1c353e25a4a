import SQLSyntax

/// Finds the type of an expression, and what it depends on, as the engine's parse analysis does.
///
/// What cannot be told for sure ends in ``Halt/unmodelled(_:)``; a refusal is the engine's own.
struct ExpressionAnalysis {
  let transition: PostgreSQLTransition
  /// Innermost first: a name is looked for in the query itself, then in those around it.
  var scopes: [Scope]
  var position: ExpressionPosition
  /// Common tables by name, innermost first.
  var commonTables: [[String: ScopeSource]] = []
  /// Types of `$1`, `$2`, …, inside a function.
  var parameters: [DataType]?
  var references: [ObjectAddress] = []
  var volatility = Volatility.immutable
  var hasAggregate = false
  var hasWindowFunction = false
  var hasSubquery = false
  var hasSetFunction = false
  /// Columns of the query itself that stand outside aggregates.
  var ungrouped: [ColumnUse] = []
  var aggregateDepth = 0
  /// Whether only operators that cannot fail on any value were used, so that evaluation is sure.
  var canFail = false
  /// Why the tree is missing, where it is.
  var missing: String?

  /// A use of a column of the innermost scope.
  struct ColumnUse: Hashable {
    var source: String
    var column: ScopeColumn
  }

  init(
    _ transition: PostgreSQLTransition, scope: Scope, position: ExpressionPosition
  ) {
    self.transition = transition
    scopes = [scope]
    self.position = position
  }

  mutating func depend(on address: ObjectAddress) {
    if !references.contains(address) { references.append(address) }
  }

  mutating func use(_ volatility: Volatility) {
    self.volatility = max(self.volatility, volatility)
  }

  /// The type of any expression.
  mutating func type(of expression: SQLExpression) throws(Halt) -> ValueType {
    try analyze(expression).type
  }

  /// Notes why there is no tree, unless a reason is known.
  mutating func lacksTree(_ reason: String) {
    if missing == nil { missing = reason }
  }

  /// The type and the tree of any expression.
  mutating func analyze(_ expression: SQLExpression) throws(Halt) -> Operand {
    switch expression.kind {
    case .literal(let literal): Self.operand(of: literal)
    case .column(let reference): try column(reference)
    case .parameter(let name): try parameter(name)
    case .prefix(let name, let operand): try prefix(name, operand)
    case .binary(let left, let name, let right): try binary(left, name, right)
    case .not(let operand): .boolean([try truth(operand, of: "NOT")]) { .not($0[0]) }
    case .and(let operands): .boolean(try truths(operands, of: "AND")) { .and($0) }
    case .or(let operands): .boolean(try truths(operands, of: "OR")) { .or($0) }
    case .isNull(let operand, let isNegated): try test(operand, isNegated: isNegated)
    case .isTruth(let operand, let value, let isNegated):
      .boolean([
        try truth(operand, of: "IS \(isNegated ? "NOT " : "")\(value.rawValue)")
      ]) { .isTruth($0[0], value, isNegated: isNegated) }
    case .distinct(let left, let right, let isNegated):
      try distinct(left, right, isNegated: isNegated)
    case .between(let between): try self.between(between)
    case .inList(let value, let list, let isNegated): try inList(value, list, isNegated)
    case .inQuery(let value, let query, let isNegated):
      try compare(
        value, OperatorName(symbol: isNegated ? "<>" : "="), isNegated ? .all : .any, with: query)
    case .like(let like): try self.like(like)
    case .quantified(let value, let name, let quantifier, let array):
      try quantified(value, name, quantifier, array)
    case .quantifiedQuery(let value, let name, let quantifier, let query):
      try compare(value, name, quantifier, with: query)
    default: try analyzeForm(expression)
    }
  }

  private mutating func analyzeForm(_ expression: SQLExpression) throws(Halt) -> Operand {
    switch expression.kind {
    case .call(let call): try self.call(call)
    case .special(let function, let operands): try special(function, operands)
    case .current(let value, let precision): current(value, precision)
    case .cast(let operand, let type): try cast(operand, to: type)
    case .collate(let operand, let collation): try collate(operand, collation)
    case .conditional(let conditional): try self.conditional(conditional)
    case .array(let elements): try array(elements)
    case .subscripted(let value, let path): try subscripted(value, path)
    case .subquery(let query): try scalar(query)
    case .exists(let query): try exists(query)
    case .arrayQuery(let query): try arrayQuery(query)
    case .row(let values): try row(values)
    case .field(let value, let name): try field(value, name)
    default: throw .unmodelled("This form of expression is not modelled")
    }
  }

  static func type(of literal: Literal) -> ValueType { operand(of: literal).type }

  static func operand(of literal: Literal) -> Operand {
    switch literal {
    case .null: return Operand(type: .literal(nil))
    case .string(let text): return Operand(type: .literal(text))
    case .boolean(let value): return constant(value ? "t" : "f", "bool")
    case .integer(let digits):
      return constant(
        digits, Int32(digits) != nil ? "int4" : Int64(digits) != nil ? "int8" : "numeric")
    case .decimal(let digits): return constant(digits, "numeric")
    case .bits(let digits) where digits.first?.uppercased() == "B":
      return constant(String(digits.dropFirst()), "bit")
    case .bits, .blob: return Operand(type: .known(.builtin("bit")))
    }
  }

  private static func constant(_ text: String, _ type: String) -> Operand {
    Operand(AnalyzedExpression(type: .builtin(type), node: .constant(text)))
  }

  private func parameter(_ name: String) throws(Halt) -> Operand {
    guard let parameters, let number = Int(name.dropFirst()),
      parameters.indices.contains(number - 1)
    else {
      throw .refuse(.undefinedParameter, "there is no parameter \(name)")
    }
    return Operand(AnalyzedExpression(type: parameters[number - 1], node: .parameter(number)))
  }

  mutating func test(_ operand: SQLExpression, isNegated: Bool) throws(Halt) -> Operand {
    let value = textUnlessKnown(try analyze(operand))
    return .boolean([value]) { .isNull($0[0], isNegated: isNegated) }
  }

  /// An untyped literal taken for text.
  func textUnlessKnown(_ operand: Operand) -> AnalyzedExpression? {
    if case .literal(let text) = operand.type {
      return AnalyzedExpression(type: .builtin("text"), node: .constant(text))
    }
    return operand.tree
  }

  mutating func distinct(
    _ left: SQLExpression, _ right: SQLExpression, isNegated: Bool
  ) throws(Halt) -> Operand {
    if case .row = left.kind {
      _ = try binary(left, OperatorName(symbol: "="), right)
      lacksTree("IS DISTINCT FROM of rows")
      return Operand(type: .known(.builtin("bool")))
    }
    let applied = try apply(OperatorName(symbol: "="), try analyze(left), try analyze(right))
    return .boolean(applied.operands) {
      .distinct($0[0], $0[1], applied.use, isNegated: isNegated)
    }
  }

  /// Operands that must be boolean, joined by a word of logic.
  private mutating func truths(
    _ operands: [SQLExpression], of word: String
  ) throws(Halt) -> [AnalyzedExpression?] {
    var trees: [AnalyzedExpression?] = []
    for operand in operands { trees.append(try truth(operand, of: word)) }
    return trees
  }

  private mutating func truth(
    _ operand: SQLExpression, of word: String
  ) throws(Halt) -> AnalyzedExpression? {
    try requireBoolean(operand, in: word)
  }

  /// Refuses what is not a truth value.
  @discardableResult
  mutating func requireBoolean(
    _ operand: SQLExpression, in word: String
  ) throws(Halt) -> AnalyzedExpression? {
    let found = try analyze(operand)
    switch found.type {
    case .literal(let text):
      try transition.checkInput(text, as: .builtin("bool"))
      return AnalyzedExpression(type: .builtin("bool"), node: .constant(text))
    case .known(let type):
      if transition.baseType(type).bare == .builtin("bool") { return found.tree }
      if type.isUnknown { throw .unmodelled("A type of an extension as a truth value") }
      throw .refuse(
        .datatypeMismatch,
        "argument of \(word) must be type boolean, not type \(transition.displayName(of: type))")
    }
  }
}
