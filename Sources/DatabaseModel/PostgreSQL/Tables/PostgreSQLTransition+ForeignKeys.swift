import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  /// Adds a foreign key after the engine's checks in their order.
  mutating func addForeignKey(
    _ constraint: Constraint, to table: ObjectID, isNewTable: Bool
  ) throws(Halt) {
    guard case .foreignKey(let columns, let target) = constraint.kind,
      case .table(let own) = catalog.relations[table]
    else { throw .unmodelled("A foreign key of something other than a table") }
    let name = try foreignKeyName(constraint, columns, own)
    let parent = try referencedTable(target.table)
    try checkPersistence(of: own, referring: parent)
    let numbers = try foreignKeyColumns(columns, in: own.id)
    let key = try referencedKey(target, in: parent)
    try checkGenerated(numbers, target, in: own)
    guard numbers.count == key.columns.count else {
      throw .refuse(
        .invalidForeignKey,
        "number of referencing and referenced columns for foreign key disagree")
    }
    let cleared = try clearedColumns(target.onDeleteColumns, among: numbers, in: own)
    try checkTypes(numbers, of: own, key.columns, of: parent, name: name.text)
    if own.kind == .partitioned {
      if constraint.isNotValid {
        throw .refuse(
          .wrongObjectType,
          "cannot add NOT VALID foreign key on partitioned table \"\(own.name.text)\" "
            + "referencing relation \"\(parent.name.text)\"",
          detail: "This feature is not yet supported on partitioned tables.")
      }
      if !catalog.children(of: own.id).isEmpty {
        throw .unmodelled("Foreign keys of partitions are not modelled")
      }
    }
    if parent.kind == .partitioned, !catalog.children(of: parent.id).isEmpty {
      throw .unmodelled("Foreign keys to partitions are not modelled")
    }
    let id = catalog.takeID()
    let rule = ForeignKey(
      columns: numbers, target: .table(parent.id, columns: key.columns),
      onDelete: target.onDelete ?? .noAction, onUpdate: target.onUpdate ?? .noAction,
      onDeleteColumns: cleared, match: target.match ?? .simple, supportingIndex: key.index)
    let isDeferrable =
      constraint.deferral.isDeferrable ?? constraint.deferral.isInitiallyDeferred ?? false
    catalog.add(
      TableConstraint(
        id: id, owner: own.id, name: name, rule: .foreignKey(rule), isDeferrable: isDeferrable,
        isInitiallyDeferred: constraint.deferral.isInitiallyDeferred ?? false,
        isValidated: isNewTable || !constraint.isNotValid))
    recordForeignKeyEdges(id, of: own.id, rule)
    if !isNewTable, !constraint.isNotValid { demand(.holds(constraint: id)) }
  }

  mutating func recordForeignKeyEdges(_ id: ObjectID, of table: ObjectID, _ key: ForeignKey) {
    catalog.record(
      id, on: key.columns.map { ObjectAddress(object: table, column: $0) }, .automatic)
    guard case .table(let parent, let columns) = key.target else { return }
    catalog.record(id, on: columns.map { ObjectAddress(object: parent, column: $0) }, .normal)
    if let index = key.supportingIndex {
      catalog.record(id, on: [ObjectAddress(object: index)], .normal)
    }
  }

  private func foreignKeyName(
    _ constraint: Constraint, _ columns: [Identifier], _ table: Table
  ) throws(Halt) -> Identifier {
    if let name = constraint.name {
      if catalog.constraint(named: name.text, of: table.id) != nil {
        throw .refuse(
          .duplicateObject,
          "constraint \"\(name.text)\" for relation \"\(table.name.text)\" already exists")
      }
      return name
    }
    return freeConstraintName(
      table.name.text, AutomaticNames.columns(columns.map(\.text)), label: "fkey",
      in: table.schema)
  }

  private func referencedTable(_ name: ObjectName) throws(Halt) -> Table {
    let relation = try relation(name)
    guard case .table(let table) = relation else {
      throw .refuse(
        .wrongObjectType, "referenced relation \"\(relation.name.text)\" is not a table")
    }
    if case .foreign = table.kind { throw .unmodelled("A foreign table is referred to") }
    return table
  }

  private func checkPersistence(of table: Table, referring parent: Table) throws(Halt) {
    switch table.persistence {
    case .permanent where parent.persistence != .permanent:
      throw .refuse(
        .invalidTableDefinition,
        "constraints on permanent tables may reference only permanent tables")
    case .unlogged where parent.persistence == .temporary:
      throw .refuse(
        .invalidTableDefinition,
        "constraints on unlogged tables may reference only permanent or unlogged tables")
    case .temporary where parent.persistence != .temporary:
      throw .refuse(
        .invalidTableDefinition,
        "constraints on temporary tables may reference only temporary tables")
    default: break
    }
  }

  private func foreignKeyColumns(
    _ names: [Identifier], in table: ObjectID
  ) throws(Halt) -> [Int] {
    var numbers: [Int] = []
    for name in names {
      guard let number = catalog.columnNumber(name.text, of: table) else {
        if mayBeUnseen(catalog.relations[table]?.name.text ?? "")
          || SystemColumns.types[name.text] != nil
        {
          throw .unmodelled("The column \(name.text) may exist")
        }
        throw .refuse(
          .undefinedColumn,
          "column \"\(name.text)\" referenced in foreign key constraint does not exist")
      }
      numbers.append(number)
    }
    return numbers
  }

  // MARK: The other side

  private func referencedKey(
    _ target: ForeignKeyTarget, in parent: Table
  ) throws(Halt) -> (columns: [Int], index: ObjectID?) {
    if target.columns.isEmpty {
      guard let index = catalog.indexes(of: parent.id).first(where: \.isPrimary) else {
        if mayBeUnseen(parent.name.text) { throw .unmodelled("A primary key may exist") }
        throw .refuse(
          .undefinedObject,
          "there is no primary key for referenced table \"\(parent.name.text)\"")
      }
      if isDeferrable(index) {
        throw .refuse(
          .objectNotInPrerequisiteState,
          "cannot use a deferrable primary key for referenced table \"\(parent.name.text)\"")
      }
      return (index.keys.compactMap(\.column), index.id)
    }
    let columns = try foreignKeyColumns(target.columns, in: parent.id)
    if Set(columns).count < columns.count {
      throw .refuse(
        .invalidForeignKey, "foreign key referenced-columns list must not contain duplicates")
    }
    var sawDeferrable = false
    for index in catalog.indexes(of: parent.id) where serves(index, columns) {
      if isDeferrable(index) {
        sawDeferrable = true
        continue
      }
      return (columns, index.id)
    }
    if sawDeferrable {
      throw .refuse(
        .objectNotInPrerequisiteState,
        "cannot use a deferrable unique constraint for referenced table \"\(parent.name.text)\"")
    }
    if session.plantedFaults.contains(.anyColumnsAreKeys) { return (columns, nil) }
    if mayBeUnseen(parent.name.text) { throw .unmodelled("A unique index may exist") }
    throw .refuse(
      .invalidForeignKey,
      "there is no unique constraint matching given keys for referenced table "
        + "\"\(parent.name.text)\"")
  }

  private func serves(_ index: TableIndex, _ columns: [Int]) -> Bool {
    index.isUnique && index.isValid && index.condition == nil
      && index.keys.count == columns.count
      && index.keys.allSatisfy { $0.column != nil }
      && Set(index.keys.compactMap(\.column)) == Set(columns)
  }

  func isDeferrable(_ index: TableIndex) -> Bool {
    index.constraint.flatMap { catalog.constraints[$0]?.isDeferrable } ?? false
  }

  private func checkGenerated(
    _ numbers: [Int], _ target: ForeignKeyTarget, in table: Table
  ) throws(Halt) {
    guard numbers.contains(where: { table.columns[$0 - 1].generation != nil }) else { return }
    if [.setNull, .setDefault, .cascade].contains(target.onUpdate) {
      throw .refuse(
        .syntaxError,
        "invalid ON UPDATE action for foreign key constraint containing generated column")
    }
    if [.setNull, .setDefault].contains(target.onDelete) {
      throw .refuse(
        .syntaxError,
        "invalid ON DELETE action for foreign key constraint containing generated column")
    }
  }

  private func clearedColumns(
    _ names: [Identifier], among numbers: [Int], in table: Table
  ) throws(Halt) -> [Int] {
    let cleared = try foreignKeyColumns(names, in: table.id)
    for (name, number) in zip(names, cleared) where !numbers.contains(number) {
      throw .refuse(
        .invalidColumnReference,
        "column \"\(name.text)\" referenced in ON DELETE SET action must be part of foreign key")
    }
    return cleared
  }

  // MARK: Types

  func checkTypes(
    _ numbers: [Int], of table: Table, _ keys: [Int], of parent: Table, name: String
  ) throws(Halt) {
    for (own, other) in zip(numbers, keys) {
      let first = table.columns[own - 1]
      let second = parent.columns[other - 1]
      guard let left = first.type, let right = second.type else {
        throw .unmodelled("The type of a key column is not known")
      }
      if try isComparable(left, right) { continue }
      throw .refuse(
        .datatypeMismatch, "foreign key constraint \"\(name)\" cannot be implemented",
        detail: "Key columns \"\(first.name.text)\" and \"\(second.name.text)\" are of "
          + "incompatible types: \(displayName(of: left)) and \(displayName(of: right)).")
    }
  }

  /// Whether the index of the referred column has an equality with the referring type.
  private func isComparable(_ own: DataType, _ key: DataType) throws(Halt) -> Bool {
    let own = baseType(own).bare
    let key = baseType(key).bare
    if own == key { return true }
    if let first = own.builtinName, let second = key.builtinName {
      let families: [Set<String>] = [
        ["int2", "int4", "int8"], ["float4", "float8"], ["date", "timestamp", "timestamptz"],
        ["text", "varchar", "name"],
      ]
      if families.contains(where: { $0.contains(first) && $0.contains(second) }) { return true }
    }
    return try coercion(from: own, to: key, in: .implicit) != nil
  }
}
