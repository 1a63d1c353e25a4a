import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  /// The columns that LIKE copies, in their place among the others.
  func read(_ like: LikeTable, into plan: inout TablePlan) throws(Halt) {
    let relation = try relation(like.table)
    guard case .table(let source) = relation else {
      throw .unmodelled("LIKE of something other than a table is not modelled")
    }
    for column in source.columns where !column.isDropped {
      var copy = Column(name: column.name, type: column.type, isNotNull: column.isNotNull)
      copy.collation = column.collation
      var own = ColumnPlan(column: copy)
      if like.includes("DEFAULTS"), column.generation == nil {
        own.defaultExpression = column.defaultValue?.syntax
      }
      if like.includes("GENERATED") { own.generation = column.generation?.expression.syntax }
      if like.includes("IDENTITY"), let identity = column.identity {
        own.sequence = SequencePlan(
          type: column.type?.builtinName ?? "", isIdentity: true, isAlways: identity.isAlways)
      }
      if like.includes("STORAGE") { own.column.storageSettings = column.storageSettings }
      plan.columns.append(own)
    }
    plan.likes.append(like)
  }

  /// CHECKs, indexes and comments that LIKE copies once the table is there.
  mutating func copyParts(of like: LikeTable, to table: ObjectID) throws(Halt) {
    let source = try relation(like.table)
    if like.includes("CONSTRAINTS") {
      for constraint in catalog.constraints(of: source.id) {
        guard case .check(let stored) = constraint.rule else { continue }
        try addCheck(
          Constraint(kind: .check(stored.syntax), name: constraint.name), to: table,
          isNewTable: true)
      }
    }
    if like.includes("INDEXES") { try copyIndexes(of: source.id, to: table) }
    if like.includes("STATISTICS"), !catalog.unknowns.isEmpty {
      throw .unmodelled("LIKE may copy statistics that are not known")
    }
  }

  private mutating func copyIndexes(of source: ObjectID, to table: ObjectID) throws(Halt) {
    let columns = catalog.columns(of: source)
    for index in catalog.indexes(of: source) {
      if index.constraint.flatMap({ catalog.constraints[$0]?.rule.letter }) == "x" {
        throw .unmodelled("LIKE of an exclusion constraint is not modelled")
      }
      let keys = index.keys.map { key in
        IndexKey(
          expression: key.column.map {
            SQLExpression(kind: .column(ColumnReference(columns[$0 - 1].name)))
          } ?? key.expression?.syntax ?? SQLExpression(kind: .literal(.null)),
          collation: key.collation, operatorClass: key.operatorClass,
          direction: key.direction == .descending ? .descending : nil, nulls: key.nulls)
      }
      let including = index.including.map { columns[$0 - 1].name }
      if let constraint = index.constraint.flatMap({ catalog.constraints[$0] }) {
        var definition = KeyConstraint(columns: keys, including: including)
        definition.nullsNotDistinct = index.nullsNotDistinct
        let kind: ConstraintKind =
          index.isPrimary ? .primaryKey(definition) : .unique(definition)
        try addKey(
          Constraint(
            kind: kind,
            deferral: Deferral(
              isDeferrable: constraint.isDeferrable,
              isInitiallyDeferred: constraint.isInitiallyDeferred)), to: table)
        continue
      }
      var plan = IndexPlan(table: table, name: nil, keys: keys)
      plan.including = including.map {
        IndexKey(expression: SQLExpression(kind: .column(ColumnReference($0))))
      }
      plan.isUnique = index.isUnique
      plan.method = index.method
      plan.nullsNotDistinct = index.nullsNotDistinct
      plan.condition = index.condition?.syntax
      _ = try makeIndex(plan)
    }
  }
}

extension LikeTable {
  /// Whether `INCLUDING` names a sort of part, or all.
  func includes(_ word: String) -> Bool {
    including.contains { $0.asciiUppercased() == word || $0.asciiUppercased() == "ALL" }
  }
}
