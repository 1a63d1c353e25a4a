import SQLSyntax

/// Why text inside a string cannot be read.
struct FragmentFailure: Error {
  var message: String
  /// In bytes of the text it is about.
  var range: SourceRange
}

/// The reading of SQL out of a text inside a string, piece by piece.
struct FragmentReading {
  let source: SourceText
  let text: TokenText
  let fixedPlace: Place?
  /// How many strings the text stands in.
  let depth: Int

  init(source: SourceText, embedded: EmbeddedText, depth: Int) {
    self.source = source
    let lexer = PostgreSQLLexer(embedded.bytes, in: embedded.range)
    text = TokenText(bytes: embedded.bytes, tokens: lexer.tokens)
    fixedPlace = embedded.fixedPlace
    self.depth = depth
  }

  func place(_ span: Range<Int>) -> Place {
    fixedPlace ?? (span.isEmpty ? Place() : Place(text.range(span)))
  }

  /// Every statement of the text.
  func allStatements() throws(FragmentFailure) -> [Statement] {
    var statements: [Statement] = []
    for piece in StatementSplit(text).pieces {
      guard case .statement(let tokens) = piece else { continue }
      statements.append(try statement(tokens))
    }
    return statements
  }

  /// The statement that some tokens spell.
  ///
  /// The `prefix` is put in front, `SELECT ` for an expression; `hidden` tokens are those that the
  /// language takes out before SQL sees the statement.
  func statement(
    _ tokens: Range<Int>, prefix: String = "", hidden: Range<Int>? = nil
  ) throws(FragmentFailure) -> Statement {
    guard !tokens.isEmpty else {
      throw FragmentFailure(message: "A statement is missing", range: SourceRange(0, 0))
    }
    let range = text.range(tokens)
    let bytes = spelling(range, prefix: prefix, hidden: hidden)
    let visible = tokens.filter { !(hidden?.contains($0) ?? false) }.map { text.tokens[$0] }
    let fragment = TokenText(bytes: text.bytes, tokens: visible)
    if let index = NestingLimit.excess(in: fragment, 0..<visible.count) {
      throw FragmentFailure(
        message: "This is nested too deeply to be read", range: visible[index].range)
    }
    switch ParseTree.parsing(bytes[...]) {
    case .failed(let failure): throw fragmentFailure(failure, range, prefix: prefix)
    case .parsed(let tree):
      let conversion = TreeConversion(
        source: source, text: fragment, offset: range.lowerBound - prefix.utf8.count,
        fixedPlace: fixedPlace, depth: depth)
      let statement = tree.withStatements { nodes in
        nodes.count == 1
          ? nodes[0]["stmt"].map { conversion.convert($0, tokens: 0..<visible.count) } : nil
      }
      guard let statement else {
        throw FragmentFailure(message: "One statement was expected here", range: range)
      }
      return statement
    }
  }

  private func spelling(
    _ range: SourceRange, prefix: String, hidden: Range<Int>?
  ) -> [UInt8] {
    var bytes = Array(text.bytes[range.lowerBound..<range.upperBound])
    if let hidden, !hidden.isEmpty {
      let gap = text.range(hidden)
      for index in gap.lowerBound..<gap.upperBound { bytes[index - range.lowerBound] = 0x20 }
    }
    for index in bytes.indices where bytes[index] == 0 { bytes[index] = 0x01 }
    return Array(prefix.utf8) + bytes
  }

  private func fragmentFailure(
    _ failure: ParseFailure, _ range: SourceRange, prefix: String
  ) -> FragmentFailure {
    guard let offset = failure.offset else {
      return FragmentFailure(message: failure.message, range: range)
    }
    let byte = range.lowerBound + max(offset - prefix.utf8.count, 0)
    let index = min(text.index(at: byte), text.tokens.count - 1)
    return FragmentFailure(message: failure.message, range: text.tokens[index].range)
  }

  /// What makes a statement of an expression.
  static let expressionPrefix = "SELECT "

  /// The expression that some tokens spell; a query's clauses may follow it.
  func expression(_ tokens: Range<Int>) throws(FragmentFailure) -> SQLExpression {
    let statement = try statement(tokens, prefix: Self.expressionPrefix)
    if let expression = Self.onlyExpression(of: statement) { return expression }
    guard case .select(let query) = statement.kind else {
      throw FragmentFailure(message: "An expression was expected here", range: text.range(tokens))
    }
    return SQLExpression(kind: .subquery(query), place: statement.place)
  }

  /// The one thing a query selects, if it has no other clause.
  static func onlyExpression(of statement: Statement) -> SQLExpression? {
    guard case .select(let query) = statement.kind, case .select(let core) = query.body,
      core.items.count == 1, core.items[0].alias == nil,
      query == Query(body: .select(SelectCore(items: core.items)))
    else { return nil }
    return core.items[0].expression
  }
}
