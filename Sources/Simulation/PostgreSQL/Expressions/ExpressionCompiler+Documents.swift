import DatabaseModel

extension ExpressionCompiler {
  func arrayFunction(
    _ name: String, _ names: [String], _ types: [DataType]
  ) throws(EvaluationFailure) -> Implementation? {
    switch (name, names.count) {
    case ("array_append", 2):
      return .loose { values throws(EvaluationFailure) in
        try Self.joined(values[0], .array([values[1]]))
      }
    case ("array_prepend", 2):
      return .loose { values throws(EvaluationFailure) in
        try Self.joined(.array([values[0]]), values[1])
      }
    case ("array_cat", 2):
      return .loose { values throws(EvaluationFailure) in try Self.joined(values[0], values[1]) }
    case ("cardinality", 1):
      return .unary { value throws(EvaluationFailure) in .integer(Int64(Self.flat(value).count)) }
    case ("array_length", 2), ("array_upper", 2):
      return .binary { value, dimension throws(EvaluationFailure) in
        Self.length(value, dimension).map { .integer($0) } ?? .null
      }
    case ("array_lower", 2):
      return .binary { value, dimension throws(EvaluationFailure) in
        Self.length(value, dimension) == nil ? .null : .integer(1)
      }
    case ("array_remove", 2), ("array_position", 2):
      return try search(name, types)
    case ("array_to_string", 2): return arrayToString(types)
    case ("string_to_array", 2):
      return .loose { values throws(EvaluationFailure) in
        guard case .text(let text) = values[0] else { return .null }
        guard case .text(let separator) = values[1], !separator.isEmpty else {
          throw .unmodelled("A text split into its characters")
        }
        return text.isEmpty
          ? .array([]) : .array(TextFunctions.pieces(text, separator).map { .text($0) })
      }
    default: return nil
    }
  }

  private static func length(_ value: Datum, _ dimension: Datum) -> Int64? {
    guard case .array(let elements) = value, case .integer(let number) = dimension,
      !elements.isEmpty, number >= 1
    else { return nil }
    if number == 1 { return Int64(elements.count) }
    return length(elements[0], .integer(number - 1))
  }

  private func search(
    _ name: String, _ types: [DataType]
  ) throws(EvaluationFailure) -> Implementation {
    guard let isEqual = order.equality(of: context.reader.base(types[0]).element) else {
      throw .unmodelled("Equality of this type is not modelled")
    }
    let removes = name == "array_remove"
    return .loose { values throws(EvaluationFailure) in
      guard case .array(let elements) = values[0] else { return .null }
      if elements.contains(where: { if case .array = $0 { true } else { false } }) {
        throw .unmodelled("An array of arrays is searched")
      }
      let wanted = values[1]
      func matches(_ element: Datum) -> Bool {
        element.isNull || wanted.isNull
          ? element.isNull && wanted.isNull : isEqual(element, wanted)
      }
      if removes { return .array(elements.filter { !matches($0) }) }
      return elements.firstIndex(where: matches).map { .integer(Int64($0 + 1)) } ?? .null
    }
  }

  private func arrayToString(_ types: [DataType]) -> Implementation {
    let reader = context.reader
    let element = reader.base(types[0]).element
    return .binary { value, separator throws(EvaluationFailure) in
      guard case .text(let mark) = separator else { return .null }
      var parts: [String] = []
      for item in Self.flat(value) where !item.isNull {
        do throws(ValueFailure) {
          parts.append(try reader.text(of: item, as: element))
        } catch {
          throw EvaluationFailure(error)
        }
      }
      return .text(parts.joined(separator: mark))
    }
  }

  func documentFunction(
    _ name: String, _ names: [String], _ types: [DataType]
  ) throws(EvaluationFailure) -> Implementation? {
    let reader = context.reader
    switch (name, names.first ?? "") {
    case ("to_jsonb", _):
      let type = types[0]
      return .unary { value throws(EvaluationFailure) in
        .json(try Documents.document(value, type, reader))
      }
    case ("jsonb_build_object", _):
      return .loose { values throws(EvaluationFailure) in
        .json(try Documents.object(values, types, reader))
      }
    case ("jsonb_build_array", _):
      return .loose { values throws(EvaluationFailure) in
        var elements: [JSONDocument] = []
        for (value, type) in zip(values, types) {
          elements.append(try Documents.document(value, type, reader))
        }
        return .json(.array(elements))
      }
    case ("jsonb_typeof", "jsonb"):
      return .unary { value throws(EvaluationFailure) in
        guard case .json(let document) = value else { return .null }
        return .text(Documents.kind(document))
      }
    case ("jsonb_array_length", "jsonb"):
      return .unary { value throws(EvaluationFailure) in
        guard case .json(let document) = value else { return .null }
        if case .array(let elements) = document { return .integer(Int64(elements.count)) }
        let isObject = if case .object = document { true } else { false }
        throw .refuse(
          .invalidParameterValue,
          "cannot get array length of a \(isObject ? "non-array" : "scalar")")
      }
    default: return variadicFunction(name, types)
    }
  }

  /// Functions of any values, NULLs among them.
  private func variadicFunction(_ name: String, _ types: [DataType]) -> Implementation? {
    let reader = context.reader
    switch name {
    case "concat":
      return .loose { values throws(EvaluationFailure) in
        .text(try Documents.texts(values, types, reader).joined())
      }
    case "concat_ws":
      return .loose { values throws(EvaluationFailure) in
        guard case .text(let separator) = values[0] else { return .null }
        let parts = try Documents.texts(Array(values.dropFirst()), Array(types.dropFirst()), reader)
        return .text(parts.joined(separator: separator))
      }
    case "num_nulls":
      return .loose { values throws(EvaluationFailure) in
        .integer(Int64(values.count(where: \.isNull)))
      }
    case "num_nonnulls":
      return .loose { values throws(EvaluationFailure) in
        .integer(Int64(values.count { !$0.isNull }))
      }
    default: return nil
    }
  }
}

/// Documents made of other values.
enum Documents {
  static func kind(_ document: JSONDocument) -> String {
    switch document {
    case .null: "null"
    case .boolean: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  static func document(
    _ value: Datum, _ type: DataType, _ reader: ValueReader
  ) throws(EvaluationFailure) -> JSONDocument {
    let base = reader.base(type)
    switch value {
    case .null: return .null
    case .boolean(let flag): return .boolean(flag)
    case .integer(let number): return .number(DecimalNumber(number))
    case .numeric(let number) where number.isFinite: return .number(number)
    case .json(let document): return document
    case .text(let text) where base.builtinName != "json": return .string(text)
    case .uuid(let high, let low): return .string(ScalarText.uuid(high, low))
    case .array(let elements):
      var documents: [JSONDocument] = []
      for element in elements {
        documents.append(try document(element, base.element, reader))
      }
      return .array(documents)
    default: throw .unmodelled("A document of this type's values is not modelled")
    }
  }

  static func object(
    _ values: [Datum], _ types: [DataType], _ reader: ValueReader
  ) throws(EvaluationFailure) -> JSONDocument {
    if values.count % 2 != 0 { throw .unmodelled("An object with a key too many") }
    var members: [JSONDocument.Member] = []
    for index in stride(from: 0, to: values.count, by: 2) {
      guard case .text(let key) = values[index] else {
        throw .unmodelled("A key that is not text")
      }
      members.append(
        JSONDocument.Member(
          key: key, value: try document(values[index + 1], types[index + 1], reader)))
    }
    return .sortedObject(members)
  }

  /// The text forms of values, NULLs left out.
  static func texts(
    _ values: [Datum], _ types: [DataType], _ reader: ValueReader
  ) throws(EvaluationFailure) -> [String] {
    var parts: [String] = []
    for (value, type) in zip(values, types) where !value.isNull {
      do throws(ValueFailure) {
        parts.append(try reader.text(of: value, as: type))
      } catch {
        throw EvaluationFailure(error)
      }
    }
    return parts
  }
}
