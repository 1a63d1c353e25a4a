import DatabaseModel
import Engines
import SQLSyntax

/// One SELECT, ready to run.
final class SQLiteSelectPlan {
  var sources: [SQLiteSourcePlan] = []
  /// Conditions that read no source.
  var conditions: [SQLiteExpression] = []
  var outputs: [SQLiteExpression] = []
  var columns: [SQLiteQueryColumn] = []
  var isDistinct = false
  var groups: [SQLiteExpression] = []
  var having: SQLiteExpression?
  var aggregates = SQLiteAggregateList()
  var isAggregate = false
  /// Columns that neither GROUP BY nor an aggregate decides.
  var bareColumns: [(source: Int, column: Int)] = []
  /// Whether rows come in the order of the engine.
  var isScanOrdered = true
}

/// A column of a query's result.
struct SQLiteQueryColumn {
  var name: String
  var affinity: SQLiteAffinity
  var collation: SQLiteCollation?
  var isUnclear = false
}

/// One source of a SELECT, in the order of the nested loops.
struct SQLiteSourcePlan {
  enum Kind {
    case table(SQLiteTableRuntime)
    case schemaTable(isTemporary: Bool)
    case query(SQLiteQueryPlan)
    case commonTable(SQLiteCommonTablePlan)
  }

  /// How rows are found.
  enum Access {
    case scan
    case rowID(SQLiteExpression)
    case unique(index: Int, [SQLiteExpression])
  }

  var kind: Kind
  var isLeftJoin = false
  /// The ON of a left join.
  var condition: SQLiteExpression?
  /// Conditions that can be decided once this source has its row.
  var filters: [SQLiteExpression] = []
  var access = Access.scan
  /// `sqlite_schema`: the texts of objects are read.
  var readsText = false
}

/// Rows that a query gave.
struct SQLiteQueryResult {
  var rows: [[SQLValue]]
  /// Whether their order is the engine's.
  var isOrdered: Bool
}

extension SQLiteSelectPlan {
  /// Runs the loops; the body says `false` to end them.
  func forEachRow(
    _ frame: SQLiteFrame, _ body: () throws(SQLiteHalt) -> Bool
  ) throws(SQLiteHalt) {
    for condition in conditions where try condition.evaluate(frame).truth != true { return }
    _ = try loop(0, frame, body)
  }

  private func loop(
    _ number: Int, _ frame: SQLiteFrame, _ body: () throws(SQLiteHalt) -> Bool
  ) throws(SQLiteHalt) -> Bool {
    guard number < sources.count else { return try body() }
    let source = sources[number]
    var isMatched = false
    var goesOn = true
    try source.scan(number, frame) { () throws(SQLiteHalt) in
      if let condition = source.condition, try condition.evaluate(frame).truth != true {
        return true
      }
      isMatched = true
      for filter in source.filters where try filter.evaluate(frame).truth != true { return true }
      goesOn = try loop(number + 1, frame, body)
      return goesOn
    }
    if source.isLeftJoin, !isMatched, goesOn {
      frame.rows[number] = nil
      for filter in source.filters where try filter.evaluate(frame).truth != true { return true }
      return try loop(number + 1, frame, body)
    }
    return goesOn
  }
}

extension SQLiteSourcePlan {
  /// Puts one row after the other into the frame until the body says `false`.
  func scan(
    _ number: Int, _ frame: SQLiteFrame, _ body: () throws(SQLiteHalt) -> Bool
  ) throws(SQLiteHalt) {
    switch kind {
    case .table(let table): try scan(table, number, frame, body)
    case .schemaTable(let isTemporary):
      for var row in try frame.database.schemaRows(isTemporary: isTemporary) {
        if readsText { row[4] = try frame.database.schemaText(row[4]) }
        frame.rows[number] = row
        if try !body() { return }
      }
    case .query(let query):
      for row in try query.run(frame.parent, in: frame.database).rows {
        frame.rows[number] = row
        if try !body() { return }
      }
    case .commonTable(let plan):
      for row in try plan.rows(in: frame).rows {
        frame.rows[number] = row
        if try !body() { return }
      }
    }
  }

  private func scan(
    _ table: SQLiteTableRuntime, _ number: Int, _ frame: SQLiteFrame,
    _ body: () throws(SQLiteHalt) -> Bool
  ) throws(SQLiteHalt) {
    let data = frame.database.data(of: table)
    switch access {
    case .scan:
      try data.forEachRow(of: table) { (rowID, row) throws(SQLiteHalt) in
        frame.rows[number] = row
        frame.rowIDs[number] = rowID
        return try body()
      }
    case .rowID(let expression):
      let value = try expression.evaluate(frame).stored(.integer)
      guard case .integer(let rowID) = value, let row = data.rows[rowID] else { return }
      frame.rows[number] = row
      frame.rowIDs[number] = rowID
      _ = try body()
    case .unique(let index, let expressions):
      let runtime = table.uniqueIndexes[index]
      var values: [SQLValue] = []
      for (expression, column) in zip(expressions, runtime.columns) {
        let affinity = column.column.map { table.columns[$0].affinity } ?? .blob
        values.append(try expression.evaluate(frame).stored(affinity).folded(column.collation))
      }
      if values.contains(where: \.isNull) { return }
      let key = SQLiteIndexKey(first: values[0], rest: Array(values.dropFirst()))
      guard let rowID = data.indexes[runtime.slot][key], let row = data.rows[rowID] else {
        return
      }
      frame.rows[number] = row
      frame.rowIDs[number] = rowID
      _ = try body()
    }
  }
}
