import Engines
import SQLSyntax

extension SQLiteCompiler {
  /// Whether the engine meets the rows in the order in which the model does.
  ///
  /// The engine reads a table in the order of its rowid where it has no reason to read an index: no
  /// condition on an index's first column, and no index that has all columns that are used.
  func isOrdered(_ select: SQLiteSelectPlan, _ scope: SQLiteScope, _ conditions: [SQLiteExpression])
    -> Bool
  {
    if select.sources.isEmpty { return true }
    guard select.sources.count == 1 else { return false }
    switch select.sources[0].kind {
    case .table(let table):
      var used: Set<Int> = []
      for reference in scope.referenced where reference >> 16 == 0 {
        used.insert(reference & 0xffff)
      }
      return table.isScanOrdered(using: used, hasCondition: !conditions.isEmpty)
    case .schemaTable: return true
    case .query(let plan):
      if case .compound = plan.body { return !plan.order.isEmpty || conditions.isEmpty }
      return plan.keepsOrder
    case .commonTable(let plan):
      return plan.initial?.keepsOrder ?? false || !plan.recursive.isEmpty
    }
  }
}

extension SQLiteQueryPlan {
  /// Whether its rows come in an order that is known before it runs.
  var keepsOrder: Bool {
    switch body {
    case .values: true
    case .select(let plan): plan.isScanOrdered && !plan.isAggregate && order.isEmpty
    case .compound: false
    }
  }
}

extension SQLiteTableRuntime {
  /// Whether a scan that uses these columns has no reason to read an index.
  func isScanOrdered(using columns: Set<Int>, hasCondition: Bool) -> Bool {
    if isWithoutRowID, hasDescendingKey { return false }
    for index in indexes {
      if index.isPrimary, isWithoutRowID { continue }
      if index.hasExpressions || index.isPartial {
        if hasCondition { return false }
        if index.hasExpressions { continue }
      }
      let keys = Set(index.columns.compactMap(\.column))
      let primary = isWithoutRowID ? primaryColumns : rowIDColumn.map { [$0] } ?? []
      if columns.subtracting(keys).subtracting(primary).isEmpty { return false }
      if hasCondition, let first = index.columns.first?.column, columns.contains(first) {
        return false
      }
    }
    return true
  }
}
