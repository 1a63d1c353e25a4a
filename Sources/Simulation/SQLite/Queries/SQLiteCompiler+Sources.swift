import DatabaseModel
import Engines
import SQLSyntax

extension SQLiteCompiler {
  /// Compiles FROM.
  ///
  /// - Returns: The conditions of inner joins, which belong to WHERE.
  func sources(
    _ from: [TableSource], _ scope: SQLiteScope, _ select: SQLiteSelectPlan
  ) throws(SQLiteHalt) -> [SQLiteExpression] {
    var joined = JoinedPlans()
    for source in from { try add(source, scope, select, &joined) }
    if select.sources.count > 60 { throw .unmodelled("A join of many tables") }
    var conditions: [SQLiteExpression] = []
    for (place, condition) in joined.conditions {
      let compiled = try join(condition, at: place, scope)
      for part in compiled {
        if let place, select.sources[place].isLeftJoin {
          select.sources[place].condition = try and(select.sources[place].condition, part)
        } else {
          conditions.append(part)
        }
      }
    }
    return conditions
  }

  private func and(_ left: SQLiteExpression?, _ right: SQLiteExpression) throws(SQLiteHalt)
    -> SQLiteExpression
  {
    guard let left else { return right }
    return SQLiteExpression(reading: [left, right]) { frame throws(SQLiteHalt) in
      guard try left.evaluate(frame).truth == true else { return .integer(0) }
      return try right.evaluate(frame)
    }
  }

  private func add(
    _ source: TableSource, _ scope: SQLiteScope, _ select: SQLiteSelectPlan,
    _ joined: inout JoinedPlans
  ) throws(SQLiteHalt) {
    switch source {
    case .table(let reference): try add(reference, scope, select)
    case .query(let derived):
      let outer = SQLiteScope(parent: scope.parent)
      let plan = try query(derived.query, outer: outer)
      if outer.isCorrelated {
        plan.isCorrelated = true
        scope.isCorrelated = true
      }
      let columns = try Self.columns(of: plan, named: [])
      scope.sources.append(
        SQLiteScopeSource(key: derived.alias?.name.text.asciiLowercased(), columns: columns))
      select.sources.append(SQLiteSourcePlan(kind: .query(plan)))
    case .join(let join): try add(join, scope, select, &joined)
    case .function, .opaque: throw .unmodelled("Table-valued functions are not modelled")
    }
  }

  private func add(
    _ join: Join, _ scope: SQLiteScope, _ select: SQLiteSelectPlan, _ joined: inout JoinedPlans
  ) throws(SQLiteHalt) {
    if join.kind == .right || join.kind == .full {
      throw .unmodelled("RIGHT and FULL joins")
    }
    try add(join.left, scope, select, &joined)
    let start = select.sources.count
    if case .join = join.right, join.kind == .left {
      throw .unmodelled("A left join with a join on its right")
    }
    try add(join.right, scope, select, &joined)
    let place = select.sources.count - 1
    if join.kind == .left { select.sources[place].isLeftJoin = true }
    let isLeft = join.kind == .left
    if join.isNatural {
      let left = scope.sources[..<start].flatMap(\.columns).map(\.key)
      let common = scope.sources[place].columns.map(\.key).filter(left.contains)
      joined.conditions.append((place, .using(common.map { Identifier($0) }, alias: nil)))
      scope.sources[place].merged = Set(common)
    } else if let condition = join.condition {
      joined.conditions.append((isLeft ? place : nil, condition))
      if case .using(let names, _) = condition {
        joined.conditions[joined.conditions.count - 1].place = place
        scope.sources[place].merged = Set(names.map { $0.text.asciiLowercased() })
      }
    }
  }

  private func join(
    _ condition: JoinCondition, at place: Int?, _ scope: SQLiteScope
  ) throws(SQLiteHalt) -> [SQLiteExpression] {
    switch condition {
    case .on(let expression):
      var parts: [SQLiteExpression] = []
      for part in expression.conjuncts { parts.append(try self.expression(part, in: scope)) }
      return parts
    case .using(let names, _):
      guard let place else { return [] }
      var parts: [SQLiteExpression] = []
      for name in names {
        let key = name.text.asciiLowercased()
        guard
          let right = scope.sources[place].columns.firstIndex(where: { $0.key == key }),
          let left = scope.sources[..<place].firstIndex(where: { source in
            source.columns.contains { $0.key == key }
          }),
          let column = scope.sources[left].columns.firstIndex(where: { $0.key == key })
        else { throw .unmodelled("USING of a column that is not on both sides") }
        let pair = SQLiteComparedPair(
          try self.column(0, left, column, in: scope), try self.column(0, place, right, in: scope))
        parts.append(compare(pair, .equal))
      }
      return parts
    }
  }

  private func add(
    _ reference: TableReference, _ scope: SQLiteScope, _ select: SQLiteSelectPlan
  ) throws(SQLiteHalt) {
    let name = reference.name
    let alias = reference.alias?.name.text.asciiLowercased()
    let key = alias ?? name.name.text.asciiLowercased()
    if name.schema == nil,
      let common = scope.commonTables?.find(name.name.text.asciiLowercased())
    {
      scope.sources.append(SQLiteScopeSource(key: key, columns: common.columns))
      select.sources.append(SQLiteSourcePlan(kind: .commonTable(common)))
      return
    }
    if case .indexedBy = reference.indexHint { throw .unmodelled("INDEXED BY") }
    switch try database.schema.find(name, boundTo: scope.boundSchema) {
    case .table(let table):
      var source = table.source
      source.key = key
      scope.sources.append(source)
      select.sources.append(SQLiteSourcePlan(kind: .table(table)))
    case .schemaTable(let isTemporary):
      let columns = ["type", "name", "tbl_name", "rootpage", "sql"].map { name in
        SQLiteScopeColumn(name, affinity: name == "rootpage" ? .integer : .text)
      }
      scope.sources.append(SQLiteScopeSource(key: key, columns: columns))
      select.sources.append(SQLiteSourcePlan(kind: .schemaTable(isTemporary: isTemporary)))
    case .view(let view):
      let plan = try self.plan(of: view)
      scope.sources.append(SQLiteScopeSource(key: key, columns: plan.columns))
      select.sources.append(SQLiteSourcePlan(kind: .query(plan.query)))
    }
  }

  /// A view's query, as if it stood in the place of its name.
  func plan(of view: View) throws(SQLiteHalt) -> (
    query: SQLiteQueryPlan, columns: [SQLiteScopeColumn]
  ) {
    if database.viewDepth > 20 { throw .unmodelled("Views inside views without end") }
    database.viewDepth += 1
    defer { database.viewDepth -= 1 }
    let outer = SQLiteScope()
    outer.boundSchema = view.isTemporary ? nil : view.schema
    let plan = try query(view.query, outer: outer)
    return (plan, try Self.columns(of: plan, named: view.definition?.columns ?? []))
  }
}

/// Conditions of joins, with the source on whose left they join.
private struct JoinedPlans {
  var conditions: [(place: Int?, JoinCondition)] = []
}
