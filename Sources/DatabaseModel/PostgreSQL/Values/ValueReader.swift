import HashTreeCollections

/// Reads the text form of any type's values, as the type's input function does.
package struct ValueReader: Sendable {
  package let catalog: Catalog
  package let session: SessionState

  package init(catalog: Catalog, session: SessionState) {
    self.catalog = catalog
    self.session = session
  }

  /// The value of a text; the type's modifiers are applied only where the input function does it.
  package func read(_ text: String, as type: DataType) throws(ValueFailure) -> Datum {
    if type.isArray { return .array(try elements(try ArrayText.parse(text), of: type.element)) }
    switch type.reference {
    case .builtin(let name):
      return try read(text, builtin: name, precision: type.modifiers.first)
    case .user(let id): return try read(text, user: id)
    default: throw .unmodelled("Values of an extension's type")
    }
  }

  /// The relation that a `regclass` names.
  private func relation(_ text: String) throws(ValueFailure) -> ObjectID {
    do {
      return try PostgreSQLTransition(catalog: catalog, session: session).relation(text: text).id
    } catch {
      switch error {
      case .refused(let refusal): throw .refused(refusal)
      case .unmodelled(let reason): throw .unmodelled(reason)
      }
    }
  }

  private func elements(
    _ elements: [ArrayText.Element], of type: DataType
  ) throws(ValueFailure) -> [Datum] {
    var values: [Datum] = []
    for element in elements {
      switch element {
      case .text(nil): values.append(.null)
      case .text(let text?): values.append(try read(text, as: type))
      case .nested(let inner): values.append(.array(try self.elements(inner, of: type)))
      }
    }
    return values
  }

  private func read(_ text: String, user id: ObjectID) throws(ValueFailure) -> Datum {
    guard let type = catalog.types[id] else { throw .unmodelled("A row in a text") }
    switch type.form {
    case .enumeration(let labels):
      if labels.contains(text) {
        try requireCommitted(text, of: id)
        return .text(text)
      }
      throw .refuse(
        .invalidTextRepresentation,
        "invalid input value for enum \(displayName(of: id)): \"\(text)\"")
    default: throw .unmodelled("The text form of this type")
    }
  }

  private func displayName(of id: ObjectID) -> String {
    PostgreSQLTransition(catalog: catalog, session: session)
      .displayName(of: DataType(reference: .user(id)))
  }

  package func requireCommitted(_ label: String, of id: ObjectID) throws(ValueFailure) {
    if !session.uncommittedLabels.contains("\(id.rawValue):\(label)") { return }
    throw .refuse(
      .unsafeNewEnumValueUsage,
      "unsafe use of new value \"\(label)\" of enum type \(displayName(of: id))",
      hint: "New enum values must be committed before they can be used.")
  }

  private func read(
    _ text: String, builtin name: String, precision: Int?
  ) throws(ValueFailure) -> Datum {
    switch name {
    case "text", "varchar", "bpchar", "cstring", "unknown": return .text(text)
    case "name": return .text(text.cutToName)
    case "int2": return try ScalarText.integer(text, "smallint", in: -32_768...32_767)
    case "int4":
      return try ScalarText.integer(text, "integer", in: -2_147_483_648...2_147_483_647)
    case "int8": return try ScalarText.integer(text, "bigint", in: Int64.min...Int64.max)
    case "bool": return try ScalarText.boolean(text)
    case "numeric": return .numeric(try DecimalNumber(parsing: text))
    case "float8": return try ScalarText.double(text)
    case "float4": return try ScalarText.single(text)
    case "uuid": return try ScalarText.uuid(text)
    case "regclass": return .integer(Int64(try relation(text).rawValue))
    case "bytea": return try ScalarText.bytes(text)
    case "date": return try DateTimeText.date(text)
    case "time": return try DateTimeText.time(text, precision: precision)
    case "timestamp":
      return try DateTimeText.timestamp(text, hasZone: false, precision: precision)
    case "timestamptz":
      return try DateTimeText.timestamp(text, hasZone: true, precision: precision)
    case "interval":
      if precision != nil { throw .unmodelled("An interval with a precision") }
      return .interval(try IntervalValue(parsing: text))
    case "jsonb": return .json(try JSONDocument(parsing: text))
    case "json":
      _ = try JSONDocument(parsing: text)
      return .text(text)
    default: throw .unmodelled("The text form of \(name)")
    }
  }

  /// The text form of a value.
  package func text(of value: Datum, as type: DataType) throws(ValueFailure) -> String {
    switch value {
    case .null: return ""
    case .boolean(let flag): return flag ? "t" : "f"
    case .integer(let number):
      guard type.builtinName.map({ Self.numbers.contains($0) }) ?? false else {
        throw .unmodelled("The text form of this type")
      }
      return String(number)
    case .real(let number):
      return ScalarText.text(number, isSingle: base(type).builtinName == "float4")
    case .text(let text): return text
    case .blob(let bytes): return "\\x" + ScalarText.hexadecimal(bytes)
    case .numeric(let number): return number.description
    case .date(let days): return DateTimeText.date(days)
    case .time(let time): return DateTimeText.time(time)
    case .timestamp(let moment):
      return DateTimeText.timestamp(moment, hasZone: base(type).builtinName == "timestamptz")
    case .interval(let interval): return interval.description
    case .uuid(let high, let low): return ScalarText.uuid(high, low)
    case .json(let document): return document.description
    case .array(let elements): return try text(of: elements, element: base(type).element)
    case .composite: throw .unmodelled("The text form of a row")
    }
  }

  private static let numbers: Set<String> = ["int2", "int4", "int8", "oid"]

  private func text(of elements: [Datum], element: DataType) throws(ValueFailure) -> String {
    var parts: [String] = []
    for value in elements {
      switch value {
      case .null: parts.append("NULL")
      case .array(let inner): parts.append(try text(of: inner, element: element))
      default: parts.append(ArrayText.quoted(try text(of: value, as: element)))
      }
    }
    return "{" + parts.joined(separator: ",") + "}"
  }

  /// The type under a domain.
  package func base(_ type: DataType) -> DataType {
    guard case .user = type.reference, !type.isArray else { return type }
    return PostgreSQLTransition(catalog: catalog, session: session).baseType(type)
  }
}

extension String {
  /// At most 63 bytes, as a `name` holds.
  package var cutToName: String {
    if utf8.count <= 63 { return self }
    var count = 63
    let bytes = Array(utf8)
    while count > 0, bytes[count] & 0xC0 == 0x80 { count -= 1 }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
