import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  /// The type that a name means here, with its modifiers checked.
  func resolve(
    _ name: TypeName, missing: (String) -> String = { "type \"\($0)\" does not exist" }
  ) throws(Halt) -> DataType {
    if name.columnOfType != nil { throw .unmodelled("%TYPE is not modelled") }
    guard let reference = try findType(name.name) else {
      try requireSchema(of: name.name)
      throw .refuse(.undefinedObject, missing(name.name.description + suffix(name)))
    }
    let modifiers = try modifiers(of: name, for: reference)
    return DataType(
      reference: reference, modifiers: modifiers,
      arrayDimensions: name.arrayBounds.isEmpty ? 0 : 1, intervalFields: name.intervalFields)
  }

  private func suffix(_ name: TypeName) -> String { name.arrayBounds.isEmpty ? "" : "[]" }

  /// What a type's name stands for; `nil` where there is surely no such type.
  func findType(_ name: ObjectName) throws(Halt) -> TypeReference? {
    let text = name.name.text
    if let schema = name.schema?.text {
      if schema == "pg_catalog" { return builtin(text) }
      guard let id = catalog.schemaID(schema) else { return try unseenType(name) }
      if let found = try userType(text, in: id) { return found }
      return try unseenType(name)
    }
    for schema in searchedSchemas {
      if catalog.schemas[schema]?.name.text == "pg_catalog" {
        if let found = builtin(text) { return found }
      } else if let found = try userType(text, in: schema) {
        return found
      }
    }
    return try unseenType(name)
  }

  private func builtin(_ name: String) -> TypeReference? {
    BuiltinTypes.all[name] == nil ? nil : .builtin(name)
  }

  private func userType(_ name: String, in schema: ObjectID) throws(Halt) -> TypeReference? {
    if let id = catalog.typeNames[NameKey(schema: schema, name: name)] {
      if mayBeUnseen(name) { throw .unmodelled("The type \(name) may have changed") }
      return .user(id)
    }
    guard let id = catalog.relationID(name, in: schema), let relation = catalog.relations[id],
      relation.hasRowType
    else { return nil }
    return .user(id)
  }

  /// A type of an installed extension or of a statement that is not modelled.
  private func unseenType(_ name: ObjectName) throws(Halt) -> TypeReference? {
    let text = name.name.text
    if catalog.extensions.values.contains(where: { KnownExtensions.hasType(text, in: $0.name) }) {
      return .unknown(name)
    }
    if mayBeUnseen(name) { throw .unmodelled("The type \(name.description) may exist") }
    if text.hasPrefix("_") { throw .unmodelled("Array types by their own name are not modelled") }
    let isKnown = catalog.extensions.values.allSatisfy { KnownExtensions.isKnown($0.name) }
    if !isKnown { throw .unmodelled("An extension may have the type \(name.description)") }
    return nil
  }

  // MARK: Modifiers

  private func modifiers(
    of name: TypeName, for reference: TypeReference
  ) throws(Halt) -> [Int] {
    guard !name.modifiers.isEmpty else { return [] }
    guard case .builtin(let type) = reference else {
      if case .unknown = reference { throw .unmodelled("Modifiers of an extension's type") }
      throw .refuse(
        .syntaxError,
        "type modifier is not allowed for type \"\(name.name.name.text)\"")
    }
    guard BuiltinTypes.all[type]?.takesModifier == true else {
      throw .refuse(.syntaxError, "type modifier is not allowed for type \"\(type)\"")
    }
    var values: [Int] = []
    for modifier in name.modifiers {
      guard let value = Self.integer(modifier) else {
        throw .unmodelled("A type modifier that is not a number is not modelled")
      }
      values.append(value)
    }
    try check(values, of: type)
    return type == "numeric" && values.count == 1 ? [values[0], 0] : values
  }

  /// The value of a whole-number literal, signed or not.
  static func integer(_ expression: SQLExpression) -> Int? {
    switch expression.kind {
    case .literal(.integer(let digits)): return Int(digits)
    case .prefix(let name, let operand) where name.symbol == "-":
      return integer(operand).map { -$0 }
    default: return nil
    }
  }

  private func check(_ values: [Int], of type: String) throws(Halt) {
    switch type {
    case "varchar": try checkLength(values, word: "varchar", limit: 10_485_760)
    case "bpchar": try checkLength(values, word: "char", limit: 10_485_760)
    case "bit": try checkLength(values, word: "bit", limit: 83_886_080)
    case "varbit": try checkLength(values, word: "varbit", limit: 83_886_080)
    case "numeric": try checkNumeric(values)
    case "time", "timetz", "timestamp", "timestamptz", "interval":
      guard values.count == 1, (0...6).contains(values[0]) else {
        throw .unmodelled("A precision of more than 6 is not modelled")
      }
    default: throw .unmodelled("Modifiers of \(type) are not modelled")
    }
  }

  private func checkLength(_ values: [Int], word: String, limit: Int) throws(Halt) {
    guard values.count == 1 else { throw .unmodelled("Several modifiers of \(word)") }
    if values[0] < 1 {
      throw .refuse(.invalidParameterValue, "length for type \(word) must be at least 1")
    }
    if values[0] > limit {
      throw .refuse(.invalidParameterValue, "length for type \(word) cannot exceed \(limit)")
    }
  }

  private func checkNumeric(_ values: [Int]) throws(Halt) {
    guard values.count <= 2 else { throw .unmodelled("Three modifiers of numeric") }
    if !(1...1000).contains(values[0]) {
      throw .refuse(
        .invalidParameterValue, "NUMERIC precision \(values[0]) must be between 1 and 1000")
    }
    if values.count == 2, !(-1000...1000).contains(values[1]) {
      throw .refuse(
        .invalidParameterValue, "NUMERIC scale \(values[1]) must be between -1000 and 1000")
    }
  }
}
