import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  mutating func createIndex(_ create: CreateIndex) throws(Halt) -> String {
    if create.isConcurrent { try preventInTransactionBlock("CREATE INDEX CONCURRENTLY") }
    let relation = try relation(create.table)
    try requireIndexable(relation)
    var plan = IndexPlan(table: relation.id, name: create.name?.name, keys: create.keys)
    plan.including = create.including
    plan.isUnique = create.isUnique
    plan.nullsNotDistinct = create.nullsNotDistinct
    plan.method = create.method?.text ?? "btree"
    plan.condition = create.condition
    plan.ifNotExists = create.ifNotExists
    plan.isConcurrent = create.isConcurrent
    plan.options = create.options
    plan.tablespace = create.tablespace
    _ = try makeIndex(plan)
    return "CREATE INDEX"
  }

  private func requireIndexable(_ relation: Relation) throws(Halt) {
    switch relation {
    case .table(let table):
      if case .foreign = table.kind { break }
      return
    case .view(let view) where view.isMaterialized: return
    default: break
    }
    throw .refuse(
      .wrongObjectType, "cannot create index on relation \"\(relation.name.text)\"",
      detail: "This operation is not supported for \(relation.kindPlural).")
  }

  /// Makes an index after the engine's checks in their order.
  ///
  /// Gives `nil` where IF NOT EXISTS found a relation of that name.
  mutating func makeIndex(_ plan: IndexPlan) throws(Halt) -> ObjectID? {
    guard let relation = catalog.relations[plan.table] else { return nil }
    let scope = try scope(of: plan.table)
    let parsed = try parse(plan, scope)
    if plan.keys.count + plan.including.count > 32 {
      throw .refuse(.tooManyColumns, "cannot use more than 32 columns in an index")
    }
    let isPartitioned = catalog.table(plan.table)?.kind == .partitioned
    if isPartitioned, plan.isConcurrent {
      throw .refuse(
        .featureNotSupported,
        "cannot create index on partitioned table \"\(relation.name.text)\" concurrently")
    }
    if isPartitioned, !catalog.children(of: plan.table).isEmpty {
      throw .unmodelled("Indexes of partitions are not modelled")
    }
    try checkTablespace(plan.tablespace)
    let name = plan.name ?? automaticName(plan, of: relation)
    try checkMethod(plan)
    if let condition = parsed.condition, condition.volatility != .immutable {
      try refuseInlining(condition)
      throw .refuse(
        .invalidObjectDefinition, "functions in index predicate must be marked IMMUTABLE")
    }
    let options = try indexOptions(plan.options, method: plan.method)
    let keys = try resolveKeys(plan, parsed, relation, scope)
    let including = try resolveIncluding(plan, relation)
    if plan.isPrimary { try checkPrimaryKey(on: relation) }
    if isPartitioned, plan.isUnique || plan.isExclusion {
      try checkPartitionKey(isIn: keys, of: plan, relation)
    }
    if try isPassedOver(name, plan, relation) { return nil }
    var index = TableIndex(
      id: catalog.takeID(), schema: relation.schema, name: name, table: plan.table, keys: keys,
      including: including)
    index.options = options
    add(&index, plan, condition: parsed.condition)
    return index.id
  }

  /// Whether IF NOT EXISTS found a relation of the name; any other use of it is refused.
  private mutating func isPassedOver(
    _ name: Identifier, _ plan: IndexPlan, _ relation: Relation
  ) throws(Halt) -> Bool {
    if try existsRelation(name.text, in: relation.schema) {
      guard plan.ifNotExists else {
        throw .refuse(.duplicateTable, "relation \"\(name.text)\" already exists")
      }
      notice("relation \"\(name.text)\" already exists, skipping", state: .duplicateTable)
      return true
    }
    if plan.isConstraint, catalog.constraint(named: name.text, of: plan.table) != nil {
      throw .refuse(
        .duplicateObject,
        "constraint \"\(name.text)\" for relation \"\(relation.name.text)\" already exists")
    }
    return false
  }

  /// Puts the index into the catalog, with its edges and with what rows must satisfy.
  private mutating func add(
    _ index: inout TableIndex, _ plan: IndexPlan, condition: ExpressionAnalysis?
  ) {
    index.isUnique = plan.isUnique
    index.isPrimary = plan.isPrimary
    index.nullsNotDistinct = plan.nullsNotDistinct
    index.method = plan.method
    index.tablespace = plan.tablespace?.text
    if let condition, let syntax = plan.condition {
      index.condition = StoredExpression(syntax: syntax, references: condition.references)
    }
    catalog.add(.index(index))
    if !plan.isConstraint { recordIndexEdges(index) }
    if plan.isUnique { demand(.unique(index: index.id)) }
    if holdsLongValues(index) { demand(.runs(writing: plan.table)) }
    for key in index.keys where key.column == nil {
      if let expression = key.expression {
        demand(.evaluates(table: plan.table, expression))
      }
    }
    if let stored = index.condition, condition?.canFail == true {
      demand(.evaluates(table: plan.table, stored))
    }
  }

  /// A key without a limit of length may be too long for an index's page.
  private func holdsLongValues(_ index: TableIndex) -> Bool {
    let columns = catalog.columns(of: index.table)
    return ["btree", "gist", "spgist"].contains(index.method)
      && index.keys.contains { key in
        guard let type = key.column.flatMap({ columns[$0 - 1].type }) else { return true }
        return isToastable(type) && type.modifiers.isEmpty
      }
  }

  private func automaticName(_ plan: IndexPlan, of relation: Relation) -> Identifier {
    if plan.isPrimary {
      return freeConstraintIndexName(
        relation.name.text, nil, label: "pkey", in: relation.schema)
    }
    let columns = AutomaticNames.columns(plan.keyNames)
    if plan.isConstraint {
      return freeConstraintIndexName(
        relation.name.text, columns, label: plan.isExclusion ? "excl" : "key",
        in: relation.schema)
    }
    return freeRelationName(relation.name.text, columns, label: "idx", in: relation.schema)
  }

  // MARK: Expressions

  /// What parse analysis finds before any key is looked at.
  private struct ParsedIndex {
    var condition: ExpressionAnalysis?
    /// By the key's place; `nil` for plain columns.
    var keys: [(ExpressionAnalysis, ValueType)?] = []
  }

  private func parse(_ plan: IndexPlan, _ scope: Scope) throws(Halt) -> ParsedIndex {
    var parsed = ParsedIndex()
    if let condition = plan.condition {
      var analysis = ExpressionAnalysis(self, scope: scope, position: .indexPredicate)
      try analysis.requireBoolean(condition, in: "WHERE")
      parsed.condition = analysis
    }
    for key in plan.keys {
      if key.column != nil {
        parsed.keys.append(nil)
        continue
      }
      var analysis = ExpressionAnalysis(self, scope: scope, position: .indexKey)
      let type = try analysis.type(of: key.expression)
      parsed.keys.append((analysis, type))
    }
    return parsed
  }

  // MARK: Keys

  private func resolveKeys(
    _ plan: IndexPlan, _ parsed: ParsedIndex, _ relation: Relation, _ scope: Scope
  ) throws(Halt) -> [StoredIndexKey] {
    var keys: [StoredIndexKey] = []
    for (key, analysis) in zip(plan.keys, parsed.keys) {
      var stored = StoredIndexKey(direction: key.direction ?? .ascending, nulls: key.nulls)
      let type: DataType
      if let column = key.column {
        (stored.column, type) = try keyColumn(column, plan, relation)
      } else {
        guard let (analysis, value) = analysis else { continue }
        guard case .known(let known) = value else {
          throw .unmodelled("An index over an untyped literal is not modelled")
        }
        if analysis.volatility != .immutable {
          try refuseInlining(analysis)
          throw .refuse(
            .invalidObjectDefinition, "functions in index expression must be marked IMMUTABLE")
        }
        type = known
        stored.expression = StoredExpression(
          syntax: key.expression, references: analysis.references)
      }
      if let collation = key.collation { try checkCollation(collation, of: type) }
      stored.collation = key.collation
      stored.operatorClass = key.operatorClass
      try checkOperatorClass(key, type: type, method: plan.method)
      keys.append(stored)
    }
    return keys
  }

  private func checkCollation(_ name: ObjectName, of type: DataType) throws(Halt) {
    try requireCollation(name)
    if !isCollatable(type) {
      throw .refuse(
        .datatypeMismatch, "collations are not supported by type \(displayName(of: type))")
    }
  }

  private func keyColumn(
    _ column: Identifier, _ plan: IndexPlan, _ relation: Relation
  ) throws(Halt) -> (Int, DataType) {
    guard let number = catalog.columnNumber(column.text, of: relation.id) else {
      if SystemColumns.types[column.text] != nil {
        throw .unmodelled("Indexes over system columns are not modelled")
      }
      if mayBeUnseen(relation.name.text) { throw .unmodelled("The column may exist") }
      throw .refuse(
        .undefinedColumn,
        plan.isConstraint
          ? "column \"\(column.text)\" named in key does not exist"
          : "column \"\(column.text)\" does not exist")
    }
    guard let type = catalog.columns(of: relation.id)[number - 1].type else {
      throw .unmodelled("The type of column \(column.text) is not known")
    }
    return (number, type)
  }

  private func resolveIncluding(_ plan: IndexPlan, _ relation: Relation) throws(Halt) -> [Int] {
    var numbers: [Int] = []
    for key in plan.including {
      guard let column = key.column else {
        throw .refuse(
          .featureNotSupported, "expressions are not supported in included columns")
      }
      numbers.append(try keyColumn(column, plan, relation).0)
    }
    return numbers
  }

  private func checkPrimaryKey(on relation: Relation) throws(Halt) {
    if catalog.indexes(of: relation.id).contains(where: \.isPrimary) {
      throw .refuse(
        .invalidTableDefinition,
        "multiple primary keys for table \"\(relation.name.text)\" are not allowed")
    }
  }

  private func checkPartitionKey(
    isIn keys: [StoredIndexKey], of plan: IndexPlan, _ relation: Relation
  ) throws(Halt) {
    guard let partition = catalog.table(relation.id)?.partitionBy else { return }
    for key in partition.keys {
      guard let column = key.column else {
        throw .unmodelled("A partition key that is an expression is not modelled")
      }
      let number = catalog.columnNumber(column.text, of: relation.id)
      if keys.contains(where: { $0.column == number }) { continue }
      let word = plan.isPrimary ? "PRIMARY KEY" : plan.isExclusion ? "EXCLUDE" : "UNIQUE"
      throw .refuse(
        .featureNotSupported,
        "unique constraint on partitioned table must include all partitioning columns",
        detail: "\(word) constraint on table \"\(relation.name.text)\" lacks column "
          + "\"\(column.text)\" which is part of the partition key.")
    }
  }

  /// An index goes silently with its columns, and holds the functions it calls.
  mutating func recordIndexEdges(_ index: TableIndex) {
    var columns = (index.keys.compactMap(\.column) + index.including).map {
      ObjectAddress(object: index.table, column: $0)
    }
    let expressions = index.keys.compactMap(\.expression) + [index.condition].compactMap { $0 }
    let references = expressions.flatMap(\.references)
    columns += references.filter { $0.object == index.table }
    catalog.record(
      index.id, on: columns.isEmpty ? [ObjectAddress(object: index.table)] : columns, .automatic)
    catalog.record(index.id, on: references.filter { $0.object != index.table }, .normal)
  }
}
