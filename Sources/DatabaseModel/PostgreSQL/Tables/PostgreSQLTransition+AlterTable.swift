import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  mutating func alterTable(_ alter: AlterTable) throws(Halt) -> String {
    let tag = "ALTER \(alter.object.rawValue)"
    for case .detachPartition(_, .concurrently) in alter.actions.map(\.kind) {
      try preventInTransactionBlock("ALTER TABLE ... DETACH CONCURRENTLY")
    }
    guard try findRelation(alter.name) != nil || !alter.ifExists else {
      notice("relation \"\(alter.name.name.text)\" does not exist, skipping")
      return tag
    }
    let relation = try relation(alter.name)
    try requireKind(alter.object, relation)
    if case .index(let index) = relation {
      try alterIndex(index, alter.actions)
      return tag
    }
    guard relation.isTable else {
      try alterOther(relation, alter)
      return tag
    }
    try prepare(alter, relation)
    let ordered = alter.actions.map(\.kind).enumerated().sorted { first, second in
      (AlterTablePass(first.element), first.offset) < (
        AlterTablePass(second.element), second.offset
      )
    }
    let firstDemand = demands.count
    var work = AlterTableWork(table: relation.id, isOnly: alter.isOnly)
    for (_, action) in ordered { try run(action, &work) }
    try addDeferred(&work)
    sortDemands(from: firstDemand, rewrites: work.rewrites)
    return tag
  }

  /// `ALTER VIEW` wants a view, `ALTER SEQUENCE` a sequence; `ALTER TABLE` takes anything.
  private func requireKind(_ kind: ObjectKind, _ relation: Relation) throws(Halt) {
    let fits: Bool
    switch (kind, relation) {
    case (.table, .compositeType):
      throw .refuse(
        .wrongObjectType, "\"\(relation.name.text)\" is a composite type",
        hint: "Use ALTER TYPE instead.")
    case (.table, _): fits = true
    case (.index, .index), (.sequence, .sequence), (.type, .compositeType): fits = true
    case (.view, .view(let view)): fits = !view.isMaterialized
    case (.materializedView, .view(let view)): fits = view.isMaterialized
    default: fits = false
    }
    if fits { return }
    let word = kind == .index ? "an index" : "a \(kind.rawValue.asciiLowercased())"
    throw .refuse(.wrongObjectType, "\"\(relation.name.text)\" is not \(word)")
  }

  /// What the engine checks action by action in the order of the text before it starts.
  private func prepare(_ alter: AlterTable, _ relation: Relation) throws(Halt) {
    for action in alter.actions {
      guard case .alterColumnType(let change) = action.kind else { continue }
      try prepareType(change, relation)
    }
  }

  private mutating func run(
    _ action: AlterTableActionKind, _ work: inout AlterTableWork
  ) throws(Halt) {
    switch action {
    case .addColumn(let definition, let ifNotExists, _):
      try addColumn(definition, ifNotExists: ifNotExists, &work)
    case .dropColumn(let name, let ifExists, let behavior):
      try dropColumn(name, ifExists: ifExists, behavior, &work)
    case .alterColumnType(let change): try alterType(change, &work)
    case .setDefault(let name, let expression): try setDefault(name, expression, &work)
    case .dropDefault(let name): try dropDefault(name, &work)
    case .setNotNull(let name): try setNotNull(name, &work)
    case .dropNotNull(let name): try dropNotNull(name, &work)
    case .dropExpression(let name, let ifExists):
      try dropExpression(name, ifExists: ifExists, &work)
    case .addIdentity(let name, let isAlways, let options):
      try addIdentity(name, isAlways: isAlways, options, &work)
    case .setIdentity(let name, let isAlways, let options):
      try setIdentity(name, isAlways: isAlways, options, &work)
    case .dropIdentity(let name, let ifExists):
      try dropIdentity(name, ifExists: ifExists, &work)
    case .addConstraint(let constraint): try addConstraint(constraint, &work)
    case .validateConstraint(let name): try validateConstraint(name, &work)
    case .alterConstraint(let name, let deferral):
      try alterConstraint(name, deferral, &work)
    case .dropConstraint(let name, let ifExists, let behavior):
      try dropConstraint(name, ifExists: ifExists, behavior, &work)
    default: try runMiscellaneous(action, &work)
    }
  }

  /// The constraints that new columns brought along, in their passes.
  private mutating func addDeferred(_ work: inout AlterTableWork) throws(Halt) {
    for constraint in work.pendingKeys { try addKey(constraint, to: work.table) }
    for constraint in work.pendingOthers {
      try addOther(constraint, &work)
    }
  }

  /// Indexes are built first, then rows are scanned, then foreign keys are checked; where the
  /// table is rewritten its indexes come after the scan.
  private mutating func sortDemands(from start: Int, rewrites: Bool) {
    let ranked = demands[start...].enumerated().sorted { first, second in
      (rank(first.element, rewrites), first.offset) < (
        rank(second.element, rewrites), second.offset
      )
    }
    demands.replaceSubrange(start..., with: ranked.map(\.element))
  }

  private func rank(_ demand: RowDemand, _ rewrites: Bool) -> Int {
    switch demand {
    case .unique: rewrites ? 3 : 1
    case .holds(let constraint):
      if case .foreignKey = catalog.constraints[constraint]?.rule { 4 } else { 2 }
    case .notNull, .converts: 2
    default: 0
    }
  }
}

/// An ALTER TABLE under way.
struct AlterTableWork {
  var table: ObjectID
  var isOnly = false
  var rewrites = false
  /// Columns whose type this statement has changed already.
  var retyped: Set<Int> = []
  var pendingKeys: [Constraint] = []
  var pendingOthers: [Constraint] = []

  init(table: ObjectID, isOnly: Bool) {
    self.table = table
    self.isOnly = isOnly
  }
}

extension Relation {
  var isTable: Bool { if case .table = self { true } else { false } }
}
