import DatabaseModel
import Engines
import SQLSyntax

/// A table with everything that its rows need, resolved.
final class SQLiteTableRuntime {
  let id: Int
  let table: Table
  let name: String
  var columns: [SQLiteColumnRuntime] = []
  /// Positions by name in comparison form.
  var positions: [String: Int] = [:]
  /// The position of the column that is the rowid.
  let rowIDColumn: Int?
  let isAutoincrement: Bool
  /// The conflict clause of the rowid's PRIMARY KEY.
  var rowIDConflict: ConflictResolution?
  /// In the order in which the engine checks them: the newest first, REPLACE last.
  var indexes: [SQLiteIndexRuntime] = []
  var uniqueIndexes: [SQLiteIndexRuntime] = []
  var checks: [SQLiteCheckRuntime] = []
  /// Positions of the primary key's columns.
  var primaryColumns: [Int] = []
  /// The slot of the primary key of a WITHOUT ROWID table.
  var primarySlot: Int?
  var source = SQLiteScopeSource(key: nil, columns: [])

  var isWithoutRowID: Bool { table.isWithoutRowID }
  var isStrict: Bool { table.isStrict }
  var hasGenerated = false
  var hasNotNull = false
  /// Positions that INSERT without a column list fills.
  var insertable: [Int] = []

  var hasDescendingKey: Bool {
    indexes.contains { $0.isPrimary && $0.columns.contains(where: \.isDescending) }
  }

  init(_ table: Table) {
    self.table = table
    id = table.id.rawValue
    name = table.name.text
    rowIDColumn = table.rowIDColumn.map { $0 - 1 }
    isAutoincrement = table.definition?.isAutoincrementing ?? false
  }
}

/// A column of a table.
struct SQLiteColumnRuntime {
  var name: String
  var key: String
  var affinity: SQLiteAffinity
  var collation: SQLiteCollation
  var isNotNull: Bool
  var notNullConflict: ConflictResolution?
  var defaultValue: SQLExpression?
  /// The default, where it is the same each time.
  var constantDefault: SQLValue?
  var generation: SQLiteEvaluation?
  var isStored = false
  /// The type of a STRICT table's column, in capitals.
  var strictType: String?
}

/// An index of a table.
final class SQLiteIndexRuntime {
  struct Key {
    /// The position of the column; `nil` for an expression.
    var column: Int?
    var expression: SQLiteEvaluation?
    var collation: SQLiteCollation
    var isDescending: Bool
  }

  let name: String
  let isUnique: Bool
  let isPrimary: Bool
  let conflict: ConflictResolution?
  /// Where its entries are found; -1 for indexes whose entries are not kept.
  let slot: Int
  var columns: [Key] = []
  var condition: SQLiteEvaluation?
  /// Columns that its expressions and condition read.
  var read: Set<Int> = []

  var isPartial: Bool { condition != nil }
  var hasExpressions: Bool { columns.contains { $0.column == nil } }
  /// Neither partial nor over expressions.
  var isPlain: Bool { !isPartial && !hasExpressions }

  init(_ index: TableIndex, conflict: ConflictResolution?, slot: Int) {
    name = index.name.text
    isUnique = index.isUnique
    isPrimary = index.isPrimary
    self.conflict = conflict
    self.slot = slot
  }

  /// The entry of a row; `nil` where a partial index has none.
  func key(of row: [SQLValue], _ frame: SQLiteFrame) throws(SQLiteHalt) -> SQLiteIndexKey? {
    if condition != nil || hasExpressions {
      frame.rows[0] = row
      if let condition, try condition(frame).truth != true { return nil }
    }
    if columns.count == 1, let column = columns[0].column {
      return SQLiteIndexKey(first: row[column].folded(columns[0].collation), rest: [])
    }
    var values: [SQLValue] = []
    values.reserveCapacity(columns.count)
    for key in columns {
      var value = SQLValue.null
      if let column = key.column {
        value = row[column]
      } else if let expression = key.expression {
        value = try expression(frame)
      }
      values.append(value.folded(key.collation))
    }
    return SQLiteIndexKey(first: values[0], rest: Array(values.dropFirst()))
  }
}

/// A CHECK of a table.
struct SQLiteCheckRuntime {
  var evaluate: SQLiteEvaluation
  var name: String?
  /// The position among the table's CHECKs.
  var number: Int
  var syntax: SQLExpression
  var columns: Set<Int>
}

extension CreateTable {
  /// Whether a column is declared AUTOINCREMENT.
  var isAutoincrementing: Bool {
    elements.contains { element in
      switch element {
      case .column(let column): column.constraints.contains(where: \.isAutoincrementing)
      case .constraint(let constraint): constraint.isAutoincrementing
      case .like: false
      }
    }
  }
}

extension Constraint {
  fileprivate var isAutoincrementing: Bool {
    if case .primaryKey(let key) = kind { key.isAutoincrement } else { false }
  }
}
