import DatabaseModel

/// A refusal without the names and values in it: the unit in which coverage of checks is counted.
struct RefusalTemplate {
  let text: String

  init(_ error: DatabaseError) {
    let code = error.state?.rawValue ?? error.resultCode.map { String($0) } ?? "?"
    var words = ""
    var quote: Character?
    for character in error.message {
      if let open = quote {
        if character == open { quote = nil }
        continue
      }
      if character == "\"" || character == "'" && !(words.last?.isLetter ?? false) {
        quote = character
        words += "…"
        continue
      }
      words.append(character.isNumber ? "#" : character)
    }
    // Behind a colon SQLite names what it means; before it, whose error it is in.
    let parts = words.split(separator: ":", maxSplits: 1)
    let isName = error.state == nil && parts.count > 1
    text = "\(code) \(isName ? parts[0] + ": …" : words[...])"
  }
}
