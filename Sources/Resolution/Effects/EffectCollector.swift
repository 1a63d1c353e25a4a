import SQLSyntax

/// Gathers the effects of one file's statements, one after the other.
///
/// It carries what earlier statements of the file change for later ones: the search path, the
/// temporary tables. A file is taken to start in a fresh session.
struct EffectCollector {
  let dialect: Dialect
  /// Schemas that unqualified names are looked up in, the first one for creating.
  var searchPath: [String]
  /// Relations that live no longer than the session, and so concern no other file.
  var temporaryNames: Set<String> = []
  /// What is gathered of the statement at hand.
  var statement = StatementEffects()
  /// Conditions that hold for what is gathered next.
  var activeConditions: [Int] = []
  /// Set while something is read that the engine does not check yet, or that is not modelled.
  var leniency: EffectAction.Reference?
  /// Whether `check_function_bodies` is on, as it is unless the file says otherwise.
  var checksBodies = true
  /// Names of parameters and variables, which unqualified names mean before columns.
  var localNames: Set<String> = []
  /// Common tables in scope, innermost last; `nil` columns are unknown.
  var commonTables: [(name: String, columns: Set<String>?)] = []
  /// Sources that column names are looked up in, innermost last.
  var scopes: [QueryScope] = []
  /// The extractable constraint being read.
  var extractable: Int?
  /// Whether tables are read for their rows, not for their definition.
  var readsRows = false
  /// Whether an unqualified name may be a variable of a procedure.
  var mayBeVariable = false

  init(dialect: Dialect) {
    self.dialect = dialect
    searchPath = [SchemaObject.defaultSchema(in: dialect)]
  }

  mutating func effects(of statement: Statement) -> StatementEffects {
    self.statement = StatementEffects(range: statement.place.range)
    activeConditions = []
    collect(statement)
    return self.statement
  }
}

extension Script {
  /// The effects of each statement, in order.
  package func collectEffects() -> [StatementEffects] {
    var collector = EffectCollector(dialect: dialect)
    var effects = statements.map { collector.effects(of: $0) }
    for range in RolledBack.ranges(in: statements) {
      for index in range { effects[index] = StatementEffects(range: effects[index].range) }
    }
    return effects
  }
}

// MARK: Adding effects

extension EffectCollector {
  mutating func add(
    _ action: EffectAction, _ object: SchemaObject, alternatives: [SchemaObject] = [],
    type: DependencyType, at range: SourceRange? = nil, in container: SchemaObject? = nil
  ) {
    statement.effects.append(
      Effect(
        action, object, alternatives: alternatives, type: type, range: range ?? statement.range,
        conditions: activeConditions, container: container, extractable: extractable))
  }

  /// Adds an effect, and what happens only if it was not superfluous.
  mutating func add(
    _ action: EffectAction, _ object: SchemaObject, alternatives: [SchemaObject] = [],
    type: DependencyType, at range: SourceRange? = nil, in container: SchemaObject? = nil,
    then body: (inout EffectCollector) -> Void
  ) {
    let position = statement.effects.count
    add(action, object, alternatives: alternatives, type: type, at: range, in: container)
    body(&self)
    statement.effects[position].skipCount = statement.effects.count - position - 1
  }

  mutating func addReference(
    _ strength: EffectAction.Reference = .required, to objects: [SchemaObject],
    type: DependencyType, at range: SourceRange?
  ) {
    guard let first = objects.first else { return }
    add(
      .reference(leniency ?? strength), first, alternatives: Array(objects.dropFirst()),
      type: type, at: range)
  }

  mutating func addUnknown(_ reason: String, at range: SourceRange?, mayCreate: Bool) {
    statement.unknowns.append(
      UnknownEffect(reason: reason, range: range ?? statement.range, mayCreate: mayCreate))
  }

  /// Runs `body` with a reference strength that stands above what is written.
  mutating func lenient(
    _ strength: EffectAction.Reference, _ body: (inout EffectCollector) -> Void
  ) {
    let outer = leniency
    leniency = outer ?? strength
    body(&self)
    leniency = outer
  }

  /// Runs `body` under a further condition.
  mutating func under(_ condition: EffectCondition, _ body: (inout EffectCollector) -> Void) {
    statement.conditions.append(condition)
    activeConditions.append(statement.conditions.count - 1)
    body(&self)
    activeConditions.removeLast()
  }
}

// MARK: Names

extension EffectCollector {
  func key(_ identifier: Identifier) -> String { identifier.key(in: dialect) }

  /// The schema that an object is created in.
  func creationSchema(_ name: ObjectName) -> String {
    name.schema.map { key($0) } ?? searchPath.first ?? SchemaObject.defaultSchema(in: dialect)
  }

  /// The schemas that a name may be found in, best first.
  func lookupSchemas(_ name: ObjectName) -> [String] {
    if let schema = name.schema { return [key(schema)] }
    return searchPath.isEmpty ? [SchemaObject.defaultSchema(in: dialect)] : searchPath
  }

  func created(_ namespace: SchemaObject.Namespace, _ name: ObjectName) -> SchemaObject {
    SchemaObject(namespace, schema: creationSchema(name), name: key(name.name))
  }

  /// What a reference can mean; empty where it means something built in or temporary.
  func candidates(_ namespace: SchemaObject.Namespace, _ name: ObjectName) -> [SchemaObject] {
    let text = key(name.name)
    if namespace == .relation {
      if name.schema.map({ isTemporarySchema(key($0)) }) ?? temporaryNames.contains(text) {
        return []
      }
      if BuiltInNames.isRelation(text, schema: name.schema.map { key($0) }, in: dialect) {
        return []
      }
    }
    return lookupSchemas(name).map { SchemaObject(namespace, schema: $0, name: text) }
  }

  func isTemporarySchema(_ schema: String) -> Bool { schema == "temp" || schema == "pg_temp" }

  /// Notes a relation that lives only in the session; answers whether it is one.
  mutating func isTemporary(_ name: ObjectName, _ persistence: Persistence) -> Bool {
    let isTemporary =
      persistence == .temporary || name.schema.map { isTemporarySchema(key($0)) } ?? false
    if isTemporary { temporaryNames.insert(key(name.name)) }
    return isTemporary
  }

  mutating func referToRelation(
    _ name: ObjectName, as type: DependencyType = .table,
    _ strength: EffectAction.Reference = .required
  ) {
    addReference(strength, to: candidates(.relation, name), type: type, at: name.range)
  }

  mutating func referToColumns(
    _ columns: [Identifier], of relation: ObjectName,
    _ strength: EffectAction.Reference = .required
  ) {
    let relations = candidates(.relation, relation)
    for column in columns { referToColumn(column, of: relations, strength) }
  }

  mutating func referToColumn(
    _ column: Identifier, of relations: [SchemaObject],
    _ strength: EffectAction.Reference = .required
  ) {
    guard !BuiltInNames.isSystemColumn(key(column), in: dialect) else { return }
    addReference(
      strength, to: relations.map { $0.part(.column, key(column)) }, type: .column,
      at: column.place.range)
  }

  /// A schema that a created object's name is qualified with must be there.
  mutating func referToSchema(of name: ObjectName) {
    guard dialect == .postgresql, let schema = name.schema else { return }
    referToSchema(schema)
  }

  mutating func referToSchema(_ schema: Identifier) {
    guard dialect == .postgresql, !BuiltInNames.isSchema(key(schema)) else { return }
    addReference(
      to: [SchemaObject(.schema, name: key(schema))], type: .schema, at: schema.place.range)
  }

  mutating func referToFunction(_ name: ObjectName, _ strength: EffectAction.Reference) {
    guard dialect == .postgresql, name.schema.map({ key($0) }) != "pg_catalog" else { return }
    let text = key(name.name)
    if name.schema == nil, BuiltInNames.isFunction(text) { return }
    var objects = lookupSchemas(name).map {
      SchemaObject(.function, schema: $0, owner: "*", name: text)
    }
    if let provider = ExtensionContents.extensionWithFunction(text) {
      objects.append(SchemaObject(.extension, name: provider))
    }
    addReference(strength, to: objects, type: .function, at: name.range)
  }

  mutating func referToRole(_ role: RoleName) {
    guard let name = role.name, dialect == .postgresql else { return }
    addReference(
      .unlessBuiltIn, to: [SchemaObject(.role, name: key(name))], type: .role,
      at: name.place.range)
  }

  mutating func referToCollation(_ name: ObjectName?) {
    guard let name, dialect == .postgresql, name.schema == nil else { return }
    let objects = lookupSchemas(name).map {
      SchemaObject(.other, schema: $0, owner: ObjectKind.collation.rawValue, name: key(name.name))
    }
    addReference(.unlessBuiltIn, to: objects, type: .object, at: name.range)
  }
}
