import HashTreeCollections
import SQLSyntax

/// How the relations of a query are locked.
struct QueryLocking {
  var mode = LockMode.accessShare
  /// The query is planned and run, so that views are opened and indexes are looked at.
  var isPlanned = true
  /// Common tables in sight, which are no relations.
  var commonTables: Set<String> = []
}

extension FootprintAnalysis {
  mutating func runData(_ statement: Statement) throws(Halt) {
    try visitStatement(statement, QueryLocking())
  }

  private mutating func visitStatement(
    _ statement: Statement, _ locking: QueryLocking
  ) throws(Halt) {
    switch statement.kind {
    case .select(let query): try visit(query, locking)
    case .insert(let insert): try self.insert(insert, locking)
    case .update(let update): try self.update(update, locking)
    case .delete(let delete): try self.delete(delete, locking)
    default: throw .unmodelled("What this kind of statement locks is not modelled")
    }
  }

  // MARK: Queries

  mutating func visit(_ query: Query, _ locking: QueryLocking) throws(Halt) {
    var locking = locking
    try visit(query.with, &locking)
    switch query.body {
    case .select(let core): try visit(core, query.locking, locking)
    case .values(let rows):
      for row in rows { try visitAll(row, locking) }
    case .compound(let operation):
      try visit(operation.left, locking)
      try visit(operation.right, locking)
    }
    try visitAll(query.orderBy, locking)
    if let limit = query.limit { try visitExpressions(of: limit, locking) }
    if let offset = query.offset { try visitExpressions(of: offset, locking) }
  }

  private mutating func visit(
    _ with: WithClause?, _ locking: inout QueryLocking
  ) throws(Halt) {
    for table in with?.tables ?? [] {
      if with?.isRecursive == true { locking.commonTables.insert(table.name.text) }
      var inner = locking
      inner.mode = .accessShare
      try visitStatement(table.statement, inner)
      locking.commonTables.insert(table.name.text)
    }
  }

  private mutating func visit(
    _ core: SelectCore, _ clauses: [LockingClause], _ locking: QueryLocking
  ) throws(Halt) {
    if core.into != nil { throw .unmodelled("SELECT INTO is not modelled") }
    for source in core.from {
      try visit(source, clauses, isRestricted: core.condition != nil, locking)
    }
    var inner = locking
    inner.mode = .accessShare
    try visitAll(core.items, inner)
    if let condition = core.condition { try visitExpressions(of: condition, inner) }
    try visitAll(core.groupBy, inner)
    if let having = core.having { try visitExpressions(of: having, inner) }
    try visitAll(core.windows, inner)
  }

  private mutating func visit(
    _ source: TableSource, _ clauses: [LockingClause], isRestricted: Bool,
    _ locking: QueryLocking
  ) throws(Halt) {
    switch source {
    case .table(let reference):
      if reference.name.schema == nil,
        locking.commonTables.contains(reference.name.name.text)
      {
        return
      }
      guard let relation = try find(reference.name) else { return }
      let name = reference.alias?.name ?? reference.name.name
      let isLocked = clauses.contains { clause in
        clause.tables.isEmpty || clause.tables.contains { $0.name == name }
      }
      var inner = locking
      if isLocked { inner.mode = max(.rowShare, locking.mode) }
      try lock(relation, isOnly: reference.isOnly, isRestricted: isRestricted, inner)
    case .query(let derived):
      var inner = locking
      let name = derived.alias?.name
      if clauses.contains(where: { clause in
        clause.tables.isEmpty || clause.tables.contains { $0.name == name }
      }) {
        inner.mode = max(.rowShare, locking.mode)
      }
      try visit(derived.query, inner)
    case .join(let join):
      try visit(join.left, clauses, isRestricted: true, locking)
      try visit(join.right, clauses, isRestricted: true, locking)
      if case .on(let condition) = join.condition { try visitExpressions(of: condition, locking) }
    case .function(let function):
      try visitAll(function.calls, locking)
    case .opaque: throw .unmodelled("This item of FROM is not modelled")
    }
  }

  /// Locks a relation that a query reads or a statement writes, with what lies below it.
  mutating func lock(
    _ relation: Relation, isOnly: Bool, isRestricted: Bool, _ locking: QueryLocking
  ) throws(Halt) {
    footprint.lock(relation.id, locking.mode)
    guard locking.isPlanned else { return }
    switch relation {
    case .view(let view) where !view.isMaterialized:
      try stopIfRefused()
      var inner = locking
      inner.commonTables = []
      try visit(view.query, inner)
    case .table(let table):
      try stopIfRefused()
      lockIndexes(of: table.id, locking.mode)
      if table.kind != .partitioned, locking.mode < .rowExclusive { footprint.scan(table.id) }
      if isOnly { return }
      let below = catalog.descendants(of: table.id)
      if below.isEmpty { return }
      if table.kind == .partitioned, isRestricted {
        throw .unmodelled("Which partitions a condition leaves out is not modelled")
      }
      for child in below {
        footprint.lock(child, locking.mode)
        lockIndexes(of: child, locking.mode)
      }
    case .view(let view):
      try stopIfRefused()
      lockIndexes(of: view.id, locking.mode)
      footprint.scan(view.id)
    default: break
    }
  }

  // MARK: Expressions

  private mutating func visitAll(
    _ nodes: [some SyntaxNode], _ locking: QueryLocking
  ) throws(Halt) {
    for node in nodes { try visitExpressions(of: node, locking) }
  }

  /// The queries and the calls in an expression.
  mutating func visitExpressions(
    of node: some SyntaxNode, _ locking: QueryLocking
  ) throws(Halt) {
    var queries: [Query] = []
    var calls: [FunctionCall] = []
    node.walk { node in
      if let query = node as? Query {
        queries.append(query)
        return false
      }
      if let call = node as? FunctionCall { calls.append(call) }
      return true
    }
    var inner = locking
    inner.mode = .accessShare
    for query in queries { try visit(query, inner) }
    if locking.isPlanned { for call in calls { try visit(call) } }
  }

  private mutating func visit(_ call: FunctionCall) throws(Halt) {
    let name = call.name.name.text
    if ["nextval", "setval", "currval"].contains(name) {
      guard let sequence = call.arguments.first?.value.sequenceName else {
        throw .unmodelled("Which sequence a call means is not modelled")
      }
      try lock(sequence, .rowExclusive)
      return
    }
    for schema in before.searchedSchemas
      + (call.name.schema.map { [$0] } ?? []).compactMap({
        catalog.schemaID($0.text)
      })
    {
      for id in catalog.routineNames[NameKey(schema: schema, name: name)] ?? [] {
        try requirePure(id)
      }
    }
  }

  /// What a function locks is known only where its body surely touches nothing.
  func requirePure(_ id: ObjectID) throws(Halt) {
    guard let routine = catalog.routines[id]?.definition?.body, routine.atomic == nil else {
      throw .unmodelled("What a function locks is not modelled")
    }
    let words = routine.text.asciiLowercased()
    let touching = ["insert", "update", "delete", "perform", "execute", "from", "call", "nextval"]
    if touching.contains(where: { words.contains($0) }) {
      throw .unmodelled("What a function locks is not modelled")
    }
    for key in catalog.routineNames.keys where words.contains(key.name + "(") {
      throw .unmodelled("What a function locks is not modelled")
    }
  }
}

extension SQLExpression {
  /// The sequence that a literal names, with or without a cast to `regclass`.
  fileprivate var sequenceName: ObjectName? {
    switch kind {
    case .literal(.string(let text)):
      let parts = text.split(separator: ".").map(String.init)
      guard let last = parts.last, parts.count <= 2, !text.contains("\"") else { return nil }
      return ObjectName(
        name: Identifier(last.asciiLowercased()),
        schema: parts.count == 2 ? Identifier(parts[0].asciiLowercased()) : nil)
    case .cast(let operand, _): return operand.sequenceName
    default: return nil
    }
  }
}
