import SQLSyntax

/// Reads the statements of a file one after the other and goes on after errors.
struct SQLiteScriptReader {
  private(set) var statements: [Statement] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var parser: SQLiteStatementParser

  init(_ source: SourceText) {
    let end = source.utf8.firstIndex(of: 0) ?? source.utf8.count
    let tokens = SQLiteTokenizer.tokens(of: source.utf8, upTo: end)
    parser = SQLiteStatementParser(source: source, tokens: tokens, position: 0)
    if end < source.utf8.count { nulByte = end }
  }

  /// Where SQLite would stop reading, if a NUL byte makes it.
  private var nulByte: Int?

  mutating func read() {
    var skipped = 0
    while parser.kind != .endOfInput {
      if parser.skip(.semicolon) {
        skipped += 1
        continue
      }
      readStatement(behind: skipped)
      skipped = 0
      _ = parser.skip(.semicolon)
    }
    if let nulByte { reportNUL(at: nulByte) }
  }

  private mutating func readStatement(behind skipped: Int) {
    let first = parser.position
    do throws(SQLiteSyntaxError) {
      statements.append(try parser.statement(behind: skipped))
    } catch {
      diagnostics.append(
        Diagnostic(code: error.code, error.message, in: parser.source, at: error.range))
      parser.skipStatement(from: first)
    }
  }

  private mutating func reportNUL(at offset: Int) {
    let unread = parser.source.utf8.count - offset - 1
    diagnostics.append(
      Diagnostic(
        code: "nul-byte",
        "SQLite stops at a NUL byte: the \(unread) bytes behind it would never be read",
        in: parser.source, at: SourceRange(offset, offset + 1)))
  }
}

extension SQLiteStatementParser {
  /// Goes to the semicolon that ends a statement with an error in it, or to the end.
  ///
  /// That is the first one outside of parentheses from the error on, or before a word that begins
  /// statements; in a trigger it is the one behind its END.
  mutating func skipStatement(from first: Int) {
    let error = position
    position = first
    let isTrigger = startsTrigger
    var open = 0
    while kind != .endOfInput {
      switch kind {
      case .leftParenthesis: open += 1
      case .rightParenthesis: open = max(0, open - 1)
      case .semicolon where position >= error:
        if isTrigger ? endsTrigger(from: first) : open == 0 || startsStatement(position + 1) {
          return
        }
      default: break
      }
      advance()
    }
  }

  /// Whether `CREATE [TEMP] TRIGGER` begins here, with a body.
  private var startsTrigger: Bool {
    var distance = 0
    if kind(ahead: distance) == .explain { distance += 1 }
    guard kind(ahead: distance) == .create else { return false }
    distance += 1
    if kind(ahead: distance) == .temp { distance += 1 }
    return kind(ahead: distance) == .trigger
  }

  /// Whether a trigger ends at this semicolon: behind its END, or, where that is missing, before a
  /// statement that no trigger holds.
  private func endsTrigger(from first: Int) -> Bool {
    if position >= first + 2, tokens[position - 1].kind == .end,
      tokens[position - 2].kind == .semicolon
    {
      return true
    }
    switch kind(ahead: 1) {
    case .create, .alter, .drop, .pragma, .begin, .commit, .endOfInput: return true
    default: return false
    }
  }

  /// Whether a statement of a kind that no list in parentheses holds begins there: then a
  /// parenthesis was left open before.
  private func startsStatement(_ index: Int) -> Bool {
    guard index < tokens.count else { return true }
    switch tokens[index].kind {
    case .create, .alter, .drop, .insert, .update, .delete, .commit, .select, .endOfInput:
      return true
    case .begin, .pragma, .replace, .attach, .detach, .vacuum, .analyze, .reindex, .savepoint,
      .release, .rollback, .end:
      return true
    default: return false
    }
  }
}
