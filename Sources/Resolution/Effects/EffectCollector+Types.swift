import SQLSyntax

extension EffectCollector {
  mutating func referToType(_ type: TypeName?) {
    guard let type, dialect == .postgresql else { return }
    for modifier in type.modifiers { collect(modifier) }
    if let column = type.columnOfType {
      referToRelation(type.name)
      return referToColumns([column], of: type.name)
    }
    referToType(named: type.name, at: type.name.range ?? type.place.range)
  }

  mutating func referToType(named name: ObjectName, at range: SourceRange?) {
    let text = key(name.name)
    if let schema = name.schema.map({ key($0) }) {
      guard !BuiltInNames.isSchema(schema) || schema == "public" else { return }
    } else if BuiltInNames.isType(text) {
      return
    }
    addReference(to: typeCandidates(name), type: .type, at: range)
  }

  /// Types of that name, the row types of relations, and an extension that is known to bring it.
  func typeCandidates(_ name: ObjectName) -> [SchemaObject] {
    let text = key(name.name)
    var objects = candidates(.type, name)
    objects += lookupSchemas(name).map { .relation(text, schema: $0) }
    if let provider = ExtensionContents.extensionWithType(text) {
      objects.append(SchemaObject(.extension, name: provider))
    }
    return objects
  }

  mutating func collect(_ type: CreateType) {
    let object = created(.type, type.name)
    referToSchema(of: type.name)
    if case .composite(let columns) = type.definition {
      for column in columns { referToType(column.type) }
    }
    add(.create(.plain), object, type: .type, at: type.name.range)
    switch type.definition {
    case .enumeration(let labels):
      for label in labels {
        add(
          .create(.plain), object.part(.enumValue, label.text), type: .enumValue,
          at: label.place.range)
      }
    case .range(let options), .base(let options):
      for option in options { collect(option) }
    case .composite, .shell: break
    }
  }

  mutating func collect(_ change: AlterEnum) {
    let types = candidates(.type, change.name)
    guard let type = types.first else { return }
    add(
      .alter(ifExists: false), type, alternatives: Array(types.dropFirst()), type: .type,
      at: change.name.range)
    switch change.change {
    case .add(let label, let ifNotExists, let position):
      switch position {
      case .before(let other), .after(let other):
        referToEnumValue(other.text, of: types, at: other.place.range)
      case nil: break
      }
      add(
        .create(ifNotExists ? .ifNotExists : .plain), type.part(.enumValue, label.text),
        type: .enumValue, at: label.place.range)
    case .rename(let label, let new):
      add(
        .rename(to: type.part(.enumValue, new.text), ifExists: false),
        type.part(.enumValue, label.text), type: .enumValue, at: label.place.range)
    }
  }

  mutating func referToEnumValue(_ text: String, of types: [SchemaObject], at range: SourceRange?) {
    addReference(
      .unlessBuiltIn, to: types.map { $0.part(.enumValue, text) }, type: .enumValue, at: range)
  }

  mutating func collect(_ domain: CreateDomain) {
    referToSchema(of: domain.name)
    referToType(domain.type)
    referToCollation(domain.collation)
    collectDomainConstraints(domain.constraints)
    add(.create(.plain), created(.type, domain.name), type: .type, at: domain.name.range)
  }

  mutating func collect(_ domain: AlterDomain) {
    alter(.type, domain.name, ifExists: false, type: .type)
    switch domain.action {
    case .setDefault(let value): collect(value)
    case .addConstraint(let constraint): collectDomainConstraints([constraint])
    default: break
    }
  }

  /// `VALUE` is a name there, and no column.
  private mutating func collectDomainConstraints(_ constraints: [Constraint]) {
    let outer = localNames
    localNames.insert("value")
    for constraint in constraints {
      switch constraint.kind {
      case .check(let condition), .default(let condition): collect(condition)
      default: break
      }
    }
    localNames = outer
  }

  mutating func alter(
    _ namespace: SchemaObject.Namespace, _ name: ObjectName, ifExists: Bool, type: DependencyType
  ) {
    let objects = candidates(namespace, name)
    guard let first = objects.first else { return }
    guard leniency == nil else { return addReference(to: objects, type: type, at: name.range) }
    add(
      .alter(ifExists: ifExists), first, alternatives: Array(objects.dropFirst()), type: type,
      at: name.range)
  }
}
