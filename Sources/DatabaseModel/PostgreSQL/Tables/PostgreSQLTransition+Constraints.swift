import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  mutating func addConstraint(
    _ constraint: Constraint, _ work: inout AlterTableWork
  ) throws(Halt) {
    switch constraint.kind {
    case .primaryKey, .unique, .exclude:
      if constraint.isNotValid {
        throw .refuse(
          .featureNotSupported,
          "\(constraint.isPrimaryKey ? "PRIMARY KEY" : "UNIQUE") constraints cannot be marked "
            + "NOT VALID")
      }
      if !catalog.children(of: work.table).isEmpty, catalog.table(work.table)?.kind == .partitioned
      {
        throw .unmodelled("Keys of partitions are not modelled")
      }
      try checkKeyTwice(constraint)
      try addKey(constraint, to: work.table)
    default: try addOther(constraint, &work)
    }
  }

  private func checkKeyTwice(_ constraint: Constraint) throws(Halt) {
    guard let key = constraint.key else { return }
    var seen: Set<String> = []
    for column in key.columns.compactMap(\.column) where !seen.insert(column.text).inserted {
      let word = constraint.isPrimaryKey ? "primary key" : "unique"
      throw .refuse(
        .duplicateColumn, "column \"\(column.text)\" appears twice in \(word) constraint")
    }
  }

  /// Adds a CHECK or a foreign key to a table that is there.
  mutating func addOther(
    _ constraint: Constraint, _ work: inout AlterTableWork
  ) throws(Halt) {
    guard let table = catalog.table(work.table) else { return }
    if case .foreignKey = constraint.kind {
      return try addForeignKey(constraint, to: table.id, isNewTable: false)
    }
    guard case .check = constraint.kind else {
      throw .unmodelled("This constraint is not modelled")
    }
    let children = catalog.children(of: table.id)
    if table.kind == .partitioned, constraint.isNoInherit {
      throw .refuse(
        .invalidTableDefinition,
        "cannot add NO INHERIT constraint to partitioned table \"\(table.name.text)\"")
    }
    let before = catalog.parts[table.id]?.constraints.last
    guard let name = try addCheck(constraint, to: table.id, isNewTable: false) else { return }
    if !constraint.isNotValid, let added = catalog.parts[table.id]?.constraints.last,
      added != before
    {
      demand(.holds(constraint: added))
    }
    if children.isEmpty || constraint.isNoInherit { return }
    if work.isOnly {
      throw .refuse(
        .invalidTableDefinition, "constraint must be added to child tables too")
    }
    var named = constraint
    named.name = Identifier(name)
    for child in catalog.descendants(of: table.id) {
      if catalog.constraint(named: name, of: child) != nil {
        throw .unmodelled("Merging with a child's CHECK is not modelled")
      }
      try addCheck(named, to: child, isNewTable: false)
      if !constraint.isNotValid, let added = catalog.parts[child]?.constraints.last {
        demand(.holds(constraint: added))
      }
    }
  }

  // MARK: VALIDATE, ALTER, DROP

  private func constraint(
    _ name: Identifier, _ work: AlterTableWork
  ) throws(Halt) -> TableConstraint {
    guard let found = catalog.constraint(named: name.text, of: work.table) else {
      throw missingConstraint(name, work)
    }
    return found
  }

  private func missingConstraint(_ name: Identifier, _ work: AlterTableWork) -> Halt {
    let table = catalog.relations[work.table]?.name.text ?? ""
    if mayBeUnseen(table) || catalog.unknowns.contains(where: \.names.isEmpty) {
      return .unmodelled("The constraint \(name.text) may exist")
    }
    return .refuse(
      .undefinedObject,
      "constraint \"\(name.text)\" of relation \"\(table)\" does not exist")
  }

  mutating func validateConstraint(
    _ name: Identifier, _ work: inout AlterTableWork
  ) throws(Halt) {
    var found = try constraint(name, work)
    switch found.rule {
    case .check, .foreignKey: break
    default:
      let table = catalog.relations[work.table]?.name.text ?? ""
      throw .refuse(
        .wrongObjectType,
        "constraint \"\(name.text)\" of relation \"\(table)\" is not a foreign key or check "
          + "constraint")
    }
    if found.isValidated { return }
    found.isValidated = true
    catalog.constraints[found.id] = found
    demand(.holds(constraint: found.id))
  }

  mutating func alterConstraint(
    _ name: Identifier, _ deferral: Deferral, _ work: inout AlterTableWork
  ) throws(Halt) {
    var found = try constraint(name, work)
    guard case .foreignKey = found.rule else {
      let table = catalog.relations[work.table]?.name.text ?? ""
      throw .refuse(
        .wrongObjectType,
        "constraint \"\(name.text)\" of relation \"\(table)\" is not a foreign key constraint")
    }
    found.isInitiallyDeferred = deferral.isInitiallyDeferred ?? false
    found.isDeferrable = deferral.isDeferrable ?? found.isInitiallyDeferred
    catalog.constraints[found.id] = found
  }

  mutating func dropConstraint(
    _ name: Identifier, ifExists: Bool, _ behavior: DropBehavior?, _ work: inout AlterTableWork
  ) throws(Halt) {
    guard let table = catalog.table(work.table) else { return }
    guard let found = catalog.constraint(named: name.text, of: table.id) else {
      guard ifExists, !mayBeUnseen(table.name.text) else {
        throw missingConstraint(name, work)
      }
      notice(
        "constraint \"\(name.text)\" of relation \"\(table.name.text)\" does not exist, skipping")
      return
    }
    if found.isInherited(in: catalog) {
      throw .refuse(
        .invalidTableDefinition,
        "cannot drop inherited constraint \"\(name.text)\" of relation \"\(table.name.text)\"")
    }
    var inherited: [ObjectAddress] = []
    if case .check = found.rule, !found.isNoInherit {
      for child in catalog.descendants(of: table.id) {
        if work.isOnly { throw .unmodelled("DROP CONSTRAINT of the parent alone") }
        if let own = catalog.constraint(named: name.text, of: child) {
          inherited.append(ObjectAddress(object: own.id))
        }
      }
    } else if !catalog.children(of: table.id).isEmpty {
      throw .unmodelled("Keys of child tables are not modelled")
    }
    try drop([ObjectAddress(object: found.id)], behavior)
    for address in inherited { try drop([address], behavior) }
  }
}
