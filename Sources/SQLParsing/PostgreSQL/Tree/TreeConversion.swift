import SQLSyntax

/// Turns the library's parse tree into ours, and finds the place of every name among the tokens.
///
/// The library gives most nodes a start and none an end, and names in lists no place at all. So a
/// conversion keeps a cursor: where a node has a location the cursor goes there, and a name without
/// one is the next token behind the cursor that spells it. After each node, ``span`` holds the
/// tokens it covers.
final class TreeConversion {
  let source: SourceText
  let text: TokenText
  /// What to add to the library's locations.
  let offset: Int
  /// The statement's tokens; nothing is looked for outside.
  var statement: Range<Int> = 0..<0
  /// Where the next name is looked for.
  var cursor = 0
  /// The tokens of the node converted last.
  var span: Range<Int> = 0..<0
  /// Every place of a text that does not stand in the file as it is.
  let fixedPlace: Place?
  /// How many strings the text stands in.
  let depth: Int
  var diagnostics: [Diagnostic] = []
  /// Whether routines are checked when they are made, as far as the file itself has said.
  var checksBodies = true

  init(
    source: SourceText, text: TokenText, offset: Int, fixedPlace: Place? = nil, depth: Int = 0
  ) {
    self.depth = depth
    self.source = source
    self.text = text
    self.offset = offset
    self.fixedPlace = fixedPlace
  }

  /// Converts a statement that these tokens spell.
  func convert(_ node: ParseNode, tokens: Range<Int>) -> Statement {
    statement = tokens
    cursor = tokens.lowerBound
    span = tokens
    let kind = statementKind(node)
    if case .set(let setting) = kind { follow(setting) }
    return Statement(kind: kind, place: place(tokens))
  }

  private func follow(_ setting: VariableSetting) {
    guard setting.name == "check_function_bodies" || setting.name == nil else { return }
    guard case .values(let values) = setting.value, let value = values.first?.kind else {
      return checksBodies = true
    }
    switch value {
    case .literal(.boolean(let isOn)): checksBodies = isOn
    case .literal(.string(let word)):
      checksBodies = !["off", "false", "no", "0"].contains(word.asciiLowercased())
    case .literal(.integer(let digits)): checksBodies = digits != "0"
    default: break
    }
  }

  /// The place of some tokens; none for no tokens.
  func place(_ span: Range<Int>) -> Place {
    if let fixedPlace { return fixedPlace }
    guard !span.isEmpty, span.upperBound <= text.tokens.count else { return Place() }
    return Place(text.range(span))
  }

  /// The tokens from one up to another; none where they stand the other way round.
  func tokens(_ lower: Int, _ upper: Int) -> Range<Int> {
    lower..<max(lower, upper)
  }

  /// The source text of some tokens.
  func sourceText(_ span: Range<Int>) -> String {
    guard !span.isEmpty, span.upperBound <= text.tokens.count else { return "" }
    let range = text.range(span)
    return String(decoding: text.bytes[range.lowerBound..<range.upperBound], as: UTF8.self)
  }

  /// The token at one of the library's locations.
  func token(at location: Int) -> Int {
    let index = text.index(at: location + offset)
    return max(min(index, statement.upperBound - 1), statement.lowerBound)
  }

  /// Moves the cursor to a node's own location, if it has one.
  func move(to node: ParseNode) {
    if let location = node.location { cursor = token(at: location) }
  }

  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    index < statement.upperBound && text.isWord(index, word)
  }

  func isSymbol(_ index: Int, _ symbol: StaticString) -> Bool {
    index < statement.upperBound && text.isSymbol(index, symbol)
  }

  /// Moves the cursor behind the next of these words, in order; stays where one is missing.
  func skip(_ words: StaticString...) {
    for word in words {
      var index = cursor
      while index < statement.upperBound {
        if text.isWord(index, word) {
          cursor = index + 1
          break
        }
        index += 1
      }
    }
  }

  /// Moves the cursor behind these words where they stand at the cursor.
  func skipHere(_ words: StaticString...) {
    for word in words where isWord(cursor, word) { cursor += 1 }
  }
}
