import SQLSyntax

/// The reading of a PL/pgSQL body: its structure by recursive descent, its SQL by the SQL parser.
///
/// The library has a parser for PL/pgSQL, but it gives lines instead of places, leaves out `INTO`
/// targets and types, and refuses sound bodies whose types it does not know. The structure is
/// small, so we read it from the tokens.
///
/// Source: PostgreSQL 15, chapter 43, and the statements in the order of its grammar.
struct PLpgSQLReading {
  let fragments: FragmentReading
  var index: Int
  var limit: Int
  /// What governs the statements being read, outermost first.
  var conditions: [BodyCondition] = []
  var statements: [BodyStatement] = []
  /// Blocks, loops and branches around the place being read.
  var nesting = 0

  static let maximumNesting = 100

  init(_ fragments: FragmentReading) {
    self.fragments = fragments
    index = 0
    limit = fragments.text.tokens.count
  }

  /// Reads the whole body.
  mutating func read() throws(FragmentFailure) -> [BodyStatement] {
    skipCompilerOptions()
    try readBlock()
    if isSymbol(";") { index += 1 }
    guard index == limit else { throw failure() }
    return statements
  }

  /// `#option word` lines before the block.
  private mutating func skipCompilerOptions() {
    while index < limit, fragments.text.tokens[index].kind == .operatorName,
      fragments.text.string(index) == "#"
    { index += 3 }
    index = min(index, limit)
  }

  // MARK: Tokens

  var text: TokenText { fragments.text }

  func isWord(_ word: StaticString, ahead: Int = 0) -> Bool {
    index + ahead < limit && text.isWord(index + ahead, word)
  }

  func isSymbol(_ symbol: StaticString, ahead: Int = 0) -> Bool {
    index + ahead < limit && text.isSymbol(index + ahead, symbol)
  }

  func isOperator(_ symbol: String, ahead: Int = 0) -> Bool {
    index + ahead < limit && text.tokens[index + ahead].kind == .operatorName
      && text.string(index + ahead) == symbol
  }

  func failure(_ message: String? = nil) -> FragmentFailure {
    guard !text.tokens.isEmpty else {
      return FragmentFailure(message: "The body is empty", range: SourceRange(0, 0))
    }
    if index >= limit {
      return FragmentFailure(
        message: message ?? "syntax error at end of the body",
        range: text.tokens[text.tokens.count - 1].range)
    }
    return FragmentFailure(
      message: message ?? "syntax error at or near \"\(text.string(index))\"",
      range: text.tokens[index].range)
  }

  mutating func expect(_ word: StaticString) throws(FragmentFailure) {
    guard isWord(word) else { throw failure() }
    index += 1
  }

  mutating func expectSemicolon() throws(FragmentFailure) {
    guard isSymbol(";") else { throw failure() }
    index += 1
  }

  /// The tokens up to the next of these words, or semicolon, outside parentheses.
  mutating func take(until words: StaticString...) throws(FragmentFailure) -> Range<Int> {
    let start = index
    while index < limit, !isSymbol(";") {
      if words.contains(where: { isWord($0) }) { break }
      index = isSymbol("(") || isSymbol("[") ? text.closing(index) + 1 : index + 1
    }
    guard index < limit, start < index else { throw failure() }
    return start..<index
  }

  // MARK: What is found

  mutating func add(_ content: BodyContent) {
    statements.append(BodyStatement(content: content, conditions: conditions))
  }

  mutating func addExpression(_ tokens: Range<Int>) throws(FragmentFailure) {
    add(.expression(try fragments.expression(tokens)))
  }

  /// Reads something with more conditions around it.
  mutating func under(
    _ more: [BodyCondition], _ body: (inout PLpgSQLReading) throws(FragmentFailure) -> Void
  ) throws(FragmentFailure) {
    let outer = conditions
    conditions += more
    nesting += 1
    guard nesting <= Self.maximumNesting else { throw failure("This is nested too deeply") }
    try body(&self)
    nesting -= 1
    conditions = outer
  }
}
