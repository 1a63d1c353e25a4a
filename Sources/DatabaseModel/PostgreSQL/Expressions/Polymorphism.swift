import HashTreeCollections
import SQLSyntax

/// What the polymorphic arguments of a call stand for.
enum PolymorphicResult: Hashable {
  /// The call is not polymorphic, or this is its result.
  case type(DataType)
  case inconsistent
  /// Only untyped literals: nothing says which type is meant.
  case undetermined
}

/// The pseudo-types that stand for any type of a sort.
enum Polymorphism {
  static let families: Set<String> = [
    "anyelement", "anyarray", "anynonarray", "anyenum", "anyrange", "anymultirange",
    "anycompatible", "anycompatiblearray", "anycompatiblenonarray", "anycompatiblerange",
    "anycompatiblemultirange",
  ]

  static func isPolymorphic(_ type: DataType) -> Bool {
    type.builtinName.map(families.contains) ?? false
  }
}

extension PostgreSQLTransition {
  /// Whether a value of a type can be given for a polymorphic argument.
  func accepts(_ type: DataType, for argument: DataType) -> Bool {
    switch argument.builtinName {
    case "anyarray", "anycompatiblearray": baseType(type).isArray
    case "anynonarray", "anycompatiblenonarray": !baseType(type).isArray
    case "anyenum": isEnumeration(baseType(type))
    case "anyrange", "anycompatiblerange": rangeElement(baseType(type)) != nil
    case "anymultirange", "anycompatiblemultirange": multirangeElement(baseType(type)) != nil
    default: true
    }
  }

  private func rangeElement(_ type: DataType) -> DataType? {
    switch type.reference {
    case .builtin(let name):
      [
        "int4range": "int4", "int8range": "int8", "numrange": "numeric", "tsrange": "timestamp",
        "tstzrange": "timestamptz", "daterange": "date",
      ][name].map { .builtin($0) }
    case .user(let id):
      if case .range(let subtype) = catalog.types[id]?.form { subtype } else { nil }
    default: nil
    }
  }

  private func multirangeElement(_ type: DataType) -> DataType? {
    guard let name = type.builtinName, name.hasSuffix("multirange") else { return nil }
    return rangeElement(.builtin(name.split(separator: "m")[0] + "range"))
  }

  /// What the polymorphic parts of a candidate stand for with these inputs.
  func polymorphicResult(_ candidate: Candidate, _ inputs: [ValueType]) -> PolymorphicResult {
    guard candidate.arguments.contains(where: Polymorphism.isPolymorphic) else {
      return .type(candidate.result)
    }
    var element: DataType?
    var range: DataType?
    var isCompatible = false
    for (argument, input) in zip(candidate.arguments, inputs) {
      guard let name = argument.builtinName, Polymorphism.families.contains(name),
        case .known(let type) = input
      else { continue }
      isCompatible = isCompatible || name.hasPrefix("anycompatible")
      guard let found = elementType(type, argument: name) else { return .inconsistent }
      if name.hasSuffix("range") { range = baseType(type).bare }
      if let current = element, current != found {
        guard isCompatible, let common = try? commonType([.known(current), .known(found)], for: "")
        else { return .inconsistent }
        element = common
      } else {
        element = found
      }
    }
    guard let element else { return .undetermined }
    return result(candidate.result, element: element, range: range)
  }

  private func elementType(_ type: DataType, argument: String) -> DataType? {
    let base = baseType(type).bare
    switch argument {
    case "anyarray", "anycompatiblearray": return base.isArray ? base.element : nil
    case "anyrange", "anycompatiblerange": return rangeElement(base)
    case "anymultirange", "anycompatiblemultirange": return multirangeElement(base)
    default: return argument.hasPrefix("anycompatible") ? base : type.bare
    }
  }

  private func result(
    _ result: DataType, element: DataType, range: DataType?
  ) -> PolymorphicResult {
    switch result.builtinName {
    case "anyarray", "anycompatiblearray":
      return element.isArray ? .inconsistent : .type(element.arrayOf)
    case "anyelement", "anynonarray", "anyenum", "anycompatible", "anycompatiblenonarray":
      return .type(element)
    case "anyrange", "anycompatiblerange": return range.map { .type($0) } ?? .undetermined
    case "anymultirange", "anycompatiblemultirange": return .undetermined
    default: return .type(result)
    }
  }
}
