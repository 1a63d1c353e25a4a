/// Makes statements from a grammar of SQLite's SQL, most of them sound, some not.
///
/// A rule's first choice ends it; choices further on may lead deeper. In a choice `<rule>` stands
/// for one text of a rule, `<rule?>` for one or none, `<rule,>` for one to three between commas.
package struct GrammarGenerator {
  package var random: SplitMix64
  private let rules: [String: [[Part]]]

  private enum Part {
    case text(String)
    case one(String)
    case optional(String)
    case list(String)
  }

  package init(rules: [String: [String]], seed: UInt64) {
    random = SplitMix64(seed: seed)
    self.rules = rules.mapValues { $0.map(Self.parts) }
  }

  /// A statement, or what else `rule` names.
  package mutating func next(_ rule: String = "statement") -> String {
    var text = ""
    var room = 10 + random.below(40)
    expand(rule, &text, &room, depth: 0)
    return text
  }

  private mutating func expand(
    _ rule: String, _ text: inout String, _ room: inout Int, depth: Int
  ) {
    guard let choices = rules[rule] else { return text += " \(rule)" }
    room -= 1
    let isTired = room < 0 || depth > 12
    for part in isTired ? choices[0] : choices[random.below(choices.count)] {
      switch part {
      case .text(let literal): text += literal.hasPrefix("(") ? literal : " " + literal
      case .one(let rule): expand(rule, &text, &room, depth: depth + 1)
      case .optional(let rule):
        if !isTired, random.once(in: 3) { expand(rule, &text, &room, depth: depth + 1) }
      case .list(let rule):
        for index in 0...(isTired ? 0 : random.below(3)) {
          if index > 0 { text += "," }
          expand(rule, &text, &room, depth: depth + 1)
        }
      }
    }
  }

  /// A choice's words; a `<` that is no rule is an operator.
  private static func parts(of choice: String) -> [Part] {
    choice.split(separator: " ").map { word in
      guard word.count > 2, word.hasPrefix("<"), word.hasSuffix(">") else {
        return .text(String(word))
      }
      let rule = word.dropFirst().dropLast()
      switch rule.last {
      case "?": return .optional(String(rule.dropLast()))
      case ",": return .list(String(rule.dropLast()))
      default: return .one(String(rule))
      }
    }
  }
}
