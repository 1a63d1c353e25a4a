import Engines
import SQLSyntax

extension SQLiteCompiler {
  /// Makes the tables of a WITH clause known.
  func add(_ with: WithClause, to scope: SQLiteScope) throws(SQLiteHalt) {
    let tables = SQLiteCommonTableScope(parent: scope.commonTables)
    scope.commonTables = tables
    for table in with.tables {
      let plan = SQLiteCommonTablePlan()
      let key = table.name.text.asciiLowercased()
      guard case .select(let query) = table.statement.kind else {
        throw .unmodelled("WITH of something that is no query")
      }
      if Self.reads(query, key) {
        tables.tables[key] = plan
        try recursive(table, query, plan, scope)
      } else {
        let compiled = try self.query(query, outer: scope)
        plan.initial = compiled
        plan.columns = try Self.columns(of: compiled, named: table.columns)
        tables.tables[key] = plan
      }
    }
  }

  /// Whether a query names a table, other than in a WITH of its own.
  private static func reads(_ query: Query, _ key: String) -> Bool {
    var found = false
    query.walk { node in
      if let reference = node as? TableReference, reference.name.schema == nil,
        reference.name.name.text.asciiLowercased() == key
      {
        found = true
      }
      return !found
    }
    return found
  }

  private func recursive(
    _ table: CommonTable, _ query: Query, _ plan: SQLiteCommonTablePlan, _ scope: SQLiteScope
  ) throws(SQLiteHalt) {
    guard case .compound(let operation) = query.body, query.with == nil, query.orderBy.isEmpty,
      operation.kind == .union,
      !Self.reads(operation.left, table.name.text.asciiLowercased())
    else { throw .unmodelled("A recursive common table of this form") }
    let initial = try self.query(operation.left, outer: scope)
    plan.columns = try Self.columns(of: initial, named: table.columns)
    plan.keepsDuplicates = operation.isAll
    let rest = try self.query(operation.right, outer: scope)
    rest.isCorrelated = true
    if rest.columns.count != initial.columns.count {
      throw .unmodelled("The terms of a compound differ in width")
    }
    plan.initial = initial
    plan.recursive = [rest]
    let bounds = SQLiteScope(parent: scope)
    if let limit = query.limit { plan.limit = try expression(limit, in: bounds) }
    if query.offset != nil { throw .unmodelled("OFFSET in a recursive common table") }
  }

  /// The columns that a query offers to the one around it.
  static func columns(
    of plan: SQLiteQueryPlan, named names: [Identifier]
  ) throws(SQLiteHalt) -> [SQLiteScopeColumn] {
    if !names.isEmpty, names.count != plan.columns.count {
      throw .unmodelled("A table has another number of columns than names")
    }
    var used: Set<String> = []
    return plan.columns.enumerated().map { number, column in
      var name = names.isEmpty ? column.name : names[number].text
      var count = 0
      while !used.insert(name.asciiLowercased()).inserted {
        count += 1
        name = "\(names.isEmpty ? column.name : names[number].text):\(count)"
      }
      return SQLiteScopeColumn(
        name, affinity: column.affinity, collation: column.collation,
        isUnclear: column.isUnclear)
    }
  }
}
