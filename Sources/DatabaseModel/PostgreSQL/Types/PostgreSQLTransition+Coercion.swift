import HashTreeCollections
import SQLSyntax

/// How a value of one type becomes one of another.
package enum CoercionPath: Hashable, Sendable {
  /// The same bytes.
  case relabel
  case function(Volatility)
  /// Through text.
  case text
}

extension PostgreSQLTransition {
  /// How a type is converted to another in a context; `nil` where the engine has no way.
  ///
  /// Source: PostgreSQL 15, §10.3 and §10.4, and the manual of CREATE CAST.
  func coercion(
    from source: DataType, to target: DataType, in context: CoercionContext
  ) throws(Halt) -> CoercionPath? {
    let source = baseType(source).bare
    let target = baseType(target).bare
    if source == target { return .relabel }
    if source.isUnknown || target.isUnknown {
      throw .unmodelled("Conversions of an extension's type are not modelled")
    }
    if let from = source.builtinName, let to = target.builtinName {
      if to == "any" { return .relabel }
      if let cast = BuiltinCasts.find(from, to), Self.allows(cast.context, in: context) {
        return cast.method == "b"
          ? .relabel : cast.method == "i" ? .text : .function(Volatility(letter: cast.volatility))
      }
    }
    if source.isArray, target.isArray {
      return try coercion(from: source.element, to: target.element, in: context)
        .map { $0 == .text ? .text : $0 }
    }
    if isComposite(source), isComposite(target) || target.builtinName == "record" {
      return target.builtinName == "record" ? .relabel : try unmodelledComposite()
    }
    return throughText(from: source, to: target, in: context)
  }

  private func unmodelledComposite() throws(Halt) -> CoercionPath? {
    throw .unmodelled("Conversions between row types are not modelled")
  }

  private static func allows(_ letter: Character, in context: CoercionContext) -> Bool {
    letter == "i" || letter == "a" && context >= .assignment || context == .explicit
  }

  private func throughText(
    from source: DataType, to target: DataType, in context: CoercionContext
  ) -> CoercionPath? {
    if context >= .assignment, category(of: target) == "S" { return .text }
    if context == .explicit, category(of: source) == "S" { return .text }
    return nil
  }

  func isComposite(_ type: DataType) -> Bool {
    guard !type.isArray, case .user(let id) = type.reference else { return false }
    if let form = catalog.types[id]?.form {
      if case .composite = form { return true }
      return false
    }
    return catalog.relations[id] != nil
  }

  func isEnumeration(_ type: DataType) -> Bool {
    guard !type.isArray, case .user(let id) = type.reference,
      case .enumeration = catalog.types[id]?.form
    else { return false }
    return true
  }

  /// The letter of `typcategory`.
  func category(of type: DataType) -> Character {
    if type.isArray { return "A" }
    let base = baseType(type)
    if base.isArray { return "A" }
    switch base.reference {
    case .builtin(let name): return BuiltinTypes.all[name]?.category ?? "U"
    case .user(let id):
      switch catalog.types[id]?.form {
      case .enumeration: return "E"
      case .range: return "R"
      case .composite, nil: return "C"
      default: return "U"
      }
    default: return "U"
    }
  }

  func isPreferred(_ type: DataType) -> Bool {
    baseType(type).builtinName.flatMap { BuiltinTypes.all[$0]?.isPreferred } ?? false
  }

  /// Whether text conversion of this type gives the same on every day and setting.
  func isStableThroughText(_ type: DataType) -> Bool {
    if type.isArray { return true }
    let base = baseType(type)
    guard let name = base.builtinName else { return true }
    return Self.stableTypes.contains(name) || BuiltinTypes.all[name]?.kind == "r"
  }

  private static let stableTypes: Set<String> = [
    "date", "time", "timetz", "timestamp", "timestamptz", "interval", "money", "regclass",
    "regtype", "regproc", "regprocedure", "regoper", "regoperator", "regrole", "regnamespace",
    "regconfig", "regdictionary", "regcollation", "xml", "record", "aclitem",
  ]

  /// The type that several values are brought to, as in UNION, CASE and ARRAY.
  ///
  /// Source: PostgreSQL 15, §10.5.
  func commonType(_ types: [ValueType], for word: String) throws(Halt) -> DataType {
    var chosen: DataType?
    for case .known(let type) in types {
      guard let current = chosen else {
        chosen = type.bare
        continue
      }
      if current == type.bare { continue }
      chosen = try wider(baseType(current).bare, baseType(type).bare, for: word)
    }
    return chosen ?? .builtin("text")
  }

  private func wider(
    _ first: DataType, _ second: DataType, for word: String
  ) throws(Halt) -> DataType {
    if first == second { return first }
    if first.isUnknown || second.isUnknown {
      throw .unmodelled("Conversions of an extension's type are not modelled")
    }
    if category(of: first) != category(of: second) {
      throw .refuse(
        .datatypeMismatch,
        "\(word) types \(displayName(of: first)) and \(displayName(of: second)) cannot be matched")
    }
    if isPreferred(first) { return first }
    let there = try coercion(from: first, to: second, in: .implicit)
    let back = try coercion(from: second, to: first, in: .implicit)
    return there != nil && back == nil ? second : first
  }
}
