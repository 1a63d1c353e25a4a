import DatabaseModel
import Engines
import SQLSyntax

/// An UPDATE whose names are resolved.
final class SQLiteUpdatePlan {
  let target: SQLiteChangeTarget
  /// Finds the rows; its one source is the table or view.
  let search: SQLiteSelectPlan
  /// The position that each value goes to; -1 is the rowid.
  let assignments: [(position: Int, value: SQLiteExpression)]
  /// Names of the columns that are set, in comparison form.
  let changed: Set<String>
  var conflict: ConflictResolution?
  var returning: SQLiteReturningPlan?

  init(
    _ target: SQLiteChangeTarget, _ search: SQLiteSelectPlan,
    _ assignments: [(Int, SQLiteExpression)],
    _ changed: Set<String>
  ) {
    self.target = target
    self.search = search
    self.assignments = assignments
    self.changed = changed
  }
}

/// A DELETE whose names are resolved.
final class SQLiteDeletePlan {
  let target: SQLiteChangeTarget
  let search: SQLiteSelectPlan
  var returning: SQLiteReturningPlan?

  init(_ target: SQLiteChangeTarget, _ search: SQLiteSelectPlan) {
    self.target = target
    self.search = search
  }
}

extension SQLiteCompiler {
  func update(_ update: Update, outer: SQLiteScope?) throws(SQLiteHalt) -> SQLiteUpdatePlan {
    if !update.from.isEmpty || update.limit != nil || update.with != nil {
      throw .unmodelled("UPDATE with WITH, FROM or LIMIT")
    }
    let (target, scope) = try changeScope(update.table, outer)
    var assignments: [(Int, SQLiteExpression)] = []
    var changed: Set<String> = []
    for assignment in update.assignments {
      guard assignment.targets.count == 1 else { throw .unmodelled("A row is assigned") }
      let column = assignment.targets[0].column
      changed.insert(column.key(in: .sqlite))
      let position = try position(of: column, scope.sources[0])
      assignments.append((position, try expression(assignment.value, in: scope)))
    }
    let search = try search(target, update.condition, scope)
    let plan = SQLiteUpdatePlan(target, search, assignments, changed)
    plan.conflict = update.conflict
    plan.returning = try returning(update.returning, target, outer)
    return plan
  }

  func delete(_ delete: Delete, outer: SQLiteScope?) throws(SQLiteHalt) -> SQLiteDeletePlan {
    if !delete.using.isEmpty || delete.limit != nil || delete.with != nil {
      throw .unmodelled("DELETE with WITH or LIMIT")
    }
    let (target, scope) = try changeScope(delete.table, outer)
    let plan = SQLiteDeletePlan(target, try search(target, delete.condition, scope))
    plan.returning = try returning(delete.returning, target, outer)
    return plan
  }

  private func changeScope(
    _ reference: TableReference, _ outer: SQLiteScope?
  ) throws(SQLiteHalt) -> (SQLiteChangeTarget, SQLiteScope) {
    if case .indexedBy = reference.indexHint { throw .unmodelled("INDEXED BY") }
    let target = try self.target(reference.name, outer)
    var source: SQLiteScopeSource
    switch target {
    case .table(let table): source = table.source
    case .view(_, let columns): source = columns
    }
    if let alias = reference.alias?.name { source.key = alias.key(in: .sqlite) }
    return (target, SQLiteScope(sources: [source], parent: outer))
  }

  private func search(
    _ target: SQLiteChangeTarget, _ condition: SQLExpression?, _ scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteSelectPlan {
    let search = SQLiteSelectPlan()
    switch target {
    case .table(let table): search.sources = [SQLiteSourcePlan(kind: .table(table))]
    case .view(let view, _):
      search.sources = [SQLiteSourcePlan(kind: .query(try plan(of: view).query))]
    }
    scope.referenced = []
    for part in condition?.conjuncts ?? [] {
      search.sources[0].filters.append(try expression(part, in: scope))
    }
    let conditions = search.sources[0].filters
    search.isScanOrdered = isChangeOrdered(target, scope, hasCondition: !conditions.isEmpty)
    search.sources[0].findAccess(0)
    return search
  }

  /// Changes read a table in the order of its rowid unless a condition is on an index's first column.
  private func isChangeOrdered(
    _ target: SQLiteChangeTarget, _ scope: SQLiteScope, hasCondition: Bool
  ) -> Bool {
    guard case .table(let table) = target else { return false }
    return table.isScanOrdered(
      using: Set(scope.referenced.map { $0 & 0xffff }), hasCondition: hasCondition)
  }
}
