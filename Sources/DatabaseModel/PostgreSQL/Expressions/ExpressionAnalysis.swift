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
    switch expression.kind {
    case .literal(let literal): Self.type(of: literal)
    case .column(let reference): try column(reference)
    case .parameter(let name): try parameter(name)
    case .prefix(let name, let operand): try prefix(name, operand)
    case .binary(let left, let name, let right): try binary(left, name, right)
    case .not(let operand): try truth([operand], of: "NOT")
    case .and(let operands): try truth(operands, of: "AND")
    case .or(let operands): try truth(operands, of: "OR")
    case .isNull(let operand, _): try test(operand)
    case .isTruth(let operand, let value, let isNegated):
      try truth([operand], of: "IS \(isNegated ? "NOT " : "")\(value.rawValue)")
    case .distinct(let left, let right, _): try binary(left, OperatorName(symbol: "="), right)
    case .between(let between): try self.between(between)
    case .inList(let value, let list, let isNegated): try inList(value, list, isNegated)
    case .inQuery(let value, let query, let isNegated):
      try compare(value, OperatorName(symbol: isNegated ? "<>" : "="), with: query)
    case .like(let like): try self.like(like)
    case .quantified(let value, let name, _, let array):
      try quantified(value, name, array)
    case .quantifiedQuery(let value, let name, _, let query):
      try compare(value, name, with: query)
    case .call(let call): try self.call(call)
    case .special(let function, let operands): try special(function, operands)
    case .current(let value, _): try current(value)
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

  static func type(of literal: Literal) -> ValueType {
    switch literal {
    case .null: .literal(nil)
    case .string(let text): .literal(text)
    case .boolean: .known(.builtin("bool"))
    case .integer(let digits):
      .known(.builtin(Int32(digits) != nil ? "int4" : Int64(digits) != nil ? "int8" : "numeric"))
    case .decimal: .known(.builtin("numeric"))
    case .bits, .blob: .known(.builtin("bit"))
    }
  }

  private mutating func parameter(_ name: String) throws(Halt) -> ValueType {
    guard let parameters else {
      throw .refuse(.undefinedParameter, "there is no parameter \(name)")
    }
    guard let number = Int(name.dropFirst()), parameters.indices.contains(number - 1) else {
      throw .refuse(.undefinedParameter, "there is no parameter \(name)")
    }
    return .known(parameters[number - 1])
  }

  mutating func test(_ operand: SQLExpression) throws(Halt) -> ValueType {
    _ = try type(of: operand)
    return .known(.builtin("bool"))
  }

  /// Operands that must be boolean, joined by a word of logic.
  mutating func truth(_ operands: [SQLExpression], of word: String) throws(Halt) -> ValueType {
    for operand in operands { try requireBoolean(operand, in: word) }
    return .known(.builtin("bool"))
  }

  /// Refuses what is not a truth value.
  mutating func requireBoolean(_ operand: SQLExpression, in word: String) throws(Halt) {
    let found = try type(of: operand)
    switch found {
    case .literal(let text):
      try transition.checkInput(text, as: .builtin("bool"))
    case .known(let type):
      if transition.baseType(type).bare == .builtin("bool") { return }
      if type.isUnknown { throw .unmodelled("A type of an extension as a truth value") }
      throw .refuse(
        .datatypeMismatch,
        "argument of \(word) must be type boolean, not type \(transition.displayName(of: type))")
    }
  }
}
