import SQLSyntax

/// Why a statement cannot be read, and the token it became clear at.
struct SQLiteSyntaxError: Error {
  var code: String
  var message: String
  var range: SourceRange

  init(code: String, _ message: String, at token: SQLiteToken) {
    self.init(code: code, message, SourceRange(Int(token.start), Int(token.end)))
  }

  init(code: String, _ message: String, _ range: SourceRange) {
    self.code = code
    self.message = message
    self.range = range
  }
}

extension SQLiteStatementParser {
  /// The error for a next token that cannot stand there; `description` says what could.
  func unexpected(_ description: StaticString) -> SQLiteSyntaxError {
    let text = source[SourceRange(Int(token.start), Int(token.end))]
    switch kind {
    case .unterminated: return unterminated(text)
    case .endOfInput:
      return SQLiteSyntaxError(
        code: "incomplete-statement",
        "The statement ends too early: \(description) is missing", at: token)
    case .semicolon:
      return SQLiteSyntaxError(
        code: "syntax-error",
        "The statement ends too early, near \";\": \(description) is missing", at: token)
    case .illegal, .illegalNumber, .illegalBlob, .illegalParameter: return illegal(text)
    default:
      return SQLiteSyntaxError(
        code: "syntax-error", "Near \"\(Self.shortened(text))\": \(description) was expected here",
        at: token)
    }
  }

  private func unterminated(_ text: String) -> SQLiteSyntaxError {
    switch text.utf8.first {
    case 0x22, 0x60, 0x5B:
      SQLiteSyntaxError(
        code: "unterminated-name", "The quoted name that starts here never ends", at: token)
    case 0x27:
      SQLiteSyntaxError(
        code: "unterminated-string", "The string that starts here never ends", at: token)
    default:
      SQLiteSyntaxError(
        code: "unterminated-blob", "The blob that starts here never ends", at: token)
    }
  }

  private func illegal(_ text: String) -> SQLiteSyntaxError {
    let shown = Self.shortened(text)
    switch kind {
    case .illegalNumber:
      return SQLiteSyntaxError(
        code: "invalid-number", "\"\(shown)\" is no number: it runs into letters", at: token)
    case .illegalBlob:
      return SQLiteSyntaxError(
        code: "invalid-blob",
        "\(shown) is no blob: between the quotes stand pairs of hexadecimal digits", at: token)
    case .illegalParameter:
      return SQLiteSyntaxError(
        code: "invalid-parameter", "\"\(shown)\" is no parameter: its name is missing", at: token)
    default:
      return SQLiteSyntaxError(
        code: "unrecognized-token", "SQLite has no use for \"\(shown)\"", at: token)
    }
  }

  private static func shortened(_ text: String) -> String {
    text.count > 40 ? text.prefix(40) + "…" : text
  }
}
