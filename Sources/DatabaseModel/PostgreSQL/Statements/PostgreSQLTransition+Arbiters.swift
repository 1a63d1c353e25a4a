import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  /// The indexes that ON CONFLICT looks into cannot be deferrable, which the engine sees only when
  /// a row gets that far.
  func checkArbiters(
    _ target: ConflictTarget?, _ table: Table, _ insert: Insert
  ) throws(Halt) {
    let arbiters = arbiters(target, table)
    guard let index = arbiters.first(where: isDeferrable) else { return }
    let mayStopEarlier =
      !catalog.triggers(of: table.id).isEmpty || table.columns.contains(where: \.isNotNull)
      || catalog.constraints(of: table.id).contains { !$0.isKey }
    guard arbiters.allSatisfy(isDeferrable), insertsRows(insert.source), !mayStopEarlier else {
      throw .unmodelled("Whether a row meets a deferrable constraint is not modelled")
    }
    throw .refuse(
      .objectNotInPrerequisiteState,
      "ON CONFLICT does not support deferrable unique constraints/exclusion constraints "
        + "as arbiters",
      schema: catalog.schemas[table.schema]?.name.text, table: table.name.text,
      constraint: index.name.text)
  }

  private func arbiters(_ target: ConflictTarget?, _ table: Table) -> [TableIndex] {
    let all = catalog.indexes(of: table.id).filter { $0.isUnique || $0.constraint != nil }
    switch target {
    case nil: return all
    case .constraint(let name):
      let constraint = catalog.constraint(named: name.text, of: table.id)
      return all.filter { $0.constraint == constraint?.id }
    case .keys(let keys, _):
      let numbers = Set(
        keys.compactMap { $0.column.flatMap { catalog.columnNumber($0.text, of: table.id) } })
      return all.filter { index in
        index.isUnique && index.condition == nil
          && Set(index.keys.compactMap(\.column)) == numbers
      }
    }
  }

  private func insertsRows(_ source: InsertSource) -> Bool {
    guard case .query(let query) = source, case .values = query.body else {
      if case .defaultValues = source { return true }
      return false
    }
    return query.limit == nil
  }
}

extension TableConstraint {
  /// Whether an index enforces it.
  fileprivate var isKey: Bool {
    switch rule {
    case .primaryKey, .unique, .exclusion: true
    default: false
    }
  }
}
