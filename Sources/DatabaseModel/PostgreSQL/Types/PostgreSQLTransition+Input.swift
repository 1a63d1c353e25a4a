import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  /// Checks that a literal's text is a value of a type.
  ///
  /// Forms that are neither surely good nor surely bad are not modelled.
  func checkInput(_ text: String?, as type: DataType) throws(Halt) {
    guard let text else { return }
    do {
      try checkPlainInput(text, as: type)
    } catch {
      guard case .unmodelled = error, case .builtin(let name) = type.reference,
        name != "regclass"
      else { throw error }
      // The form is not one of the plain ones: the value itself is read.
      do {
        _ = try ValueReader(catalog: catalog, session: session).read(text, as: type)
      } catch {
        switch error {
        case .refused(let refusal): throw .refused(refusal)
        case .unmodelled(let reason): throw .unmodelled(reason)
        }
      }
    }
  }

  private func checkPlainInput(_ text: String, as type: DataType) throws(Halt) {
    if type.isArray {
      if text == "{}" { return }
      try checkArray(text, of: type.element)
      return
    }
    switch type.reference {
    case .builtin(let name): try checkInput(text, builtin: name)
    case .user(let id): try checkInput(text, user: id)
    default: throw .unmodelled("The literals of an extension's type are not modelled")
    }
  }

  private func checkArray(_ text: String, of element: DataType) throws(Halt) {
    guard text.hasPrefix("{"), text.hasSuffix("}") else {
      throw .unmodelled("This form of an array literal is not modelled")
    }
    for part in text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
    {
      var value = part.drop { $0 == " " }
      while value.last == " " { value.removeLast() }
      if value.isEmpty || value.contains(where: { "\"\\{}".contains($0) }) {
        throw .unmodelled("This form of an array literal is not modelled")
      }
      if value.asciiLowercasedKeyword == "null" { continue }
      try checkInput(String(value), as: element)
    }
  }

  private func checkInput(_ text: String, user id: ObjectID) throws(Halt) {
    guard let type = catalog.types[id] else {
      throw .unmodelled("The literals of row types are not modelled")
    }
    switch type.form {
    case .enumeration(let labels):
      if session.uncommittedLabels.contains("\(id.rawValue):\(text)"), labels.contains(text),
        !session.plantedFaults.contains(.newLabelsAreUsable)
      {
        throw .refuse(
          .unsafeNewEnumValueUsage,
          "unsafe use of new value \"\(text)\" of enum type \(typeDisplayName(type))",
          hint: "New enum values must be committed before they can be used.")
      }
      if labels.contains(text) { return }
      throw .refuse(
        .invalidTextRepresentation,
        "invalid input value for enum \(typeDisplayName(type)): \"\(text)\"")
    case .domain(let domain):
      if !catalog.constraints(of: id).isEmpty {
        throw .unmodelled("Whether a literal satisfies a domain's CHECK is not modelled")
      }
      try checkInput(text, as: domain.base)
    default: throw .unmodelled("The literals of this type are not modelled")
    }
  }

  private func checkInput(_ text: String, builtin name: String) throws(Halt) {
    switch name {
    case "text", "varchar", "bpchar", "name", "unknown", "cstring", "any": return
    case "int2": try checkInteger(text, as: "smallint", in: -32768...32767)
    case "int4": try checkInteger(text, as: "integer", in: -2_147_483_648...2_147_483_647)
    case "int8": try checkInteger(text, as: "bigint", in: Int64.min...Int64.max)
    case "bool": try checkBoolean(text)
    case "uuid": try checkUUID(text)
    case "json", "jsonb": try checkJSON(text)
    case "numeric", "float4", "float8": try checkNumber(text, as: name)
    case "timestamptz", "timestamp", "date": try checkTime(text, as: name)
    case "interval": try checkInterval(text)
    case "bytea": try checkBytes(text)
    case "regclass": _ = try relation(text: text)
    case "char", "regconfig", "time", "timetz", "inet", "cidr", "oid", "bit", "varbit":
      try checkRare(text, as: name)
    default: throw .unmodelled("The literals of \(name) are not modelled")
    }
  }

  private func trimmed(_ text: String) -> Substring {
    var value = text[...]
    while let first = value.first, first == " " || first == "\t" || first == "\n" {
      value.removeFirst()
    }
    while let last = value.last, last == " " || last == "\t" || last == "\n" { value.removeLast() }
    return value
  }

  private func badInput(_ text: String, _ type: String) -> Halt {
    .refuse(.invalidTextRepresentation, "invalid input syntax for type \(type): \"\(text)\"")
  }

  private func checkInteger(
    _ text: String, as type: String, in range: ClosedRange<Int64>
  ) throws(Halt) {
    let value = trimmed(text)
    let digits = value.first == "-" || value.first == "+" ? value.dropFirst() : value
    if digits.isEmpty || !digits.allSatisfy({ $0.isASCII && $0.isNumber }) {
      throw badInput(text, type)
    }
    if let number = Int64(value), range.contains(number) { return }
    throw .refuse(
      .numericValueOutOfRange, "value \"\(text)\" is out of range for type \(type)")
  }

  private func checkBoolean(_ text: String) throws(Halt) {
    let value = String(trimmed(text)).asciiLowercased()
    let accepted = ["true", "false", "yes", "no"].contains {
      !value.isEmpty && $0.hasPrefix(value)
    }
    if accepted || ["on", "off", "of", "1", "0"].contains(value) { return }
    throw badInput(text, "boolean")
  }

  private func checkUUID(_ text: String) throws(Halt) {
    let isPlain =
      text.utf8.count == 36
      && text.utf8.enumerated().allSatisfy { offset, byte in
        [8, 13, 18, 23].contains(offset)
          ? byte == 0x2D : Character(Unicode.Scalar(byte)).isHexDigit
      }
    if isPlain { return }
    if text.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit || $0 == 0x2D }) {
      throw .unmodelled("This form of a UUID is not modelled")
    }
    if text.hasPrefix("{") { throw .unmodelled("This form of a UUID is not modelled") }
    throw badInput(text, "uuid")
  }

  private func checkNumber(_ text: String, as type: String) throws(Halt) {
    let value = trimmed(text)
    if !value.isEmpty, Double(value) != nil, value.allSatisfy({ "0123456789.+-".contains($0) }) {
      return
    }
    throw .unmodelled("This form of a number in a literal is not modelled")
  }
}

extension Substring {
  fileprivate var asciiLowercasedKeyword: String { String(self).asciiLowercased() }
}
