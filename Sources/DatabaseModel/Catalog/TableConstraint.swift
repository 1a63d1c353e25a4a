package import SQLSyntax

/// A constraint of a table or a domain.
package struct TableConstraint: Hashable, Sendable {
  package var id: ObjectID
  /// The table, or the domain's type.
  package var owner: ObjectID
  /// `nil` for SQLite's constraints without a name.
  package var name: Identifier?
  package var rule: ConstraintRule
  package var isDeferrable: Bool
  package var isInitiallyDeferred: Bool
  package var isValidated: Bool
  package var isNoInherit: Bool
  package var conflict: ConflictResolution?

  package init(
    id: ObjectID, owner: ObjectID, name: Identifier? = nil, rule: ConstraintRule,
    isDeferrable: Bool = false, isInitiallyDeferred: Bool = false, isValidated: Bool = true,
    isNoInherit: Bool = false, conflict: ConflictResolution? = nil
  ) {
    self.id = id
    self.owner = owner
    self.name = name
    self.rule = rule
    self.isDeferrable = isDeferrable
    self.isInitiallyDeferred = isInitiallyDeferred
    self.isValidated = isValidated
    self.isNoInherit = isNoInherit
    self.conflict = conflict
  }
}

/// What a constraint demands of rows.
///
/// Columns are given by number, from 1.
package indirect enum ConstraintRule: Hashable, Sendable {
  case primaryKey(columns: [Int], index: ObjectID?)
  case unique(columns: [Int], index: ObjectID?, nullsNotDistinct: Bool)
  case check(StoredExpression)
  case foreignKey(ForeignKey)
  case exclusion(index: ObjectID?, operators: [OperatorName])
  /// A trigger constraint: `CREATE CONSTRAINT TRIGGER`.
  case trigger(ObjectID)
}

/// A foreign key.
package struct ForeignKey: Hashable, Sendable {
  package var columns: [Int]
  /// The table it refers to: its identity on PostgreSQL; SQLite keeps a name that need not exist.
  package var target: ForeignKeyTargetTable
  package var onDelete: ForeignKeyAction
  package var onUpdate: ForeignKeyAction
  package var onDeleteColumns: [Int]
  package var match: ForeignKeyMatch
  /// The unique index or constraint on the other side that it rests on; PostgreSQL only.
  package var supportingIndex: ObjectID?

  package init(
    columns: [Int] = [], target: ForeignKeyTargetTable, onDelete: ForeignKeyAction = .noAction,
    onUpdate: ForeignKeyAction = .noAction, onDeleteColumns: [Int] = [],
    match: ForeignKeyMatch = .simple, supportingIndex: ObjectID? = nil
  ) {
    self.columns = columns
    self.target = target
    self.onDelete = onDelete
    self.onUpdate = onUpdate
    self.onDeleteColumns = onDeleteColumns
    self.match = match
    self.supportingIndex = supportingIndex
  }
}

/// The other side of a foreign key.
package indirect enum ForeignKeyTargetTable: Hashable, Sendable {
  case table(ObjectID, columns: [Int])
  /// SQLite: names as written; no columns means the primary key.
  case name(Identifier, columns: [Identifier])
}
