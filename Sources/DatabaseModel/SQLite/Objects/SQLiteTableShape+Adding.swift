import SQLSyntax

extension SQLiteTableShape {
  /// A table's columns with one more, looked at as far as the statement's own text goes.
  ///
  /// What only shows when the whole table is read again is not looked at here.
  init(
    adding column: ColumnDefinition, to table: Table, of catalog: Catalog
  ) throws(SQLiteStop) {
    definition = CreateTable(name: ObjectName(name: table.name))
    self.catalog = catalog
    schema = table.schema
    allowsQuotedStrings = true
    name = table.name.text
    nameInMessages = "sqlite_altertab_\(table.name.text)"
    columns = table.columns
    isPrimaryKey = columns.map { _ in false }
    hasUnique = isPrimaryKey
    try add(column)
  }
}
