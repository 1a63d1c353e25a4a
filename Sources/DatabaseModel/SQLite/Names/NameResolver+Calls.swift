import SQLSyntax

extension NameResolver {
  /// Looks at a call: the function first, then its arguments, whose errors take its place.
  mutating func resolveCall(
    _ call: FunctionCall, in scope: NameScope
  ) throws(SQLiteStop) -> Bool {
    hasCalls = true
    let name = call.name.name
    let lookup = SQLiteFunction.find(
      name.key, argumentCount: call.isStar ? 0 : call.arguments.count)
    if case .unmodelled = lookup {
      throw .unmodelled(reason: "Function \(name.text) belongs to an extension")
    }
    if name.key == "likelihood" {
      throw .unmodelled(reason: "likelihood() looks at its argument's value")
    }
    if case .found(let function) = lookup, !function.isDeterministic,
      scope.selfReference != .check
    {
      _ = prohibit("non-deterministic functions", in: scope, allowedIn: .check)
    }
    var isAggregate = false
    if case .found(let function) = lookup { isAggregate = function.kind != .scalar }
    if checksFunctions { isAggregate = try check(call, lookup, in: scope) }
    try resolveArguments(of: call, isAggregate: isAggregate, in: scope)
    return true
  }

  /// Checks that the function may stand here.
  ///
  /// - Returns: Whether it is an aggregate that may.
  private mutating func check(
    _ call: FunctionCall, _ lookup: SQLiteFunctionLookup, in scope: NameScope
  ) throws(SQLiteStop) -> Bool {
    let name = call.name.name.written
    switch lookup {
    case .missing:
      _ = fail("no such function: \(name)")
      return false
    case .wrongArgumentCount:
      _ = fail("wrong number of arguments to function \(name)()")
      return false
    case .unmodelled: return false
    case .found(let function):
      return try check(call, function, in: scope)
    }
  }

  private mutating func check(
    _ call: FunctionCall, _ function: SQLiteFunction, in scope: NameScope
  ) throws(SQLiteStop) -> Bool {
    let name = call.name.name.written
    let hasWindow = call.over != nil
    switch function.kind {
    case .scalar:
      if hasWindow {
        _ = fail("\(name)() may not be used as a window function")
      } else if call.filter != nil {
        _ = fail("FILTER may not be used with non-aggregate \(name)()")
      }
      return false
    case .aggregate, .window:
      let isMisused =
        !scope.allowsAggregates || function.kind == .window && !hasWindow
        || hasWindow && !scope.allowsWindows
      if isMisused {
        let kind = function.kind == .window || hasWindow ? "window" : "aggregate"
        _ = fail("misuse of \(kind) function \(name)()")
        return false
      }
      return true
    }
  }

  private mutating func resolveArguments(
    of call: FunctionCall, isAggregate: Bool, in scope: NameScope
  ) throws(SQLiteStop) {
    let saved = (scope.allowsAggregates, scope.allowsWindows, scope.referenceCount)
    if isAggregate {
      scope.allowsWindows = false
      if call.over == nil { scope.allowsAggregates = false }
    }
    _ = try resolve(call.arguments.map(\.value), in: scope)
    if isAggregate { try resolveAggregate(call, referencesBefore: saved.2, in: scope) }
    (scope.allowsAggregates, scope.allowsWindows) = (saved.0, saved.1)
  }

  private mutating func resolveAggregate(
    _ call: FunctionCall, referencesBefore: Int, in scope: NameScope
  ) throws(SQLiteStop) {
    guard call.orderBy.isEmpty else {
      throw .unmodelled(reason: "ORDER BY inside an aggregate is not of SQLite 3.40")
    }
    switch call.over {
    case nil:
      if let filter = call.filter { _ = try resolve(filter, in: scope) }
      let isOfOuterLevel = scope.parent != nil && scope.referenceCount == referencesBefore
      if isOfOuterLevel, !call.isStar, error == nil {
        throw .unmodelled(reason: "An aggregate may belong to an outer query")
      }
      scope.hasAggregate = true
    case .named(let name):
      guard scope.windowNames.contains(name.key) else {
        if error == nil || checksFunctions { _ = fail("no such window: \(name.text)") }
        return
      }
      if let filter = call.filter { _ = try resolve(filter, in: scope) }
    case .inline(let window):
      try resolveWindow(window, in: scope)
      if let filter = call.filter { _ = try resolve(filter, in: scope) }
    }
  }

  private mutating func resolveWindow(
    _ window: WindowDefinition, in scope: NameScope
  ) throws(SQLiteStop) {
    if window.base != nil || window.frame != nil {
      throw .unmodelled(reason: "Windows with a base or a frame are not modelled")
    }
    _ = try resolve(window.partitionBy, in: scope)
    _ = try resolve(window.orderBy.map(\.expression), in: scope)
  }
}
