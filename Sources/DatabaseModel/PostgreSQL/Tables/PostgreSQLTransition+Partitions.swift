import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  mutating func setPartitionKey(_ partition: PartitionBy, of table: ObjectID) throws(Halt) {
    for key in partition.keys {
      guard let column = key.column else {
        throw .unmodelled("A partition key that is an expression is not modelled")
      }
      guard let number = catalog.columnNumber(column.text, of: table) else {
        throw .refuse(
          .undefinedColumn,
          "column \"\(column.text)\" named in partition key does not exist")
      }
      guard let type = catalog.columns(of: table)[number - 1].type else { continue }
      let method = partition.strategy == "HASH" ? "hash" : "btree"
      if key.operatorClass == nil { try checkOperatorClass(key, type: type, method: method) }
    }
    catalog.updateTable(table) { $0.partitionBy = partition }
  }

  /// `CREATE TABLE name PARTITION OF parent bound`.
  mutating func createPartition(
    _ create: CreateTable, of partition: PartitionOf, schema: ObjectID
  ) throws(Halt) {
    let relation = try relation(partition.parent)
    guard case .table(let parent) = relation else {
      throw .unmodelled("A partition of something other than a table")
    }
    if parent.kind != .partitioned {
      throw .refuse(
        .invalidObjectDefinition, "\"\(parent.name.text)\" is not partitioned")
    }
    if !create.elements.isEmpty || create.partitionBy != nil {
      throw .unmodelled("A partition with parts of its own is not modelled")
    }
    try checkNameIsFree(create.name.name.text, in: schema)
    try checkBound(partition.bound, create.name.name.text, parent)
    let unsupported = catalog.constraints(of: parent.id).contains {
      if case .check = $0.rule { false } else { true }
    }
    if unsupported || !catalog.triggers(of: parent.id).isEmpty
      || !catalog.indexes(of: parent.id).isEmpty
    {
      throw .unmodelled("Keys, indexes and triggers of partitions are not modelled")
    }
    var table = Table(
      id: catalog.takeID(), schema: schema, name: create.name.name,
      columns: parent.columns.filter { !$0.isDropped }.map { column in
        var copy = Column(name: column.name, type: column.type, isNotNull: column.isNotNull)
        copy.isInherited = true
        return copy
      })
    if parent.columns.contains(where: { $0.generation != nil || $0.identity != nil }) {
      throw .unmodelled("Generated columns of partitions are not modelled")
    }
    table.persistence = create.persistence
    table.owner = session.role
    table.inheritsFrom = [parent.id]
    table.partitionBound = partition.bound
    table.options = try tableOptions(create.options)
    catalog.add(.table(table))
    recordSchemaEdge(table.id, schema)
    catalog.record(table.id, on: [ObjectAddress(object: parent.id)], .automatic)
    for (index, column) in table.columns.enumerated() {
      let address = ObjectAddress(object: table.id, column: index + 1)
      recordTypeEdge(address, column.type)
      if let value = parent.columns.filter({ !$0.isDropped })[index].defaultValue {
        setDefault(value, of: address, isGenerated: false)
      }
    }
    inheritChecks(from: [parent.id], to: table.id)
  }

  /// Bounds of one whole number each are compared; others are not modelled.
  private func checkBound(
    _ bound: PartitionBound, _ name: String, _ parent: Table
  ) throws(Halt) {
    let siblings = catalog.children(of: parent.id).compactMap { catalog.table($0) }
    switch bound {
    case .range(let from, let to):
      guard parent.partitionBy?.strategy == "RANGE", let lower = Self.limit(from),
        let upper = Self.limit(to)
      else { throw .unmodelled("This bound is not modelled") }
      if lower >= upper {
        throw .refuse(
          .invalidObjectDefinition,
          "empty range bound specified for partition \"\(name)\"",
          detail: "Specified lower bound (\(lower)) is greater than or equal to upper bound "
            + "(\(upper)).")
      }
      for sibling in siblings {
        guard case .range(let first, let second) = sibling.partitionBound,
          let start = Self.limit(first), let end = Self.limit(second)
        else { throw .unmodelled("A neighbour's bound is not modelled") }
        if lower < end, start < upper {
          throw .refuse(
            .invalidObjectDefinition,
            "partition \"\(name)\" would overlap partition \"\(sibling.name.text)\"")
        }
      }
    case .defaultPartition where siblings.allSatisfy { $0.partitionBound != .defaultPartition }:
      break
    default: throw .unmodelled("This bound is not modelled")
    }
  }

  private static func limit(_ values: [SQLExpression]) -> Int? {
    values.count == 1 ? integer(values[0]) : nil
  }

  func refuseAttach(_ name: ObjectName, to table: Table) throws(Halt) {
    if table.kind != .partitioned {
      throw .refuse(
        .invalidObjectDefinition, "table \"\(table.name.text)\" is not partitioned")
    }
    let relation = try relation(name)
    guard case .table(let child) = relation else { throw .unmodelled("This ATTACH") }
    if child.partitionBound != nil {
      throw .refuse(.wrongObjectType, "\"\(child.name.text)\" is already a partition")
    }
    let live = { (table: Table) in table.columns.filter { !$0.isDropped } }
    let parentNames = live(table).map(\.name)
    for column in live(child) where !parentNames.contains(column.name) {
      throw .refuse(
        .datatypeMismatch,
        "table \"\(child.name.text)\" contains column \"\(column.name.text)\" not found in parent "
          + "\"\(table.name.text)\"",
        detail: "The new partition may contain only the columns present in parent.")
    }
    let childNames = live(child).map(\.name)
    for column in live(table) where !childNames.contains(column.name) {
      throw .refuse(
        .datatypeMismatch, "child table is missing column \"\(column.name.text)\"")
    }
    throw .unmodelled("ATTACH PARTITION is not modelled")
  }

  func refuseDetach(_ name: ObjectName, from table: Table) throws(Halt) {
    let relation = try relation(name)
    guard case .table(let child) = relation else { throw .unmodelled("This DETACH") }
    if !child.inheritsFrom.contains(table.id) {
      throw .refuse(
        .undefinedTable,
        "relation \"\(child.name.text)\" is not a partition of relation \"\(table.name.text)\"")
    }
    throw .unmodelled("DETACH PARTITION is not modelled")
  }
}
