import HashTreeCollections
import SQLSyntax

/// A statement's footprint under way.
///
/// Where the statement is refused, only what it surely locked before is kept: ``Halt/refused(_:)``
/// ends the analysis there.
struct FootprintAnalysis {
  /// The catalog before the statement, with what looks names up in it.
  let before: PostgreSQLTransition
  /// The catalog after it; `nil` where the statement is refused or not modelled.
  let after: Catalog?
  let refusal: DatabaseError?
  var footprint = StatementFootprint()

  var catalog: Catalog { before.catalog }

  init(before: Catalog, session: SessionState, transition: Transition) {
    self.before = PostgreSQLTransition(catalog: before, session: session)
    switch transition {
    case .applied(let applied):
      after = applied.catalog
      refusal = nil
    case .refused(let error):
      after = nil
      refusal = error
    case .unmodelled:
      after = nil
      refusal = nil
    }
  }

  mutating func run(_ statement: Statement) throws(Halt) {
    switch statement.kind {
    case .createTable(let create): try createTable(create)
    case .createTableAs(let create): try createTableAs(create)
    case .alterTable(let alter): try alterTable(alter)
    case .createIndex(let create): try createIndex(create)
    case .createView(let create): try createView(create)
    case .refreshMaterializedView(let refresh): try self.refresh(refresh)
    case .alterSequence(let alter):
      try lock(alter.name, .shareRowExclusive)
      try lockOwners(alter.options)
    case .createSequence(let create): try lockOwners(create.options)
    case .createTrigger(let create):
      try lock(create.table, .shareRowExclusive)
      if let other = create.constraintTable { try lock(other, .accessShare) }
    case .createPolicy(let create): try lock(create.table, .accessExclusive)
    case .alterPolicy(let alter): try lock(alter.table, .accessExclusive)
    case .createStatistics(let create):
      for case .table(let table) in create.tables {
        try lock(table.name, .shareUpdateExclusive)
      }
    case .alterDomain(let alter): try alterDomain(alter)
    case .drop(let drop): try self.drop(drop)
    case .rename(let rename): try self.rename(rename)
    case .setSchema(let change): try setSchema(change.object)
    case .setOwner(let change): try setOwner(change.object, change.owner)
    case .comment(let comment): try self.comment(comment.object)
    case .insert, .update, .delete, .select: try runData(statement)
    case .truncate(let truncate): try self.truncate(truncate)
    case .lock(let lock): try self.lock(lock)
    case .analyze(let maintenance): try maintain(maintenance, isVacuum: false)
    case .vacuum(let maintenance): try maintain(maintenance, isVacuum: true)
    case .reindex(let reindex): try self.reindex(reindex)
    case .opaque(let opaque): try self.opaque(opaque)
    case .createSchema(let create) where create.elements.isEmpty: break
    case .createType, .alterEnum, .createDomain, .createFunction, .alterFunction, .grant,
      .grantRole, .createRole, .alterRole, .dropRole, .transaction, .set, .show, .createExtension:
      break
    default: throw .unmodelled("What this kind of statement locks is not modelled")
    }
  }

  /// Ends the analysis where the statement is refused: what it locked so far is what is sure.
  func stopIfRefused() throws(Halt) {
    if let refusal { throw .refused(refusal) }
  }

  // MARK: Names

  /// The relation of a name; `nil` for a system relation, and where there is none.
  func find(_ name: ObjectName) throws(Halt) -> Relation? {
    if case .known(let relation) = try before.findRelation(name) { relation } else { nil }
  }

  /// Locks what a name stands for, and gives it.
  @discardableResult
  mutating func lock(_ name: ObjectName, _ mode: LockMode) throws(Halt) -> Relation? {
    guard let relation = try find(name) else { return nil }
    footprint.lock(relation.id, mode)
    return relation
  }

  mutating func lockIndexes(of table: ObjectID, _ mode: LockMode) {
    for index in catalog.indexes(of: table) { footprint.lock(index.id, mode) }
  }

  private mutating func lockOwners(_ options: [SequenceOption]) throws(Halt) {
    for case .ownedBy(let column?) in options {
      if let table = column.tableName { try lock(table, .accessShare) }
    }
  }

  // MARK: What the catalogs show

  /// New tables, materialized views and indexes of the catalog after the statement.
  mutating func buildNew() throws(Halt) {
    try stopIfRefused()
    guard let after else { throw .unmodelled("What the statement makes is not modelled") }
    var id = catalog.nextID
    while id < after.nextID {
      if let relation = after.relations[id], relation.hasFile(in: after) {
        footprint.build(relation.name.text)
      }
      id = ObjectID(rawValue: id.rawValue + 1)
    }
  }

  /// The new indexes of a table.
  func newIndexes(of table: ObjectID) -> [TableIndex] {
    (after?.indexes(of: table) ?? []).filter { catalog.relations[$0.id] == nil }
  }
}

extension Relation {
  /// Whether it is kept in a file of its own that counts here: sequences are left out.
  func hasFile(in catalog: Catalog) -> Bool {
    switch self {
    case .table(let table): table.kind != .partitioned
    case .index(let index): catalog.table(index.table)?.kind != .partitioned
    case .view(let view): view.isMaterialized
    case .sequence, .compositeType: false
    }
  }
}

extension ColumnReference {
  /// The table before the column.
  var tableName: ObjectName? {
    guard parts.count > 1 else { return nil }
    return ObjectName(
      name: parts[parts.count - 2], schema: parts.count > 2 ? parts[parts.count - 3] : nil)
  }
}
