import HashTreeCollections
import SQLSyntax

/// What ALTER TABLE does to one table's file.
struct TableChange {
  /// Every row is written anew.
  var isRewritten = false
  /// The rows are read once, for constraints that are new.
  var isScanned = false
  /// Columns whose type changes, and whether their values do.
  var retyped: [Int: TypeChange] = [:]
}

extension FootprintAnalysis {
  mutating func alterTable(_ alter: AlterTable) throws(Halt) {
    guard let relation = try find(alter.name) else { return try stopIfRefused() }
    if refusal?.state == .activeSQLTransaction { return try stopIfRefused() }
    let kinds = alter.actions.map(\.kind)
    var mode = LockMode.accessShare
    for action in kinds { mode = max(mode, try level(of: action, on: relation)) }
    let isApart = kinds.contains {
      if case .detachPartition(_, .concurrently) = $0 { true } else { false }
    }
    if !isApart { footprint.lock(relation.id, mode) }
    try stopIfRefused()
    guard case .table(let table) = relation else {
      if kinds.allSatisfy(\.isSettingOnly) { return }
      throw .unmodelled("What changes of relations that are no tables lock is not modelled")
    }
    try lockChildren(of: table, alter, mode)
    var change = TableChange()
    for action in kinds { try apply(action, to: table, &change) }
    if kinds.contains(where: \.addsIndex) {
      try buildNewIndexes(of: table, change)
    }
    try finish(change, of: table)
  }

  /// The mode that one action needs.
  ///
  /// Source: PostgreSQL 15, ALTER TABLE: "an ACCESS EXCLUSIVE lock is acquired unless explicitly
  /// noted".
  private func level(
    of action: AlterTableActionKind, on relation: Relation
  ) throws(Halt) -> LockMode {
    switch action {
    case .setStatistics, .clusterOn, .setWithoutCluster, .validateConstraint, .setColumnOptions,
      .resetColumnOptions, .attachPartition, .detachPartition(_, .finalize):
      return .shareUpdateExclusive
    case .setTrigger: return .shareRowExclusive
    case .addConstraint(let constraint):
      if case .foreignKey = constraint.kind { return .shareRowExclusive }
      return .accessExclusive
    case .detachPartition(_, .concurrently): return .shareUpdateExclusive
    case .setOptions(let options), .resetOptions(let options):
      return try level(of: options, on: relation)
    case .opaque: throw .unmodelled("What this action locks is not modelled")
    default: return .accessExclusive
    }
  }

  /// Each storage parameter says how strong a lock its change needs.
  private func level(
    of options: [DefinitionOption], on relation: Relation
  ) throws(Halt) -> LockMode {
    var mode = LockMode.shareUpdateExclusive
    for option in options {
      let name = option.name.asciiLowercased()
      if name == "user_catalog_table" { mode = .accessExclusive }
      guard case .table = relation else {
        let isLight = ["fillfactor", "deduplicate_items"].contains(name)
        if case .index = relation, isLight { continue }
        mode = .accessExclusive
        continue
      }
    }
    return mode
  }

  /// Tables below take part in what they inherit.
  private mutating func lockChildren(
    of table: Table, _ alter: AlterTable, _ mode: LockMode
  ) throws(Halt) {
    let below = catalog.descendants(of: table.id)
    if below.isEmpty || alter.isOnly { return }
    for action in alter.actions.map(\.kind) {
      switch action {
      case .setOwner, .setOptions, .resetOptions, .clusterOn, .setWithoutCluster,
        .attachPartition, .detachPartition, .replicaIdentity, .setRowSecurity, .inherit,
        .noInherit:
        continue
      case .dropDefault, .setDefault, .dropNotNull, .setStatistics, .setStorage, .dropColumn:
        for child in below { footprint.lock(child, mode) }
      default:
        throw .unmodelled("What this action does to tables below is not modelled")
      }
    }
  }

  // MARK: Actions

  private mutating func apply(
    _ action: AlterTableActionKind, to table: Table, _ change: inout TableChange
  ) throws(Halt) {
    switch action {
    case .addColumn(let definition, _, _): try addColumn(definition, to: table, &change)
    case .dropColumn(let name, _, _):
      guard let number = catalog.columnNumber(name.text, of: table.id) else { return }
      follow(
        DropPlan(dropping: [ObjectAddress(object: table.id, column: number)], in: catalog))
    case .alterColumnType(let alter): try alterType(alter, of: table, &change)
    case .setNotNull(let name):
      guard let number = catalog.columnNumber(name.text, of: table.id) else { return }
      if !isKnownNotNull(number, of: table) { change.isScanned = true }
    case .addConstraint(let constraint): try addConstraint(constraint, to: table, &change)
    case .validateConstraint(let name): validate(name, of: table)
    case .dropConstraint(let name, _, _):
      guard let constraint = catalog.constraint(named: name.text, of: table.id) else { return }
      follow(DropPlan(dropping: [ObjectAddress(object: constraint.id)], in: catalog))
    case .dropIdentity(let name, _):
      guard let number = catalog.columnNumber(name.text, of: table.id),
        let identity = table.columns[number - 1].identity
      else { return }
      footprint.lock(identity.sequence, .accessExclusive)
    case .setIdentity(let name, _, _):
      guard let number = catalog.columnNumber(name.text, of: table.id),
        let identity = table.columns[number - 1].identity
      else { return }
      footprint.lock(identity.sequence, .shareRowExclusive)
    case .clusterOn(let name):
      if let index = index(name, of: table) { footprint.lock(index.id, .shareUpdateExclusive) }
    case .replicaIdentity(.index(let name)):
      if let index = index(name, of: table) { footprint.lock(index.id, .share) }
    case .setLogged(let isLogged):
      if (table.persistence == .permanent) == isLogged { return }
      if table.columns.contains(where: { $0.ownedSequence != nil }) {
        throw .unmodelled("What SET LOGGED does to owned sequences is not modelled")
      }
      change.isRewritten = true
    case .attachPartition(let name, let bound): try attach(name, bound, to: table)
    case .detachPartition(let name, let mode): try detach(name, mode, from: table)
    case .setOwner(let role):
      if role.word == nil, role.name?.text != before.session.role {
        throw .unmodelled("What goes to another owner along with a table is not modelled")
      }
    case .inherit(let parent): try lock(parent, .shareUpdateExclusive)
    case .noInherit(let parent): try lock(parent, .accessShare)
    case .setTablespace, .setAccessMethod, .ofType, .alterConstraint:
      throw .unmodelled("What this action rewrites or locks is not modelled")
    default: break
    }
  }

  private func index(_ name: Identifier, of table: Table) -> TableIndex? {
    catalog.indexes(of: table.id).first { $0.name == name }
  }

  private mutating func addColumn(
    _ definition: ColumnDefinition, to table: Table, _ change: inout TableChange
  ) throws(Halt) {
    if catalog.columnNumber(definition.name.text, of: table.id) != nil { return }
    let plan = try before.plan(definition, of: table.name.text)
    var value = plan.defaultExpression
    if case .literal(.null)? = value?.kind { value = nil }
    if plan.sequence != nil || plan.generation != nil { change.isRewritten = true }
    if let type = plan.column.type, hasDomainConstraints(type) { change.isRewritten = true }
    if let value, try volatility(of: value, plan.column) == .volatile {
      change.isRewritten = true
    }
    let hasValue = value != nil || plan.sequence != nil || plan.generation != nil
    if plan.column.isNotNull, !hasValue { change.isScanned = true }
    for constraint in plan.constraints {
      if case .foreignKey(_, let target) = constraint.kind {
        try addForeignKey(
          to: target.table, of: table, isChecked: hasValue && !constraint.isNotValid)
      } else {
        try addConstraint(constraint, to: table, &change)
      }
    }
  }

  private func volatility(
    of expression: SQLExpression, _ column: Column
  ) throws(Halt) -> Volatility {
    guard let type = column.type else { return .immutable }
    return try before.storedDefault(expression, column: column, type: type).1.volatility
  }

  func hasDomainConstraints(_ type: DataType) -> Bool {
    guard !type.isArray, case .user(let id) = type.reference,
      case .domain(let domain) = catalog.types[id]?.form
    else { return false }
    return domain.isNotNull || !catalog.constraints(of: id).isEmpty
      || hasDomainConstraints(domain.base)
  }

  // MARK: Constraints

  private mutating func addConstraint(
    _ constraint: Constraint, to table: Table, _ change: inout TableChange
  ) throws(Halt) {
    switch constraint.kind {
    case .check:
      if !constraint.isNotValid { change.isScanned = true }
    case .primaryKey(let key):
      if let name = key.usingIndex, let index = index(name, of: table) {
        footprint.lock(index.id, .shareUpdateExclusive)
        for case let column? in index.keys.map(\.column)
        where !isKnownNotNull(column, of: table) { change.isScanned = true }
      }
      for column in key.columns {
        guard case .column(let reference) = column.expression.kind,
          let number = catalog.columnNumber(reference.column.text, of: table.id)
        else { continue }
        if !isKnownNotNull(number, of: table) { change.isScanned = true }
      }
    case .unique(let key):
      if let name = key.usingIndex, let index = index(name, of: table) {
        footprint.lock(index.id, .shareUpdateExclusive)
      }
    case .exclude: footprint.scan(table.id)
    case .foreignKey(_, let target):
      try addForeignKey(to: target.table, of: table, isChecked: !constraint.isNotValid)
    default: break
    }
  }

  private mutating func addForeignKey(
    to target: ObjectName, of table: Table, isChecked: Bool
  ) throws(Halt) {
    guard case .table(let parent)? = try lock(target, .shareRowExclusive) else { return }
    if parent.kind == .partitioned || table.kind == .partitioned {
      throw .unmodelled("Foreign keys of partitioned tables are not modelled")
    }
    if isChecked { checkForeignKey(of: table.id, to: parent.id) }
  }

  /// One query over both tables looks for rows without a partner.
  mutating func checkForeignKey(of child: ObjectID, to parent: ObjectID) {
    for table in child == parent ? [child] : [child, parent] {
      lockIndexes(of: table, .accessShare)
      footprint.scan(table)
    }
  }

  private mutating func validate(_ name: Identifier, of table: Table) {
    guard let constraint = catalog.constraint(named: name.text, of: table.id),
      !constraint.isValidated
    else { return }
    if case .foreignKey(let key) = constraint.rule, case .table(let parent, _) = key.target {
      footprint.lock(parent, .rowShare)
      checkForeignKey(of: table.id, to: parent)
    } else {
      footprint.scan(table.id)
    }
  }

  /// Whether NOT NULL or a valid CHECK says so already.
  func isKnownNotNull(_ number: Int, of table: Table) -> Bool {
    let column = table.columns[number - 1]
    if column.isNotNull { return true }
    return catalog.constraints(of: table.id).contains { constraint in
      guard constraint.isValidated, !constraint.isNoInherit,
        case .check(let stored) = constraint.rule
      else { return false }
      return stored.syntax.requiresValue(of: column.name)
    }
  }

  // MARK: The end

  /// The new indexes are built, each by reading the table, unless it is rewritten anyway.
  private mutating func buildNewIndexes(of table: Table, _ change: TableChange) throws(Halt) {
    guard after != nil else { throw .unmodelled("What the statement makes is not modelled") }
    for index in newIndexes(of: table.id) {
      footprint.build(index.name.text)
      if !change.isRewritten { footprint.scan(table.id) }
    }
  }

  private mutating func finish(_ change: TableChange, of table: Table) throws(Halt) {
    rebuildIndexes(of: table, change)
    guard change.isRewritten else {
      if change.isScanned { footprint.scan(table.id) }
      return
    }
    if table.kind == .partitioned { return }
    footprint.rewrite(table.id)
    footprint.scan(table.id)
    for index in (after ?? catalog).indexes(of: table.id) {
      footprint.scan(table.id)
      if catalog.relations[index.id] == nil { continue }
      footprint.lock(index.id, .accessExclusive)
      if footprint.dropped.contains(index.id) { continue }
      footprint.rewrite(index.id)
    }
  }
}

extension AlterTableActionKind {
  /// Nothing happens but that the catalog keeps another value.
  fileprivate var isSettingOnly: Bool {
    switch self {
    case .setOptions, .resetOptions, .setDefault, .dropDefault, .setStatistics: true
    default: false
    }
  }

  /// Whether an index comes with it.
  fileprivate var addsIndex: Bool {
    switch self {
    case .addColumn(let column, _, _): column.constraints.contains { $0.kind.isKey }
    case .addConstraint(let constraint): constraint.kind.isKey
    default: false
    }
  }
}

extension ConstraintKind {
  fileprivate var isKey: Bool {
    switch self {
    case .primaryKey, .unique, .exclude: true
    default: false
    }
  }
}

extension SQLExpression {
  /// Whether it is false wherever a column is NULL, as `x IS NOT NULL AND …` is.
  fileprivate func requiresValue(of column: Identifier) -> Bool {
    switch kind {
    case .and(let operands): operands.contains { $0.requiresValue(of: column) }
    case .isNull(let operand, isNegated: true):
      if case .column(let reference) = operand.kind { reference.column == column } else { false }
    default: false
    }
  }
}
