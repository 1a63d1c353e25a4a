/// Reads patterns by recursive descent.
struct StringPatternParser {
  private let text: [Character]
  private var position = 0
  /// How often a part may be repeated where the pattern sets no bound.
  private static let unbounded = 8

  init(_ text: String) { self.text = Array(text) }

  private var next: Character? { position < text.count ? text[position] : nil }

  private mutating func take(_ character: Character) -> Bool {
    guard next == character else { return false }
    position += 1
    return true
  }

  private func problem(_ reason: String) -> StringPatternError {
    StringPatternError(offset: position, reason: reason)
  }

  mutating func pattern() throws(StringPatternError) -> StringPattern.Part {
    let part = try alternatives()
    guard next == nil else { throw problem("this parenthesis closes nothing") }
    return part
  }

  private mutating func alternatives() throws(StringPatternError) -> StringPattern.Part {
    var parts = [try sequence()]
    while take("|") { parts.append(try sequence()) }
    return parts.count == 1 ? parts[0] : .alternatives(parts)
  }

  private mutating func sequence() throws(StringPatternError) -> StringPattern.Part {
    var parts: [StringPattern.Part] = []
    while let character = next, character != "|", character != ")" {
      let atom = try atom()
      parts.append(try repetition(of: atom))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func atom() throws(StringPatternError) -> StringPattern.Part {
    guard let character = next else { throw problem("something is missing here") }
    position += 1
    switch character {
    case "(":
      if take("?"), !take(":") { throw problem("of groups that begin with ? only (?: is known") }
      let part = try alternatives()
      guard take(")") else { throw problem("a parenthesis is not closed") }
      return part
    case "[": return .character(try characterClass())
    case ".": return .character(.ascii)
    case "\\": return .character(try escape())
    case "^", "$":
      position -= 1
      throw problem(
        "a pattern is the whole string, so leave \(character) out, or write \\\(character)")
    case "?", "*", "+", "{":
      position -= 1
      throw problem("there is nothing to repeat")
    default: return .character(Alphabet([character]))
    }
  }

  private mutating func escape() throws(StringPatternError) -> Alphabet {
    guard let character = next else { throw problem("a backslash stands at the end") }
    position += 1
    switch character {
    case "d": return .digits
    case "w": return .identifier.union(.uppercase)
    case "s": return Alphabet(" \t\n")
    case "n": return Alphabet("\n")
    case "t": return Alphabet("\t")
    case "r": return Alphabet("\r")
    case "D": return Self.all(but: .digits)
    case "W": return Self.all(but: .identifier.union(.uppercase))
    case "S": return Self.all(but: Alphabet(" "))
    default:
      guard !character.isLetter, !character.isNumber else {
        position -= 1
        throw problem("\\\(character) is not known here")
      }
      return Alphabet([character])
    }
  }

  /// The printable characters that are not among some.
  private static func all(but excluded: Alphabet) -> Alphabet {
    Alphabet(Alphabet.ascii.characters.filter { !excluded.characters.contains($0) })
  }

  private mutating func characterClass() throws(StringPatternError) -> Alphabet {
    let isNegated = take("^")
    var characters: [Character] = []
    while !take("]") {
      guard let first = next else { throw problem("a class is not closed") }
      guard first != "[" else {
        throw problem("a class holds no other, such as [:alpha:]; the character is written \\[")
      }
      position += 1
      if first == "\\" {
        characters += try escape().characters
      } else if next == "-", position + 1 < text.count, text[position + 1] != "]" {
        position += 1
        characters += try range(from: first)
      } else {
        characters.append(first)
      }
    }
    let alphabet =
      isNegated
      ? Self.all(but: Alphabet(characters))
      : Alphabet(characters)
    guard !alphabet.characters.isEmpty else { throw problem("the class is empty") }
    return alphabet
  }

  private mutating func range(from first: Character) throws(StringPatternError) -> [Character] {
    guard let last = next, let low = first.unicodeScalars.first?.value,
      let high = last.unicodeScalars.first?.value, low <= high, high - low < 1 << 16
    else { throw problem("the range ends before it begins") }
    position += 1
    return (low...high).compactMap(Unicode.Scalar.init).map(Character.init)
  }

  private mutating func repetition(
    of part: StringPattern.Part
  ) throws(StringPatternError) -> StringPattern.Part {
    if take("?") { return .repetition(part, 0...1) }
    if take("*") { return .repetition(part, 0...Self.unbounded) }
    if take("+") { return .repetition(part, 1...(Self.unbounded + 1)) }
    guard take("{") else { return part }
    guard let lower = number() else { throw problem("a number belongs here") }
    var upper = lower
    if take(",") { upper = number() ?? lower + Self.unbounded }
    guard take("}") else { throw problem("a brace is not closed") }
    guard lower <= upper else { throw problem("the upper bound is below the lower") }
    return .repetition(part, lower...upper)
  }

  private mutating func number() -> Int? {
    var digits = ""
    while let character = next, character.isASCII, character.isNumber, digits.count < 4 {
      digits.append(character)
      position += 1
    }
    return Int(digits)
  }
}
