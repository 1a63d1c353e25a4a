import HashTreeCollections
import SQLSyntax

extension FootprintAnalysis {
  mutating func insert(_ insert: Insert, _ locking: QueryLocking) throws(Halt) {
    var locking = locking
    let table = try target(insert.table, .rowExclusive)
    try visitParts(insert.with, &locking)
    if case .query(let query) = insert.source { try visit(query, locking) }
    guard let table else { return }
    try stopIfRefused()
    for index in catalog.indexes(of: table.id) {
      if insert.onConflict.isEmpty {
        footprint.lockBriefly(index.id, .rowExclusive)
      } else {
        footprint.lock(index.id, .rowExclusive)
      }
    }
    for clause in insert.onConflict { try visitExpressions(of: clause, locking) }
    for item in insert.returning { try visitExpressions(of: item, locking) }
    try lockSequences(of: table, insert)
    try fireTriggers(of: table, on: [.insert])
    lockParents(of: table)
    if insert.onConflict.contains(where: { if case .update = $0.action { true } else { false } }) {
      try fireTriggers(of: table, on: [.update(of: [])])
      lockChildren(of: table)
    }
    if table.kind == .partitioned {
      throw .unmodelled("Which partition gets a row is not modelled")
    }
  }

  mutating func update(_ update: Update, _ locking: QueryLocking) throws(Halt) {
    var locking = locking
    let table = try target(update.table.name, .rowExclusive)
    try visitParts(update.with, &locking)
    for source in update.from { try visitSource(source, locking) }
    for assignment in update.assignments { try visitExpressions(of: assignment, locking) }
    if let condition = update.condition { try visitExpressions(of: condition, locking) }
    for item in update.returning { try visitExpressions(of: item, locking) }
    guard let table else { return }
    var own = locking
    own.mode = .rowExclusive
    try lock(
      .table(table), isOnly: update.table.isOnly, isRestricted: update.condition != nil, own)
    footprint.scan(table.id)
    try fireTriggers(of: table, on: [.update(of: [])])
    lockParents(of: table)
    lockChildren(of: table)
  }

  mutating func delete(_ delete: Delete, _ locking: QueryLocking) throws(Halt) {
    var locking = locking
    let table = try target(delete.table.name, .rowExclusive)
    try visitParts(delete.with, &locking)
    for source in delete.using { try visitSource(source, locking) }
    if let condition = delete.condition { try visitExpressions(of: condition, locking) }
    for item in delete.returning { try visitExpressions(of: item, locking) }
    guard let table else { return }
    var own = locking
    own.mode = .rowExclusive
    try lock(
      .table(table), isOnly: delete.table.isOnly, isRestricted: delete.condition != nil, own)
    footprint.scan(table.id)
    try fireTriggers(of: table, on: [.delete])
    lockChildren(of: table)
  }

  /// The table that a statement writes to, locked.
  private mutating func target(
    _ name: ObjectName, _ mode: LockMode
  ) throws(Halt) -> Table? {
    guard let relation = try lock(name, mode) else {
      try stopIfRefused()
      return nil
    }
    try stopIfRefused()
    guard case .table(let table) = relation else {
      throw .unmodelled("What writing to a view locks is not modelled")
    }
    return table
  }

  private mutating func visitParts(
    _ with: WithClause?, _ locking: inout QueryLocking
  ) throws(Halt) {
    guard let with else { return }
    try visit(Query(body: .values([]), with: with), locking)
    for table in with.tables { locking.commonTables.insert(table.name.text) }
  }

  private mutating func visitSource(
    _ source: TableSource, _ locking: QueryLocking
  ) throws(Halt) {
    try visit(
      Query(
        body: .select(
          SelectCore(from: [source], condition: SQLExpression(kind: .literal(.boolean(true)))))),
      locking)
  }

  // MARK: What rows call for

  /// Defaults that a row leaves out take their next number.
  private mutating func lockSequences(of table: Table, _ insert: Insert) throws(Halt) {
    let given = insert.columns.map(\.column.text)
    for (index, column) in table.columns.enumerated() where !column.isDropped {
      let isGiven =
        given.isEmpty ? index < insert.suppliedCount ?? 0 : given.contains(column.name.text)
      if isGiven, !insert.mentionsDefault { continue }
      if let identity = column.identity?.sequence {
        footprint.lockForRows(identity, .rowExclusive)
      } else if let value = column.defaultValue {
        for reference in value.references where catalog.sequence(reference.object) != nil {
          footprint.lockForRows(reference.object, .rowExclusive)
        }
        for reference in value.references where catalog.routines[reference.object] != nil {
          try requirePure(reference.object)
        }
      }
    }
  }

  /// Triggers run functions; only those that surely touch nothing are known.
  private func fireTriggers(of table: Table, on events: [TriggerEvent]) throws(Halt) {
    for trigger in catalog.triggers(of: table.id) where trigger.state != .disabled {
      let fires = trigger.definition.events.contains { event in
        events.contains { $0.isSameKind(as: event) }
      }
      guard fires else { continue }
      guard let function = trigger.function else {
        throw .unmodelled("What a trigger locks is not modelled")
      }
      try requirePure(function)
    }
  }

  /// The check of a foreign key locks the row it refers to.
  private mutating func lockParents(of table: Table) {
    for constraint in catalog.constraints(of: table.id) {
      guard case .foreignKey(let key) = constraint.rule, case .table(let parent, _) = key.target
      else { continue }
      footprint.lockForRows(parent, .rowShare)
      for index in catalog.indexes(of: parent) { footprint.lockForRows(index.id, .rowShare) }
    }
  }

  /// Rows that refer to a changed one are looked for, or changed along.
  private mutating func lockChildren(of table: Table) {
    for key in referrers(of: table.id) {
      guard case .foreignKey(let rule) = key.rule else { continue }
      let isPassive =
        [.noAction, .restrict].contains(rule.onDelete)
        && [.noAction, .restrict].contains(rule.onUpdate)
      let mode: LockMode = isPassive ? .rowShare : .rowExclusive
      footprint.lockForRows(key.owner, mode)
      for index in catalog.indexes(of: key.owner) { footprint.lockForRows(index.id, mode) }
    }
  }

  /// Foreign keys that refer to a table, oldest first.
  func referrers(of table: ObjectID) -> [TableConstraint] {
    var found: [TableConstraint] = []
    for edge in catalog.edges(to: ObjectAddress(object: table)) {
      guard let constraint = catalog.constraints[edge.dependent.object],
        case .foreignKey(let key) = constraint.rule, case .table(table, _) = key.target,
        !found.contains(where: { $0.id == constraint.id })
      else { continue }
      found.append(constraint)
    }
    return found.sorted { $0.id < $1.id }
  }
}

extension Insert {
  /// How many leading columns get a value; `nil` where the source does not show it.
  fileprivate var suppliedCount: Int? {
    guard case .query(let query) = source, case .values(let rows) = query.body else { return nil }
    return rows.first?.count
  }

  fileprivate var mentionsDefault: Bool {
    guard case .query(let query) = source, case .values(let rows) = query.body else { return true }
    return rows.contains { row in row.contains { $0.kind == .defaultValue } }
  }
}

extension TriggerEvent {
  fileprivate func isSameKind(as other: TriggerEvent) -> Bool {
    switch (self, other) {
    case (.insert, .insert), (.delete, .delete), (.truncate, .truncate), (.update, .update): true
    default: false
    }
  }
}
