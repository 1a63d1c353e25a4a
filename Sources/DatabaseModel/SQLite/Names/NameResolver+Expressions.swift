import SQLSyntax

extension NameResolver {
  /// Looks at the expressions of a list in turn.
  mutating func resolve(
    _ expressions: [SQLExpression], in scope: NameScope
  ) throws(SQLiteStop) -> Bool {
    for expression in expressions {
      guard try resolve(expression, in: scope) else { return false }
    }
    return true
  }

  /// Looks at an expression as a whole: after it no error may be left.
  mutating func resolveWhole(
    _ expression: SQLExpression?, in scope: NameScope
  ) throws(SQLiteStop) -> Bool {
    guard let expression else { return true }
    guard try resolve(expression, in: scope) else { return false }
    return error == nil
  }

  /// - Returns: Whether the walk goes on; it may go on though there is an error.
  mutating func resolve(
    _ expression: SQLExpression, in scope: NameScope
  ) throws(SQLiteStop) -> Bool {
    switch expression.kind {
    case .literal, .current: return error == nil
    case .column(let reference): return try resolveColumn(reference, in: scope)
    case .parameter: return prohibit("parameters", in: scope, allowedIn: nil)
    case .prefix(_, let operand), .not(let operand), .cast(let operand, _):
      return try error == nil ? resolve(operand, in: scope) : false
    case .isTruth(let operand, _, _): return try error == nil ? resolve(operand, in: scope) : false
    case .isNull(let operand, _):
      // The engine goes on behind IS NULL even after an error.
      _ = try resolve(operand, in: scope)
      return true
    case .and(let operands), .or(let operands):
      return try error == nil ? resolve(operands, in: scope) : false
    case .binary(let left, let symbol, let right):
      return try resolveBinary(left, symbol, right, in: scope)
    case .distinct(let left, let right, _): return try resolveIs(left, right, in: scope)
    case .between(let between):
      return try error == nil
        ? resolve([between.value, between.low, between.high], in: scope) : false
    case .inList(let value, let list, _):
      return try error == nil ? resolve([value] + list, in: scope) : false
    case .inQuery(let value, let query, _): return try resolveIn(value, query, in: scope)
    case .inTable(let value, let source, _):
      return try resolveIn(value, Query(selectingAllOf: source), in: scope)
    case .like(let like): return try resolveLike(like, in: scope)
    case .call(let call): return try resolveCall(call, in: scope)
    case .special(let function, let arguments):
      return try resolveCall(FunctionCall(function, arguments), in: scope)
    case .collate(let operand, let name): return try resolveCollate(operand, name, in: scope)
    case .conditional(let conditional): return try resolveCase(conditional, in: scope)
    case .subquery(let query), .exists(let query):
      return try resolveSubquery(query, in: scope)
    case .raise(_, let message): return try resolveRaise(message, in: scope)
    default: throw .unmodelled(reason: "An expression of this kind is not modelled")
    }
  }

  private mutating func resolveColumn(
    _ reference: ColumnReference, in scope: NameScope
  ) throws(SQLiteStop) -> Bool {
    if reference.parts.count == 1, reference.column.quoting == .single { return error == nil }
    if reference.parts.count > 1 {
      switch scope.selfReference {
      case .indexExpression, .generatedColumn:
        _ = prohibit("the \".\" operator", in: scope, allowedIn: .check)
      default: break
      }
    }
    return try located { resolver throws(SQLiteStop) in
      try resolver.lookUp(reference, in: scope)
    }.flatMap { $0 } != nil
  }

  private mutating func resolveBinary(
    _ left: SQLExpression, _ symbol: OperatorName, _ right: SQLExpression, in scope: NameScope
  ) throws(SQLiteStop) -> Bool {
    if symbol.symbol == "->" || symbol.symbol == "->>" {
      hasCalls = true
      _ = try resolve([left, right], in: scope)
      return true
    }
    guard error == nil else { return false }
    if case .row(let first) = left.kind, case .row(let second) = right.kind,
      first.count == second.count
    {
      return try resolve(first + second, in: scope)
    }
    return try resolve([left, right], in: scope)
  }

  /// `a IS b` looks at a bare name on its right first: it may be TRUE or FALSE.
  private mutating func resolveIs(
    _ left: SQLExpression, _ right: SQLExpression, in scope: NameScope
  ) throws(SQLiteStop) -> Bool {
    if case .column(let reference) = right.kind, reference.parts.count == 1,
      reference.column.quoting != .double
    {
      guard try resolve(right, in: scope) else { return false }
    }
    guard error == nil else { return false }
    return try resolve([left, right], in: scope)
  }

  private mutating func resolveIn(
    _ value: SQLExpression, _ query: Query, in scope: NameScope
  ) throws(SQLiteStop) -> Bool {
    guard let columns = try resolveNested(query, in: scope) else { return false }
    if case .row(let values) = value.kind {
      guard columns == values.count else {
        throw .unmodelled(reason: "A row is compared with a query of another width")
      }
      return try resolve(values, in: scope)
    }
    guard columns == 1 else {
      throw .unmodelled(reason: "A value is compared with a query of several columns")
    }
    return try resolve(value, in: scope)
  }

  private mutating func resolveSubquery(
    _ query: Query, in scope: NameScope
  ) throws(SQLiteStop) -> Bool {
    guard try resolveNested(query, in: scope) != nil else { return false }
    return error == nil
  }

  /// - Returns: The number of columns; `nil` after an error.
  private mutating func resolveNested(
    _ query: Query, in scope: NameScope
  ) throws(SQLiteStop) -> Int? {
    if scope.selfReference != nil {
      _ = prohibit("subqueries", in: scope, allowedIn: nil)
      return error == nil ? 1 : nil
    }
    if !scope.isExpanded, try expand(query) == nil { return nil }
    return try resolve(query, outer: scope)?.count
  }

  private mutating func resolveLike(_ like: Like, in scope: NameScope) throws(SQLiteStop) -> Bool {
    guard like.kind == .like || like.kind == .glob else {
      throw .unmodelled(reason: "\(like.kind.rawValue) depends on functions the program adds")
    }
    hasCalls = true
    _ = try resolve([like.pattern, like.value] + [like.escape].compactMap { $0 }, in: scope)
    return true
  }

  private mutating func resolveCollate(
    _ operand: SQLExpression, _ name: ObjectName, in scope: NameScope
  ) throws(SQLiteStop) -> Bool {
    guard SQLiteReserved.collations.contains(name.name.key) else {
      throw .unmodelled(reason: "Collation \(name.name.text) is only looked up when it is used")
    }
    return try error == nil ? resolve(operand, in: scope) : false
  }

  private mutating func resolveCase(
    _ conditional: CaseExpression, in scope: NameScope
  ) throws(SQLiteStop) -> Bool {
    guard error == nil else { return false }
    var operands = [conditional.operand].compactMap { $0 }
    for branch in conditional.branches { operands += [branch.condition, branch.result] }
    return try resolve(operands + [conditional.otherwise].compactMap { $0 }, in: scope)
  }

  private mutating func resolveRaise(
    _ message: SQLExpression?, in scope: NameScope
  ) throws(SQLiteStop) -> Bool {
    guard trigger != nil else {
      throw .unmodelled(reason: "RAISE stands outside a trigger")
    }
    return error == nil
  }

  /// Refuses what a table's or an index's own definition may not hold.
  ///
  /// - Returns: Whether the walk goes on.
  mutating func prohibit(
    _ what: String, in scope: NameScope, allowedIn exception: SelfReference?
  ) -> Bool {
    guard let place = scope.selfReference, place != exception else { return error == nil }
    return fail("\(what) prohibited in \(place.rawValue)")
  }
}

extension Query {
  /// `SELECT * FROM source`.
  init(selectingAllOf source: TableSource) {
    let item = SelectItem(expression: SQLExpression(kind: .wildcard(qualifier: [])))
    self.init(body: .select(SelectCore(items: [item], from: [source])))
  }
}

extension FunctionCall {
  /// The call that a function with a keyword for a name stands for.
  init(_ function: SpecialFunction, _ arguments: [SQLExpression]) {
    self.init(
      name: ObjectName(name: Identifier(function.rawValue.asciiLowercased())),
      arguments: arguments.map { FunctionArgument(value: $0) })
  }
}
