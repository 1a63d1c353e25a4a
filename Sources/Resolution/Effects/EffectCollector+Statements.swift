import SQLSyntax

extension EffectCollector {
  mutating func collect(_ statement: Statement) {
    let outer = readsRows
    readsRows = readsRowsAtOnce(statement.kind)
    collectKind(of: statement)
    readsRows = outer
  }

  /// Whether a statement looks into tables when it runs.
  func readsRowsAtOnce(_ kind: StatementKind) -> Bool {
    switch kind {
    case .insert, .update, .delete, .select, .truncate, .createTableAs, .call: true
    case .createView(let view): view.isMaterialized && !view.isWithoutData
    default: false
    }
  }

  private mutating func collectKind(of statement: Statement) {
    switch statement.kind {
    case .createTable(let child): collect(child)
    case .createTableAs(let child): collect(child)
    case .createVirtualTable(let child): collect(child)
    case .alterTable(let child): collect(child)
    case .createIndex(let child): collect(child)
    case .createView(let child): collect(child)
    case .refreshMaterializedView(let child): referToRelation(child.name, as: .view)
    case .createSequence(let child): collect(child)
    case .alterSequence(let child):
      alter(.relation, child.name, ifExists: child.ifExists, type: .sequence)
      collect(child.options)
    case .createSchema(let child): collect(child)
    case .createType(let child): collect(child)
    case .alterEnum(let child): collect(child)
    case .createDomain(let child): collect(child)
    case .alterDomain(let child): collect(child)
    case .createExtension(let child): collect(child)
    case .alterExtension(let child):
      addReference(
        to: [SchemaObject(.extension, name: key(child.name))], type: .extension,
        at: child.name.place.range)
    case .createFunction(let child): collect(child)
    case .alterFunction(let child): refer(to: child.object)
    case .createTrigger(let child): collect(child)
    case .createEventTrigger(let child):
      referToFunction(child.function, .unlessBuiltIn)
      add(
        .create(.plain),
        SchemaObject(.other, owner: ObjectKind.eventTrigger.rawValue, name: key(child.name)),
        type: .trigger, at: child.name.place.range)
    case .createPolicy(let child): collect(child)
    case .alterPolicy(let child): collect(child)
    case .createStatistics(let child): collect(child)
    case .define(let child): collect(child)
    case .drop(let child): collect(child)
    case .rename(let child): collect(child)
    case .setSchema(let child): collect(child)
    case .setOwner(let child):
      refer(to: child.object)
      referToRole(child.owner)
    case .comment(let child): refer(to: child.object)
    case .grant(let child): collect(child)
    case .grantRole(let child):
      for role in child.roles { referToRole(RoleName(name: role)) }
      for role in child.grantees { referToRole(role) }
    case .alterDefaultPrivileges(let child):
      for role in child.roles + child.grant.grantees { referToRole(role) }
      for schema in child.schemas { referToSchema(schema) }
    case .createRole(let child): collect(child)
    case .alterRole(let child): referToRole(child.role)
    case .alterRoleSetting(let child): if let role = child.role { referToRole(role) }
    case .dropRole(let child): collect(child)
    case .insert(let child): collect(child)
    case .update(let child): collect(child)
    case .delete(let child): collect(child)
    case .select(let child): collect(child)
    case .truncate(let child): collect(child)
    case .call(let child): collect(child)
    case .doBlock(let child): collect(child)
    case .set(let child): collect(child)
    case .lock(let child): for table in child.tables { referToRelation(table.name) }
    case .analyze(let child), .vacuum(let child): if dialect == .postgresql { collect(child) }
    case .reindex(let child): collect(child)
    case .explain(let child): collect(child.statement)
    case .opaque(let child): collect(child, at: statement.place.range)
    case .transaction, .show, .pragma, .attach, .detach: break
    }
  }

  private mutating func collect(_ statistics: CreateStatistics) {
    withScope(QueryScope(sources: [])) { collector in
      collector.addSources(statistics.tables)
      for item in statistics.keys { collector.collect(item.expression) }
    }
    guard let name = statistics.name else { return }
    let object = SchemaObject(
      .other, schema: creationSchema(name), owner: ObjectKind.statistics.rawValue,
      name: key(name.name))
    add(
      .create(statistics.ifNotExists ? .ifNotExists : .plain), object, type: .object,
      at: name.range)
  }

  private mutating func collect(_ reindex: Reindex) {
    guard let name = reindex.name else { return }
    switch reindex.kind {
    case .index: referToRelation(name, as: .index)
    case .table: referToRelation(name)
    default: break
    }
  }

  /// Follows the search path where it is constant.
  private mutating func collect(_ setting: VariableSetting) {
    if setting.name == "check_function_bodies" { checksBodies = !setting.isOff }
    guard dialect == .postgresql, setting.name == "search_path" || setting.name == nil else {
      return
    }
    switch setting.value {
    case .values(let values):
      let schemas = values.compactMap { value -> String? in
        switch value.kind {
        case .literal(.string(let text)): text
        case .column(let column): column.column.text
        default: nil
        }
      }
      // The user's own schema is there only for those who made one.
      searchPath = schemas.filter { $0 != "$user" && !$0.isEmpty && $0 != "pg_catalog" }
    case .defaultValue, .reset: searchPath = [SchemaObject.defaultSchema(in: dialect)]
    case .fromCurrent, .words: break
    }
  }

  private mutating func collect(_ opaque: OpaqueStatement, at range: SourceRange?) {
    let mayCreate = opaque.kind.hasPrefix("CREATE") || opaque.kind.hasPrefix("IMPORT")
    addUnknown(opaque.kind, at: range, mayCreate: mayCreate)
    lenient(.possible) { collector in
      for name in opaque.relations { collector.referToRelation(name) }
      for name in opaque.functions { collector.referToFunction(name, .unlessBuiltIn) }
      for name in opaque.types { collector.referToType(named: name, at: name.range) }
    }
  }
}

extension VariableSetting {
  /// Whether a switch is turned off.
  fileprivate var isOff: Bool {
    guard case .values(let values) = value, let value = values.first else { return false }
    switch value.kind {
    case .literal(.boolean(let isOn)): return !isOn
    case .literal(.string(let text)):
      return ["off", "false", "no", "0"].contains(text.lowercased())
    case .column(let name): return ["off", "false", "no"].contains(name.column.text)
    case .literal(.integer(let digits)): return digits == "0"
    default: return false
    }
  }
}
