import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  mutating func truncate(_ truncate: Truncate) throws(Halt) -> String {
    var tables: [Table] = []
    for reference in truncate.tables {
      let relation = try relation(reference.name)
      guard case .table(let table) = relation else {
        throw .refuse(.wrongObjectType, "\"\(relation.name.text)\" is not a table")
      }
      tables.append(table)
      if !reference.isOnly {
        tables += catalog.descendants(of: table.id).compactMap { catalog.table($0) }
      }
    }
    if truncate.behavior == .cascade {
      try cascade(&tables)
    } else {
      try refuseReferenced(tables)
    }
    for table in tables { demand(.runs(writing: table.id)) }
    return "TRUNCATE TABLE"
  }

  private func referrers(of table: Table) -> [Table] {
    var found: [Table] = []
    for edge in catalog.edges(to: ObjectAddress(object: table.id)) {
      guard let constraint = catalog.constraints[edge.dependent.object],
        case .foreignKey(let key) = constraint.rule, case .table(table.id, _) = key.target,
        let child = catalog.table(constraint.owner), !found.contains(child)
      else { continue }
      found.append(child)
    }
    return found
  }

  private mutating func cascade(_ tables: inout [Table]) throws(Halt) {
    var index = 0
    while index < tables.count {
      for child in referrers(of: tables[index]) where !tables.contains(child) {
        notice("truncate cascades to table \"\(child.name.text)\"")
        tables.append(child)
      }
      index += 1
    }
  }

  private func refuseReferenced(_ tables: [Table]) throws(Halt) {
    for table in tables {
      for child in referrers(of: table) where !tables.contains(child) {
        throw .refuse(
          .featureNotSupported,
          "cannot truncate a table referenced in a foreign key constraint",
          detail: "Table \"\(child.name.text)\" references \"\(table.name.text)\".",
          hint: "Truncate table \"\(child.name.text)\" at the same time, "
            + "or use TRUNCATE ... CASCADE.")
      }
    }
  }

  mutating func lock(_ lock: LockTable) throws(Halt) -> String {
    if !session.isInTransactionBlock {
      throw .refuse(
        .noActiveSQLTransaction, "LOCK TABLE can only be used in transaction blocks")
    }
    for table in lock.tables {
      let relation = try relation(table.name)
      switch relation {
      case .table: break
      case .view(let view) where !view.isMaterialized: break
      default:
        throw .refuse(
          .wrongObjectType, "cannot lock relation \"\(relation.name.text)\"",
          detail: "This operation is not supported for \(relation.kindPlural).")
      }
    }
    return "LOCK TABLE"
  }

  mutating func analyze(_ maintenance: Maintenance) throws(Halt) -> String {
    try checkTargets(maintenance)
    return "ANALYZE"
  }

  mutating func vacuum(_ maintenance: Maintenance) throws(Halt) -> String {
    try preventInTransactionBlock("VACUUM")
    try checkTargets(maintenance)
    return "VACUUM"
  }

  private func checkTargets(_ maintenance: Maintenance) throws(Halt) {
    for target in maintenance.tables {
      guard let found = try findRelation(target.table.name) else {
        throw .refuse(
          .undefinedTable, "relation \"\(target.table.name.description)\" does not exist")
      }
      guard case .known(let relation) = found else { continue }
      for column in target.columns where catalog.columnNumber(column.text, of: relation.id) == nil {
        throw missingColumn(column.text, of: relation)
      }
    }
  }

  mutating func reindex(_ reindex: Reindex) throws(Halt) -> String {
    if reindex.isConcurrent { try preventInTransactionBlock("REINDEX CONCURRENTLY") }
    if reindex.kind == .database { try preventInTransactionBlock("REINDEX DATABASE") }
    if reindex.kind == .schema { try preventInTransactionBlock("REINDEX SCHEMA") }
    guard let name = reindex.name else { return "REINDEX" }
    switch reindex.kind {
    case .index:
      let relation = try relation(name)
      guard case .index = relation else {
        throw .refuse(.wrongObjectType, "\"\(relation.name.text)\" is not an index")
      }
      demand(.unique(index: relation.id))
    case .table:
      let relation = try relation(name)
      for index in catalog.indexes(of: relation.id) where index.isUnique {
        demand(.unique(index: index.id))
      }
    case .schema: _ = try schemaID(name.name.text)
    default: throw .unmodelled("REINDEX of a database is not modelled")
    }
    return "REINDEX"
  }
}
