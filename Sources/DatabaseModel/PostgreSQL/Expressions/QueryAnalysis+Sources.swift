import HashTreeCollections
import SQLSyntax

extension QueryAnalysis {
  /// An item of FROM: what it adds to the scope, and its tree.
  struct FromItem {
    var sources: [ScopeSource]
    var tree: AnalyzedSource?
  }

  /// What an item of FROM adds to the scope.
  mutating func item(_ item: TableSource, beside scope: Scope) throws(Halt) -> FromItem {
    switch item {
    case .table(let table): return try source(table)
    case .query(let derived): return try source(derived, beside: scope)
    case .function(let function): return try source(function, beside: scope)
    case .join(let join): return try self.item(join, beside: scope)
    case .opaque: throw .unmodelled("This form of FROM is not modelled")
    }
  }

  private mutating func takeNumber() -> Int {
    defer { nextSource += 1 }
    return nextSource
  }

  mutating func source(_ table: TableReference) throws(Halt) -> FromItem {
    if table.sample != nil { throw .unmodelled("TABLESAMPLE is not modelled") }
    let number = takeNumber()
    var source: ScopeSource
    var tree: AnalyzedSource?
    if table.name.schema == nil, let common = commonTable(table.name.name.text) {
      source = common
      source.name = table.alias?.name.text ?? common.name
      tree = .commonTable(number, table.name.name.text)
    } else {
      source = try relationSource(table)
      tree = relationTree(source.relation, number, isOnly: table.isOnly)
      if tree == nil { lacksTree("A system catalog is read") }
      if let relation = source.relation {
        let address = ObjectAddress(object: relation)
        if !references.contains(address) { references.append(address) }
      }
    }
    return FromItem(sources: [try renamed(source.numbered(number), by: table.alias)], tree: tree)
  }

  private func relationTree(
    _ id: ObjectID?, _ number: Int, isOnly: Bool
  ) -> AnalyzedSource? {
    guard let id else { return nil }
    switch transition.catalog.relations[id] {
    case .table: return .table(number, id, isOnly: isOnly)
    case .view(let view):
      return view.isMaterialized ? .table(number, id, isOnly: true) : .view(number, id)
    case .sequence: return .sequence(number, id)
    default: return nil
    }
  }

  private func commonTable(_ name: String) -> ScopeSource? {
    for level in commonTables {
      if let found = level[name] { return found }
    }
    return nil
  }

  private func relationSource(_ table: TableReference) throws(Halt) -> ScopeSource {
    switch try transition.findRelation(table.name) {
    case .known(let relation):
      switch relation {
      case .index(let index):
        throw .refuse(
          .wrongObjectType, "cannot open relation \"\(index.name.text)\"",
          detail: "This operation is not supported for indexes.")
      case .compositeType(_, _, let name, _):
        throw .refuse(
          .wrongObjectType, "cannot open relation \"\(name.text)\"",
          detail: "This operation is not supported for composite types.")
      default: return try transition.source(of: relation.id, name: table.alias?.name.text)
      }
    case .system(let found): return transition.source(of: found, name: table.alias?.name.text)
    case nil:
      try transition.requireSchemaForQuery(table.name)
      throw .refuse(
        .undefinedTable, "relation \"\(table.name.description)\" does not exist")
    }
  }

  private func renamed(
    _ source: ScopeSource, by alias: TableAlias?
  ) throws(Halt) -> ScopeSource {
    guard let alias, !alias.columns.isEmpty else { return source }
    if alias.columns.count > source.columns.count {
      throw .refuse(
        .invalidColumnReference,
        "table \"\(alias.name.text)\" has \(source.columns.count) columns available "
          + "but \(alias.columns.count) columns specified")
    }
    var renamed = source
    for (index, name) in alias.columns.enumerated() { renamed.columns[index].name = name.text }
    return renamed
  }

  private mutating func source(
    _ derived: DerivedTable, beside scope: Scope
  ) throws(Halt) -> FromItem {
    let number = takeNumber()
    var inner = QueryAnalysis(
      transition, outer: derived.isLateral ? [scope] + outer : outer, commonTables: commonTables,
      parameters: parameters)
    let (columns, tree) = try inner.analyze(derived.query)
    for address in inner.references where !references.contains(address) {
      references.append(address)
    }
    volatility = max(volatility, inner.volatility)
    if let reason = inner.missing { lacksTree(reason) }
    guard let alias = derived.alias else { throw .unmodelled("A subquery without an alias") }
    let source = ScopeSource(
      name: alias.name.text,
      columns: columns.map { ScopeColumn(name: $0.name, type: $0.type) }
    ).numbered(number)
    return FromItem(
      sources: [try renamed(source, by: alias)],
      tree: tree.map { .query(number, $0, isLateral: derived.isLateral) })
  }

  private mutating func source(
    _ function: TableFunction, beside scope: Scope
  ) throws(Halt) -> FromItem {
    guard function.calls.count == 1, !function.isRowsFrom, let call = function.calls.first,
      case .call(let syntax) = call.kind
    else { throw .unmodelled("ROWS FROM is not modelled") }
    if syntax.arguments.count > 1, syntax.name.name.text == "unnest" {
      return try unnest(function, syntax, beside: scope)
    }
    let number = takeNumber()
    var analysis = expressions(scope, at: .function)
    let operand = try analysis.analyze(call)
    guard case .known(let type) = operand.type else {
      throw .unmodelled("A function in FROM without a type")
    }
    note(analysis)
    let name = function.alias?.name.text ?? syntax.name.name.text
    var columns = try functionColumns(function, syntax, type, name)
    let tree = operand.tree.map { tree in
      AnalyzedSource.function(
        number,
        AnalyzedTableFunction(
          call: tree, columns: columns.map { AnalyzedColumn(name: $0.name, type: $0.type) },
          hasOrdinality: function.hasOrdinality))
    }
    if function.hasOrdinality {
      columns.append(ScopeColumn(name: "ordinality", type: .builtin("int8")))
    }
    var source = ScopeSource(name: name, columns: columns).numbered(number)
    source.isFunction = columns.count == 1
    return FromItem(sources: [try renamed(source, by: function.alias)], tree: tree)
  }

  /// `unnest(a, b)` in FROM gives a column for each array; elsewhere there is no such function.
  private mutating func unnest(
    _ function: TableFunction, _ call: FunctionCall, beside scope: Scope
  ) throws(Halt) -> FromItem {
    let number = takeNumber()
    var analysis = expressions(scope, at: .function)
    var columns: [ScopeColumn] = []
    for argument in call.arguments {
      guard case .known(let type) = try analysis.type(of: argument.value), type.isArray else {
        throw .unmodelled("What unnest makes of this is not modelled")
      }
      columns.append(ScopeColumn(name: "unnest", type: type.element))
    }
    note(analysis)
    if function.hasOrdinality {
      columns.append(ScopeColumn(name: "ordinality", type: .builtin("int8")))
    }
    let source = ScopeSource(name: function.alias?.name.text ?? "unnest", columns: columns)
    return FromItem(
      sources: [try renamed(source.numbered(number), by: function.alias)], tree: nil)
  }

  private mutating func functionColumns(
    _ function: TableFunction, _ call: FunctionCall, _ type: DataType, _ name: String
  ) throws(Halt) -> [ScopeColumn] {
    if !function.columns.isEmpty {
      var columns: [ScopeColumn] = []
      for column in function.columns {
        guard let type = column.type else { throw .unmodelled("A column without a type") }
        columns.append(ScopeColumn(name: column.name.text, type: try transition.resolve(type)))
      }
      return columns
    }
    if let known = Self.builtinRows[call.name.name.text] {
      return known.map { ScopeColumn(name: $0.0, type: .builtin($0.1)) }
    }
    if case .user(let id) = type.reference, transition.isComposite(type) {
      return transition.rowColumns(id).compactMap { column in
        column.isDropped ? nil : column.type.map { ScopeColumn(name: column.name.text, type: $0) }
      }
    }
    if type.builtinName == "record" { throw .unmodelled("A function that returns records") }
    return [ScopeColumn(name: name, type: type)]
  }

  /// Functions with output parameters whose result is a record.
  private static let builtinRows: [String: [(String, String)]] = [
    "jsonb_each": [("key", "text"), ("value", "jsonb")],
    "jsonb_each_text": [("key", "text"), ("value", "text")],
    "json_each": [("key", "text"), ("value", "json")],
    "json_each_text": [("key", "text"), ("value", "text")],
    "jsonb_array_elements": [("value", "jsonb")], "json_array_elements": [("value", "json")],
    "jsonb_array_elements_text": [("value", "text")],
    "json_array_elements_text": [("value", "text")],
    "pg_options_to_table": [("option_name", "text"), ("option_value", "text")],
  ]

  // MARK: JOIN

  private mutating func item(_ join: Join, beside scope: Scope) throws(Halt) -> FromItem {
    let left = try item(join.left, beside: scope)
    var middle = scope
    middle.sources += left.sources
    let right = try item(join.right, beside: middle)
    if join.isNatural || join.alias != nil { throw .unmodelled("This form of JOIN") }
    var sources = left.sources + right.sources
    var condition: AnalyzedExpression?
    var isWhole = true
    switch join.condition {
    case nil: break
    case .on(let expression):
      condition = try check(expression, in: "JOIN/ON", Scope(sources: sources), .joinCondition)
      isWhole = condition != nil
    case .using(let names, let alias):
      if alias != nil { throw .unmodelled("JOIN USING with an alias is not modelled") }
      (sources, condition) = try merge(
        left.sources, right.sources, on: names.map(\.text), kind: join.kind)
      isWhole = condition != nil
    }
    guard isWhole, let first = left.tree, let second = right.tree else {
      return FromItem(sources: sources, tree: nil)
    }
    return FromItem(
      sources: sources,
      tree: .join(
        AnalyzedJoin(kind: join.kind, left: first, right: second, condition: condition)))
  }

  private mutating func merge(
    _ left: [ScopeSource], _ right: [ScopeSource], on names: [String], kind: JoinKind
  ) throws(Halt) -> ([ScopeSource], AnalyzedExpression?) {
    if kind == .right || kind == .full { throw .unmodelled("USING of this JOIN is not modelled") }
    var right = right
    var equalities: [AnalyzedExpression?] = []
    for name in names {
      let first = try usingColumn(name, in: left, side: "left")
      let second = try usingColumn(name, in: right, side: "right")
      var analysis = expressions(Scope(sources: left + right), at: .joinCondition)
      let applied = try analysis.apply(
        OperatorName(symbol: "="), Operand(type: .known(first.type), tree: first.tree),
        Operand(type: .known(second.type), tree: second.tree))
      equalities.append(applied.operand.tree)
      if let address = first.address { analysis.depend(on: address) }
      if let address = second.address { analysis.depend(on: address) }
      note(analysis)
      if first.type.bare != second.type.bare { throw .unmodelled("USING changes a type") }
      for index in right.indices where right[index].columns.contains(where: { $0.name == name }) {
        right[index].hiddenColumns.insert(name)
      }
    }
    let condition = AnalyzedExpression(type: .builtin("bool"), parts: equalities) { .and($0) }
    // The merged columns come first in a star.
    if left.count == 1, left[0].columns.prefix(names.count).map(\.name) == names {
      return (left + right, condition)
    }
    var all = left + right
    for index in all.indices { all[index].hiddenColumns.formUnion(names) }
    var merged = ScopeSource(name: nil, columns: [])
    for name in names { merged.columns.append(try usingColumn(name, in: left, side: "left")) }
    return ([merged] + all, condition)
  }

  private func usingColumn(
    _ name: String, in sources: [ScopeSource], side: String
  ) throws(Halt) -> ScopeColumn {
    let found = sources.flatMap { source in
      source.columns.filter { $0.name == name && !source.hiddenColumns.contains(name) }
    }
    guard let column = found.first else {
      throw .unmodelledOr(
        isSure: !transition.mayHaveUnseenColumns([Scope(sources: sources)]),
        .refuse(
          .undefinedColumn,
          "column \"\(name)\" specified in USING clause does not exist in \(side) table"))
    }
    if found.count > 1 {
      throw .refuse(
        .ambiguousColumn,
        "common column name \"\(name)\" appears more than once in \(side) table")
    }
    return column
  }
}

extension PostgreSQLTransition {
  /// A query's table in a schema that does not exist is itself what is missing.
  func requireSchemaForQuery(_ name: ObjectName) throws(Halt) {
    if let schema = name.schema?.text, catalog.schemaID(schema) == nil, mayBeUnseen(schema) {
      throw .unmodelled("The schema \(schema) may exist")
    }
  }

  /// The columns of a row type.
  func rowColumns(_ id: ObjectID) -> [Column] {
    if case .composite(let columns) = catalog.types[id]?.form { return columns }
    return catalog.columns(of: id)
  }

  func isCollatable(_ type: DataType) -> Bool {
    let base = baseType(type)
    switch base.reference {
    case .builtin(let name): return BuiltinTypes.all[name]?.isCollatable ?? false
    case .unknown(let name): return name.name.text == "citext"
    default: return false
    }
  }

  /// Refuses a collation that no system has.
  func requireCollation(_ name: ObjectName) throws(Halt) {
    let known = ["C", "POSIX", "default", "ucs_basic", "unicode", "en-x-icu", "und-x-icu"]
    if known.contains(name.name.text) { return }
    throw .unmodelled("Which collations exist depends on the system")
  }
}
