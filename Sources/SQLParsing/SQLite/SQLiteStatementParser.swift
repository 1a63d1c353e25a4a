import SQLSyntax

/// Reads one statement of SQLite's SQL from its tokens.
///
/// Where SQLite reads a word as a keyword and where as a name follows from the order of the tests
/// here: a word is a name only where the grammar has no other use for it at that place.
struct SQLiteStatementParser {
  let source: SourceText
  let tokens: [SQLiteToken]
  /// Of the next token.
  var position: Int
  /// How many symbols SQLite's own parser would hold on its stack below the rule being read.
  ///
  /// SQLite 3.40 gives up beyond ``stackLimit``; so do we, which also bounds our recursion.
  var depth = 0
  /// How deep the tree of the expression read last is, as SQLite counts it.
  var height = 0
  /// Reading a trigger's body, where some clauses are refused.
  var isInTrigger = false

  init(source: SourceText, tokens: [SQLiteToken], position: Int) {
    self.source = source
    self.tokens = tokens
    self.position = position
  }

  /// Source: SQLite 3.40, `YYSTACKDEPTH`, less the entry at the bottom.
  static let stackLimit = 99
  /// Source: SQLite 3.40, `SQLITE_LIMIT_EXPR_DEPTH`, https://www.sqlite.org/limits.html.
  static let heightLimit = 1000
  /// Source: SQLite 3.40, `SQLITE_LIMIT_COMPOUND_SELECT`, https://www.sqlite.org/limits.html.
  static let compoundLimit = 500
  /// Source: SQLite 3.40, `SQLITE_MAX_SRCLIST`.
  static let sourceLimit = 200
  /// Source: SQLite 3.40, `SQLITE_LIMIT_VARIABLE_NUMBER`, as Debian builds it.
  static let parameterLimit = 250_000

  var token: SQLiteToken { tokens[position] }
  var kind: SQLiteTokenKind { tokens[position].kind }

  /// The kind of a token further on; the end of the input where there is none.
  func kind(ahead distance: Int) -> SQLiteTokenKind {
    position + distance < tokens.count ? tokens[position + distance].kind : .endOfInput
  }

  /// Where the token before the next one ends.
  var previousEnd: Int { position > 0 ? Int(tokens[position - 1].end) : 0 }

  /// From the start of a token to the end of the one read last.
  func place(from start: Int) -> Place {
    Place(start, max(start, previousEnd))
  }

  /// Where the next token starts.
  var start: Int { Int(tokens[position].start) }

  /// A place that starts where `first` does and ends with the token read last.
  func place(from first: Place) -> Place {
    place(from: first.range?.lowerBound ?? previousEnd)
  }
}

extension SQLiteStatementParser {
  mutating func advance() {
    if position + 1 < tokens.count { position += 1 }
  }

  /// Passes over a token if it is the next one.
  mutating func skip(_ expected: SQLiteTokenKind) -> Bool {
    guard kind == expected else { return false }
    advance()
    return true
  }

  /// Passes over a token that must be the next one.
  mutating func expect(
    _ expected: SQLiteTokenKind, _ description: StaticString
  ) throws(SQLiteSyntaxError) {
    guard kind == expected else { throw unexpected(description) }
    advance()
  }

  /// Reads a part of a rule that has `symbols` symbols before it on SQLite's stack.
  mutating func above<Result>(
    _ symbols: Int, _ body: (inout Self) throws(SQLiteSyntaxError) -> Result
  ) throws(SQLiteSyntaxError) -> Result {
    depth += symbols
    let result = try body(&self)
    depth -= symbols
    return result
  }

  /// Checks that SQLite's stack has room for that many symbols more.
  func checkStack(_ symbols: Int) throws(SQLiteSyntaxError) {
    guard depth + symbols > Self.stackLimit else { return }
    throw SQLiteSyntaxError(
      code: "nested-too-deeply", "SQLite's parser has no room for nesting as deep as here",
      at: token)
  }

  /// Counts a node above the expression read last.
  mutating func raiseHeight() throws(SQLiteSyntaxError) {
    height += 1
    try checkHeight(links: 0)
  }

  /// Checks an expression's height, and that a chain of operators is no longer than our tree can
  /// bear: SQLite does not count every operator.
  func checkHeight(links: Int) throws(SQLiteSyntaxError) {
    guard height > Self.heightLimit || links > Self.heightLimit * 2 else { return }
    throw SQLiteSyntaxError(
      code: "expression-too-deep",
      "SQLite reads no expression of more than \(Self.heightLimit) levels", at: token)
  }
}
