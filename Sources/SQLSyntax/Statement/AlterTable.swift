/// `ALTER TABLE` and its twins for views, indexes, sequences, and composite types.
package struct AlterTable: SyntaxNode {
  /// `table`, `index`, `view`, `materializedView`, `sequence`, `foreignTable` or `type`.
  package var object: ObjectKind
  package var name: ObjectName
  package var ifExists: Bool
  package var isOnly: Bool
  package var actions: [AlterTableAction]

  package init(
    object: ObjectKind = .table, name: ObjectName, ifExists: Bool = false, isOnly: Bool = false,
    actions: [AlterTableAction] = []
  ) {
    self.object = object
    self.name = name
    self.ifExists = ifExists
    self.isOnly = isOnly
    self.actions = actions
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(name)
    for child in actions { visit(child) }
  }
}

/// One subcommand and where it stands.
package struct AlterTableAction: SyntaxNode {
  package var kind: AlterTableActionKind
  package var place: Place

  package init(kind: AlterTableActionKind, place: Place = Place()) {
    self.kind = kind
    self.place = place
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(kind)
  }
}

/// What a subcommand of `ALTER TABLE` does.
package indirect enum AlterTableActionKind: SyntaxNode {
  case addColumn(ColumnDefinition, ifNotExists: Bool, behavior: DropBehavior?)
  case dropColumn(Identifier, ifExists: Bool, behavior: DropBehavior?)
  case alterColumnType(AlterColumnType)
  case setDefault(Identifier, SQLExpression)
  case dropDefault(Identifier)
  case setNotNull(Identifier)
  case dropNotNull(Identifier)
  case dropExpression(Identifier, ifExists: Bool)
  case addIdentity(Identifier, isAlways: Bool, [SequenceOption])
  /// `isAlways` is `nil` where only options change.
  case setIdentity(Identifier, isAlways: Bool?, [SequenceOption])
  case dropIdentity(Identifier, ifExists: Bool)
  /// The column by name, or an index's column by number as text.
  case setStatistics(Identifier, Int)
  case setStorage(Identifier, String)
  case setCompression(Identifier, String)
  case setColumnOptions(Identifier, [DefinitionOption])
  case resetColumnOptions(Identifier, [DefinitionOption])
  case addConstraint(Constraint)
  case alterConstraint(Identifier, Deferral)
  case validateConstraint(Identifier)
  case dropConstraint(Identifier, ifExists: Bool, behavior: DropBehavior?)
  case setTrigger(TriggerSelection, TriggerState)
  case setRule(Identifier, TriggerState)
  case setRowSecurity(RowSecurity)
  case clusterOn(Identifier)
  case setWithoutCluster
  case setWithoutOIDs
  case setLogged(Bool)
  case setAccessMethod(Identifier)
  case setTablespace(Identifier)
  case setOptions([DefinitionOption])
  case resetOptions([DefinitionOption])
  case inherit(ObjectName)
  case noInherit(ObjectName)
  case ofType(TypeName)
  case notOfType
  case setOwner(RoleName)
  case replicaIdentity(ReplicaIdentity)
  case attachPartition(ObjectName, PartitionBound?)
  case detachPartition(ObjectName, mode: DetachMode)
  case opaque(OpaqueSyntax)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .addColumn(let child1, _, _):
      visit(child1)
    case .alterColumnType(let child):
      visit(child)
    case .setDefault(_, let child2):
      visit(child2)
    case .addIdentity(_, _, let child3s):
      for child in child3s { visit(child) }
    case .setIdentity(_, _, let child3s):
      for child in child3s { visit(child) }
    case .setColumnOptions(_, let child2s):
      for child in child2s { visit(child) }
    case .resetColumnOptions(_, let child2s):
      for child in child2s { visit(child) }
    case .addConstraint(let child):
      visit(child)
    case .alterConstraint(_, let child2):
      visit(child2)
    case .setTrigger(let child1, _):
      visit(child1)
    case .setOptions(let childs):
      for child in childs { visit(child) }
    case .resetOptions(let childs):
      for child in childs { visit(child) }
    case .inherit(let child):
      visit(child)
    case .noInherit(let child):
      visit(child)
    case .ofType(let child):
      visit(child)
    case .setOwner(let child):
      visit(child)
    case .replicaIdentity(let child):
      visit(child)
    case .attachPartition(let child1, let child2):
      visit(child1)
      if let child = child2 {
        visit(child)
      }
    case .detachPartition(let child1, _):
      visit(child1)
    case .opaque(let child):
      visit(child)
    default: break
    }
  }
}

/// `ALTER COLUMN name TYPE type COLLATE ... USING ...`.
package struct AlterColumnType: SyntaxNode {
  package var column: Identifier
  package var type: TypeName
  package var collation: ObjectName?
  package var using: SQLExpression?
  package var behavior: DropBehavior?

  package init(
    column: Identifier, type: TypeName, collation: ObjectName? = nil,
    using: SQLExpression? = nil, behavior: DropBehavior? = nil
  ) {
    self.column = column
    self.type = type
    self.collation = collation
    self.using = using
    self.behavior = behavior
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(type)
    if let child = collation {
      visit(child)
    }
    if let child = using {
      visit(child)
    }
  }
}

/// Which triggers are switched.
package indirect enum TriggerSelection: SyntaxNode {
  case named(Identifier)
  case all
  case user

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
  }
}

/// What replication identifies old rows by.
package indirect enum ReplicaIdentity: SyntaxNode {
  case nothing
  case full
  case defaultKey
  case index(Identifier)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
  }
}
