import DatabaseModel

/// Operators on `jsonb`.
enum JSONOperators {
  static func binary(_ symbol: String, _ left: String, _ right: String) -> Implementation.Binary? {
    guard left == "jsonb" else { return nil }
    switch (symbol, right) {
    case ("->", "text"):
      return { first, second throws(EvaluationFailure) in
        member(first, second).map { .json($0) } ?? .null
      }
    case ("->>", "text"):
      return { first, second throws(EvaluationFailure) in text(member(first, second)) }
    case ("->", "int4"):
      return { first, second throws(EvaluationFailure) in
        element(first, second).map { .json($0) } ?? .null
      }
    case ("->>", "int4"):
      return { first, second throws(EvaluationFailure) in text(element(first, second)) }
    case ("#>", "_text"):
      return { first, second throws(EvaluationFailure) in
        at(first, second).map { .json($0) } ?? .null
      }
    case ("#>>", "_text"):
      return { first, second throws(EvaluationFailure) in text(at(first, second)) }
    case ("?", "text"):
      return { first, second throws(EvaluationFailure) in .boolean(has(first, second)) }
    case ("?|", "_text"):
      return { document, keys throws(EvaluationFailure) in
        .boolean(elements(keys).contains { has(document, $0) })
      }
    case ("?&", "_text"):
      return { document, keys throws(EvaluationFailure) in
        .boolean(elements(keys).allSatisfy { $0.isNull || has(document, $0) })
      }
    case ("@>", "jsonb"):
      return { first, second throws(EvaluationFailure) in .boolean(try contains(first, second)) }
    case ("<@", "jsonb"):
      return { first, second throws(EvaluationFailure) in .boolean(try contains(second, first)) }
    case ("||", "jsonb"):
      return { first, second throws(EvaluationFailure) in try joined(first, second) }
    case ("-", "text"):
      return { first, second throws(EvaluationFailure) in try without(first, second) }
    default: return nil
    }
  }

  private static func document(_ value: Datum) -> JSONDocument {
    if case .json(let document) = value { document } else { .null }
  }

  private static func elements(_ value: Datum) -> [Datum] {
    if case .array(let elements) = value { elements } else { [] }
  }

  private static func member(_ value: Datum, _ key: Datum) -> JSONDocument? {
    guard case .text(let text) = key else { return nil }
    return document(value)[key: text]
  }

  private static func element(_ value: Datum, _ place: Datum) -> JSONDocument? {
    guard case .integer(let number) = place else { return nil }
    return document(value)[place: Int(number)]
  }

  private static func at(_ value: Datum, _ path: Datum) -> JSONDocument? {
    var current = document(value)
    for step in elements(path) {
      guard case .text(let text) = step else { return nil }
      let next: JSONDocument?
      if case .array = current {
        guard let place = Int(text) else { return nil }
        next = current[place: place]
      } else {
        next = current[key: text]
      }
      guard let next else { return nil }
      current = next
    }
    return current
  }

  /// A document as text: a string without its quotes, JSON's null as NULL.
  static func text(_ document: JSONDocument?) -> Datum {
    switch document {
    case nil, .null?: .null
    case .string(let text)?: .text(text)
    case let other?: .text(other.description)
    }
  }

  private static func has(_ value: Datum, _ key: Datum) -> Bool {
    guard case .text(let text) = key else { return false }
    switch document(value) {
    case .object(let members): return members.contains { $0.key == text }
    case .array(let elements): return elements.contains(.string(text))
    case .string(let own): return own == text
    default: return false
    }
  }

  private static func contains(
    _ first: Datum, _ second: Datum
  ) throws(EvaluationFailure) -> Bool {
    let whole = document(first).canonical
    let part = document(second).canonical
    if case .array(let elements) = whole {
      switch part {
      // An array may contain a scalar, as an exception.
      case .array, .object: return contains(whole, part)
      default: return elements.contains(part)
      }
    }
    return contains(whole, part)
  }

  private static func contains(_ whole: JSONDocument, _ part: JSONDocument) -> Bool {
    switch (whole, part) {
    case (.object(let members), .object(let wanted)):
      return wanted.allSatisfy { member in
        members.first { $0.key == member.key }.map { contains($0.value, member.value) } ?? false
      }
    case (.array(let elements), .array(let wanted)):
      return wanted.allSatisfy { item in elements.contains { contains($0, item) } }
    default: return whole == part
    }
  }

  private static func joined(
    _ first: Datum, _ second: Datum
  ) throws(EvaluationFailure) -> Datum {
    switch (document(first), document(second)) {
    case (.object(let one), .object(let other)): return .json(.sortedObject(one + other))
    case (.array(let one), .array(let other)): return .json(.array(one + other))
    case (.array(let one), let other): return .json(.array(one + [other]))
    case (let one, .array(let other)): return .json(.array([one] + other))
    case (.object, _), (_, .object): throw .unmodelled("An object joined with a scalar")
    case (let one, let other): return .json(.array([one, other]))
    }
  }

  private static func without(
    _ value: Datum, _ key: Datum
  ) throws(EvaluationFailure) -> Datum {
    guard case .text(let text) = key else { return .null }
    switch document(value) {
    case .object(let members): return .json(.object(members.filter { $0.key != text }))
    case .array(let elements): return .json(.array(elements.filter { $0 != .string(text) }))
    default:
      throw .refuse(.invalidParameterValue, "cannot delete from scalar")
    }
  }
}
