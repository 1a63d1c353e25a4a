import SQLSyntax

extension EffectCollector {
  mutating func collect(_ index: CreateIndex) {
    let tables = candidates(.relation, index.table)
    // An index lives where its table lives.
    guard let table = tables.first else { return }
    referToRelation(index.table)
    let creation: EffectAction.Creation = index.ifNotExists ? .ifNotExists : .plain
    guard let name = index.name else {
      collectKeys(of: index)
      return addAutomatic(.relation, table, automaticNames(index), suffix: "idx", type: .index)
    }
    let object = SchemaObject.relation(key(name.name), schema: table.schema)
    switch dialect {
    case .postgresql:
      // PostgreSQL looks the columns up before it looks whether the index is there.
      collectKeys(of: index)
      add(.create(creation), object, type: .index, at: name.range, in: table)
    case .sqlite:
      add(.create(creation), object, type: .index, at: name.range, in: table) {
        $0.collectKeys(of: index)
      }
    }
  }

  private func automaticNames(_ index: CreateIndex) -> [String] {
    index.keys.map { item in
      switch item.expression.kind {
      case .column(let column): key(column.column)
      case .call(let call): key(call.name.name)
      default: "expr"
      }
    }
  }

  private mutating func collectKeys(of index: CreateIndex) {
    for item in index.keys + index.including { collectOwn(item, of: index.table) }
    if let condition = index.condition { collectOwn(condition, of: index.table) }
  }

  mutating func collect(_ view: CreateView) {
    if isTemporary(view.name, view.persistence) { return }
    let object = created(.relation, view.name)
    let creation: EffectAction.Creation =
      view.orReplace ? .orReplace : view.ifNotExists ? .ifNotExists : .plain
    referToSchema(of: view.name)
    if dialect == .postgresql { collectQuery(of: view) }
    add(.create(creation), object, type: .view, at: view.name.range) { collector in
      collector.addViewColumns(view, object)
      // SQLite looks at the query only when the view is used.
      if collector.dialect == .sqlite {
        collector.lenient(.deferred) { $0.collectQuery(of: view) }
      }
    }
  }

  private mutating func collectQuery(of view: CreateView) {
    guard view.isRecursive else { return collect(view.query) }
    commonTables.append((key(view.name.name), Set(view.columns.map { key($0) })))
    collect(view.query)
    commonTables.removeLast()
  }

  private mutating func addViewColumns(_ view: CreateView, _ object: SchemaObject) {
    let named = view.columns.map { key($0) }
    guard let columns = named.isEmpty ? outputColumns(of: view.query) : named else {
      return addOpenColumns(of: object)
    }
    for column in columns {
      add(.create(.automatic), object.part(.column, column), type: .column)
    }
  }

  mutating func collect(_ table: CreateTableAs) {
    collect(table.source)
    if isTemporary(table.name, table.persistence) { return }
    let object = created(.relation, table.name)
    referToSchema(of: table.name)
    add(
      .create(table.ifNotExists ? .ifNotExists : .plain), object, type: .table,
      at: table.name.range
    ) { $0.addOpenColumns(of: object) }
  }

  mutating func collect(_ table: CreateVirtualTable) {
    let object = created(.relation, table.name)
    add(
      .create(table.ifNotExists ? .ifNotExists : .plain), object, type: .table,
      at: table.name.range
    ) { collector in
      collector.addOpenColumns(of: object)
      for suffix in Self.shadowTables[collector.key(table.module)] ?? [] {
        let shadow = SchemaObject.relation(object.name + suffix, schema: object.schema)
        collector.add(.create(.automatic), shadow, type: .table, in: object)
        collector.addOpenColumns(of: shadow)
      }
    }
  }

  /// The tables that SQLite's own modules keep their data in, by what follows the table's name.
  private static let shadowTables: [String: [String]] = [
    "fts5": ["_data", "_idx", "_content", "_docsize", "_config"],
    "fts4": ["_content", "_segments", "_segdir", "_docsize", "_stat"],
    "fts3": ["_content", "_segments", "_segdir"],
    "rtree": ["_node", "_parent", "_rowid"],
    "rtree_i32": ["_node", "_parent", "_rowid"],
  ]

  mutating func collect(_ sequence: CreateSequence) {
    if isTemporary(sequence.name, sequence.persistence) { return }
    referToSchema(of: sequence.name)
    add(
      .create(sequence.ifNotExists ? .ifNotExists : .plain), created(.relation, sequence.name),
      type: .sequence, at: sequence.name.range
    ) { $0.collect(sequence.options) }
  }

  mutating func collect(_ options: [SequenceOption]) {
    for case .ownedBy(let column?) in options where column.parts.count > 1 {
      let parts = column.parts
      let table = ObjectName(
        name: parts[parts.count - 2], schema: parts.count > 2 ? parts[parts.count - 3] : nil)
      referToRelation(table)
      referToColumns([column.column], of: table)
    }
  }

  mutating func collect(_ schema: CreateSchema) {
    guard let name = schema.name ?? schema.owner?.name else { return }
    if let owner = schema.owner { referToRole(owner) }
    // Both dialects' standard schemas are there from the start.
    let creation: EffectAction.Creation =
      schema.ifNotExists || BuiltInNames.isSchema(key(name)) ? .ifNotExists : .plain
    add(
      .create(creation), SchemaObject(.schema, name: key(name)), type: .schema,
      at: name.place.range
    ) { collector in
      let outer = collector.searchPath
      collector.searchPath = [collector.key(name)] + outer
      for element in schema.elements { collector.collect(element) }
      collector.searchPath = outer
    }
  }

  mutating func collect(_ item: CreateExtension) {
    if let schema = item.schema { referToSchema(schema) }
    let object = SchemaObject(.extension, name: key(item.name))
    add(
      .create(item.ifNotExists ? .ifNotExists : .plain), object, type: .extension,
      at: item.name.place.range)
  }

  mutating func collect(_ trigger: CreateTrigger) {
    referToRelation(trigger.table)
    for case .update(of: let columns) in trigger.events {
      // SQLite does not look the columns up.
      referToColumns(columns, of: trigger.table, dialect == .sqlite ? .deferred : .required)
    }
    if let other = trigger.constraintTable { referToRelation(other) }
    guard let table = candidates(.relation, trigger.table).first, !trigger.isTemporary else {
      return
    }
    let object: SchemaObject
    switch dialect {
    case .postgresql: object = table.part(.trigger, key(trigger.name.name))
    case .sqlite:
      object = SchemaObject(.trigger, schema: table.schema, name: key(trigger.name.name))
    }
    let creation: EffectAction.Creation =
      trigger.orReplace ? .orReplace : trigger.ifNotExists ? .ifNotExists : .plain
    if case .execute(let function, _) = trigger.action { referToFunction(function, .unlessBuiltIn) }
    add(.create(creation), object, type: .trigger, at: trigger.name.range, in: table) { collector in
      collector.collectBody(of: trigger)
    }
  }

  private mutating func collectBody(of trigger: CreateTrigger) {
    let rows = QueryScope(sources: ["old", "new"].map { ScopeSource(name: $0, columns: .unknown) })
    lenient(.deferred) { collector in
      collector.withScope(rows) { collector in
        if let condition = trigger.condition { collector.collect(condition) }
        guard case .statements(let body) = trigger.action else { return }
        for statement in body { collector.collect(statement) }
      }
    }
  }

  mutating func collect(_ policy: CreatePolicy) {
    referToRelation(policy.table)
    for role in policy.roles { referToRole(role) }
    for condition in [policy.using, policy.withCheck] {
      if let condition { collectOwn(condition, of: policy.table) }
    }
    guard let table = candidates(.relation, policy.table).first else { return }
    add(
      .create(.plain), table.part(.policy, key(policy.name)), type: .policy,
      at: policy.name.place.range)
  }

  mutating func collect(_ policy: AlterPolicy) {
    referToRelation(policy.table)
    referToPart(.policy, policy.name, of: policy.table, .policy)
    for condition in [policy.using, policy.withCheck] {
      if let condition { collectOwn(condition, of: policy.table) }
    }
  }

  mutating func collect(_ definition: Definition) {
    referToSchema(of: definition.name)
    for option in definition.options { collect(option) }
    let creation: EffectAction.Creation =
      definition.orReplace ? .orReplace : definition.ifNotExists ? .ifNotExists : .plain
    let object: SchemaObject
    if definition.kind == .aggregate {
      object = function(definition.name, signature: signature(of: definition.parameters ?? []))
    } else {
      object = SchemaObject(
        .other, schema: creationSchema(definition.name), owner: definition.kind.rawValue,
        name: key(definition.name.name))
    }
    // One operator has many meanings, one for each pair of types.
    let isOverloaded = definition.kind == .operator
    add(
      .create(isOverloaded ? .orReplace : creation), object,
      type: dependencyType(of: definition.kind), at: definition.name.range)
  }

  mutating func collect(_ option: DefinitionOption) {
    switch option.value {
    case .expression(let value): collect(value)
    case .type(let type): referToType(type)
    default: break
    }
  }
}
