import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  /// The type as `format_type` writes it, without modifiers.
  func displayName(of type: DataType) -> String {
    let base: String
    switch type.reference {
    case .builtin(let name): base = BuiltinTypes.all[name]?.displayName ?? name
    case .user(let id): base = userTypeDisplayName(id)
    case .declared(let text): base = text
    case .unknown(let name): base = name.description
    }
    return type.arrayDimensions > 0 ? base + "[]" : base
  }

  /// The type as `format_type` writes it, with its modifiers.
  func fullDisplayName(of type: DataType) -> String {
    guard !type.modifiers.isEmpty, case .builtin(let name) = type.reference else {
      return displayName(of: type)
    }
    let modifiers = "(\(type.modifiers.map(String.init).joined(separator: ",")))"
    let base = BuiltinTypes.all[name]?.displayName ?? name
    let suffix = type.arrayDimensions > 0 ? "[]" : ""
    let words = base.split(separator: " ", maxSplits: 1)
    if words.count == 2, ["time", "timestamp"].contains(words[0]) {
      return "\(words[0])\(modifiers) \(words[1])\(suffix)"
    }
    return base + modifiers + suffix
  }

  private func userTypeDisplayName(_ id: ObjectID) -> String {
    if let type = catalog.types[id] { return typeDisplayName(type) }
    if let relation = catalog.relations[id] { return displayName(of: relation) }
    return "type"
  }

  /// The type's name in quotes where needed, with its schema where it is not visible.
  func typeDisplayName(_ type: UserType) -> String {
    let name = type.name.text.quotedPostgreSQLName
    if isVisible(type) { return name }
    let schema = catalog.schemas[type.schema]?.name.text ?? ""
    return "\(schema.quotedPostgreSQLName).\(name)"
  }

  private func isVisible(_ type: UserType) -> Bool {
    for schema in searchedSchemas {
      if catalog.schemas[schema]?.name.text == "pg_catalog" {
        if BuiltinTypes.all[type.name.text] != nil { return false }
      } else if let id = catalog.typeNames[NameKey(schema: schema, name: type.name.text)] {
        return id == type.id
      } else if let id = catalog.relationID(type.name.text, in: schema),
        catalog.relations[id]?.hasRowType == true
      {
        return false
      }
    }
    return false
  }

  /// The type under a domain, domains over domains among them.
  func baseType(_ type: DataType) -> DataType {
    var current = type
    while current.arrayDimensions == 0, case .user(let id) = current.reference,
      case .domain(let domain) = catalog.types[id]?.form
    {
      current = domain.base
    }
    return current
  }

  /// What a column of this type depends on.
  func dependencies(of type: DataType) -> [ObjectAddress] {
    if case .user(let id) = type.reference { [ObjectAddress(object: id)] } else { [] }
  }
}
