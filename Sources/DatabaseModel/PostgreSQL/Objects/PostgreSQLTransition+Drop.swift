import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  mutating func drop(_ drop: Drop) throws(Halt) -> String {
    let tag = "DROP \(drop.kind.rawValue)"
    if drop.isConcurrent {
      try preventInTransactionBlock("DROP INDEX CONCURRENTLY")
      if drop.objects.count > 1 {
        throw .refuse(
          .featureNotSupported,
          "DROP INDEX CONCURRENTLY does not support dropping multiple objects")
      }
      if drop.behavior == .cascade {
        throw .refuse(.featureNotSupported, "DROP INDEX CONCURRENTLY does not support CASCADE")
      }
    }
    if drop.kind == .extension { return try dropExtension(drop) }
    var targets: [ObjectAddress] = []
    for object in drop.objects {
      if let target = try target(of: object, drop), !targets.contains(target) {
        targets.append(target)
      }
    }
    if targets.isEmpty { return tag }
    try self.drop(targets, drop.behavior)
    return tag
  }

  /// The object to drop; `nil` where IF EXISTS passes over it.
  private mutating func target(
    of object: ObjectReference, _ drop: Drop
  ) throws(Halt) -> ObjectAddress? {
    switch drop.kind {
    case .table, .view, .materializedView, .index, .sequence, .foreignTable:
      return try relationTarget(object.name, drop)
    case .type, .domain: return try typeTarget(object.name, drop)
    case .schema: return try schemaTarget(object.name.name.text, drop)
    case .function, .procedure, .routine: return try routineTarget(object, drop)
    case .trigger, .policy: return try partTarget(object, drop)
    default: throw .unmodelled("DROP \(drop.kind.rawValue) is not modelled")
    }
  }

  private mutating func relationTarget(
    _ name: ObjectName, _ drop: Drop
  ) throws(Halt) -> ObjectAddress? {
    let word = drop.kind.rawValue.asciiLowercased()
    switch try findRelation(name) {
    case .known(let relation):
      try requireDroppable(relation, as: drop.kind)
      return ObjectAddress(object: relation.id)
    case .system(let found): throw systemRefusal(found)
    case nil: break
    }
    if let schema = name.schema?.text, catalog.schemaID(schema) == nil {
      if mayBeUnseen(schema) { throw .unmodelled("The schema \(schema) may exist") }
      guard drop.ifExists else {
        throw .refuse(.invalidSchemaName, "schema \"\(schema)\" does not exist")
      }
      notice("schema \"\(schema)\" does not exist, skipping")
      return nil
    }
    guard drop.ifExists else {
      throw .refuse(
        drop.kind == .index ? .undefinedObject : .undefinedTable,
        "\(word) \"\(name.description)\" does not exist")
    }
    notice("\(word) \"\(name.name.text)\" does not exist, skipping")
    return nil
  }

  private func requireDroppable(_ relation: Relation, as kind: ObjectKind) throws(Halt) {
    let actual: ObjectKind
    switch relation {
    case .table(let table):
      if case .foreign = table.kind { actual = .foreignTable } else { actual = .table }
    case .view(let view): actual = view.isMaterialized ? .materializedView : .view
    case .index: actual = .index
    case .sequence: actual = .sequence
    case .compositeType: actual = .type
    }
    if actual == kind { return }
    let name = relation.name.text
    let article = kind == .index ? "an" : "a"
    throw .refuse(
      .wrongObjectType,
      "\"\(name)\" is not \(article) \(kind.rawValue.asciiLowercased())",
      hint: "Use DROP \(actual.rawValue) to remove "
        + "\(actual == .index ? "an" : "a") \(actual.rawValue.asciiLowercased()).")
  }

  // MARK: Types and schemas

  private mutating func typeTarget(
    _ name: ObjectName, _ drop: Drop
  ) throws(Halt) -> ObjectAddress? {
    guard let reference = try findType(name) else {
      if let schema = name.schema?.text, catalog.schemaID(schema) == nil {
        guard drop.ifExists else {
          throw .refuse(.invalidSchemaName, "schema \"\(schema)\" does not exist")
        }
        notice("schema \"\(schema)\" does not exist, skipping")
        return nil
      }
      guard drop.ifExists else {
        throw .refuse(.undefinedObject, "type \"\(name.description)\" does not exist")
      }
      notice("type \"\(name.description)\" does not exist, skipping")
      return nil
    }
    guard case .user(let id) = reference else {
      throw .unmodelled("Dropping a built-in or an extension's type is not modelled")
    }
    if let relation = catalog.relations[id] {
      throw .refuse(
        .dependentObjectsStillExist,
        "cannot drop type \(displayName(of: relation)) because \(describe(relation)) requires it",
        hint: "You can drop \(describe(relation)) instead.")
    }
    if drop.kind == .domain, let type = catalog.types[id] {
      guard case .domain = type.form else {
        throw .refuse(.wrongObjectType, "\"\(name.description)\" is not a domain")
      }
    }
    return ObjectAddress(object: id)
  }

  private mutating func schemaTarget(
    _ name: String, _ drop: Drop
  ) throws(Halt) -> ObjectAddress? {
    if let id = catalog.schemaID(name) {
      if catalog.schemas[id]?.isSystem == true, name != "public" {
        throw .unmodelled("Dropping a system schema is not modelled")
      }
      if catalog.extensions.values.contains(where: { $0.name != "plpgsql" }) {
        throw .unmodelled("An extension's objects may be in the schema")
      }
      return ObjectAddress(object: id)
    }
    if mayBeUnseen(name) { throw .unmodelled("The schema \(name) may exist") }
    guard drop.ifExists else {
      throw .refuse(.invalidSchemaName, "schema \"\(name)\" does not exist")
    }
    notice("schema \"\(name)\" does not exist, skipping")
    return nil
  }

  // MARK: Triggers and policies

  private mutating func partTarget(
    _ object: ObjectReference, _ drop: Drop
  ) throws(Halt) -> ObjectAddress? {
    guard let owner = object.owner else { throw .unmodelled("A part without its table") }
    let word = drop.kind.rawValue.asciiLowercased()
    let found = try findRelation(owner)
    guard case .known(let relation)? = found else {
      if case .system(let system)? = found { throw systemRefusal(system) }
      guard drop.ifExists else {
        return ObjectAddress(object: try relation(owner).id)
      }
      if let schema = owner.schema?.text, catalog.schemaID(schema) == nil {
        notice("schema \"\(schema)\" does not exist, skipping")
      } else {
        notice("relation \"\(owner.description)\" does not exist, skipping")
      }
      return nil
    }
    let name = object.name.name
    let id =
      drop.kind == .trigger
      ? catalog.triggers(of: relation.id).first { $0.name == name }?.id
      : catalog.policies(of: relation.id).first { $0.name == name }?.id
    if let id { return ObjectAddress(object: id) }
    let message =
      drop.kind == .trigger
      ? "trigger \"\(name.text)\" for table \"\(drop.ifExists ? owner.name.text : owner.description)\" does not exist"
      : "\(word) \"\(name.text)\" for table \"\(owner.name.text)\" does not exist"
    guard drop.ifExists else { throw .refuse(.undefinedObject, message) }
    notice(
      "\(word) \"\(name.text)\" for relation \"\(owner.description)\" does not exist, skipping")
    return nil
  }

  // MARK: Routines

  private mutating func routineTarget(
    _ object: ObjectReference, _ drop: Drop
  ) throws(Halt) -> ObjectAddress? {
    do {
      return ObjectAddress(object: try routine(object).id)
    } catch {
      guard case .refused(let refusal) = error, drop.ifExists,
        refusal.state == .undefinedFunction || refusal.state == .invalidSchemaName
          || refusal.state == .undefinedObject
      else { throw error }
      try noticeMissing(object, refusal)
      return nil
    }
  }

  private mutating func noticeMissing(
    _ object: ObjectReference, _ refusal: DatabaseError
  ) throws(Halt) {
    if refusal.state != .undefinedFunction {
      notice("\(refusal.message), skipping")
      return
    }
    let word = object.kind.rawValue.asciiLowercased()
    guard let parameters = object.parameters else {
      notice("\(word) \(object.name.description)() does not exist, skipping")
      return
    }
    let types = parameters.filter { $0.mode != .output && $0.mode != .table }
      .map { Self.writtenName(of: $0.type) }
    notice(
      "\(word) \(object.name.description)(\(types.joined(separator: ","))) does not exist, skipping"
    )
  }

  /// A type as it was written, with the schema that the grammar adds.
  private static func writtenName(of type: TypeName) -> String {
    type.name.description + (type.arrayBounds.isEmpty ? "" : "[]")
  }

  /// The routine that a reference names, with its arguments or alone.
  func routine(_ object: ObjectReference) throws(Halt) -> Routine {
    let word =
      object.kind == .procedure ? "procedure" : object.kind == .aggregate ? "aggregate" : "function"
    let candidates = try routines(named: object.name)
    if let schema = object.name.schema?.text, catalog.schemaID(schema) == nil {
      throw .refuse(.invalidSchemaName, "schema \"\(schema)\" does not exist")
    }
    guard let parameters = object.parameters else {
      if candidates.count == 1 { return candidates[0] }
      if candidates.isEmpty {
        try refuseUnknownRoutine(object)
        throw .refuse(
          .undefinedFunction, "could not find a \(word) named \"\(object.name.description)\"")
      }
      throw .refuse(
        .ambiguousFunction, "\(word) name \"\(object.name.description)\" is not unique",
        hint: "Specify the argument list to select the \(word) unambiguously.")
    }
    var types: [DataType] = []
    for parameter in parameters where parameter.mode != .output && parameter.mode != .table {
      let type = try resolve(parameter.type)
      types.append(type.bare)
    }
    if let found = candidates.first(where: { $0.inputTypes.map(\.bare) == types }) { return found }
    try refuseUnknownRoutine(object)
    let shown = types.map { displayName(of: $0) }.joined(separator: ", ")
    throw .refuse(
      .undefinedFunction, "\(word) \(object.name.description)(\(shown)) does not exist")
  }

  private func refuseUnknownRoutine(_ object: ObjectReference) throws(Halt) {
    let name = object.name.name.text
    if hasUnknownOverloads || BuiltinFunctions.all[name] != nil
      || KnownExtensions.hasFunction(name, in: catalog)
    {
      throw .unmodelled("The routine may be built in or an extension's")
    }
  }
}
