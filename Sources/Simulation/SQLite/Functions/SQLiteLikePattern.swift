import Engines
import SQLSyntax

/// LIKE and GLOB.
enum SQLiteLikePattern {
  /// `like(pattern, text, escape)`.
  static func like(_ arguments: [SQLValue]) throws(SQLiteHalt) -> SQLValue {
    if arguments[..<2].contains(where: \.isBlob) { return .integer(0) }
    if arguments.contains(where: \.isNull) && arguments.count < 3 { return .null }
    let pattern = Array(try arguments[0].asText().unicodeScalars)
    if pattern.count > 50000 {
      throw .error("LIKE or GLOB pattern too complex", .functionArgument)
    }
    var escape: Unicode.Scalar?
    if arguments.count > 2 {
      if arguments[2].isNull { return .null }
      let scalars = Array(try arguments[2].asText().unicodeScalars)
      guard scalars.count == 1 else {
        throw .error("ESCAPE expression must be a single character", .functionArgument)
      }
      escape = scalars[0]
      if escape == "%" || escape == "_" {
        throw .unmodelled("An ESCAPE character that is a wildcard")
      }
    }
    if arguments[0].isNull || arguments[1].isNull { return .null }
    let text = Array(try arguments[1].asText().unicodeScalars)
    return .integer(matchesLike(pattern[...], text[...], escape) ? 1 : 0)
  }

  static func glob(_ arguments: [SQLValue]) throws(SQLiteHalt) -> SQLValue {
    if arguments.contains(where: \.isBlob) { return .integer(0) }
    if arguments.contains(where: \.isNull) { return .null }
    let pattern = Array(try arguments[0].asText().unicodeScalars)
    let text = Array(try arguments[1].asText().unicodeScalars)
    return .integer(matchesGlob(pattern[...], text[...]) ? 1 : 0)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    scalar.value >= 0x41 && scalar.value <= 0x5a ? scalar.value + 0x20 : scalar.value
  }

  private static func matchesLike(
    _ pattern: ArraySlice<Unicode.Scalar>, _ text: ArraySlice<Unicode.Scalar>,
    _ escape: Unicode.Scalar?
  ) -> Bool {
    var pattern = pattern
    var text = text
    while var wanted = pattern.popFirst() {
      if wanted == escape {
        guard let next = pattern.popFirst() else { return false }
        wanted = next
      } else if wanted == "%" {
        while pattern.first == "%" { pattern.removeFirst() }
        if pattern.isEmpty { return true }
        for start in text.startIndex...text.endIndex
        where matchesLike(pattern, text[start...], escape) {
          return true
        }
        return false
      } else if wanted == "_" {
        if text.popFirst() == nil { return false }
        continue
      }
      guard let found = text.popFirst(), folded(found) == folded(wanted) else { return false }
    }
    return text.isEmpty
  }

  private static func matchesGlob(
    _ pattern: ArraySlice<Unicode.Scalar>, _ text: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    var pattern = pattern
    var text = text
    while let wanted = pattern.popFirst() {
      switch wanted {
      case "*":
        if pattern.isEmpty { return true }
        for start in text.startIndex...text.endIndex
        where matchesGlob(pattern, text[start...]) {
          return true
        }
        return false
      case "?": if text.popFirst() == nil { return false }
      case "[":
        guard let found = text.popFirst(), matchesSet(&pattern, found) else { return false }
      default:
        if text.popFirst() != wanted { return false }
      }
    }
    return text.isEmpty
  }

  /// Reads a set `[a-z]` to its end.
  private static func matchesSet(
    _ pattern: inout ArraySlice<Unicode.Scalar>, _ found: Unicode.Scalar
  ) -> Bool {
    var isSeen = false
    var isInverted = false
    var next = pattern.popFirst()
    if next == "^" {
      isInverted = true
      next = pattern.popFirst()
    }
    if next == "]" {
      if found == "]" { isSeen = true }
      next = pattern.popFirst()
    }
    var previous: Unicode.Scalar?
    while let scalar = next, scalar != "]" {
      if scalar == "-", let low = previous, let high = pattern.first, high != "]" {
        pattern.removeFirst()
        if found >= low, found <= high { isSeen = true }
        previous = nil
      } else {
        if found == scalar { isSeen = true }
        previous = scalar
      }
      next = pattern.popFirst()
    }
    return next != nil && isSeen != isInverted
  }
}

extension SQLValue {
  var isBlob: Bool { if case .blob = self { true } else { false } }
}
