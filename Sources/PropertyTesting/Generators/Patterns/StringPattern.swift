/// A pattern that strings are made from, in a subset of the language of regular expressions.
///
/// `abc` stands for itself, `.` for a printable character, `[a-z_]` and `[^0-9]` for one of a class,
/// `\d`, `\w` and `\s` for digits, word characters and blanks, `\D`, `\W` and `\S` for the printable
/// others, `\` before a sign for that sign; `|` separates alternatives, parentheses group, and `?`,
/// `*`, `+`, `{2}`, `{2,}` and `{2,5}` repeat, without an upper bound at most eight times more. A
/// pattern is the whole string; anchors, and whatever else is not listed here, are refused.
public struct StringPattern: Hashable, Sendable {
  indirect enum Part: Hashable, Sendable {
    case character(Alphabet)
    case sequence([Part])
    case alternatives([Part])
    case repetition(Part, ClosedRange<Int>)
  }

  let part: Part

  /// A pattern from its text.
  ///
  /// - Throws: Where the text is no pattern, and why.
  public init(_ text: String) throws(StringPatternError) {
    var parser = StringPatternParser(text)
    part = try parser.pattern()
  }
}

/// Why a text is not a pattern.
public struct StringPatternError: Error, Hashable, Sendable, CustomStringConvertible {
  /// How many characters stand before the place, counted from 0.
  public let offset: Int
  /// What is wrong there.
  public let reason: String

  /// The place and the reason.
  public var description: String { "at character \(offset + 1) of the pattern: \(reason)" }
}
