/// `CREATE SCHEMA`, with the statements inside it.
package struct CreateSchema: SyntaxNode {
  /// `nil` where the role gives the name.
  package var name: Identifier?
  package var owner: RoleName?
  package var ifNotExists: Bool
  package var elements: [Statement]

  package init(
    name: Identifier? = nil, owner: RoleName? = nil, ifNotExists: Bool = false,
    elements: [Statement] = []
  ) {
    self.name = name
    self.owner = owner
    self.ifNotExists = ifNotExists
    self.elements = elements
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    if let child = owner {
      visit(child)
    }
    for child in elements { visit(child) }
  }
}

/// `CREATE TYPE`.
package struct CreateType: SyntaxNode {
  package var name: ObjectName
  package var definition: TypeDefinition

  package init(name: ObjectName, definition: TypeDefinition) {
    self.name = name
    self.definition = definition
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(name)
    visit(definition)
  }
}

/// What a new type is.
package indirect enum TypeDefinition: SyntaxNode {
  /// Labels in order, with where each stands.
  case enumeration([EnumLabel])
  case composite([ColumnDefinition])
  case range([DefinitionOption])
  case base([DefinitionOption])
  case shell

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .enumeration(let childs):
      for child in childs { visit(child) }
    case .composite(let childs):
      for child in childs { visit(child) }
    case .range(let childs):
      for child in childs { visit(child) }
    case .base(let childs):
      for child in childs { visit(child) }
    default: break
    }
  }
}

/// One label of an enum.
package struct EnumLabel: SyntaxNode {
  package var text: String
  package var place: Place

  package init(text: String, place: Place = Place()) {
    self.text = text
    self.place = place
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {}
}

/// `ALTER TYPE name ADD VALUE` and `RENAME VALUE`.
package struct AlterEnum: SyntaxNode {
  package var name: ObjectName
  package var change: EnumChange

  package init(name: ObjectName, change: EnumChange) {
    self.name = name
    self.change = change
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(name)
    visit(change)
  }
}

/// What happens to an enum's labels.
package indirect enum EnumChange: SyntaxNode {
  case add(EnumLabel, ifNotExists: Bool, position: EnumPosition?)
  case rename(EnumLabel, to: EnumLabel)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .add(let child1, _, let child3):
      visit(child1)
      if let child = child3 {
        visit(child)
      }
    case .rename(let child1, let child2):
      visit(child1)
      visit(child2)
    }
  }
}

/// Where a new label goes.
package indirect enum EnumPosition: SyntaxNode {
  case before(EnumLabel)
  case after(EnumLabel)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .before(let child):
      visit(child)
    case .after(let child):
      visit(child)
    }
  }
}

/// `CREATE DOMAIN`.
package struct CreateDomain: SyntaxNode {
  package var name: ObjectName
  package var type: TypeName
  package var collation: ObjectName?
  package var constraints: [Constraint]

  package init(
    name: ObjectName, type: TypeName, collation: ObjectName? = nil,
    constraints: [Constraint] = []
  ) {
    self.name = name
    self.type = type
    self.collation = collation
    self.constraints = constraints
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(name)
    visit(type)
    if let child = collation {
      visit(child)
    }
    for child in constraints { visit(child) }
  }
}

/// `ALTER DOMAIN`.
package struct AlterDomain: SyntaxNode {
  package var name: ObjectName
  package var action: DomainAction

  package init(name: ObjectName, action: DomainAction) {
    self.name = name
    self.action = action
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(name)
    visit(action)
  }
}

/// What `ALTER DOMAIN` changes.
package indirect enum DomainAction: SyntaxNode {
  case setDefault(SQLExpression)
  case dropDefault
  case setNotNull
  case dropNotNull
  case addConstraint(Constraint)
  case dropConstraint(Identifier, ifExists: Bool, behavior: DropBehavior?)
  case validateConstraint(Identifier)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .setDefault(let child):
      visit(child)
    case .addConstraint(let child):
      visit(child)
    default: break
    }
  }
}

/// `CREATE EXTENSION`.
package struct CreateExtension: SyntaxNode {
  package var name: Identifier
  package var ifNotExists: Bool
  package var schema: Identifier?
  package var version: String?
  package var isCascade: Bool

  package init(
    name: Identifier, ifNotExists: Bool = false, schema: Identifier? = nil,
    version: String? = nil, isCascade: Bool = false
  ) {
    self.name = name
    self.ifNotExists = ifNotExists
    self.schema = schema
    self.version = version
    self.isCascade = isCascade
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {}
}

/// `ALTER EXTENSION name UPDATE [TO version]`.
package struct AlterExtension: SyntaxNode {
  package var name: Identifier
  package var version: String?

  package init(name: Identifier, version: String? = nil) {
    self.name = name
    self.version = version
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {}
}

/// A `CREATE` of a kind that is only a name and options.
package struct Definition: SyntaxNode {
  /// `aggregate`, `collation`, `operator`, `textSearchConfiguration`, ….
  package var kind: ObjectKind
  package var name: ObjectName
  package var orReplace: Bool
  package var ifNotExists: Bool
  /// Arguments of an aggregate; `nil` where there is no list (or the list is `*`, see ``isStar``).
  package var parameters: [RoutineParameter]?
  /// `AGGREGATE name(*)`.
  package var isStar: Bool
  /// How many of the parameters stand before `ORDER BY` in an ordered-set aggregate.
  package var directParameters: Int?
  /// `FROM other`.
  package var copiedFrom: ObjectName?
  package var options: [DefinitionOption]

  package init(
    kind: ObjectKind, name: ObjectName, orReplace: Bool = false, ifNotExists: Bool = false,
    parameters: [RoutineParameter]? = nil, isStar: Bool = false, directParameters: Int? = nil,
    copiedFrom: ObjectName? = nil, options: [DefinitionOption] = []
  ) {
    self.kind = kind
    self.name = name
    self.orReplace = orReplace
    self.ifNotExists = ifNotExists
    self.parameters = parameters
    self.isStar = isStar
    self.directParameters = directParameters
    self.copiedFrom = copiedFrom
    self.options = options
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(name)
    if let child = parameters {
      for child in child { visit(child) }
    }
    if let child = copiedFrom {
      visit(child)
    }
    for child in options { visit(child) }
  }
}

/// `CREATE STATISTICS`.
package struct CreateStatistics: SyntaxNode {
  package var name: ObjectName?
  package var ifNotExists: Bool
  package var kinds: [Identifier]
  package var keys: [IndexKey]
  package var tables: [TableSource]

  package init(
    name: ObjectName? = nil, ifNotExists: Bool = false, kinds: [Identifier] = [],
    keys: [IndexKey] = [], tables: [TableSource] = []
  ) {
    self.name = name
    self.ifNotExists = ifNotExists
    self.kinds = kinds
    self.keys = keys
    self.tables = tables
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    if let child = name {
      visit(child)
    }
    for child in keys { visit(child) }
    for child in tables { visit(child) }
  }
}
