import DatabaseModel

/// Operators on text: concatenation and LIKE.
enum TextOperators {
  static func binary(_ symbol: String, _ left: String, _ right: String) -> Implementation.Binary? {
    switch (symbol, left, right) {
    case ("||", "text", "text"):
      return { first, second throws(EvaluationFailure) in
        guard case .text(let one) = first, case .text(let other) = second else { return .null }
        return .text(one + other)
      }
    case ("||", "bytea", "bytea"):
      return { first, second throws(EvaluationFailure) in
        guard case .blob(let one) = first, case .blob(let other) = second else { return .null }
        return .blob(one + other)
      }
    case ("~~", "text", "text"), ("~~", "name", "text"): return like(isNegated: false)
    case ("!~~", "text", "text"), ("!~~", "name", "text"): return like(isNegated: true)
    case ("~~", "bpchar", "text"): return like(isNegated: false)
    case ("!~~", "bpchar", "text"): return like(isNegated: true)
    case ("~~*", "text", "text"): return like(isNegated: false, ignoresCase: true)
    case ("!~~*", "text", "text"): return like(isNegated: true, ignoresCase: true)
    case ("^@", "text", "text"):
      return { first, second throws(EvaluationFailure) in
        guard case .text(let one) = first, case .text(let other) = second else { return .null }
        return .boolean(one.utf8.starts(with: other.utf8))
      }
    case ("~", "text", "text"), ("~", "name", "text"): return matches(isNegated: false)
    case ("!~", "text", "text"), ("!~", "name", "text"): return matches(isNegated: true)
    case ("~*", "text", "text"): return matches(isNegated: false, ignoresCase: true)
    case ("!~*", "text", "text"): return matches(isNegated: true, ignoresCase: true)
    default: return nil
    }
  }

  private static func like(
    isNegated: Bool, ignoresCase: Bool = false
  ) -> Implementation.Binary {
    { first, second throws(EvaluationFailure) in
      guard case .text(var text) = first, case .text(var pattern) = second else { return .null }
      if ignoresCase {
        text = TextFunctions.lowered(text)
        pattern = TextFunctions.lowered(pattern)
      }
      let isMatch = try LikePattern.matches(
        Array(text.unicodeScalars), Array(pattern.unicodeScalars))
      return .boolean(isMatch != isNegated)
    }
  }

  private static func matches(
    isNegated: Bool, ignoresCase: Bool = false
  ) -> Implementation.Binary {
    { first, second throws(EvaluationFailure) in
      guard case .text(let text) = first, case .text(let pattern) = second else { return .null }
      let expression = try SimplePattern(pattern, ignoresCase: ignoresCase)
      return .boolean(expression.matches(text) != isNegated)
    }
  }
}

/// The patterns of LIKE.
enum LikePattern {
  static func matches(
    _ text: [Unicode.Scalar], _ pattern: [Unicode.Scalar]
  ) throws(EvaluationFailure) -> Bool {
    var place = 0
    var mark = 0
    var star: Int?
    var starPlace = 0
    while true {
      if mark < pattern.count, pattern[mark] == "%" {
        star = mark
        starPlace = place
        mark += 1
        continue
      }
      if mark == pattern.count, place == text.count { return true }
      if mark < pattern.count, place < text.count {
        var wanted = pattern[mark]
        var width = 1
        let isWild = wanted == "_"
        if wanted == "\\" {
          guard mark + 1 < pattern.count else { throw endsWithEscape }
          wanted = pattern[mark + 1]
          width = 2
        }
        if isWild || text[place] == wanted {
          place += 1
          mark += width
          continue
        }
      } else if mark < pattern.count, pattern[mark] == "\\", mark + 1 == pattern.count {
        throw EvaluationFailure.unmodelled("A pattern that ends with an escape character")
      }
      guard let star, starPlace < text.count else { return false }
      starPlace += 1
      place = starPlace
      mark = star + 1
    }
  }

  private static let endsWithEscape = EvaluationFailure.refuse(
    "22025", "LIKE pattern must not end with escape character")

  /// The pattern with another escape character exchanged for the backslash.
  static func escaped(_ pattern: String, _ escape: String) throws(EvaluationFailure) -> String {
    let characters = Array(escape.unicodeScalars)
    if characters.count > 1 {
      throw .refuse(
        "22025", "invalid escape string",
        hint: "Escape string must be empty or one character.")
    }
    guard let character = characters.first else {
      return pattern.unicodeScalars.reduce(into: "") { result, scalar in
        if scalar == "\\" { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
    }
    if character == "\\" { return pattern }
    var result = ""
    var isAfter = false
    for scalar in pattern.unicodeScalars {
      if scalar == character, !isAfter {
        result += "\\"
        isAfter = true
      } else if scalar == "\\" {
        result += isAfter ? "\\" : "\\\\"
        isAfter = false
      } else {
        result.unicodeScalars.append(scalar)
        isAfter = false
      }
    }
    return result
  }
}

/// Regular expressions of literals, classes, `.`, anchors and the quantifiers `*`, `+`, `?`,
/// `{n,m}` behind one character; all others are not modelled.
struct SimplePattern {
  private struct Item {
    var accepts: (Unicode.Scalar) -> Bool
    var minimum = 1
    var maximum = 1
  }

  private var items: [Item] = []
  private var isAtStart = false
  private var isAtEnd = false
  private let ignoresCase: Bool

  init(_ pattern: String, ignoresCase: Bool) throws(EvaluationFailure) {
    self.ignoresCase = ignoresCase
    var rest = Array((ignoresCase ? TextFunctions.lowered(pattern) : pattern).unicodeScalars)[...]
    if !pattern.utf8.allSatisfy({ $0 < 0x80 }) || pattern.isEmpty { throw Self.unmodelled }
    if rest.first == "^" {
      isAtStart = true
      rest.removeFirst()
    }
    while let scalar = rest.popFirst() {
      if scalar == "$", rest.isEmpty {
        isAtEnd = true
        return
      }
      items.append(try Self.item(scalar, &rest))
    }
  }

  private static let unmodelled = EvaluationFailure.unmodelled(
    "This regular expression is not modelled")

  private static func item(
    _ scalar: Unicode.Scalar, _ rest: inout ArraySlice<Unicode.Scalar>
  ) throws(EvaluationFailure) -> Item {
    var item: Item
    switch scalar {
    case ".": item = Item { _ in true }
    case "[": item = Item(accepts: try characterClass(&rest))
    case "\\":
      guard let escaped = rest.popFirst() else { throw unmodelled }
      switch escaped {
      case "d": item = Item { ("0"..."9").contains($0) }
      case "s": item = Item { " \t\n\r\u{0B}\u{0C}".unicodeScalars.contains($0) }
      case ".", "\\", "/", "-", "+", "*", "?", "(", ")", "[", "]", "{", "}", "^", "$", "|", "@":
        item = Item { $0 == escaped }
      default: throw unmodelled
      }
    case "(", ")", "|", "*", "+", "?", "{", "}", "^", "$", "]": throw unmodelled
    default: item = Item { $0 == scalar }
    }
    switch rest.first {
    case "*": (item.minimum, item.maximum) = (0, .max)
    case "+": (item.minimum, item.maximum) = (1, .max)
    case "?": (item.minimum, item.maximum) = (0, 1)
    case "{":
      rest.removeFirst()
      try readBounds(&item, &rest)
      try refuseQuantifier(rest)
      return item
    default: return item
    }
    rest.removeFirst()
    try refuseQuantifier(rest)
    return item
  }

  private static func refuseQuantifier(
    _ rest: ArraySlice<Unicode.Scalar>
  ) throws(EvaluationFailure) {
    if let next = rest.first, "*+?{".unicodeScalars.contains(next) { throw unmodelled }
  }

  private static func readBounds(
    _ item: inout Item, _ rest: inout ArraySlice<Unicode.Scalar>
  ) throws(EvaluationFailure) {
    guard let close = rest.firstIndex(of: "}") else { throw unmodelled }
    var inside = ""
    inside.unicodeScalars.append(contentsOf: rest[..<close])
    rest = rest[(close + 1)...]
    let parts = inside.split(separator: ",", omittingEmptySubsequences: false)
    guard let low = parts.first.flatMap({ Int($0) }), (0...255).contains(low), parts.count <= 2
    else { throw unmodelled }
    item.minimum = low
    item.maximum = low
    if parts.count == 2 {
      item.maximum = parts[1].isEmpty ? .max : Int(parts[1]) ?? -1
      if item.maximum < low || item.maximum > 255 && item.maximum != .max { throw unmodelled }
    }
  }

  private static func characterClass(
    _ rest: inout ArraySlice<Unicode.Scalar>
  ) throws(EvaluationFailure) -> (Unicode.Scalar) -> Bool {
    let isNegated = rest.first == "^"
    if isNegated { rest.removeFirst() }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    while let scalar = rest.popFirst() {
      if scalar == "]", !ranges.isEmpty {
        let found = ranges
        return { value in found.contains { $0.contains(value) } != isNegated }
      }
      if scalar == "[" || scalar == "\\" || scalar == "]" { throw unmodelled }
      if rest.first == "-", let end = rest.dropFirst().first, end != "]" {
        guard scalar <= end, end != "[", end != "\\" else { throw unmodelled }
        rest = rest.dropFirst(2)
        ranges.append(scalar...end)
      } else {
        ranges.append(scalar...scalar)
      }
    }
    throw unmodelled
  }

  func matches(_ text: String) -> Bool {
    let scalars = Array((ignoresCase ? TextFunctions.lowered(text) : text).unicodeScalars)
    if isAtStart { return matches(scalars, 0, 0) }
    return (0...scalars.count).contains { matches(scalars, $0, 0) }
  }

  private func matches(_ text: [Unicode.Scalar], _ start: Int, _ index: Int) -> Bool {
    if index == items.count { return !isAtEnd || start == text.count }
    let item = items[index]
    var place = start
    var count = 0
    while count < item.minimum {
      guard place < text.count, item.accepts(text[place]) else { return false }
      place += 1
      count += 1
    }
    while true {
      if matches(text, place, index + 1) { return true }
      guard count < item.maximum, place < text.count, item.accepts(text[place]) else {
        return false
      }
      place += 1
      count += 1
    }
  }
}
