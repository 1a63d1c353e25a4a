import SQLSyntax

extension EffectCollector {
  mutating func collect(_ drop: Drop) {
    for reference in drop.objects {
      let objects = objects(of: reference)
      guard let object = objects.first else { continue }
      if reference.owner != nil, let whole = object.whole, !drop.ifExists {
        addReference(to: [whole], type: .table, at: reference.owner?.range)
      }
      add(
        .drop(ifExists: drop.ifExists), object, alternatives: Array(objects.dropFirst()),
        type: dependencyType(of: drop.kind), at: reference.name.range)
      noteCascade(drop.behavior)
    }
  }

  /// Marks the removal that was added last.
  mutating func noteCascade(_ behavior: DropBehavior?) {
    statement.effects[statement.effects.count - 1].isCascading = behavior == .cascade
  }

  /// What a reference with a kind can mean; empty where it is built in, temporary or not modelled.
  func objects(of reference: ObjectReference) -> [SchemaObject] {
    let name = key(reference.name.name)
    switch reference.kind {
    case .table, .foreignTable, .view, .materializedView, .index, .sequence:
      return candidates(.relation, reference.name)
    case .type, .domain: return candidates(.type, reference.name)
    case .schema: return [SchemaObject(.schema, name: name)]
    case .extension: return [SchemaObject(.extension, name: name)]
    case .role: return [SchemaObject(.role, name: name)]
    case .function, .procedure, .routine, .aggregate:
      let types = reference.parameters.map { signature(of: $0) } ?? "*"
      return lookupSchemas(reference.name).map {
        SchemaObject(.function, schema: $0, owner: types, name: name)
      }
    case .column, .attribute: return parts(.column, of: reference)
    case .constraint: return parts(.constraint, of: reference)
    case .policy: return parts(.policy, of: reference)
    case .rule: return parts(.rule, of: reference)
    case .trigger:
      if dialect == .sqlite {
        return lookupSchemas(reference.name).map {
          SchemaObject(.trigger, schema: $0, name: name)
        }
      }
      return parts(.trigger, of: reference)
    case .domainConstraint, .cast, .largeObject, .operator, .operatorClass, .operatorFamily,
      .transform, .userMapping, .enumValue:
      return []
    default:
      return lookupSchemas(reference.name).map {
        SchemaObject(.other, schema: $0, owner: reference.kind.rawValue, name: name)
      }
    }
  }

  private func parts(
    _ namespace: SchemaObject.Namespace, of reference: ObjectReference
  ) -> [SchemaObject] {
    guard let owner = reference.owner else { return [] }
    return candidates(.relation, owner).map { $0.part(namespace, key(reference.name.name)) }
  }

  mutating func collect(_ rename: Rename) {
    let objects = objects(of: rename.object)
    guard let object = objects.first else { return }
    let new = key(rename.newName)
    var renamed = object
    renamed.name = new
    guard let whole = object.whole, rename.object.owner != nil else {
      return add(
        .rename(to: renamed, ifExists: rename.ifExists), object,
        alternatives: Array(objects.dropFirst()), type: dependencyType(of: rename.object.kind),
        at: rename.object.name.range)
    }
    add(
      .alter(ifExists: rename.ifExists), whole, type: dependencyType(of: rename.relationKind),
      at: rename.object.owner?.range
    ) { collector in
      collector.add(
        .rename(to: renamed, ifExists: false), object,
        type: collector.dependencyType(of: rename.object.kind), at: rename.object.name.range)
    }
  }

  mutating func collect(_ change: SetSchema) {
    referToSchema(change.schema)
    let objects = objects(of: change.object)
    guard let object = objects.first, !object.schema.isEmpty else { return }
    var moved = object
    moved.schema = key(change.schema)
    guard moved != object else { return }
    add(
      .rename(to: moved, ifExists: change.ifExists), object,
      alternatives: Array(objects.dropFirst()), type: dependencyType(of: change.object.kind),
      at: change.object.name.range)
  }

  /// A statement that names an object and changes nothing about names.
  mutating func refer(to reference: ObjectReference, _ strength: EffectAction.Reference? = nil) {
    let objects = objects(of: reference)
    guard let first = objects.first else { return }
    if reference.owner != nil, let whole = first.whole {
      addReference(to: [whole], type: .table, at: reference.owner?.range)
    }
    addReference(
      strength ?? self.strength(of: first.namespace), to: objects,
      type: dependencyType(of: reference.kind), at: reference.name.range)
  }

  /// Whether absence can be judged: built-in objects of these kinds are not listed.
  private func strength(of namespace: SchemaObject.Namespace) -> EffectAction.Reference {
    switch namespace {
    case .function, .role, .constraint, .other, .schema, .type, .extension, .rule, .enumValue:
      .unlessBuiltIn
    case .relation, .column, .trigger, .policy: .required
    }
  }

  mutating func collect(_ grant: Grant) {
    for object in grant.objects {
      refer(to: object)
      let columns = grant.privileges.flatMap(\.columns)
      if !columns.isEmpty { referToColumns(columns, of: object.name) }
    }
    for schema in grant.allInSchemas { referToSchema(schema) }
    for role in grant.grantees { referToRole(role) }
  }

  mutating func collect(_ role: CreateRole) {
    add(
      .create(.plain), SchemaObject(.role, name: key(role.name)), type: .role,
      at: role.name.place.range)
  }

  mutating func collect(_ roles: DropRole) {
    for role in roles.roles {
      guard let name = role.name else { continue }
      add(
        .drop(ifExists: roles.ifExists), SchemaObject(.role, name: key(name)), type: .role,
        at: name.place.range)
    }
  }
}
