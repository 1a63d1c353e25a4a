import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  mutating func createDomain(_ create: CreateDomain) throws(Halt) -> String {
    let schema = try creationSchema(of: create.name)
    let name = create.name.name
    try checkTypeNameIsFree(name.text, in: schema)
    let base = try resolve(create.type)
    if let collation = create.collation { try requireCollation(collation) }
    if base.isUnknown { throw .unmodelled("A domain over an extension's type is not modelled") }
    if let builtin = base.builtinName, BuiltinTypes.all[builtin]?.kind == "p" {
      throw .refuse(
        .datatypeMismatch,
        "\"\(create.type.name.name.text)\" is not a valid base type for a domain")
    }
    if isComposite(base) { throw .unmodelled("A domain over a composite type is not modelled") }
    let id = catalog.takeID()
    var domain = Domain(base: base, collation: create.collation)
    for constraint in create.constraints {
      switch constraint.kind {
      case .notNull: domain.isNotNull = true
      case .default(let expression):
        let column = Column(name: name, type: base)
        domain.defaultValue = try storedDefault(expression, column: column, type: base).0
      case .null, .check: break
      default: throw .unmodelled("This constraint of a domain is not modelled")
      }
    }
    catalog.add(
      UserType(id: id, schema: schema, name: name, form: .domain(domain), owner: session.role))
    recordSchemaEdge(id, schema)
    catalog.record(id, on: dependencies(of: base), .normal)
    if let value = domain.defaultValue { catalog.record(id, on: value.references, .normal) }
    for constraint in create.constraints { try addDomainCheck(constraint, to: id) }
    return "CREATE DOMAIN"
  }

  private mutating func addDomainCheck(
    _ constraint: Constraint, to id: ObjectID
  ) throws(Halt) {
    guard case .check(let expression) = constraint.kind, let type = catalog.types[id],
      case .domain(let domain) = type.form
    else { return }
    if let name = constraint.name, catalog.constraint(named: name.text, of: id) != nil {
      throw .refuse(
        .duplicateObject,
        "constraint \"\(name.text)\" for domain \"\(type.name.text)\" already exists")
    }
    let value = ScopeColumn(name: "value", type: domain.base)
    var analysis = ExpressionAnalysis(
      self, scope: Scope(sources: [ScopeSource(name: nil, columns: [value])]), position: .check)
    try analysis.requireBoolean(expression, in: "CHECK")
    let name =
      constraint.name
      ?? freeConstraintName(type.name.text, nil, label: "check", in: type.schema)
    let check = catalog.takeID()
    catalog.add(
      TableConstraint(
        id: check, owner: id, name: name,
        rule: .check(
          StoredExpression(syntax: expression, references: analysis.references)),
        isValidated: !constraint.isNotValid))
    catalog.record(check, on: [ObjectAddress(object: id)], .automatic)
    catalog.record(check, on: analysis.references, .normal)
  }

  mutating func alterDomain(_ alter: AlterDomain) throws(Halt) -> String {
    guard let reference = try findType(alter.name) else {
      try requireSchema(of: alter.name)
      throw .refuse(.undefinedObject, "type \"\(alter.name.description)\" does not exist")
    }
    guard case .user(let id) = reference, let type = catalog.types[id],
      case .domain(var domain) = type.form
    else { throw .unmodelled("ALTER DOMAIN of another type is not modelled") }
    switch alter.action {
    case .setDefault(let expression):
      let column = Column(name: type.name, type: domain.base)
      domain.defaultValue = try storedDefault(expression, column: column, type: domain.base).0
    case .dropDefault: domain.defaultValue = nil
    case .dropNotNull: domain.isNotNull = false
    case .setNotNull:
      try demandDomainRows(id)
      domain.isNotNull = true
    case .addConstraint(let constraint):
      guard case .check = constraint.kind else { throw .unmodelled("This constraint of a domain") }
      try addDomainCheck(constraint, to: id)
      if !constraint.isNotValid { try demandDomainRows(id) }
      return "ALTER DOMAIN"
    case .dropConstraint(let name, let ifExists, let behavior):
      try dropDomainConstraint(name, ifExists: ifExists, behavior, of: type)
      return "ALTER DOMAIN"
    case .validateConstraint: throw .unmodelled("VALIDATE of a domain is not modelled")
    }
    catalog.types[id]?.form = .domain(domain)
    return "ALTER DOMAIN"
  }

  /// Values already stored in columns of the domain must satisfy what is added.
  private mutating func demandDomainRows(_ id: ObjectID) throws(Halt) {
    for edge in catalog.edges(to: ObjectAddress(object: id))
    where catalog.table(edge.dependent.object) != nil {
      demand(.runs(writing: edge.dependent.object))
    }
  }

  private mutating func dropDomainConstraint(
    _ name: Identifier, ifExists: Bool, _ behavior: DropBehavior?, of type: UserType
  ) throws(Halt) {
    guard let found = catalog.constraint(named: name.text, of: type.id) else {
      let message = "constraint \"\(name.text)\" of domain \"\(type.name.text)\" does not exist"
      guard ifExists else { throw .refuse(.undefinedObject, message) }
      notice("\(message), skipping")
      return
    }
    try drop([ObjectAddress(object: found.id)], behavior)
  }
}
