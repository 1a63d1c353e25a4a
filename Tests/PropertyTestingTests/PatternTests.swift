import PropertyTesting
import Testing

@Suite struct `A string pattern` {
  @Test(arguments: [
    "[a-z_][a-z0-9_]{0,10}", "(ab|c)+d?", "\\d{3}-\\d{4}", "x*[^a-z]{2,}", "a\\.b|",
    "[\\w.]+@[a-c]", "\\D\\W\\S", "(?:ab)+\\^\\$",
  ])
  func `makes strings that match it`(pattern: String) throws {
    let generator = Generator.string(matching: try StringPattern(pattern))
    let regex = try Regex(pattern)
    var seen: Set<String> = []
    for iteration in 0..<100 {
      let text = try generator.sample(seed: 4, iteration: iteration)
      #expect(try regex.wholeMatch(in: text) != nil, "\(text)")
      seen.insert(text)
    }
    #expect(seen.count > 1)
  }

  @Test(arguments: [
    ("(a", "a parenthesis is not closed"), ("a)", "this parenthesis closes nothing"),
    ("[a", "a class is not closed"), ("*", "there is nothing to repeat"),
    ("a{2", "a brace is not closed"), ("a{3,2}", "the upper bound is below the lower"),
    ("[z-a]", "the range ends before it begins"), ("a\\", "a backslash stands at the end"),
    ("[]", "the class is empty"), ("a{x}", "a number belongs here"),
    ("^a", "a pattern is the whole string, so leave ^ out, or write \\^"),
    ("a$", "a pattern is the whole string, so leave $ out, or write \\$"),
    ("\\ba", "\\b is not known here"), ("[\\p]", "\\p is not known here"),
    ("a\\1", "\\1 is not known here"), ("(?=a)", "of groups that begin with ? only (?: is known"),
    (
      "[[:alpha:]]", "a class holds no other, such as [:alpha:]; the character is written \\["
    ),
  ])
  func `says what is wrong with it`(pattern: String, reason: String) {
    let error = #expect(throws: StringPatternError.self) { try StringPattern(pattern) }
    #expect(error?.reason == reason)
  }
}
