/// A type as it is used: name, modifiers, array bounds.
package struct TypeName: SyntaxNode {
  /// PostgreSQL: the catalog's name, `int4` for `integer`, with schema `pg_catalog` where the
  /// grammar puts it there.
  ///
  /// SQLite: all words of the type joined by one space, as written.
  package var name: ObjectName
  /// `(10, 2)`; empty when there are none.
  ///
  /// Interval fields are kept in ``intervalFields``.
  package var modifiers: [SQLExpression]
  /// One entry a dimension, `nil` for `[]`.
  package var arrayBounds: [Int?]
  package var isSetOf: Bool
  /// `table.column%TYPE`: then ``name`` holds the table and this the column.
  package var columnOfType: Identifier?
  /// `YEAR TO MONTH`, `SECOND`, …; the precision is in ``modifiers``.
  package var intervalFields: String?
  package var place: Place

  package init(
    name: ObjectName, modifiers: [SQLExpression] = [], arrayBounds: [Int?] = [],
    isSetOf: Bool = false, columnOfType: Identifier? = nil, intervalFields: String? = nil,
    place: Place = Place()
  ) {
    self.name = name
    self.modifiers = modifiers
    self.arrayBounds = arrayBounds
    self.isSetOf = isSetOf
    self.columnOfType = columnOfType
    self.intervalFields = intervalFields
    self.place = place
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(name)
    for child in modifiers { visit(child) }
  }
}
