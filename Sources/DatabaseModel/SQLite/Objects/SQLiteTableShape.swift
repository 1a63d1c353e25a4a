import SQLSyntax

/// What a CREATE TABLE of SQLite makes, worked out from its text alone.
///
/// ALTER TABLE edits the text and works it out again, as the engine does.
struct SQLiteTableShape {
  let definition: CreateTable
  let name: String
  var columns: [Column] = []
  /// By position: the column is part of the primary key; it has a UNIQUE of its own.
  var isPrimaryKey: [Bool] = []
  var hasUnique: [Bool] = []
  var rowIDColumn: Int?
  var primaryKey: [Int]?
  var primaryKeyConstraint: Constraint?
  var isAutoincrement = false
  var keys: [SQLiteKey] = []
  /// All UNIQUE and PRIMARY KEY constraints in source order, with the key that serves each.
  var keyConstraints: [(constraint: Constraint, columns: [Int], key: Int?)] = []
  var checks: [(constraint: Constraint, condition: SQLExpression)] = []
  var foreignKeys: [(constraint: Constraint, key: ForeignKey)] = []
  var generated: [(position: Int, expression: SQLExpression)] = []
  /// SQLite's habit of calling a table being altered by another name.
  let nameInMessages: String
  let catalog: Catalog
  let schema: ObjectID
  let allowsQuotedStrings: Bool

  init(
    _ definition: CreateTable, in schema: ObjectID, of catalog: Catalog,
    nameInMessages: String? = nil, allowsQuotedStrings: Bool = true
  ) throws(SQLiteStop) {
    self.definition = definition
    self.catalog = catalog
    self.schema = schema
    self.allowsQuotedStrings = allowsQuotedStrings
    name = definition.name.name.text
    self.nameInMessages = nameInMessages ?? name
    for element in definition.elements {
      switch element {
      case .column(let column): try add(column)
      case .constraint(let constraint): try add(constraint, column: nil)
      case .like: throw .unmodelled(reason: "LIKE is not of SQLite")
      }
    }
    try finish()
  }
}

/// The columns of an index that a constraint makes.
struct SQLiteKey {
  var columns: [Int]
  var collations: [String]
  var directions: [SortDirection]
  var isPrimary: Bool
  var conflict: ConflictResolution?
  /// The number in `sqlite_autoindex_t_1`.
  var number: Int

  /// Leaves out columns that stand in the key before, with the same collation.
  mutating func removeTwins() {
    for position in columns.indices.reversed() {
      let isTwin = columns[..<position].indices.contains { earlier in
        columns[earlier] == columns[position] && collations[earlier] == collations[position]
      }
      guard isTwin else { continue }
      columns.remove(at: position)
      collations.remove(at: position)
      directions.remove(at: position)
    }
  }
}
