import HashTreeCollections
import SQLSyntax

extension ExpressionAnalysis {
  mutating func between(_ between: Between) throws(Halt) -> ValueType {
    let value = try type(of: between.value)
    let low = try type(of: between.low)
    let high = try type(of: between.high)
    _ = try apply(OperatorName(symbol: between.isNegated ? "<" : ">="), value, low)
    _ = try apply(OperatorName(symbol: between.isNegated ? ">" : "<="), value, high)
    return .known(.builtin("bool"))
  }

  /// `x IN (a, b)`: one comparison with an array where all have one type, else one each.
  mutating func inList(
    _ value: SQLExpression, _ list: [SQLExpression], _ isNegated: Bool
  ) throws(Halt) -> ValueType {
    let name = OperatorName(symbol: isNegated ? "<>" : "=")
    if case .row = value.kind {
      for item in list { _ = try binary(value, name, item) }
      return .known(.builtin("bool"))
    }
    let left = try type(of: value)
    var types: [ValueType] = []
    for item in list { types.append(try type(of: item)) }
    if types.count > 1, let common = try? commonListType([left] + types) {
      _ = try apply(name, left, .known(common))
      for type in types { try coerce(type, to: common) }
      if case .literal(let text) = left { try transition.checkInput(text, as: common) }
    } else {
      for type in types { _ = try apply(name, left, type) }
    }
    return .known(.builtin("bool"))
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
  mutating func coerce(
    _ value: ValueType, to target: DataType, context: CoercionContext = .implicit,
    word: String? = nil
  ) throws(Halt) {
    switch value {
    case .literal(let text): try transition.checkInput(text, as: target)
    case .known(let type):
      switch try transition.coercion(from: type, to: target, in: context) {
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
    }
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

  mutating func like(_ like: Like) throws(Halt) -> ValueType {
    let value = try type(of: like.value)
    let pattern = try type(of: like.pattern)
    if let escape = like.escape { _ = try type(of: escape) }
    let symbol: String
    switch like.kind {
    case .like: symbol = "~~"
    case .ilike: symbol = "~~*"
    case .similarTo: symbol = "~"
    default: throw .unmodelled("This kind of pattern matching is SQLite's")
    }
    return .known(
      try apply(OperatorName(symbol: (like.isNegated ? "!" : "") + symbol), value, pattern))
  }

  mutating func quantified(
    _ value: SQLExpression, _ name: OperatorName, _ array: SQLExpression
  ) throws(Halt) -> ValueType {
    let left = try type(of: value)
    let right = try type(of: array)
    guard case .known(let type) = right else {
      guard case .literal(let text) = right, case .known(let element) = left else {
        throw .unmodelled("ANY of an untyped literal is not modelled")
      }
      try transition.checkInput(text, as: element.bare.arrayOf)
      return .known(try apply(name, left, left))
    }
    guard transition.baseType(type).isArray else {
      throw .refuse(.wrongObjectType, "op ANY/ALL (array) requires array on right side")
    }
    return .known(try apply(name, left, .known(transition.baseType(type).element)))
  }

  mutating func special(
    _ function: SpecialFunction, _ operands: [SQLExpression]
  ) throws(Halt) -> ValueType {
    var types: [ValueType] = []
    for operand in operands { types.append(try type(of: operand)) }
    if function == .nullIf, types.count == 2 {
      _ = try apply(OperatorName(symbol: "="), types[0], types[1])
      if case .literal = types[0] { return .known(.builtin("text")) }
      return types[0]
    }
    let common = try commonWithModifiers(types, for: function.rawValue)
    for type in types { try coerce(type, to: common, word: function.rawValue) }
    return .known(common)
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

  func current(_ value: CurrentValue) throws(Halt) -> ValueType {
    let name =
      switch value {
      case .date: "date"
      case .time: "timetz"
      case .timestamp: "timestamptz"
      case .localTime: "time"
      case .localTimestamp: "timestamp"
      case .role, .currentUser, .user, .sessionUser, .catalog, .schema: "name"
      }
    return .known(.builtin(name))
  }

  mutating func cast(_ operand: SQLExpression, to name: TypeName) throws(Halt) -> ValueType {
    if case .array(let elements) = operand.kind, !name.arrayBounds.isEmpty {
      let target = try transition.resolve(name)
      for element in elements {
        try castOne(try type(of: element), to: target.element)
      }
      depend(onType: target)
      return .known(target)
    }
    let value = try type(of: operand)
    let target = try transition.resolve(name)
    try castOne(value, to: target)
    depend(onType: target)
    return .known(target)
  }

  mutating func depend(onType type: DataType) {
    for address in transition.dependencies(of: type) { depend(on: address) }
  }

  private mutating func castOne(_ value: ValueType, to target: DataType) throws(Halt) {
    if target.isUnknown {
      if case .literal = value { return }
      throw .unmodelled("Conversions to an extension's type are not modelled")
    }
    if case .known(let type) = value, type.builtinName == "record",
      transition.isComposite(target)
    {
      throw .unmodelled("Conversions of rows are not modelled")
    }
    if case .known(let type) = value,
      try transition.coercion(from: type, to: target, in: .explicit) == nil
    {
      if transition.hasUnknownOverloads { throw .unmodelled("An extension may have the cast") }
      throw .refuse(
        .cannotCoerce,
        "cannot cast type \(transition.displayName(of: type)) "
          + "to \(transition.displayName(of: target))")
    }
    try coerce(value, to: target, context: .explicit)
    if hasDomainChecks(target) { canFail = true }
  }

  private func hasDomainChecks(_ type: DataType) -> Bool {
    if case .user(let id) = type.reference {
      return !transition.catalog.constraints(of: id).isEmpty
    }
    return false
  }

  mutating func collate(_ operand: SQLExpression, _ name: ObjectName) throws(Halt) -> ValueType {
    let value = try type(of: operand)
    try transition.requireCollation(name)
    guard case .known(let type) = value else { return .known(.builtin("text")) }
    if !transition.isCollatable(type) {
      throw .refuse(
        .datatypeMismatch,
        "collations are not supported by type \(transition.displayName(of: type))")
    }
    return value
  }

  mutating func conditional(_ expression: CaseExpression) throws(Halt) -> ValueType {
    let operand = try optionalType(expression.operand)
    var results: [ValueType] = []
    // The engine takes ELSE first when it chooses the type.
    if let otherwise = expression.otherwise { results.append(try type(of: otherwise)) }
    for branch in expression.branches {
      if let operand {
        let condition = try type(of: branch.condition)
        let left: ValueType =
          if case .literal = operand { .known(.builtin("text")) } else { operand }
        _ = try apply(OperatorName(symbol: "="), left, condition)
      } else {
        try requireBoolean(branch.condition, in: "CASE/WHEN")
      }
      results.append(try type(of: branch.result))
    }
    let common = try commonWithModifiers(results, for: "CASE")
    for result in results { try coerce(result, to: common, word: "CASE") }
    return .known(common)
  }

  private mutating func optionalType(_ expression: SQLExpression?) throws(Halt) -> ValueType? {
    guard let expression else { return nil }
    return try type(of: expression)
  }

  mutating func array(_ elements: [SQLExpression]) throws(Halt) -> ValueType {
    if elements.isEmpty {
      throw .refuse(
        .indeterminateDatatype, "cannot determine type of empty array",
        hint: "Explicitly cast to the desired type, for example ARRAY[]::integer[].")
    }
    var types: [ValueType] = []
    for element in elements { types.append(try type(of: element)) }
    let common = try transition.commonType(types, for: "ARRAY")
    for type in types { try coerce(type, to: common, word: "ARRAY") }
    return .known(common.isArray ? common : common.arrayOf)
  }

  mutating func subscripted(
    _ value: SQLExpression, _ path: [ArraySubscript]
  ) throws(Halt) -> ValueType {
    guard case .known(let type) = try type(of: value) else {
      throw .unmodelled("A subscript of an untyped literal is not modelled")
    }
    let base = transition.baseType(type)
    let isDocument = base.builtinName == "jsonb"
    guard base.isArray || isDocument else {
      throw .unmodelled("A subscript of this type is not modelled")
    }
    var isSlice = false
    for part in path {
      switch part {
      case .element(let index): try subscriptIndex(index, isDocument: isDocument)
      case .slice(let lower, let upper):
        isSlice = true
        if let lower { try subscriptIndex(lower, isDocument: isDocument) }
        if let upper { try subscriptIndex(upper, isDocument: isDocument) }
      case .field: throw .unmodelled("A field behind a subscript is not modelled")
      }
    }
    return .known(isDocument || isSlice ? base : base.element)
  }

  private mutating func subscriptIndex(
    _ index: SQLExpression, isDocument: Bool
  ) throws(Halt) {
    let type = try type(of: index)
    if isDocument { return }
    try coerce(type, to: .builtin("int4"), context: .assignment, word: "array subscript")
  }

  mutating func row(_ values: [SQLExpression]) throws(Halt) -> ValueType {
    for value in values { _ = try type(of: value) }
    return .known(.builtin("record"))
  }

  mutating func field(_ value: SQLExpression, _ name: Identifier) throws(Halt) -> ValueType {
    guard case .known(let type) = try type(of: value), transition.isComposite(type),
      case .user(let id) = type.reference
    else { throw .unmodelled("A field of this value is not modelled") }
    guard let column = transition.rowColumns(id).first(where: { $0.name == name && !$0.isDropped }),
      let found = column.type
    else {
      throw .unmodelled("The field \(name.text) is not known")
    }
    return .known(found)
  }

  // MARK: Queries

  mutating func scalar(_ query: Query) throws(Halt) -> ValueType {
    let columns = try subquery(query)
    guard columns.count == 1 else {
      throw .refuse(.syntaxError, "subquery must return only one column")
    }
    return .known(columns[0].type)
  }

  mutating func exists(_ query: Query) throws(Halt) -> ValueType {
    _ = try subquery(query)
    return .known(.builtin("bool"))
  }

  mutating func arrayQuery(_ query: Query) throws(Halt) -> ValueType {
    let columns = try subquery(query)
    guard columns.count == 1 else {
      throw .refuse(.syntaxError, "subquery must return only one column")
    }
    return .known(columns[0].type.isArray ? columns[0].type : columns[0].type.arrayOf)
  }

  mutating func compare(
    _ value: SQLExpression, _ name: OperatorName, with query: Query
  ) throws(Halt) -> ValueType {
    if case .row(let values) = value.kind {
      let columns = try subquery(query)
      if columns.count != values.count {
        throw .refuse(
          .syntaxError, "subquery has too \(columns.count > values.count ? "many" : "few") columns")
      }
      for (value, column) in zip(values, columns) {
        _ = try apply(name, try type(of: value), .known(column.type))
      }
      return .known(.builtin("bool"))
    }
    let left = try type(of: value)
    let columns = try subquery(query)
    guard columns.count == 1 else {
      throw .refuse(.syntaxError, "subquery has too many columns")
    }
    return .known(try apply(name, left, .known(columns[0].type)))
  }

  /// A query inside the expression: its columns; what it uses counts as used here.
  mutating func subquery(_ query: Query) throws(Halt) -> [OutputColumn] {
    if !position.allowsSubqueries {
      throw .refuse(.featureNotSupported, "cannot use subquery in \(position.name)")
    }
    hasSubquery = true
    canFail = true
    var inner = QueryAnalysis(
      transition, outer: scopes, commonTables: commonTables, parameters: parameters)
    let columns = try inner.columns(of: query)
    for address in inner.references { depend(on: address) }
    use(inner.volatility)
    return columns
  }
}
