/// `BEGIN`, `COMMIT`, `SAVEPOINT` and the rest.
package indirect enum TransactionControl: SyntaxNode {
  /// SQLite: `DEFERRED`, `IMMEDIATE`, `EXCLUSIVE`.
  ///
  /// PostgreSQL: `ISOLATION LEVEL ...` and so on.
  case begin(modes: [String])
  case commit(isChained: Bool)
  case rollback(isChained: Bool)
  case savepoint(Identifier)
  case release(Identifier)
  case rollbackTo(Identifier)
  case prepare(String)
  case commitPrepared(String)
  case rollbackPrepared(String)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
  }
}

/// `SET`, `SET LOCAL`, `RESET`.
package struct VariableSetting: SyntaxNode {
  /// In lower case: `search_path`; `nil` for `RESET ALL`.
  package var name: String?
  package var isLocal: Bool
  package var value: VariableValue

  package init(name: String? = nil, isLocal: Bool = false, value: VariableValue) {
    self.name = name
    self.isLocal = isLocal
    self.value = value
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(value)
  }
}

/// What a variable is set to.
package indirect enum VariableValue: SyntaxNode {
  case values([SQLExpression])
  case defaultValue
  case fromCurrent
  /// `RESET name`, or `RESET ALL` without a name.
  case reset
  /// `SET TRANSACTION ...` and other forms with words of their own, as text.
  case words(String)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .values(let childs):
      for child in childs { visit(child) }
    default: break
    }
  }
}

/// `LOCK TABLE`.
package struct LockTable: SyntaxNode {
  package var tables: [TableReference]
  /// `ACCESS EXCLUSIVE`, ….
  package var mode: String
  package var isNoWait: Bool

  package init(tables: [TableReference] = [], mode: String, isNoWait: Bool = false) {
    self.tables = tables
    self.mode = mode
    self.isNoWait = isNoWait
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    for child in tables { visit(child) }
  }
}

/// `ANALYZE` and `VACUUM` on both dialects.
package struct Maintenance: SyntaxNode {
  package var tables: [MaintenanceTarget]
  package var options: [DefinitionOption]
  /// SQLite's `VACUUM schema`.
  package var schema: Identifier?
  /// SQLite's `VACUUM INTO file`.
  package var into: SQLExpression?

  package init(
    tables: [MaintenanceTarget] = [], options: [DefinitionOption] = [],
    schema: Identifier? = nil, into: SQLExpression? = nil
  ) {
    self.tables = tables
    self.options = options
    self.schema = schema
    self.into = into
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    for child in tables { visit(child) }
    for child in options { visit(child) }
    if let child = into {
      visit(child)
    }
  }
}

/// A table, and perhaps some of its columns.
package struct MaintenanceTarget: SyntaxNode {
  package var table: TableReference
  package var columns: [Identifier]

  package init(table: TableReference, columns: [Identifier] = []) {
    self.table = table
    self.columns = columns
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(table)
  }
}

/// SQLite's `PRAGMA schema.name = value` or `name(value)`.
package struct Pragma: SyntaxNode {
  package var name: Identifier
  package var schema: Identifier?
  package var value: SQLExpression?
  /// Written `name(value)`.
  package var isCall: Bool

  package init(
    name: Identifier, schema: Identifier? = nil, value: SQLExpression? = nil,
    isCall: Bool = false
  ) {
    self.name = name
    self.schema = schema
    self.value = value
    self.isCall = isCall
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    if let child = value {
      visit(child)
    }
  }
}

/// `EXPLAIN statement`.
package struct Explain: SyntaxNode {
  package var statement: Statement
  package var options: [DefinitionOption]
  /// SQLite's `EXPLAIN QUERY PLAN`.
  package var isQueryPlan: Bool

  package init(statement: Statement, options: [DefinitionOption] = [], isQueryPlan: Bool = false) {
    self.statement = statement
    self.options = options
    self.isQueryPlan = isQueryPlan
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(statement)
    for child in options { visit(child) }
  }
}
