import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  /// Adds a primary key, a unique or an exclusion constraint with the index under it.
  mutating func addKey(_ constraint: Constraint, to table: ObjectID) throws(Halt) {
    if case .exclude(let exclusion) = constraint.kind {
      return try addExclusion(exclusion, constraint, to: table)
    }
    guard let key = constraint.key else { return }
    if let name = key.usingIndex { return try adopt(name, constraint, on: table) }
    var plan = IndexPlan(table: table, name: constraint.name, keys: key.columns)
    plan.including = key.including.map {
      IndexKey(expression: SQLExpression(kind: .column(ColumnReference($0))))
    }
    plan.isUnique = true
    plan.isPrimary = constraint.isPrimaryKey
    plan.isConstraint = true
    plan.nullsNotDistinct = key.nullsNotDistinct
    plan.options = key.options
    plan.tablespace = key.tablespace
    if constraint.isPrimaryKey { try requireNotNull(key, on: table) }
    guard let index = try makeIndex(plan) else { return }
    addConstraint(over: index, constraint, on: table)
  }

  /// The columns of a primary key become NOT NULL.
  private mutating func requireNotNull(_ key: KeyConstraint, on table: ObjectID) throws(Halt) {
    if catalog.indexes(of: table).contains(where: \.isPrimary) { return }
    for column in key.columns.compactMap(\.column) {
      guard let number = catalog.columnNumber(column.text, of: table) else { continue }
      if catalog.columns(of: table)[number - 1].isNotNull { continue }
      for relation in [table] + catalog.descendants(of: table) {
        guard let own = catalog.columnNumber(column.text, of: relation) else { continue }
        catalog.updateColumn(own, of: relation) { $0.isNotNull = true }
        demand(.notNull(table: relation, column: own))
      }
    }
  }

  private mutating func addConstraint(
    over id: ObjectID, _ constraint: Constraint, on table: ObjectID
  ) {
    guard var index = catalog.index(id) else { return }
    let columns = index.keys.compactMap(\.column)
    let rule: ConstraintRule =
      switch constraint.kind {
      case .primaryKey: .primaryKey(columns: columns, index: id)
      case .exclude(let exclusion):
        .exclusion(index: id, operators: exclusion.elements.map(\.operatorName))
      default: .unique(columns: columns, index: id, nullsNotDistinct: index.nullsNotDistinct)
      }
    let added = TableConstraint(
      id: catalog.takeID(), owner: table, name: index.name, rule: rule,
      isDeferrable: constraint.deferral.isDeferrable ?? constraint.deferral.isInitiallyDeferred
        ?? false,
      isInitiallyDeferred: constraint.deferral.isInitiallyDeferred ?? false)
    catalog.add(added)
    let used = columns + index.including
    catalog.record(
      added.id, on: used.map { ObjectAddress(object: table, column: $0) }, .automatic)
    let references = (index.keys.compactMap(\.expression) + [index.condition].compactMap { $0 })
      .flatMap(\.references)
    catalog.record(added.id, on: references.filter { $0.object == table }, .automatic)
    index.constraint = added.id
    catalog.replace(.index(index))
    catalog.record(id, on: [ObjectAddress(object: added.id)], .internal)
  }

  // MARK: USING INDEX

  private mutating func adopt(
    _ name: Identifier, _ constraint: Constraint, on table: ObjectID
  ) throws(Halt) {
    guard let relation = catalog.relations[table] else { return }
    if catalog.table(table)?.kind == .partitioned {
      throw .unmodelled("USING INDEX on a partitioned table is not modelled")
    }
    guard let id = catalog.relationID(name.text, in: relation.schema),
      case .index(var index) = catalog.relations[id]
    else {
      if mayBeUnseen(name.text) { throw .unmodelled("The index may exist") }
      throw .refuse(.undefinedObject, "index \"\(name.text)\" does not exist")
    }
    try checkAdoptable(index, by: relation)
    if constraint.isPrimaryKey, catalog.indexes(of: table).contains(where: \.isPrimary) {
      throw .refuse(
        .invalidTableDefinition,
        "multiple primary keys for table \"\(relation.name.text)\" are not allowed")
    }
    if let given = constraint.name, given != index.name {
      notice(
        "ALTER TABLE / ADD CONSTRAINT USING INDEX will rename index "
          + "\"\(index.name.text)\" to \"\(given.text)\"")
      if try existsRelation(given.text, in: relation.schema) {
        throw .refuse(.duplicateTable, "relation \"\(given.text)\" already exists")
      }
      catalog.rename(id, to: given)
      index.name = given
    }
    index.isPrimary = constraint.isPrimaryKey
    catalog.replace(.index(index))
    catalog.removeEdges(from: id)
    if constraint.isPrimaryKey {
      for number in index.keys.compactMap(\.column) {
        if catalog.columns(of: table)[number - 1].isNotNull { continue }
        catalog.updateColumn(number, of: table) { $0.isNotNull = true }
        demand(.notNull(table: table, column: number))
      }
    }
    addConstraint(over: id, constraint, on: table)
  }

  private func checkAdoptable(_ index: TableIndex, by relation: Relation) throws(Halt) {
    let name = index.name.text
    let detail = "Cannot create a primary key or unique constraint using such an index."
    if index.constraint != nil {
      throw .refuse(
        .objectNotInPrerequisiteState, "index \"\(name)\" is already associated with a constraint")
    }
    if index.table != relation.id {
      throw .refuse(
        .objectNotInPrerequisiteState,
        "index \"\(name)\" does not belong to table \"\(relation.name.text)\"")
    }
    if !index.isValid {
      throw .refuse(.objectNotInPrerequisiteState, "index \"\(name)\" is not valid")
    }
    if !index.isUnique {
      throw .refuse(.wrongObjectType, "\"\(name)\" is not a unique index", detail: detail)
    }
    if index.keys.contains(where: { $0.expression != nil }) {
      throw .refuse(.wrongObjectType, "index \"\(name)\" contains expressions", detail: detail)
    }
    if index.condition != nil {
      throw .refuse(.wrongObjectType, "\"\(name)\" is a partial index", detail: detail)
    }
    for (place, key) in index.keys.enumerated() {
      let isPlain =
        key.direction == .ascending && key.nulls != .first && key.operatorClass == nil
        && key.collation == nil
      if !isPlain {
        throw .refuse(
          .wrongObjectType,
          "index \"\(name)\" column number \(place + 1) does not have default sorting behavior",
          detail: detail)
      }
    }
  }

  // MARK: EXCLUDE

  private mutating func addExclusion(
    _ exclusion: Exclusion, _ constraint: Constraint, to table: ObjectID
  ) throws(Halt) {
    var plan = IndexPlan(
      table: table, name: constraint.name, keys: exclusion.elements.map(\.key))
    plan.including = exclusion.including.map {
      IndexKey(expression: SQLExpression(kind: .column(ColumnReference($0))))
    }
    plan.method = exclusion.method?.text ?? "btree"
    plan.isConstraint = true
    plan.isExclusion = true
    plan.condition = exclusion.condition
    plan.options = exclusion.options
    plan.tablespace = exclusion.tablespace
    try checkOperators(exclusion, on: table, method: plan.method)
    guard let index = try makeIndex(plan) else { return }
    addConstraint(over: index, constraint, on: table)
    if let added = catalog.index(index)?.constraint { demand(.holds(constraint: added)) }
  }

  private func checkOperators(
    _ exclusion: Exclusion, on table: ObjectID, method: String
  ) throws(Halt) {
    for element in exclusion.elements {
      guard let column = element.key.column,
        let number = catalog.columnNumber(column.text, of: table),
        let type = catalog.columns(of: table)[number - 1].type
      else { continue }
      let base = baseType(type).bare
      let symbol = element.operatorName.symbol
      let candidates = BuiltinOperators.all[symbol] ?? []
      let own = candidates.first {
        $0.left.map { DataType.builtin($0) } == base && DataType.builtin($0.right) == base
      }
      guard let own else { throw .unmodelled("This operator in EXCLUDE is not modelled") }
      if !own.isCommutative {
        let shown = displayName(of: base)
        throw .refuse(
          .wrongObjectType, "operator \(symbol)(\(shown),\(shown)) is not commutative",
          detail: "Only commutative operators can be used in exclusion constraints.")
      }
      if method != "btree" || symbol != "=" {
        throw .unmodelled("This operator in EXCLUDE is not modelled")
      }
    }
  }
}
