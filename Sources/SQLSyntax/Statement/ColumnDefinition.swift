/// A column: name, type and constraints.
package struct ColumnDefinition: SyntaxNode {
  package var name: Identifier
  /// `nil` for SQLite's columns without a type and for columns of a typed table.
  package var type: TypeName?
  package var collation: ObjectName?
  /// In source order.
  package var constraints: [Constraint]
  /// `STORAGE word`.
  package var storage: String?
  package var compression: String?
  /// `OPTIONS (...)` of a foreign table's column.
  package var foreignOptions: [DefinitionOption]
  package var place: Place

  package init(
    name: Identifier, type: TypeName? = nil, collation: ObjectName? = nil,
    constraints: [Constraint] = [], storage: String? = nil, compression: String? = nil,
    foreignOptions: [DefinitionOption] = [], place: Place = Place()
  ) {
    self.name = name
    self.type = type
    self.collation = collation
    self.constraints = constraints
    self.storage = storage
    self.compression = compression
    self.foreignOptions = foreignOptions
    self.place = place
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    if let child = type {
      visit(child)
    }
    if let child = collation {
      visit(child)
    }
    for child in constraints { visit(child) }
    for child in foreignOptions { visit(child) }
  }
}

/// A constraint of a column or a table; PostgreSQL's grammar counts defaults among them.
package struct Constraint: SyntaxNode {
  package var kind: ConstraintKind
  package var name: Identifier?
  package var deferral: Deferral
  package var isNotValid: Bool
  package var isNoInherit: Bool
  /// SQLite's `ON CONFLICT` clause.
  package var onConflict: ConflictResolution?
  package var place: Place

  package init(
    kind: ConstraintKind, name: Identifier? = nil, deferral: Deferral = Deferral(),
    isNotValid: Bool = false, isNoInherit: Bool = false, onConflict: ConflictResolution? = nil,
    place: Place = Place()
  ) {
    self.kind = kind
    self.name = name
    self.deferral = deferral
    self.isNotValid = isNotValid
    self.isNoInherit = isNoInherit
    self.onConflict = onConflict
    self.place = place
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(kind)
    visit(deferral)
  }
}

/// What a constraint demands.
///
/// Lists of columns are empty in a column's own constraint.
package indirect enum ConstraintKind: SyntaxNode {
  case notNull
  case null
  case `default`(SQLExpression)
  case check(SQLExpression)
  case primaryKey(KeyConstraint)
  case unique(KeyConstraint)
  case foreignKey(columns: [Identifier], ForeignKeyTarget)
  case exclude(Exclusion)
  case generated(SQLExpression, isStored: Bool)
  /// `GENERATED ALWAYS AS IDENTITY`, or `BY DEFAULT`.
  case identity(isAlways: Bool, [SequenceOption])

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .`default`(let child):
      visit(child)
    case .check(let child):
      visit(child)
    case .primaryKey(let child):
      visit(child)
    case .unique(let child):
      visit(child)
    case .foreignKey(_, let child2):
      visit(child2)
    case .exclude(let child):
      visit(child)
    case .generated(let child1, _):
      visit(child1)
    case .identity(_, let child2s):
      for child in child2s { visit(child) }
    default: break
    }
  }
}

/// `[NOT] DEFERRABLE [INITIALLY DEFERRED | IMMEDIATE]`; `nil` where nothing was said.
package struct Deferral: SyntaxNode {
  package var isDeferrable: Bool?
  package var isInitiallyDeferred: Bool?

  package init(isDeferrable: Bool? = nil, isInitiallyDeferred: Bool? = nil) {
    self.isDeferrable = isDeferrable
    self.isInitiallyDeferred = isInitiallyDeferred
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {}
}

/// The columns of a PRIMARY KEY or UNIQUE constraint and the index under it.
package struct KeyConstraint: SyntaxNode {
  package var columns: [IndexKey]
  package var including: [Identifier]
  package var nullsNotDistinct: Bool
  /// `USING INDEX name`.
  package var usingIndex: Identifier?
  package var options: [DefinitionOption]
  package var tablespace: Identifier?
  /// SQLite's column form: `PRIMARY KEY ASC | DESC`.
  package var direction: SortDirection?
  /// SQLite's `AUTOINCREMENT`.
  package var isAutoincrement: Bool

  package init(
    columns: [IndexKey] = [], including: [Identifier] = [], nullsNotDistinct: Bool = false,
    usingIndex: Identifier? = nil, options: [DefinitionOption] = [],
    tablespace: Identifier? = nil, direction: SortDirection? = nil, isAutoincrement: Bool = false
  ) {
    self.columns = columns
    self.including = including
    self.nullsNotDistinct = nullsNotDistinct
    self.usingIndex = usingIndex
    self.options = options
    self.tablespace = tablespace
    self.direction = direction
    self.isAutoincrement = isAutoincrement
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    for child in columns { visit(child) }
    for child in options { visit(child) }
  }
}

/// `REFERENCES table (columns) ...`.
package struct ForeignKeyTarget: SyntaxNode {
  package var table: ObjectName
  /// Empty when the primary key is meant.
  package var columns: [Identifier]
  package var onDelete: ForeignKeyAction?
  /// `SET NULL (columns)`, PostgreSQL 15.
  package var onDeleteColumns: [Identifier]
  package var onUpdate: ForeignKeyAction?
  package var match: ForeignKeyMatch?

  package init(
    table: ObjectName, columns: [Identifier] = [], onDelete: ForeignKeyAction? = nil,
    onDeleteColumns: [Identifier] = [], onUpdate: ForeignKeyAction? = nil,
    match: ForeignKeyMatch? = nil
  ) {
    self.table = table
    self.columns = columns
    self.onDelete = onDelete
    self.onDeleteColumns = onDeleteColumns
    self.onUpdate = onUpdate
    self.match = match
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(table)
  }
}

/// `EXCLUDE USING method (key WITH operator, ...) WHERE (...)`.
package struct Exclusion: SyntaxNode {
  package var elements: [ExclusionElement]
  package var method: Identifier?
  package var including: [Identifier]
  package var options: [DefinitionOption]
  package var tablespace: Identifier?
  package var condition: SQLExpression?

  package init(
    elements: [ExclusionElement] = [], method: Identifier? = nil, including: [Identifier] = [],
    options: [DefinitionOption] = [], tablespace: Identifier? = nil,
    condition: SQLExpression? = nil
  ) {
    self.elements = elements
    self.method = method
    self.including = including
    self.options = options
    self.tablespace = tablespace
    self.condition = condition
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    for child in elements { visit(child) }
    for child in options { visit(child) }
    if let child = condition {
      visit(child)
    }
  }
}

/// One `key WITH operator`.
package struct ExclusionElement: SyntaxNode {
  package var key: IndexKey
  package var operatorName: OperatorName

  package init(key: IndexKey, operatorName: OperatorName) {
    self.key = key
    self.operatorName = operatorName
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(key)
    visit(operatorName)
  }
}
