import SQLSyntax

extension SQLiteStatementParser {
  /// `ALTER TABLE name RENAME | ADD | DROP ...`.
  mutating func alterTable() throws(SQLiteSyntaxError) -> StatementKind {
    advance()
    try expect(.table, "TABLE")
    let table = try objectName("the name of a table")
    let start = self.start
    switch kind {
    case .rename: return try rename(table)
    case .add:
      advance()
      _ = skip(.column)
      let column = try columnDefinition(above: 5)
      return alter(table, .addColumn(column, ifNotExists: false, behavior: nil), from: start)
    case .drop:
      advance()
      _ = skip(.column)
      let column = try name("the name of a column")
      return alter(table, .dropColumn(column, ifExists: false, behavior: nil), from: start)
    default: throw unexpected("RENAME, ADD or DROP")
    }
  }

  private func alter(
    _ table: ObjectName, _ kind: AlterTableActionKind, from start: Int
  ) -> StatementKind {
    let action = AlterTableAction(kind: kind, place: place(from: start))
    return .alterTable(AlterTable(name: table, actions: [action]))
  }

  private mutating func rename(_ table: ObjectName) throws(SQLiteSyntaxError) -> StatementKind {
    advance()
    if skip(.to) {
      let newName = try name("the table's new name")
      let object = ObjectReference(kind: .table, name: table, place: Place(table.range))
      return .rename(Rename(object: object, newName: newName))
    }
    _ = skip(.column)
    let column = try name("TO or the name of a column")
    try expect(.to, "TO")
    let newName = try name("the column's new name")
    let object = ObjectReference(
      kind: .column, name: ObjectName(name: column), owner: table, place: column.place)
    return .rename(Rename(object: object, newName: newName))
  }

  /// `DROP kind [IF EXISTS] name`.
  mutating func drop() throws(SQLiteSyntaxError) -> StatementKind {
    advance()
    let kind: ObjectKind
    switch self.kind {
    case .table: kind = .table
    case .view: kind = .view
    case .index: kind = .index
    case .trigger: kind = .trigger
    default: throw unexpected("TABLE, VIEW, INDEX or TRIGGER")
    }
    advance()
    let ifExists = try ifExists()
    let name = try objectName("a name")
    let object = ObjectReference(kind: kind, name: name, place: Place(name.range))
    return .drop(Drop(kind: kind, objects: [object], ifExists: ifExists))
  }
}
