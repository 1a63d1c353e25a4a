import DatabaseModel
import PropertyTesting
import SQLSyntax

extension StatementRule {
  /// What histories of both dialects do with tables most.
  static let tables = [
    StatementRule("CREATE TABLE", { $0.tables.count < $0.profile.tables ? 60 : 10 }) { drawing in
      try drawing.createTable()
    },
    StatementRule("ALTER TABLE ADD COLUMN", 14, when: { $0.hasTables }) { drawing in
      try drawing.addColumn()
    },
    StatementRule("ALTER TABLE DROP COLUMN", 6, when: { $0.hasTables }) { drawing in
      let table = try drawing.table()
      let isPostgreSQL = drawing.isPostgreSQL
      return .alter(
        try drawing.tableName(of: table),
        .dropColumn(
          try drawing.columnName(of: table),
          ifExists: isPostgreSQL ? try drawing.source.boolean(0.1) : false,
          behavior: isPostgreSQL ? try drawing.behavior() : nil))
    },
    StatementRule("ALTER TABLE RENAME COLUMN", 5, when: { $0.hasTables }) { drawing in
      let table = try drawing.table()
      let old = try drawing.columnName(of: table)
      let new = try drawing.newName(from: NameStyle.columns, besides: table.columns.map(\.name))
      return Statement(
        .rename(
          Rename(
            object: ObjectReference(
              kind: .column, name: ObjectName(name: old), owner: try drawing.tableName(of: table)),
            newName: new)))
    },
    StatementRule("ALTER TABLE RENAME TO", 5, when: { $0.hasTables }) { drawing in
      let table = try drawing.table()
      let new = try drawing.newName(from: NameStyle.tables, besides: drawing.relationNames)
      return Statement(
        .rename(
          Rename(
            object: ObjectReference(kind: .table, name: try drawing.tableName(of: table)),
            newName: new)))
    },
    StatementRule("DROP TABLE", 7, when: { $0.tables.count > 1 }) { drawing in
      let table = try drawing.table()
      return .drop(
        .table, ObjectReference(kind: .table, name: try drawing.tableName(of: table)),
        ifExists: try drawing.source.boolean(0.3),
        behavior: drawing.isPostgreSQL ? try drawing.behavior() : nil)
    },
    StatementRule("CREATE TABLE AS", 1, when: { $0.hasTables }) { drawing in
      let name = try drawing.newName(from: NameStyle.tables, besides: drawing.relationNames)
      return Statement(
        .createTableAs(
          CreateTableAs(
            name: ObjectName(name: name), source: Statement(.select(try drawing.query())))))
    },
  ]
}

extension Drawing {
  var hasTables: Bool { !tables.isEmpty }

  func behavior() throws -> DropBehavior? {
    // RESTRICT is what the parser leaves out.
    try source.boolean(0.25) ? .cascade : nil
  }

  func addColumn() throws -> Statement {
    let table = try table()
    var (column, values) = try columnDefinition(
      besides: table.columns.filter { !$0.isDropped }.map(\.name), isStrict: table.isStrict)
    let isSerial = column.type?.name.name.text.hasSuffix("serial") == true
    column.constraints = try columnConstraints(
      of: column.name, values, others: scope(of: table.columns), isSerial: isSerial)
    try addReference(to: &column, values)
    if try mistake(), values.isOrdered {
      column.constraints.append(Constraint(kind: .primaryKey(KeyConstraint())))
    }
    let ifNotExists = isPostgreSQL ? try source.boolean(0.1) : false
    return .alter(
      try tableName(of: table), .addColumn(column, ifNotExists: ifNotExists, behavior: nil))
  }
}
