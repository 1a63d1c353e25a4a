import SQLSyntax

extension SQLiteTableShape {
  func table(_ id: ObjectID, in schema: ObjectID) -> Table {
    Table(
      id: id, schema: schema, name: definition.name.name, columns: columns,
      persistence: definition.persistence, isWithoutRowID: definition.isWithoutRowID,
      isStrict: definition.isStrict, definition: definition, rowIDColumn: rowIDColumn)
  }

  func index(
    _ id: ObjectID, _ key: SQLiteKey, table: ObjectID, in schema: ObjectID
  ) -> TableIndex {
    let keys = key.columns.indices.map { position in
      StoredIndexKey(
        column: key.columns[position], direction: key.directions[position],
        collation: ObjectName(name: Identifier(key.collations[position])))
    }
    return TableIndex(
      id: id, schema: schema, name: Identifier("sqlite_autoindex_\(name)_\(key.number)"),
      table: table, keys: keys, isUnique: true, isPrimary: key.isPrimary, isAutomatic: true)
  }

  func constraint(
    _ id: ObjectID, _ constraint: Constraint, _ columns: [Int], index: ObjectID?, table: ObjectID
  ) -> TableConstraint {
    if case .primaryKey = constraint.kind {
      return TableConstraint(
        id: id, owner: table, constraint, .primaryKey(columns: columns, index: index))
    }
    return TableConstraint(
      id: id, owner: table, constraint,
      .unique(columns: columns, index: index, nullsNotDistinct: false))
  }
}

extension TableConstraint {
  /// A constraint with what its statement says beside the rule.
  init(id: ObjectID, owner: ObjectID, _ constraint: Constraint, _ rule: ConstraintRule) {
    self.init(
      id: id, owner: owner, name: constraint.name, rule: rule,
      isDeferrable: constraint.deferral.isDeferrable == true,
      isInitiallyDeferred: constraint.deferral.isInitiallyDeferred == true,
      conflict: constraint.onConflict)
  }
}
