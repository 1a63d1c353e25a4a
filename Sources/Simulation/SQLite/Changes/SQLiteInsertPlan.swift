import DatabaseModel
import Engines
import SQLSyntax

/// The table or view that rows of a statement go to.
enum SQLiteChangeTarget {
  case table(SQLiteTableRuntime)
  case view(View, SQLiteScopeSource)
}

/// An INSERT whose names are resolved.
final class SQLiteInsertPlan {
  enum Source {
    case defaults
    case rows([[SQLiteExpression]])
    case query(SQLiteQueryPlan)
  }

  let target: SQLiteChangeTarget
  let source: Source
  /// The position that each value goes to; -1 is the rowid.
  let positions: [Int]
  var conflict: ConflictResolution?
  var upsert: SQLiteUpsertPlan?
  var returning: SQLiteReturningPlan?

  init(_ target: SQLiteChangeTarget, _ source: Source, positions: [Int]) {
    self.target = target
    self.source = source
    self.positions = positions
  }
}

/// `ON CONFLICT …` of an INSERT.
struct SQLiteUpsertPlan {
  /// The place in ``SQLiteTableRuntime/uniqueIndexes``; `nil` for the rowid.
  var index: Int?
  /// Any key.
  var isUntargeted = false
  /// `nil` for DO NOTHING.
  var assignments: [(position: Int, SQLiteExpression)]?
  var condition: SQLiteExpression?

  func takes(_ place: Int?) -> Bool { isUntargeted || place == index }
}

/// RETURNING.
struct SQLiteReturningPlan {
  var expressions: [SQLiteExpression]
  var names: [String]

  func row(
    _ database: SQLiteExecution, _ parent: SQLiteFrame?, _ rowID: Int64, _ row: [SQLValue]
  ) throws(SQLiteHalt) -> [SQLValue] {
    let frame = SQLiteFrame(database, sources: 1, parent: parent)
    frame.rows[0] = row
    frame.rowIDs[0] = rowID
    var values: [SQLValue] = []
    for expression in expressions { values.append(try expression.evaluate(frame)) }
    return values
  }
}

extension SQLiteCompiler {
  func insert(_ insert: Insert, outer: SQLiteScope?) throws(SQLiteHalt) -> SQLiteInsertPlan {
    let base = SQLiteScope(parent: outer)
    if let with = insert.with { try add(with, to: base) }
    let target = try target(insert.table, outer)
    let source: SQLiteScopeSource
    var insertable: [Int]
    switch target {
    case .table(let table):
      source = table.source
      insertable = table.insertable
    case .view(_, let columns):
      source = columns
      insertable = Array(columns.columns.indices)
    }
    if !insert.columns.isEmpty {
      insertable = []
      for column in insert.columns {
        insertable.append(try position(of: column.column, source))
      }
    }
    let plan = SQLiteInsertPlan(
      target, try self.source(insert.source, base, insertable.count), positions: insertable)
    plan.conflict = insert.conflict
    if !insert.onConflict.isEmpty { plan.upsert = try upsert(insert, target, outer) }
    plan.returning = try returning(insert.returning, target, outer)
    return plan
  }

  func target(_ name: ObjectName, _ outer: SQLiteScope?) throws(SQLiteHalt) -> SQLiteChangeTarget {
    switch try database.schema.find(name, boundTo: outer?.boundSchema) {
    case .table(let table):
      if table.name.asciiLowercased().hasPrefix("sqlite_"),
        table.name.asciiLowercased() != "sqlite_sequence"
      {
        throw .unmodelled("A table of the engine is written")
      }
      return .table(table)
    case .view(let view):
      return .view(
        view,
        SQLiteScopeSource(
          key: view.name.key(in: .sqlite), columns: try plan(of: view).columns))
    case .schemaTable: throw .unmodelled("The schema is written by hand")
    }
  }

  func position(of column: Identifier, _ source: SQLiteScopeSource) throws(SQLiteHalt) -> Int {
    let key = column.key(in: .sqlite)
    if let place = source.columns.firstIndex(where: { $0.key == key }) { return place }
    guard source.hasRowID, key == "rowid" || key == "oid" || key == "_rowid_" else {
      throw .unmodelled("No column \(column.text)")
    }
    return source.rowIDColumn ?? -1
  }

  private func source(
    _ source: InsertSource, _ base: SQLiteScope, _ count: Int
  ) throws(SQLiteHalt) -> SQLiteInsertPlan.Source {
    guard case .query(let query) = source else { return .defaults }
    if case .values(let rows) = query.body, query.with == nil, query.orderBy.isEmpty,
      query.limit == nil
    {
      var compiled: [[SQLiteExpression]] = []
      let scope = SQLiteScope(parent: base)
      for row in rows {
        guard row.count == count else { throw .unmodelled("Values and columns differ in number") }
        var values: [SQLiteExpression] = []
        values.reserveCapacity(count)
        for value in row { values.append(try expression(value, in: scope)) }
        compiled.append(values)
      }
      return .rows(compiled)
    }
    let plan = try self.query(query, outer: base)
    guard plan.columns.count == count else {
      throw .unmodelled("Values and columns differ in number")
    }
    return .query(plan)
  }

  func returning(
    _ items: [SelectItem], _ target: SQLiteChangeTarget, _ outer: SQLiteScope?
  ) throws(SQLiteHalt) -> SQLiteReturningPlan? {
    if items.isEmpty { return nil }
    guard case .table(let table) = target else { throw .unmodelled("RETURNING on a view") }
    if table.columns.contains(where: { $0.affinity == .real }) {
      throw .unmodelled("RETURNING on a table with a REAL column mixes integers and reals up")
    }
    let scope = SQLiteScope(sources: [table.source], parent: outer)
    var plan = SQLiteReturningPlan(expressions: [], names: [])
    for item in items {
      if case .wildcard = item.expression.kind {
        for (position, column) in table.columns.enumerated() {
          plan.expressions.append(try self.column(0, 0, position, in: scope))
          plan.names.append(column.name)
        }
        continue
      }
      let compiled = try expression(item.expression, in: scope)
      plan.expressions.append(compiled)
      if let alias = item.alias {
        plan.names.append(alias.text)
      } else if let column = compiled.column {
        plan.names.append(column.column < 0 ? "rowid" : table.columns[column.column].name)
      } else {
        plan.names.append(database.text(of: item))
      }
    }
    return plan
  }

  private func upsert(
    _ insert: Insert, _ target: SQLiteChangeTarget, _ outer: SQLiteScope?
  ) throws(SQLiteHalt) -> SQLiteUpsertPlan {
    guard insert.onConflict.count == 1, case .table(let table) = target else {
      throw .unmodelled("Several ON CONFLICT clauses")
    }
    var plan = SQLiteUpsertPlan()
    switch insert.onConflict[0].target {
    case nil: plan.isUntargeted = true
    case .keys(let keys, nil)?: try find(keys, table, &plan)
    default: throw .unmodelled("Upsert on a partial index")
    }
    guard case .update(let assignments, let condition) = insert.onConflict[0].action else {
      return plan
    }
    var own = table.source
    if let alias = insert.alias { own.key = alias.key(in: .sqlite) }
    var excluded = table.source.withoutAffinities
    excluded.key = "excluded"
    excluded.needsQualifier = true
    let scope = SQLiteScope(sources: [own, excluded], parent: outer)
    var compiled: [(position: Int, SQLiteExpression)] = []
    for assignment in assignments {
      guard assignment.targets.count == 1 else { throw .unmodelled("A row is assigned") }
      let position = try position(of: assignment.targets[0].column, table.source)
      compiled.append((position, try expression(assignment.value, in: scope)))
    }
    plan.assignments = compiled
    plan.condition = try condition.map { condition throws(SQLiteHalt) in
      try expression(condition, in: scope)
    }
    return plan
  }

  private func find(
    _ keys: [SQLSyntax.IndexKey], _ table: SQLiteTableRuntime, _ plan: inout SQLiteUpsertPlan
  ) throws(SQLiteHalt) {
    var wanted: Set<Int> = []
    for key in keys {
      guard case .column(let reference) = key.expression.kind, key.collation == nil else {
        throw .unmodelled("Upsert on an index of expressions")
      }
      wanted.insert(try position(of: reference.column, table.source))
    }
    if wanted.count == 1, wanted.contains(table.rowIDColumn ?? -1) { return }
    let found = table.uniqueIndexes.firstIndex { index in
      index.isPlain && index.columns.count == keys.count
        && Set(index.columns.compactMap(\.column)) == wanted
        && index.columns.allSatisfy { key in
          key.column.map { table.columns[$0].collation == key.collation } ?? false
        }
    }
    guard let found else { throw .unmodelled("Upsert on a key that is not found") }
    plan.index = found
  }
}
