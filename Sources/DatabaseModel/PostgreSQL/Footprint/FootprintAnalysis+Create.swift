import HashTreeCollections
import SQLSyntax

extension FootprintAnalysis {
  mutating func createTable(_ create: CreateTable) throws(Halt) {
    if create.ifNotExists, try find(create.name) != nil { return }
    for element in create.elements {
      if case .like(let like) = element { try lock(like.table, .accessShare) }
    }
    for parent in create.inherits { try lock(parent, .shareUpdateExclusive) }
    if let parent = create.partitionOf?.parent { try lockParent(parent) }
    try stopIfRefused()
    lockTargetsOfNewKeys()
    try buildNew()
  }

  private mutating func lockParent(_ name: ObjectName) throws(Halt) {
    guard case .table(let parent)? = try lock(name, .accessExclusive) else { return }
    if !catalog.indexes(of: parent.id).isEmpty || !catalog.constraints(of: parent.id).isEmpty {
      throw .unmodelled("What a new partition takes over from its parent is not modelled")
    }
    for child in catalog.children(of: parent.id)
    where catalog.table(child)?.partitionBound?.isDefault == true {
      footprint.lock(child, .accessExclusive)
      footprint.scan(child)
    }
  }

  /// A new foreign key puts its triggers on the table it refers to.
  private mutating func lockTargetsOfNewKeys() {
    guard let after else { return }
    var id = catalog.nextID
    while id < after.nextID {
      if let constraint = after.constraints[id], case .foreignKey(let key) = constraint.rule,
        case .table(let target, _) = key.target, catalog.relations[target] != nil
      {
        footprint.lock(target, .shareRowExclusive)
      }
      id = ObjectID(rawValue: id.rawValue + 1)
    }
  }

  mutating func createTableAs(_ create: CreateTableAs) throws(Halt) {
    if create.ifNotExists, try find(create.name) != nil { return }
    guard case .select(let query) = create.source.kind else {
      throw .unmodelled("What this source of a table locks is not modelled")
    }
    var locking = QueryLocking()
    locking.isPlanned = !create.isWithoutData
    try visit(query, locking)
    try buildNew()
  }

  mutating func createView(_ create: CreateView) throws(Halt) {
    if create.ifNotExists, try find(create.name) != nil { return }
    var locking = QueryLocking()
    locking.isPlanned = create.isMaterialized && !create.isWithoutData
    if create.isRecursive { locking.commonTables.insert(create.name.name.text) }
    try visit(create.query, locking)
    if create.orReplace { try lock(create.name, .accessExclusive) }
    try buildNew()
  }

  mutating func refresh(_ refresh: RefreshMaterializedView) throws(Halt) {
    let mode: LockMode = refresh.isConcurrent ? .exclusive : .accessExclusive
    guard case .view(let view)? = try lock(refresh.name, mode) else {
      try stopIfRefused()
      return
    }
    try stopIfRefused()
    let indexes = catalog.indexes(of: view.id)
    lockIndexes(of: view.id, refresh.isConcurrent ? .rowExclusive : .accessExclusive)
    if !refresh.isWithoutData { try visit(view.query, QueryLocking()) }
    if refresh.isConcurrent {
      footprint.scan(view.id)
      return
    }
    footprint.rewrite(view.id)
    for index in indexes { footprint.rewrite(index.id) }
    if !refresh.isWithoutData { footprint.scan(view.id, times: indexes.count) }
  }

  // MARK: Indexes

  mutating func createIndex(_ create: CreateIndex) throws(Halt) {
    let mode: LockMode = create.isConcurrent ? .shareUpdateExclusive : .share
    guard let relation = try lock(create.table, mode) else {
      try stopIfRefused()
      return
    }
    try stopIfRefused()
    let tables = [relation.id] + (create.isOnly ? [] : catalog.descendants(of: relation.id))
    if case .table(let table) = relation, table.kind == .partitioned {
      for child in tables.dropFirst() { footprint.lock(child, mode) }
    }
    for id in try calledRoutines(create) { try requirePure(id) }
    guard case .table(let table) = relation, table.kind != .partitioned else {
      if case .view = relation { footprint.scan(relation.id) }
      if tables.count > 1 { throw .unmodelled("Indexes of partitions are not modelled") }
      return try buildNew()
    }
    let isThere = newIndexes(of: table.id).isEmpty && after != nil
    footprint.waitsForSnapshots = create.isConcurrent && !isThere
    if !isThere { footprint.scan(table.id, times: create.isConcurrent ? 2 : 1) }
    try buildNew()
  }

  private func calledRoutines(_ create: CreateIndex) throws(Halt) -> [ObjectID] {
    var found: [ObjectID] = []
    for index in after?.relations.values.compactMap({ relation -> TableIndex? in
      if case .index(let index) = relation, index.id >= catalog.nextID { index } else { nil }
    }) ?? [] {
      let expressions = index.keys.compactMap(\.expression) + [index.condition].compactMap { $0 }
      found += expressions.flatMap(\.references).map(\.object)
        .filter { catalog.routines[$0] != nil }
    }
    return found
  }

  mutating func reindex(_ reindex: Reindex) throws(Halt) {
    guard let name = reindex.name, reindex.kind == .index || reindex.kind == .table else {
      throw .unmodelled("REINDEX of more than a table is not modelled")
    }
    let mode: LockMode = reindex.isConcurrent ? .shareUpdateExclusive : .share
    guard let relation = try find(name) else { return try stopIfRefused() }
    let table: ObjectID
    let indexes: [TableIndex]
    if case .index(let index) = relation {
      (table, indexes) = (index.table, [index])
    } else {
      (table, indexes) = (relation.id, catalog.indexes(of: relation.id))
    }
    footprint.lock(table, mode)
    try stopIfRefused()
    if catalog.table(table)?.kind == .partitioned {
      throw .unmodelled("REINDEX of partitions is not modelled")
    }
    for index in indexes {
      if reindex.isConcurrent {
        footprint.lock(index.id, .shareUpdateExclusive)
        footprint.transientLocks["\(index.name.text)_ccnew"] = .shareUpdateExclusive
        footprint.build(index.name.text)
        footprint.drop(index.id)
      } else {
        footprint.lock(index.id, .accessExclusive)
        footprint.rewrite(index.id)
        footprint.scan(table)
      }
    }
    footprint.waitsForSnapshots = reindex.isConcurrent
  }
}

extension PartitionBound {
  var isDefault: Bool { if case .defaultPartition = self { true } else { false } }
}
