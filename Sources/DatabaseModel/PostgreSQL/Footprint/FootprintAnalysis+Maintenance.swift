import HashTreeCollections
import SQLSyntax

extension FootprintAnalysis {
  mutating func truncate(_ truncate: Truncate) throws(Halt) {
    var tables: [ObjectID] = []
    for reference in truncate.tables {
      guard let relation = try lock(reference.name, .accessExclusive) else {
        return try stopIfRefused()
      }
      tables.append(relation.id)
      if !reference.isOnly { tables += catalog.descendants(of: relation.id) }
    }
    for table in tables { footprint.lock(table, .accessExclusive) }
    try stopIfRefused()
    if truncate.behavior == .cascade {
      var index = 0
      while index < tables.count {
        tables += referrers(of: tables[index]).map(\.owner).filter { !tables.contains($0) }
        index += 1
      }
    }
    for table in tables {
      footprint.lock(table, .accessExclusive)
      if catalog.table(table)?.kind == .partitioned { continue }
      footprint.rewrite(table)
      lockIndexes(of: table, .accessExclusive)
      for index in catalog.indexes(of: table) { footprint.rewrite(index.id) }
      if truncate.restartsIdentity { lockOwnedSequences(of: table, .accessExclusive) }
    }
  }

  /// Sequences that belong to columns of a table.
  mutating func lockOwnedSequences(of table: ObjectID, _ mode: LockMode) {
    for edge in catalog.edges(to: ObjectAddress(object: table))
    where catalog.sequence(edge.dependent.object) != nil && edge.kind != .normal {
      footprint.lock(edge.dependent.object, mode)
    }
  }

  mutating func lock(_ lock: LockTable) throws(Halt) {
    guard let mode = LockMode(words: lock.mode) else {
      throw .unmodelled("The mode \(lock.mode) is not modelled")
    }
    if let refusal, refusal.state == .noActiveSQLTransaction { throw .refused(refusal) }
    for reference in lock.tables {
      guard let relation = try self.lock(reference.name, mode) else {
        return try stopIfRefused()
      }
      if case .view(let view) = relation {
        var locking = QueryLocking(mode: mode, isPlanned: false)
        locking.commonTables = []
        try visit(view.query, locking)
      }
      if reference.isOnly { continue }
      for child in catalog.descendants(of: relation.id) { footprint.lock(child, mode) }
    }
  }

  mutating func maintain(_ maintenance: Maintenance, isVacuum: Bool) throws(Halt) {
    if maintenance.tables.isEmpty {
      throw .unmodelled("Maintenance of all tables is not modelled")
    }
    let isFull = maintenance.options.contains { $0.name.asciiLowercased() == "full" }
    if isVacuum { try stopIfRefused() }
    for target in maintenance.tables {
      let mode: LockMode = isVacuum && isFull ? .accessExclusive : .shareUpdateExclusive
      guard let relation = try lock(target.table.name, mode) else { continue }
      try stopIfRefused()
      if !catalog.descendants(of: relation.id).isEmpty {
        throw .unmodelled("Maintenance of partitions is not modelled")
      }
      if isVacuum, isFull {
        rewriteWhole(relation.id)
      } else {
        lockIndexes(of: relation.id, isVacuum ? .rowExclusive : .accessShare)
      }
    }
  }

  /// The table and its indexes get new files, as CLUSTER and VACUUM FULL do it.
  private mutating func rewriteWhole(_ table: ObjectID) {
    footprint.lock(table, .accessExclusive)
    footprint.rewrite(table)
    lockIndexes(of: table, .accessExclusive)
    for index in catalog.indexes(of: table) { footprint.rewrite(index.id) }
    footprint.scan(table, times: catalog.indexes(of: table).count)
  }

  /// Statements without a case of their own in the tree.
  mutating func opaque(_ opaque: OpaqueStatement) throws(Halt) {
    switch opaque.kind {
    case "CLUSTER":
      guard let name = opaque.relations.first, let relation = try find(name) else {
        throw .unmodelled("CLUSTER of all tables is not modelled")
      }
      rewriteWhole(relation.id)
    case "CREATE RULE":
      guard let name = opaque.relations.first, opaque.relations.count == 1 else {
        throw .unmodelled("A rule over several relations is not modelled")
      }
      try lock(name, .accessExclusive)
    case "LISTEN", "NOTIFY", "UNLISTEN", "DISCARD", "DEALLOCATE": break
    default: throw .unmodelled("What \(opaque.kind) locks is not modelled")
    }
  }

  mutating func alterDomain(_ alter: AlterDomain) throws(Halt) {
    try stopIfRefused()
    let validates: Bool
    switch alter.action {
    case .addConstraint(let constraint): validates = !constraint.isNotValid
    case .setNotNull, .validateConstraint: validates = true
    default: validates = false
    }
    guard validates, case .user(let id)? = try before.findType(alter.name) else { return }
    for edge in catalog.edges(to: ObjectAddress(object: id)) {
      if catalog.types[edge.dependent.object] != nil {
        throw .unmodelled("A domain over a domain is not modelled")
      }
      guard let table = catalog.table(edge.dependent.object), edge.dependent.column != nil else {
        continue
      }
      footprint.lock(table.id, .share)
      footprint.scan(table.id)
    }
  }
}
