/// `CREATE TABLE`, in every form with a column list.
package struct CreateTable: SyntaxNode {
  package var name: ObjectName
  package var persistence: Persistence
  package var ifNotExists: Bool
  package var elements: [TableElement]
  package var inherits: [ObjectName]
  /// `OF type`.
  package var ofType: TypeName?
  package var partitionOf: PartitionOf?
  package var partitionBy: PartitionBy?
  /// `USING method`.
  package var accessMethod: Identifier?
  package var options: [DefinitionOption]
  package var onCommit: OnCommitAction?
  package var tablespace: Identifier?
  /// SQLite's `WITHOUT ROWID`.
  package var isWithoutRowID: Bool
  /// SQLite's `STRICT`.
  package var isStrict: Bool
  /// `SERVER name OPTIONS (...)` of a foreign table.
  package var server: Identifier?

  package init(
    name: ObjectName, persistence: Persistence = .permanent, ifNotExists: Bool = false,
    elements: [TableElement] = [], inherits: [ObjectName] = [], ofType: TypeName? = nil,
    partitionOf: PartitionOf? = nil, partitionBy: PartitionBy? = nil,
    accessMethod: Identifier? = nil, options: [DefinitionOption] = [],
    onCommit: OnCommitAction? = nil, tablespace: Identifier? = nil, isWithoutRowID: Bool = false,
    isStrict: Bool = false, server: Identifier? = nil
  ) {
    self.name = name
    self.persistence = persistence
    self.ifNotExists = ifNotExists
    self.elements = elements
    self.inherits = inherits
    self.ofType = ofType
    self.partitionOf = partitionOf
    self.partitionBy = partitionBy
    self.accessMethod = accessMethod
    self.options = options
    self.onCommit = onCommit
    self.tablespace = tablespace
    self.isWithoutRowID = isWithoutRowID
    self.isStrict = isStrict
    self.server = server
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(name)
    for child in elements { visit(child) }
    for child in inherits { visit(child) }
    if let child = ofType {
      visit(child)
    }
    if let child = partitionOf {
      visit(child)
    }
    if let child = partitionBy {
      visit(child)
    }
    for child in options { visit(child) }
  }
}

/// One entry of a table's parenthesised list.
package indirect enum TableElement: SyntaxNode {
  case column(ColumnDefinition)
  case constraint(Constraint)
  case like(LikeTable)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .column(let child):
      visit(child)
    case .constraint(let child):
      visit(child)
    case .like(let child):
      visit(child)
    }
  }
}

/// `LIKE table INCLUDING ...`.
package struct LikeTable: SyntaxNode {
  package var table: ObjectName
  /// `INCLUDING` words: `ALL`, `DEFAULTS`, `INDEXES`, ….
  package var including: [String]

  package init(table: ObjectName, including: [String] = []) {
    self.table = table
    self.including = including
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(table)
  }
}

/// `PARTITION OF parent bound`.
package struct PartitionOf: SyntaxNode {
  package var parent: ObjectName
  package var bound: PartitionBound

  package init(parent: ObjectName, bound: PartitionBound) {
    self.parent = parent
    self.bound = bound
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(parent)
    visit(bound)
  }
}

/// Which rows a partition takes.
package indirect enum PartitionBound: SyntaxNode {
  case list([SQLExpression])
  case range(from: [SQLExpression], to: [SQLExpression])
  case hash(modulus: Int, remainder: Int)
  case defaultPartition

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .list(let childs):
      for child in childs { visit(child) }
    case .range(let child1s, let child2s):
      for child in child1s { visit(child) }
      for child in child2s { visit(child) }
    default: break
    }
  }
}

/// `PARTITION BY strategy (keys)`.
package struct PartitionBy: SyntaxNode {
  /// `LIST`, `RANGE` or `HASH`.
  package var strategy: String
  package var keys: [IndexKey]

  package init(strategy: String, keys: [IndexKey] = []) {
    self.strategy = strategy
    self.keys = keys
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    for child in keys { visit(child) }
  }
}

/// What happens to a temporary table when the transaction ends.
package enum OnCommitAction: String, Hashable, Sendable {
  case preserveRows = "PRESERVE ROWS"
  case deleteRows = "DELETE ROWS"
  case drop = "DROP"
}

/// `CREATE TABLE name AS query` and `SELECT ... INTO` once resolved.
package struct CreateTableAs: SyntaxNode {
  package var name: ObjectName
  package var columns: [Identifier]
  /// A query, or on PostgreSQL an `EXECUTE` kept opaque.
  package var source: Statement
  package var persistence: Persistence
  package var ifNotExists: Bool
  package var isWithoutData: Bool
  package var accessMethod: Identifier?
  package var options: [DefinitionOption]
  package var onCommit: OnCommitAction?
  package var tablespace: Identifier?

  package init(
    name: ObjectName, columns: [Identifier] = [], source: Statement,
    persistence: Persistence = .permanent, ifNotExists: Bool = false,
    isWithoutData: Bool = false, accessMethod: Identifier? = nil,
    options: [DefinitionOption] = [], onCommit: OnCommitAction? = nil,
    tablespace: Identifier? = nil
  ) {
    self.name = name
    self.columns = columns
    self.source = source
    self.persistence = persistence
    self.ifNotExists = ifNotExists
    self.isWithoutData = isWithoutData
    self.accessMethod = accessMethod
    self.options = options
    self.onCommit = onCommit
    self.tablespace = tablespace
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(name)
    visit(source)
    for child in options { visit(child) }
  }
}

/// SQLite's `CREATE VIRTUAL TABLE name USING module(arguments)`.
package struct CreateVirtualTable: SyntaxNode {
  package var name: ObjectName
  package var ifNotExists: Bool
  package var module: Identifier
  /// Each argument as text, trimmed; `nil` where there were no parentheses.
  package var arguments: [String]?

  package init(
    name: ObjectName, ifNotExists: Bool = false, module: Identifier, arguments: [String]? = nil
  ) {
    self.name = name
    self.ifNotExists = ifNotExists
    self.module = module
    self.arguments = arguments
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(name)
  }
}
