import SQLSyntax

extension EffectCollector {
  mutating func collect(_ alteration: AlterTable) {
    if alteration.object == .type { return collectCompositeType(alteration) }
    let objects = candidates(.relation, alteration.name)
    guard let object = objects.first else { return }
    add(
      .alter(ifExists: alteration.ifExists), object, alternatives: Array(objects.dropFirst()),
      type: dependencyType(of: alteration.object), at: alteration.name.range
    ) { collector in
      for action in alteration.actions {
        collector.collect(action.kind, of: alteration.name, object)
      }
    }
  }

  private mutating func collectCompositeType(_ alteration: AlterTable) {
    alter(.type, alteration.name, ifExists: alteration.ifExists, type: .type)
    for action in alteration.actions {
      switch action.kind {
      case .addColumn(let column, _, _): referToType(column.type)
      case .alterColumnType(let change): referToType(change.type)
      default: break
      }
    }
  }

  private mutating func collect(
    _ action: AlterTableActionKind, of table: ObjectName, _ object: SchemaObject
  ) {
    switch action {
    case .addColumn(let column, let ifNotExists, _):
      addColumn(column, ifNotExists: ifNotExists, to: table, object)
    case .dropColumn(let column, let ifExists, let behavior):
      add(
        .drop(ifExists: ifExists), object.part(.column, key(column)), type: .column,
        at: column.place.range)
      noteCascade(behavior)
    case .alterColumnType(let change):
      alterColumn(change.column, object)
      referToType(change.type)
      referToCollation(change.collation)
      if let using = change.using { collectOwn(using, of: table) }
    case .setDefault(let column, let value):
      alterColumn(column, object)
      collectOwn(value, of: nil)
    case .dropDefault(let column), .setNotNull(let column), .dropNotNull(let column),
      .dropExpression(let column, _), .dropIdentity(let column, _), .setStorage(let column, _),
      .setCompression(let column, _), .setIdentity(let column, _, _),
      .setColumnOptions(let column, _), .resetColumnOptions(let column, _):
      alterColumn(column, object)
    case .addIdentity(let column, _, _):
      alterColumn(column, object)
      addAutomatic(.relation, object, [key(column)], suffix: "seq", type: .sequence)
    case .setStatistics(let column, _):
      if Int(column.text) == nil { alterColumn(column, object) }
    case .addConstraint(let constraint):
      collect(constraint, column: nil, of: table, object, isNewTable: false)
    case .dropConstraint(let name, let ifExists, _):
      add(
        .drop(ifExists: ifExists), object.part(.constraint, key(name)), type: .constraint,
        at: name.place.range)
    case .alterConstraint(let name, _), .validateConstraint(let name):
      add(
        .reference(.unlessBuiltIn), object.part(.constraint, key(name)), type: .constraint,
        at: name.place.range)
    case .opaque(let syntax):
      addUnknown(syntax.kind, at: nil, mayCreate: false)
      collect(syntax)
    default: collectRelations(of: action, table)
    }
  }

  /// Actions that name other objects.
  private mutating func collectRelations(of action: AlterTableActionKind, _ table: ObjectName) {
    switch action {
    case .inherit(let parent), .noInherit(let parent): referToRelation(parent)
    case .attachPartition(let partition, _), .detachPartition(let partition, _):
      referToRelation(partition)
    case .ofType(let type): referToType(type)
    case .setOwner(let role): referToRole(role)
    case .clusterOn(let index): referToRelation(indexName(index, of: table), as: .index)
    case .replicaIdentity(.index(let index)):
      referToRelation(indexName(index, of: table), as: .index)
    case .setTrigger(.named(let trigger), _): referToPart(.trigger, trigger, of: table, .trigger)
    case .setRule(let rule, _): referToPart(.rule, rule, of: table, .object)
    default: break
    }
  }

  private func indexName(_ index: Identifier, of table: ObjectName) -> ObjectName {
    ObjectName(name: index, schema: table.schema)
  }

  mutating func referToPart(
    _ namespace: SchemaObject.Namespace, _ name: Identifier, of relation: ObjectName,
    _ type: DependencyType
  ) {
    addReference(
      to: candidates(.relation, relation).map { $0.part(namespace, key(name)) }, type: type,
      at: name.place.range)
  }

  private mutating func alterColumn(_ column: Identifier, _ object: SchemaObject) {
    guard !BuiltInNames.isSystemColumn(key(column), in: dialect) else { return }
    add(
      .alter(ifExists: false), object.part(.column, key(column)), type: .column,
      at: column.place.range)
  }

  private mutating func addColumn(
    _ column: ColumnDefinition, ifNotExists: Bool, to table: ObjectName, _ object: SchemaObject
  ) {
    add(
      .create(ifNotExists ? .ifNotExists : .plain), object.part(.column, key(column.name)),
      type: .column, at: column.name.place.range
    ) { collector in
      collector.collectDetails(of: column, of: table, object, isNewTable: false)
    }
  }

  func dependencyType(of kind: ObjectKind) -> DependencyType {
    switch kind {
    case .table, .foreignTable: .table
    case .view, .materializedView: .view
    case .index: .index
    case .sequence: .sequence
    case .schema: .schema
    case .type, .domain: .type
    case .function, .procedure, .routine, .aggregate: .function
    case .trigger, .eventTrigger: .trigger
    case .policy: .policy
    case .extension: .extension
    case .column, .attribute: .column
    case .constraint, .domainConstraint: .constraint
    case .role: .role
    case .enumValue: .enumValue
    default: .object
    }
  }
}
