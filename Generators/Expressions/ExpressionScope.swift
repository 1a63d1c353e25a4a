import DatabaseModel
import SQLSyntax

/// A column that an expression may use.
struct ScopeColumn {
  var qualifier: Identifier?
  var name: Identifier
  var values: ValueClass

  var expression: SQLExpression { .column(name, of: qualifier) }
}

extension Drawing {
  /// The columns of a table or view for expressions.
  func scope(
    of columns: [Column], qualifiedBy qualifier: Identifier? = nil
  ) -> [ScopeColumn] {
    columns.filter { !$0.isDropped }.map { column in
      ScopeColumn(
        qualifier: qualifier, name: column.name.written(in: dialect),
        values: ValueClass(column.type, in: catalog))
    }
  }

  /// The columns that a statement has just defined.
  func scope(of definitions: [(ColumnDefinition, ValueClass)]) -> [ScopeColumn] {
    definitions.map { ScopeColumn(name: $0.0.name.written(in: dialect), values: $0.1) }
  }
}
